// Any bytes as a scenario: an answer with its place, or a scenario that can be played. With a first
// byte that is no text the rest is the inside of a scene, which gets deeper than bytes alone.
// links: script story trust bridge base
#include "fuzz/target.h"

#include "base/text.h"
#include "script/script.h"
#include "story/history.h"

#include <string.h>

enum { CHOICES_MAX = 40 };

static void play(const Scenario *scenario, uint64_t seed)
{
    StoryHistory history;
    Err err = { .kind = ERR_NONE };
    if (!history_open(&history, scenario, seed, &err)) {
        must(err.kind != ERR_NONE && err.message[0] != '\0');
        history_close(&history);
        return;
    }
    uint64_t stream = seed;
    for (int i = 0; i < CHOICES_MAX && history.now->ended == 0; i++) {
        StoryOffer offers[STORY_OFFERS_MAX];
        int broken = 0;
        story_always(scenario, history.now, &broken, &err);
        int n = story_offers(scenario, history.now, false, offers, &err);
        must(n >= 0 && n <= STORY_OFFERS_MAX);
        stream = stream * 6364136223846793005u + 1442695040888963407u;
        if (n == 0 || !history_choose(&history, &offers[(stream >> 33) % (uint64_t)n], &err)) {
            break;
        }
    }
    history_close(&history);
}

// Whether a terminal only prints it.
static bool is_harmless(const char *s)
{
    int length = 0;
    for (uint32_t c = utf8_next(s, &length); length > 0; c = utf8_next(s, &length)) {
        if (!utf8_is_harmless(c)) {
            return false;
        }
        s += length;
    }
    return true;
}

static void load(const char *text, size_t size)
{
    ScriptLimits limits = script_limits();
    limits.instructions = 200000;
    limits.call_instructions = 20000;
    limits.memory = (size_t)16 << 20;
    limits.allocated = (size_t)64 << 20;
    ScriptDiagnostics list = { .items = NULL };
    Err err = { .kind = ERR_NONE };
    Scenario *scenario = script_load_text("scenario.lua", text, size, &limits, &list, &err);
    must((scenario != NULL) == (list.count == 0));
    must(scenario != NULL || err.kind == ERR_INPUT);
    for (int i = 0; i < list.count; i++) {
        const ScriptDiagnostic *d = &list.items[i];
        char line[1024];
        must(d->message[0] != '\0' && d->fix[0] != '\0' && d->line >= 0 && d->column >= 0);
        must(utf8_valid(d->message, strlen(d->message), NULL) &&
             utf8_valid(d->fix, strlen(d->fix), NULL));
        must(utf8_valid(d->meant, strlen(d->meant), NULL));
        must(is_harmless(d->message) && is_harmless(d->fix) && is_harmless(d->excerpt.text));
        script_diagnostic_line(d, line, (int)sizeof line);
    }
    if (scenario != NULL) {
        play(scenario, size);
        scenario_free(scenario);
    }
    script_diagnostics_deinit(&list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0 && data[0] == 0xFF) {
        Text text = { .data = NULL };
        text_add(&text, "scenario { id = \"x\", title = \"X\" } local a = person \"a\" { name = "
                        "\"A\", facts = { f = "
                        "\"F.\" } } local c = commitment \"c\" { to = a, what = \"it\", effort = "
                        "1, due = \"Fri "
                        "12:00\" } local g = flag \"g\" local n = number \"n\" { from = 0, to = 3 "
                        "}\nscene \"s\" {");
        text_add_n(&text, (const char *)data + 1, size - 1);
        text_add(&text, "\n, ending \"e\" }\nending \"e\" { title = \"E\", kind = \"apart\" }\n");
        load(text_str(&text), text.length);
        text_deinit(&text);
    } else {
        load((const char *)data, size);
    }
    return 0;
}
