// A frame: what a screen shows, as a value. A list of draw commands in design units, and for every
// element its role, name, value and place (the semantic items). The same frame is drawn by
// engine/sdl, printed as text in tests, and read aloud. No pixels, no fonts: widths come from a
// callback.
#pragma once

#include "base/arena.h"
#include "base/text.h"
#include "bridge/bridge.h"
#include "picture/look.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct FrameRect {
    float x, y, w, h; // design units
} FrameRect;

typedef enum FrameFont { // Vollkorn for what is told, Inter for what is operated
    FONT_STORY,
    FONT_STORY_BOLD,
    FONT_STORY_ITALIC,
    FONT_UI,
    FONT_UI_MEDIUM,
    FONT_UI_BOLD,
    FONT_COUNT
} FrameFont;

// In which faces the fonts are set: Vollkorn and Inter, or one face for all of it.
typedef enum FrameTypeface {
    TYPEFACE_BOOK,
    TYPEFACE_ANDIKA,
    TYPEFACE_OPENDYSLEXIC,
    TYPEFACE_COUNT
} FrameTypeface;

typedef enum FrameAlign { ALIGN_START, ALIGN_CENTRE, ALIGN_END } FrameAlign;

typedef enum FrameCommandKind {
    // The living canyon with the bridge, whole window behind everything. rect: visible part; value:
    // shift upwards in design units; colour: laid over it, its alpha dims (0 none). flag: the
    // canyon with all bridges: value and size are the heights of the near and the far decks, see
    // FrameBay.
    FRAME_SCENE,
    // Filled, with radius; colour, colour2: top and bottom of a vertical gradient (equal: plain);
    // hatched with `flag`.
    FRAME_RECT,
    FRAME_OUTLINE, // radius, line width in `size`; dashed with `flag`
    FRAME_SHADOW,  // of a card with that rect and radius
    // One line: text, font, size, colour, align. x: its left, centre or right; y: top of the line
    // box; w: width as measured; h: the fixed leading (centre the font's line in it). flag: only an
    // ornament; the words of every other text stand in an item, too.
    FRAME_TEXT,
    FRAME_ROPE,  // rope edge along the top of rect; knots at both ends with `flag`
    FRAME_GAUGE, // ten planks; value: halves 0..20; h: height
    // In the centre of rect. value: number; state: BridgeFate; flag: focused; state2: bit 0 mended,
    // bit 1 theirs.
    FRAME_DISC,
    FRAME_PORTRAIT,  // value: index into Frame.looks; state: StoryMood
    FRAME_THUMBNAIL, // value: index into Frame.thumbnails
    FRAME_ICON,      // value: FrameIcon; colour
    // text in a keycap; colour, colour2 ink. state: FrameGlyph that is drawn instead of it
    FRAME_KEYCAP,
    FRAME_CLIP,      // following commands are clipped to rect; w 0 ends it
    // A QR code in rect, without a margin, in whole pixels. text: value x value of '0' and '1'; colour.
    FRAME_CODE,
    FRAME_RING, // the band `size` wide inside of rect; value: thousandths of it in colour, else colour2
} FrameCommandKind;

// Buttons of a gamepad by where they lie, whatever is printed on them.
typedef enum FrameGlyph {
    GLYPH_NONE,
    GLYPH_SOUTH,
    GLYPH_EAST,
    GLYPH_WEST,
    GLYPH_NORTH,
} FrameGlyph;

typedef enum FrameIcon {
    ICON_SUN,
    ICON_DUSK,
    ICON_DAWN,
    ICON_STORM,
    ICON_CHECK,
    ICON_CLOCK,
    ICON_CRACK,
    ICON_CROSS,
    ICON_MOVED,
    ICON_LOGO,
    ICON_ARROW, // points on: to the right; with `flag` to the left
} FrameIcon;

// How the place of an element follows where lines begin: mirror.h. Zeroed: with the window.
typedef enum FrameTurnKind { FRAME_TURN_USUAL, FRAME_TURN_ROUND, FRAME_TURN_MOVED } FrameTurnKind;

typedef struct FrameTurn {
    uint8_t kind;
    float sum; // twice the axis, or how far it moves
} FrameTurn;

typedef struct FrameCommand {
    uint8_t kind;
    uint8_t font, align, state, state2;
    bool flag;
    bool from_right; // of a text: its line begins at the right
    FrameTurn turn;
    FrameRect rect;
    float radius, size;
    int32_t value;
    uint32_t colour, colour2; // 0xAARRGGBB
    const char *text;         // in the frame's arena
} FrameCommand;

typedef enum FrameRole { // names follow ARIA
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_BUTTON,
    ROLE_OPTION,
    ROLE_LIST,
    ROLE_LIST_ITEM,
    ROLE_IMAGE,
    ROLE_STATUS,
    ROLE_TAB,
    ROLE_DIALOG,
    ROLE_SLIDER,
    ROLE_SWITCH, // on while `selected`
    ROLE_RADIO,  // one of several; the chosen one is `selected`
    ROLE_FIELD,  // text that is being written; value: the text
    ROLE_COUNT
} FrameRole;

// Who hears of an item before they come to it.
typedef enum FrameLive {
    LIVE_NEW,      // read when it has newly come to the screen
    LIVE_QUIET,    // never by itself: furniture, or said elsewhere
    LIVE_ASSERTIVE // at once, over what is being said: the answer to a key
} FrameLive;

