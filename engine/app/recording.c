// Reads recorded ways. Plays none.
#define _POSIX_C_SOURCE 200809L

#include "app/recording.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAY_BYTES_MAX = 1 << 20 };

// One line "name: value" at *at; value in a new string.
static char *take_header(const char **at, const char *name)
{
    size_t n = strlen(name);
    if (strncmp(*at, name, n) != 0 || (*at)[n] != ':') {
        return NULL;
    }
    const char *value = *at + n + 1;
    value += strspn(value, " ");
    size_t length = strcspn(value, "\n");
    char *copy = mem_alloc(length + 1);
    memcpy(copy, value, length);
    *at = value + length + (value[length] == '\n');
    return copy;
}

void recording_deinit(Recording *recording)
{
    mem_free(recording->text);
    mem_free(recording->choices);
    for (int i = 0; i < recording->expect_count; i++) {
        mem_free(recording->expects[i]);
    }
    mem_free(recording->expects);
    *recording = (Recording){ .text = NULL };
}

// Takes a byte order mark and the CR of each CRLF out.
static size_t plain_lines(char *text, size_t size)
{
    size_t from = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t to = 0;
    for (; from < size; from++) {
        if (text[from] != '\r' || text[from + 1] != '\n') {
            text[to++] = text[from];
        }
    }
    text[to] = '\0';
    return to;
}

// Lines of the head behind the first two. False: one that is none, and does not begin the transcript either.
static bool take_expects(Recording *out, const char **at)
{
    char *said;
    while ((said = take_header(at, "expect")) != NULL) {
        out->expects =
            mem_grow(out->expects, sizeof *out->expects * (size_t)(out->expect_count + 1));
        out->expects[out->expect_count++] = said;
    }
    size_t word = strspn(*at, "abcdefghijklmnopqrstuvwxyz");
    return word == 0 || ((*at)[word] != ':' && strncmp(*at, "expect ", 7) != 0);
}

bool recording_read(Recording *out, const char *path, Err *err)
{
    *out = (Recording){ .seed = 1 };
    size_t size = 0;
    if (!file_read(path, PLAY_BYTES_MAX, &out->text, &size, err)) {
        return false;
    }
    if (!utf8_valid(out->text, size, NULL)) {
        return err_set(err, ERR_INPUT, "%s is not UTF-8 text", path);
    }
    plain_lines(out->text, size);
    const char *at = out->text;
    out->choices = take_header(&at, "choices");
    char *seed = out->choices ? take_header(&at, "seed") : NULL;
    char *end = NULL;
    out->seed = seed ? strtoull(seed, &end, 10) : 0;
    bool good = seed && seed[0] >= '0' && seed[0] <= '9' && *end == '\0';
    mem_free(seed);
    if (!good) {
        err_set(err, ERR_INPUT, "%s does not begin with \"choices: ...\" and \"seed: N\"", path);
        return err_fix(err, "write these two lines and run plankwright test --bless");
    }
    if (!take_expects(out, &at)) {
        err_set(err, ERR_INPUT, "the head of a recorded way has no line \"%.*s\"",
                (int)strcspn(at, "\n") < 60 ? (int)strcspn(at, "\n") : 60, at);
        err_fix(err, "write expect: …, or an empty line before the transcript");
        return err_at(err, path, RECORDING_EXPECTS_AT + out->expect_count, 0);
    }
    out->body = at + (*at == '\n');
    return true;
}

static bool is_play(const char *name)
{
    size_t n = strlen(name);
    return n >= 5 && strcmp(name + n - 5, ".play") == 0;
}

void recording_list(RecordingList *list, const char *folder)
{
    FileList files;
    Text tests = { 0 };
    Err none = { 0 };
    *list = (RecordingList){ .count = 0 };
    text_addf(&tests, "%s/tests", folder);
    if (file_list(text_str(&tests), &files, &none)) {
        list->paths = mem_alloc(sizeof *list->paths * (size_t)(files.count + 1));
        for (int i = 0; i < files.count; i++) {
            if (is_play(files.names[i])) {
                size_t size = tests.length + strlen(files.names[i]) + 2;
                char *path = list->paths[list->count++] = mem_alloc(size);
                snprintf(path, size, "%s/%s", text_str(&tests), files.names[i]);
            }
        }
        file_list_free(&files);
    }
    text_deinit(&tests);
}

void recording_list_deinit(RecordingList *list)
{
    for (int i = 0; i < list->count; i++) {
        mem_free(list->paths[i]);
    }
    mem_free(list->paths);
    *list = (RecordingList){ .count = 0 };
}
