// Loading: what is written is what is stored; the sample plays to both of its endings; folders and
// files that cannot be read; every allocation of the Lua machine failing once.
// links: story bridge trust base
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "bridge/bridge.h"
#include "script/script.h"
#include "story/history.h"
#include "trust/numbers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATA PLANKWRIGHT_SOURCE "/tests/script/data"

static Scenario *load(const char *path)
{
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    Scenario *scenario = script_load(path, &list, &err);
    for (int i = 0; i < list.count; i++) {
        char line[1024];
        fprintf(stderr, "%s\n", script_diagnostic_line(&list.items[i], line, (int)sizeof line));
    }
    assert_int_equal(list.count, 0);
    script_diagnostics_deinit(&list);
    assert_non_null(scenario);
    return scenario;
}

static const char *text(const Scenario *sc, TextId id)
{
    return scenario_text(sc, id);
}

static void the_scenario_is_stored(void **state)
{
    (void)state;
    Scenario *sc = load(DATA "/every-word.lua");
    assert_string_equal(sc->id, "every-word");
    assert_int_equal(sc->version, 2);
    assert_string_equal(text(sc, sc->title), "Every word");
    assert_string_equal(sc->author, "Plankwright");
    assert_string_equal(sc->language, "en");
    assert_int_equal(sc->minutes, 9);
    assert_int_equal(sc->teaches, 1u | 1u << 19);
    assert_int_equal(sc->content_count, 2);
    assert_string_equal(sc->content[1], "loss");
    assert_int_equal(sc->kind, STORY_BOOSTER);
    assert_int_equal(sc->scenes[0].present, 1u); // said by the author: Piet, who speaks in it, is not
    assert_true(sc->scenes[0].told_present);
    assert_false(sc->scenes[1].told_present);
    assert_int_equal(sc->opens_minute, 8 * 60 + 30);
    assert_int_equal(sc->closes_minute, 16 * 60 + 30);
    assert_int_equal(sc->energy, 9000);
    assert_int_equal(sc->weather, STORY_DUSK);
    // Monday and Thursday, twice: the calendar jumps forward to the next such day.
    assert_int_equal(sc->day_count, 4);
    const uint16_t days[] = { 0, 3, 7, 10 };
    for (int i = 0; i < 4; i++) {
        assert_int_equal(sc->calendar_day[i], days[i]);
        assert_int_equal(sc->weekday[i], i % 2 == 0 ? 0 : 3);
    }
    scenario_free(sc);
}

static void people_are_stored(void **state)
{
    (void)state;
    Scenario *sc = load(DATA "/every-word.lua");
    assert_int_equal(sc->person_count, 2);
    const StoryPerson *halima = &sc->people[0];
    assert_string_equal(halima->id, "halima");
    assert_string_equal(text(sc, halima->name), "Halima Nasser");
    assert_string_equal(text(sc, halima->first), "Halima");
    assert_int_equal(halima->mood, STORY_WARM);
    assert_int_equal(halima->crossing_shift, -50000);
    assert_int_equal(sc->people[1].crossing_shift, 50000);
    assert_string_equal(trust_persona(sc->people[1].persona)->name, "watchful");
    assert_ptr_equal(sc->people[1].trust, trust_with_persona(sc->trust, "watchful"));
    assert_ptr_equal(halima->trust, sc->trust);
    assert_int_equal(halima->hears, 1u << 1);
    assert_int_equal(halima->look.skin, 1);
    assert_int_equal(halima->look.hair, 6);
    assert_int_equal(halima->look.hair_colour, 6);
    assert_int_equal(halima->look.coat, 5);
    assert_int_equal(halima->look.colour, 8);
    assert_int_equal(halima->look.age, 52);
    assert_true(halima->look.glasses && halima->look.beard && halima->look.wheelchair);
    assert_int_equal(halima->look.glasses, 2); // true: the first that is not "none"
    assert_int_equal(halima->look.beard, 2);
    assert_int_equal(halima->look.face, 0);
    assert_false(halima->look.cane || halima->look.hearing_aid || halima->look.prosthesis);
    const StoryLook *piet = &sc->people[1].look;
    assert_int_equal(piet->skin, 0);
    assert_int_equal(piet->age, 0);
    assert_int_equal(piet->hair, 10);
    assert_int_equal(piet->beard, 4);
    assert_int_equal(piet->glasses, 3);
    assert_int_equal(piet->face, 4);
    assert_int_equal(piet->eyes, 3);
    assert_int_equal(piet->nose, 2);
    assert_int_equal(piet->build, 3);
    assert_int_equal(piet->coat, 14);
    assert_int_equal(piet->colour, 12);
    assert_true(piet->cane && piet->hearing_aid && piet->prosthesis && !piet->wheelchair);
    assert_string_equal(text(sc, halima->lines.owned_up), "Owned.");
    assert_string_equal(text(sc, halima->lines.refused), "No, {name}.");
    assert_int_equal(sc->standard_count, 2);
    assert_string_equal(sc->standards[halima->notice].id, "notice");
    assert_int_equal(sc->standards[halima->notice].minutes, 120);
    assert_int_equal(sc->fact_count, 2);
    assert_string_equal(sc->facts[0].id, "fall"); // by name, not by Lua's order
    const StoryTalk *talk = &sc->talks[sc->people[1].talk];
    assert_int_equal(talk->minutes, 20);
    assert_int_equal(talk->rounds, 1);
    assert_int_equal(talk->energy, 1000);
    assert_int_equal(talk->option_count, 1);
    assert_true(sc->people[0].talk >= 0); // a plain one was made
    scenario_free(sc);
}

