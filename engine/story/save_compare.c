// Both places are texts of save_write, compared line by line and key by key. The old one may come from
// anywhere: nothing of it is trusted, and nothing of it is looked up but names.
#include "story/save_compare.h"

#include "base/arena.h"
#include "base/say.h"
#include "story/renames.h"
#include "story/render.h"
#include "story/save.h"

#include <stdio.h>
#include <string.h>

enum { REASONS_MAX = 3, WRITTEN_MAX = 1 << 16 };

static const char head[] = "plankwright-save 1\n";

typedef struct Span {
    const char *s;
    size_t n;
} Span;

typedef struct Line { // "word name rest"
    Span word, name, rest;
} Line;

typedef struct Compare {
    const Scenario *sc;
    const char *was, *now; // both whole saves
    SaveNote note;
    int reasons;
    Text *why;
} Compare;

static bool same(Span a, Span b)
{
    return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

static bool is(Span a, const char *s)
{
    return same(a, (Span){ s, strlen(s) });
}

static Span next_word(const char **at)
{
    *at += strspn(*at, " ");
    Span word = { *at, strcspn(*at, " \n") };
    *at += word.n;
    return word;
}

// The line at *at, and moves behind it; false at the end.
static bool next_line(const char **at, Line *out)
{
    if (**at == '\0') {
        return false;
    }
    out->word = next_word(at);
    const char *behind = *at;
    out->name = next_word(at);
    if (out->name.n > 0 && memchr(out->name.s, '=', out->name.n) != NULL) { // "head clock=…"
        *at = behind;
        out->name.n = 0;
    }
    out->rest = (Span){ *at, strcspn(*at, "\n") };
    *at += out->rest.n;
    *at += **at == '\n';
    return true;
}

static bool find(const char *save, const char *word, Span name, Line *out)
{
    while (next_line(&save, out)) {
        if (is(out->word, word) && (name.n == 0 || same(out->name, name))) {
            return true;
        }
    }
    return false;
}

static int64_t to_number(Span digits)
{
    int64_t value = 0;
    bool negative = digits.n > 0 && digits.s[0] == '-';
    for (size_t i = negative; i < digits.n && i < 12; i++) {
        if (digits.s[i] < '0' || digits.s[i] > '9') {
            break;
        }
        value = value * 10 + (digits.s[i] - '0');
    }
    return negative ? -value : value;
}

// The value of a key; what is left out is zero.
static int64_t value(Span rest, const char *key)
{
    const char *at = rest.s;
    while (at < rest.s + rest.n) {
        Span word = next_word(&at);
        const char *equals = word.n == 0 ? NULL : memchr(word.s, '=', word.n);
        if (word.n == 0) {
            break;
        }
        if (equals != NULL && is((Span){ word.s, (size_t)(equals - word.s) }, key)) {
            return to_number((Span){ equals + 1, word.n - (size_t)(equals + 1 - word.s) });
        }
    }
    return 0;
}

static const char *begin_reason(Compare *c)
{
    c->reasons++;
    return c->reasons == 1 ? "" : "; ";
}

static bool says(const Compare *c)
{
    return c->why != NULL && c->reasons < REASONS_MAX;
}

// `format` may hold one %s, which becomes `about`.
static void differs(Compare *c, const char *format, Span about)
{
    bool said = says(c);
    const char *before = begin_reason(c);
    const char *hole = strstr(format, "%s");
    if (said) {
        text_add(c->why, before);
        text_add_n(c->why, format, hole == NULL ? strlen(format) : (size_t)(hole - format));
        text_add_n(c->why, about.s, hole == NULL ? 0 : about.n);
        text_add(c->why, hole == NULL ? "" : hole + 2);
    }
}

static Span in_words(const char *s)
{
    return (Span){ s, strlen(s) };
}

static Span name_now(const Compare *c, StoryRenamed kind, Span name)
{
    const char *now = renames_now(c->sc, kind, name.s, name.n);
    return now == NULL ? name : in_words(now);
}

// ---- where and when ---------------------------------------------------------------------------------

void save_add_clocks(const Scenario *scenario, int32_t was_minute, int32_t now_minute, Text *out)
{
    Text was = { 0 }, now = { 0 };
    render_clock(scenario, was_minute, &was);
    render_clock(scenario, now_minute, &now);
    text_addf(out, say("it is then %s, and was %s"), text_str(&now), text_str(&was));
    text_deinit(&was);
    text_deinit(&now);
}

static void compare_clock(Compare *c, Span was, Span now)
{
    int64_t before = value(was, "clock");
    int64_t after = value(now, "clock");
    if (before == after || before < 0 || before > STORY_MINUTE_MAX) {
        return;
    }
    bool said = says(c);
    const char *comma = begin_reason(c);
    if (said) {
        text_add(c->why, comma);
        save_add_clocks(c->sc, (int32_t)before, (int32_t)after, c->why);
    }
}

static void compare_place(Compare *c)
{
    Line was = { 0 }, now = { 0 };
    Span any = { "", 0 };
    if (find(c->was, "head", any, &was) && find(c->now, "head", any, &now)) {
        compare_clock(c, was.rest, now.rest);
        if (value(was.rest, "energy") != value(now.rest, "energy")) {
            differs(c, say("it takes another part of your energy"), any);
        }
        if ((value(was.rest, "ended") != 0) != (value(now.rest, "ended") != 0)) {
            differs(c,
                    value(now.rest, "ended") != 0 ? say("the story ends there now")
                                                  : say("the story goes on where it ended"),
                    any);
        }
    }
    c->note.other_scene = find(c->was, "at", any, &was) && find(c->now, "at", any, &now) &&
                          !same(name_now(c, RENAMED_SCENE, was.name), now.name);
    if (find(c->was, "ending", any, &was) && find(c->now, "ending", any, &now) &&
        !same(name_now(c, RENAMED_ENDING, was.name), now.name)) {
        differs(c, say("it leads to another end"), any);
    }
}

// ---- promises -----------------------------------------------------------------------------------------

static const char *state_word(int64_t state)
{
    static const char *const words[] = { SAY_LATER("not promised"),
                                         SAY_LATER("open"),
                                         SAY_LATER("moved to a new date"),
                                         SAY_LATER("kept"),
                                         SAY_LATER("lapsed"),
                                         SAY_LATER("late, with a warning"),
                                         SAY_LATER("missed"),
                                         SAY_LATER("missed and owned up to"),
                                         SAY_LATER("covered up"),
                                         SAY_LATER("found out") };
    return state >= 0 && state < (int64_t)(sizeof words / sizeof *words) ? say(words[state]) : "";
}

static const char *title_of(const Scenario *sc, Span id)
{
    for (int i = 0; i < sc->commitment_count; i++) {
        if (is(id, sc->commitments[i].id)) {
            return scenario_text(sc, sc->commitments[i].title);
        }
    }
    return NULL;
}

static void say_promise(Compare *c, const char *title, int64_t was, int64_t now)
{
    bool said = says(c);
    const char *comma = begin_reason(c);
    if (said && was != now) {
        text_add(c->why, comma);
        text_addf(c->why, say("\"%s\" is then %s, and was %s"), title, state_word(now),
                  state_word(was));
    } else if (said) {
        text_add(c->why, comma);
        text_addf(c->why, say("\"%s\" has another date or another amount of work done"), title);
    }
}

static void compare_promise(Compare *c, const Line *was)
{
    static const char *const keys[] = { "due", "done", "moves", "flags" };
    Span id = name_now(c, RENAMED_COMMITMENT, was->name);
    const char *title = title_of(c->sc, id);
    Line now = { 0 };
    if (title == NULL) {
        differs(c, say("the promise \"%s\" is no longer in the story"), was->name);
        return;
    }
    bool there = find(c->now, "commitment", id, &now);
    Span nothing = { "", 0 };
    Span rest = there ? now.rest : nothing;
    int64_t state = there ? to_number((Span){ rest.s + strspn(rest.s, " "), rest.n }) : 0;
    int64_t before = to_number((Span){ was->rest.s + strspn(was->rest.s, " "), was->rest.n });
    bool equal = state == before;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        equal = equal && value(rest, keys[i]) == value(was->rest, keys[i]);
    }
    if (!equal) {
        say_promise(c, title, before, state);
    }
}

