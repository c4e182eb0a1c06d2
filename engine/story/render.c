// Fills texts for the player. Names in braces are looked up when a line is read, not when it is
// played: reading is slow, playing is not.
#include "story/render.h"

#include "base/say.h"

#include "story/turn.h"

#include <stdio.h>
#include <string.h>

static const char *const day_names[] = { SAY_LATER("Monday"),    SAY_LATER("Tuesday"),
                                         SAY_LATER("Wednesday"), SAY_LATER("Thursday"),
                                         SAY_LATER("Friday"),    SAY_LATER("Saturday"),
                                         SAY_LATER("Sunday") };
static const char *const short_names[] = {
    SAY_LATER_WHERE("in short", "Mon"), SAY_LATER_WHERE("in short", "Tue"),
    SAY_LATER_WHERE("in short", "Wed"), SAY_LATER_WHERE("in short", "Thu"),
    SAY_LATER_WHERE("in short", "Fri"), SAY_LATER_WHERE("in short", "Sat"),
    SAY_LATER_WHERE("in short", "Sun"),
};

static int day_of(const Scenario *sc, int32_t minute)
{
    int day = 0;
    while (day + 1 < sc->day_count && sc->calendar_day[day + 1] * STORY_DAY_MINUTES <= minute) {
        day++;
    }
    return day;
}

// Which week a day lies in, 1.. (weeks begin on Monday), or 0 when no weekday comes twice.
static int week_of(const Scenario *sc, int day)
{
    if (sc->day_count == 0 || sc->calendar_day[sc->day_count - 1] < 7) {
        return 0;
    }
    return (sc->calendar_day[day] + sc->weekday[0]) / 7 + 1;
}

// True when a week number was added.
static bool add_day(const Scenario *sc, int32_t minute, bool in_short, Text *out)
{
    int32_t calendar = minute / STORY_DAY_MINUTES;
    int day = day_of(sc, minute);
    int32_t since = calendar - sc->calendar_day[day];
    int weekday = sc->day_count > 0 ? (sc->weekday[day] + (int)since) % 7 : 0;
    const char *name =
        in_short ? say_where("in short", short_names[weekday]) : say(day_names[weekday]);
    text_add(out, name);
    int week = week_of(sc, day);
    if (week > 1) {
        text_addf(out, say(", week %d"), week);
    }
    return week > 1;
}

static void add_hour(int32_t minute, Text *out)
{
    say_time((int)(minute % STORY_DAY_MINUTES), out);
}

// What is found out at night comes with the turn of the day: nobody looks at a clock then.
static bool is_asleep(const Scenario *sc, int32_t minute)
{
    return minute % STORY_DAY_MINUTES == 0 && sc->opens_minute > 0 &&
           sc->closes_minute < STORY_DAY_MINUTES;
}

// A day and an hour, joined as the language joins them. `apart`: the hour always stands for itself.
static void add_day_and_hour(const Scenario *sc, int32_t minute, bool in_short, bool apart,
                             Text *out)
{
    Text day = { 0 };
    Text hour = { 0 };
    bool week = add_day(sc, minute, in_short, &day);
    if (is_asleep(sc, minute)) {
        text_add(&hour, say("before dawn"));
    } else {
        add_hour(minute, &hour);
    }
    const char *const parts[] = { text_str(&day), text_str(&hour) };
    say_fill(apart || week ? say_where("a day, and apart from it the time", "{1}, {2}")
                           : say_where("a day with its time", "{1} {2}"),
             parts, 2, out);
    text_deinit(&day);
    text_deinit(&hour);
}

void render_clock(const Scenario *scenario, int32_t minute, Text *out)
{
    add_day_and_hour(scenario, minute, false, true, out);
}

void render_day(const Scenario *scenario, int32_t minute, Text *out)
{
    add_day(scenario, minute, false, out);
}

void render_due(const Scenario *scenario, int32_t minute, Text *out)
{
    add_day_and_hour(scenario, minute, false, false, out);
}

static void add_short_due(const Scenario *sc, int32_t minute, Text *out)
{
    add_day_and_hour(sc, minute, true, false, out);
}

static void add_minutes(int32_t minutes, Text *out)
{
    int hours = (int)(minutes / 60);
    int rest = (int)(minutes % 60);
    if (hours == 0) {
        text_addf(out, say_many("%d minute", "%d minutes", rest), rest);
    } else if (rest == 0) {
        if (hours == 1) {
            text_add(out, say("an hour"));
        } else {
            text_addf(out, say_many("%d hour", "%d hours", hours), hours);
        }
    } else if (rest == 30) {
        if (hours == 1) {
            text_add(out, say("an hour and a half"));
        } else {
            text_addf(out, say_many("%d and a half hour", "%d and a half hours", hours), hours);
        }
    } else {
        text_addf(out, say("%d h %d min"), hours, rest);
    }
}

