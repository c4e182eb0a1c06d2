// What the facilitator's buttons do. Each names the state of the room that it was meant for: a page that
// is behind, or a second facilitator, does nothing by surprise.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_host.h"
#include "base/say.h"
#include "web/form.h"

#include <stdio.h>
#include <string.h>

typedef struct Act {
    RoomHost *host;
    const WebRequest *request;
    Err err;
} Act;

static bool number(const Act *act, const char *name, int least, int most, int *out)
{
    return web_form_number(act->request->body, act->request->body_size, name, least, most, out);
}

static bool missing(Act *act)
{
    return err_set(&act->err, ERR_USAGE, "%s", say("That button said nothing we know."));
}

// ---- acts with a number -----------------------------------------------------------------------------

static bool act_choose(Act *act)
{
    int option = 0;
    return number(act, "option", 0, ROOM_OPTIONS_MAX - 1, &option)
               ? room_choose(&act->host->room, option, &act->err)
               : missing(act);
}

static bool act_branch(Act *act)
{
    int option = 0;
    return number(act, "option", 0, ROOM_OPTIONS_MAX - 1, &option)
               ? room_show_branch(&act->host->room, option, &act->err)
               : missing(act);
}

static bool act_rewind(Act *act)
{
    int to = 0;
    return number(act, "to", 0, 100000, &to) ? room_rewind(&act->host->room, to, &act->err)
                                             : missing(act);
}

static bool act_least(Act *act)
{
    int least = 0;
    return number(act, "least", 0, 100, &least) ? room_least(&act->host->room, least, &act->err)
                                                : missing(act);
}

static bool act_hands(Act *act)
{
    int counts[ROOM_OPTIONS_MAX] = { 0 };
    for (int i = 0; i < act->host->room.offer_count; i++) {
        char name[16];
        snprintf(name, sizeof name, "h%d", i);
        if (!number(act, name, 0, 999, &counts[i])) {
            return err_set(&act->err, ERR_USAGE, "%s",
                           say("Type how many hands went up for each answer."));
        }
    }
    return room_hands(&act->host->room, counts, &act->err);
}

static bool act_page(Act *act)
{
    int page = 0;
    if (!number(act, "page", 0, 1000, &page)) {
        return missing(act);
    }
    room_turn_page(&act->host->room, page);
    return true;
}

static bool act_timer(Act *act)
{
    int seconds = 0;
    if (!number(act, "seconds", 0, 3600, &seconds)) {
        return missing(act);
    }
    act->host->room.settings.seconds = seconds > 0 ? seconds : act->host->room.settings.seconds;
    room_countdown(&act->host->room, act->request->now, seconds);
    return true;
}

static bool act_more(Act *act)
{
    int seconds = 0;
    if (!number(act, "seconds", 1, 3600, &seconds)) {
        return missing(act);
    }
    room_more_time(&act->host->room, act->request->now, seconds);
    return true;
}

// ---- acts without -----------------------------------------------------------------------------------

static bool act_begin(Act *act)
{
    return room_begin(&act->host->room, &act->err);
}

static bool act_ask(Act *act)
{
    return room_ask(&act->host->room, &act->err);
}

static bool act_freeze(Act *act)
{
    return room_freeze(&act->host->room, &act->err);
}

static bool act_reveal(Act *act)
{
    return room_reveal(&act->host->room, &act->err);
}

static bool act_again(Act *act)
{
    return room_ask_again(&act->host->room, true, &act->err);
}

static bool act_discard(Act *act)
{
    return room_ask_again(&act->host->room, false, &act->err);
}

static bool act_follow(Act *act)
{
    return room_follow(&act->host->room, &act->err);
}

static bool act_back(Act *act)
{
    return room_come_back(&act->host->room, &act->err);
}

static bool act_blank(Act *act)
{
    room_blank(&act->host->room, true);
    return true;
}

