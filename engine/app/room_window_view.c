// Everything that both windows say of the story comes from the same functions as on the pages.
#define _POSIX_C_SOURCE 200809L

#include "app/app.h"

#ifdef PLANKWRIGHT_WEB
#include "app/room_window_view.h"

#include "base/hash.h"
#include "base/say.h"
#include "story/render.h"
#include "web/passage.h"
#include "web/qr.h"

#include <string.h>

static const char *keep(Arena *arena, Text *text)
{
    const char *kept = arena_string(arena, text_str(text));
    text_deinit(text);
    return kept;
}

static const char *plain(Arena *arena, const Scenario *scenario, TextId id)
{
    return id != 0 ? arena_string(arena, scenario_text(scenario, id)) : "";
}

// ---- the story ----------------------------------------------------------------------------------

static void fill_lines(RoomWindowView *it, const Room *room)
{
    static const RoomLineKind KINDS[] = { [PASSAGE_TOLD] = ROOM_LINE_TOLD,
                                          [PASSAGE_SAID] = ROOM_LINE_SAID,
                                          [PASSAGE_PROMISE] = ROOM_LINE_PROMISE };
    RoomView *view = &it->view;
    Passage passage = passage_now(&it->texts, room);
    RoomLine *lines = arena_alloc(&it->texts, sizeof *lines * (size_t)(passage.count + 1));
    for (int i = 0; i < passage.count; i++) {
        const PassageLine *line = &passage.lines[i];
        lines[i] = (RoomLine){ (uint8_t)KINDS[line->kind], line->who, line->text };
    }
    view->lines = lines;
    view->line_count = passage.count;
    if (!view->screen_open) { // as the pages have them
        int first = 0, end = 0;
        view->screen_pages = passage_page(&passage, room->page, &first, &end);
        view->screen_page =
            room->page < view->screen_pages ? room->page : view->screen_pages - 1;
    }
}

static void fill_disc(const Room *room, int option, RoomAnswer *answer)
{
    int plank = room->offers[option].plank;
    if (answer->disc <= 0 || plank >= room->scenario->commitment_count) {
        return;
    }
    const StoryCommitment *it = &room->scenario->commitments[plank];
    BridgeCondition bridge;
    answer->theirs = it->by != STORY_PLAYER;
    story_bridge(room->scenario, room_play(room), answer->theirs ? it->by : it->to, &bridge);
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        if (bridge.planks[i].disc == answer->disc && bridge.planks[i].id == plank) {
            answer->fate = bridge.planks[i].fate;
        }
    }
}

static void fill_leads(RoomWindowView *it, const Room *room)
{
    if (it->has_leads && it->leads_of == room->version) {
        return;
    }
    arena_deinit(&it->leads);
    arena_init(&it->leads);
    for (int i = 0; i < room->offer_count; i++) {
        PassageLead lead = passage_lead(&it->leads, room, i);
        it->view.answers[i].leads = lead.text;
        it->view.answers[i].bridge = lead.bridge;
        it->view.answers[i].ends = lead.ends;
    }
    it->leads_of = room->version;
    it->has_leads = true;
}

static void fill_answers(RoomWindowView *it, const Room *room)
{
    fill_leads(it, room);
    for (int i = 0; i < room->offer_count; i++) {
        RoomAnswer *answer = &it->view.answers[i];
        answer->text = passage_option(&it->texts, room, i);
        answer->disc = passage_disc(room, i);
        fill_disc(room, i, answer);
    }
}

static void fill_notes(RoomWindowView *it, const Room *room)
{
    const Scenario *scenario = room->scenario;
    const StoryScene *scene = &scenario->scenes[room_play(room)->scene];
    StoryNotes notes = scene->notes >= 0 ? scenario->notes[scene->notes] : (StoryNotes){ 0 };
    RoomView *view = &it->view;
    view->has_notes = scene->notes >= 0;
    view->note_say = plain(&it->texts, scenario, notes.say);
    view->note_act = plain(&it->texts, scenario, notes.act);
    view->note_watch = plain(&it->texts, scenario, notes.watch);
    view->note_prompt = plain(&it->texts, scenario, notes.prompt);
    view->note_why = plain(&it->texts, scenario, notes.why);
    view->talk = notes.prompt != 0 ? view->note_prompt
                                   : say("Who chose otherwise, or nearly did: what spoke for it?");
}

