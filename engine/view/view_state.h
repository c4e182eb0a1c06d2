// What a View holds, for the files of this module only. The host sees view.h.
#pragma once

#include "story/debrief.h"
#include "story/whatif.h"
#include "view/flow.h"
#include "view/parts.h"
#include "view/view.h"
#include "view/words.h"

typedef enum ViewPanel {
    PANEL_NONE,
    PANEL_LEDGER,
    PANEL_HISTORY,
    PANEL_LOOK,
    PANEL_HELP,
    PANEL_CANYON,
    PANEL_OTHER_WAY, // from a choice in the debrief
    PANEL_WRITE,     // the plan in one's own words
    PANEL_COVER,     // a scenario before it starts
    PANEL_YOU,       // the record, plans, what is kept
    PANEL_PROFILES,  // who is playing
    PANEL_NAME,      // a name is typed
    PANEL_NUMBER,    // the number of a practice week is typed
    PANEL_ASK,       // once more, before something is deleted
    PANEL_PAUSE,
    PANEL_PLACES, // kept places
    PANEL_PAGES,  // which page of the debrief is kept
    PANEL_ALL,    // every scenario, as a list
    PANEL_SETTINGS,
    PANEL_ROOM_CHOOSE, // the console's: console_panels.c
    PANEL_ROOM_BRANCH,
    PANEL_ROOM_EARLIER,
    PANEL_ROOM_HANDS,
    PANEL_ROOM_PHONES,
    PANEL_ROOM_REMOTE,
    PANEL_ROOM_SCREENS,
    PANEL_ROOM_SESSION,
    PANEL_ROOM_END,
    PANEL_ROOM_LEAVE
} ViewPanel;

typedef enum ViewBeatKind { BEAT_TOLD, BEAT_SPEECH, BEAT_YOU, BEAT_NOTE } ViewBeatKind;

// One thing that is told at a time.
typedef struct ViewBeat {
    uint8_t kind;
    uint8_t person;     // BEAT_SPEECH
    uint8_t motif;      // FrameMotif that begins with it
    uint8_t crossing;   // FrameCrossing: where the crosser is on the bridge while this is told
    uint8_t crosser;    // person; only their bridge shows it
    int16_t commitment; // BEAT_NOTE about a plank, or -1
    int32_t minute;     // of the story's clock, when it happened
    bool line, known;   // said by the author; read in an earlier play
    const char *text;   // *marked*
} ViewBeat;

typedef struct ViewBeats {
    Arena arena;
    ViewBeat *list;
    int count, capacity;
    uint8_t crossing;     // FrameCrossing that the next ones get
    uint8_t crosser;      // person
    uint8_t motif;        // FrameMotif that the next one gets
    int32_t minute;       // likewise
    bool line, known;     // likewise
    ViewKnown knows;
    const char *feedback; // said behind the choice; or NULL
} ViewBeats;

enum { VIEW_CALM = 1200 }; // milliseconds

struct View {
    ViewScreen screen; // below a notice
    struct Console *console; // of VIEW_CONSOLE
    ViewPanel panel;

    const ViewCard *cards;
    int card_count;
    const char *first_start; // or ""

    ViewHome home;
    int cover;  // card of PANEL_COVER
    bool cover_of_list; // closing it leads back to PANEL_ALL
    int asked, asked_of; // ViewHomeAct of PANEL_ASK, and which profile
    int naming; // ViewHomeAct of PANEL_NAME

    const ViewPicture *places; // kept ones of this play
    int place_count;
    bool can_keep_places;
    ViewKnown known;
    bool skipping; // what was read before is shown at once

    bool has_notice, notice_over; // over: one may start over instead
    bool notice_file;             // the message is the path of a file that can be shown
    char notice_title[256], notice_message[1024], notice_fix[512];

    bool has_mistake;
    ViewMistake mistake; // its texts: mistake_texts
    Arena mistake_texts;
    FrameRect mistake_rect; // of the card in the last frame

    // The play.
    const StoryHistory *history; // NULL outside
    ViewBeats beats;             // since the last choice
    int shown;                   // beats that are revealed
    int shown_milliseconds;      // since the latest was
    bool told;                   // everything was: the options are open
    StoryPause pause;
    StoryOffer offers[STORY_OFFERS_MAX];
    int offer_count;
    int guided; // offer that is shown in the guided mode, or -1
    const char *guided_why;
    bool offers_failed; // a condition of the author's could not be answered
    int page_beats_end; // beats on the story's page that is shown, and before
    int story_page;     // page shown, of
    int story_pages;
    int look_milliseconds; // since L went down; -1: it is up
    bool jump;             // in one column: show where the answers begin
    bool moved;            // the focus was moved by hand since everything was told
    int part;              // of the bridge that was walked to last
    int shown_person;      // whose bridge the last frame showed, or -1
    float top_most;        // where the highest bar ended, of this choice at this size
    bool follow;           // the strip turns to the promise that is pointed at
    bool from_canyon;      // looking goes back to all bridges

