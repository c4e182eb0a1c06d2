// links: script view
// Every page at every stage: elements closed in order, nothing hostile gets through as markup, nothing
// inline, nothing fetched from elsewhere; what a phone must not read is not there.
#include "support/test.h"

#include "room/room.h"
#include "script/script.h"
#include "view/console_act.h"
#include "web/html.h"
#include "web/pages.h"
#include "web/passage.h"

#include <stdlib.h>
#include <string.h>

#define HOSTILE "<script>alert(1)</script>\\\"'><img src=x onerror=y> &amp; *b* ]]>"

static const char story[] =
    "scenario { id = 'hostile', version = 1, title = \"" HOSTILE
    "\", author = 'a', licence = 'CC0-1.0',\n"
    "  language = 'en', blurb = \"" HOSTILE
    "\", minutes = 5, days = { 'Mon', 'Tue' }, place = 'office' }\n"
    "local p = person 'p' { name = \"" HOSTILE "\", role = \"" HOSTILE "\" }\n"
    "local c = commitment 'c' { kind = 'work', by = 'player', to = p, title = \"" HOSTILE
    "\", what = \"" HOSTILE "\",\n"
    "  effort = 1, due = 'Tue 12:00' }\n"
    "scene 'start' { at = 'Mon 09:00',\n"
    "  notes { say = \"" HOSTILE "\", act = \"" HOSTILE "\", watch = \"" HOSTILE
    "\", prompt = \"" HOSTILE "\", why = \"" HOSTILE "\" },\n"
    "  promise(c), \"" HOSTILE "\", p \"" HOSTILE "\",\n"
    "  choice { option 'a' \"" HOSTILE "\" { \"" HOSTILE "\" }, option 'b' \"B\" { p \"x\" }, },\n"
    "  go 'last' }\n"
    "scene 'last' { \"" HOSTILE
    "\", choice { option 'e' 'E' { }, option 'f' 'F' { } }, ending 'done' }\n"
    "ending 'done' { title = \"" HOSTILE "\", kind = 'together', \"" HOSTILE "\" }\n";

static bool is_void(const char *name)
{
    static const char *const names[] = { "meta", "link", "img",    "input",   "hr",
                                         "rect", "path", "circle", "!DOCTYPE" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

// Walks the tags; a stack of names.
static void walk(const char *page, const char *what)
{
    static char stack[64][16];
    int depth = 0;
    for (const char *c = strchr(page, '<'); c; c = strchr(c, '<')) {
        bool closes = c[1] == '/';
        const char *name = c + (closes ? 2 : 1);
        size_t n = strcspn(name, " >/\n");
        char tag[16] = "";
        assert_true(n > 0 && n < sizeof tag);
        memcpy(tag, name, n);
        const char *end = name;
        for (char quote = 0; *end && (quote || *end != '>'); end++) {
            if (*end == '"') {
                quote = quote ? 0 : '"';
            }
            assert_true(*end != '<'); // an escape is missing
        }
        assert_true(*end == '>');
        if (closes) {
            if (depth == 0 || strcmp(stack[depth - 1], tag) != 0) {
                fail_msg("%s: </%s> closes %s", what, tag, depth ? stack[depth - 1] : "nothing");
            }
            depth--;
        } else if (!is_void(tag) && end[-1] != '/') {
            assert_true(depth < 64);
            memcpy(stack[depth++], tag, sizeof tag);
        }
        c = end;
    }
    if (depth != 0) {
        fail_msg("%s: <%s> is not closed", what, stack[depth - 1]);
    }
}

static void look_at(const Text *page, const char *what)
{
    const char *text = text_str(page);
    walk(text, what);
    static const char *const forbidden[] = {
        "<script>", "onerror=y>", " style=",    "javascript:",
        " onclick", "https:",     "src=\"http", "href=\"http"
    };
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
        if (strstr(text, forbidden[i])) {
            fail_msg("%s holds %s", what, forbidden[i]);
        }
    }
}

static void phone_reads_no_secret(const WebRoom *web, const Text *page)
{
    assert_null(strstr(text_str(page), web->console));
    assert_null(strstr(text_str(page), web->remote));
    assert_null(strstr(text_str(page), "/act"));
}

// The letter that the console's window has for the act of that name.
static char letter_in_the_window(const char *name, size_t n)
{
    static const struct {
        const char *name;
        char letter;
    } OTHERS[] = { { "open", 'A' }, { "together", 'G' } }; // in view/console_keys.c
    for (int act = CONSOLE_NOTHING + 1; act < CONSOLE_FORMS; act++) {
        const char *own = console_act_name((ConsoleAct)act);
        const char *letter = console_act_letter((ConsoleAct)act);
        if (letter && strlen(own) == n && strncmp(own, name, n) == 0) {
            return letter[0];
        }
    }
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        if (strlen(OTHERS[i].name) == n && strncmp(OTHERS[i].name, name, n) == 0) {
            return OTHERS[i].letter;
        }
    }
    return '\0';
}

