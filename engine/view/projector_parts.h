// What the files of the room screen share. Private to engine/view/projector*.c.
#pragma once

#include "view/projector.h"
#include "view/view_state.h"

// Type on the room screen, in units of 100 %: screens.md, "Room screen: story 28/35, options 26/32, side
// 18 and up".
typedef enum ScreenType {
    SCREEN_STORY,
    SCREEN_STORY_LARGE, // where there is little to tell
    SCREEN_NOTE,        // a new plank, what became of one
    SCREEN_TALK,        // the question to talk about
    SCREEN_HEADING,
    SCREEN_COUNT, // "14 of 16"
    SCREEN_CODE,  // the room's
    SCREEN_CODE_LARGE,
    SCREEN_ADDRESS,
    SCREEN_ADDRESS_LARGE,
    SCREEN_SIDE,
    SCREEN_SMALL,
    SCREEN_TYPES
} ScreenType;

typedef struct Screen {
    Projector *projector;
    const RoomView *view;
    const Room *room;
    Pen *pen;
    float top; // where the bar ends
    bool stacked;
} Screen;

LayoutStyle screen_style(const Screen *screen, ScreenType type, uint32_t colour);
void screen_text(const Screen *screen, Flow *flow, ScreenType type, uint32_t colour,
                 const char *text, float gap);
const char *screen_count(const Screen *screen, const char *pattern, int number); // "%d phones …"
// Shows that page of the flow, with "2 of 3" at its foot where there are more; remembers how many.
void screen_pages(const Screen *screen, const Flow *flow, FrameRect rect);
float screen_pages_foot(const Screen *screen);

// projector_cards.c
void screen_draw_story(const Screen *screen, FrameRect card);

// projector_answers.c: how large the answers can stand in a card that ends at the bottom of `card` and may
// begin at `highest`; the card with the end of the story above them.
FrameRect screen_draw_answers(const Screen *screen, FrameRect card, float highest);

// projector_side.c
void screen_draw_side(const Screen *screen, FrameRect card);
Flow screen_talk(const Screen *screen, float width, float height); // the question to talk about
void screen_draw_foot(const Screen *screen, FrameRect rect); // the same in one column, as a line
float screen_foot_height(const Screen *screen);
void screen_draw_welcome(const Screen *screen, FrameRect card);
void screen_code_box(const Screen *screen, FrameRect rect, const char *name);

// projector_wall.c
void screen_draw_wall(const Screen *screen, FrameRect card);

// The story as it was told since the last choice, with that type.
Flow screen_story(const Screen *screen, ScreenType type, float width, float height);
