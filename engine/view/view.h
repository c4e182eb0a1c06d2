// The screens: state in, frame out; input in, what is wanted out. Knows stories and frames, no
// pixels, no files, no Lua. It never writes to disk: what has to be done outside is a ViewRequest.
#pragma once

#include "picture/cue.h"
#include "story/drill.h"
#include "story/history.h"
#include "view/commands.h"
#include "view/frame.h"
#include "view/home.h"

typedef enum ViewScreen { VIEW_LIBRARY, VIEW_PLAY, VIEW_DEBRIEF, VIEW_NOTICE, VIEW_CONSOLE } ViewScreen;

// One scenario on the shelf.
typedef struct ViewCard {
    const char *id, *title, *blurb, *place;
    int minutes;
    bool broken; // cannot be loaded: `problem` says why
    const char *problem;
    bool started, ended;    // a playthrough is under way, or was finished
    bool latest;            // the one played last: the go-on card is about it while it is under way
    const char *standing;   // "Wednesday, 16:40"; "played once"; "" when never played
    BridgeCondition bridge; // as it was left; as it begins when never played
    uint8_t weather;
    const char *content; // what one may want to know before it starts; NULL or "": nothing
    const char *people;  // "Maya, Sam and Lin"; NULL or "": not said
    bool has_look;       // how the first of them looks: a face for the card
    PictureLook look;
    bool has_way;   // a recorded way can be shown (REQUEST_GUIDED)
    bool has_room;  // it can be run in a room (REQUEST_RUN_ROOM)
    bool off_shelf; // a booster, the practice: has its own place
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
    KEY_PAUSE,   // P
    KEY_PLACES,  // K
    KEY_SKIP,    // F
    KEY_YOU,     // Y
    KEY_NEW,     // N
    KEY_ALL,     // A
    KEY_DIGIT,
    KEY_BACKSPACE, // both only where text is wanted
    KEY_DELETE,
    KEY_SETTINGS, // S, F10: on every screen
} ViewKey;

// What an input came from: prompts name the keys of the device in use.
typedef enum ViewDevice {
    DEVICE_KEYBOARD,
    DEVICE_MOUSE,
    DEVICE_TOUCH,
    DEVICE_PAD,
} ViewDevice;

typedef enum ViewInputKind {
    INPUT_KEY,
    INPUT_POINT,
    INPUT_PRESS,   // puts the button down: what lies there is shown pressed
    INPUT_RELEASE, // lets it go: carried out where that is still the same thing
    INPUT_WHEEL,
    INPUT_TICK,
    INPUT_HEARD, // something that view_captioned wants was heard
    INPUT_TEXT,  // typed, where text is wanted
    INPUT_CARET  // there, to byte `code` of it
} ViewInputKind;

typedef struct ViewInput {
    ViewInputKind kind;
    ViewKey key;
    int digit;        // 1..9 for KEY_DIGIT
    bool released;    // KEY_LOOK, and where one holds to choose KEY_ENTER and KEY_DIGIT: let go
    uint8_t device;   // ViewDevice
    int32_t code;     // KEY: which key of the keyboard it was (commands.h), 0 for others
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
    REQUEST_SETTINGS, // from now on `settings`: keep them
    REQUEST_LANGUAGE, // the interface in the language with the code `text`
    REQUEST_DRILL,   // practise the conversation of the `count`-th choice: view_drill
    REQUEST_AGAIN,   // the drill once more: drill_again, then view_chosen
    REQUEST_QUIT,
    REQUEST_GUIDED,         // play card `card` with a recorded way shown
    REQUEST_SEED,           // play card `card` from the start with the number in `text`
    REQUEST_ANSWER,         // of today's plan: `count` is a ViewPlanAnswer
    REQUEST_PROFILE,        // profile `count` plays now
    REQUEST_PROFILE_ADD,    // a new one by the name in `text`, who plays now
    REQUEST_PROFILE_NAME,   // whoever plays now is called `text`
    REQUEST_PROFILE_REMOVE, // profile `count`, with everything of theirs
    REQUEST_KEEP_FOR,       // `count`: place in ViewHome.keep_for
    REQUEST_EXPORT,         // all that is kept, into a file
    REQUEST_FORGET,         // delete everything that is kept
    REQUEST_PROOF,          // of the play that ended: a page that shows that it was
    REQUEST_TAKEAWAY,       // a page without any score to take away; `text`: the plan in it
    REQUEST_PLACE_KEEP,     // this place of the play
    REQUEST_PLACE,          // go back to kept place `count`
    REQUEST_PLACE_REMOVE,   // forget it
    REQUEST_SHOW_FILE,      // the file `text`, in whatever the system opens such files with
    REQUEST_RUN_ROOM,       // card `card` in a room, with everybody's phones
    REQUEST_ROOM,           // the console's own: console_input makes a RoomWish of it
} ViewRequestKind;

typedef struct ViewRequest {
    ViewRequestKind kind;
    int card;
    StoryOffer offer;
    int count;
    const char *text;
    const struct ViewSettings *settings;
} ViewRequest;

typedef struct View View;

View *view_new(void);
void view_free(View *view);

// The shelf. Cards and their strings are borrowed until the next call.
void view_library(View *view, const ViewCard *cards, int count, const char *first_start);

// The same shelf with other words (a language was chosen): the screen stays where it is.
void view_cards(View *view, const ViewCard *cards, int count, const char *first_start);

