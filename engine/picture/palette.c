// The four lights and the high-contrast palette, as tables, and mixing.
#include "picture/palette.h"

#include "picture/colour.h"

#include <assert.h>

static const PicturePalette lights[PICTURE_LIGHTS] = {
    [PICTURE_DAY] = {
        .sky = {0x2d7396, 0x6fb0b8, 0xcfe0c8, 0xfbe3b4},
        .sun = 0xfff6dc,
        .cloud = 0xfff3d6,
        .cloud_low = 0xf7d9a8,
        .far = {0xc9b3b0, 0xc29a90, 0xb88073},
        .haze = 0xf6dcb4,
        .mist = 0xfbe9cc,
        .strata = {0xe39a5e, 0xd07d4a, 0xbf673f, 0xdda76e, 0xa85338},
        .shade = 0x5b3350,
        .deep = 0x33204a,
        .lit = 0xffd79a,
        .river = 0x8fd0cc,
        .grass = 0xb9a04e,
        .grass_dark = 0x7f7a3c,
        .path = 0xe3c48a,
        .pine = 0x2f4a3f,
        .pine_lit = 0x5d7a48,
        .wood = {0xf0c47c, 0xb9814b, 0x96785c, 0x75685e},
        .wood_shadow = 0x4a2c22,
        .rope = {0x5a3a24, 0xb08a52, 0xe9d09a},
        .rope_new = 0xf6e6bd,
        .whipping = 0xb5382c,
        .rim = 0xffe2a8,
        .sky_stop = {0.0f, 0.34f, 0.66f, 1.0f},
        .sun_x = 842.0f,
        .sun_y = 150.0f,
        .sun_radius = 46.0f,
        .cloud_seed = 7700u,
    },
    [PICTURE_DUSK] = {
        .sky = {0x1c1d4a, 0x4e2f6e, 0xb5527c, 0xf79a6b},
        .sun = 0xffd9a0,
        .cloud = 0xe0768a,
        .cloud_low = 0x8a4a86,
        .far = {0x8a5688, 0x6f4580, 0x573870},
        .haze = 0xe08a82,
        .mist = 0xd8848c,
        .strata = {0x8d4a5c, 0x7a3f58, 0x683654, 0x9a5660, 0x552c4c},
        .shade = 0x2c1c48,
        .deep = 0x17123a,
        .lit = 0xffa070,
        .river = 0xc9708a,
        .grass = 0x4c3a58,
        .grass_dark = 0x342c4c,
        .path = 0x7d5a6c,
        .pine = 0x17193a,
        .pine_lit = 0x3c2c54,
        .wood = {0xd99a68, 0x8a5648, 0x6b4a52, 0x554150},
        .wood_shadow = 0x24162e,
        .rope = {0x2c1a2e, 0x8a5a4a, 0xf0b27c},
        .rope_new = 0xf7d0a0,
        .whipping = 0xb5382c,
        .rim = 0xffb878,
        .sky_stop = {0.0f, 0.38f, 0.72f, 1.0f},
        .sun_x = 820.0f,
        .sun_y = 232.0f,
        .sun_radius = 58.0f,
        .lamps = 1.0f,
        .stars = 0.6f,
        .cloud_seed = 7700u,
    },
    [PICTURE_DAWN] = {
        .sky = {0x6c9ac0, 0xb2bfd4, 0xf0cfc4, 0xffe6bf},
        .sun = 0xfff2d4,
        .cloud = 0xfff0e6,
        .cloud_low = 0xf2c6c0,
        .far = {0xb7b3cc, 0xa59cbd, 0x9382a8},
        .haze = 0xf4dccf,
        .mist = 0xfaeadd,
        .strata = {0xd9946e, 0xc67c63, 0xb26a5c, 0xdba583, 0x945252},
        .shade = 0x54406c,
        .deep = 0x2f2c58,
        .lit = 0xffd8b0,
        .river = 0xb8d8de,
        .grass = 0x9aa070,
        .grass_dark = 0x66755c,
        .path = 0xe0c9a6,
        .pine = 0x33505a,
        .pine_lit = 0x648076,
        .wood = {0xf2cc92, 0xb48660, 0x8f7c70, 0x70686c},
        .wood_shadow = 0x46303a,
        .rope = {0x564044, 0xac8c6c, 0xecd8b4},
        .rope_new = 0xfaecce,
        .whipping = 0xb5382c,
        .rim = 0xffe6c4,
        .sky_stop = {0.0f, 0.36f, 0.7f, 1.0f},
        .sun_x = 420.0f,
        .sun_y = 214.0f,
        .sun_radius = 50.0f,
        .lamps = 0.35f,
        .cloud_seed = 7700u,
    },
    [PICTURE_STORM] = {
        .sky = {0x2a3844, 0x4a5c66, 0x7c8c8c, 0xaab0a2},
        .sun = 0xd8dccc,
        .cloud = 0x8a9a9c,
        .cloud_low = 0x5a6a72,
        .far = {0x8a9696, 0x75837f, 0x66706c},
        .haze = 0xa8b0a4,
        .mist = 0xb4bcb2,
        .strata = {0x96705a, 0x845f4e, 0x745044, 0x9a7c64, 0x5e4240},
        .shade = 0x2f2c3c,
        .deep = 0x1c2230,
        .lit = 0xc8b89c,
        .river = 0x8aa6aa,
        .grass = 0x6e7050,
        .grass_dark = 0x4c5444,
        .path = 0x9a8c70,
        .pine = 0x20302f,
        .pine_lit = 0x40544a,
        .wood = {0xd0ac78, 0x8a6a4c, 0x6f6258, 0x5a5452},
        .wood_shadow = 0x30241f,
        .rope = {0x40302a, 0x8a724e, 0xc4b48c},
        .rope_new = 0xe0d4b4,
        .whipping = 0xb5382c,
        .rim = 0xd8d8c0,
        .sky_stop = {0.0f, 0.4f, 0.75f, 1.0f},
        .sun_x = 842.0f,
        .sun_y = 150.0f,
        .lamps = 1.0f,
        .cloud_seed = 8855u,
    },
};

