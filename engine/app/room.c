// `plankwright room`: a story for a whole room, answered by phones.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "base/say.h"

#ifdef PLANKWRIGHT_WEB
#include "app/host_room.h"
#include "app/room_host.h"
#include "app/room_window.h"
#include "app/translations.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { PHONES_MAX = 500, FAREWELL = 12 }; // turns of 100 ms in which phones read that it is over

static volatile sig_atomic_t stopped;

static void stop(int signal_number)
{
    (void)signal_number;
    stopped = 1;
}

static bool read_request(int argc, char **argv, RoomRequest *request, char data[PATHS_SIZE],
                         Err *err)
{
    uint64_t port = 0, phones = 0, least = 0, minutes = 45, keep = 0;
    bool rehearse = false, least_given = false, keep_given = false;
    const char *folder = NULL;
    const AppOption options[] = {
        { "--windows", APP_FLAG, &request->windows, NULL },
        { "--pages", APP_FLAG, &request->pages, NULL },
        { "--screen", APP_TEXT, &request->screen, NULL },
        { "--port", APP_NUMBER, &port, &request->port_given },
        { "--loopback", APP_FLAG, &request->loopback, NULL },
        { "--rehearse", APP_NUMBER, &phones, &rehearse },
        { "--fresh", APP_FLAG, &request->fresh, NULL },
        { "--least", APP_NUMBER, &least, &least_given },
        { "--minutes", APP_NUMBER, &minutes, NULL },
        { "--keep", APP_NUMBER, &keep, &keep_given },
        { "--lang", APP_TEXT, &request->language, NULL },
        { "--data", APP_TEXT, &folder, NULL },
    };
    AppWords words;
    if (!app_options(argc, argv, options, (int)(sizeof options / sizeof *options), 1, &words,
                     err)) {
        return false;
    }
    if (words.count == 0) {
        err_set(err, ERR_USAGE, "which scenario?");
        return err_fix(err, "for example: plankwright room late-brief");
    }
    if (request->port_given && (port > 65535)) {
        return err_set(err, ERR_USAGE, "--port is a number up to 65535");
    }
    if (rehearse && (phones < 1 || phones > PHONES_MAX)) {
        return err_set(err, ERR_USAGE, "--rehearse takes 1 to %d phones", PHONES_MAX);
    }
    if (least_given && (least < ROOM_LEAST_FROM || least > ROOM_LEAST_TO)) {
        return err_set(err, ERR_USAGE, "--least takes %d to %d answers", ROOM_LEAST_FROM,
                       ROOM_LEAST_TO);
    }
    if (keep_given && (keep < 1 || keep > ROOM_KEEP_DAYS_MAX)) {
        return err_set(err, ERR_USAGE, "--keep takes 1 to %d days", ROOM_KEEP_DAYS_MAX);
    }
    if (minutes != 45 && minutes != 60 && minutes != 90) {
        return err_set(err, ERR_USAGE, "--minutes is 45, 60 or 90, as in the kit");
    }
    if (request->pages && (request->windows || request->screen)) {
        err_set(err, ERR_USAGE, "--pages does not go together with --windows or --screen");
        return err_fix(err, "leave one of them out");
    }
    request->from_library = host_room_is_one();
    request->minutes = (int)minutes;
    request->scenario = words.items[0];
    request->port = (int)port;
    request->rehearse = (int)phones;
    request->least = (int)least;
    request->keep_days = (int)keep;
    request->data = data;
    return paths_data(folder, data, err);
}

static int fail(const Err *err)
{
    return host_room_is_one() ? host_room_fail(err) : app_fail(err);
}

static void tell_links(const RoomHost *host, bool windows, bool resumed)
{
    const WebRoom *web = &host->web;
    printf("%s\n\n", scenario_text(host->scenario, host->scenario->title));
    if (resumed) {
        printf("%s\n\n", say("The session goes on where it was, with every answer. (--fresh begins "
                             "a new one.)"));
    }
    if (windows) {
        printf("%s\n\n", say("Room screen and console are open in windows of their own. Both are "
                             "pages as well:"));
    }
    printf("%s\n  http://127.0.0.1:%d/console/%s\n",
           say("Your console, for this computer only. Keep the link to yourself:"), web->port,
           web->console);
    printf("%s\n  http://127.0.0.1:%d/screen\n",
           say("The room screen, for the projector (F11 fills the screen):"), web->port);
    if (host->loopback_only) {
        printf("%s\n",
               say("--loopback: phones cannot come in; only browsers on this computer can."));
    } else if (!web->open) {
        printf("%s\n", say("No phone can reach this yet: open the room in the console."));
    }
    if (host->rehearsal) {
        printf("%s\n", say("Rehearsal: the phones that come in and answer are made up."));
    }
    printf("%s\n", say("Ctrl+C stops; the same command goes on at the same place."));
    fflush(stdout);
}

