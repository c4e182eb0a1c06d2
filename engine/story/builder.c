// Collects the parts of a scenario. Nothing is worked out here: see compile.c.
#include "story/builder.h"

#include "base/hash.h"
#include "story/parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int part_reserve(Part *part, int count)
{
    if (part->count + count > part->capacity) {
        int capacity = part->capacity == 0 ? 16 : part->capacity;
        while (capacity < part->count + count) {
            capacity *= 2;
        }
        part->data = mem_grow(part->data, (size_t)capacity * part->size);
        part->capacity = capacity;
    }
    int first = part->count;
    memset((char *)part->data + (size_t)first * part->size, 0, (size_t)count * part->size);
    part->count += count;
    return first;
}

void *part_at(const Part *part, int index)
{
    return (char *)part->data + (size_t)index * part->size;
}

int part_add(Part *part, const void *item)
{
    int index = part_reserve(part, 1);
    memcpy(part_at(part, index), item, part->size);
    return index;
}

bool builder_fail_at(Builder *builder, StoryPosition position, const char *format, ...)
{
    if (builder->failed) {
        return false;
    }
    builder->failed = true;
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    err_set(&builder->err, ERR_INPUT, "%s", message);
    if (position.line > 0 && position.file < builder->files.count) {
        const char *const *file = part_at(&builder->files, position.file);
        err_at(&builder->err, *file, position.line, 0);
    }
    return false;
}

bool builder_fail(Builder *builder, const char *format, ...)
{
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return builder_fail_at(builder, (StoryPosition){ 0, 0 }, "%s", message);
}

static void part_sizes(Builder *b)
{
    b->people.size = sizeof(StoryPerson);
    b->standards.size = sizeof(StoryStandard);
    b->facts.size = sizeof(StoryFact);
    b->commitments.size = sizeof(StoryCommitment);
    b->flags.size = sizeof(const char *);
    b->numbers.size = sizeof(StoryNumber);
    b->scenes.size = sizeof(StoryScene);
    b->options.size = sizeof(StoryOption);
    b->endings.size = sizeof(StoryEnding);
    b->whenevers.size = sizeof(StoryWhenever);
    b->desks.size = sizeof(StoryDesk);
    b->talks.size = sizeof(StoryTalk);
    b->needs.size = sizeof(StoryNeed);
    b->chances.size = sizeof(StoryChance);
    b->odds.size = sizeof(StoryOdds);
    b->notes.size = sizeof(StoryNotes);
    b->renames.size = sizeof(StoryRename);
    b->always.size = sizeof(StoryAlways);
    b->conds.size = sizeof(StoryCond);
    b->ops.size = sizeof(StoryOp);
    b->positions.size = sizeof(StoryPosition);
    b->files.size = sizeof(const char *);
    b->gos.size = sizeof(PartName);
    b->ending_gos.size = sizeof(PartName);
}

Builder *builder_new(const char *id)
{
    Builder *b = mem_alloc(sizeof *b);
    Arena arena;
    arena_init(&arena);
    b->sc = arena_alloc(&arena, sizeof *b->sc);
    b->sc->arena = arena;
    b->sc->trust = trust_preset("work");
    b->sc->opens_minute = 9 * 60;
    b->sc->closes_minute = 17 * 60;
    b->sc->energy = 10000;
    b->scene = -1;
    part_sizes(b);
    text_add_n(&b->strings, "", 1); // offset 0 is the empty text
    b->sc->id = builder_string(b, id);
    b->sc->author = b->sc->licence = b->sc->language = b->sc->folder = "";
    return b;
}

void builder_free(Builder *builder)
{
    if (builder == NULL) {
        return;
    }
    Part *parts[] = { &builder->people,
                      &builder->standards,
                      &builder->facts,
                      &builder->commitments,
                      &builder->flags,
                      &builder->numbers,
                      &builder->scenes,
                      &builder->options,
                      &builder->endings,
                      &builder->whenevers,
                      &builder->desks,
                      &builder->talks,
                      &builder->needs,
                      &builder->chances,
                      &builder->odds,
                      &builder->notes,
                      &builder->renames,
                      &builder->always,
                      &builder->conds,
                      &builder->ops,
                      &builder->positions,
                      &builder->files,
                      &builder->gos,
                      &builder->ending_gos,
                      NULL };
    for (int i = 0; parts[i] != NULL; i++) {
        mem_free(parts[i]->data);
    }
    names_deinit(&builder->takes);
    text_deinit(&builder->strings);
    mem_free(builder->text_table);
    scenario_free(builder->sc);
    mem_free(builder);
}

Scenario *builder_scenario(Builder *builder)
{
    return builder->sc;
}

const char *builder_string(Builder *builder, const char *text)
{
    return arena_string(&builder->sc->arena, text);
}

static uint32_t *text_slot(const Builder *b, const char *text)
{
    uint32_t i = (uint32_t)hash_string(text) & (b->text_capacity - 1);
    while (b->text_table[i] != 0 && strcmp(b->strings.data + b->text_table[i], text) != 0) {
        i = (i + 1) & (b->text_capacity - 1);
    }
    return &b->text_table[i];
}