typedef struct Fill {
    const Scenario *sc;
    const Playthrough *play;
    int commitment; // that the sentence speaks of, or -1
    int person;     // or -1
    int32_t clock;  // when it is said
    int32_t left;   // minutes of work left when it was said, or -1: as of now
} Fill;

static bool is_name(const char *name, size_t n, const char *wanted)
{
    return strlen(wanted) == n && strncmp(name, wanted, n) == 0;
}

static bool fill_commitment(const Fill *f, int c, const char *field, size_t n, Text *out)
{
    const StoryCommitment *it = &f->sc->commitments[c];
    if (is_name(field, n, "what")) {
        text_add(out, scenario_text(f->sc, it->what));
    } else if (is_name(field, n, "title")) {
        text_add(out, scenario_text(f->sc, it->title));
    } else if (is_name(field, n, "due")) {
        int32_t due = f->play == NULL ? 0 : play_commitment_c(f->sc, f->play, c)->due_minute;
        if (f->play != NULL && play_commitment_c(f->sc, f->play, c)->state == STATE_NONE) {
            due = clock_resolve(f->sc, f->play->clock_minute, it->due);
        }
        render_due(f->sc, due, out);
    } else if (is_name(field, n, "left")) {
        int32_t done = f->play == NULL ? 0 : play_commitment_c(f->sc, f->play, c)->done_minutes;
        add_minutes(f->left >= 0 ? f->left : it->effort_minutes - done, out);
    } else {
        return false;
    }
    return true;
}

static bool fill_person(const Fill *f, int p, const char *field, size_t n, Text *out)
{
    const StoryPerson *it = &f->sc->people[p];
    if (n == 0 || is_name(field, n, "name")) {
        text_add(out, scenario_text(f->sc, it->name));
    } else if (is_name(field, n, "first")) {
        text_add(out, scenario_text(f->sc, it->first));
    } else if (is_name(field, n, "role")) {
        text_add(out, scenario_text(f->sc, it->role));
    } else {
        return false;
    }
    return true;
}

// {what}, {due}, {left} of the commitment and {name} of the person that the sentence is about.
static bool fill_context(const Fill *f, const char *name, size_t n, Text *out)
{
    if (is_name(name, n, "name") && f->person >= 0) {
        text_add(out, scenario_text(f->sc, f->sc->people[f->person].first));
        return true;
    }
    return f->commitment >= 0 && fill_commitment(f, f->commitment, name, n, out);
}

static bool fill(const Fill *f, const char *name, size_t n, Text *out)
{
    if (is_name(name, n, "who")) {
        int who = f->play == NULL ? 0 : f->play->who;
        if (who < f->sc->person_count) {
            text_add(out, scenario_text(f->sc, f->sc->people[who].first));
        }
        return true;
    }
    if (is_name(name, n, "clock")) {
        add_hour(f->clock, out);
        return true;
    }
    const char *dot = memchr(name, '.', n);
    if (dot == NULL && fill_context(f, name, n, out)) {
        return true; // before ids: somebody may be called "name", or a promise "due"
    }
    size_t head = dot == NULL ? n : (size_t)(dot - name);
    const char *field = dot == NULL ? "" : dot + 1;
    size_t rest = dot == NULL ? 0 : n - head - 1;
    for (int p = 0; p < f->sc->person_count; p++) {
        if (is_name(name, head, f->sc->people[p].id)) {
            return fill_person(f, p, field, rest, out);
        }
    }
    for (int c = 0; c < f->sc->commitment_count; c++) {
        if (is_name(name, head, f->sc->commitments[c].id)) {
            return fill_commitment(f, c, field, rest, out);
        }
    }
    return false;
}

// Copies `text` with its fills; false at the first that is unknown, *bad points to its name.
static bool fill_all(const Fill *f, const char *text, Text *out, const char **bad, size_t *bad_size)
{
    while (*text != '\0') {
        size_t plain = strcspn(text, "{");
        text_add_n(out, text, plain);
        text += plain;
        if (*text == '\0') {
            break;
        }
        if (text[1] == '{') {
            text_add_char(out, '{');
            text += 2;
            continue;
        }
        size_t n = strcspn(text + 1, "}");
        if (text[1 + n] == '\0' || !fill(f, text + 1, n, out)) {
            *bad = text + 1;
            *bad_size = n;
            return false;
        }
        text += n + 2;
    }
    return true;
}

