// Frames as pixels, without a display: repeatable, in parts as at once, and only where it belongs.
#include "support/test.h"

#include "base/arena.h"
#include "base/hash.h"
#include "sdl/paint.h"
#include "sdl/sample_frame.h"

#include <string.h>

#define FONTS PLANKWRIGHT_SOURCE "/assets/fonts"

static RasterSurface surface_new(int width, int height)
{
    size_t pixels = (size_t)width * (size_t)height;
    return (RasterSurface){ width, height, mem_alloc(pixels * sizeof(uint32_t)), width };
}

static size_t bytes_of(RasterSurface surface)
{
    return (size_t)surface.width * (size_t)surface.height * sizeof(uint32_t);
}

static bool same(RasterSurface a, RasterSurface b)
{
    return memcmp(a.pixels, b.pixels, bytes_of(a)) == 0;
}

static Painter *painter_of(RasterSurface surface)
{
    Painter *painter = paint_open(FONTS, true, NULL);
    assert_non_null(painter);
    paint_reduced_motion(painter, true);
    paint_size(painter, surface.width, surface.height);
    return painter;
}

static Frame frame_of(const Painter *painter)
{
    Frame frame;
    float width;
    float height;
    paint_design(painter, &width, &height);
    frame_init(&frame, width, height);
    return frame;
}

static void twice_gives_the_same_pixels(void **state)
{
    (void)state;
    RasterSurface first = surface_new(1280, 720);
    RasterSurface second = surface_new(1280, 720);
    Painter *painter = painter_of(first);
    Frame frame = frame_of(painter);
    sample_play(&frame, 1);
    paint_frame(painter, &frame, first);
    paint_frame(painter, &frame, second);
    assert_true(same(first, second));
    Painter *other = painter_of(first); // and by another painter
    memset(second.pixels, 0, bytes_of(second));
    paint_frame(other, &frame, second);
    assert_true(same(first, second));
    paint_close(other);
    paint_close(painter);
    frame_deinit(&frame);
    mem_free(first.pixels);
    mem_free(second.pixels);
}

static void sizes_from_tiny_to_huge(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 320, 200 }, { 1024, 768 },  { 720, 1280 },
                                    { 1, 1 },     { 2560, 1080 }, { 3840, 2160 } };
    for (int i = 0; i < 6; i++) {
        RasterSurface surface = surface_new(sizes[i][0], sizes[i][1]);
        Painter *painter = painter_of(surface);
        Frame frame = frame_of(painter);
        assert_true(frame.width >= 1279.9f && frame.height >= 719.9f);
        if (i % 2 == 0) {
            sample_play(&frame, 2);
        } else {
            sample_library(&frame);
        }
        paint_frame(painter, &frame, surface);
        uint32_t last = surface.pixels[surface.width * surface.height - 1];
        assert_int_equal(last >> 24, 255); // painted to the last pixel
        paint_close(painter);
        frame_deinit(&frame);
        mem_free(surface.pixels);
    }
}

// Every command alone on a plain ground: nothing outside of its neighbourhood, and something
// inside.
static void commands_stay_in_their_place(void **state)
{
    (void)state;
    RasterSurface surface = surface_new(1280, 720);
    Painter *painter = painter_of(surface);
    Frame whole = frame_of(painter);
    sample_play(&whole, 1);
    sample_library(&whole);
    int seen[FRAME_CLIP + 1] = { 0 };
    for (int i = 0; i < whole.command_count; i++) {
        FrameCommand command = whole.commands[i];
        if (command.kind == FRAME_SCENE || command.kind == FRAME_CLIP) {
            continue;
        }
        Frame frame = frame_of(painter);
        frame.ground = 0xff00ff00u;
        memcpy(frame.looks, whole.looks, sizeof frame.looks);
        frame.look_count = whole.look_count;
        if (command.kind == FRAME_THUMBNAIL) {
            command.value = frame_thumbnail(&frame, &whole.thumbnails[command.value]);
        }
        *frame_add(&frame, (FrameCommandKind)command.kind, command.rect) = command;
        paint_frame(painter, &frame, surface);
        float reach = command.kind == FRAME_SHADOW ? 50.0f : 14.0f;
        int inside = 0;
        for (int y = 0; y < 720; y++) {
            for (int x = 0; x < 1280; x++) {
                if (surface.pixels[y * 1280 + x] == 0xff00ff00u) {
                    continue;
                }
                inside++;
                FrameRect r = command.rect;
                assert_true((float)y >= r.y - reach && (float)y <= r.y + r.h + reach);
                if (command.kind != FRAME_TEXT &&
                    command.kind != FRAME_GAUGE) { // as wide as they are
                    assert_true((float)x >= r.x - reach && (float)x <= r.x + r.w + reach);
                }
            }
        }
        assert_true(inside > 10);
        seen[command.kind]++;
        frame_deinit(&frame);
    }
    for (int kind = FRAME_RECT; kind < FRAME_CLIP; kind++) {
        assert_true(seen[kind] > 0);
    }
    paint_close(painter);
    frame_deinit(&whole);
    mem_free(surface.pixels);
}

