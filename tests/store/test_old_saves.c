// A corpus of old saves (saves/*.sql, files as earlier programs wrote them) against later versions of the
// story in which they were played: the way is resumed where every choice still means the same; else it
// is said where the ways part, and the old save stays. A failure after a change of the trust model's
// numbers means that their version has to go up: saves of players would part in the same way.
// links: script story
#include "support/test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"
#include "store/resume.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define SAVES PLANKWRIGHT_SOURCE "/tests/store/saves/"

enum { EDITS_MAX = 4, SAID_MAX = 5 };

typedef struct Edit { // of first.lua
    const char *from, *to;
} Edit;

typedef struct Case {
    const char *name, *save;
    Edit edits[EDITS_MAX];
    ResumeKind kind;
    int taken, total;
    const char *said[SAID_MAX];   // parts of what the player is told
    const char *unsaid[SAID_MAX]; // and what they are not
} Case;

static const Case cases[] = {
    { "nothing was changed", "whole", { { "", "" } }, RESUME_EXACT, 5, 5, { "" }, { "changed" } },
    { "an option was inserted above the one that was chosen",
      "whole",
      { { "option \"noon\"", "option \"soon\" \"Soon.\" { }, option \"noon\"" },
        { "option \"ask\"", "option \"nod\" \"Nod.\" { }, option \"ask\"" } },
      RESUME_EDITED,
      5,
      5,
      { "All of your 5 choices are still in it and mean the same" },
      { NULL } },
    { "people, promises, flags, lines and notes were added, and words changed",
      "whole",
      { { "local maya", "local ben = person \"ben\" { name = \"Ben\" } local maya" },
        { "local call",
          "local rig = commitment \"rig\" { to = maya, what = \"the rig\", effort = 1, due "
          "= \"Wed 12:00\" } local lorry = flag \"lorry\" local call" },
        { "\"She is still there.\"", "\"It rains.\", \"She is still there, in her coat.\", notes { "
                                     "say = \"So.\" }" },
        { "\"Tuesday noon. You will have it.\"", "\"Tuesday at noon.\"" } },
      RESUME_EDITED,
      5,
      5,
      { "what you read may differ" },
      { NULL } },
    { "an option was renamed and its author says so",
      "whole",
      { { "{ promise(brief) }", "{ was = \"noon\", promise(brief) }" },
        { "option \"noon\"", "option \"by-noon\"" } },
      RESUME_EDITED,
      5,
      5,
      { "mean the same" },
      { NULL } },
    { "an option was renamed and nobody says so",
      "whole",
      { { "option \"ask\"", "option \"why\"" } },
      RESUME_CUT,
      1,
      5,
      { "The first of your 5 choices still holds", "Monday, 16:00", "you chose “What is it for?”",
        "another answer has these words now", "Open here now: “What is it for?”, “Go home.”" },
      { "mistake" } },
    { "the first choice is gone",
      "whole",
      { { "option \"noon\" \"Tuesday noon. You will have it.\" { promise(brief) }",
          "option \"maybe\" \"Maybe.\" { }" } },
      RESUME_CUT,
      0,
      5,
      { "The ways part at your first choice, Monday, 10:00",
        "you chose “Tuesday noon. You will have it.”" },
      { NULL } },
    { "an option is not open any more",
      "whole",
      { { "\"Ten o'clock.\" {", "\"Ten o'clock.\" { when = no(is(asked))," } },
      RESUME_CUT,
      4,
      5,
      { "“Ten o’clock.”", "still in the story, but not open here", "Open here now: “Later.”" },
      { NULL } },
    { "a scene was renamed and its author says so",
      "whole",
      { { "scene \"tuesday\" { at", "scene \"desk-day\" { was = { \"desk\", \"tuesday\" }, at" },
        { "go \"tuesday\"", "go \"desk-day\"" } },
      RESUME_EDITED,
      5,
      5,
      { "mean the same" },
      { NULL } },
    { "a scene and an option in it were renamed",
      "whole",
      { { "scene \"evening\" {", "scene \"dusk\" { was = \"evening\"," },
        { "go \"evening\"", "go \"dusk\"" },
        { "option \"ask\" \"What is it for?\" {", "option \"why\" \"Why?\" { was = \"ask\"," } },
      RESUME_EDITED,
      5,
      5,
      { "mean the same" },
      { NULL } },
    { "a scene was renamed and nobody says so",
      "whole",
      { { "scene \"tuesday\"", "scene \"desk-day\"" }, { "go \"tuesday\"", "go \"desk-day\"" } },
      RESUME_ELSEWHERE,
      1,
      5,
      { "“What is it for?”", "leads elsewhere now", "in another scene" },
      { NULL } },
    { "a scene was split in two, and its author says where the options are now",
      "whole",
      { { "  \"She is still there.\",\n  choice {", "\"She is still there.\", go \"dusk\" }\nscene "
                                                    "\"dusk\" { choice {" },
        { "option \"ask\" \"What is it for?\" {",
          "option \"what\" \"What?\" { was = \"evening.ask\"," },
        { "option \"home\" \"Go home.\" { }",
          "option \"home\" \"Go home.\" { was = \"evening.home\" }" } },
      RESUME_EDITED,
      5,
      5,
      { "mean the same" },
      { NULL } },
    { "a scene was split in two and nobody says so",
      "whole",
      { { "  \"She is still there.\",\n  choice {", "\"She is still there.\", go \"dusk\" }\nscene "
                                                    "\"dusk\" { choice {" } },
      RESUME_ELSEWHERE,
      0,
      5,
      { "the story goes on in another scene" },
      { NULL } },
    { "a scene was removed",
      "whole",
      { { "go \"evening\"", "go \"tuesday\"" },
        { "scene \"evening\" { at = \"Mon 16:00\",\n  \"She is still there.\",\n  choice {\n    "
          "option "
          "\"ask\" \"What is it for?\" { learn(maya, \"board\"), set(asked), add(turns, 1) },\n    "
          "option \"home\" \"Go home.\" { },\n  },\n  go \"tuesday\",\n}\n",
          "" } },
      RESUME_ELSEWHERE,
      0,
      5,
      { "it is then Tuesday, 09:00, and was Monday, 16:00" },
      { NULL } },
    { "a commitment was renamed and its author says so",
      "whole",
      { { "commitment \"brief\" {", "commitment \"paper\" { was = \"brief\"," },
        { "number \"turns\" {", "number \"rounds\" { was = \"turns\"," },
        { "person \"maya\" {", "person \"ms_l\" { was = \"maya\"," },
        { "(maya, \"board\")", "(maya, \"board\")" } },
      RESUME_EDITED,
      5,
      5,
      { "mean the same" },
      { NULL } },
    { "a commitment was renamed and nobody says so",
      "whole",
      { { "commitment \"brief\"", "commitment \"paper\"" } },
      RESUME_ELSEWHERE,
      0,
      5,
      { "the promise \"brief\" is no longer in the story" },
      { NULL } },
    { "flags, numbers and facts were renamed: nobody sees their names",
      "whole",
      { { "local asked = flag \"asked\"", "local asked = flag \"wondered\"" },
        { "number \"turns\"", "number \"rounds\"" },
        { "board =", "meeting =" },
        { "\"board\"", "\"meeting\"" } },
      RESUME_EDITED,
      5,
      5,
      { "mean the same" },
      { NULL } },
    { "a choice teaches and sets nothing any more",
      "whole",
      { { "learn(maya, \"board\"), set(asked), add(turns, 1)", "maya \"Ask Piet.\"" } },
      RESUME_ELSEWHERE,
      1,
      5,
      { "you learn something else; something else follows from it later" },
      { NULL } },
    { "a choice promises something else now",
      "whole",
      { { "\"What is it for?\" {", "\"What is it for?\" { promise(call)," } },
      RESUME_ELSEWHERE,
      1,
      5,
      { "\"Call\" is then open, and was not promised" },
      { NULL } },
    { "a promise has another date",
      "whole",
      { { "due = \"Tue 12:00\"", "due = \"Tue 11:30\"" } },
      RESUME_ELSEWHERE,
      0,
      5,
      { "\"Brief\" has another date" },
      { NULL } },
    { "a choice does something else to somebody's trust",
      "whole",
      { { "\"What is it for?\" {", "\"What is it for?\" { defend(maya)," } },
      RESUME_ELSEWHERE,
      1,
      5,
      { "your bridge with Maya stands differently" },
      { NULL } },
    { "a choice that was not taken does something else",
      "whole",
      { { "\"Not this week.\" { }", "\"Not this week.\" { defend(maya), promise(call) }" } },
      RESUME_EDITED,
      5,
      5,
      { "mean the same" },
      { NULL } },
    { "kept by an older program, nothing was changed",
      "schema-3",
      { { "", "" } },
      RESUME_EXACT,
      5,
      5,
      { "" },
      { "mistake" } },
    { "kept by an older program, an option was inserted",
      "schema-3",
      { { "option \"noon\"", "option \"soon\" \"Soon.\" { }, option \"noon\"" } },
      RESUME_EDITED,
      5,
      5,
      { "All of your 5 choices are still in it and mean the same" },
      { NULL } },
    { "kept by an older program, an option is gone: without its words, by its id",
      "schema-3",
      { { "option \"ask\"", "option \"why\"" } },
      RESUME_CUT,
      1,
      5,
      { "“evening.ask”", "no longer in the story" },
      { NULL } },
    { "kept by an older program, another time: the clock shows where",
      "schema-3",
      { { "at = \"Tue 09:00\"", "at = \"Tue 10:00\"" } },
      RESUME_ELSEWHERE,
      1,
      5,
      { "it is then Tuesday, 10:00, and was Tuesday, 09:00" },
      { NULL } },
    { "kept by an older program, another deed: that it differs is said, where is not known",
      "schema-3",
      { { "\"What is it for?\" {", "\"What is it for?\" { defend(maya)," } },
      RESUME_EDITED,
      5,
      5,
      { "somewhere on the way it differs: your bridge with Maya stands differently" },
      { "mean the same" } },
    { "the note of the place is cut short: the choices are trusted",
      "cut-short",
      { { "", "" } },
      RESUME_DISAGREES,
      3,
      3,
      { "is damaged and was not used", "all of them are here" },
      { "mistake in the program" } },
    { "cut short, and the story was changed",
      "cut-short",
      { { "option \"noon\"", "option \"soon\" \"Soon.\" { }, option \"noon\"" } },
      RESUME_EDITED,
      3,
      3,
      { "All of your 3 choices" },
      { NULL } },
    { "other numbers of the trust model: what people think is not compared",
      "other-trust",
      { { "", "" } },
      RESUME_EDITED,
      5,
      5,
      { "Plankwright was changed", "How trust moves was tuned" },
      { "mistake" } },
};

