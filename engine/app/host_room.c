// Starts `plankwright room` for a card of the shelf. Its parent is nobody: whoever leaves the library leaves the
// room going.
#define _POSIX_C_SOURCE 200809L

#include "app/host_room.h"

#include "app/translations.h"
#include "base/say.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
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

static void become_room(const char *scenario, const char *data, int failed)
{
    const char *language = translations_chosen();
    bool english = language[0] == '\0';
    setsid();
    if (fork() == 0) {
        execl(paths_program(), "plankwright", "room", scenario, "--windows", "--data", data,
              english ? (char *)NULL : "--lang", language, (char *)NULL);
        char told = (char)errno;
        ssize_t written = write(failed, &told, 1);
        (void)written;
    }
    _exit(0);
}

// False with err where the program cannot be started: `failed` closes by itself where it can.
static bool start(const char *scenario, const char *data, Err *err)
{
    int ends[2];
    char told = 0;
    if (pipe(ends) != 0) {
        return err_set(err, ERR_SYSTEM, "the room does not start: %s", strerror(errno));
    }
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        become_room(scenario, data, ends[1]);
    }
    close(ends[1]);
    if (child > 0) {
        waitpid(child, NULL, 0);
    }
    bool bad = child < 0 || read(ends[0], &told, 1) == 1;
    close(ends[0]);
    return !bad || err_set(err, ERR_SYSTEM, "the room does not start: %s",
                           strerror(child < 0 ? errno : (int)told));
}

bool host_room_carries_out(Host *host, const ViewRequest *wanted)
{
    Err err = { 0 };
    if (wanted->kind != REQUEST_RUN_ROOM) {
        return false;
    }
    if (start(host->cards[wanted->card].id, host->request->data, &err)) {
        view_notice(host->view, say("The room opens in windows of its own"),
                    say("The console is for you alone; the room screen goes to the projector where "
                        "there is one. This window is not needed for it."),
                    say("No phone can come in before you open the room in the console."));
    } else {
        host_notice(host, say("The room does not open"), &err);
    }
    return true;
}
