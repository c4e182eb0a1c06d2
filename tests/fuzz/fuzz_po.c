// Any bytes as a .po file: a message with its place, or a catalogue whose every entry is found again, whose
// plural rule gives one of its forms, and which can be put into a scenario that can still be read.
// links: language story trust bridge base
#include "base/text.h"
#include "language/translate.h"
#include "story/builder.h"
#include "story/render.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool condition)
{
    if (!condition) {
        abort();
    }
}

static Scenario *small(void)
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
    builder_op(b, (StoryOp){ OP_LINE, 0, 0, (int32_t)builder_text(b, "Hello {ines}.") }, at);
    builder_go_ending(b, "out", at);
    builder_scene_end(b);
    builder_ending(b,
                   (StoryEnding){ .id = "out", .title = builder_text(b, "Out"), .position = at });
    builder_ending_at(b, 0)->op = (uint16_t)builder_here(b);
    builder_op(b, (StoryOp){ OP_END, 0, 0, 0 }, at);
    return builder_finish(b, NULL);
}

static void put_in(LanguageCatalogue *catalogue)
{
    Scenario *scenario = small();
    must(scenario != NULL);
    LanguageReport report = { .count = 0 };
    Text out = { 0 };
    language_translate(scenario, catalogue, catalogue, &report);
    for (int i = 0; i < scenario->op_count; i++) {
        if (scenario->ops[i].code == OP_LINE) {
            const char *text = scenario_text(scenario, (TextId)scenario->ops[i].c);
            char bad[64];
            must(render_check(scenario, text, bad, (int)sizeof bad));
            render_text(scenario, NULL, (TextId)scenario->ops[i].c, &out);
        }
    }
    language_report_deinit(&report);
    text_deinit(&out);
    scenario_free(scenario);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Err err = { .kind = ERR_NONE };
    LanguageCatalogue *c = language_read("x.po", (const char *)data, size, &err);
    must((c == NULL) == (err.kind == ERR_INPUT));
    if (c == NULL) {
        must(err.message[0] != '\0');
        return 0;
    }
    for (int i = 0; i < c->count; i++) {
        const LanguageEntry *it = &c->entries[i];
        must(language_find(c, it->context, it->text) == it);
        language_form(c, it->context, it->text, (unsigned long)i);
    }
    for (unsigned long n = 0; n < 200; n++) {
        int form = language_plural_form(&c->plural, n * n * n);
        must(form >= 0 && form < c->plural.forms);
    }
    put_in(c);
    language_check_formats(c);
    language_pseudo_catalogue(c, (size & 1) != 0);
    for (int i = 0; i < c->count; i++) {
        must(utf8_valid(c->entries[i].to[0], strlen(c->entries[i].to[0]), NULL));
    }
    language_free(c);
    return 0;
}
