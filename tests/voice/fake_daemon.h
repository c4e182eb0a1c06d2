// A speech-dispatcher that only writes down what is sent to it, on a socket of its own, and says that it has begun
// to read as far as it is told to (`reads`).
#pragma once

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

typedef struct Server {
    pthread_t thread;
    pthread_mutex_t mutex;
    char log[1 << 16]; // every line that came, each with its end
    int listening, client;
    atomic_int messages;
    atomic_int reads; // messages that are said to have begun
    atomic_int holds; // the message that it leaves without an answer until this is 0 again
    bool speaking;    // lines are text now
} Server;

static Server server;

static void note(const char *line)
{
    pthread_mutex_lock(&server.mutex);
    size_t n = strlen(server.log);
    snprintf(server.log + n, sizeof server.log - n, "%s\n", line);
    pthread_mutex_unlock(&server.mutex);
}

static void answer(const char *text)
{
    assert_int_equal(write(server.client, text, strlen(text)), (ssize_t)strlen(text));
}

static void rest(int milliseconds)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000L };
    nanosleep(&time, NULL);
}

static void take_line(const char *line)
{
    char said[160];
    note(line);
    if (server.speaking) {
        if (strcmp(line, ".") == 0) {
            server.speaking = false;
            server.messages++;
            while (server.messages == server.holds) {
                rest(1);
            }
            snprintf(said, sizeof said, "225-%d\r\n225 OK MESSAGE QUEUED\r\n", server.messages);
            answer(said);
            if (server.messages <= server.reads) {
                snprintf(said, sizeof said, "701-%d\r\n701-1\r\n701 BEGIN\r\n", server.messages);
                answer(said);
            }
        }
    } else if (strncasecmp(line, "speak", 5) == 0) {
        server.speaking = true;
        answer("230 OK RECEIVING DATA\r\n");
    } else if (strncmp(line, "HISTORY GET CLIENT_ID", 21) == 0) {
        answer("245-1\r\n245 OK CLIENT ID SENT\r\n");
    } else if (strncmp(line, "LIST SYNTHESIS_VOICES", 21) == 0) {
        answer("249-Marta\ten-gb\tnone\r\n249-Marta+Annie\ten-gb\tAnnie\r\n"
               "249-Joost\tnl\tnone\r\n249-Edith\ten\tnone\r\n"
               "249-Xian+Ed\tcmn\tEd\r\n249 OK VOICE LIST SENT\r\n");
    } else if (strncmp(line, "QUIT", 4) == 0) {
        answer("231 HAPPY HACKING\r\n");
    } else {
        answer("200 OK\r\n");
    }
}

static void *serve(void *unused)
{
    (void)unused;
    char line[1024];
    size_t n = 0;
    server.client = accept(server.listening, NULL, NULL);
    for (char c; server.client >= 0 && read(server.client, &c, 1) == 1;) {
        if (c == '\n') {
            line[n > 0 && line[n - 1] == '\r' ? n - 1 : n] = '\0';
            n = 0;
            take_line(line);
        } else if (n + 1 < sizeof line) {
            line[n++] = c;
        }
    }
    return NULL;
}

// A socket where it is looked for; nobody need answer there.
static int open_socket(void)
{
    char folder[256];
    char address[400];
    struct sockaddr_un name = { .sun_family = AF_UNIX };
    snprintf(folder, sizeof folder, "speech-%ld.socket", (long)getpid());
    snprintf(name.sun_path, sizeof name.sun_path, "%.80s", folder);
    unlink(name.sun_path);
    memset(&server, 0, sizeof server);
    server.reads = 1 << 20;
    server.client = -1;
    pthread_mutex_init(&server.mutex, NULL);
    server.listening = socket(AF_UNIX, SOCK_STREAM, 0);
    if (server.listening < 0 ||
        bind(server.listening, (struct sockaddr *)&name, sizeof name) != 0 ||
        listen(server.listening, 1) != 0) {
        return -1;
    }
    snprintf(address, sizeof address, "unix_socket:%s", name.sun_path);
    setenv("SPEECHD_ADDRESS", address, 1);
    setenv("SPEECHD_CMD", "/bin/false", 1); // no real one is to be started
    return 0;
}

static int open_server(void **state)
{
    (void)state;
    return open_socket() == 0 ? pthread_create(&server.thread, NULL, serve, NULL) : -1;
}

static int close_server(void **state)
{
    (void)state;
    const char *address = getenv("SPEECHD_ADDRESS");
    server.holds = 0;
    shutdown(server.listening, SHUT_RDWR);
    shutdown(server.client, SHUT_RDWR); // also where a test has failed half way
    pthread_join(server.thread, NULL);
    close(server.client);
    close(server.listening);
    return address != NULL ? unlink(strchr(address, ':') + 1) : 0;
}

static bool has(const char *words)
{
    pthread_mutex_lock(&server.mutex);
    bool found = strstr(server.log, words) != NULL;
    pthread_mutex_unlock(&server.mutex);
    return found;
}

enum { WAITS = 3000 }; // of 10 ms: machines can be slow

static void expect(const char *words)
{
    for (int i = 0; i < WAITS && !has(words); i++) {
        rest(10);
    }
    if (!has(words)) {
        fail_msg("\"%s\" was not sent:\n%s", words, server.log);
    }
}
