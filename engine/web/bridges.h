// The bridge of the room as pictures to be asked for: the width of a projector and of a phone. Drawn when
// the state changes, kept until it changes again; the name of a picture says which state it is of.
#pragma once

#include "base/text.h"
#include "picture/look.h"
#include "room/room.h"
#include "room/tables.h"

#include <stdint.h>

enum { WEB_PICTURE_NAME = 24 };

typedef struct WebBridges {
    uint64_t state; // of what is drawn
    bool drawn;
    char name[WEB_PICTURE_NAME];
    Text wide, phone;
} WebBridges;

// Draws what is not drawn yet (some 50 ms). True when the picture is another one than before.
bool web_bridges_follow(WebBridges *bridges, const Room *room, const PictureLook *look);
void web_bridges_deinit(WebBridges *bridges);

// Bridges of tables: one picture for all that look alike, whoever they belong to. Drawn when a browser asks for
// it (10 to 20 ms) and kept; its name is known before, and says nothing of a table.
enum { WEB_PICTURES_MAX = 512 };

typedef struct WebPicture {
    uint64_t look; // 0: free
    uint64_t used; // when it was last shown; the one that was shown longest ago makes room
    BridgeCondition bridge;
    uint8_t weather;
    Text words, page, chip; // page, chip: empty until they are asked for
} WebPicture;

typedef struct WebPictures { // zeroed: there are none
    WebPicture items[WEB_PICTURES_MAX];
    uint64_t clock;
    long drawn; // so far
} WebPictures;

// The name under which a table's bridge is asked for, as it stands now.
typedef struct WebTablePicture {
    char name[WEB_PICTURE_NAME];
} WebTablePicture;

void web_pictures_deinit(WebPictures *pictures);
// The bridge to `person` as it stands in `play`; `name` is the one of its picture from now on.
void web_pictures_note(WebPictures *pictures, const Scenario *scenario, const Playthrough *play,
                       int person, char name[WEB_PICTURE_NAME]);
void web_table_picture_follow(WebTablePicture *picture, WebPictures *pictures,
                              const Scenario *scenario, const RoomTable *table);
// For a table's own page, and small for the wall. NULL: nothing of that name was ever shown.
const Text *web_pictures_page(WebPictures *pictures, const char *name);
const Text *web_pictures_chip(WebPictures *pictures, const char *name);

// The table's story in the form in which pages read the room's. Borrowed: not to be closed.
Room web_table_view(const Scenario *scenario, const RoomTable *table);
