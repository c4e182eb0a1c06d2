// The presets of the trust model and its personas: "default" is fitted to published and measured
// figures, "work" is slower and more asymmetric and is what scenarios are balanced on. The numbers,
// their units and provenance: parameters.h. Whoever changes one raises the version of the presets
// it stands in: saves name it.
#include "trust/numbers.h"
#include "trust/parameters.h"
#include "trust/trust.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

enum { PRESETS = 2 };

#define DEFAULT_OF(name_, unit_, default_, work_, off_, provenance_, about_) .name_ = (default_),
#define WORK_OF(name_, unit_, default_, work_, off_, provenance_, about_)    .name_ = (work_),
// `failed`, .45, is the same in both.
#define QUARTERS                                                                                   \
    {                                                                                              \
        1.0, 0.81903625881272003, 0.67082039324993691, 0.54942622522270596                         \
    }

static const TrustParameters presets[PRESETS] = {
    { .name = "default", .version = 2, TRUST_NUMBERS(DEFAULT_OF).failed_quarter = QUARTERS },
    { .name = "work", .version = 2, TRUST_NUMBERS(WORK_OF).failed_quarter = QUARTERS },
};

const TrustParameters *trust_preset(const char *name)
{
    for (int i = 0; i < PRESETS; i++) {
        if (strcmp(presets[i].name, name) == 0) {
            return &presets[i];
        }
    }
    return NULL;
}

int trust_preset_count(void)
{
    return PRESETS;
}

const TrustParameters *trust_preset_at(int index)
{
    assert(index >= 0 && index < PRESETS);
    return &presets[index];
}

const char *trust_preset_name(const TrustParameters *parameters)
{
    return parameters->name;
}

int trust_preset_version(const TrustParameters *parameters)
{
    return parameters->version;
}

// ---- rows ---------------------------------------------------------------------------------------

static const struct {
    TrustNumber number;
    size_t offset;
} rows[] = {
#define ROW_OF(name_, unit_, default_, work_, off_, provenance_, about_)                           \
    { { #name_, unit_, TRUST_##provenance_, about_, off_ }, offsetof(TrustParameters, name_) },
    TRUST_NUMBERS(ROW_OF)
};

int trust_number_count(void)
{
    return (int)(sizeof rows / sizeof rows[0]);
}

const TrustNumber *trust_number(int index)
{
    assert(index >= 0 && index < trust_number_count());
    return &rows[index].number;
}

double *trust_number_of(TrustParameters *parameters, int index)
{
    assert(index >= 0 && index < trust_number_count());
    return (double *)(void *)((char *)parameters + rows[index].offset);
}

double trust_number_value(const TrustParameters *parameters, int index)
{
    TrustParameters copy = *parameters;
    return *trust_number_of(&copy, index);
}

const char *trust_provenance_name(TrustProvenance provenance)
{
    static const char *const names[] = { "measured", "published", "direction", "assumed", "unit" };
    return names[provenance];
}

// ---- personas -----------------------------------------------------------------------------------

enum { PERSONAS = 4, CHANGES = 6 };

typedef struct Change {
    size_t offset;
    double factor; // times the preset's own number, where not 0
    double value;  // else this
} Change;

#define TIMES(field_, factor_)                                                                     \
    {                                                                                              \
        offsetof(TrustParameters, field_), (factor_), 0.0                                          \
    }
#define IS(field_, value_)                                                                         \
    {                                                                                              \
        offsetof(TrustParameters, field_), 0.0, (value_)                                           \
    }

static const struct {
    TrustPersona persona;
    Change changes[CHANGES]; // up to the first with offset 0
} personas[PERSONAS] = {
    { { "plain", "the preset itself" }, { { 0 } } },
    { { "forgiving", "a breach weighs .65 of what it does (the fit to the men of Mikus et al.)" },
      { TIMES(broken, 0.65) } },
    { { "unforgiving", "a breach weighs 1.4 times as much, and .68 more for each recent one (the "
                       "fit to the adults of the unpublished game)" },
      { TIMES(broken, 1.4), IS(escalation, 0.68) } },
    { { "watchful", "what is heard weighs 1.75 times, a promise lends .30, kindness only while "
                    "distrusted is seen at the second turn and remembered longer (assumed)" },
      { TIMES(heard_bad, 1.75), TIMES(heard_good, 1.75), IS(credit, 0.30), IS(turns, 2.0),
        IS(guard_fades, 0.03) } },
};

int trust_persona_count(void)
{
    return PERSONAS;
}

const TrustPersona *trust_persona(int index)
{
    assert(index >= 0 && index < PERSONAS);
    return &personas[index].persona;
}

static TrustParameters changed(const TrustParameters *preset, const Change *changes)
{
    TrustParameters made = *preset;
    for (int i = 0; i < CHANGES && changes[i].offset != 0; i++) {
        double *number = (double *)(void *)((char *)&made + changes[i].offset);
        *number = changes[i].factor != 0.0 ? *number * changes[i].factor : changes[i].value;
    }
    return made;
}

const TrustParameters *trust_with_persona(const TrustParameters *preset, const char *persona)
{
    static TrustParameters made[PRESETS][PERSONAS];
    if (made[0][0].name == NULL) {
        for (int i = 0; i < PRESETS * PERSONAS; i++) {
            made[i / PERSONAS][i % PERSONAS] =
                changed(&presets[i / PERSONAS], personas[i % PERSONAS].changes);
        }
    }
    assert(preset >= presets && preset < presets + PRESETS);
    for (int i = 1; i < PERSONAS; i++) {
        if (strcmp(personas[i].persona.name, persona) == 0) {
            return &made[preset - presets][i];
        }
    }
    return strcmp(personas[0].persona.name, persona) == 0 ? preset : NULL;
}