// Whoever plays, and what is theirs. The struct is copied, its strings and lists are borrowed until the
// next call. Without it the library has nothing but its shelf.
void view_home(View *view, const ViewHome *home);

// The kept places of the play that runs (borrowed until the next call, or the next play).
void view_places(View *view, const ViewPicture *places, int count);

// Asked of each line when it is about to be told: whether it was read in an earlier play. Whoever skips
// sees such lines at once. NULL: nothing was.
typedef struct ViewKnown {
    bool (*was_read)(void *context, int event); // place in the journal
    void *context;
} ViewKnown;
void view_known(View *view, ViewKnown known);

// The play of that history (borrowed while it runs), from the events of the last choice on.
void view_play(View *view, const StoryHistory *history);
void view_chosen(View *view);  // the history has moved: show the new lines
void view_debrief(View *view); // normally reached by itself at an ending

// In the guided mode, after view_play and view_chosen: the offer that Enter takes, and why it matters
// ("" where nothing is said). NULL: none.
void view_guide(View *view, const StoryOffer *offer, const char *why);

// The play of a drill (borrowed while it runs), from where its conversation begins. Its end is what it did,
// and Again. `inside`: leaving it (REQUEST_LIBRARY) leads back to a debrief.
void view_drill(View *view, const Drill *drill, bool inside);

// The debrief again, at that choice.
void view_debrief_at(View *view, int stop);

// The plan of a REQUEST_PLAN could not be kept: it can be kept again.
void view_plan_lost(View *view);

// A slice of what goes on unseen: counting what other choices would have come to, for the debrief.
// About as many choices are played out (eight million are a second of one core). True: all is done.
bool view_think(View *view, int choices);

// A message over everything: an error, a warning. `fix` may be "". Dismissed by Enter or a click.
void view_notice(View *view, const char *title, const char *message, const char *fix);
// A file was written: its path as the message, and a button that asks for REQUEST_SHOW_FILE.
void view_notice_file(View *view, const char *title, const char *path, const char *fix);

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

// Whether the next key pressed is to be a command's own: the host then sends every key as KEY_NONE with its
// code, and Esc as itself.
bool view_wants_key(const View *view);

// A language that the interface can be in. The list is borrowed; `chosen` is an index of it.
typedef struct ViewLanguage {
    const char *code, *name; // the name in that language
} ViewLanguage;
void view_languages(View *view, const ViewLanguage *languages, int count, int chosen);

// A voice of the machine that can read in the interface's language.
typedef struct ViewVoice {
    const char *name, *language;
} ViewVoice;

// Those there are (borrowed until the next call; -1: not known). `missing`: there is nothing that could read.
void view_voices(View *view, const ViewVoice *voices, int count, bool missing);

// Opens the settings, over whatever is shown.
void view_open_settings(View *view);

// Whether something moves by itself (text being revealed), so that TICKs are wanted.
bool view_is_moving(const View *view);

// Which sounds are told in words: 0 is what one has at first.
typedef enum ViewCaptions {
    CAPTIONS_IMPORTANT, // what breaks
    CAPTIONS_ALL,
    CAPTIONS_NONE,
    CAPTIONS_COUNT
} ViewCaptions;

// How fast text is told; all at once is `no_typing`.
typedef enum ViewSpeed { SPEED_USUAL, SPEED_SLOW, SPEED_FAST, SPEED_COUNT } ViewSpeed;

// Switches: one button, and what it takes comes to the focus by itself; or one to step and one to take.
typedef enum ViewSwitches { SWITCHES_NONE, SWITCHES_ONE, SWITCHES_TWO, SWITCHES_COUNT } ViewSwitches;

// What the player has set. All zero but the scale is what one has at first.
typedef struct ViewSettings {
    float text_scale;
    bool high_contrast, reduced_motion, no_typing;
    bool slow_link; // the screen is far away: few pictures
    bool sound_off;
    bool feedback;    // what a choice has changed is said at once, not only in the debrief
    uint8_t captions; // ViewCaptions: not by sound_off, one may hear nothing for other reasons
    bool speech;      // reads itself aloud
    int speech_rate;  // -100 slow .. 100 fast
    uint8_t speech_volume; // 0 .. 100
    char speech_voice[64]; // of the machine, by its name; "": the one it takes by itself
    char speech_voice_language[16]; // that it speaks
    bool reader;      // somebody reads the frames aloud, this program or another: nothing moves by itself
    uint8_t typeface; // FrameTypeface
    bool colour_safe; // colours that people with any colour vision tell apart
    uint8_t text_speed;          // ViewSpeed
    uint8_t hands;               // ViewHands: which set of keys
    uint8_t switches;            // ViewSwitches
    int scan_milliseconds;       // a step of scanning; 0: the usual
    int hold_milliseconds;       // a choice is held so long until it is taken; 0: not at all
    int32_t keys[COMMAND_COUNT]; // chosen by hand; 0: that of the set
    float own_scale; // text_scale as the player has set it, where a small window made it larger; or 0
    float finger; // design units that a finger needs; the host sets it from the size of its window
} ViewSettings;

// How a person of a scenario looks: what its author gave, the rest by the person's id.
PictureLook view_look(const StoryPerson *person);

// Whether an INPUT_HEARD of that sound would be told.
bool view_captioned(const ViewSettings *settings, PictureSound sound);

// Draws the current screen into a cleared frame of any size (width x height in design units, at
// least 320x200 scaled up: see screens.md). text_scale 1.0 to 2.0.
void view_frame(View *view, const ViewSettings *settings, const FrameMeasure *measure,
                Frame *frame);
