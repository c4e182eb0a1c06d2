// People: the wardrobe's words mean what the picture draws, every trait and mood shows, nothing is
// tied to anything else, shapes have no gaps at any scale, poses differ and stay near their feet.
// links: script story trust bridge base
#include "picture/samples.h"
#include "support/test.h"

#include "picture/look.h"
#include "picture/portrait.h"
#include "picture/scene.h"
#include "picture/span.h"
#include "script/script.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

// ---- words --------------------------------------------------------------------------------------

typedef struct Word {
    const char *field, *word;
    size_t given; // in StoryLook
    int value;    // in PictureLook
} Word;

#define WORD(field, word, value)                                                                   \
    {                                                                                              \
#field, word, offsetof(StoryLook, field), value                                            \
    }

static const Word words[] = {
    WORD(hair, "short", PICTURE_HAIR_SHORT),
    WORD(hair, "bun", PICTURE_HAIR_BUN),
    WORD(hair, "curly", PICTURE_HAIR_CURLY),
    WORD(hair, "long", PICTURE_HAIR_LONG),
    WORD(hair, "bald", PICTURE_HAIR_BALD),
    WORD(hair, "scarf", PICTURE_HAIR_SCARF),
    WORD(hair, "braids", PICTURE_HAIR_BRAIDS),
    WORD(hair, "afro", PICTURE_HAIR_AFRO),
    WORD(hair, "ponytail", PICTURE_HAIR_PONYTAIL),
    WORD(hair, "turban", PICTURE_HAIR_TURBAN),
    WORD(hair, "cap", PICTURE_HAIR_CAP),
    WORD(hair, "bob", PICTURE_HAIR_BOB),
    WORD(hair, "receding", PICTURE_HAIR_RECEDING),
    WORD(hair, "undercut", PICTURE_HAIR_UNDERCUT),
    WORD(hair, "locs", PICTURE_HAIR_LOCS),
    WORD(hair, "cropped", PICTURE_HAIR_CROPPED),
    WORD(hair_colour, "black", PICTURE_HAIR_BLACK),
    WORD(hair_colour, "brown", PICTURE_HAIR_BROWN),
    WORD(hair_colour, "chestnut", PICTURE_HAIR_CHESTNUT),
    WORD(hair_colour, "red", PICTURE_HAIR_RED),
    WORD(hair_colour, "fair", PICTURE_HAIR_FAIR),
    WORD(hair_colour, "grey", PICTURE_HAIR_GREY),
    WORD(hair_colour, "white", PICTURE_HAIR_WHITE),
    WORD(hair_colour, "blue", PICTURE_HAIR_BLUE),
    WORD(beard, "none", PICTURE_BEARD_NONE),
    WORD(beard, "full", PICTURE_BEARD_FULL),
    WORD(beard, "stubble", PICTURE_BEARD_STUBBLE),
    WORD(beard, "moustache", PICTURE_BEARD_MOUSTACHE),
    WORD(glasses, "none", PICTURE_GLASSES_NONE),
    WORD(glasses, "round", PICTURE_GLASSES_ROUND),
    WORD(glasses, "square", PICTURE_GLASSES_SQUARE),
    WORD(face, "oval", PICTURE_FACE_OVAL),
    WORD(face, "round", PICTURE_FACE_ROUND),
    WORD(face, "square", PICTURE_FACE_SQUARE),
    WORD(face, "long", PICTURE_FACE_LONG),
    WORD(eyes, "round", PICTURE_EYES_ROUND),
    WORD(eyes, "almond", PICTURE_EYES_ALMOND),
    WORD(eyes, "hooded", PICTURE_EYES_HOODED),
    WORD(eyes, "soft", PICTURE_EYES_SOFT),
    WORD(nose, "small", PICTURE_NOSE_SMALL),
    WORD(nose, "wide", PICTURE_NOSE_WIDE),
    WORD(nose, "long", PICTURE_NOSE_LONG),
    WORD(build, "middle", PICTURE_BUILD_MIDDLE),
    WORD(build, "slight", PICTURE_BUILD_SLIGHT),
    WORD(build, "broad", PICTURE_BUILD_BROAD),
    WORD(coat, "overall", PICTURE_OVERALL),
    WORD(coat, "jacket", PICTURE_JACKET),
    WORD(coat, "coat", PICTURE_COAT),
    WORD(coat, "shirt", PICTURE_SHIRT),
    WORD(coat, "cardigan", PICTURE_CARDIGAN),
    WORD(coat, "apron", PICTURE_APRON),
    WORD(coat, "scrubs", PICTURE_SCRUBS),
    WORD(coat, "vest", PICTURE_VEST),
    WORD(coat, "hoodie", PICTURE_HOODIE),
    WORD(coat, "suit", PICTURE_SUIT),
    WORD(coat, "kurta", PICTURE_KURTA),
    WORD(coat, "sari", PICTURE_SARI),
    WORD(coat, "polo", PICTURE_POLO),
    WORD(coat, "jumper", PICTURE_JUMPER),
    WORD(colour, "wine", 0),
    WORD(colour, "navy", 1),
    WORD(colour, "teal", 2),
    WORD(colour, "ochre", 3),
    WORD(colour, "moss", 4),
    WORD(colour, "plum", 5),
    WORD(colour, "slate", 6),
    WORD(colour, "brick", 7),
    WORD(colour, "rose", 8),
    WORD(colour, "sky", 9),
    WORD(colour, "sand", 10),
    WORD(colour, "charcoal", 11),
};
enum { WORDS = sizeof words / sizeof words[0] };

