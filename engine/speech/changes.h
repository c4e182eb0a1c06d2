// What has changed between two conditions of one bridge, in words: the same that the picture shows. Knows no
// story: planks are named by the numbers on their discs.
#pragma once

#include "base/text.h"
#include "bridge/bridge.h"

// One to a few sentences; nothing where nothing is to be seen. `name`: whose bridge it is.
void speech_bridge_changes(const char *name, const BridgeCondition *before,
                           const BridgeCondition *now, Text *out);
