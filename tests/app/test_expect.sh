#!/bin/sh
# Recorded ways that say what must be so at their end; heads as other editors write them.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
mkdir -p work/small/tests
sed -i 's/local n = /local lamp = flag "lamp"\nlocal n = /; s/"Left." { add(n, 1),/"Left." { add(n, 1), set(lamp),/' work/small/scenario.lua
way=work/small/tests/way.play
head_is() { # head_is <line>...: the head of the recorded way; the transcript is blessed for it without the lines
    printf 'choices: table.sign,round.left,round.ask,round.out\nseed: 4\n' >$way
    run test work/small --bless </dev/null
    sed 1,2d $way >work/body
    { printf 'choices: table.sign,round.left,round.ask,round.out\nseed: 4\n' && printf '%s\n' "$@" && cat work/body; } >$way
    run test work/small </dev/null
}
for line in 'missed note' 'no kept note' 'not kept note' 'missed(note)' 'no(owned(note))' 'promised note' 'no moved note' 'no warned note' \
    'ending out' 'is lamp' 'at_least n 1' 'no at_least n 2' 'knows ines bus' 'took left' 'took round.left' 'took table.sign' 'no took wait' \
    'no bridge ines sound' 'trusts ines down' 'no took desk.work_note'; do
    head_is "expect: $line"
    check "it is so: $line" code_is 0
done

fails() { # fails <line> <what is told>
    head_is 'expect: missed note' "expect: $1"
    check "not so: $1" code_is 1
    check "not so: $1: where, and what is instead" out_says "way.play:4: expected: $1; but $2"
    check "not so: $1: nothing else" [ "$(grep -c 'way.play:' out.txt)" -eq 1 ]
}
fails 'kept note' 'note is missed'
fails 'no missed note' 'note is missed'
fails 'warned note' 'note is missed'
fails 'moved note' 'note has the date it was promised for'
fails 'bridge ines sound' 'the bridge to ines is '
fails 'no is lamp' 'lamp is set'
fails 'at_least n 3' 'n is 1'
fails 'no knows ines bus' 'bus of ines is known'
fails 'took wait' 'it was not'
fails 'no ending out' 'the ending is out'

wrong() { # wrong <line> <what is told>
    head_is "expect: $1"
    check "no such thing: $1" code_is 3
    check "no such thing: $1: where" err_says 'way.play:3: '
    check "no such thing: $1: what, and what was meant" err_says "$2"
}
wrong 'kpet note' 'there is no word "kpet" (did you mean kept?)'
wrong 'kept nots' 'small has no commitment "nots" (did you mean note?)'
wrong 'kept' '"kept" takes 1 word (write: expect: kept COMMITMENT)'
wrong 'trusts ines woorn' '(did you mean worn?)'
wrong 'trusts inez worn' '(did you mean ines?)'
wrong 'ending outt' '(did you mean out?)'
wrong 'is lamb' '(did you mean lamp?)'
wrong 'took rigth' '(did you mean right?)'
wrong 'knows ines bos' '(did you mean bus?)'
wrong 'at_least n two' '"two" is not a number'
wrong '' 'says nothing'
head_is 'expects: kept note'
check 'a line that is none of a head' code_is 3
check 'a line that is none of a head: where' err_says 'way.play:3: '

# --bless writes the transcript, never these lines; and nothing where one does not hold.
head_is 'expect: missed note' 'expect: ending out'
sed -i 's/It rains a little/It rains a lot/' work/small/scenario.lua
run test work/small --bless </dev/null
check 'blessed' code_is 0
check 'blessed: they are still there' [ "$(grep -c '^expect: ' $way)" -eq 2 ]
check 'blessed: with what is played' grep -q 'rains a lot' $way
run test work/small </dev/null
check 'blessed: it holds' code_is 0
sed -i 's/^expect: missed note/expect: kept note/' $way
cp $way work/before
sed -i 's/It rains a lot/It pours/' work/small/scenario.lua
run test work/small --bless </dev/null
check 'not blessed' code_is 1
check 'not blessed: said' out_says 'nothing was written'
check 'not blessed: as it was' cmp -s work/before $way

# By old names; and the others that read recorded ways read these.
sed -i 's/^expect: kept note/expect: missed note/; s/^expect: ending out/&\nexpect: took left/' $way
run test work/small --bless </dev/null
sed -i 's/commitment "note" {/commitment "memo" { was = "note",/; s/ending "out" {/ending "outside" { was = "out",/; s/ending "out" }/ending "outside" }/
    s/option "left"  "Left." {/option "port" "Left." { was = "left",/' work/small/scenario.lua
run test work/small </dev/null
check 'by old names' code_is 0
run graph work/small --format text </dev/null
check 'graph reads it' out_says 'In 1 of 1 recorded way'

# A byte order mark, and lines that end as on Windows.
cp $way work/before
{ printf '\357\273\277' && sed 's/$/\r/' work/before; } >$way
run test work/small </dev/null
check 'a byte order mark and CRLF' code_is 0
printf '\357\273\277choices: table.sign,round.out\r\nseed: 2\r\n' >work/small/tests/short.play
run test work/small --bless </dev/null
check 'a head alone' code_is 0
finish
