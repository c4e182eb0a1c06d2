// What every unit test includes first: cmocka with the headers that it wants before it, and a few
// helpers for files. A test runs in a folder of its own, build/<preset>/test-work/<name>.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h> // after the four above, which it needs

// An empty folder below the working folder, made again on each call; the path is good until the
// next call with the same name and must not be freed.
const char *test_folder(const char *name);

// Writes a file just as the test says, without the care of file_write.
void test_write(const char *path, const char *data, size_t size);

// Compares text with the file tests/golden/<name>; on a difference prints the first differing line
// and fails. With PLANKWRIGHT_BLESS=1 in the environment it writes the file instead.
void test_golden(const char *name, const char *text);
