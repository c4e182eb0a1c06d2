// Shoulders, neck and what is worn on them; behind them a wheelchair or a hood, before them hands.
#include "picture/colour.h"
#include "picture/portrait_parts.h"

static void cloth(const PortraitTile *tile, const char *outline, uint32_t rgb)
{
    portrait_fill(tile, outline, rgb, 1.0f);
}

static void shade(const PortraitTile *tile, const char *outline, float alpha)
{
    portrait_fill(tile, outline, tile->coat_shade, alpha);
}

static void crease(const PortraitTile *tile, PictureBrush brush, uint32_t rgb, float alpha)
{
    portrait_brush(tile, brush, rgb, alpha);
}

static const uint32_t brass = 0xe8cf96;
static const uint32_t pale = 0xfff3dc;

static void wear_overall(const PortraitTile *tile)
{
    portrait_fill(tile, "M36 99.4 C45 110.4 69 110.4 78 99.4 L81 104 C70 118 44 118 33 104 Z",
                  tile->accent_shade, 0.9f);
    cloth(tile, "M24 104 L33 101 L43 122 L43 140 L30 140 Z", tile->coat);
    cloth(tile, "M90 104 L81 101 L71 122 L71 140 L86 140 Z", tile->coat);
    cloth(tile, "M37 121 L77 121 L79 140 L35 140 Z", tile->coat);
    shade(tile, "M37 121 L47 121 L46 140 L35 140 Z", 0.7f);
    shade(tile, "M50 127 L66 127 L66 140 L50 140 Z", 0.55f);
    portrait_blob(tile, 41, 124, 2.6f, 2.6f, brass, 1.0f);
    portrait_blob(tile, 73, 124, 2.6f, 2.6f, brass, 1.0f);
}

static void wear_jacket(const PortraitTile *tile)
{
    cloth(tile, "M42 99 L58 128 L73 99 C66 110 48 110 42 99 Z", tile->accent);
    cloth(tile, "M42 98 L58 128 L56 140 L50 140 C44 126 38 114 33 101 Z", tile->coat_shade);
    cloth(tile, "M73 98 L58 128 L59 140 L66 140 C72 126 78 114 82 101 Z", tile->coat_lit);
    cloth(tile, "M57 127 L59 127 L59.6 140 L56.4 140 Z", brass);
    shade(tile, "M82 116 L94 113 L95 117 L83 120 Z", 0.8f);
}

static void wear_coat(const PortraitTile *tile)
{
    cloth(tile, "M36 99 C45 110.4 69 110.4 78 99 L84 106 C70 124 44 124 30 106 Z", tile->accent);
    portrait_fill(tile, "M30 106 C36 114 42 117 48 118.5 L45 108 C41 106 38 103 36 99 Z",
                  tile->accent_shade, 0.8f);
    crease(tile, (PictureBrush){ 48, 110, 60, 116, 76, 107, 0.4f, 1.4f, 0.4f }, tile->accent_shade,
           0.7f);
    cloth(tile, "M62 117 L72 113 L76 132 L66 134 Z", tile->accent);
    portrait_fill(tile, "M62 117 L66 115.4 L70 133 L66 134 Z", tile->accent_shade, 0.7f);
    shade(tile, "M56 119 L60 119 L61 140 L57 140 Z", 0.8f);
    portrait_blob(tile, 52, 130, 2.0f, 2.0f, brass, 0.9f);
}

static void collar(const PortraitTile *tile, uint32_t left, uint32_t right)
{
    cloth(tile, "M40 97 L58 113 L46 122 L34 102 Z", left);
    cloth(tile, "M75 97 L58 113 L70 122 L81 102 Z", right);
}

static void wear_shirt(const PortraitTile *tile)
{
    shade(tile, "M57 112 L60 112 L61 140 L56 140 Z", 0.7f);
    collar(tile, colour_mix(tile->coat, 0xffffff, 0.16f), colour_mix(tile->coat, 0xffffff, 0.26f));
    portrait_blob(tile, 58.5f, 121, 1.5f, 1.5f, pale, 0.9f);
    portrait_blob(tile, 58.5f, 131, 1.5f, 1.5f, pale, 0.9f);
    shade(tile, "M74 124 L88 122 L89 136 L75 138 Z", 0.35f);
}