// One set of keys for the console as a window and as a page, and none of them on a page twice.
static void same_keys(const char *page, const char *stage)
{
    static const char FORM[] = "name=\"do\" value=\"", KEY[] = " data-key=\"";
    char seen[128] = { 0 };
    for (const char *c = strstr(page, KEY); c; c = strstr(c + 1, KEY)) {
        for (const char *key = c + sizeof KEY - 1; *key != '"'; key++) {
            if (seen[(unsigned char)*key & 127]++) {
                fail_msg("%s: two buttons with the key \"%c\"", stage, *key);
            }
        }
    }
    int found = 0;
    for (const char *c = strstr(page, FORM); c; c = strstr(c + 1, FORM)) {
        const char *name = c + sizeof FORM - 1, *end = strstr(c, "</form>"), *key = strstr(c, KEY);
        size_t n = strcspn(name, "\"");
        if (!key || key > end || strncmp(name, "page", n) == 0) { // on and back: G and P
            continue;
        }
        found++;
        if (key[sizeof KEY - 1] != letter_in_the_window(name, n)) {
            fail_msg("%s: %.*s has another key on the page", stage, (int)n, name);
        }
    }
    assert_true(found > 0);
}

static void all_pages(const WebRoom *web, const char *stage)
{
    Text page = { 0 };
    for (int look = 0; look < 2; look++) {
        for (int part = 0; part < 2; part++) {
            text_clear(&page);
            web_page_phone(web, (WebLook){ look == 1, look == 1 }, look - 1, look ? HOSTILE : "",
                           part ? WEB_PART : WEB_WHOLE, &page);
            look_at(&page, stage);
            phone_reads_no_secret(web, &page);
        }
        text_clear(&page);
        web_page_console(web, look == 1, WEB_WHOLE, &page);
        look_at(&page, stage);
        assert_true(look == 0 || strstr(text_str(&page), web->console) == NULL);
        if (look == 0) {
            same_keys(text_str(&page), stage);
        } else { // a phone has no keyboard
            assert_null(strstr(text_str(&page), "data-key"));
            assert_null(strstr(text_str(&page), "<kbd>"));
        }
    }
    text_clear(&page);
    web_page_screen(web, WEB_WHOLE, &page);
    look_at(&page, stage);
    phone_reads_no_secret(web, &page);
    text_clear(&page);
    web_page_join(web, (WebLook){ false, false }, HOSTILE, HOSTILE, &page);
    look_at(&page, stage);
    phone_reads_no_secret(web, &page);
    text_clear(&page);
    web_page_gone(web, HOSTILE, HOSTILE, &page);
    look_at(&page, stage);
    text_deinit(&page);
}