// One thing on the screen as a reader who does not see it gets it; in reading order. Items with an
// action can be focused and clicked.
typedef struct FrameItem {
    uint8_t role;
    bool focusable, focused, disabled, selected;
    FrameRect rect;
    const char *name;  // "Six. I'll be there."
    const char *value; // "touches plank 3, the brief"; may be ""
    const char *id;    // stable id for tests: "option.1", "go_on"
    const char *key;   // that does the same from anywhere: "U"; or ""
    int32_t action;    // ViewAction; 0 for none
    int32_t argument;
    int16_t disc;  // plank number this item touches, 0 for none: rung on the bridge while focused
    bool silent;   // one more place of an item before: to point at, not read aloud
    uint8_t group; // not 0: Tab stops once at all items of that group, left and right walk in it
    FrameTurn turn;
    uint8_t live;  // FrameLive
    bool told;     // a piece of what is told: FrameTold has it whole
    int16_t position, count; // in a set that goes on beyond this page: 7 of 9; 0: as they stand here
} FrameItem;

// Something that is told, whole, in the order in which it is: of a screen's pages an ear knows nothing.
typedef struct FrameTold {
    uint32_t number; // grows while the story goes on, and falls where a choice was taken back
    bool yours;      // the player's own words
    const char *text;
} FrameTold;

// What the one whose bridge it is does on it: their decision, seen.
typedef enum FrameCrossing {
    CROSSING_NONE,
    CROSSING_LOOKS, // has put a foot on the first plank
    CROSSING_COMES, // looks, and crosses
    CROSSING_TURNS_BACK,
} FrameCrossing;

// What of the story can be heard: a few notes that begin with this frame.
typedef enum FrameMotif {
    MOTIF_NONE,
    MOTIF_KEPT,
    MOTIF_MENDED, // kept, and it closes a gap
    MOTIF_BROKEN,
    MOTIF_FOUND_OUT,
    MOTIF_CROSSES,
    MOTIF_TURNS_BACK,
} FrameMotif;

typedef struct FrameThumbnail {
    BridgeCondition condition;
    uint8_t weather;  // StoryWeather
    float crop_width; // design units around the middle of the bridge
} FrameThumbnail;

// A far bridge of the canyon, from left to right.
typedef struct FrameBay {
    BridgeCondition bridge;
    int person;
    bool gate_shut;
} FrameBay;

// The bridge to a person, for an ear.
typedef struct FrameHeard {
    BridgeCondition bridge;
    const char *name; // their first name
} FrameHeard;

enum { FRAME_LOOKS = 40, FRAME_BAYS = 5 }; // home shows a face on each card

typedef struct Frame {
    Arena arena;
    FrameCommand *commands;
    int command_count, command_capacity;
    FrameItem *items;
    int item_count, item_capacity;
    FrameThumbnail *thumbnails;
    int thumbnail_count, thumbnail_capacity;
    FrameTurn turn;      // given to what is added now
    float width, height; // of the design space: 1280 x 720 and what a wider or higher window adds
    bool has_scene;      // a living scene is shown
    BridgeCondition bridge; // of the scene
    uint8_t weather;        // StoryWeather, resolved by the clock
    int bridge_person; // whose bridge it is: a change within the same person is animated, another
                       // person's bridge appears at once; -1 none
    uint8_t crossing;  // FrameCrossing of that person
    uint8_t motif;     // FrameMotif, the latest; it begins where its number is another one
    uint32_t motif_number;
    const char *bridge_name; // first name of that person; or ""
    // Every bridge as it stands, for whoever hears of those that are not shown: only where the settings
    // say that somebody reads the frames aloud.
    FrameHeard *bridges;
    int bridge_count;
    int focused_disc; // 0 none
    int place;        // which screen it is: another number, another screen
    bool over;        // ... one that lies over another and was asked for: read again each time
    int caret;        // byte of what is written in the ROLE_FIELD; -1: nothing is
    FrameTold *told;
    int told_count, told_capacity;
    FrameBay bays[FRAME_BAYS];
    int bay_count;
    bool gate_shut;                 // of the near bridge, where there are bays
    PictureLook looks[FRAME_LOOKS]; // of the people, by their index
    uint8_t moods[FRAME_LOOKS];     // StoryMood of each
    int look_count;
    bool high_contrast;
    bool colour_safe;  // discs in colours that everybody tells apart
    uint8_t typeface;  // FrameTypeface that widths were measured in
    uint32_t ground; // colour behind everything where there is no scene
} Frame;

// Width in design units of a text in a font at a size: the one thing a view asks of the outside.
typedef struct FrameMeasure {
    float (*width)(void *context, FrameFont font, float size, const char *text, int bytes);
    void *context;
} FrameMeasure;

void frame_init(Frame *frame, float width, float height);
void frame_deinit(Frame *frame);
void frame_clear(Frame *frame); // ready for the next one; keeps memory where it can

FrameCommand *frame_add(Frame *frame, FrameCommandKind kind,
                        FrameRect rect); // zeroed but for kind and rect
// Moves all shadows to where the first one is: no card lies in the shadow of its neighbour.
void frame_shadows_first(Frame *frame);
FrameItem *frame_item(Frame *frame, FrameRole role, FrameRect rect, const char *name);
const char *frame_text(Frame *frame, const char *text); // copied into the arena
// The texts from that command on are only an ornament: an ear misses nothing.
void frame_ornament(Frame *frame, int from);
void frame_tell(Frame *frame, uint32_t number, bool yours, const char *text); // text: copied

int frame_thumbnail(Frame *frame,
                    const FrameThumbnail *thumbnail); // its index, for FRAME_THUMBNAIL

// Whether two frames would draw the same pixels (the living scene apart): then nothing is redrawn.
bool frame_same(const Frame *a, const Frame *b);

// The frame as text, one line a command or item, for goldens.
void frame_print(const Frame *frame, Text *out);
