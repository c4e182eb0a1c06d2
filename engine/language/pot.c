// One pass collects, so that the same text in the same context is one entry with several places.
#include "language/pot.h"

#include "language/catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 76 };

typedef struct Collected {
    Scenario *scenario;
    LanguageCatalogue *entries; // finds what was there before
    Text *places;               // of each entry: " monday.lua:12"
    StoryTextPlace *first;      // where each stands first
    int capacity;
} Collected;

// ---- strings ------------------------------------------------------------------------------------

static void add_escaped(Text *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        switch (s[i]) {
        case '"':
            text_add(out, "\\\"");
            break;
        case '\\':
            text_add(out, "\\\\");
            break;
        case '\n':
            text_add(out, "\\n");
            break;
        case '\t':
            text_add(out, "\\t");
            break;
        default:
            text_add_char(out, s[i]);
        }
    }
}

// Bytes of the next line: up to a newline, or behind the last space that still fits.
static size_t line_length(const char *s)
{
    size_t best = 0;
    int columns = 0;
    for (size_t i = 0; s[i] != '\0'; i++) {
        columns += ((unsigned char)s[i] & 0xC0u) != 0x80u;
        if (s[i] == '\n') {
            return i + 1;
        }
        if (columns > COLUMNS && best > 0) {
            return best;
        }
        best = s[i] == ' ' ? i + 1 : best;
    }
    return strlen(s);
}

void language_po_string(const char *keyword, const char *text, Text *out)
{
    size_t first = line_length(text);
    bool one_line = text[first] == '\0' && utf8_count(text) + strlen(keyword) + 3 <= COLUMNS;
    text_addf(out, "%s ", keyword);
    if (!one_line) {
        text_add(out, "\"\"\n");
    }
    do {
        size_t n = line_length(text);
        text_add(out, "\"");
        add_escaped(out, text, n);
        text_add(out, "\"\n");
        text += n;
    } while (*text != '\0');
}

// ---- collecting ---------------------------------------------------------------------------------

static void add_position(Text *out, const Scenario *sc, StoryPosition at)
{
    char place[300];
    if (at.line > 0 && at.file < sc->file_count) {
        snprintf(place, sizeof place, " %s:%d", sc->files[at.file], at.line);
        if (strstr(text_str(out), place) == NULL) {
            text_add(out, place);
        }
    }
}

static const char *collect(void *context, const StoryTextPlace *place)
{
    Collected *c = context;
    if (place->kind == STORY_TEXT_INTERFACE) {
        return NULL;
    }
    LanguageEntry *known = language_find(c->entries, place->context, place->text);
    int index = known != NULL ? (int)(known - c->entries->entries) : c->entries->count;
    if (known == NULL) {
        language_add(c->entries,
                     &(LanguageEntry){ .context = place->context, .text = place->text });
        if (index == c->capacity) {
            c->capacity = c->capacity == 0 ? 128 : c->capacity * 2;
            c->places = mem_grow(c->places, sizeof *c->places * (size_t)c->capacity);
            c->first = mem_grow(c->first, sizeof *c->first * (size_t)c->capacity);
        }
        c->places[index] = (Text){ 0 };
        c->first[index] = *place;
    }
    add_position(&c->places[index], c->scenario, place->at);
    return NULL;
}

// ---- what the translator should know ------------------------------------------------------------

static const char *first_name(const Scenario *sc, int person)
{
    return scenario_text(sc, sc->people[person].first);
}

// In one line, at most so many characters of a text.
static void add_quoted(Text *out, const char *text, int most)
{
    bool quoted = strncmp(text, "“", strlen("“")) == 0;
    text_add(out, quoted ? "" : "“");
    int count = 0;
    for (int n = 0; *text != '\0' && count < most; text += n, count++) {
        utf8_next(text, &n);
        text_add_n(out, *text == '\n' ? " " : text, (size_t)n);
    }
    text_add(out, *text != '\0' ? "…”" : quoted ? "" : "”");
}

