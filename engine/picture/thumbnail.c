// A thumbnail bakes its canyon and draws its bridge; nothing of it is kept.
#include "picture/thumbnail.h"

#include "picture/canyon.h"
#include "picture/scene.h"

#include "base/arena.h"

void picture_thumbnail(const BridgeCondition *condition, const PicturePalette *palette,
                       RasterSurface surface)
{
    // A bridge that is down hangs deeper: look lower.
    float y = condition->word == BRIDGE_DOWN ? 345.0f : 305.0f;
    float tall = (float)surface.height / (float)surface.width;
    float width = tall > 0.6f ? 980.0f : 940.0f;
    PictureView view = picture_view_crop(surface.width, surface.height, 640.0f, y, width);
    picture_canyon_paint(surface, palette, view);
    PictureScene *scene = mem_alloc(sizeof *scene);
    picture_scene_init(scene, condition, palette);
    Raster raster;
    raster_init(&raster, surface);
    picture_view_use(&raster, view);
    picture_scene_draw(scene, &raster);
    raster_deinit(&raster);
    mem_free(scene);
}
