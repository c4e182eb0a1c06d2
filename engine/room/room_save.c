// "key value" in lines; one line for each decision. Numbers are decimal, ids are those of the story.
#include "room/room_save.h"

#include "base/arena.h"
#include "base/say.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT = 1, LINE = 512, DECISIONS_MAX = 2000 };

// ---- writing ----------------------------------------------------------------------------------------

static void write_result(const RoomResult *result, int option_count, Text *out)
{
    text_addf(out, "%d %d %d %d", (int)result->shown, result->answered, result->most,
              result->by_hand ? 1 : 0);
    for (int i = 0; i < option_count; i++) {
        text_addf(out, " %d", result->counts[i]);
    }
    text_add(out, "\n");
}

static int last_counted(const RoomResult *result)
{
    int n = ROOM_OPTIONS_MAX;
    while (n > 0 && result->counts[n - 1] == 0) {
        n--;
    }
    return n;
}

void room_write(const Room *room, Text *out)
{
    const StoryHistory *history = &room->history;
    text_addf(out, "room %d\nscenario %s\nseed %" PRIu64 "\n", FORMAT, room->scenario->id,
              history->now->seed);
    text_addf(out, "least %d %d\nseconds %d\nquestion %" PRIu32 "\nends %" PRId64 "\n",
              room->settings.least, room->least_fixed ? 1 : 0, room->settings.seconds,
              room->question, room->ends_at);
    text_addf(out, "blank %d\nlarge %d\ntables %d\npage %d\nhome %d %" PRIu32 "\n",
              room->blank ? 1 : 0, room->large ? 1 : 0, room->tables ? 1 : 0, room->page,
              room->home, room->home_question);
    text_add(out, "result ");
    write_result(&room->result, last_counted(&room->result), out);
    text_add(out, "home_result ");
    write_result(&room->home_result, last_counted(&room->home_result), out);
    if (room->has_before) {
        text_add(out, "before ");
        write_result(&room->before, last_counted(&room->before), out);
    }
    for (int i = 0; i < history->count; i++) {
        char id[ROOM_ID];
        history_id(history, i, id, (int)sizeof id);
        text_addf(out, "took %s\n", id);
    }
    for (int i = 0; i < room->decided_count; i++) {
        const RoomDecision *decision = &room->decided[i];
        text_addf(out, "decided %d %d %s ", decision->at, (int)decision->way, decision->id);
        write_result(&decision->result, last_counted(&decision->result), out);
        text_addf(out, "words %s\n", decision->words);
    }
    text_addf(out, "stage %d\n", (int)room->stage);
}

// ---- reading ----------------------------------------------------------------------------------------

typedef struct Reader {
    Room *room;
    bool opened;
    uint64_t seed;
    int stage;
} Reader;

static bool read_number(const char **at, int64_t least, int64_t most, int64_t *out)
{
    while (**at == ' ') {
        (*at)++;
    }
    char *end = NULL;
    if ((**at < '0' || **at > '9') && **at != '-') {
        return false;
    }
    long long value = strtoll(*at, &end, 10);
    if (end == *at || value < least || value > most) {
        return false;
    }
    *at = end;
    *out = value;
    return true;
}

static bool read_int(const char **at, int least, int most, int *out)
{
    int64_t value = 0;
    if (!read_number(at, least, most, &value)) {
        return false;
    }
    *out = (int)value;
    return true;
}

static bool read_result(const char *at, RoomResult *out)
{
    int shown = 0, by_hand = 0, n = 0;
    *out = (RoomResult){ .most = -1 };
    if (!read_int(&at, 0, ROOM_SHOWN_COUNTS, &shown) ||
        !read_int(&at, 0, ROOM_BALLOTS_MAX * ROOM_OPTIONS_MAX, &out->answered) ||
        !read_int(&at, -1, ROOM_OPTIONS_MAX - 1, &out->most) || !read_int(&at, 0, 1, &by_hand)) {
        return false;
    }
    out->shown = (RoomShown)shown;
    out->by_hand = by_hand == 1;
    while (*at != '\0') {
        if (n == ROOM_OPTIONS_MAX || !read_int(&at, 0, ROOM_BALLOTS_MAX, &out->counts[n++])) {
            return false;
        }
    }
    return true;
}

static bool read_decision(Room *room, const char *at)
{
    RoomDecision decision = { 0 };
    int way = 0, length = 0;
    if (room->decided_count >= DECISIONS_MAX || !read_int(&at, 0, 100000, &decision.at) ||
        !read_int(&at, 0, ROOM_MINORITY, &way) ||
        sscanf(at, " %95[a-z0-9_./]%n", decision.id, &length) != 1) {
        return false;
    }
    decision.way = (RoomWay)way;
    if (!read_result(at + length, &decision.result)) {
        return false;
    }
    if (room->decided_count == room->decided_capacity) {
        room->decided_capacity = room->decided_capacity == 0 ? 16 : room->decided_capacity * 2;
        room->decided =
            mem_grow(room->decided, sizeof *room->decided * (size_t)room->decided_capacity);
    }
    room->decided[room->decided_count++] = decision;
    return true;
}

static bool read_words(Room *room, const char *value)
{
    size_t n = strlen(value);
    if (room->decided_count == 0 || n >= ROOM_WORDS || !utf8_valid(value, n, NULL)) {
        return false;
    }
    memcpy(room->decided[room->decided_count - 1].words, value, n + 1);
    return true;
}

