// One table, and the form of an act as text.
#include "view/console_act.h"

#include "base/text.h"

#include <assert.h>
#include <stdio.h>

typedef struct ActFacts {
    const char *name, *field, *letter;
    RoomWishKind wish;
} ActFacts;

static const ActFacts ACTS[CONSOLE_ACTS] = {
    [CONSOLE_BEGIN] = { "begin", NULL, "G", ROOM_WISH_ACT },
    [CONSOLE_ASK] = { "ask", NULL, "Q", ROOM_WISH_ACT },
    [CONSOLE_FREEZE] = { "freeze", NULL, "F", ROOM_WISH_ACT },
    [CONSOLE_REVEAL] = { "reveal", NULL, "R", ROOM_WISH_ACT },
    [CONSOLE_AGAIN] = { "again", NULL, "O", ROOM_WISH_ACT },
    [CONSOLE_DISCARD] = { "discard", NULL, "D", ROOM_WISH_ACT },
    [CONSOLE_FOLLOW] = { "follow", NULL, "G", ROOM_WISH_ACT },
    [CONSOLE_CHOOSE] = { "choose", "option", NULL, ROOM_WISH_ACT },
    [CONSOLE_BRANCH] = { "branch", "option", NULL, ROOM_WISH_ACT },
    [CONSOLE_COME_BACK] = { "back", NULL, "C", ROOM_WISH_ACT },
    [CONSOLE_REWIND] = { "rewind", "to", NULL, ROOM_WISH_ACT },
    [CONSOLE_HANDS] = { "hands", NULL, NULL, ROOM_WISH_ACT },
    [CONSOLE_PAGE] = { "page", "page", NULL, ROOM_WISH_ACT },
    [CONSOLE_TIMER] = { "timer", "seconds", "T", ROOM_WISH_ACT },
    [CONSOLE_MORE] = { "more", "seconds", "+", ROOM_WISH_ACT },
    [CONSOLE_BLANK] = { "blank", NULL, "B", ROOM_WISH_ACT },
    [CONSOLE_UNBLANK] = { "unblank", NULL, "B", ROOM_WISH_ACT },
    [CONSOLE_TABLES] = { "tables", NULL, NULL, ROOM_WISH_ACT },
    [CONSOLE_TOGETHER] = { "together", NULL, NULL, ROOM_WISH_ACT },
    [CONSOLE_LEAST] = { "least", "least", NULL, ROOM_WISH_ACT },
    [CONSOLE_OPEN] = { "open", NULL, NULL, ROOM_WISH_ACT },
    [CONSOLE_CLOSE] = { "close", NULL, NULL, ROOM_WISH_ACT },
    [CONSOLE_NETWORK] = { "network", "which", NULL, ROOM_WISH_ACT },
    [CONSOLE_END] = { "end", NULL, NULL, ROOM_WISH_ACT },
    [CONSOLE_SCREEN] = { NULL, NULL, NULL, ROOM_WISH_SCREEN },
    [CONSOLE_FULL] = { NULL, NULL, NULL, ROOM_WISH_FULL },
    [CONSOLE_MONITOR] = { NULL, NULL, NULL, ROOM_WISH_MONITOR },
    [CONSOLE_SWAP] = { NULL, NULL, "W", ROOM_WISH_SWAP },
    [CONSOLE_TYPE] = { NULL, NULL, NULL, ROOM_WISH_TYPE },
    [CONSOLE_CONTRAST] = { NULL, NULL, NULL, ROOM_WISH_CONTRAST },
    [CONSOLE_DEBRIEF] = { NULL, NULL, "K", ROOM_WISH_DEBRIEF },
    [CONSOLE_BROWSER] = { NULL, NULL, NULL, ROOM_WISH_BROWSER },
    [CONSOLE_QUIT] = { NULL, NULL, NULL, ROOM_WISH_QUIT },
};

const char *console_act_name(ConsoleAct act)
{
    assert(act < CONSOLE_ACTS);
    return ACTS[act].name;
}

const char *console_act_letter(ConsoleAct act)
{
    assert(act < CONSOLE_ACTS);
    return ACTS[act].letter;
}

static void put_hands(Text *form, const Room *room, const int *hands)
{
    for (int i = 0; i < room->offer_count; i++) {
        text_addf(form, "&h%d=%d", i, hands[i]);
    }
}

RoomWish console_act_wish(ConsoleAct act, int value, const Room *room, const int *hands)
{
    assert(act < CONSOLE_ACTS);
    const ActFacts *facts = &ACTS[act];
    RoomWish wish = { .kind = facts->wish, .value = value };
    if (facts->wish != ROOM_WISH_ACT) {
        return wish;
    }
    Text form = { 0 };
    text_addf(&form, "do=%s", facts->name);
    if (facts->field != NULL) {
        text_addf(&form, "&%s=%d", facts->field, value);
    }
    if (act == CONSOLE_HANDS) {
        put_hands(&form, room, hands);
    }
    if (form.length < sizeof wish.form) { // 12 answers of three figures are half of it
        snprintf(wish.form, sizeof wish.form, "%s", text_str(&form));
    } else {
        wish.kind = ROOM_WISH_NONE;
    }
    text_deinit(&form);
    return wish;
}