PicturePalette picture_palette(PictureLight light)
{
    assert((int)light >= 0 && (int)light < PICTURE_LIGHTS);
    return lights[light];
}

PicturePalette picture_palette_of_weather(uint8_t weather)
{
    int light = (int)weather - 1; // StoryWeather begins with "by the clock"; then the order is this one
    return picture_palette(light > 0 && light < PICTURE_LIGHTS ? (PictureLight)light : PICTURE_DAY);
}

PicturePalette picture_palette_high_contrast(void)
{
    PicturePalette p = lights[PICTURE_DAY];
    p.high_contrast = true;
    for (int i = 0; i < 4; i++) {
        p.sky[i] = i < 2 ? 0x10141c : 0x181e2a;
        p.wood[i] = i == 0 ? 0xffffff : 0xf2f2f2;
    }
    for (int i = 0; i < 3; i++) {
        p.rope[i] = i == 0 ? 0x000000 : i == 1 ? 0xe8e8e8 : 0xffffff;
        p.far[i] = 0x2e3a4c;
    }
    for (int i = 0; i < 5; i++) {
        p.strata[i] = 0x2e3a4c;
    }
    p.haze = p.mist = 0x202836;
    p.shade = p.deep = 0x000000;
    p.lit = p.path = p.rim = 0xffffff;
    p.grass = p.grass_dark = 0x56657c;
    p.rope_new = 0xffffff;
    p.whipping = 0x00c8ff;
    p.wood_shadow = 0x000000;
    p.sun_radius = 0.0f;
    p.stars = 0.0f;
    p.lamps = 0.0f;
    return p;
}

static void mix_all(uint32_t *out, const uint32_t *a, const uint32_t *b, int count, float t)
{
    for (int i = 0; i < count; i++) {
        out[i] = colour_mix(a[i], b[i], t);
    }
}

PicturePalette picture_palette_mix(const PicturePalette *a, const PicturePalette *b, float t)
{
    PicturePalette p = *a;
    mix_all(p.sky, a->sky, b->sky, 4, t);
    mix_all(p.far, a->far, b->far, 3, t);
    mix_all(p.strata, a->strata, b->strata, 5, t);
    mix_all(p.wood, a->wood, b->wood, 4, t);
    mix_all(p.rope, a->rope, b->rope, 3, t);
    p.sun = colour_mix(a->sun, b->sun, t);
    p.cloud = colour_mix(a->cloud, b->cloud, t);
    p.cloud_low = colour_mix(a->cloud_low, b->cloud_low, t);
    p.haze = colour_mix(a->haze, b->haze, t);
    p.mist = colour_mix(a->mist, b->mist, t);
    p.shade = colour_mix(a->shade, b->shade, t);
    p.deep = colour_mix(a->deep, b->deep, t);
    p.lit = colour_mix(a->lit, b->lit, t);
    p.river = colour_mix(a->river, b->river, t);
    p.grass = colour_mix(a->grass, b->grass, t);
    p.grass_dark = colour_mix(a->grass_dark, b->grass_dark, t);
    p.path = colour_mix(a->path, b->path, t);
    p.pine = colour_mix(a->pine, b->pine, t);
    p.pine_lit = colour_mix(a->pine_lit, b->pine_lit, t);
    p.wood_shadow = colour_mix(a->wood_shadow, b->wood_shadow, t);
    p.rope_new = colour_mix(a->rope_new, b->rope_new, t);
    p.whipping = colour_mix(a->whipping, b->whipping, t);
    p.rim = colour_mix(a->rim, b->rim, t);
    for (int i = 0; i < 4; i++) {
        p.sky_stop[i] = colour_lerp(a->sky_stop[i], b->sky_stop[i], t);
    }
    p.sun_x = colour_lerp(a->sun_x, b->sun_x, t);
    p.sun_y = colour_lerp(a->sun_y, b->sun_y, t);
    p.sun_radius = colour_lerp(a->sun_radius, b->sun_radius, t);
    p.lamps = colour_lerp(a->lamps, b->lamps, t);
    p.stars = colour_lerp(a->stars, b->stars, t);
    p.cloud_seed = t < 0.5f ? a->cloud_seed : b->cloud_seed;
    return p;
}
