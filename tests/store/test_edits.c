// A way that was kept, and the story edited behind it: what authors really do to a story, one row each. The way
// is resumed where every choice still means the same; else it is said where and why it parts. Never does it
// go on as if another answer had been given. And files that a disk has spoiled, bit by bit.
// links: script story
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"
#include "store/known.h"
#include "store/resume.h"

#include <stdio.h>
#include <string.h>

enum { EDITS_MAX = 6, WAY_MAX = 8 };

static const char *const STORY =
    "scenario { id = \"kept\", title = \"Kept\", days = { \"Mon\", \"Tue\" }, hours = { \"09:00\", "
    "\"17:00\" } }\n"
    "local maya = person \"maya\" { name = \"Maya Lindqvist\", facts = { board = \"The board "
    "meets.\" } }\n"
    "local omar = person \"omar\" { name = \"Omar\" }\n"
    "local brief = commitment \"brief\" { to = maya, what = \"the brief\", effort = 2, due = \"Tue "
    "12:00\" }\n"
    "local memo = commitment \"memo\" { to = omar, what = \"the memo\", effort = 1, due = \"Tue "
    "16:00\" }\n"
    "local turns = number \"turns\" { from = 0, to = 3 }\n"
    "scene \"monday\" { at = \"Mon 10:00\", maya \"When?\",\n"
    "  choice { option \"noon\" \"Tuesday noon.\" { promise(brief), add(turns, 1) },\n"
    "           option \"no\" \"Not this week.\" { } },\n"
    "  go \"lunch\" }\n"
    "scene \"lunch\" { at = \"Mon 13:00\", omar \"Soup or bread?\",\n"
    "  choice { option \"soup\" \"Soup.\" { }, option \"bread\" \"Bread.\" { } },\n"
    "  chance { odds(1, { \"It rains.\" }), odds(1, { \"It is dry.\", learn(maya, \"board\") }) "
    "},\n"
    "  go \"evening\" }\n"
    "scene \"evening\" { at = \"Mon 16:00\",\n"
    "  choice { option \"write\" \"Write it.\" { promise(memo) }, option \"home\" \"Go home.\" { } "
    "},\n"
    "  go \"last\" }\n"
    "scene \"last\" { at = \"Tue 15:00\",\n"
    "  choice { option \"out\" \"Out.\" { ending \"held\" }, option \"stay\" \"Stay.\" { ending "
    "\"apart\" } } }\n"
    "ending \"held\" { title = \"Held\", kind = \"together\", \"It holds.\" }\n"
    "ending \"apart\" { title = \"Apart\", kind = \"apart\", \"It does not.\" }\n";
static const char *const WAY[] = { "monday.noon", "lunch.soup", "evening.home", NULL };

typedef struct Edit {
    const char *from, *to;
} Edit;

typedef struct Case {
    const char *name;
    Edit edits[EDITS_MAX];
    ResumeKind kind;
    int taken;
    const char *said; // a part of what the player is told
} Case;

