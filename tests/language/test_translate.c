// A translation in a scenario: the right text in each place, the source where it has none, and the same
// playthrough in every language.
// links: script story trust bridge base
#include "support/test.h"

#include "base/text.h"
#include "language/pot.h"
#include "language/translate.h"
#include "script/script.h"
#include "story/history.h"
#include "story/render.h"
#include "story/save.h"

#include <string.h>

static const char source[] =
    "scenario { id = \"small\", title = \"Small\", blurb = \"A table.\", author = \"A\", licence = "
    "\"CC0\",\n"
    "  content = { \"a funeral\" }, days = { \"Mon\", \"Tue\" } }\n"
    "local ines = person \"ines\" { name = \"Ines Braga\", role = \"engineer\", reply = \"Hm.\",\n"
    "  on_told = \"{due}? Fine.\", standards = { notice = { hours = 24, says = \"A day ahead.\" } "
    "},\n"
    "  facts = { bus = \"Her bus is the 17:10.\" } }\n"
    "local note = commitment \"note\" { kind = \"work\", by = \"player\", to = ines, what = \"the "
    "note\",\n"
    "  effort = 3, due = \"Mon 12:00\" }\n"
    "scene \"table\" { at = \"Mon 09:00\", notes { say = \"Read it aloud.\" }, \"A table.\",\n"
    "  ines \"I'd like {note.what} by {note.due}.\",\n"
    "  choice {\n"
    "    option \"sign\" \"I'll write it.\" { why = \"It helps.\", promise(note), ines \"Good.\", "
    "\"She goes.\",\n"
    "      go \"desk\" },\n"
    "    option \"wait\" \"Wait.\" { ines \"Good.\", go \"desk\" },\n"
    "  },\n"
    "}\n"
    "scene \"desk\" { desk { till = \"Mon 17:00\", slot = \"2h\" }, ending \"out\" }\n"
    "talk(ines) { option \"ask\" \"How are you?\" { ask, ines \"Good.\" } }\n"
    "whenever(missed(note)) { ines \"No note.\" }\n"
    "ending \"out\" { title = \"Outside\", kind = \"apart\", \"It rains.\", ines \"Bye.\" }\n";

static Scenario *load(void)
{
    Err err = { 0 };
    Scenario *scenario = script_load_text("scenario.lua", source, strlen(source), NULL, NULL, &err);
    if (scenario == NULL) {
        fail_msg("%d: %s", err.line, err.message);
    }
    return scenario;
}

static LanguageCatalogue *catalogue(const char *text)
{
    Err err = { 0 };
    LanguageCatalogue *c = language_read("de.po", text, strlen(text), &err);
    if (c == NULL) {
        fail_msg("%d: %s", err.line, err.message);
    }
    return c;
}

static void the_template_is_as_agreed(void **state)
{
    (void)state;
    Scenario *scenario = load();
    Text first = { 0 }, again = { 0 };
    language_pot(scenario, &first);
    language_pot(scenario, &again); // walking it changes nothing
    assert_string_equal(text_str(&first), text_str(&again));
    test_golden("language/small.pot", text_str(&first));
    LanguageCatalogue *c = catalogue(text_str(&first)); // and reads back
    assert_non_null(language_find(c, "table.sign/ines", "Good."));
    assert_non_null(language_find(c, "table.wait/ines", "Good."));
    assert_non_null(language_find(c, "talk:ines.ask/ines", "Good."));
    language_free(c);
    text_deinit(&first);
    text_deinit(&again);
    scenario_free(scenario);
}

