// links: script
//
// No text is cut, in any typeface, at any size of type, in any window: every line of every scenario goes
// through the pieces that screens are made of, and every scenario is played through with screens of all
// sizes. Widths are those of the shipped fonts, letter by letter, recorded once: so it takes seconds.
#include "support/test.h"

#include "base/file.h"
#include "script/script.h"
#include "sdl/letters.h"
#include "view/flow.h"
#include "view/screens.h"

#define FONTS     PLANKWRIGHT_SOURCE "/assets/fonts"
#define SCENARIOS PLANKWRIGHT_SOURCE "/scripts/scenarios"

enum { KNOWN = 0x500, RECORDED_AT = 100, BOX_HEIGHT = 230 };

static float advances[TYPEFACE_COUNT][FONT_COUNT][KNOWN]; // of a letter, in ems
static int typeface;                                      // that is measured now

// ---- widths -------------------------------------------------------------------------------------

static void record(void)
{
    Err err = { 0 };
    Letters *letters = letters_open(FONTS, true, &err);
    assert_non_null(letters);
    for (int face = 0; face < TYPEFACE_COUNT; face++) {
        letters_typeface(letters, (FrameTypeface)face);
        for (int font = 0; font < FONT_COUNT; font++) {
            for (int32_t code = 0x20; code < KNOWN; code++) {
                char letter[COMMAND_KEY_SIZE], text[16];
                snprintf(text, sizeof text, "n%sn", command_character(code, letter));
                advances[face][font][code] =
                    (letters_width_direct(letters, (FrameFont)font, RECORDED_AT, text, -1) -
                     letters_width_direct(letters, (FrameFont)font, RECORDED_AT, "nn", -1)) /
                    RECORDED_AT;
            }
        }
    }
    letters_close(letters);
}

static float recorded_width(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    float width = 0;
    const char *end = bytes < 0 ? text + strlen(text) : text + bytes;
    while (text < end) {
        int length = 1;
        uint32_t code = utf8_next(text, &length);
        width += code < KNOWN ? advances[typeface][font][code] : .6f;
        text += length;
    }
    return width * size;
}

static void what_was_recorded_is_what_is_drawn(void **state)
{
    (void)state;
    static const char *const lines[] = { "You told us Friday. I told forty people Friday.",
                                         "Wir haben es Ihnen am Freitag gesagt: um 16:40.",
                                         "AVAST, Two Yards of Type; fjord, office, waffle" };
    Err err = { 0 };
    Letters *letters = letters_open(FONTS, true, &err);
    for (typeface = 0; typeface < TYPEFACE_COUNT; typeface++) {
        letters_typeface(letters, (FrameTypeface)typeface);
        for (int i = 0; i < 3; i++) {
            for (int font = 0; font < FONT_COUNT; font++) {
                float sum = recorded_width(NULL, (FrameFont)font, 40, lines[i], -1);
                float real = letters_width_direct(letters, (FrameFont)font, 40, lines[i], -1);
                if (real > sum * 1.03f || real < sum * .9f) { // kerning: AV is shorter, fj longer
                    fail_msg("typeface %d, font %d: %.1f is not %.1f: %s", typeface, font,
                             (double)real, (double)sum, lines[i]);
                }
            }
        }
    }
    letters_close(letters);
}

// Three typefaces are three: whoever chooses one sees it.
static void the_typefaces_differ(void **state)
{
    (void)state;
    float widths[TYPEFACE_COUNT];
    for (typeface = 0; typeface < TYPEFACE_COUNT; typeface++) {
        widths[typeface] = recorded_width(NULL, FONT_STORY, 20, "Every promise is a plank.", -1);
    }
    assert_true(widths[TYPEFACE_OPENDYSLEXIC] > widths[TYPEFACE_ANDIKA]);
    assert_true(widths[TYPEFACE_ANDIKA] > widths[TYPEFACE_BOOK]);
}

// ---- every line ---------------------------------------------------------------------------------

// What is to be read of a text: no blanks, which a line break takes, and no marks of emphasis.
static void add_ink(Text *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        bool no_break = (unsigned char)c[0] == 0xc2 && (unsigned char)c[1] == 0xa0;
        if (no_break) {
            c++;
        } else if (*c != ' ' && *c != '\n' && *c != '*') {
            text_add_char(out, *c);
        }
    }
}

