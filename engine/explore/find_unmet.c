// What never happens. Only a complete walk says "never"; without one it is a note how much was
// looked at. What plays have met is met; the rest is asked of the graph, and what the graph of states
// cannot tell (questions about lines, events) of the survey.
#include "explore/find.h"

#include "base/arena.h"

#include <string.h>

typedef struct Unmet {
    ExploreCheck *check;
    const Scenario *sc;
    ExploreSeverity severity; // a note where nothing is proved
    ExploreMethod method;
} Unmet;

static ExploreFinding *add(Unmet *u, ExploreCode code, const char *id, StoryPosition at, int op,
                           int closes)
{
    ExploreFinding *f = find_add(u->check, code, u->severity, u->method);
    FIND_SAY(f->id, "%s", id);
    find_at(u->check, f, at);
    f->op = op;
    f->closes = closes;
    return f;
}

// What is proved, or what is only said as a note; the id stands for "@".
static void say(const Unmet *u, ExploreFinding *f, const char *proved, const char *open)
{
    const char *text = u->method == BY_PROOF ? proved : open;
    size_t before = strcspn(text, "@");
    const char *behind = text[before] == '@' ? text + before + 1 : "";
    FIND_SAY(f->message, "%.*s%s%s", (int)before, text, text[before] == '@' ? f->id : "", behind);
}

// ---- scenes, options, endings -----------------------------------------------------------------------

static void ask_graph(ExploreCheck *check)
{
    const ExploreGraph *g = &check->graph;
    Playthrough *play = mem_alloc(check->scenario->play_size);
    for (uint32_t i = 0; i < explore_state_count(g); i++) {
        explore_play(g, i, play);
        if (play->ended != 0) {
            check->seen.endings[play->ended - 1] = true;
        } else if (play->scene < check->scenario->scene_count) {
            check->seen.scenes[play->scene] = true;
        }
    }
    for (uint32_t i = 0; i < g->edge_count; i++) {
        if (g->edges[i].kind == OFFER_OPTION) {
            check->seen.options[g->edges[i].x] = true;
        }
    }
    mem_free(play);
}

static void report_scenes(Unmet *u)
{
    for (int i = 0; i < u->sc->scene_count; i++) {
        const StoryScene *it = &u->sc->scenes[i];
        if (!u->check->seen.scenes[i]) {
            ExploreFinding *f = add(u, FINDING_SCENE, it->id, it->position, it->op, it->op);
            say(u, f, "no way leads to scene \"@\"", "scene \"@\" was not met");
            FIND_SAY(f->fix, "lead there with go \"%s\", or take the scene out", it->id);
        }
    }
}

static void report_endings(Unmet *u)
{
    for (int i = 0; i < u->sc->ending_count; i++) {
        const StoryEnding *it = &u->sc->endings[i];
        if (!u->check->seen.endings[i]) {
            ExploreFinding *f = add(u, FINDING_ENDING, it->id, it->position, it->op, -1);
            say(u, f, "no way leads to ending \"@\"", "ending \"@\" was not met");
            FIND_SAY(f->fix, "lead there with ending \"%s\", or take it out", it->id);
        }
    }
}

static bool stands_on(const StoryDesk *desk, int option)
{
    return option >= desk->first_option && option < desk->first_option + desk->option_count;
}

// Whether one sits at the desk on which that option stands, on some way.
static bool is_at_desk(const Unmet *u, int option)
{
    const ExploreGraph *g = &u->check->graph;
    const Scenario *walked = explore_survey_scenario(&u->check->survey); // ops may have moved in it
    uint32_t states = u->check->explored ? explore_state_count(g) : 0;
    bool at = false;
    Playthrough *play = mem_alloc(u->sc->play_size);
    for (uint32_t i = 0; !at && i < states && find_on_desk(u->sc, option); i++) {
        explore_play(g, i, play);
        const StoryOp *op = &walked->ops[play->at];
        at = play->ended == 0 && op->code == OP_DESK && stands_on(&u->sc->desks[op->b], option);
    }
    mem_free(play);
    return at;
}