static void a_clip_cuts_what_follows(void **state)
{
    (void)state;
    RasterSurface surface = surface_new(1280, 720);
    Painter *painter = painter_of(surface);
    Frame frame = frame_of(painter);
    frame.ground = 0xff00ff00u;
    frame_add(&frame, FRAME_CLIP, (FrameRect){ 100, 100, 50, 50 });
    sample_rect(&frame, (FrameRect){ 0, 0, 400, 400 }, 0, 0xffff0000u, 0xffff0000u);
    frame_add(&frame, FRAME_CLIP, (FrameRect){ 0 });
    sample_rect(&frame, (FrameRect){ 600, 600, 10, 10 }, 0, 0xff0000ffu, 0xff0000ffu);
    paint_frame(painter, &frame, surface);
    int red = 0;
    int blue = 0;
    for (int i = 0; i < 1280 * 720; i++) {
        red += surface.pixels[i] == 0xffff0000u;
        blue += surface.pixels[i] == 0xff0000ffu;
    }
    assert_int_equal(red, 50 * 50);
    assert_int_equal(blue, 10 * 10);
    paint_close(painter);
    frame_deinit(&frame);
    mem_free(surface.pixels);
}

static void work_until_done(Painter *painter, const Frame *frame, RasterSurface surface)
{
    for (int i = 0; i < 5000 && paint_busy(painter); i++) {
        paint_work(painter, frame, surface, 5);
        paint_move(painter, frame, surface, 1);
    }
    assert_false(paint_busy(painter));
}

static int64_t pixels_in(const Area *area)
{
    int64_t pixels = 0;
    for (int i = 0; i < area->count; i++) {
        pixels += area_pixels(area->rects[i]);
    }
    return pixels;
}

// Going from frame to frame in parts ends at the same pixels as painting the last one at once, and
// only pixels of the area that was said have changed.
static void in_parts_as_at_once(void **state)
{
    (void)state;
    RasterSurface parts = surface_new(1280, 720);
    RasterSurface before = surface_new(1280, 720);
    RasterSurface once = surface_new(1280, 720);
    Painter *painter = painter_of(parts);
    Frame frames[3];
    for (int i = 0; i < 3; i++) {
        frames[i] = frame_of(painter);
        sample_play(&frames[i], 1 + i);
    }
    sample_text(&frames[2], FONT_UI, 14, ALIGN_START, 900, 100, 0xffffffff, "one more");
    paint_change(painter, NULL, &frames[0], parts);
    work_until_done(painter, &frames[0], parts);
    for (int i = 1; i < 3; i++) {
        memcpy(before.pixels, parts.pixels, bytes_of(parts));
        Area area = paint_change(painter, &frames[i - 1], &frames[i], parts);
        assert_true(pixels_in(&area) > 0);
        for (int p = 0; p < 1280 * 720; p++) {
            bool within = false;
            for (int r = 0; r < area.count && !within; r++) {
                RasterRect box = area.rects[r];
                int x = p % 1280;
                int y = p / 1280;
                within = x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1;
            }
            assert_true(within || parts.pixels[p] == before.pixels[p]);
        }
        Painter *fresh = painter_of(once);
        paint_frame(fresh, &frames[i], once);
        assert_true(same(parts, once));
        paint_close(fresh);
    }
    Area none = paint_change(painter, &frames[2], &frames[2], parts);
    assert_int_equal(none.count, 0);
    paint_close(painter);
    for (int i = 0; i < 3; i++) {
        frame_deinit(&frames[i]);
    }
    mem_free(parts.pixels);
    mem_free(before.pixels);
    mem_free(once.pixels);
}

