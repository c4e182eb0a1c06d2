// links: language
// The room screen: what it shows at each stage and never shows, that nothing is cut at any size of type, that
// every answer and every word told is reached by turning pages, and that it is mirrored as other screens are.
#include "view/console_rig.h"
#include "view/contrast.h"
#include "view/screens.h"

#include "base/say.h"
#include "language/translate.h"
#include "view/projector.h"

#include <stdio.h>

typedef struct Screened {
    ConsoleRig rig;
    Projector *projector;
    int page, pages;
} Screened;

static void draw(Screened *it)
{
    frame_clear(&it->rig.frame);
    projector_frame(it->projector, &it->rig.view, &it->rig.settings, &it->rig.measure,
                    &it->rig.frame);
    it->pages = projector_pages(it->projector, &it->page);
}

static void open_at(Screened *it, ConsoleStage stage, float width, float height, float scale)
{
    console_open_at(&it->rig, stage, width, height, scale);
    it->projector = projector_new();
    draw(it);
}

static void close_it(Screened *it)
{
    projector_free(it->projector);
    console_close(&it->rig);
}

static char *print(const Screened *it)
{
    Text out = { .data = NULL };
    frame_print(&it->rig.frame, &out);
    return out.data;
}

// ---- what stands there --------------------------------------------------------------------------

static void golden(Screened *it, const char *name)
{
    char path[64];
    char *text = print(it);
    snprintf(path, sizeof path, "view/projector_%s.txt", name);
    test_golden(path, text);
    mem_free(text);
}

static void test_each_stage(void **state)
{
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        Screened it;
        open_at(&it, (ConsoleStage)stage, 1280, 720, 1);
        golden(&it, STAGE_NAMES[stage]);
        close_it(&it);
    }
    Screened it;
    open_at(&it, STAGE_LAGGED, 1280, 720, 2);
    golden(&it, "lagged_200");
    it.rig.room.blank = true;
    draw(&it);
    golden(&it, "blank");
    close_it(&it);
}

static void test_contrast(void **state)
{
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        for (int high = 0; high < 2; high++) {
            for (int large = 0; large < 2; large++) {
                Screened it;
                open_at(&it, (ConsoleStage)stage, 1280, 720, large ? 2 : 1);
                it.rig.settings.high_contrast = high != 0;
                draw(&it);
                contrast_frame(&it.rig.frame, STAGE_NAMES[stage]);
                close_it(&it);
            }
        }
    }
}

// ---- nothing is cut -----------------------------------------------------------------------------

static void check_within(const Frame *frame, const char *where)
{
    FrameRect whole = { 0, 0, frame->width, frame->height };
    check_texts(frame, where);
    for (int i = 0; i < frame->item_count; i++) {
        if (!holds(whole, frame->items[i].rect, .5f)) {
            fail_msg("%s: item leaves the frame: \"%s\"", where, frame->items[i].name);
        }
        if (frame->items[i].focusable) {
            fail_msg("%s: \"%s\" can be operated", where, frame->items[i].name);
        }
    }
}

static const char long_words[] =
    "I know what I said on Monday, and I know what you told forty people because of it; the pages that "
    "you have are the pages that there are, and the rest is a list of what is missing.";

// Wordy people, wordy answers, a wordy author.
static void make_long(Screened *it)
{
    for (int i = 0; i < it->rig.room.offer_count; i++) {
        it->rig.view.answers[i].text = long_words;
    }
    for (int i = 0; i < 3; i++) {
        it->rig.lines[i].text = long_words;
    }
    it->rig.view.blurb = long_words;
    it->rig.view.talk = long_words;
    it->rig.view.ending = "Everything that could be said was said twice, and then it rained";
}

static void check_all_pages(Screened *it, const char *where)
{
    for (int page = 0; page < it->pages || page == 0; page++) {
        room_turn_page(&it->rig.room, page);
        draw(it);
        assert_int_equal(it->page, page);
        check_within(&it->rig.frame, where);
        assert_true(page < 60);
    }
    room_turn_page(&it->rig.room, 0);
}

