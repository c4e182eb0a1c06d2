// The canyon with several bridges: the same bytes however it is sliced, and a bay that changes
// touches no other.
#include "support/test.h"

#include "base/arena.h"
#include "base/hash.h"
#include "picture/vista.h"

#include <string.h>

enum { W = 640, H = 360 };

static PictureBay bay_of(int32_t trust, uint32_t look, bool shut)
{
    PictureBay bay;
    memset(&bay, 0, sizeof bay);
    BridgeInput input = { .trust = trust, .rapport = 500000, .violations = trust < 500000 ? 3 : 0 };
    bay.condition = bridge_condition(&input);
    bay.look = picture_look_any(look);
    bay.gate_shut = shut;
    return bay;
}

static void five(PictureBay *bays)
{
    static const int32_t trust[PICTURE_BAYS] = { 700000, 500000, 350000, 200000, 50000 };
    for (int i = 0; i < PICTURE_BAYS; i++) {
        bays[i] = bay_of(trust[i], (uint32_t)i, i > 1);
    }
}

static void begin(PictureVista *vista, bool high_contrast)
{
    PicturePalette palette =
        high_contrast ? picture_palette_high_contrast() : picture_palette(PICTURE_DAY);
    *vista = (PictureVista){ 0 };
    picture_vista_begin(vista, W, H, 206, 440, &palette);
}

static void finish(PictureVista *vista, int rows)
{
    for (int i = 0; i < 2000 && !picture_vista_step(vista, rows); i++) {
    }
    assert_true(picture_vista_done(vista));
}

static uint64_t hash_of(const PictureVista *vista)
{
    return hash_bytes(vista->shown.pixels, (size_t)W * H * sizeof(uint32_t), 1);
}

static void slices_are_the_same(void **state)
{
    (void)state;
    PictureBay bays[PICTURE_BAYS];
    five(bays);
    for (int contrast = 0; contrast < 2; contrast++) {
        uint64_t hashes[3];
        static const int rows[3] = { H, 7, 64 };
        for (int i = 0; i < 3; i++) {
            PictureVista vista;
            begin(&vista, contrast == 1);
            picture_vista_bays(&vista, bays, PICTURE_BAYS, true);
            finish(&vista, rows[i]);
            hashes[i] = hash_of(&vista);
            picture_vista_deinit(&vista);
        }
        assert_int_equal(hashes[0], hashes[1]);
        assert_int_equal(hashes[0], hashes[2]);
    }
}

// Columns in which two pictures differ.
static void span(const uint32_t *a, const uint32_t *b, int *first, int *last)
{
    *first = W;
    *last = -1;
    for (int i = 0; i < W * H; i++) {
        if (a[i] != b[i]) {
            *first = i % W < *first ? i % W : *first;
            *last = i % W > *last ? i % W : *last;
        }
    }
}

static void one_bay_changes(void **state)
{
    (void)state;
    PictureBay bays[PICTURE_BAYS];
    PictureVista vista;
    five(bays);
    begin(&vista, false);
    picture_vista_bays(&vista, bays, PICTURE_BAYS, false);
    finish(&vista, H);
    uint32_t *before = mem_alloc((size_t)W * H * sizeof *before);
    memcpy(before, vista.shown.pixels, (size_t)W * H * sizeof *before);
    uint64_t as_it_was = hash_of(&vista);
    bays[2] = bay_of(650000, 2, false); // 640 wide: bay 2 is 256 .. 384
    picture_vista_bays(&vista, bays, PICTURE_BAYS, false);
    assert_false(picture_vista_done(&vista));
    finish(&vista, H);
    int first;
    int last;
    span(before, vista.shown.pixels, &first, &last);
    assert_in_range(first, 256, 384);
    assert_in_range(last, first, 384);
    five(bays); // and back: the same bytes as before
    picture_vista_bays(&vista, bays, PICTURE_BAYS, false);
    finish(&vista, H);
    assert_int_equal(hash_of(&vista), as_it_was);
    picture_vista_bays(&vista, bays, PICTURE_BAYS, false); // nothing changes: nothing to do
    assert_true(picture_vista_done(&vista));
    mem_free(before);
    picture_vista_deinit(&vista);
}

// A shut gate and a bridge that is down are seen, far and near.
static void what_is_said_is_seen(void **state)
{
    (void)state;
    for (int contrast = 0; contrast < 2; contrast++) {
        PictureVista vista;
        begin(&vista, contrast == 1);
        PictureBay bay = bay_of(700000, 1, false);
        picture_vista_bays(&vista, &bay, 1, false);
        finish(&vista, H);
        uint64_t sound = hash_of(&vista);
        picture_vista_bays(&vista, &bay, 1, true);
        finish(&vista, H);
        uint64_t near_gate = hash_of(&vista);
        assert_int_not_equal(sound, near_gate);
        bay.gate_shut = true;
        picture_vista_bays(&vista, &bay, 1, true);
        finish(&vista, H);
        uint64_t far_gate = hash_of(&vista);
        assert_int_not_equal(near_gate, far_gate);
        bay = bay_of(50000, 1, true);
        picture_vista_bays(&vista, &bay, 1, true);
        finish(&vista, H);
        assert_int_not_equal(far_gate, hash_of(&vista));
        picture_vista_deinit(&vista);
    }
}

// Any shape of window, any number of bays: every pixel is painted.
static void every_shape(void **state)
{
    (void)state;
    static const int sizes[][2] = { { 1, 1 }, { 30, 400 }, { 900, 40 }, { 512, 384 } };
    PictureBay bays[PICTURE_BAYS];
    five(bays);
    for (int i = 0; i < 4; i++) {
        for (int count = 0; count <= PICTURE_BAYS; count += count == 0 ? 1 : 4) {
            PictureVista vista = { 0 };
            PicturePalette palette = picture_palette(PICTURE_DUSK);
            picture_vista_begin(&vista, sizes[i][0], sizes[i][1], 206, 440, &palette);
            picture_vista_bays(&vista, bays, count, true);
            finish(&vista, 16);
            for (int k = 0; k < sizes[i][0] * sizes[i][1]; k++) {
                assert_int_equal(vista.shown.pixels[k] >> 24, 255);
                if ((vista.base.pixels[k] & 0xffffffu) == 0) {
                    fail_msg("%dx%d, %d bays: pixel %d, %d was not painted", sizes[i][0],
                             sizes[i][1], count, k % sizes[i][0], k / sizes[i][0]);
                }
            }
            picture_vista_deinit(&vista);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_are_the_same),
        cmocka_unit_test(one_bay_changes),
        cmocka_unit_test(what_is_said_is_seen),
        cmocka_unit_test(every_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
