// SVG: well-formed whatever the words are, small, complete in itself, said by the same drawing code
// as the pixels; several on one page do not get into each other's way.
#include "support/test.h"

#include "base/arena.h"
#include "bridge/example.h"
#include "picture/canyon.h"
#include "picture/svg.h"
#include "picture/xml_walk.h"

#include <math.h>

static XmlWalk walk; // too large for the stack

static PicturePalette palette_of(int i)
{
    return i < PICTURE_LIGHTS ? picture_palette((PictureLight)i) : picture_palette_high_contrast();
}

static int occurrences(const char *text, const char *part)
{
    int n = 0;
    for (const char *s = strstr(text, part); s != NULL; s = strstr(s + 1, part)) {
        n++;
    }
    return n;
}

// Numbers have two decimals at most.
static void assert_short_numbers(const char *text)
{
    for (const char *s = strchr(text, '.'); s != NULL; s = strchr(s + 1, '.')) {
        if (s[1] >= '0' && s[1] <= '9') {
            size_t digits = strspn(s + 1, "0123456789");
            assert_true(digits <= 2);
        }
    }
}

static void every_state_is_well_formed_and_small(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    for (int i = 0; i < bridge_example_count(); i++) {
        int light = i % 5;
        BridgeCondition condition = bridge_example(i);
        PicturePalette palette = palette_of(light);
        PictureSvgWords words = { "b1", "The bridge", "sound. All planks lie." };
        text_clear(&out);
        picture_svg_bridge(&condition, &palette, picture_svg_crop(&condition), words, &out);
        xml_walk(&walk, out.data);
        assert_short_numbers(out.data);
        if (out.length > 60000) {
            fail_msg("%s is %zu bytes large", bridge_example_name(i), out.length);
        }
        assert_true(out.length > 5000 && walk.elements > 40);
        assert_non_null(strstr(out.data, "role=\"img\""));
        assert_non_null(strstr(out.data, "viewBox=\"0 0 "));
        assert_non_null(strstr(out.data, "<title id=\"b1-t\">The bridge</title>"));
        assert_non_null(strstr(out.data, "<desc id=\"b1-d\">sound. All planks lie.</desc>"));
        assert_null(strstr(out.data, "http://www.w3.org/1999/xlink"));
        assert_null(strstr(out.data, "<script"));
        assert_null(strstr(out.data, "nan"));
        assert_null(strstr(out.data, "inf"));
        size_t large = out.length;
        text_clear(&out);
        picture_svg_small(&condition, &palette, picture_svg_crop(&condition), words, &out);
        xml_walk(&walk, out.data);
        assert_true(out.length < large && out.length < 50000);
    }
    text_deinit(&out);
}

static void hostile_words_are_escaped(void **state)
{
    (void)state;
    static const char *const words[] = {
        "</title><script>alert(1)</script>",
        "a \"quoted\" & 'single' <b>",
        "&amp; ]]> &#0; &unknown;",
        "control \x01\x02\x1b\x7f and tab\tand line\nend",
        "bad UTF-8 \xff\xfe\xc3 \xed\xa0\x80 \xf5\x80\x80\x80 end\xe2\x82",
        "non-characters \xef\xbf\xbe \xef\xbf\xbf",
        "",
        "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae right to left",
    };
    static const char *const ids[] = { "ok",       "",
                                       "1 2\"><x", "a-very-long-id-that-goes-on-and-on-on",
                                       "\xc3\xa4", "-x",
                                       "#a)",      "x y" };
    BridgeCondition condition = bridge_example(0);
    PicturePalette palette = palette_of(0);
    Text out = { .data = NULL };
    for (int i = 0; i < 8; i++) {
        text_clear(&out);
        picture_svg_chip(&condition, &palette, (PictureSvgWords){ ids[i], words[i], words[7 - i] },
                         &out);
        xml_walk(&walk, out.data);
        assert_null(strstr(out.data, "<script"));
        assert_int_equal(occurrences(out.data, "<title"), 1);
    }
    text_clear(&out);
    picture_svg_escape(&out, "a<b>&\"c\xff"
                             "d");
    assert_string_equal(out.data, "a&lt;b&gt;&amp;&quot;c\xef\xbf\xbd"
                                  "d");
    text_deinit(&out);
}

