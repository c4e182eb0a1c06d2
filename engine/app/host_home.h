// The home side of the host: who plays, today's plan, what comes next, the record, kept places; and the
// requests of a View about them. Joins learner, profiles and store with the values of view/home.h.
#pragma once

#include "app/host.h"

void host_home_open(Host *host);  // before the store
void host_home_begin(Host *host); // before the first screen
void host_home_close(Host *host);

void host_home_show(Host *host);   // the library is shown: what stands beside its shelf
void host_home_places(Host *host); // a play is shown: its kept places

// Keeps a page of whoever plays, and says where; `says`: what is good to know of it.
void host_keep_page(Host *host, const Text *html, const char *stem, const char *says);

// What is left for after the first picture: what is older than the learner wants to keep goes.
void host_home_tidy(Host *host);

// True: the request was home's, and is done.
bool host_home_carries_out(Host *host, const ViewRequest *wanted);
