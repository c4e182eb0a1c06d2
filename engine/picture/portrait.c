// The tile, the shoulders and what is worn on them. Head and hair stand in portrait_face.c and
// portrait_hair.c.
#include "picture/portrait.h"

#include "picture/colour.h"
#include "picture/portrait_parts.h"

void picture_portrait_blob(const PortraitTile *tile, float x, float y, float rx, float ry,
                           uint32_t rgb, float alpha)
{
    const PictureSketch *k = &tile->sketch;
    raster_ellipse(k->raster, k->x + k->sx * x, k->y + k->sy * y, k->sx * rx, k->sy * ry);
    raster_fill(k->raster, rgb, alpha);
}

static void draw(const PortraitTile *tile, const char *outline, uint32_t rgb, float alpha)
{
    picture_sketch_fill(&tile->sketch, outline, rgb, alpha);
}

static void draw_ground(const PortraitTile *tile, float height, bool contrast)
{
    const PictureSketch *k = &tile->sketch;
    picture_sketch(k, "M0 0 L112 0 112 136 0 136 Z");
    if (contrast) {
        raster_fill(k->raster, 0x22304a, 1.0f);
        return;
    }
    raster_fill_linear(k->raster, 0xff3f7f93, 0xfff0cf9c, 0, k->y, 0, k->y + height);
    picture_portrait_blob(tile, 96, 64, 27, 27, 0xfff3d6, 0.50f);
    draw(tile, "M0 104 C22 96 40 101 58 97 C78 92 96 98 112 92 L112 136 0 136 Z", 0xd9a87a, 0.45f);
}

static void draw_wheelchair(const PortraitTile *tile)
{
    draw(tile, "M24 96 C24 90 30 88 36 88 L78 88 C84 88 90 90 90 96 L93 136 21 136 Z", 0x2c2a3a,
         1.0f);
    draw(tile, "M24 96 C24 90 30 88 36 88 L42 88 L40 136 21 136 Z", 0x1c1a28, 0.7f);
    draw(tile,
         "M17 84 L29 84 C31 84 31 90 29 90 L24 90 L24 104 L19 104 L19 90 L17 90 C15 90 15 84 17 84 "
         "Z",
         0x55556a, 1.0f);
    draw(tile,
         "M83 84 L95 84 C97 84 97 90 95 90 L93 90 L93 104 L88 104 L88 90 L83 90 C81 90 81 84 83 84 "
         "Z",
         0x55556a, 1.0f);
}

// Shoulders with the side away from the sun in shade and a rim of light on the other.
static void draw_shoulders(const PortraitTile *tile, uint32_t cloth, uint32_t shade)
{
    draw(tile, "M4 140 C8 112 24 102 44 98 L70 98 C90 102 106 112 110 140 Z", cloth, 1.0f);
    draw(tile, "M4 140 C8 112 24 102 44 98 C38 112 38 126 40 140 Z", shade, 0.85f);
    draw(tile, "M98 108 C105 114 108 126 110 140 L104 140 C104 126 101 114 94 105 Z", 0xffe2a8,
         0.70f);
}

static void draw_neck(const PortraitTile *tile)
{
    draw(tile, "M46 74 L69 74 C69 92 70 98 76 101 C66 111 48 111 38 101 C45 98 46 92 46 74 Z",
         tile->skin_shade, 1.0f);
    draw(tile, "M60 84 L69 80 C69 92 70 98 76 101 C71 106 65 108 59 109 C63 102 62 92 60 84 Z",
         tile->skin, 0.75f);
}

static void wear_overall(const PortraitTile *tile)
{
    draw(tile, "M36 100 C46 112 68 112 78 100 L81 104 C70 118 44 118 33 104 Z", tile->accent_shade,
         0.9f);
    draw(tile, "M24 104 L33 101 L43 122 L43 140 L30 140 Z", tile->coat, 1.0f);
    draw(tile, "M90 104 L81 101 L71 122 L71 140 L86 140 Z", tile->coat, 1.0f);
    draw(tile, "M37 121 L77 121 L79 140 L35 140 Z", tile->coat, 1.0f);
    draw(tile, "M37 121 L47 121 L46 140 L35 140 Z", tile->coat_shade, 0.7f);
    draw(tile, "M50 126 L66 126 L66 140 L50 140 Z", tile->coat_shade, 0.55f);
    picture_portrait_blob(tile, 41, 124, 2.6f, 2.6f, 0xe8cf96, 1.0f);
    picture_portrait_blob(tile, 73, 124, 2.6f, 2.6f, 0xe8cf96, 1.0f);
}

static void wear_jacket(const PortraitTile *tile)
{
    draw(tile, "M42 99 L58 128 L73 99 C66 110 48 110 42 99 Z", tile->accent, 1.0f);
    draw(tile, "M42 99 L58 128 L56 140 L50 140 C44 126 38 114 33 102 Z", tile->coat_shade, 1.0f);
    draw(tile, "M73 99 L58 128 L59 140 L66 140 C72 126 78 114 82 102 Z",
         colour_mix(tile->coat, 0xffffff, 0.12f), 1.0f);
    draw(tile, "M57 128 L59 128 L59.6 140 L56.4 140 Z", 0xe8cf96, 0.9f);
    draw(tile, "M82 116 L94 113 L95 117 L83 120 Z", tile->coat_shade, 0.8f);
}

