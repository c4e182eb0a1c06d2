// Where the server listens: on this machine alone, or for the network.
#define _POSIX_C_SOURCE 200809L

#include "web/server_parts.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int open_listener(int port, bool network)
{
    int file = socket(AF_INET, SOCK_STREAM, 0);
    int yes = 1;
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
    at.sin_addr.s_addr = htonl(network ? INADDR_ANY : INADDR_LOOPBACK);
    if (file < 0) {
        return -1;
    }
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    fcntl(file, F_SETFD, FD_CLOEXEC);
    fcntl(file, F_SETFL, O_NONBLOCK);
    if (bind(file, (struct sockaddr *)&at, sizeof at) != 0 || listen(file, 512) != 0) {
        int why = errno;
        close(file);
        errno = why;
        return -1;
    }
    return file;
}

static bool cannot_listen(int port, int why, Err *err)
{
    if (why == EADDRINUSE) {
        err_set(err, ERR_SYSTEM, "port %d is taken by another program", port);
        return err_fix(err, "give another one with --port N");
    }
    if (why == EACCES) {
        err_set(err, ERR_SYSTEM, "port %d may only be used by an administrator", port);
        return err_fix(err, "give one above 1023 with --port N");
    }
    return err_set(err, ERR_SYSTEM, "cannot listen at port %d: %s", port, strerror(why));
}

bool web_server_listen(WebServer *server, int port, bool network, Err *err)
{
    bool had = server->listener >= 0;
    if (had) {
        close(server->listener); // the same port cannot be had twice
    }
    int file = open_listener(port, network);
    if (file < 0) {
        int why = errno;
        server->listener = had ? open_listener(server->port, server->network) : -1;
        return cannot_listen(port, why, err);
    }
    struct sockaddr_in at;
    socklen_t size = sizeof at;
    server->listener = file;
    server->network = network;
    server->port =
        getsockname(file, (struct sockaddr *)&at, &size) == 0 ? ntohs(at.sin_port) : port;
    return true;
}
