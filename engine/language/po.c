// Reads .po files: the format of gettext's manual ("The Format of PO Files"), in UTF-8 only. Any bytes
// give a catalogue or a message with its line.
#include "language/catalogue.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

typedef enum Field {
    FIELD_NONE,
    FIELD_CONTEXT,
    FIELD_TEXT,
    FIELD_PLURAL,
    FIELD_EARLIER_CONTEXT, // "#| msgctxt"
    FIELD_EARLIER_TEXT,    // "#| msgid"
    FIELD_TO
} Field;

typedef struct Reader {
    LanguageCatalogue *catalogue;
    const char *name;
    const char *at, *end;
    int line;
    Text parts[FIELD_TO + PLURAL_FORMS_MAX]; // by Field; FIELD_TO + form
    bool given[FIELD_TO + PLURAL_FORMS_MAX];
    int field;   // what a bare string goes on with
    int earlier; // what one behind "#|" goes on with
    int entry_line;
    bool fuzzy, format;
    Err *err;
} Reader;

static bool wrong(const Reader *r, int line, const char *message, const char *fix)
{
    err_set(r->err, ERR_INPUT, "%s", message);
    err_fix(r->err, "%s", fix);
    return err_at(r->err, r->name, line, 0);
}

// ---- one entry ----------------------------------------------------------------------------------

static const char *part(const Reader *r, int field)
{
    return r->given[field] ? text_str(&r->parts[field]) : NULL;
}

static void clear(Reader *r)
{
    for (int i = 0; i < FIELD_TO + PLURAL_FORMS_MAX; i++) {
        text_clear(&r->parts[i]);
        r->given[i] = false;
    }
    r->field = r->earlier = FIELD_NONE;
    r->fuzzy = r->format = false;
}

// The value of "Key: value\n" in the header, into out.
static bool header_value(const char *header, const char *key, char *out, size_t size)
{
    for (const char *line = header; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        size_t n = strlen(key);
        if (length > n && strncmp(line, key, n) == 0 && line[n] == ':') {
            const char *value = line + n + 1 + strspn(line + n + 1, " \t");
            snprintf(out, size, "%.*s", (int)(length - (size_t)(value - line)), value);
            return true;
        }
        line += length + (line[length] == '\n');
    }
    return false;
}

static bool read_header(Reader *r, const char *header)
{
    char value[PLURAL_SIZE + 60] = "";
    if (header_value(header, "Content-Type", value, sizeof value)) {
        const char *charset = strstr(value, "charset=");
        bool good = charset == NULL || strncmp(charset + 8, "UTF-8", 5) == 0 ||
                    strncmp(charset + 8, "utf-8", 5) == 0 ||
                    strncmp(charset + 8, "CHARSET", 7) == 0;
        if (!good) {
            return wrong(r, r->entry_line, "the header says another charset than UTF-8",
                         "convert it: msgconv -t UTF-8 -o NEW.po OLD.po");
        }
    }
    if (header_value(header, "Language", value, sizeof value) && language_is_tag(value)) {
        snprintf(r->catalogue->tag, sizeof r->catalogue->tag, "%.24s", value);
    }
    const char *why = NULL;
    if (header_value(header, "Plural-Forms", value, sizeof value) &&
        strstr(value, "INTEGER") == NULL && // as a template has it
        !language_plural_read(value, &r->catalogue->plural, &why)) {
        char message[200];
        snprintf(message, sizeof message, "Plural-Forms cannot be used: %s", why);
        return wrong(r, r->entry_line, message,
                     "take the line that msginit writes for this language");
    }
    return true;
}

static bool check_forms(const Reader *r, int forms)
{
    bool plural = r->given[FIELD_PLURAL];
    for (int i = 0; i < PLURAL_FORMS_MAX; i++) {
        bool wanted = i < forms;
        if (r->given[FIELD_TO + i] && (i > 0 || plural) && !wanted) {
            return wrong(r, r->entry_line, "this entry has more forms than Plural-Forms says",
                         "write msgstr[0] up to one less than nplurals");
        }
    }
    return true;
}

