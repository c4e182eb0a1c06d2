// Which Lua this is.
#pragma once

const char *script_lua_version(void); // "Lua 5.4.6"
