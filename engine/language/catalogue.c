// The table of a catalogue: entries by context and text.
#include "language/catalogue.h"

#include "base/hash.h"

#include <string.h>

static uint64_t hash_of(const char *context, const char *text)
{
    return hash_mix(hash_string(context), hash_string(text));
}

static uint32_t *slot_of(const LanguageCatalogue *c, const char *context, const char *text)
{
    uint32_t i = (uint32_t)hash_of(context, text) & (c->table_size - 1);
    while (c->table[i] != 0) {
        const LanguageEntry *it = &c->entries[c->table[i] - 1];
        if (strcmp(it->text, text) == 0 && strcmp(it->context, context) == 0) {
            break;
        }
        i = (i + 1) & (c->table_size - 1);
    }
    return &c->table[i];
}

static void grow_table(LanguageCatalogue *c)
{
    c->table_size = c->table_size == 0 ? 256 : c->table_size * 2;
    mem_free(c->table);
    c->table = mem_alloc(sizeof *c->table * c->table_size);
    for (int i = 0; i < c->count; i++) {
        *slot_of(c, c->entries[i].context, c->entries[i].text) = (uint32_t)i + 1;
    }
}

LanguageCatalogue *language_new(void)
{
    LanguageCatalogue *c = mem_alloc(sizeof *c);
    arena_init(&c->arena);
    c->plural = language_plural_english();
    grow_table(c);
    return c;
}

void language_free(LanguageCatalogue *catalogue)
{
    if (catalogue != NULL) {
        arena_deinit(&catalogue->arena);
        mem_free(catalogue->entries);
        mem_free(catalogue->table);
        mem_free(catalogue);
    }
}

static const char *copy(LanguageCatalogue *c, const char *text)
{
    return text == NULL ? NULL : arena_string(&c->arena, text);
}

LanguageEntry *language_add(LanguageCatalogue *catalogue, const LanguageEntry *entry)
{
    LanguageCatalogue *c = catalogue;
    if ((uint32_t)(c->count + 1) * 2 > c->table_size) {
        grow_table(c);
    }
    uint32_t *slot = slot_of(c, entry->context, entry->text);
    if (*slot != 0) {
        return NULL;
    }
    if (c->count == c->capacity) {
        c->capacity = c->capacity == 0 ? 64 : c->capacity * 2;
        c->entries = mem_grow(c->entries, sizeof *c->entries * (size_t)c->capacity);
    }
    LanguageEntry *it = &c->entries[c->count++];
    *it = *entry;
    it->context = copy(c, entry->context);
    it->text = copy(c, entry->text);
    it->plural = copy(c, entry->plural);
    it->earlier_context = copy(c, entry->earlier_context);
    it->earlier_text = copy(c, entry->earlier_text);
    for (int i = 0; i < PLURAL_FORMS_MAX; i++) {
        it->to[i] = copy(c, entry->to[i]);
    }
    *slot = (uint32_t)c->count;
    return it;
}

LanguageEntry *language_find(const LanguageCatalogue *catalogue, const char *context,
                             const char *text)
{
    uint32_t found = *slot_of(catalogue, context == NULL ? "" : context, text);
    return found == 0 ? NULL : &catalogue->entries[found - 1];
}

bool language_is_done(const LanguageEntry *entry)
{
    if (entry == NULL || entry->fuzzy) {
        return false;
    }
    for (int i = 0; i < entry->form_count; i++) {
        if (entry->to[i] == NULL || entry->to[i][0] == '\0') {
            return false;
        }
    }
    return entry->form_count > 0;
}

const char *language_text(const LanguageCatalogue *catalogue, const char *context, const char *text)
{
    const LanguageEntry *it = language_find(catalogue, context, text);
    return language_is_done(it) && it->plural == NULL ? it->to[0] : NULL;
}

const char *language_form(const LanguageCatalogue *catalogue, const char *context, const char *text,
                          unsigned long n)
{
    const LanguageEntry *it = language_find(catalogue, context, text);
    if (!language_is_done(it) || it->plural == NULL) {
        return NULL;
    }
    int form = language_plural_form(&catalogue->plural, n);
    return form < it->form_count ? it->to[form] : NULL;
}

bool language_is_tag(const char *tag)
{
    size_t first = strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    size_t all = strspn(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-@");
    return first >= 2 && all == strlen(tag) && all < 24;
}
