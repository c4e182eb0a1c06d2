// The order of work: plays first (what they meet need not be proved), then every state, then what is
// in doubt.
#include "explore/finding.h"

#include "base/arena.h"
#include "explore/find.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    ExploreCode code;
    const char *about;
} codes[] = {
    { FINDING_STUCK, "a soft-lock: no option is open, and it is no ending" },
    { FINDING_FAILED, "the story cannot go on: a condition function fails, or the engine refuses" },
    { FINDING_LOOP, "a loop without a way out: from there no ending can be reached" },
    { FINDING_BROKEN, "an always that does not hold" },
    { FINDING_ENDING, "an ending that no way reaches" },
    { FINDING_SCENE, "a scene that no way reaches" },
    { FINDING_OPTION, "an option that can never be taken" },
    { FINDING_UNPROMISED, "a commitment that is never promised" },
    { FINDING_UNSETTLED, "a commitment whose due time no way reaches" },
    { FINDING_UNHARMED, "a bridge that nothing can harm" },
    { FINDING_UNMENDED, "a bridge that can be harmed and never mended" },
    { FINDING_SAME, "two options of a choice that do the same" },
    { FINDING_UNREAD, "a flag or number that no condition reads" },
    { FINDING_TRUE, "a condition that is always true where it is asked" },
    { FINDING_FALSE, "a condition that is never true where it is asked" },
    { FINDING_RARE, "an option that hardly any play comes to take" },
    { FINDING_MINUTES, "a scenario that takes much longer or shorter than its minutes" },
    { FINDING_LONG, "a text that is longer than people read at once" },
    { FINDING_TEACHES, "a mechanic in teaches that no way meets" },
    { FINDING_UNSPOKEN, "a text of which nothing can be read aloud" },
    { FINDING_ALIKE, "two options of a choice with the same words" },
    { FINDING_NOBODY, "{who} where nobody was chosen" },
    { FINDING_UNOWNED, "an own_up that never counts" },
    { FINDING_OVER, "a time that is over before anybody comes there" },
    { FINDING_IDLE, "a deed that never does anything" },
    { FINDING_READING, "lines that are harder to read than the scenario says" },
    { FINDING_UNSAID, "a whenever that is never said" },
};

const char *explore_code(int n, ExploreCode *code)
{
    if (n < 0 || n >= (int)(sizeof codes / sizeof *codes)) {
        return NULL;
    }
    *code = codes[n].code;
    return codes[n].about;
}

void find_say(char *out, size_t size, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(out, size, format, arguments);
    va_end(arguments);
}

ExploreFinding *find_add(ExploreCheck *check, ExploreCode code, ExploreSeverity severity,
                         ExploreMethod method)
{
    if (check->count == check->room) {
        check->room = check->room == 0 ? 16 : check->room * 2;
        check->findings = mem_grow(check->findings, sizeof *check->findings * (size_t)check->room);
    }
    ExploreFinding *finding = &check->findings[check->count++];
    memset(finding, 0, sizeof *finding);
    finding->code = code;
    finding->severity = severity;
    finding->method = method;
    finding->chance = -1.0;
    finding->op = finding->closes = -1;
    if (check->scenario->file_count > 0) {
        FIND_SAY(finding->file, "%s", check->scenario->files[0]);
    }
    return finding;
}

void find_at(ExploreCheck *check, ExploreFinding *finding, StoryPosition at)
{
    if (at.line > 0 && at.file < check->scenario->file_count) {
        FIND_SAY(finding->file, "%s", check->scenario->files[at.file]);
        finding->line = at.line;
    }
}

bool find_on_desk(const Scenario *scenario, int option)
{
    bool desk = false;
    for (int i = 0; i < scenario->desk_count; i++) {
        const StoryDesk *d = &scenario->desks[i];
        desk = desk || (option >= d->first_option && option < d->first_option + d->option_count);
    }
    return desk;
}

void find_option_id(const Scenario *scenario, int option, char *out, size_t size)
{
    const StoryOption *it = &scenario->options[option];
    bool placed = it->scene < scenario->scene_count;
    snprintf(out, size, "%s%s%s", placed ? scenario->scenes[it->scene].id : "",
             find_on_desk(scenario, option) ? "/desk."
             : placed                       ? "."
                                            : "",
             it->id);
}

// ---- the whole --------------------------------------------------------------------------------------

static int by_place(const void *one, const void *two)
{
    const ExploreFinding *a = one, *b = two;
    if (a->severity != b->severity) {
        return a->severity > b->severity ? -1 : 1;
    }
    int files = strcmp(a->file, b->file);
    if (files != 0) {
        return files;
    }
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    int order = (int)a->code - (int)b->code;
    return order != 0 ? order : strcmp(a->message, b->message);
}

