// A slice of counting, and what came out of it.
#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_chance.h"
#include "web/server.h"

#include <string.h>

enum { CHOICES = 250, SLICE = 3 }; // a slice is over after so many milliseconds

void room_chance_deinit(RoomChance *chance)
{
    console_chance_deinit(&chance->counts);
}

bool room_chance_is_counting(const RoomChance *chance)
{
    return chance->counts.open && !chance->counts.done;
}

static bool count(ConsoleChance *counts)
{
    int64_t from = web_server_now();
    bool done = false;
    while (!done && web_server_now() >= from && web_server_now() - from < SLICE) {
        done = console_chance_work(counts, CHOICES);
    }
    return done;
}

// Of all bridges the one whose chance hangs most on this question; that of the room screen where none does.
static int person_of(const ConsoleChance *counts, const Room *room)
{
    WhatIfTurn turn = whatif_turn(&counts->counts, 0);
    const WhatIfOption *options = counts->counts.decisions[0].options;
    double wide = whatif_chance(&options[turn.best], turn.person, turn.word) -
                  whatif_chance(&options[turn.worst], turn.person, turn.word);
    return wide >= WHATIF_TELLS ? turn.person : room_person(room);
}

static void take(const ConsoleChance *counts, const Room *room, WebChance *out)
{
    int person = person_of(counts, room);
    out->known = true;
    out->person = person;
    out->word = console_chance_word(counts, person);
    for (int i = 0; i < room->offer_count; i++) {
        out->chances[i] = console_chance_of(counts, &room->offers[i], person, out->word);
    }
}

bool room_chance_step(RoomChance *chance, const Room *room, WebChance *out)
{
    WebChance before = *out;
    if (chance->version != room->version) {
        chance->version = room->version;
        console_chance_follow(&chance->counts, room->scenario, room_play(room), room->offers,
                              room->tables ? 0 : room->offer_count);
        *out = (WebChance){ .known = false };
        if (chance->counts.open && chance->counts.done) {
            take(&chance->counts, room, out);
        }
    } else if (room_chance_is_counting(chance) && count(&chance->counts)) {
        take(&chance->counts, room, out);
    }
    return out->known && (!before.known || memcmp(&before, out, sizeof before) != 0);
}
#endif
