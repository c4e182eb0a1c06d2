// Bridges as they were, with their words: several beside each other, or one with its buttons. A
// picture is never alone: title, word and time stand with it, and are read aloud as one sentence.
#include "view/view_state.h"

#include <string.h>

enum { PICTURES_MOST = 4, PICTURE_HIGH = 104 };

typedef struct PictureCell {
    int thumbnail;
    LayoutBlock title, word, when;
    const char *said, *time;
    float words; // height of all three
} PictureCell;

typedef struct PicturesData {
    PictureCell cells[PICTURES_MOST];
    int count;
    float width, picture_width, picture_height; // of a cell; of the picture in it
    PenButton *buttons;
    FrameRect *places; // from the cell's corner
    int button_count;
} PicturesData;

static float tall(const LayoutBlock *block)
{
    return block->leading * (float)block->count;
}

static PictureCell lay_cell(Flow *flow, const ViewPicture *picture, float width)
{
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    Arena *arena = &pen->frame->arena;
    const char *state = word_bridge(arena, &picture->bridge, true);
    bool named = picture->who != NULL && picture->who[0] != '\0';
    const char *words = named ? word_fill2(arena, W_RECORD_WORD, state, picture->who) : state;
    LayoutStyle bold =
        pen_style(pen, STYLE_STATE, view_word_colour(theme, picture->bridge.word, false));
    bold.font = FONT_UI_BOLD;
    PictureCell cell = {
        .title =
            pen_wrap(pen, pen_style(pen, STYLE_NAME, theme->ink), picture->title, false, width),
        .word = pen_wrap(pen, bold, words, false, width),
        .when =
            pen_wrap(pen, pen_style(pen, STYLE_STATE, theme->soft), picture->when, false, width),
        .said = named ? word_fill3(arena, W_PICTURE_SAID, picture->title, picture->who, state)
                      : word_fill2(arena, W_PICTURE_PLAIN, picture->title, state),
        .time = arena_string(arena, picture->when),
    };
    FrameThumbnail thumbnail = { picture->bridge, picture->weather,
                                 picture->bridge.word == BRIDGE_DOWN ? 980 : 940 };
    cell.thumbnail = frame_thumbnail(pen->frame, &thumbnail);
    cell.words = tall(&cell.title) + tall(&cell.word) + tall(&cell.when);
    return cell;
}

static void draw_picture(Pen *pen, const PictureCell *cell, FrameRect box)
{
    FrameCommand *command = frame_add(pen->frame, FRAME_THUMBNAIL, box);
    command->value = cell->thumbnail;
    command->radius = 8;
    pen_outline(pen, box, 8, 1.5f, pen->theme->edge, false);
}

static void draw_words(Pen *pen, const PictureCell *cell, float x, float y)
{
    pen_block(pen, &cell->title, x, y);
    int from = pen->frame->command_count;
    pen_block(pen, &cell->word, x, y + tall(&cell->title));
    frame_ornament(pen->frame, from); // the item says it in another order
    pen_block(pen, &cell->when, x, y + tall(&cell->title) + tall(&cell->word));
}

static void draw_cells(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const PicturesData *data = bit->data;
    for (int i = 0; i < data->count; i++) {
        const PictureCell *cell = &data->cells[i];
        float x = rect.x + (data->width + 16) * (float)i;
        draw_picture(pen, cell, (FrameRect){ x, rect.y, data->width, data->picture_height });
        draw_words(pen, cell, x, rect.y + data->picture_height + 6);
        pen_item(pen, ROLE_LIST_ITEM, (FrameRect){ x, rect.y, data->width, rect.h }, cell->said,
                 cell->time, "");
    }
}

// Words alone, where even one picture with its words is higher than a page.
static void plain_words(Flow *flow, const PictureCell *cell, const ViewPicture *picture, float gap)
{
    const Theme *theme = flow->pen->theme;
    flow_text(flow, STYLE_NAME, theme->ink, cell->said, gap);
    flow_text(flow, STYLE_STATE, theme->soft, picture->when, 0);
}

