// What reading alone shows: variables that nothing reads, options that do or read the same, texts that are
// too long or of which nothing can be read aloud, minutes that are not what they say.
#include "explore/find.h"

#include "base/arena.h"
#include "base/text.h"
#include "explore/functions.h"

#include <string.h>

// Words that are read at once (scripts/README.md, "Lines"), with a little to spare.
enum { NARRATION_MAX = 50, SPEECH_MAX = 40, OPTION_MAX = 17 };

double explore_minutes(const ExploreCheck *check)
{
    const ExplorePlays *plays = &check->plays;
    double ways = plays->plays > plays->endless ? plays->plays - plays->endless : 1;
    return explore_reading_minutes((double)plays->way_words / ways,
                                   (double)plays->way_choices / ways);
}

// ---- reading level ----------------------------------------------------------------------------------

typedef struct Reading {
    int words, sentences, longs;
} Reading;

enum { LONG_WORD = 7 }; // letters, and more

// A sentence is what ends in a full stop, a question or an exclamation; a text without any is one.
static void read(Reading *reading, const char *text)
{
    int letters = 0, ends = 0, length = 0;
    for (uint32_t c = utf8_next(text, &length); length > 0; c = utf8_next(text, &length)) {
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0u;
        letter = letter && (c < 0x2000u || c > 0x2BFFu); // dashes and quotes
        reading->longs += !letter && letters >= LONG_WORD;
        letters = letter ? letters + 1 : 0;
        ends += c == '.' || c == '?' || c == '!';
        text += length;
    }
    reading->longs += letters >= LONG_WORD;
    reading->sentences += ends > 0 ? ends : 1;
}

// LIX (Björnsson 1968): words to a sentence, and how many of a hundred words are long. The same
// count for every language with an alphabet.
double explore_lix(const Scenario *sc)
{
    Reading r = { 0 };
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == OP_LINE) {
            const char *text = scenario_text(sc, (TextId)sc->ops[i].c);
            r.words += text_words(text);
            read(&r, text);
        }
    }
    return r.words > 0 ? (double)r.words / r.sentences + 100.0 * r.longs / r.words : 0.0;
}

// ---- variables --------------------------------------------------------------------------------------

typedef struct Variables {
    bool flag_read[STORY_FLAGS_MAX], flag_set[STORY_FLAGS_MAX];
    bool number_read[STORY_NUMBERS_MAX], number_set[STORY_NUMBERS_MAX];
    int flag_op[STORY_FLAGS_MAX], number_op[STORY_NUMBERS_MAX];
    bool listened; // to condition functions, on every way
} Variables;

// What functions read is known once each was asked on every way that there is, and none failed.
static bool is_heard(const ExploreCheck *check, const ExploreFunctions *functions)
{
    bool heard = check->complete && !functions->unheard;
    for (int i = 0; i < functions->count; i++) {
        heard = heard && functions->heard[i].asked;
    }
    for (int i = 0; i < check->count; i++) {
        heard = heard && check->findings[i].severity != FINDING_ERROR;
    }
    return heard;
}

// Where it is not known, they may read anything.
static void read_by_functions(const ExploreCheck *check, Variables *v)
{
    if (check->scenario->lua_condition == NULL) {
        return;
    }
    ExploreFunctions functions;
    explore_functions_init(&functions, check->scenario);
    v->listened = is_heard(check, &functions);
    uint64_t flags = v->listened ? 0 : UINT64_MAX;
    uint32_t numbers = v->listened ? 0 : UINT32_MAX;
    for (int i = 0; i < functions.count; i++) {
        flags |= functions.heard[i].flags;
        numbers |= functions.heard[i].numbers;
    }
    for (int i = 0; i < STORY_FLAGS_MAX; i++) {
        v->flag_read[i] = (flags >> i & 1u) != 0;
    }
    for (int i = 0; i < STORY_NUMBERS_MAX; i++) {
        v->number_read[i] = (numbers >> i & 1u) != 0;
    }
    explore_functions_deinit(&functions);
}

static Variables variables_of(const ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    Variables v;
    memset(&v, 0, sizeof v);
    read_by_functions(check, &v);
    for (int i = 0; i < sc->cond_count; i++) {
        const StoryCond *c = &sc->conds[i];
        if (c->kind == COND_FLAG) {
            v.flag_read[c->b] = true;
        } else if (c->kind == COND_AT_LEAST) {
            v.number_read[c->a] = true;
        }
    }
    for (int i = sc->op_count - 1; i >= 0; i--) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_FLAG) {
            v.flag_set[op->b] = true;
            v.flag_op[op->b] = i;
        } else if (op->code == OP_ADD || op->code == OP_ASSIGN) {
            v.number_set[op->a] = true;
            v.number_op[op->a] = i;
        }
    }
    return v;
}