static void commitments_are_stored(void **state)
{
    (void)state;
    Scenario *sc = load(DATA "/every-word.lua");
    assert_int_equal(sc->commitment_count, 4);
    const StoryCommitment *plot = &sc->commitments[0];
    const StoryCommitment *ladder = &sc->commitments[1];
    const StoryCommitment *keys = &sc->commitments[3];
    assert_int_equal(plot->kind, STORY_WORK);
    assert_int_equal(plot->effort_minutes, 90);
    assert_int_equal(plot->due, 7 * 1440 + 12 * 60); // the second Monday
    assert_int_equal(plot->found_in, 1);
    assert_int_equal(plot->found_of, 6);
    assert_true(plot->by_hand && plot->has_reaction);
    assert_string_equal(text(sc, plot->title), "Lighting plot");
    assert_string_equal(text(sc, plot->lines.told), "Late: {title}.");
    assert_int_equal(ladder->kind, STORY_MEET);
    assert_int_equal(ladder->meeting_minutes, 45);
    assert_int_equal(ladder->due, -2 - (3 * 1440 + 18 * 60)); // Thursdays come twice: the next one
    assert_int_equal(ladder->by, STORY_PLAYER);
    assert_int_equal(ladder->to, 0);
    assert_true(ladder->has_reaction);
    assert_false(sc->commitments[2].has_reaction);
    assert_int_equal(keys->by, 0);
    assert_int_equal(keys->to, STORY_PLAYER);
    assert_int_equal(keys->due, 3 * 1440 + 9 * 60 + 30);
    assert_int_equal(sc->conds[keys->provided].kind, COND_LUA);
    assert_int_equal(plot->at.line, 15);
    assert_int_equal(sc->numbers[0].from, -2);
    assert_int_equal(sc->numbers[0].start, 1);
    scenario_free(sc);
}

static int find_op(const Scenario *sc, int code, int from)
{
    for (int i = from; i < sc->op_count; i++) {
        if (sc->ops[i].code == code) {
            return i;
        }
    }
    return -1;
}

static void every_op_is_used(void **state)
{
    (void)state;
    Scenario *sc = load(DATA "/every-word.lua");
    for (int code = 0; code < OP_CODE_COUNT; code++) {
        if (find_op(sc, code, 0) < 0) {
            fail_msg("op %d is never made", code);
        }
    }
    bool kinds[COND_LUA + 1] = { false };
    for (int i = 0; i < sc->cond_count; i++) {
        kinds[sc->conds[i].kind] = true;
    }
    for (int kind = 0; kind <= COND_LUA; kind++) {
        if (!kinds[kind]) {
            fail_msg("condition %d is never made", kind);
        }
    }
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_GO || op->code == OP_UNLESS) {
            assert_true(op->b < sc->op_count);
        }
    }
    scenario_free(sc);
}

