// Looks for the font files by name: the game's folder, the usual places, and only if that was not
// enough the whole of the system's font folders.
#include "sdl/fonts.h"

#include "base/file.h"

#include <SDL.h>
#include <string.h>

enum { SCAN_DEPTH = 4, STAND_INS = 3 };

static const char *const endings[] = { "ttf", "otf" };
enum { ENDING_COUNT = 2 };

static const char *const stems[FONT_COUNT] = {
    [FONT_STORY] = "Vollkorn-Medium",        [FONT_STORY_BOLD] = "Vollkorn-SemiBold",
    [FONT_STORY_ITALIC] = "Vollkorn-Italic", [FONT_UI] = "Inter-Regular",
    [FONT_UI_MEDIUM] = "Inter-Medium",       [FONT_UI_BOLD] = "Inter-SemiBold",
};

// What Linux systems nearly always have, for a copy of the game that has lost its fonts.
static const char *const stand_in_stems[FONT_COUNT][STAND_INS] = {
    [FONT_STORY] = { "NotoSerif-Regular", "DejaVuSerif", "LiberationSerif-Regular" },
    [FONT_STORY_BOLD] = { "NotoSerif-Bold", "DejaVuSerif-Bold", "LiberationSerif-Bold" },
    [FONT_STORY_ITALIC] = { "NotoSerif-Italic", "DejaVuSerif-Italic", "LiberationSerif-Italic" },
    [FONT_UI] = { "NotoSans-Regular", "DejaVuSans", "LiberationSans-Regular" },
    [FONT_UI_MEDIUM] = { "NotoSans-Regular", "DejaVuSans", "LiberationSans-Regular" },
    [FONT_UI_BOLD] = { "NotoSans-Bold", "DejaVuSans-Bold", "LiberationSans-Bold" },
};

// The other typefaces: one family for what is told and what is operated.
static const char *const family_stems[TYPEFACE_COUNT][FONT_COUNT] = {
    [TYPEFACE_ANDIKA] = { "Andika-Regular", "Andika-Bold", "Andika-Italic", "Andika-Regular",
                          "Andika-Regular", "Andika-Bold" },
    [TYPEFACE_OPENDYSLEXIC] = { "OpenDyslexic-Regular", "OpenDyslexic-Bold", "OpenDyslexic-Italic",
                                "OpenDyslexic-Regular", "OpenDyslexic-Regular",
                                "OpenDyslexic-Bold" },
};

static const char *const usual_folders[] = {
    "/usr/share/fonts/truetype/vollkorn",
    "/usr/share/fonts/opentype/inter",
    "/usr/share/fonts/truetype/inter",
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/truetype/andika",
    "/usr/share/fonts/opentype/opendyslexic",
};
enum { USUAL_FOLDER_COUNT = 6 };

static const char *const all_fonts[] = { "/usr/share/fonts", "/usr/local/share/fonts" };
enum { ALL_FONTS_COUNT = 2 };

// folder/stem.ending into out; false when there is no such file.
static bool file_at(const char *folder, const char *stem, char *out)
{
    for (int i = 0; i < ENDING_COUNT; i++) {
        int length = SDL_snprintf(out, FONTS_PATH_SIZE, "%s/%s.%s", folder, stem, endings[i]);
        if (length < FONTS_PATH_SIZE && file_exists(out)) {
            return true;
        }
    }
    out[0] = '\0';
    return false;
}

static int missing_count(const Fonts *fonts)
{
    int missing = 0;
    for (int font = 0; font < FONT_COUNT; font++) {
        missing += fonts->path[font][0] == '\0';
    }
    return missing;
}

static void look_in(Fonts *fonts, const char *folder)
{
    for (int font = 0; font < FONT_COUNT; font++) {
        if (fonts->path[font][0] == '\0') {
            file_at(folder, stems[font], fonts->path[font]);
        }
    }
}