// `declared`: its place where nothing sets it.
static void report_unread(ExploreCheck *check, const char *kind, const char *id, bool set, int op,
                          StoryPosition declared, bool listened)
{
    ExploreFinding *f = find_add(check, FINDING_UNREAD, FINDING_WARNING, BY_PROOF);
    FIND_SAY(f->id, "%s", id);
    if (set) {
        FIND_SAY(f->message, "%s \"%s\" is set, and no condition reads it", kind, id);
        find_at(check, f, check->scenario->op_positions[op]);
    } else {
        FIND_SAY(f->message, "%s \"%s\" is declared, and nothing sets or reads it", kind, id);
        find_at(check, f, declared);
    }
    if (listened) {
        FIND_SAY(f->cause, "no condition function reads it either, on any way");
    }
    FIND_SAY(f->fix, "ask for it in a condition, or take it out");
}

static void find_unread(ExploreCheck *check, const Variables *v)
{
    const Scenario *sc = check->scenario;
    for (int i = 0; i < sc->flag_count; i++) {
        if (!v->flag_read[i]) {
            report_unread(check, "flag", sc->flags[i], v->flag_set[i], v->flag_op[i],
                          sc->flag_places[i], v->listened);
        }
    }
    for (int i = 0; i < sc->number_count; i++) {
        if (!v->number_read[i]) {
            report_unread(check, "number", sc->numbers[i].id, v->number_set[i], v->number_op[i],
                          sc->number_places[i], v->listened);
        }
    }
}

// ---- options that do the same -----------------------------------------------------------------------

typedef struct Reader {
    const Scenario *sc;
    const Variables *variables;
} Reader;

// Says something, or sets what nothing reads.
static bool does_nothing(const Reader *r, const StoryOp *op)
{
    switch (op->code) {
    case OP_LINE:
    case OP_MOOD:
        return true;
    case OP_FLAG:
        return !r->variables->flag_read[op->b];
    case OP_ADD:
    case OP_ASSIGN:
        return !r->variables->number_read[op->a];
    default:
        return false;
    }
}

static bool branches(const StoryOp *op)
{
    return op->code == OP_UNLESS || op->code == OP_CHANCE || op->code == OP_NEED ||
           op->code == OP_NEED_DECIDE || op->code == OP_CHOICE || op->code == OP_DESK ||
           op->code == OP_TALK;
}

static int next_deed(const Reader *r, int at, int end)
{
    while (at < end && does_nothing(r, &r->sc->ops[at])) {
        at++;
    }
    return at;
}

// Both bodies do the same deeds and go to the same place. What branches is taken to differ.
static bool same_body(const Reader *r, const StoryOption *a, const StoryOption *b)
{
    int i = next_deed(r, a->op, a->end), k = next_deed(r, b->op, b->end);
    while (i < a->end && k < b->end) {
        StoryOp x = r->sc->ops[i], y = r->sc->ops[k];
        if (branches(&x) || x.code != y.code) {
            return false;
        }
        if (x.code == OP_GO) {
            return r->sc->leads[x.b] == r->sc->leads[y.b];
        }
        if (x.a != y.a || x.b != y.b || x.c != y.c) {
            return false;
        }
        if (x.code == OP_ENDING || x.code == OP_RETURN) {
            return true;
        }
        i = next_deed(r, i + 1, a->end);
        k = next_deed(r, k + 1, b->end);
    }
    return i >= a->end && k >= b->end && r->sc->leads[a->end] == r->sc->leads[b->end];
}

static bool same_option(const Reader *r, const StoryOption *a, const StoryOption *b)
{
    return a->when < 0 && b->when < 0 && a->took < 0 && b->took < 0 && a->seen_by == b->seen_by &&
           a->agenda == b->agenda && a->cost_minutes == b->cost_minutes &&
           a->cost_energy == b->cost_energy && same_body(r, a, b);
}

// ---- options that read the same ---------------------------------------------------------------------

static const char *next_word(const char *text, size_t *length)
{
    static const char *const blanks = " \t\n";
    text += strspn(text, blanks);
    *length = strcspn(text, blanks);
    return text;
}

// Apart from how many blanks stand between and around them.
static bool same_words(const char *a, const char *b)
{
    size_t length = 0, other = 0;
    do {
        a = next_word(a + length, &length);
        b = next_word(b + other, &other);
        if (length != other || memcmp(a, b, length) != 0) {
            return false;
        }
    } while (length > 0);
    return true;
}

