// Phones that nobody holds, for trying a session alone: they come in one after another, read, think, answer,
// and some change their minds.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_host.h"
#include "app/session.h"
#include "base/arena.h"
#include "base/hash.h"

enum { COMES_WITHIN = 8000, THINKS_LEAST = 1500, THINKS_MOST = 14000, CHANGES_OF_TEN = 1 };

typedef struct Phone {
    char pass[WEB_PASS_TEXT];
    int64_t comes_at, answers_at;
    uint32_t question; // it thinks about, or has answered
    bool here, answered;
} Phone;

struct RoomRehearsal {
    Phone *phones;
    int count;
    uint64_t stream;
};

struct RoomRehearsal *room_rehearse_new(RoomHost *host, int phones)
{
    struct RoomRehearsal *it = mem_alloc(sizeof *it);
    int64_t now = web_server_now();
    it->count = phones;
    it->phones = mem_alloc(sizeof *it->phones * (size_t)phones);
    it->stream = session_draw_seed();
    for (int i = 0; i < phones; i++) {
        web_secret_pass(&host->room_key, it->phones[i].pass);
        it->phones[i].comes_at = now + random_below(&it->stream, COMES_WITHIN);
    }
    return it;
}

void room_rehearse_free(struct RoomRehearsal *rehearsal)
{
    if (rehearsal) {
        mem_free(rehearsal->phones);
        mem_free(rehearsal);
    }
}

static int64_t think(uint64_t *stream, int64_t now)
{
    return now + THINKS_LEAST + random_below(stream, THINKS_MOST - THINKS_LEAST);
}

// Rooms lean: the first answer is taken as often as the others together.
static int pick(uint64_t *stream, int count)
{
    return random_below(stream, 10) < 4 ? 0 : (int)random_below(stream, (uint32_t)count);
}

static void step(Phone *phone, struct RoomRehearsal *all, RoomHost *host, int64_t now)
{
    const Room *room = &host->room;
    if (!phone->here) {
        phone->here = host->web.open && now >= phone->comes_at;
        return;
    }
    web_phones_seen(&host->phones, web_secret_place(&host->run_key, phone->pass),
                    WEB_PHONE_ASKS, now);
    if (room->stage != ROOM_ANSWERS) {
        return;
    }
    if (phone->question != room->question) {
        phone->question = room->question;
        phone->answered = false;
        phone->answers_at = think(&all->stream, now);
    } else if (now >= phone->answers_at && phone->answers_at > 0) {
        Err err = { 0 };
        room_keep_vote(host, phone->pass, room->question, pick(&all->stream, room->offer_count),
                       &err);
        bool again = !phone->answered && random_below(&all->stream, 10) < CHANGES_OF_TEN;
        phone->answered = true;
        phone->answers_at = again ? think(&all->stream, now) : 0;
    }
}

void room_rehearse_step(struct RoomRehearsal *rehearsal, RoomHost *host)
{
    int64_t now = web_server_now();
    for (int i = 0; rehearsal && i < rehearsal->count; i++) {
        step(&rehearsal->phones[i], rehearsal, host, now);
    }
}
#endif
