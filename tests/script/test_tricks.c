// The sandbox attacked: one named row for each trick. Each has to end in a mistake with its code, file and
// line, within a fifth of a second of processor time, with at most 64 MB of Lua's memory. The slowest are
// printed. More of them stand in test_tricks_more.c, what is
// allowed in test_sandbox.c.
#define _POSIX_C_SOURCE 200809L

#include "script/attack.h"

enum { LEAST_ROWS = 60 };

static const Trick tricks[] = {
    // ---- code from texts, and the libraries of the outside
    { "load a text as code", "load(\"return 1\")()", "PW-106" },
    { "load from a function", "load(function() return nil end)", "PW-106" },
    { "loadstring", "loadstring(\"x = 1\")()", "PW-106" },
    { "string.dump", "local d = string.dump(function() end)", "PW-108" },
    { "dump as a method", "local d = (\"x\").dump", "PW-108" },
    { "require", "require \"os\"", "PW-106" },
    { "dofile", "dofile(\"/etc/passwd\")", "PW-106" },
    { "loadfile", "loadfile(\"/etc/passwd\")", "PW-106" },
    { "package.loadlib", "package.loadlib(\"/lib/libc.so\", \"system\")", "PW-106" },
    { "package.loaded", "local o = package.loaded.os", "PW-106" },
    { "os.execute", "os.execute(\"true\")", "PW-106" },
    { "os.exit", "os.exit(0)", "PW-106" },
    { "os.getenv", "local h = os.getenv(\"HOME\")", "PW-106" },
    { "os.time as chance", "local t = os.time() % 2", "PW-106" },
    { "io.open", "io.open(\"/etc/passwd\")", "PW-106" },
    { "io.popen", "io.popen(\"true\")", "PW-106" },
    { "io by _ENV and a joined name", "local i = _ENV[\"i\" .. \"o\"]", "PW-106" },
    { "debug.getregistry", "debug.getregistry()", "PW-106" },
    { "debug.sethook takes the budget off", "debug.sethook() while true do end", "PW-106" },
    { "debug.setmetatable of texts", "debug.setmetatable(\"\", {})", "PW-106" },
    { "coroutine.wrap away from the hook", "coroutine.wrap(function() while true do end end)()",
      "PW-106" },
    { "coroutine.close", "coroutine.close(nil)", "PW-106" },
    { "collectgarbage stop", "collectgarbage(\"stop\")", "PW-106" },
    { "print", "print(\"x\")", "PW-106" },
    { "math.random", "local r = math.random(6)", "PW-108" },
    { "math.randomseed", "math.randomseed(1)", "PW-108" },
    { "include outside of the folder", "include \"../../etc/passwd\"", "PW-112" },
    { "include of an endless name", "include(string.rep(\"x\", 60000))", "PW-112" },
    { "include with a NUL", "include \"a\\0b\"", "PW-112" },
    // ---- metatables
    { "metatable of texts", "getmetatable(\"\").__index = nil", "PW-106" },
    { "setmetatable with __gc", "setmetatable({}, { __gc = function() while true do end end })",
      "PW-106" },
    { "setmetatable with __index that calls itself",
      "local t = setmetatable({}, { __index = function(t, k) return t[k] end })", "PW-106" },
    { "setmetatable of a library", "setmetatable(string, {})", "PW-106" },
    { "__close of a table", "local x <close> = { __close = function() while true do end end }",
      "PW-108" },
    { "__close of a handle", "local x <close> = a", "PW-108" },
    { "__gc into a handle", "a.__gc = function() end", "PW-108" },
    { "__metatable of a handle", "local m = a.__metatable", "PW-108" },
    { "__index of a text", "local m = (\"\").__index", "PW-108" },
    { "field of a text", "local s = \"\" s.upper = nil", "PW-108" },
    { "rawset", "rawset(_ENV, \"scene\", nil)", "PW-106" },
    { "rawget", "rawget(_ENV, \"os\")", "PW-106" },
    { "_G", "_G.scene = nil", "PW-106" },
    { "string.upper replaced", "string.upper = function() return \"\" end", "PW-108" },
    { "table.sort replaced", "table.sort = nil", "PW-108" },
    { "string replaced", "string = {}", "PW-107" },
    { "scene replaced", "scene = function() end", "PW-107" },
    { "scene taken away by _ENV", "_ENV.scene = nil", "PW-107" },
    { "_ENV replaced", "_ENV = {} scene = 1 scene \"x\" {}", "PW-108" },
    { "_ENV as a local", "do local _ENV = {} local o = os.time() end", "PW-108" },
    { "_ENV as a parameter", "(function(_ENV) return os.time() end)({})", "PW-132" },
    // ---- the budget evaded, or caught
    { "while true", "while true do end", "PW-110" },
    { "repeat", "repeat until false", "PW-110" },
    { "goto", "::again:: goto again", "PW-110" },
    { "for to the largest number", "for i = 1, math.maxinteger do end", "PW-110" },
    { "for to infinity", "for i = 1, math.huge do end", "PW-110" },
    { "for with a step too small to count", "for i = 1.0, 1e300, 1e-300 do end", "PW-110" },
    { "for with step zero", "for i = 1, 2, 0 do end", "PW-108" },
    { "pcall around an endless loop", "pcall(function() while true do end end) while true do end",
      "PW-106" },
    { "xpcall with a handler that loops", "xpcall(error, function() while true do end end)",
      "PW-106" },
    { "error in error", "error(error)", "PW-108" },
    { "an error that is a table", "error({ tostring = 1 })", "PW-108" },
    { "an error that is no UTF-8", "error(\"\\255\\254\\0\")", "PW-108" },
    { "an error of sixty thousand letters", "error(string.rep(\"x\", 60000))", "PW-108" },
    { "assert of an endless function", "assert((function() while true do end end)())", "PW-110" },
    { "an iterator that never ends", "for x in function() return 1 end do end", "PW-110" },
    { "an unknown name as an iterator", "for x in nothing_at_all do end", "PW-105" },
    { "tail calls", "local function g() return g() end g()", "PW-110" },
    { "tail calls in a ring",
      "local g, h function g() return h() end function h() return g() end g()", "PW-110" },
    { "deep recursion", "local function g(i) return 1 + g(i) end g(1)", "PW-111" },
    { "recursion in a comparison",
      "local function g() local t = { 2, 1 } table.sort(t, g) return true end g()", "PW-110" },
    { "string functions in a loop",
      "local s = string.rep(\"x\", 60000) while true do local u = s:upper():lower() end", "PW-110" },
    { "tostring in a loop", "while true do local s = tostring(1.5) end", "PW-110" },
    // ---- sorting
    { "sort: a comparison that loops", "table.sort({ 3, 1, 2 }, function() while true do end end)",
      "PW-110" },
    { "sort: everything is smaller",
      "local t = {} for i = 1, 99 do t[i] = i end table.sort(t, function() return true end)",
      "PW-108" },
    { "sort: the comparison empties the list",
      "local t = { 3, 1, 2 } table.sort(t, function(x, y) t[1] = nil t[2] = nil t[3] = nil return x "
      "< y end)",
      "PW-108" },
    { "sort: NaN among numbers", "local t = {} for i = 1, 99 do t[i] = i % 3 == 0 and 0/0 or -i end "
      "table.sort(t, function(x, y) return not (x < y) end)", "PW-108" },
    { "sort: numbers and texts", "table.sort({ 1, \"a\", 2 })", "PW-108" },
    { "sort: handles", "table.sort({ a, a })", "PW-108" },
    { "sort: sixty thousand",
      "local t = {} for i = 1, 60000 do t[i] = -i end table.sort(t)", "PW-108" },
    { "sort: again and again",
      "local t = {} for i = 1, 4000 do t[i] = -i end while true do table.sort(t) end", "PW-110" },
    // ---- patterns, formats, long texts
    { "string.find with a pattern", "string.find(string.rep(\"a\", 30), string.rep(\"a?\", 30))",
      "PW-108" },
    { "string.match", "local m = (\"x\"):match(\"(.-)*\")", "PW-108" },
    { "string.gsub", "local m = (\"x\"):gsub(\".\", \"%0%0\")", "PW-108" },
    { "string.gmatch", "for w in (\"x\"):gmatch(\"\") do end", "PW-108" },
    { "string.format with a width", "string.format(\"%999999999d\", 1)", "PW-108" },
    { "string.format %p shows an address", "local m = (\"%p\"):format({})", "PW-108" },
    { "string.pack", "string.pack(\"!16 i16\", 1)", "PW-108" },
    { "string.byte", "string.byte(\"abc\", 1, -1)", "PW-108" },
    { "utf8.char", "utf8.char(1)", "PW-106" },
    { "string.rep", "string.rep(\"x\", 1e9)", "PW-108" },
    { "string.rep past the largest number", "string.rep(\"xx\", math.maxinteger)", "PW-108" },
    { "string.rep of a repeated text", "string.rep(string.rep(\"x\", 60000), 60000)", "PW-108" },
    { "a text that doubles", "local s = \"x\" for i = 1, 60 do s = s .. s end", "PW-111" },
    { "a text that grows by one", "local s = \"\" while true do s = s .. \"x\" end", "PW-110 PW-111" },
    { "long texts thrown away",
      "local s = string.rep(\"x\", 60000) while true do local t = s .. s end", "PW-110 PW-111" },
    { "table.concat of long texts",
      "local t = {} for i = 1, 9999 do t[i] = string.rep(\"x\", 60000) end table.concat(t)",
      "PW-110 PW-111" },
    { "table.concat in a loop",
      "local t = {} for i = 1, 60000 do t[i] = \"x\" end while true do local s = table.concat(t) end",
      "PW-110" },
    { "long equal texts compared",
      "local s, t = string.rep(\"x\", 60000), string.rep(\"x\", 60000) while s == t do end",
      "PW-110" },
    { "long texts put in order",
      "local s, t = string.rep(\"x\", 60000), string.rep(\"x\", 60000) while s <= t do end",
      "PW-110" },
    { "a text of 180,000 letters in a scene",
      "local s = string.rep(\"x \", 30000) scene \"two\" { s .. s .. s, go \"one\" }",
      "PW-138" },
    { "escape characters of the terminal", "scene \"two\" { \"\\27[2J\", go \"one\" }", "PW-138" },
    { "a NUL in a text", "scene \"two\" { \"a\\0b\", go \"one\" }", "PW-138" },
    { "broken UTF-8 in a text", "scene \"two\" { \"\\xC3\", go \"one\" }", "PW-138" },
    { "a NUL in a name", "scene \"a\\0b\" { go \"one\" }", "PW-120" },
    { "a name of sixty thousand letters", "flag(string.rep(\"x\", 60000))", "PW-120" },
    
    // ---- tables and memory
    { "a list without an end", "local t = {} for i = 1, 1e9 do t[i] = i end", "PW-111" },
    { "keys without an end", "local t = {} for i = 1, 1e9 do t[\"k\" .. i] = true end", "PW-111" },
    { "tables without an end", "local t = {} for i = 1, 1e9 do t = { t } end", "PW-111" },
    { "closures without an end",
      "local t = {} for i = 1, 1e9 do t[i % 9999] = { t[i % 9999], function() return i end } end",
      "PW-111" },
    { "a list at an enormous place", "local t = {} t[1e18] = 1 for i = 1, 1e9 do t[i * 3] = 1 end",
      "PW-111" },
    { "unpack of a hundred million", "table.unpack({}, 1, 1e8)", "PW-108" },
    { "unpack past the largest number", "table.unpack({}, math.mininteger, math.maxinteger)",
      "PW-108" },
    { "unpack of almost a million", "table.unpack({}, 1, 9e5)", "PW-108 PW-111" },
    { "unpack in a loop",
      "local t = {} for i = 1, 60000 do t[i] = i end while true do local u = { table.unpack(t) } end",
      "PW-110" },
    { "arguments passed round",
      "local t = {} for i = 1, 60000 do t[i] = i end local function g(...) return g(...) end "
      "g(table.unpack(t))",
      "PW-110" },
    { "insert at the front",
      "local t = {} for i = 1, 60000 do t[i] = i end while true do table.insert(t, 1, 0) "
      "table.remove(t, 1) end",
      "PW-110" },
    { "insert at a place that is not there", "table.insert({}, 1e15, 1)", "PW-108" },
    { "next through a large table",
      "local t = {} for i = 1, 60000 do t[i] = i end local k = next(t) while k do k = next(t, k) end",
      "PW-110" },
    { "pairs again and again",
      "local t = {} for i = 1, 60000 do t[i] = i end while true do pairs(t) end", "PW-110" },
    { "pairs through a hundred thousand keys",
      "local t = {} for i = 1, 100000 do t[i] = i end for k in pairs(t) do end", "PW-108" },
    { "pairs in the order of addresses", "for k in pairs({ [{}] = 1, [{}] = 2 }) do end", "PW-108" },
    { "pairs of a handle", "for k in pairs(a) do end", "PW-108" },
    // ---- numbers
    { "NaN as a key", "local t = {} t[0/0] = 1", "PW-108" },
    { "nil as a key", "local t = {} t[nil] = 1", "PW-108" },
    { "division by zero", "local x = 1 // 0", "PW-108" },
    { "remainder by zero", "local x = 1 % 0", "PW-108" },
    { "NaN as a limit", "number \"m\" { from = 0, to = 0/0 }", "PW-134" },
    { "infinity as a limit", "number \"m\" { from = 0, to = math.huge }", "PW-134" },
    { "the largest integer as a limit",
      "number \"m\" { from = math.mininteger, to = math.maxinteger }", "PW-134" },
    { "NaN hours", "scene \"two\" { spend { hours = 0/0 }, go \"one\" }", "PW-134" },
    { "infinite minutes", "scene \"two\" { spend { minutes = math.huge }, go \"one\" }", "PW-134" },
    { "an enormous addition", "scene \"two\" { add(n, math.maxinteger), go \"one\" }", "PW-134" },
    { "NaN odds", "scene \"two\" { chance { odds(0/0, {}), odds(1, {}) }, go \"one\" }", "PW-134" },
    { "NaN hours till due", "scene \"two\" { when(due_within(c, 0/0)) { }, go \"one\" }", "PW-134" },
    { "a float shifted", "local x = 1.5 << 1", "PW-108" },
    // ---- nodes
    { "a handle read", "local x = a.name", "PW-108" },
    { "a handle changed", "a.name = \"B\"", "PW-108" },
    { "a handle reckoned with", "local x = a + 1", "PW-108" },
    { "a handle compared", "local x = n < n", "PW-108" },
    { "the length of a handle", "local x = #a", "PW-108" },
    { "a handle joined to a text", "local x = \"\" .. a", "PW-108" },
    { "a list in itself", "local t = { \"Ha.\" } t[2] = t scene \"two\" { t, go \"one\" }", "PW-149" },
    { "a when in itself",
      "local t = {} local w = when(silo()) (t) t[1] = w scene \"two\" { w, go \"one\" }", "PW-149" },
    { "a condition in itself",
      "local t = {} local d = all(t) t[1] = d scene \"two\" { when(d) { \"A.\" }, go \"one\" }",
      "PW-149" },
    { "a choice in itself",
      "local t = {} local o = option \"o\" \"O.\" (t) t[1] = choice { o } scene \"two\" { choice { o } }",
      "PW-149" },
    { "ten lists that hold the one before ten times",
      "local t = { \"Ha.\" } for i = 1, 10 do t = { t, t, t, t, t, t, t, t, t, t } end scene \"two\" "
      "{ t, go \"one\" }",
      "PW-160" },
    { "conditions that multiply",
      "local d = silo() for i = 1, 12 do d = all { d, d, d, d, d, d, d, d, d, d } end scene \"two\" { "
      "when(d) { \"A.\" }, go \"one\" }",
      "PW-160" },
    { "lists that multiply and are never placed",
      "local t = {} for i = 1, 15 do t = { t, t, t, t, t, t, t, t, t, t } end local w = when(silo()) "
      "(t)",
      "PW-140" },
    { "nodes without an end", "while true do kept(c) end", "PW-110 PW-111" },
    { "a hundred thousand scenes",
      "for i = 1, 100000 do scene(\"s\" .. i) { go \"one\" } end", "PW-110 PW-160" },
    { "a chain of 15,000 scenes that closes",
      "for i = 1, 15000 do scene(\"s\" .. i) { go(\"s\" .. i % 15000 + 1) } end", "PW-110 PW-144" },
    { "the same chain backwards",
      "for i = 1, 15000 do scene(\"s\" .. i) { go(\"s\" .. (i - 2) % 15000 + 1) } end",
      "PW-110 PW-144" },
    { "a hundred thousand flags, all one",
      "for i = 1, 100000 do flag \"same\" end", "PW-121" },
    { "mistakes without an end", "while true do local x = nothing_at_all end", "PW-105" },
    { "globals without an end", "local i = 0 while true do i = i + 1 _ENV[\"g\" .. i] = i end",
      "PW-107" },
    // ---- condition functions
    { "condition: state in a table",
      "local seen = {} always \"x\" (function(s) seen[1] = 1 return true end)", "PW-151" },
    { "condition: state in a function",
      "local function g() return true end always \"x\" (function(s) return g() end)", "PW-151" },
    { "condition: state in a local",
      "local i = 0 always \"x\" (function(s) i = i + 1 return i < 3 end)", "PW-152" },
    { "condition: state in a closure",
      "local function make() local i = 0 return function(s) i = i + 1 return i < 3 end end always "
      "\"x\" (make())",
      "PW-152" },
    { "condition: state in an inner closure",
      "local i = 0 always \"x\" (function(s) (function() i = i + 1 end)() return i < 3 end)",
      "PW-152" },
    { "condition: keeps s", "local k always \"x\" (function(s) k = s return true end)", "PW-152" },
    { "condition: sets a global", "always \"x\" (function(s) seen = 1 return true end)", "PW-152" },
    { "condition: sets through _ENV", "always \"x\" (function(s) _ENV.seen = 1 return true end)",
      "PW-152" },
    { "condition: replaces _ENV",
      "always \"x\" (function(s) _ENV = { } return true end)", "PW-152" },
    { "condition: writes to s", "always \"x\" (function(s) s.day = 9 return true end)", "PW-152" },
    { "condition: writes below s", "always \"x\" (function(s) s.state.c = 1 return true end)",
      "PW-152" },
    { "condition: loops", "always \"x\" (function(s) while true do end end)", "PW-152" },
    { "condition: calls itself without an end",
      "always \"x\" (function(s) local function g(i) return 1 + g(i) end return g(1) end)", "PW-152" },
    { "condition: eats memory",
      "always \"x\" (function(s) local t = {} for i = 1, 1e9 do t[i] = { i } end end)", "PW-152" },
    { "condition: a text that doubles",
      "always \"x\" (function(s) local t = \"x\" for i = 1, 60 do t = t .. t end end)", "PW-152" },
    { "condition: sorts without an end",
      "always \"x\" (function(s) table.sort({ 2, 1 }, function() while true do end end) end)",
      "PW-152" },
    { "condition: asks for os", "always \"x\" (function(s) return os.time() > 0 end)", "PW-152" },
    { "condition: builds a deed", "always \"x\" (function(s) return promise(c) end)", "PW-152" },
    { "condition: an error that is a table", "always \"x\" (function(s) error({}) end)", "PW-152" },
    { "condition: a function of the library", "always \"x\" (next)", "PW-151" },
    { "condition: goes through s", "always \"x\" (function(s) for k in pairs(s) do end end)",
      "PW-152" },
    { "condition: s by number", "always \"x\" (function(s) return s[1] == nil end)", "PW-152" },
    { "condition: s by a text of sixty thousand letters",
      "always \"x\" (function(s) return s[string.rep(\"x\", 60000)] end)", "PW-152" },
    { "condition: a word of the story by a joined name",
      "always \"x\" (function(s) return _ENV[\"sce\" .. \"ne\"](\"x\") end)", "PW-152" },
};

