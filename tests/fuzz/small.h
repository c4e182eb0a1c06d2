// The smallest scenario that can be played, for targets that need one: Ines, a table, one line, an ending.
#pragma once

#include "story/builder.h"

static inline Scenario *small_scenario(const char *line)
{
    Builder *b = builder_new("small");
    StoryPosition at = { 0, 1 };
    builder_file(b, "a.lua");
    builder_scenario(b)->day_count = 1;
    builder_scenario(b)->title = builder_text(b, "A");
    builder_person(b, (StoryPerson){ .id = "ines",
                                     .name = builder_text(b, "Ines"),
                                     .first = builder_text(b, "Ines"),
                                     .notice = -1,
                                     .talk = -1,
                                     .at = at });
    builder_scene(
        b, (StoryScene){ .id = "table", .at = STORY_TIME_NONE, .notes = -1, .position = at });
    builder_op(b, (StoryOp){ OP_LINE, 0, 0, (int32_t)builder_text(b, line) }, at);
    builder_go_ending(b, "out", at);
    builder_scene_end(b);
    builder_ending(b,
                   (StoryEnding){ .id = "out", .title = builder_text(b, "Out"), .position = at });
    builder_ending_at(b, 0)->op = (uint16_t)builder_here(b);
    builder_op(b, (StoryOp){ OP_END, 0, 0, 0 }, at);
    return builder_finish(b, NULL);
}
