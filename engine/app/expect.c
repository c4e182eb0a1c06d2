// Reads the words, finds what they name (by old names, too), and looks at the last state of the way.
#include "app/expect.h"

#include "base/arena.h"
#include "story/renames.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 6, WORD_SIZE = 80 };

typedef enum Kind {
    EXPECT_STATE,  // of a commitment, as conditions speak of it
    EXPECT_WARNED, // missed, and told before
    EXPECT_MOVED,
    EXPECT_ENDING,
    EXPECT_TRUSTS, // at least that word
    EXPECT_BRIDGE, // that very word
    EXPECT_ACCEPTS,
    EXPECT_KNOWS,
    EXPECT_CLARIFIED,
    EXPECT_FLAG,
    EXPECT_AT_LEAST,
    EXPECT_TOOK,
} Kind;

typedef struct Word {
    const char *word;
    uint8_t kind;
    uint8_t cond;  // EXPECT_STATE: StoryCondKind
    uint8_t words; // behind it
    const char *form;
} Word;

static const Word words[] = {
    { "kept", EXPECT_STATE, COND_KEPT, 1, "kept COMMITMENT" },
    { "missed", EXPECT_STATE, COND_MISSED, 1, "missed COMMITMENT" },
    { "warned", EXPECT_WARNED, 0, 1, "warned COMMITMENT" },
    { "open", EXPECT_STATE, COND_OPEN, 1, "open COMMITMENT" },
    { "moved", EXPECT_MOVED, 0, 1, "moved COMMITMENT" },
    { "owned", EXPECT_STATE, COND_OWNED, 1, "owned COMMITMENT" },
    { "covered", EXPECT_STATE, COND_COVERED, 1, "covered COMMITMENT" },
    { "found", EXPECT_STATE, COND_FOUND, 1, "found COMMITMENT" },
    { "lapsed", EXPECT_STATE, COND_LAPSED, 1, "lapsed COMMITMENT" },
    { "promised", EXPECT_STATE, COND_PROMISED, 1, "promised COMMITMENT" },
    { "ending", EXPECT_ENDING, 0, 1, "ending ENDING" },
    { "trusts", EXPECT_TRUSTS, 0, 2, "trusts PERSON worn (at least that)" },
    { "bridge", EXPECT_BRIDGE, 0, 2, "bridge PERSON worn (exactly that)" },
    { "accepts", EXPECT_ACCEPTS, 0, 1, "accepts PERSON" },
    { "knows", EXPECT_KNOWS, 0, 2, "knows PERSON FACT" },
    { "clarified", EXPECT_CLARIFIED, 0, 2, "clarified PERSON STANDARD" },
    { "is", EXPECT_FLAG, 0, 1, "is FLAG" },
    { "at_least", EXPECT_AT_LEAST, 0, 2, "at_least NUMBER 2" },
    { "took", EXPECT_TOOK, 0, 1, "took monday.noon" },
};
enum { WORD_KINDS = sizeof words / sizeof *words };

typedef struct Expect {
    const StoryHistory *history;
    const Scenario *sc;
    const Playthrough *end;
    char said[WORDS_MAX][WORD_SIZE]; // without "no"
    int count;
    bool no;
    Text *instead;
    Err *err;
} Expect;

// ---- names --------------------------------------------------------------------------------------

typedef const char *(*NameAt)(const Scenario *sc, int index);

static const char *commitment_id(const Scenario *sc, int i)
{
    return sc->commitments[i].id;
}

static const char *person_id(const Scenario *sc, int i)
{
    return sc->people[i].id;
}

static const char *ending_id(const Scenario *sc, int i)
{
    return sc->endings[i].id;
}

static const char *number_id(const Scenario *sc, int i)
{
    return sc->numbers[i].id;
}

static const char *flag_id(const Scenario *sc, int i)
{
    return sc->flags[i];
}

static const char *fact_id(const Scenario *sc, int i)
{
    return sc->facts[i].id;
}

static const char *standard_id(const Scenario *sc, int i)
{
    return sc->standards[i].id;
}

static const char *option_id(const Scenario *sc, int i)
{
    return sc->options[i].id;
}

// The index of that name, or -1 with "did you mean".
static int find(const Expect *e, const char *kind, const char *name, NameAt at, int count)
{
    const char **names = mem_alloc(sizeof *names * (size_t)(count + 1));
    int found = -1;
    for (int i = 0; i < count; i++) {
        names[i] = at(e->sc, i);
        found = found < 0 && strcmp(names[i], name) == 0 ? i : found;
    }
    if (found < 0) {
        const char *meant = text_did_you_mean(name, names, count);
        err_set(e->err, ERR_INPUT, "%s has no %s \"%s\"", e->sc->id, kind, name);
        if (meant != NULL) {
            err_fix(e->err, "did you mean %s?", meant);
        }
    }
    mem_free(names);
    return found;
}

