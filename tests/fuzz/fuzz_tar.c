// Any bytes as a package: files under checked names that lie inside of the bytes, or a message.
// links: base
#include "fuzz/target.h"

#include "base/tar.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    TarReader reader = { (const char *)data, size, 0 };
    TarFile file;
    Err err = { .kind = ERR_NONE };
    size_t before = 0;
    Text copy = { 0 };
    while (tar_next(&reader, &file, &err)) {
        must(tar_name_wrong(file.name) == NULL && strlen(file.name) <= TAR_NAME_MAX);
        must(file.data >= (const char *)data && (size_t)(file.data - (const char *)data) <= size &&
             file.size <= size - (size_t)(file.data - (const char *)data));
        must(reader.at > before);
        before = reader.at;
        tar_add(&copy, file.name, file.data, file.size);
    }
    must(err.kind == ERR_NONE || (err.kind == ERR_INPUT && err.message[0] != '\0'));
    tar_end(&copy); // and what was written from it reads again
    TarReader again = { copy.data, copy.length, 0 };
    while (tar_next(&again, &file, &err)) {
    }
    must(err.kind == ERR_NONE);
    text_deinit(&copy);
    return 0;
}
