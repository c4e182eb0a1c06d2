// Events are told apart by what the article speaks of; a condition is watched by being asked through
// the scenario's own callback for Lua conditions. What harms and mends a bridge is read from deeds
// alone, never from how far trust stands: a state of a reduced graph stands for many such readings.
#include "explore/seen.h"

#include "base/arena.h"

#include <string.h>

static void *zeroed(size_t size, int count)
{
    return mem_alloc(size * (size_t)(count > 0 ? count : 1));
}

void explore_seen_init(ExploreSeen *seen, const Scenario *scenario)
{
    *seen = (ExploreSeen){ .scenario = scenario };
    seen->scenes = zeroed(sizeof *seen->scenes, scenario->scene_count);
    seen->options = zeroed(sizeof *seen->options, scenario->option_count);
    seen->endings = zeroed(sizeof *seen->endings, scenario->ending_count);
    seen->conditions = zeroed(sizeof *seen->conditions, scenario->cond_count);
    seen->commitments = zeroed(sizeof *seen->commitments, scenario->commitment_count);
}

void explore_seen_deinit(ExploreSeen *seen)
{
    mem_free(seen->scenes);
    mem_free(seen->options);
    mem_free(seen->endings);
    mem_free(seen->conditions);
    mem_free(seen->commitments);
    *seen = (ExploreSeen){ .scenario = NULL };
}

// ---- events -----------------------------------------------------------------------------------------

static void meet(ExploreSeen *seen, int mechanic)
{
    seen->mechanics |= 1u << (mechanic - 1);
}

// `how`: SEEN_HARMED or SEEN_AT_RISK.
static void harm(ExploreSeen *seen, int person, uint8_t how, uint8_t *harmed)
{
    if (person < seen->scenario->person_count) {
        seen->people[person] |= how;
        *harmed = (uint8_t)(*harmed | 1u << person);
    }
}

static void mend(ExploreSeen *seen, int person, const uint8_t *harmed)
{
    if (person < seen->scenario->person_count && (*harmed >> person & 1) != 0) {
        seen->people[person] |= SEEN_MENDED;
        meet(seen, 3); // broken fast, rebuilt slowly
    }
}

// Whoever hears of their dealings hears of this too, a day later or never; so do witnesses of the
// option that runs.
static uint8_t hearers(const ExploreSeen *seen, int person)
{
    const Scenario *sc = seen->scenario;
    unsigned mask = seen->witnesses;
    for (int i = 0; i < sc->person_count; i++) {
        mask |= (unsigned)(sc->people[i].hears >> person & 1) << i;
    }
    return (uint8_t)(mask & ~(1u << person));
}

static void settled(ExploreSeen *seen, const StoryEvent *event, uint8_t *harmed)
{
    const StoryCommitment *c = &seen->scenario->commitments[event->what];
    seen->commitments[event->what] |= SEEN_PROMISED | SEEN_SETTLED;
    meet(seen, 4); // the clock decides what was said
    if (c->by != STORY_PLAYER) {
        return;
    }
    if (event->a == STATE_KEPT) {
        meet(seen, 2);
    } else if (event->a == STATE_LAPSED) {
        return;
    }
    meet(seen, 6);
    uint8_t heard = hearers(seen, c->to);
    for (int i = 0; i < seen->scenario->person_count; i++) {
        if (i != c->to && (heard >> i & 1) == 0) {
            continue;
        }
        if (event->a == STATE_KEPT) {
            mend(seen, i, harmed);
        } else {
            harm(seen, i, i == c->to ? SEEN_HARMED : SEEN_AT_RISK, harmed);
        }
    }
}

static void moved(ExploreSeen *seen, const StoryEvent *event, uint8_t *harmed)
{
    switch (event->what) {
    case STORY_LISTEN:
        meet(seen, 9);
        mend(seen, event->person, harmed);
        break;
    case STORY_ASK:
        meet(seen, 10);
        mend(seen, event->person, harmed);
        break;
    case STORY_THEIR_AGENDA:
    case STORY_SHARED_AGENDA:
        meet(seen, 8);
        mend(seen, event->person, harmed);
        break;
    case STORY_MY_AGENDA:
        meet(seen, 8);
        break;
    default:
        break;
    }
}

