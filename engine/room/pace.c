// Evenly spread: every question takes as long as another.
#include "room/pace.h"

enum { SLACK = 90, SLOW_ARRIVAL = 60000 }; // seconds, milliseconds

RoomPace room_pace(int decided, int expected, int play_minutes, int elapsed_seconds)
{
    int all = expected > decided + 1 ? expected : decided + 1;
    RoomPace pace = { .expected = all };
    pace.planned_seconds = (int)((long)play_minutes * 60 * decided / all);
    int late = elapsed_seconds - pace.planned_seconds;
    // The question that is being talked about has its time, too.
    int share = play_minutes * 60 / all;
    if (late > share) {
        late -= share;
    } else if (late > 0) {
        late = 0;
    }
    if (late > SLACK || late < -SLACK) {
        pace.behind_minutes = late / 60;
    }
    return pace;
}

bool room_nobody_comes(bool reached, int phones_ever, int64_t open_milliseconds)
{
    return !reached && phones_ever == 0 && open_milliseconds >= SLOW_ARRIVAL;
}