static void wear_cardigan(const PortraitTile *tile)
{
    cloth(tile, "M36 101 C44 112 70 112 79 101 L66 140 L50 140 Z", tile->accent);
    portrait_fill(tile, "M36 101 C42 108 47 110 52 110 L54 140 L50 140 Z", tile->accent_shade,
                  0.7f);
    cloth(tile, "M31 102 L37 99 L54 140 L46 140 Z", colour_mix(tile->coat, 0x000000, 0.22f));
    cloth(tile, "M84 102 L78 99 L63 140 L71 140 Z", colour_mix(tile->coat, 0xffffff, 0.14f));
    portrait_blob(tile, 47, 129, 1.6f, 1.6f, pale, 0.85f);
    portrait_blob(tile, 43, 119, 1.6f, 1.6f, pale, 0.85f);
}

static void wear_apron(const PortraitTile *tile)
{
    uint32_t right = colour_mix(tile->accent, 0xffffff, 0.45f);
    collar(tile, tile->accent_lit, right);
    cloth(tile, "M39 104 L43.4 102.4 L47.4 118 L42.6 118 Z", tile->coat_shade);
    cloth(tile, "M78 102.4 L74 101 L69.6 118 L74.4 118 Z", tile->coat);
    cloth(tile, "M38 117 C50 119.6 66 119.6 78.6 117 L83 140 L34 140 Z", tile->coat);
    shade(tile, "M38 117 C41 117.6 44 118.2 47 118.6 L46 140 L34 140 Z", 0.75f);
    crease(tile, (PictureBrush){ 40, 120.6f, 58, 123.4f, 77, 120.6f, 0.7f, 0.7f, 0.7f }, pale,
           0.7f);
    shade(tile, "M55 128 L72 127.4 L73 140 L55 140 Z", 0.45f);
    crease(tile, (PictureBrush){ 68, 122.6f, 68.2f, 126, 68.4f, 130, 1.6f, 1.6f, 1.6f }, pale,
           0.95f);
}

static void wear_scrubs(const PortraitTile *tile)
{
    cloth(tile, "M43 98 C48 104 66 104 73 98 L77 100 L59 125 L38 100 Z", tile->skin);
    portrait_fill(tile, "M43 98 C48 104 52 103 57 103 L57 122 L38 100 Z", tile->skin_shade, 0.8f);
    cloth(tile, "M40.6 97.4 L35.6 100.6 L58.6 131 L59 121 Z", tile->coat_shade);
    cloth(tile, "M75.4 97.4 L80.4 100.6 L58.6 131 L59 121 Z", tile->coat_lit);
    shade(tile, "M74 122 L90 119.6 L91.6 138 L75.6 140 Z", 0.5f);
    crease(tile, (PictureBrush){ 79, 114, 79.4f, 118, 79.8f, 124, 1.7f, 1.7f, 1.7f }, pale, 1.0f);
    crease(tile, (PictureBrush){ 83.4f, 115, 83.8f, 118, 84, 123, 1.5f, 1.5f, 1.5f }, tile->accent,
           1.0f);
}

static void wear_vest(const PortraitTile *tile)
{
    const uint32_t bright = 0xf2c230, strip = 0xe6ecec;
    cloth(tile, "M42 99 C48 111 68 111 74 99 L77 101 C70 116 46 116 38 101 Z", tile->coat_lit);
    cloth(tile, "M27 104 L38 100 C42 114 50 122 56.4 128 L56 140 L24 140 C27 128 28.6 116 27 104 Z",
          colour_mix(bright, 0x7a3a20, 0.30f));
    cloth(tile, "M88 104 L78 100 C74 114 66 122 59.4 128 L60 140 L90 140 C88 128 87 116 88 104 Z",
          bright);
    portrait_fill(tile,
                  "M32 103 L37 101.2 C39 112 40 126 39.6 140 L33.4 140 C34.4 126 34 114 32 103Z",
                  colour_mix(strip, 0x5a4a60, 0.28f), 1.0f);
    cloth(tile, "M84 103 L79 101.2 C77 112 76 126 76.4 140 L82.6 140 C82 126 82.4 114 84 103 Z",
          strip);
    shade(tile, "M56.4 127 L59.4 127 L60 140 L56 140 Z", 0.9f);
}

