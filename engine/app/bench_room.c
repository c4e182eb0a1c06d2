// A room under load, over loopback: 500 phones that all answer within five seconds, a reveal, 2,000 open
// streams, 1,000 connections that never finish their request. The room runs as a child of its own.
#define _POSIX_C_SOURCE 200809L

#include "app/bench.h"

#include "app/paths.h"
#include "base/arena.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef PLANKWRIGHT_WEB
enum {
    PHONES = 500,
    TABLES = 200,
    TABLE_CHOICES = 10,
    IDLE = 2000,
    SLOW = 1000,
    HONEST = 50,
    SPREAD = 5000,
    ANSWER = 32768
};

typedef struct Load {
    pid_t child;
    int output; // of the child, kept open so that it can say goodbye
    int port;
    uint32_t from; // the address that the next connections come from, 0: any
    char console[120];
    char (*cookies)[100];
    int *streams; // open connections
    int stream_count;
    char answer[ANSWER]; // of the last request
} Load;

static double now_milliseconds(void)
{
    struct timespec now = { 0, 0 };
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void pause_for(int milliseconds)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000l };
    nanosleep(&time, NULL);
}

// ---- requests ---------------------------------------------------------------------------------------

static int open_connection(const Load *load)
{
    int file = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)load->port) };
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (file >= 0 && load->from != 0) {
        struct sockaddr_in from = { .sin_family = AF_INET };
        from.sin_addr.s_addr = htonl(load->from);
        bind(file, (struct sockaddr *)&from, sizeof from); // where it cannot be: from any
    }
    if (file >= 0 && connect(file, (struct sockaddr *)&at, sizeof at) != 0) {
        close(file);
        return -1;
    }
    return file;
}

static bool send_request(int file, const char *path, const char *cookie, const char *body,
                         bool stays)
{
    char request[1000];
    int n = snprintf(request, sizeof request,
                     "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\nCookie: %s\r\n"
                     "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n"
                     "\r\n%s",
                     body ? "POST" : "GET", path, stays ? "keep-alive" : "close", cookie,
                     body ? strlen(body) : 0, body ? body : "");
    return send(file, request, (size_t)n, MSG_NOSIGNAL) == n;
}

// The status of a whole request, 0 for none; the answer is in load->answer, as far as it fits.
static int ask(Load *load, const char *path, const char *cookie, const char *body)
{
    int file = open_connection(load);
    size_t size = 0;
    ssize_t n = 0;
    load->answer[0] = '\0';
    if (file < 0 || !send_request(file, path, cookie, body, false)) {
        return 0;
    }
    char part[2048];
    while ((n = recv(file, part, sizeof part, 0)) > 0) {
        size_t fits = size + (size_t)n < ANSWER ? (size_t)n : ANSWER - 1 - size;
        memcpy(load->answer + size, part, fits);
        size += fits;
    }
    load->answer[size] = '\0';
    close(file);
    return strncmp(load->answer, "HTTP/1.1 ", 9) == 0 ? atoi(load->answer + 9) : 0;
}

static bool cut(const char *text, const char *before, const char *until, char *out, size_t size)
{
    const char *from = strstr(text, before);
    if (!from) {
        return false;
    }
    from += strlen(before);
    size_t n = strcspn(from, until);
    if (n >= size) {
        return false;
    }
    memcpy(out, from, n);
    out[n] = '\0';
    return true;
}

static bool act(Load *load, const char *what)
{
    char path[160], body[100], version[16];
    if (ask(load, load->console, "", NULL) != 200 ||
        !cut(load->answer, "name=\"version\" value=\"", "\"", version, sizeof version)) {
        return false;
    }
    snprintf(path, sizeof path, "%s/act", load->console);
    snprintf(body, sizeof body, "version=%s&do=%s", version, what);
    return ask(load, path, "", body) == 303;
}

// ---- the room ---------------------------------------------------------------------------------------

