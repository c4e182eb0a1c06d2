// Walks the tables of a compiled scenario. They are copied first, in the scenario's own arena: what
// was handed out as read-only stays as it was.
#include "story/texts.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

typedef struct Owner { // what an op belongs to
    int32_t option;    // innermost, or -1
    int32_t size;      // ops of that option
    int16_t ending;    // or -1
    bool whenever;
} Owner;

typedef struct Walk {
    Scenario *sc;
    StoryTextVisit visit;
    void *context;
    Text strings; // the new ones
    Owner *owners;
    StoryTextPlace place;
} Walk;

// A copy of a table that may be written to.
static void *own(Scenario *sc, const void *table, int count, size_t size)
{
    void *copy = arena_alloc(&sc->arena, (size_t)count * size);
    if (count > 0) {
        memcpy(copy, table, (size_t)count * size);
    }
    return copy;
}

static TextId visit(Walk *w, TextId text)
{
    if (text == 0) {
        return 0;
    }
    w->place.text = scenario_text(w->sc, text);
    const char *other = w->visit(w->context, &w->place);
    if (other == NULL) {
        return text;
    }
    TextId id = (TextId)w->strings.length;
    text_add_n(&w->strings, other, strlen(other) + 1);
    return id;
}

static void set_place(Walk *w, StoryTextKind kind, StoryPosition at)
{
    w->place = (StoryTextPlace){
        .kind = kind, .scene = -1, .option = -1, .person = -1, .commitment = -1, .at = at
    };
}

// "person:halima/on_told"
static void named(Walk *w, TextId *text, const char *what, const char *id, const char *part)
{
    snprintf(w->place.context, sizeof w->place.context, "%s%s%s/%s", what, id[0] ? ":" : "", id,
             part);
    *text = visit(w, *text);
}

// ---- the head, people, commitments --------------------------------------------------------------

static void visit_head(Walk *w)
{
    Scenario *sc = w->sc;
    set_place(w, STORY_TEXT_TITLE, (StoryPosition){ 0, 1 });
    named(w, &sc->title, "scenario", "", "title");
    named(w, &sc->blurb, "scenario", "", "blurb");
    named(w, &sc->place, "scenario", "", "place");
    snprintf(w->place.context, sizeof w->place.context, "scenario/content");
    const char **content =
        own(sc, (const void *)sc->content, sc->content_count, sizeof *sc->content);
    for (int i = 0; i < sc->content_count; i++) {
        w->place.text = content[i];
        const char *other = w->visit(w->context, &w->place);
        content[i] = other == NULL ? content[i] : arena_string(&sc->arena, other);
    }
    sc->content = content;
}

static void visit_lines(Walk *w, StoryLines *lines, const char *what, const char *id)
{
    w->place.kind = STORY_TEXT_REACTION;
    named(w, &lines->told, what, id, "on_told");
    named(w, &lines->moved, what, id, "on_moved");
    named(w, &lines->refused, what, id, "on_refused");
    named(w, &lines->delivered, what, id, "on_delivered");
    named(w, &lines->owned_up, what, id, "on_owned_up");
    named(w, &lines->apology, what, id, "on_apology");
}

static void visit_people(Walk *w)
{
    Scenario *sc = w->sc;
    StoryPerson *people = own(sc, sc->people, sc->person_count, sizeof *people);
    for (int i = 0; i < sc->person_count; i++) {
        StoryPerson *it = &people[i];
        set_place(w, STORY_TEXT_NAME, it->at);
        w->place.person = i;
        named(w, &it->name, "person", it->id, "name");
        named(w, &it->first, "person", it->id, "first");
        w->place.kind = STORY_TEXT_ABOUT;
        named(w, &it->role, "person", it->id, "role");
        w->place.kind = STORY_TEXT_REACTION;
        named(w, &it->reply, "person", it->id, "reply");
        visit_lines(w, &it->lines, "person", it->id);
    }
    sc->people = people;
}

// "person:halima/fact.bus"
static TextId detail(Walk *w, TextId says, int person, const char *what, const char *id)
{
    char part[96];
    const StoryPerson *owner = &w->sc->people[person];
    set_place(w, STORY_TEXT_SAYS, owner->at);
    w->place.person = person;
    snprintf(part, sizeof part, "%s.%s", what, id);
    named(w, &says, "person", owner->id, part);
    return says;
}

