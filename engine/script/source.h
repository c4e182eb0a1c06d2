// The author's files as tokens: where a text, a field or a word stands, to the column, and where a
// comma is missing. Reads Lua's tokens once; knows nothing of what they mean. No lua_State here.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum TokenKind { TOKEN_NAME, TOKEN_STRING, TOKEN_NUMBER, TOKEN_SYMBOL } TokenKind;

typedef struct Token {
    uint32_t start, length; // bytes of the file
    int32_t line, column;   // 1-based; the column counts characters
    int32_t end_line;
    uint8_t kind;  // TokenKind
    uint64_t hash; // TOKEN_STRING: of its value
} Token;

typedef struct Source {
    char name[64]; // relative to the scenario's folder: "friday.lua"
    char *text;    // owned, NUL behind it
    size_t size;
    Token *tokens; // owned
    int count;
    char *mended; // owned: the text with what was missing put in, so that reading goes on (mend.c)
} Source;

typedef struct Place { // in the author's files
    int file;          // index into the loader's sources; -1 for none
    int line, column;  // 1-based, 0 unknown
} Place;

// The part of one line that a message is about: characters [column, end_column).
typedef struct SourceSpan {
    int column, end_column; // 1-based; 0 where the line does not exist
} SourceSpan;

// Takes over `taken_text` (mem_free). False where it has more than `most` tokens: those behind are not read.
bool source_init(Source *source, const char *name, char *taken_text, size_t size, int most);
void source_deinit(Source *source);

// The first token on that line or later; count where there is none.
int source_at_line(const Source *source, int line);

// The string token with that value, from token `from` on and before line `last_line`; -1: not
// found.
int source_find_string(const Source *source, int from, int last_line, const char *value,
                       size_t size);

// `name =` from that line on, at most `lines` further; -1: not found.
int source_find_field(const Source *source, int line, int lines, const char *name);

// The name on exactly that line, the first behind that token, else the first; -1: not found.
int source_find_name(const Source *source, int line, const char *name, int behind);

// Where the n-th item (1..) of the list begins that belongs to the word at that place, fields not counted;
// -1: that list does not stand there.
int source_item(const Source *source, int line, int column, int item);

bool source_is(const Source *source, int token, const char *text);

// Whether it is a word of Lua itself: end, local …
bool source_is_keyword(const Source *source, int token);

// From the line of a call that cannot be: the token before which a comma is missing, or -1.
int source_missing_comma(const Source *source, int line);

// What to mark on that line. With a column: the token there, or one behind it that `message` names
// in quotes. Without (0): the word or the {…} that the message names, else all that stands there.
SourceSpan source_span(const Source *source, int line, int column, const char *message);

// The place behind that token.
Place source_behind(const Source *source, int file, int token);

// The bytes of that line without its line end; an empty one where it does not exist.
const char *source_line(const Source *source, int line, size_t *length);

// Whether that token begins a declaration at the beginning of its line: scene, person, local …
bool source_declares(const Source *source, int token);

// The first such token inside of the bracket that is opened at token `open`; -1: none.
int source_outgrown(const Source *source, int open);

// The bracket inside of the one at `open` that, by how far lines stand in, was likely meant to be closed
// before the line *line; -1: none.
int source_slack(const Source *source, int open, int *line);

// Whether a bracket before that token is still open there; true where it is too far to tell.
bool source_is_inside(const Source *source, int token);

// Whether the two neighbours a, a + 1 are two values without a comma between them.
bool source_two_values(const Source *source, int a);