static bool read_links(Load *load, int file)
{
    char text[2000] = "";
    size_t size = 0;
    ssize_t n = 0;
    while (!strstr(text, "/screen") && size + 1 < sizeof text &&
           (n = read(file, text + size, sizeof text - 1 - size)) > 0) {
        size += (size_t)n;
        text[size] = '\0';
    }
    char port[8];
    if (!cut(text, "http://127.0.0.1:", "/", port, sizeof port) ||
        !cut(strstr(text, port) + strlen(port), "", "\n", load->console, sizeof load->console)) {
        return false;
    }
    load->port = atoi(port);
    return true;
}

static bool start_room(Load *load, const Bench *bench)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return false;
    }
    load->child = fork();
    if (load->child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        execl(paths_program(), "plankwright", "room", bench->scenario->id, "--pages", "--loopback",
              "--fresh", "--port", "0", "--data", bench->data, (char *)NULL);
        _Exit(99);
    }
    close(ends[1]);
    load->output = ends[0];
    return load->child > 0 && read_links(load, ends[0]);
}

static bool everybody_in(Load *load)
{
    char code[8], body[40], path[8];
    if (!act(load, "open") || ask(load, "/screen", "", NULL) != 200 ||
        !cut(load->answer, "class=\"code\">", "<", code, sizeof code)) {
        return false;
    }
    snprintf(path, sizeof path, "%.4s%c", code, code[5]);
    snprintf(body, sizeof body, "code=%s", path);
    for (int i = 0; i < PHONES; i++) {
        if (ask(load, "/join", "", body) != 303 ||
            !cut(load->answer, "Set-Cookie: ", ";", load->cookies[i], sizeof load->cookies[i])) {
            return false;
        }
    }
    return true;
}

// One more stream for a phone; they stay open.
static bool listen_too(Load *load, int phone)
{
    int file = open_connection(load);
    if (file < 0 || !send_request(file, "/events", load->cookies[phone], NULL, true)) {
        return false;
    }
    fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK);
    load->streams[load->stream_count++] = file;
    return true;
}

static void drain(const Load *load)
{
    char part[4096];
    for (int i = 0; i < load->stream_count; i++) {
        while (recv(load->streams[i], part, sizeof part, 0) > 0) {
        }
    }
}

// ---- measuring --------------------------------------------------------------------------------------

typedef struct Vote {
    int file;
    double began, took; // milliseconds; took < 0: not answered
    bool counted;
} Vote;

static void begin_vote(Load *load, Vote *vote, int phone, int option)
{
    char body[60];
    snprintf(body, sizeof body, "question=1&option=%d", option);
    *vote = (Vote){ .began = now_milliseconds(), .took = -1.0 };
    vote->file = open_connection(load);
    if (vote->file >= 0) {
        send_request(vote->file, "/vote", load->cookies[phone], body, false);
        fcntl(vote->file, F_SETFL, fcntl(vote->file, F_GETFL) | O_NONBLOCK);
    }
}

static int answered_votes(Vote *votes, int from, int end, int wait)
{
    struct pollfd files[PHONES];
    int at[PHONES], count = 0, left = 0;
    for (int i = from; i < end; i++) {
        if (votes[i].file >= 0 && votes[i].took < 0.0) {
            at[count] = i;
            files[count++] = (struct pollfd){ .fd = votes[i].file, .events = POLLIN };
        }
    }
    poll(files, (nfds_t)count, wait);
    for (int k = 0; k < count; k++) {
        char part[600];
        Vote *vote = &votes[at[k]];
        if (files[k].revents != 0 && recv(vote->file, part, sizeof part, 0) > 0) {
            vote->took = now_milliseconds() - vote->began;
            vote->counted = strncmp(part, "HTTP/1.1 303", 12) == 0;
            close(vote->file);
        } else {
            left++;
        }
    }
    return left;
}

