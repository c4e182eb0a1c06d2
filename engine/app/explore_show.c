// Tables of a forecast.
#include "app/explore_show.h"

#include "base/text.h"
#include "bridge/bridge.h"
#include "explore/plays.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 80, ID_COLUMNS = 24, CELL = 7, BAR = 30, FEW_PLAYS = 30 };
enum { CELLS = (COLUMNS - ID_COLUMNS - CELL) / CELL }; // behind "taken"

static void add_count(Text *out, uint64_t n)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
    for (int i = 0; i < length; i++) {
        text_add_char(out, digits[i]);
        if ((length - i - 1) % 3 == 0 && i + 1 < length) {
            text_add_char(out, ',');
        }
    }
}

// `text` in exactly so many columns; what does not fit ends in "..", or just ends in a narrow one.
static void add_cell(Text *out, const char *text, int columns, bool right)
{
    int used = utf8_columns(text);
    for (int i = used; right && i < columns; i++) {
        text_add_char(out, ' ');
    }
    if (used <= columns) {
        text_add(out, text);
    } else {
        int at = 0, length = 0;
        int dots = columns > CELL ? 2 : 0;
        for (int column = 0; column < columns - dots && text[at] != '\0'; column++) {
            utf8_next(text + at, &length);
            at += length;
        }
        text_add_n(out, text, (size_t)at);
        text_add(out, dots > 0 ? ".." : "");
    }
    for (int i = used; !right && i < columns; i++) {
        text_add_char(out, ' ');
    }
}

static const char *percent(double share, char out[16])
{
    if (share > 0.0 && share < 0.0005) {
        return "< 0.1 %";
    }
    snprintf(out, 16, share > 0.9995 && share < 1.0 ? "> 99 %%" : "%.1f %%", 100.0 * share);
    return out;
}

static void show_method(const ExploreForecast *f, const ExploreShown *shown)
{
    Text line = { 0 };
    text_addf(&line, "%s: ", f->scenario->id);
    if (f->proved) {
        text_add(&line, "proved. Every way was walked: ");
        add_count(&line, shown->states);
        text_add(&line, " states, ");
        add_count(&line, shown->edges);
        text_addf(&line, " ways on,\nin %.2f s.", shown->seconds);
    } else {
        text_addf(&line, "bounded, not proved: %s.\nWhat follows is from ", shown->why_not);
        add_count(&line, (uint64_t)f->plays);
        text_add(&line, " seeded plays: what they did not meet may exist.");
    }
    puts(text_str(&line));
    text_deinit(&line);
}

static void show_endings(const ExploreForecast *f)
{
    const Scenario *sc = f->scenario;
    char number[16];
    printf("\nEndings, when every open choice is as likely as another\n");
    for (int e = 0; e <= sc->ending_count; e++) {
        bool none = e == sc->ending_count;
        double share = none ? f->unended : f->endings[e];
        if (none && share <= 0.0) {
            continue;
        }
        Text line = { 0 };
        text_add(&line, "  ");
        add_cell(&line, none ? "(no ending)" : sc->endings[e].id, 20, false);
        add_cell(&line, percent(share, number), 8, true);
        text_add(&line, "  ");
        for (int i = 0; i < (int)(share * BAR + 0.5); i++) {
            text_add_char(&line, '#');
        }
        puts(text_str(&line));
        text_deinit(&line);
    }
}

static void show_people(const ExploreForecast *f)
{
    const Scenario *sc = f->scenario;
    char number[16];
    Text line = { 0 };
    text_add(&line, "\nTrust at the end, from ");
    add_count(&line, (uint64_t)f->plays);
    text_add(&line, " seeded plays\n  ");
    add_cell(&line, "", 16, false);
    add_cell(&line, "mean", 14, true);
    for (int w = BRIDGE_SOUND; w >= BRIDGE_DOWN; w--) {
        add_cell(&line, bridge_word_name((BridgeWord)w), 9, true);
    }
    for (int i = 0; i < sc->person_count; i++) {
        text_add(&line, "\n  ");
        add_cell(&line, scenario_text(sc, sc->people[i].first), 16, false);
        text_addf(&line, "  %.3f ±%.3f", f->trust[i].mean, f->margin[i]);
        for (int w = BRIDGE_SOUND; w >= BRIDGE_DOWN; w--) {
            add_cell(&line, percent(f->words[i][w], number), 9, true);
        }
    }
    puts(text_str(&line));
    text_deinit(&line);
}

