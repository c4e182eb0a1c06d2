// A header of 512 bytes before each file, numbers in octal, everything filled up to 512 bytes.
// The format: IEEE Std 1003.1, pax, "ustar Interchange Format".
#include "base/tar.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 512, NAME = 100, MODE = 100, SIZE = 124, SIZE_DIGITS = 11, SUM = 148, TYPE = 156 };
enum { LINK = 157, MAGIC = 257, PREFIX = 345, PREFIX_SIZE = 155 };

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '/';
}

const char *tar_name_wrong(const char *name)
{
    if (name[0] == '\0' || name[0] == '/') {
        return "is empty or begins with /";
    }
    for (const char *part = name;;) {
        size_t n = strcspn(part, "/");
        if (n == 0 || part[0] == '.') {
            return "has an empty part, or one that begins with a dot";
        }
        for (size_t i = 0; i < n; i++) {
            if (!is_plain(part[i])) {
                return "has other characters than letters, digits, - _ and .";
            }
        }
        if (part[n] == '\0') {
            return NULL;
        }
        part += n + 1;
    }
}

static unsigned sum_of(const char *header)
{
    unsigned sum = 0;
    for (int i = 0; i < BLOCK; i++) {
        sum += i >= SUM && i < SUM + 8 ? ' ' : (unsigned char)header[i];
    }
    return sum;
}

// ---- writing ------------------------------------------------------------------------------------

static void fill_up(Text *archive)
{
    static const char zeros[BLOCK];
    text_add_n(archive, zeros, (BLOCK - archive->length % BLOCK) % BLOCK);
}

void tar_add(Text *archive, const char *name, const char *data, size_t size)
{
    char header[BLOCK] = "";
    assert(tar_name_wrong(name) == NULL && strlen(name) <= TAR_NAME_MAX && size < 1u << 30);
    memcpy(header, name, strlen(name));
    memcpy(header + MODE, "0000644\0000000000\0000000000", 24); // mode, user, group
    snprintf(header + SIZE, 12, "%011o", (unsigned)size);
    memcpy(header + SIZE + 12, "00000000000", 11); // the time: none
    header[TYPE] = '0';
    memcpy(header + MAGIC, "ustar\00000", 8);
    snprintf(header + SUM, 8, "%06o", sum_of(header));
    header[SUM + 7] = ' ';
    text_add_n(archive, header, BLOCK);
    text_add_n(archive, data, size);
    fill_up(archive);
}

void tar_end(Text *archive)
{
    static const char zeros[2 * BLOCK];
    text_add_n(archive, zeros, sizeof zeros);
}

// ---- reading ------------------------------------------------------------------------------------

static bool wrong(Err *err, const char *message)
{
    err_set(err, ERR_INPUT, "%s", message);
    return err_fix(err, "it may have been cut on its way: get it again");
}

// Octal digits, with spaces or NUL around. False: something else, as the binary form of GNU tar.
static bool octal(const char *s, int n, size_t *out)
{
    int i = 0;
    *out = 0;
    while (i < n && s[i] == ' ') {
        i++;
    }
    int first = i;
    for (; i < n && s[i] >= '0' && s[i] <= '7'; i++) {
        *out = *out * 8 + (size_t)(s[i] - '0');
    }
    bool any = i > first;
    return any && (i == n || s[i] == ' ' || s[i] == '\0');
}

static bool is_end(const char *header)
{
    for (int i = 0; i < BLOCK; i++) {
        if (header[i] != '\0') {
            return false;
        }
    }
    return true;
}

static const char *kind_of(char type)
{
    switch (type) {
    case '1':
    case '2':
        return "a link";
    case '3':
    case '4':
    case '6':
        return "a device";
    case 'x':
    case 'g':
    case 'L':
    case 'K':
        return "a long name";
    default:
        return "something that is no file";
    }
}

static bool read_name(const char *header, char out[TAR_NAME_MAX + 1], Err *err)
{
    size_t n = 0;
    while (n < NAME && header[n] != '\0') {
        n++;
    }
    if (n == NAME || header[PREFIX] != '\0') {
        return wrong(err, "a name in it is longer than 99 bytes");
    }
    memcpy(out, header, n);
    out[n] = '\0';
    return true;
}

static bool read_header(TarReader *reader, TarFile *file, char *type, Err *err)
{
    const char *header = reader->data + reader->at;
    size_t sum = 0;
    if (memcmp(header + MAGIC, "ustar", 5) != 0) {
        return wrong(err, "this is not a package: it is no tar archive");
    }
    if (!octal(header + SUM, 8, &sum) || sum != sum_of(header)) {
        return wrong(err, "it is damaged: a checksum does not fit");
    }
    if (!read_name(header, file->name, err)) {
        return false;
    }
    if (!octal(header + SIZE, SIZE_DIGITS + 1, &file->size) ||
        file->size > reader->size - reader->at - BLOCK) {
        return wrong(err, "it is damaged: a file in it is longer than the archive");
    }
    *type = header[TYPE];
    file->data = header + BLOCK;
    reader->at += BLOCK + file->size;
    reader->at += (BLOCK - reader->at % BLOCK) % BLOCK;
    return true;
}

bool tar_next(TarReader *reader, TarFile *file, Err *err)
{
    char type = '5';
    *err = (Err){ .kind = ERR_NONE };
    while (type == '5') { // folders come with their files
        if (reader->at > reader->size || reader->size - reader->at < BLOCK) {
            return wrong(err, reader->size < BLOCK ? "this is not a package: it is no tar archive"
                                                   : "it is damaged: its end is missing");
        }
        if (is_end(reader->data + reader->at)) {
            return false;
        }
        if (!read_header(reader, file, &type, err)) {
            return false;
        }
    }
    if (type != '0' && type != '\0') {
        err_set(err, ERR_INPUT, "\"%.99s\" in it is %s, and a package holds plain files only",
                utf8_valid(file->name, strlen(file->name), NULL) ? file->name : "a file",
                kind_of(type));
        return err_fix(err, "do not trust it; ask its author for one made with plankwright pack");
    }
    const char *why = tar_name_wrong(file->name);
    if (why != NULL) {
        bool utf8 = utf8_valid(file->name, strlen(file->name), NULL);
        err_set(err, ERR_INPUT, "the name of a file in it %s: \"%.99s\"", why,
                utf8 ? file->name : "?");
        return err_fix(err, "do not trust it; ask its author for one made with plankwright pack");
    }
    return true;
}
