// Arenas and the counted heap.
#include "support/test.h"

#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

static void memory_is_zeroed_and_aligned_for_any_type(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    size_t asked = 0;
    for (size_t size = 0; size < 300; size++) {
        unsigned char *memory = arena_alloc(&arena, size);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(memory[i], 0);
        }
        memset(memory, 0xEE, size > 0 ? size : 1);
        asked += size;
    }
    assert_true(arena.bytes >= asked);
    assert_true(arena.bytes <= asked + 300 * alignof(max_align_t));
    arena_deinit(&arena);
}

static void pieces_do_not_overlap(void **state)
{
    (void)state;
    enum { PIECES = 2000 };
    static unsigned char *pieces[PIECES];
    Arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < PIECES; i++) {
        pieces[i] = arena_alloc(&arena, 1 + i % 97);
        memset(pieces[i], (int)(i % 251), 1 + i % 97);
    }
    for (size_t i = 0; i < PIECES; i++) {
        for (size_t j = 0; j < 1 + i % 97; j++) {
            assert_int_equal(pieces[i][j], i % 251);
        }
    }
    arena_deinit(&arena);
}

static void a_piece_larger_than_a_block_works(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    char *small = arena_string(&arena, "small");
    size_t size = 5u * 1024 * 1024;
    unsigned char *large = arena_alloc(&arena, size);
    large[0] = 1;
    large[size - 1] = 2;
    assert_string_equal(small, "small");
    assert_string_equal(arena_string(&arena, "after"), "after");
    arena_deinit(&arena);
}

static void texts_are_copied_with_a_nul(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena);
    char source[] = "plank by plank";
    char *part = arena_text(&arena, source, 5);
    char *whole = arena_string(&arena, source);
    memset(source, 'x', sizeof source - 1);
    assert_string_equal(part, "plank");
    assert_string_equal(whole, "plank by plank");
    assert_string_equal(arena_text(&arena, "", 0), "");
    arena_deinit(&arena);
}

static void everything_is_given_back(void **state)
{
    (void)state;
    size_t before = mem_live();
    Arena arena;
    arena_init(&arena);
    for (int i = 0; i < 100; i++) {
        arena_alloc(&arena, 1000);
    }
    assert_true(mem_live() > before);
    arena_deinit(&arena);
    assert_int_equal(mem_live(), before);
    assert_null(arena.blocks);
    assert_int_equal(arena.bytes, 0);

    char *memory = mem_grow(NULL, 10);
    assert_int_equal(mem_live(), before + 1);
    memcpy(memory, "123456789", 10);
    memory = mem_grow(memory, 100000);
    assert_string_equal(memory, "123456789");
    assert_int_equal(mem_live(), before + 1);
    mem_free(memory);
    mem_free(NULL);
    assert_int_equal(mem_live(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned_for_any_type),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(a_piece_larger_than_a_block_works),
        cmocka_unit_test(texts_are_copied_with_a_nul),
        cmocka_unit_test(everything_is_given_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