// first.lua with those edits.
static Scenario *edited_story(const Case *it)
{
    char *text = NULL;
    size_t size = 0;
    Err err = { 0 };
    assert_true(file_read(SAVES "first.lua", 1 << 16, &text, &size, &err));
    for (int i = 0; i < EDITS_MAX && it->edits[i].from != NULL && it->edits[i].from[0]; i++) {
        Text out = { 0 };
        const char *at = text;
        bool found = false;
        for (const char *next; (next = strstr(at, it->edits[i].from)) != NULL; found = true) {
            text_add_n(&out, at, (size_t)(next - at));
            text_add(&out, it->edits[i].to);
            at = next + strlen(it->edits[i].from);
        }
        if (!found) {
            fail_msg("%s: there is no %s", it->name, it->edits[i].from);
        }
        text_add(&out, at);
        mem_free(text);
        text = out.data;
    }
    ScriptDiagnostics list = { 0 };
    Scenario *scenario = script_load_text("scenario.lua", text, strlen(text), NULL, &list, &err);
    if (scenario == NULL) {
        fail_msg("%s: line %d: %s", it->name, err.line, err.message);
    }
    script_diagnostics_deinit(&list);
    mem_free(text);
    return scenario;
}

static Store *open_save(const char *name, const char *folder)
{
    char path[600];
    char *sql = NULL;
    size_t size = 0;
    Err err = { 0 };
    snprintf(path, sizeof path, SAVES "%s.sql", name);
    assert_true(file_read(path, 1 << 18, &sql, &size, &err));
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    remove(path);
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    mem_free(sql);
    Store *store = store_open(folder, &err);
    assert_string_equal(err.message, "");
    return store;
}

