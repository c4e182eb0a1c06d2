// Findings as text. Each begins as compilers begin, so that editors and terminals find the place; the
// line to paste stands alone and unbroken.
#include "app/check_show.h"

#include "app/check_excerpt.h"
#include "app/mistakes.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 80 };

// Breaks at spaces; lines behind the first one are indented.
static void print_wrapped(const char *lead, const char *text, int indent)
{
    int column = utf8_columns(lead), spaces = 0;
    bool begun = false;
    fputs(lead, stdout);
    while (*text != '\0') {
        char word[512];
        snprintf(word, sizeof word, "%.*s", (int)strcspn(text, " "), text);
        int columns = utf8_columns(word);
        if (begun && column + spaces + columns > WIDTH) {
            printf("\n%*s%s", indent, "", word);
            column = indent + columns;
        } else {
            printf("%*s%s", spaces, "", word);
            column += spaces + columns;
        }
        begun = true;
        text += strlen(word);
        spaces = (int)strspn(text, " ");
        text += spaces;
    }
    putchar('\n');
}

// ---- facts ------------------------------------------------------------------------------------------

// By the author: not those of a one-on-one that the engine makes.
static bool is_written(const StoryOption *option)
{
    return option->position.line > 0;
}

static int written_options(const Scenario *scenario)
{
    int count = 0;
    for (int i = 0; i < scenario->option_count; i++) {
        count += is_written(&scenario->options[i]);
    }
    return count;
}

int check_words(const Scenario *scenario)
{
    int words = 0;
    for (int i = 0; i < scenario->op_count; i++) {
        if (scenario->ops[i].code == OP_LINE) {
            words += text_words(scenario_text(scenario, (TextId)scenario->ops[i].c));
        }
    }
    for (int i = 0; i < scenario->option_count; i++) {
        if (is_written(&scenario->options[i])) {
            words += text_words(scenario_text(scenario, scenario->options[i].text));
        }
    }
    return words;
}

static void print_fact(const char *name, Text *text)
{
    char lead[32];
    snprintf(lead, sizeof lead, "%-11s ", name);
    print_wrapped(lead, text_str(text), 12);
    text_clear(text);
}

static const char *plural(int count)
{
    return count == 1 ? "" : "s";
}

static void from_to(Text *out, int least, int most)
{
    if (least != most) {
        text_add_grouped(out, least);
        text_add(out, " to ");
    }
    text_add_grouped(out, most);
}

static void length_of(Text *out, const ExploreCheck *check)
{
    const ExplorePlays *plays = &check->plays;
    if (plays->plays > 0 && plays->endless == plays->plays) {
        text_add(out, "none of ");
        text_add_grouped(out, plays->plays);
        text_add(out, " plays had an end after ");
        text_add_grouped(out, EXPLORE_PLAY_CHOICES_MAX);
        text_add(out, " choices");
        return;
    }
    from_to(out, plays->least_choices, plays->most_choices);
    text_addf(out, " choice%s, ", plural(plays->most_choices));
    from_to(out, plays->least_words, plays->most_words);
    double minutes = explore_minutes(check);
    text_addf(out, minutes < 1.5 ? " words, a minute or less" : " words, about %.0f minutes",
              minutes);
    if (plays->endless > 0) {
        text_add(out, ", without ");
        text_add_grouped(out, plays->endless);
        text_add(out, " of ");
        text_add_grouped(out, plays->plays);
        text_add(out, " plays that had no end after ");
        text_add_grouped(out, EXPLORE_PLAY_CHOICES_MAX);
        text_add(out, " choices");
    }
}

static void size_of(Text *out, const ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    text_add_grouped(out, check_words(sc));
    int options = written_options(sc);
    text_addf(out, " words, %d scene%s, %d option%s, %d ending%s; one way: ", sc->scene_count,
              plural(sc->scene_count), options, plural(options), sc->ending_count,
              plural(sc->ending_count));
    length_of(out, check);
    double lix = explore_lix(sc);
    text_addf(out, "; %s to read (LIX %.0f)",
              lix < 30.0   ? "very easy"
              : lix < 40.0 ? "easy"
              : lix < 50.0 ? "middling"
                           : "hard",
              lix);
}

