// Sixty pictures a second while something falls or walks, thirty when only the wind sways the
// bridge, none when nothing moves; fifteen at most over a slow link.
#include "sdl/pace.h"

enum {
    STEPS_MOST = 6,       // of the scene at once: after a sleep it goes on, it does not catch up
    STEPS_SLOW_LINK = 4,  // of the scene from picture to picture
    LIVELY_MILLISECONDS = 16,
    CALM_MILLISECONDS = 33,
    SLOW_LINK_MILLISECONDS = 66,
    HIDDEN_MILLISECONDS = 100,
    REST_MILLISECONDS = 1000,
    FLOOD_MILLISECONDS = 7, // a fast mouse does not cause more pictures than that
    FLOOD_SLOW_LINK = 30,
};

// Seconds since the last input.
static const double lively_for = 5.0;  // 60 pictures a second
static const double wind_for = 13.0;   // gusts blow; the last one dies down in four seconds
static const double moving_for = 20.0; // then the scene stands still
static const double gust_every = 3.0;
static const double step_seconds = 1.0 / 60.0;

void pace_init(Pace *pace, double now)
{
    *pace = (Pace){ .last_input = now, .last_step = now, .last_gust = now - gust_every };
}

bool pace_alive(const Pace *pace, double now, bool lively, bool resting)
{
    return lively || (now - pace->last_input < moving_for && !resting);
}

static bool is_windy(const Pace *pace, double now)
{
    return !pace->reduced_motion && !pace->slow_link && now - pace->last_input < wind_for;
}

bool pace_gust(Pace *pace, double now)
{
    if (!is_windy(pace, now) || now - pace->last_gust < gust_every) {
        return false;
    }
    pace->last_gust = now;
    return true;
}

int pace_steps(Pace *pace, double now, bool alive)
{
    pace->debt = alive ? pace->debt + now - pace->last_step : 0.0;
    pace->last_step = now;
    int steps = (int)(pace->debt / step_seconds);
    if (pace->slow_link && steps < STEPS_SLOW_LINK) {
        return 0;
    }
    pace->debt -= (double)steps * step_seconds;
    return steps > STEPS_MOST ? STEPS_MOST : steps;
}

int pace_tick(const Pace *pace)
{
    return pace->slow_link ? SLOW_LINK_MILLISECONDS : 1;
}

int pace_pause(const Pace *pace, double now, PaceWork work)
{
    bool alive = pace_alive(pace, now, work.lively, work.resting);
    int pause = LIVELY_MILLISECONDS;
    if (work.hidden) {
        return work.telling ? HIDDEN_MILLISECONDS : REST_MILLISECONDS;
    }
    if (!work.telling && !alive && !work.wanted && !work.busy) {
        return is_windy(pace, now) ? CALM_MILLISECONDS * 4 : REST_MILLISECONDS;
    }
    if (pace->slow_link && !work.busy && !work.wanted) {
        pause = SLOW_LINK_MILLISECONDS;
    } else if (!work.telling && !work.busy && !work.lively && !work.wanted &&
               now - pace->last_input > lively_for) {
        pause = CALM_MILLISECONDS;
    }
    pause -= (int)((now - pace->last_step) * 1000.0); // from step to step
    return pause > 0 ? pause : 0;
}

int pace_least(const Pace *pace)
{
    return pace->slow_link ? FLOOD_SLOW_LINK : FLOOD_MILLISECONDS;
}
