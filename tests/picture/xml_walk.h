// Walks through an XML document and fails the test where it is not well-formed: tags that close
// each other, quoted attributes used once, the five entities, UTF-8 without control characters.
// Collects ids, and what refers to them.
#pragma once

#include "base/text.h"

#include <stdio.h>
#include <string.h>

typedef struct XmlWalk {
    char open[64][32]; // element names
    int depth;
    char ids[512][48];
    int id_count;
    char references[2048][48];
    int reference_count;
    int elements;
} XmlWalk;

static inline const char *xml_name(const char *s, char *name)
{
    int n = 0;
    while ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || *s == '-' || *s == ':' ||
           (n > 0 && *s >= '0' && *s <= '9')) {
        assert_true(n < 31);
        name[n++] = *s++;
    }
    name[n] = '\0';
    assert_true(n > 0);
    return s;
}

static inline const char *xml_entity(const char *s)
{
    static const char *const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };
    for (int i = 0; i < 5; i++) {
        if (strncmp(s, known[i], strlen(known[i])) == 0) {
            return s + strlen(known[i]);
        }
    }
    fail_msg("an entity that XML does not know: %.12s", s);
    return s;
}

static inline void xml_refer(XmlWalk *walk, const char *from, size_t n)
{
    assert_true(n < 48 && walk->reference_count < 2048);
    snprintf(walk->references[walk->reference_count++], 48, "%.*s", (int)n, from);
}

static inline void xml_note(XmlWalk *walk, const char *name, const char *value, size_t n)
{
    if (strcmp(name, "id") == 0) {
        assert_true(n > 0 && n < 48 && walk->id_count < 512);
        snprintf(walk->ids[walk->id_count], 48, "%.*s", (int)n, value);
        for (int i = 0; i < walk->id_count; i++) {
            assert_string_not_equal(walk->ids[i], walk->ids[walk->id_count]);
        }
        walk->id_count++;
    } else if (strcmp(name, "aria-labelledby") == 0) {
        for (const char *s = value; s < value + n;) {
            size_t word = strcspn(s, " \"");
            xml_refer(walk, s, word);
            s += word + 1;
        }
    } else if (n > 6 && strncmp(value, "url(#", 5) == 0) {
        xml_refer(walk, value + 5, n - 6);
    }
}

static inline const char *xml_attributes(XmlWalk *walk, const char *s)
{
    char seen[16][32];
    int count = 0;
    while (*s == ' ') {
        assert_true(count < 16);
        s = xml_name(s + 1, seen[count]);
        for (int i = 0; i < count; i++) {
            assert_string_not_equal(seen[i], seen[count]);
        }
        assert_true(s[0] == '=' && s[1] == '"');
        const char *value = s + 2;
        for (s = value; *s != '"'; s = *s == '&' ? xml_entity(s) : s + 1) {
            assert_true(*s != '\0' && *s != '<');
        }
        xml_note(walk, seen[count++], value, (size_t)(s - value));
        s++;
    }
    return s;
}

static inline const char *xml_tag(XmlWalk *walk, const char *s)
{
    char name[32];
    if (*s == '/') {
        s = xml_name(s + 1, name);
        assert_true(walk->depth > 0);
        assert_string_equal(walk->open[--walk->depth], name);
    } else {
        s = xml_name(s, name);
        s = xml_attributes(walk, s);
        walk->elements++;
        if (*s == '/') {
            s++;
        } else {
            assert_true(walk->depth < 64);
            strcpy(walk->open[walk->depth++], name);
        }
    }
    assert_int_equal(*s, '>');
    return s + 1;
}

// The document, or a fragment with one root.
static inline void xml_walk(XmlWalk *walk, const char *s)
{
    memset(walk, 0, sizeof *walk);
    assert_true(utf8_valid(s, strlen(s), NULL));
    while (*s != '\0') {
        unsigned char c = (unsigned char)*s;
        assert_true(c >= 0x20 || c == '\n' || c == '\t');
        assert_true(walk->depth > 0 || c == '<' || c == '\n');
        s = c == '<' ? xml_tag(walk, s + 1) : c == '&' ? xml_entity(s) : s + 1;
    }
    assert_int_equal(walk->depth, 0);
    for (int i = 0; i < walk->reference_count; i++) {
        bool found = false;
        for (int k = 0; k < walk->id_count && !found; k++) {
            found = strcmp(walk->references[i], walk->ids[k]) == 0;
        }
        if (!found) {
            fail_msg("nothing has the id %s", walk->references[i]);
        }
    }
}