// ---- tricks that are made ------------------------------------------------------------------------

static void repeat(Text *out, const char *piece, int times)
{
    for (int i = 0; i < times; i++) {
        text_add(out, piece);
    }
}

static void nested(Text *out, const char *open, int times)
{
    text_add(out, HEAD);
    text_add(out, "local x = ");
    repeat(out, open, times);
    text_add(out, TAIL);
}

static void tables_nested(Text *out)
{
    nested(out, "{", 400000);
}

static void brackets_nested(Text *out)
{
    nested(out, "(", 400000);
}

static void functions_nested(Text *out)
{
    nested(out, "function() return ", 30000);
}

static void minus_nested(Text *out)
{
    nested(out, "- ", 300000);
}

static void joined(Text *out)
{
    nested(out, "\"a\"..", 100000);
}

static void blocks_nested(Text *out)
{
    text_add(out, HEAD);
    repeat(out, "do ", 200000);
    text_add(out, TAIL);
}

static void calls_in_a_row(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local x = a");
    repeat(out, "{}", 300000);
    text_add(out, TAIL);
}

static void arguments(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local function g(...) end g(");
    repeat(out, "1,", 300);
    text_add(out, "1)");
    text_add(out, TAIL);
}

static void locals(Text *out)
{
    text_add(out, HEAD);
    for (int i = 0; i < 250; i++) {
        text_addf(out, "local v%d = %d ", i, i);
    }
    text_add(out, TAIL);
}

static void upvalues(Text *out)
{
    text_add(out, HEAD);
    for (int k = 0; k < 2; k++) {
        for (int i = 0; i < 150; i++) {
            text_addf(out, "local v%d_%d = %d ", k, i, i);
        }
        text_add(out, "local function g() ");
    }
    for (int i = 0; i < 300; i++) {
        text_addf(out, "local x%d = v%d_%d ", i % 150, i % 2, i % 150);
    }
    text_add(out, "end end");
    text_add(out, TAIL);
}

static void long_name(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local y = ");
    repeat(out, "abcdefghij", 80000);
    text_add(out, TAIL);
}

static void long_number(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local y = ");
    repeat(out, "9999999999", 80000);
    text_add(out, "x");
    text_add(out, TAIL);
}

static void long_text(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "scene \"two\" { \"");
    repeat(out, "Ha ha ha. ", 80000);
    text_add(out, "\", go \"one\" }");
    text_add(out, TAIL);
}

