// A short table. Languages that are not in it are written from the left and called by their tag.
#include "base/tongue.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

typedef struct Tongue {
    const char *tag, *name;
    bool right_to_left;
} Tongue;

static const Tongue tongues[] = {
    { "ar", "العربية", true },        { "bg", "Български", false },
    { "bn", "বাংলা", false },         { "ca", "Català", false },
    { "ckb", "کوردی", true },         { "cs", "Čeština", false },
    { "da", "Dansk", false },         { "de", "Deutsch", false },
    { "el", "Ελληνικά", false },      { "en", "English", false },
    { "es", "Español", false },       { "et", "Eesti", false },
    { "eu", "Euskara", false },       { "fa", "فارسی", true },
    { "fi", "Suomi", false },         { "fr", "Français", false },
    { "ga", "Gaeilge", false },       { "gl", "Galego", false },
    { "he", "עברית", true },          { "hi", "हिन्दी", false },
    { "hr", "Hrvatski", false },      { "hu", "Magyar", false },
    { "hy", "Հայերեն", false },       { "id", "Bahasa Indonesia", false },
    { "is", "Íslenska", false },      { "it", "Italiano", false },
    { "ja", "日本語", false },        { "ka", "ქართული", false },
    { "ko", "한국어", false },        { "lt", "Lietuvių", false },
    { "lv", "Latviešu", false },      { "mr", "मराठी", false },
    { "nb", "Norsk bokmål", false },  { "nl", "Nederlands", false },
    { "nn", "Norsk nynorsk", false }, { "pl", "Polski", false },
    { "ps", "پښتو", true },           { "pt", "Português", false },
    { "ro", "Română", false },        { "ru", "Русский", false },
    { "sk", "Slovenčina", false },    { "sl", "Slovenščina", false },
    { "sr", "Српски", false },        { "sv", "Svenska", false },
    { "ta", "தமிழ்", false },          { "th", "ไทย", false },
    { "tr", "Türkçe", false },        { "ug", "ئۇيغۇرچە", true },
    { "uk", "Українська", false },    { "ur", "اردو", true },
    { "vi", "Tiếng Việt", false },    { "yi", "ייִדיש", true },
    { "zh", "中文", false },
};

// The entry whose tag is what stands before the first separator.
static const Tongue *tongue_of(const char *tag)
{
    size_t n = strcspn(tag, "-_@.");
    for (size_t i = 0; i < sizeof tongues / sizeof *tongues; i++) {
        if (strlen(tongues[i].tag) == n && strncmp(tongues[i].tag, tag, n) == 0) {
            return &tongues[i];
        }
    }
    return NULL;
}

bool tongue_right_to_left(const char *tag)
{
    const Tongue *it = tongue_of(tag);
    return it != NULL ? it->right_to_left : strcmp(tag, "pseudo-rtl") == 0;
}

const char *tongue_name(const char *tag)
{
    const Tongue *it = tongue_of(tag);
    return it != NULL ? it->name : tag;
}

const char *tongue_quotes(const char *tag)
{
    static const char *const marks[][2] = {
        { "ar", "«{1}»" }, { "ca", "«{1}»" }, { "cs", "„{1}“" }, { "da", "»{1}«" },
        { "de", "„{1}“" }, { "el", "«{1}»" }, { "en", "“{1}”" }, { "es", "“{1}”" },
        { "fa", "«{1}»" }, { "fi", "”{1}”" }, { "fr", "«\u00a0{1}\u00a0»" },
        { "it", "«{1}»" }, { "nb", "«{1}»" }, { "nl", "“{1}”" }, { "nn", "«{1}»" },
        { "pl", "„{1}”" }, { "pt", "“{1}”" }, { "ro", "„{1}”" }, { "ru", "«{1}»" },
        { "sk", "„{1}“" }, { "sv", "”{1}”" }, { "tr", "“{1}”" }, { "uk", "«{1}»" },
    };
    size_t n = strcspn(tag, "-_@.");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (strlen(marks[i][0]) == n && strncmp(marks[i][0], tag, n) == 0) {
            return marks[i][1];
        }
    }
    return NULL;
}

bool tongue_of_locale(const char *locale, char *out, int size)
{
    size_t n = strcspn(locale, ".@");
    bool none = n == 0 || (n == 1 && locale[0] == 'C') || strncmp(locale, "POSIX", 5) == 0;
    if (none || n >= (size_t)size) {
        return false;
    }
    snprintf(out, (size_t)size, "%.*s", (int)n, locale);
    return true;
}
