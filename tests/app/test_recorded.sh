# `plankwright test`: recorded ways that are what is played, and those that are not. They come with packages,
# so nothing of them may drive a terminal.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
mkdir -p work/small/tests
esc=$(printf '\033')
bel=$(printf '\007')
csi=$(printf '\302\233')
out_harmless() { ! LC_ALL=C grep -q -e "$esc" -e "$bel" -e "$csi" -e "$(printf '\r')" out.txt err.txt; }

printf 'choices: table.wait,round.out\nseed: 1\n' >work/small/tests/one.play
run test work/small --bless
check 'blessed: exit code' code_is 0
check 'blessed: said' out_says 'wrote  work/small/tests/one.play'
run test work/small
check 'the same: exit code' code_is 0
check 'the same: said' out_says 'ok     work/small/tests/one.play'
cp work/small/tests/one.play work/good.play

sed 's/^A table\.$/A desk./' work/good.play >work/small/tests/one.play
run test work/small
check 'another: exit code' code_is 1
check 'another: recorded' out_says 'recorded: A desk.'
check 'another: played' out_says 'played:   A table.'

# ---- bytes that a terminal would obey -----------------------------------------------------------------
printf 'choices: table.wait,round.out\nseed: 1\n\n%s]0;owned%s%s[31mred %s2J.\n' "$esc" "$bel" "$esc" "$csi" \
    >work/small/tests/one.play
run test work/small
check 'a transcript that drives a terminal: exit code' code_is 1
check 'its bytes are not printed' out_harmless
check 'its words are' out_says 'recorded:  ]0;owned  [31mred ?2J.'
printf 'choices: table.wait,%s[31m\nseed: 1\n\nA table.\n' "$esc" >work/small/tests/one.play
run test work/small
check 'a choice that drives a terminal' out_harmless

sed 's/$/\r/' work/good.play >work/small/tests/one.play
run test work/small
check 'line ends of Windows: the same' code_is 0
sed 's/^A table\.$/A table. /' work/good.play >work/small/tests/one.play
run test work/small
check 'a blank at the end: exit code' code_is 1
check 'a blank at the end: told' out_says 'they differ in a character that is not shown'

# ---- and names of files ---------------------------------------------------------------------------------
cp work/good.play work/small/tests/one.play
cp work/good.play "work/small/tests/two$esc[31m.play"
sed 's/^A table/A desk/' work/good.play >"work/small/tests/three$esc]0;owned$bel.play"
printf 'bad\n' >"work/small/tests/four$csi.play"
run test work/small
check 'names: all good ones are told' out_says 'ok     work/small/tests/two [31m.play'
check 'names: and the bad ones' out_says 'FAILED work/small/tests/three ]0;owned .play'
check 'names: nothing is obeyed' out_harmless
run test work/small --bless
check 'names: blessed' out_says 'wrote  work/small/tests/three ]0;owned .play'
check 'names: nothing is obeyed when blessed' out_harmless
rm -r work/small/tests

mkdir -p work/small/lang
printf 'msgid "a\n' >"work/small/lang/$esc[31m.po"
run check work/small
check 'a translation'"'"'s name' out_harmless
check 'a translation'"'"'s name: told' out_says 'PW-401'
run strings work/small --check "work/small/lang/$esc[31m.po"
check 'a translation'"'"'s name, alone' out_harmless
printf 'msgid ""\nmsgstr ""\n' >"work/small/lang/$esc[31m.po"
run strings work/small --check "work/small/lang/$esc[31m.po"
check 'a translation'"'"'s name, in short' out_harmless
rm -r work/small/lang
sed -i 's/title = "Small"/title = "Small", author = "Ines", licence = "CC0-1.0"/' work/small/scenario.lua
: >"work/small/$esc[31m.png"
run pack work/small -o work/small.plank
check 'what is left out: exit code' code_is 0
check 'what is left out: told' err_says 'left out: work/small/ [31m.png'
check 'what is left out: nothing is obeyed' out_harmless
mkdir -p "data/scenarios/x$esc[31m"
echo 'x(' >"data/scenarios/x$esc[31m/scenario.lua"
run list --data data
check 'a folder in the list' out_says '(x [31m) cannot be played'
check 'a folder in the list: nothing is obeyed' out_harmless
finish
