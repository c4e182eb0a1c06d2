// Small random stories, each made from its number alone: colleagues, promises of every kind, chances,
// needs, desks, reactions, now and then a circle. For tests that hold one way of exploring against
// another.
#pragma once

#include "support/test.h"

#include "base/hash.h"
#include "base/text.h"
#include "written.h"

#include <stdio.h>
#include <string.h>

enum { SCENES = 4 };

static bool desk_options; // whether desks have options of their own
static bool functions;    // whether conditions are functions of Lua, now and then
// Whether there is also what is rarer: a when with costs, desks with more than there is room for,
// one-on-ones, witnesses, what is said at once, what may lapse. Nothing is drawn for it otherwise.
static bool rich;
// Whether people feel much: a third colleague, promises that are often kept and broken, up to three weeks,
// every persona, hearsay, some who are not there, energy in parts, scenes that lead straight to
// themselves. Nothing is drawn for it otherwise.
static bool lively;

enum { OPTIONS_ROOM = 64, HOLDS = 4, DEEDS_AT_ONCE = 4 };

typedef struct Writer {
    Text out;
    uint64_t stream;
    int options;
    int scene_of[OPTIONS_ROOM]; // of each option so far
    char took[40];
    char deeds[DEEDS_AT_ONCE][48]; // the latest
    int deed;
} Writer;

static int below(Writer *w, int count)
{
    return (int)random_below(&w->stream, (uint32_t)count);
}

static const char *one_of(Writer *w, const char *const *words, int count)
{
    return words[below(w, count)];
}
#define ONE_OF(w, ...)                                                                             \
    one_of(w, (const char *const[]){ __VA_ARGS__ },                                                \
           (int)(sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)))

// What may be closed although its when is true.
static void costs(Writer *w)
{
    if (rich && below(w, 2) == 0) {
        text_addf(&w->out, "costs = { %s }, ",
                  ONE_OF(w, "hours = 1", "hours = 5", "energy = 3", "hours = 3, energy = 5"));
    }
}

static void witnesses(Writer *w)
{
    if (rich && below(w, 5) == 0) {
        text_addf(&w->out, "seen_by = { %s }, ", ONE_OF(w, "ada", "ben", "ada, ben"));
    }
}

// Whether an option was taken that stands before.
static const char *took(Writer *w)
{
    if (w->options == 0) {
        return "is(wet)";
    }
    int option = below(w, w->options < OPTIONS_ROOM ? w->options : OPTIONS_ROOM);
    snprintf(w->took, sizeof w->took, "took \"s%d.o%d\"", w->scene_of[option], option);
    return w->took;
}

// What hangs on more than one thing, so that knowing one of them may decide it.
static const char *wide_condition(Writer *w)
{
    return ONE_OF(w, "any { missed(plot), owned(plot) }", "all { open(plot), no(done(plot)) }",
                  "all { missed(plot), is(wet) }", "any { kept(plot), knows(ada, \"fall\") }",
                  "all { open(pact), due_within(pact, 20) }",
                  "no(any { kept(pact), missed(pact) })",
                  "all { missed(pact), trusts(ada, \"worn\") }", "chosen(ada)", "chosen(ben)",
                  "any { clarified(ada, \"notice\"), found(plot) }",
                  "all { any { missed(plot), owned(plot) }, no(kept(hush)) }",
                  "all { promised(plot), told(plot) }", "any { no(promised(pact)), moved(pact) }");
}

