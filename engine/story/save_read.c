// Reads a save back. The text may come from anywhere: every name is looked up, every number
// checked, and the playthrough is touched only when all of it was good.
#include "story/save.h"

#include "base/arena.h"
#include "bridge/bridge.h"
#include "story/save_fields.h"
#include "story/turn.h"

#include <string.h>

typedef struct In {
    const Scenario *sc;
    const char *at;
    int line;
    Err *err;
    Playthrough *p;
    bool edited;
} In;

typedef struct Word {
    const char *s;
    size_t n;
} Word;

static bool bad(const In *in, const char *what, Word w)
{
    err_set(in->err, ERR_INPUT, "the save cannot be read, line %d: %s \"%.*s\"", in->line, what,
            (int)(w.n < 40 ? w.n : 40), w.s);
    return err_fix(in->err, "start the scenario again, or go on from an older save");
}

static Word next_word(In *in)
{
    in->at += strspn(in->at, " ");
    Word w = { in->at, strcspn(in->at, " \n") };
    in->at += w.n;
    return w;
}

static bool is(Word w, const char *s)
{
    return strlen(s) == w.n && memcmp(w.s, s, w.n) == 0;
}

static bool number(Word w, int64_t *out)
{
    bool negative = w.n > 0 && w.s[0] == '-';
    size_t i = negative ? 1 : 0;
    int64_t value = 0;
    if (i == w.n || w.n > 18) {
        return false;
    }
    for (; i < w.n; i++) {
        if (w.s[i] < '0' || w.s[i] > '9') {
            return false;
        }
        value = value * 10 + (w.s[i] - '0');
    }
    *out = negative ? -value : value;
    return true;
}

static bool hex(Word w, uint64_t *out)
{
    *out = 0;
    if (w.n != 16) {
        return false;
    }
    for (size_t i = 0; i < w.n; i++) {
        const char *digit = w.s[i] == '\0' ? NULL : strchr("0123456789abcdef", w.s[i]);
        if (digit == NULL) {
            return false;
        }
        *out = *out << 4 | (uint64_t)(digit - "0123456789abcdef");
    }
    return true;
}

static bool set_field(void *to, const SaveField *f, int64_t value)
{
    char *at = (char *)to + f->offset;
    int bits = f->size * 8;
    int64_t low = f->is_signed ? -((int64_t)1 << (bits - 1)) : 0;
    int64_t high = ((int64_t)1 << (f->is_signed ? bits - 1 : bits)) - 1;
    if (value < low || value > high) {
        return false;
    }
    uint8_t u8 = (uint8_t)value;
    uint16_t u16 = (uint16_t)value;
    uint32_t u32 = (uint32_t)value;
    memcpy(at,
           f->size == 1   ? (const void *)&u8
           : f->size == 2 ? (const void *)&u16
                          : &u32,
           f->size);
    return true;
}

// "key=value" words up to the end of the line. Keys come in the order of the table.
static bool read_fields(In *in, void *to, const SaveField *fields, int count)
{
    int next = 0;
    for (;;) {
        Word w = next_word(in);
        if (w.n == 0) {
            return true;
        }
        const char *equals = memchr(w.s, '=', w.n);
        if (equals == NULL) {
            return bad(in, "not a field", w);
        }
        Word key = { w.s, (size_t)(equals - w.s) };
        Word digits = { equals + 1, w.n - key.n - 1 };
        while (next < count && !is(key, fields[next].name)) {
            next++;
        }
        int64_t value = 0;
        if (next == count || !number(digits, &value) || !set_field(to, &fields[next], value)) {
            return bad(in, "a field is not known here or out of range:", w);
        }
    }
}

static int scene_named(const Scenario *sc, Word w)
{
    for (int i = 0; i < sc->scene_count; i++) {
        if (is(w, sc->scenes[i].id)) {
            return i;
        }
    }
    return -1;
}

static bool read_op(In *in, Word w, uint16_t *out)
{
    const char *plus = memchr(w.s, '+', w.n);
    int64_t step = 0;
    int first = 0;
    int end = in->sc->op_count;
    Word digits = w;
    if (plus != NULL) {
        int scene = scene_named(in->sc, (Word){ w.s, (size_t)(plus - w.s) });
        if (scene < 0) {
            return bad(in, "the scene is gone:", w);
        }
        first = in->sc->scenes[scene].op;
        end = in->sc->scenes[scene].end;
        digits = (Word){ plus + 1, w.n - (size_t)(plus - w.s) - 1 };
    }
    if (!number(digits, &step) || step < 0 || first + step >= end) {
        return bad(in, "no such place", w);
    }
    *out = (uint16_t)(first + step);
    return true;
}

