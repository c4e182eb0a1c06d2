// The language that a learner chose: kept with what else they set, offered in the settings, changed while
// the program runs.
#pragma once

#include "app/host.h"

// The language kept in a store, where none was given on the command line: from now on it is spoken, and the
// scenario (NULL, or the caller's) is loaded again in it. What cannot be loaded stays as it is.
void host_language_kept(const PlayRequest *request, Store *store, Scenario **scenario);

// The same, and the view is told which languages there are.
void host_language_open(Host *host, Scenario **scenario);

// Another learner's store from now on: their language, or that of the system. The shelf follows with
// host_show_library.
void host_language_other(Host *host);

// True: the request was REQUEST_LANGUAGE, and is done.
bool host_language_carries_out(Host *host, const ViewRequest *wanted);
