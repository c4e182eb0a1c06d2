// links: language
// Every screen in other languages: in one whose sentences are two fifths longer, in one that is written
// from right to left, nothing is cut, nothing is left in English, and what belongs to the bridge stays
// where it is.
#include "support/test.h"

#include "base/file.h"
#include "base/say.h"
#include "base/tongue.h"
#include "language/translate.h"
#include "view/mirror.h"
#include "view/pen.h"
#include "view/screens.h"
#include "view/words.h"

#include <math.h>
#include <string.h>

// ---- languages of the test ----------------------------------------------------------------------

static Arena said; // sentences live as long as the table

static const char *pseudo(const void *context, const char *where, const char *english)
{
    (void)where;
    Text out = { 0 };
    language_pseudo(english, context != NULL, &out);
    const char *copy = arena_string(&said, text_str(&out));
    text_deinit(&out);
    return copy;
}

static const char *pseudo_many(const void *context, const char *one, const char *many,
                               unsigned long n)
{
    return pseudo(context, "", n == 1 ? one : many);
}

static const char *nothing(const void *context, const char *where, const char *english)
{
    (void)context;
    (void)where;
    (void)english;
    return NULL;
}

static const char *nothing_many(const void *context, const char *one, const char *many,
                                unsigned long n)
{
    (void)context;
    (void)one;
    (void)many;
    (void)n;
    return NULL;
}

static const SayTable FROM_LEFT = { NULL, "pseudo", false, pseudo, pseudo_many };
static const SayTable FROM_RIGHT = { "", "pseudo-rtl", true, pseudo, pseudo_many };
static const SayTable ENGLISH_FROM_RIGHT = { NULL, "ar", true, nothing, nothing_many };

// By letters, not by bytes: other scripts take more of those.
static float letter_width(void *context, FrameFont font, float size, const char *text, int bytes)
{
    (void)context;
    (void)font;
    int letters = 0;
    for (int i = 0; i < bytes; i++) {
        letters += ((unsigned char)text[i] & 0xC0u) != 0x80u;
    }
    return (float)letters * size * .5f;
}

static void translate_left(Scenario *scenario)
{
    language_pseudo_scenario(scenario, false);
}

static void translate_right(Scenario *scenario)
{
    language_pseudo_scenario(scenario, true);
}

static void open_sized(Rig *rig, const Screen *screen, const SayTable *table, const float *size,
                       float scale)
{
    arena_init(&said);
    say_in(screen->home == NULL ? table : NULL); // from home one goes there in English
    rig_translate = table == &FROM_LEFT    ? translate_left
                    : table == &FROM_RIGHT ? translate_right
                                           : NULL;
    open_screen(rig, screen, size[0], size[1], scale);
    say_in(table);
    rig->measure.width = letter_width;
    rig_draw(rig);
}

static void open_in(Rig *rig, const Screen *screen, const SayTable *table, float scale)
{
    open_sized(rig, screen, table, SIZES[0], scale);
}

static void close(Rig *rig)
{
    rig_close(rig);
    say_in(NULL);
    rig_translate = NULL;
    arena_deinit(&said);
}

// ---- nothing is cut, nothing covers another -----------------------------------------------------

static void test_screens(void **state)
{
    (void)state;
    const SayTable *tables[] = { &FROM_LEFT, &FROM_RIGHT };
    static const float scales[] = { 1, 1.5f, 2 };
    for (int i = 0; i < SCREEN_COUNT * SIZE_COUNT; i++) {
        const Screen *screen = &SCREENS[i / SIZE_COUNT];
        const float *size = SIZES[i % SIZE_COUNT];
        for (int round = 0; round < 6; round++) {
            Rig rig;
            char where[128];
            const SayTable *table = tables[round % 2];
            snprintf(where, sizeof where, "%s in %s, %.0fx%.0f, %.0f %%", screen->name,
                     table->language, (double)size[0], (double)size[1],
                     (double)scales[round / 2] * 100);
            open_sized(&rig, screen, table, size, scales[round / 2]);
            check_pages(&rig, where);
            close(&rig);
        }
    }
}

// ---- the languages that are there ---------------------------------------------------------------

static const char *translated(const void *context, const char *where, const char *english)
{
    return language_text(context, where, english);
}

static const char *translated_many(const void *context, const char *one, const char *many,
                                   unsigned long n)
{
    (void)many;
    return language_form(context, "", one, n);
}