static StoryLook read_look(const char *fields)
{
    char source[512];
    int n = snprintf(source, sizeof source,
                     "scenario { id = \"s\", title = \"S\", days = { \"Mon\" } }\n"
                     "person \"maya\" { name = \"Maya\", look = { %s } }\n"
                     "scene \"one\" { ending \"held\" }\n"
                     "ending \"held\" { title = \"T\", kind = \"together\", \"Done.\" }\n",
                     fields);
    assert_true(n > 0 && n < (int)sizeof source);
    Err err = { 0 };
    Scenario *scenario = script_load_text("s.lua", source, (size_t)n, NULL, NULL, &err);
    if (scenario == NULL) {
        print_message("%s: %s\n", fields, err.message);
    }
    assert_non_null(scenario);
    StoryLook look = scenario->people[0].look;
    scenario_free(scenario);
    return look;
}

static void words_mean_what_is_drawn(void **state)
{
    (void)state;
    for (int i = 0; i < WORDS; i++) {
        char field[80];
        snprintf(field, sizeof field, "%s = \"%s\"", words[i].field, words[i].word);
        StoryLook look = read_look(field);
        uint8_t got;
        memcpy(&got, (const char *)&look + words[i].given, 1);
        assert_int_equal(got, words[i].value + 1);
    }
}

static void the_list_of_words_is_whole(void **state)
{
    (void)state;
    static const struct {
        const char *field;
        int count;
    } lists[] = { { "hair", PICTURE_HAIRS },   { "hair_colour", PICTURE_HAIR_COLOURS },
                  { "beard", PICTURE_BEARDS }, { "glasses", PICTURE_GLASSES },
                  { "face", PICTURE_FACES },   { "eyes", PICTURE_EYES },
                  { "nose", PICTURE_NOSES },   { "build", PICTURE_BUILDS },
                  { "coat", PICTURE_COATS },   { "colour", PICTURE_COAT_COLOURS } };
    for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++) {
        int count = 0;
        for (int i = 0; i < WORDS; i++) {
            count += strcmp(words[i].field, lists[k].field) == 0;
        }
        assert_int_equal(count, lists[k].count);
    }
}

static void flags_stand_for_the_plain_kind(void **state)
{
    (void)state;
    StoryLook look = read_look("beard = true, glasses = true, cane = true, hearing_aid = true");
    assert_int_equal(look.beard, PICTURE_BEARD_FULL + 1);
    assert_int_equal(look.glasses, PICTURE_GLASSES_ROUND + 1);
    assert_true(look.cane && look.hearing_aid && !look.prosthesis && !look.wheelchair);
    look = read_look("beard = false, prosthesis = true, wheelchair = true");
    assert_int_equal(look.beard, PICTURE_BEARD_NONE + 1);
    assert_int_equal(look.glasses, 0); // not given
    assert_true(look.prosthesis && look.wheelchair && !look.cane);
}