// The same of what can be renamed.
static int find_named(const Expect *e, StoryRenamed kind, const char *name)
{
    const char *now = renames_now(e->sc, kind, name, strlen(name));
    name = now == NULL ? name : now;
    switch (kind) {
    case RENAMED_COMMITMENT:
        return find(e, "commitment", name, commitment_id, e->sc->commitment_count);
    case RENAMED_PERSON:
        return find(e, "person", name, person_id, e->sc->person_count);
    case RENAMED_NUMBER:
        return find(e, "number", name, number_id, e->sc->number_count);
    case RENAMED_ENDING:
        return find(e, "ending", name, ending_id, e->sc->ending_count);
    case RENAMED_SCENE:
    case RENAMED_OPTION:
        break;
    }
    return -1;
}

// ---- each kind: 1 it is so, 0 it is not, -1 it cannot be understood -----------------------------

static int commitment(const Expect *e, const Word *word)
{
    int index = find_named(e, RENAMED_COMMITMENT, e->said[1]);
    if (index < 0) {
        return -1;
    }
    const CommitmentState *s = play_commitment_c(e->sc, e->end, index);
    if (word->kind == EXPECT_MOVED) {
        text_addf(e->instead, "%s has %s", e->said[1],
                  s->moves > 0 ? "a new date" : "the date it was promised for");
        return s->moves > 0;
    }
    text_addf(e->instead, s->state == STATE_NONE ? "%s is not promised" : "%s is %s", e->said[1],
              play_state_name((StoryState)s->state));
    return word->kind == EXPECT_WARNED
               ? s->state == STATE_WARNED
               : (play_states_of((StoryCondKind)word->cond) >> s->state & 1) != 0;
}

static int ending(const Expect *e)
{
    int index = find_named(e, RENAMED_ENDING, e->said[1]);
    if (index < 0) {
        return -1;
    }
    if (e->end->ended == 0) {
        text_add(e->instead, "the way leads to no ending");
    } else {
        text_addf(e->instead, "the ending is %s", e->sc->endings[e->end->ended - 1].id);
    }
    return e->end->ended == index + 1;
}

static int bridge(const Expect *e, const Word *word)
{
    static const char *const names[] = { "sound", "worn", "strained", "unsafe", "down" };
    int person = find_named(e, RENAMED_PERSON, e->said[1]);
    BridgeWord wanted = BRIDGE_DOWN;
    if (person < 0) {
        return -1;
    }
    if (!bridge_word_parse(e->said[2], &wanted)) {
        const char *meant = text_did_you_mean(e->said[2], names, 5);
        err_set(e->err, ERR_INPUT, "a bridge is not \"%s\"", e->said[2]);
        err_fix(e->err,
                meant == NULL ? "the words are sound, worn, strained, unsafe, down"
                              : "did you mean %s?",
                meant);
        return -1;
    }
    BridgeWord is = bridge_word(play_person_c(e->sc, e->end, person)->trust_now);
    text_addf(e->instead, "the bridge to %s is %s", e->said[1], bridge_word_name(is));
    return word->kind == EXPECT_BRIDGE ? is == wanted : is >= wanted;
}

static int accepts(const Expect *e)
{
    int person = find_named(e, RENAMED_PERSON, e->said[1]);
    if (person < 0) {
        return -1;
    }
    bool is = play_person_c(e->sc, e->end, person)->belief_now >= TRUST_ACCEPTS;
    text_addf(e->instead, is ? "%s does" : "%s does not", e->said[1]);
    return is;
}

// A fact or a standard of a person.
static int learned(const Expect *e, const Word *word)
{
    bool fact = word->kind == EXPECT_KNOWS;
    int person = find_named(e, RENAMED_PERSON, e->said[1]);
    int count = fact ? e->sc->fact_count : e->sc->standard_count;
    if (person < 0) {
        return -1;
    }
    for (int i = 0; i < count; i++) {
        int whose = fact ? e->sc->facts[i].person : e->sc->standards[i].person;
        const char *id = fact ? e->sc->facts[i].id : e->sc->standards[i].id;
        if (whose == person && strcmp(id, e->said[2]) == 0) {
            bool is = fact ? (e->end->facts >> i & 1u) != 0 : (e->end->standards >> i & 1u) != 0;
            text_addf(e->instead, "%s of %s is %sknown", e->said[2], e->said[1], is ? "" : "not ");
            return is;
        }
    }
    if (find(e, fact ? "fact" : "standard", e->said[2], fact ? fact_id : standard_id, count) >= 0) {
        err_set(e->err, ERR_INPUT, "\"%s\" is not of %s", e->said[2], e->said[1]);
    }
    return -1;
}

static int flag(const Expect *e)
{
    int index = find(e, "flag", e->said[1], flag_id, e->sc->flag_count);
    if (index < 0) {
        return -1;
    }
    bool is = (e->end->flags >> index & 1u) != 0;
    text_addf(e->instead, "%s is %sset", e->said[1], is ? "" : "not ");
    return is;
}

