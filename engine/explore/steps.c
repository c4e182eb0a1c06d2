// See steps.h. Most links ask little of few parts: only what is asked stands here.
#include "explore/steps.h"

#include "base/arena.h"

#include <string.h>

void explore_steps_init(ExploreSteps *s, const ExploreRests *rests, const ExploreClasses classes[])
{
    uint32_t links = rests->link_count, count = 0;
    *s = (ExploreSteps){ .classes = classes, .parts = explore_parts(rests->scenario) };
    for (uint32_t k = 0; k < links; k++) {
        for (int i = 0; i < s->parts; i++) {
            count += classes[i].way[k] != (uint32_t)EXPLORE_SAME;
        }
    }
    s->items = mem_alloc(sizeof *s->items * (count + 1));
    s->first = mem_alloc(sizeof *s->first * (links + 1));
    count = 0;
    for (uint32_t k = 0; k < links; k++) {
        s->first[k] = count;
        for (int i = 0; i < s->parts; i++) {
            if (classes[i].way[k] != (uint32_t)EXPLORE_SAME) {
                s->items[count++] = (ExploreStep){ (uint32_t)i, classes[i].way[k] };
            }
        }
    }
    s->first[links] = count;
}

void explore_steps_deinit(ExploreSteps *steps)
{
    mem_free(steps->items);
    mem_free(steps->first);
    *steps = (ExploreSteps){ .items = NULL };
}

bool explore_steps_follow(const ExploreSteps *s, const uint32_t *from, uint32_t link, uint32_t *to)
{
    uint32_t found[EXPLORE_PARTS];
    uint32_t first = s->first[link], end = s->first[link + 1];
    for (uint32_t k = first; k < end; k++) {
        const ExploreStep *step = &s->items[k];
        const ExploreClasses *classes = &s->classes[step->part];
        found[k - first] = classes->to[classes->first[from[step->part]] + step->way];
        if (found[k - first] == (uint32_t)EXPLORE_PARTED) {
            return false;
        }
    }
    memcpy(to, from, sizeof *to * (size_t)s->parts);
    for (uint32_t k = first; k < end; k++) {
        to[s->items[k].part] = found[k - first];
    }
    return true;
}
