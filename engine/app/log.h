// The log file, and the report that a crash leaves. Both are under the XDG state folder; where that cannot
// be written there is none, and nobody is bothered with it.
#pragma once

#include "base/err.h"

// Appends a line with its time to <state>/log.txt, which is made with the first line; at 1 MB it becomes
// log.old.txt first.
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_close(void);

// Catches SIGSEGV, SIGABRT, SIGBUS and SIGFPE: writes version, scenario, the last choices and, where the
// system can, a backtrace into <state>/crash-<time>.txt, says so on standard error, and dies as it would have.
void crash_install(void);
void crash_scenario(const char *id); // what is played now; NULL: nothing
void crash_choice(const char *id);   // the latest choice
