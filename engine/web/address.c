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
    return network->docker ? 3 : network->self_given ? 2 : network->wireless ? 0 : 1;
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

int web_networks(WebNetwork out[WEB_ADDRESSES_MAX])
{
    struct ifaddrs *all = NULL;
    int count = 0;
    if (getifaddrs(&all) != 0) {
        return 0;
    }
    for (struct ifaddrs *it = all; it; it = it->ifa_next) {
        if (!it->ifa_addr || it->ifa_addr->sa_family != AF_INET || !(it->ifa_flags & IFF_UP) ||
            (it->ifa_flags & IFF_LOOPBACK)) {
            continue;
        }
        WebNetwork network = { .docker =
                                   begins(it->ifa_name, "docker") || begins(it->ifa_name, "veth") ||
                                   begins(it->ifa_name, "br-") || begins(it->ifa_name, "virbr") ||
                                   begins(it->ifa_name, "tun"),
                               .wireless =
                                   begins(it->ifa_name, "wl") || begins(it->ifa_name, "ap") };
        struct sockaddr_in in;
        memcpy(&in, it->ifa_addr, sizeof in);
        snprintf(network.name, sizeof network.name, "%.23s", it->ifa_name);
        inet_ntop(AF_INET, &in.sin_addr, network.address, sizeof network.address);
        network.self_given = begins(network.address, "169.254.");
        insert(out, &count, &network);
    }
    freeifaddrs(all);
    return count;
}
