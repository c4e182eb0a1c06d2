// Looking things up in a compiled scenario.
#include "story/scenario.h"

#include <string.h>

int scenario_person(const Scenario *scenario, const char *id)
{
    for (int i = 0; i < scenario->person_count; i++) {
        if (strcmp(scenario->people[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_commitment(const Scenario *scenario, const char *id)
{
    for (int i = 0; i < scenario->commitment_count; i++) {
        if (strcmp(scenario->commitments[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_scene(const Scenario *scenario, const char *id)
{
    for (int i = 0; i < scenario->scene_count; i++) {
        if (strcmp(scenario->scenes[i].id, id) == 0) {
            return i;
        }
    }
    return -1;
}

int scenario_scene_of(const Scenario *scenario, int op)
{
    for (int i = 0; i < scenario->scene_count; i++) {
        if (op >= scenario->scenes[i].op && op < scenario->scenes[i].end) {
            return i;
        }
    }
    return -1;
}

bool scenario_err_at(const Scenario *scenario, int op, Err *err)
{
    StoryPosition at = scenario->op_positions[op];
    if (at.line == 0 || at.file >= scenario->file_count) {
        return false;
    }
    return err_at(err, scenario->files[at.file], at.line, 0);
}

void scenario_free(Scenario *scenario)
{
    if (scenario == NULL) {
        return;
    }
    if (scenario->lua_free != NULL) {
        scenario->lua_free(scenario->lua_context);
    }
    Arena arena = scenario->arena; // the scenario itself lies in it
    arena_deinit(&arena);
}