void view_pictures(Flow *flow, const ViewPicture *pictures, int count, int columns, float gap)
{
    columns = columns > PICTURES_MOST ? PICTURES_MOST : columns < 1 ? 1 : columns;
    float width = (flow->width - 16 * (float)(columns - 1)) / (float)columns;
    float high = columns == 1 && width > 500 ? PICTURE_HIGH * 1.4f : PICTURE_HIGH;
    for (int i = 0; i < count; i += columns) {
        PicturesData *data = arena_alloc(&flow->pen->frame->arena, sizeof *data);
        *data = (PicturesData){ .width = width, .picture_height = high };
        float words = 0;
        for (int j = i; j < count && j < i + columns; j++) {
            data->cells[data->count] = lay_cell(flow, &pictures[j], width);
            float needed = data->cells[data->count++].words;
            words = needed > words ? needed : words;
        }
        float height = high + 6 + words;
        if (height <= flow->highest) {
            flow_bit(flow, height, i == 0 ? gap : 16, draw_cells, data);
            continue;
        }
        for (int j = 0; j < data->count; j++) {
            plain_words(flow, &data->cells[j], &pictures[i + j], 12);
        }
    }
}

// ---- one, with what can be done -----------------------------------------------------------------

static void draw_row(Pen *pen, const FlowBit *bit, FrameRect rect)
{
    const PicturesData *data = bit->data;
    const PictureCell *cell = &data->cells[0];
    draw_picture(pen, cell,
                 (FrameRect){ rect.x, rect.y + 2, data->picture_width, data->picture_height });
    float x = rect.x + data->picture_width + 16;
    draw_words(pen, cell, x, rect.y + 2);
    pen_item(pen, ROLE_LIST_ITEM, (FrameRect){ rect.x, rect.y, rect.w, rect.h }, cell->said,
             cell->time, "");
    for (int i = 0; i < data->button_count; i++) {
        FrameRect place = data->places[i];
        place.x += x;
        place.y += rect.y;
        pen_button(pen, &data->buttons[i], place);
    }
}

void view_picture_row(Flow *flow, const ViewPicture *picture, const PenButton *buttons, int count,
                      float gap)
{
    enum { WIDE = 196, HIGH = 96 };
    Pen *pen = flow->pen;
    Arena *arena = &pen->frame->arena;
    PicturesData *data = arena_alloc(arena, sizeof *data);
    float room = flow->width - WIDE - 16;
    *data = (PicturesData){ .count = 1, .picture_width = WIDE, .picture_height = HIGH };
    data->cells[0] = lay_cell(flow, picture, room > 60 ? room : 60);
    data->buttons = arena_alloc(arena, (size_t)(count + 1) * sizeof *data->buttons);
    data->places = arena_alloc(arena, (size_t)(count + 1) * sizeof *data->places);
    float x = 4, y = 2 + data->cells[0].words + 8, bottom = y, line = 0;
    for (int i = 0; i < count; i++) {
        FrameRect size = pen_button_size(pen, &buttons[i], room - 8 > 60 ? room - 8 : 60);
        if (x > 4 && x + size.w > room) {
            x = 4;
            y += line + 8;
            line = 0;
        }
        data->buttons[i] = buttons[i];
        data->places[i] = (FrameRect){ x, y, size.w, size.h };
        x += size.w + 12;
        line = size.h > line ? size.h : line;
        bottom = y + line + 4;
    }
    data->button_count = count;
    float height = bottom > HIGH + 4 ? bottom : HIGH + 4;
    if (height <= flow->highest && room > 220) {
        flow_bit(flow, height, gap, draw_row, data);
        return;
    }
    plain_words(flow, &data->cells[0], picture, gap);
    flow_buttons(flow, buttons, count, 4);
}
