// Any bytes as what a phone sends: form, cookies, host, code; as a text on a page; and as the file of a
// session. Values come out whole and as UTF-8 or not at all, pages stay well-formed, a room that is read
// can be written and read again.
// links: web room picture story trust bridge base
#include "fuzz/small.h"
#include "fuzz/target.h"

#include "base/text.h"
#include "room/room_save.h"
#include "web/form.h"
#include "web/html.h"
#include "web/secret.h"

#include <stdlib.h>
#include <string.h>

static void forms(const char *bytes, size_t size)
{
    static const char *const names[] = { "code", "question", "option", "do", "h0", "" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char out[24];
        int number = 5;
        if (web_form_value(bytes, size, names[i], out, sizeof out)) {
            must(strlen(out) < sizeof out && utf8_valid(out, strlen(out), NULL));
        }
        if (web_form_number(bytes, size, names[i], 5, 9, &number)) {
            must(number >= 5 && number <= 9);
        }
    }
}

static void heads(const char *text)
{
    char out[24], code[WEB_CODE_TEXT];
    if (web_cookie_value(text, "phone", out, sizeof out)) {
        must(strlen(out) < sizeof out);
    }
    if (web_secret_read_code(text, code)) {
        must(strlen(code) == WEB_CODE_TEXT - 1);
    }
    if (web_host_good(text, "desk")) {
        must(strchr(text, '/') == NULL && strchr(text, '<') == NULL);
    }
}

// What is left of the text is no markup.
static void pages(const char *text)
{
    Text out = { 0 };
    int open = 0;
    html_marked(&out, text);
    must(utf8_valid(text_str(&out), out.length, NULL));
    for (const char *c = text_str(&out); *c; c++) {
        if (*c == '<') {
            must(strncmp(c, "<em>", 4) == 0 || strncmp(c, "</em>", 5) == 0);
            open += c[1] == '/' ? -1 : 1;
            must(open == 0 || open == 1);
        }
    }
    must(open == 0);
    text_deinit(&out);
}

static void sessions(const char *text)
{
    Scenario *scenario = small_scenario("Hello.");
    Room room, again;
    Err err = { 0 };
    char id[64];
    room_read_scenario(text, id, (int)sizeof id);
    if (room_read(&room, scenario, text, &err)) {
        Text one = { 0 }, two = { 0 };
        room_write(&room, &one);
        must(room_read(&again, scenario, text_str(&one), &err));
        room_write(&again, &two);
        must(strcmp(text_str(&one), text_str(&two)) == 0);
        text_deinit(&one);
        text_deinit(&two);
        room_close(&again);
        room_close(&room);
    } else {
        must(err.kind != ERR_NONE);
    }
    scenario_free(scenario);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    must(text != NULL);
    if (size > 0) {
        memcpy(text, data, size);
    }
    text[size] = '\0';
    forms(text, size);
    heads(text);
    pages(text);
    sessions(text);
    free(text);
    return 0;
}