static void test_nothing_is_cut(void **state)
{
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        for (int size = 0; size < SIZE_COUNT; size++) {
            for (int kind = 0; kind < SCALE_COUNT * 4; kind++) {
                Screened it;
                char where[128];
                float scale = SCALES[kind / 4];
                snprintf(where, sizeof where, "%s, %.0fx%.0f, %.0f %%%s%s", STAGE_NAMES[stage],
                         (double)SIZES[size][0], (double)SIZES[size][1], (double)scale * 100,
                         kind % 2 ? ", wide font" : "", kind % 4 >= 2 ? ", long texts" : "");
                open_at(&it, (ConsoleStage)stage, SIZES[size][0], SIZES[size][1], scale);
                it.rig.measure.width = kind % 2 ? wide_width : rig_width;
                if (kind % 4 >= 2) {
                    make_long(&it);
                }
                draw(&it);
                check_all_pages(&it, where);
                close_it(&it);
            }
        }
    }
}

// ---- everything is reached ----------------------------------------------------------------------

static bool shows_item(const Screened *it, const char *id)
{
    return console_find(&it->rig, id) != NULL;
}

static void test_every_answer_is_reached(void **state)
{
    (void)state;
    for (int scale = 0; scale < SCALE_COUNT; scale++) {
        for (int revealed = 0; revealed < 2; revealed++) {
            Screened it;
            bool seen[12] = { false };
            open_at(&it, revealed ? STAGE_REVEALED : STAGE_FEW, 1280, 720, SCALES[scale]);
            it.rig.room.offer_count = 12;
            for (int i = 0; i < 12; i++) {
                it.rig.view.answers[i].text = long_words;
            }
            draw(&it);
            for (int page = 0; page < it.pages; page++) {
                room_turn_page(&it.rig.room, page);
                draw(&it);
                for (int i = 0; i < 12; i++) {
                    char id[24];
                    snprintf(id, sizeof id, "answer.%d", i + 1);
                    seen[i] = seen[i] || shows_item(&it, id);
                }
            }
            for (int i = 0; i < 12; i++) {
                assert_true(seen[i]);
            }
            it.rig.room.offer_count = 2;
            close_it(&it);
        }
    }
}

static void test_every_word_is_told(void **state)
{
    (void)state;
    for (int scale = 0; scale < SCALE_COUNT; scale++) {
        Screened it;
        RoomLine lines[24];
        char texts[24][200];
        open_at(&it, STAGE_TELLS, 1280, 720, SCALES[scale]);
        for (int i = 0; i < 24; i++) {
            snprintf(texts[i], sizeof texts[i], "line%d %s", i, long_words);
            texts[i][180] = '\0';
            lines[i] = (RoomLine){ (uint8_t)(i % 3), i % 3 == ROOM_LINE_SAID ? "Halima" : "", texts[i] };
        }
        it.rig.view.lines = lines;
        it.rig.view.line_count = 24;
        bool seen[24] = { false };
        draw(&it);
        assert_true(it.pages > 3);
        for (int page = 0; page < it.pages; page++) {
            room_turn_page(&it.rig.room, page);
            draw(&it);
            for (int i = 0; i < 24; i++) {
                char first[24];
                snprintf(first, sizeof first, "line%d ", i);
                seen[i] = seen[i] || console_shows(&it.rig, first);
            }
        }
        for (int i = 0; i < 24; i++) {
            assert_true(seen[i]);
        }
        close_it(&it);
    }
}

// ---- what must not be told ----------------------------------------------------------------------

