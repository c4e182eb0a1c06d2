// Runs a fuzz target over files, with any compiler: each argument is a file or a folder of files.
// This is how the corpora are replayed under CTest; with clang and PLANKWRIGHT_FUZZ=ON libFuzzer
// stands here instead. Fails when there was nothing to run, so that a lost corpus is noticed.
#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool run_file(const char *path)
{
    Err err = { .kind = ERR_NONE };
    char *data = NULL;
    size_t size = 0;
    if (!file_read(path, 64u << 20, &data, &size, &err)) {
        char line[600];
        fprintf(stderr, "%s\n", err_line(&err, line, sizeof line));
        return false;
    }
    // A copy of exactly this size, so that reading one byte too far is seen by the sanitizer.
    uint8_t *exact = mem_alloc(size);
    memcpy(exact, data, size);
    mem_free(data);
    LLVMFuzzerTestOneInput(exact, size);
    mem_free(exact);
    return true;
}

static bool run_folder(const char *folder, int *count)
{
    Err err = { .kind = ERR_NONE };
    FileList list = { .count = 0 };
    if (!file_list(folder, &list, &err)) {
        fprintf(stderr, "%s: %s\n", folder, err.message);
        return false;
    }
    bool good = true;
    for (int i = 0; i < list.count; i++) {
        Text path = { .data = NULL };
        text_addf(&path, "%s/%s", folder, list.names[i]);
        fprintf(stderr, "%s\n", path.data); // the last one printed is the one that crashed
        good = run_file(path.data) && good;
        text_deinit(&path);
        (*count)++;
    }
    file_list_free(&list);
    return good;
}

int main(int argc, char **argv)
{
    int count = 0;
    bool good = true;
    for (int i = 1; i < argc; i++) {
        if (file_is_folder(argv[i])) {
            good = run_folder(argv[i], &count) && good;
        } else {
            good = run_file(argv[i]) && good;
            count++;
        }
    }
    fprintf(stderr, "%d inputs\n", count);
    return good && count > 0 ? 0 : 1;
}