static const Case cases[] = {
    { "options in another order",
      { { "option \"soup\" \"Soup.\" { }, option \"bread\" \"Bread.\" { }",
          "option \"bread\" \"Bread.\" { }, option \"soup\" \"Soup.\" { }" },
        { "option \"write\" \"Write it.\" { promise(memo) }, option \"home\" \"Go home.\" { }",
          "option \"home\" \"Go home.\" { }, option \"write\" \"Write it.\" { promise(memo) }" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "only words changed",
      { { "\"Soup.\"", "\"Soup, please.\"" }, { "Soup or bread?", "Bread or soup?" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "an answer was put in other words, and it is said which",
      { { "\"Go home.\"", "\"“Not today.”\"" } },
      RESUME_EDITED,
      3,
      "may differ. Choice 3 said “Go home.” then and says “Not today.” now." },
    { "three answers were put in other words, and long ones",
      { { "\"Soup.\"", "\"Soup, with the bread that they have baked in the canteen since half past "
                       "four, and a glass of water.\"" },
        { "\"Go home.\"", "\"Go.\"" },
        { "\"Tuesday noon.\"", "\"Tue.\"" } },
      RESUME_EDITED,
      3,
      "Choice 1 said “Tuesday noon.” then and says “Tue.” now. Choice 2 said “Soup.” then "
      "and says “Soup, with the bread that they have baked in the canteen since half past four, and "
      "a glass of…” now. 1 more has other words now." },
    { "an answer put in other words before the ways part",
      { { "\"Tuesday noon.\"", "\"Tue.\"" }, { "option \"soup\" \"Soup.\"", "option \"tea\" \"Tea.\"" } },
      RESUME_CUT,
      1,
      "Choice 1 said “Tuesday noon.” then and says “Tue.” now. Here you chose “Soup.”, which is no longer" },
    { "an option renamed, and nobody says so: its words are still there",
      { { "option \"soup\"", "option \"stew\"" } },
      RESUME_CUT,
      1,
      "another answer has these words now. Open here now: “Soup.”" },
    { "two options without effects swapped their ids",
      { { "option \"soup\" \"Soup.\" { }, option \"bread\" \"Bread.\" { }",
          "option \"bread\" \"Soup.\" { }, option \"soup\" \"Bread.\" { }" } },
      RESUME_ELSEWHERE,
      1,
      "another answer has these words now" },
    { "two options with effects swapped their ids",
      { { "option \"noon\" \"Tuesday noon.\"", "option \"x\" \"Tuesday noon.\"" },
        { "option \"no\" \"Not", "option \"noon\" \"Not" },
        { "option \"x\"", "option \"no\"" } },
      RESUME_ELSEWHERE,
      0,
      "another answer has these words now" },
    { "two options swapped their effects",
      { { "promise(brief), add(turns, 1)", "X" },
        { "\"Not this week.\" { }", "\"Not this week.\" { promise(brief), add(turns, 1) }" },
        { "{ X }", "{ }" } },
      RESUME_ELSEWHERE,
      0,
      "is then not promised, and was open" },
    { "an option renamed, and a new one took its id",
      { { "option \"soup\" \"Soup.\"", "option \"hot\" \"Soup.\"" },
        { "option \"bread\"", "option \"soup\" \"Salad.\" { }, option \"bread\"" } },
      RESUME_ELSEWHERE,
      1,
      "another answer has these words now" },
    { "a scene renamed for the third time",
      { { "scene \"lunch\" {", "scene \"canteen\" { was = { \"lunch\", \"break\", \"noon\" }," },
        { "go \"lunch\"", "go \"canteen\"" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "a scene and its option renamed, the option twice",
      { { "scene \"lunch\" {", "scene \"canteen\" { was = \"lunch\"," },
        { "go \"lunch\"", "go \"canteen\"" },
        { "\"Soup.\" { }", "\"Soup.\" { was = { \"broth\", \"soup\" } }" },
        { "option \"soup\"", "option \"stew\"" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "two scenes swapped their names",
      { { "scene \"lunch\" {", "scene \"X\" {" },
        { "scene \"evening\" {", "scene \"lunch\" {" },
        { "scene \"X\" {", "scene \"evening\" {" },
        { "go \"lunch\"", "go \"X\"" },
        { "go \"evening\"", "go \"lunch\"" },
        { "go \"X\"", "go \"evening\"" } },
      RESUME_ELSEWHERE,
      0,
      "in another scene" },
    { "an option moved to a scene of its own, and nobody says so",
      { { "go \"lunch\" }",
          "go \"hall\" }\nscene \"hall\" { at = \"Mon 13:00\", choice { option \"soup\" "
          "\"Soup.\" { }, option \"tea\" \"Tea.\" { } }, go \"lunch\" }" },
        { "option \"soup\" \"Soup.\" { }, option \"bread\"",
          "option \"none\" \"Nothing.\" { }, option "
          "\"bread\"" } },
      RESUME_ELSEWHERE,
      0,
      "leads elsewhere now" },
    { "a person renamed, and their author says so",
      { { "person \"maya\" {", "person \"maja\" { was = \"maya\"," } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "a person renamed, and nobody says so",
      { { "person \"maya\" {", "person \"maja\" {" } },
      RESUME_ELSEWHERE,
      0,
      "maya is no longer in the story" },
    { "a commitment removed that was promised",
      { { "local brief = commitment \"brief\" { to = maya, what = \"the brief\", effort = 2, due = "
          "\"Tue "
          "12:00\" }\n",
          "" },
        { "promise(brief), ", "" } },
      RESUME_ELSEWHERE,
      0,
      "the promise \"brief\" is no longer in the story" },
    { "a commitment removed that was not promised",
      { { "local memo = commitment \"memo\" { to = omar, what = \"the memo\", effort = 1, due = "
          "\"Tue "
          "16:00\" }\n",
          "" },
        { "promise(memo)", "" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "a person removed that one met",
      { { "local omar = person \"omar\" { name = \"Omar\" }\n", "local omar = maya\n" } },
      RESUME_ELSEWHERE,
      0,
      "omar is no longer in the story" },
    { "an ending removed that was not reached",
      { { "ending \"apart\" { title = \"Apart\", kind = \"apart\", \"It does not.\" }\n", "" },
        { "{ ending \"apart\" }", "{ ending \"held\" }" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "a day put before the first",
      { { "{ \"Mon\", \"Tue\" }", "{ \"Sun\", \"Mon\", \"Tue\" }" } },
      RESUME_ELSEWHERE,
      0,
      "it is then" },
    { "a day put behind the last",
      { { "{ \"Mon\", \"Tue\" }", "{ \"Mon\", \"Tue\", \"Wed\" }" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "other days with the same hours",
      { { "{ \"Mon\", \"Tue\" }", "{ \"Wed\", \"Thu\" }" },
        { "\"Mon ", "\"Wed " },
        { "\"Tue ", "\"Thu " } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "a number has another name and another range",
      { { "number \"turns\" { from = 0, to = 3 }",
          "number \"rounds\" { was = \"turns\", from = 0, to = 9 }" } },
      RESUME_EDITED,
      3,
      "mean the same" },
    { "a number is counted twice",
      { { "add(turns, 1)", "add(turns, 2)" } },
      RESUME_ELSEWHERE,
      0,
      "something else follows from it later" },
    { "an answer with the same id and effects asks something else first",
      { { "go \"evening\" }",
          "go \"corridor\" }\nscene \"corridor\" { at = \"Mon 14:00\", choice { option "
          "\"a\" \"A.\" { }, option \"b\" \"B.\" { } }, go \"evening\" }" } },
      RESUME_ELSEWHERE,
      1,
      "it is then" },
    { "the last answer taken ends the story now",
      { { "option \"home\" \"Go home.\" { }",
          "option \"home\" \"Go home.\" { ending \"held\" }" } },
      RESUME_ELSEWHERE,
      2,
      "the story ends there now" },
};

static char *replaced(char *text, const Edit *edit, const char *name)
{
    Text out = { 0 };
    const char *at = text;
    bool found = false;
    for (const char *next; (next = strstr(at, edit->from)) != NULL; found = true) {
        text_add_n(&out, at, (size_t)(next - at));
        text_add(&out, edit->to);
        at = next + strlen(edit->from);
    }
    if (!found) {
        fail_msg("%s: there is no %s", name, edit->from);
    }
    text_add(&out, at);
    mem_free(text);
    return out.data;
}

static Scenario *story(const Case *it)
{
    char *text = mem_string(STORY);
    Err err = { 0 };
    for (int i = 0; it != NULL && i < EDITS_MAX && it->edits[i].from != NULL; i++) {
        text = replaced(text, &it->edits[i], it->name);
    }
    ScriptDiagnostics list = { 0 };
    Scenario *scenario = script_load_text("scenario.lua", text, strlen(text), NULL, &list, &err);
    if (scenario == NULL) {
        fail_msg("%s: line %d: %s", it == NULL ? "the story" : it->name, err.line, err.message);
    }
    script_diagnostics_deinit(&list);
    mem_free(text);
    return scenario;
}

// Plays WAY and keeps it as the program does.
static int keep(const Scenario *scenario, uint64_t seed, StorePlaythrough *play,
                StoreEntry *entries)
{
    StoryHistory history;
    Err err = { 0 };
    int count = 0;
    resume_describe(scenario, seed, play);
    assert_true(history_open(&history, scenario, seed, &err));
    for (; WAY[count] != NULL; count++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        int open = story_offers(scenario, history.now, false, offers, &err);
        bool taken = false;
        for (int i = 0; i < open && !taken; i++) {
            resume_note(scenario, history.now, &offers[i], &entries[count]);
            taken = strcmp(entries[count].id, WAY[count]) == 0 &&
                    history_choose(&history, &offers[i], &err);
        }
        assert_true(taken);
        resume_note_after(scenario, history.now, &entries[count]);
    }
    snprintf(play->checkpoint, sizeof play->checkpoint, "%s", entries[count - 1].after);
    history_close(&history);
    return count;
}

// What was resumed is what was chosen: the same ids in the same order, whatever they are called now.
static void edits_never_make_another_choice(void **state)
{
    (void)state;
    Scenario *before = story(NULL);
    StoreEntry *entries = mem_alloc(WAY_MAX * sizeof *entries);
    StorePlaythrough play;
    int count = keep(before, 9, &play, entries);
    int failures = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *it = &cases[i];
        Scenario *after = story(it);
        StoryHistory history;
        Resume resume;
        Err err = { 0 };
        assert_true(resume_open(&history, after, &play, entries, count, RESUME_SAME_MEANING,
                                &resume, &err));
        if (resume.kind != it->kind || resume.taken != it->taken ||
            strstr(resume.message, it->said) == NULL || history.count != it->taken) {
            failures++;
            fprintf(stderr, "%s: kind %d, %d taken: %s\n", it->name, resume.kind, resume.taken,
                    resume.message);
        }
        bool parts = resume.kind == RESUME_CUT || resume.kind == RESUME_ELSEWHERE;
        assert_int_equal(parts, strstr(resume.fix, "Nothing is lost") != NULL);
        history_close(&history);
        scenario_free(after);
    }
    assert_int_equal(failures, 0);
    mem_free(entries);
    scenario_free(before);
}

// What was read before is known under a new name, too, when its author says what it was.
static void read_before_by_old_names(void **state)
{
    (void)state;
    static const Case renamed = {
        .name = "marks",
        .edits = { { "scene \"lunch\" {", "scene \"canteen\" { was = { \"lunch\", \"break\" }," },
                   { "go \"lunch\"", "go \"canteen\"" },
                   { "\"Soup.\" { }", "\"Soup.\" { was = \"soup\" }" },
                   { "option \"soup\"", "option \"stew\"" },
                   { "\"Go home.\" { }", "\"Go home.\" { was = \"evening.home\" }" },
                   { "option \"home\"", "option \"leave\"" } }
    };
    Scenario *before = story(NULL);
    Scenario *after = story(&renamed);
    assert_int_equal(before->option_count, after->option_count);
    for (int i = 0; i < before->option_count; i++) {
        assert_int_equal(known_mark_option(before, i), known_mark_option(after, i));
    }
    scenario_free(after);
    scenario_free(before);
}

// Weights of a chance: whichever way it falls now, either all that came of it is the same or it is said.
static void weights_of_a_chance(void **state)
{
    (void)state;
    static const Case other = { .name = "weights",
                                .edits = { { "odds(1, { \"It rains.\" })", "odds(99, { \"It "
                                                                           "rains.\" })" } } };
    Scenario *before = story(NULL);
    Scenario *after = story(&other);
    StoreEntry *entries = mem_alloc(WAY_MAX * sizeof *entries);
    int same = 0, told = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        StorePlaythrough play;
        StoryHistory history;
        Resume resume;
        Err err = { 0 };
        int count = keep(before, seed, &play, entries);
        bool dry = strstr(entries[1].after, "fact maya.board") != NULL;
        assert_true(resume_open(&history, after, &play, entries, count, RESUME_SAME_MEANING,
                                &resume, &err));
        char now[SAVE_MAX];
        assert_true(save_write(after, history.now, now, sizeof now) > 0);
        bool dry_now = strstr(now, "fact maya.board") != NULL;
        if (resume.kind == RESUME_EDITED) {
            assert_int_equal(dry, dry_now);
            same++;
        } else {
            assert_int_equal(resume.kind, RESUME_ELSEWHERE);
            assert_int_equal(resume.taken, 1);
            assert_non_null(strstr(resume.message, "you learn something else"));
            told++;
        }
        history_close(&history);
    }
    assert_true(same > 5 && told > 5);
    mem_free(entries);
    scenario_free(after);
    scenario_free(before);
}

// ---- a spoiled file -------------------------------------------------------------------------------------

static const char *database(const char *folder)
{
    static char path[600];
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    return path;
}

static void write_store(const Scenario *scenario, const char *folder)
{
    Err err = { 0 };
    StorePlaythrough play;
    StoreEntry *entries = mem_alloc(WAY_MAX * sizeof *entries);
    int count = keep(scenario, 9, &play, entries);
    Store *store = store_open(folder, &err);
    assert_true(store_is_kept(store));
    store_begin(store, &play, NULL, 0);
    for (int i = 0; i < count; i++) {
        StoreStand stand = { .checkpoint = entries[i].after,
                             .standing = "somewhere",
                             .ending = NULL };
        assert_true(store_append(store, &entries[i], &stand, &err));
    }
    store_close(store);
    mem_free(entries);
}

// Opens what is left and goes on: no choice may come out that was not made, in that order. The number of choices
// that came back.
static int opens(const Scenario *scenario, const char *folder)
{
    Err err = { 0 };
    Store *store = store_open(folder, &err);
    assert_non_null(store);
    StorePlaythrough kept;
    int taken = 0;
    if (store_latest_open(store, "kept", &kept)) {
        StoryHistory history;
        Resume resume;
        if (resume_recorded(store, &history, scenario, &kept, RESUME_SAME_MEANING, &resume, &err)) {
            for (int i = 0; i < history.count; i++) {
                char id[STORE_ID_MAX];
                history_id(&history, i, id, (int)sizeof id);
                assert_string_equal(id, WAY[i]);
            }
            taken = history.count;
            assert_true(taken == 3 || resume.kind != RESUME_EXACT || resume.total < 3);
            history_close(&history);
        }
    }
    store_close(store);
    return taken;
}

static void clean(const char *folder)
{
    FileList files;
    Err err = { 0 };
    assert_true(file_list(folder, &files, &err));
    for (int i = 0; i < files.count; i++) {
        char path[700];
        snprintf(path, sizeof path, "%s/%s", folder, files.names[i]);
        remove(path);
    }
    file_list_free(&files);
}

static void flipped_bits(void **state)
{
    (void)state;
    enum { FLIPS = 240 };
    char folder[512];
    snprintf(folder, sizeof folder, "%s", test_folder("flipped"));
    Scenario *scenario = story(NULL);
    write_store(scenario, folder);
    char *bytes = NULL;
    size_t size = 0;
    assert_true(file_read(database(folder), 1 << 20, &bytes, &size, NULL));
    int whole = 0;
    for (size_t i = 0; i < FLIPS; i++) {
        // Every page's head, where SQLite keeps its order, and places all over the file.
        size_t at = i < 80 ? i * 16 % 4096 + i / 8 * 4096 % size : (i * 7919 * 131) % size;
        clean(folder);
        bytes[at] = (char)(bytes[at] ^ (1 << i % 8));
        test_write(database(folder), bytes, size);
        bytes[at] = (char)(bytes[at] ^ (1 << i % 8));
        whole += opens(scenario, folder) == 3;
    }
    assert_true(whole > FLIPS / 2); // most of a file is not in use, or can be made again
    mem_free(bytes);
    scenario_free(scenario);
}

static void cut_short(void **state)
{
    (void)state;
    char folder[512];
    snprintf(folder, sizeof folder, "%s", test_folder("cut"));
    Scenario *scenario = story(NULL);
    write_store(scenario, folder);
    char *bytes = NULL;
    size_t size = 0;
    assert_true(file_read(database(folder), 1 << 20, &bytes, &size, NULL));
    for (size_t length = 0; length < size; length += 1 + size / 60) {
        clean(folder);
        test_write(database(folder), bytes, length);
        opens(scenario, folder);
    }
    mem_free(bytes);
    scenario_free(scenario);
}

// The file of one, the log of another: as after copying only one of the two back.
static void a_log_of_another_file(void **state)
{
    (void)state;
    char folder[512], path[600];
    snprintf(folder, sizeof folder, "%s", test_folder("log"));
    Scenario *scenario = story(NULL);
    write_store(scenario, folder);
    char *bytes = NULL;
    size_t size = 0;
    assert_true(file_read(database(folder), 1 << 20, &bytes, &size, NULL));
    static const char *const beside[] = { "-wal", "-shm", "-journal" };
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        snprintf(path, sizeof path, "%s%s", database(folder), beside[i]);
        test_write(path, bytes, size / 2);
        assert_int_equal(opens(scenario, folder), 3);
    }
    mem_free(bytes);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_never_make_another_choice),
        cmocka_unit_test(read_before_by_old_names),
        cmocka_unit_test(weights_of_a_chance),
        cmocka_unit_test(flipped_bits),
        cmocka_unit_test(cut_short),
        cmocka_unit_test(a_log_of_another_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
