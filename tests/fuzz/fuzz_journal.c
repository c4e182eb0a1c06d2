// Any bytes as a kept journal: entries with what came of them, undo, a checkpoint, of this or an edited
// scenario with renames. Resuming never harms; what it says is text; what it leads to, kept again, is
// resumed exactly.
// links: store script story trust bridge base
#include "fuzz/target.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "script/script.h"
#include "store/resume.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRIES_MAX = 60 };

// The story of tests/store/saves in a later version.
static Scenario *load_story(void)
{
    static const char *const edits[][2] = {
        { "option \"noon\"", "option \"by-noon\"" },
        { "{ promise(brief) }", "{ was = \"noon\", promise(brief) }" },
        { "scene \"evening\" {", "scene \"dusk\" { was = \"evening\"," },
        { "go \"evening\"", "go \"dusk\"" },
        { "commitment \"brief\" {", "commitment \"paper\" { was = { \"brief\", \"text\" }," },
        { "person \"maya\" {", "person \"ms_l\" { was = \"maya\"," },
    };
    char *text = NULL;
    size_t size = 0;
    must(file_read(PLANKWRIGHT_SOURCE "/tests/store/saves/first.lua", 1 << 16, &text, &size, NULL));
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        Text out = { .data = NULL };
        const char *found = strstr(text, edits[i][0]);
        must(found != NULL);
        text_add_n(&out, text, (size_t)(found - text));
        text_add(&out, edits[i][1]);
        text_add(&out, found + strlen(edits[i][0]));
        mem_free(text);
        text = out.data;
    }
    Scenario *scenario = script_load_text("scenario.lua", text, strlen(text), NULL, NULL, NULL);
    must(scenario != NULL);
    mem_free(text);
    return scenario;
}

// The rest of a line into `out`, "~" as a new line, as far as it is text.
static void take_text(const char *line, size_t n, char *out, size_t out_size)
{
    size_t length = n < out_size - 1 ? n : out_size - 1;
    for (size_t i = 0; i < length; i++) {
        out[i] = line[i] == '~' ? '\n' : line[i];
    }
    out[length] = '\0';
    size_t good = 0;
    if (!utf8_valid(out, strlen(out), &good)) { // as the store reads it
        out[good] = '\0';
    }
}

// c id · s words · m minute · a what came of it · u undo · U count · k checkpoint · e edited · t trust
static int read_journal(const char *text, size_t size, StoreEntry *entries, StorePlaythrough *play)
{
    int count = 0;
    StoreEntry *last = NULL;
    for (size_t at = 0; at < size;) {
        const char *line = text + at;
        const char *end = memchr(line, '\n', size - at);
        size_t n = end == NULL ? size - at : (size_t)(end - line);
        const char *rest = line + (n > 1 ? 2 : n);
        size_t length = n > 1 ? n - 2 : 0;
        char number[16];
        take_text(rest, length, number, sizeof number);
        char kind = n > 0 ? line[0] : '\0';
        if ((kind == 'c' || kind == 'u' || kind == 'U') && count < ENTRIES_MAX) {
            last = &entries[count++];
            last->kind = kind == 'c' ? STORE_CHOOSE : kind == 'u' ? STORE_UNDO : STORE_UNDO_TO;
            last->count = kind == 'U' ? atoi(number) : 0;
            take_text(rest, kind == 'c' ? length : 0, last->id, sizeof last->id);
        } else if (kind == 's' && last != NULL) {
            take_text(rest, length, last->said, sizeof last->said);
        } else if (kind == 'a' && last != NULL) {
            take_text(rest, length, last->after, sizeof last->after);
        } else if (kind == 'm' && last != NULL) {
            last->minute = (int32_t)strtol(number, NULL, 10);
        } else if (kind == 'k') {
            take_text(rest, length, play->checkpoint, sizeof play->checkpoint);
        } else if (kind == 'e') {
            play->scenario_hash++;
        } else if (kind == 't') {
            play->preset_version++;
        }
        at += n + 1;
    }
    return count;
}

static void keep_again(const Scenario *sc, const StoryHistory *history)
{
    StoreEntry *kept = mem_alloc(sizeof *kept * (size_t)(history->count + 1));
    StorePlaythrough play;
    resume_describe(sc, history->now->seed, &play);
    for (int i = 0; i < history->count; i++) {
        const char *state = history->states + (size_t)i * sc->play_size;
        resume_note(sc, (const void *)state, &history->taken[i], &kept[i]);
        resume_note_after(sc, (const void *)(state + sc->play_size), &kept[i]);
    }
    must(save_write(sc, history->now, play.checkpoint, sizeof play.checkpoint) > 0);
    StoryHistory again;
    Resume resume;
    must(resume_open(&again, sc, &play, kept, history->count, RESUME_SAME_MEANING, &resume, NULL));
    must(resume.kind == RESUME_EXACT && again.count == history->count);
    must(play_equal(sc, again.now, history->now));
    history_close(&again);
    play.scenario_hash++; // and so it is where the scenario only reads differently
    must(resume_open(&again, sc, &play, kept, history->count, RESUME_SAME_MEANING, &resume, NULL));
    must(resume.kind == RESUME_EDITED && again.count == history->count);
    history_close(&again);
    mem_free(kept);
}

static void open_one(const Scenario *sc, const StorePlaythrough *play, const StoreEntry *entries,
                     int count, ResumeCare care)
{
    StoryHistory history;
    Resume resume;
    must(resume_open(&history, sc, play, entries, count, care, &resume, NULL));
    must(history.count == resume.taken && resume.taken <= resume.total && resume.total <= count);
    bool whole =
        resume.kind == RESUME_EXACT || (resume.kind == RESUME_EDITED && care == RESUME_BY_ID);
    must((resume.message[0] == '\0') == whole);
    must(utf8_valid(resume.message, strlen(resume.message), NULL));
    must(care == RESUME_SAME_MEANING || resume.kind != RESUME_ELSEWHERE);
    if (care == RESUME_SAME_MEANING) {
        keep_again(sc, &history);
    }
    history_close(&history);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Scenario *story;
    if (story == NULL) { // loaded once, and held to the end
        story = load_story();
    }
    StoreEntry *entries = mem_alloc(sizeof *entries * ENTRIES_MAX);
    StorePlaythrough play;
    resume_describe(story, 5, &play);
    int count = read_journal((const char *)data, size, entries, &play);
    open_one(story, &play, entries, count, RESUME_SAME_MEANING);
    open_one(story, &play, entries, count, RESUME_BY_ID);
    mem_free(entries);
    return 0;
}