static void needed(ExploreSeen *seen, const StoryEvent *event, uint8_t harmed)
{
    const StoryNeed *need = &seen->scenario->needs[event->what];
    meet(seen, 16); // crossing is their decision
    if ((need->who & (need->who - 1)) != 0) {
        meet(seen, 14); // nobody can say whom one will need
    }
    if (event->kind == EVENT_CROSSED && event->a == 0) {
        meet(seen, 13);
        if (harmed != 0) {
            meet(seen, 15);
        }
    }
}

static void ended(ExploreSeen *seen, int ending)
{
    seen->endings[ending] = true;
    meet(seen, 1);
    meet(seen, 20);
    if (seen->scenario->endings[ending].kind == STORY_SILO) {
        meet(seen, 17);
    }
}

// Where the story goes.
static void way(ExploreSeen *seen, const StoryEvent *event, uint8_t harmed)
{
    switch (event->kind) {
    case EVENT_SCENE:
        seen->scenes[event->what] = true;
        seen->witnesses = 0;
        seen->at_desk = false;
        break;
    case EVENT_CHOSE:
        seen->witnesses = 0;
        seen->at_desk = event->a == OFFER_TELL;
        if (event->a == OFFER_OPTION) {
            seen->options[event->what] = true;
            seen->witnesses = seen->scenario->options[event->what].seen_by;
        }
        break;
    case EVENT_NEED:
    case EVENT_CROSSED:
        needed(seen, event, harmed);
        break;
    case EVENT_ENDED:
        ended(seen, event->what);
        break;
    default:
        break;
    }
}

// A one-on-one does them good; one that is not wholly theirs may cost some of what they had.
static void talked(ExploreSeen *seen, const StoryEvent *event, uint8_t *harmed)
{
    meet(seen, 7);
    meet(seen, 12);
    mend(seen, event->person, harmed);
    if (event->b < TRUST_ONE) {
        harm(seen, event->person, SEEN_AT_RISK, harmed);
    }
}

static void spoken(ExploreSeen *seen, const StoryEvent *event, uint8_t *harmed)
{
    meet(seen, 18); // words and deeds that mend, and wear out
    if (event->kind == EVENT_TACTIC && event->what == TACTIC_DENIAL) {
        harm(seen, event->person, SEEN_HARMED, harmed);
    } else {
        mend(seen, event->person, harmed);
    }
}

// What is said and done between people.
static void dealing(ExploreSeen *seen, const StoryEvent *event, uint8_t *harmed)
{
    switch (event->kind) {
    case EVENT_OWNED_UP:
    case EVENT_TACTIC:
        spoken(seen, event, harmed);
        break;
    case EVENT_TALKED:
        talked(seen, event, harmed);
        break;
    case EVENT_MOVE:
        moved(seen, event, harmed);
        break;
    case EVENT_STANDARD:
        meet(seen, 5);
        harm(seen, event->person, SEEN_HARMED, harmed);
        break;
    case EVENT_CLARIFIED: // what was broken unknowingly may be forgiven
        mend(seen, event->person, harmed);
        break;
    case EVENT_MOVED:
        harm(seen, event->person, SEEN_HARMED, harmed);
        break;
    case EVENT_RAPPORT: // of a move in passing
        if (event->what == TRUST_DEFENDED) {
            harm(seen, event->person, SEEN_HARMED, harmed);
        }
        break;
    default:
        break;
    }
}

static void promised(ExploreSeen *seen, const StoryEvent *event)
{
    bool late = event->a <= event->minute;
    seen->commitments[event->what] |= SEEN_PROMISED | (late ? SEEN_LATE : SEEN_IN_TIME);
}

// What is done and said about a commitment, whether it is of use or not.
static void about_commitment(ExploreSeen *seen, const StoryEvent *event)
{
    if (event->what >= seen->scenario->commitment_count) {
        return; // it is of something else
    }
    uint8_t *of = &seen->commitments[event->what];
    switch (event->kind) {
    case EVENT_OWNED_UP:
        *of |= event->a != 0 ? SEEN_OWNED : 0;
        break;
    case EVENT_TOLD:
        *of |= seen->at_desk ? 0 : SEEN_OWN_TELLS;
        break;
    case EVENT_REFUSED:
        *of |= SEEN_REFUSED;
        break;
    case EVENT_DELIVERED:
        *of |= SEEN_DELIVERED;
        break;
    default:
        break;
    }
}