static void show_length(const ExploreForecast *f)
{
    if (f->endless > 0) {
        Text line = { 0 };
        text_add_char(&line, '\n');
        add_count(&line, (uint64_t)f->endless);
        text_add(&line, " of these plays had no end after ");
        add_count(&line, EXPLORE_PLAY_CHOICES_MAX);
        text_add(&line, " choices: their trust is as it was then,\nand they have no length");
        puts(text_str(&line));
        text_deinit(&line);
    }
    if (f->endless == f->plays) {
        return;
    }
    printf("\nLength of a play, from %s: %.1f minutes (eight of ten: %.1f to %.1f),\n"
           "%.1f choices (%.0f to %.0f)\n",
           f->endless > 0 ? "the others" : "the same plays", f->minutes.mean, f->minutes.tenth,
           f->minutes.ninetieth, f->taken.mean, f->taken.tenth, f->taken.ninetieth);
}

// ---- choices ----------------------------------------------------------------------------------------

static int ending_cells(const Scenario *sc)
{
    return sc->ending_count < CELLS ? sc->ending_count : CELLS;
}

static int people_cells(const Scenario *sc)
{
    int left = CELLS - ending_cells(sc);
    return sc->person_count < left ? sc->person_count : left;
}

static void show_head(const ExploreForecast *f)
{
    const Scenario *sc = f->scenario;
    Text line = { 0 };
    add_cell(&line, "choice", ID_COLUMNS, false);
    add_cell(&line, "taken", CELL, true);
    for (int e = 0; e < ending_cells(sc); e++) {
        text_add_char(&line, ' ');
        add_cell(&line, sc->endings[e].id, CELL - 1, true);
    }
    for (int i = 0; i < people_cells(sc); i++) {
        text_add_char(&line, ' ');
        add_cell(&line, sc->people[i].id, CELL - 1, true);
    }
    puts(text_str(&line));
    text_deinit(&line);
}

// The colleague in whose one-on-one an option stands, or NULL.
static const char *talks_with(const Scenario *sc, const ExploreForecastChoice *c)
{
    for (int i = 0; c->kind == OFFER_OPTION && i < sc->talk_count; i++) {
        const StoryTalk *talk = &sc->talks[i];
        if (c->x >= talk->first_option && c->x < talk->first_option + talk->option_count) {
            return sc->people[talk->person].id;
        }
    }
    return NULL;
}

static void show_choice(const ExploreForecast *f, const ExploreForecastChoice *c)
{
    const Scenario *sc = f->scenario;
    Text line = { 0 };
    char cell[32];
    const char *with = talks_with(sc, c), *id = c->id + strlen(sc->scenes[c->scene].id) + 1;
    char name[160];
    snprintf(name, sizeof name, "%s%s%s%s", id, with ? " (" : "", with ? with : "",
             with ? ")" : "");
    text_add(&line, "  ");
    add_cell(&line, name, ID_COLUMNS - 2, false);
    if (c->taken >= 0.00005) {
        snprintf(cell, sizeof cell, c->taken < 10.0 ? "%.1f%s" : "%.0f%s", 100.0 * c->taken,
                 c->for_ever > 0.0 ? "+" : "");
    } else {
        snprintf(cell, sizeof cell, "< 0.1");
    }
    add_cell(&line, cell, CELL, true);
    for (int e = 0; e < ending_cells(sc); e++) {
        snprintf(cell, sizeof cell, "%.1f", 100.0 * c->endings[e]);
        add_cell(&line, cell, CELL, true);
    }
    for (int i = 0; i < people_cells(sc); i++) {
        snprintf(cell, sizeof cell, c->plays < FEW_PLAYS ? "-" : "%.2f", c->trust[i]);
        add_cell(&line, cell, CELL, true);
    }
    puts(text_str(&line));
    text_deinit(&line);
}