static void explored(Text *out, const ExploreCheck *check, double seconds)
{
    char coupling[240];
    const char *why = explore_coupling(check, coupling, sizeof coupling);
    if (!check->explored) {
        text_add(out, "nothing: it cannot begin");
        return;
    }
    text_add_grouped(out, explore_state_count(&check->graph));
    text_add(out, " states, ");
    text_add_grouped(out, check->graph.edge_count);
    text_add(out, check->complete ? " steps, complete: what is said of it is proved"
                                  : " steps, bounded: there are more, so \"never\" is not said");
    text_addf(out, "; %.2f s", seconds);
    if (why != NULL && !check->complete) {
        text_addf(out, " (%s)", why);
    }
    if (!check->complete && explore_state_count(&check->graph) < EXPLORE_STATES_MAX / 10) {
        unsigned more = explore_state_count(&check->graph) / 1000u * 10000u;
        text_addf(out, "; --limit %u looks further", more > 0 ? more : 10000u);
    }
}

static void played(Text *out, const ExploreCheck *check)
{
    text_add_grouped(out, check->plays.plays);
    text_add(out, " seeded plays, ");
    text_add_grouped(out, check->plays.choices);
    text_add(out, " choices, and ");
    text_add_grouped(out, check->plays.seeking);
    text_add(out, " more that take what was seldom taken: what they did not meet may exist");
}

static void endings(Text *out, const ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    for (int i = 0; i < sc->ending_count; i++) {
        double chance = check->complete ? explore_chance(&check->values, 0, i)
                                        : (double)check->plays.ending_counts[i] /
                                              (check->plays.plays > 0 ? check->plays.plays : 1);
        text_addf(out, "%s %.1f %%   ", sc->endings[i].id, 100.0 * chance);
    }
    text_add(out, check->complete ? "(exact, by fair draws" : "(of the plays");
    int met = 0;
    for (int n = 0; n < EXPLORE_MECHANICS; n++) {
        met += (check->seen.mechanics >> n & 1u) != 0;
    }
    text_addf(out, "; %d mechanics of %d met:", met, EXPLORE_MECHANICS);
    for (int n = 1; n <= EXPLORE_MECHANICS; n++) {
        if ((check->seen.mechanics >> (n - 1) & 1u) == 0) {
            continue;
        }
        int last = n;
        while (last < EXPLORE_MECHANICS && (check->seen.mechanics >> last & 1u) != 0) {
            last++;
        }
        text_addf(out, last > n ? " A%d-A%d" : " A%d", n, last);
        n = last;
    }
    text_add(out, ")");
}

// ---- one finding ------------------------------------------------------------------------------------

// The path as the mistakes of the loader have it.
static void path_of(char *out, size_t size, const Scenario *sc, const char *file)
{
    bool whole =
        file[0] == '\0' || strchr(file, '/') != NULL || sc->folder == NULL || sc->folder[0] == '\0';
    snprintf(out, size, "%s%s%s", whole ? "" : sc->folder, whole ? "" : "/", file);
}

static const char *method_of(const ExploreFinding *f, const ExploreCheck *check, char *out,
                             size_t size)
{
    switch (f->method) {
    case BY_PROOF:
        return "proved";
    case BY_WAY:
        return "met on a way";
    case BY_PLAYS:
        snprintf(out, size, "met in %d of %d seeded plays", f->plays,
                 check->plays.plays + check->plays.seeking);
        return out;
    case BY_NOTHING:
        break;
    }
    return "not met, and not proved";
}

