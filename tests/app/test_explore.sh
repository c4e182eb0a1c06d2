#!/bin/sh
# The command `explore`: what it prints for people and for programs, what it says where it has not walked
# everything, and to bad input.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"

bad() { # bad <name of the case> <exit code> <words> <arguments>
    name=$1
    wanted=$2
    words=$3
    shift 3
    run explore "$@"
    check "$name: exit code" code_is "$wanted"
    check "$name: says \"$words\"" err_says "$words"
    check "$name: one line" err_lines 1
    check "$name: nothing else" test ! -s out.txt
}

small
market=$PLANKWRIGHT_SOURCE/tests/explore/data/market.lua

# ---- for people -------------------------------------------------------------------------------------
run explore "$market"
check 'text: exit code' code_is 0
check 'text: nothing on standard error' err_silent
check 'text: it is proved' out_says 'market: proved.'
check 'text: an ending with its chance' out_says '  full                  61.6 %  ##################'
check 'text: whose trust' grep -q '^  Ode .*0\.[0-9]* ±0\.0' out.txt
check 'text: what follows from a choice' grep -q '^  both  *33\.3  *19\.2 .* 0\.4[0-9]$' out.txt
check 'text: eighty columns' test "$(sed 's/±/+/g' out.txt | awk '{ if (length($0) > n) n = length($0) } END { print n }')" -le 80
cp out.txt work/first
run explore "$market"
sed 's/in [0-9.]* s\././' out.txt >work/second
sed 's/in [0-9.]* s\././' work/first | cmp -s - work/second
check 'text: the same again, but for the seconds' test $? -eq 0

# ---- for programs -----------------------------------------------------------------------------------
run explore "$market" --json
check 'json: exit code' code_is 0
cp out.txt work/one.json
run explore --json "$market"
check 'json: the same again' cmp -s out.txt work/one.json
check 'json: an ending' out_says '"full":0.6160'
check 'json: the method' out_says '"method":"proved"'
check 'json: nothing is missing' out_says '"why_not_proved":null'
if command -v python3 >/dev/null 2>&1; then
    python3 - work/one.json >work/sums <<'END2'
import json, sys
d = json.load(open(sys.argv[1]))
near = lambda a, b: abs(a - b) < 1e-5
assert near(sum(d["endings"].values()) + d["no_ending"], 1.0), d["endings"]
first = d["choices"][0]["id"].split(".")[0]
begin = [c for c in d["choices"] if c["id"].split(".")[0] == first]
assert near(sum(c["taken"] for c in begin), 1.0), begin
for e, chance in d["endings"].items(): # what follows from the first choices is what follows at all
    assert near(sum(c["taken"] * c["endings"][e] for c in begin), chance), e
for c in d["choices"]: # what is proved is what plays come to
    spread = max(5 * (c["taken"] * (1 - min(c["taken"], 1)) / d["plays"]) ** 0.5, 1e-3)
    share = c["plays"] / d["plays"] # what can be taken several times is taken more often
    assert c["taken"] / 4 < share + spread and share < c["taken"] + spread, c
for p in d["people"]:
    assert near(sum(p["words"].values()), 1.0) and 0 < p["trust"]["mean"] < 1, p
print("all of it holds")
END2
    check 'json: its numbers fit together' grep -q 'all of it holds' work/sums
fi

# ---- round and round --------------------------------------------------------------------------------
run explore work/small --json
check 'circle: exit code' code_is 0
check 'circle: proved all the same' out_says '"method":"proved"'
check 'circle: it ends for certain' out_says '"endings":{"out":1.0000000},"no_ending":0.0000000'
check 'circle: once round, on the average' grep -q '"id":"round.left","text":"Left.","with":null,"taken":1.000000' out.txt

# ---- a loop without a way out -----------------------------------------------------------------------
run explore "$PLANKWRIGHT_SOURCE/tests/explore/data/round.lua" --json
check 'for ever: who comes in counts once' grep -q '"id":"cellar.feel","text":"Feel along the wall.","with":null,"taken":0.5000000,"for_ever":0.5000000,' out.txt
check 'for ever: elsewhere nobody' grep -q '"id":"round.hatch","text":"Down.","with":null,"taken":0.5000000,"for_ever":0.0000000,' out.txt
check 'for ever: the longest are not those' grep -q '"endless":[0-9]*,"minutes":.*"length":{"mean":[2-6]\.[0-9]*,' out.txt
run explore "$PLANKWRIGHT_SOURCE/tests/explore/data/round.lua"
check 'for ever: the table' grep -q '^  feel  *50\.0+  *0\.0' out.txt
check 'for ever: the length is of the others' grep -q '^Length of a play, from the others: 0\.[0-9] minutes' out.txt
check 'for ever: how many have none' grep -q '^[0-9]*,[0-9]* of these plays had no end after 2,000 choices: ' out.txt
check 'for ever: what it means' out_says '+: also in a loop without a way out'

# ---- bounded ----------------------------------------------------------------------------------------
run explore late-brief --limit 1000
check 'bounded: exit code' code_is 0
check 'bounded: is said' out_says 'late-brief: bounded, not proved: there are more than 1000 states.'
check 'bounded: what stands in' out_says 'seeded plays: what they did not meet may exist.'
run explore late-brief --limit 1000 --json
check 'bounded: json' out_says '"method":"sampled","why_not_proved":"there are more than 1000 states"'
check 'bounded: the plays are near' grep -q '"endings":{"together":0.3[567]' out.txt

# ---- bad input --------------------------------------------------------------------------------------
bad 'no scenario' 2 'explore needs a scenario'
bad 'two scenarios' 2 'one word too many' late-brief two-promises
bad 'no states' 2 '--limit 0 is not a number of states that can be kept' late-brief --limit 0
bad 'too many states' 2 'give one from 1 to 20000000' late-brief --limit 30000000
bad 'no number' 2 'needs a whole number' late-brief --limit many
bad 'an unknown option' 2 'did you mean --json' late-brief --jsno
bad 'an unknown scenario' 3 'did you mean late-brief' late-breif

finish
