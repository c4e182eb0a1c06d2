// A child with a pipe on its standard error.
#define _POSIX_C_SOURCE 200809L

#include "app/measure.h"

#include "app/paths.h"
#include "app/trace.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void become_child(int pipe_end, const char *mode, const char *scenario, const char *data)
{
    setenv("PLANKWRIGHT_TRACE_START", mode, 1);
    if (!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY")) {
        setenv("SDL_VIDEODRIVER", "dummy", 1);
    }
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(pipe_end, STDERR_FILENO);
    execl(paths_program(), "plankwright", "play", "--data", data, "--seed", "1", scenario,
          (char *)NULL);
    _exit(127);
}

static void read_point(const char *line, double start, MeasuredStart *out)
{
    double value = 0.0;
    if (sscanf(line, "trace: frame %lf", &value) == 1) {
        out->frame_milliseconds = value - start;
    } else if (sscanf(line, "trace: painted %lf", &value) == 1) {
        out->painted_milliseconds = value - start;
    } else if (sscanf(line, "trace: idle %lf", &value) == 1) {
        out->idle_share = value;
    } else if (strncmp(line, "trace: peak ", 12) == 0) {
        out->peak_kilobytes = strtol(line + 12, NULL, 10);
    }
}

bool measure_start(const char *mode, const char *scenario, const char *data, MeasuredStart *out)
{
    *out = (MeasuredStart){ .peak_kilobytes = 0 };
    int ends[2];
    if (pipe(ends) != 0) {
        return false;
    }
    double start = trace_now_milliseconds();
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        become_child(ends[1], mode, scenario, data);
    }
    close(ends[1]);
    FILE *lines = child > 0 ? fdopen(ends[0], "r") : NULL;
    char line[512];
    while (lines && fgets(line, sizeof line, lines)) {
        read_point(line, start, out);
    }
    if (lines) {
        fclose(lines);
    } else {
        close(ends[0]);
    }
    int status = -1;
    if (child > 0) {
        waitpid(child, &status, 0);
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 && out->frame_milliseconds > 0.0;
}