// Of an option that is never taken. An empty text where it is not known.
static const char *why_never(const Unmet *u, int option)
{
    const StoryOption *it = &u->sc->options[option];
    bool proved = u->method == BY_PROOF && u->check->surveyed;
    uint8_t when = it->when >= 0 ? u->check->seen.conditions[it->when] : 0;
    bool costs = it->cost_energy > 0 || it->cost_minutes > 0;
    bool crowded = it->when >= 0 ? find_on_desk(u->sc, option) && (when & SEEN_TRUE) != 0
                                 : is_at_desk(u, option);
    if (when == SEEN_FALSE) {
        return proved ? "its when is never true where it is asked"
                      : "its when was never true where it was asked";
    }
    if (crowded) {
        return costs ? "what it costs is never left, or the desk has no room for it then"
                     : "the desk has no room for it then: six offers are the most";
    }
    return costs ? "what it costs is never left, or its place is never reached" : "";
}

// Those of a plain one-on-one, which nobody wrote, have no place.
static void report_options(Unmet *u)
{
    for (int i = 0; i < u->sc->option_count; i++) {
        const StoryOption *it = &u->sc->options[i];
        if (u->check->seen.options[i] || it->position.line == 0) {
            continue;
        }
        char id[96];
        find_option_id(u->sc, i, id, sizeof id);
        ExploreFinding *f = add(u, FINDING_OPTION, id, it->position, it->op, it->op);
        say(u, f, "option \"@\" can never be taken", "option \"@\" was not met");
        bool asked = it->when >= 0 && u->check->seen.conditions[it->when] == SEEN_FALSE;
        FIND_SAY(f->cause, "%s", why_never(u, i));
        FIND_SAY(f->fix, asked ? "mend its when, or take the option out"
                               : "see how one comes to it, or take the option out");
    }
}

// ---- conditions -------------------------------------------------------------------------------------

typedef struct Asked { // a condition where it stands
    const char *what;  // it belongs to
    int cond;
    bool true_too; // that it is always true is worth saying
    StoryPosition at;
    int op;
    int when_true, when_false; // the op that only that answer leads to, or -1
} Asked;

static int op_of(const Scenario *sc, StoryOpCode code, int commitment)
{
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == code && sc->ops[i].a == commitment) {
            return i;
        }
    }
    return -1;
}

// The commitment that it asks to be owned up, somewhere in it, though that is written and never counts;
// -1 where it asks for none.
static int asks_for_owned(const Unmet *u, int cond)
{
    const StoryCond *c = &u->sc->conds[cond];
    if (c->kind == COND_OWNED) {
        bool counts = (u->check->seen.commitments[c->a] & SEEN_OWNED) != 0;
        return !counts && op_of(u->sc, OP_OWN_UP, c->a) >= 0 ? c->a : -1;
    }
    int found = -1;
    for (int i = 0; found < 0 && i < c->a && (c->kind == COND_ALL || c->kind == COND_ANY); i++) {
        found = asks_for_owned(u, c->b + i);
    }
    return found;
}

static void say_why_not_owned(const Unmet *u, ExploreFinding *f, int commitment)
{
    const StoryCommitment *c = &u->sc->commitments[commitment];
    FIND_SAY(f->cause,
             "own_up(%s) never counts: it does within 24 hours of a miss in silence, and before %s "
             "has reacted to that",
             c->id, scenario_text(u->sc, u->sc->people[c->to].first));
}

static void report_condition(Unmet *u, const Asked *it)
{
    uint8_t seen = it->cond >= 0 ? u->check->seen.conditions[it->cond] : 0;
    bool is = seen == SEEN_TRUE;
    if (seen != SEEN_FALSE && (!is || !it->true_too)) {
        return;
    }
    Text said = { 0 };
    char proved[80], open[80];
    find_condition(&said, u->sc, it->cond);
    ExploreFinding *f = add(u, is ? FINDING_TRUE : FINDING_FALSE, text_str(&said), it->at, it->op,
                            is ? it->when_false : it->when_true);
    FIND_SAY(proved, "%s @: here it is %s", it->what, is ? "always true" : "never true");
    FIND_SAY(open, "%s @: here it was %s", it->what, is ? "always true" : "never true");
    say(u, f, proved, open);
    FIND_SAY(f->fix, is ? "mend the condition, or leave it away"
                        : "mend the condition, or take out what it guards");
    int owned = is ? -1 : asks_for_owned(u, it->cond);
    if (owned >= 0) {
        say_why_not_owned(u, f, owned);
    }
    text_deinit(&said);
}