    // A drill.
    const Drill *drill; // NULL: none; its history is `history`
    bool drill_inside;  // of a debrief

    // What can be heard.
    int heard;         // beats whose motif was
    int choices_heard; // choices at the last view_chosen: taking one back is silent
    uint8_t motif;     // FrameMotif, the latest
    uint32_t motif_number;
    ViewWord caption; // while caption_milliseconds last
    int caption_milliseconds, caption_rank;

    // The debrief.
    bool has_debrief;
    Debrief debrief;
    WhatIf whatif; // while there is a history
    bool has_turns;
    WhatIfTurns turns;
    int stop;              // choice, or their number for the end
    StoryHistory other;    // the nearest other way from `other_stop`, for that person's bridge
    bool other_known, other_found;
    int other_stop, other_person;
    bool stop_moved;       // by hand
    int calm_milliseconds; // until Enter does anything: some still hurry through the end
    int person;            // whose bridge is looked at, and in the debrief
    bool plan_kept;
    char plan[512];
    char draft[512]; // while it is written anew
    int caret;       // byte of it

    // The settings (settings.c), and the devices one plays with.
    ViewSettings wanted;          // as they are being changed
    ViewSettings before;          // as they were when the screen was opened
    ViewPanel panel_under;        // what they were opened over
    bool notice_under;
    int page_under, page_of_keys;
    ViewTarget settings_focus;    // to come back to
    bool choosing_keys;           // which key does what
    int key_for;                  // ViewCommand that the next key is for, or -1
    ViewWord key_said;            // what came of the last one; W_NOTHING
    int32_t key_said_key;
    int key_said_command;
    const ViewLanguage *languages;
    int language_count, language;
    const ViewVoice *voices;
    int voice_count;     // -1: not known
    bool voices_missing; // nothing here can read aloud
    uint8_t device;               // ViewDevice of the last input
    bool fingers;                 // things are as large as a finger needs them
    ViewTarget scanned;           // what its turn has come to
    int scan_milliseconds;        // since then
    int scan_steps;               // since the switch was pressed
    bool scan_in_group;
    ViewTarget held;              // a choice, while it is held
    int held_milliseconds;
    float down_x, down_y;         // where the pointer went down
    int down_milliseconds;        // a finger, since then; -1: not, or it did something already

    // What the last frame was: input goes by its items.
    ViewTarget focus, hover;
    ViewTarget pressed; // what the button went down on, ACTION_NONE beside everything
    bool pressing;      // it is down
    bool press_inside;  // and the pointer is still on it
    ViewTarget under;   // focus to come back to when the panel closes
    FrameItem *items;   // copies without texts
    int item_count, item_capacity;
    bool stale; // something changed since
    int pages[PAGER_COUNT], page_counts[PAGER_COUNT];
    float width, height;
    ViewSettings settings;
    FrameMeasure measure;
    Frame scratch;
};

// ---- beats.c ------------------------------------------------------------------------------------

void view_beats_init(ViewBeats *beats);
void view_beats_deinit(ViewBeats *beats);
// What was said between two marks of the journal; `choice` is the taken choice before it, or -1.
void view_beats_add(ViewBeats *beats, const StoryHistory *history, int choice, int from, int to);
void view_beats_clear(ViewBeats *beats);
int view_beat_milliseconds(const ViewBeat *beat); // to read it
void view_beat_flow(Flow *flow, const StoryHistory *history, const ViewBeat *beat);
void view_tell(const View *view, Frame *frame); // what is told by now, whole, for an ear

// ---- facts of the play (facts.c) ----------------------------------------------------------------

int view_now_person(const View *view); // whose bridge the screen shows
// While something is told, a plank is as it was until the note about it is told.
const Playthrough *view_plank_state(const View *view, int commitment);
const Playthrough *view_bridge_state(const View *view, int person);
uint8_t view_crossing(const View *view, int person); // FrameCrossing on their bridge
PenDisc view_disc(const View *view, int commitment, int shown_person);
int view_disc_person(const Scenario *scenario, int commitment); // the colleague in it
int view_open_promises(const View *view, int *out); // by their due time; out: STORY_COMMITMENTS_MAX
const char *view_text(Frame *frame, const Scenario *scenario, const Playthrough *play, TextId text);
int view_day_of(const Scenario *scenario, int32_t minute); // working day, from 0
const char *view_clock(Frame *frame, const Scenario *scenario, int32_t minute);
const char *view_state_text(Frame *frame, const Scenario *scenario, const Playthrough *play,
                            int commitment);
