// A scenario on its card. The light of a place and the face across are choices of ours, told in
// engine/view/README.md.
#include "app/cards.h"
#include "app/host_room.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/say.h"
#include "base/text.h"
#include "story/history.h"
#include "view/words.h"

#include <stdio.h>
#include <string.h>

uint8_t cards_light(const Scenario *scenario)
{
    static const struct {
        const char *place;
        uint8_t weather;
    } lights[] = {
        { "kitchen", STORY_DUSK },    { "theatre", STORY_DUSK }, { "boatyard", STORY_DAWN },
        { "baths", STORY_DAWN },      { "clinic", STORY_DAWN },  { "newsroom", STORY_STORM },
        { "warehouse", STORY_STORM },
    };
    const char *place = scenario_text(scenario, scenario->place);
    if (scenario->weather != STORY_BY_CLOCK || scenario->place_light != STORY_BY_CLOCK) {
        return scenario->weather != STORY_BY_CLOCK ? scenario->weather : scenario->place_light;
    }
    for (size_t i = 0; i < sizeof lights / sizeof *lights; i++) {
        if (strcmp(place, lights[i].place) == 0) {
            return lights[i].weather;
        }
    }
    return STORY_DAY;
}

const char *cards_people(const Scenario *scenario, Arena *texts)
{
    const char *names[STORY_PEOPLE_MAX];
    int count = 0;
    Text list = { 0 };
    for (int i = 0; i < scenario->person_count && count < STORY_PEOPLE_MAX; i++) {
        names[count++] = scenario_text(scenario, scenario->people[i].first);
    }
    say_list(names, count, &list);
    const char *copy = arena_string(texts, text_str(&list));
    text_deinit(&list);
    return copy;
}

static const char *content_of(const Scenario *scenario, Arena *texts)
{
    Text list = { 0 };
    for (int i = 0; i < scenario->content_count; i++) {
        text_addf(&list, "%s%s", i > 0 ? "; " : "", scenario->content[i]);
    }
    const char *copy = arena_string(texts, text_str(&list));
    text_deinit(&list);
    return copy;
}

const char *cards_note(const Scenario *scenario, Arena *texts)
{
    return scenario->content_count > 0 ? word_fill1(texts, W_CONTENT, content_of(scenario, texts))
                                       : "";
}

// Whether somebody has recorded a way that can be shown.
static bool has_way(const char *folder)
{
    char tests[PATHS_SIZE + 16];
    FileList list;
    Err ignored = { 0 };
    bool found = false;
    snprintf(tests, sizeof tests, "%s/tests", folder);
    if (!file_is_folder(tests) || !file_list(tests, &list, &ignored)) {
        return false;
    }
    for (int i = 0; i < list.count && !found; i++) {
        const char *end = strrchr(list.names[i], '.');
        found = end != NULL && strcmp(end, ".play") == 0;
    }
    file_list_free(&list);
    return found;
}

// Whose bridge the first screen is about, and how it stands there.
static void begin(const Scenario *scenario, ViewCard *card)
{
    StoryHistory history;
    Err ignored = { 0 };
    int person = scenario->person_count > 0 ? 0 : -1;
    card->bridge = bridge_condition(&(BridgeInput){ .trust = 660000, .rapport = 500000 });
    if (history_open(&history, scenario, 1, &ignored)) {
        int current = story_current_person(scenario, history.now, &history.journal);
        person = current >= 0 && current < scenario->person_count ? current : person;
        story_bridge(scenario, history.now, person, &card->bridge);
        history_close(&history);
    }
    card->has_look = person >= 0;
    if (card->has_look) {
        card->look = view_look(&scenario->people[person]);
    }
}

void cards_fill(const LibraryItem *item, Arena *texts, ViewCard *card)
{
    const Scenario *scenario = item->scenario;
    *card = (ViewCard){ .id = item->id,
                        .title = item->id,
                        .blurb = "",
                        .place = "",
                        .standing = "",
                        .problem = item->problem,
                        .broken = !scenario };
    if (scenario == NULL) {
        return;
    }
    card->title = scenario_text(scenario, scenario->title);
    card->blurb = scenario_text(scenario, scenario->blurb);
    card->place = scenario_text(scenario, scenario->place);
    card->minutes = scenario->minutes;
    card->weather = cards_light(scenario);
    card->content = content_of(scenario, texts);
    card->people = cards_people(scenario, texts);
    card->has_way = has_way(item->folder);
    card->off_shelf = scenario->kind == STORY_BOOSTER || strcmp(item->id, "practice") == 0;
    card->has_room = host_room_can() && !card->off_shelf;
    begin(scenario, card);
}