static void text_table_grow(Builder *b)
{
    uint32_t *old = b->text_table;
    uint32_t old_capacity = b->text_capacity;
    b->text_capacity = old_capacity == 0 ? 256 : old_capacity * 2;
    b->text_table = mem_alloc(sizeof *b->text_table * b->text_capacity);
    for (uint32_t i = 0; i < old_capacity; i++) {
        if (old[i] != 0) {
            *text_slot(b, b->strings.data + old[i]) = old[i];
        }
    }
    mem_free(old);
}

// A straight apostrophe reads as what it stands for: ’ inside and behind a word, ‘ before one.
static void add_curled(Text *strings, const char *text)
{
    char before = ' ';
    for (; *text != '\0'; before = *text++) {
        bool in_word = before != ' ' && before != '\n' && before != '(' && before != '*';
        if (*text != '\'') {
            text_add_char(strings, *text);
        } else {
            text_add(strings, in_word ? "\xe2\x80\x99" : "\xe2\x80\x98");
        }
    }
    text_add_n(strings, "", 1);
}

TextId builder_text(Builder *builder, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return 0;
    }
    if ((builder->text_count + 1) * 2 > builder->text_capacity) {
        text_table_grow(builder);
    }
    size_t start = builder->strings.length;
    add_curled(&builder->strings, text);
    uint32_t *slot = text_slot(builder, builder->strings.data + start);
    if (*slot == 0) {
        *slot = (uint32_t)start;
        builder->text_count++;
    } else {
        builder->strings.length = start; // it was there
    }
    return *slot;
}

static int limited(Builder *b, Part *part, const void *item, int most, const char *what)
{
    if (part->count == most) {
        builder_fail(b, "a scenario has at most %d %s", most, what);
        return 0;
    }
    return part_add(part, item);
}

int builder_file(Builder *builder, const char *path)
{
    const char *copy = builder_string(builder, path);
    return part_add(&builder->files, &copy);
}

int builder_person(Builder *builder, StoryPerson person)
{
    person.trust = person.trust != NULL ? person.trust : builder->sc->trust;
    return limited(builder, &builder->people, &person, STORY_PEOPLE_MAX, "people");
}

int builder_standard(Builder *builder, StoryStandard standard)
{
    return limited(builder, &builder->standards, &standard, STORY_STANDARDS_MAX, "standards");
}

int builder_fact(Builder *builder, StoryFact fact)
{
    return limited(builder, &builder->facts, &fact, STORY_FACTS_MAX, "facts");
}

int builder_commitment(Builder *builder, StoryCommitment commitment)
{
    return limited(builder, &builder->commitments, &commitment, STORY_COMMITMENTS_MAX,
                   "commitments");
}

int builder_flag(Builder *builder, const char *id)
{
    const char *copy = builder_string(builder, id);
    return limited(builder, &builder->flags, &copy, STORY_FLAGS_MAX, "flags");
}

int builder_number(Builder *builder, StoryNumber number)
{
    return limited(builder, &builder->numbers, &number, STORY_NUMBERS_MAX, "numbers");
}

void builder_flag_at(Builder *builder, int flag, StoryPosition at)
{
    if (flag >= 0 && flag < STORY_FLAGS_MAX) {
        builder->flag_places[flag] = at;
    }
}

void builder_number_at(Builder *builder, int number, StoryPosition at)
{
    if (number >= 0 && number < STORY_NUMBERS_MAX) {
        builder->number_places[number] = at;
    }
}

int builder_ending(Builder *builder, StoryEnding ending)
{
    return limited(builder, &builder->endings, &ending, 64, "endings");
}

int builder_whenever(Builder *builder, StoryWhenever whenever)
{
    return limited(builder, &builder->whenevers, &whenever, 256, "whenevers");
}

int builder_desk(Builder *builder, StoryDesk desk)
{
    if (desk.slot_minutes < STORY_SLOT_LEAST) {
        builder_fail(builder, "a desk's slot has at least %d minutes", STORY_SLOT_LEAST);
    }
    return part_add(&builder->desks, &desk);
}

int builder_talk(Builder *builder, StoryTalk talk)
{
    if (talk.option_count > STORY_OFFERS_MAX) {
        builder_fail(builder, "a one-on-one has at most %d options", STORY_OFFERS_MAX);
    }
    return part_add(&builder->talks, &talk);
}

static uint16_t next_draw(Builder *b)
{
    return (uint16_t)(b->scene >= 0 ? b->draws++ : b->outside_draws++);
}

int builder_need(Builder *builder, StoryNeed need)
{
    if (need.who == 0) {
        builder_fail(builder, "a need names nobody who could come");
    }
    need.scene = (uint16_t)builder->scene;
    need.ordinal = next_draw(builder);
    return part_add(&builder->needs, &need);
}