// `count` phones answer, evenly over `spread` milliseconds. The number that was counted; times into `took`.
static int vote_all(Load *load, int count, int spread, double *took)
{
    Vote *votes = mem_alloc(sizeof *votes * (size_t)count);
    double start = now_milliseconds();
    int begun = 0, counted = 0, left = 1;
    while ((begun < count || left > 0) && now_milliseconds() - start < spread + 10000) {
        while (begun < count && now_milliseconds() - start >= (double)begun * spread / count) {
            begin_vote(load, &votes[begun], begun, begun % 3 == 0 ? 1 : 0);
            begun++;
        }
        left = answered_votes(votes, 0, begun, 2);
    }
    for (int i = 0; i < count; i++) {
        took[i] = votes[i].took < 0.0 ? 1e6 : votes[i].took;
        counted += votes[i].counted ? 1 : 0;
    }
    mem_free(votes);
    return counted;
}

// Milliseconds from the press to the last of the first PHONES streams that has heard of it.
static double reveal(Load *load)
{
    bool heard[PHONES] = { false };
    int left = PHONES;
    drain(load);
    double start = now_milliseconds();
    if (!act(load, "reveal")) {
        return 1e6;
    }
    while (left > 0 && now_milliseconds() - start < 10000.0) {
        for (int i = 0; i < PHONES; i++) {
            char part[1024];
            ssize_t n = heard[i] ? 0 : recv(load->streams[i], part, sizeof part - 1, 0);
            if (n > 0) {
                part[n] = '\0';
                heard[i] = strstr(part, "event: page") != NULL;
                left -= heard[i] ? 1 : 0;
            }
        }
    }
    return left == 0 ? now_milliseconds() - start : 1e6;
}

static double resident_megabytes(pid_t child)
{
    char path[60], line[200];
    double kilobytes = -1.0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)child);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, "VmRSS:", 6) == 0) {
            kilobytes = strtod(line + 6, NULL);
        }
    }
    if (file) {
        fclose(file);
    }
    return kilobytes / 1024.0;
}

static void measure_slow(Load *load, Bench *bench)
{
    static int files[SLOW];
    double took[HONEST];
    int counted = 0;
    for (int i = 0; i < SLOW; i++) {
        files[i] = open_connection(load);
        if (files[i] >= 0) {
            send(files[i], "GET /room HTTP/1.1\r\nHost: lo", 28, MSG_NOSIGNAL);
        }
    }
    for (int i = 0; i < HONEST; i++) {
        double start = now_milliseconds();
        counted += ask(load, "/room", load->cookies[i], NULL) == 200 ? 1 : 0;
        took[i] = now_milliseconds() - start;
    }
    bench_tell(bench, "served beside 1,000 slow connections", counted, "of 50", "50");
    bench_tell(bench, "... the slowest of 99 in 100", bench_share(took, HONEST, .99), "ms", "");
    for (int i = 0; i < SLOW; i++) {
        if (files[i] >= 0) {
            close(files[i]);
        }
    }
}

typedef struct BenchTable {
    char picture[40]; // that its browser has
    int options;      // that are open
    int at;
} BenchTable;

// A press, the page behind it, and its picture where the browser has another one. 0: something was not served.
static bool play_table(Load *load, int i, BenchTable *table, double *took)
{
    char body[40], picture[40], path[60];
    double before = now_milliseconds();
    load->from =
        0x7f010001u + (uint32_t)i; // 127.1.0.1 and so on: each its own address, as in a room
    snprintf(body, sizeof body, table->options > 0 ? "at=%d&option=%d" : "at=%d&do=sit", table->at,
             table->options > 0 ? (i * 7 + table->at * 3) % table->options : 0);
    if (ask(load, "/table", load->cookies[i], body) != 303 ||
        ask(load, "/room", load->cookies[i], NULL) != 200) {
        return false;
    }
    *took = now_milliseconds() - before;
    table->at += table->options > 0 ? 1 : 0;
    table->options = 0;
    for (const char *c = load->answer; (c = strstr(c, "name=\"option\"")) != NULL; c++) {
        table->options++;
    }
    if (cut(load->answer, "src=\"/table-", "\"", picture, sizeof picture) &&
        strcmp(picture, table->picture) != 0) {
        snprintf(path, sizeof path, "/table-%s", picture);
        memcpy(table->picture, picture, sizeof picture);
        return ask(load, path, load->cookies[i], NULL) == 200;
    }
    return true;
}