// Ready to paste into a shell.
static void add_command(Text *out, const ExploreWay *way, const char *name)
{
    bool plain = name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                   "/._-+")] == '\0';
    text_addf(out, "plankwright play %s%s%s", plain ? "" : "'", name, plain ? "" : "'");
    text_addf(out, " --seed %llu --choices %s", (unsigned long long)way->seed,
              way->choices[0] != '\0' ? way->choices : "\"\"");
}

static void add_chance(Text *out, double chance)
{
    if (chance < 0.0) {
        return; // not known
    }
    if (chance < 1.0e-6) {
        text_add(out, ", in fewer than one fair play of a million");
    } else if (chance < 0.0995) {
        text_add(out, ", in one fair play of ");
        text_add_grouped(out, (int64_t)(1.0 / chance + 0.5));
    } else if (chance < 0.9995) {
        text_addf(out, ", in %d %% of fair plays",
                  chance > 0.99 ? 99 : (int)(chance * 100.0 + 0.5));
    } else {
        text_add(out, ", in every fair play");
    }
}

// How it is known, and how likely somebody is to come there.
static void add_method(Text *out, const ExploreFinding *f, const ExploreCheck *check)
{
    char by[80];
    text_add(out, method_of(f, check, by, sizeof by));
    add_chance(out, f->chance);
}

static void print_way(const ExploreFinding *f, const ExploreCheck *check, const char *name)
{
    Text text = { 0 };
    add_method(&text, f, check);
    if (f->has_way) {
        text_addf(&text, "; %s, %d choice%s:",
                  f->way_of_play          ? "a way to where it is"
                  : f->method == BY_PLAYS ? "the shortest way of them"
                                          : "the shortest way there",
                  f->way.choice_count, f->way.choice_count == 1 ? "" : "s");
    } else if (f->code <= FINDING_BROKEN) {
        text_addf(&text, "; no seed up to %d goes there", EXPLORE_SEEDS_MAX);
    }
    print_wrapped("      = ", text_str(&text), 8);
    if (f->has_way) {
        text_clear(&text);
        add_command(&text, &f->way, name);
        puts(text_str(&text));
    }
    text_deinit(&text);
}

// One line: place, code, what it is, why, how to mend it, how it is known, the way there.
static void print_finding_plain(ScriptDiagnostic *shown, const ExploreFinding *f, const char *kind,
                                const ExploreCheck *check, const char *name)
{
    Text text = { 0 };
    snprintf(shown->fix, sizeof shown->fix, "%s", f->fix);
    mistakes_show_plain(stdout, shown, kind, f->cause);
    text_add(&text, " Known: ");
    add_method(&text, f, check);
    text_add(&text, ".");
    if (f->has_way) {
        text_add(&text, " Way: ");
        add_command(&text, &f->way, name);
    }
    puts(text_str(&text));
    text_deinit(&text);
}

static void print_finding(const ExploreFinding *f, const ExploreCheck *check, const CheckShown *how)
{
    static const char *const kinds[] = { "note", "warning", "error" };
    const char *name = how->name;
    ScriptDiagnostic shown = { .line = f->line };
    snprintf(shown.code, sizeof shown.code, "PW-%d", (int)f->code);
    path_of(shown.file, sizeof shown.file, check->scenario, f->file);
    snprintf(shown.message, sizeof shown.message, "%s", f->message);
    if (how->plain) {
        print_finding_plain(&shown, f, kinds[f->severity], check, name);
        return;
    }
    if (f->severity != FINDING_NOTE) {
        check_excerpt(&shown.excerpt, shown.file, f->line, f->id);
    }
    mistakes_show(stdout, &shown, kinds[f->severity], mistakes_colour(stdout));
    if (f->severity == FINDING_NOTE) {
        return;
    }
    if (f->cause[0] != '\0') {
        print_wrapped("      = cause: ", f->cause, 8);
    }
    if (f->fix[0] != '\0') {
        print_wrapped("      = fix: ", f->fix, 8);
    }
    print_way(f, check, name);
}