static void ops_carry_what_was_written(void **state)
{
    (void)state;
    Scenario *sc = load(DATA "/every-word.lua");
    const StoryOp *op = &sc->ops[find_op(sc, OP_APOLOGISE, 0)];
    assert_int_equal(op->c, TRUST_PART_ALL);
    op = &sc->ops[find_op(sc, OP_SPEND, 0)];
    assert_int_equal(op->c, 35);
    assert_int_equal(op->b, 500);
    op = &sc->ops[find_op(sc, OP_WORK, 0)];
    assert_int_equal(op->c, 30);
    int promise = find_op(sc, OP_PROMISE, 0);
    assert_int_equal(sc->ops[promise].c, STORY_TIME_NONE);
    assert_int_equal(sc->ops[promise + 1].c, -2 - (3 * 1440 + 18 * 60 + 30));
    int learn = find_op(sc, OP_LEARN, 0);
    assert_int_equal(sc->ops[learn].c, 0);
    assert_int_equal(sc->ops[find_op(sc, OP_LEARN, learn + 1)].c, 1); // in the one-on-one
    int line = find_op(sc, OP_LINE, 0);
    assert_int_equal(sc->op_positions[line].line, 32); // the very line of the text
    const StoryDesk *desk = &sc->desks[0];
    assert_int_equal(desk->slot_minutes, 90);
    assert_int_equal(desk->talk, 1u << 1);
    assert_true(desk->work == 1);
    assert_int_equal(desk->option_count, 1);
    const StoryOption *stay = &sc->options[sc->ops[find_op(sc, OP_CHOICE, 0)].b];
    assert_string_equal(stay->id, "stay");
    assert_int_equal(stay->cost_minutes, 60);
    assert_int_equal(stay->cost_energy, 1000);
    assert_int_equal(stay->seen_by, 1u << 1);
    assert_string_equal(text(sc, stay->why), "Because.");
    assert_string_equal(text(sc, sc->notes[stay->notes].say), "Option.");
    assert_true(stay->took >= 0);
    assert_true(stay->op < stay->end);
    const StoryScene *one = &sc->scenes[0];
    assert_int_equal(one->weather, STORY_STORM);
    assert_string_equal(text(sc, sc->notes[one->notes].act), "Do.");
    const StoryNeed *need = &sc->needs[0];
    assert_int_equal(need->who, 3);
    assert_int_equal(need->stakes, BRIDGE_STAKES_HIGH);
    assert_true(need->hesitates != 0 && sc->needs[1].hesitates == 0 && sc->needs[1].to_them);
    assert_true(sc->whenevers[0].at_once);
    assert_int_equal(sc->whenevers[0].present, 1);
    scenario_free(sc);
}

static const char *play(const Scenario *sc, uint64_t seed, const char *ids, char *out, size_t size)
{
    StoryHistory history;
    Err err = { 0 };
    assert_true(history_open(&history, sc, seed, &err));
    int done = 0;
    if (!history_walk(&history, ids, &done, &err)) {
        fail_msg("after %d choices: %s", done, err.message);
    }
    snprintf(out, size, "%s",
             history.now->ended == 0 ? "-" : sc->endings[history.now->ended - 1].id);
    history_close(&history);
    return out;
}

static void the_sample_plays_to_both_endings(void **state)
{
    (void)state;
    Scenario *sc = load(DATA "/second-ladder");
    char ending[48];
    assert_string_equal(play(sc, 1, "thursday.yes", ending, sizeof ending), "-");
    int held = 0;
    int alone = 0;
    uint64_t stream = 1;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        StoryHistory history;
        Err err = { 0 };
        assert_true(history_open(&history, sc, seed, &err));
        while (history.now->ended == 0) {
            StoryOffer offers[STORY_OFFERS_MAX];
            int n = story_offers(sc, history.now, false, offers, &err);
            assert_true(n > 0 && history.count < 100);
            stream = stream * 6364136223846793005u + 1442695040888963407u;
            assert_true(history_choose(&history, &offers[(stream >> 33) % (uint64_t)n], &err));
            int broken = -1;
            story_always(sc, history.now, &broken, &err);
            assert_int_equal(err.kind, ERR_NONE);
        }
        bool is_held = strcmp(sc->endings[history.now->ended - 1].id, "held") == 0;
        held += is_held;
        alone += !is_held;
        history_close(&history);
    }
    assert_true(held > 0 && alone > 0);
    scenario_free(sc);
}