static bool read_at(In *in)
{
    Word w = next_word(in);
    int scene = scene_named(in->sc, w);
    if (scene < 0) {
        return bad(in, "the scene is gone:", w);
    }
    in->p->scene = (uint16_t)scene;
    if (!read_op(in, next_word(in), &in->p->at)) {
        return false;
    }
    for (int i = 0;; i++) {
        w = next_word(in);
        if (w.n == 0) {
            return true;
        }
        if (i == STORY_BACK_MAX || !read_op(in, w, &in->p->back[i])) {
            return bad(in, "nested too deeply:", w);
        }
    }
}

static bool read_scenario(In *in)
{
    Word id = next_word(in);
    uint64_t hash = 0;
    if (!is(id, in->sc->id)) {
        return bad(in, "this is a save of another scenario:", id);
    }
    Word w = next_word(in);
    if (!hex(w, &hash)) {
        return bad(in, "not a scenario's mark:", w);
    }
    Word preset = next_word(in);
    Word version = next_word(in);
    int64_t named_version = 0;
    in->edited = hash != in->sc->hash || !is(preset, trust_preset_name(in->sc->trust)) ||
                 !number(version, &named_version) ||
                 named_version != trust_preset_version(in->sc->trust);
    return true;
}

static bool read_commitment(In *in)
{
    Word w = next_word(in);
    int found = -1;
    for (int c = 0; c < in->sc->commitment_count && found < 0; c++) {
        found = is(w, in->sc->commitments[c].id) ? c : -1;
    }
    if (found < 0) {
        return bad(in, "the commitment is gone:", w);
    }
    CommitmentState *s = play_commitment(in->sc, in->p, found);
    int64_t state = 0;
    w = next_word(in);
    if (!number(w, &state) || state < STATE_NONE || state > STATE_FOUND_OUT) {
        return bad(in, "no such state", w);
    }
    s->state = (uint8_t)state;
    if (!read_fields(in, s, save_commitment, SAVE_COMMITMENT_COUNT)) {
        return false;
    }
    int32_t effort = in->sc->commitments[found].effort_minutes; // it may be less since an edit
    s->done_minutes = s->done_minutes < effort ? s->done_minutes : (uint16_t)effort;
    return true;
}

static int person_named(const Scenario *sc, Word w)
{
    for (int i = 0; i < sc->person_count; i++) {
        if (is(w, sc->people[i].id)) {
            return i;
        }
    }
    return -1;
}

static bool read_person(In *in)
{
    Word w = next_word(in);
    int person = person_named(in->sc, w);
    if (person < 0) {
        return bad(in, "the person is gone:", w);
    }
    PersonState *s = play_person(in->sc, in->p, person);
    *s = (PersonState){ .mood = 0 }; // what is left out is zero
    return read_fields(in, s, save_person, SAVE_PERSON_COUNT);
}

// "maya.board" as person and name; -1 when either is gone.
static int of_person(const In *in, Word w, bool fact)
{
    const char *dot = memchr(w.s, '.', w.n);
    int person = dot == NULL ? -1 : person_named(in->sc, (Word){ w.s, (size_t)(dot - w.s) });
    Word name = { dot == NULL ? w.s : dot + 1, dot == NULL ? 0 : w.n - (size_t)(dot - w.s) - 1 };
    int count = fact ? in->sc->fact_count : in->sc->standard_count;
    for (int i = 0; i < count && person >= 0; i++) {
        int owner = fact ? in->sc->facts[i].person : in->sc->standards[i].person;
        if (owner == person && is(name, fact ? in->sc->facts[i].id : in->sc->standards[i].id)) {
            return i;
        }
    }
    return -1;
}

static bool read_number(In *in)
{
    Word w = next_word(in);
    for (int i = 0; i < in->sc->number_count; i++) {
        const StoryNumber *n = &in->sc->numbers[i];
        int64_t value = 0;
        if (is(w, n->id)) {
            Word digits = next_word(in);
            if (!number(digits, &value) || value < n->from || value > n->to) {
                return bad(in, "a number out of its range:", digits);
            }
            play_numbers(in->sc, in->p)[i] = (int8_t)value;
            return true;
        }
    }
    return bad(in, "the number is gone:", w);
}

