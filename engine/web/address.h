// Under which numbers phones can reach this machine, and what that says about the network.
#pragma once

#include "base/text.h"

enum { WEB_ADDRESSES_MAX = 8, WEB_ADDRESS_TEXT = 48 };

typedef struct WebNetwork {
    char name[24];                  // of the interface
    char address[WEB_ADDRESS_TEXT]; // as it stands in a link: "192.168.4.20", "[fd00::7]"
    bool six;                       // IPv6
    bool wireless, docker;          // guessed from its name
    bool self_given;                // 169.254.x.x: nobody gave it a number
} WebNetwork;

// The addresses that are up, without loopback: wireless first, made-up networks last. IPv6 only where no network has
// given this machine an IPv4 number: they are long to type.
int web_networks(WebNetwork out[WEB_ADDRESSES_MAX]);

// The rule of that, over a list that has both. Its new length.
int web_networks_choose(WebNetwork *list, int count);
