// See path.h.
#include "explore/path.h"

#include "base/arena.h"

enum { CODES_AT_FIRST = 64, MET_AT_FIRST = 1024 };

void explore_paths_init(ExplorePaths *paths, const Scenario *scenario, int part)
{
    uint64_t nothing = 0;
    *paths = (ExplorePaths){ .scenario = scenario, .part = part, .room = CODES_AT_FIRST };
    explore_table_init(&paths->codes, sizeof(uint64_t));
    explore_table_add(&paths->codes, &nothing); // its path asks nothing, and nothing happens
    paths->items = mem_alloc(sizeof *paths->items * CODES_AT_FIRST);
}

void explore_paths_deinit(ExplorePaths *paths)
{
    explore_table_deinit(&paths->codes);
    mem_free(paths->items);
    mem_free(paths->met);
    *paths = (ExplorePaths){ .room = 0 };
}

static void keep_met(ExplorePaths *paths, const ExploreMet *met)
{
    if (paths->met_count == paths->met_room) {
        paths->met_room = paths->met_room == 0 ? MET_AT_FIRST : paths->met_room * 2;
        paths->met = mem_grow(paths->met, sizeof *paths->met * paths->met_room);
    }
    paths->met[paths->met_count++] = *met;
}

uint32_t explore_paths_add(ExplorePaths *paths, uint64_t code, const ExploreMet *met, int count)
{
    if (code == 0) {
        return 0;
    }
    uint32_t known = paths->codes.count;
    uint32_t number = explore_table_add(&paths->codes, &code);
    if (number < known) {
        return number;
    }
    if (number >= paths->room) {
        paths->room *= 2;
        paths->items = mem_grow(paths->items, sizeof *paths->items * paths->room);
    }
    ExplorePath *item = &paths->items[number];
    *item = (ExplorePath){ .first = paths->met_count };
    for (int i = 0; i < count; i++) {
        if (met[i].part == paths->part) {
            explore_outlook_meet(&item->outlook, &paths->questions, &met[i]);
            keep_met(paths, &met[i]);
        }
    }
    item->count = paths->met_count - item->first;
    return number;
}

static bool answers_so(const ExplorePaths *paths, const ExploreMet *met, const ExplorePart *part,
                       ExploreAnswers *answers)
{
    bool energy = paths->part == paths->scenario->person_count;
    bool answer = explore_part_reading(part, (StoryReading)met->which) >= met->threshold;
    unsigned says = answer ? EXPLORE_SAYS_YES : EXPLORE_SAYS_NO;
    if (met->seen != 0 && (met->seen & says) == 0) {
        explore_answers_note(answers, met->at, energy ? STORY_PLAYER : paths->part,
                             (StoryReading)met->which, met->threshold, answer);
    }
    return answer == met->answer;
}

bool explore_path_go(const ExplorePaths *paths, uint32_t code, ExplorePart *part,
                     ExploreAnswers *answers)
{
    const ExplorePath *path = &paths->items[code];
    const ExploreMet *met = paths->met + path->first, *end = met + path->count;
    for (; met < end; met++) {
        if (met->felt == FELT_ENERGY) {
            part->energy = story_energy_felt(paths->scenario, (int16_t)part->energy, met->event);
        } else if (met->felt != 0) {
            story_felt(paths->scenario, paths->part, (StoryFelt)met->felt, met->event,
                       &part->person);
        } else if (!answers_so(paths, met, part, answers)) {
            return false;
        }
    }
    return true;
}