// The place behind its false answer where only that leads: of an `otherwise`.
static int otherwise_of(const Scenario *sc, int at)
{
    int other = sc->ops[at].b;
    bool written = other > at + 1 && sc->ops[other - 1].code == OP_GO;
    return written ? other : -1;
}

// Whether another finding says that what this condition asks of a commitment never comes about.
static bool is_said_of(const Unmet *u, int cond)
{
    const StoryCond *c = &u->sc->conds[cond];
    if (c->kind == COND_NO) {
        return is_said_of(u, c->b);
    }
    bool said = asks_for_owned(u, cond) >= 0;
    if (c->kind <= COND_DUE_WITHIN) {
        uint8_t seen = u->check->seen.commitments[c->a];
        said = said || (seen & SEEN_PROMISED) == 0 || (seen & SEEN_SETTLED) == 0;
    }
    for (int i = 0; !said && i < c->a && (c->kind == COND_ALL || c->kind == COND_ANY); i++) {
        said = is_said_of(u, c->b + i);
    }
    return said;
}

// Some scene that a way comes to has all of them.
static bool are_met(const Unmet *u, uint8_t people)
{
    bool met = false;
    for (int i = 0; i < u->sc->scene_count; i++) {
        met = met || (u->check->seen.scenes[i] && (people & ~u->sc->scenes[i].present) == 0);
    }
    return met;
}

// "Jo", "Jo and Ana": whoever speaks in it.
static void names_of(const Scenario *sc, uint8_t people, Text *out)
{
    for (int i = 0; i < sc->person_count; i++) {
        if ((people >> i & 1) != 0) {
            text_addf(out, "%s%s", text_str(out)[0] != '\0' ? " and " : "",
                      scenario_text(sc, sc->people[i].first));
        }
    }
}

static void say_why_unsaid(const Unmet *u, ExploreFinding *f, const StoryWhenever *it)
{
    if (it->present == 0 || it->at_once) {
        FIND_SAY(f->cause, "it is never true where it is asked");
        FIND_SAY(f->fix, "mend the condition, or take the whenever out");
        return;
    }
    Text names = { 0 };
    names_of(u->sc, it->present, &names);
    if (are_met(u, it->present)) {
        FIND_SAY(f->cause, "no scene with %s begins where it is true", text_str(&names));
    } else {
        FIND_SAY(f->cause, "no way comes to a scene with %s", text_str(&names));
    }
    FIND_SAY(f->fix, "let %s be in a scene behind it (present = { … }), or take it out",
             text_str(&names));
    text_deinit(&names);
}

// Its condition was never asked: who speaks in it is in no scene then, or the condition cannot be true.
// (Asked and never true: report_condition.) Only said where it is proved: what waits for a rare mishap
// is seldom met.
static void report_unsaid(Unmet *u, const StoryWhenever *it)
{
    bool proved = u->method == BY_PROOF;
    if (!proved || it->when < 0 || u->check->seen.conditions[it->when] != 0 ||
        is_said_of(u, it->when)) {
        return;
    }
    Text said = { 0 };
    find_condition(&said, u->sc, it->when);
    ExploreFinding *f = add(u, FINDING_UNSAID, text_str(&said), it->position, it->op, it->op);
    FIND_SAY(f->message, "whenever %s: it is never said", text_str(&said));
    say_why_unsaid(u, f, it);
    text_deinit(&said);
}

static void report_questions(Unmet *u)
{
    const Scenario *sc = u->sc;
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == OP_UNLESS) {
            Asked asked = { "when", sc->ops[i].c,       true, sc->op_positions[i], i,
                            i + 1,  otherwise_of(sc, i) };
            report_condition(u, &asked);
        }
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        const StoryWhenever *it = &sc->whenevers[i];
        Asked asked = { "whenever", it->when, false, it->position, it->op, it->op, -1 };
        report_condition(u, &asked);
        report_unsaid(u, it);
    }
}