static const char *function(Writer *w)
{
    return ONE_OF(
        w, "function(s) return s.state.plot == \"kept\" end",
        "function(s) return s.state.plot == \"moved\" or s.flag.wet end",
        "function(s) return s.state.plot == \"warned\" or s.state.pact == \"missed\" end",
        "function(s) if s.flag.wet then return s.state.pact == \"open\" end return s.number.n >= 2 "
        "end",
        "function(s) return s.trusts.ada == \"worn\" or s.trusts.ada == \"sound\" end",
        "function(s) return s.trusts.ada == s.trusts.ben end",
        "function(s) return s.trusts.ben ~= \"sound\" and s.knows.ada.fall end",
        "function(s) return s.knows.ada.fall or s.day >= 2 end",
        "function(s) return s.clock > \"12:00\" and s.hours >= 3 end",
        "function(s) local n = 0 for _, c in ipairs { \"plot\", \"pact\", \"hush\" } do if "
        "s.state[c] == \"kept\" then n = n + 1 end end return n >= 2 end",
        "function(s) return s.state.hush == \"missed\" and s.trusts.ada ~= \"down\" end",
        "function(s) return s.state.loan == \"kept\" and s.energy >= 5 end",
        "function(s) if s.flag.wet and s.number.n == 1 then error(\"no\") end return s.flag.wet "
        "end",
        "all { function(s) return s.number.n ~= 1 end, is(wet) }",
        "any { missed(plot), function(s) return s.state.plot == \"none\" end }",
        "no(function(s) return s.trusts.ben == \"sound\" end)");
}

static const char *lively_condition(Writer *w)
{
    return ONE_OF(w, "trusts(ada, \"worn\")", "trusts(ada, \"sound\")", "trusts(ada, \"strained\")",
                  "trusts(ben, \"worn\")", "trusts(ben, \"sound\")", "trusts(cas, \"worn\")",
                  "trusts(cas, \"sound\")", "accepts(ada)", "accepts(ben)", "accepts(cas)",
                  "silo()", "energy_left(1.5)", "energy_left(2.25)", "energy_left(4.125)",
                  "kept(h0)", "missed(h1)");
}

static const char *condition(Writer *w)
{
    if (lively && below(w, 3) > 0) {
        return lively_condition(w);
    }
    if (functions && below(w, 2) == 0) {
        return function(w);
    }
    if (below(w, 3) == 0) {
        return below(w, 3) == 0 ? took(w) : wide_condition(w);
    }
    return ONE_OF(w, "kept(plot)", "missed(plot)", "open(plot)", "told(pact)", "moved(plot)",
                  "kept(hush)", "missed(pact)", "owned(plot)", "covered(plot)", "found(plot)",
                  "promised(loan)", "missed(loan)", "done(plot)", "due_within(pact, 20)",
                  "knows(ada, \"fall\")", "clarified(ada, \"notice\")", "trusts(ada, \"sound\")",
                  "trusts(ben, \"worn\")", "trusts(ben, \"strained\")", "accepts(ada)",
                  "accepts(ben)", "hours_left(3)", "energy_left(4)", "is(wet)", "at_least(n, 2)",
                  "silo()", "all { is(wet), trusts(ada, \"worn\") }",
                  "any { at_least(n, 1), no(kept(plot)) }", "no(trusts(ben, \"sound\"))");
}

static const char *somebody(Writer *w)
{
    return ONE_OF(w, "ada", "ada", "ben", "cas");
}

// Of a promise that can be broken at once, or words to somebody.
static const char *lively_deed(Writer *w)
{
    char *out = w->deeds[w->deed++ % DEEDS_AT_ONCE];
    int size = (int)sizeof *w->deeds, hold = below(w, HOLDS);
    switch (below(w, 4)) {
    case 0:
        snprintf(out, (size_t)size, "promise(h%d)", hold);
        break;
    case 1:
        snprintf(out, (size_t)size, "promise(h%d), breaks(h%d)", hold, hold);
        break;
    case 2:
        snprintf(out, (size_t)size, "%s(h%d)",
                 ONE_OF(w, "breaks", "own_up", "cover_up", "found_out", "move", "tell"), hold);
        break;
    default:
        snprintf(out, (size_t)size, "%s(%s)",
                 ONE_OF(w, "vow", "deny", "listen", "ask", "defend", "steer"), somebody(w));
        break;
    }
    return out;
}

