// The screens: state in, frame out; input in, what is wanted out. Knows stories and frames, no
// pixels, no files, no Lua. It never writes to disk: what has to be done outside is a ViewRequest.
#pragma once

#include "picture/cue.h"
#include "story/history.h"
#include "view/frame.h"

typedef enum ViewScreen { VIEW_LIBRARY, VIEW_PLAY, VIEW_DEBRIEF, VIEW_NOTICE } ViewScreen;

// One scenario on the shelf.
typedef struct ViewCard {
    const char *id, *title, *blurb, *place;
    int minutes;
    bool broken; // cannot be loaded: `problem` says why
    const char *problem;
    bool started, ended;    // a playthrough is under way, or was finished
    bool latest;            // the one played last: the go-on card is about it while it is under way
    const char *standing;   // "Wednesday, 16:40"; "played once"; "" when never played
    BridgeCondition bridge; // as it was left; pristine when never played
    uint8_t weather;
} ViewCard;

typedef enum ViewKey {
    KEY_NONE,
    KEY_UP,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_NEXT,     // Tab
    KEY_PREVIOUS, // Shift+Tab
    KEY_ENTER,    // Enter and Space
    KEY_ESCAPE,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_UNDO,    // U
    KEY_LOOK,    // L
    KEY_CANYON,  // B
    KEY_HISTORY, // H
    KEY_LEDGER,  // C
    KEY_HELP,    // ?
    KEY_DIGIT,
    KEY_BACKSPACE, // both only where text is wanted
    KEY_DELETE,
} ViewKey;

typedef enum ViewInputKind {
    INPUT_KEY,
    INPUT_POINT,
    INPUT_PRESS,   // puts the button down: what lies there is shown pressed
    INPUT_RELEASE, // lets it go: carried out where that is still the same thing
    INPUT_WHEEL,
    INPUT_TICK,
    INPUT_HEARD, // something that view_captioned wants was heard
    INPUT_TEXT   // typed, where text is wanted
} ViewInputKind;

typedef struct ViewInput {
    ViewInputKind kind;
    ViewKey key;
    int digit;        // 1..9 for KEY_DIGIT
    bool released;    // KEY_LOOK: held down and let go
    float x, y;       // design units for POINT, PRESS and RELEASE
    float wheel;      // lines, positive is up
    int milliseconds; // TICK: since the last one
    uint8_t heard;    // HEARD: PictureSound
    char text[32];    // TEXT: UTF-8
} ViewInput;

typedef enum ViewRequestKind {
    REQUEST_NONE,
    REQUEST_START,   // play card `card` from the start
    REQUEST_GO_ON,   // play card `card` where it stopped
    REQUEST_CHOOSE,  // take `offer`: record it, then view_chosen
    REQUEST_UNDO,    // record, then view_chosen
    REQUEST_UNDO_TO, // go back to before the `count`-th choice
    REQUEST_LIBRARY, // leave the play (everything is recorded already)
    REQUEST_PLAN,    // keep the if-then plan in `text`
    REQUEST_PAGE,    // keep the debrief as a page; `text`: the plan in it
    REQUEST_QUIT,
} ViewRequestKind;

typedef struct ViewRequest {
    ViewRequestKind kind;
    int card;
    StoryOffer offer;
    int count;
    const char *text;
} ViewRequest;

typedef struct View View;

View *view_new(void);
void view_free(View *view);

// The shelf. Cards and their strings are borrowed until the next call.
void view_library(View *view, const ViewCard *cards, int count, const char *first_start);

// The play of that history (borrowed while it runs), from the events of the last choice on.
void view_play(View *view, const StoryHistory *history);
void view_chosen(View *view);  // the history has moved: show the new lines
void view_debrief(View *view); // normally reached by itself at an ending

// In the guided mode, after view_play and view_chosen: the offer that Enter takes, and why it matters
// ("" where nothing is said). NULL: none.
void view_guide(View *view, const StoryOffer *offer, const char *why);

// The plan of a REQUEST_PLAN could not be kept: it can be kept again.
void view_plan_lost(View *view);

// A slice of what goes on unseen: counting what other choices would have come to, for the debrief.
// About as many choices are played out (eight million are a second of one core). True: all is done.
bool view_think(View *view, int choices);

// A message over everything: an error, a warning. `fix` may be "". Dismissed by Enter or a click.
void view_notice(View *view, const char *title, const char *message, const char *fix);

// The same about the play below it, which goes on at an earlier place than one left: its button goes on, and
// a second one starts over (REQUEST_START, or REQUEST_UNDO_TO 0 where there is no library).
void view_notice_parting(View *view, const char *title, const char *message, const char *fix);

// A mistake in the author's files, or what an edit did to the way here (then `code` is ""). Texts may be
// "", never NULL.
typedef struct ViewMistake {
    const char *title; // "scenario.lua:14:9"
    const char *code, *message, *fix;
    const char *line;       // of the file, "" where there is none
    int mark, mark_columns; // terminal columns before the mark, and of the mark
    const char *foot;       // small, below everything
} ViewMistake;

// Shows it (copied) as a card over everything but a notice, until the next call. NULL: it is mended.
void view_mistake(View *view, const ViewMistake *mistake);

// The scenario of the play was edited, and its choices were taken again: `history` is the play now.
// Shows it in the same place: what was told stays told, panels, pages and focus stay where they can.
void view_edited(View *view, const StoryHistory *history);

ViewScreen view_screen(const View *view);

// One input; what is wanted of the outside comes back.
ViewRequest view_input(View *view, const ViewInput *input);

// Whether letters are text now: the host then sends INPUT_TEXT, and no keys for what was typed.
bool view_wants_text(const View *view);

// Whether something moves by itself (text being revealed), so that TICKs are wanted.
bool view_is_moving(const View *view);

// Which sounds are told in words: 0 is what one has at first.
typedef enum ViewCaptions {
    CAPTIONS_IMPORTANT, // what breaks
    CAPTIONS_ALL,
    CAPTIONS_NONE,
    CAPTIONS_COUNT
} ViewCaptions;

// Draws the current screen into a cleared frame of any size (width x height in design units, at
// least 320x200 scaled up: see screens.md). text_scale 1.0 to 2.0.
typedef struct ViewSettings {
    float text_scale;
    bool high_contrast, reduced_motion, no_typing;
    bool slow_link; // the screen is far away: few pictures
    bool sound_off;
    bool feedback;    // what a choice has changed is said at once, not only in the debrief
    uint8_t captions; // ViewCaptions: not by sound_off, one may hear nothing for other reasons
} ViewSettings;

// How a person of a scenario looks: what its author gave, the rest by the person's id.
PictureLook view_look(const StoryPerson *person);

// Whether an INPUT_HEARD of that sound would be told.
bool view_captioned(const ViewSettings *settings, PictureSound sound);

void view_frame(View *view, const ViewSettings *settings, const FrameMeasure *measure,
                Frame *frame);
