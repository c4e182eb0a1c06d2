// links: script
// A lookback of ways of every length: the page holds together, nothing is fetched, tables have as many
// cells as columns, and what turned the week stands in it.
#include "explore/market.h"

#include "base/arena.h"
#include "base/text.h"
#include "picture/palette.h"
#include "report/lookback.h"
#include "view/turning.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

// The first `most` choices: the one named, then whatever is open first.
static void play(const char *first, int most)
{
    Err err = { 0 };
    int done = 0;
    assert_true(history_open(&h, sc, 1, &err));
    if (most > 0) {
        assert_true(history_walk(&h, first, &done, &err));
    }
    StoryOffer offers[STORY_OFFERS_MAX];
    while (h.now->ended == 0 && h.count < most) {
        assert_true(story_offers(sc, h.now, false, offers, &err) > 0);
        assert_true(history_choose(&h, &offers[0], &err));
    }
}

static Text html_of(const Lookback *look)
{
    Text out = { 0 };
    Page *page = lookback_page(look, "en", true);
    page_html(page, &out);
    page_free(page);
    return out;
}

static void test_a_whole_way(void **state)
{
    (void)state;
    play("both", 100);
    Lookback look;
    lookback_init(&look, &h, NULL);
    Text html = html_of(&look);
    assert_true(html.length < 300000);
    assert_non_null(strstr(text_str(&html), "It ended with"));
    assert_true(look.turns.cost.decision >= 0);
    assert_non_null(strstr(text_str(&html), "The choice that cost most"));
    assert_non_null(strstr(text_str(&html), "had a chance of"));
    assert_null(strstr(text_str(&html), "src="));
    assert_null(strstr(text_str(&html), "href=\"http"));
    assert_null(strstr(text_str(&html), "<script"));
    text_deinit(&html);
    lookback_deinit(&look);
    history_close(&h);
}

// The first bridge of a page is that of its end; a small picture lies on the sky of its light.
static void test_the_light_is_that_of_the_hour(void **state)
{
    (void)state;
    play("both", 100);
    Lookback look;
    lookback_init(&look, &h, NULL);
    Text html = html_of(&look);
    const PictureLight lights[] = { PICTURE_DAY, PICTURE_DUSK, PICTURE_DAWN, PICTURE_STORM };
    uint8_t weather = story_weather(h.scenario, h.now);
    assert_true(weather >= STORY_DAY && weather <= STORY_STORM);
    int drawn = 0;
    for (int i = 0; i < 4; i++) {
        char sky[16];
        PicturePalette palette = picture_palette(lights[i]);
        snprintf(sky, sizeof sky, "#%06" PRIx32, palette.sky[0]);
        bool there = strstr(text_str(&html), sky) != NULL;
        drawn += there;
        assert_true(there || i + STORY_DAY != weather);
    }
    assert_true(drawn < 4);
    text_deinit(&html);
    lookback_deinit(&look);
    history_close(&h);
}

static void test_every_length(void **state)
{
    (void)state;
    for (int most = 0; most < 8; most++) {
        play("sky", most);
        Lookback look;
        lookback_init(&look, &h, "If it rains, then I ring Ode.");
        Text html = html_of(&look), json = { 0 };
        lookback_json(&look, &json);
        assert_non_null(strstr(text_str(&html), "If it rains, then I ring Ode."));
        assert_non_null(strstr(text_str(&json), "\"format\":\"plankwright-lookback-1\""));
        text_deinit(&html);
        text_deinit(&json);
        lookback_deinit(&look);
        history_close(&h);
    }
}

static void test_after_many_undos(void **state)
{
    (void)state;
    play("both", 100);
    for (int i = 0; i < 100; i++) {
        history_undo(&h);
    }
    Lookback look;
    lookback_init(&look, &h, NULL);
    assert_int_equal(look.turns.cost.decision, -1);
    Text html = html_of(&look);
    assert_non_null(strstr(text_str(&html), "has not come to its end yet"));
    assert_non_null(strstr(text_str(&html), "No choice was made yet."));
    text_deinit(&html);
    lookback_deinit(&look);
    history_close(&h);
}

