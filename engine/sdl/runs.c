// Latin text in one of the frame's fonts is a run at once. For all else each letter says which face and
// script it wants; signs without a script of their own go with what stands before them.
#include "sdl/runs.h"

#include "base/text.h"
#include "view/order.h"

#include <string.h>

typedef struct ScriptRange {
    uint32_t first, last;
    const char *script; // ISO 15924
} ScriptRange;

// Those that need shaping, or rules of their own; the others are set letter by letter ("Zzzz").
static const ScriptRange scripts[] = {
    { 0x0590, 0x05FF, "Hebr" }, { 0x0600, 0x06FF, "Arab" }, { 0x0700, 0x074F, "Syrc" },
    { 0x0750, 0x077F, "Arab" }, { 0x0780, 0x07BF, "Thaa" }, { 0x07C0, 0x07FF, "Nkoo" },
    { 0x08A0, 0x08FF, "Arab" }, { 0x0900, 0x097F, "Deva" }, { 0x0980, 0x09FF, "Beng" },
    { 0x0A00, 0x0A7F, "Guru" }, { 0x0A80, 0x0AFF, "Gujr" }, { 0x0B00, 0x0B7F, "Orya" },
    { 0x0B80, 0x0BFF, "Taml" }, { 0x0C00, 0x0C7F, "Telu" }, { 0x0C80, 0x0CFF, "Knda" },
    { 0x0D00, 0x0D7F, "Mlym" }, { 0x0D80, 0x0DFF, "Sinh" }, { 0x0E00, 0x0E7F, "Thai" },
    { 0x0E80, 0x0EFF, "Laoo" }, { 0x0F00, 0x0FFF, "Tibt" }, { 0x1000, 0x109F, "Mymr" },
    { 0x1100, 0x11FF, "Hang" }, { 0x1780, 0x17FF, "Khmr" }, { 0x1800, 0x18AF, "Mong" },
    { 0x3040, 0x309F, "Hira" }, { 0x30A0, 0x30FF, "Kana" }, { 0x3400, 0x9FFF, "Hani" },
    { 0xA8E0, 0xA8FF, "Deva" }, { 0xAC00, 0xD7FF, "Hang" }, { 0xFB1D, 0xFB4F, "Hebr" },
    { 0xFB50, 0xFDFF, "Arab" }, { 0xFE70, 0xFEFF, "Arab" }, { 0x20000, 0x3FFFF, "Hani" },
};

static const char *script_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts && scripts[i].first <= c; i++) {
        if (c <= scripts[i].last) {
            return scripts[i].script;
        }
    }
    return "Zzzz";
}

// Spaces, punctuation, joiners and marks: they take face and script of the letter before.
static bool is_common(uint32_t c)
{
    bool ascii =
        c < 0x80 && !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    return ascii || (c >= 0xA0 && c <= 0xBF) || (c >= 0x300 && c <= 0x36F) ||
           (c >= 0x2000 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F);
}

// Not seen: no font needs to have them.
static bool is_unseen(uint32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xAD;
}

// Only letters that every font of the frame has, and no figures that are set apart.
static bool is_plain(FrameFont font, const char *text, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0x80 || (font < FONT_UI && c >= '0' && c <= '9')) {
            return false;
        }
    }
    return true;
}

// ---- letters ------------------------------------------------------------------------------------

typedef struct Letter {
    uint32_t c;
    int16_t from;
    int16_t face; // -1: not known yet
    const char *script;
} Letter;

static int read_letters(const char *text, size_t bytes, Letter *letters)
{
    int n = 0;
    for (size_t at = 0; at < bytes;) {
        int length = 0;
        uint32_t c = utf8_next(text + at, &length);
        if (length <= 0) {
            break;
        }
        letters[n++] = (Letter){ c, (int16_t)at, -1, NULL };
        at += (size_t)length;
    }
    return n;
}