// ---- traits -------------------------------------------------------------------------------------

// The traits that have several kinds, as places in PictureLook.
static const struct {
    const char *name;
    size_t at;
    int kinds;
} traits[] = {
    { "skin", offsetof(PictureLook, skin), PICTURE_SKIN_TONES },
    { "hair", offsetof(PictureLook, hair), PICTURE_HAIRS },
    { "hair colour", offsetof(PictureLook, hair_colour), PICTURE_HAIR_COLOURS },
    { "beard", offsetof(PictureLook, beard), PICTURE_BEARDS },
    { "glasses", offsetof(PictureLook, glasses), PICTURE_GLASSES },
    { "face", offsetof(PictureLook, face), PICTURE_FACES },
    { "eyes", offsetof(PictureLook, eyes), PICTURE_EYES },
    { "nose", offsetof(PictureLook, nose), PICTURE_NOSES },
    { "build", offsetof(PictureLook, build), PICTURE_BUILDS },
    { "coat", offsetof(PictureLook, coat), PICTURE_COATS },
    { "coat colour", offsetof(PictureLook, coat_colour), PICTURE_COAT_COLOURS },
    { "wheelchair", offsetof(PictureLook, wheelchair), 2 },
    { "cane", offsetof(PictureLook, cane), 2 },
    { "hearing aid", offsetof(PictureLook, hearing_aid), 2 },
    { "prosthesis", offsetof(PictureLook, prosthesis), 2 },
};
enum { TRAITS = sizeof traits / sizeof traits[0], KINDS = 16 };

static int trait_of(const PictureLook *look, int trait)
{
    uint8_t value;
    memcpy(&value, (const char *)look + traits[trait].at, 1);
    return value;
}

static PictureLook with(PictureLook look, int trait, int value)
{
    uint8_t byte = (uint8_t)value;
    memcpy((char *)&look + traits[trait].at, &byte, 1);
    return look;
}

static const PictureLook plain = { .skin = 2, .hair = PICTURE_HAIR_SHORT, .age = 30 };

static void any_look_covers_the_wardrobe(void **state)
{
    (void)state;
    static int seen[TRAITS][KINDS];
    memset(seen, 0, sizeof seen);
    for (uint32_t i = 0; i < 400; i++) {
        PictureLook look = picture_look_any(i);
        assert_in_range(look.age, 18, 75);
        for (int t = 0; t < TRAITS; t++) {
            assert_true(trait_of(&look, t) < traits[t].kinds);
            seen[t][trait_of(&look, t)]++;
        }
    }
    for (int t = 0; t < TRAITS; t++) {
        for (int k = 0; k < traits[t].kinds; k++) {
            if (seen[t][k] == 0) {
                fail_msg("%s %d is never worn", traits[t].name, k);
            }
        }
    }
}

// How often a kind is worn must not depend on the skin (a third up or down, where it is worn often
// enough to say).
static void nothing_is_tied_to_a_skin(void **state)
{
    (void)state;
    enum { LOOKS = 60000 };
    static int seen[TRAITS][KINDS][PICTURE_SKIN_TONES];
    static int tones[PICTURE_SKIN_TONES];
    memset(seen, 0, sizeof seen);
    memset(tones, 0, sizeof tones);
    for (uint32_t i = 0; i < LOOKS; i++) {
        PictureLook look = picture_look_any(i);
        tones[look.skin]++;
        for (int t = 1; t < TRAITS; t++) {
            seen[t][trait_of(&look, t)][look.skin]++;
        }
    }
    for (int t = 1; t < TRAITS; t++) {
        for (int k = 0; k < traits[t].kinds; k++) {
            int all = 0;
            for (int s = 0; s < PICTURE_SKIN_TONES; s++) {
                all += seen[t][k][s];
            }
            for (int s = 0; s < PICTURE_SKIN_TONES; s++) {
                double expected = (double)all * tones[s] / LOOKS;
                if (seen[t][k][s] < expected * 0.67 || seen[t][k][s] > expected * 1.33) {
                    fail_msg("%s %d on skin %d: %d times, %.0f expected", traits[t].name, k, s,
                             seen[t][k][s], expected);
                }
            }
        }
    }
}