// 200 tables sit down and choose, each in its own way; each fetches its page after every choice, and every picture
// that it has not.
static bool measure_tables(Load *load, Bench *bench)
{
    static double took[TABLES * TABLE_CHOICES];
    static BenchTable tables[TABLES];
    int n = 0;
    if (!act(load, "tables")) {
        return false;
    }
    memset(tables, 0, sizeof tables);
    double start = now_milliseconds();
    for (int k = 0; k < TABLE_CHOICES; k++) {
        for (int i = 0; i < TABLES; i++) {
            if (!play_table(load, i, &tables[i], &took[n++])) {
                load->from = 0;
                return false;
            }
        }
    }
    load->from = 0;
    double seconds = (now_milliseconds() - start) / 1e3;
    bench_tell(bench, "200 tables: choices with page and picture", n / seconds, "1/s",
               "at least 200");
    bench_tell(bench, "... the slowest of 99 in 100, without picture", bench_share(took, n, .99),
               "ms", "");
    return true;
}

static bool measure(Load *load, Bench *bench)
{
    static double took[PHONES];
    char words[40] = "";
    for (int i = 0; i < PHONES; i++) {
        if (!listen_too(load, i)) {
            return false;
        }
    }
    if (!act(load, "begin") || !act(load, "ask")) {
        return false;
    }
    int counted = vote_all(load, PHONES, SPREAD, took);
    bench_tell(bench, "500 phones answer in 5 s: counted", counted, "of 500", "500");
    bench_tell(bench, "... the slowest of 99 in 100", bench_share(took, PHONES, .99), "ms",
               "at most 100");
    pause_for(500);
    if (ask(load, "/screen", "", NULL) == 200) {
        cut(load->answer, "{1} of {2}\">", " ", words, sizeof words);
    }
    bench_tell(bench, "... the room counts", atoi(words), "", "500: none lost, none doubled");
    bench_tell(bench, "a reveal reaches all phones", reveal(load), "ms", "at most 250");
    while (load->stream_count < IDLE) {
        if (!listen_too(load, load->stream_count % PHONES)) {
            return false;
        }
        if (load->stream_count % 250 == 0) {
            pause_for(400); // as fast as one address may
        }
    }
    pause_for(1000);
    bench_tell(bench, "memory with 2,000 phones listening", resident_megabytes(load->child), "MB",
               "at most 150");
    measure_slow(load, bench);
    return measure_tables(load, bench);
}

bool bench_room(Bench *bench)
{
    static Load load;
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 4096) {
        limit.rlim_cur = limit.rlim_max < 4096 ? limit.rlim_max : 4096;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    load = (Load){ .cookies = mem_alloc(sizeof *load.cookies * PHONES),
                   .streams = mem_alloc(sizeof *load.streams * (IDLE + 1)) };
    bool good = start_room(&load, bench) && everybody_in(&load) && measure(&load, bench);
    for (int i = 0; i < load.stream_count; i++) {
        close(load.streams[i]);
    }
    if (load.child > 0) {
        int status = 0;
        char rooms[PATHS_SIZE + 8];
        if (load.port == 0 || !act(&load, "end")) { // which deletes the session's file
            kill(load.child, SIGTERM);
        }
        waitpid(load.child, &status, 0);
        close(load.output);
        snprintf(rooms, sizeof rooms, "%s/rooms", bench->data);
        rmdir(rooms);
    }
    mem_free(load.cookies);
    mem_free(load.streams);
    return good;
}
#else
bool bench_room(Bench *bench)
{
    (void)bench;
    return true; // this build has no room
}
#endif