static void unclosed_text(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local y = [==[");
    repeat(out, "]=]]=] \n", 90000);
}

static void missing_commas(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "scene \"two\" {\n");
    repeat(out, "\"Ha.\"\n", 100000);
    text_add(out, "go \"one\" }");
    text_add(out, TAIL);
}

static void unknown_names(Text *out)
{
    text_add(out, HEAD);
    for (int i = 0; i < 40000; i++) {
        text_addf(out, "nope_%d()\n", i);
    }
    text_add(out, TAIL);
}

static void unused_conditions(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local t = {");
    repeat(out, "kept(c),", 60000);
    text_add(out, "}");
    text_add(out, TAIL);
}

static void a_megabyte_of_lists(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local t = {");
    repeat(out, "{},", 340000);
    text_add(out, "} scene \"two\" { t, nothing_at_all, go \"one\" }");
    text_add(out, TAIL);
}

static void compiled(Text *out)
{
    static const char chunk[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08";
    text_add_n(out, chunk, sizeof chunk - 1);
}

static void compiled_behind_a_mark(Text *out)
{
    text_add(out, "\xEF\xBB\xBF");
    compiled(out);
}

static void compiled_behind_a_line(Text *out)
{
    text_add(out, "#!/usr/bin/lua\n");
    compiled(out);
}

static void broken_bytes(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "local x = \"\xF5\x80\x80\x80\"");
}

static void overlong_bytes(Text *out)
{
    text_add(out, HEAD);
    text_add(out, "-- \xC0\xAF");
}

static void a_nul(Text *out)
{
    text_add(out, HEAD);
    text_add_n(out, "local x = 1 \0 os.exit()", 23);
}

static const struct {
    const char *name;
    void (*make)(Text *out);
    const char *code;
} made[] = {
    { "a compiled chunk", compiled, "PW-113" },
    { "a compiled chunk behind a byte order mark", compiled_behind_a_mark, "PW-113" },
    { "a compiled chunk behind a first line", compiled_behind_a_line, "PW-102" },
    { "bytes that are no UTF-8", broken_bytes, "PW-102" },
    { "overlong UTF-8 in a comment", overlong_bytes, "PW-102" },
    { "a NUL in the file", a_nul, "PW-102" },
    { "lists nested 400,000 deep", tables_nested, "PW-109" },
    { "brackets nested 400,000 deep", brackets_nested, "PW-109" },
    { "functions nested 30,000 deep", functions_nested, "PW-109" },
    { "300,000 minus signs", minus_nested, "PW-109" },
    { "100,000 texts joined", joined, "PW-109" },
    { "blocks nested 200,000 deep", blocks_nested, "PW-109" },
    { "a call of 300,000 lists", calls_in_a_row, "PW-132 PW-110" },
    { "300 arguments", arguments, "PW-109" },
    { "250 locals", locals, "PW-109" },
    { "300 upvalues", upvalues, "PW-109" },
    { "a name of 800,000 letters", long_name, "PW-105 PW-111" },
    { "a number of 800,000 digits", long_number, "PW-103 PW-111" },
    { "a text of 800,000 letters", long_text, "PW-138 PW-111" },
    { "a long text that is never closed", unclosed_text, "PW-103" },
    { "100,000 missing commas", missing_commas, "PW-104" },
    { "40,000 unknown names", unknown_names, "PW-105" },
    { "60,000 conditions that nobody uses", unused_conditions, "PW-140" },
    { "a megabyte of lists", a_megabyte_of_lists, "PW-105 PW-111" },
};

// ---- running ------------------------------------------------------------------------------------

enum { TRICKS = sizeof tricks / sizeof *tricks, MADE = sizeof made / sizeof *made };

static void every_trick_ends_in_a_mistake(void **state)
{
    (void)state;
    Text text = { 0 };
    for (int i = 0; i < TRICKS; i++) {
        text_clear(&text);
        text_add(&text, HEAD);
        text_add(&text, tricks[i].lua);
        text_add(&text, TAIL);
        attack(tricks[i].name, &text, tricks[i].code);
    }
    for (int i = 0; i < MADE; i++) {
        text_clear(&text);
        made[i].make(&text);
        attack(made[i].name, &text, made[i].code);
    }
    text_deinit(&text);
    judge(LEAST_ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_trick_ends_in_a_mistake) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
