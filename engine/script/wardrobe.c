// The words of the wardrobe: look = { … } of a person. Each stands for itself; nothing here knows
// who wears what. The lists are in the order of engine/picture/look.h, which this module does not
// know: tests/picture/test_people.c holds the two against each other.
#include "script/wardrobe.h"

static const char *const hairs[] = { "short",    "bun",      "curly",    "long",    "bald", "scarf",
                                     "braids",   "afro",     "ponytail", "turban",  "cap",  "bob",
                                     "receding", "undercut", "locs",     "cropped", NULL };
static const char *const hair_colours[] = { "black", "brown", "chestnut", "red", "fair",
                                            "grey",  "white", "blue",     NULL };
static const char *const beards[] = { "none", "full", "stubble", "moustache", NULL };
static const char *const glasses[] = { "none", "round", "square", NULL };
static const char *const faces[] = { "oval", "round", "square", "long", NULL };
static const char *const eyes[] = { "round", "almond", "hooded", "soft", NULL };
static const char *const noses[] = { "small", "wide", "long", NULL };
static const char *const builds[] = { "middle", "slight", "broad", NULL };
static const char *const coats[] = { "overall", "jacket", "coat", "shirt",  "cardigan",
                                     "apron",   "scrubs", "vest", "hoodie", "suit",
                                     "kurta",   "sari",   "polo", "jumper", NULL };
static const char *const colours[] = { "wine", "navy",     "teal",  "ochre", "moss",
                                       "plum", "slate",    "brick", "rose",  "sky",
                                       "sand", "charcoal", NULL };

// The place of the word in its list + 1; 0 when it is not given or not in the list (reported).
static uint8_t place_of(const Fields *f, const char *name, const char *const *words)
{
    int place = -1;
    fields_word(f, name, words, &place);
    return (uint8_t)(place + 1);
}

// The same, where `true` stands for the first that is not "none" and `false` for "none".
static uint8_t place_or_flag(const Fields *f, const char *name, const char *const *words)
{
    lua_pushstring(f->L, name);
    bool is_flag = lua_rawget(f->L, f->table) == LUA_TBOOLEAN;
    bool yes = is_flag && lua_toboolean(f->L, -1);
    lua_pop(f->L, 1);
    return is_flag ? (yes ? 2 : 1) : place_of(f, name, words);
}

void wardrobe_read(const Fields *person, StoryLook *look)
{
    static const char *const names[] = { "skin",       "hair", "hair_colour", "beard",
                                         "glasses",    "face", "eyes",        "nose",
                                         "build",      "age",  "coat",        "colour",
                                         "wheelchair", "cane", "hearing_aid", "prosthesis",
                                         NULL };
    Fields list;
    if (!fields_table(person, "look", &list)) {
        return;
    }
    fields_check(&list, names, false);
    int skin = -1;
    int age = 0;
    fields_integer(&list, "skin", 0, 5, &skin);
    fields_integer(&list, "age", 16, 99, &age);
    look->skin = (uint8_t)(skin + 1);
    look->age = (uint8_t)age;
    look->hair = place_of(&list, "hair", hairs);
    look->hair_colour = place_of(&list, "hair_colour", hair_colours);
    look->beard = place_or_flag(&list, "beard", beards);
    look->glasses = place_or_flag(&list, "glasses", glasses);
    look->face = place_of(&list, "face", faces);
    look->eyes = place_of(&list, "eyes", eyes);
    look->nose = place_of(&list, "nose", noses);
    look->build = place_of(&list, "build", builds);
    look->coat = place_of(&list, "coat", coats);
    look->colour = place_of(&list, "colour", colours);
    fields_flag(&list, "wheelchair", &look->wheelchair);
    fields_flag(&list, "cane", &look->cane);
    fields_flag(&list, "hearing_aid", &look->hearing_aid);
    fields_flag(&list, "prosthesis", &look->prosthesis);
    lua_pop(list.L, 1);
}