// As many answers, otherwise given: before the reveal, and after one that shows no figures, nobody can tell.
static void same_for_other_votes(int total, int first_way, int second_way, bool reveal)
{
    char *texts[2];
    for (int way = 0; way < 2; way++) {
        Screened it;
        Err err = { 0 };
        int first = way == 0 ? first_way : second_way;
        open_at(&it, STAGE_LISTENS, 1280, 720, 1);
        assert_true(room_ask(&it.rig.room, &err));
        console_votes(&it.rig, 0, first, 0);
        console_votes(&it.rig, first, total - first, 1);
        if (reveal) {
            assert_true(room_reveal(&it.rig.room, &err));
        }
        console_follow(&it.rig);
        draw(&it);
        texts[way] = print(&it);
        close_it(&it);
    }
    assert_string_equal(texts[0], texts[1]);
    mem_free(texts[0]);
    mem_free(texts[1]);
}

// Open, but in no network: forty people are not asked to type an address that leads nowhere.
static void test_no_network(void **state)
{
    (void)state;
    Screened it;
    open_at(&it, STAGE_GATHERS, 1280, 720, 1);
    char *text = print(&it);
    assert_non_null(strstr(text, "Come in with your phone"));
    mem_free(text);
    it.rig.view.network_count = 0;
    draw(&it);
    text = print(&it);
    assert_null(strstr(text, "Come in with your phone"));
    assert_null(strstr(text, it.rig.view.address));
    assert_non_null(strstr(text, "In a moment you can come in"));
    mem_free(text);
    close_it(&it);
}

static void test_votes_stay_hidden(void **state)
{
    (void)state;
    same_for_other_votes(12, 9, 3, false); // open
    same_for_other_votes(4, 4, 1, true);   // too few
    same_for_other_votes(12, 12, 11, true); // all, or all but one
}

static void test_secrets_of_the_console(void **state)
{
    (void)state;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        Screened it;
        open_at(&it, (ConsoleStage)stage, 1280, 720, 1);
        const char *const secrets[] = { "verysecret", "moresecret", "who here has said", "I hold the ladder" };
        for (int i = 0; i < 4; i++) {
            assert_false(console_shows(&it.rig, secrets[i]));
        }
        close_it(&it);
    }
}

// ---- the scene, its sounds, the countdown -------------------------------------------------------

static const FrameCommand *find_kind(const Frame *frame, FrameCommandKind kind)
{
    for (int i = 0; i < frame->command_count; i++) {
        if (frame->commands[i].kind == (uint8_t)kind) {
            return &frame->commands[i];
        }
    }
    return NULL;
}

static void test_scene_and_blank(void **state)
{
    (void)state;
    Screened it;
    open_at(&it, STAGE_FEW, 1280, 720, 1);
    assert_true(it.rig.frame.has_scene);
    assert_non_null(find_kind(&it.rig.frame, FRAME_SCENE));
    assert_int_equal(it.rig.frame.bridge_person, it.rig.view.person);
    room_blank(&it.rig.room, true);
    draw(&it);
    assert_false(it.rig.frame.has_scene);
    assert_null(find_kind(&it.rig.frame, FRAME_SCENE));
    assert_null(console_find(&it.rig, "answer.1"));
    close_it(&it);
}

static void test_countdown(void **state)
{
    (void)state;
    Screened it;
    open_at(&it, STAGE_LAGGED, 1280, 720, 1); // 38 of 60 seconds
    assert_int_equal(find_kind(&it.rig.frame, FRAME_RING)->value, 633);
    it.rig.view.seconds_left = 0;
    draw(&it);
    assert_int_equal(find_kind(&it.rig.frame, FRAME_RING)->value, 0);
    it.rig.view.seconds_left = -1;
    draw(&it);
    assert_null(find_kind(&it.rig.frame, FRAME_RING));
    close_it(&it);
}

static void test_sounds_in_words(void **state)
{
    (void)state;
    Screened it;
    open_at(&it, STAGE_LISTENS, 1280, 720, 1);
    assert_false(projector_is_moving(it.projector));
    projector_heard(it.projector, PICTURE_SOUND_CRACK);
    draw(&it);
    assert_true(projector_is_moving(it.projector));
    assert_non_null(console_find(&it.rig, "caption"));
    projector_tick(it.projector, 10000);
    draw(&it);
    assert_false(projector_is_moving(it.projector));
    assert_null(console_find(&it.rig, "caption"));
    close_it(&it);
}

