// Starts `plankwright room` for a card of the shelf, and looks until its windows are open or it has ended: why
// it did not open is said where the person is, not in a log.
#define _POSIX_C_SOURCE 200809L

#include "app/host_room.h"

#include "app/translations.h"
#include "base/say.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

bool host_room_can(void)
{
#if defined PLANKWRIGHT_WEB && !defined PLANKWRIGHT_HEADLESS
    return true;
#else
    return false;
#endif
}

// ---- starting it --------------------------------------------------------------------------------------

static void become_room(const char *scenario, const char *data, int output, int errors)
{
    const char *language = translations_chosen();
    bool english = language[0] == '\0';
    setsid(); // whoever leaves the library, or its terminal, leaves the room going
    if (dup2(output, STDOUT_FILENO) >= 0 && dup2(errors, STDERR_FILENO) >= 0) {
        execl(paths_program(), "plankwright", "room", scenario, "--windows", "--data", data,
              english ? (char *)NULL : "--lang", language, (char *)NULL);
    }
    dprintf(STDERR_FILENO, "plankwright: %s\n", strerror(errno));
    _exit(4);
}

static void forget(HostRoom *room)
{
    if (room->output) {
        fclose(room->output);
    }
    if (room->errors) {
        fclose(room->errors);
    }
    *room = (HostRoom){ 0 };
}

// What it says goes to two files without names: a pipe would end it when this program goes first.
static bool start(HostRoom *room, const char *scenario, const char *data, Err *err)
{
    forget(room);
    room->output = tmpfile();
    room->errors = tmpfile();
    fflush(NULL); // or the room says it a second time
    room->process = room->output && room->errors ? (long)fork() : -1;
    if (room->process == 0) {
        become_room(scenario, data, fileno(room->output), fileno(room->errors));
    }
    if (room->process < 0) {
        err_set(err, ERR_SYSTEM, "the room does not start: %s", strerror(errno));
        forget(room);
        return false;
    }
    return true;
}

bool host_room_carries_out(Host *host, const ViewRequest *wanted)
{
    Err err = { 0 };
    if (wanted->kind != REQUEST_RUN_ROOM) {
        return false;
    }
    if (start(&host->room, host->cards[wanted->card].id, host->request->data, &err)) {
        view_notice(host->view, say("The room opens in windows of its own"),
                    say("The console is for you alone; the room screen goes to the projector where "
                        "there is one. This window is not needed for it."),
                    say("No phone can come in before you open the room in the console."));
    } else {
        host_notice(host, say("The room does not open"), &err);
    }
    return true;
}

// ---- what became of it --------------------------------------------------------------------------------

static void read_all(FILE *file, char *out, size_t size)
{
    rewind(file); // ours and the room's is one place in the file, which it has done with
    out[fread(out, 1, size - 1, file)] = '\0';
}

static bool said_something(FILE *file)
{
    struct stat found;
    return fstat(fileno(file), &found) == 0 && found.st_size > 0;
}

// Its last line, as it would stand in a terminal, without the program's name.
static void tell_why(Host *host)
{
    static const char NAME[] = "plankwright: ";
    char text[1000];
    Err err = { .kind = ERR_SYSTEM };
    read_all(host->room.errors, text, sizeof text);
    text[strcspn(text, "\r")] = '\0';
    for (size_t n = strlen(text); n > 0 && text[n - 1] == '\n'; n--) {
        text[n - 1] = '\0';
    }
    const char *line = strrchr(text, '\n');
    line = line ? line + 1 : text;
    line += strncmp(line, NAME, sizeof NAME - 1) == 0 ? sizeof NAME - 1 : 0;
    err_set(&err, ERR_SYSTEM, "%s", line[0] ? line : say("It ended without a word."));
    host_notice(host, say("The room does not open"), &err);
}

bool host_room_waits(const Host *host)
{
    return host->room.process > 0;
}

bool host_room_look(Host *host)
{
    int how = 0;
    if (!host_room_waits(host)) {
        return false;
    }
    bool ended = waitpid((pid_t)host->room.process, &how, WNOHANG) != 0;
    bool bad = ended && !(WIFEXITED(how) && WEXITSTATUS(how) == 0);
    if (!ended && !said_something(host->room.output)) {
        return false;
    }
    if (bad) {
        tell_why(host);
    }
    forget(&host->room);
    return bad;
}

void host_room_close(Host *host)
{
    forget(&host->room);
}
