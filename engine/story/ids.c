// See ids.h.
#include "story/ids.h"

bool story_is_id(const char *s, size_t n)
{
    bool good = n > 0 && n <= STORY_ID_MAX && s[0] >= 'a' && s[0] <= 'z';
    for (size_t i = 0; good && i < n; i++) {
        good = (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9') || s[i] == '_' ||
               s[i] == '-';
    }
    return good;
}
