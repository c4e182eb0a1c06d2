// The command `trust`: replays events from a file or standard input and prints what trust and belief
// become; prints the model's numbers, holds them against the anchors, and shows how they fit.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#include "app/events.h"
#include "app/plot.h"
#include "app/trust_tables.h"
#include "base/arena.h"
#include "base/text.h"
#include "bridge/bridge.h"
#include "trust/numbers.h"

#include <string.h>
#include <unistd.h>

typedef enum Shape { SHAPE_TABLE, SHAPE_CSV, SHAPE_SVG } Shape;

typedef struct Replay {
    const TrustParameters *parameters;
    TrustState state;
    Shape shape;
    Plot plot;
    int64_t events;
} Replay;

// ---- rows -----------------------------------------------------------------------------------------

static void readings(const Replay *it, int32_t *trust, int32_t *belief)
{
    trust_readings(it->parameters, &it->state, trust, belief);
}

static const char *word_of(int32_t trust)
{
    return bridge_word_name(bridge_word(trust));
}

// Millionths as ".660" or "1.000".
static const char *points(int32_t reading, char out[8])
{
    int thousandths = (reading + 500) / 1000;
    snprintf(out, 8, "%s.%03d", thousandths >= 1000 ? "1" : "", thousandths % 1000);
    return out;
}

static void table_head(const Replay *it)
{
    char a[8], b[8];
    int32_t trust, belief;
    readings(it, &trust, &belief);
    printf("%6s  %-28s %5s  %6s  %s\n", "line", "event", "trust", "belief", "bridge");
    printf("%6s  %-28s %5s  %6s  %s\n", "", "before anything", points(trust, a), points(belief, b),
           word_of(trust));
}

static void table_row(const Replay *it, int line, const TrustLine *event)
{
    char a[8], b[8], times[16] = "";
    int32_t trust, belief;
    readings(it, &trust, &belief);
    if (event->times > 1) {
        snprintf(times, sizeof times, " x%d", event->times);
    }
    int used = printf("%6d  %s%s", line, event->said, times);
    printf("%*s %5s  %6s  %s%s%s%s%s\n", used < 36 ? 36 - used : 0, "", points(trust, a),
           points(belief, b), word_of(trust), belief < TRUST_ACCEPTS ? ", refuses" : "",
           trust_on_guard(&it->state) ? ", on guard" : "", event->label[0] ? "  " : "",
           event->label);
}

static void csv_text(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"') {
            putchar('"');
        }
        putchar(*text);
    }
    putchar('"');
}

static void csv_row(const Replay *it, int line, const TrustLine *event)
{
    int32_t trust, belief;
    readings(it, &trust, &belief);
    printf("%d,", line);
    csv_text(event->said);
    printf(",%d,", event->times);
    csv_text(event->label);
    printf(",%d.%06d,%d.%06d,%s,%s,%s\n", trust / TRUST_ONE, trust % TRUST_ONE, belief / TRUST_ONE,
           belief % TRUST_ONE, word_of(trust), belief >= TRUST_ACCEPTS ? "yes" : "no",
           trust_on_guard(&it->state) ? "yes" : "no");
}

static bool plot_rows(Replay *it, const TrustLine *event, Err *err)
{
    TrustLine once = *event;
    once.times = 1;
    for (int i = 0; i < event->times; i++) {
        PlotStep step = { .kind = event->event.kind, .label = i + 1 == event->times };
        bool guarded = trust_on_guard(&it->state);
        trust_line_apply(it->parameters, &it->state, &once);
        step.on_guard = !guarded && trust_on_guard(&it->state);
        readings(it, &step.trust, &step.belief);
        snprintf(step.said, sizeof step.said, "%s", event->said);
        if (event->times > 1) {
            snprintf(step.said, sizeof step.said, "%.60s, %d times", event->said, event->times);
        }
        snprintf(step.own, sizeof step.own, "%s", event->label);
        if (!plot_add(&it->plot, &step)) {
            err_set(err, ERR_INPUT, "a plot has room for %d events", PLOT_STEPS_MAX);
            return err_fix(err, "use --csv for more");
        }
    }
    return true;
}

// ---- the replay -----------------------------------------------------------------------------------