static bool act_unblank(Act *act)
{
    room_blank(&act->host->room, false);
    return true;
}

static bool act_larger(Act *act)
{
    room_enlarge(&act->host->room, true);
    return true;
}

static bool act_usual(Act *act)
{
    room_enlarge(&act->host->room, false);
    return true;
}

static bool act_tables(Act *act)
{
    return room_let_tables(&act->host->room, true, &act->err);
}

static bool act_together(Act *act)
{
    return room_let_tables(&act->host->room, false, &act->err);
}

static bool act_open(Act *act)
{
    return room_host_network(act->host, true, &act->err);
}

static bool act_close(Act *act)
{
    return room_host_network(act->host, false, &act->err);
}

static bool act_network(Act *act)
{
    int which = 0;
    if (!number(act, "which", 0, WEB_ADDRESSES_MAX - 1, &which) ||
        which >= act->host->web.network_count) {
        return missing(act);
    }
    act->host->web.network = which;
    room_host_look_at_networks(act->host);
    return true;
}

static bool act_end(Act *act)
{
    act->host->over = true;
    act->host->room.version++; // so that every page asks, and reads it
    return true;
}

static const struct {
    const char *name;
    bool (*act)(Act *act);
    bool remote;  // may come from the remote, too
    bool anytime; // does not hang on the state of the room
} acts[] = {
    { "begin", act_begin, true, false },       { "ask", act_ask, true, false },
    { "freeze", act_freeze, true, false },     { "reveal", act_reveal, true, false },
    { "again", act_again, true, false },       { "discard", act_discard, true, false },
    { "follow", act_follow, true, false },     { "choose", act_choose, true, false },
    { "branch", act_branch, true, false },     { "back", act_back, true, false },
    { "rewind", act_rewind, true, false },     { "hands", act_hands, true, false },
    { "page", act_page, true, false },         { "timer", act_timer, true, true },
    { "more", act_more, true, true },          { "blank", act_blank, true, true },
    { "unblank", act_unblank, true, true },    { "tables", act_tables, true, false },
    { "larger", act_larger, true, true },      { "usual", act_usual, true, true },
    { "together", act_together, true, false }, { "least", act_least, false, true },
    { "open", act_open, false, true },         { "close", act_close, false, true },
    { "network", act_network, false, true },   { "end", act_end, false, true },
};

static int find(const char *name, bool remote)
{
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (strcmp(acts[i].name, name) == 0) {
            return !remote || acts[i].remote ? (int)i : -1;
        }
    }
    return -1;
}

static bool is_behind(const Act *act)
{
    int version = 0;
    return !number(act, "version", 0, 999999999, &version) ||
           (uint32_t)version != act->host->room.version;
}

static void carry_out(Act *act, int which)
{
    RoomHost *host = act->host;
    bool asked = host->room.stage == ROOM_ANSWERS;
    uint32_t question = host->room.question;
    host->notice[0] = '\0';
    if (!acts[which].anytime && is_behind(act)) {
        room_host_notice(host, say("The room had moved on already; that button did nothing."));
        return;
    }
    bool good = acts[which].act(act);
    if (good && !host->over) {
        good = room_keep_change(host, asked, question, &act->err);
    }
    if (!good) {
        char line[900];
        err_line(&act->err, line, (int)sizeof line);
        room_host_notice(host, line);
    }
}

void room_acts_answer(RoomHost *host, bool remote, const WebRequest *request, WebAnswer *answer)
{
    Act act = { .host = host, .request = request };
    char name[20] = "";
    web_form_value(request->body, request->body_size, "do", name, sizeof name);
    int which = find(name, remote);
    if (which < 0) {
        room_host_notice(host, say("That button said nothing we know."));
    } else {
        carry_out(&act, which);
    }
    answer->status = 303;
    snprintf(answer->location, sizeof answer->location, "/%s/%s", remote ? "remote" : "console",
             remote ? host->web.remote : host->web.console);
}
#endif
