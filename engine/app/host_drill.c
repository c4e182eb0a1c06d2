// Joins a drill and the screens. A drill has a history of its own: nothing here knows the store.
#include "app/host_drill.h"

#include "base/say.h"

enum { NO_STOP = -1 };

static void refuse(Host *host, const Err *err)
{
    view_notice(host->view, say("This conversation cannot be practised"), err->message, err->fix);
}

static void begin(Host *host, int from, int stop)
{
    Err err = { 0 };
    if (!drill_open(&host->drill, &host->session.history, from, &err)) {
        refuse(host, &err);
        return;
    }
    host->drilling = true;
    host->drill_stop = stop;
    host->settle = true;
    view_drill(host->view, &host->drill, stop != NO_STOP);
}

void host_drill_open(Host *host)
{
    int from = 0;
    const StoryHistory *way = &host->session.history;
    if (drill_begins(way, way->count, &from)) {
        begin(host, from, NO_STOP);
    }
}

void host_drill_close(Host *host)
{
    if (host->drilling) {
        drill_close(&host->drill);
        host->drilling = false;
    }
}

// Back to the debrief that it was begun from.
static void leave(Host *host)
{
    view_play(host->view, &host->session.history);
    view_debrief_at(host->view, host->drill_stop);
    host_drill_close(host);
    host->settle = true;
}

static void choose(Host *host, const StoryOffer *offer)
{
    Err err = { 0 };
    if (drill_choose(&host->drill, offer, &err)) {
        view_chosen(host->view);
    } else {
        refuse(host, &err);
    }
}

static void go_back(Host *host, bool moved)
{
    if (moved) {
        view_chosen(host->view);
        host->settle = true;
    }
}

bool host_drill_carries_out(Host *host, const ViewRequest *wanted)
{
    int from = 0;
    if (!host->drilling) {
        if (wanted->kind != REQUEST_DRILL) {
            return false;
        }
        if (drill_begins(&host->session.history, wanted->count, &from)) {
            begin(host, from, wanted->count);
        }
        return true;
    }
    if (wanted->kind == REQUEST_CHOOSE) {
        choose(host, &wanted->offer);
    } else if (wanted->kind == REQUEST_UNDO) {
        go_back(host, drill_undo(&host->drill));
    } else if (wanted->kind == REQUEST_AGAIN) {
        go_back(host, drill_again(&host->drill));
    } else if (wanted->kind == REQUEST_LIBRARY && host->drill_stop != NO_STOP) {
        leave(host);
    } else { // nothing that would reach what is kept
        return wanted->kind != REQUEST_LIBRARY && wanted->kind != REQUEST_QUIT &&
               wanted->kind != REQUEST_SETTINGS && wanted->kind != REQUEST_LANGUAGE;
    }
    return true;
}