static void one(ExploreSeen *seen, const StoryEvent *event, uint8_t *harmed)
{
    static const uint8_t met[] = {
        // what one kind of event is enough for
        [EVENT_MOVED] = 19, [EVENT_WORKED] = 19,   [EVENT_RESTED] = 19,
        [EVENT_SPENT] = 12, [EVENT_CLARIFIED] = 5, [EVENT_HEARD] = 6,
    };
    if (event->kind < sizeof met && met[event->kind] != 0) {
        meet(seen, met[event->kind]);
    }
    switch (event->kind) {
    case EVENT_WORKED:
    case EVENT_RESTED:
        meet(seen, 12);
        break;
    case EVENT_PROMISED:
        promised(seen, event);
        break;
    case EVENT_SETTLED:
        settled(seen, event, harmed);
        break;
    case EVENT_LEARNED:
        if (event->what < seen->scenario->fact_count) { // else see witness.h
            meet(seen, 11);
        }
        break;
    default:
        about_commitment(seen, event);
        way(seen, event, *harmed);
        dealing(seen, event, harmed);
        break;
    }
}

void explore_seen_events(ExploreSeen *seen, const StoryEvent *events, int count, uint8_t *harmed)
{
    seen->witnesses = 0;
    seen->at_desk = false;
    for (int i = 0; i < count; i++) {
        one(seen, &events[i], harmed);
    }
}

// ---- conditions -------------------------------------------------------------------------------------

static bool ask(void *context, int function, const Scenario *scenario, const Playthrough *play,
                bool *out, Err *err)
{
    ExploreWatch *watch = context;
    (void)scenario;
    bool ok = story_condition(watch->original, play, function, out, err);
    if (ok) {
        watch->seen->conditions[function] |= *out ? SEEN_TRUE : SEEN_FALSE;
    }
    return ok;
}

static void watch_condition(ExploreWatch *watch, int cond)
{
    if (cond >= 0) {
        watch->conds[cond] = (StoryCond){ COND_LUA, 0, (uint16_t)cond, 0 };
        watch->tests[cond] = (StoryTest){ TEST_OTHER, 0, 0, 0 };
    }
}

void explore_watch_init(ExploreWatch *watch, const Scenario *scenario, ExploreSeen *seen)
{
    *watch = (ExploreWatch){ .scenario = *scenario, .original = scenario, .seen = seen };
    watch->conds = zeroed(sizeof *watch->conds, scenario->cond_count);
    watch->tests = zeroed(sizeof *watch->tests, scenario->cond_count);
    if (scenario->cond_count > 0) {
        size_t count = (size_t)scenario->cond_count;
        memcpy(watch->conds, scenario->conds, count * sizeof *watch->conds);
        memcpy(watch->tests, scenario->tests, count * sizeof *watch->tests);
    }
    for (int i = 0; i < scenario->op_count; i++) {
        if (scenario->ops[i].code == OP_UNLESS) {
            watch_condition(watch, scenario->ops[i].c);
        }
    }
    for (int i = 0; i < scenario->option_count; i++) {
        watch_condition(watch, scenario->options[i].when);
    }
    for (int i = 0; i < scenario->whenever_count; i++) {
        watch_condition(watch, scenario->whenevers[i].when);
    }
    for (int i = 0; i < scenario->commitment_count; i++) {
        watch_condition(watch, scenario->commitments[i].provided);
    }
    watch->scenario.conds = watch->conds;
    watch->scenario.tests = watch->tests;
    watch->scenario.lua_condition = ask;
    watch->scenario.lua_heard = NULL;
    watch->scenario.lua_context = watch;
    watch->scenario.lua_free = NULL;
}

void explore_watch_deinit(ExploreWatch *watch)
{
    mem_free(watch->conds);
    mem_free(watch->tests);
}