// Of options that can be taken: of others it is said that they cannot.
static void report_offers(Unmet *u)
{
    const Scenario *sc = u->sc;
    for (int i = 0; i < sc->option_count; i++) {
        const StoryOption *it = &sc->options[i];
        if (u->check->seen.options[i]) {
            Asked asked = { "option when", it->when, true, it->position, it->op, -1, -1 };
            report_condition(u, &asked);
        }
    }
    for (int i = 0; i < sc->commitment_count; i++) {
        const StoryCommitment *it = &sc->commitments[i];
        Asked asked = { "provided", it->provided, true, it->at, -1, -1, -1 };
        report_condition(u, &asked);
    }
}

// ---- commitments, bridges, mechanics ----------------------------------------------------------------

// Why it is neither kept nor missed, and what to do about it.
static void say_why_unsettled(const Unmet *u, ExploreFinding *f, int commitment)
{
    uint8_t seen = u->check->seen.commitments[commitment];
    bool covers = op_of(u->sc, OP_COVER_UP, commitment) >= 0;
    if ((seen & SEEN_LATE) != 0) {
        FIND_SAY(f->cause, "%s",
                 (seen & SEEN_IN_TIME) == 0
                     ? "when it is promised, its due time has come already, and no hour passes "
                       "behind that"
                     : "on some ways its due time has come already when it is promised; the others "
                       "end before it is due");
        FIND_SAY(f->fix, "promise it earlier, or for later: promise(…, { due = … })");
        return;
    }
    FIND_SAY(f->cause, covers ? "it is covered up, or every way ends before it is due"
                              : "every way ends before it is due");
    FIND_SAY(f->fix, "give a later scene an at behind its due time, or an earlier due");
}

static void report_commitments(Unmet *u)
{
    for (int i = 0; i < u->sc->commitment_count; i++) {
        const StoryCommitment *it = &u->sc->commitments[i];
        uint8_t seen = u->check->seen.commitments[i];
        int op = op_of(u->sc, OP_PROMISE, i);
        if ((seen & SEEN_PROMISED) == 0) {
            ExploreFinding *f = add(u, FINDING_UNPROMISED, it->id, it->at, op, -1);
            say(u, f, "commitment \"@\" is never promised", "commitment \"@\" was never promised");
            FIND_SAY(f->fix, op < 0 ? "write promise(…) where it is promised, or take it out"
                                    : "see why no way comes to its promise(…)");
        } else if ((seen & SEEN_SETTLED) == 0) {
            ExploreFinding *f = add(u, FINDING_UNSETTLED, it->id, it->at, op, -1);
            say(u, f,
                "commitment \"@\" is promised, and neither kept nor missed "
                "on any way",
                "commitment \"@\" was promised, and never kept or missed");
            say_why_unsettled(u, f, i);
        }
    }
}

// Each place where what it says or does about a commitment comes to nothing, on every way.
static void report_idle(Unmet *u, StoryOpCode code, int commitment,
                        void (*report)(Unmet *u, int commitment, int op))
{
    for (int i = 0; i < u->sc->op_count; i++) {
        if (u->sc->ops[i].code == code && u->sc->ops[i].a == commitment) {
            report(u, commitment, i);
        }
    }
}

static void report_owning(Unmet *u, int commitment, int op)
{
    const StoryCommitment *c = &u->sc->commitments[commitment];
    ExploreFinding *f = add(u, FINDING_UNOWNED, c->id, u->sc->op_positions[op], op, -1);
    say(u, f, "own_up(@) never counts", "own_up(@) never counted");
    FIND_SAY(
        f->cause,
        "it counts within 24 hours of a miss in silence, and before %s has reacted to that: no "
        "way comes to it then",
        scenario_text(u->sc, u->sc->people[c->to].first));
    FIND_SAY(f->fix, "own up sooner, in a scene without them (whoever is there reacts first), or "
                     "take it out");
}

static void report_delivery(Unmet *u, int commitment, int op)
{
    const char *id = u->sc->commitments[commitment].id;
    ExploreFinding *f = add(u, FINDING_IDLE, id, u->sc->op_positions[op], op, -1);
    say(u, f, "deliver(@) never does anything", "deliver(@) never did anything");
    FIND_SAY(f->cause, "on no way are its hours done when it is to be handed over");
    FIND_SAY(f->fix, "let it be worked on before: work(%s, …), or a desk with it", id);
}

