// The web server: sockets, limits, requests in, answers out, streams of events. Only server*.c knows
// libmicrohttpd. One thread, driven by web_server_run; knows no room and opens no file.
#pragma once

#include "base/err.h"
#include "base/text.h"
#include "web/limits.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WEB_BODY_MAX = 4096, WEB_EVENT_MAX = 200 };

typedef struct WebRequest {
    bool post; // else GET (a HEAD is answered as a GET without its body)
    const char *path;
    const char *cookies; // the header; "" for none
    const char *body;
    size_t body_size;
    uint32_t network; // where it comes from, for web_server_allow: IPv4's address, IPv6's network
    bool loopback;
    bool part;       // the page's own script asks: only what changes
    bool wrong_site; // the form was sent from somebody else's page
    int64_t now;     // milliseconds since 1970
} WebRequest;

typedef struct WebAnswer {
    int status;
    const char *type;  // MIME; lives as long as the server
    Text body;         // taken by the server
    const void *fixed; // instead of a body: bytes that live as long as the server
    size_t fixed_size;
    char location[200]; // with 303
    char cookie[200];
    const char *file_name; // to be kept as a file, not shown; NULL: shown
    bool framed;           // our own pages may show it in a frame
    bool keep;             // never changes under this path: browsers may keep it
    int channel;           // > 0: an endless stream of events of that channel
    uint64_t who;          // given back for a stream that opens or ends
} WebAnswer;

typedef struct WebHandler {
    void *context;
    void (*answer)(void *context, const WebRequest *request, WebAnswer *answer);
    void (*stream)(void *context, int channel, uint64_t who, bool opened); // may be NULL
} WebHandler;

typedef struct WebServer WebServer;

WebServer *web_server_open(WebHandler handler, Err *err);
void web_server_close(WebServer *server);

// Listens at that port, IPv4 and IPv6 as far as this machine has them, on this machine alone, or also for others in the network. Called again, it changes
// from one to the other; where that fails it goes on as before. `port` 0: any.
bool web_server_listen(WebServer *server, int port, bool network, Err *err);
int web_server_port(const WebServer *server);

// Answers what comes for at most that long; returns earlier when something was answered.
void web_server_run(WebServer *server, int milliseconds);

// An event to every stream of the channel: at most WEB_EVENT_MAX bytes, one line. What a slow reader has not taken yet is
// replaced, not queued.
void web_server_send(WebServer *server, int channel, const char *event, const char *data);

typedef struct WebCounts {
    int connections, streams;
    long requests, refused; // refused: by limits
} WebCounts;
WebCounts web_server_counts(const WebServer *server);

// Whether that address may try once more (WEB_LIMIT_WRONG_CODES, WEB_LIMIT_JOINS).
bool web_server_allow(WebServer *server, uint32_t network, WebLimit limit);

// Milliseconds since 1970 by the clock as it was at the first call: it never jumps.
int64_t web_server_now(void);
