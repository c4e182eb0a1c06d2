// Files through POSIX: the only file of base that touches the system. Writing goes by way of a
// second file and a rename, and reaches the disk before it counts. Knows no scenario and no save.
#define _XOPEN_SOURCE 700 // POSIX 2008, and realpath

#include "base/file.h"

#include "base/arena.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Fills err for `path` with what was tried and what the system said.
static bool fail(Err *err, ErrKind kind, const char *path, const char *what, int code)
{
    err_set(err, kind, "%s: %s", what, strerror(code));
    return err_at(err, path, 0, 0);
}

// ---- reading
// ------------------------------------------------------------------------------------------

static bool check_readable(int fd, const char *path, size_t limit, size_t *size, Err *err)
{
    struct stat info;
    if (fstat(fd, &info) != 0) {
        return fail(err, ERR_INPUT, path, "cannot read the file", errno);
    }
    if (!S_ISREG(info.st_mode)) {
        err_set(err, ERR_INPUT,
                S_ISDIR(info.st_mode) ? "this is a folder, not a file"
                                      : "this is not a regular file");
        return err_at(err, path, 0, 0);
    }
    if (info.st_size < 0 || (unsigned long long)info.st_size > limit) {
        err_set(err, ERR_INPUT, "the file is too large: %lld bytes, at most %zu are read",
                (long long)info.st_size, limit);
        return err_at(err, path, 0, 0);
    }
    *size = (size_t)info.st_size;
    return true;
}

bool file_read(const char *path, size_t limit, char **out, size_t *size, Err *err)
{
    // Not blocking: opening a named pipe would wait for a writer.
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return fail(err, ERR_INPUT, path, "cannot open the file", errno);
    }
    size_t expected = 0;
    if (!check_readable(fd, path, limit, &expected, err)) {
        close(fd);
        return false;
    }
    // One byte more than expected: if it is filled, the file is growing under us.
    char *data = mem_alloc(expected + 2);
    size_t length = 0;
    ssize_t got = 1;
    while (got != 0 && length <= expected) {
        got = read(fd, data + length, expected + 1 - length);
        if (got < 0 && errno != EINTR) {
            fail(err, ERR_INPUT, path, "cannot read the file", errno);
            mem_free(data);
            close(fd);
            return false;
        }
        length += got > 0 ? (size_t)got : 0;
    }
    close(fd);
    if (length > expected) {
        mem_free(data);
        err_set(err, ERR_INPUT, "the file grew while it was read");
        err_fix(err, "try again when nothing writes to it");
        return err_at(err, path, 0, 0);
    }
    data[length] = '\0';
    *out = data;
    *size = length;
    return true;
}

// ---- writing
// ------------------------------------------------------------------------------------------

static bool write_all(int fd, const char *data, size_t size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t n = write(fd, data + done, size - done);
        if (n < 0 && errno != EINTR) {
            return false;
        }
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

// Writes and closes; on false errno tells why. Whatever happens the descriptor is closed.
static bool write_and_close(int fd, const char *data, size_t size, bool flush)
{
    bool written = write_all(fd, data, size) && (!flush || fsync(fd) == 0);
    int code = errno;
    if (close(fd) != 0 && written) {
        return false;
    }
    errno = code;
    return written;
}

// The rename itself reaches the disk with the folder. Not every file system can flush a folder, and
// the new content is already safe, so a failure here is none of the caller's.
static void flush_folder_of(const char *path)
{
    char *folder = mem_string(path);
    char *slash = strrchr(folder, '/');
    const char *name = ".";
    if (slash != NULL) {
        slash[slash == folder ? 1 : 0] = '\0';
        name = folder;
    }
    int fd = open(name, O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    mem_free(folder);
}

static bool write_device(const char *path, const char *data, size_t size, Err *err)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0 || !write_and_close(fd, data, size, false)) {
        return fail(err, ERR_SYSTEM, path, "cannot write", errno);
    }
    return true;
}

bool file_write(const char *path, const char *data, size_t size, Err *err)
{
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode)) {
        if (S_ISDIR(info.st_mode)) {
            return fail(err, ERR_SYSTEM, path, "cannot write the file", EISDIR);
        }
        return write_device(path, data, size, err); // never rename over /dev/stdout
    }

    Text beside = { .data = NULL };
    text_addf(&beside, "%s.new", path);
    bool written = false;
    int fd = open(beside.data, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) {
        fail(err, ERR_SYSTEM, path, "cannot write the file", errno);
        goto done;
    }
    written = write_and_close(fd, data, size, true) && rename(beside.data, path) == 0;
    if (written) {
        flush_folder_of(path);
    } else {
        int code = errno;
        unlink(beside.data);
        fail(err, ERR_SYSTEM, path, "cannot write the file, what was there is kept", code);
    }
done:
    text_deinit(&beside);
    return written;
}

// ---- folders
// ------------------------------------------------------------------------------------------

bool file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

bool file_is_inside(const char *path, const char *folder)
{
    char *file = realpath(path, NULL);
    char *parent = realpath(folder, NULL);
    if (parent != NULL && !file_is_folder(parent)) {
        *strrchr(parent, '/') = '\0';
    }
    size_t n = parent == NULL ? 0 : strlen(parent);
    n -= n == 1; // "/": the slash behind it is its own
    bool inside = file == NULL || (parent != NULL && strncmp(file, parent, n) == 0 && file[n] == '/');
    free(file);
    free(parent);
    return inside;
}

bool file_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_make_folders(const char *path, Err *err)
{
    char *partial = mem_string(path);
    int code = 0; // the first reason is the one to tell: those after it only follow from it
    for (char *slash = partial[0] != '\0' ? strchr(partial + 1, '/') : NULL; slash != NULL;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(partial, 0700) != 0 && errno != EEXIST && code == 0) {
            code = errno;
        }
        *slash = '/';
    }
    if (mkdir(partial, 0700) != 0 && code == 0) {
        code = errno == EEXIST ? ENOTDIR : errno;
    }
    mem_free(partial);
    return file_is_folder(path) || fail(err, ERR_SYSTEM, path, "cannot make the folder", code);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool file_list(const char *folder, FileList *out, Err *err)
{
    DIR *dir = opendir(folder);
    if (dir == NULL) {
        return fail(err, ERR_INPUT, folder, "cannot open the folder", errno);
    }
    FileList list = { .names = NULL, .count = 0 };
    size_t capacity = 0;
    errno = 0;
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            if ((size_t)list.count == capacity) {
                capacity = capacity > 0 ? capacity * 2 : 16;
                list.names = mem_grow(list.names, capacity * sizeof *list.names);
            }
            list.names[list.count++] = mem_string(entry->d_name);
        }
        errno = 0;
    }
    int code = errno;
    closedir(dir);
    if (code != 0) {
        file_list_free(&list);
        return fail(err, ERR_INPUT, folder, "cannot read the folder", code);
    }
    if (list.count > 1) {
        qsort(list.names, (size_t)list.count, sizeof *list.names, compare_names);
    }
    *out = list;
    return true;
}

void file_list_free(FileList *list)
{
    for (int i = 0; i < list->count; i++) {
        mem_free(list->names[i]);
    }
    mem_free(list->names);
    *list = (FileList){ .names = NULL, .count = 0 };
}