// A scene in motion, repainted in its reach only, looks as if all had been painted.
static void motion_leaves_no_traces(void **state)
{
    (void)state;
    RasterSurface parts = surface_new(1280, 720);
    RasterSurface once = surface_new(1280, 720);
    Painter *painter = painter_of(parts);
    paint_reduced_motion(painter, false);
    Frame frames[2];
    frames[0] = frame_of(painter);
    frames[1] = frame_of(painter);
    sample_play(&frames[0], 1);
    sample_play(&frames[1], 1);
    frames[1].bridge.planks[11].state = BRIDGE_PLANK_GONE; // it breaks while we look
    frames[1].bridge.planks[12].state = BRIDGE_PLANK_HANGING;
    frames[1].bridge.strands[1] = BRIDGE_STRAND_GONE;
    paint_change(painter, NULL, &frames[0], parts);
    work_until_done(painter, &frames[0], parts);
    paint_gust(painter, 1.0f);
    int moved = 0;
    for (int i = 0; i < 150; i++) {
        if (i == 20) {
            paint_change(painter, &frames[0], &frames[1], parts);
            assert_true(paint_lively(painter));
        }
        const Frame *frame = &frames[i >= 20];
        Area area = paint_move(painter, frame, parts, 1);
        moved += area.count > 0;
        if (i % 10 == 9) {
            paint_change(painter, NULL, frame, once); // the same scene at the same moment
            assert_true(same(parts, once));
        }
    }
    assert_true(moved > 100);
    paint_close(painter);
    frame_deinit(&frames[0]);
    frame_deinit(&frames[1]);
    mem_free(parts.pixels);
    mem_free(once.pixels);
}

// A hunt: at random the story goes on, somebody walks, it blows, the light changes, a panel opens;
// after each stretch the window shows what a picture painted at once would show.
static void no_traces_whatever_happens(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 640, 360 }, { 1000, 400 }, { 500, 700 } };
    for (int size = 0; size < 3; size++) {
        RasterSurface parts = surface_new(sizes[size][0], sizes[size][1]);
        RasterSurface once = surface_new(sizes[size][0], sizes[size][1]);
        Painter *painter = painter_of(parts);
        paint_reduced_motion(painter, false);
        Frame frames[2] = { frame_of(painter), frame_of(painter) };
        uint64_t stream = 11 + (uint64_t)size;
        int shown = 0;
        sample_play(&frames[0], 1);
        paint_change(painter, NULL, &frames[0], parts);
        for (int i = 0; i < 300; i++) {
            if (random_below(&stream, 12) == 0) {
                Frame *next = &frames[1 - shown];
                frame_clear(next);
                sample_play(next, 1 + (int)random_below(&stream, 3));
                next->bridge = frames[shown].bridge;
                next->weather = frames[shown].weather;
                for (uint32_t k = random_below(&stream, 4); k > 0; k--) {
                    next->bridge.planks[random_below(&stream, BRIDGE_PLANKS)].state =
                        (uint8_t)random_below(&stream, BRIDGE_PLANK_GONE + 1);
                    next->bridge.strands[random_below(&stream, BRIDGE_STRANDS)] =
                        (uint8_t)random_below(&stream, 3);
                }
                if (random_below(&stream, 6) == 0) {
                    next->weather = (uint8_t)(1 + random_below(&stream, 4));
                }
                if (random_below(&stream, 8) == 0) {
                    bool down = next->bridge.word == BRIDGE_DOWN;
                    next->bridge.word = down ? BRIDGE_WORN : BRIDGE_DOWN;
                }
                if (random_below(&stream, 4) == 0) { // a panel over much of it
                    sample_rect(next, (FrameRect){ 200, 100, 700, 500 }, 12, 0xfffbf3e2u,
                                0xfff4e7cfu);
                }
                next->crossing = (uint8_t)random_below(&stream, CROSSING_TURNS_BACK + 1);
                paint_change(painter, &frames[shown], next, parts);
                shown = 1 - shown;
            }
            if (random_below(&stream, 20) == 0) {
                paint_gust(painter, 1.0f);
            }
            paint_work(painter, &frames[shown], parts, 1);
            paint_move(painter, &frames[shown], parts, 1 + (int)random_below(&stream, 6));
            if (i % 10 == 9) {
                paint_change(painter, NULL, &frames[shown], once);
                if (!same(parts, once)) {
                    fail_msg("traces at picture %d of size %d", i, size);
                }
            }
        }
        paint_close(painter);
        frame_deinit(&frames[0]);
        frame_deinit(&frames[1]);
        mem_free(parts.pixels);
        mem_free(once.pixels);
    }
}