static void same_means_every_trait(void **state)
{
    (void)state;
    assert_true(picture_look_same(&plain, &plain));
    for (int t = 0; t < TRAITS; t++) {
        PictureLook other = with(plain, t, trait_of(&plain, t) == 0 ? 1 : 0);
        assert_false(picture_look_same(&plain, &other));
    }
    PictureLook older = plain;
    older.age++;
    assert_false(picture_look_same(&plain, &older));
}

// ---- portraits ----------------------------------------------------------------------------------

enum { SHEET_MAX = 420 };

static RasterSurface sheet;

static int make_sheet(void **state)
{
    (void)state;
    sheet = sample_surface(SHEET_MAX, SHEET_MAX);
    return 0;
}

static int drop_sheet(void **state)
{
    (void)state;
    mem_free(sheet.pixels);
    return 0;
}

static RasterSurface part(int width, int height)
{
    return (RasterSurface){ width, height, sheet.pixels, width };
}

static RasterSurface portrait(int height, PictureLook look, PictureMood mood, bool contrast)
{
    RasterSurface s = part(height * PICTURE_PORTRAIT_WIDTH / PICTURE_PORTRAIT_HEIGHT, height);
    Raster raster;
    raster_init(&raster, s);
    sample_clear(s, 0xffff00ffu);
    picture_portrait(&raster, 0, 0, (float)height, &look, mood, contrast);
    raster_deinit(&raster);
    return s;
}

static uint64_t sum_of(RasterSurface s)
{
    uint64_t sum = 0;
    for (int i = 0; i < s.width * s.height; i++) {
        sum = sum * 31u + s.pixels[i];
    }
    return sum;
}

static void all_differ(const uint64_t *sums, int count, const char *what)
{
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
            if (sums[i] == sums[j]) {
                fail_msg("%s: %d and %d look the same", what, j, i);
            }
        }
    }
}

static void every_trait_shows(void **state)
{
    (void)state;
    uint64_t sums[KINDS];
    for (int t = 0; t < TRAITS; t++) {
        for (int k = 0; k < traits[t].kinds; k++) {
            sums[k] = sum_of(portrait(136, with(plain, t, k), PICTURE_CALM, false));
        }
        all_differ(sums, traits[t].kinds, traits[t].name);
    }
    static const uint8_t ages[4] = { 30, 46, 57, 66 };
    for (int k = 0; k < 4; k++) {
        PictureLook look = plain;
        look.age = ages[k];
        sums[k] = sum_of(portrait(136, look, PICTURE_CALM, false));
    }
    all_differ(sums, 4, "age");
}

// Half as large as on the card, the face alone (whatever stands behind it) tells the moods apart
// for everybody: in high contrast, where the ground is always the same.
static void moods_differ_when_small(void **state)
{
    (void)state;
    enum { H = 68, W = 56 };
    static uint32_t faces[PICTURE_MOODS][W * H];
    for (uint32_t i = 0; i < 96; i++) {
        PictureLook look = picture_look_any(i);
        look.hair = (uint8_t)(i % PICTURE_HAIRS);
        look.skin = (uint8_t)(i / PICTURE_HAIRS);
        for (int m = 0; m < PICTURE_MOODS; m++) {
            RasterSurface s = portrait(H, look, (PictureMood)m, true);
            memcpy(faces[m], s.pixels, sizeof faces[m]);
        }
        for (int a = 0; a < PICTURE_MOODS; a++) {
            for (int b = 0; b < a; b++) {
                int changed = 0;
                for (int y = 22; y < 44; y++) {
                    for (int x = 19; x < 40; x++) {
                        uint32_t p = faces[a][y * W + x];
                        uint32_t q = faces[b][y * W + x];
                        for (int c = 0; c < 24; c += 8) {
                            int d = (int)((p >> c) & 255u) - (int)((q >> c) & 255u);
                            changed += d > 24 || d < -24;
                        }
                    }
                }
                if (changed < 120) { // of 1386
                    fail_msg("look %u: moods %d and %d differ in %d places only", i, b, a, changed);
                }
            }
        }
    }
}