static bool read_ending(In *in)
{
    Word w = next_word(in);
    for (int i = 0; i < in->sc->ending_count; i++) {
        if (is(w, in->sc->endings[i].id)) {
            in->p->ended = (uint8_t)(i + 1);
            return true;
        }
    }
    return bad(in, "the ending is gone:", w);
}

static bool read_took(In *in)
{
    Word w = next_word(in);
    for (int i = 0; i < in->sc->option_count; i++) {
        const StoryOption *option = &in->sc->options[i];
        const char *scene =
            option->scene < in->sc->scene_count ? in->sc->scenes[option->scene].id : "";
        size_t n = strlen(scene);
        if (option->took >= 0 && w.n > n + 1 && memcmp(w.s, scene, n) == 0 && w.s[n] == '.' &&
            is((Word){ w.s + n + 1, w.n - n - 1 }, option->id)) {
            play_set_bit(in->p, in->sc->took_at, option->took);
            return true;
        }
    }
    return bad(in, "the option is gone:", w);
}

static bool read_visits(In *in)
{
    Word w = next_word(in);
    Word digits = next_word(in);
    int scene = scene_named(in->sc, w);
    int64_t value = 0;
    if (scene < 0 || in->sc->scenes[scene].repeats < 0 || !number(digits, &value) || value < 0 ||
        value > 15) {
        return bad(in, "no such scene to count", w);
    }
    play_occurrences(in->sc, in->p)[in->sc->scenes[scene].repeats] = (uint8_t)value;
    return true;
}

static bool read_bit(In *in, Word word)
{
    Word w = next_word(in);
    int64_t index = 0;
    if (is(word, "played")) {
        if (!number(w, &index) || index < 0 || index >= in->sc->whenever_count) {
            return bad(in, "no such whenever", w);
        }
        play_set_bit(in->p, in->sc->played_at, (int)index);
        return true;
    }
    if (is(word, "flag")) {
        for (int i = 0; i < in->sc->flag_count; i++) {
            if (is(w, in->sc->flags[i])) {
                in->p->flags |= (uint64_t)1 << i;
                return true;
            }
        }
        return bad(in, "the flag is gone:", w);
    }
    int found = of_person(in, w, is(word, "fact"));
    if (found < 0) {
        return bad(in, "what was known is gone:", w);
    }
    if (is(word, "fact")) {
        in->p->facts |= (uint64_t)1 << found;
    } else if (is(word, "standard")) {
        in->p->standards |= 1u << found;
    } else {
        in->p->standards_broken |= 1u << found;
    }
    return true;
}

static bool read_line(In *in, Word word)
{
    if (is(word, "scenario")) {
        return read_scenario(in);
    }
    if (is(word, "seed")) {
        Word w = next_word(in);
        return hex(w, &in->p->seed) || bad(in, "not a seed:", w);
    }
    if (is(word, "at")) {
        return read_at(in);
    }
    if (is(word, "head")) {
        in->p->who = in->p->talk_person = 0; // what is left out is zero
        return read_fields(in, in->p, save_head, SAVE_HEAD_COUNT);
    }
    if (is(word, "commitment")) {
        return read_commitment(in);
    }
    if (is(word, "person")) {
        return read_person(in);
    }
    if (is(word, "number")) {
        return read_number(in);
    }
    if (is(word, "ending")) {
        return read_ending(in);
    }
    if (is(word, "took")) {
        return read_took(in);
    }
    if (is(word, "visits")) {
        return read_visits(in);
    }
    if (is(word, "fact") || is(word, "standard") || is(word, "broken") || is(word, "flag") ||
        is(word, "played")) {
        return read_bit(in, word);
    }
    return bad(in, "an unknown line:", word);
}

// A place where the player chooses, or the end.
static bool place_is_sound(const Scenario *sc, const Playthrough *p)
{
    bool talks = p->talk_person != STORY_NONE;
    for (int i = 0; i < STORY_BACK_MAX; i++) {
        uint8_t back = sc->ops[p->back[i]].code;
        bool waits = back == OP_REACT || back == OP_CHOICE || back == OP_DESK || back == OP_TALK;
        if (i < p->depth ? !waits : p->back[i] != 0) {
            return false;
        }
    }
    switch (sc->ops[p->at].code) {
    case OP_CHOICE:
        return p->ended == 0;
    case OP_DESK:
        return p->ended == 0 && (talks || p->slot_end > p->clock_minute);
    case OP_TALK:
        return p->ended == 0 && talks;
    case OP_END:
        return p->ended == sc->ops[p->at].b + 1 && !talks;
    default:
        return false;
    }
}