// What a choice has caused is heard once; what happened before the screen was there, never.
static void test_motifs(void **state)
{
    (void)state;
    Screened it;
    Err err = { 0 };
    open_at(&it, STAGE_ENDED, 1280, 720, 1); // much has happened
    assert_int_equal(it.rig.frame.motif, MOTIF_NONE);
    close_it(&it);
    open_at(&it, STAGE_LISTENS, 1280, 720, 1);
    uint32_t number = it.rig.frame.motif_number;
    int heard = 0;
    for (int i = 0; i < 40 && it.rig.room.stage != ROOM_ENDED; i++) {
        assert_true(room_choose(&it.rig.room, 0, &err));
        console_follow(&it.rig);
        draw(&it);
        heard += it.rig.frame.motif_number != number;
        number = it.rig.frame.motif_number;
        draw(&it);
        assert_int_equal(it.rig.frame.motif_number, number);
    }
    assert_true(heard > 0);
    close_it(&it);
}

// ---- other languages ----------------------------------------------------------------------------

static Arena said;

static const char *longer(const void *context, const char *where, const char *english)
{
    (void)where;
    Text out = { 0 };
    language_pseudo(english, context != NULL, &out);
    const char *copy = arena_string(&said, text_str(&out));
    text_deinit(&out);
    return copy;
}

static const char *longer_many(const void *context, const char *one, const char *many, unsigned long n)
{
    return longer(context, "", n == 1 ? one : many);
}

static void test_languages(void **state)
{
    (void)state;
    static const SayTable tables[] = { { NULL, "pseudo", false, longer, longer_many },
                                       { "", "pseudo-rtl", true, longer, longer_many } };
    arena_init(&said);
    for (int language = 0; language < 2; language++) {
        for (int stage = 0; stage < STAGE_COUNT; stage++) {
            for (int scale = 0; scale < SCALE_COUNT; scale++) {
                Screened it;
                char where[64];
                snprintf(where, sizeof where, "%s, %.0f %%, language %d", STAGE_NAMES[stage],
                         (double)SCALES[scale] * 100, language);
                say_in(&tables[language]);
                open_at(&it, (ConsoleStage)stage, 1280, 720, SCALES[scale]);
                check_all_pages(&it, where);
                close_it(&it);
                say_in(NULL);
            }
        }
    }
    arena_deinit(&said);
}

static void test_mirrored(void **state)
{
    (void)state;
    static const SayTable right = { "", "pseudo-rtl", true, longer, longer_many };
    Screened it;
    arena_init(&said);
    open_at(&it, STAGE_FEW, 1280, 720, 1);
    FrameRect code = find_kind(&it.rig.frame, FRAME_CODE)->rect;
    FrameRect scene = find_kind(&it.rig.frame, FRAME_SCENE)->rect;
    say_in(&right);
    draw(&it);
    FrameRect other = find_kind(&it.rig.frame, FRAME_CODE)->rect;
    assert_true(code.x > 640 && other.x + other.w < 640); // beside the story, at the other side
    assert_int_equal((int)(other.w * 10), (int)(code.w * 10));
    assert_memory_equal(&scene, &find_kind(&it.rig.frame, FRAME_SCENE)->rect, sizeof scene);
    say_in(NULL);
    arena_deinit(&said);
    close_it(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_stage),
        cmocka_unit_test(test_contrast),
        cmocka_unit_test(test_nothing_is_cut),
        cmocka_unit_test(test_every_answer_is_reached),
        cmocka_unit_test(test_every_word_is_told),
        cmocka_unit_test(test_no_network),
        cmocka_unit_test(test_votes_stay_hidden),
        cmocka_unit_test(test_secrets_of_the_console),
        cmocka_unit_test(test_scene_and_blank),
        cmocka_unit_test(test_countdown),
        cmocka_unit_test(test_sounds_in_words),
        cmocka_unit_test(test_motifs),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_mirrored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