// Everything that a playthrough shows, with the state at its end.
static void play(const Scenario *scenario, Text *out, Text *saved)
{
    static const char *const ways[] = { "sign", "work_note", "talk_ines", "ask", "ask", NULL };
    StoryHistory history;
    Err err = { 0 };
    assert_true(history_open(&history, scenario, 7, &err));
    for (int i = 0; history.now->ended == 0; i++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        int n = story_offers(scenario, history.now, false, offers, &err);
        int wanted = n - 1;
        for (int k = 0; k < n; k++) {
            char id[120];
            story_offer_id(scenario, history.now, &offers[k], id, (int)sizeof id);
            const char *last = strrchr(id, '.') == NULL ? id : strrchr(id, '.') + 1;
            wanted = i < 5 && strcmp(last, ways[i]) == 0 ? k : wanted;
            render_offer(scenario, history.now, &offers[k], out);
            text_add(out, "\n");
        }
        assert_true(history_choose(&history, &offers[wanted], &err));
    }
    for (int i = 0; i < history.journal.count; i++) {
        if (history.journal.events[i].kind == EVENT_SAID) {
            render_said(scenario, history.now, &history.journal.events[i], out);
            text_add(out, "\n");
        }
    }
    char save[SAVE_MAX];
    assert_true(save_write(scenario, history.now, save, sizeof save) > 0);
    text_add(saved, save);
    history_close(&history);
}

static const char german[] =
    "msgid \"\"\nmsgstr \"Language: de\\n\"\n"
    "msgctxt \"scenario/title\"\nmsgid \"Small\"\nmsgstr \"Klein\"\n"
    "msgctxt \"scenario/content\"\nmsgid \"a funeral\"\nmsgstr \"eine Beerdigung\"\n"
    "msgctxt \"table/narration\"\nmsgid \"A table.\"\nmsgstr \"Ein Tisch.\"\n"
    "msgctxt \"table/ines\"\nmsgid \"I’d like {note.what} by {note.due}.\"\n"
    "msgstr \"Bis {note.due} hätte ich gern {note.what}.\"\n"
    "msgctxt \"commitment:note/what\"\nmsgid \"the note\"\nmsgstr \"die Notiz\"\n"
    "msgctxt \"table.sign/ines\"\nmsgid \"Good.\"\nmsgstr \"Gut.\"\n"
    "msgctxt \"talk:ines.ask/ines\"\nmsgid \"Good.\"\nmsgstr \"Ganz gut.\"\n"
    "msgctxt \"ending:out/narration\"\nmsgid \"It rains.\"\nmsgstr \"Es regnet.\"\n";

static void each_place_has_its_own_text(void **state)
{
    (void)state;
    Scenario *plain = load();
    Scenario *scenario = load();
    LanguageCatalogue *c = catalogue(german);
    LanguageCatalogue *engine =
        catalogue("msgid \"You work on {what}. Still to do: {left}.\"\n"
                  "msgstr \"Sie arbeiten: {what}. Noch zu tun: {left}.\"\n"
                  "msgid \"You work on {what} until it is done.\"\n"
                  "msgstr \"{what}: fertig.\"\n"
                  "msgid \"Sit down with {name}.\"\nmsgstr \"Sich zu {nome} setzen.\"\n");
    language_translate(scenario, c, engine, NULL);
    assert_true(scenario->hash == plain->hash);
    assert_string_equal(scenario_text(scenario, scenario->title), "Klein");
    assert_string_equal(scenario->content[0], "eine Beerdigung");
    Text out = { 0 }, saved = { 0 }, plain_out = { 0 }, plain_saved = { 0 };
    play(scenario, &out, &saved);
    play(plain, &plain_out, &plain_saved);
    assert_string_equal(text_str(&saved), text_str(&plain_saved)); // the same state, byte for byte
    assert_non_null(strstr(text_str(&plain_out), "I’d like the note by Monday 12:00."));
    const char *const said[] = {
        "Ein Tisch.\n",
        "Bis Monday 12:00 hätte ich gern die Notiz.\n",
        "I’ll write it.\n", // no translation: the source
        "Sie arbeiten: die Notiz. Noch zu tun: an hour.\n",
        "\nGut.\n",
        "\nGanz gut.\n",
        "Es regnet.\n",
        "Sit down with Ines.\n", // a {name} that does not exist: the source
        "Bye.\n"
    };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (strstr(text_str(&out), said[i]) == NULL) {
            fail_msg("not said: %s\n%s", said[i], text_str(&out));
        }
    }
    assert_null(strstr(text_str(&out), "A table."));
    text_deinit(&out);
    text_deinit(&saved);
    text_deinit(&plain_out);
    text_deinit(&plain_saved);
    language_free(engine);
    language_free(c);
    scenario_free(scenario);
    scenario_free(plain);
}

