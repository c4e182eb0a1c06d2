// One pointer for the whole program: a sentence is said in many hundred places, and there is one player.
#include "base/say.h"

#include <stddef.h>

static const SayTable *table;

void say_in(const SayTable *other)
{
    table = other;
}

const char *say(const char *english)
{
    return say_where("", english);
}

const char *say_where(const char *where, const char *english)
{
    const char *found = table == NULL ? NULL : table->text(table->context, where, english);
    return found == NULL ? english : found;
}

const char *say_many(const char *one, const char *many, long n)
{
    unsigned long count = n < 0 ? 0ul - (unsigned long)n : (unsigned long)n;
    const char *found = table == NULL ? NULL : table->many(table->context, one, many, count);
    return found != NULL ? found : count == 1 ? one : many;
}
