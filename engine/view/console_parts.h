// Inside of the console: its state, and what its files share. For console*.c only.
#pragma once

#include "view/console.h"
#include "view/console_act.h"
#include "view/console_chance.h"
#include "view/projector.h"
#include "view/view_state.h"

struct Console {
    View *view;           // focus, pointer, devices, panels, settings: as on every other screen
    const RoomView *room; // of the call that runs
    ConsoleChance chance;
    Projector *projector; // what the room sees, to be shown small
    Frame small;
    int hands[ROOM_OPTIONS_MAX];
    int hands_at;    // whose figure digits go to
    bool to_hand;    // the page with it is to be shown; at offer_count: the one with the button
    bool typed;      // into it, since the focus came there: Enter goes on to the next
    ViewTarget main; // the red button
    // What the last frame was about: where it is something else, the focus is at the red button again.
    RoomStage stage;
    uint32_t question;
    int choices;
    bool drawn, tables;
    uint64_t seen;
};

// What stands on a button of the console: its letter is shown where it holds.
typedef struct ConsoleButton {
    const char *label, *sub; // sub: small, below; NULL for none
    const char *letter;      // or NULL
    const char *id;
    ViewAction action;
    int argument;
    bool first;  // the red one
    bool off;    // cannot be taken now: sub says why
    bool chosen; // one of several that holds
} ConsoleButton;

ConsoleButton console_button(ConsoleAct act, int value, const char *label);
ConsoleButton console_opens(ViewPanel panel, const char *letter, const char *label);

float console_button_height(Pen *pen, const ConsoleButton *button, float width);
float console_button_width(Pen *pen, const ConsoleButton *button); // its label in one line
void console_button_draw(Pen *pen, const ConsoleButton *button, FrameRect rect);

// Below each other, or so many beside each other.
void console_buttons(Flow *flow, const ConsoleButton *buttons, int count, int columns, float gap);
// Each as wide as it has to be, in as many lines as that takes; `wide`: they fill their lines.
void console_row(Flow *flow, const ConsoleButton *buttons, int count, bool wide, float gap);

// Whether letters are the console's: not where a set for one hand has them, nor on a gamepad.
bool console_has_letter(const Pen *pen, const char *letter);

// Sentences with a number in them, kept as long as the frame.
const char *console_keep(Pen *pen, Text *text);
const char *console_number(Pen *pen, int number);
const char *console_time(Pen *pen, int seconds);  // "0:38"
void console_title(Flow *flow, const char *text); // of a card
void console_soft(Flow *flow, const char *text, float gap);
void console_body(Flow *flow, const char *text, float gap); // *marked*

// A QR code with its quiet margin, `size` wide at 100 % type; nothing where there is none.
void console_code(Flow *flow, const RoomCode *code, const char *name, float size, float gap);
void console_code_draw(Pen *pen, const RoomCode *code, const char *name, FrameRect rect);

const Console *console_of(const View *view);
const char *console_words(const RoomView *room, int option); // of an answer, *marked*; never NULL
const Room *console_room(const View *view);
bool console_is_asked(const Room *room); // a question is open, closed, or shown

// ---- the cards: console_notes.c, console_answers.c, console_after.c -------------------------------

void console_notes_flow(View *view, Flow *flow);
void console_screen_flow(View *view, Flow *flow); // what the room sees
void console_mirror_draw(Console *console, const ViewSettings *settings,
                         const FrameMeasure *measure); // as it is now
// console_mirror.c: a picture of it with its words, the acts beside or below.
void console_mirror(View *view, Flow *flow, const ConsoleButton *acts, int count,
                    const char *words);
void console_answers_flow(View *view, Flow *flow);
// console_answer.c: one of them, with what `figures` may show.
void console_answer(const View *view, Flow *flow, int option, const RoomResult *figures);
void console_after_flow(View *view, Flow *flow, bool close); // close: only what can be taken now
typedef enum ConsoleRoom { ROOM_FOR_ALL, ROOM_FOR_CODE, ROOM_FOR_LITTLE } ConsoleRoom;
void console_phones_flow(View *view, Flow *flow, ConsoleRoom room);
void console_plan_flow(View *view, Flow *flow); // what the bar has no room for in large type

enum { CONSOLE_MAIN_MAX = 5 };
// What is done most at this stage, the red one first.
int console_main_acts(const View *view, Pen *pen, ConsoleButton out[CONSOLE_MAIN_MAX]);

const char *console_pace_words(View *view, Pen *pen, uint32_t *colour); // on the band
const char *console_question_words(View *view, Pen *pen);               // "" for none
const char *console_planned_words(View *view, Pen *pen);                // likewise
