// Inside of the server: its connections and streams. Used by server*.c only.
#pragma once

#include "web/server.h"

struct MHD_Connection;
struct MHD_Daemon;
struct MHD_Response;

typedef struct Connection {
    struct Connection *before, *after;
    struct MHD_Connection *mhd;
    int file;
    uint32_t address;
    int64_t deadline;
    bool asked; // a whole head came already
} Connection;

typedef struct Stream {
    struct Stream *before, *after;
    WebServer *server;
    struct MHD_Connection *mhd;
    int channel;
    uint64_t who;
    bool suspended;
    char waiting[2 * WEB_EVENT_MAX]; // a page event and a count at most
    size_t count, sent;
} Stream;

struct WebServer {
    struct MHD_Daemon *daemon;
    WebHandler handler;
    WebLimits *limits;
    Connection *connections;
    Stream *streams;
    WebCounts counts;
    int listener;
    int port;
    bool network;
    bool closing;
    int64_t swept, pinged;
    char name[64]; // of this machine
};

int64_t server_steady(void); // milliseconds of a clock that nobody sets

// A stream as the answer to a request, its end told to the handler; and the waking of one that sleeps.
struct MHD_Response *server_stream_open(WebServer *server, struct MHD_Connection *mhd,
                                        const WebAnswer *answer);
void server_stream_wake(Stream *stream);
void server_ping(WebServer *server);
