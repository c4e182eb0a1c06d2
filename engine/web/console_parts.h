// Inside of the facilitator's page: buttons that do something, and the cards that stand in files of their own.
#pragma once

#include "web/page_parts.h"

typedef struct Console {
    const WebRoom *web;
    const Room *room;
    Arena *arena;
    bool remote;
    Text *out;
} Console;

// A form that says which act it is, and for which state of the room; then its values, then its button,
// which closes it. `key` presses it, see console_key; `kind` "red" is the one thing most people want, `why` stands below.
void console_act_begin(Console *c, const char *act);
void console_act_value(Console *c, const char *name, int value);
void console_act_button(Console *c, const char *words, const char *key, const char *kind,
                        const char *why);

// The keys of a button: a letter, the same as in the console's window (view/console_act), and behind it a blank where
// Space presses it as well. A remote is a phone: it has none. First the attribute, then what is read of it.
void console_key(Console *c, const char *key);
void console_key_hint(Console *c, const char *key);

// All three at once: without a value, and with one.
void console_act(Console *c, const char *name, const char *words, const char *key, const char *kind,
                 const char *why);
void console_act_with(Console *c, const char *name, const char *field, int value, const char *words,
                      const char *key, const char *why);

// "A sound bridge to Maya: 34 %", of an answer; and, once below them all, what that figure is.
void console_chance(Console *c, int option);
void console_about_chances(Console *c);

void console_top(Console *c);       // the head of the page
void console_seen_card(Console *c); // what the room sees

void console_phones_card(Console *c); // how to come in, who is here, what the network does
void console_debrief_card(Console *c);
void console_ways_link(Console *c); // to tables' ways side by side, where tables play or played
void console_settings_card(Console *c);
