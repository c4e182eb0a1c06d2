// The requests of a View while a conversation is practised, and those that begin it. The session, and
// all that is kept of it, stays as it is meanwhile.
#pragma once

#include "app/host.h"

// --drill: the session has been brought to the conversation.
void host_drill_open(Host *host);
void host_drill_close(Host *host);

// True: the request was the drill's, and is done.
bool host_drill_carries_out(Host *host, const ViewRequest *wanted);
