// The clock in the words: in hundreds of plays of every shipped scenario no scene begins after the hour
// that it is set at, and a line that opens with a time of day ("Ten to four.") is said at that time.
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/text.h"
#include "script/script.h"
#include "story/render.h"
#include "story/story.h"
#include "story/turn.h"

#include <stdio.h>
#include <string.h>

enum { PLAYS = 300, CHOICES = 80, HALF_DAY = 720, LATE_MAX = 60, OFF_MAX = 5 };

static const char FOLDER[] = PLANKWRIGHT_SOURCE "/scripts/scenarios";

// ---- a time of day in words -------------------------------------------------------------------------

static const char *const HOURS[] = { "one",   "two",   "three", "four", "five",   "six",
                                     "seven", "eight", "nine",  "ten",  "eleven", "twelve" };

static const struct {
    const char *word;
    int minutes;
} PARTS[] = { { "twenty-five", 25 }, { "twenty-four", 24 }, { "twenty", 20 }, { "a quarter", 15 },
              { "quarter", 15 },     { "half", 30 },        { "ten", 10 },    { "five", 5 } };

// The word, whatever its first letter's case, with a blank or an end after it; what follows, or NULL.
static const char *after(const char *text, const char *word)
{
    size_t n = strlen(word);
    bool first = (text[0] | 0x20) == word[0];
    if (!first || strncmp(text + 1, word + 1, n - 1) != 0) {
        return NULL;
    }
    text += n;
    return text[0] == ' ' ? text + 1 : strchr(".,:", text[0]) != NULL ? text : NULL;
}

static const char *hour_in(const char *text, int *hour)
{
    for (int i = 0; i < 12; i++) {
        const char *rest = after(text, HOURS[i]);
        if (rest != NULL) {
            *hour = i + 1;
            return rest;
        }
    }
    return NULL;
}

// The minutes since midnight or noon that a line opens with; -1: it opens with something else.
static int opening_time(const char *text)
{
    const char *its = after(text, "it’s");
    text = its != NULL ? its : text;
    int hour = 0, minute = 0, begin = 0, end = 0;
    if (sscanf(text, "%2d%*1[.:]%n%2d%n", &hour, &begin, &minute, &end) == 2 && end == begin + 2 &&
        strchr(".,: ", text[end]) != NULL) {
        return hour * 60 + minute;
    }
    const char *rest = hour_in(text, &hour);
    if (rest != NULL && strncmp(rest, "o’clock", strlen("o’clock")) == 0) {
        return hour * 60;
    }
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        rest = after(text, PARTS[i].word);
        if (rest == NULL) {
            continue;
        }
        rest = after(rest, "minutes") != NULL ? after(rest, "minutes") : rest;
        bool past = after(rest, "past") != NULL;
        rest = past ? after(rest, "past") : after(rest, "to");
        rest = rest != NULL ? hour_in(rest, &hour) : NULL;
        return rest != NULL && strchr(".,:", rest[0]) != NULL
                   ? hour * 60 + (past ? PARTS[i].minutes : -PARTS[i].minutes)
                   : -1;
    }
    return -1;
}

static void test_reading_a_time(void **state)
{
    (void)state;
    assert_int_equal(opening_time("Ten to four. In the page there’s a hole."), 230);
    assert_int_equal(opening_time("A quarter to one. The lorry is early."), 45);
    assert_int_equal(opening_time("Twenty-four minutes past eight. In the foyer"), 504);
    assert_int_equal(opening_time("It’s five to five. Nuala is two floors down."), 295);
    assert_int_equal(opening_time("Seven o’clock, and dark."), 420);
    assert_int_equal(opening_time("12.41. Ewart has a stub of pencil"), 761);
    assert_int_equal(opening_time("15:10 by the clock over the door"), 910);
    assert_int_equal(opening_time("2.4, at 9.20. You say both numbers."), -1);
    assert_int_equal(opening_time("Six. You put ice on what needs it."), -1);
    assert_int_equal(opening_time("Ten sheets later the telephone rings."), -1);
    assert_int_equal(opening_time("Half of it anybody could do."), -1);
    assert_int_equal(opening_time("Twenty-five past"), -1);
}

