// Buttons of the facilitator's page.
#include "web/console_parts.h"

#include "base/say.h"

#include <string.h>

void console_act_begin(Console *c, const char *act)
{
    text_addf(c->out,
              "<form method=\"post\" action=\"/%s/%s/act\"><input type=\"hidden\" name=\"do\" "
              "value=\"%s\"><input type=\"hidden\" name=\"version\" value=\"%u\">",
              c->remote ? "remote" : "console", c->remote ? c->web->remote : c->web->console, act,
              (unsigned)c->room->version);
}

void console_act_value(Console *c, const char *name, int value)
{
    text_addf(c->out, "<input type=\"hidden\" name=\"%s\" value=\"%d\">", name, value);
}

void console_key(Console *c, const char *key)
{
    if (key[0] && !c->remote) {
        text_addf(c->out, " data-key=\"%s\"", key);
    }
}

void console_key_hint(Console *c, const char *key)
{
    if (key[0] && !c->remote) {
        char letter[2] = { key[0], '\0' };
        text_add(c->out, "<kbd>");
        html_text(c->out, strchr(key, ' ') ? say("Space") : letter);
        text_add(c->out, "</kbd>");
    }
}

void console_act_button(Console *c, const char *words, const char *key, const char *kind,
                        const char *why)
{
    text_addf(c->out, "<button class=\"act %s\"", kind);
    console_key(c, key);
    text_add(c->out, "><span>");
    html_text(c->out, words);
    text_add(c->out, "</span>");
    console_key_hint(c, key);
    if (why[0]) {
        html_element(c->out, "small", "", why);
    }
    text_add(c->out, "</button></form>\n");
}

void console_act(Console *c, const char *name, const char *words, const char *key, const char *kind,
                 const char *why)
{
    console_act_begin(c, name);
    console_act_button(c, words, key, kind, why);
}

void console_act_with(Console *c, const char *name, const char *field, int value, const char *words,
                      const char *key, const char *why)
{
    console_act_begin(c, name);
    console_act_value(c, field, value);
    console_act_button(c, words, key, "", why);
}