static void take(Letter *letter, const Letter *from)
{
    letter->face = from->face;
    letter->script = from->script;
}

static bool can_take(Faces *faces, const Letter *letter, const Letter *from)
{
    return from->face >= 0 && (is_unseen(letter->c) || faces_has(faces, from->face, letter->c));
}

static void choose_faces(Faces *faces, FrameFont font, Letter *letters, int count)
{
    for (int i = 0; i < count; i++) {
        Letter *it = &letters[i];
        if (!is_common(it->c)) {
            it->face = (int16_t)faces_for(faces, font, it->c);
            it->script = script_of(it->c);
        } else if (i > 0 && can_take(faces, it, it - 1)) {
            take(it, it - 1);
        }
    }
    for (int i = 0; i + 1 < count;
         i++) { // a space between two scripts: from the one that is shaped
        if (letters[i].c == ' ' && letters[i].face >= 0 && letters[i + 1].face >= 0 &&
            strcmp(letters[i].script, "Zzzz") == 0 &&
            can_take(faces, &letters[i], &letters[i + 1])) {
            take(&letters[i], &letters[i + 1]);
        }
    }
    for (int i = count - 1; i >= 0; i--) { // at the beginning: from what follows
        Letter *it = &letters[i];
        if (it->face >= 0) {
            continue;
        }
        if (i + 1 < count && can_take(faces, it, it + 1)) {
            take(it, it + 1);
        } else {
            it->face = (int16_t)(is_unseen(it->c) ? (int)font : faces_for(faces, font, it->c));
            it->script = "Zzzz";
        }
    }
}

// ---- runs ---------------------------------------------------------------------------------------

static int first_letter(const Letter *letters, int count, int from)
{
    int i = 0;
    while (i < count && letters[i].from < from) {
        i++;
    }
    return i;
}

// The runs of one direction: `part` of the text. From right to left the last one comes first.
static int add_part(const Letter *letters, int count, const OrderRun *part, Run *runs, int made)
{
    bool right = (part->level & 1u) != 0;
    int first = made;
    int end = part->from + part->bytes;
    for (int i = first_letter(letters, count, part->from); i < count && letters[i].from < end;
         i++) {
        bool same = made > first && runs[made - 1].face == letters[i].face &&
                    strcmp(runs[made - 1].script, letters[i].script) == 0;
        if (!same && made < RUNS_MOST) {
            runs[made] =
                (Run){ .from = letters[i].from, .face = letters[i].face, .from_right = right };
            memcpy(runs[made].script, letters[i].script, 5);
            made++;
        }
        int next = i + 1 < count ? letters[i + 1].from : end;
        runs[made - 1].bytes = (next < end ? next : end) - runs[made - 1].from;
    }
    for (int i = first, j = made - 1; right && i < j; i++, j--) {
        Run run = runs[i];
        runs[i] = runs[j];
        runs[j] = run;
    }
    return made;
}

int runs_of(Faces *faces, FrameFont font, const char *text, size_t bytes, bool from_right,
            Run runs[RUNS_MOST])
{
    if (bytes == 0 || bytes >= RUNS_TEXT_SIZE) {
        return 0;
    }
    if (is_plain(font, text, bytes) && !from_right) {
        runs[0] = (Run){ .bytes = (int)bytes, .face = (int)font, .script = "Zzzz" };
        return 1;
    }
    Letter letters[RUNS_TEXT_SIZE];
    OrderRun order[RUNS_MOST];
    int count = read_letters(text, bytes, letters);
    int parts = 1;
    order[0] = (OrderRun){ 0, (int)bytes, 0 };
    if (from_right || order_has_right(text, bytes)) {
        parts = order_runs(text, bytes, from_right, order, RUNS_MOST);
    }
    choose_faces(faces, font, letters, count);
    int made = 0;
    for (int i = 0; i < parts && made < RUNS_MOST; i++) {
        made = add_part(letters, count, &order[i], runs, made);
    }
    return made;
}