// A promise that the way makes now and did not make then.
static void compare_new_promises(Compare *c)
{
    Line now = { 0 }, was = { 0 };
    for (const char *at = c->now; next_line(&at, &now);) {
        if (!is(now.word, "commitment")) {
            continue;
        }
        bool known = false;
        for (const char *old = c->was; !known && next_line(&old, &was);) {
            known = is(was.word, "commitment") &&
                    same(name_now(c, RENAMED_COMMITMENT, was.name), now.name);
        }
        const char *title = known ? NULL : title_of(c->sc, now.name);
        if (title != NULL) {
            int64_t state = to_number((Span){ now.rest.s + strspn(now.rest.s, " "), now.rest.n });
            say_promise(c, title, 0, state);
        }
    }
}

// ---- people, and what is known --------------------------------------------------------------------------

// Whether everything that `one` gives a value has the same in `other`.
static bool agrees(Span one, Span other)
{
    for (const char *at = one.s; at < one.s + one.n;) {
        Span word = next_word(&at);
        const char *equals = word.n == 0 ? NULL : memchr(word.s, '=', word.n);
        char key[32];
        if (equals == NULL || (size_t)(equals - word.s) >= sizeof key) {
            break;
        }
        snprintf(key, sizeof key, "%.*s", (int)(equals - word.s), word.s);
        if (value(one, key) != value(other, key)) {
            return false;
        }
    }
    return true;
}