static LanguageCatalogue *read_language(const char *tag)
{
    char path[512];
    char *data = NULL;
    size_t size = 0;
    Err err = { .kind = ERR_NONE };
    snprintf(path, sizeof path, "%s/assets/lang/%s.po", PLANKWRIGHT_SOURCE, tag);
    if (!file_read(path, LANGUAGE_FILE_MAX, &data, &size, &err)) {
        fail_msg("%s", err.message);
    }
    LanguageCatalogue *catalogue = language_read(path, data, size, &err);
    mem_free(data);
    assert_non_null(catalogue);
    language_check_formats(catalogue);
    return catalogue;
}

static void test_shipped_languages(void **state)
{
    (void)state;
    static const char *const tags[] = { "de", "es", "ar" };
    static const float scales[] = { 1, 1.5f, 2 };
    for (int language = 0; language < 3; language++) {
        LanguageCatalogue *catalogue = read_language(tags[language]);
        SayTable table = { catalogue, tags[language], tongue_right_to_left(tags[language]),
                           translated, translated_many };
        for (int i = 0; i < SCREEN_COUNT * 3; i++) {
            Rig rig;
            char where[128];
            const Screen *screen = &SCREENS[i / 3];
            snprintf(where, sizeof where, "%s in %s, %.0f %%", screen->name, tags[language],
                     (double)scales[i % 3] * 100);
            open_in(&rig, screen, &table, scales[i % 3]);
            check_pages(&rig, where);
            close(&rig);
        }
        language_free(catalogue);
    }
}

// ---- nothing is left in English -----------------------------------------------------------------

// What the story and the shelf of the test say, and names of keys.
static bool is_content(const Rig *rig, const char *text, int bytes)
{
    (void)rig;
    return bytes < 2 || (bytes <= 3 && text[0] >= 'A' && text[0] <= 'Z');
}

// Whether a text has a word of English outside of all brackets, as no sentence of the table has.
static bool has_english(const Rig *rig, const char *text)
{
    int depth = 0;
    int word = 0;
    for (const char *at = text;; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
        if (letter && depth == 0) {
            word++;
            continue;
        }
        if (word > 0 && !is_content(rig, at - word, word)) {
            return true;
        }
        word = 0;
        depth += *at == '[' ? 1 : *at == ']' ? -1 : 0;
        if (*at == '\0') {
            return false;
        }
    }
}

static void test_nothing_is_left_in_english(void **state)
{
    (void)state;
    int seen = 0;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (SCREENS[i].way == NULL || SCREENS[i].key == KEY_PLACES) {
            continue; // what they show is the test's own
        }
        Rig rig;
        open_in(&rig, &SCREENS[i], &FROM_LEFT, 1);
        for (int item = 0; item < rig.frame.item_count; item++) {
            const FrameItem *it = &rig.frame.items[item];
            if (has_english(&rig, it->name) || has_english(&rig, it->value)) {
                fail_msg("%s says in English: \"%s\" \"%s\"", SCREENS[i].name, it->name, it->value);
            }
            seen++;
        }
        close(&rig);
    }
    assert_true(seen > 100);
}

// ---- the other side -----------------------------------------------------------------------------

static bool near(float a, float b)
{
    return fabsf(a - b) < .01f;
}

// The same screen, from the left and from the right: all changes sides, but for the scene and what says
// that it belongs to it.
static void test_sides(void **state)
{
    (void)state;
    int moved = 0;
    int stayed = 0;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        Rig left;
        Rig right;
        open_screen(&left, &SCREENS[i], 1280, 720, 1);
        rig_draw(&left);
        open_in(&right, &SCREENS[i], &ENGLISH_FROM_RIGHT, 1);
        right.measure.width = rig_width;
        rig_draw(&right);
        assert_int_equal(left.frame.item_count, right.frame.item_count);
        for (int k = 0; k < left.frame.item_count; k++) {
            const FrameItem *a = &left.frame.items[k];
            const FrameItem *b = &right.frame.items[k];
            bool stays = a->turn.kind != FRAME_TURN_USUAL;
            float other = left.frame.width - a->rect.x - a->rect.w;
            float expected = a->turn.kind == FRAME_TURN_ROUND ? a->turn.sum - a->rect.x - a->rect.w
                             : stays                          ? a->rect.x + a->turn.sum
                                                              : other;
            if (!near(b->rect.x, expected)) {
                fail_msg("%s: \"%s\" stands at %f, not %f", SCREENS[i].name, a->name,
                         (double)b->rect.x, (double)expected);
            }
            if (a->action == ACTION_PLANK || a->action == ACTION_STOP) {
                assert_true(near(b->rect.x, a->rect.x));
                stayed++;
            } else if (!near(a->rect.x, other)) {
                moved++;
            }
            assert_string_equal(a->name, b->name);
        }
        close(&right);
        rig_close(&left);
    }
    assert_true(moved > 200 && stayed > 30);
}

