// Any bytes as lines of trust events: each line is refused with a reason, or is an event that leaves a
// valid state and readings within bounds.
// links: trust base
#include "fuzz/target.h"

#include "base/text.h"
#include "trust/lines.h"

#include <string.h>

static void one_line(TrustState *state, const char *text)
{
    const TrustParameters *work = trust_preset("work");
    TrustLine line;
    Err err = { 0 };
    if (!trust_line_read(text, &line, &err)) {
        must(err.kind == ERR_INPUT && err.message[0] != '\0' && err.fix[0] != '\0');
        return;
    }
    must(line.times >= 0 && line.times <= TRUST_TIMES_MAX);
    must(strlen(line.said) < sizeof line.said);
    must(utf8_valid(line.label, strlen(line.label), NULL));
    trust_line_apply(work, state, &line);
    int32_t trust, belief;
    trust_readings(work, state, &trust, &belief);
    must(trust_valid(work, state) && trust >= 0 && belief >= trust && belief <= TRUST_ONE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    TrustState state = trust_start(trust_preset("work"));
    char text[TRUST_LINE_BYTES + 1];
    for (size_t at = 0; at < size;) {
        size_t length = 0;
        while (at + length < size && data[at + length] != '\n' && data[at + length] != '\0' &&
               length < TRUST_LINE_BYTES) {
            length++;
        }
        memcpy(text, data + at, length);
        text[length] = '\0';
        if (utf8_valid(text, length, NULL)) { // others never get so far
            one_line(&state, text);
        }
        at += length + 1;
    }
    return 0;
}