static const LanguageFinding *find_in(const LanguageReport *report, const char *context)
{
    for (int i = 0; i < report->count; i++) {
        if (strcmp(report->items[i].context, context) == 0) {
            return &report->items[i];
        }
    }
    fail_msg("nothing about %s", context);
    return NULL;
}

static void what_is_missing_is_reported(void **state)
{
    (void)state;
    Scenario *scenario = load();
    LanguageCatalogue *c = catalogue("msgctxt \"table/narration\"\nmsgid \"A desk.\"\nmsgstr \"Ein "
                                     "Pult.\"\n" // the source was this
                                     "#, fuzzy\nmsgctxt \"table.wait/option\"\nmsgid "
                                     "\"Wait.\"\nmsgstr \"Weit.\"\n"
                                     "msgctxt \"table/ines\"\nmsgid \"I’d like {note.what} by "
                                     "{note.due}.\"\nmsgstr \"{note.was}?\"\n"
                                     "msgctxt \"gone/ines\"\nmsgid \"Gone.\"\nmsgstr \"Weg.\"\n"
                                     "msgctxt \"scenario/title\"\nmsgid \"Small\"\nmsgstr "
                                     "\"Klein\"\n");
    LanguageReport report = { .count = 0 };
    language_translate(scenario, c, NULL, &report);
    assert_int_equal(find_in(&report, "table/narration")->problem, LANGUAGE_CHANGED);
    assert_int_equal(find_in(&report, "table.wait/option")->problem, LANGUAGE_CHANGED);
    const LanguageFinding *fills = find_in(&report, "table/ines");
    assert_int_equal(fills->problem, LANGUAGE_FILLS);
    assert_string_equal(fills->what, "{note.was} is not in the source");
    assert_int_equal(fills->at.line, 9);
    assert_int_equal(fills->line, 8);
    assert_int_equal(find_in(&report, "gone/ines")->problem, LANGUAGE_OBSOLETE);
    assert_int_equal(find_in(&report, "ending:out/title")->problem, LANGUAGE_MISSING);
    assert_int_equal(report.counts[LANGUAGE_CHANGED], 2);
    assert_int_equal(report.translated, 1);
    assert_string_equal(scenario_text(scenario, scenario->options[1].text), "Wait.");
    language_report_deinit(&report);
    language_free(c);
    scenario_free(scenario);
}

// The same story with other names, and it says what they were.
static Scenario *load_renamed(void)
{
    static const char *const edits[][2] = {
        { "scene \"table\" {", "scene \"top\" { was = \"table\"," },
        { "scene \"desk\" {", "scene \"bench\" { was = \"desk\"," },
        { "go \"desk\"", "go \"bench\"" },
        { "option \"sign\" \"I'll write it.\" {",
          "option \"pen\" \"I'll write it.\" { was = \"sign\"," },
        { "option \"ask\" \"How are you?\" {", "option \"how\" \"How are you?\" { was = \"ask\"," },
        { "commitment \"note\" {", "commitment \"memo\" { was = \"note\"," },
        { "{note.what} by {note.due}", "{memo.what} by {memo.due}" },
        { "person \"ines\" {", "person \"ms_b\" { was = \"ines\"," },
        { "ending \"out\" {", "ending \"outside\" { was = \"out\"," },
        { "ending \"out\" }", "ending \"outside\" }" },
    };
    Text text = { 0 };
    Err err = { 0 };
    text_add(&text, source);
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        Text next = { 0 };
        const char *at = text_str(&text);
        for (const char *to; (to = strstr(at, edits[i][0])) != NULL;
             at = to + strlen(edits[i][0])) {
            text_add_n(&next, at, (size_t)(to - at));
            text_add(&next, edits[i][1]);
        }
        assert_true(at != text_str(&text));
        text_add(&next, at);
        text_deinit(&text);
        text = next;
    }
    Scenario *scenario =
        script_load_text("scenario.lua", text_str(&text), text.length, NULL, NULL, &err);
    if (scenario == NULL) {
        fail_msg("%d: %s", err.line, err.message);
    }
    text_deinit(&text);
    return scenario;
}

static const char *german_of(Scenario *scenario, const char *what)
{
    for (const char *s = scenario->strings; s < scenario->strings + scenario->strings_size;
         s += strlen(s) + 1) {
        if (strcmp(s, what) == 0) {
            return s;
        }
    }
    return NULL;
}