static void wear_hoodie(const PortraitTile *tile)
{
    cloth(tile,
          "M33 99 C40 92 46 93 46 93 C46 104 50 109 58 111 C66 109 70 104 70.6 93 C72 93 78 93 83 "
          "99 C84 110 70 120 58 121 C46 120 32 110 33 99 Z",
          tile->coat_lit);
    shade(tile, "M33 99 C40 92 46 93 46 93 C46 104 50 109 58 111 L58 121 C46 120 32 110 33 99 Z",
          0.85f);
    crease(tile, (PictureBrush){ 51.6f, 117, 50.4f, 124, 51.4f, 132, 1.5f, 1.5f, 1.5f }, pale,
           0.95f);
    crease(tile, (PictureBrush){ 65.6f, 117, 66.6f, 123, 65.8f, 129, 1.5f, 1.5f, 1.5f }, pale,
           0.95f);
    portrait_blob(tile, 51.4f, 132.6f, 1.5f, 2.0f, pale, 1.0f);
    portrait_blob(tile, 65.8f, 129.6f, 1.5f, 2.0f, pale, 1.0f);
}

static void wear_suit(const PortraitTile *tile)
{
    uint32_t tie = colour_mix(tile->accent, tile->coat, 0.35f);
    cloth(tile, "M41 98 L58 134 L75 98 C68 108 48 108 41 98 Z", 0xf4ead8);
    portrait_fill(tile, "M41 98 L58 134 L56 108 C50 107 45 104 41 98 Z", 0xa898a8, 0.6f);
    cloth(
        tile,
        "M55.4 110.4 L62 110.4 L64 114 L60.6 117 L62.6 134 L58.8 139 L54.6 134 L57 117 L53.6 114 Z",
        tie);
    portrait_fill(tile, "M55.4 110.4 L58 110.4 L58 138 L54.6 134 L57 117 L53.6 114 Z",
                  tile->coat_shade, 0.6f);
    cloth(tile, "M41 97 L58 111 L51.6 117 L37.6 102 Z", 0xe2d6ca);
    cloth(tile, "M75 97 L58 111 L65 117 L78.6 102 Z", 0xfff6e8);
    cloth(tile, "M37.6 99 L56 140 L42 140 L33 121 L39 117 L31.4 112 L33.4 101 Z", tile->coat_shade);
    cloth(tile, "M78.6 99 L60.6 140 L75 140 L84 120 L78 116.4 L85 111 L82.6 101 Z", tile->coat_lit);
    cloth(tile, "M86 121 L97 118.4 L97.6 121.4 L86.6 124.4 Z", tile->accent);
}

static void wear_kurta(const PortraitTile *tile)
{
    cloth(tile, "M43 91 C47 99 69 99 72.6 91 L77.6 100.6 C70 112 46 112 36.6 100.6 Z",
          tile->coat_lit);
    shade(tile, "M43 91 C47 97 50 97.6 54 98 L54 109 C47 108.4 41 105.4 36.6 100.6 Z", 0.9f);
    cloth(tile, "M52.6 106 L64 106 L64.6 140 L52 140 Z", tile->coat_lit);
    shade(tile, "M52.6 106 L56 106 L56 140 L52 140 Z", 0.6f);
    crease(tile, (PictureBrush){ 37.4f, 100.4f, 58, 112.4f, 76.8f, 100.4f, 0.6f, 1.3f, 0.6f },
           tile->accent, 1.0f);
    for (int i = 0; i < 4; i++) {
        float y = 111.0f + 7.0f * (float)i;
        portrait_blob(tile, 53.4f, y, 0.9f, 0.9f, tile->accent, 0.9f);
        portrait_blob(tile, 63.6f, y, 0.9f, 0.9f, tile->accent, 0.9f);
        portrait_blob(tile, 58.6f, y + 2.0f, 1.5f, 1.5f, brass, 1.0f);
    }
}