static void compare_person(Compare *c, const Line *was)
{
    Span id = name_now(c, RENAMED_PERSON, was->name);
    Line now = { 0 };
    if (!find(c->now, "person", id, &now)) {
        differs(c, say("%s is no longer in the story"), was->name);
        return;
    }
    if (!c->note.other_trust && !(agrees(now.rest, was->rest) && agrees(was->rest, now.rest))) {
        for (int i = 0; i < c->sc->person_count; i++) {
            const StoryPerson *person = &c->sc->people[i];
            if (is(id, person->id)) {
                differs(c, say("your bridge with %s stands differently"),
                        in_words(scenario_text(c->sc, person->first)));
            }
        }
    }
}

// "maya.board": whether it stands in the other save, too, under the name that Maya has now.
static bool known_in(const Compare *c, const char *save, const Line *line)
{
    const char *dot = memchr(line->name.s, '.', line->name.n);
    char whole[160];
    Span name = line->name;
    if (dot != NULL && save == c->now) {
        size_t n = (size_t)(dot - name.s);
        Span person = name_now(c, RENAMED_PERSON, (Span){ name.s, n });
        int length = snprintf(whole, sizeof whole, "%.*s%.*s", (int)person.n, person.s,
                              (int)(name.n - n), dot);
        name = (Span){ whole, length < (int)sizeof whole ? (size_t)length : 0 };
    }
    char word[16];
    snprintf(word, sizeof word, "%.*s", (int)(line->word.n < 15 ? line->word.n : 15), line->word.s);
    Line found = { 0 };
    return name.n > 0 && find(save, word, name, &found);
}

static bool has_flag(const Scenario *sc, Span name)
{
    for (int i = 0; i < sc->flag_count; i++) {
        if (is(name, sc->flags[i])) {
            return true;
        }
    }
    return false;
}

// Whether the scenario has a fact or a standard called so at all: "maya.board".
static bool has_detail(const Compare *c, const Line *line)
{
    const Scenario *sc = c->sc;
    const char *dot = memchr(line->name.s, '.', line->name.n);
    if (dot == NULL) {
        return false;
    }
    Span person = { line->name.s, (size_t)(dot - line->name.s) };
    Span id = { dot + 1, line->name.n - person.n - 1 };
    person = name_now(c, RENAMED_PERSON, person);
    bool fact = is(line->word, "fact");
    for (int i = 0; i < (fact ? sc->fact_count : sc->standard_count); i++) {
        const char *name = fact ? sc->facts[i].id : sc->standards[i].id;
        int owner = fact ? sc->facts[i].person : sc->standards[i].person;
        if (is(id, name) && is(person, sc->people[owner].id)) {
            return true;
        }
    }
    return false;
}

