// The pseudo language: a text that can still be read, and looks so that one sees at once what was
// translated, what was cut, and what was put together from pieces.
#include "language/translate.h"

#include <string.h>

static const char *accented(char c)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char *const with[] = { "á", "b", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "î", "ĵ", "ķ",
                                        "ļ", "m", "ñ", "ö", "þ", "q", "ŕ", "š", "ţ", "û", "v",
                                        "ŵ", "x", "ý", "ž", "Å", "B", "Ç", "Ð", "É", "F", "Ĝ",
                                        "Ĥ", "Î", "Ĵ", "Ķ", "Ļ", "M", "Ñ", "Ö", "Þ", "Q", "Ŕ",
                                        "Š", "Ţ", "Û", "V", "Ŵ", "X", "Ý", "Ž" };
    const char *found = c == '\0' ? NULL : strchr(letters, c);
    return found == NULL ? NULL : with[found - letters];
}

// Bytes at s that stay as they are: a {name}, a directive of printf.
static size_t kept(const char *s)
{
    if (s[0] == '{') {
        size_t n = s[1] == '{' ? 2 : strcspn(s, "}");
        return s[n] == '}' ? n + 1 : n;
    }
    if (s[0] == '%') {
        size_t n = 1 + strspn(s + 1, "-+#0123456789.*$hlzjt");
        bool is_directive = s[n] != '\0' && strchr("%diuxXcsfgeE", s[n]) != NULL;
        return is_directive ? n + 1 : 1;
    }
    return 0;
}

static const char *arabic(char c)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    static const char *const with[] = { "ا", "ب", "ص", "د", "ي", "ف", "ج", "ح", "ى",
                                        "خ", "ك", "ل", "م", "ن", "و", "ط", "ق", "ر",
                                        "س", "ت", "ع", "ض", "ش", "غ", "ه", "ز" };
    const char *found = c == '\0' ? NULL : strchr(letters, (c >= 'A' && c <= 'Z') ? c + 32 : c);
    if (found == NULL) {
        return c == ',' ? "،" : c == '?' ? "؟" : c == ';' ? "؛" : NULL;
    }
    return with[found - letters];
}

static const char *const more_words[2][8] = {
    { "öñé", "ţŵö", "ţĥŕéé", "ƒöûŕ", "ƒîvé", "šîx", "šévéñ", "éîĝĥţ" },
    { "ونى", "توى", "تحري", "فوعر", "فيضي", "سيغ", "سيضين", "يجحت" },
};

void language_pseudo(const char *text, bool right_to_left, Text *out)
{
    int letters = 0;
    int words = 0;
    text_add(out, "[");
    for (const char *s = text; *s != '\0';) {
        size_t n = kept(s);
        words += *s == ' ';
        bool turned = right_to_left && words % 5 != 4;
        const char *with = n > 0 ? NULL : turned ? arabic(*s) : accented(*s);
        if (with != NULL) {
            text_add(out, with);
            letters++;
        } else {
            text_add_n(out, s, n > 0 ? n : 1);
        }
        s += n > 0 ? n : 1;
    }
    int missing = (letters * 2 + 4) / 5;
    for (int i = 0; missing > 0; i = (i + 1) % 8) {
        text_add(out, " ");
        text_add(out, more_words[right_to_left][i]);
        missing -= (int)utf8_count(more_words[right_to_left][i]) + 1;
    }
    text_add(out, "]");
}

typedef struct Pseudo {
    Text out;
    bool right_to_left;
} Pseudo;

static const char *visit(void *context, const StoryTextPlace *place)
{
    Pseudo *pseudo = context;
    text_clear(&pseudo->out);
    language_pseudo(place->text, pseudo->right_to_left, &pseudo->out);
    return text_str(&pseudo->out);
}

void language_pseudo_scenario(Scenario *scenario, bool right_to_left)
{
    Pseudo pseudo = { .right_to_left = right_to_left };
    story_texts(scenario, visit, &pseudo);
    text_deinit(&pseudo.out);
}

void language_pseudo_catalogue(LanguageCatalogue *catalogue, bool right_to_left)
{
    Text out = { 0 };
    for (int i = 0; i < catalogue->count; i++) {
        LanguageEntry *it = &catalogue->entries[i];
        it->fuzzy = false;
        it->form_count = it->plural != NULL ? 2 : 1;
        for (int form = 0; form < it->form_count; form++) {
            text_clear(&out);
            language_pseudo(form > 0 ? it->plural : it->text, right_to_left, &out);
            it->to[form] = arena_string(&catalogue->arena, text_str(&out));
        }
    }
    text_deinit(&out);
}
