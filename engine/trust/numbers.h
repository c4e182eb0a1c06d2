// The numbers of the model as rows, for whoever prints, checks or varies them; and the personas an
// author can give a colleague. The table itself is parameters.h.
#pragma once

#include "trust/trust.h"

typedef enum TrustProvenance {
    TRUST_MEASURED,  // in raw public data
    TRUST_PUBLISHED, // a number read in a paper or in its press coverage
    TRUST_DIRECTION, // only the direction is published; the value is ours
    TRUST_ASSUMED,
    TRUST_UNIT // sets the scale
} TrustProvenance;

typedef struct TrustNumber {
    const char *name;
    const char *unit;
    TrustProvenance provenance;
    const char *about;
    double off; // where it has no effect; negative where there is no such value
} TrustNumber;

int trust_number_count(void);
const TrustNumber *trust_number(int index); // 0..trust_number_count()-1; lives for ever
double trust_number_value(const TrustParameters *parameters, int index);

// "measured", "published", "direction", "assumed", "unit".
const char *trust_provenance_name(TrustProvenance provenance);

// Presets by number: "default", "work".
int trust_preset_count(void);
const TrustParameters *trust_preset_at(int index);

// Personas: the same model in another person. The first is "plain", the preset itself.
typedef struct TrustPersona {
    const char *name;
    const char *about; // what is different, and where that comes from
} TrustPersona;

int trust_persona_count(void);
const TrustPersona *trust_persona(int index);

// The numbers of `preset` (one of trust_preset's) in that persona; lives for ever. NULL for an
// unknown name. Builds all on the first call: make that before there are threads.
const TrustParameters *trust_with_persona(const TrustParameters *preset, const char *persona);
