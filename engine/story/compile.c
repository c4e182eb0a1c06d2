// Makes the Scenario from its parts: names become numbers, and what can be known before playing is
// worked out: who is present where, which scenes can come twice, which plank an option touches, the
// layout.
#include "base/hash.h"
#include "base/names.h"
#include "story/parts.h"
#include "story/playthrough.h"

#include <string.h>

enum { MEETING_GRACE_MINUTES = 10 }; // a meeting is kept by whoever is there within ten minutes

static Names names_of(const Builder *b, bool scenes)
{
    Names names = { 0 };
    const Part *part = scenes ? &b->scenes : &b->endings;
    for (int i = 0; i < part->count; i++) {
        names_add(&names, scenes ? ((const StoryScene *)part_at(part, i))->id
                                 : ((const StoryEnding *)part_at(part, i))->id);
    }
    return names;
}

static bool patch(Builder *b, const Part *waiting, bool scenes)
{
    Names names = names_of(b, scenes);
    bool all = true;
    for (int i = 0; i < waiting->count && all; i++) {
        const PartName *it = part_at(waiting, i);
        int found = names_find(&names, it->name);
        all = found >= 0 || builder_fail_at(b, it->position, "there is no %s \"%s\"",
                                            scenes ? "scene" : "ending", it->name);
        if (all) {
            const StoryScene *scene = scenes ? part_at(&b->scenes, found) : NULL;
            builder_op_at(b, it->op)->b = (uint16_t)(scenes ? scene->op : found);
        }
    }
    names_deinit(&names);
    return all;
}

// "scene.option"; what stands between them ("/desk") tells no two apart.
static const char *option_key(Arena *arena, const char *scene, size_t length, const char *option)
{
    size_t size = length + strlen(option) + 2;
    char *key = arena_alloc(arena, size);
    memcpy(key, scene, length);
    key[length] = '.';
    memcpy(key + length + 1, option, size - length - 1);
    return key;
}

static Names option_names(const Builder *b, Arena *arena)
{
    Names names = { 0 };
    for (int i = 0; i < b->options.count; i++) {
        const StoryOption *option = part_at(&b->options, i);
        const StoryScene *scene =
            option->scene < b->scenes.count ? part_at(&b->scenes, option->scene) : NULL;
        names_add(&names, scene == NULL
                              ? "" // of a one-on-one that has no scene: nobody can ask about it
                              : option_key(arena, scene->id, strlen(scene->id), option->id));
    }
    return names;
}