static void the_shipped_scenario_loads(void **state)
{
    (void)state;
    Scenario *sc = load(PLANKWRIGHT_SOURCE "/scripts/scenarios/late-brief");
    assert_string_equal(sc->id, "late-brief");
    assert_true(sc->scene_count > 10 && sc->ending_count >= 4);
    scenario_free(sc);
}

static void write_file(const char *path, const char *content, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(content, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static void expect(const char *path, const char *code, const char *message, const char *file,
                   int line)
{
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    assert_null(script_load(path, &list, &err));
    assert_true(list.count >= 1);
    const ScriptDiagnostic *d = &list.items[0];
    assert_string_equal(d->code, code);
    if (strstr(d->message, message) == NULL) {
        fail_msg("\"%s\" is not in \"%s\"", message, d->message);
    }
    assert_non_null(strstr(d->file, file));
    assert_int_equal(d->line, line);
    assert_true(strlen(d->fix) > 0);
    assert_int_equal(err.kind, ERR_INPUT);
    assert_non_null(strstr(err.file, file));
    script_diagnostics_deinit(&list);
    assert_null(script_load(path, NULL, &err)); // without a list too
}

#define BASE                                                                                       \
    "scenario { id = \"x\", title = \"X\" }\n"                                                     \
    "local a = person \"a\" { name = \"A\" }\n"

static void files_that_cannot_be_read(void **state)
{
    (void)state;
    Err err = { 0 };
    expect("no-such-folder", "PW-101", "there is no scenario folder", "no-such-folder", 0);
    assert_true(file_make_folders("empty", &err));
    expect("empty", "PW-101", "", "empty/scenario.lua", 0);
    expect("empty/", "PW-101", "", "empty/scenario.lua", 0);
    assert_true(file_make_folders("folder/scenario.lua", &err));
    expect("folder", "PW-101", "", "folder/scenario.lua", 0);
    assert_true(file_make_folders("latin", &err));
    write_file("latin/scenario.lua", "-- one\n-- caf\xe9\n", 14);
    expect("latin", "PW-102", "not UTF-8", "latin/scenario.lua", 2);
    assert_true(file_make_folders("compiled", &err));
    write_file("compiled/scenario.lua", "\x1bLua\x54\x00\x19\x93", 8);
    expect("compiled", "PW-113", "compiled", "compiled/scenario.lua", 1);
    char *big = mem_alloc((2 << 20) + 1);
    memset(big, '-', 2 << 20);
    assert_true(file_make_folders("big", &err));
    write_file("big/scenario.lua", big, 2 << 20);
    mem_free(big);
    expect("big", "PW-101", "", "big/scenario.lua", 0);
    char path[600];
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    assert_null(script_load(path, NULL, &err));
    assert_null(script_load("", NULL, &err));
}

static void includes(void **state)
{
    (void)state;
    Err err = { 0 };
    static const char MAIN[] =
        BASE "local friday = include \"friday\"\nscene \"one\" { friday, go \"two\" }\n";
    static const char FRIDAY[] =
        "local a = person \"a\"\nscene \"two\" { a \"Hello.\", ending \"e\" }\n"
        "ending \"e\" { title = \"E\", kind = \"apart\" }\nreturn { \"From there.\" }\n";
    assert_true(file_make_folders("inc", &err));
    write_file("inc/scenario.lua", MAIN, sizeof MAIN - 1);
    write_file("inc/friday.lua", FRIDAY, sizeof FRIDAY - 1);
    Scenario *sc = load("inc");
    assert_int_equal(sc->file_count, 2);
    assert_string_equal(sc->files[1], "friday.lua");
    assert_int_equal(sc->scene_count, 2);
    assert_string_equal(sc->scenes[0].id, "two"); // written first
    assert_int_equal(sc->scenes[0].position.file, 1);
    scenario_free(sc);

    static const char BAD[] =
        "local a = person \"a\"\nscene \"two\" { a \"Hello.\", go \"tow\" }\nreturn { \"So.\" }\n";
    write_file("inc/friday.lua", BAD, sizeof BAD - 1);
    expect("inc", "PW-123", "there is no scene \"tow\"", "inc/friday.lua", 2);
    static const char SYNTAX[] = "\n\nlocal a = = 1\n";
    write_file("inc/friday.lua", SYNTAX, sizeof SYNTAX - 1);
    expect("inc", "PW-103", "Lua cannot read this", "inc/friday.lua", 3);
    static const char RAISES[] =
        "\nlocal a = halma scene \"two\" { ending \"e\" }\n"
        "ending \"e\" { title = \"E\", kind = \"apart\" } return { \"So.\" }\n";
    write_file("inc/friday.lua", RAISES, sizeof RAISES - 1);
    expect("inc", "PW-105", "\"halma\" was never declared", "inc/friday.lua", 2);
    static const char ROUND[] = "\ninclude \"scenario\"\n";
    write_file("inc/friday.lua", ROUND, sizeof ROUND - 1);
    expect("inc", "PW-112", "includes itself", "inc/friday.lua", 2);
    static const char TWICE[] = BASE "include \"b\"\ninclude \"b\"\n";
    write_file("inc/scenario.lua", TWICE, sizeof TWICE - 1);
    write_file("inc/b.lua", "\n", 1);
    expect("inc", "PW-112", "included before", "inc/scenario.lua", 4);
    static const char *const NAMES[] = { "missing", "../inc/b", "/etc/passwd", "b.lua",
                                         "",        "a/b",      "..",          "b\\\\c" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char content[256];
        int n = snprintf(content, sizeof content, BASE "include \"%s\"\n", NAMES[i]);
        write_file("inc/scenario.lua", content, (size_t)n);
        expect("inc", "PW-112", "", "inc/scenario.lua", 3);
    }
}

static void a_file_may_begin_with_a_byte_order_mark(void **state)
{
    (void)state;
    static const char MARKED[] =
        "\xEF\xBB\xBF" BASE
        "scene \"one\" { ending \"e\" }\nending \"e\" { title = \"E\", kind = \"apart\" }\n";
    Err err = { 0 };
    Scenario *sc = script_load_text("marked.lua", MARKED, sizeof MARKED - 1, NULL, NULL, &err);
    assert_non_null(sc);
    scenario_free(sc);
}

static void more_than_the_engine_takes(void **state)
{
    (void)state;
    static const struct {
        const char *line, *message;
    } CASES[] = {
        { "for i = 1, 9 do person(\"p\" .. i) { name = \"P\" } end\n", "at most 8 of person" },
        { "for i = 1, 65 do commitment(\"c\" .. i) { to = a, kind = \"hold\", what = \"w\", due = "
          "\"Fri 12:00\" } "
          "end\n",
          "at most 64 of commitment" },
        { "for i = 1, 65 do flag(\"f\" .. i) end\n",
          "declared twice" }, // one line, one file: named so
        { "local o = {} for i = 1, 40 do o[i] = option(\"o\" .. i) \"Text.\" { ending \"e\" } end\n"
          "scene \"many\" { choice(o) }\n",
          "40 options" },
        { "local t = {} for i = 1, 3000 do t[i] = \"Line \" .. i .. \".\" end local u = {} for i = "
          "1, 30 do u[i] = t "
          "end\nscene \"long\" { u, ending \"e\" }\n",
          "too long" },
        { "for i = 1, 300 do whenever(function(s) return true end) { \"Once.\" } end\n",
          "256 whenevers" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char content[1024];
        int n = snprintf(content, sizeof content,
                         BASE "%sscene \"one\" { ending \"e\" }\n"
                              "ending \"e\" { title = \"E\", kind = \"apart\" }\n",
                         CASES[i].line);
        ScriptDiagnostics list = { 0 };
        Err err = { 0 };
        Scenario *sc = script_load_text("t.lua", content, (size_t)n, NULL, &list, &err);
        if (i == 2) {
            script_diagnostics_deinit(&list);
            scenario_free(sc);
            continue;
        }
        assert_null(sc);
        bool found = false;
        for (int k = 0; k < list.count; k++) {
            found = found || (strcmp(list.items[k].code, "PW-160") == 0 &&
                              strstr(list.items[k].message, CASES[i].message) != NULL);
        }
        if (!found) {
            fail_msg("%s is not said, but %s", CASES[i].message,
                     list.count > 0 ? list.items[0].message : "nothing");
        }
        script_diagnostics_deinit(&list);
    }
}

// Whoever's machine is fast enough to read it all hears of the length, and of no circle behind it: what was
// not compiled leads nowhere yet.
static void too_long_is_all_that_is_said_of_it(void **state)
{
    (void)state;
    static const char LONG[] = BASE "for i = 1, 40000 do scene(\"s\" .. i) { go \"one\" } end\n"
                                    "scene \"one\" { ending \"e\" }\n"
                                    "ending \"e\" { title = \"E\", kind = \"apart\" }\n";
    ScriptLimits limits = script_limits();
    limits.seconds = 600;
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    assert_null(script_load_text("t.lua", LONG, sizeof LONG - 1, &limits, &list, &err));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].code, "PW-160");
    script_diagnostics_deinit(&list);
}

static void a_flood_of_mistakes_is_cut(void **state)
{
    (void)state;
    static const char FLOOD[] = BASE "for i = 1, 5000 do go(i) end\n";
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    assert_null(script_load_text("t.lua", FLOOD, sizeof FLOOD - 1, NULL, &list, &err));
    assert_true(list.count <= SCRIPT_DIAGNOSTICS_MAX);
    assert_true(list.left_out > 4000);
    script_diagnostics_deinit(&list);
}

static void the_same_text_makes_the_same_scenario(void **state)
{
    (void)state;
    Scenario *a = load(DATA "/every-word.lua");
    Scenario *b = load(DATA "/every-word.lua");
    assert_true(a->hash == b->hash);
    assert_int_equal(a->op_count, b->op_count);
    for (int i = 0; i < a->op_count; i++) {
        assert_memory_equal(&a->ops[i], &b->ops[i], sizeof *a->ops);
    }
    assert_int_equal(a->strings_size, b->strings_size);
    assert_memory_equal(a->strings, b->strings, a->strings_size);
    scenario_free(a);
    scenario_free(b);
}

static long load_failing(const char *content, size_t size, long n, bool *loaded)
{
    long allocations = 0;
    ScriptLimits limits = script_limits();
    limits.fail_allocation = n;
    limits.allocations = &allocations;
    ScriptDiagnostics list = { 0 };
    Err err = { 0 };
    Scenario *sc = script_load_text("every-word.lua", content, size, &limits, &list, &err);
    *loaded = sc != NULL;
    if (sc == NULL) {
        assert_true(list.count >= 1);
        assert_int_equal(err.kind, ERR_INPUT);
    } else {
        assert_int_equal(list.count, 0);
    }
    scenario_free(sc);
    script_diagnostics_deinit(&list);
    return allocations;
}

// The n-th allocation and all after it fail, n = 1, 2, … until it loads: never a crash, never a
// leak, always an answer.
static void every_allocation_fails_once(void **state)
{
    (void)state;
    char *content = NULL;
    size_t size = 0;
    Err err = { 0 };
    assert_true(file_read(DATA "/every-word.lua", 1 << 20, &content, &size, &err));
    bool loaded = false;
    long all = load_failing(content, size, 0, &loaded);
    assert_true(loaded && all > 500);
    size_t before = mem_live();
    for (long n = 1; n <= all; n++) {
        load_failing(content, size, n, &loaded);
        assert_int_equal(mem_live(), before);
    }
    load_failing(content, size, all + 1, &loaded);
    assert_true(loaded);
    mem_free(content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scenario_is_stored),
        cmocka_unit_test(people_are_stored),
        cmocka_unit_test(commitments_are_stored),
        cmocka_unit_test(every_op_is_used),
        cmocka_unit_test(ops_carry_what_was_written),
        cmocka_unit_test(the_sample_plays_to_both_endings),
        cmocka_unit_test(the_shipped_scenario_loads),
        cmocka_unit_test(files_that_cannot_be_read),
        cmocka_unit_test(includes),
        cmocka_unit_test(a_file_may_begin_with_a_byte_order_mark),
        cmocka_unit_test(more_than_the_engine_takes),
        cmocka_unit_test(too_long_is_all_that_is_said_of_it),
        cmocka_unit_test(a_flood_of_mistakes_is_cut),
        cmocka_unit_test(the_same_text_makes_the_same_scenario),
        cmocka_unit_test(every_allocation_fails_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