static bool finish_entry(Reader *r)
{
    const char *text = part(r, FIELD_TEXT);
    if (text == NULL) {
        if (r->given[FIELD_CONTEXT]) {
            return wrong(r, r->entry_line, "msgctxt without a msgid",
                         "write msgid and msgstr below it");
        }
        clear(r);
        return true;
    }
    if (!r->given[FIELD_TO]) {
        return wrong(r, r->entry_line, "msgid without a msgstr",
                     "write msgstr \"\" below it: empty is not translated yet");
    }
    if (text[0] == '\0' && !r->given[FIELD_CONTEXT]) {
        bool good = read_header(r, part(r, FIELD_TO));
        clear(r);
        return good;
    }
    int forms = r->given[FIELD_PLURAL] ? r->catalogue->plural.forms : 1;
    if (!check_forms(r, forms)) {
        return false;
    }
    LanguageEntry entry = { .context = r->given[FIELD_CONTEXT] ? part(r, FIELD_CONTEXT) : "",
                            .text = text,
                            .plural = part(r, FIELD_PLURAL),
                            .earlier_context = part(r, FIELD_EARLIER_CONTEXT),
                            .earlier_text = part(r, FIELD_EARLIER_TEXT),
                            .form_count = forms,
                            .fuzzy = r->fuzzy,
                            .format = r->format,
                            .line = r->entry_line };
    for (int i = 0; i < forms; i++) {
        entry.to[i] = part(r, FIELD_TO + i);
    }
    if (r->catalogue->count == LANGUAGE_ENTRIES_MAX) {
        return wrong(r, r->entry_line, "the file has more than 60,000 entries", "split it");
    }
    if (language_add(r->catalogue, &entry) == NULL) {
        return wrong(r, r->entry_line, "this entry is in the file twice",
                     "msguniq finds and joins such entries");
    }
    clear(r);
    return true;
}

// ---- lines --------------------------------------------------------------------------------------

// -1: more than a byte holds.
static int octal(const char **at)
{
    int value = 0;
    for (int i = 0; i < 3 && **at >= '0' && **at <= '7'; i++) {
        value = value * 8 + *(*at)++ - '0';
    }
    return value <= 0xFF ? value : -1;
}

// The character behind a backslash, at *at; -1 where there is none of that name.
static int escaped(const char **at)
{
    static const char names[] = "ntr\"\\";
    static const char values[] = "\n\t\r\"\\";
    if (**at >= '0' && **at <= '7') {
        return octal(at);
    }
    const char *found = **at == '\0' ? NULL : strchr(names, **at);
    (*at)++;
    return found == NULL ? -1 : values[found - names];
}

static bool is_control(const char *s)
{
    unsigned char c = (unsigned char)s[0];
    bool c1 = c == 0xC2u && (unsigned char)s[1] < 0xA0u; // U+0080 to U+009F
    bool turns = c == 0xE2u &&
                 (unsigned char)s[1] == 0x80u && // U+202A to U+202E: all behind them, too
                 (unsigned char)s[2] >= 0xAAu && (unsigned char)s[2] <= 0xAEu;
    return (c < 0x20u && c != '\n' && c != '\t') || c == 0x7Fu || c1 || turns;
}