// Thumbnails come one by one; afterwards it looks as if all had been there from the start.
static void thumbnails_come_one_by_one(void **state)
{
    (void)state;
    RasterSurface parts = surface_new(1280, 720);
    RasterSurface once = surface_new(1280, 720);
    Painter *painter = painter_of(parts);
    Frame frame = frame_of(painter);
    sample_library(&frame);
    paint_change(painter, NULL, &frame, parts);
    assert_true(paint_busy(painter));
    int painted = 0;
    while (paint_busy(painter)) {
        Area area = paint_work(painter, &frame, parts, 1000);
        int64_t pixels = pixels_in(&area);
        painted += pixels > 0 && pixels < 300 * 100;
        paint_move(painter, &frame, parts, 1);
    }
    assert_int_equal(painted, 4);
    paint_change(painter, NULL, &frame, once);
    assert_true(same(parts, once));
    paint_close(painter);
    frame_deinit(&frame);
    mem_free(parts.pixels);
    mem_free(once.pixels);
}

static void high_contrast_and_other_light(void **state)
{
    (void)state;
    RasterSurface parts = surface_new(640, 360);
    RasterSurface once = surface_new(640, 360);
    Painter *painter = painter_of(parts);
    Frame frames[3];
    for (int i = 0; i < 3; i++) {
        frames[i] = frame_of(painter);
        sample_play(&frames[i], 1);
    }
    frames[1].weather = 4;
    frames[2].high_contrast = true;
    paint_change(painter, NULL, &frames[0], parts);
    work_until_done(painter, &frames[0], parts);
    for (int i = 1; i < 3; i++) {
        paint_change(painter, &frames[i - 1], &frames[i], parts);
        work_until_done(painter, &frames[i], parts);
        Painter *fresh = painter_of(once);
        paint_frame(fresh, &frames[i], once);
        assert_true(same(parts, once));
        paint_close(fresh);
    }
    paint_close(painter);
    for (int i = 0; i < 3; i++) {
        frame_deinit(&frames[i]);
    }
    mem_free(parts.pixels);
    mem_free(once.pixels);
}

// The fade between two lights goes over many pictures and ends exactly.
static void lights_fade(void **state)
{
    (void)state;
    RasterSurface parts = surface_new(640, 360);
    RasterSurface once = surface_new(640, 360);
    Painter *painter = painter_of(parts);
    Frame frames[2];
    frames[0] = frame_of(painter);
    frames[1] = frame_of(painter);
    sample_play(&frames[0], 1);
    sample_play(&frames[1], 1);
    frames[1].weather = 2;
    paint_change(painter, NULL, &frames[0], parts);
    work_until_done(painter, &frames[0], parts);
    paint_change(painter, &frames[0], &frames[1], parts); // with less motion, too
    int pictures = 0;
    while (paint_busy(painter)) {
        paint_work(painter, &frames[1], parts, 20);
        Area area = paint_move(painter, &frames[1], parts, 1);
        pictures += area.count > 0;
    }
    assert_in_range(pictures, 38, 42);
    Painter *fresh = painter_of(once);
    paint_frame(fresh, &frames[1], once);
    assert_true(same(parts, once));
    paint_close(fresh);
    paint_close(painter);
    frame_deinit(&frames[0]);
    frame_deinit(&frames[1]);
    mem_free(parts.pixels);
    mem_free(once.pixels);
}

