// Where the server listens: on this machine alone, or for the network.
#define _POSIX_C_SOURCE 200809L

#include "web/server_parts.h"

#include "base/hash.h"
#include "base/say.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int open_listener(int family, int port, bool network)
{
    int file = socket(family, SOCK_STREAM, 0);
    int yes = 1;
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
    struct sockaddr_in6 wide = { .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port) };
    at.sin_addr.s_addr = htonl(network ? INADDR_ANY : INADDR_LOOPBACK);
    wide.sin6_addr = network ? in6addr_any : in6addr_loopback;
    bool six = family == AF_INET6;
    const void *address = six ? (const void *)&wide : (const void *)&at;
    if (file < 0) {
        return -1;
    }
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (six) { // the other listener has IPv4
        setsockopt(file, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    }
    fcntl(file, F_SETFD, FD_CLOEXEC);
    fcntl(file, F_SETFL, O_NONBLOCK);
    if (bind(file, address, six ? sizeof wide : sizeof at) != 0 || listen(file, 512) != 0) {
        int why = errno;
        close(file);
        errno = why;
        return -1;
    }
    return file;
}

static int port_of(int file)
{
    struct sockaddr_storage at;
    socklen_t size = sizeof at;
    if (getsockname(file, (struct sockaddr *)&at, &size) != 0) {
        return -1;
    }
    struct sockaddr_in four;
    struct sockaddr_in6 six;
    memcpy(&four, &at, sizeof four);
    memcpy(&six, &at, sizeof six);
    return ntohs(at.ss_family == AF_INET6 ? six.sin6_port : four.sin_port);
}

// IPv4, and beside it IPv6 where there is such a thing. The port; -1 with errno: neither could be had, or the port
// of IPv4 is taken.
static int open_both(int listeners[2], int port, bool network)
{
    listeners[0] = open_listener(AF_INET, port, network);
    int why = errno;
    listeners[1] = -1;
    if (listeners[0] < 0 && why != EAFNOSUPPORT && why != EADDRNOTAVAIL) {
        errno = why;
        return -1;
    }
    if (listeners[0] >= 0) {
        port = port_of(listeners[0]);
    }
    listeners[1] = open_listener(AF_INET6, port, network);
    if (listeners[0] < 0 && listeners[1] < 0) {
        errno = why;
        return -1;
    }
    return listeners[0] >= 0 ? port : port_of(listeners[1]);
}

// ---- who is there -----------------------------------------------------------------------------------

Peer server_peer(const WebServer *server, const struct sockaddr *address)
{
    Peer peer = { 0 };
    if (address && address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        peer.address = peer.network = ntohl(in.sin_addr.s_addr);
        peer.loopback = peer.address >> 24 == 127;
    } else if (address && address->sa_family == AF_INET6) {
        struct sockaddr_in6 in;
        memcpy(&in, address, sizeof in);
        peer.address = (uint32_t)hash_bytes(&in.sin6_addr, 16, server->salt) | 1u;
        peer.network = (uint32_t)hash_bytes(&in.sin6_addr, 8, server->salt) | 1u;
        peer.loopback = memcmp(&in.sin6_addr, &in6addr_loopback, 16) == 0;
    }
    return peer;
}

// ---- listening --------------------------------------------------------------------------------------

// What can be done about it depends on where it is read (a terminal, the library, the console): app/ says it.
static bool cannot_listen(int port, int why, Err *err)
{
    if (why == EADDRINUSE) {
        return err_set(err, ERR_SYSTEM, say("port %d is taken by another program"), port);
    }
    if (why == EACCES) {
        return err_set(err, ERR_SYSTEM, say("only an administrator may use port %d"), port);
    }
    if (why == EADDRNOTAVAIL || why == EAFNOSUPPORT) {
        return err_set(err, ERR_SYSTEM, "%s", say("this computer has no network address of its own"));
    }
    return err_set(err, ERR_SYSTEM, say("nothing can listen at port %d: %s"), port, strerror(why));
}

bool web_server_listen(WebServer *server, int port, bool network, Err *err)
{
    bool had = server->port > 0;
    int listeners[2];
    for (int i = 0; i < 2; i++) {
        if (server->listeners[i] >= 0) {
            close(server->listeners[i]); // the same port cannot be had twice
        }
        server->listeners[i] = -1;
    }
    int got = open_both(listeners, port, network);
    if (got < 0) {
        int why = errno;
        if (had) {
            open_both(server->listeners, server->port, server->network);
        }
        return cannot_listen(port, why, err);
    }
    memcpy(server->listeners, listeners, sizeof listeners);
    server->network = network;
    server->port = got;
    return true;
}