static void visit_details(Walk *w)
{
    Scenario *sc = w->sc;
    StoryStandard *standards = own(sc, sc->standards, sc->standard_count, sizeof *standards);
    for (int i = 0; i < sc->standard_count; i++) {
        StoryStandard *it = &standards[i];
        it->says = detail(w, it->says, it->person, "standard", it->id);
    }
    sc->standards = standards;
    StoryFact *facts = own(sc, sc->facts, sc->fact_count, sizeof *facts);
    for (int i = 0; i < sc->fact_count; i++) {
        facts[i].says = detail(w, facts[i].says, facts[i].person, "fact", facts[i].id);
    }
    sc->facts = facts;
}

static void visit_commitments(Walk *w)
{
    Scenario *sc = w->sc;
    StoryCommitment *list = own(sc, sc->commitments, sc->commitment_count, sizeof *list);
    for (int i = 0; i < sc->commitment_count; i++) {
        StoryCommitment *it = &list[i];
        set_place(w, STORY_TEXT_ABOUT, it->at);
        w->place.commitment = i;
        named(w, &it->what, "commitment", it->id, "what");
        named(w, &it->title, "commitment", it->id, "title");
        w->place.person = it->by == STORY_PLAYER ? it->to : it->by;
        visit_lines(w, &it->lines, "commitment", it->id);
    }
    sc->commitments = list;
}

// ---- what is said and chosen --------------------------------------------------------------------

// Whose the ops are: the shortest option around them; an ending; a whenever.
static void find_owners(Walk *w)
{
    const Scenario *sc = w->sc;
    w->owners = mem_alloc(sizeof *w->owners * ((size_t)sc->op_count + 1));
    for (int i = 0; i < sc->op_count; i++) {
        w->owners[i] = (Owner){ -1, INT32_MAX, -1, false };
    }
    for (int i = 0; i < sc->option_count; i++) {
        const StoryOption *it = &sc->options[i];
        for (int op = it->op; op < it->end; op++) {
            if (it->end - it->op < w->owners[op].size) {
                w->owners[op].option = i;
                w->owners[op].size = it->end - it->op;
            }
        }
    }
    for (int i = 0; i < sc->ending_count; i++) {
        for (int op = sc->endings[i].op; op < sc->op_count && sc->ops[op].code != OP_END; op++) {
            w->owners[op].ending = (int16_t)i;
        }
    }
    for (int i = 0; i < sc->whenever_count; i++) {
        for (int op = sc->whenevers[i].op; op < sc->op_count && sc->ops[op].code != OP_RETURN;
             op++) {
            w->owners[op].whenever = true;
        }
    }
}

// The person of the talk that an option outside of scenes belongs to, or -1.
static int talk_of(const Scenario *sc, int option)
{
    for (int i = 0; i < sc->talk_count; i++) {
        const StoryTalk *it = &sc->talks[i];
        if (option >= it->first_option && option < it->first_option + it->option_count) {
            return it->person;
        }
    }
    return -1;
}

// "monday.noon", "talk:halima.ask" into out.
static void option_name(const Scenario *sc, int option, char out[STORY_TEXT_CONTEXT - 64])
{
    const StoryOption *it = &sc->options[option];
    if (it->scene < sc->scene_count) {
        snprintf(out, STORY_TEXT_CONTEXT - 64, "%s.%s", sc->scenes[it->scene].id, it->id);
        return;
    }
    int person = talk_of(sc, option);
    snprintf(out, STORY_TEXT_CONTEXT - 64, "talk:%s.%s", person < 0 ? "" : sc->people[person].id,
             it->id);
}

static void visit_notes(Walk *w, StoryNotes *notes, int index, const char *whose)
{
    if (index < 0) {
        return;
    }
    StoryNotes *it = &notes[index];
    struct {
        TextId *text;
        const char *part;
    } parts[] = { { &it->say, "say" },
                  { &it->act, "do" },
                  { &it->watch, "watch" },
                  { &it->prompt, "prompt" },
                  { &it->why, "why" } };
    w->place.kind = STORY_TEXT_NOTE;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        snprintf(w->place.context, sizeof w->place.context, "%s/notes.%s", whose, parts[i].part);
        *parts[i].text = visit(w, *parts[i].text);
    }
}

static void visit_options(Walk *w, StoryNotes *notes)
{
    Scenario *sc = w->sc;
    StoryOption *options = own(sc, sc->options, sc->option_count, sizeof *options);
    for (int i = 0; i < sc->option_count; i++) {
        StoryOption *it = &options[i];
        char whose[STORY_TEXT_CONTEXT - 64];
        bool plain = it->position.line == 0;
        set_place(w, plain ? STORY_TEXT_INTERFACE : STORY_TEXT_OPTION, it->position);
        w->place.option = i;
        w->place.scene = it->scene < sc->scene_count ? it->scene : -1;
        if (plain) {
            w->place.person = talk_of(sc, i);
            it->text = visit(w, it->text);
            continue;
        }
        option_name(sc, i, whose);
        snprintf(w->place.context, sizeof w->place.context, "%s/option", whose);
        it->text = visit(w, it->text);
        w->place.kind = STORY_TEXT_WHY;
        snprintf(w->place.context, sizeof w->place.context, "%s/why", whose);
        it->why = visit(w, it->why);
        visit_notes(w, notes, it->notes, whose);
    }
    sc->options = options;
}