static void fill_bridge(RoomWindowView *it, const Room *room)
{
    RoomView *view = &it->view;
    Text words = { 0 };
    view->person = room_person(room);
    view->first = passage_first(room, view->person);
    story_bridge(room->scenario, room_play(room), view->person, &view->bridge);
    view->word = passage_bridge(&it->texts, &view->bridge, true);
    view->word_within = passage_bridge(&it->texts, &view->bridge, false);
    render_bridge(room->scenario, room_play(room), view->person, &words);
    view->bridge_words = keep(&it->texts, &words);
    view->weather = (uint8_t)story_weather(room->scenario, room_play(room));
    view->look_count =
        room->scenario->person_count < FRAME_LOOKS ? room->scenario->person_count : FRAME_LOOKS;
    for (int i = 0; i < view->look_count; i++) {
        view->looks[i] = view_look(&room->scenario->people[i]);
    }
}

static void fill_story(RoomWindowView *it, const Room *room)
{
    const Scenario *scenario = room->scenario;
    int ended = room_play(room)->ended;
    it->view.title = scenario_text(scenario, scenario->title);
    it->view.blurb = scenario_text(scenario, scenario->blurb);
    it->view.clock = passage_clock(&it->texts, room);
    it->view.ending = ended > 0 ? scenario_text(scenario, scenario->endings[ended - 1].title) : "";
    fill_lines(it, room);
    fill_bridge(it, room);
    fill_answers(it, room);
    fill_notes(it, room);
}

// ---- who is here, and how to come in ------------------------------------------------------------

static RoomCode code_of(Arena *arena, const char *link)
{
    RoomCode code = { 0, "" };
    Text dots = { 0 };
    if (web_qr_dots(link, &code.side, &dots)) {
        code.dots = arena_string(arena, text_str(&dots));
    }
    text_deinit(&dots);
    return code;
}

static const char *address_of(Arena *arena, const WebRoom *web, int network, bool with_code)
{
    Text out = { 0 };
    web_page_address(web, network, with_code, &out);
    return keep(arena, &out);
}

static const char *link_of(Arena *arena, const char *before, const char *between, const char *after)
{
    Text out = { 0 };
    text_addf(&out, "%s%s%s", before, between, after);
    return keep(arena, &out);
}

static void fill_links(RoomWindowView *it, const WebRoom *web)
{
    static const char SCHEME[] = "http://";
    RoomView *view = &it->view;
    const char *address = address_of(&it->texts, web, web->network, false);
    Text code = { 0 }, own = { 0 };
    text_addf(&code, "%.4s %s", web->code, web->code + 4);
    text_addf(&own, "http://127.0.0.1:%d", web->port);
    view->code = keep(&it->texts, &code);
    view->address = address + strlen(SCHEME);
    view->join_link = address_of(&it->texts, web, web->network, true);
    view->remote_link = link_of(&it->texts, address, "/remote/", web->remote);
    view->console_link = link_of(&it->texts, keep(&it->texts, &own), "/console/", web->console);
    view->join_code = code_of(&it->texts, view->join_link);
    view->remote_code = code_of(&it->texts, view->remote_link);
    view->network_count =
        web->network_count < ROOM_VIEW_NETWORKS ? web->network_count : ROOM_VIEW_NETWORKS;
    view->network = web->network;
    for (int i = 0; i < view->network_count; i++) {
        const WebNetwork *network = &web->networks[i];
        view->networks[i] = (RoomNetwork){ .name = network->name,
                                           .address = address_of(&it->texts, web, i, false),
                                           .self_given = network->self_given,
                                           .wireless = network->wireless,
                                           .docker = network->docker };
    }
}