static bool replay_events(Replay *it, Events *events, Err *err)
{
    TrustLine event;
    for (;;) {
        EventsNext next = events_next(events, &event, err);
        if (next != EVENTS_ONE) {
            return next == EVENTS_END;
        }
        it->events++;
        utf8_tidy(event.said); // a file of events comes from anybody
        utf8_tidy(event.label);
        if (it->shape == SHAPE_SVG) {
            if (!plot_rows(it, &event, err)) {
                return err_at(err, events->name, events->line, 0);
            }
            continue;
        }
        trust_line_apply(it->parameters, &it->state, &event);
        (it->shape == SHAPE_CSV ? csv_row : table_row)(it, events->line, &event);
        if (ferror(stdout)) {
            return err_set(err, ERR_SYSTEM, "standard output cannot be written");
        }
    }
}

static void begin(Replay *it, const char *title, const char *persona)
{
    it->state = trust_start(it->parameters);
    if (it->shape == SHAPE_TABLE) {
        table_head(it);
    } else if (it->shape == SHAPE_CSV) {
        puts("line,event,times,label,trust,belief,bridge,accepts,on_guard");
    } else {
        plot_init(&it->plot);
        readings(it, &it->plot.trust, &it->plot.belief);
        snprintf(it->plot.title, sizeof it->plot.title, "%.180s", title ? title : "Trust");
        snprintf(it->plot.subtitle, sizeof it->plot.subtitle, "preset %s, version %d%s%s",
                 trust_preset_name(it->parameters), trust_preset_version(it->parameters),
                 strcmp(persona, "plain") == 0 ? "" : ", ",
                 strcmp(persona, "plain") == 0 ? "" : persona);
    }
}

static int replay(Replay *it, const char *path, const char *title, const char *persona)
{
    Err err = { 0 };
    Events events;
    if (!events_open(&events, path, &err)) {
        return app_fail(&err);
    }
    begin(it, title, persona);
    bool good = replay_events(it, &events, &err);
    if (good && it->events == 0) {
        err_set(&err, ERR_INPUT, "there is no event in %.200s", events.name);
        err_fix(&err, "write one a line, for example: kept 4h");
        good = false;
    }
    if (good && it->shape == SHAPE_SVG) {
        Text out = { 0 };
        plot_write(&it->plot, &out);
        fputs(text_str(&out), stdout);
        text_deinit(&out);
    }
    if (it->shape == SHAPE_SVG) {
        plot_deinit(&it->plot);
    }
    events_close(&events);
    fflush(stdout); // before the message, where both go to one place
    return good ? 0 : app_fail(&err);
}

// ---- the command ----------------------------------------------------------------------------------

typedef struct Wish {
    const char *preset, *persona, *title;
    bool has_preset, csv, svg, anchors, parameters, fit;
} Wish;