// Both ask the same, as far as the text shows.
static bool same_condition(const Scenario *sc, int a, int b)
{
    if (a < 0 || b < 0 || a == b) {
        return a == b || (a < 0 && b < 0);
    }
    const StoryCond *x = &sc->conds[a], *y = &sc->conds[b];
    if (x->kind != y->kind || x->c != y->c || x->a != y->a) {
        return false;
    }
    if (x->kind == COND_ALL || x->kind == COND_ANY) {
        bool same = true;
        for (int i = 0; same && i < x->a; i++) {
            same = same_condition(sc, x->b + i, y->b + i);
        }
        return same;
    }
    return x->kind == COND_NO ? same_condition(sc, x->b, y->b) : x->b == y->b;
}

static bool is_alike(const Scenario *sc, int a, int b)
{
    const StoryOption *one = &sc->options[a], *two = &sc->options[b];
    return same_condition(sc, one->when, two->when) &&
           same_words(scenario_text(sc, one->text), scenario_text(sc, two->text));
}

static void report_alike(ExploreCheck *check, int option, int like)
{
    const Scenario *sc = check->scenario;
    char id[96], other[96];
    find_option_id(sc, option, id, sizeof id);
    find_option_id(sc, like, other, sizeof other);
    ExploreFinding *f = find_add(check, FINDING_ALIKE, FINDING_WARNING, BY_PROOF);
    FIND_SAY(f->id, "%s", id);
    FIND_SAY(f->message, "option \"%s\" has the same words as option \"%s\"", id, other);
    FIND_SAY(f->cause, "both can be offered at once, and nobody can tell them apart");
    FIND_SAY(f->fix, "let each say what it is, or give one of them a when that the other has not");
    find_at(check, f, sc->options[option].position);
    f->op = sc->options[option].op;
}

// Among the `count` options from `first` on. Who does the same besides is told by find_same.
static void find_alike(ExploreCheck *check, const Reader *r, int first, int count, bool of_choice)
{
    for (int i = first + 1; i < first + count; i++) {
        for (int k = first; k < i; k++) {
            if (is_alike(r->sc, k, i)) {
                if (!of_choice || r->variables == NULL ||
                    !same_option(r, &r->sc->options[k], &r->sc->options[i])) {
                    report_alike(check, i, k);
                }
                break;
            }
        }
    }
}

// The moves of a talk may repeat themselves: each can be made once. Without variables those are told, too,
// that do the same.
static void find_all_alike(ExploreCheck *check, const Variables *variables)
{
    const Scenario *sc = check->scenario;
    Reader r = { sc, variables };
    for (int at = 0; at < sc->op_count; at++) {
        if (sc->ops[at].code == OP_CHOICE) {
            find_alike(check, &r, sc->ops[at].b, sc->ops[at].c, true);
        }
    }
    for (int i = 0; i < sc->desk_count; i++) {
        find_alike(check, &r, sc->desks[i].first_option, sc->desks[i].option_count, false);
    }
}

// ---- the two together -------------------------------------------------------------------------------

static void find_same(ExploreCheck *check, const Variables *variables)
{
    const Scenario *sc = check->scenario;
    Reader r = { sc, variables };
    for (int at = 0; at < sc->op_count; at++) {
        const StoryOp *op = &sc->ops[at];
        for (int i = 1; op->code == OP_CHOICE && i < op->c; i++) {
            int k = 0;
            while (k < i && !same_option(&r, &sc->options[op->b + k], &sc->options[op->b + i])) {
                k++;
            }
            if (k == i) {
                continue;
            }
            char id[96], other[96];
            find_option_id(sc, op->b + i, id, sizeof id);
            find_option_id(sc, op->b + k, other, sizeof other);
            ExploreFinding *f = find_add(check, FINDING_SAME, FINDING_WARNING, BY_PROOF);
            FIND_SAY(f->id, "%s", id);
            FIND_SAY(f->message, "option \"%s\" changes nothing that option \"%s\" does not", id,
                     other);
            FIND_SAY(f->cause,
                     is_alike(sc, op->b + k, op->b + i)
                         ? "the same words, the same deeds and the same way on"
                         : "the same deeds and the same way on: only what is said differs");
            FIND_SAY(f->fix, "let it do something else, or make one option of both");
            find_at(check, f, sc->options[op->b + i].position);
            f->op = sc->options[op->b + i].op;
        }
    }
}

// ---- texts ------------------------------------------------------------------------------------------

static void report_long(ExploreCheck *check, const char *kind, int words, int most,
                        StoryPosition at, int op)
{
    if (words <= most) {
        return;
    }
    ExploreFinding *f = find_add(check, FINDING_LONG, FINDING_WARNING, BY_PROOF);
    FIND_SAY(f->message, "%s of %d words: more than %d are seldom read", kind, words, most);
    FIND_SAY(f->fix, "make two of it, or fewer words");
    find_at(check, f, at);
    f->op = op;
}