// Of a focused row the accent bar is where its line begins.
static void test_accent_bar_leads(void **state)
{
    (void)state;
    Rig rig;
    open_in(&rig, &SCREENS[3], &ENGLISH_FROM_RIGHT, 1);
    const FrameItem *option = rig_find(&rig, "option.1");
    assert_non_null(option);
    bool found = false;
    for (int i = 0; i < rig.frame.command_count; i++) {
        const FrameCommand *c = &rig.frame.commands[i];
        bool bar = c->kind == FRAME_RECT && c->rect.h >= option->rect.h - 1 && c->rect.w < 40 &&
                   c->rect.y >= option->rect.y - 1 && c->rect.y < option->rect.y + 1;
        found = found || (bar && near(c->rect.x + c->rect.w, option->rect.x + option->rect.w));
    }
    assert_true(found);
    close(&rig);
}

// Left goes on where lines run to the left.
static void test_keys(void **state)
{
    (void)state;
    Rig rig;
    open_in(&rig, &SCREENS[3], &ENGLISH_FROM_RIGHT, 1);
    assert_true(rig_find(&rig, "option.1")->focused);
    rig_key(&rig, KEY_LEFT);
    assert_true(rig_find(&rig, "option.2")->focused);
    rig_key(&rig, KEY_RIGHT);
    assert_true(rig_find(&rig, "option.1")->focused);
    close(&rig);
}

// The far bridges stand where they do in English: there the right one is to the right.
static void test_keys_along_the_bridges(void **state)
{
    (void)state;
    static const Screen canyon = { "canyon", "yes,desk.rest,desk.rest,desk.rest,desk.rest",
                                   KEY_CANYON, 0, NULL };
    Rig rig;
    open_in(&rig, &canyon, &ENGLISH_FROM_RIGHT, 1);
    for (int i = 0; i < 40 && rig_focus(&rig)->action != ACTION_BAY; i++) {
        rig_key(&rig, KEY_NEXT);
        rig_draw(&rig);
    }
    assert_int_equal(rig_focus(&rig)->action, ACTION_BAY);
    const FrameItem *bay = rig_focus(&rig);
    int place = (int)(bay - rig.frame.items);
    rig_key(&rig, KEY_RIGHT);
    rig_draw(&rig);
    assert_true(rig_focus(&rig) - rig.frame.items > place);
    close(&rig);
}

static void test_turns_are_turned_back(void **state)
{
    (void)state;
    Frame frame;
    frame_init(&frame, 1000, 500);
    frame_add(&frame, FRAME_RECT, (FrameRect){ 10, 0, 100, 20 });
    mirror_stays(&frame);
    frame_add(&frame, FRAME_RECT, (FrameRect){ 10, 0, 100, 20 });
    mirror_within(&frame, (FrameRect){ 200, 0, 100, 20 });
    frame_add(&frame, FRAME_RECT, (FrameRect){ 210, 0, 20, 20 });
    mirror_keeps(&frame, (FrameRect){ 200, 0, 100, 20 });
    frame_add(&frame, FRAME_RECT, (FrameRect){ 210, 0, 20, 20 });
    mirror_usual(&frame);
    frame_add(&frame, FRAME_TEXT, (FrameRect){ 10, 0, 50, 20 })->text = "x";
    frame_add(&frame, FRAME_ICON, (FrameRect){ 10, 0, 20, 20 })->value = ICON_ARROW;
    mirror_frame(&frame);
    static const float expected[] = { 890, 10, 270, 710, 990, 970 };
    for (int i = 0; i < 6; i++) {
        assert_true(near(frame.commands[i].rect.x, expected[i]));
    }
    assert_int_equal(frame.commands[4].align, ALIGN_END);
    assert_true(frame.commands[5].flag);
    frame_deinit(&frame);
}

static void test_capitals(void **state)
{
    (void)state;
    Frame frame;
    frame_init(&frame, 100, 100);
    Pen pen = { .frame = &frame };
    assert_string_equal(pen_capitals(&pen, "so geht es"), "SO GEHT ES");
    assert_string_equal(pen_capitals(&pen, "größe, añadir, žlutý kůň"), "GRÖSSE, AÑADIR, ŽLUTÝ KŮŇ");
    assert_string_equal(pen_capitals(&pen, "łódź ĺ ň š ÿ ×÷"), "ŁÓDŹ Ĺ Ň Š ÿ ×÷");
    assert_string_equal(pen_capitals(&pen, "привет, ёж"), "ПРИВЕТ, ЁЖ");
    assert_string_equal(pen_capitals(&pen, "λογος 日本 نعم"), "ΛΟΓΟς 日本 نعم");
    frame_deinit(&frame);
}