// Old names (was) lead to the texts that stand in the file under them.
static void renamed_is_found(void **state)
{
    (void)state;
    Scenario *scenario = load_renamed();
    LanguageCatalogue *c = catalogue(german);
    LanguageReport report = { .count = 0 };
    language_translate(scenario, c, NULL, &report);
    assert_int_equal(report.translated, 8);
    assert_int_equal(report.counts[LANGUAGE_OBSOLETE], 0);
    assert_int_equal(report.counts[LANGUAGE_CHANGED], 0);
    static const char *const said[] = { "Klein",
                                        "Ein Tisch.",
                                        "Bis {memo.due} hätte ich gern "
                                        "{memo.what}.",
                                        "die Notiz",
                                        "Gut.",
                                        "Ganz gut.",
                                        "Es regnet." };
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        if (german_of(scenario, said[i]) == NULL) {
            fail_msg("not there: %s", said[i]);
        }
    }
    language_report_deinit(&report);
    language_free(c);
    scenario_free(scenario);
}

// What msgmerge --previous made of a new name is no guess; of a text from elsewhere it is.
static void fuzzy_by_a_new_name_alone(void **state)
{
    (void)state;
    Scenario *scenario = load_renamed();
    LanguageCatalogue *c = catalogue(
        "#, fuzzy, python-brace-format\n#| msgctxt \"table/ines\"\n"
        "#| msgid \"\"\n#| \"I’d like {note.what} \"\n#| \"by {note.due}.\"\n"
        "msgctxt \"top/ms_b\"\nmsgid \"I’d like {memo.what} by {memo.due}.\"\n"
        "msgstr \"Bis {note.due} hätte ich gern {note.what}.\"\n\n"
        "#, fuzzy\n#| msgctxt \"ending:out/narration\"\n#| msgid \"It pours.\"\n"
        "msgctxt \"ending:outside/narration\"\nmsgid \"It rains.\"\nmsgstr \"Es gießt.\"\n\n"
        "#, fuzzy\n#| msgctxt \"gone/ines\"\n#| msgid \"Good.\"\n"
        "msgctxt \"top.pen/ms_b\"\nmsgid \"Good.\"\nmsgstr \"Gut.\"\n\n"
        "#, fuzzy\nmsgctxt \"top.wait/option\"\nmsgid \"Wait.\"\nmsgstr \"Weit.\"\n");
    LanguageReport report = { .count = 0 };
    language_translate(scenario, c, NULL, &report);
    assert_non_null(german_of(scenario, "Bis {memo.due} hätte ich gern {memo.what}."));
    assert_int_equal(report.translated, 1);
    assert_int_equal(find_in(&report, "ending:outside/narration")->problem, LANGUAGE_CHANGED);
    assert_int_equal(find_in(&report, "top.pen/ms_b")->problem, LANGUAGE_MOVED);
    assert_int_equal(find_in(&report, "top.wait/option")->problem, LANGUAGE_CHANGED);
    language_report_deinit(&report);
    language_free(c);
    scenario_free(scenario);
}

// Without a word about the old names nothing is guessed; a text that changed where something was renamed has changed.
static void only_what_was_said(void **state)
{
    (void)state;
    Scenario *scenario = load_renamed();
    LanguageCatalogue *c = catalogue("msgctxt \"tables/narration\"\nmsgid \"A table.\"\nmsgstr "
                                     "\"Tische.\"\n"
                                     "msgctxt \"table/ines\"\nmsgid \"I want it.\"\nmsgstr "
                                     "\"Her damit.\"\n");
    LanguageReport report = { .count = 0 };
    language_translate(scenario, c, NULL, &report);
    assert_int_equal(report.translated, 0);
    assert_int_equal(find_in(&report, "tables/narration")->problem, LANGUAGE_OBSOLETE);
    assert_int_equal(find_in(&report, "top/narration")->problem, LANGUAGE_MISSING);
    assert_int_equal(find_in(&report, "top/ms_b")->problem, LANGUAGE_CHANGED);
    language_report_deinit(&report);
    language_free(c);
    scenario_free(scenario);
}

