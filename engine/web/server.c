// libmicrohttpd in one thread: our own sockets in front of it, so that we decide who comes in, how long a
// request may take, and who goes when it is full.
#define _POSIX_C_SOURCE 200809L

#include "web/server_parts.h"

#include "base/arena.h"
#include "base/say.h"
#include "web/form.h"
#include "web/microhttpd.h"
#include "web/secret.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    CONNECTIONS_MAX = 3000,
    ADDRESS_CONNECTIONS_MAX = 1500, // of one address that is not this machine
    CONNECTION_MEMORY = 12 * 1024,
    HEAD_MILLISECONDS = 8000,    // from the connection to the end of the first request's head
    ANSWER_MILLISECONDS = 30000, // from there to the last byte of the answer
    IDLE_MILLISECONDS = 20000,   // kept open for the next request
    SWEEP_MILLISECONDS = 250,
    ACCEPTS = 64, // at a time, then those who are in have a turn
};

typedef struct Exchange { // a request and its answer
    Text body;
    bool too_long;
} Exchange;

static int64_t read_clock(clockid_t which)
{
    struct timespec now = { 0, 0 };
    clock_gettime(which, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Deadlines are of a clock that nobody sets.
int64_t server_steady(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

// A laptop that finds its network sets its clock: countdown and plan go on as they were.
int64_t web_server_now(void)
{
    static int64_t began; // the time of day when the steady clock was at 0
    if (began == 0) {
        began = read_clock(CLOCK_REALTIME) - server_steady();
    }
    return began + server_steady();
}

// ---- connections ------------------------------------------------------------------------------------

static void connection_began(WebServer *server, struct MHD_Connection *mhd, void **context)
{
    Connection *it = mem_alloc(sizeof *it);
    const union MHD_ConnectionInfo *info =
        http.get_connection_info(mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    it->peer = server_peer(server, info ? info->client_addr : NULL);
    info = http.get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD);
    it->file = info ? info->connect_fd : -1;
    it->mhd = mhd;
    it->deadline = server_steady() + HEAD_MILLISECONDS;
    it->after = server->connections;
    if (it->after) {
        it->after->before = it;
    }
    server->connections = it;
    server->counts.connections++;
    *context = it;
}

static void connection_ended(WebServer *server, Connection *it)
{
    if (it->before) {
        it->before->after = it->after;
    } else {
        server->connections = it->after;
    }
    if (it->after) {
        it->after->before = it->before;
    }
    server->counts.connections--;
    mem_free(it);
}

static void connection_notice(void *context, struct MHD_Connection *mhd, void **own,
                              enum MHD_ConnectionNotificationCode code)
{
    WebServer *server = context;
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        connection_began(server, mhd, own);
    } else if (*own) {
        connection_ended(server, *own);
        *own = NULL;
    }
}

static Connection *connection_of(struct MHD_Connection *mhd)
{
    const union MHD_ConnectionInfo *info =
        http.get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

// The peer reads an end; libmicrohttpd notices and lets go.
static void turn_out(WebServer *server, Connection *it)
{
    shutdown(it->file, SHUT_RDWR);
    it->deadline = server_steady() + ANSWER_MILLISECONDS;
    server->counts.refused++;
}

static void sweep(WebServer *server)
{
    int64_t now = server_steady();
    if (now - server->swept < SWEEP_MILLISECONDS) {
        return;
    }
    server->swept = now;
    for (Connection *it = server->connections; it; it = it->after) {
        if (it->deadline > 0 && now > it->deadline) {
            turn_out(server, it);
        }
    }
}

static int connections_from(const WebServer *server, uint32_t address)
{
    int n = 0;
    for (const Connection *it = server->connections; it; it = it->after) {
        n += it->peer.address == address ? 1 : 0;
    }
    return n;
}

// Full: whoever came first and has not asked for anything makes room.
static bool make_room(WebServer *server)
{
    Connection *found = NULL;
    for (Connection *it = server->connections; it; it = it->after) {
        if (it->deadline > 0 && !it->asked) {
            found = it; // the list begins with the newest
        }
    }
    if (found) {
        turn_out(server, found);
        found->asked = true; // not chosen twice
    }
    return found != NULL;
}

static bool may_come_in(WebServer *server, Peer peer)
{
    if (!peer.loopback &&
        (!server->network || connections_from(server, peer.address) >= ADDRESS_CONNECTIONS_MAX ||
         !web_limits_take(server->limits, peer.address, WEB_LIMIT_CONNECTIONS, server_steady()))) {
        return false;
    }
    return server->counts.connections < CONNECTIONS_MAX || make_room(server);
}

static void accept_some(WebServer *server, int listener)
{
    for (int i = 0; i < ACCEPTS; i++) {
        struct sockaddr_storage peer;
        socklen_t size = sizeof peer;
        int file = accept(listener, (struct sockaddr *)&peer, &size);
        if (file < 0) {
            return;
        }
        fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK);
        fcntl(file, F_SETFD, FD_CLOEXEC);
        if (!may_come_in(server, server_peer(server, (struct sockaddr *)&peer))) {
            server->counts.refused++;
            close(file);
        } else {
            http.add_connection(server->daemon, file, (struct sockaddr *)&peer, size);
        }
    }
}

// ---- requests ---------------------------------------------------------------------------------------

#define POLICY                                                                                     \
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "   \
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self'; "

static const char policy[] = POLICY "frame-ancestors 'none'";
static const char policy_framed[] = POLICY "frame-ancestors 'self'";

static void put_headers(struct MHD_Response *response, const WebAnswer *answer)
{
    http.add_response_header(response, "Content-Type", answer->type);
    http.add_response_header(response, "Content-Security-Policy",
                             answer->framed ? policy_framed : policy);
    http.add_response_header(response, "X-Content-Type-Options", "nosniff");
    http.add_response_header(response, "Referrer-Policy", "no-referrer");
    http.add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    http.add_response_header(response, "Permissions-Policy",
                             "camera=(), microphone=(), geolocation=()");
    http.add_response_header(response, "Cache-Control",
                             answer->keep ? "private, max-age=86400, immutable" : "no-store");
    if (answer->file_name) {
        char words[160];
        snprintf(words, sizeof words, "attachment; filename=\"%.100s\"", answer->file_name);
        http.add_response_header(response, "Content-Disposition", words);
    }
    if (answer->location[0]) {
        http.add_response_header(response, "Location", answer->location);
    }
    if (answer->cookie[0]) {
        http.add_response_header(response, "Set-Cookie", answer->cookie);
    }
}

static struct MHD_Response *response_of(WebServer *server, struct MHD_Connection *mhd,
                                        WebAnswer *answer)
{
    if (answer->channel > 0) {
        return server_stream_open(server, mhd, answer);
    }
    if (answer->fixed) {
        union {
            const void *read_only;
            void *plain;
        } bytes = { .read_only = answer->fixed };
        return http.create_response_from_buffer(answer->fixed_size, bytes.plain,
                                                MHD_RESPMEM_PERSISTENT);
    }
    size_t size = answer->body.length;
    union {
        const char *read_only;
        void *plain;
    } text = { .read_only = text_str(&answer->body) };
    return http.create_response_from_buffer(size, text.plain, MHD_RESPMEM_MUST_COPY);
}

static enum MHD_Result send_answer(WebServer *server, struct MHD_Connection *mhd, WebAnswer *answer)
{
    Connection *connection = connection_of(mhd);
    struct MHD_Response *response = response_of(server, mhd, answer);
    text_deinit(&answer->body);
    if (!response) {
        return MHD_NO;
    }
    put_headers(response, answer);
    if (connection) {
        connection->deadline = answer->channel > 0 ? 0 : server_steady() + ANSWER_MILLISECONDS;
    }
    enum MHD_Result result = http.queue_response(mhd, (unsigned)answer->status, response);
    http.destroy_response(response);
    return result;
}

static enum MHD_Result refuse(WebServer *server, struct MHD_Connection *mhd, int status,
                              const char *words)
{
    WebAnswer answer = { .status = status, .type = "text/plain; charset=utf-8" };
    text_add(&answer.body, words);
    text_add(&answer.body, "\n");
    server->counts.refused++;
    return send_answer(server, mhd, &answer);
}

static const char *header_of(struct MHD_Connection *mhd, const char *name)
{
    const char *value = http.lookup_connection_value(mhd, MHD_HEADER_KIND, name);
    return value ? value : "";
}

// Browsers that are old say nothing here; then the form's own secret has to do (pages.h).
static bool is_wrong_site(struct MHD_Connection *mhd)
{
    const char *site = header_of(mhd, "Sec-Fetch-Site");
    const char *origin = header_of(mhd, "Origin");
    const char *host = header_of(mhd, "Host");
    if (site[0] && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0) {
        return true;
    }
    return origin[0] && strcmp(origin, "null") != 0 &&
           (strncmp(origin, "http://", 7) != 0 || strcmp(origin + 7, host) != 0);
}

// What is wrong with the head of a request, before its body is read; 0 for nothing.
static int wrong_head(WebServer *server, struct MHD_Connection *mhd, const char *method,
                      uint32_t address)
{
    const char *length = header_of(mhd, "Content-Length");
    if (!web_limits_take(server->limits, address, WEB_LIMIT_REQUESTS, server_steady())) {
        return 429;
    }
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0 && strcmp(method, "POST") != 0) {
        return 405;
    }
    if (!web_host_good(header_of(mhd, "Host"), server->name)) {
        return 421;
    }
    return strlen(length) > 4 || (length[0] && strspn(length, "0123456789") != strlen(length)) ? 413
                                                                                               : 0;
}

static const char *words_of(int status)
{
    switch (status) {
    case 429:
        return "Too many requests at once from this address. Wait a moment, then try again.";
    case 405:
        return "This can only be read or answered.";
    case 421:
        return "This page is reached by its number, as it stands on the big screen.";
    default:
        return "That was too long.";
    }
}

static void add_body(Exchange *exchange, const char *data, size_t size)
{
    if (exchange->body.length + size > WEB_BODY_MAX) {
        exchange->too_long = true;
    } else if (!exchange->too_long) {
        text_add_n(&exchange->body, data, size);
    }
}

static enum MHD_Result answer_request(WebServer *server, struct MHD_Connection *mhd,
                                      const char *path, const char *method,
                                      const Exchange *exchange)
{
    Connection *connection = connection_of(mhd);
    Peer peer = connection ? connection->peer : (Peer){ 0 };
    WebRequest request = {
        .post = strcmp(method, "POST") == 0,
        .path = path,
        .cookies = header_of(mhd, "Cookie"),
        .body = text_str(&exchange->body),
        .body_size = exchange->body.length,
        .network = peer.network,
        .loopback = peer.loopback,
        .part = header_of(mhd, "X-Part")[0] != '\0',
        .wrong_site = is_wrong_site(mhd),
        .now = web_server_now(),
    };
    WebAnswer answer = { .status = 200, .type = "text/html; charset=utf-8" };
    server->counts.requests++;
    server->handler.answer(server->handler.context, &request, &answer);
    return send_answer(server, mhd, &answer);
}

static enum MHD_Result take_request(void *context, struct MHD_Connection *mhd, const char *path,
                                    const char *method, const char *version, const char *data,
                                    size_t *size, void **own)
{
    WebServer *server = context;
    Connection *connection = connection_of(mhd);
    (void)version;
    if (!*own) {
        if (connection) {
            connection->asked = true;
            connection->deadline = server_steady() + ANSWER_MILLISECONDS;
        }
        int status = wrong_head(server, mhd, method, connection ? connection->peer.address : 0);
        if (status != 0) {
            return refuse(server, mhd, status, words_of(status));
        }
        *own = mem_alloc(sizeof(Exchange));
        return MHD_YES;
    }
    Exchange *exchange = *own;
    if (*size > 0) {
        add_body(exchange, data, *size);
        *size = 0;
        return MHD_YES;
    }
    return exchange->too_long ? refuse(server, mhd, 413, words_of(413))
                              : answer_request(server, mhd, path, method, exchange);
}

static void request_done(void *context, struct MHD_Connection *mhd, void **own,
                         enum MHD_RequestTerminationCode why)
{
    (void)context;
    (void)why;
    Exchange *exchange = *own;
    Connection *connection = connection_of(mhd);
    if (exchange) {
        text_deinit(&exchange->body);
        mem_free(exchange);
        *own = NULL;
    }
    if (connection) {
        connection->deadline = server_steady() + IDLE_MILLISECONDS;
    }
}

// ---- the server -------------------------------------------------------------------------------------

static void allow_many_files(void)
{
    struct rlimit limit;
    rlim_t wanted = CONNECTIONS_MAX + 200;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < wanted) {
        limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

// What libmicrohttpd has to say about one bad peer is nobody's business here.
static void say_nothing(void *context, const char *format, va_list arguments)
{
    (void)context;
    (void)format;
    (void)arguments;
}

// Numbers of addresses that nobody can choose so that they fall together.
static uint64_t salt_of(void)
{
    WebKey key;
    uint64_t salt = 0;
    web_secret_key(&key);
    memcpy(&salt, key.bytes, sizeof salt);
    return salt;
}

WebServer *web_server_open(WebHandler handler, Err *err)
{
    if (!http_load(err)) {
        return NULL;
    }
    WebServer *server = mem_alloc(sizeof *server);
    server->handler = handler;
    server->listeners[0] = server->listeners[1] = -1;
    server->salt = salt_of();
    server->limits = mem_alloc(sizeof *server->limits);
    allow_many_files();
    if (gethostname(server->name, sizeof server->name - 1) != 0) {
        server->name[0] = '\0';
    }
    server->daemon = http.start_daemon(
        MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0,
        NULL, NULL, take_request, server, MHD_OPTION_EXTERNAL_LOGGER, say_nothing, NULL,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX + 64u,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_NOTIFY_COMPLETED,
        request_done, server, MHD_OPTION_NOTIFY_CONNECTION, connection_notice, server,
        MHD_OPTION_END);
    if (!server->daemon) {
        err_set(err, ERR_SYSTEM, say("the web server cannot start: %s"), strerror(errno));
        mem_free(server->limits);
        mem_free(server);
        return NULL;
    }
    return server;
}

void web_server_close(WebServer *server)
{
    if (!server) {
        return;
    }
    server->closing = true; // or they would be suspended again at once
    for (Stream *it = server->streams; it; it = it->after) {
        server_stream_wake(it); // a suspended connection cannot be closed
    }
    http.run(server->daemon);
    for (int i = 0; i < 2; i++) {
        if (server->listeners[i] >= 0) {
            close(server->listeners[i]);
        }
    }
    http.stop_daemon(server->daemon);
    mem_free(server->limits);
    mem_free(server);
}

int web_server_port(const WebServer *server)
{
    return server->port;
}

void web_server_run(WebServer *server, int milliseconds)
{
    const union MHD_DaemonInfo *info =
        http.get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD);
    struct pollfd files[3] = { { .fd = info ? info->epoll_fd : -1, .events = POLLIN },
                               { .fd = server->listeners[0], .events = POLLIN },
                               { .fd = server->listeners[1], .events = POLLIN } };
    MHD_UNSIGNED_LONG_LONG wanted = 0;
    if (http.get_timeout(server->daemon, &wanted) == MHD_YES &&
        wanted < (MHD_UNSIGNED_LONG_LONG)milliseconds) {
        milliseconds = (int)wanted;
    }
    poll(files, 3, milliseconds);
    for (int i = 0; i < 2; i++) {
        if (server->listeners[i] >= 0 && files[i + 1].revents != 0) {
            accept_some(server, server->listeners[i]);
        }
    }
    http.run(server->daemon);
    sweep(server);
    server_ping(server);
}

WebCounts web_server_counts(const WebServer *server)
{
    return server->counts;
}

bool web_server_allow(WebServer *server, uint32_t network, WebLimit limit)
{
    return web_limits_take(server->limits, network, limit, server_steady());
}
