// Rectangles to paint: none over another, nothing lost, and an end in every case.
#include "support/test.h"

#include "base/hash.h"
#include "sdl/area.h"

#include <string.h>

enum { SIDE = 256, SCALE = 8 }; // a grid of cells, each that many pixels wide

static uint8_t wanted[SIDE][SIDE];

static void mark(RasterRect rect, uint8_t value)
{
    for (int y = rect.y0; y < rect.y1; y++) {
        memset(&wanted[y][rect.x0], value, (size_t)(rect.x1 - rect.x0));
    }
}

static RasterRect scaled(RasterRect r)
{
    return (RasterRect){ r.x0 * SCALE, r.y0 * SCALE, r.x1 * SCALE, r.y1 * SCALE };
}

static RasterRect some_rect(uint64_t *stream, int most)
{
    int x = (int)random_below(stream, SIDE - 1);
    int y = (int)random_below(stream, SIDE - 1);
    int w = 1 + (int)random_below(stream, (uint32_t)most);
    int h = 1 + (int)random_below(stream, (uint32_t)most);
    return (RasterRect){ x, y, x + w > SIDE ? SIDE : x + w, y + h > SIDE ? SIDE : y + h };
}

static bool is_in(const Area *area, int x, int y)
{
    for (int i = 0; i < area->count; i++) {
        RasterRect r = area->rects[i];
        if (x >= r.x0 && x < r.x1 && y >= r.y0 && y < r.y1) {
            return true;
        }
    }
    return false;
}

static void none_overlap(const Area *area)
{
    assert_in_range(area->count, 0, AREA_RECTS);
    for (int i = 0; i < area->count; i++) {
        assert_false(raster_rect_empty(area->rects[i]));
        for (int k = 0; k < i; k++) {
            assert_true(raster_rect_empty(raster_rect_cut(area->rects[i], area->rects[k])));
        }
    }
}

static void all_wanted_is_in(const Area *area)
{
    for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
            assert_true(!wanted[y][x] || is_in(area, x * SCALE, y * SCALE));
        }
    }
}

static void nothing_is_lost(void **state)
{
    (void)state;
    uint64_t stream = 7;
    for (int round = 0; round < 400; round++) {
        Area area = { 0 };
        memset(wanted, 0, sizeof wanted);
        int count = 1 + (int)random_below(&stream, 40);
        int most = round % 2 ? 20 : 200;
        for (int i = 0; i < count; i++) {
            RasterRect rect = some_rect(&stream, most);
            mark(rect, 1);
            area_add(&area, scaled(rect));
            none_overlap(&area);
        }
        all_wanted_is_in(&area);
        for (int i = 0; i < 3; i++) { // what is taken away is no longer wanted, the rest stays
            RasterRect hole = some_rect(&stream, 200);
            mark(hole, 0);
            area_take(&area, scaled(hole));
            none_overlap(&area);
            all_wanted_is_in(&area);
        }
    }
}

static void what_is_hidden_is_left_out(void **state)
{
    (void)state;
    Area area = { 0 };
    area_add(&area, (RasterRect){ 0, 0, 1280, 720 });
    area_take(&area, (RasterRect){ 24, 344, 1256, 636 });
    assert_int_equal(area.count, 4);
    assert_false(is_in(&area, 640, 500));
    assert_true(is_in(&area, 640, 343) && is_in(&area, 10, 500) && is_in(&area, 1260, 500) &&
                is_in(&area, 640, 636));
    area_take(&area, (RasterRect){ -5, -5, 2000, 2000 });
    assert_int_equal(area.count, 0);
    area_add(&area, (RasterRect){ 10, 10, 10, 20 }); // empty
    assert_int_equal(area.count, 0);
}

static void near_ones_are_one(void **state)
{
    (void)state;
    Area area = { 0 };
    area_add(&area, (RasterRect){ 0, 0, 50, 50 });
    area_add(&area, (RasterRect){ 60, 0, 110, 50 });
    assert_int_equal(area.count, 1);
    area_add(&area, (RasterRect){ 3000, 2000, 3050, 2050 });
    assert_int_equal(area.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_lost),
        cmocka_unit_test(what_is_hidden_is_left_out),
        cmocka_unit_test(near_ones_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
