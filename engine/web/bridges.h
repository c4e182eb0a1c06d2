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

// The bridge of one table: for its own page, and small for the wall. Drawn when a browser asks for it (10 to
// 20 ms); its name is known before.
typedef struct WebTablePicture {
    uint64_t state;
    bool known, page_drawn, chip_drawn;
    char name[WEB_PICTURE_NAME];
    Text page, chip;
} WebTablePicture;

void web_table_picture_follow(WebTablePicture *picture, const Scenario *scenario,
                              const RoomTable *table);
const Text *web_table_picture_page(WebTablePicture *picture, const Scenario *scenario,
                                   const RoomTable *table);
const Text *web_table_picture_chip(WebTablePicture *picture, const Scenario *scenario,
                                   const RoomTable *table);
void web_table_picture_deinit(WebTablePicture *picture);

// The table's story in the form in which pages read the room's. Borrowed: not to be closed.
Room web_table_view(const Scenario *scenario, const RoomTable *table);