static bool patch_takes(Builder *b)
{
    if (b->takes.count == 0) {
        return true;
    }
    Arena arena;
    arena_init(&arena);
    Names names = option_names(b, &arena);
    bool all = true;
    for (int i = 0; i < b->takes.count && all; i++) {
        const char *id = b->takes.list[i];
        const char *dot = strchr(id, '.');
        int option =
            dot == NULL ? -1
                        : names_find(&names, option_key(&arena, id, strcspn(id, "/."), dot + 1));
        all = option >= 0 || builder_fail(b, "took \"%s\": there is no such option", id);
        if (all) {
            builder_option(b, option)->took = (int16_t)i;
        }
    }
    names_deinit(&names);
    arena_deinit(&arena);
    return all;
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

static void hearing(Builder *b)
{
    for (int i = 0; i < b->people.count; i++) {
        StoryPerson *person = part_at(&b->people, i);
        person->heard_by = 0;
        for (int k = 0; k < b->people.count; k++) {
            const StoryPerson *other = part_at(&b->people, k);
            person->heard_by |= (uint8_t)((other->hears >> i & 1) << k);
        }
    }
}

static void talks(Builder *b)
{
    for (int i = 0; i < b->talks.count; i++) {
        StoryTalk *talk = part_at(&b->talks, i);
        if (talk->option_count > STORY_OFFERS_MAX) {
            builder_fail(b, "a one-on-one has at most %d options", STORY_OFFERS_MAX);
            return;
        }
        int agendas = 0;
        talk->agendas = talk->others = 0;
        for (int k = 0; k < talk->option_count; k++) {
            bool agenda = builder_option(b, talk->first_option + k)->agenda != 0;
            agendas += agenda;
            talk->agendas |= (uint32_t)agenda << k;
            talk->others |= (uint32_t)!agenda << k;
        }
        talk->asks_agenda = agendas == 0;
        talk->agenda_first = agendas > 1;
        if (!talk->agenda_first) {
            talk->others |= talk->agendas;
        }
    }
}

static bool option_is_plain(Builder *b, const StoryOption *option)
{
    for (int op = option->op; op < option->end; op++) {
        uint8_t code = builder_op_at(b, op)->code;
        if (code == OP_CHOICE || code == OP_DESK || code == OP_TALK || code == OP_NEED) {
            return builder_fail_at(b, *(StoryPosition *)part_at(&b->positions, op),
                                   "a choice, a desk, a need or another one-on-one cannot stand in "
                                   "an option of a one-on-one");
        }
    }
    return true;
}

// The player's answer belongs to the one-on-one: nothing inside may ask for another.
static bool talks_are_plain(Builder *b)
{
    bool plain = true;
    for (int i = 0; i < b->talks.count && plain; i++) {
        const StoryTalk *talk = part_at(&b->talks, i);
        for (int k = 0; k < talk->option_count && plain; k++) {
            plain = option_is_plain(b, builder_option(b, talk->first_option + k));
        }
    }
    return plain;
}

// Commitments whose breaking makes this condition true.
static uint64_t breaking(const Builder *b, int cond)
{
    const StoryCond *c = cond < 0 ? NULL : part_at(&b->conds, cond);
    uint64_t mask = 0;
    if (c == NULL) {
        return 0;
    }
    if (c->kind == COND_MISSED || c->kind == COND_FOUND) {
        return (uint64_t)1 << c->a;
    }
    for (int i = 0; (c->kind == COND_ALL || c->kind == COND_ANY) && i < c->a; i++) {
        mask |= breaking(b, c->b + i);
    }
    return mask;
}

static void reactions(Builder *b)
{
    uint64_t all = 0;
    for (int i = 0; i < b->whenevers.count; i++) {
        StoryWhenever *w = part_at(&b->whenevers, i);
        w->reacts = w->present != 0 ? breaking(b, w->when) : 0;
        all |= w->reacts;
    }
    for (int c = 0; c < b->commitments.count; c++) {
        StoryCommitment *commitment = builder_commitment_at(b, c);
        bool meets = commitment->kind == STORY_MEET && commitment->by == STORY_PLAYER;
        commitment->grace_minutes = meets ? MEETING_GRACE_MINUTES : 0;
        commitment->has_reaction = (all >> c & 1u) != 0;
    }
}

static void present(Builder *b, StoryScene *scene)
{
    if (scene->told_present) {
        return;
    }
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

typedef struct Search {
    bool *seen; // scenes
    int *queue;
    int tail;
} Search;

static void look(const Builder *b, Search *search, int from, int to)
{
    for (int k = from; k < to; k++) {
        const StoryOp *op = part_at(&b->ops, k);
        int next = op->code == OP_GO ? scene_starting(b, op->b) : -1;
        if (next >= 0 && !search->seen[next]) {
            search->seen[next] = true;
            search->queue[search->tail++] = next;
        }
    }
}

// Whether the scene can be reached from itself. What stands outside of scenes (a talk that a desk
// offers) may lead on from anywhere.
static bool comes_again(const Builder *b, int from, Search *search)
{
    memset(search->seen, 0, (size_t)b->scenes.count);
    search->tail = 0;
    const StoryScene *last = part_at(&b->scenes, b->scenes.count - 1);
    look(b, search, last->end, b->ops.count);
    const StoryScene *scene = part_at(&b->scenes, from);
    look(b, search, scene->op, scene->end);
    for (int head = 0; head < search->tail; head++) {
        scene = part_at(&b->scenes, search->queue[head]);
        look(b, search, scene->op, scene->end);
    }
    return search->seen[from];
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
    size_t count = (size_t)b->scenes.count + 1;
    Search search = { mem_alloc(count), mem_alloc(sizeof(int) * count), 0 };
    for (int i = 0; i < b->scenes.count; i++) {
        StoryScene *scene = part_at(&b->scenes, i);
        present(b, scene);
        if (draws(b, scene) && comes_again(b, i, &search)) {
            scene->repeats = (int16_t)b->sc->repeat_count++;
        }
    }
    mem_free(search.seen);
    mem_free(search.queue);
}

static bool odds(Builder *b)
{
    for (int i = 0; i < b->chances.count; i++) {
        StoryChance *chance = part_at(&b->chances, i);
        int total = 0;
        for (int k = 0; k < chance->count; k++) {
            total += builder_odds_at(b, chance->first + k)->weight;
        }
        if (total < 1 || total > UINT16_MAX) {
            return builder_fail(
                b, "the odds of a chance add up to %d: 1 to 65,535 can be drawn from", total);
        }
        chance->total = (uint16_t)total;
    }
    return true;
}

// What is drawn by name goes by the oldest one, so that a new name (`was`) draws nothing anew.
static void drawn_names(Builder *b)
{
    for (int i = 0; i < b->people.count; i++) {
        StoryPerson *person = part_at(&b->people, i);
        person->hash = hash_string(person->id);
    }
    for (int i = 0; i < b->commitments.count; i++) {
        StoryCommitment *commitment = part_at(&b->commitments, i);
        commitment->hash = hash_string(commitment->id);
    }
    for (int i = b->renames.count - 1; i >= 0; i--) { // the first of a thing's old names stays
        const StoryRename *rename = part_at(&b->renames, i);
        uint64_t hash = hash_string(rename->was);
        if (rename->kind == RENAMED_SCENE) {
            ((StoryScene *)part_at(&b->scenes, rename->index))->hash = hash;
        } else if (rename->kind == RENAMED_COMMITMENT) {
            ((StoryCommitment *)part_at(&b->commitments, rename->index))->hash = hash;
        } else if (rename->kind == RENAMED_PERSON) {
            ((StoryPerson *)part_at(&b->people, rename->index))->hash = hash;
        }
    }
}

static bool most(Builder *b, const Part *part, int limit, const char *what)
{
    return part->count <= limit || builder_fail(b, "a scenario has at most %d %s", limit, what);
}

// Indexes of 15 and 16 bits; times of 16.
static bool limits(Builder *b)
{
    const Scenario *sc = b->sc;
    if (sc->day_count > STORY_DAYS_MAX ||
        (sc->day_count > 0 && sc->calendar_day[sc->day_count - 1] >= STORY_CALENDAR_MAX)) {
        return builder_fail(b,
                            "a scenario lasts at most %d days from the first to the last, weekends "
                            "included, and %d of them are worked",
                            STORY_CALENDAR_MAX, STORY_DAYS_MAX);
    }
    for (int i = 0; i < b->commitments.count; i++) {
        const StoryCommitment *c = builder_commitment_at(b, i);
        if (c->due > STORY_CALENDAR_MAX * STORY_DAY_MINUTES ||
            c->effort_minutes > STORY_MINUTE_MAX) {
            return builder_fail_at(b, c->at, "\"%s\" is due too late, or takes too many hours",
                                   c->id);
        }
    }
    return most(b, &b->conds, INT16_MAX, "conditions") && most(b, &b->notes, INT16_MAX, "notes") &&
           (b->takes.count <= INT16_MAX ||
            builder_fail(b, "a scenario has at most %d options asked about with took", INT16_MAX)) &&
           most(b, &b->talks, INT16_MAX, "one-on-ones") &&
           most(b, &b->scenes, INT16_MAX, "scenes") &&
           most(b, &b->options, UINT16_MAX, "options") && most(b, &b->odds, UINT16_MAX, "odds");
}

static void *keep(Builder *b, const Part *part)
{
    void *copy = arena_alloc(&b->sc->arena, (size_t)part->count * part->size);
    if (part->count > 0) {
        memcpy(copy, part->data, (size_t)part->count * part->size);
    }
    return copy;
}

static StoryPosition *keep_places(Builder *b, const StoryPosition *places, int count)
{
    StoryPosition *copy = arena_alloc(&b->sc->arena, (size_t)count * sizeof *copy);
    if (count > 0) {
        memcpy(copy, places, (size_t)count * sizeof *copy);
    }
    return copy;
}

// Returns the ops, which are not finished yet.
static StoryOp *copy_parts(Builder *b)
{
    Scenario *sc = b->sc;
    sc->people = keep(b, &b->people), sc->person_count = b->people.count;
    sc->standards = keep(b, &b->standards), sc->standard_count = b->standards.count;
    sc->facts = keep(b, &b->facts), sc->fact_count = b->facts.count;
    sc->commitments = keep(b, &b->commitments), sc->commitment_count = b->commitments.count;
    sc->flags = keep(b, &b->flags), sc->flag_count = b->flags.count;
    sc->numbers = keep(b, &b->numbers), sc->number_count = b->numbers.count;
    sc->flag_places = keep_places(b, b->flag_places, sc->flag_count);
    sc->number_places = keep_places(b, b->number_places, sc->number_count);
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
    sc->renames = keep(b, &b->renames), sc->rename_count = b->renames.count;
    sc->always = keep(b, &b->always), sc->always_count = b->always.count;
    sc->conds = keep(b, &b->conds), sc->cond_count = b->conds.count;
    StoryOp *ops = keep(b, &b->ops);
    sc->ops = ops, sc->op_count = b->ops.count;
    sc->op_positions = keep(b, &b->positions);
    sc->files = keep(b, &b->files), sc->file_count = b->files.count;
    sc->strings = arena_text(&sc->arena, b->strings.data, b->strings.length);
    sc->strings_size = (uint32_t)b->strings.length;
    sc->took_count = b->takes.count;
    return ops;
}

static uint64_t mix(uint64_t hash, const void *data, size_t size)
{
    return hash_bytes(data, size, hash);
}

#define MIX_NUMBERS(h, ...)                                                                        \
    ((h) = mix((h), (const int32_t[]){ __VA_ARGS__ }, sizeof(const int32_t[]){ __VA_ARGS__ }))

static uint64_t hash_people(const Scenario *sc, uint64_t h)
{
    for (int i = 0; i < sc->person_count; i++) {
        const StoryPerson *p = &sc->people[i];
        h = hash_mix(h, hash_string(p->id));
        MIX_NUMBERS(h, p->mood, p->hears, p->crossing_shift, p->notice, p->talk, p->persona);
    }
    for (int i = 0; i < sc->standard_count; i++) {
        h = hash_mix(h, hash_string(sc->standards[i].id));
        MIX_NUMBERS(h, sc->standards[i].person, sc->standards[i].minutes);
    }
    for (int i = 0; i < sc->fact_count; i++) {
        h = hash_mix(h, hash_string(sc->facts[i].id));
        MIX_NUMBERS(h, sc->facts[i].person);
    }
    for (int i = 0; i < sc->commitment_count; i++) {
        const StoryCommitment *c = &sc->commitments[i];
        h = hash_mix(h, hash_string(c->id));
        MIX_NUMBERS(h, c->kind, c->by, c->to, c->by_hand, c->found_in, c->found_of, c->due,
                    c->effort_minutes, c->meeting_minutes, c->provided);
    }
    for (int i = 0; i < sc->number_count; i++) {
        h = hash_mix(h, hash_string(sc->numbers[i].id));
        MIX_NUMBERS(h, sc->numbers[i].from, sc->numbers[i].to, sc->numbers[i].start);
    }
    return h;
}

static uint64_t hash_flow(const Scenario *sc, uint64_t h)
{
    for (int i = 0; i < sc->scene_count; i++) {
        h = hash_mix(h, hash_string(sc->scenes[i].id));
        MIX_NUMBERS(h, sc->scenes[i].at, sc->scenes[i].op, sc->scenes[i].present);
    }
    for (int i = 0; i < sc->option_count; i++) {
        const StoryOption *o = &sc->options[i];
        h = hash_mix(h, hash_string(o->id));
        MIX_NUMBERS(h, o->when, o->scene, o->op, o->seen_by, o->cost_minutes, o->cost_energy);
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        const StoryWhenever *w = &sc->whenevers[i];
        MIX_NUMBERS(h, w->when, w->present, w->at_once, w->op);
    }
    for (int i = 0; i < sc->desk_count; i++) {
        const StoryDesk *d = &sc->desks[i];
        h = hash_mix(h, d->work);
        MIX_NUMBERS(h, d->till, d->slot_minutes, d->talk, d->first_option, d->option_count);
    }
    for (int i = 0; i < sc->talk_count; i++) {
        const StoryTalk *t = &sc->talks[i];
        MIX_NUMBERS(h, t->person, t->rounds, t->meets, t->minutes, t->energy, t->first_option,
                    t->option_count);
    }
    for (int i = 0; i < sc->need_count; i++) {
        const StoryNeed *n = &sc->needs[i];
        MIX_NUMBERS(h, n->who, n->stakes, n->to_them, n->crosses, n->hesitates, n->turns_back);
    }
    return h;
}

// A line of the interface's is no part of the scenario: another wording of it changes no save.
static uint64_t hash_ops(const Scenario *sc, size_t own_strings, uint64_t h)
{
    for (int i = 0; i < sc->op_count; i++) {
        StoryOp op = sc->ops[i];
        op.c = op.code == OP_LINE && (size_t)op.c >= own_strings ? 0 : op.c;
        h = mix(h, &op, sizeof op);
    }
    return h;
}

// What a save depends on: everything that decides, by content; positions and pointers stay out.
static uint64_t content_hash(const Scenario *sc, size_t own_strings)
{
    uint64_t h = mix(hash_string(sc->id), sc->strings, own_strings);
    h = hash_ops(sc, own_strings, h);
    h = mix(h, sc->conds, sizeof *sc->conds * (size_t)sc->cond_count);
    h = mix(h, sc->odds, sizeof *sc->odds * (size_t)sc->odds_count);
    h = mix(h, sc->calendar_day, sizeof *sc->calendar_day * (size_t)sc->day_count);
    h = mix(h, sc->weekday, sizeof *sc->weekday * (size_t)sc->day_count);
    MIX_NUMBERS(h, sc->opens_minute, sc->closes_minute, sc->energy, sc->version);
    for (int i = 0; i < sc->flag_count; i++) {
        h = hash_mix(h, hash_string(sc->flags[i]));
    }
    return hash_flow(sc, hash_people(sc, h));
}

bool compile_scenario(Builder *b)
{
    if (b->scenes.count == 0) {
        return builder_fail(b, "the scenario has no scene");
    }
    if (b->people.count == 0) {
        return builder_fail(
            b, "the scenario has no person: a bridge needs somebody on the other side");
    }
    if (!patch(b, &b->gos, true) || !patch(b, &b->ending_gos, false) || !patch_takes(b)) {
        return false;
    }
    // Whatever falls off the last op finds that there is nothing to come back to.
    builder_op(b, (StoryOp){ OP_RETURN, 0, 0, 0 }, (StoryPosition){ 0, 0 });
    if (!limits(b) || !odds(b)) {
        return false;
    }
    drawn_names(b);
    hearing(b);
    options(b);
    talks(b);
    if (b->failed || !talks_are_plain(b)) {
        return false;
    }
    reactions(b);
    scenes(b);
    StoryOp *ops = copy_parts(b);
    Scenario *sc = b->sc;
    for (int i = 0; i < sc->whenever_count; i++) {
        sc->has_at_once = sc->has_at_once || sc->whenevers[i].at_once;
    }
    compile_layout(sc);
    sc->hash = content_hash(sc, b->own_strings);
    compile_fast(sc, ops);
    return true;
}
