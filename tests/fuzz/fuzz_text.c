// Any bytes through the text functions: what comes out of the JSON writer is well-formed UTF-8 without raw
// control characters, and reading never leaves the string, well-formed or not.
// links: base
#include "fuzz/target.h"

#include "base/json.h"


int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Text in = { .data = NULL };
    Text out = { .data = NULL };
    text_add_n(&in, (const char *)data, size);
    const char *s = text_str(&in);

    Json json = json_to(&out);
    json_string(&json, NULL, s);
    must(utf8_valid(out.data, out.length, NULL));
    for (size_t i = 0; i < out.length; i++) {
        must((unsigned char)out.data[i] >= 0x20u);
    }

    size_t bad = 0;
    if (!utf8_valid(s, in.length, &bad)) {
        must(bad < in.length && utf8_valid(s, bad, NULL));
    }
    size_t read = 0;
    int length = 0;
    while (utf8_next(s + read, &length) != 0) {
        must(length >= 1 && length <= 4);
        read += (size_t)length;
    }
    must(read <= in.length && s[read] == '\0');
    must(text_words(s) >= 0 && (size_t)text_words(s) <= in.length);
    must(utf8_columns(s) >= 0 && utf8_count(s) <= in.length);
    const char *const names[] = { "noon", "evening", "deliver_brief" };
    text_did_you_mean(s, names, 3);

    text_deinit(&in);
    text_deinit(&out);
    return 0;
}