// ---- every shipped scenario -------------------------------------------------------------------------

typedef struct Watch {
    const Scenario *sc;
    const Playthrough *play;
    Text line, clock;
    int opened, wrong;
} Watch;

static void complain(Watch *watch, int32_t minute, const char *what)
{
    text_clear(&watch->clock);
    render_clock(watch->sc, minute, &watch->clock);
    if (watch->wrong++ < 5) {
        print_error("%s: at %s: %s\n", watch->sc->id, text_str(&watch->clock), what);
    }
}

static void look_at(Watch *watch, const StoryEvent *event)
{
    if (event->kind == EVENT_SCENE) {
        const StoryScene *scene = &watch->sc->scenes[event->what];
        int32_t at = clock_resolve(watch->sc, event->minute, scene->at);
        if (scene->at != STORY_TIME_NONE && event->minute > at + LATE_MAX) {
            complain(watch, event->minute, scene->id);
        }
    } else if (event->kind == EVENT_SAID && event->person == STORY_NONE) {
        text_clear(&watch->line);
        render_said(watch->sc, watch->play, event, &watch->line);
        int said = opening_time(text_str(&watch->line));
        int off = said < 0 ? 0 : (event->minute - said) % HALF_DAY;
        watch->opened += said >= 0;
        if (off > OFF_MAX && off < HALF_DAY - OFF_MAX) {
            complain(watch, event->minute, text_str(&watch->line));
        }
    }
}

static void play(Watch *watch, Playthrough *p, uint64_t seed, uint64_t *stream)
{
    StoryJournal journal = { 0 };
    Err err = { 0 };
    int seen = 0;
    assert_true(story_start(watch->sc, p, seed, &journal, &err));
    for (int i = 0; i < CHOICES; i++) {
        for (; seen < journal.count; seen++) {
            look_at(watch, &journal.events[seen]);
        }
        StoryOffer offers[STORY_OFFERS_MAX];
        int count = story_offers(watch->sc, p, false, offers, &err);
        if (count == 0) {
            break;
        }
        const StoryOffer *offer = &offers[random_below(stream, (uint32_t)count)];
        assert_true(story_choose(watch->sc, p, offer, &journal, &err));
    }
    story_journal_deinit(&journal);
}

static int play_folder(const char *name, int *opened)
{
    Text path = { 0 };
    Err err = { 0 };
    text_addf(&path, "%s/%s", FOLDER, name);
    Scenario *sc = script_load(text_str(&path), NULL, &err);
    text_deinit(&path);
    if (sc == NULL) {
        fail_msg("%s", err.message);
    }
    Playthrough *p = mem_alloc(sc->play_size);
    Watch watch = { .sc = sc, .play = p };
    uint64_t stream = 11;
    for (uint64_t seed = 1; seed <= PLAYS; seed++) {
        play(&watch, p, seed, &stream);
    }
    *opened += watch.opened;
    text_deinit(&watch.line);
    text_deinit(&watch.clock);
    mem_free(p);
    scenario_free(sc);
    return watch.wrong;
}

static void test_words_and_clock(void **state)
{
    (void)state;
    FileList folders;
    Err err = { 0 };
    int wrong = 0, opened = 0;
    assert_true(file_list(FOLDER, &folders, &err));
    for (int i = 0; i < folders.count; i++) {
        wrong += play_folder(folders.names[i], &opened);
    }
    file_list_free(&folders);
    assert_int_equal(wrong, 0);
    assert_true(opened > 10 * PLAYS); // it has read something
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading_a_time),
        cmocka_unit_test(test_words_and_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