int builder_chance(Builder *builder, StoryChance chance)
{
    chance.scene = (uint16_t)builder->scene;
    chance.ordinal = next_draw(builder);
    return part_add(&builder->chances, &chance);
}

int builder_odds(Builder *builder, StoryOdds odds)
{
    return part_add(&builder->odds, &odds);
}

int builder_notes(Builder *builder, StoryNotes notes)
{
    return part_add(&builder->notes, &notes);
}

int builder_always(Builder *builder, StoryAlways always)
{
    return part_add(&builder->always, &always);
}

int builder_rename(Builder *builder, StoryRename rename)
{
    return part_add(&builder->renames, &rename);
}

int builder_took(Builder *builder, const char *whole_option_id)
{
    int known = names_find(&builder->takes, whole_option_id);
    return known >= 0 ? known
                      : names_add(&builder->takes, builder_string(builder, whole_option_id));
}

int builder_options(Builder *builder, int count)
{
    int first = part_reserve(&builder->options, count);
    for (int i = first; i < first + count; i++) {
        StoryOption *option = part_at(&builder->options, i);
        option->id = "";
        option->when = STORY_COND_TRUE;
        option->notes = option->took = -1;
        option->plank = STORY_NONE;
        option->scene = (uint16_t)builder->scene;
    }
    return first;
}

StoryOption *builder_option(Builder *builder, int option)
{
    return part_at(&builder->options, option);
}

int builder_cond(Builder *builder, StoryCond cond)
{
    return part_add(&builder->conds, &cond);
}

int builder_conds(Builder *builder, int count)
{
    return part_reserve(&builder->conds, count);
}

void builder_set_cond(Builder *builder, int index, StoryCond cond)
{
    *(StoryCond *)part_at(&builder->conds, index) = cond;
}

StoryPerson *builder_person_at(Builder *builder, int person)
{
    return part_at(&builder->people, person);
}

StoryCommitment *builder_commitment_at(Builder *builder, int commitment)
{
    return part_at(&builder->commitments, commitment);
}

StoryEnding *builder_ending_at(Builder *builder, int ending)
{
    return part_at(&builder->endings, ending);
}

StoryWhenever *builder_whenever_at(Builder *builder, int whenever)
{
    return part_at(&builder->whenevers, whenever);
}

StoryTalk *builder_talk_at(Builder *builder, int talk)
{
    return part_at(&builder->talks, talk);
}

StoryNeed *builder_need_at(Builder *builder, int need)
{
    return part_at(&builder->needs, need);
}

StoryOdds *builder_odds_at(Builder *builder, int odds)
{
    return part_at(&builder->odds, odds);
}

int builder_op(Builder *builder, StoryOp op, StoryPosition position)
{
    if (builder->ops.count == UINT16_MAX) {
        builder_fail_at(builder, position, "the scenario is too long (65,535 steps)");
        return 0;
    }
    part_add(&builder->positions, &position);
    return part_add(&builder->ops, &op);
}

int builder_here(const Builder *builder)
{
    return builder->ops.count;
}

StoryOp *builder_op_at(Builder *builder, int op)
{
    return part_at(&builder->ops, op);
}

int builder_scene(Builder *builder, StoryScene scene)
{
    scene.hash = hash_string(scene.id);
    scene.op = (uint16_t)builder_here(builder);
    scene.repeats = -1;
    builder->scene = part_add(&builder->scenes, &scene);
    builder->draws = 0;
    builder_op(builder, (StoryOp){ OP_SCENE, 0, (uint16_t)builder->scene, 0 }, scene.position);
    builder_op(builder, (StoryOp){ OP_REACT, 0, (uint16_t)builder->scene, 0 }, scene.position);
    return builder->scene;
}

void builder_scene_end(Builder *builder)
{
    StoryScene *scene = part_at(&builder->scenes, builder->scene);
    scene->end = (uint16_t)builder_here(builder);
    builder->scene = -1;
}

static int named(Builder *builder, Part *part, StoryOpCode code, const char *name,
                 StoryPosition position)
{
    int op = builder_op(builder, (StoryOp){ (uint8_t)code, 0, 0, 0 }, position);
    PartName waiting = { op, builder_string(builder, name), position };
    part_add(part, &waiting);
    return op;
}

int builder_go(Builder *builder, const char *scene, StoryPosition position)
{
    return named(builder, &builder->gos, OP_GO, scene, position);
}

int builder_go_ending(Builder *builder, const char *ending, StoryPosition position)
{
    return named(builder, &builder->ending_gos, OP_ENDING, ending, position);
}

Scenario *builder_finish(Builder *builder, Err *err)
{
    builder->own_strings = builder->strings.length;
    plain_fill(builder);
    Scenario *scenario = NULL;
    if (!builder->failed && compile_scenario(builder)) {
        scenario = builder->sc;
        builder->sc = NULL;
    } else if (err != NULL) {
        *err = builder->err;
    }
    builder_free(builder);
    return scenario;
}