static const char *deed(Writer *w)
{
    if (lively && below(w, 3) > 0) {
        return below(w, 8) == 0 ? ONE_OF(w, "spend { energy = 2.5 }", "spend { energy = .75 }",
                                         "spend { hours = 5 }", "spend { hours = 1.5 }",
                                         "apologise(cas) { \"repair\" }")
                                : lively_deed(w);
    }
    return ONE_OF(w, "promise(plot)", "promise(pact)", "promise(hush)", "promise(loan)",
                  "tell(plot)", "move(plot)", "move(pact)", "own_up(plot)", "cover_up(plot)",
                  "found_out(plot)", "breaks(hush)", "lets_down(loan)",
                  "apologise(ada) { \"responsibility\", \"regret\" }",
                  "apologise(ben) { \"repair\" }", "vow(ada)", "vow(ben)", "deny(ada)",
                  "learn(ada, \"fall\")", "clarify(ada, \"notice\")", "breaks(ada, \"notice\")",
                  "spend { hours = 3 }", "spend { energy = 4 }", "set(wet)", "clear(wet)",
                  "add(n, 1)", "assign(n, 0)", "listen(ada)", "ask(ben)", "defend(ben)",
                  "steer(ada)", "work(plot, 2)", "attend(pact)", "ada \"So.\"");
}

static void deeds(Writer *w, int most)
{
    for (int i = below(w, most + 1); i > 0; i--) {
        int form = below(w, 12);
        if (form < 2) {
            text_addf(&w->out, "when(%s) { %s }, ", condition(w), deed(w));
        } else if (form == 2) { // one question behind another
            text_addf(&w->out, "when(%s) { ", condition(w));
            text_addf(&w->out, "%s, when(%s) { %s } }, ", deed(w), condition(w), deed(w));
            text_addf(&w->out, "otherwise_when(%s) { %s }, ", condition(w), deed(w));
            text_addf(&w->out, "otherwise { %s }, ", deed(w));
        } else {
            text_addf(&w->out, "%s, ", deed(w));
        }
    }
}

// The moves of a one-on-one; with an agenda of their own, or the engine asks for it.
static void write_moves(Writer *w, const char *prefix)
{
    bool agenda = below(w, 2) == 0;
    for (int i = 2 + below(w, 2); i > 0; i--) {
        text_addf(&w->out, "option \"%s%d\" \"Say it.\" { ", prefix, i);
        if (below(w, 2) == 0) {
            text_addf(&w->out, "when = %s, ", condition(w));
        }
        witnesses(w);
        text_addf(&w->out, "%s, ",
                  agenda ? ONE_OF(w, "their_agenda", "my_agenda", "listen")
                         : ONE_OF(w, "listen", "ask", "defend", "fix"));
        deeds(w, 2);
        text_add(&w->out, "}, ");
    }
}

static void write_talk(Writer *w, int scene)
{
    text_addf(&w->out, "one_on_one(%s) { minutes = 60, rounds = %d, energy = 1, ",
              ONE_OF(w, "ada", "ben"), 1 + below(w, 2));
    char prefix[16];
    snprintf(prefix, sizeof prefix, "t%d_", scene);
    write_moves(w, prefix);
    text_add(&w->out, "},\n");
}

static void write_need(Writer *w, int scene)
{
    text_addf(&w->out, "need { who = %s, stakes = \"%s\", ",
              lively ? ONE_OF(w, "ada", "ben", "one_of { ada, ben }")
                     : ONE_OF(w, "ada", "one_of { ada, ben }"),
              ONE_OF(w, "small", "medium", "high"));
    text_addf(&w->out, "crosses = { go \"s%d\" }, ", scene + 1);
    if (below(w, 2) == 0) {
        text_add(&w->out, "hesitates = { choice { option \"hush\" \"Wait.\" { listen }, option "
                          "\"push\" \"Now!\" { steer } } }, ");
    }
    text_addf(&w->out, "turns_back = { %s, go \"s%d\" } },\n", deed(w), scene + 1);
}