static void show_choices(const ExploreForecast *f)
{
    const Scenario *sc = f->scenario;
    printf("\nChoices: how often each is taken in a hundred plays, the endings behind it (%%),\n"
           "and the trust at the end of plays in which it was taken (-: fewer than %d plays)\n",
           FEW_PLAYS);
    show_head(f);
    bool for_ever = false;
    for (int i = 0; i < f->choice_count; i++) {
        for_ever = for_ever || f->choices[i].for_ever > 0.0;
        if (i == 0 || f->choices[i].scene != f->choices[i - 1].scene) {
            puts(sc->scenes[f->choices[i].scene].id);
        }
        show_choice(f, &f->choices[i]);
    }
    if (for_ever) {
        puts("+: also in a loop without a way out, for ever; each play that does so counts once.");
    }
    if (ending_cells(sc) < sc->ending_count || people_cells(sc) < sc->person_count) {
        printf("%d of %d endings and %d of %d colleagues have room; --json has them all.\n",
               ending_cells(sc), sc->ending_count, people_cells(sc), sc->person_count);
    }
}

void explore_show(const ExploreForecast *f, const ExploreShown *shown)
{
    show_method(f, shown);
    show_endings(f);
    show_people(f);
    show_length(f);
    show_choices(f);
}

// ---- JSON -------------------------------------------------------------------------------------------

static void json_spread(Json *json, const char *key, const ExploreSpread *s)
{
    json_begin(json, key, '{');
    json_number(json, "mean", s->mean, 4);
    json_number(json, "tenth", s->tenth, 4);
    json_number(json, "middle", s->middle, 4);
    json_number(json, "ninetieth", s->ninetieth, 4);
    json_end(json, '}');
}

static void json_people(Json *json, const ExploreForecast *f)
{
    const Scenario *sc = f->scenario;
    json_begin(json, "people", '[');
    for (int i = 0; i < sc->person_count; i++) {
        json_begin(json, NULL, '{');
        json_string(json, "id", sc->people[i].id);
        json_spread(json, "trust", &f->trust[i]);
        json_number(json, "margin", f->margin[i], 4);
        json_begin(json, "words", '{');
        for (int w = BRIDGE_DOWN; w <= BRIDGE_SOUND; w++) {
            json_number(json, bridge_word_name((BridgeWord)w), f->words[i][w], 5);
        }
        json_end(json, '}');
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void json_endings(Json *json, const Scenario *sc, const double *chances)
{
    json_begin(json, "endings", '{');
    for (int e = 0; e < sc->ending_count; e++) {
        json_number(json, sc->endings[e].id, chances[e], 7);
    }
    json_end(json, '}');
}

static void json_choices(Json *json, const ExploreForecast *f)
{
    const Scenario *sc = f->scenario;
    json_begin(json, "choices", '[');
    for (int i = 0; i < f->choice_count; i++) {
        const ExploreForecastChoice *c = &f->choices[i];
        json_begin(json, NULL, '{');
        json_string(json, "id", c->id);
        json_string(json, "text",
                    c->kind == OFFER_OPTION ? scenario_text(sc, sc->options[c->x].text) : NULL);
        json_string(json, "with", talks_with(sc, c));
        json_number(json, "taken", c->taken, 7);
        json_number(json, "for_ever", c->for_ever, 7);
        json_endings(json, sc, c->endings);
        json_integer(json, "plays", c->plays);
        json_begin(json, "trust", '{');
        for (int p = 0; c->plays > 0 && p < sc->person_count; p++) {
            json_number(json, sc->people[p].id, c->trust[p], 4);
        }
        json_end(json, '}');
        json_end(json, '}');
    }
    json_end(json, ']');
}

void explore_show_json(Json *json, const ExploreForecast *f, const ExploreShown *shown)
{
    json_begin(json, NULL, '{');
    json_string(json, "scenario", f->scenario->id);
    json_string(json, "method", f->proved ? "proved" : "sampled");
    json_string(json, "why_not_proved", shown->why_not);
    json_integer(json, "states", shown->states);
    json_integer(json, "edges", shown->edges);
    json_integer(json, "limit", shown->limit);
    json_endings(json, f->scenario, f->endings);
    json_number(json, "no_ending", f->unended, 7);
    json_integer(json, "plays", f->plays);
    json_integer(json, "endless", f->endless);
    json_spread(json, "minutes", &f->minutes);
    json_spread(json, "length", &f->taken);
    json_people(json, f);
    json_choices(json, f);
    json_end(json, '}');
}