// All that is drawn of the flow, page by page; every piece of it within the box.
static void read_pages(Flow *flow, FrameRect box, Text *out, const char *text)
{
    Pen *pen = flow->pen;
    int pages = 1;
    for (int page = 0; page < pages; page++) {
        pen->pages[PAGER_PANEL] = page;
        int from = pen->frame->command_count;
        flow_show(flow, box, PAGER_PANEL);
        pages = pen->page_counts[PAGER_PANEL];
        float foot = pages > 1 ? box.y + box.h - pen_small(pen) - 4 : box.y + box.h + 1;
        for (int i = from; i < pen->frame->command_count; i++) {
            const FrameCommand *command = &pen->frame->commands[i];
            if (command->kind != FRAME_TEXT || command->rect.y >= foot - 1) {
                continue;
            }
            if (!holds((FrameRect){ box.x, box.y, box.w, foot - box.y }, text_box(command), 1)) {
                fail_msg("cut: \"%s\" of \"%s\"", command->text, text);
            }
            add_ink(out, command->text);
        }
    }
}

static void check_line(const char *text, float width, float scale)
{
    Frame frame;
    frame_init(&frame, 1280, 720);
    FrameMeasure measure = { recorded_width, NULL };
    int pages[PAGER_COUNT] = { 0 }, counts[PAGER_COUNT] = { 0 };
    Pen pen = { .frame = &frame,
                .measure = &measure,
                .theme = theme_get(false),
                .scale = scale,
                .pages = pages,
                .page_counts = counts };
    FrameRect box = { 24, 100, width, BOX_HEIGHT * (scale > 1.3f ? 1.5f : 1) };
    Flow flow = flow_new(&pen, width, box.h - flow_footer_height(&pen));
    LayoutSegment told = { text, pen_style(&pen, STYLE_STORY, 0xff000000), true };
    flow_segments(&flow, &told, 1, 0);
    FlowRow row = { .text = text, .key = "1", .value = "", .id = "", .disc = { .number = 3 } };
    flow_rows(&flow, &row, 1, 1, 8);
    Text seen = { .data = NULL }, wanted = { .data = NULL };
    read_pages(&flow, box, &seen, text);
    add_ink(&wanted, text);
    add_ink(&wanted, text);
    if (strcmp(text_str(&seen), text_str(&wanted)) != 0) {
        fail_msg("typeface %d, %.0f %%, %.0f wide: \"%s\" became \"%s\"", typeface,
                 (double)scale * 100, (double)width, text, text_str(&seen));
    }
    text_deinit(&seen);
    text_deinit(&wanted);
    frame_deinit(&frame);
}

static Scenario *load(const char *name)
{
    char path[400];
    Err err = { 0 };
    snprintf(path, sizeof path, "%s/%s", SCENARIOS, name);
    Scenario *scenario = script_load(path, NULL, &err);
    if (scenario == NULL) {
        fail_msg("%s: %s", name, err.message);
    }
    return scenario;
}

static bool is_line(const char *text)
{
    return strchr(text, ' ') != NULL && strchr(text, '{') == NULL;
}

static void every_line_stays_whole(void **state)
{
    (void)state;
    static const float scales[] = { 1, 1.25f, 1.5f, 2 };
    static const float widths[] = { 330, 540, 1180 }; // answers, the story, one column
    FileList list;
    int lines = 0;
    assert_true(file_list(SCENARIOS, &list, NULL));
    for (int i = 0; i < list.count; i++) {
        Scenario *scenario = load(list.names[i]);
        for (uint32_t at = 0; at < scenario->strings_size;) {
            const char *text = scenario->strings + at;
            at += (uint32_t)strlen(text) + 1;
            if (!is_line(text)) {
                continue;
            }
            lines++;
            for (int turn = 0; turn < TYPEFACE_COUNT * 4; turn++) {
                typeface = turn % TYPEFACE_COUNT;
                check_line(text, widths[(lines + turn) % 3], scales[turn / TYPEFACE_COUNT]);
            }
        }
        scenario_free(scenario);
    }
    print_message("%d lines of %d scenarios\n", lines, list.count);
    assert_true(lines > 1000);
    file_list_free(&list);
}