static bool unknown_name(const char *what, const char *name, const char *const *names, int count,
                         Err *err)
{
    Text all = { 0 };
    for (int i = 0; i < count; i++) {
        text_addf(&all, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    const char *meant = text_did_you_mean(name, names, count);
    err_set(err, ERR_USAGE, "there is no %s \"%.60s\"", what, name);
    meant ? err_fix(err, "did you mean %s? there are: %s", meant, text_str(&all))
          : err_fix(err, "there are: %s", text_str(&all));
    text_deinit(&all);
    return false;
}

enum { NAMES_MAX = 16 };

static const TrustParameters *find_preset(const char *name, Err *err)
{
    const TrustParameters *preset = trust_preset(name);
    if (preset == NULL) {
        const char *names[NAMES_MAX];
        for (int i = 0; i < trust_preset_count() && i < NAMES_MAX; i++) {
            names[i] = trust_preset_name(trust_preset_at(i));
        }
        unknown_name("preset", name, names, trust_preset_count(), err);
    }
    return preset;
}

static const TrustParameters *find_persona(const TrustParameters *preset, const char *name,
                                           Err *err)
{
    const TrustParameters *parameters = trust_with_persona(preset, name);
    if (parameters == NULL) {
        const char *names[NAMES_MAX];
        for (int i = 0; i < trust_persona_count() && i < NAMES_MAX; i++) {
            names[i] = trust_persona(i)->name;
        }
        unknown_name("persona", name, names, trust_persona_count(), err);
    }
    return parameters;
}

static bool sensible(const Wish *wish, const AppWords *words, Err *err)
{
    int tables = wish->anchors + wish->parameters + wish->fit;
    if (tables > 1 || (tables == 1 && (wish->csv || wish->svg || words->count > 0))) {
        err_set(err, ERR_USAGE, "--anchors, --parameters and --fit stand alone");
        return err_fix(err, "ask for one thing at a time");
    }
    if (wish->csv && wish->svg) {
        return err_set(err, ERR_USAGE, "--csv and --svg cannot both be printed");
    }
    if (tables == 0 && words->count == 0 && isatty(STDIN_FILENO)) {
        err_set(err, ERR_USAGE, "trust needs a file of events");
        return err_fix(err, "give one, or - to type them; --help shows how they are written");
    }
    return true;
}

static int run(int argc, char **argv)
{
    Wish wish = { .preset = "work", .persona = "plain" };
    const AppOption options[] = {
        { "--preset", APP_TEXT, &wish.preset, &wish.has_preset },
        { "--persona", APP_TEXT, &wish.persona, NULL },
        { "--title", APP_TEXT, &wish.title, NULL },
        { "--csv", APP_FLAG, &wish.csv, NULL },
        { "--svg", APP_FLAG, &wish.svg, NULL },
        { "--anchors", APP_FLAG, &wish.anchors, NULL },
        { "--parameters", APP_FLAG, &wish.parameters, NULL },
        { "--fit", APP_FLAG, &wish.fit, NULL },
    };
    AppWords words;
    Err err = { 0 };
    if (!app_options(argc, argv, options, sizeof options / sizeof *options, 1, &words, &err) ||
        !sensible(&wish, &words, &err)) {
        return app_fail(&err);
    }
    const TrustParameters *preset = find_preset(wish.preset, &err);
    Replay it = { .shape = wish.csv ? SHAPE_CSV : wish.svg ? SHAPE_SVG : SHAPE_TABLE };
    it.parameters = preset ? find_persona(preset, wish.persona, &err) : NULL;
    if (it.parameters == NULL) {
        return app_fail(&err);
    }
    if (wish.parameters) {
        return trust_table_numbers(wish.has_preset ? it.parameters : NULL, wish.persona);
    }
    if (wish.anchors) {
        return trust_table_anchors(wish.has_preset ? it.parameters : NULL, wish.persona);
    }
    if (wish.fit) {
        return trust_table_fit(wish.has_preset ? it.parameters : NULL, wish.persona);
    }
    return replay(&it, words.count > 0 ? words.items[0] : "-", wish.title, wish.persona);
}

const AppCommand app_trust = {
    "trust",
    run,
    "replays promises kept and broken; shows the trust model and its evidence",
    "usage: plankwright trust [FILE|-] [--preset NAME] [--persona NAME] [--csv|--svg [--title T]]\n"
    "       plankwright trust --anchors|--parameters|--fit [--preset NAME] [--persona NAME]\n\n"
    "Reads events, one a line, and prints trust (what deeds have built), belief (with words) and "
    "the\n"
    "bridge's word after each. An outcome is on a day of its own; \"also kept 1h\" is on the same "
    "day.\n"
    "  kept [4h|30m]  exceeded [4h]  missed  warned  owned  deceived  excused      outcomes\n"
    "                 (warned: told before, and late; owned: missed, and owned up at once)\n"
    "  own-up  apology [full|PARTS] [raised]  vow  denial  moved                   words\n"
    "                 PARTS: responsibility repair regret explanation repentance forgiveness\n"
    "  talk 80%  talk [listened] [asked] [theirs|shared] [defended]  listened  asked  agenda  "
    "defended\n"
    "  standard known|unknown  cleared  heard good|bad  day  week  week quiet\n"
    "  missed integrity   kept x6 (six times)   missed: a label   # a comment\n\n"
    "  --preset NAME    work (what scenarios use) or default (fitted to data)\n"
    "  --persona NAME   plain, forgiving, unforgiving or watchful\n"
    "  --csv            line,event,times,label,trust,belief,bridge,accepts,on_guard\n"
    "  --svg            a plot of up to 400 events; --title T stands above it\n"
    "  --anchors        each published fact, its bounds, our figure; exit code 1 when one is "
    "missed\n"
    "  --parameters     each number of the model, its unit and where it comes from\n"
    "  --fit            errors on measured curves, beside plain rules; what each number buys\n"
    "--anchors, --parameters and --fit show both presets unless one is named.\n"
    "Exit codes: 0 all right, 1 an anchor is missed, 2 wrong usage, 3 no event or a bad line, 4 "
    "the\n"
    "output cannot be written.",
};