static void wear_sari(const PortraitTile *tile)
{
    // The blouse below; the end of the cloth comes over the shoulder in pleats.
    cloth(tile, "M42 99 C48 113 66 113 75 99 L79 101 C70 120 46 120 37 101 Z", tile->skin);
    portrait_fill(tile, "M42 99 C46 108 50 110 56 110 L56 115 C48 114 42 110 37 101 Z",
                  tile->skin_shade, 0.8f);
    cloth(tile, "M70 98 C82 99 94 104 101 112 C96 120 84 130 70 140 L16 140 C40 132 64 118 70 98 Z",
          tile->coat);
    portrait_fill(tile, "M16 140 C40 132 64 118 70 98 L74 98.6 C68 120 46 133 26 140 Z",
                  tile->accent, 1.0f);
    portrait_fill(tile, "M16 140 C32 134.6 48 126 58 116 L60 118.6 C50 128 38 135 26 140 Z",
                  tile->accent_shade, 0.6f);
    for (int i = 0; i < 3; i++) {
        float d = 5.0f * (float)i;
        crease(tile,
               (PictureBrush){ 79 + d, 100.4f + 0.34f * d, 72 + d, 122, 44 + 3 * d, 139, 0.4f, 1.6f,
                               0.6f },
               i == 2 ? tile->coat_lit : tile->coat_shade, 0.75f);
    }
    for (int i = 0; i < 6; i++) { // dots of the border
        static const float at[6][2] = { { 71.2f, 102 }, { 69, 109 }, { 64.4f, 115.6f },
                                        { 57.4f, 122 }, { 48, 128 }, { 37.6f, 133.4f } };
        portrait_blob(tile, at[i][0], at[i][1], 0.9f, 0.9f, tile->coat, 0.95f);
    }
}

static void wear_polo(const PortraitTile *tile)
{
    shade(tile, "M55 112 L62.4 112 L62 130 L55.4 130 Z", 0.5f);
    collar(tile, colour_mix(tile->coat, 0x000000, 0.18f), tile->coat_lit);
    portrait_blob(tile, 58.7f, 119, 1.3f, 1.3f, pale, 0.9f);
    crease(tile, (PictureBrush){ 40.6f, 102, 46, 118, 56.6f, 127, 2.2f, 2.2f, 2.2f },
           tile->accent_shade, 1.0f);
    crease(tile, (PictureBrush){ 75.4f, 102, 71, 118, 60.6f, 127, 2.2f, 2.2f, 2.2f }, tile->accent,
           1.0f);
    cloth(tile, "M50 125.6 L67.4 125.6 L67.4 140 L50 140 Z", 0xf7efe0);
    portrait_fill(tile, "M52.4 129 L58 129 L58 136 L52.4 136 Z", tile->coat, 0.9f);
    crease(tile, (PictureBrush){ 60, 130, 62, 130, 65, 130, 1.0f, 1.0f, 1.0f }, tile->coat, 0.6f);
    crease(tile, (PictureBrush){ 60, 133.4f, 62, 133.4f, 63.6f, 133.4f, 1.0f, 1.0f, 1.0f },
           tile->coat, 0.6f);
}

static void wear_jumper(const PortraitTile *tile)
{
    cloth(tile,
          "M43.6 84 C48 91 67 91 71.6 84 C73.4 92 76 98 79.4 101 C70 111.4 46 111.4 36.6 101 C40 "
          "98 42.6 92 43.6 84 Z",
          tile->coat_lit);
    shade(tile,
          "M43.6 84 C46 87.6 49 88.8 53 89.2 L53 108.4 C46 107.6 40.6 105 36.6 101 C40 98 42.6 92 "
          "43.6 84 Z",
          0.8f);
    crease(tile, (PictureBrush){ 42, 93, 57, 102, 74, 93, 0.5f, 1.4f, 0.5f }, tile->coat_shade,
           0.7f);
    for (int i = 0; i < 5; i++) {
        float x = 30.0f + 14.0f * (float)i;
        crease(tile,
               (PictureBrush){ x, 114 + (i == 0 || i == 4 ? 5.0f : 1.0f), x - 1, 126, x - 1.4f, 140,
                               0.6f, 1.0f, 1.0f },
               tile->coat_shade, 0.45f);
    }
}