static void find_long(ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_LINE) {
            int words = text_words(scenario_text(sc, (TextId)op->c));
            bool speech = op->a != STORY_NONE;
            report_long(check, speech ? "a speech" : "a narration", words,
                        speech ? SPEECH_MAX : NARRATION_MAX, sc->op_positions[i], i);
        }
    }
    for (int i = 0; i < sc->option_count; i++) {
        int words = text_words(scenario_text(sc, sc->options[i].text));
        report_long(check, "an option", words, OPTION_MAX, sc->options[i].position,
                    sc->options[i].op);
    }
}

// A letter or a digit of any writing, a sign that has a name when it is read (an emoji): not only
// dots, dashes, quotes and blanks.
static bool is_spoken(const char *text)
{
    int length = 0;
    for (uint32_t c = utf8_next(text, &length); length > 0; c = utf8_next(text, &length)) {
        bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (c >= 0xC0u && c != 0xD7u && c != 0xF7u);
        bool sign = (c >= 0x2000u && c <= 0x206Fu) || (c >= 0x2190u && c <= 0x25FFu) ||
                    (c >= 0x3000u && c <= 0x303Fu) || c == 0xFEFFu;
        if (letter && !sign) {
            return true;
        }
        text += length;
    }
    return false;
}

static void report_unspoken(ExploreCheck *check, const char *kind, TextId text, StoryPosition at,
                            int op)
{
    if (at.line <= 0 || is_spoken(scenario_text(check->scenario, text))) {
        return;
    }
    ExploreFinding *f = find_add(check, FINDING_UNSPOKEN, FINDING_WARNING, BY_PROOF);
    FIND_SAY(f->message, "%s of which nothing can be read aloud", kind);
    FIND_SAY(f->cause, "it has no letter and no digit: who listens hears nothing");
    FIND_SAY(f->fix, "say what is to be seen or heard: \"She says nothing.\"");
    find_at(check, f, at);
    f->op = op;
}

static void find_unspoken(ExploreCheck *check)
{
    const Scenario *sc = check->scenario;
    for (int i = 0; i < sc->op_count; i++) {
        const StoryOp *op = &sc->ops[i];
        if (op->code == OP_LINE) {
            report_unspoken(check, op->a != STORY_NONE ? "a speech" : "a narration", (TextId)op->c,
                            sc->op_positions[i], i);
        }
    }
    for (int i = 0; i < sc->option_count; i++) {
        report_unspoken(check, "an option", sc->options[i].text, sc->options[i].position,
                        sc->options[i].op);
    }
    for (int i = 0; i < sc->ending_count; i++) {
        report_unspoken(check, "the title of an ending", sc->endings[i].title,
                        sc->endings[i].position, sc->endings[i].op);
    }
}

// A play that somebody wanders through at random is not much longer or shorter than theirs.
static void find_minutes(ExploreCheck *check)
{
    int says = check->scenario->minutes;
    double takes = explore_minutes(check);
    bool over = takes > says * 1.6 + 1.0, under = takes < says * 0.5 - 1.0;
    bool ends = check->plays.plays > check->plays.endless;
    if (says <= 0 || !ends || (!over && !under)) {
        return;
    }
    ExploreFinding *f = find_add(check, FINDING_MINUTES, FINDING_WARNING, BY_PLAYS);
    f->plays = check->plays.plays;
    FIND_SAY(f->message, "minutes says %d, one way takes about %.0f", says, takes);
    FIND_SAY(f->cause, "%d words a minute and %d seconds a choice", EXPLORE_WORDS_A_MINUTE,
             EXPLORE_SECONDS_A_CHOICE);
    FIND_SAY(f->fix, "write minutes = %.0f, or %s the story", takes < 1.0 ? 1.0 : takes,
             over ? "shorten" : "lengthen");
}

// Lines that are harder to read than the author wants them.
static void find_reading(ExploreCheck *check)
{
    int says = check->scenario->reading;
    double is = explore_lix(check->scenario);
    if (says <= 0 || is < says + .5) {
        return;
    }
    ExploreFinding *f = find_add(check, FINDING_READING, FINDING_WARNING, BY_PROOF);
    FIND_SAY(f->message, "reading says %d, its lines come to %.0f (LIX)", says, is);
    FIND_SAY(f->cause,
             "LIX is words to a sentence, and how many of a hundred have more than %d letters",
             LONG_WORD - 1);
    FIND_SAY(f->fix, "write shorter sentences and shorter words, or reading = %.0f", is + .5);
}

void find_written(ExploreCheck *check)
{
    Variables v = variables_of(check);
    find_unread(check, &v);
    find_same(check, &v);
    find_all_alike(check, &v);
    find_long(check);
    find_unspoken(check);
    find_minutes(check);
    find_reading(check);
}

void find_in_texts(ExploreCheck *check)
{
    find_all_alike(check, NULL);
    find_unspoken(check);
}
