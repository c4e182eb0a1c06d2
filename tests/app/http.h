// A small HTTP client for tests: one request, one connection, the whole answer.
#pragma once

#include "support/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

typedef struct HttpAnswer {
    int status; // 0: no answer
    char *text; // head and body
    size_t size;
} HttpAnswer;

static inline int http_connect(int port)
{
    int file = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct timeval wait = { 60, 0 };
    setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    if (connect(file, (struct sockaddr *)&at, sizeof at) != 0) {
        close(file);
        return -1;
    }
    return file;
}

static inline HttpAnswer http_read(int file)
{
    HttpAnswer answer = { .text = malloc(1) };
    char part[4096];
    ssize_t n = 0;
    while ((n = recv(file, part, sizeof part, 0)) > 0) {
        answer.text = realloc(answer.text, answer.size + (size_t)n + 1);
        memcpy(answer.text + answer.size, part, (size_t)n);
        answer.size += (size_t)n;
    }
    answer.text[answer.size] = '\0';
    close(file);
    sscanf(answer.text, "HTTP/1.1 %d", &answer.status);
    return answer;
}

// `head`: more lines of the head, each with its \r\n; `body` NULL: a GET.
static inline HttpAnswer http_ask(int port, const char *path, const char *head, const char *body)
{
    int file = http_connect(port);
    if (file < 0) {
        return (HttpAnswer){ .text = calloc(1, 1) };
    }
    size_t room = strlen(path) + strlen(head) + (body ? strlen(body) : 0) + 300;
    char *request = malloc(room);
    int n =
        snprintf(request, room, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n%s",
                 body ? "POST" : "GET", path, port, head);
    if (body) {
        n += snprintf(request + n, room - (size_t)n,
                      "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n"
                      "\r\n%s",
                      strlen(body), body);
    } else {
        n += snprintf(request + n, room - (size_t)n, "\r\n");
    }
    send(file, request, (size_t)n, MSG_NOSIGNAL);
    free(request);
    return http_read(file);
}

// Sends and forgets; the status.
static inline int http_status(int port, const char *path, const char *head, const char *body)
{
    HttpAnswer answer = http_ask(port, path, head, body);
    free(answer.text);
    return answer.status;
}

// What stands between `before` and the next `after`.
static inline bool http_cut(const char *text, const char *before, char after, char *out,
                            size_t size)
{
    const char *from = strstr(text, before);
    if (!from) {
        return false;
    }
    from += strlen(before);
    const char *to = strchr(from, after);
    if (!to || (size_t)(to - from) >= size) {
        return false;
    }
    memcpy(out, from, (size_t)(to - from));
    out[to - from] = '\0';
    return true;
}
