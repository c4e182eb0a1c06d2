// See memory.h. The one place that knows this C library and this system.
#define _DEFAULT_SOURCE
#include "app/memory.h"

#include "base/arena.h"

#include <stdint.h>
#ifdef __linux__
#include <sys/mman.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { KILOBYTE = 1 << 10, MEGABYTE = 1 << 20 };

#ifdef MADV_HUGEPAGE
// The whole pages of that size in it; whether there are any is up to the system.
static void ask_for_large_pages(void *memory, size_t size)
{
    const uintptr_t page = 2 * MEGABYTE;
    uintptr_t first = ((uintptr_t)memory + page - 1) / page * page;
    uintptr_t end = ((uintptr_t)memory + size) / page * page;
    if (first < end) {
        (void)madvise((void *)first, end - first, MADV_HUGEPAGE);
    }
}
#endif

// Blocks above this are the system's, each for itself: they grow without being copied, and leave no holes.
static void keep_large_blocks_apart(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 4 * MEGABYTE);
#endif
}

void memory_begin(void)
{
    keep_large_blocks_apart();
#ifdef MADV_HUGEPAGE
    mem_when_scattered(ask_for_large_pages);
#endif
}

// Whenever memory goes back to the system, or is moved, every processor must hear of it: with several
// threads that is dear.
void memory_keep(bool keep)
{
#ifdef __GLIBC__
    keep_large_blocks_apart();
    mallopt(M_TRIM_THRESHOLD, keep ? 2047 * MEGABYTE : 128 * KILOBYTE);
    mallopt(M_TOP_PAD, keep ? 16 * MEGABYTE : 128 * KILOBYTE);
    if (!keep) {
        malloc_trim(0);
    }
#else
    (void)keep;
#endif
}
