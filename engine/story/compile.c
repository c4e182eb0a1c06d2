// Makes the Scenario from its parts: names become numbers, and what can be known before playing is worked
// out: who is present where, which scenes can come twice, which plank an option touches, the layout.
#include "base/hash.h"
#include "story/parts.h"
#include "story/playthrough.h"

#include <string.h>

static bool patch(Builder *b, const Part *waiting, bool scenes)
{
    for (int i = 0; i < waiting->count; i++) {
        const PartName *it = part_at(waiting, i);
        const Part *part = scenes ? &b->scenes : &b->endings;
        int found = -1;
        for (int k = 0; k < part->count && found < 0; k++) {
            const char *id = scenes ? ((const StoryScene *)part_at(part, k))->id
                                    : ((const StoryEnding *)part_at(part, k))->id;
            found = strcmp(id, it->name) == 0 ? k : -1;
        }
        if (found < 0) {
            return builder_fail_at(b, it->position, "there is no %s \"%s\"",
                                   scenes ? "scene" : "ending", it->name);
        }
        int target = scenes ? ((const StoryScene *)part_at(part, found))->op : found;
        builder_op_at(b, it->op)->b = (uint16_t)target;
    }
    return true;
}

static int option_named(const Builder *b, const char *whole_id)
{
    const char *dot = strchr(whole_id, '.');
    if (dot == NULL) {
        return -1;
    }
    size_t length = (size_t)(dot - whole_id);
    for (int i = 0; i < b->options.count; i++) {
        const StoryOption *option = part_at(&b->options, i);
        if (option->scene >= b->scenes.count || strcmp(option->id, dot + 1) != 0) {
            continue;
        }
        const StoryScene *scene = part_at(&b->scenes, option->scene);
        if (strlen(scene->id) == length && strncmp(scene->id, whole_id, length) == 0) {
            return i;
        }
    }
    return -1;
}

static bool patch_takes(Builder *b)
{
    for (int i = 0; i < b->takes.count; i++) {
        const char *const *id = part_at(&b->takes, i);
        int option = option_named(b, *id);
        if (option < 0) {
            return builder_fail(b, "took \"%s\": there is no such option", *id);
        }
        builder_option(b, option)->took = (int16_t)i;
    }
    return true;
}

static bool is_about_commitment(uint8_t code)
{
    return code >= OP_PROMISE && code <= OP_WORK;
}

static void options(Builder *b)
{
    for (int i = 0; i < b->options.count; i++) {
        StoryOption *option = part_at(&b->options, i);
        for (int k = option->op; k < option->end; k++) {
            const StoryOp *op = builder_op_at(b, k);
            if (is_about_commitment(op->code) && option->plank == STORY_NONE) {
                option->plank = op->a;
            }
            if (op->code == OP_TALK_MOVE && op->a == STORY_NONE) {
                option->agenda = op->b == STORY_THEIR_AGENDA    ? 3
                                 : op->b == STORY_SHARED_AGENDA ? 2
                                 : op->b == STORY_MY_AGENDA     ? 1
                                                                : option->agenda;
            }
        }
    }
}

static void talks(Builder *b)
{
    for (int i = 0; i < b->talks.count; i++) {
        StoryTalk *talk = part_at(&b->talks, i);
        int agendas = 0;
        for (int k = 0; k < talk->option_count; k++) {
            agendas += builder_option(b, talk->first_option + k)->agenda != 0;
        }
        talk->asks_agenda = agendas == 0;
        talk->agenda_first = agendas > 1;
    }
}

static void present(Builder *b, StoryScene *scene)
{
    for (int k = scene->op; k < scene->end; k++) {
        const StoryOp *op = builder_op_at(b, k);
        if (op->code == OP_LINE && op->a < b->people.count) {
            scene->present |= (uint8_t)(1u << op->a);
        } else if (op->code == OP_TALK) {
            const StoryTalk *talk = part_at(&b->talks, op->b);
            scene->present |= (uint8_t)(1u << talk->person);
        }
    }
}

static int scene_starting(const Builder *b, int op)
{
    for (int i = 0; i < b->scenes.count; i++) {
        const StoryScene *scene = part_at(&b->scenes, i);
        if (scene->op == op) {
            return i;
        }
    }
    return -1;
}

// Marks every scene that can be reached from `from`; true when `from` itself is among them.
static bool comes_again(const Builder *b, int from, bool *seen, int *queue)
{
    memset(seen, 0, (size_t)b->scenes.count);
    int head = 0;
    int tail = 0;
    queue[tail++] = from;
    while (head < tail) {
        const StoryScene *scene = part_at(&b->scenes, queue[head++]);
        for (int k = scene->op; k < scene->end; k++) {
            const StoryOp *op = part_at(&b->ops, k);
            int next = op->code == OP_GO ? scene_starting(b, op->b) : -1;
            if (next >= 0 && !seen[next]) {
                seen[next] = true;
                queue[tail++] = next;
            }
        }
    }
    return seen[from];
}

static bool draws(const Builder *b, const StoryScene *scene)
{
    for (int k = scene->op; k < scene->end; k++) {
        const StoryOp *op = part_at(&b->ops, k);
        if (op->code == OP_CHANCE || op->code == OP_NEED) {
            return true;
        }
    }
    return false;
}

static void scenes(Builder *b)
{
    bool *seen = mem_alloc((size_t)b->scenes.count + 1);
    int *queue = mem_alloc(sizeof *queue * ((size_t)b->scenes.count + 1));
    for (int i = 0; i < b->scenes.count; i++) {
        StoryScene *scene = part_at(&b->scenes, i);
        present(b, scene);
        if (draws(b, scene) && comes_again(b, i, seen, queue)) {
            scene->repeats = (int16_t)b->sc->repeat_count++;
        }
    }
    mem_free(seen);
    mem_free(queue);
}

