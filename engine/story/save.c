// A playthrough as text. Each line is "word name key=value …" with keys in a fixed order, zeroes
// left out; names are looked up on reading, so that an edited scenario loses only what it no longer
// has.
//   plankwright-save 1
//   scenario late-brief 9f3c21aa77e01b42 work 1
//   at tuesday tuesday+12 / head clock=2410 energy=7250 … / ending together
//   commitment brief open due=… / person maya kept=… / fact maya.board / flag … / number … / took …
//   end
#include "story/save.h"

#include "story/save_fields.h"

#include <string.h>

typedef struct Out {
    char *at, *end;
    bool full;
} Out;

static void put(Out *o, const char *s)
{
    size_t n = strlen(s);
    if ((size_t)(o->end - o->at) <= n) {
        o->full = true;
        return;
    }
    memcpy(o->at, s, n);
    o->at += n;
}

static void put_number(Out *o, int64_t value)
{
    char digits[24];
    int n = 0;
    uint64_t v = value < 0 ? (uint64_t)-value : (uint64_t)value;
    do {
        digits[n++] = (char)('0' + v % 10);
        v /= 10;
    } while (v != 0);
    if (value < 0) {
        digits[n++] = '-';
    }
    if (o->end - o->at <= n) {
        o->full = true;
        return;
    }
    while (n > 0) {
        *o->at++ = digits[--n];
    }
}

static void put_hex(Out *o, uint64_t v)
{
    char text[17];
    for (int i = 15; i >= 0; i--) {
        text[i] = "0123456789abcdef"[v & 15u];
        v >>= 4;
    }
    text[16] = '\0';
    put(o, text);
}

static int64_t get_field(const void *from, const SaveField *f)
{
    const char *at = (const char *)from + f->offset;
    int8_t i8 = 0;
    uint16_t u16 = 0;
    uint32_t u32 = 0;
    switch (f->size) {
    case 1:
        memcpy(&i8, at, 1);
        return f->is_signed ? i8 : (uint8_t)i8;
    case 2:
        memcpy(&u16, at, 2);
        return f->is_signed ? (int16_t)u16 : u16;
    default:
        memcpy(&u32, at, 4);
        return f->is_signed ? (int32_t)u32 : (int64_t)u32;
    }
}

static void put_fields(Out *o, const void *from, const SaveField *fields, int count)
{
    for (int i = 0; i < count; i++) {
        int64_t value = get_field(from, &fields[i]);
        if (value != 0) {
            put(o, " ");
            put(o, fields[i].name);
            put(o, "=");
            put_number(o, value);
        }
    }
    put(o, "\n");
}

// An op as scene and step; outside of scenes as a plain number.
static void put_op(Out *o, const Scenario *sc, int op, const char *prefix)
{
    int scene = scenario_scene_of(sc, op);
    put(o, prefix);
    if (scene >= 0) {
        put(o, sc->scenes[scene].id);
        put(o, "+");
        op -= sc->scenes[scene].op;
    }
    put_number(o, op);
}

static void put_head(Out *o, const Scenario *sc, const Playthrough *p)
{
    put(o, "plankwright-save 1\nscenario ");
    put(o, sc->id);
    put(o, " ");
    put_hex(o, sc->hash);
    put(o, " ");
    put(o, trust_preset_name(sc->trust));
    put(o, " ");
    put_number(o, trust_preset_version(sc->trust));
    put(o, "\nseed ");
    put_hex(o, p->seed);
    put(o, "\nat ");
    put(o, sc->scenes[p->scene].id);
    put_op(o, sc, p->at, " ");
    for (int i = 0; i < p->depth; i++) {
        put_op(o, sc, p->back[i], " ");
    }
    put(o, "\nhead");
    put_fields(o, p, save_head, SAVE_HEAD_COUNT);
    if (p->ended != 0) { // by name, too: an edited scenario may count its endings differently
        put(o, "ending ");
        put(o, sc->endings[p->ended - 1].id);
        put(o, "\n");
    }
}

static const char *took_name(const Scenario *sc, int bit, const char **scene)
{
    for (int i = 0; i < sc->option_count; i++) {
        if (sc->options[i].took == bit) {
            *scene = sc->scenes[sc->options[i].scene].id;
            return sc->options[i].id;
        }
    }
    return NULL;
}

static void put_word(Out *o, const char *word, const char *a, const char *dot, const char *b)
{
    put(o, word);
    put(o, a);
    put(o, dot);
    put(o, b);
    put(o, "\n");
}

static void put_tail(Out *o, const Scenario *sc, const Playthrough *p)
{
    for (int i = 0; i < sc->fact_count; i++) {
        if ((p->facts >> i & 1u) != 0) {
            put_word(o, "fact ", sc->people[sc->facts[i].person].id, ".", sc->facts[i].id);
        }
    }
    for (int i = 0; i < sc->standard_count; i++) {
        const char *who = sc->people[sc->standards[i].person].id;
        if ((p->standards >> i & 1u) != 0) {
            put_word(o, "standard ", who, ".", sc->standards[i].id);
        }
        if ((p->standards_broken >> i & 1u) != 0) {
            put_word(o, "broken ", who, ".", sc->standards[i].id);
        }
    }
    for (int i = 0; i < sc->flag_count; i++) {
        if ((p->flags >> i & 1u) != 0) {
            put_word(o, "flag ", sc->flags[i], "", "");
        }
    }
    for (int i = 0; i < sc->number_count; i++) {
        put(o, "number ");
        put(o, sc->numbers[i].id);
        put(o, " ");
        put_number(o, play_number(sc, p, i));
        put(o, "\n");
    }
    for (int i = 0; i < sc->took_count; i++) {
        const char *scene = "";
        const char *option = play_took(sc, p, i) ? took_name(sc, i, &scene) : NULL;
        if (option != NULL) {
            put_word(o, "took ", scene, ".", option);
        }
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        if (play_played(sc, p, i)) {
            put(o, "played ");
            put_number(o, i);
            put(o, "\n");
        }
    }
    for (int i = 0; i < sc->scene_count; i++) {
        if (sc->scenes[i].repeats >= 0) {
            put(o, "visits ");
            put(o, sc->scenes[i].id);
            put(o, " ");
            put_number(o, play_occurrence(sc, p, sc->scenes[i].repeats));
            put(o, "\n");
        }
    }
}

static const CommitmentState untouched = { 0 };

size_t save_write(const Scenario *scenario, const Playthrough *play, char *out, size_t out_size)
{
    Out o = { out, out + out_size, out_size == 0 };
    put_head(&o, scenario, play);
    for (int c = 0; c < scenario->commitment_count; c++) {
        const CommitmentState *s = play_commitment_c(scenario, play, c);
        if (memcmp(s, &untouched, sizeof untouched) != 0) {
            put(&o, "commitment ");
            put(&o, scenario->commitments[c].id);
            put(&o, " ");
            put_number(&o, s->state);
            put_fields(&o, s, save_commitment, SAVE_COMMITMENT_COUNT);
        }
    }
    for (int i = 0; i < scenario->person_count; i++) {
        put(&o, "person ");
        put(&o, scenario->people[i].id);
        put_fields(&o, play_person_c(scenario, play, i), save_person, SAVE_PERSON_COUNT);
    }
    put_tail(&o, scenario, play);
    put(&o, "end\n");
    if (o.full) {
        return 0;
    }
    *o.at = '\0';
    return (size_t)(o.at - out);
}
