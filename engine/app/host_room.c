// Starts `plankwright room` for a card of the shelf, and looks until its windows are open or it has ended: why
// it did not open is said where the person is, not in a log.
#define _POSIX_C_SOURCE 200809L

#include "app/host_room.h"

#include "app/log.h"
#include "app/translations.h"
#include "base/say.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
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

static const char FROM_LIBRARY[] = "PLANKWRIGHT_FROM_LIBRARY";

bool host_room_is_one(void)
{
    const char *said = getenv(FROM_LIBRARY);
    return said && said[0];
}

static void become_room(const char *scenario, const char *data)
{
    const char *language = translations_chosen();
    bool english = language[0] == '\0';
    execl(paths_program(), "plankwright", "room", scenario, "--windows", "--data", data,
          english ? (char *)NULL : "--lang", language, (char *)NULL);
    dprintf(STDERR_FILENO, "plankwright: %s\n", strerror(errno));
    _exit(4);
}

// Between the library and the room stands a process that ends as soon as the room is open (0) or has ended (what it
// ended with). So the room is nobody's child: the system, not a library that sleeps, takes note of its end.
static void watch_room(const char *scenario, const char *data)
{
    struct stat said = { .st_size = 0 };
    int how = 0;
    pid_t room = fork();
    if (room == 0) {
        become_room(scenario, data);
    }
    while (room > 0 && waitpid(room, &how, WNOHANG) == 0) {
        if (fstat(STDOUT_FILENO, &said) == 0 && said.st_size > 0) {
            _exit(0);
        }
        nanosleep(&(struct timespec){ .tv_nsec = 50000000 }, NULL);
    }
    _exit(room > 0 && WIFEXITED(how) ? WEXITSTATUS(how) : 4);
}

static void leave(int output, int errors)
{
    enum { FILES = 256 }; // the display, the sound, the database: they are the library's
    setsid();             // whoever leaves the library, or its terminal, leaves the room going
    if (dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0) {
        _exit(4);
    }
    for (int file = STDERR_FILENO + 1; file < FILES; file++) {
        close(file);
    }
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
    setenv(FROM_LIBRARY, "1", 1);
    room->process = room->output && room->errors ? (long)fork() : -1;
    if (room->process == 0) {
        leave(fileno(room->output), fileno(room->errors));
        watch_room(scenario, data);
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

static char *ends(char *line)
{
    line[strcspn(line, "\r\n")] = '\0';
    return line;
}

// The last thing that the program itself said ("plankwright: ..."), and in the next line what can be done about it
// (host_room_fail). Where it said nothing, what was said last of all.
static void read_why(char *text, Err *err)
{
    static const char NAME[] = "plankwright: ";
    char *own = NULL, *last = text;
    for (char *line = text; line && *line; line = strchr(line, '\n')) {
        line += *line == '\n';
        own = strncmp(line, NAME, sizeof NAME - 1) == 0 ? line : own;
        last = *line ? line : last;
    }
    char *why = own ? own + sizeof NAME - 1 : last;
    char *fix = own ? strchr(why, '\n') : NULL;
    ends(why); // `fix` begins behind it
    err_set(err, ERR_SYSTEM, "%s", why[0] ? why : say("It ended without a word."));
    if (fix) {
        err_fix(err, "%s", ends(fix + 1));
    }
}

static void tell_why(Host *host)
{
    char text[2000];
    Err err = { .kind = ERR_SYSTEM };
    read_all(host->room.errors, text, sizeof text);
    read_why(text, &err);
    host_notice(host, say("The room does not open"), &err);
}

int host_room_fail(const Err *err)
{
    char line[1200];
    Err what = *err;
    what.fix[0] = '\0';
    fprintf(stderr, "plankwright: %s\n%s\n", err_line(&what, line, (int)sizeof line), err->fix);
    log_line("error: %s", err->message);
    return err_exit_code(err->kind);
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
    if (waitpid((pid_t)host->room.process, &how, WNOHANG) == 0) {
        return false;
    }
    bool bad = !(WIFEXITED(how) && WEXITSTATUS(how) == 0);
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
