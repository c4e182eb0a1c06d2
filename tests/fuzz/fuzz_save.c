// Any bytes as a save: refused, or a place in the story from which play goes on without harm. What
// was read is written and read again as the same.
// links: story bridge trust base
#include "fuzz/target.h"

#include "support/test.h"

#include "base/arena.h"
#include "base/hash.h"
#include "story/playground.h"
#include "story/save.h"
#include "story/week.h"


enum { CHOICES = 12 };

static void write_and_read(const Scenario *sc, const Playthrough *play)
{
    char text[16384];
    size_t size = save_write(sc, play, text, sizeof text);
    must(size > 0);
    Playthrough *back = mem_alloc(sc->play_size);
    bool edited = true;
    must(save_read(sc, text, back, &edited, NULL));
    must(!edited && back->seed == play->seed && play_equal(sc, back, play));
    mem_free(back);
}

static void play_on(const Scenario *sc, Playthrough *play, uint64_t stream)
{
    StoryJournal journal = { .count = 0 };
    for (int i = 0; i < CHOICES; i++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        Err err = { .kind = ERR_NONE };
        int count = story_offers(sc, play, false, offers, &err);
        if (count == 0) {
            must(story_pause(sc, play) == PAUSE_ENDED || err.kind != ERR_NONE);
            break;
        }
        StoryOffer offer = offers[random_below(&stream, (uint32_t)count)];
        if (!story_choose(sc, play, &offer, &journal, &err)) {
            must(err.kind != ERR_NONE);
            break;
        }
        BridgeCondition bridge;
        story_bridge(sc, play, i % sc->person_count, &bridge);
    }
    story_journal_deinit(&journal);
}

static void try_scenario(const Scenario *sc, const char *text, uint64_t stream)
{
    Playthrough *play = mem_alloc(sc->play_size);
    bool edited = false;
    Err err = { .kind = ERR_NONE };
    if (save_read(sc, text, play, &edited, &err)) {
        write_and_read(sc, play);
        play_on(sc, play, stream);
    } else {
        must(err.kind == ERR_INPUT);
    }
    mem_free(play);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scenario *playground, *week;
    if (playground == NULL) { // built once, and held to the end
        playground = playground_new();
        week = week_new();
    }
    char *text = mem_alloc(size + 1);
    if (size > 0) {
        memcpy(text, data, size);
    }
    text[size] = '\0';
    uint64_t stream = hash_bytes(text, size, 1);
    try_scenario(playground, text, stream);
    try_scenario(week, text, stream);
    mem_free(text);
    return 0;
}
