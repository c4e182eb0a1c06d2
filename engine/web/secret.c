// libsodium's random bytes and keyed hash (BLAKE2b).
#include "web/secret.h"

#include <sodium.h>
#include <string.h>

bool web_secret_init(void)
{
    return sodium_init() >= 0;
}

void web_secret_key(WebKey *out)
{
    randombytes_buf(out->bytes, sizeof out->bytes);
}

void web_secret_wipe(void *memory, size_t size)
{
    sodium_memzero(memory, size);
}

static void spell(const uint8_t bytes[16], char out[WEB_SECRET_TEXT])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned bits = 0, value = 0, n = 0;
    for (int i = 0; i < 16; i++) {
        value = value << 8 | bytes[i];
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            out[n++] = letters[value >> bits & 31u];
        }
        value &= (1u << bits) - 1u;
    }
    out[n++] = letters[value << (5 - bits) & 31u];
    out[n] = '\0';
}

void web_secret_text(char out[WEB_SECRET_TEXT])
{
    uint8_t bytes[16];
    randombytes_buf(bytes, sizeof bytes);
    spell(bytes, out);
    sodium_memzero(bytes, sizeof bytes);
}

// Letters that are told apart on a beamer and over the phone, and spell nothing much.
static const char consonants[] = "BDGLMNRSTVWZ", vowels[] = "AEOU", digits[] = "23456789";

void web_secret_code(char out[WEB_CODE_TEXT])
{
    for (int i = 0; i < 4; i += 2) {
        out[i] = consonants[randombytes_uniform(sizeof consonants - 1)];
        out[i + 1] = vowels[randombytes_uniform(sizeof vowels - 1)];
    }
    out[4] = digits[randombytes_uniform(sizeof digits - 1)];
    out[5] = '\0';
}

static void proof(const WebKey *key, const char *text, size_t length, const char *use,
                  uint8_t out[16])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key->bytes, sizeof key->bytes, 16);
    crypto_generichash_update(&state, (const unsigned char *)use, strlen(use) + 1);
    crypto_generichash_update(&state, (const unsigned char *)text, length);
    crypto_generichash_final(&state, out, 16);
    sodium_memzero(&state, sizeof state);
}

enum { HALF = WEB_SECRET_TEXT - 1 };

static void spell_proof(const WebKey *room, const char *pass, char out[WEB_SECRET_TEXT])
{
    uint8_t bytes[16];
    proof(room, pass, HALF, "phone", bytes);
    spell(bytes, out);
    sodium_memzero(bytes, sizeof bytes);
}

void web_secret_pass(const WebKey *room, char out[WEB_PASS_TEXT])
{
    web_secret_text(out);
    spell_proof(room, out, out + HALF);
}

bool web_secret_pass_good(const WebKey *room, const char *pass)
{
    char wanted[WEB_SECRET_TEXT];
    if (strlen(pass) != WEB_PASS_TEXT - 1) {
        return false;
    }
    spell_proof(room, pass, wanted);
    return sodium_memcmp(wanted, pass + HALF, HALF) == 0;
}

RoomToken web_secret_token(const WebKey *question, const char *pass)
{
    RoomToken token;
    _Static_assert(ROOM_TOKEN_SIZE == 16, "the size that proof writes");
    proof(question, pass, strlen(pass), "ballot", token.bytes);
    return token;
}

uint64_t web_secret_place(const WebKey *run, const char *pass)
{
    uint8_t bytes[16];
    uint64_t place = 0;
    proof(run, pass, strlen(pass), "present", bytes);
    memcpy(&place, bytes, sizeof place);
    return place;
}

bool web_secret_same(const char *a, const char *b)
{
    size_t n = strlen(a);
    return n == strlen(b) && sodium_memcmp(a, b, n) == 0;
}

bool web_secret_read_code(const char *typed, char out[WEB_CODE_TEXT])
{
    int n = 0;
    for (const char *c = typed; *c; c++) {
        char upper = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
        if (upper == ' ' || upper == '-') {
            continue;
        }
        bool known = strchr(consonants, upper) || strchr(vowels, upper) || strchr(digits, upper);
        if (!known || n >= WEB_CODE_TEXT - 1) {
            return false;
        }
        out[n++] = upper;
    }
    out[n] = '\0';
    return n == WEB_CODE_TEXT - 1;
}