// ---- what only a room's screen has ----------------------------------------------------------------

static int count_pixels(const RasterSurface *surface, uint32_t colour, int x0, int y0, int x1, int y1)
{
    int count = 0;
    for (int y = y0; y < y1; y++) {
        for (int x = x0; x < x1; x++) {
            count += surface->pixels[y * surface->width + x] == colour;
        }
    }
    return count;
}

// A camera wants squares: all of them of as many whole pixels, none half grey, at any size of the window.
static void the_squares_of_a_code_are_whole_pixels(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 1280, 720 }, { 1920, 1080 }, { 1366, 768 }, { 1024, 768 } };
    for (int i = 0; i < 4; i++) {
        RasterSurface surface = surface_new(sizes[i][0], sizes[i][1]);
        Painter *painter = painter_of(surface);
        Frame frame = frame_of(painter);
        frame.ground = 0xffffffffu;
        FrameCommand *code = frame_add(&frame, FRAME_CODE, (FrameRect){ 101.3f, 57.7f, 200, 200 });
        code->value = 3;
        code->colour = 0xff000000u;
        code->text = "101010111"; // six of nine
        paint_frame(painter, &frame, surface);
        int dot = (int)(200.0f * paint_scale(painter) / 3.0f);
        assert_int_equal(count_pixels(&surface, 0xff000000u, 0, 0, sizes[i][0], sizes[i][1]),
                         6 * dot * dot);
        assert_int_equal(count_pixels(&surface, 0xffffffffu, 0, 0, sizes[i][0], sizes[i][1]),
                         sizes[i][0] * sizes[i][1] - 6 * dot * dot);
        frame_deinit(&frame);
        paint_close(painter);
        mem_free(surface.pixels);
    }
}

// The share of the ring that is left, from the top round by the right.
static void a_ring_shows_what_is_left(void **state)
{
    (void)state;
    static const int values[] = { 0, 250, 500, 1000 };
    for (int i = 0; i < 4; i++) {
        RasterSurface surface = surface_new(1280, 720);
        Painter *painter = painter_of(surface);
        Frame frame = frame_of(painter);
        frame.ground = 0xff00ff00u;
        FrameCommand *ring = frame_add(&frame, FRAME_RING, (FrameRect){ 100, 100, 200, 200 });
        ring->size = 20;
        ring->value = values[i];
        ring->colour = 0xffff0000u;
        ring->colour2 = 0xff0000ffu;
        paint_frame(painter, &frame, surface);
        int right_upper = count_pixels(&surface, 0xffff0000u, 202, 100, 300, 198);
        int right_lower = count_pixels(&surface, 0xffff0000u, 202, 202, 300, 300);
        int left = count_pixels(&surface, 0xffff0000u, 100, 100, 198, 300);
        assert_true((right_upper > 2000) == (values[i] >= 250));
        assert_true((right_lower > 2000) == (values[i] >= 500));
        assert_true((left > 4000) == (values[i] == 1000));
        assert_int_equal(surface.pixels[200 * 1280 + 200], 0xff00ff00u); // it is a ring
        assert_int_equal(count_pixels(&surface, 0xff00ff00u, 0, 0, 98, 720), 98 * 720);
        frame_deinit(&frame);
        paint_close(painter);
        mem_free(surface.pixels);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twice_gives_the_same_pixels),
        cmocka_unit_test(sizes_from_tiny_to_huge),
        cmocka_unit_test(the_squares_of_a_code_are_whole_pixels),
        cmocka_unit_test(a_ring_shows_what_is_left),
        cmocka_unit_test(commands_stay_in_their_place),
        cmocka_unit_test(a_clip_cuts_what_follows),
        cmocka_unit_test(in_parts_as_at_once),
        cmocka_unit_test(motion_leaves_no_traces),
        cmocka_unit_test(no_traces_whatever_happens),
        cmocka_unit_test(thumbnails_come_one_by_one),
        cmocka_unit_test(high_contrast_and_other_light),
        cmocka_unit_test(lights_fade),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
