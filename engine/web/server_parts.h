// Inside of the server: its connections and streams. Used by server*.c only.
#pragma once

#include "web/server.h"

struct MHD_Connection;
struct MHD_Daemon;
struct MHD_Response;

// Where somebody is: a number for the limits of one address, and one for its whole network (of IPv6, where one
// machine has as many addresses as it likes).
typedef struct Peer {
    uint32_t address, network;
    bool loopback;
} Peer;

typedef struct Connection {
    struct Connection *before, *after;
    struct MHD_Connection *mhd;
    int file;
    Peer peer;
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
    int listeners[2]; // IPv4 and IPv6; -1: none
    uint64_t salt;    // of Peer's numbers
    int port;
    bool network;
    bool closing;
    int64_t swept, pinged;
    char name[64]; // of this machine
};

struct sockaddr;
Peer server_peer(const WebServer *server, const struct sockaddr *address);

int64_t server_steady(void); // milliseconds of a clock that nobody sets

// A stream as the answer to a request, its end told to the handler; and the waking of one that sleeps.
struct MHD_Response *server_stream_open(WebServer *server, struct MHD_Connection *mhd,
                                        const WebAnswer *answer);
void server_stream_wake(Stream *stream);
void server_ping(WebServer *server);