static WebRoom web_of(const Room *room)
{
    WebRoom web = { .room = room,
                    .port = 8017,
                    .open = true,
                    .phones = 16,
                    .network_count = 2,
                    .opened_at = 1,
                    .now = 100000,
                    .began_at = 2,
                    .notice = HOSTILE };
    strcpy(web.code, "NADO7");
    strcpy(web.console, "consolesecretconsolesecret");
    strcpy(web.remote, "remotesecretremotesecretre");
    strcpy(web.networks[0].address, "192.168.4.20");
    strcpy(web.networks[0].name, "<w>");
    strcpy(web.picture, "0123");
    web.chance = (WebChance){ .known = true, .word = BRIDGE_SOUND, .chances = { 0.0, 0.345, 1.0 } };
    return web;
}

static RoomToken token_of(unsigned n)
{
    RoomToken token = { { (uint8_t)n, (uint8_t)(n >> 8), 7 } };
    return token;
}

static Scenario *load(void)
{
    Err err = { 0 };
    Scenario *scenario = script_load_text("hostile.lua", story, sizeof story - 1, NULL, NULL, &err);
    if (!scenario) {
        char line[900];
        fail_msg("%s", err_line(&err, line, sizeof line));
    }
    return scenario;
}

static void test_every_stage(void **state)
{
    (void)state;
    Err err = { 0 };
    Room room;
    Scenario *scenario = load();
    assert_true(room_open(&room, scenario, 1, (RoomSettings){ 5, 60 }, &err));
    WebRoom web = web_of(&room);
    all_pages(&web, "gathers");
    room_begin(&room, &err);
    all_pages(&web, "listens");
    room_ask(&room, &err);
    room_countdown(&room, web.now, 60);
    for (unsigned i = 0; i < 16; i++) {
        assert_true(room_vote(&room, room.question, token_of(i), i < 9 ? 0 : 1, &err));
    }
    all_pages(&web, "answers");
    room_freeze(&room, &err);
    all_pages(&web, "frozen");
    room_reveal(&room, &err);
    all_pages(&web, "revealed");
    room_show_branch(&room, 1, &err);
    all_pages(&web, "branch");
    room_come_back(&room, &err);
    room_follow(&room, &err);
    all_pages(&web, "next");
    room_blank(&room, true);
    all_pages(&web, "blank");
    room_choose(&room, 0, &err);
    assert_int_equal(room.stage, ROOM_ENDED);
    all_pages(&web, "ended");
    web.network_count = 0;
    all_pages(&web, "nowhere");
    web.open = false;
    all_pages(&web, "closed");
    room_close(&room);
    scenario_free(scenario);
}

// The pages of tables, from sitting down to the end, and the wall.
static void test_tables(void **state)
{
    (void)state;
    Err err = { 0 };
    Room room;
    Scenario *scenario = load();
    RoomTables tables = { .scenario = scenario, .seed = 1 };
    static WebTablePicture pictures[ROOM_TABLES_MAX];
    static WebPictures drawn;
    assert_true(room_open(&room, scenario, 1, (RoomSettings){ 5, 60 }, &err));
    WebRoom web = web_of(&room);
    web.tables = &tables;
    web.table_pictures = pictures;
    web.pictures = &drawn;
    assert_true(room_let_tables(&room, true, &err));
    RoomTable *table = room_tables_add(&tables, 5, &err);
    for (int i = 0; i < 3; i++) {
        Text page = { 0 };
        web_table_picture_follow(&pictures[0], &drawn, scenario, table);
        web_page_table(&web, table, (WebLook){ false, true }, HOSTILE, WEB_WHOLE, &page);
        look_at(&page, "table");
        phone_reads_no_secret(&web, &page);
        text_clear(&page);
        web_page_table(&web, NULL, (WebLook){ false, true }, "", WEB_WHOLE, &page);
        look_at(&page, "sitting down");
        text_deinit(&page);
        all_pages(&web, "tables");
        text_clear(&page);
        web_page_ways(&web, -1, 99, &page);
        look_at(&page, "ways");
        text_deinit(&page);
        assert_true(i == 2 || room_table_choose(&tables, table, i, 0, &err));
    }
    assert_int_equal(table->offer_count, 0);
    RoomTable *other = room_tables_add(&tables, 6, &err);
    for (int i = 0; i < 2; i++) {
        assert_true(room_table_choose(&tables, other, i, 1, &err));
    }
    table->people = other->people = 50; // so that both ways may be shown
    web_table_picture_follow(&pictures[1], &drawn, scenario, other);
    Text ways = { 0 };
    web_page_ways(&web, 1, 0, &ways);
    look_at(&ways, "two ways");
    assert_non_null(strstr(text_str(&ways), "Here they parted"));
    assert_null(strstr(text_str(&ways), "Table 1"));
    text_deinit(&ways);
    web_pictures_deinit(&drawn);
    room_tables_deinit(&tables);
    room_close(&room);
    scenario_free(scenario);
}

