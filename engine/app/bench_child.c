// fork, a pipe for the result, wait4 for the memory.
#define _DEFAULT_SOURCE

#include "app/bench_child.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

bool bench_child(bool (*work)(const void *context, double *result), const void *context,
                 double *result, double *megabytes)
{
    int ends[2];
    fflush(NULL);
    if (pipe(ends) != 0) {
        return false;
    }
    pid_t child = fork();
    if (child == 0) {
        double found = 0.0;
        bool good = work(context, &found) && write(ends[1], &found, sizeof found) == sizeof found;
        _exit(good ? 0 : 1);
    }
    close(ends[1]);
    bool good = child > 0 && read(ends[0], result, sizeof *result) == sizeof *result;
    close(ends[0]);
    int status = 0;
    struct rusage used = { 0 };
    good = child > 0 && wait4(child, &status, 0, &used) == child && good && status == 0;
    *megabytes = (double)used.ru_maxrss / 1024.0;
    return good;
}
