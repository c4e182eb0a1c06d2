// The bridge before and after, in words: promises by their numbers, then good faith, ropes, posts, and last
// the word for all of it. How things stand now is said, not by how much: numbers stay right when a
// plank of good faith becomes a promise.
#include "speech/changes.h"

#include "base/say.h"
#include "story/render.h"

#include <string.h>

typedef struct Said {
    Text *out;
    const char *name;
    int count; // sentences
} Said;

static void sentence(Said *said, const char *text)
{
    if (text[0] == '\0') {
        return;
    }
    if (said->count++ == 0) {
        text_addf(said->out, say("The bridge to %s: "), said->name);
    } else {
        text_add(said->out, " ");
    }
    text_add(said->out, text);
}

// ---- promises -----------------------------------------------------------------------------------

static const BridgePlank *plank_of(const BridgeCondition *bridge, int disc)
{
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (bridge->planks[i].disc == disc) {
            return &bridge->planks[i];
        }
    }
    return NULL;
}

static const char *plank_now(const BridgePlank *plank)
{
    switch ((BridgePlankState)plank->state) {
    case BRIDGE_PLANK_SOUND:
        return say("plank {1} lies firm");
    case BRIDGE_PLANK_MARKED:
        return say("plank {1} is still to do");
    case BRIDGE_PLANK_NEW:
        return say("plank {1} is new wood");
    case BRIDGE_PLANK_WORN:
        return say("plank {1} is worn: its date was moved");
    case BRIDGE_PLANK_CRACKED:
        return say("plank {1} has cracked");
    case BRIDGE_PLANK_HANGING:
        return say("plank {1} hangs by one end");
    case BRIDGE_PLANK_GONE:
        return say("plank {1} is gone, and tore its neighbours away");
    case BRIDGE_PLANK_GREY:
        break;
    }
    return say("plank {1} is grey");
}

static void add_filled(Text *out, const char *pattern, int number)
{
    const char *mark = strstr(pattern, "{1}");
    if (mark == NULL) {
        text_add(out, pattern);
        return;
    }
    text_add_n(out, pattern, (size_t)(mark - pattern));
    text_addf(out, "%d%s", number, mark + 3);
}

static void add_part(Text *out, int *parts, const char *pattern, int number)
{
    text_add(out, (*parts)++ == 0 ? "" : ", ");
    add_filled(out, pattern, number);
}

// "plank 2 hangs by one end, plank 4 lies in a gap".
static void add_promises(Said *said, const BridgeCondition *before, const BridgeCondition *now)
{
    Text out = { 0 };
    int parts = 0;
    for (int disc = 1; disc <= BRIDGE_DISCS; disc++) {
        const BridgePlank *was = plank_of(before, disc);
        const BridgePlank *is = plank_of(now, disc);
        if (is == NULL) {
            continue;
        }
        if (was == NULL && is->state == BRIDGE_PLANK_MARKED) {
            add_part(&out, &parts,
                     is->theirs ? say("plank {1} is new, and theirs to do")
                                : say("plank {1} is new, and yours to do"),
                     disc);
        } else if ((was == NULL || was->state != is->state) && is->mended_by == 0) {
            add_part(&out, &parts, plank_now(is), disc);
        }
    }
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        int by = now->planks[i].mended_by;
        if (by > 0 && before->planks[i].mended_by != by) {
            add_part(&out, &parts, say("plank {1} lies in a gap now, new and pale"), by);
        }
    }
    if (parts > 0) {
        text_add(&out, ".");
    }
    sentence(said, text_str(&out));
    text_deinit(&out);
}

// ---- good faith ---------------------------------------------------------------------------------

typedef struct Faith {
    int gone, cracked, grey;
} Faith;

static Faith count_faith(const BridgeCondition *bridge)
{
    Faith faith = { 0 };
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *plank = &bridge->planks[i];
        if (plank->disc == 0 && plank->mended_by == 0) {
            faith.gone += plank->state == BRIDGE_PLANK_GONE;
            faith.cracked += plank->state == BRIDGE_PLANK_CRACKED;
            faith.grey += plank->state == BRIDGE_PLANK_GREY;
        }
    }
    return faith;
}

static void add_faith(Said *said, const BridgeCondition *before, const BridgeCondition *now)
{
    Faith was = count_faith(before), is = count_faith(now);
    if (was.gone == is.gone && was.cracked == is.cracked && was.grey == is.grey) {
        return;
    }
    if (is.gone + is.cracked + is.grey == 0) {
        sentence(said, say("All planks of good faith are sound again."));
        return;
    }
    Text out = { 0 };
    int parts = 0;
    text_add(&out, say("Of the planks of good faith "));
    if (is.gone > 0) {
        add_part(&out, &parts, say_many("{1} is gone", "{1} are gone", is.gone), is.gone);
    }
    if (is.cracked > 0) {
        add_part(&out, &parts, say_many("{1} is cracked", "{1} are cracked", is.cracked),
                 is.cracked);
    }
    if (is.grey > 0) {
        add_part(&out, &parts, say_many("{1} has grown grey", "{1} have grown grey", is.grey),
                 is.grey);
    }
    text_add(&out, ".");
    sentence(said, text_str(&out));
    text_deinit(&out);
}

// ---- ropes, posts, and all of it ----------------------------------------------------------------

static int strands(const BridgeCondition *bridge, int state)
{
    int count = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        count += bridge->strands[i] == state;
    }
    return count;
}

static void add_ropes(Said *said, const BridgeCondition *before, const BridgeCondition *now)
{
    int gone = strands(now, BRIDGE_STRAND_GONE);
    int more = gone - strands(before, BRIDGE_STRAND_GONE);
    int spliced = strands(now, BRIDGE_STRAND_SPLICED) - strands(before, BRIDGE_STRAND_SPLICED);
    if (more > 0) {
        Text text = { 0 };
        add_filled(&text,
                   say_many("A strand of the ropes has snapped: {1} of eight is gone.",
                            "A strand of the ropes has snapped: {1} of eight are gone.", gone),
                   gone);
        sentence(said, text_str(&text));
        text_deinit(&text);
    }
    if (spliced > 0) {
        sentence(said, say("A strand of the ropes is spliced again."));
    } else if (more < 0) {
        sentence(said, say("The ropes hold again."));
    }
}

static void add_beside(Said *said, const BridgeCondition *before, const BridgeCondition *now)
{
    Text beside = { 0 };
    if (now->scar > 0 && before->scar <= 0) {
        sentence(said, say("A dark scar runs down one post."));
    }
    render_beside(before, now, &beside);
    sentence(said, text_str(&beside));
    text_deinit(&beside);
}

static void add_word(Said *said, const BridgeCondition *before, const BridgeCondition *now)
{
    if (now->word == before->word && now->frayed == before->frayed &&
        now->mended == before->mended) {
        return;
    }
    Text text = { 0 };
    text_addf(&text, say("It is %s%s%s now."), say(bridge_word_name((BridgeWord)now->word)),
              now->frayed ? say(", frayed") : "", now->mended ? say(", mended") : "");
    sentence(said, text_str(&text));
    text_deinit(&text);
}

void speech_bridge_changes(const char *name, const BridgeCondition *before,
                           const BridgeCondition *now, Text *out)
{
    Said said = { .out = out, .name = name };
    add_promises(&said, before, now);
    add_faith(&said, before, now);
    add_ropes(&said, before, now);
    add_beside(&said, before, now);
    add_word(&said, before, now);
}
