// Makes a Scenario: add things in any order, patch ops, finish. The loader (engine/script) and the
// tests use it. Indexes returned are valid in the finished Scenario. Names are checked by the
// caller; limits (STORY_*_MAX, 65,535 ops) are checked here: the first failure is kept and
// builder_finish returns it.
#pragma once

#include "story/scenario.h"

typedef struct Builder Builder;

Builder *builder_new(const char *id);
void builder_free(Builder *builder); // NULL is fine; a finished builder is freed already

// The scenario under construction, to fill the plain fields (title, days, hours …) directly.
Scenario *builder_scenario(Builder *builder);

TextId builder_text(Builder *builder, const char *text);        // equal texts share one place
const char *builder_string(Builder *builder, const char *text); // lives as long as the scenario
int builder_file(Builder *builder, const char *path);

int builder_person(Builder *builder, StoryPerson person);
int builder_standard(Builder *builder, StoryStandard standard);
int builder_fact(Builder *builder, StoryFact fact);
int builder_commitment(Builder *builder, StoryCommitment commitment);
int builder_flag(Builder *builder, const char *id);
int builder_number(Builder *builder, StoryNumber number);
void builder_flag_at(Builder *builder, int flag, StoryPosition at); // where it is declared
void builder_number_at(Builder *builder, int number, StoryPosition at);
int builder_ending(Builder *builder, StoryEnding ending);
int builder_whenever(Builder *builder, StoryWhenever whenever);
int builder_desk(Builder *builder, StoryDesk desk);
int builder_talk(Builder *builder, StoryTalk talk);
int builder_need(Builder *builder, StoryNeed need);       // ordinal and scene are set here
int builder_chance(Builder *builder, StoryChance chance); // ordinal, scene and total are set here
int builder_odds(Builder *builder, StoryOdds odds);
int builder_notes(Builder *builder, StoryNotes notes);
int builder_always(Builder *builder, StoryAlways always);
int builder_rename(Builder *builder, StoryRename rename);
int builder_took(Builder *builder,
                 const char *whole_option_id); // the bit; resolved in builder_finish

// Options of one choice must be added one after the other (first_option, count): reserve them
// first, then fill each.
int builder_options(Builder *builder, int count);
StoryOption *builder_option(Builder *builder, int option); // valid until the next builder_options

int builder_cond(Builder *builder, StoryCond cond);
int builder_conds(Builder *builder, int count); // reserves a run for COND_ALL / COND_ANY
void builder_set_cond(Builder *builder, int index, StoryCond cond);

// Things that were added and are still to be filled (a person's talk, an ending's op): pointers
// valid until the next add of the same kind.
StoryPerson *builder_person_at(Builder *builder, int person);
StoryCommitment *builder_commitment_at(Builder *builder, int commitment);
StoryEnding *builder_ending_at(Builder *builder, int ending);
StoryWhenever *builder_whenever_at(Builder *builder, int whenever);
StoryTalk *builder_talk_at(Builder *builder, int talk);
StoryNeed *builder_need_at(Builder *builder, int need);
StoryOdds *builder_odds_at(Builder *builder, int odds);

// Ops. A scene is begun before its ops; OP_SCENE and OP_REACT are emitted by it. Ops between scenes
// belong to none. builder_scene_end closes it.
int builder_scene(Builder *builder, StoryScene scene);
void builder_scene_end(Builder *builder);
int builder_op(Builder *builder, StoryOp op, StoryPosition position); // its index
int builder_here(const Builder *builder);                             // index of the next op
StoryOp *builder_op_at(Builder *builder, int op);

// Forward references: an OP_GO or OP_ENDING by name, patched in builder_finish; an unknown name was
// refused by the caller before.
int builder_go(Builder *builder, const char *scene, StoryPosition position);
int builder_go_ending(Builder *builder, const char *ending, StoryPosition position);

// Compiles: patches names, works out who is present where, what can repeat, which plank an option
// touches, missing one-on-ones and interface sentences (English), the layout and the hash. Frees
// the builder in either case. NULL with err when a limit was passed or the scenario has no scene.
Scenario *builder_finish(Builder *builder, Err *err);