static void wear_coat(const PortraitTile *tile)
{
    draw(tile, "M36 100 C46 112 68 112 78 100 L84 106 C70 124 44 124 30 106 Z", tile->accent, 1.0f);
    draw(tile, "M30 106 C36 114 42 117 48 118.5 L45 108 C41 106 38 103 36 100 Z",
         tile->accent_shade, 0.8f);
    draw(tile, "M56 119 L60 119 L61 140 L57 140 Z", tile->coat_shade, 0.8f);
    picture_portrait_blob(tile, 65, 128, 2.0f, 2.0f, 0xe8cf96, 0.9f);
}

static void wear_shirt(const PortraitTile *tile)
{
    draw(tile, "M57 112 L60 112 L61 140 L56 140 Z", tile->coat_shade, 0.7f);
    draw(tile, "M40 98 L58 113 L46 122 L34 103 Z", colour_mix(tile->coat, 0xffffff, 0.16f), 1.0f);
    draw(tile, "M75 98 L58 113 L70 122 L81 103 Z", colour_mix(tile->coat, 0xffffff, 0.26f), 1.0f);
    picture_portrait_blob(tile, 58.5f, 121, 1.5f, 1.5f, 0xfff3dc, 0.9f);
    picture_portrait_blob(tile, 58.5f, 131, 1.5f, 1.5f, 0xfff3dc, 0.9f);
}

static void wear_cardigan(const PortraitTile *tile)
{
    draw(tile, "M36 101 C44 112 70 112 79 101 L66 140 L50 140 Z", tile->accent, 1.0f);
    draw(tile, "M36 101 C42 108 47 110 52 110 L54 140 L50 140 Z", tile->accent_shade, 0.7f);
    draw(tile, "M31 103 L37 100 L54 140 L46 140 Z", colour_mix(tile->coat, 0x000000, 0.22f), 1.0f);
    draw(tile, "M84 103 L78 100 L63 140 L71 140 Z", colour_mix(tile->coat, 0xffffff, 0.14f), 1.0f);
    picture_portrait_blob(tile, 47, 129, 1.6f, 1.6f, 0xfff3dc, 0.85f);
    picture_portrait_blob(tile, 43, 119, 1.6f, 1.6f, 0xfff3dc, 0.85f);
}

static void draw_clothes(const PortraitTile *tile)
{
    bool overall = tile->look->coat == PICTURE_OVERALL;
    draw_shoulders(tile, overall ? tile->accent : tile->coat,
                   overall ? tile->accent_shade : tile->coat_shade);
    draw_neck(tile);
    switch ((PictureCoat)tile->look->coat) {
    case PICTURE_OVERALL:
        wear_overall(tile);
        break;
    case PICTURE_JACKET:
        wear_jacket(tile);
        break;
    case PICTURE_COAT:
        wear_coat(tile);
        break;
    case PICTURE_SHIRT:
        wear_shirt(tile);
        break;
    case PICTURE_CARDIGAN:
        wear_cardigan(tile);
        break;
    }
}

void picture_portrait(Raster *raster, float x, float y, float height, const PictureLook *look,
                      PictureMood mood, bool high_contrast)
{
    float s = height / (float)PICTURE_PORTRAIT_HEIGHT;
    float width = s * (float)PICTURE_PORTRAIT_WIDTH;
    PortraitTile tile = { .sketch = { raster, x, y, s, s },
                          .look = look,
                          .mood = mood,
                          .skin = picture_look_skin(look),
                          .hair = picture_look_hair(look),
                          .coat = picture_look_coat(look),
                          .accent = picture_look_accent(look) };
    tile.skin_shade = colour_mix(tile.skin, 0x5a2638, 0.34f);
    tile.skin_lit = colour_mix(tile.skin, 0xffdca8, 0.42f);
    tile.hair_lit = colour_mix(tile.hair, 0xd99a68, 0.22f);
    tile.coat_shade = colour_mix(tile.coat, 0x1a1030, 0.42f);
    tile.accent_shade = colour_mix(tile.accent, 0x4a3050, 0.32f);
    tile.line = colour_mix(tile.skin, 0x2a1020, 0.70f);
    RasterRect clip = raster_clip_box(raster, x, y, width, height, 10.0f * s);
    draw_ground(&tile, height, high_contrast);
    picture_portrait_hair_behind(&tile);
    if (look->wheelchair) {
        draw_wheelchair(&tile);
    }
    draw_clothes(&tile);
    picture_portrait_face(&tile);
    raster_clip(raster, clip);
    if (high_contrast) {
        raster_round_frame(raster, x, y, width, height, 10.0f * s, 2.0f);
        raster_fill(raster, 0xffffff, 1.0f);
    }
}
