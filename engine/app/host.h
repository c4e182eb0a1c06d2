// The program behind the screens: carries out what a View asks for (ViewRequest) with library, store and
// session. Knows no window: whoever has one gives it inputs and draws the View's frames.
#pragma once

#include "app/live.h"
#include "app/play.h"
#include "base/arena.h"
#include "view/view.h"

#include <stdio.h>

typedef struct HostHome HostHome; // host_home.c

typedef struct HostRoom { // a room that was started, until it is open; else all 0
    long process;
    FILE *output, *errors; // what it says
} HostRoom;

typedef struct Host {
    const PlayRequest *request; // borrowed
    Store *store;
    Library library;
    View *view;
    Session session;
    bool playing;
    Live live;       // looks at nothing without --live
    Guide guide;     // the way that is shown with --guided
    Drill drill;     // while `drilling`: the session waits as it is
    bool drilling;
    int drill_stop; // choice of the debrief it was begun from, -1: --drill
    char guided[96]; // the scenario it was of last
    bool
        settle; // the bridge that is shown next is another one: not to be animated; the reader resets it
    ViewCard *cards;
    Arena card_texts; // of the cards that are shown
    char first_words[1400];
    bool library_shown;
    bool spoken_since; // another language: the shelf is in the old one
    ViewSettings settings; // wanted by the player while `settings_wanted`, which the reader resets
    bool settings_wanted;
    bool guiding;        // the play that runs is shown
    char show_file[PATHS_SIZE + 128]; // wanted by the player, "" for none: whoever shows it empties it
    HostRoom room;       // host_room.c
    HostHome *home;      // who plays, and what is theirs
    bool other_settings; // somebody else plays: whoever applies settings reads them anew, and resets it
} Host;

// Opens store and screens: the library, or the scenario (taken; may be NULL). Never fails: what is wrong
// is told on a screen.
void host_open(Host *host, const PlayRequest *request, Scenario *taken_scenario);
void host_close(Host *host);

// With --live: looks whether the author's files have changed, and shows it. True: draw again.
bool host_look(Host *host);

// What the first picture of the library did not need. True: draw again. Inputs do it first.
bool host_load_rest(Host *host);

// Interface, story and shelf in that language from now on ("en" or "": as they were written), at the same
// place of the same screen. False: its translation cannot be read; the one that was spoken stays, or English.
bool host_speak(Host *host, const char *tag, Err *err);

// One input; false: the program is to end.
bool host_input(Host *host, const ViewInput *input);

// For the files host_*.c.
void host_notice(Host *host, const char *title, const Err *err);
void host_show_library(Host *host);
// The play of `session` (taken) from now on.
void host_take_session(Host *host, Session *taken_session, const Resume *resume);