static void add_where(Text *out, const Scenario *sc, const StoryTextPlace *it)
{
    if (it->scene >= 0) {
        text_addf(out, " Scene \"%s\".", sc->scenes[it->scene].id);
    }
    if (strncmp(it->context, "whenever/", 9) == 0) {
        text_add(out, " Comes in between, when something has happened.");
    } else if (strncmp(it->context, "ending:", 7) == 0 && it->kind != STORY_TEXT_ABOUT) {
        text_add(out, " At the end of the story.");
    }
    bool after = it->option >= 0 && it->kind != STORY_TEXT_OPTION;
    if (after) {
        text_addf(out, " After the choice \"%s\" ", sc->options[it->option].id);
        add_quoted(out, scenario_text(sc, sc->options[it->option].text), 60);
        text_add(out, ".");
    }
}

static void add_kind(Text *out, const Scenario *sc, const StoryTextPlace *it)
{
    const char *name = it->person >= 0 ? first_name(sc, it->person) : "";
    switch (it->kind) {
    case STORY_TEXT_TITLE:
        text_add(out, "About the whole story; the player sees it before playing.");
        break;
    case STORY_TEXT_NAME:
        text_add(out, "A person's name. Keep it, or write it in your letters.");
        break;
    case STORY_TEXT_ABOUT:
        if (it->person >= 0) {
            text_addf(out, "What %s does at work.", name);
        } else if (it->commitment >= 0) {
            text_add(out,
                     "What was promised; stands inside of sentences (what) and in lists (title).");
        } else {
            text_add(out, "The title of an ending.");
        }
        break;
    case STORY_TEXT_SAYS:
        text_addf(out, "What the player has learned about %s; stands in a list.", name);
        break;
    case STORY_TEXT_NARRATION:
        text_add(out, "Told to the player.");
        break;
    case STORY_TEXT_SPEECH:
        text_addf(out, "%s says it to the player.", name);
        break;
    case STORY_TEXT_REACTION:
        text_addf(out, "%s says it to the player, whenever this happens.", name);
        break;
    case STORY_TEXT_OPTION:
        text_add(out, "A choice: what the player does or, in quotes, says.");
        break;
    case STORY_TEXT_WHY:
        text_add(out, "The reason behind a choice, for the guided mode.");
        break;
    case STORY_TEXT_NOTE:
        text_add(out, "For whoever leads a group through the story, not for players.");
        break;
    case STORY_TEXT_INTERFACE:
        break;
    }
}

// What stands there when it is played.
static void add_fill(Text *out, const Scenario *sc, const char *fill, size_t n)
{
    char name[80];
    snprintf(name, sizeof name, "%.*s", (int)(n < 70 ? n : 70), fill);
    char *dot = strchr(name, '.');
    const char *field = dot == NULL ? "" : dot + 1;
    text_addf(out, "#. {%s}: ", name);
    if (dot != NULL) {
        *dot = '\0';
    }
    int person = scenario_person(sc, name);
    int commitment = scenario_commitment(sc, name);
    if (person >= 0) {
        const StoryPerson *it = &sc->people[person];
        TextId text = strcmp(field, "first") == 0  ? it->first
                      : strcmp(field, "role") == 0 ? it->role
                                                   : it->name;
        add_quoted(out, scenario_text(sc, text), 60);
        text_add(out, "\n");
        return;
    }
    const char *part = commitment >= 0 ? field : name;
    if (strcmp(part, "due") == 0) {
        text_add(out, "when it is due, as “Thursday 18:00”");
    } else if (strcmp(part, "left") == 0) {
        text_add(out, "how much work is left, as “2 hours”");
    } else if (strcmp(part, "clock") == 0) {
        text_add(out, "the time of day, as “16:40”");
    } else if (strcmp(part, "who") == 0 || strcmp(part, "name") == 0) {
        text_add(out, "the first name of whom it is about");
    } else if (commitment >= 0) {
        const StoryCommitment *it = &sc->commitments[commitment];
        add_quoted(out, scenario_text(sc, strcmp(part, "title") == 0 ? it->title : it->what), 60);
    } else {
        text_add(out, "what was promised");
    }
    text_add(out, "\n");
}