// Whether what that line of the old save says is known or remembered still is. What the scenario has no
// name for any more was renamed or means nothing now: either way nothing the player did has changed.
static bool kept_still(Compare *c, const Line *was)
{
    Line now = { 0 };
    if (is(was->word, "flag")) {
        return find(c->now, "flag", was->name, &now) || !has_flag(c->sc, was->name);
    }
    if (is(was->word, "number")) {
        Span id = name_now(c, RENAMED_NUMBER, was->name);
        return !find(c->now, "number", id, &now) ||
               to_number((Span){ was->rest.s + 1, was->rest.n }) ==
                   to_number((Span){ now.rest.s + 1, now.rest.n });
    }
    bool detail = is(was->word, "fact") || is(was->word, "standard") || is(was->word, "broken");
    if (detail && !known_in(c, c->now, was) && has_detail(c, was)) {
        differs(c, say("you learn something else"), was->name);
    }
    return true;
}

// What a player can see comes first: only so many reasons are told.
static void compare_all(Compare *c)
{
    Line line = { 0 };
    compare_place(c);
    for (const char *at = c->was; next_line(&at, &line);) {
        if (is(line.word, "commitment")) {
            compare_promise(c, &line);
        }
    }
    compare_new_promises(c);
    for (const char *at = c->was; next_line(&at, &line);) {
        if (is(line.word, "person")) {
            compare_person(c, &line);
        }
    }
    bool hidden = false;
    for (const char *at = c->was; next_line(&at, &line);) {
        hidden = (line.name.n > 0 && !kept_still(c, &line)) || hidden;
    }
    if (hidden) {
        differs(c, say("something else follows from it later"), (Span){ "", 0 });
    }
}

// ---- the two texts ------------------------------------------------------------------------------------

static bool is_whole(const Scenario *sc, const char *save)
{
    size_t n = strlen(save);
    if (n < sizeof head + 4 || memcmp(save, head, sizeof head - 1) != 0 ||
        strcmp(save + n - 5, "\nend\n") != 0 || !utf8_valid(save, n, NULL)) {
        return false;
    }
    Line line = { 0 };
    return find(save, "scenario", in_words(sc->id), &line);
}

// Whether both were made with the same numbers of the trust model: "scenario id hash preset version".
static bool same_trust(const Compare *c)
{
    Line was = { 0 }, now = { 0 };
    Span any = { "", 0 };
    if (!find(c->was, "scenario", any, &was) || !find(c->now, "scenario", any, &now)) {
        return false;
    }
    const char *a = was.rest.s;
    const char *b = now.rest.s;
    next_word(&a), next_word(&b); // the scenario's mark
    Span preset_a = next_word(&a), preset_b = next_word(&b);
    Span version_a = next_word(&a), version_b = next_word(&b);
    return same(preset_a, preset_b) && same(version_a, version_b);
}

SaveAgreement save_compare(const Scenario *scenario, const char *save, const Playthrough *play,
                           SaveNote *note, Text *why)
{
    if (note != NULL) {
        *note = (SaveNote){ .other_trust = false };
    }
    if (!is_whole(scenario, save)) {
        return SAVE_UNREADABLE;
    }
    char *now = mem_alloc(WRITTEN_MAX);
    Compare compare = { .sc = scenario, .was = save, .now = now, .why = why };
    bool written = save_write(scenario, play, now, WRITTEN_MAX) > 0;
    if (written) {
        compare.note.other_trust = !same_trust(&compare);
        compare_all(&compare);
        if (note != NULL) {
            *note = compare.note;
        }
    }
    if (why != NULL && compare.reasons > REASONS_MAX) {
        text_addf(why, "; %s", say("and more"));
    }
    mem_free(now);
    return !written ? SAVE_UNREADABLE : compare.reasons > 0 ? SAVE_DIFFERS : SAVE_AGREES;
}