// A string in quotes from `at` to the end of the line, added to out.
static bool read_string(Reader *r, const char *at, Text *out)
{
    at += strspn(at, " \t");
    if (*at != '"') {
        return wrong(r, r->line, "here belongs a text in quotes", "write \"…\"");
    }
    at++;
    size_t from = out->length;
    while (*at != '"') {
        if (*at == '\0') {
            return wrong(r, r->line, "the quote is not closed in its line",
                         "end the line with \"; a text can go on in a string of its own below");
        }
        int c = (unsigned char)*at++;
        if (c == '\\' && (c = escaped(&at)) <= 0) {
            return wrong(r, r->line, "a backslash before a character that has no such meaning",
                         "write \\n, \\\", \\\\, and other letters as they are");
        }
        text_add_char(out, (char)c);
    }
    at += 1 + strspn(at + 1, " \t");
    if (*at != '\0') {
        return wrong(r, r->line, "something stands behind the closing quote",
                     "a quote inside a text is written \\\"");
    }
    const char *added = text_str(out) + from;
    for (const char *s = added; *s != '\0'; s++) {
        if (is_control(s)) {
            return wrong(r, r->line, "a control character in a text",
                         "take it out; a terminal would take it as a command");
        }
    }
    // The added part alone: a text of very many strings must not be read over and over.
    if (out->length > LANGUAGE_TEXT_MAX || !utf8_valid(added, out->length - from, NULL)) {
        return wrong(r, r->line, "a text that is longer than 16,384 bytes, or not UTF-8",
                     "mend it");
    }
    return true;
}

// A new entry begins with a comment, a msgctxt, or a msgid that does not follow one.
static bool begin_if_done(Reader *r)
{
    if (r->given[FIELD_TO] && !finish_entry(r)) {
        return false;
    }
    if (!r->given[FIELD_CONTEXT] && !r->given[FIELD_TEXT]) {
        r->entry_line = r->line;
    }
    return true;
}

static bool begin_field(Reader *r, int field, const char *rest)
{
    bool starts = field == FIELD_CONTEXT || field == FIELD_TEXT;
    if (starts && !begin_if_done(r)) {
        return false;
    }
    if (r->given[field]) {
        return wrong(r, r->line, "this stands twice in one entry",
                     "leave a blank line between entries");
    }
    bool before = field == FIELD_CONTEXT  ? !r->given[FIELD_TEXT]
                  : field == FIELD_PLURAL ? r->given[FIELD_TEXT] && !r->given[FIELD_TO]
                  : field >= FIELD_TO     ? r->given[FIELD_TEXT]
                                          : true;
    if (!before) {
        return wrong(r, r->line, "this does not stand in its place",
                     "the order is msgctxt, msgid, msgid_plural, msgstr");
    }
    r->given[field] = true;
    r->field = field;
    return read_string(r, rest, &r->parts[field]);
}

static bool starts_with(const char *line, const char *word)
{
    size_t n = strlen(word);
    return strncmp(line, word, n) == 0 && (line[n] == ' ' || line[n] == '\t' || line[n] == '"');
}

// What stands behind "#|": of what a fuzzy entry was a translation. It is a comment: what is wrong in it
// is no mistake.
static void read_earlier(Reader *r, const char *line)
{
    Err ignored;
    Err *err = r->err;
    line += strspn(line, " \t");
    bool context = starts_with(line, "msgctxt");
    bool text = starts_with(line, "msgid");
    bool more = *line == '"' && r->earlier != FIELD_NONE;
    r->earlier = context ? FIELD_EARLIER_CONTEXT
                 : text  ? FIELD_EARLIER_TEXT
                 : more  ? r->earlier
                         : 0;
    if (r->earlier == FIELD_NONE) {
        return;
    }
    Text *out = &r->parts[r->earlier];
    if (!more) {
        text_clear(out);
    }
    r->err = &ignored;
    r->given[r->earlier] = read_string(r, line + (context ? 7 : text ? 5 : 0), out);
    r->earlier = r->given[r->earlier] ? r->earlier : FIELD_NONE;
    r->err = err;
}

static bool comment(Reader *r, const char *line)
{
    if (line[1] == '~') {
        return true; // an old entry that is kept
    }
    if (r->given[FIELD_TO] && !finish_entry(r)) {
        return false;
    }
    if (line[1] == '|') {
        read_earlier(r, line + 2);
    }
    if (line[1] == ',') {
        r->fuzzy = r->fuzzy || strstr(line, "fuzzy") != NULL;
        r->format =
            r->format || (strstr(line, "c-format") != NULL && strstr(line, "no-c-format") == NULL);
    }
    return true;
}