const char *view_offer_text(Frame *frame, const Scenario *scenario, const Playthrough *play,
                            const StoryOffer *offer);
const char *view_bridge_words(const View *view, Pen *pen, int person); // as it is read aloud
uint32_t view_state_colour(const Theme *theme, int state, bool on_band);
FrameIcon view_state_icon(int state);
uint32_t view_word_colour(const Theme *theme, int bridge_word, bool on_band);
const char *view_first_name(const Scenario *scenario, int person);

// ---- bar.c: what frames every screen ------------------------------------------------------------

typedef struct ViewBar {
    const char *left, *left_more; // bold; soft
    int icon;                     // FrameIcon or -1
    const char *title;
    const char *right;       // before the gauge
    const char *word;        // after it; NULL: no gauge
    int halves;              // below 0: no gauge
    const char *bridge_name; // how the gauge is read aloud
} ViewBar;

float view_bar(Pen *pen, const ViewBar *bar);      // returns its height
float view_tools(View *view, Pen *pen, float top); // returns where it ends
void view_scene(View *view, Pen *pen, int person, const BridgeCondition *condition, float shift,
                uint32_t dim);
bool view_is_stacked(const Pen *pen); // one column, from 150 % type
float view_left(const Pen *pen);      // of the 1232 units that the grids take
enum { VIEW_GRID = 1232, VIEW_MARGIN = 24 };

// ---- telling.c: the story on the card of the play ----------------------------------------------

// In two columns while it is told, then in the left one, with pages.
void view_book(View *view, const Flow *flow, FrameRect left, FrameRect right);
int view_book_pages(const View *view, const Flow *flow, FrameRect left); // 1 while it is told
void view_book_pager(const View *view, Pen *pen, FrameRect rect);        // where there are any
void view_single_column(View *view, const Flow *flow, FrameRect rect);

// ---- caption.c: motifs, and what is heard in words -----------------------------------------------

// What an event of the journal sounds like: FrameMotif.
uint8_t view_motif_of(const StoryHistory *history, const StoryEvent *event);
uint8_t view_motif_greater(uint8_t a, uint8_t b); // of two at once
void view_motifs_pass(View *view);                // of the beats that are shown by now
void view_caption_heard(View *view, uint8_t sound);
void view_caption_settings(View *view, const ViewSettings *settings); // tells what has changed
void view_caption_say(View *view, ViewWord said); // the answer to a key or button
void view_caption_tick(View *view, int milliseconds);
void view_draw_caption(View *view, Pen *pen, float top); // below the bar
// What a key has just set, where the screen had no place for it: at the lower edge, over everything.
void view_draw_setting(View *view, Pen *pen);

// ---- the screens: each draws itself -------------------------------------------------------------

void view_draw_library(View *view, Pen *pen);
FrameThumbnail view_card_thumbnail(const ViewCard *card);
const char *view_card_minutes(Pen *pen, const ViewCard *card);
const char *view_thumbnail_name(Pen *pen, const ViewCard *card);
void view_front_head(View *view, Flow *flow, int index, bool go_on, bool close); // what it is
void view_front_rest(View *view, Flow *flow, int index, bool go_on, bool close);
// `list`: also the one of all scenarios.
void view_front_buttons(const View *view, Flow *flow, int index, bool go_on, bool list);
void view_draw_front(View *view, Pen *pen, FrameRect rect, int index, bool go_on);
void view_card_face(Pen *pen, const ViewCard *card, FrameRect picture);
// The library of one scenario; false, and nothing drawn, where it has no room.
bool view_draw_single(View *view, Pen *pen, int index, bool go_on);
void view_draw_play(View *view, Pen *pen);
void view_draw_debrief(View *view, Pen *pen);
void view_draw_notice(View *view, Pen *pen);
void view_draw_panel(View *view, Pen *pen); // ledger, history, help
void view_draw_look(View *view, Pen *pen);
// The parts of the bridge that are seen in `area` of the scene can be pointed at; the one that is
// has its note there. `all`: what the area hides can be walked to. Whether a note was drawn.
bool view_draw_parts(View *view, Pen *pen, const ViewPartOf *of, FrameRect area, bool all);
int view_pointed_part(const View *view); // ViewPart, or -1
bool view_points_at(const View *view, int commitment);
void view_draw_canyon(View *view, Pen *pen);
float view_strip_height(View *view, Pen *pen);
void view_draw_strip(View *view, Pen *pen, int person);                 // the ledger at the bottom
void view_offers_flow(View *view, Flow *flow, int columns, int person); // options, desk, ending
void view_desk_flow(View *view, Flow *flow);       // header of the desk or the one-on-one
int view_offer_plank(const View *view, int offer); // commitment it touches, or -1
float view_stop_place(const View *view, int stop); // on the way, 0..1
void view_timeline_flow(View *view, Flow *flow);
// write.c
void view_write_begin(View *view);
void view_write_text(View *view, const char *text);
void view_write_caret(View *view, int at); // to that byte
bool view_write_key(View *view, ViewKey key);
bool view_write_keep(View *view);
void view_write_flow(View *view, Flow *flow);