static void wear(const PortraitTile *tile)
{
    static void (*const each[PICTURE_COATS])(const PortraitTile *) = {
        [PICTURE_OVERALL] = wear_overall,   [PICTURE_JACKET] = wear_jacket,
        [PICTURE_COAT] = wear_coat,         [PICTURE_SHIRT] = wear_shirt,
        [PICTURE_CARDIGAN] = wear_cardigan, [PICTURE_APRON] = wear_apron,
        [PICTURE_SCRUBS] = wear_scrubs,     [PICTURE_VEST] = wear_vest,
        [PICTURE_HOODIE] = wear_hoodie,     [PICTURE_SUIT] = wear_suit,
        [PICTURE_KURTA] = wear_kurta,       [PICTURE_SARI] = wear_sari,
        [PICTURE_POLO] = wear_polo,         [PICTURE_JUMPER] = wear_jumper,
    };
    each[tile->look->coat % PICTURE_COATS](tile);
}

// Shoulders with the side away from the sun in shade and a rim of light on the other.
static void draw_shoulders(const PortraitTile *tile, uint32_t rgb, uint32_t in_shade)
{
    cloth(tile, "M4 140 C8 112 24 102 44 97 L70 97 C90 102 106 112 110 140 Z", rgb);
    portrait_fill(tile, "M4 140 C8 112 24 102 44 97 C38 112 38 126 40 140 Z", in_shade, 0.85f);
    portrait_fill(tile,
                  "M96 109.9 C103 116.5 108 126 110 140 L104.6 140 C103.6 128 100 117 96 109.9 Z",
                  0xffe2a8, 0.70f);
}

static void draw_neck(const PortraitTile *tile)
{
    cloth(tile, "M46 74 L69 74 C69 92 70 98 76 101 C66 111 48 111 38 101 C45 98 46 92 46 74 Z",
          tile->skin_shade);
    portrait_fill(tile,
                  "M60 84 L69 80 C69 92 70 98 76 101 C71 106 65 108 59 109 C63 102 62 92 60 84Z",
                  tile->skin, 0.75f);
}

// Shoulders of a slight or a broad build: narrower or wider about the middle.
static PortraitTile built(const PortraitTile *tile)
{
    static const float wide[PICTURE_BUILDS] = { 1.0f, 0.90f, 1.10f };
    float w = wide[tile->look->build % PICTURE_BUILDS];
    PortraitTile body = *tile;
    body.sketch.x += 58.0f * (1.0f - w) * tile->sketch.sx;
    body.sketch.sx *= w;
    if (tile->look->age >= 60) {
        body.sketch.y += 1.4f * tile->sketch.sy;
    }
    return body;
}

void portrait_clothes(const PortraitTile *tile)
{
    PortraitTile body = built(tile);
    bool below = tile->look->coat == PICTURE_OVERALL || tile->look->coat == PICTURE_APRON;
    bool blouse = tile->look->coat == PICTURE_SARI;
    draw_shoulders(&body,
                   below    ? tile->accent
                   : blouse ? tile->coat_shade
                            : tile->coat,
                   below ? tile->accent_shade : tile->coat_shade);
    draw_neck(&body);
    wear(&body);
}

// A wheelchair's back with its two push handles.
static void draw_wheelchair(const PortraitTile *tile)
{
    for (int side = 0; side < 2; side++) {
        PortraitTile t = side ? portrait_mirrored(tile, 57.5f) : *tile;
        portrait_brush(&t, (PictureBrush){ 12, 90, 13.4f, 108, 12.6f, 138, 3.0f, 3.0f, 3.0f },
                       0x4a4c5e, 1.0f);
        portrait_brush(&t, (PictureBrush){ 12.2f, 90.6f, 9, 88, 4, 89.4f, 3.0f, 3.4f, 3.0f },
                       0x4a4c5e, 1.0f);
        portrait_brush(&t, (PictureBrush){ 8.6f, 89, 6, 88.4f, 3, 89.6f, 4.6f, 5.0f, 4.6f },
                       0x22202e, 1.0f);
        portrait_brush(&t, (PictureBrush){ 11.6f, 94, 12.6f, 108, 11.8f, 130, 0.5f, 0.9f, 0.5f },
                       0xb8c2cc, 0.8f);
    }
    cloth(tile, "M12 100 C30 96 86 96 103 100 L104 140 L11 140 Z", 0x3b3950);
    portrait_fill(tile, "M12 100 C20 98 26 97.6 32 97.4 L30 140 L11 140 Z", 0x262438, 0.8f);
}

