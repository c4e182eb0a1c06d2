// What went wrong, as a value. An expected failure (bad script, bad save, missing file, full disk)
// returns false and fills the caller's Err; a bug asserts. There is no global last error.
#pragma once

#include <stdbool.h>

typedef enum ErrKind {
    ERR_NONE,
    ERR_USAGE,  // wrong command line: exit code 2
    ERR_INPUT,  // bad script, save or file: exit code 3
    ERR_SYSTEM, // the system would not: display, disk, port, device: exit code 4
    ERR_FINDING // findings of check, test, trust --anchors: exit code 1
} ErrKind;

typedef struct Err {
    ErrKind kind;
    char message[512]; // one line, UTF-8, no newline at the end; what happened
    char fix[256];     // one line: what to do about it; may be empty
    char file[256];    // the scenario file or the path in question; may be empty
    int line;          // 1-based line in `file`; 0 where there is none
    int column;        // 1-based column; 0 where there is none
} Err;

// Sets kind and message, clears the rest. Returns false, so that a caller can `return err_set(...)`.
// `err` may be NULL: then only false comes back.
bool err_set(Err *err, ErrKind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

// Sets the fix of an error that err_set has filled. Returns false.
bool err_fix(Err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Puts the place in `file` at line:column (0 for none). Returns false.
bool err_at(Err *err, const char *file, int line, int column);

// Puts "format: " in front of the message that a lower function left. Returns false.
bool err_context(Err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

// "file:line:column: message (fix)" in one line into out; returns out.
const char *err_line(const Err *err, char *out, int out_size);

// The documented exit code of the command line for an error of this kind.
int err_exit_code(ErrKind kind);
