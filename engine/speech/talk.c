// Lines that were said or shown, as hashes, and saying one: never the same one twice running.
#include "speech/talk.h"

#include "base/hash.h"

#include <string.h>

// ---- lines --------------------------------------------------------------------------------------

uint64_t talk_line(const char *name, const char *value)
{
    return hash_string(name) * 31 + hash_string(value);
}

bool talk_has(const Lines *lines, uint64_t line)
{
    for (int i = 0; i < lines->count; i++) {
        if (lines->list[i] == line) {
            return true;
        }
    }
    return false;
}

void talk_add(Lines *lines, uint64_t line)
{
    if (lines->count < LINES_MOST && !talk_has(lines, line)) {
        lines->list[lines->count++] = line;
    }
}

uint64_t talk_line_of(const FrameItem *item)
{
    return talk_line(item->name, item->value);
}

// ---- saying -------------------------------------------------------------------------------------

void talk_utter(Talk *talk, SpeechKind kind, bool story, const char *text)
{
    uint64_t spoken = hash_string(text);
    if (text[0] == '\0' || spoken == talk->speech->spoken) {
        return; // a dialog and its heading have the same words
    }
    talk->speech->spoken = spoken;
    SpeechUtterance utterance = { kind, story, text };
    talk->say(talk->context, &utterance);
}

static bool ends_sentence(const Text *out)
{
    const char *end = out->data + out->length;
    return out->length == 0 || strchr(".!?:", end[-1]) != NULL ||
           (out->length >= 3 && (memcmp(end - 3, "\xe2\x80\x9d", 3) == 0 || // ”
                                 memcmp(end - 3, "\xe2\x80\xa6", 3) == 0));
}

// One more sentence.
void talk_join(Text *out, const char *text)
{
    if (text[0] == '\0') {
        return;
    }
    if (out->length > 0) {
        text_add(out, ends_sentence(out) ? " " : ". ");
    }
    text_add(out, text);
}

void talk_item(Talk *talk, SpeechKind kind, const FrameItem *item)
{
    Text out = { .data = NULL };
    talk_join(&out, item->name);
    talk_join(&out, item->value);
    talk_utter(talk, kind, false, text_str(&out));
    text_deinit(&out);
}
