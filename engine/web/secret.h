// Random secrets, and the tokens made from them. The only place that knows libsodium.
#pragma once

#include "room/ballots.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    WEB_KEY = 32,
    WEB_SECRET_TEXT = 27, // 128 bits as 26 letters and digits, and the NUL
    WEB_CODE_TEXT = 6,    // "RAFT7"
};

typedef struct WebKey {
    uint8_t bytes[WEB_KEY];
} WebKey;

// To be called once, before the others. False when the system has no randomness.
bool web_secret_init(void);

void web_secret_key(WebKey *out);
void web_secret_text(char out[WEB_SECRET_TEXT]); // a-z2-7
void web_secret_code(char out[WEB_CODE_TEXT]);   // consonant vowel consonant vowel digit
void web_secret_wipe(void *memory, size_t size);

// A phone's cookie: a random text that carries its own proof that this room gave it out, so that no list
// of phones is kept. 26 characters and 26 of proof.
enum { WEB_PASS_TEXT = 53 };
void web_secret_pass(const WebKey *room, char out[WEB_PASS_TEXT]);
bool web_secret_pass_good(const WebKey *room, const char *pass);

// The ballot's token: from the phone's cookie and the key of the one question. Without both, nobody can
// work it out; the key is deleted with the question.
RoomToken web_secret_token(const WebKey *question, const char *pass);

// Where a phone is kept in the list of those present: the same phone, the same number, for this run only.
uint64_t web_secret_place(const WebKey *run, const char *pass);

// Takes as long for a wrong text as for the right one.
bool web_secret_same(const char *a, const char *b);

// "raft-7" as it was given out: "RAFT7". False for what cannot be a code.
bool web_secret_read_code(const char *typed, char out[WEB_CODE_TEXT]);