static void fill_time(RoomView *view, const WebRoom *web)
{
    const Room *room = web->room;
    int elapsed = web->began_at > 0 ? (int)((web->now - web->began_at) / 1000) : 0;
    view->now = web->now;
    view->seconds_left = room_seconds_left(room, web->now);
    view->seconds_whole = room->settings.seconds > 0 ? room->settings.seconds : 60;
    view->opened_at = web->opened_at;
    view->began_at = web->began_at;
    view->minutes = web->minutes;
    view->play_minutes = web->play_minutes;
    view->questions = web->questions;
    view->pace = room_pace(room->history.count, web->questions, web->play_minutes, elapsed);
}

static void fill_tables(RoomWindowView *it, const WebRoom *web)
{
    int count = web->tables ? web->tables->count : 0;
    RoomTableView *tables = arena_alloc(&it->texts, sizeof *tables * (size_t)(count + 1));
    for (int i = 0; i < count && web->room->tables; i++) {
        const RoomTable *table = web->tables->items[i];
        Room own = web_table_view(web->room->scenario, table);
        int ended = room_play(&own)->ended;
        tables[i] = (RoomTableView){ .number = table->number,
                                     .to = passage_first(&own, room_person(&own)),
                                     .ended = ended > 0 };
        story_bridge(own.scenario, room_play(&own), room_person(&own), &tables[i].bridge);
        tables[i].word = passage_bridge(&it->texts, &tables[i].bridge, false);
        tables[i].at = ended > 0 ? scenario_text(own.scenario, own.scenario->endings[ended - 1].title)
                                 : passage_clock(&it->texts, &own);
    }
    it->view.tables = tables;
    it->view.table_count = web->room->tables ? count : 0;
}

// ---- all of it ----------------------------------------------------------------------------------

static uint64_t mix_tables(uint64_t seen, const WebRoom *web)
{
    for (int i = 0; web->room->tables && i < web->tables->count; i++) {
        seen = hash_mix(seen, (uint64_t)web->tables->items[i]->history.count);
    }
    return seen;
}

static uint64_t seen_of(const RoomWindowView *it, const WebRoom *web)
{
    const Room *room = web->room;
    uint64_t seen = hash_mix(room->version, (uint64_t)room_answered(room));
    seen = hash_mix(seen, (uint64_t)web->phones);
    seen = hash_mix(seen, (uint64_t)room->ballots.live.answered);
    seen = hash_mix(seen, (uint64_t)web->phones_ever);
    seen = hash_mix(seen, (uint64_t)(web->open * 4 + web->reached * 2 + it->view.screen_open));
    seen = hash_mix(seen, (uint64_t)(web->network * 64 + web->network_count));
    seen = hash_mix(seen, hash_string(web->notice ? web->notice : ""));
    return mix_tables(seen, web);
}

void room_window_view_follow(RoomWindowView *it, const WebRoom *web)
{
    RoomView *view = &it->view;
    uint64_t seen = seen_of(it, web);
    bool same = view->room == web->room && view->seen == seen;
    fill_time(view, web);
    if (same) {
        return;
    }
    arena_deinit(&it->texts);
    arena_init(&it->texts);
    view->room = web->room;
    view->seen = seen;
    view->open = web->open;
    view->reached = web->reached;
    view->loopback = it->loopback;
    view->rehearsal = it->rehearsal;
    view->phones = web->phones;
    view->phones_ever = web->phones_ever;
    view->notice = arena_string(&it->texts, web->notice ? web->notice : "");
    fill_story(it, web->room);
    fill_links(it, web);
    fill_tables(it, web);
}

void room_window_view_deinit(RoomWindowView *it)
{
    arena_deinit(&it->texts);
    arena_deinit(&it->leads);
    *it = (RoomWindowView){ .has_leads = false };
}
#endif
