// The room's two windows while 500 made-up phones answer within five seconds: how many pictures a second the
// room screen shows, and how long a turn of the loop takes, in which no phone is answered. The votes go the way
// of real ones from the ballot to the disk; what HTTP costs is measured by bench_room.c.
#define _POSIX_C_SOURCE 200809L

#include "app/bench.h"

#if defined PLANKWRIGHT_WEB && !defined PLANKWRIGHT_HEADLESS
#include "app/room_window.h"
#include "app/room_window_parts.h"

#include "app/trace.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PHONES = 500, MILLISECONDS = 5000, TURNS_MAX = 20000, WARM_UP = 400 };

typedef struct Measured {
    double turns[TURNS_MAX]; // milliseconds of processor time
    int count, shown;
    double seconds;
} Measured;

static double processor_milliseconds(void)
{
    struct timespec now = { 0, 0 };
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static bool turn(RoomHost *host, RoomWindows *windows, Measured *out)
{
    room_host_run(host, room_windows_pause(windows));
    double before = processor_milliseconds();
    bool good = room_windows_step(windows);
    if (out && out->count < TURNS_MAX) {
        out->turns[out->count++] = processor_milliseconds() - before;
    }
    return good;
}

static bool ask(RoomHost *host, Err *err)
{
    return room_begin(&host->room, err) && room_ask(&host->room, err) &&
           room_keep_change(host, false, 0, err);
}

static bool answer(RoomHost *host, int phone, Err *err)
{
    char pass[WEB_PASS_TEXT];
    web_secret_pass(&host->room_key, pass);
    return room_keep_vote(host, pass, host->room.question, phone % host->room.offer_count, err);
}

static bool vote(RoomHost *host, RoomWindows *windows, Measured *out, Err *err)
{
    double began = trace_now_milliseconds();
    int shown = window_stats(windows->screen).shown, voted = 0;
    bool good = true;
    for (double now = 0; now < MILLISECONDS && good; now = trace_now_milliseconds() - began) {
        for (; good && voted < PHONES && voted * MILLISECONDS < (int)now * PHONES; voted++) {
            good = answer(host, voted, err);
        }
        good = good && turn(host, windows, out);
    }
    out->seconds = (trace_now_milliseconds() - began) / 1e3;
    out->shown = window_stats(windows->screen).shown - shown;
    return good;
}

static void tell(Bench *bench, Measured *all)
{
    bench_tell(bench, "room screen", (double)all->shown / all->seconds, "pictures a second",
               "30 or more, while 500 answer");
    bench_tell(bench, "room: both windows, 99 in 100 turns", bench_share(all->turns, all->count, .99),
               "ms", "a vote waits no longer");
    bench_tell(bench, "room: both windows, longest turn", bench_share(all->turns, all->count, 1), "ms",
               "");
}

bool bench_screen(Bench *bench)
{
    static RoomHost host;
    bool resumed = false, good = false;
    Err err = { 0 };
    RoomRequest request = { .scenario = bench->scenario->id,
                            .data = bench->data,
                            .port_given = true,
                            .loopback = true,
                            .fresh = true,
                            .minutes = 45,
                            .keep_days = 1 };
    if (!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY")) {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
    }
    if (!room_host_open(&host, &request, &resumed, &err)) {
        return false;
    }
    RoomWindows *windows = room_windows_open(&host, bench->data, NULL, &err);
    Measured *all = mem_alloc(sizeof *all);
    if (windows && ask(&host, &err)) {
        for (int i = 0; i < WARM_UP; i++) { // the scene is painted bit by bit
            turn(&host, windows, NULL);
        }
        good = vote(&host, windows, all, &err);
        if (good) {
            tell(bench, all);
        }
    }
    mem_free(all);
    room_windows_close(windows);
    host.over = true; // nothing of it is kept
    room_host_close(&host);
    return good;
}

#else

bool bench_screen(Bench *bench)
{
    (void)bench;
    return true; // no rooms, or no windows: there is nothing to measure
}

#endif