// ---- every scenario on its screens --------------------------------------------------------------

// Windows of 1280x720, 1024x768, 640x400 and 320x200 in design units, with the least type that is legible
// in each.
static const float WINDOWS[][3] = {
    { 1280, 720, 1 }, { 1280, 960, 1 }, { 1280, 800, 1.5f }, { 1280, 800, 2 }
};

static void set_screen(Rig *rig, int turn)
{
    static const float scales[] = { 1, 1.25f, 1.5f, 2 };
    typeface = turn % TYPEFACE_COUNT;
    const float *window = WINDOWS[turn / TYPEFACE_COUNT % 4];
    float scale = scales[turn / (TYPEFACE_COUNT * 4) % 4];
    rig->frame.width = window[0];
    rig->frame.height = window[1];
    rig->settings.text_scale = scale > window[2] ? scale : window[2];
    rig->settings.own_scale = scale;
    rig->settings.typeface = (uint8_t)typeface;
}

static void play_through(const char *name, int *screens)
{
    Rig rig;
    Err err = { 0 };
    rig_open(&rig, 1280, 720, 1);
    rig.measure = (FrameMeasure){ recorded_width, NULL };
    rig.scenario = load(name);
    rig.playing = history_open(&rig.history, rig.scenario, 5, &err);
    assert_true(rig.playing);
    view_play(rig.view, &rig.history);
    uint32_t noise = 99;
    for (int i = 0; i < 60 && view_screen(rig.view) == VIEW_PLAY; i++) {
        char where[160];
        set_screen(&rig, i * 7 + (int)strlen(name));
        snprintf(where, sizeof where, "%s, screen %d, typeface %d, %.0f %%", name, i, typeface,
                 (double)rig.settings.text_scale * 100);
        rig_draw(&rig);
        rig_read_on(&rig);
        check_pages(&rig, where);
        ++*screens;
        StoryOffer offers[STORY_OFFERS_MAX];
        int count = story_offers(rig.scenario, rig.history.now, true, offers, &err);
        int open = 0;
        for (int k = 0; k < count; k++) {
            if (offers[k].closed == CLOSED_NOT) {
                offers[open++] = offers[k];
            }
        }
        if (open == 0) {
            break;
        }
        noise = noise * 1664525u + 1013904223u;
        assert_true(history_choose(&rig.history, &offers[(noise >> 16) % (unsigned)open], &err));
        view_chosen(rig.view);
    }
    view_debrief(rig.view);
    for (int turn = 0; turn < 48; turn += 5) {
        char where[160];
        set_screen(&rig, turn);
        snprintf(where, sizeof where, "%s, debrief, typeface %d, %.0f %%", name, typeface,
                 (double)rig.settings.text_scale * 100);
        rig_draw(&rig);
        check_pages(&rig, where);
        ++*screens;
    }
    rig_close(&rig);
}

static void every_scenario_fits_its_screens(void **state)
{
    (void)state;
    FileList list;
    int screens = 0;
    assert_true(file_list(SCENARIOS, &list, NULL));
    for (int i = 0; i < list.count; i++) {
        play_through(list.names[i], &screens);
    }
    print_message("%d screens\n", screens);
    assert_true(screens > 150);
    file_list_free(&list);
}

// The settings themselves, which change while they are looked at.
static void the_settings_fit_their_screens(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig_play(&rig, "yes");
    rig_read_on(&rig);
    rig.measure = (FrameMeasure){ recorded_width, NULL };
    rig.settings.speech = true;
    rig.settings.switches = SWITCHES_ONE;
    for (int turn = 0; turn < 48; turn++) {
        char where[80];
        set_screen(&rig, turn);
        snprintf(where, sizeof where, "settings, typeface %d, %.0f %%", typeface,
                 (double)rig.settings.text_scale * 100);
        rig_key(&rig, KEY_SETTINGS);
        check_pages(&rig, where);
        rig_key(&rig, KEY_ESCAPE);
    }
    rig_close(&rig);
}

int main(void)
{
    record();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_recorded_is_what_is_drawn),
        cmocka_unit_test(the_typefaces_differ),
        cmocka_unit_test(every_line_stays_whole),
        cmocka_unit_test(every_scenario_fits_its_screens),
        cmocka_unit_test(the_settings_fit_their_screens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
