// Under which numbers phones can reach this machine, and what that says about the network.
#pragma once

#include "base/text.h"

enum { WEB_ADDRESSES_MAX = 8, WEB_ADDRESS_TEXT = 16 };

typedef struct WebNetwork {
    char name[24]; // of the interface
    char address[WEB_ADDRESS_TEXT];
    bool wireless, docker; // guessed from its name
    bool self_given;       // 169.254.x.x: nobody gave it a number
} WebNetwork;

// The IPv4 addresses that are up, without loopback: wireless first, made-up networks last.
int web_networks(WebNetwork out[WEB_ADDRESSES_MAX]);
