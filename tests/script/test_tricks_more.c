// More tricks against the sandbox: what Lua 5.4 has of its own, what C does for Lua, objects for errors, what
// drives a terminal, NULs, keys that no list has. Each must end as those of test_tricks.c do.
#define _POSIX_C_SOURCE 200809L

#include "script/attack.h"

enum { LEAST_ROWS = 200 };

static const struct {
    const char *name, *lua;
    const char *head; // NULL: HEAD
    const char *code;
} tricks[] = {
    // ---- numbers
    { "1 // 0", "local x = 1 // 0", NULL, "PW-108" },
    { "the smallest integer // -1 as a limit",
      "local x = math.mininteger // -1 number \"m\" { from = 0, to = x }", NULL, "PW-134" },
    { "the smallest integer % -1 as a limit",
      "local x = math.mininteger % -1 number \"m\" { from = x, to = -1 }", NULL, "PW-134" },
    { "math.fmod by zero", "local x = math.fmod(1, 0)", NULL, "PW-108" },
    { "math.fmod of the smallest integer by -1",
      "local x = math.fmod(math.mininteger, -1) number \"m\" { from = 5, to = x }", NULL,
      "PW-134" },
    { "a shift by the largest integer",
      "local x = 1 << math.maxinteger number \"m\" { from = 1, to = x }", NULL, "PW-134" },
    { "a hexadecimal float past infinity", "local x = 0x1p99999 number \"m\" { from = 0, to = x }",
      NULL, "PW-134" },
    { "1e308 hours", "scene \"two\" { spend { hours = 1e308 }, go \"one\" }", NULL, "PW-134" },
    { "the smallest number of hours there is",
      "scene \"two\" { spend { hours = 5e-324 }, go \"one\" }", NULL, "PW-147" },
    { "minus zero hours", "scene \"two\" { spend { hours = -0.0 }, go \"one\" }", NULL, "PW-147" },
    { "a billionth of energy", "scene \"two\" { spend { energy = 1e-9 }, go \"one\" }", NULL,
      "PW-147" },
    { "hours as a text of a number", "scene \"two\" { spend { hours = \"0x10\" }, go \"one\" }",
      NULL, "PW-132" },
    { "half of a number added", "scene \"two\" { add(n, 0.5), go \"one\" }", NULL, "PW-134" },
    { "2^53 added", "scene \"two\" { add(n, 2^53), go \"one\" }", NULL, "PW-134" },
    { "odds of nothing",
      "scene \"two\" { chance { odds(0, {\"A.\"}), odds(0, {\"B.\"}) }, go \"one\" }", NULL,
      "PW-134" },
    { "odds whose sum overflows",
      "scene \"two\" { chance { odds(2147483647, {\"A.\"}), odds(2147483647, {\"B.\"}), odds("
      "2147483647, {\"C.\"}) }, go \"one\" }",
      NULL, "PW-134" },
    { "a due time of eleven digits",
      "local d = commitment \"d\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 99999"
      "999999:00\" }",
      NULL, "PW-135" },
    { "a negative due time",
      "local d = commitment \"d\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri -1:00"
      "\" }",
      NULL, "PW-135" },
    { "the smallest integer as a due time",
      "local d = commitment \"d\" { kind = \"meet\", to = a, what = \"it\", due = math.minint"
      "eger }",
      NULL, "PW-132" },
    { "tonumber of 60,000 digits as a limit",
      "local x = tonumber(string.rep(\"9\", 60000)) number \"m\" { from = 0, to = x }", NULL,
      "PW-134" },
    { "a slot of a thousandth of an hour",
      "scene \"two\" { desk { till = \"Fri 17:00\", slot = \"0.001h\" }, go \"one\" }", NULL,
      "PW-135" },
    { "a number joined into a name", "scene(\"two\" .. 1e300) { go \"one\" }", NULL, "PW-120" },
    // ---- what C does for Lua
    { "table.concat over all integers",
      "local x = table.concat({}, \"\", math.mininteger, math.maxinteger)", NULL, "PW-108" },
    { "table.concat of a million that are not there",
      "local x = table.concat({}, \"x\", 1, 999999)", NULL, "PW-108" },
    { "table.concat of the last integer alone",
      "local t = {} t[math.maxinteger] = \"a\" local x = table.concat(t, \"\", math.maxintege"
      "r, math.maxinteger) scene(x .. \"\\27\") { go \"one\" }",
      NULL, "PW-120" },
    { "table.concat with 60,000 letters between",
      "local t = {} for i = 1, 1000 do t[i] = \"\" end local s = string.rep(\"x\", 60000) loc"
      "al x = table.concat(t, s)",
      NULL, "PW-111" },
    { "table.concat of the environment", "local x = table.concat(_ENV, \"\", 1, 1000)", NULL,
      "PW-105" },
    { "table.unpack of the environment", "local x = table.unpack(_ENV, 1, 200)", NULL, "PW-105" },
    { "table.insert into the environment", "table.insert(_ENV, 1)", NULL, "PW-107" },
    { "table.insert into a library", "table.insert(string, \"x\")", NULL, "PW-108" },
    { "table.remove from a library", "table.remove(math, 1)", NULL, "PW-108" },
    { "table.insert into a handle", "table.insert(a, 1)", NULL, "PW-108" },
    { "table.move over all memory", "table.move({}, 1, 1e15, 2)", NULL, "PW-108" },
    { "select of the smallest integer", "select(math.mininteger, 1)", NULL, "PW-108" },
    { "ipairs of the environment", "for i, v in ipairs(_ENV) do end", NULL, "PW-105" },
    { "ipairs of a library", "for i, v in ipairs(string) do end", NULL, "PW-108" },
    { "next while the table grows",
      "local t = { 1 } local k = 1 while true do k = next(t, k) or 1 t[k + 1] = 1 end", NULL,
      "PW-110 PW-111" },
    { "tonumber with a base, for ever",
      "local s = string.rep(\"z\", 60000) while true do local x = tonumber(s, 36) end", NULL,
      "PW-110 PW-111" },
    { "tonumber of blanks, for ever",
      "local s = string.rep(\" \", 60000) while true do local x = tonumber(s) end", NULL,
      "PW-110 PW-111" },
    { "# of a list with holes, for ever",
      "local t = {} t[1] = 1 t[2] = 2 t[4] = 4 while true do local x = #t end", NULL,
      "PW-110 PW-111" },
    { "long texts full of NULs compared",
      "local s = string.rep(\"\\0\", 60000) while true do local x = s .. \"a\" < s .. \"b\" e"
      "nd",
      NULL, "PW-110 PW-111" },
    { "long texts as keys",
      "local s = string.rep(\"x\", 60000) local t = {} for i = 1, 1e9 do t[s .. i % 3] = i en"
      "d",
      NULL, "PW-110 PW-111" },
    { "keys that collide", "local t = {} for i = 1, 3e5 do t[2^53 * i] = i end", NULL, "PW-111" },
    { "a table that is rehashed for ever",
      "local t = {} for j = 1, 1e9 do for i = 1, 60000 do t[i] = nil end t[60001 + j] = 1 t[6"
      "0001 + j] = nil end",
      NULL, "PW-110 PW-111" },
    { "200,000 arguments, for ever",
      "local function g(...) return select(\"#\", ...) end local t = {} for i = 1, 200000 do "
      "t[i] = 1 end while true do g(table.unpack(t)) end",
      NULL, "PW-111" },
    { "string.rep with a separator of its own",
      "string.rep(\"\", 1e9, string.rep(\"x\", 1000))  error(\"sep\")", NULL, "PW-108" },
    { "string.sub for ever",
      "local s = string.rep(\"x\", 60000) while true do local x = s:sub(1, 59999) end", NULL,
      "PW-110 PW-111" },
    { "string.unpack", "string.unpack(\"i16\", \"x\")", NULL, "PW-108" },
    { "gsub whose function calls gsub", "local function g(c) return (\"a\"):gsub(\".\", g) end g()",
      NULL, "PW-108" },
    { "utf8.codes of what is no UTF-8", "for p, c in utf8.codes(\"\\xff\") do end", NULL,
      "PW-106" },
    { "sort: an order that is none",
      "local t = {} for i = 1, 4096 do t[i] = (i * 7919) % 4096 end table.sort(t, function(x,"
      " y) return x end)",
      NULL, "PW-108" },
    { "sort: a hole", "table.sort({ 1, nil, 3 })", NULL, "PW-108" },
    { "60,000 float keys in order, for ever",
      "local t = {} for i = 1, 60000 do t[tostring(i / 7)] = i end while true do for k in pai"
      "rs(t) do end end",
      NULL, "PW-110 PW-111" },
    // ---- metamethods, closing, jumps
    { "__call as a plain field",
      "local t = { __index = function() while true do end end, __call = print } t()", NULL,
      "PW-106" },
    { "__name with an escape sequence", "local t = { __name = \"\\27[2J\" } t()", NULL, "PW-108" },
    { "an error with a __tostring that never ends",
      "error({ __tostring = function() while true do end end })", NULL, "PW-108" },
    { "__mode as a field of a scene", "local t = { __mode = \"k\" } scene \"two\" (t)", NULL,
      "PW-130" },
    { "the environment called", "_ENV()", NULL, "PW-108" },
    { "the environment joined", "local x = _ENV .. \"\"", NULL, "PW-108" },
    { "the environment compared", "local x = _ENV < _ENV", NULL, "PW-108" },
    { "the environment closed", "local x <close> = _ENV", NULL, "PW-108" },
    { "a library closed", "local x <close> = string", NULL, "PW-108" },
    { "to-be-closed variables for ever", "for i = 1, 1e9 do local x <close> = nil end", NULL,
      "PW-110 PW-111" },
    { "goto out of a to-be-closed block, for ever", "::l:: do local x <close> = nil goto l end",
      NULL, "PW-110 PW-111" },
    { "a handle as the closing value of a for", "for x in next, {}, nil, a do end", NULL,
      "PW-108" },
    { "a table as the closing value of a for",
      "for k in pairs({1}), nil, nil, { __close = 1 } do end", NULL, "PW-108" },
    { "goto into the scope of a local", "goto l local x = 1 ::l:: local y = x", NULL, "PW-103" },
    { "goto from block to block, for ever", "::a1:: do goto b1 end ::b1:: do goto a1 end", NULL,
      "PW-110 PW-111" },
    { "goto to nowhere", "goto nowhere", NULL, "PW-103" },
    { "a constant assigned", "local x <const> = 1 x = 2", NULL, "PW-103" },
    { "an attribute that there is not", "local x <weird> = 1", NULL, "PW-103" },
    { "load as a local", "local l = load l(\"x\")", NULL, "PW-106" },
    { "load by a joined name", "_ENV[\"lo\" .. \"ad\"](\"x\")", NULL, "PW-106" },
    { "a word shadowed by a local function",
      "local scene = function() end scene \"two\" {}  local error = nil local x = y", NULL,
      "PW-108" },
    // ---- error objects
    { "error without anything", "error()", NULL, "PW-108" },
    { "error at the largest level", "error(\"x\", math.maxinteger)", NULL, "PW-108" },
    { "error at a negative level", "error(\"x\", -5)", NULL, "PW-108" },
    { "an error without a place", "error(\"no place\", 0)", NULL, "PW-108" },
    { "an error that names another file", "error(\"other.lua:99: fake\", 0)", NULL, "PW-108" },
    { "an error that names a line far behind the end", "error(\"scenario.lua:999999999: fake\", 0)",
      NULL, "PW-108" },
    { "an error that pretends to be out of memory", "error(\"not enough memory\", 0)", NULL,
      "PW-111" },
    { "an error that pretends to be a compiled file",
      "error(\"attempt to load a binary chunk\", 0)", NULL, "PW-108" },
    { "an error full of escape sequences", "error(\"\\27[31mred\\27]0;title\\7\\r\\n\\b\\b\", 0)",
      NULL, "PW-108" },
    { "an error with C1 control characters", "error(\"\\u{9b}31mred\\u{9d}0;t\\u{9c} \\u{85}\", 0)",
      NULL, "PW-108" },
    { "an error that turns the line round", "error(\"\\u{202e}evil\\u{2066}\\u{200f}\", 0)", NULL,
      "PW-108" },
    { "an error that is half of a surrogate", "error(\"\\u{d800}\", 0)", NULL, "PW-108" },
    { "an error full of formats", "error(\"%s%n%s%n%d%*d\", 0)", NULL, "PW-108" },
    { "an error that pretends to be several lines",
      "error(\"a\\nb\\nscenario.lua:1:1: error PW-999: x\", 0)", NULL, "PW-108" },
    { "an error that is a number", "error(5)", NULL, "PW-108" },
    { "an error that is false", "error(false)", NULL, "PW-108" },
    { "an error that is the environment", "error(_ENV)", NULL, "PW-108" },
    { "assert with 10,000 emoji", "assert(nil, string.rep(\"\\u{1F600}\", 10000))", NULL,
      "PW-108" },
    { "assert without anything", "assert()", NULL, "PW-108" },
    { "an error with a table, inside of pairs", "for k in pairs({ 1, 2, 3 }) do error({ k }) end",
      NULL, "PW-108" },
    // ---- what a terminal would take as a command
    { "an escape sequence in a name of a scene", "scene \"a\\27[2J\" { go \"one\" }", NULL,
      "PW-120" },
    { "a C1 sequence in a name of a scene", "scene \"a\\u{9b}2J\" { go \"one\" }", NULL, "PW-120" },
    { "a C1 sequence in a text", "scene \"two\" { \"a \\u{9b}2J b.\", go \"one\" }", NULL,
      "PW-138" },
    { "a C1 line end in a text", "scene \"two\" { \"a \\u{85} b.\", go \"one\" }", NULL, "PW-138" },
    { "an override of direction in a text", "scene \"two\" { \"a \\u{202e} b.\", go \"one\" }",
      NULL, "PW-138" },
    { "an isolate that is never closed", "scene \"two\" { \"a \\u{2066} b.\", go \"one\" }", NULL,
      "PW-138" },
    { "an override of direction in a person's name",
      "local b = person \"b\" { name = \"A\\u{202e}B\" }", NULL, "PW-138" },
    { "a C1 sequence in a person's name", "local b = person \"b\" { name = \"A\\u{9b}31mB\" }",
      NULL, "PW-138" },
    { "a line end in a person's name", "local b = person \"b\" { name = \"A\\nB\" }", NULL,
      "PW-138" },
    { "a tab in a person's name", "local b = person \"b\" { name = \"A\\tB\" }", NULL, "PW-138" },
    { "a line end in the title", "local z = 1",
      "scenario { id = \"x\", title = \"X\\nY\" } local a = person \"a\" { name = \"A\" }\nlo"
      "cal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18:00\""
      " } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-138" },
    { "an override of direction in the title", "local z = 1",
      "scenario { id = \"x\", title = \"X\\u{202e}Y\" } local a = person \"a\" { name = \"A\""
      " }\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 1"
      "8:00\" } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-138" },
    { "a C1 sequence in the title", "local z = 1",
      "scenario { id = \"x\", title = \"X\\u{9b}2J\" } local a = person \"a\" { name = \"A\" "
      "}\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18"
      ":00\" } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-138" },
    { "a person's name of 16,000 letters",
      "local b = person \"b\" { name = string.rep(\"W\", 16000) }", NULL, "PW-138" },
    { "a person's name without width", "local b = person \"b\" { name = \"\\u{200b}\" }", NULL,
      "PW-138" },
    { "a person's name of blanks", "local b = person \"b\" { name = \"   \" }", NULL, "PW-138" },
    { "a text of one blank that does not break", "scene \"two\" { \"\\u{a0}\", go \"one\" }", NULL,
      "PW-138" },
    { "a C1 sequence as a day", "",
      "scenario { id = \"x\", title = \"X\", days = { \"M\\u{9b}2J\" } } local a = person \"a"
      "\" { name = \"A\" }\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it"
      "\", due = \"Fri 18:00\" } local n = number \"n\" { from = 0, to = 3 } local f = flag "
      "\"f\"\n",
      "PW-138" },
    { "a path as the language", "",
      "scenario { id = \"x\", title = \"X\", language = \"../../x\" } local a = person \"a\" "
      "{ name = \"A\" }\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\","
      " due = \"Fri 18:00\" } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f"
      "\"\n",
      "PW-133" },
    { "C1 sequences in the source",
      "-- \302\23331m \302\2350;owned\302\234\nlocal q = nope \302\233", NULL, "PW-103" },
    { "a C1 sequence in the line of a mistake", "local q = \"\302\23331m\" .. nope", NULL,
      "PW-105" },
    { "an escape sequence in the line of a mistake", "local q = \"\033[31m\" .. nope", NULL,
      "PW-105" },
    { "overrides of direction in a comment",
      "-- \342\200\256 ti esrever \342\201\246\nlocal q = nope", NULL, "PW-105" },
    { "a C1 sequence in the first line", "local x = nope",
      "#!\302\23331m\nscenario { id = \"x\", title = \"X\" } local a = person \"a\" { name = "
      "\"A\" }\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \""
      "Fri 18:00\" } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-103" },
    { "escape sequences in the name of a field",
      "scene \"two\" { [\"\\27[2J\\u{9b}\"] = 1, go \"one\" }", NULL, "PW-130" },
    { "a C1 sequence in braces", "scene \"two\" { \"{\\u{9b}2J}\", go \"one\" }", NULL, "PW-138" },
    { "formats in braces", "scene \"two\" { \"{%n%s}\", go \"one\" }", NULL, "PW-127" },
    { "braces around 10,000 letters",
      "scene \"two\" { \"{\" .. string.rep(\"x\", 10000) .. \"}\", go \"one\" }", NULL, "PW-127" },
    { "a person whose name stands for itself",
      "local b = person \"b\" { name = \"{b}\" } scene \"two\" { b \"{b}\", go \"one\" }", NULL,
      "PW-138" },
    { "a commitment whose text stands for itself",
      "local d = commitment \"d\" { kind = \"meet\", to = a, what = \"{d.what}\", due = \"Fri"
      " 18:00\" } scene \"two\" { \"{d.what}\", go \"one\" }",
      NULL, "PW-138" },
    { "a path as the id", "local z = 1",
      "scenario { id = \"../../etc\", title = \"X\" } local a = person \"a\" { name = \"A\" }"
      "\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18:"
      "00\" } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-120" },
    { "an option of the program as the id", "local z = 1",
      "scenario { id = \"--help\", title = \"X\" } local a = person \"a\" { name = \"A\" }\nl"
      "ocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18:00"
      "\" } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-120" },
    { "an id of 300 letters", "local z = 1",
      "scenario { id = string.rep(\"x\", 300), title = \"X\" } local a = person \"a\" { name "
      "= \"A\" }\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = "
      "\"Fri 18:00\" } local n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-138" },
    { "NaN as the id", "local z = 1",
      "scenario { id = 0/0, title = \"X\" } local a = person \"a\" { name = \"A\" }\nlocal c "
      "= commitment \"c\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18:00\" } loc"
      "al n = number \"n\" { from = 0, to = 3 } local f = flag \"f\"\n",
      "PW-132" },
    // ---- NULs in words
    { "a NUL in the name of a field", "scene \"two\" { [\"at\\0\"] = 1, go \"one\" }", NULL,
      "PW-130" },
    { "a NUL behind a due time",
      "local d = commitment \"d\" { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18:00"
      "\\0x\" }",
      NULL, "PW-135" },
    { "a NUL in a kind",
      "local d = commitment \"d\" { kind = \"meet\\0x\", to = a, what = \"it\", due = \"Fri 1"
      "8:00\" }",
      NULL, "PW-138" },
    { "a NUL behind the name of a scene", "scene \"two\" { go \"one\\0x\" }", NULL, "PW-123" },
    { "a NUL behind the name of an ending", "scene \"two\" { ending \"e\\0x\" }", NULL, "PW-120" },
    { "a NUL in took", "scene \"two\" { when(took \"one.x\\0y\") { \"A.\" }, go \"one\" }", NULL,
      "PW-126" },
    { "a NUL in a state of trust",
      "scene \"two\" { when(trusts(a, \"sound\\0x\")) { \"A.\" }, go \"one\" }", NULL, "PW-133" },
    { "a NUL in a mood", "scene \"two\" { mood(a, \"worried\\0x\"), go \"one\" }", NULL, "PW-133" },
    { "a NUL in an old name", "scene \"two\" { was = \"x\\0y\", go \"one\" }", NULL, "PW-120" },
    { "a NUL behind the end of a desk",
      "scene \"two\" { desk { till = \"Fri 17:00\\0\", slot = \"1h\" }, go \"one\" }", NULL,
      "PW-135" },
    { "a NUL in a fact", "scene \"two\" { learn(a, \"x\\0\"), go \"one\" }", NULL, "PW-125" },
    { "a NUL in a part of an apology",
      "scene \"two\" { apologise(a) { \"responsibility\\0x\" }, go \"one\" }", NULL, "PW-133" },
    { "a NUL in an option's name",
      "scene \"two\" { choice { option \"o\\0\" \"O.\" { go \"one\" } } }", NULL, "PW-120" },
    { "a NUL behind a new date", "scene \"two\" { move(c, \"Fri 19:00\\0\"), go \"one\" }", NULL,
      "PW-135" },
    { "a NUL in a mechanic", "",
      "scenario { id = \"x\", title = \"X\", teaches = { \"promise\\0x\" } } local a = person"
      " \"a\" { name = \"A\" }\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what = "
      "\"it\", due = \"Fri 18:00\" } local n = number \"n\" { from = 0, to = 3 } local f = fl"
      "ag \"f\"\n",
      "PW-138" },
    // ---- lists and their keys
    { "true as a key of a scene", "scene \"two\" { [true] = \"x\", go \"one\" }", NULL, "PW-132" },
    { "1.5 as a key of a scene", "scene \"two\" { [1.5] = \"x\", go \"one\" }", NULL, "PW-132" },
    { "NaN as a key of a scene", "scene \"two\" { [0/0] = \"x\", go \"one\" }", NULL, "PW-108" },
    { "a table as a key of a scene", "scene \"two\" { [{}] = \"x\", go \"one\" }", NULL, "PW-132" },
    { "a handle as a key of a scene", "scene \"two\" { [a] = \"x\", go \"one\" }", NULL, "PW-132" },
    { "-1 as a key of a scene", "scene \"two\" { [-1] = \"x\", go \"one\" }", NULL, "PW-132" },
    { "0 as a key of a scene", "scene \"two\" { [0] = \"x\", go \"one\" }", NULL, "PW-132" },
    { "the largest integer as a key of a scene",
      "scene \"two\" { [math.maxinteger] = \"x\", go \"one\" }", NULL, "PW-132" },
    { "nil in a scene", "scene \"two\" { \"A.\", nil, go \"one\" }", NULL, "PW-132" },
    { "a text at [1000] of a scene",
      "local t = { \"A.\", go \"one\" } t[1000] = \"lost\" scene \"two\" (t)", NULL, "PW-132" },
    { "something at [0] of a choice",
      "local t = { option \"o\" \"O.\" { go \"one\" } } t[0] = \"x\" scene \"two\" { choice(t"
      ") }",
      NULL, "PW-132" },
    { "something at [0] of all { }",
      "scene \"two\" { when(all { [0] = 1, is(f) }) { \"A.\" }, go \"one\" }", NULL, "PW-132" },
    { "an old name at [7]", "scene \"two\" { was = { [7] = \"x\" }, go \"one\" }", NULL, "PW-132" },
    { "a named field in all { }",
      "scene \"two\" { when(all { colour = 1, is(f) }) { \"A.\" }, go \"one\" }", NULL, "PW-130" },
    { "a named field in odds",
      "scene \"two\" { chance { odds(1, { colour = 1, \"A.\" }), odds(1, {\"B.\"}) }, go \"on"
      "e\" }",
      NULL, "PW-130" },
    { "a named field in chance",
      "scene \"two\" { chance { colour = 1, odds(1, { \"A.\" }), odds(1, {\"B.\"}) }, go \"on"
      "e\" }",
      NULL, "PW-130" },
    { "a named field in an apology",
      "scene \"two\" { apologise(a) { \"responsibility\", colour = 1 }, go \"one\" }", NULL,
      "PW-130" },
    { "a named field in one_of",
      "scene \"two\" { need { who = one_of { a, colour = 1 }, stakes = \"high\", crosses = { "
      "\"A.\" }, turns_back = { \"B.\" } }, go \"one\" }",
      NULL, "PW-130" },
    { "a mechanic at [3]", "",
      "scenario { id = \"x\", title = \"X\", teaches = { [3] = \"promise\" } } local a = pers"
      "on \"a\" { name = \"A\" }\nlocal c = commitment \"c\" { kind = \"meet\", to = a, what "
      "= \"it\", due = \"Fri 18:00\" } local n = number \"n\" { from = 0, to = 3 } local f = "
      "flag \"f\"\n",
      "PW-132" },
    { "a scenario that teaches itself",
      "local t = { id = \"y\", title = \"Y\" } t.teaches = t scenario(t)", "", "PW-130" },
    { "nil among options",
      "scene \"two\" { choice { option \"o\" \"O.\" { go \"one\" }, nil, option \"p\" \"P.\" "
      "{ go \"one\" } } }",
      NULL, "PW-132" },
    { "false in a scene", "scene \"two\" { false, \"A.\", go \"one\" }", NULL, "PW-132" },
    { "a function in a scene", "scene \"two\" { function() return \"A.\" end, go \"one\" }", NULL,
      "PW-132" },
    { "the same option twice",
      "local o = option \"o\" \"O.\" { go \"one\" } scene \"two\" { choice { o, o } }", NULL,
      "PW-121" },
    { "a scene's list changed after it was given",
      "local t = { go \"one\" } scene \"two\" (t) scene \"three\" (t) t[1] = 5", NULL, "PW-140" },
    { "a scene's list emptied after it was given",
      "local t = { choice { option \"o\" \"O.\" { go \"one\" } } } scene \"two\" (t) t[1] = n"
      "il",
      NULL, "PW-140" },
    { "a person's name taken away again",
      "local t = { name = \"B\" } person \"b\" (t) t.name = nil", NULL, "PW-131" },
    { "two lists in each other",
      "local t, u = { \"A.\" }, { \"B.\" } t[2] = u u[2] = t scene \"two\" { t, go \"one\" }", NULL,
      "PW-149" },
    { "a person whose name is itself", "local t = {} t.name = t person \"b\" (t)", NULL, "PW-132" },
    { "a commitment that stands behind itself",
      "local t = { kind = \"meet\", to = a, what = \"it\", due = \"Fri 18:00\" } t.covers = t"
      " t.after = { t } commitment \"d\" (t)",
      NULL, "PW-130" },
    { "an old name that is a list in itself",
      "local t = {} t[1] = t scene \"two\" { was = t, go \"one\" }", NULL, "PW-132" },
    { "100,000 all { } in each other",
      "local d = kept(c) for i = 1, 100000 do d = all { d } end scene \"two\" { when(d) { \"A"
      ".\" }, go \"one\" }",
      NULL, "PW-149" },
    { "200 choices in each other",
      "local t = { go \"one\" } for i = 1, 200 do t = { choice { option(\"o\" .. i) \"O.\" (t"
      "), option \"p\" \"P.\" { go \"one\" } } } end scene \"two\" (t)",
      NULL, "PW-149" },
    { "60 lists, each a thousand times the one before",
      "local t = {} for i = 1, 60 do local u = {} for k = 1, 1000 do u[k] = t end t = u end s"
      "cene \"two\" { t, go \"one\" }",
      NULL, "PW-149" },
    { "100,000 options in one choice",
      "local t = {} for i = 1, 100000 do t[i] = option(\"o\" .. i) \"O.\" { go \"one\" } end "
      "scene \"two\" { choice(t) }",
      NULL, "PW-110 PW-111 PW-140 PW-160" }, // a fast machine reads them all
    { "60,000 fields in a scene",
      "local t = { go \"one\" } for i = 1, 60000 do t[\"k\" .. i] = i end scene \"two\" (t)", NULL,
      "PW-130" },
    { "a thousand flags", "for i = 1, 1000 do flag(\"g\" .. i) end", NULL, "PW-160" },
    { "10,000 endings",
      "for i = 1, 10000 do ending(\"e\" .. i) { title = \"E\", kind = \"apart\" } end", NULL,
      "PW-160" },
    { "10,000 whenevers", "for i = 1, 10000 do whenever(kept(c)) { \"A.\" } end", NULL, "PW-160" },
    { "60,000 old names",
      "local t = {} for i = 1, 60000 do t[i] = \"w\" .. i end scene \"two\" { was = t, go \"o"
      "ne\" }",
      NULL, "PW-147" },
    { "16,000 scenes with one old name",
      "for i = 1, 16000 do scene(\"b\" .. i) { was = \"zz\", go \"one\" } end", NULL, "PW-128" },
    // ---- old names
    { "a scene that was itself", "scene \"two\" { was = \"two\", go \"one\" }", NULL, "PW-128" },
    { "two scenes that were each other",
      "scene \"two\" { was = \"three\", go \"three\" } scene \"three\" { was = \"two\", go \"one\" "
      "}",
      NULL, "PW-128" },
    { "two options that were each other",
      "scene \"two\" { choice { option \"o\" \"O.\" { was = \"p\" }, option \"p\" \"P.\" { was = "
      "\"o\" } }, go "
      "\"one\" }",
      NULL, "PW-128" },
    { "two options of two scenes that were one",
      "scene \"two\" { choice { option \"o\" \"O.\" { was = \"gone.q\" }, option \"p\" \"P.\" { } "
      "}, go \"three\" } "
      "scene \"three\" { choice { option \"o\" \"O.\" { was = \"gone.q\" }, option \"p\" \"P.\" { "
      "} }, go \"one\" }",
      NULL, "PW-128" },
    { "two options that were one by the old and the new name of their scene",
      "scene \"two\" { was = \"old\", choice { option \"o\" \"O.\" { was = \"old.q\" }, option "
      "\"p\" \"P.\" { was = "
      "\"q\" } }, go \"one\" }",
      NULL, "PW-128" },
    { "an old name of three parts",
      "scene \"two\" { choice { option \"o\" \"O.\" { was = \"a.b.c\" }, option \"p\" \"P.\" { } "
      "}, go \"one\" }",
      NULL, "PW-120" },
    // ---- condition functions
    { "condition: answers NaN", "always \"x\" (function(s) return 0/0 end)", NULL, "PW-152" },
    { "condition: answers 0", "always \"x\" (function(s) return 0 end)", NULL, "PW-152" },
    { "condition: answers a text", "always \"x\" (function(s) return \"\" end)", NULL, "PW-152" },
    { "condition: answers a table", "always \"x\" (function(s) return {} end)", NULL, "PW-152" },
    { "condition: answers s", "always \"x\" (function(s) return s end)", NULL, "PW-152" },
    { "condition: an error full of escape sequences",
      "always \"x\" (function(s) error(\"\\27[2J\\u{9b}2J\\u{202e}\", 0) end)", NULL, "PW-152" },
    { "condition: asks for a name full of escape sequences",
      "always \"x\" (function(s) return s[\"\\27[2J\\u{9b}\"] end)", NULL, "PW-152" },
    { "condition: goto for ever", "always \"x\" (function(s) ::l:: goto l end)", NULL, "PW-152" },
    { "condition: closes s", "always \"x\" (function(s) local x <close> = s end)", NULL, "PW-152" },
    { "condition: the length of s", "always \"x\" (function(s) return #s > 0 end)", NULL,
      "PW-152" },
    { "condition: joins s", "always \"x\" (function(s) return s .. \"\" end)", NULL, "PW-152" },
    { "condition: calls s", "always \"x\" (function(s) return s() end)", NULL, "PW-152" },
    { "condition: next of s", "always \"x\" (function(s) return next(s) end)", NULL, "PW-152" },
    { "condition: unpacks s", "always \"x\" (function(s) return table.unpack(s, 1, 10) end)", NULL,
      "PW-152" },
    { "condition: table.insert into s",
      "always \"x\" (function(s) table.insert(s.state, 1) return true end)", NULL, "PW-152" },
    { "condition: table.insert into the environment",
      "always \"x\" (function(s) table.insert(_ENV, 1, 2) return true end)", NULL, "PW-152" },
    { "condition: table.insert into a library",
      "always \"x\" (function(s) table.insert(string, 1) return true end)", NULL, "PW-152" },
    { "condition: s by NaN", "always \"x\" (function(s) return s[0/0] end)", NULL, "PW-152" },
    { "condition: a coroutine",
      "always \"x\" (function(s) return coroutine.wrap(function() return true end)() end)", NULL,
      "PW-152" },
    { "condition: includes a file", "always \"x\" (function(s) include \"x\" return true end)",
      NULL, "PW-152" },
    { "condition: sorts for ever",
      "always \"x\" (function(s) local t = {} for i = 1, 4096 do t[i] = i end while true do t"
      "able.sort(t) end end)",
      NULL, "PW-152" },
    { "condition: a local shared by two",
      "local k = 0 local function bump(s) k = k + 1 return k > 0 end always \"x\" (bump) alwa"
      "ys \"y\" (bump)",
      NULL, "PW-152" },
    { "4,000 conditions that take long together",
      "for i = 1, 4000 do always(\"y\" .. i) (function(s) for i = 1, 60000 do end return true"
      " end) end",
      NULL, "PW-110 PW-111" },
    { "4,000 conditions that make large tables",
      "for i = 1, 4000 do always(\"y\" .. i) (function(s) local t = {} for i = 1, 30000 do t["
      "i] = i end return true end) end",
      NULL, "PW-110 PW-111" },
    { "5,000 conditions",
      "for i = 1, 5000 do always(\"y\" .. i) (function(s) return s.day > 0 end) end", NULL,
      "PW-160" },
    { "one condition too many, in a when",
      "for i = 1, 4096 do always(\"y\" .. i) (function(s) return true end) end scene \"two\" "
      "{ when(function(s) return true end) { \"A.\" }, go \"one\" }",
      NULL, "PW-160" },
    { "condition: a flag by its handle", "always \"x\" (function(s) return s.flag[f] end)", NULL,
      "PW-152" },
};

enum { TRICKS = sizeof tricks / sizeof *tricks };

static void every_trick_ends_in_a_mistake(void **state)
{
    (void)state;
    Text text = { 0 };
    much_to_read = true;
    for (int i = 0; i < TRICKS; i++) {
        text_clear(&text);
        text_add(&text, tricks[i].head != NULL ? tricks[i].head : HEAD);
        text_add(&text, tricks[i].lua);
        text_add(&text, TAIL);
        attack(tricks[i].name, &text, tricks[i].code);
    }
    text_deinit(&text);
    judge(LEAST_ROWS);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_trick_ends_in_a_mistake) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
