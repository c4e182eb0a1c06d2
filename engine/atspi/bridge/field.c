// What is written, as text with a caret: read by letter and word, followed by a screen reader, and written
// from there (a braille display's keys, dictation). ATK counts characters, the window bytes.
#define _POSIX_C_SOURCE 200809L
#include "node.h"

#include <string.h>

typedef struct Field {
    Node node;
} Field;

typedef struct FieldClass {
    AtkObjectClass parent_class; // a Node's adds nothing to it
} FieldClass;

static void text_init(AtkTextIface *iface);
static void editable_init(AtkEditableTextIface *iface);

G_DEFINE_TYPE_WITH_CODE(Field, field, node_get_type(),
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_TEXT, text_init)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_EDITABLE_TEXT, editable_init))

static void field_class_init(FieldClass *class)
{
    (void)class;
}

static void field_init(Field *field)
{
    (void)field;
}

static const char *text_of(void *object)
{
    const char *value = node_of(object)->now.value;
    return value != NULL ? value : "";
}

static gint length_of(void *object)
{
    return (gint)g_utf8_strlen(text_of(object), -1);
}

// The byte where that character begins, which may lie behind the end.
static gint byte_of(void *object, gint offset)
{
    const char *text = text_of(object);
    gint length = length_of(object);
    offset = offset < 0 || offset > length ? length : offset;
    return (gint)(g_utf8_offset_to_pointer(text, offset) - text);
}

// ---- reading ------------------------------------------------------------------------------------

static gchar *get_text(AtkText *text, gint start, gint end)
{
    gint from = byte_of(text, start), to = byte_of(text, end);
    return from < to ? g_strndup(text_of(text) + from, (gsize)(to - from)) : g_strdup("");
}

static gint get_character_count(AtkText *text)
{
    return length_of(text);
}

static gunichar get_character_at_offset(AtkText *text, gint offset)
{
    return offset >= 0 && offset < length_of(text)
               ? g_utf8_get_char(text_of(text) + byte_of(text, offset))
               : 0;
}

static gint get_caret_offset(AtkText *text)
{
    const Node *node = node_of(text);
    const char *value = text_of(text);
    gint bytes = (gint)strlen(value), caret = node->now.caret;
    return caret < 0 ? -1 : (gint)g_utf8_strlen(value, caret < bytes ? caret : bytes);
}

static bool is_space(AtkText *text, gint offset)
{
    return g_unichar_isspace(get_character_at_offset(text, offset));
}

// A letter, a word with the blanks behind it, or all: it is one line.
static gchar *get_string_at_offset(AtkText *text, gint offset, AtkTextGranularity granularity,
                                   gint *start, gint *end)
{
    gint length = length_of(text);
    *start = offset < 0 ? 0 : offset > length ? length : offset;
    *end = *start < length ? *start + 1 : length;
    if (granularity == ATK_TEXT_GRANULARITY_WORD) {
        while (*start > 0 && !(is_space(text, *start - 1) && !is_space(text, *start))) {
            (*start)--;
        }
        while (*end < length && !(is_space(text, *end - 1) && !is_space(text, *end))) {
            (*end)++;
        }
    } else if (granularity != ATK_TEXT_GRANULARITY_CHAR) {
        *start = 0;
        *end = length;
    }
    return get_text(text, *start, *end);
}

static gint get_n_selections(AtkText *text)
{
    (void)text;
    return 0;
}

// ---- writing ------------------------------------------------------------------------------------

static gboolean set_caret_offset(AtkText *text, gint offset)
{
    const AtspiHost *host = node_host(node_of(text));
    if (host == NULL) {
        return FALSE;
    }
    host->write(host->context, byte_of(text, offset), "");
    return TRUE;
}

// In pieces that fit, none of them cut inside of a character.
static void insert_text(AtkEditableText *text, const gchar *string, gint length, gint *position)
{
    const AtspiHost *host = node_host(node_of(text));
    gint bytes = length < 0 ? (gint)strlen(string) : (gint)strnlen(string, (gsize)length);
    gint caret = byte_of(text, *position);
    for (gint at = 0; host != NULL && at < bytes;) {
        char piece[ATSPI_TEXT];
        gint n = bytes - at < ATSPI_TEXT - 1 ? bytes - at : ATSPI_TEXT - 1;
        while (n > 0 && at + n < bytes && ((guchar)string[at + n] & 0xc0) == 0x80) {
            n--;
        }
        if (n == 0) {
            return; // that is no UTF-8
        }
        memcpy(piece, string + at, (gsize)n);
        piece[n] = '\0';
        host->write(host->context, caret + at, piece);
        *position += (gint)g_utf8_strlen(piece, -1);
        at += n;
    }
}

static void text_init(AtkTextIface *iface)
{
    iface->get_text = get_text;
    iface->get_character_count = get_character_count;
    iface->get_character_at_offset = get_character_at_offset;
    iface->get_caret_offset = get_caret_offset;
    iface->set_caret_offset = set_caret_offset;
    iface->get_string_at_offset = get_string_at_offset;
    iface->get_n_selections = get_n_selections;
}

static void editable_init(AtkEditableTextIface *iface)
{
    iface->insert_text = insert_text;
}

// ---- what has changed ---------------------------------------------------------------------------

static gsize common_start(const char *a, const char *b)
{
    gsize n = 0;
    while (a[n] != '\0' && a[n] == b[n]) {
        n++;
    }
    while (n > 0 && ((guchar)a[n] & 0xc0) == 0x80) { // to the start of a character
        n--;
    }
    return n;
}

static gsize common_end(const char *a, const char *b, gsize from)
{
    gsize n = 0, la = strlen(a) - from, lb = strlen(b) - from;
    const char *ea = a + from + la, *eb = b + from + lb;
    while (n < la && n < lb && ea[-1 - (gssize)n] == eb[-1 - (gssize)n]) {
        n++;
    }
    while (n > 0 && ((guchar)ea[-(gssize)n] & 0xc0) == 0x80) {
        n--;
    }
    return n;
}

static void emit(Node *node, const char *signal, gint at, const char *bytes, gsize count)
{
    if (count > 0) {
        char *part = g_strndup(bytes, count);
        g_signal_emit_by_name(node, signal, at, (gint)g_utf8_strlen(part, -1), part);
        g_free(part);
    }
}

void field_changed(Node *node, const char *before, int caret_before)
{
    const char *now = text_of(node);
    gsize start = common_start(before, now);
    gsize end = common_end(before, now, start);
    gint at = (gint)g_utf8_strlen(now, (gssize)start);
    emit(node, "text-remove", at, before + start, strlen(before) - start - end);
    emit(node, "text-insert", at, now + start, strlen(now) - start - end);
    if (node->now.caret >= 0 && (node->now.caret != caret_before || strcmp(before, now) != 0)) {
        g_signal_emit_by_name(node, "text-caret-moved", get_caret_offset(ATK_TEXT(node)));
    }
}