// Owning up to a hold may be meant where it is broken, before anybody can miss it.
static bool never_owned(const Unmet *u, int commitment)
{
    uint8_t seen = u->check->seen.commitments[commitment];
    return u->sc->commitments[commitment].kind != STORY_HOLD &&
           (seen & (SEEN_OWNED | SEEN_OWN_TELLS)) == 0 && op_of(u->sc, OP_OWN_UP, commitment) >= 0;
}

static bool never_delivered(const Unmet *u, int commitment)
{
    return (u->check->seen.commitments[commitment] & SEEN_DELIVERED) == 0 &&
           op_of(u->sc, OP_DELIVER, commitment) >= 0;
}

// What is said or done about a commitment and never comes to anything.
static void report_deeds(Unmet *u)
{
    for (int i = 0; i < u->sc->commitment_count; i++) {
        if ((u->check->seen.commitments[i] & SEEN_PROMISED) == 0) {
            continue; // which is said
        }
        if (never_owned(u, i)) {
            report_idle(u, OP_OWN_UP, i, report_owning);
        }
        if (never_delivered(u, i)) {
            report_idle(u, OP_DELIVER, i, report_delivery);
        }
    }
}

// Whom the player promises something that can be promised.
static bool has_bridge(const Unmet *u, int person)
{
    for (int i = 0; i < u->sc->commitment_count; i++) {
        const StoryCommitment *c = &u->sc->commitments[i];
        bool settles = (u->check->seen.commitments[i] & SEEN_SETTLED) != 0;
        if (c->by == STORY_PLAYER && c->to == person && settles) {
            return true;
        }
    }
    return false;
}

// Whether each promise to them is kept or was still open at the end of a play; none that may lapse or be
// covered up.
static bool is_kept_or_open(const Unmet *u, int person)
{
    bool open = false, other = false;
    for (int i = 0; i < u->sc->commitment_count; i++) {
        const StoryCommitment *c = &u->sc->commitments[i];
        bool theirs = c->by == STORY_PLAYER && c->to == person;
        open = open || (theirs && u->check->plays.left_open[i].plays > 0);
        other = other || (theirs && (c->provided >= 0 || op_of(u->sc, OP_COVER_UP, i) >= 0));
    }
    return open && !other;
}

static void report_bridges(Unmet *u)
{
    for (int i = 0; i < u->sc->person_count; i++) {
        const StoryPerson *it = &u->sc->people[i];
        uint8_t seen = u->check->seen.people[i];
        if (!has_bridge(u, i)) {
            continue;
        }
        if ((seen & (SEEN_HARMED | SEEN_AT_RISK)) == 0) {
            ExploreFinding *f = add(u, FINDING_UNHARMED, it->id, it->at, -1, -1);
            say(u, f, "nothing can harm the bridge to @", "nothing harmed the bridge to @");
            FIND_SAY(f->cause, "whatever is chosen, %s",
                     is_kept_or_open(u, i)
                         ? "each promise to them is kept, or still open when the story ends"
                         : "no promise to them is ever missed");
            FIND_SAY(f->fix, "let a promise to them be at risk: another use for the same hours");
        } else if ((seen & (SEEN_HARMED | SEEN_MENDED)) == SEEN_HARMED) {
            ExploreFinding *f = add(u, FINDING_UNMENDED, it->id, it->at, -1, -1);
            say(u, f, "the bridge to @ can be harmed, and nothing can mend it",
                "nothing mended the bridge to @");
            FIND_SAY(f->fix,
                     "leave a way back: own_up, apologise, a one-on-one, a promise kept later");
        }
    }
}

static void report_mechanics(Unmet *u)
{
    for (int n = 1; n <= EXPLORE_MECHANICS; n++) {
        uint32_t bit = 1u << (n - 1);
        if ((u->sc->teaches & bit) != 0 && (u->check->seen.mechanics & bit) == 0) {
            char id[8];
            find_say(id, sizeof id, "A%d", n);
            StoryPosition at = { 0, 0 };
            ExploreFinding *f = add(u, FINDING_TEACHES, id, at, -1, -1);
            say(u, f, "teaches says @, and no way meets it", "teaches says @, which was not met");
            FIND_SAY(f->fix, "take %s out of teaches, or write a place where it is met", id);
        }
    }
}