// True when all fills can be checked as Python's brace format, which msgfmt -c knows.
static bool add_fills(Text *out, const Scenario *sc, const char *text)
{
    bool any = false;
    bool simple = strstr(text, "{{") == NULL && strstr(text, "}}") == NULL;
    for (const char *open = strchr(text, '{'); open != NULL; open = strchr(open, '{')) {
        if (open[1] == '{') {
            open += 2;
            continue;
        }
        size_t n = strcspn(open + 1, "}");
        add_fill(out, sc, open + 1, n);
        simple = simple && strspn(open + 1, "abcdefghijklmnopqrstuvwxyz0123456789_.") == n;
        any = true;
        open += 1 + n;
    }
    return any && simple;
}

static void write_entry(Text *out, const Collected *c, int index)
{
    const StoryTextPlace *it = &c->first[index];
    const LanguageEntry *entry = &c->entries->entries[index];
    text_add(out, "\n#. ");
    add_kind(out, c->scenario, it);
    add_where(out, c->scenario, it);
    text_add(out, "\n");
    bool braces = add_fills(out, c->scenario, entry->text);
    if (c->places[index].length > 0) {
        text_addf(out, "#:%s\n", text_str(&c->places[index]));
    }
    if (braces) {
        text_add(out, "#, python-brace-format\n");
    }
    language_po_string("msgctxt", entry->context, out);
    language_po_string("msgid", entry->text, out);
    text_add(out, "msgstr \"\"\n");
}

static void write_header(Text *out, const Scenario *sc)
{
    text_addf(out,
              "# Texts of \"%s\", for translators.\n"
              "# Keep what stands in { } as it is: the program fills it in. *word* is emphasis.\n"
              "# Licence of the source: %s\n#\n"
              "msgid \"\"\nmsgstr \"\"\n"
              "\"Project-Id-Version: %s %d\\n\"\n"
              "\"Report-Msgid-Bugs-To: \\n\"\n"
              "\"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n\"\n"
              "\"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n\"\n"
              "\"Language-Team: LANGUAGE <LL@li.org>\\n\"\n"
              "\"Language: \\n\"\n"
              "\"MIME-Version: 1.0\\n\"\n"
              "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
              "\"Content-Transfer-Encoding: 8bit\\n\"\n",
              scenario_text(sc, sc->title), sc->licence[0] ? sc->licence : "not said", sc->id,
              sc->version);
}

typedef struct Order {
    StoryPosition at;
    int index;
} Order;

// As the author's files have them; what stands in one line as it was collected.
static int compare(const void *a, const void *b)
{
    const Order *x = a;
    const Order *y = b;
    bool unknown = x->at.line == 0 || y->at.line == 0; // behind all others
    return x->at.file != y->at.file && !unknown ? (int)x->at.file - (int)y->at.file
           : x->at.line != y->at.line
               ? (unknown ? (int)y->at.line - (int)x->at.line : (int)x->at.line - (int)y->at.line)
               : x->index - y->index;
}

void language_pot(Scenario *scenario, Text *out)
{
    Collected c = { .scenario = scenario, .entries = language_new() };
    story_texts(scenario, collect, &c);
    int count = c.entries->count;
    Order *order = mem_alloc(sizeof *order * ((size_t)count + 1));
    for (int i = 0; i < count; i++) {
        order[i] = (Order){ c.first[i].at, i };
    }
    qsort(order, (size_t)count, sizeof *order, compare);
    write_header(out, scenario);
    for (int i = 0; i < count; i++) {
        write_entry(out, &c, order[i].index);
        text_deinit(&c.places[order[i].index]);
    }
    mem_free(order);
    mem_free(c.places);
    mem_free(c.first);
    language_free(c.entries);
}
