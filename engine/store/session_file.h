// The file of a room session: the room as text, its keys, and the ballots of the question that is open.
// Written so that kill -9 loses nothing, and so that a deleted ballot is overwritten: not in the pages
// (secure_delete), and not in the log beside it (truncated). Knows no vote's meaning.
#pragma once

#include "base/err.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct SessionFile SessionFile;

enum { SESSION_FILE_TOKEN = 16 };

// NULL with ERR_SYSTEM where it cannot be: the place cannot be written, another program has it open.
// ":memory:" keeps nothing.
SessionFile *session_file_open(const char *path, Err *err);
void session_file_close(SessionFile *file);

// The room as it stands. With `question_over`, all ballots and the question's key go in the same step, and
// the log is truncated behind it.
bool session_file_write(SessionFile *file, const char *room, bool question_over, Err *err);
bool session_file_read(SessionFile *file, Text *room); // false: there is none yet

bool session_file_ballot(SessionFile *file, const uint8_t token[SESSION_FILE_TOKEN], int option,
                         Err *err);
typedef void (*SessionFileBallot)(void *context, const uint8_t token[SESSION_FILE_TOKEN],
                                  int option);
bool session_file_ballots(SessionFile *file, SessionFileBallot visit, void *context);

// A few bytes under a name: "room", "question", "console". False: there are none, or of another size.
bool session_file_put(SessionFile *file, const char *name, const void *bytes, size_t size,
                      Err *err);
bool session_file_get(SessionFile *file, const char *name, void *bytes, size_t size);

// The ways of tables, under numbers that mean nothing elsewhere; in the order in which they were first written.
bool session_file_table(SessionFile *file, uint64_t id, const char *way, Err *err);
typedef void (*SessionFileTable)(void *context, uint64_t id, const char *way);
bool session_file_tables(SessionFile *file, SessionFileTable visit, void *context);

// Deletes the file and what lies beside it.
bool session_file_remove(const char *path);