// A line that needs no playthrough.
static bool read_setting(Room *room, const char *key, const char *value)
{
    int number = 0;
    int64_t wide = 0;
    if (strcmp(key, "least") == 0) {
        bool good = read_int(&value, ROOM_LEAST_FROM, ROOM_LEAST_TO, &room->settings.least) &&
                    read_int(&value, 0, 1, &number);
        room->least_fixed = number == 1;
        return good;
    }
    if (strcmp(key, "seconds") == 0) {
        return read_int(&value, 0, 3600, &room->settings.seconds);
    }
    if (strcmp(key, "question") == 0) {
        bool good = read_number(&value, 0, UINT32_MAX, &wide);
        room->question = (uint32_t)wide;
        return good;
    }
    if (strcmp(key, "ends") == 0) {
        return read_number(&value, 0, INT64_MAX, &room->ends_at);
    }
    if (strcmp(key, "blank") == 0) {
        bool good = read_int(&value, 0, 1, &number);
        room->blank = number == 1;
        return good;
    }
    if (strcmp(key, "large") == 0) {
        bool good = read_int(&value, 0, 1, &number);
        room->large = number == 1;
        return good;
    }
    if (strcmp(key, "tables") == 0) {
        bool good = read_int(&value, 0, 1, &number);
        room->tables = number == 1;
        return good;
    }
    if (strcmp(key, "page") == 0) {
        return read_int(&value, 0, 1000, &room->page);
    }
    if (strcmp(key, "home") == 0) {
        bool good =
            read_int(&value, -1, 100000, &room->home) && read_number(&value, 0, UINT32_MAX, &wide);
        room->home_question = (uint32_t)wide;
        return good;
    }
    if (strcmp(key, "result") == 0) {
        return read_result(value, &room->result);
    }
    if (strcmp(key, "home_result") == 0) {
        return read_result(value, &room->home_result);
    }
    if (strcmp(key, "before") == 0) {
        room->has_before = true;
        return read_result(value, &room->before);
    }
    if (strcmp(key, "words") == 0) {
        return read_words(room, value);
    }
    return strcmp(key, "decided") == 0 && read_decision(room, value);
}

static bool damaged(Err *err)
{
    return err_set(err, ERR_INPUT, "%s", say("the kept session of this room is damaged"));
}

static bool take_again(Room *room, const char *id, Err *err)
{
    int done = 0;
    Err own = { 0 };
    if (!history_walk(&room->history, id, &done, &own)) {
        return err_set(err, ERR_INPUT,
                       say("the story was edited: \"%.90s\" cannot be chosen any more"), id);
    }
    return true;
}

static bool read_line(Reader *reader, const Scenario *scenario, const char *key, const char *value,
                      Err *err)
{
    Room *room = reader->room;
    int64_t number = 0;
    if (strcmp(key, "scenario") == 0) {
        return strcmp(value, scenario->id) == 0
                   ? true
                   : err_set(err, ERR_INPUT, say("the kept session is about %.90s"), value);
    }
    if (strcmp(key, "seed") == 0) {
        if (reader->opened || !read_number(&value, 0, INT64_MAX, &number)) {
            return damaged(err);
        }
        RoomSettings usual = { ROOM_LEAST_USUAL, 0 };
        reader->opened = room_open(room, scenario, (uint64_t)number, usual, err);
        return reader->opened;
    }
    if (strcmp(key, "room") == 0) {
        return atoi(value) == FORMAT ? true : damaged(err);
    }
    if (!reader->opened) {
        return damaged(err);
    }
    if (strcmp(key, "took") == 0) {
        return take_again(room, value, err);
    }
    if (strcmp(key, "stage") == 0) {
        return read_int(&value, ROOM_GATHERS, ROOM_ENDED, &reader->stage) ? true : damaged(err);
    }
    return read_setting(room, key, value) ? true : damaged(err);
}

// Copies the next line. False at the end; *too_long for what no line of ours is.
static bool next_line(const char **at, char line[LINE], bool *too_long)
{
    size_t length = strcspn(*at, "\n");
    *too_long = length >= LINE;
    if (**at == '\0' || *too_long) {
        return false;
    }
    memcpy(line, *at, length);
    line[length] = '\0';
    *at += length + ((*at)[length] == '\n' ? 1u : 0u);
    return true;
}

// What the lines say has to fit together: a result has no option that is not offered.
static bool fits(Room *room, int stage)
{
    bool ended = story_pause(room->scenario, room->history.now) == PAUSE_ENDED;
    if (stage < 0 || ended != (stage == ROOM_ENDED) || room->home > room->history.count ||
        room->result.most >= (room->offer_count > 0 ? room->offer_count : 1)) {
        return false;
    }
    room->stage = (RoomStage)stage;
    return true;
}

bool room_read(Room *room, const Scenario *scenario, const char *text, Err *err)
{
    Reader reader = { .room = room, .stage = -1 };
    char line[LINE];
    bool too_long = false, good = strncmp(text, "room ", 5) == 0;
    *room = (Room){ .home = -1 };
    if (!good) {
        return damaged(err);
    }
    while (good && next_line(&text, line, &too_long)) {
        char *space = strchr(line, ' ');
        if (!space) {
            good = damaged(err);
            break;
        }
        *space = '\0';
        good = read_line(&reader, scenario, line, space + 1, err);
    }
    if (good && (too_long || !reader.opened)) {
        good = damaged(err);
    }
    if (good) {
        Err own = { 0 };
        room->offer_count = story_offers(scenario, room->history.now, false, room->offers, &own);
        good = fits(room, reader.stage) ? true : damaged(err);
    }
    if (!good && reader.opened) {
        room_close(room);
    }
    return good;
}

bool room_read_scenario(const char *text, char *out, int out_size)
{
    const char *line = strstr(text, "\nscenario ");
    if (strncmp(text, "room ", 5) != 0 || !line) {
        return false;
    }
    line += strlen("\nscenario ");
    snprintf(out, (size_t)out_size, "%.*s", (int)strcspn(line, "\n"), line);
    return true;
}