// The ground must not shine through between shapes: inside of head, neck and chest the picture is
// the same on two different grounds.
static void no_gaps_at_any_scale(void **state)
{
    (void)state;
    static const int heights[3] = { 136, 204, 408 };
    static uint32_t first[SHEET_MAX * SHEET_MAX];
    for (uint32_t i = 0; i < 3u * PICTURE_HAIRS; i++) {
        PictureLook look = picture_look_any(i);
        look.hair = (uint8_t)(i % PICTURE_HAIRS);
        look.coat = (uint8_t)(i % PICTURE_COATS);
        int h = heights[i / PICTURE_HAIRS];
        RasterSurface s = portrait(h, look, PICTURE_CALM, false);
        memcpy(first, s.pixels, (size_t)(s.width * s.height) * sizeof *first);
        s = portrait(h, look, PICTURE_CALM, true);
        for (int y = h * 26 / 136; y < h * 132 / 136; y++) {
            for (int x = h * 48 / 136; x < h * 66 / 136; x++) {
                if (s.pixels[y * s.width + x] != first[y * s.width + x]) {
                    fail_msg("look %u (hair %d, coat %d): the ground shows at %d, %d of %d", i,
                             look.hair, look.coat, x, y, h);
                }
            }
        }
    }
}

// In high contrast somebody is set off from the dark ground by a white edge, whatever the colours:
// on each row of the head the first that is not ground is white.
static void people_stand_out_in_high_contrast(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < PICTURE_HAIRS; i++) {
        PictureLook look = { .skin = 5, .hair = (uint8_t)i, .age = 30, .coat_colour = 1 };
        RasterSurface s = portrait(408, look, PICTURE_CALM, true);
        for (int y = 90; y < 230; y += 10) {
            const uint32_t *row = s.pixels + y * s.width;
            uint32_t ground = row[12];
            int x = 12;
            while (x < s.width && row[x] == ground) {
                x++;
            }
            int brightest = 0;
            for (int k = 0; k < 4; k++) {
                int light = (int)((row[x + k] >> 8) & 255u);
                brightest = light > brightest ? light : brightest;
            }
            assert_in_range(x, 13, 200);
            assert_in_range(brightest, 240, 255);
        }
    }
}

// ---- figures ------------------------------------------------------------------------------------

static const float FEET_X = 70.0f, FEET_Y = 90.0f, TALL = 52.0f;

static RasterSurface figure(PictureLook look, PicturePose pose, float stride, int facing,
                            bool contrast, RasterRect *touched)
{
    RasterSurface s = part(140, 110);
    PicturePalette palette =
        contrast ? picture_palette_high_contrast() : picture_palette(PICTURE_DAY);
    PicturePerson person = { .present = true,
                             .look = look,
                             .pose = (uint8_t)pose,
                             .facing = (int8_t)facing,
                             .stride = stride };
    Raster raster;
    raster_init(&raster, s);
    sample_clear(s, 0xff808080u);
    picture_figure(&raster, &palette, &person, FEET_X, FEET_Y, TALL);
    RasterRect dirty = raster_dirty_take(&raster);
    if (touched != NULL) {
        *touched = dirty;
    }
    raster_deinit(&raster);
    return s;
}

static uint64_t figure_sum(PictureLook look, PicturePose pose, float stride)
{
    return sum_of(figure(look, pose, stride, 1, false, NULL));
}

static void figures_wear_what_portraits_wear(void **state)
{
    (void)state;
    uint64_t sums[KINDS];
    for (int t = 0; t < TRAITS; t++) {
        if (t >= 5 && t <= 7) { // no faces from afar
            continue;
        }
        for (int k = 0; k < traits[t].kinds; k++) {
            sums[k] = figure_sum(with(plain, t, k), PICTURE_STAND, 0.0f);
        }
        all_differ(sums, traits[t].kinds, traits[t].name);
    }
}

enum { POSES = PICTURE_SHRUG + 1 };