static void write_choice(Writer *w, int scene, bool may_return)
{
    text_add(&w->out, "choice {\n");
    int count = 2 + below(w, 2);
    for (int i = 0; i < count; i++) {
        int option = w->options++;
        w->scene_of[option % OPTIONS_ROOM] = scene; // it may be asked for from here on
        text_addf(&w->out, "option \"o%d\" \"Do it.\" { ", option);
        if (i > 0 && below(w, 3) == 0) {
            text_addf(&w->out, "when = %s, ", condition(w));
            costs(w);
            witnesses(w);
        } else if (i > 0 && below(w, 5) == 0) {
            text_add(&w->out, "costs = { hours = 1, energy = 3 }, ");
        }
        deeds(w, 3);
        bool back = may_return && i > 0 && below(w, 6) == 0;
        text_addf(&w->out, "go \"s%d\" },\n", back ? scene : scene + 1);
    }
    text_add(&w->out, "},\n");
}

// It goes round at once, or on.
static void write_round(Writer *w, int scene)
{
    text_addf(&w->out, "%s, when(%s) { go \"s%d\" }, ", deed(w), lively_condition(w), scene + 1);
    text_addf(&w->out, "chance { odds(1, { %s, go \"s%d\" }), odds(2, {}) },\n", deed(w), scene);
}

static void write_beginning(Writer *w, int scene, bool circles)
{
    text_addf(&w->out, "scene \"s%d\" { ", scene);
    if (scene > 0 && below(w, 2) == 0 && !circles) {
        text_addf(&w->out, "at = \"%s\", ",
                  lively
                      ? ONE_OF(w, "Mon 09:00", "Mon 16:00", "Tue 09:00", "Tue 16:30", "Wed 12:00")
                      : ONE_OF(w, "Tue 09:00", "Tue 16:30", "Wed 12:00"));
    }
    if (!lively || below(w, 2) == 0) {
        text_addf(&w->out, "%s \"Hm.\", ", lively ? somebody(w) : "ada");
    }
    deeds(w, 3);
    if (lively && circles && scene > 0 && below(w, 2) == 0) {
        write_round(w, scene);
    }
}

static void write_scene(Writer *w, int scene, bool circles)
{
    write_beginning(w, scene, circles);
    if (below(w, 3) == 0) {
        text_addf(&w->out, "chance { odds(1, { %s }), odds(2, { %s }) },\n", deed(w), deed(w));
    }
    if (scene > 0 && below(w, 4) == 0 && !circles) {
        text_addf(&w->out, "desk { till = \"%s\", slot = \"4h\"%s",
                  ONE_OF(w, "Tue 17:00", "Wed 13:00"), ONE_OF(w, "", ", talk = {}"));
        int most = rich ? 7 : 3;
        for (int i = desk_options ? below(w, most) : 0; i > 0;
             i--) { // what is done there is asked for there again
            text_addf(&w->out, ", option \"d%d\" \"Do.\" { when = %s, ", i, condition(w));
            costs(w);
            witnesses(w);
            deeds(w, 2);
            text_add(&w->out, "}");
        }
        text_add(&w->out, " },\n");
    }
    if (rich && below(w, 4) == 0) {
        write_talk(w, scene);
    }
    if (below(w, 3) == 0) {
        write_need(w, scene);
    } else {
        write_choice(w, scene, circles);
    }
    text_add(&w->out, "}\n");
}

static void write_lively_parts(Writer *w)
{
    text_addf(&w->out, "local cas = person \"cas\" { name = \"Cas C\"%s%s }\n",
              ONE_OF(w, "", ", hears = { \"ada\", \"ben\" }"), ONE_OF(w, "", ", reply = \"Hm.\""));
    for (int i = 0; i < HOLDS; i++) {
        text_addf(&w->out,
                  "local h%d = commitment \"h%d\" { kind = \"hold\", by = \"player\", to = %s, "
                  "what = \"h%d\", due = \"%s\" }\n",
                  i, i, i < 2 ? "ada" : somebody(w), i,
                  ONE_OF(w, "Mon 10:00", "Mon 15:00", "Tue 09:30", "Tue 14:00", "Wed 10:00"));
    }
}