static void print_count(const ExploreCheck *check)
{
    int errors = explore_check_count(check, FINDING_ERROR);
    int warnings = explore_check_count(check, FINDING_WARNING);
    for (int code = 0; code < 1000; code++) {
        if (check->left_out[code] > 0) {
            printf("… and %d more of PW-%d\n", check->left_out[code], code);
        }
    }
    if (check->consequences > 0) {
        printf("… and %d that only follow from these, and are not told\n", check->consequences);
    }
    if (errors + warnings > 0) {
        printf("%d error%s, %d warning%s\n", errors, errors == 1 ? "" : "s", warnings,
               warnings == 1 ? "" : "s");
        if (mistakes_colour(stdout)) { // somebody reads it, and no program
            printf("plankwright explain PW-%d says more, with an example\n",
                   (int)check->findings[0].code);
        }
    }
}

// Notes of what was not met stand under a line that says what that means; one that is proved does not.
static void print_findings(const ExploreCheck *check, const CheckShown *shown, bool unmet)
{
    bool noted = false;
    for (int i = 0; i < check->count; i++) {
        const ExploreFinding *f = &check->findings[i];
        bool note = f->severity == FINDING_NOTE && f->method != BY_PROOF;
        if (note != unmet) {
            continue;
        }
        if (!shown->plain && (!note || !noted)) {
            putchar('\n');
        }
        if (note && !noted) {
            print_wrapped("",
                          check->complete
                              ? "In none of the plays; the proof would take more states "
                                "(--limit):"
                              : "Neither in these states nor in these plays; that "
                                "is no proof:",
                          0);
        }
        noted = noted || note;
        print_finding(f, check, shown);
    }
}

// Promises that some plays leave neither kept nor missed: nothing where there are none.
static void left_open(Text *out, const ExploreCheck *check)
{
    bool any = false;
    for (int i = 0; i < check->plays.commitments; i++) {
        int plays = check->plays.left_open[i].plays;
        if (plays > 0) {
            text_addf(out, "%s%s in ", any ? ", " : "", check->scenario->commitments[i].id);
            text_add_grouped(out, plays);
            any = true;
        }
    }
    if (any) {
        text_add(out, " of ");
        text_add_grouped(out, check->plays.plays + check->plays.seeking);
        text_add(out, " seeded plays: promised, and not settled when the story ends");
    }
}

void check_print(const ExploreCheck *check, const CheckShown *shown)
{
    Text text = { 0 };
    size_of(&text, check);
    print_fact(check->scenario->id, &text);
    explored(&text, check, shown->seconds);
    print_fact("explored", &text);
    if (!check->complete) {
        played(&text, check);
        print_fact("played", &text);
    }
    endings(&text, check);
    print_fact("endings", &text);
    left_open(&text, check);
    if (text_str(&text)[0] != '\0') {
        print_fact("left open", &text);
    }
    text_deinit(&text);
    print_findings(check, shown, false);
    print_findings(check, shown, true);
    if (check->count > 0 && !shown->plain) {
        putchar('\n');
    }
    print_count(check);
}

// ---- JSON -------------------------------------------------------------------------------------------

static void json_the_way(Json *json, const ExploreWay *way, bool shortest, const char *name)
{
    Text command = { 0 };
    add_command(&command, way, name);
    json_begin(json, "way", '{');
    json_integer(json, "seed", (int64_t)way->seed);
    json_string(json, "choices", way->choices);
    json_integer(json, "choice_count", way->choice_count);
    json_string(json, "command", text_str(&command));
    json_bool(json, "shortest", shortest);
    json_end(json, '}');
    text_deinit(&command);
}

static void json_way(Json *json, const ExploreFinding *f, const char *name)
{
    if (f->has_way) {
        json_the_way(json, &f->way, !f->way_of_play && f->method != BY_PLAYS, name);
    } else {
        json_string(json, "way", NULL);
    }
}