static void newlines_that_gettext_refuses(void **state)
{
    (void)state;
    Scenario *scenario = load();
    LanguageCatalogue *c = catalogue("\xEF\xBB\xBFmsgctxt \"table/narration\"\nmsgid \"A table.\"\n"
                                     "msgstr \"Ein Tisch.\\n\"\n");
    LanguageReport report = { .count = 0 };
    assert_true(c->mark);
    language_translate(scenario, c, NULL, &report);
    const LanguageFinding *it = find_in(&report, "table/narration");
    assert_int_equal(it->problem, LANGUAGE_NEWLINE);
    assert_int_equal(it->line, 1);
    assert_int_equal(report.translated, 1);
    language_report_deinit(&report);
    language_free(c);
    scenario_free(scenario);
}

static void the_pseudo_language_leaves_nothing_out(void **state)
{
    (void)state;
    Text out = { 0 };
    language_pseudo("Sign {note.what} by %d, *now*.", false, &out);
    assert_string_equal(text_str(&out), "[Šîĝñ {note.what} bý %d, *ñöŵ*. öñé]");
    text_clear(&out);
    language_pseudo("Sign {note.what} by %d, *now*.", true, &out);
    assert_string_equal(text_str(&out), "[سىجن {note.what} به %d، *ñöŵ*. ونى]");
    text_deinit(&out);
    Scenario *scenario = load();
    language_pseudo_scenario(scenario, false);
    Text said = { 0 }, saved = { 0 };
    play(scenario, &said, &saved);
    for (const char *line = text_str(&said); *line != '\0'; line = strchr(line, '\n') + 1) {
        assert_int_equal(*line, '[');
    }
    text_deinit(&said);
    text_deinit(&saved);
    scenario_free(scenario);
}

static void formats(void **state)
{
    (void)state;
    assert_true(language_same_format("%d of %s", "%d von %s", false));
    assert_true(language_same_format("%d of %s", "%2$s: %1$d", false));
    assert_true(language_same_format("%d hours", "eine Stunde", true));
    assert_true(language_same_format("50 %%", "50 %%", false));
    assert_true(language_same_format("plain", "schlicht", false));
    assert_true(language_same_format("%.*s", "«%.*s»", false));
    assert_true(language_same_format("99 %", "99 Prozent", false));
    assert_true(language_same_format("over 99 %", "über 99 %", false));
    assert_false(language_same_format("%d hours", "eine Stunde", false));
    assert_false(language_same_format("%d of %s", "%s von %d", false));
    assert_false(language_same_format("%d", "%d %d", false));
    assert_false(language_same_format("%d", "%ld", false));
    assert_false(language_same_format("%s", "%n", false));
    assert_false(language_same_format("%s", "%s%n", false));
    assert_false(language_same_format("plain", "%n", true));
    assert_true(language_same_format("%n", "%s", false)); // what has %n itself is no format of ours
    assert_false(language_same_format("%d %s", "%2$s", true));
    assert_false(language_same_format("plain", "100 % sicher", false));
    assert_false(language_same_format("plain", "%s", false));
    assert_false(language_same_format("%s", "%9$s", false));
    assert_false(language_same_format("%s", "%s %1$s", false)); // not both kinds in one
    assert_false(language_same_format("%d", "%*1$d", false));
    char what[120];
    assert_true(
        language_same_fills("{a.first} {b.due}", "{b.due} {a.name} {a.name}", what, sizeof what));
    assert_true(language_same_fills("{{a}", "x", what, sizeof what));
    assert_false(language_same_fills("{a.due}", "{a.left}", what, sizeof what));
    assert_false(language_same_fills("{a.due}", "{a.due", what, sizeof what));
    assert_string_equal(what, "a { is never closed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_template_is_as_agreed),
        cmocka_unit_test(each_place_has_its_own_text),
        cmocka_unit_test(what_is_missing_is_reported),
        cmocka_unit_test(renamed_is_found),
        cmocka_unit_test(fuzzy_by_a_new_name_alone),
        cmocka_unit_test(only_what_was_said),
        cmocka_unit_test(newlines_that_gettext_refuses),
        cmocka_unit_test(the_pseudo_language_leaves_nothing_out),
        cmocka_unit_test(formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
