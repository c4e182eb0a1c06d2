// Streams of events: each sleeps until there is something to say, and keeps no more than the latest of it.
#include "web/server_parts.h"

#include "base/arena.h"
#include "web/microhttpd.h"

#include <stdio.h>
#include <string.h>

enum { PING_MILLISECONDS = 15000 };

static ssize_t stream_read(void *context, uint64_t position, char *out, size_t size)
{
    Stream *stream = context;
    (void)position;
    size_t left = stream->count - stream->sent;
    if (left == 0 && stream->server->closing) {
        return MHD_CONTENT_READER_END_OF_STREAM;
    }
    if (left == 0) {
        stream->count = stream->sent = 0;
        stream->suspended = true;
        http.suspend_connection(stream->mhd);
        return 0;
    }
    size_t n = left < size ? left : size;
    memcpy(out, stream->waiting + stream->sent, n);
    stream->sent += n;
    return (ssize_t)n;
}

static void stream_free(void *context)
{
    Stream *stream = context;
    WebServer *server = stream->server;
    if (stream->before) {
        stream->before->after = stream->after;
    } else {
        server->streams = stream->after;
    }
    if (stream->after) {
        stream->after->before = stream->before;
    }
    server->counts.streams--;
    if (server->handler.stream) {
        server->handler.stream(server->handler.context, stream->channel, stream->who, false);
    }
    mem_free(stream);
}

struct MHD_Response *server_stream_open(WebServer *server, struct MHD_Connection *mhd,
                                        const WebAnswer *answer)
{
    Stream *stream = mem_alloc(sizeof *stream);
    *stream = (Stream){ .server = server,
                        .mhd = mhd,
                        .channel = answer->channel,
                        .who = answer->who,
                        .after = server->streams };
    // Browsers come back by themselves two seconds after they lost us.
    stream->count = (size_t)snprintf(stream->waiting, sizeof stream->waiting, "retry: 2000\n\n");
    struct MHD_Response *response =
        http.create_response_from_callback(MHD_SIZE_UNKNOWN, 512, stream_read, stream, stream_free);
    if (!response) {
        mem_free(stream);
        return NULL;
    }
    if (stream->after) {
        stream->after->before = stream;
    }
    server->streams = stream;
    server->counts.streams++;
    if (server->handler.stream) {
        server->handler.stream(server->handler.context, stream->channel, stream->who, true);
    }
    return response;
}

void server_stream_wake(Stream *stream)
{
    if (stream->suspended) {
        stream->suspended = false;
        http.resume_connection(stream->mhd);
    }
}

static void stream_add(Stream *stream, const char *text, size_t length)
{
    if (stream->sent > 0 && stream->sent == stream->count) {
        stream->count = stream->sent = 0;
    }
    if (stream->count + length <= sizeof stream->waiting) {
        memcpy(stream->waiting + stream->count, text, length);
        stream->count += length;
    } // else it has enough to wake up for: a page asks for all that is new
    server_stream_wake(stream);
}

void web_server_send(WebServer *server, int channel, const char *event, const char *data)
{
    char text[WEB_EVENT_MAX];
    int n = snprintf(text, sizeof text, "event: %s\ndata: %s\n\n", event, data);
    if (n <= 0 || (size_t)n >= sizeof text) {
        return;
    }
    for (Stream *it = server->streams; it; it = it->after) {
        if (it->channel == channel) {
            stream_add(it, text, (size_t)n);
        }
    }
}

// A peer that is gone is only noticed by writing to it.
void server_ping(WebServer *server)
{
    int64_t now = server_steady();
    if (now - server->pinged < PING_MILLISECONDS) {
        return;
    }
    server->pinged = now;
    for (Stream *it = server->streams; it; it = it->after) {
        if (it->suspended) {
            stream_add(it, ":\n\n", 3);
        }
    }
}
