// For --version: the Lua that the program was built with.
#include "script/version.h"

#include <lua.h>

const char *script_lua_version(void)
{
    return LUA_RELEASE;
}
