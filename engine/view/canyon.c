// All bridges at once: up to five small ones in the distance with a plaque each, and the chosen one
// near, with what is between you and what you know. At large type there is one card at a time.
#include "view/canyon.h"

#include "view/mirror.h"

enum { FAR_DECK = 206, NEAR_DECK = 440 };

float view_canyon_spare(const Pen *pen)
{
    float more = pen->frame->height - 720;
    return more > 0 ? more : 0;
}

static float far_deck(const Pen *pen)
{
    return FAR_DECK + 0.35f * view_canyon_spare(pen);
}

// A higher card lifts the bridge, as far as the plaques let it.
static float near_deck(const Pen *pen, float card_top)
{
    float usual = NEAR_DECK + 0.85f * view_canyon_spare(pen);
    float deck = card_top - 128;
    return deck > usual ? usual : deck < usual - 34 ? usual - 34 : deck;
}

// ---- what is true -------------------------------------------------------------------------------

// The others in their order; of more than five, those around the chosen one.
static int choose_far(const Canyon *canyon, int *out)
{
    int others[STORY_PEOPLE_MAX];
    int count = 0;
    for (int i = 0; i < canyon->scenario->person_count; i++) {
        if (i != canyon->view->person) {
            others[count++] = i;
        }
    }
    int shown = count < FRAME_BAYS ? count : FRAME_BAYS;
    int from = canyon->view->person - shown / 2;
    from = from > count - shown ? count - shown : from < 0 ? 0 : from;
    for (int i = 0; i < shown; i++) {
        out[i] = others[from + i];
    }
    return shown;
}

static void find_out(Canyon *canyon)
{
    canyon->silo = true;
    for (int i = 0; i < canyon->scenario->person_count; i++) {
        story_bridge(canyon->scenario, canyon->play, i, &canyon->bridges[i]);
        const BridgeCondition *bridge = &canyon->bridges[i];
        canyon->would_cross += view_would_cross(canyon->scenario, bridge, i, BRIDGE_STAKES_SMALL);
        canyon->silo =
            canyon->silo && !view_would_cross(canyon->scenario, bridge, i, BRIDGE_STAKES_MEDIUM);
    }
}

static bool gate_shut(const Canyon *canyon, int person)
{
    return !view_would_cross(canyon->scenario, &canyon->bridges[person], person,
                             BRIDGE_STAKES_MEDIUM);
}

ViewWord view_crossing_word(const Scenario *scenario, const BridgeCondition *bridge, int person)
{
    return view_would_cross(scenario, bridge, person, BRIDGE_STAKES_HIGH)     ? W_CANYON_HIGH
           : view_would_cross(scenario, bridge, person, BRIDGE_STAKES_MEDIUM) ? W_CANYON_MEDIUM
           : view_would_cross(scenario, bridge, person, BRIDGE_STAKES_SMALL)  ? W_CANYON_SMALL
                                                                              : W_CANYON_NONE;
}

const char *view_canyon_crossing_text(const Canyon *canyon, Arena *arena, int person)
{
    const BridgeCondition *bridge = &canyon->bridges[person];
    const char *text = word(view_crossing_word(canyon->scenario, bridge, person));
    return bridge->word == BRIDGE_DOWN
               ? word_fill2(arena, W_TWO_SENTENCES, word(W_CANYON_MISSING), text)
               : text;
}

const char *view_canyon_name_of(const Canyon *canyon, Pen *pen, int person)
{
    return view_text(pen->frame, canyon->scenario, canyon->play,
                     canyon->scenario->people[person].name);
}

const char *view_canyon_role_of(const Canyon *canyon, Pen *pen, int person)
{
    return view_text(pen->frame, canyon->scenario, canyon->play,
                     canyon->scenario->people[person].role);
}

// ---- plaques ------------------------------------------------------------------------------------

typedef struct Plaque {
    LayoutBlock name, word;
    const char *key;
    float key_width, w, h;
    bool wide; // the word stands beside the gauge, not below it
} Plaque;

enum { PLAQUE_MOST = 248, PLAQUE_PADDING = 12 };

