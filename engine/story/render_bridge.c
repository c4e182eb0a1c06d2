// The bridge in words, for those who hear it or read it: whatever the picture shows of the same
// condition and nothing else, the worst first, so that one can stop listening. Numbers of discs are
// left to the ledger and to pointing at a plank.
#include "story/render.h"

#include "base/say.h"

enum { STRAIGHT_LEAST = 470000, STRAIGHT_MOST = 560000 }; // rapport at which posts look straight

typedef struct Count {
    int gaps, hanging, cracked, moved, grey, fresh, marked;
    int theirs, theirs_open, theirs_broken;
} Count;

RenderPosts render_posts(const BridgeCondition *b)
{
    return b->rapport < STRAIGHT_LEAST  ? RENDER_POSTS_LEAN
           : b->rapport > STRAIGHT_MOST ? RENDER_POSTS_DEEP
                                        : RENDER_POSTS_STRAIGHT;
}

static bool is_broken(uint8_t state)
{
    return state == BRIDGE_PLANK_GONE || state == BRIDGE_PLANK_HANGING ||
           state == BRIDGE_PLANK_CRACKED;
}

static Count count_planks(const BridgeCondition *b)
{
    Count n = { 0 };
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        uint8_t state = b->planks[i].state;
        bool theirs = b->planks[i].theirs && b->planks[i].disc > 0;
        n.gaps += state == BRIDGE_PLANK_GONE;
        n.hanging += state == BRIDGE_PLANK_HANGING;
        n.cracked += state == BRIDGE_PLANK_CRACKED;
        n.moved += state == BRIDGE_PLANK_WORN;
        n.grey += state == BRIDGE_PLANK_GREY;
        n.fresh += state == BRIDGE_PLANK_NEW;
        n.marked += state == BRIDGE_PLANK_MARKED && !theirs; // what the player has to do
        n.theirs += theirs;
        n.theirs_open += theirs && state == BRIDGE_PLANK_MARKED;
        n.theirs_broken += theirs && is_broken(state);
    }
    return n;
}

static void add_part(Text *out, int *parts, int count, const char *what)
{
    if (count == 0) {
        return;
    }
    const char *planks = *parts > 0 ? "" : say_many("plank ", "planks ", count);
    text_addf(out, "%s%d %s%s", *parts == 0 ? " " : say_comma(), count, planks, what);
    (*parts)++;
}

static void add_fresh(Text *out, int *parts, int count)
{
    if (*parts == 0 && count > 0) {
        text_addf(out, say_many(" %d new plank", " %d new planks", count), count);
        (*parts)++;
    } else {
        add_part(out, parts, count, say("new"));
    }
}

static void add_planks(const Count *n, Text *out)
{
    int parts = n->gaps + n->hanging + n->cracked + n->moved + n->grey + n->fresh > 0 ? 0 : 1;
    if (parts > 0) {
        text_add(out, say(" All planks lie"));
    }
    add_part(out, &parts, n->gaps, say("gone"));
    add_part(out, &parts, n->hanging, say("hanging"));
    add_part(out, &parts, n->cracked, say("cracked"));
    add_part(out, &parts, n->moved, say("worn by a moved date"));
    add_part(out, &parts, n->grey, say("grown grey"));
    add_fresh(out, &parts, n->fresh);
    add_part(out, &parts, n->marked, say("still to do"));
    text_add(out, ".");
}

static void add_theirs(const Count *n, Text *out)
{
    if (n->theirs == 0) {
        return;
    }
    if (n->theirs == 1) {
        text_add(out, say(" One promise is theirs"));
        text_add(out, n->theirs_open > 0     ? say(", still open")
                      : n->theirs_broken > 0 ? say(", broken")
                                             : "");
    } else {
        text_addf(out, say_many(" %d promise is theirs", " %d promises are theirs", n->theirs),
                  n->theirs);
        if (n->theirs_open > 0) {
            text_addf(out, say(", %d still open"), n->theirs_open);
        }
        if (n->theirs_broken > 0) {
            text_addf(out, say(", %d broken"), n->theirs_broken);
        }
    }
    text_add(out, ".");
}

static void add_ropes(const BridgeCondition *b, Text *out)
{
    int gone = 0;
    int spliced = 0;
    for (int i = 0; i < BRIDGE_STRANDS; i++) {
        gone += b->strands[i] == BRIDGE_STRAND_GONE;
        spliced += b->strands[i] == BRIDGE_STRAND_SPLICED;
    }
    if (gone > 0) {
        text_addf(out, say(" %d %s snapped"), gone,
                  say_many("strand of eight has", "strands of eight have", gone));
        if (spliced > 0) {
            text_addf(out, say(", %d %s spliced"), spliced, say_many("is", "are", spliced));
        }
        text_add(out, ".");
    } else if (spliced > 0) {
        text_addf(out, say(" %d %s spliced."), spliced,
                  say_many("strand of eight is", "strands of eight are", spliced));
    }
}

static void add_posts(const BridgeCondition *b, Text *out)
{
    RenderPosts posts = render_posts(b);
    if (posts != RENDER_POSTS_STRAIGHT) {
        text_add(out, posts == RENDER_POSTS_LEAN ? say(" The posts lean.")
                                                 : say(" The posts stand deep."));
    }
    if (b->scar > 0) {
        text_add(out, say(" A dark scar runs down one post."));
    }
    if (b->lantern) {
        text_add(out, say(" A lantern hangs on their side."));
    }
}

void render_condition(const char *name, const BridgeCondition *b, Text *out)
{
    Count n = count_planks(b);
    text_addf(out, "%s: %s%s%s.", name, say(bridge_word_name((BridgeWord)b->word)),
              b->frayed ? say(", frayed") : "", b->mended ? say(", mended") : "");
    add_planks(&n, out);
    add_ropes(b, out);
    add_theirs(&n, out);
    add_posts(b, out);
    if (b->on_guard) {
        text_add(out, say(" They have seen a pattern: kind when doubted, careless when trusted."));
    }
}

static void add_sentence(Text *out, const char *sentence)
{
    text_add(out, out->length > 0 ? " " : "");
    text_add(out, sentence);
}

void render_beside(const BridgeCondition *before, const BridgeCondition *now, Text *out)
{
    RenderPosts posts = render_posts(now);
    if (posts != render_posts(before)) {
        add_sentence(out, posts == RENDER_POSTS_LEAN       ? say("The posts lean now.")
                          : posts == RENDER_POSTS_STRAIGHT ? say("The posts stand straight now.")
                                                           : say("The posts stand deep now."));
    }
    if (now->lantern != before->lantern) {
        add_sentence(out, now->lantern ? say("A lantern hangs on their side now.")
                                       : say("The lantern on their side is gone."));
    }
    if (now->on_guard && !before->on_guard) {
        add_sentence(
            out, say("They have seen a pattern: kind when doubted, careless when trusted."));
    }
}

void render_bridge(const Scenario *scenario, const Playthrough *play, int person, Text *out)
{
    BridgeCondition b;
    story_bridge(scenario, play, person, &b);
    render_condition(scenario_text(scenario, scenario->people[person].first), &b, out);
}