// Notes the first file of every name that is wanted: the fonts themselves in `found`, rank 0, else
// the best stand-in. rank[font] is the rank of what was found so far.
static void note_folder(Fonts *found, int *rank, const char *folder)
{
    char path[FONTS_PATH_SIZE];
    for (int font = 0; font < FONT_COUNT; font++) {
        for (int i = 0; i <= STAND_INS && i < rank[font]; i++) {
            const char *stem = i == 0 ? stems[font] : stand_in_stems[font][i - 1];
            if (file_at(folder, stem, path)) {
                SDL_strlcpy(found->path[font], path, FONTS_PATH_SIZE);
                rank[font] = i;
            }
        }
    }
}

static void scan(Fonts *found, int *rank, const char *folder, int depth)
{
    FileList list;
    if (depth == 0 || !file_list(folder, &list, NULL)) {
        return;
    }
    note_folder(found, rank, folder);
    for (int i = 0; i < list.count; i++) {
        char path[FONTS_PATH_SIZE];
        int length = SDL_snprintf(path, sizeof path, "%s/%s", folder, list.names[i]);
        if (length < FONTS_PATH_SIZE && strchr(list.names[i], '.') == NULL &&
            file_is_folder(path)) {
            scan(found, rank, path, depth - 1);
        }
    }
    file_list_free(&list);
}

static void look_everywhere(Fonts *fonts)
{
    Fonts found = { 0 };
    int rank[FONT_COUNT];
    for (int font = 0; font < FONT_COUNT; font++) {
        rank[font] = STAND_INS + 1;
    }
    for (int i = 0; i < ALL_FONTS_COUNT; i++) {
        scan(&found, rank, all_fonts[i], SCAN_DEPTH);
    }
    for (int font = 0; font < FONT_COUNT; font++) {
        if (fonts->path[font][0] == '\0') {
            SDL_strlcpy(fonts->path[font], found.path[font], FONTS_PATH_SIZE);
        }
    }
}

// Story fonts stand in for story fonts and the others for the others: a missing weight is no
// disaster.
static void borrow(Fonts *fonts)
{
    for (int font = 0; font < FONT_COUNT; font++) {
        int first = font < FONT_UI ? FONT_STORY : FONT_UI;
        int end = font < FONT_UI ? FONT_UI : FONT_COUNT;
        for (int other = first; other < end && fonts->path[font][0] == '\0'; other++) {
            SDL_strlcpy(fonts->path[font], fonts->path[other], FONTS_PATH_SIZE);
        }
    }
}

bool fonts_find(Fonts *fonts, const char *folder, bool only_folder, Err *err)
{
    *fonts = (Fonts){ 0 };
    if (folder != NULL) {
        look_in(fonts, folder);
    }
    for (int i = 0; i < USUAL_FOLDER_COUNT && !only_folder; i++) {
        look_in(fonts, usual_folders[i]);
    }
    if (!only_folder && missing_count(fonts) > 0) {
        look_everywhere(fonts);
    }
    borrow(fonts);
    for (int font = 0; font < FONT_COUNT; font++) {
        if (fonts->path[font][0] == '\0') {
            err_set(err, ERR_SYSTEM, "No font file: %s.ttf is neither in %s%s.", stems[font],
                    folder != NULL ? folder : "assets/fonts",
                    only_folder ? " nor looked for elsewhere"
                                : " nor in the system's font folders");
            return err_fix(err, "Put back the folder assets/fonts, or install the packages "
                                "fonts-vollkorn and fonts-inter.");
        }
    }
    return true;
}

bool fonts_of(const char *folder, bool only_folder, FrameTypeface typeface, FrameFont font,
              char out[FONTS_PATH_SIZE])
{
    out[0] = '\0';
    if (typeface >= TYPEFACE_COUNT || font >= FONT_COUNT || family_stems[typeface][font] == NULL) {
        return false;
    }
    if (folder != NULL && folder[0] != '\0' && file_at(folder, family_stems[typeface][font], out)) {
        return true;
    }
    for (int i = 0; i < USUAL_FOLDER_COUNT && !only_folder; i++) {
        if (file_at(usual_folders[i], family_stems[typeface][font], out)) {
            return true;
        }
    }
    return false;
}