static float block_height(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static float plaque_gauge(const Pen *pen)
{
    return pen_unit(pen, 13);
}

static Plaque lay_plaque(const Canyon *canyon, Pen *pen, int person)
{
    Arena *arena = &pen->frame->arena;
    const BridgeCondition *bridge = &canyon->bridges[person];
    Plaque plaque = { .key = word_number(arena, person + 1) };
    const float inner = PLAQUE_MOST - 2 * PLAQUE_PADDING;
    plaque.key_width = pen_keycap_width(pen, plaque.key, 20) + pen_unit(pen, 8);
    LayoutStyle name = pen_style(pen, STYLE_NAME, pen->theme->ink);
    name.font = FONT_UI_BOLD;
    plaque.name = pen_wrap(pen, name, view_canyon_name_of(canyon, pen, person), false,
                           inner - plaque.key_width);
    LayoutStyle state =
        pen_style(pen, STYLE_STATE, view_word_colour(pen->theme, bridge->word, false));
    state.font = FONT_UI_BOLD;
    plaque.word = pen_wrap(pen, state, word_bridge(arena, bridge, true), false, inner);
    float gauge = pen_gauge_width(plaque_gauge(pen));
    float beside = gauge + pen_unit(pen, 8) + plaque.word.width;
    plaque.wide = plaque.word.count == 1 && beside <= inner;
    float lower = plaque.wide ? beside : plaque.word.width > gauge ? plaque.word.width : gauge;
    float upper = plaque.key_width + plaque.name.width;
    plaque.w = (upper > lower ? upper : lower) + 2 * PLAQUE_PADDING;
    float gauge_row = plaque_gauge(pen) + pen_unit(pen, 5);
    float state_height = block_height(&plaque.word);
    plaque.h = block_height(&plaque.name) + 10 +
               (plaque.wide ? (gauge_row > state_height ? gauge_row : state_height)
                            : gauge_row + state_height);
    return plaque;
}

static void draw_plaque(const Canyon *canyon, Pen *pen, int person, FrameRect place,
                        const Plaque *plaque)
{
    const Theme *theme = pen->theme;
    mirror_within(pen->frame, place); // below its bridge
    bool pressed = pen_is_pressed(pen, ACTION_BAY, person);
    FrameRect rect = pen_pressed_rect(place, pressed);
    bool focused = pen_is_focused(pen, ACTION_BAY, person);
    bool hovered = pen_is_hovered(pen, ACTION_BAY, person);
    pen_small_card(pen, rect, theme->high_contrast ? theme->note : theme->paper_top);
    if (focused || hovered) {
        pen_row_ground(pen, rect, focused, hovered, false);
    }
    pen_pressed_shade(pen, rect, 8, pressed);
    // On the yellow ground of high contrast all words are black.
    uint32_t ink = focused ? theme->focus_ink : theme->ink;
    float x = rect.x + (rect.w - plaque->key_width - plaque->name.width) / 2;
    float cap = pen_unit(pen, 20);
    pen_keycap(pen, plaque->key,
               (FrameRect){ x, rect.y + 5 + (plaque->name.leading - cap) / 2,
                            plaque->key_width - pen_unit(pen, 8), cap },
               focused);
    for (int i = 0; i < plaque->name.count; i++) {
        plaque->name.lines[i].runs[0].style.colour = ink;
    }
    for (int i = 0; focused && theme->high_contrast && i < plaque->word.count; i++) {
        plaque->word.lines[i].runs[0].style.colour = ink;
    }
    pen_block(pen, &plaque->name, x + plaque->key_width, rect.y + 5);
    const BridgeCondition *bridge = &canyon->bridges[person];
    float gauge = pen_gauge_width(plaque_gauge(pen));
    float y = rect.y + 5 + block_height(&plaque->name);
    float room = plaque->wide ? block_height(&plaque->word) : plaque_gauge(pen) + pen_unit(pen, 5);
    float low = plaque->wide ? gauge + pen_unit(pen, 8) + plaque->word.width : gauge;
    x = rect.x + (rect.w - low) / 2;
    pen_gauge(pen, x, y + (room - plaque_gauge(pen)) / 2, plaque_gauge(pen), bridge->gauge_halves,
              false);
    if (plaque->wide) {
        pen_block(pen, &plaque->word, x + gauge + pen_unit(pen, 8), y);
    } else {
        pen_block(pen, &plaque->word, rect.x + (rect.w - plaque->word.width) / 2, y + room);
    }
    const char *role = view_canyon_role_of(canyon, pen, person);
    const char *name = word_fill2(&pen->frame->arena, W_LEDGER_LINE,
                                  view_canyon_name_of(canyon, pen, person), role);
    const char *value = word_fill2(&pen->frame->arena, W_STATE_AND_WOOD,
                                   word_bridge(&pen->frame->arena, bridge, true),
                                   view_canyon_crossing_text(canyon, &pen->frame->arena, person));
    Text id = { .data = NULL };
    text_addf(&id, "bay.%d", person + 1);
    pen_operable(pen, ROLE_BUTTON, place,
                 role[0] != '\0' ? name : view_canyon_name_of(canyon, pen, person), value,
                 text_str(&id), ACTION_BAY, person);
    text_deinit(&id);
    mirror_usual(pen->frame);
}

// Returns where the lowest of them ends.
static float draw_plaques(const Canyon *canyon, Pen *pen, int count)
{
    float top = far_deck(pen) + 32;
    float lowest = top;
    for (int i = 0; i < count; i++) {
        int person = canyon->people[i];
        Plaque plaque = lay_plaque(canyon, pen, person);
        float middle = pen->frame->width / 2 + 256 * ((float)i - (float)(count - 1) / 2);
        float x = middle - plaque.w / 2;
        float most = pen->frame->width - 4 - plaque.w;
        x = x < 4 ? 4 : x > most ? most : x;
        draw_plaque(canyon, pen, person, (FrameRect){ x, top, plaque.w, plaque.h }, &plaque);
        lowest = top + plaque.h > lowest ? top + plaque.h : lowest;
    }
    return lowest;
}

static void draw_silo(const Canyon *canyon, Pen *pen, float top)
{
    if (!canyon->silo) {
        return;
    }
    LayoutBlock block = pen_wrap(pen, pen_style(pen, STYLE_STATE, pen->theme->ink),
                                 word(W_CANYON_SILO), false, 640);
    FrameRect rect = { (pen->frame->width - block.width - 32) / 2, top, block.width + 32,
                       block_height(&block) + 14 };
    pen_barred(pen, rect, 8, 5, pen->theme->bar_gold, pen->theme->note);
    pen_block(pen, &block, rect.x + 18, rect.y + 7);
    pen_item(pen, ROLE_STATUS, rect, word(W_CANYON_SILO), "", "silo");
}

// ---- the screen ---------------------------------------------------------------------------------

static float draw_top(const Canyon *canyon, Pen *pen)
{
    Arena *arena = &pen->frame->arena;
    ViewBar bar = {
        .left = view_clock(pen->frame, canyon->scenario, canyon->play->clock_minute),
        .left_more = word_fill2(arena, W_DAY_OF, word_number(arena, canyon->play->day + 1),
                                word_number(arena, canyon->scenario->day_count)),
        .icon = -1,
        .title = word(W_CANYON),
        .right = word(W_CANYON_CROSS),
        .word = word_fill2(arena, W_PAGE_OF, word_number(arena, canyon->would_cross),
                           word_number(arena, canyon->scenario->person_count)),
        .halves = -1,
        .bridge_name = word(W_CANYON_CROSS_SAID),
    };
    return view_bar(pen, &bar);
}

static void draw_vista(const Canyon *canyon, Pen *pen, int count, float card_top)
{
    Frame *frame = pen->frame;
    frame->commands[0].flag = true;
    frame->commands[0].value = (int32_t)near_deck(pen, card_top);
    frame->commands[0].size = far_deck(pen);
    frame->bay_count = count;
    frame->gate_shut = gate_shut(canyon, canyon->view->person);
    for (int i = 0; i < count; i++) {
        int person = canyon->people[i];
        frame->bays[i] = (FrameBay){ canyon->bridges[person], person, gate_shut(canyon, person) };
    }
}

void view_draw_canyon(View *view, Pen *pen)
{
    Canyon canyon = { .view = view,
                      .scenario = view->history->scenario,
                      .play = view->history->now };
    find_out(&canyon);
    bool stacked = view_is_stacked(pen);
    int count = choose_far(&canyon, canyon.people);
    view_scene(view, pen, view->person, &canyon.bridges[view->person], stacked ? 84 : 0, 0);
    float top = draw_top(&canyon, pen);
    pen_item(pen, ROLE_IMAGE, (FrameRect){ 0, top, pen->frame->width, pen->frame->height - top },
             view_bridge_words(view, pen, view->person), "", "scene");
    if (stacked) {
        view_canyon_draw_stacked(&canyon, pen, top);
        return;
    }
    CanyonCard card;
    view_canyon_lay_card(&canyon, pen, &card);
    draw_vista(&canyon, pen, count, card.rect.y);
    float below = draw_plaques(&canyon, pen, count);
    draw_silo(&canyon, pen, below + 8);
    view_canyon_draw_card(&canyon, pen, &card);
    view_draw_caption(view, pen, top);
}