static void one_case(const Case *it, int number)
{
    char folder_name[32];
    snprintf(folder_name, sizeof folder_name, "old-%d", number);
    Scenario *scenario = edited_story(it);
    char folder[512];
    snprintf(folder, sizeof folder, "%s", test_folder(folder_name));
    Store *store = open_save(it->save, folder);
    StorePlaythrough kept, after;
    assert_true(store_latest_open(store, "kept", &kept));
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    uint64_t hash = kept.scenario_hash;
    if (it->edits[0].from[0] == '\0') { // the same story, though the interface's sentences are
        kept.scenario_hash = scenario->hash; // part of it and change with the program
    }
    assert_true(
        resume_recorded(store, &history, scenario, &kept, RESUME_SAME_MEANING, &resume, &err));
    bool parts = it->kind == RESUME_CUT || it->kind == RESUME_ELSEWHERE;
    assert_int_equal(parts, strstr(resume.fix, "Nothing is lost") != NULL);
    kept.scenario_hash = hash;
    if (resume.kind != it->kind || resume.taken != it->taken || resume.total != it->total) {
        fail_msg("%s: kind %d, %d of %d: %s", it->name, resume.kind, resume.taken, resume.total,
                 resume.message);
    }
    assert_int_equal(history.count, it->taken);
    for (int i = 0; i < SAID_MAX; i++) {
        if (it->said[i] != NULL && strstr(resume.message, it->said[i]) == NULL) {
            fail_msg("%s: not said: %s\nbut: %s", it->name, it->said[i], resume.message);
        }
        if (it->unsaid[i] != NULL && strstr(resume.message, it->unsaid[i]) != NULL) {
            fail_msg("%s: said: %s\nin: %s", it->name, it->unsaid[i], resume.message);
        }
    }
    // Whatever was found, the old one is there as it was, and looking has written nothing.
    assert_true(store_latest_open(store, "kept", &after));
    assert_int_equal(after.row, kept.row);
    assert_memory_equal(&after, &kept, sizeof kept);
    history_close(&history);
    store_close(store);
    store = store_open(folder, &err); // nor did leaving
    assert_true(store_latest_open(store, "kept", &after));
    assert_memory_equal(&after, &kept, sizeof kept);
    store_close(store);
    scenario_free(scenario);
}