static bool reads(const Rig *rig, const char *words)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (strstr(rig->frame.items[i].name, words)) {
            return true;
        }
    }
    return false;
}

// A spoken line has the marks of the story's language, whatever the interface speaks.
static void test_marks_of_speech(void **state)
{
    (void)state;
    static const struct {
        const char *language, *marked;
    } CASES[] = { { "", "\u201cThree o\u2019clock." },
                  { "en_GB", "\u201cThree o\u2019clock." },
                  { "de", "\u201eThree o\u2019clock." },
                  { "ar", "\u00abThree o\u2019clock." },
                  { "xx", "\u201cThree o\u2019clock." } };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Rig rig;
        rig_open(&rig, 1280, 720, 1);
        rig_play(&rig, "");
        rig.scenario->language = CASES[i].language;
        rig_read_on(&rig);
        rig_draw(&rig);
        if (!reads(&rig, CASES[i].marked)) {
            fail_msg("a story in \"%s\" has other marks", CASES[i].language);
        }
        rig_close(&rig);
    }
}

// What stands in the field where the plan is written.
static const char *field(const Rig *rig)
{
    for (int i = 0; i < rig->frame.item_count; i++) {
        if (rig->frame.items[i].role == ROLE_FIELD) {
            return rig->frame.items[i].value;
        }
    }
    return "";
}

static void type(Rig *rig, const char *text)
{
    ViewInput input = { .kind = INPUT_TEXT };
    snprintf(input.text, sizeof input.text, "%s", text);
    rig_input(rig, input);
}

// The caret goes where the arrow points, by whole letters, also in Arabic.
static void test_writing(void **state)
{
    (void)state;
    static const Screen debrief = { "debrief", WORST, KEY_ENTER, 0, NULL };
    Rig rig;
    open_in(&rig, &debrief, &ENGLISH_FROM_RIGHT, 1);
    const FrameItem *write = rig_find(&rig, "write");
    assert_non_null(write);
    rig_click(&rig, write->rect.x + 2, write->rect.y + 2);
    for (int i = 0; i < 600; i++) {
        rig_key(&rig, KEY_BACKSPACE);
    }
    type(&rig, "بَيت");
    rig_draw(&rig);
    assert_string_equal(field(&rig), "بَيت");
    rig_key(&rig, KEY_RIGHT); // back, to what was said before
    type(&rig, "ن");
    rig_draw(&rig);
    assert_string_equal(field(&rig), "بَينت");
    rig_key(&rig, KEY_HOME);
    rig_key(&rig, KEY_LEFT); // over the first letter and its mark
    type(&rig, "ا");
    rig_draw(&rig);
    assert_string_equal(field(&rig), "بَاينت");
    rig_key(&rig, KEY_BACKSPACE);
    rig_key(&rig, KEY_BACKSPACE); // the letter and its mark
    rig_draw(&rig);
    assert_string_equal(field(&rig), "ينت");
    // The caret stands between connected letters: they stay joined.
    rig_key(&rig, KEY_LEFT);
    rig_draw(&rig);
    int joiners = 0;
    for (int i = 0; i < rig.frame.command_count; i++) {
        const FrameCommand *c = &rig.frame.commands[i];
        joiners += c->kind == FRAME_TEXT && strstr(c->text, "\xe2\x80\x8d") != NULL;
    }
    assert_int_equal(joiners, 2);
    close(&rig);
}

// A play from right to left, as text.
static void test_golden_from_right(void **state)
{
    (void)state;
    Rig rig;
    Text out = { 0 };
    open_in(&rig, &SCREENS[3], &ENGLISH_FROM_RIGHT, 1);
    rig.measure.width = rig_width;
    rig_draw(&rig);
    frame_print(&rig.frame, &out);
    test_golden("view/play_from_right.txt", text_str(&out));
    text_deinit(&out);
    close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_turns_are_turned_back),
        cmocka_unit_test(test_marks_of_speech), cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_accent_bar_leads),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_keys_along_the_bridges),
        cmocka_unit_test(test_screens),
        cmocka_unit_test(test_shipped_languages),
        cmocka_unit_test(test_golden_from_right),
        cmocka_unit_test(test_writing),
        cmocka_unit_test(test_nothing_is_left_in_english),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