// Promises that were still open at the end of plays, each with the shortest of them.
static void json_left_open(Json *json, const ExploreCheck *check, const char *name)
{
    json_begin(json, "left_open", '[');
    for (int i = 0; i < check->plays.commitments; i++) {
        const ExploreMishap *it = &check->plays.left_open[i];
        ExploreWay way;
        if (it->plays > 0 &&
            explore_way_of(check->scenario, it->seed, it->taken, it->count, &way)) {
            json_begin(json, NULL, '{');
            json_string(json, "id", check->scenario->commitments[i].id);
            json_integer(json, "plays", it->plays);
            json_the_way(json, &way, false, name);
            json_end(json, '}');
            explore_way_deinit(&way);
        }
    }
    json_end(json, ']');
}

static void json_finding(Json *json, const ExploreCheck *check, const ExploreFinding *f,
                         const char *name)
{
    char path[256];
    static const char *const severities[] = { "note", "warning", "error" };
    static const char *const methods[] = { "proved", "way", "plays", "not met" };
    char code[8];
    snprintf(code, sizeof code, "PW-%d", (int)f->code);
    json_begin(json, NULL, '{');
    json_string(json, "code", code);
    json_string(json, "severity", severities[f->severity]);
    json_string(json, "method", methods[f->method]);
    json_string(json, "id", f->id);
    path_of(path, sizeof path, check->scenario, f->file);
    json_string(json, "file", path);
    json_integer(json, "line", f->line);
    json_string(json, "message", f->message);
    json_string(json, "cause", f->cause);
    json_string(json, "fix", f->fix);
    if (f->chance >= 0.0) {
        json_significant(json, "chance", f->chance, 9);
    } else {
        json_string(json, "chance", NULL);
    }
    json_integer(json, "plays", f->plays);
    json_way(json, f, name);
    json_end(json, '}');
}

static void json_facts(Json *json, const ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    char coupling[240];
    json_integer(json, "words", check_words(sc));
    json_integer(json, "scenes", sc->scene_count);
    json_integer(json, "options", written_options(sc));
    json_string(json, "method", check->complete ? "complete" : "bounded");
    json_integer(json, "states", check->explored ? explore_state_count(&check->graph) : 0);
    json_integer(json, "steps", check->explored ? check->graph.edge_count : 0);
    json_string(json, "coupling", explore_coupling(check, coupling, sizeof coupling));
    json_integer(json, "plays", check->plays.plays);
    json_integer(json, "endless_plays", check->plays.endless);
    json_integer(json, "seeking_plays", check->plays.seeking);
    json_integer(json, "choices", check->plays.choices);
    json_number(json, "minutes", explore_minutes(check), 1);
    json_number(json, "reading_level", explore_lix(sc), 1);
    json_begin(json, "endings", '{');
    for (int i = 0; i < sc->ending_count; i++) {
        double chance = check->complete ? explore_chance(&check->values, 0, i)
                                        : (double)check->plays.ending_counts[i] /
                                              (check->plays.plays > 0 ? check->plays.plays : 1);
        json_number(json, sc->endings[i].id, chance, 6);
    }
    json_end(json, '}');
}

void check_json(Json *json, const ExploreCheck *check, const CheckShown *shown)
{
    int left_out = 0;
    json_facts(json, check);
    json_left_open(json, check, shown->name);
    json_begin(json, "mechanics", '[');
    for (int n = 1; n <= EXPLORE_MECHANICS; n++) {
        if ((check->seen.mechanics >> (n - 1) & 1u) != 0) {
            char name[16];
            snprintf(name, sizeof name, "A%d", n);
            json_string(json, NULL, name);
        }
    }
    json_end(json, ']');
    json_begin(json, "findings", '[');
    for (int i = 0; i < check->count; i++) {
        json_finding(json, check, &check->findings[i], shown->name);
    }
    json_end(json, ']');
    for (int code = 0; code < 1000; code++) {
        left_out += check->left_out[code];
    }
    json_integer(json, "findings_left_out", left_out);
    json_integer(json, "consequences", check->consequences);
}