static void test_every_old_save(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        one_case(&cases[i], (int)i);
    }
}

// After the ways have parted one goes on in a playthrough of its own; when the author takes the edit
// back, the old one is whole.
static void test_old_one_comes_back(void **state)
{
    (void)state;
    const Case gone = { .name = "gone", .edits = { { "option \"ask\"", "option \"why\"" } } };
    const Case same = { .name = "same" };
    Scenario *edited = edited_story(&gone);
    Scenario *scenario = edited_story(&same);
    Store *store = open_save("whole", test_folder("back"));
    StorePlaythrough kept, now;
    assert_true(store_latest_open(store, "kept", &kept));
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    assert_true(
        resume_recorded(store, &history, edited, &kept, RESUME_SAME_MEANING, &resume, &err));
    StoryOffer offers[STORY_OFFERS_MAX];
    assert_true(story_offers(edited, history.now, false, offers, &err) > 0);
    StoreEntry entry;
    resume_note(edited, history.now, &offers[0], &entry);
    assert_string_equal(entry.id, "evening.why");
    assert_string_equal(entry.said, "What is it for?");
    assert_true(history_choose(&history, &offers[0], &err));
    resume_note_after(edited, history.now, &entry);
    StoreStand stand = { .checkpoint = entry.after, .standing = "somewhere", .ending = NULL };
    assert_true(store_append(store, &entry, &stand, &err));
    assert_true(store_latest_open(store, "kept", &now));
    assert_true(now.row != kept.row);
    history_close(&history);

    // Two choices in it, with their words and what came of them.
    StoreEntry *entries = NULL;
    int count = 0;
    assert_true(store_entries(store, now.row, &entries, &count, &err));
    assert_int_equal(count, 2);
    assert_string_equal(entries[0].said, "Tuesday noon. You will have it.");
    assert_non_null(strstr(entries[0].after, "commitment brief 1 due="));
    mem_free(entries);
    assert_true(resume_recorded(store, &history, edited, &now, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind, RESUME_EXACT);
    history_close(&history);

    assert_true(
        resume_recorded(store, &history, scenario, &kept, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.kind,
                     kept.scenario_hash == scenario->hash ? RESUME_EXACT : RESUME_EDITED);
    assert_int_equal(resume.taken, 5);
    history_close(&history);
    store_close(store);
    scenario_free(edited);
    scenario_free(scenario);
}

// An author who sees their own edit stays where the ids lead, whatever the choices do now.
static void test_by_id(void **state)
{
    (void)state;
    const Case other = { .name = "other",
                         .edits = { { "\"What is it for?\" {",
                                      "\"What is it for?\" { promise(call)," } } };
    Scenario *edited = edited_story(&other);
    Store *store = open_save("whole", test_folder("by-id"));
    StorePlaythrough kept;
    StoreEntry *entries = NULL;
    int count = 0;
    Err err = { 0 };
    assert_true(store_latest_open(store, "kept", &kept));
    assert_true(store_entries(store, kept.row, &entries, &count, &err));
    StoryHistory history;
    Resume resume;
    assert_true(resume_open(&history, edited, &kept, entries, count, RESUME_BY_ID, &resume, &err));
    assert_int_equal(resume.kind, RESUME_EDITED);
    assert_int_equal(resume.taken, 5);
    assert_string_equal(resume.message, ""); // nothing is claimed that was not looked at
    history_close(&history);
    mem_free(entries);
    store_close(store);
    scenario_free(edited);
}

// A file of an older program with a broken page: what can be read of its journal, which had fewer columns,
// is taken over and resumed.
static void test_older_and_damaged(void **state)
{
    (void)state;
    char folder[512], path[600];
    snprintf(folder, sizeof folder, "%s", test_folder("older-damaged"));
    snprintf(path, sizeof path, "%s/plankwright.db", folder);
    char *sql = NULL;
    size_t size = 0;
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    assert_true(file_read(SAVES "schema-3.sql", 1 << 18, &sql, &size, NULL));
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT rootpage FROM sqlite_master"
                                        " WHERE name='playthrough_scenario'",
                                        -1, &row, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    int page = sqlite3_column_int(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(db);
    mem_free(sql);
    char *bytes = NULL;
    assert_true(file_read(path, 1 << 20, &bytes, &size, NULL));
    assert_true((size_t)page * 4096 <= size);
    memset(bytes + (size_t)(page - 1) * 4096, 0xEE, 4096);
    test_write(path, bytes, size);
    mem_free(bytes);

    Err notice = { 0 };
    Store *store = store_open(folder, &notice);
    assert_int_equal(notice.kind, ERR_INPUT); // it was damaged, and is kept aside
    const Case same = { .name = "same" };
    Scenario *scenario = edited_story(&same);
    StorePlaythrough kept;
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    assert_true(store_latest_open(store, "kept", &kept));
    assert_true(
        resume_recorded(store, &history, scenario, &kept, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(resume.taken, 5);
    assert_true(resume.kind == RESUME_EXACT || resume.kind == RESUME_EDITED);
    history_close(&history);
    store_close(store);
    scenario_free(scenario);
}

static void test_foreign_scenario(void **state)
{
    (void)state;
    const Case other = { .name = "other", .edits = { { "id = \"kept\"", "id = \"another\"" } } };
    Scenario *scenario = edited_story(&other);
    Store *store = open_save("whole", test_folder("foreign"));
    StorePlaythrough kept;
    StoryHistory history;
    Resume resume;
    Err err = { 0 };
    assert_false(store_latest_open(store, "another", &kept));
    assert_true(store_latest_open(store, "kept", &kept));
    assert_false(
        resume_recorded(store, &history, scenario, &kept, RESUME_SAME_MEANING, &resume, &err));
    assert_int_equal(err.kind, ERR_INPUT);
    assert_non_null(strstr(err.message, "of the scenario \"kept\", not of \"another\""));
    store_close(store);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_old_save),
        cmocka_unit_test(test_old_one_comes_back),
        cmocka_unit_test(test_by_id),
        cmocka_unit_test(test_older_and_damaged),
        cmocka_unit_test(test_foreign_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
