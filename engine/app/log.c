// A line with its time, flushed at once, so that a crash loses none.
#define _POSIX_C_SOURCE 200809L

#include "app/log.h"

#include "app/paths.h"
#include "base/file.h"

#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LOG_BYTES_MAX = 1 << 20 };

static FILE *log_file;
static bool log_tried;

static void open_file(void)
{
    char folder[PATHS_SIZE], path[PATHS_SIZE + 16], old[PATHS_SIZE + 16];
    if (log_tried) {
        return;
    }
    log_tried = true;
    if (!paths_state(folder, NULL) || !file_make_folders(folder, NULL)) {
        return;
    }
    snprintf(path, sizeof path, "%s/log.txt", folder);
    snprintf(old, sizeof old, "%s/log.old.txt", folder);
    struct stat facts;
    if (stat(path, &facts) == 0 && facts.st_size >= LOG_BYTES_MAX) {
        rename(path, old);
    }
    log_file = fopen(path, "a");
}

void log_close(void)
{
    if (log_file) {
        fclose(log_file);
        log_file = NULL;
    }
}

void log_line(const char *format, ...)
{
    open_file();
    if (!log_file) {
        return;
    }
    time_t now = time(NULL);
    struct tm parts;
    char stamp[32] = "";
    if (gmtime_r(&now, &parts)) {
        strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &parts);
    }
    fprintf(log_file, "%s [%ld] ", stamp, (long)getpid());
    va_list arguments;
    va_start(arguments, format);
    vfprintf(log_file, format, arguments);
    va_end(arguments);
    fputc('\n', log_file);
    fflush(log_file);
}