// Before the reveal no page that others see tells what was answered.
static void test_hidden(void **state)
{
    (void)state;
    Err err = { 0 };
    Scenario *scenario = load();
    Text pages[2][3] = { { { 0 } } };
    for (int k = 0; k < 2; k++) {
        Room room;
        assert_true(room_open(&room, scenario, 1, (RoomSettings){ 5, 60 }, &err));
        WebRoom web = web_of(&room);
        room_begin(&room, &err);
        room_ask(&room, &err);
        for (unsigned i = 0; i < 12; i++) {
            room_vote(&room, room.question, token_of(i), k, &err);
        }
        web_page_phone(&web, (WebLook){ false, false }, -1, "", WEB_WHOLE, &pages[k][0]);
        web_page_screen(&web, WEB_WHOLE, &pages[k][1]);
        room_freeze(&room, &err);
        web_page_screen(&web, WEB_WHOLE, &pages[k][2]);
        room_close(&room);
    }
    for (int i = 0; i < 3; i++) {
        assert_string_equal(text_str(&pages[0][i]), text_str(&pages[1][i]));
        text_deinit(&pages[0][i]);
        text_deinit(&pages[1][i]);
    }
    scenario_free(scenario);
}

static void test_markup(void **state)
{
    (void)state;
    Text out = { 0 };
    html_marked(&out, "a *b* <c> *d");
    assert_string_equal(text_str(&out), "a <em>b</em> &lt;c&gt; *d");
    text_deinit(&out);
}

// Guest Wi-Fi that keeps devices apart is guessed from a minute in which nobody came, and the ways out are named.
static void test_nobody_comes(void **state)
{
    (void)state;
    Err err = { 0 };
    Room room;
    Scenario *scenario = load();
    assert_true(room_open(&room, scenario, 1, (RoomSettings){ 5, 60 }, &err));
    static const struct {
        int64_t now;
        bool open, reached, said;
        int phones_ever;
    } CASES[] = {
        { 1059000, true, false, false, 0 },  { 1060000, true, false, true, 0 },
        { 1060000, true, true, false, 0 },   { 1060000, true, false, false, 1 },
        { 1060000, false, false, false, 0 },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        WebRoom web = web_of(&room);
        web.opened_at = 1000000;
        web.now = CASES[i].now;
        web.open = CASES[i].open;
        web.reached = CASES[i].reached;
        web.phones_ever = CASES[i].phones_ever;
        Text page = { 0 };
        web_page_console(&web, false, WEB_WHOLE, &page);
        bool said = strstr(text_str(&page), "Guest Wi-Fi often keeps devices apart") != NULL;
        assert_true(said == CASES[i].said);
        assert_true(!said ||
                    (strstr(text_str(&page), "hotspot") && strstr(text_str(&page), "cards")));
        text_deinit(&page);
    }
    room_close(&room);
    scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_stage), cmocka_unit_test(test_nobody_comes),
        cmocka_unit_test(test_hidden),      cmocka_unit_test(test_tables),
        cmocka_unit_test(test_markup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