static bool read_line(Reader *r, const char *line)
{
    line += strspn(line, " \t");
    if (line[0] == '\0') {
        return true;
    }
    if (line[0] == '#') {
        return comment(r, line);
    }
    if (line[0] == '"') {
        return r->field != FIELD_NONE ? read_string(r, line, &r->parts[r->field])
                                      : wrong(r, r->line, "a text that belongs to nothing",
                                              "write msgid or msgstr before it");
    }
    if (starts_with(line, "msgctxt")) {
        return begin_field(r, FIELD_CONTEXT, line + 7);
    }
    if (starts_with(line, "msgid_plural")) {
        return begin_field(r, FIELD_PLURAL, line + 12);
    }
    if (starts_with(line, "msgid")) {
        return begin_field(r, FIELD_TEXT, line + 5);
    }
    if (starts_with(line, "msgstr")) {
        return r->given[FIELD_PLURAL]
                   ? wrong(r, r->line, "an entry with msgid_plural has msgstr[0], msgstr[1] …",
                           "write msgstr[0]")
                   : begin_field(r, FIELD_TO, line + 6);
    }
    bool form =
        strncmp(line, "msgstr[", 7) == 0 && line[7] >= '0' && line[7] <= '9' && line[8] == ']';
    if (form && line[7] - '0' < PLURAL_FORMS_MAX && r->given[FIELD_PLURAL]) {
        return begin_field(r, FIELD_TO + line[7] - '0', line + 9);
    }
    return wrong(r, r->line, "a line that a .po file does not have",
                 "lines begin with #, msgctxt, msgid, msgid_plural, msgstr or \"");
}

static bool read_all(Reader *r)
{
    Text line = { 0 };
    bool good = true;
    while (good && r->at < r->end) {
        const char *stop = memchr(r->at, '\n', (size_t)(r->end - r->at));
        size_t length = (size_t)((stop == NULL ? r->end : stop) - r->at);
        r->line++;
        text_clear(&line);
        text_add_n(&line, r->at, length > 0 && r->at[length - 1] == '\r' ? length - 1 : length);
        good = read_line(r, text_str(&line));
        r->at += length + (stop != NULL);
    }
    text_deinit(&line);
    return good && (r->entry_line = r->entry_line > 0 ? r->entry_line : 1, finish_entry(r));
}

static bool check_bytes(Reader *r, const char *data, size_t size)
{
    if (size > LANGUAGE_FILE_MAX) {
        return wrong(r, 0, "the file is larger than 8 MB", "a .po file holds one scenario's texts");
    }
    size_t bad = 0;
    if (!utf8_valid(data, size, &bad)) {
        int line = 1;
        for (size_t i = 0; i < bad; i++) {
            line += data[i] == '\n';
        }
        return wrong(r, line, "the file is not UTF-8 text",
                     "save it as UTF-8, or: msgconv -t UTF-8 -o NEW.po OLD.po");
    }
    return true;
}

LanguageCatalogue *language_read(const char *name, const char *data, size_t size, Err *err)
{
    Err ignored;
    Reader r = { .name = name, .err = err == NULL ? &ignored : err };
    if (!check_bytes(&r, data, size)) {
        return NULL;
    }
    bool mark = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0;
    r.at = data + (mark ? 3 : 0);
    r.end = data + size;
    r.catalogue = language_new();
    r.catalogue->mark = mark;
    bool good = read_all(&r);
    for (int i = 0; i < FIELD_TO + PLURAL_FORMS_MAX; i++) {
        text_deinit(&r.parts[i]);
    }
    if (!good) {
        language_free(r.catalogue);
        return NULL;
    }
    return r.catalogue;
}