// ---- what is in doubt -------------------------------------------------------------------------------

static void doubt(ExploreDoubts *doubts, const ExploreSeen *seen, int cond, bool true_too)
{
    if (cond >= 0) {
        uint8_t is = seen->conditions[cond];
        doubts->conditions[cond] = is == 0 || is == SEEN_FALSE || (is == SEEN_TRUE && true_too);
    }
}

static bool anything(const ExploreDoubts *doubts, int count)
{
    for (int i = 0; i < count; i++) {
        if (doubts->conditions[i]) {
            return true;
        }
    }
    return doubts->events;
}

static bool is_promised_again(const Scenario *sc, int commitment)
{
    for (int i = 0; i < sc->op_count; i++) {
        bool promise = sc->ops[i].code == OP_PROMISE && sc->ops[i].a == commitment;
        if (promise && find_promised_before(sc, i)) {
            return true;
        }
    }
    return false;
}

// What no play has met, of a commitment.
static bool is_doubtful(const Unmet *u, int commitment)
{
    uint8_t seen = u->check->seen.commitments[commitment];
    return (seen & SEEN_PROMISED) == 0 || (seen & SEEN_SETTLED) == 0 ||
           never_owned(u, commitment) || never_delivered(u, commitment) ||
           ((seen & SEEN_REFUSED) == 0 && is_promised_again(u->sc, commitment));
}

static void find_doubts(const Unmet *u, ExploreDoubts *doubts)
{
    const Scenario *sc = u->sc;
    const ExploreSeen *seen = &u->check->seen;
    doubts->conditions = mem_alloc((size_t)sc->cond_count + 1);
    for (int i = 0; i < sc->op_count; i++) {
        if (sc->ops[i].code == OP_UNLESS) {
            doubt(doubts, seen, sc->ops[i].c, true);
        }
    }
    for (int i = 0; i < sc->option_count; i++) {
        doubt(doubts, seen, sc->options[i].when, true);
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        doubt(doubts, seen, sc->whenevers[i].when, false);
    }
    for (int i = 0; i < sc->commitment_count; i++) {
        doubt(doubts, seen, sc->commitments[i].provided, true);
        doubts->events = doubts->events || is_doubtful(u, i);
    }
    for (int i = 0; i < sc->person_count; i++) {
        doubts->events =
            doubts->events || (has_bridge(u, i) && (seen->people[i] & SEEN_MENDED) == 0);
    }
    doubts->events = doubts->events || (sc->teaches & ~seen->mechanics) != 0;
}

void find_in_doubt(ExploreCheck *check, ExploreDoubts *doubts)
{
    Unmet u = { check, check->scenario, FINDING_NOTE, BY_NOTHING };
    *doubts = (ExploreDoubts){ .events = false };
    find_doubts(&u, doubts);
}

static void only_notes(Unmet *u)
{
    u->severity = FINDING_NOTE;
    u->method = BY_NOTHING;
}

void find_unmet(ExploreCheck *check, const ExploreOptions *how)
{
    Unmet u = { check, check->scenario, FINDING_NOTE, BY_NOTHING };
    bool proved = check->complete;
    if (check->explored) {
        ask_graph(check);
    }
    if (proved) {
        ExploreDoubts doubts = { 0 };
        find_doubts(&u, &doubts);
        bool answered = true;
        check->surveyed =
            !anything(&doubts, u.sc->cond_count) ||
            explore_survey_walk(&check->survey, &check->graph, how, &check->seen, &answered);
        check->questions_open = check->questions_open || !answered;
        mem_free(doubts.conditions);
        u.severity = FINDING_WARNING;
        u.method = BY_PROOF;
    }
    report_scenes(&u);
    report_endings(&u);
    report_options(&u);
    if (!check->surveyed) {
        only_notes(&u);
    }
    report_offers(&u);
    report_commitments(&u);
    report_deeds(&u);
    report_bridges(&u);
    report_mechanics(&u);
    if (check->questions_open) {
        only_notes(&u);
    }
    report_questions(&u);
}