static void several_stand_in_one_page(void **state)
{
    (void)state;
    Text page = { .data = NULL };
    text_add(&page, "<div>");
    for (int i = 0; i < 3; i++) {
        char id[16];
        snprintf(id, sizeof id, "p%d", i);
        BridgeCondition condition = bridge_example(i * 2);
        PicturePalette palette = palette_of(i);
        PictureLook look = picture_look_any((uint32_t)i);
        picture_svg_small(&condition, &palette, picture_svg_crop(&condition),
                          (PictureSvgWords){ id, "a bridge", NULL }, &page);
        snprintf(id, sizeof id, "f%d", i);
        picture_svg_portrait(&look, PICTURE_WARM, false, (PictureSvgWords){ id, "a person", NULL },
                             &page);
    }
    text_add(&page, "</div>");
    xml_walk(&walk, page.data); // ids are unique, references are found
    assert_true(walk.id_count > 20);
    text_deinit(&page);
}

static void states_and_lights_differ(void **state)
{
    (void)state;
    Text a = { .data = NULL };
    Text b = { .data = NULL };
    PicturePalette day = palette_of(0);
    PictureSvgWords words = { "x", "x", NULL };
    for (int i = 0; i + 1 < bridge_example_count(); i++) {
        BridgeCondition one = bridge_example(i);
        BridgeCondition two = bridge_example(i + 1);
        text_clear(&a);
        text_clear(&b);
        picture_svg_bridge(&one, &day, picture_svg_crop(&one), words, &a);
        picture_svg_bridge(&two, &day, picture_svg_crop(&two), words, &b);
        assert_string_not_equal(a.data, b.data);
    }
    for (int i = 1; i < 5; i++) {
        BridgeCondition one = bridge_example(0);
        PicturePalette other = palette_of(i);
        text_clear(&b);
        picture_svg_bridge(&one, &other, picture_svg_crop(&one), words, &b);
        assert_string_not_equal(a.data, b.data);
    }
    text_deinit(&a);
    text_deinit(&b);
}

static PictureSvg *open_small(Text *out)
{
    return picture_svg_open(out, (PictureSvgCrop){ 10, 20, 100, 50 }, 2.0f, 0.0f,
                            (PictureSvgWords){ "t", "t", NULL });
}

static void paths_and_paints_are_said(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    PictureSvg *svg = open_small(&out);
    Raster *raster = picture_svg_raster(svg);
    raster_rect(raster, 12, 25, 10, 5);
    raster_fill(raster, 0xff0000, 1.0f);
    raster_move(raster, 40, 30);
    raster_quad(raster, 50, 20, 60, 30);
    raster_cubic(raster, 62, 40, 38, 40, 40, 30);
    raster_fill(raster, 0x0000ff, 0.5f);
    raster_ellipse(raster, 80, 40, 5, 4);
    raster_fill_linear(raster, 0xff00ff00u, 0x0000ff00u, 0, 36, 0, 44);
    raster->blend = RASTER_SCREEN;
    raster_glow(raster, 60, 40, 8, 0xffffff, 0.5f);
    raster->blend = RASTER_NORMAL;
    RasterRect old = raster_clip_box(raster, 20, 30, 20, 20, 4);
    raster_rect(raster, 0, 0, 200, 200);
    raster_fill(raster, 0x00ffff, 1.0f);
    raster_clip(raster, old);
    picture_svg_close(svg);
    xml_walk(&walk, out.data);
    assert_non_null(strstr(out.data, "<path fill=\"#f00\" d=\"m4 10h20v10h-20z\"/>"));
    assert_non_null(strstr(out.data, "fill=\"#00f\" fill-opacity=\".50\" d=\"m60 20q20-20 40 0c"));
    assert_non_null(strstr(out.data, "<linearGradient id=\"t-g"));
    assert_non_null(strstr(out.data, "a10 8 0 1 1 20 0"));
    assert_non_null(strstr(out.data, "<radialGradient id=\"t-g"));
    assert_non_null(strstr(out.data, "mix-blend-mode:screen"));
    assert_non_null(strstr(out.data, "<circle "));
    assert_non_null(strstr(out.data, "<clipPath id=\"t-c1\"><rect x=\"20\" y=\"20\" width=\"40\" "
                                     "height=\"40\" rx=\"8\"/>"));
    assert_non_null(strstr(out.data, "<g clip-path=\"url(#t-c1)\">"));
    text_deinit(&out);
}

