// Any bytes as a .po file: a message with its place, or a catalogue whose every entry is found again, whose
// plural rule gives one of its forms, and which can be put into a scenario that can still be read.
// links: language story trust bridge base
#include "fuzz/small.h"
#include "fuzz/target.h"

#include "base/text.h"
#include "language/translate.h"
#include "story/render.h"

#include <string.h>

static void put_in(LanguageCatalogue *catalogue)
{
    Scenario *scenario = small_scenario("Hello {ines}.");
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