// turn.c
int view_first_break_choice(const View *view); // choice before the first broken plank, or -1
void view_find_turns(View *view);
const char *view_feedback(View *view, Arena *arena); // on the last choice; NULL: none is wanted
void view_stop_at(View *view, int stop);
void view_forget_other_way(View *view);
bool view_has_other_way(const View *view);            // at the choice that is looked at
void view_other_way_flow(View *view, Flow *flow);     // the panel
void view_other_way_short(View *view, Flow *flow);    // in a card with room for it; may be nothing
void view_turn_flow(View *view, Flow *flow);
void view_turn_buttons(View *view, Flow *flow); // back there, and the others: or apart
void view_turn_back(View *view, Flow *flow);
void view_turn_others(View *view, Flow *flow);
const char *view_turn_label(const View *view); // what the card begins with
void view_planks_flow(View *view, Flow *flow);
void view_tried_flow(View *view, Flow *flow);
void view_learned_flow(View *view, Flow *flow);
void view_recap_flow(View *view, Flow *flow);
void view_plan_flow(View *view, Flow *flow);
void view_plan_buttons(View *view, Flow *flow);
PenButton view_settings_button(void);

// ---- home: who plays, and what is theirs ---------------------------------------------------------

void view_below(View *view, Pen *pen); // the screen that something stands over, dimmed
// panel.c: a card as high as the flow asks, within the room; a button at its foot, whose place comes back.
FrameRect view_panel_card(Pen *pen, Flow *flow, FrameRect room, ViewPager pager, ViewAction action,
                          const char *label);
float view_panel_foot(Pen *pen, const char *label); // what it takes below the flow
bool view_is_on_shelf(const View *view, int card);
bool view_has_practice(const View *view);
// home_all.c: every scenario, as a list
bool view_has_list(const View *view); // more of them than one can see at once
PenButton view_list_button(void);
void view_list_draw(View *view, Pen *pen);
bool view_list_back(View *view);                       // from a cover to the list that led to it
bool view_card_digit(const View *view, int number, ViewTarget *out); // of those on the page
bool view_pages_go_round(const View *view);            // at home: from the last page to the first
typedef struct ViewShelf {
    int *cards, count; // those that stand on it
    int columns, rows;
    float width, height; // of a card
    float share;         // of its picture, where that stands beside the words
} ViewShelf;
ViewShelf view_shelf_list(const View *view, Pen *pen, int front); // all but that one
bool view_shelf_plan(const View *view, Pen *pen, float room, ViewShelf *shelf); // false: no room
void view_shelf_draw(View *view, Pen *pen, const ViewShelf *shelf, float top);
const char *view_card_standing(const ViewCard *card);
// What stands beside the card `front`: what is kept, today's plan, a booster, what comes next, or how it
// works. `close`: closer together, where it would not fit else.
void view_side_text(View *view, Flow *flow, int front, bool close);
float view_home_top(View *view, Pen *pen); // the bar; returns its height
void view_home_tools(View *view, Pen *pen);
// Pictures with their words, `columns` beside each other; one with its buttons beside it.
void view_pictures(Flow *flow, const ViewPicture *pictures, int count, int columns, float gap);
void view_picture_row(Flow *flow, const ViewPicture *picture, const PenButton *buttons, int count,
                      float gap);
