// getifaddrs, sorted by how likely phones are there.
#define _DEFAULT_SOURCE

#include "web/address.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

static bool begins(const char *name, const char *with)
{
    return strncmp(name, with, strlen(with)) == 0;
}

static int rank_of(const WebNetwork *network)
{
    return (network->docker       ? 3
            : network->self_given ? 2
            : network->wireless   ? 0
                                  : 1) *
               2 +
           (network->six ? 1 : 0);
}

static void insert(WebNetwork *list, int *count, const WebNetwork *network)
{
    int at = *count < WEB_ADDRESSES_MAX ? (*count)++ : WEB_ADDRESSES_MAX - 1;
    while (at > 0 && rank_of(network) < rank_of(&list[at - 1])) {
        list[at] = list[at - 1];
        at--;
    }
    list[at] = *network;
}

int web_networks_choose(WebNetwork *list, int count)
{
    bool four = false;
    int kept = 0;
    for (int i = 0; i < count; i++) {
        four = four || (!list[i].six && !list[i].docker && !list[i].self_given);
    }
    for (int i = 0; i < count; i++) {
        if (!list[i].six || !four) {
            list[kept++] = list[i];
        }
    }
    return kept;
}

// False: no phone could be sent there. IPv6 numbers of one link alone need the name of an interface, which no
// browser takes.
static bool read_address(const struct sockaddr *from, WebNetwork *network)
{
    if (from->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, from, sizeof in);
        inet_ntop(AF_INET, &in.sin_addr, network->address, sizeof network->address);
        network->self_given = begins(network->address, "169.254.");
        return true;
    }
    if (from->sa_family != AF_INET6) {
        return false;
    }
    struct sockaddr_in6 in;
    char number[INET6_ADDRSTRLEN];
    memcpy(&in, from, sizeof in);
    uint8_t first = in.sin6_addr.s6_addr[0];
    network->six = true;
    if ((first & 0xe0) != 0x20 &&
        (first & 0xfe) != 0xfc) { // neither of the internet nor of one site
        return false;
    }
    inet_ntop(AF_INET6, &in.sin6_addr, number, sizeof number);
    snprintf(network->address, sizeof network->address, "[%.45s]", number);
    return true;
}

int web_networks(WebNetwork out[WEB_ADDRESSES_MAX])
{
    struct ifaddrs *all = NULL;
    int count = 0;
    if (getifaddrs(&all) != 0) {
        return 0;
    }
    for (struct ifaddrs *it = all; it; it = it->ifa_next) {
        if (!it->ifa_addr || !(it->ifa_flags & IFF_UP) || (it->ifa_flags & IFF_LOOPBACK)) {
            continue;
        }
        WebNetwork network = { .docker =
                                   begins(it->ifa_name, "docker") || begins(it->ifa_name, "veth") ||
                                   begins(it->ifa_name, "br-") || begins(it->ifa_name, "virbr") ||
                                   begins(it->ifa_name, "tun"),
                               .wireless =
                                   begins(it->ifa_name, "wl") || begins(it->ifa_name, "ap") };
        snprintf(network.name, sizeof network.name, "%.23s", it->ifa_name);
        if (read_address(it->ifa_addr, &network)) {
            insert(out, &count, &network);
        }
    }
    freeifaddrs(all);
    return web_networks_choose(out, count);
}