static void write_story(Writer *w)
{
    bool circles = below(w, 4) == 0;
    text_addf(
        &w->out,
        "scenario { id = \"random\", title = \"Random\", days = { \"Mon\", \"Tue\", \"Wed\" },"
        " weeks = %d, energy = %s }\n"
        "local ada = person \"ada\" { name = \"Ada A\", reply = \"So.\", standards = { notice "
        "= { hours = 5, says = \"five\" } }, facts = { fall = \"She fell.\" }%s%s }\n"
        "local ben = person \"ben\" { name = \"Ben B\", hears = { \"ada\" } }\n"
        "local plot = commitment \"plot\" { kind = \"work\", by = \"player\", to = ada, what = "
        "\"plot\", effort = 3, due = \"Tue 12:00\", found = { 1, 3 } }\n"
        "local pact = commitment \"pact\" { kind = \"meet\", by = \"player\", to = ben, what = "
        "\"pact\", due = \"Tue 16:00\"%s }\n"
        "local hush = commitment \"hush\" { kind = \"hold\", by = \"player\", to = ada, what = "
        "\"hush\", due = \"Wed 10:00\" }\n"
        "local loan = commitment \"loan\" { kind = \"work\", by = ben, to = \"player\", what = "
        "\"loan\", effort = 1, due = \"Tue 10:00\" }\n"
        "local wet = flag \"wet\"\nlocal n = number \"n\" { from = 0, to = 3 }\n",
        1 + below(w, lively ? 3 : 2), lively ? ONE_OF(w, "8", "6.5", "5") : "8",
        ONE_OF(w, "", ", persona = \"watchful\"", ", persona = \"forgiving\""),
        lively ? ONE_OF(w, "", ", hears = { \"ben\" }") : "",
        rich ? ONE_OF(w, "", ", provided = no(missed(plot))", ", provided = knows(ada, \"fall\")",
                      ", provided = trusts(ada, \"sound\")")
             : "");
    if (lively) {
        write_lively_parts(w);
    }
    if (rich && below(w, 2) == 0) {
        text_add(&w->out, "talk(ada) { minutes = 30, rounds = 2, ");
        write_moves(w, "t");
        text_add(&w->out, "}\n");
    }
    if (rich && below(w, 3) == 0) {
        text_addf(&w->out, "whenever(%s) { at_once = true, \"Now.\", ", condition(w));
        text_addf(&w->out, "%s }\n", deed(w));
    }
    if (below(w, 2) == 0) {
        text_addf(&w->out, "whenever(%s) { ada \"Well.\", %s }\n",
                  ONE_OF(w, "missed(plot)", "is(wet)", "kept(hush)"),
                  ONE_OF(w, "add(n, 1)", "set(wet)", "mood(ada, \"cold\")"));
    }
    if (functions && below(w, 6) == 0) {
        text_addf(&w->out, "always \"it\" (%s)\n",
                  ONE_OF(w, "function(s) return s.number.n < 3 or s.flag.wet end",
                         "function(s) return s.state.plot ~= \"found out\" end",
                         "function(s) return s.trusts.ben ~= \"down\" or s.ended == \"bad\" end"));
    }
    for (int i = 0; i < SCENES; i++) {
        write_scene(w, i, circles);
    }
    text_addf(&w->out,
              "scene \"s%d\" { when(%s) { ending \"good\" }, when(%s) { ending \"fair\" }, "
              "ending \"bad\" }\n",
              SCENES, condition(w), condition(w));
    text_add(&w->out, "ending \"good\" { title = \"Good\", kind = \"together\", \"Good.\" }\n"
                      "ending \"fair\" { title = \"Fair\", kind = \"patched\", \"Fair.\" }\n"
                      "ending \"bad\" { title = \"Bad\", kind = \"apart\", \"Bad.\" }\n");
}

// The n-th story; its text is left in `source`.
static Scenario *random_story(int n, Text *source)
{
    Writer w = { .stream = (uint64_t)n * 7919 + 1 };
    write_story(&w);
    Scenario *sc = written("random.lua", text_str(&w.out));
    *source = w.out;
    return sc;
}