static bool head_is_sound(const Scenario *sc, const Playthrough *p)
{
    bool talks = p->talk_person != STORY_NONE;
    int most_days = sc->day_count > 0 ? sc->day_count : 1;
    if (p->depth > STORY_BACK_MAX || p->day >= most_days ||
        p->week_day > sc->calendar_day[p->day] || p->clock_minute < 0 ||
        p->clock_minute > STORY_MINUTE_MAX || p->energy < 0 || p->energy > sc->energy ||
        p->need_shift < -1 || p->need_shift > 1) {
        return false;
    }
    if (talks ? p->talk >= sc->talk_count || sc->talks[p->talk].person != p->talk_person
              : p->talk != 0) {
        return false;
    }
    return p->talk_agenda <= 3 && (p->who < sc->person_count || p->who == STORY_NONE) &&
           p->scene_present >> sc->person_count == 0;
}

static bool commitment_is_sound(const StoryCommitment *c, const CommitmentState *s)
{
    const int known = COMMITMENT_TOLD | COMMITMENT_TOLD_TODAY | COMMITMENT_ASKED_TODAY |
                      COMMITMENT_REACTION | COMMITMENT_BROKEN | COMMITMENT_NOTICE | COMMITMENT_COST;
    bool mine = c->by == STORY_PLAYER;
    return (s->flags & ~known) == 0 && (mine || (s->flags & COMMITMENT_REACTION) == 0) &&
           (s->state != STATE_COVERED_UP || mine);
}

static bool person_is_sound(const StoryPerson *person, const PersonState *s)
{
    return trust_valid(person->trust, &s->trust) && s->violations <= BRIDGE_STRANDS &&
           s->strands_back <= s->violations && s->mood <= STORY_COLD && s->heard_good <= 15 &&
           s->heard_bad <= 15 &&
           (s->flags & ~(PERSON_LANTERN | PERSON_RAISED | PERSON_CONTACT)) == 0;
}

// Whether what was read can be a place in this story: nothing that follows has to check it again.
static bool is_sound(const In *in)
{
    const Scenario *sc = in->sc;
    bool good = head_is_sound(sc, in->p) && place_is_sound(sc, in->p);
    for (int c = 0; c < sc->commitment_count && good; c++) {
        good = commitment_is_sound(&sc->commitments[c], play_commitment_c(sc, in->p, c));
    }
    for (int i = 0; i < sc->person_count && good; i++) {
        good = person_is_sound(&sc->people[i], play_person_c(sc, in->p, i));
    }
    return good;
}

static bool read_lines(In *in)
{
    bool complete = false;
    bool placed = false;
    while (*in->at != '\0' && !complete) {
        in->line++;
        Word word = next_word(in);
        complete = is(word, "end");
        placed = placed || is(word, "at");
        if (in->line == 1) {
            if (!is(word, "plankwright-save") || !is(next_word(in), "1")) {
                return bad(in, "this is not a save:", word);
            }
        } else if (!complete && !read_line(in, word)) {
            return false;
        }
        in->at += strcspn(in->at, "\n");
        in->at += *in->at == '\n';
    }
    Word nothing = { "", 0 };
    if (!complete || !placed) {
        return bad(in, "the save is cut short", nothing);
    }
    return is_sound(in) || bad(in, "the save says what cannot be", nothing);
}

bool save_read(const Scenario *scenario, const char *text, Playthrough *play, bool *edited,
               Err *err)
{
    uint64_t small[256]; // most playthroughs fit; aligned for any of their fields
    bool fits = scenario->play_size <= sizeof small;
    Playthrough *scratch = fits ? (Playthrough *)(void *)small : mem_alloc(scenario->play_size);
    story_fresh(scenario, scratch);
    In in = { scenario, text, 0, err, scratch, false };
    bool good = read_lines(&in);
    if (good) {
        play_derive(scenario, scratch);
        memcpy(play, scratch, scenario->play_size);
        *edited = in.edited;
    }
    if (!fits) {
        mem_free(scratch);
    }
    return good;
}