static void odds(Builder *b)
{
    for (int i = 0; i < b->chances.count; i++) {
        StoryChance *chance = part_at(&b->chances, i);
        chance->total = 0;
        for (int k = 0; k < chance->count; k++) {
            chance->total = (uint16_t)(chance->total + builder_odds_at(b, chance->first + k)->weight);
        }
    }
}

static const void *keep(Builder *b, const Part *part)
{
    void *copy = arena_alloc(&b->sc->arena, (size_t)part->count * part->size);
    if (part->count > 0) {
        memcpy(copy, part->data, (size_t)part->count * part->size);
    }
    return copy;
}

static void copy_parts(Builder *b)
{
    Scenario *sc = b->sc;
    sc->people = keep(b, &b->people), sc->person_count = b->people.count;
    sc->standards = keep(b, &b->standards), sc->standard_count = b->standards.count;
    sc->facts = keep(b, &b->facts), sc->fact_count = b->facts.count;
    sc->commitments = keep(b, &b->commitments), sc->commitment_count = b->commitments.count;
    sc->flags = keep(b, &b->flags), sc->flag_count = b->flags.count;
    sc->numbers = keep(b, &b->numbers), sc->number_count = b->numbers.count;
    sc->scenes = keep(b, &b->scenes), sc->scene_count = b->scenes.count;
    sc->options = keep(b, &b->options), sc->option_count = b->options.count;
    sc->endings = keep(b, &b->endings), sc->ending_count = b->endings.count;
    sc->whenevers = keep(b, &b->whenevers), sc->whenever_count = b->whenevers.count;
    sc->desks = keep(b, &b->desks), sc->desk_count = b->desks.count;
    sc->talks = keep(b, &b->talks), sc->talk_count = b->talks.count;
    sc->needs = keep(b, &b->needs), sc->need_count = b->needs.count;
    sc->chances = keep(b, &b->chances), sc->chance_count = b->chances.count;
    sc->odds = keep(b, &b->odds), sc->odds_count = b->odds.count;
    sc->notes = keep(b, &b->notes), sc->note_count = b->notes.count;
    sc->always = keep(b, &b->always), sc->always_count = b->always.count;
    sc->conds = keep(b, &b->conds), sc->cond_count = b->conds.count;
    sc->ops = keep(b, &b->ops), sc->op_count = b->ops.count;
    sc->op_positions = keep(b, &b->positions);
    sc->files = keep(b, &b->files), sc->file_count = b->files.count;
    sc->strings = arena_text(&sc->arena, b->strings.data, b->strings.length);
    sc->strings_size = (uint32_t)b->strings.length;
    sc->took_count = b->takes.count;
}

static uint64_t mix(uint64_t hash, const void *data, size_t size)
{
    return hash_bytes(data, size, hash);
}

// What a save depends on: everything that decides, by content; positions and pointers stay out.
static uint64_t content_hash(const Scenario *sc)
{
    uint64_t h = mix(hash_string(sc->id), sc->strings, sc->strings_size);
    h = mix(h, sc->ops, sizeof *sc->ops * (size_t)sc->op_count);
    h = mix(h, sc->conds, sizeof *sc->conds * (size_t)sc->cond_count);
    h = mix(h, sc->odds, sizeof *sc->odds * (size_t)sc->odds_count);
    h = mix(h, sc->calendar_day, sizeof sc->calendar_day);
    for (int i = 0; i < sc->commitment_count; i++) {
        const StoryCommitment *c = &sc->commitments[i];
        int32_t numbers[] = { c->kind,    c->by,       c->to,
                              c->by_hand, c->found_in, c->found_of,
                              c->due,     c->effort_minutes, c->meeting_minutes, c->provided };
        h = mix(hash_mix(h, hash_string(c->id)), numbers, sizeof numbers);
    }
    for (int i = 0; i < sc->option_count; i++) {
        const StoryOption *o = &sc->options[i];
        int32_t numbers[] = { o->when, o->scene, o->op, o->seen_by, o->cost_minutes, o->cost_energy };
        h = mix(hash_mix(h, hash_string(o->id)), numbers, sizeof numbers);
    }
    for (int i = 0; i < sc->desk_count; i++) {
        const StoryDesk *d = &sc->desks[i];
        int32_t numbers[] = { d->till, d->slot_minutes, d->talk, (int32_t)(d->work & 0xffffffffu),
                              (int32_t)(d->work >> 32) };
        h = mix(h, numbers, sizeof numbers);
    }
    return hash_mix(h, (uint64_t)sc->version);
}

bool compile_scenario(Builder *b)
{
    if (b->scenes.count == 0) {
        return builder_fail(b, "the scenario has no scene");
    }
    if (b->people.count == 0) {
        return builder_fail(b, "the scenario has no person: a bridge needs somebody on the other side");
    }
    if (!patch(b, &b->gos, true) || !patch(b, &b->ending_gos, false) || !patch_takes(b)) {
        return false;
    }
    options(b);
    talks(b);
    scenes(b);
    odds(b);
    copy_parts(b);
    Scenario *sc = b->sc;
    for (int i = 0; i < sc->whenever_count; i++) {
        sc->has_at_once = sc->has_at_once || sc->whenevers[i].at_once;
    }
    sc->play_size = (play_occurrences_offset(sc) + (size_t)sc->repeat_count + 7u) & ~(size_t)7u;
    sc->hash = content_hash(sc);
    return true;
}