ViewRequest view_open_card(View *view, int card, bool over); // or its cover first
bool view_draw_home_panel(View *view, Pen *pen); // false: the panel is none of home's
ViewRequest view_home_activate(View *view, int argument);
bool view_home_key(View *view, ViewKey key, ViewRequest *out); // true: it was a key of home's
int view_home_rank(int argument); // how much one wants to be there first
bool view_skip(View *view);       // goes on over what was read before; true: lay out again
bool view_can_skip(const View *view);
bool view_has_page(const View *view); // of the player: bridges, plans, what is kept
void view_write_line(View *view, Flow *flow, const char *label); // the draft of a name or number
void view_draw_you(View *view, Pen *pen);

// drilling.c
bool view_drill_over(const View *view);
void view_drill_flow(View *view, Flow *flow); // what it did, and Again

// ---- the console of a room: console.c, console_panels.c, console_keys.c ---------------------------

void view_draw_console(View *view, Pen *pen);
void view_draw_console_panel(View *view, Pen *pen);
ViewRequest view_console_activate(View *view, int argument);
int view_console_rank(const View *view, int argument); // how much one wants to be there first
bool view_console_key(View *view, const ViewInput *input, ViewRequest *out); // true: it was one of ours

// ---- settings: settings.c, settings_draw.c, settings_keys.c -------------------------------------

ViewRequest view_settings_activate(View *view, ViewTarget target);
bool view_settings_open(const View *view);
void view_settings_close(View *view);               // from the keys to the settings, and from there away
ViewRequest view_settings_step(View *view, int step); // the next value of the setting in focus
ViewRequest view_settings_key(View *view, int32_t code); // the key that was asked for
void view_settings_draw(View *view, Pen *pen);
ViewWord view_command_says(ViewCommand command); // what it does, in words
void view_help_flow(View *view, Flow *flow);     // help.c

// ---- devices.c: hands, fingers, switches --------------------------------------------------------

bool view_uses_switches(const View *view);
// Of one sentence in several wordings that of the device in use.
ViewWord view_word_of_device(const View *view, ViewWord keys, ViewWord touch, ViewWord pad);
bool view_hold(View *view, ViewTarget target); // true: it has to be held, and is from now on
void view_let_go(View *view);
float view_held_part(const View *view);
bool view_held_long_enough(View *view, int milliseconds);
void view_use_fingers(View *view, bool fingers);
void view_finger_down(View *view, float x, float y);
bool view_finger_moved(View *view, float x, float y);
int view_finger_swiped(const View *view, float x, float y);
bool view_finger_stays(View *view, int milliseconds);
bool view_is_scanning(const View *view);
void view_scan_tick(View *view, int milliseconds);
bool view_switch_takes(View *view, bool steps); // true: what is in focus is to be taken
void view_draw_scan(const View *view, Pen *pen);
// letters.c: a board of them, where there is no keyboard at hand; and what one of them does
void view_letters_flow(View *view, Flow *flow);
void view_type(View *view, int32_t code);

// ---- mistake.c ----------------------------------------------------------------------------------

void view_draw_mistake(View *view, Pen *pen);
bool view_mistake_hides(const View *view, float x, float y); // what lies there is below the card

// ---- focus.c ------------------------------------------------------------------------------------

void view_focus_on(View *view, const FrameItem *item);
void view_focus_step(View *view, int step); // in reading order, round and round
void view_focus_vertically(View *view, int step);
bool view_focus_in_group(View *view, int step); // along the group of what is in focus, if any
bool view_focus_group_end(View *view, bool end);
const FrameItem *view_item_at(const View *view, float x, float y); // operable, or NULL

// ---- view.c and input.c -------------------------------------------------------------------------

void view_touch(View *view);   // something changed: the next input wants fresh items
void view_refresh(View *view); // lays the screen out again where it is stale
void view_open_panel(View *view, ViewPanel panel);
void view_close_panel(View *view);
void view_more(View *view); // reveals the next beat or turns the page
void view_make_plan(View *view);
bool view_is_telling(const View *view);
// Of the pager that has such a button; `round`: also past its end, where pages go round.
void view_turn_pages(View *view, int step, bool round);
void view_turn_by_button(View *view, int argument); // of an ACTION_PAGE
void view_turn_to_end(View *view, bool end);        // at home
void view_move_stop(View *view, int to);    // along the way in the debrief
ViewRequest view_choose_offer(View *view, int index);
ViewRequest view_activate(View *view, ViewTarget target);
// pointer.c
void view_pointer_point(View *view, float x, float y);
void view_pointer_press(View *view, float x, float y);
void view_pointer_drag(View *view, float x, float y);
ViewRequest view_pointer_up(View *view, float x, float y);
ViewRequest view_tick(View *view, int milliseconds);
