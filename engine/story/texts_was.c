// What a text of an earlier version of a scenario is called now: contexts and {names} are made of ids, and
// ids are renamed (`was`).
#include "story/texts.h"

#include "story/renames.h"

#include <string.h>

static bool begins(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

// n bytes of an id, or what it is called now.
static void add_name(const Scenario *sc, StoryRenamed kind, const char *name, size_t n, Text *out)
{
    const char *now = renames_now(sc, kind, name, n);
    text_add_n(out, now == NULL ? name : now, now == NULL ? n : strlen(now));
}

// "halima.ask", behind "talk:".
static void add_talk(const Scenario *sc, const char *head, size_t n, Text *out)
{
    const char *dot = memchr(head, '.', n);
    size_t person = dot == NULL ? n : (size_t)(dot - head);
    size_t from = out->length;
    add_name(sc, RENAMED_PERSON, head, person, out);
    int who = scenario_person(sc, text_str(out) + from);
    int talk = who < 0 ? -1 : sc->people[who].talk;
    const char *now = NULL;
    for (int i = 0; i < sc->rename_count && talk >= 0 && dot != NULL && now == NULL; i++) {
        const StoryRename *it = &sc->renames[i];
        int place = it->kind == RENAMED_OPTION ? it->index - sc->talks[talk].first_option : -1;
        bool here = place >= 0 && place < sc->talks[talk].option_count;
        bool is =
            strlen(it->was) == n - person - 1 && memcmp(it->was, dot + 1, n - person - 1) == 0;
        now = here && is ? sc->options[it->index].id : NULL;
    }
    if (now != NULL) {
        text_addf(out, ".%s", now);
    } else {
        text_add_n(out, head + person, n - person);
    }
}

// "monday", "monday.noon", "whenever", "scenario".
static void add_place(const Scenario *sc, const char *head, size_t n, Text *out)
{
    char id[STORY_TEXT_CONTEXT], now[STORY_TEXT_CONTEXT];
    if (n >= sizeof id) {
        text_add_n(out, head, n);
        return;
    }
    memcpy(id, head, n);
    id[n] = '\0';
    bool ours = strcmp(id, "whenever") == 0 || strcmp(id, "scenario") == 0;
    if (!ours) {
        renames_id(sc, id, now, (int)sizeof now);
    }
    text_add(out, ours ? id : now);
}

void story_text_context_now(const Scenario *scenario, const char *context, Text *out)
{
    static const struct {
        const char *word;
        StoryRenamed kind;
    } heads[] = { { "person:", RENAMED_PERSON },
                  { "commitment:", RENAMED_COMMITMENT },
                  { "ending:", RENAMED_ENDING } };
    size_t n = strcspn(context, "/");
    const char *tail = context + n;
    bool speaker = begins(tail, "/") && !begins(context, "scenario/");
    bool done = false;
    for (size_t i = 0; i < sizeof heads / sizeof *heads && !done; i++) {
        size_t word = strlen(heads[i].word);
        done = n >= word && begins(context, heads[i].word);
        if (done) {
            text_add(out, heads[i].word);
            add_name(scenario, heads[i].kind, context + word, n - word, out);
            speaker = speaker && heads[i].kind == RENAMED_ENDING;
        }
    }
    if (!done && n >= 5 && begins(context, "talk:")) {
        text_add(out, "talk:");
        add_talk(scenario, context + 5, n - 5, out);
    } else if (!done) {
        add_place(scenario, context, n, out);
    }
    if (speaker) {
        text_add(out, "/");
        add_name(scenario, RENAMED_PERSON, tail + 1, strlen(tail + 1), out);
    } else {
        text_add(out, tail);
    }
}

// "halima", "halima.first", "note.due", and what the engine fills in itself: "due", "who".
static void add_fill(const Scenario *sc, const char *fill, size_t n, Text *out)
{
    static const char *const own[] = { "who", "clock", "name", "what", "title", "due", "left" };
    const char *dot = memchr(fill, '.', n);
    size_t head = dot == NULL ? n : (size_t)(dot - fill);
    bool ours = false;
    for (size_t i = 0; i < sizeof own / sizeof *own && dot == NULL; i++) {
        ours = ours || (strlen(own[i]) == n && memcmp(own[i], fill, n) == 0);
    }
    const char *now = ours ? NULL : renames_now(sc, RENAMED_PERSON, fill, head);
    if (now == NULL && dot != NULL) {
        now = renames_now(sc, RENAMED_COMMITMENT, fill, head);
    }
    text_add_n(out, now == NULL ? fill : now, now == NULL ? head : strlen(now));
    text_add_n(out, fill + head, n - head);
}

void story_text_now(const Scenario *scenario, const char *text, Text *out)
{
    while (*text != '\0') {
        size_t plain = strcspn(text, "{");
        plain += text[plain] == '{';
        text_add_n(out, text, plain);
        text += plain;
        if (text[-1] != '{') {
            continue;
        }
        if (*text == '{') {
            text_add(out, "{");
            text++;
            continue;
        }
        size_t n = strcspn(text, "}");
        add_fill(scenario, text, n, out);
        text += n;
    }
}