// Many of one kind hide the others.
static void keep_a_few(ExploreCheck *check)
{
    int seen[1000] = { 0 }, kept = 0;
    for (int i = 0; i < check->count; i++) {
        ExploreFinding *it = &check->findings[i];
        if (++seen[it->code] > EXPLORE_SAME_CODE_MAX) {
            check->left_out[it->code]++;
            explore_way_deinit(&it->way);
        } else {
            check->findings[kept++] = *it;
        }
    }
    check->count = kept;
}

static void sort_by_place(ExploreCheck *check)
{
    if (check->count > 1) {
        qsort(check->findings, (size_t)check->count, sizeof *check->findings, by_place);
    }
}

static bool walk(ExploreCheck *check, const ExploreDoubts *doubts, const ExploreOptions *how)
{
    Err err = { 0 };
    explore_survey_init(&check->survey, check->scenario, doubts);
    check->explored =
        explore_init(&check->graph, explore_survey_scenario(&check->survey), how, &err);
    check->graph.scenario = check->scenario; // the same story: ways are gone in it
    check->complete = check->explored && check->graph.complete && !check->graph.overflow;
    return check->complete || check->survey.asked == 0;
}

// With traces there are more states. Where they are too many, the questions are left open.
static void explore(ExploreCheck *check, const ExploreOptions *how)
{
    ExploreDoubts doubts;
    find_in_doubt(check, &doubts);
    if (!walk(check, &doubts, how)) {
        explore_deinit(&check->graph);
        explore_survey_deinit(&check->survey);
        memset(doubts.conditions, 0, (size_t)check->scenario->cond_count);
        check->questions_open = true;
        walk(check, &doubts, how);
    }
    mem_free(doubts.conditions);
    if (check->complete) {
        explore_values_init(&check->values, &check->graph);
    }
}

void explore_check_init(ExploreCheck *check, const Scenario *scenario,
                        const ExploreCheckOptions *options)
{
    memset(check, 0, sizeof *check);
    check->scenario = scenario;
    uint32_t limit = options->state_limit > 0 ? options->state_limit : EXPLORE_CHECK_STATES;
    int plays = options->plays > 0 ? options->plays : EXPLORE_CHECK_PLAYS;
    ExploreOptions how = { limit, .forget = true, .merge = true, .hands = options->hands };
    explore_seen_init(&check->seen, scenario);
    explore_plays_init(&check->plays, scenario, plays, &check->seen);
    explore(check, &how);
    find_troubles(check);
    find_loops(check);
    find_unmet(check, &how);
    find_rare(check);
    find_nobody(check, &how);
    find_times(check);
    find_written(check);
    find_drop_consequences(check);
    sort_by_place(check);
    keep_a_few(check);
    find_ways(check);
}

void explore_check_texts(ExploreCheck *check, const Scenario *scenario)
{
    memset(check, 0, sizeof *check);
    check->scenario = scenario;
    find_in_texts(check);
    sort_by_place(check);
}

void explore_check_deinit(ExploreCheck *check)
{
    for (int i = 0; i < check->count; i++) {
        explore_way_deinit(&check->findings[i].way);
    }
    mem_free(check->findings);
    if (check->complete) {
        explore_values_deinit(&check->values);
    }
    explore_deinit(&check->graph);
    explore_survey_deinit(&check->survey);
    explore_plays_deinit(&check->plays);
    explore_seen_deinit(&check->seen);
    memset(check, 0, sizeof *check);
}

int explore_check_count(const ExploreCheck *check, ExploreSeverity severity)
{
    int count = 0;
    for (int i = 0; i < check->count; i++) {
        count += check->findings[i].severity == severity;
    }
    return count;
}

// ---- what keeps states apart ------------------------------------------------------------------------

const char *explore_coupling(const ExploreCheck *check, char *out, int out_size)
{
    const Scenario *sc = check->scenario;
    if (!check->explored) {
        return NULL;
    }
    if (check->graph.overflow) {
        snprintf(out, (size_t)out_size, "a single turn draws more chances than are followed");
        return out;
    }
    int apart = 0;
    for (int i = 0; i < sc->person_count; i++) {
        apart += (check->graph.merged_parts >> i & 1u) != 0;
    }
    if (apart == sc->person_count) {
        return NULL;
    }
    snprintf(out, (size_t)out_size, "the trust of %d of %d colleagues could not be taken apart",
             sc->person_count - apart, sc->person_count);
    return out;
}