static void poses_differ(void **state)
{
    (void)state;
    for (int chair = 0; chair < 2; chair++) {
        PictureLook look = plain;
        look.wheelchair = chair != 0;
        uint64_t sums[POSES];
        for (int p = 0; p < POSES; p++) {
            sums[p] = figure_sum(look, (PicturePose)p, 2.0f);
        }
        all_differ(sums, POSES, chair ? "pose in a wheelchair" : "pose");
    }
}

static void the_stride_moves_them(void **state)
{
    (void)state;
    static const PicturePose moving[] = { PICTURE_STAND, PICTURE_WALK,  PICTURE_TEST_FOOT,
                                          PICTURE_WAVE,  PICTURE_CARRY, PICTURE_HAMMER };
    for (size_t i = 0; i < sizeof moving / sizeof moving[0]; i++) {
        uint64_t sums[3] = { figure_sum(plain, moving[i], 0.0f), figure_sum(plain, moving[i], 1.2f),
                             figure_sum(plain, moving[i], 2.6f) };
        all_differ(sums, 3, "stride");
    }
    PictureLook rolling = plain; // wheels turn, hands push
    rolling.wheelchair = true;
    uint64_t sums[3] = { figure_sum(rolling, PICTURE_WALK, 0.0f),
                         figure_sum(rolling, PICTURE_WALK, 0.4f),
                         figure_sum(rolling, PICTURE_WALK, 0.8f) };
    all_differ(sums, 3, "wheels");
}

// Nothing lies further from the feet than what is restored behind somebody.
static void figures_stay_near_their_feet(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 64; i++) {
        PictureLook look = picture_look_any(i);
        look.hair = (uint8_t)(i % PICTURE_HAIRS);
        for (int p = 0; p < POSES; p++) {
            for (int facing = -1; facing <= 1; facing += 2) {
                RasterRect r;
                figure(look, (PicturePose)p, (float)i * 0.37f, facing, i % 2 != 0, &r);
                float reach = p == PICTURE_CARRY ? 0.50f : 0.48f;
                assert_true((float)r.x0 >= FEET_X - reach * TALL - 1.0f);
                assert_true((float)r.x1 <= FEET_X + reach * TALL + 1.0f);
                assert_true((float)r.y0 >= FEET_Y - 1.22f * TALL);
                assert_true((float)r.y1 <= FEET_Y + 0.08f * TALL + 2.0f);
            }
        }
    }
}

// Who faces left is who faces right, turned around: about as much is covered.
static void they_can_face_both_ways(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 32; i++) {
        int covered[2] = { 0, 0 };
        for (int side = 0; side < 2; side++) {
            RasterSurface s =
                figure(picture_look_any(i), PICTURE_POINT, 0.0f, side ? -1 : 1, true, NULL);
            int reach = 0;
            for (int k = 0; k < s.width * s.height; k++) {
                bool there = s.pixels[k] != 0xff808080u;
                covered[side] += there;
                int x = k % s.width;
                if (there && k / s.width < 66) { // the hand that points, above the knees
                    int out = side ? (int)FEET_X - x : x - (int)FEET_X;
                    reach = out > reach ? out : reach;
                }
            }
            assert_in_range(reach, 16, 30);
        }
        assert_in_range(covered[0], covered[1] * 9 / 10, covered[1] * 11 / 10);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_mean_what_is_drawn),
        cmocka_unit_test(the_list_of_words_is_whole),
        cmocka_unit_test(flags_stand_for_the_plain_kind),
        cmocka_unit_test(any_look_covers_the_wardrobe),
        cmocka_unit_test(nothing_is_tied_to_a_skin),
        cmocka_unit_test(same_means_every_trait),
        cmocka_unit_test(every_trait_shows),
        cmocka_unit_test(moods_differ_when_small),
        cmocka_unit_test(no_gaps_at_any_scale),
        cmocka_unit_test(people_stand_out_in_high_contrast),
        cmocka_unit_test(figures_wear_what_portraits_wear),
        cmocka_unit_test(poses_differ),
        cmocka_unit_test(the_stride_moves_them),
        cmocka_unit_test(figures_stay_near_their_feet),
        cmocka_unit_test(they_can_face_both_ways),
    };
    return cmocka_run_group_tests(tests, make_sheet, drop_sheet);
}