// False: they were asked for, or a monitor was, and it cannot be.
static bool open_windows(RoomHost *host, const RoomRequest *request, RoomWindows **windows, Err *err)
{
    bool asked = request->windows || request->screen;
    *windows = NULL;
    if (request->pages) {
        return true;
    }
    *windows = room_windows_open(host, request->data, request->screen, err);
    if (!*windows && !asked) { // no display: the pages are there in any case
        *err = (Err){ 0 };
        return true;
    }
    return *windows != NULL;
}

static void run_room(RoomHost *host, RoomWindows *windows)
{
    while (!stopped && !host->over) {
        room_host_run(host, windows ? room_windows_pause(windows) : 100);
        if (windows && !room_windows_step(windows)) {
            break;
        }
    }
}

static int run(int argc, char **argv)
{
    RoomRequest request = { 0 };
    char data[PATHS_SIZE];
    Err err = { 0 };
    if (!read_request(argc, argv, &request, data, &err) ||
        !translations_begin(request.language, &err)) {
        return fail(&err);
    }
    static RoomHost host;
    RoomWindows *windows = NULL;
    bool resumed = false;
    if (!room_host_open(&host, &request, &resumed, &err)) {
        return fail(&err);
    }
    if (!open_windows(&host, &request, &windows, &err)) {
        host.over = !resumed; // nothing of a session that never began is kept
        room_host_close(&host);
        return fail(&err);
    }
    struct sigaction action = { .sa_handler = stop };
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    tell_links(&host, windows != NULL, resumed);
    run_room(&host, windows);
    room_windows_close(windows);
    for (int i = 0; host.over && i < FAREWELL; i++) {
        room_host_run(&host, 100);
    }
    if (host.over) {
        printf("%s\n", say("The session is over. Everything kept of it was deleted."));
    } else {
        printf(say_many("Stopped. The session is kept for %d day; the same command goes on.",
                        "Stopped. The session is kept for %d days; the same command goes on.",
                        host.keep_days),
               host.keep_days);
        printf("\n");
    }
    room_host_close(&host);
    return 0;
}
#else
static int run(int argc, char **argv)
{
    Err err;
    (void)argc;
    (void)argv;
    err_set(&err, ERR_SYSTEM, "%s",
            say("this Plankwright was built without its web server, so it has no room"));
    err_fix(&err, "build it where libmicrohttpd, libqrencode and libsodium are installed");
    return app_fail(&err);
}
#endif

const AppCommand app_room = {
    "room",
    run,
    "plays a scenario with a whole room: phones answer, one screen shows",
    "usage: plankwright room SCENARIO [options]\n\n"
    "Starts a web server on this computer and, where there is a display, opens two windows: the\n"
    "console, for you alone, and the room screen, for the projector. Both are pages as well: it\n"
    "prints their links. Phones come in once you open the room in the console.\n"
    "  --windows       two windows, or an error where there is no display\n"
    "  --screen WHERE  the monitor for the room screen: its number, its name or a part of it\n"
    "  --pages         no windows: both as pages of the browser\n"
    "  --port N        the port of the web server (8017, or the next free one)\n"
    "  --loopback      stays on this computer: no phone can come in\n"
    "  --rehearse N    N made-up phones come in and answer, to try it alone\n"
    "  --minutes N     how long the session is planned to be: 45, 60 or 90 (45)\n"
    "  --least N       results are shown from N answers on: 3 to 10 (5)\n"
    "  --lang xx       pages and story in that language, where there is a translation: de, es, ar\n"
    "  --keep DAYS     how long a session that nobody goes on with is kept: 1 to 30 days (1)\n"
    "  --fresh         a new session, also where one could go on; the old one is deleted\n"
    "  --data DIR      keep the session in DIR instead of the folder of your desktop\n"
    "Nothing of it leaves the local network. What is kept of it, and how long: man plankwright.\n"
    "Exit codes: 0 all right, 2 wrong usage, 3 bad scenario or session, 4 the system would not.",
};