static void draw_hood(const PortraitTile *tile)
{
    cloth(tile, "M26 103 C24 88 36 76 58 76 C80 76 92 88 90 103 C76 112 40 112 26 103 Z",
          tile->coat_shade);
    portrait_fill(tile, "M62 76 C80 77 92 88 90 103 C87 105 85 106 82 107 C84 92 76 80 62 76 Z",
                  tile->coat, 1.0f);
}

void portrait_behind(const PortraitTile *tile)
{
    if (tile->look->wheelchair) {
        draw_wheelchair(tile);
    }
    if (tile->look->coat == PICTURE_HOODIE) {
        PortraitTile body = built(tile);
        draw_hood(&body);
    }
}

// A hand closed over the handle of a cane, low on the right.
static void draw_cane(const PortraitTile *tile)
{
    portrait_brush(tile, (PictureBrush){ 92, 118, 92.6f, 128, 92.4f, 142, 3.2f, 3.2f, 3.2f },
                   0x6a4326, 1.0f);
    portrait_brush(tile, (PictureBrush){ 92, 119, 90, 110.6f, 80, 112.6f, 3.4f, 3.8f, 3.0f },
                   0x6a4326, 1.0f);
    portrait_brush(tile, (PictureBrush){ 108, 142, 106, 126, 94, 119, 15.0f, 13.0f, 9.0f },
                   colour_mix(tile->coat, tile->coat_shade, 0.4f), 1.0f);
    portrait_blob(tile, 90.6f, 115.6f, 7.2f, 5.6f, tile->skin, 1.0f);
    for (int i = 0; i < 4; i++) {
        float x = 84.8f + 3.4f * (float)i;
        portrait_brush(tile,
                       (PictureBrush){ x, 113.4f, x - 1.0f, 117, x - 0.2f, 120, 3.4f, 3.5f, 3.0f },
                       i == 0 ? tile->skin_shade : tile->skin, 1.0f);
        portrait_brush(
            tile,
            (PictureBrush){ x + 1.7f, 113, x + 0.9f, 116.6f, x + 1.5f, 119.6f, 0.4f, 0.8f, 0.4f },
            tile->skin_shade, 0.9f);
    }
}

// An artificial arm, raised to the chest: a shell of carbon, a wrist of steel, a plain hand.
static void draw_prosthesis(const PortraitTile *tile)
{
    portrait_brush(tile, (PictureBrush){ 6, 142, 10, 132, 19, 126, 17, 15, 12 }, 0x2c2f3c, 1.0f);
    portrait_brush(tile, (PictureBrush){ 8, 133, 12, 127, 19, 122.4f, 0.6f, 1.8f, 0.8f }, 0x8fa0ae,
                   0.8f);
    portrait_brush(tile, (PictureBrush){ 18.4f, 121.4f, 21, 125, 23.4f, 129.4f, 3.2f, 3.2f, 3.2f },
                   0xb4bec8, 1.0f);
    portrait_blob(tile, 28, 121.4f, 6.4f, 6.2f, 0xd8d4cc, 1.0f);
    for (int i = 0; i < 4; i++) {
        float y = 115.6f + 3.5f * (float)i;
        portrait_brush(tile,
                       (PictureBrush){ 30, y + 0.6f, 36, y - 2.0f, 40.6f - 0.7f * (float)i, y, 3.2f,
                                       3.1f, 2.6f },
                       0xd8d4cc, 1.0f);
        portrait_brush(
            tile,
            (PictureBrush){ 34.2f, y - 1.9f, 34.8f, y - 0.4f, 34.6f, y + 1.0f, 0.5f, 0.8f, 0.5f },
            0x5a6070, 0.9f);
    }
    portrait_brush(tile, (PictureBrush){ 26, 117, 28, 112.6f, 32.6f, 110.8f, 3.4f, 3.2f, 2.6f },
                   0xe8e4dc, 1.0f);
}

void portrait_hands(const PortraitTile *tile)
{
    if (tile->look->cane && !tile->look->wheelchair) {
        draw_cane(tile);
    }
    if (tile->look->prosthesis) {
        draw_prosthesis(tile);
    }
}