static void render(const Fill *f, TextId text, Text *out)
{
    const char *bad = NULL;
    size_t bad_size = 0;
    fill_all(f, scenario_text(f->sc, text), out, &bad, &bad_size);
}

void render_text(const Scenario *scenario, const Playthrough *play, TextId text, Text *out)
{
    Fill f = { scenario, play, -1, -1, play == NULL ? 0 : play->clock_minute, -1 };
    render(&f, text, out);
}

void render_said(const Scenario *scenario, const Playthrough *play, const StoryEvent *event,
                 Text *out)
{
    Fill f = { scenario,      play,
               event->b - 1,  event->person < scenario->person_count ? event->person : -1,
               event->minute, event->b > 0 ? event->what : -1 };
    render(&f, (TextId)event->a, out);
}

static StoryWord offer_word(const StoryOffer *offer)
{
    switch ((StoryOfferKind)offer->kind) {
    case OFFER_MEET:
        return WORD_DESK_MEET;
    case OFFER_WORK:
        return WORD_DESK_WORK;
    case OFFER_TALK:
        return WORD_DESK_TALK;
    case OFFER_TELL:
        return WORD_DESK_TELL;
    case OFFER_MOVE:
        return WORD_DESK_MOVE;
    case OFFER_AGENDA:
        return offer->x == 3 ? WORD_TALK_THEIRS : offer->x == 2 ? WORD_TALK_SHARED : WORD_TALK_MINE;
    case OFFER_OPTION:
    case OFFER_REST:
        break;
    }
    return WORD_DESK_REST;
}

void render_offer(const Scenario *scenario, const Playthrough *play, const StoryOffer *offer,
                  Text *out)
{
    Fill f = { scenario, play, -1, -1, play->clock_minute, -1 };
    if (offer->kind == OFFER_OPTION) {
        render(&f, scenario->options[offer->x].text, out);
        return;
    }
    if (offer->kind == OFFER_TALK) {
        f.person = offer->x;
    } else if (offer->kind != OFFER_REST && offer->kind != OFFER_AGENDA) {
        const StoryCommitment *c = &scenario->commitments[offer->x];
        f.commitment = offer->x;
        f.person = c->by == STORY_PLAYER ? c->to : c->by;
    }
    render(&f, scenario->words[offer_word(offer)], out);
}

void render_state(const Scenario *scenario, const Playthrough *play, int commitment, Text *out)
{
    const CommitmentState *s = play_commitment_c(scenario, play, commitment);
    switch ((StoryState)s->state) {
    case STATE_NONE:
        text_add(out, say("not promised"));
        break;
    case STATE_COVERED_UP:
        text_add(out, say("covered up"));
        break;
    case STATE_OPEN:
        text_add(out, (s->flags & COMMITMENT_TOLD) != 0 ? say("will be late, due ") : say("due "));
        add_short_due(scenario, s->due_minute, out);
        break;
    case STATE_MOVED:
        text_add(out, say("moved to "));
        add_short_due(scenario, s->due_minute, out);
        break;
    case STATE_KEPT:
        text_add(out, say("kept"));
        break;
    case STATE_LAPSED:
        text_add(out, say("lapsed"));
        break;
    case STATE_WARNED:
        text_add(out, say("warned, and late"));
        break;
    case STATE_MISSED:
        text_add(out, say("missed"));
        break;
    case STATE_OWNED_UP:
        text_add(out, say("missed, owned up"));
        break;
    case STATE_FOUND_OUT:
        text_add(out, say("found out"));
        break;
    }
}

void render_plain(const char *marked, Text *out)
{
    for (; *marked != '\0'; marked++) {
        if (*marked != '*') {
            text_add_char(out, *marked);
        }
    }
}

bool render_check(const Scenario *scenario, const char *template_text, char *bad, int bad_size)
{
    Text scratch = { 0 };
    const char *wrong = NULL;
    size_t n = 0;
    Fill f = { scenario, NULL, -1, -1, 0, -1 };
    bool good = fill_all(&f, template_text, &scratch, &wrong, &n);
    if (!good) {
        snprintf(bad, (size_t)bad_size, "%.*s", (int)(n < 60 ? n : 60), wrong);
    }
    text_deinit(&scratch);
    return good;
}