static void test_rows_have_all_cells(void **state)
{
    (void)state;
    play("both", 100);
    Lookback look;
    lookback_init(&look, &h, NULL);
    Text csv = { 0 };
    lookback_csv(&look, &csv);
    int rows = 0, chose = 0;
    for (const char *at = text_str(&csv); *at != '\0'; rows++) {
        size_t n = strcspn(at, "\r");
        int commas = 0;
        for (size_t i = 0; i < n; i++) {
            commas += at[i] == ',';
        }
        assert_int_equal(commas, 9);
        chose += memchr(at, 'c', n) != NULL && strncmp(at + n, "\r\n", 2) == 0 &&
                 strstr(at, ",chose,") != NULL && strstr(at, ",chose,") < at + n;
        at += n + 2;
    }
    assert_true(rows > 10);
    assert_int_equal(chose, h.count);
    text_deinit(&csv);
    lookback_deinit(&look);
    history_close(&h);
}

// A spreadsheet would work out what begins like a formula.
static void test_no_formulas(void **state)
{
    (void)state;
    static const char *const names[] = { "=1+2", "+1", "-1", "@sum", "\tx", "\rx" };
    play("both", 100);
    Lookback look;
    lookback_init(&look, &h, NULL);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Text csv = { 0 };
        char bare[40], guarded[40];
        StoryCommitment *named = mem_alloc((size_t)sc->commitment_count * sizeof *named);
        const StoryCommitment *before = sc->commitments;
        memcpy(named, before, (size_t)sc->commitment_count * sizeof *named);
        named[0].id = names[i];
        sc->commitments = named;
        snprintf(bare, sizeof bare, ",%s", names[i]);
        snprintf(guarded, sizeof guarded, ",\" %s\",", names[i]);
        lookback_csv(&look, &csv);
        sc->commitments = before;
        mem_free(named);
        assert_non_null(strstr(text_str(&csv), guarded));
        assert_null(strstr(text_str(&csv), bare));
        text_deinit(&csv);
    }
    lookback_deinit(&look);
    history_close(&h);
}

// What to do again is the choice that saved most, what to do otherwise the one that cost most.
static void test_the_talk_names_the_right_choices(void **state)
{
    (void)state;
    play("both", 100);
    Lookback look;
    lookback_init(&look, &h, NULL);
    look.debrief.kept = 41;
    look.debrief.broken = 43;
    look.turns.cost.decision = 0;
    look.turns.saved.decision = h.count - 1;
    Page *page = page_new("Talk", "en");
    Text out = { 0 }, again = { 0 }, otherwise = { 0 };
    Arena arena;
    arena_init(&arena);
    text_addf(&again, "(%s)",
              view_offer_plain(&arena, &h, h.count - 1, &h.taken[h.count - 1]));
    text_addf(&otherwise, "(%s)", view_offer_plain(&arena, &h, 0, &h.taken[0]));
    assert_string_not_equal(text_str(&again), text_str(&otherwise));
    lookback_talk(&look, page);
    page_markdown(page, &out);
    const char *first = strstr(text_str(&out), "What would you do again?");
    const char *second = strstr(text_str(&out), "What would you do otherwise?");
    assert_true(first != NULL && second != NULL && first < second);
    const char *found = strstr(first, text_str(&again));
    assert_true(found != NULL && found < second);
    found = strstr(second, text_str(&otherwise));
    assert_true(found != NULL && found < strchr(second, '\n'));
    assert_non_null(strstr(text_str(&out), "Kept: 41. Broken: 43."));
    arena_deinit(&arena);
    text_deinit(&again);
    text_deinit(&otherwise);
    text_deinit(&out);
    page_free(page);
    lookback_deinit(&look);
    history_close(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_whole_way),
        cmocka_unit_test(test_the_light_is_that_of_the_hour),
        cmocka_unit_test(test_every_length),
        cmocka_unit_test(test_after_many_undos),
        cmocka_unit_test(test_no_formulas),
        cmocka_unit_test(test_the_talk_names_the_right_choices),
        cmocka_unit_test(test_rows_have_all_cells),
    };
    return cmocka_run_group_tests(tests, market_open, market_close);
}