// The context of a line; false for what the engine repeats of a person's own lines.
static void line_place(Walk *w, int op, int scene)
{
    const Scenario *sc = w->sc;
    const Owner *owner = &w->owners[op];
    int speaker = sc->ops[op].a;
    bool speech = speaker < sc->person_count;
    char whose[STORY_TEXT_CONTEXT - 64] = "whenever";
    set_place(w, speech ? STORY_TEXT_SPEECH : STORY_TEXT_NARRATION, sc->op_positions[op]);
    w->place.person = speech ? speaker : -1;
    w->place.scene = scene;
    w->place.option = owner->option;
    if (owner->option >= 0) {
        option_name(sc, owner->option, whose);
    } else if (scene >= 0) {
        snprintf(whose, sizeof whose, "%s", sc->scenes[scene].id);
    } else if (owner->ending >= 0) {
        snprintf(whose, sizeof whose, "ending:%s", sc->endings[owner->ending].id);
    }
    snprintf(w->place.context, sizeof w->place.context, "%s/%s", whose,
             speech ? sc->people[speaker].id : "narration");
    if (w->place.at.line == 0 && !speech) { // what comes of listening in one is the engine's
        w->place.kind = STORY_TEXT_INTERFACE;
        w->place.context[0] = '\0';
        w->place.person = talk_of(sc, owner->option);
    } else if (w->place.at.line == 0) { // a plain one-on-one repeats the person's reply
        w->place.kind = STORY_TEXT_REACTION;
        snprintf(w->place.context, sizeof w->place.context, "person:%s/reply",
                 sc->people[speaker].id);
    }
}

static void visit_ops(Walk *w)
{
    Scenario *sc = w->sc;
    StoryOp *ops = own(sc, sc->ops, sc->op_count, sizeof *ops);
    int scene = 0;
    for (int i = 0; i < sc->op_count; i++) {
        while (scene < sc->scene_count && i >= sc->scenes[scene].end) {
            scene++;
        }
        bool inside = scene < sc->scene_count && i >= sc->scenes[scene].op;
        if (ops[i].code == OP_LINE) {
            line_place(w, i, inside ? scene : -1);
            ops[i].c = (int32_t)visit(w, (TextId)ops[i].c);
        }
    }
    sc->ops = ops;
}

static void visit_endings(Walk *w)
{
    Scenario *sc = w->sc;
    StoryEnding *endings = own(sc, sc->endings, sc->ending_count, sizeof *endings);
    for (int i = 0; i < sc->ending_count; i++) {
        set_place(w, STORY_TEXT_ABOUT, endings[i].position);
        named(w, &endings[i].title, "ending", endings[i].id, "title");
    }
    sc->endings = endings;
}

static void visit_scene_notes(Walk *w, StoryNotes *notes)
{
    const Scenario *sc = w->sc;
    for (int i = 0; i < sc->scene_count; i++) {
        set_place(w, STORY_TEXT_NOTE, sc->scenes[i].position);
        w->place.scene = i;
        visit_notes(w, notes, sc->scenes[i].notes, sc->scenes[i].id);
    }
}

static void visit_words(Walk *w)
{
    set_place(w, STORY_TEXT_INTERFACE, (StoryPosition){ 0, 0 });
    for (int i = 0; i < WORD_COUNT; i++) {
        w->sc->words[i] = visit(w, w->sc->words[i]);
    }
}

void story_texts(Scenario *scenario, StoryTextVisit visit_text, void *context)
{
    Walk w = { .sc = scenario, .visit = visit_text, .context = context };
    text_add_n(&w.strings, scenario->strings, scenario->strings_size);
    StoryNotes *notes = own(scenario, scenario->notes, scenario->note_count, sizeof *notes);
    find_owners(&w);
    visit_head(&w);
    visit_people(&w);
    visit_details(&w);
    visit_commitments(&w);
    visit_scene_notes(&w, notes);
    visit_options(&w, notes);
    visit_ops(&w);
    visit_endings(&w);
    visit_words(&w);
    scenario->notes = notes;
    scenario->strings = arena_text(&scenario->arena, w.strings.data, w.strings.length);
    scenario->strings_size = (uint32_t)w.strings.length;
    mem_free(w.owners);
    text_deinit(&w.strings);
}