// Shapes of one colour become one element, but nothing is painted over what was painted after it.
static void shapes_join_only_where_it_looks_the_same(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    PictureSvg *svg = open_small(&out);
    Raster *raster = picture_svg_raster(svg);
    for (int i = 0; i < 5; i++) { // apart: joined across the others
        raster_rect(raster, 12.0f + 15.0f * (float)i, 25, 10, 10);
        raster_fill(raster, 0xff0000, 1.0f);
        raster_rect(raster, 14.0f + 15.0f * (float)i, 27, 4, 4);
        raster_fill(raster, 0x0000ff, 1.0f);
    }
    raster_rect(raster, 12, 45, 20, 10); // one on the other: as said
    raster_fill(raster, 0x00ff00, 1.0f);
    raster_rect(raster, 15, 47, 20, 10);
    raster_fill(raster, 0xffff00, 1.0f);
    raster_rect(raster, 18, 49, 20, 10);
    raster_fill(raster, 0x00ff00, 1.0f);
    raster_rect(raster, 60, 45, 10, 10); // translucent twice stays twice
    raster_fill(raster, 0xff00ff, 0.5f);
    raster_rect(raster, 62, 47, 10, 10);
    raster_fill(raster, 0xff00ff, 0.5f);
    picture_svg_close(svg);
    xml_walk(&walk, out.data);
    assert_int_equal(occurrences(out.data, "#f00\""), 1);
    assert_int_equal(occurrences(out.data, "#00f\""), 1);
    assert_true(strstr(out.data, "#f00\"") < strstr(out.data, "#00f\""));
    assert_int_equal(occurrences(out.data, "#0f0\""), 2);
    assert_int_equal(occurrences(out.data, "#f0f\""), 2);
    const char *yellow = strstr(out.data, "#ff0\"");
    assert_true(strstr(out.data, "#0f0\"") < yellow && strstr(yellow, "#0f0\"") != NULL);
    text_deinit(&out);
}

// Small things go, unless they carry meaning: the number of a promise stays.
static void numbers_stay_when_details_go(void **state)
{
    (void)state;
    BridgeCondition with = bridge_example(bridge_example_find("crowded"));
    BridgeCondition without = with;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        without.planks[i].disc = without.planks[i].mended_by = 0;
    }
    PicturePalette day = palette_of(0);
    Text a = { .data = NULL };
    Text b = { .data = NULL };
    PictureSvgWords words = { "x", "x", NULL };
    picture_svg_small(&with, &day, picture_svg_crop(&with), words, &a);
    picture_svg_small(&without, &day, picture_svg_crop(&with), words, &b);
    assert_true(a.length > b.length + 3000);
    text_clear(&a);
    text_clear(&b);
    picture_svg_chip(&with, &day, words, &a);
    picture_svg_chip(&without, &day, words, &b);
    assert_string_equal(a.data, b.data); // a chip has none
    assert_true(a.length < 16000);
    text_deinit(&a);
    text_deinit(&b);
}

static void bad_numbers_are_left_out(void **state)
{
    (void)state;
    Text out = { .data = NULL };
    PictureSvg *svg = open_small(&out);
    Raster *raster = picture_svg_raster(svg);
    const float bad[] = { NAN, INFINITY, -INFINITY, 3.0e38f, -3.0e38f };
    for (int i = 0; i < 5; i++) {
        raster_rect(raster, bad[i], 25, 10, 10);
        raster_fill(raster, 0xff0000, 1.0f);
        raster_ellipse(raster, 30, bad[i], 5, bad[i]);
        raster_fill(raster, 0xff0000, bad[i]);
        raster_glow(raster, 30, 30, bad[i], 0xff0000, bad[i]);
        raster_glow(raster, bad[i], 30, 5, 0xff0000, 1.0f);
        raster_move(raster, 20, 30);
        raster_line(raster, bad[i], 40);
        raster_cubic(raster, 30, 30, bad[i], 3, 4, bad[i]);
        raster_line(raster, 40, 40);
        raster_line(raster, 30, 50);
        raster_fill_linear(raster, 0xff112233u, 0xff445566u, bad[i], 0, 0, bad[i]);
    }
    picture_svg_close(svg);
    xml_walk(&walk, out.data);
    assert_null(strstr(out.data, "nan"));
    assert_null(strstr(out.data, "inf"));
    text_deinit(&out);
}

static void nothing_is_leaked(void **state)
{
    (void)state;
    size_t before = mem_live();
    Text out = { .data = NULL };
    BridgeCondition condition = bridge_example(4);
    PicturePalette palette = palette_of(1);
    picture_svg_bridge(&condition, &palette, picture_svg_crop(&condition),
                       (PictureSvgWords){ "x", "x", "y" }, &out);
    text_deinit(&out);
    assert_int_equal(mem_live(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_is_well_formed_and_small),
        cmocka_unit_test(hostile_words_are_escaped),
        cmocka_unit_test(several_stand_in_one_page),
        cmocka_unit_test(states_and_lights_differ),
        cmocka_unit_test(paths_and_paints_are_said),
        cmocka_unit_test(shapes_join_only_where_it_looks_the_same),
        cmocka_unit_test(numbers_stay_when_details_go),
        cmocka_unit_test(bad_numbers_are_left_out),
        cmocka_unit_test(nothing_is_leaked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