static int at_least(const Expect *e)
{
    int index = find_named(e, RENAMED_NUMBER, e->said[1]);
    char *end = NULL;
    long wanted = strtol(e->said[2], &end, 10);
    if (index < 0) {
        return -1;
    }
    if (*end != '\0' || end == e->said[2]) {
        err_set(e->err, ERR_INPUT, "\"%s\" is not a number", e->said[2]);
        err_fix(e->err, "write: expect: at_least %s 2", e->said[1]);
        return -1;
    }
    int is = play_number(e->sc, e->end, index);
    text_addf(e->instead, "%s is %d", e->said[1], is);
    return is >= wanted;
}

static int took(const Expect *e)
{
    const char *dot = strrchr(e->said[1], '.');
    const char *last = dot == NULL ? e->said[1] : dot + 1;
    for (int i = 0; i < e->history->count; i++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        const Playthrough *state = history_state(e->history, i);
        const StoryOffer *taken = &e->history->taken[i];
        int count = story_offers(e->sc, state, false, offers, NULL);
        int found = renames_offer_find(e->sc, state, offers, count, e->said[1]);
        if (found >= 0 && offers[found].kind == taken->kind && offers[found].x == taken->x) {
            text_add(e->instead, "it was");
            return 1;
        }
    }
    text_add(e->instead, "it was not");
    bool act = strncmp(last, "work_", 5) == 0 || strncmp(last, "meet_", 5) == 0 ||
               strncmp(last, "tell_", 5) == 0 || strncmp(last, "move_", 5) == 0 ||
               strncmp(last, "talk_", 5) == 0 || strcmp(last, "rest") == 0;
    char now[WORD_SIZE * 2];
    renames_id(e->sc, e->said[1], now, (int)sizeof now);
    dot = strrchr(now, '.');
    last = dot == NULL ? now : dot + 1;
    return act || find(e, "option", last, option_id, e->sc->option_count) >= 0 ? 0 : -1;
}

// ---- together -----------------------------------------------------------------------------------

// "kept roof", "no missed roof", and as conditions are written: "no(missed(roof))".
static bool split(Expect *e, const char *text)
{
    static const char between[] = " \t(),\"";
    for (text += strspn(text, between); *text != '\0'; text += strspn(text, between)) {
        size_t n = strcspn(text, between);
        bool is_no = e->count == 0 && ((n == 2 && memcmp(text, "no", 2) == 0) ||
                                       (n == 3 && memcmp(text, "not", 3) == 0));
        if (is_no) {
            e->no = !e->no;
        } else if (e->count == WORDS_MAX || n >= WORD_SIZE) {
            return false;
        } else {
            snprintf(e->said[e->count++], WORD_SIZE, "%.*s", (int)n, text);
        }
        text += n;
    }
    return e->count > 0;
}

static const Word *word_of(const Expect *e)
{
    const char *names[WORD_KINDS];
    for (int i = 0; i < WORD_KINDS; i++) {
        names[i] = words[i].word;
        if (strcmp(words[i].word, e->said[0]) == 0) {
            if (e->count == words[i].words + 1) {
                return &words[i];
            }
            err_set(e->err, ERR_INPUT, "expect: \"%s\" takes %d word%s", e->said[0], words[i].words,
                    words[i].words == 1 ? "" : "s");
            err_fix(e->err, "write: expect: %s", words[i].form);
            return NULL;
        }
    }
    const char *meant = text_did_you_mean(e->said[0], names, WORD_KINDS);
    err_set(e->err, ERR_INPUT, "expect: there is no word \"%s\"", e->said[0]);
    err_fix(e->err,
            meant == NULL ? "for example: expect: kept COMMITMENT, expect: ending ENDING, "
                            "expect: trusts PERSON worn"
                          : "did you mean %s?",
            meant);
    return NULL;
}

static int answer(const Expect *e, const Word *word)
{
    switch ((Kind)word->kind) {
    case EXPECT_STATE:
    case EXPECT_WARNED:
    case EXPECT_MOVED:
        return commitment(e, word);
    case EXPECT_ENDING:
        return ending(e);
    case EXPECT_TRUSTS:
    case EXPECT_BRIDGE:
        return bridge(e, word);
    case EXPECT_ACCEPTS:
        return accepts(e);
    case EXPECT_KNOWS:
    case EXPECT_CLARIFIED:
        return learned(e, word);
    case EXPECT_FLAG:
        return flag(e);
    case EXPECT_AT_LEAST:
        return at_least(e);
    case EXPECT_TOOK:
        return took(e);
    }
    return -1;
}

bool expect_holds(const StoryHistory *history, const char *text, bool *holds, Text *instead,
                  Err *err)
{
    Expect e = { .history = history,
                 .sc = history->scenario,
                 .end = history->now,
                 .instead = instead,
                 .err = err };
    if (!split(&e, text)) {
        err_set(err, ERR_INPUT, "expect: says nothing that could be looked at");
        return err_fix(err, "for example: expect: kept COMMITMENT, expect: ending ENDING");
    }
    const Word *word = word_of(&e);
    int is = word == NULL ? -1 : answer(&e, word);
    *holds = is >= 0 && (is == 1) != e.no;
    return is >= 0;
}
