#!/bin/sh
# The command report: each format, of a recorded way and of the last play, and of ways that stop early;
# and what it says when it cannot.
here=$(dirname "$0")
. "$here/expect.inc"
small
way=work/way.play
printf 'choices: table.sign,round.left,round.out\nseed: 1\n\n' >$way

for format in html md csv json; do
    run report $way --scenario work/small -o work/a.$format </dev/null
    check "$format is written" code_is 0
    check "$format is not empty" test -s work/a.$format
    run report $way --scenario work/small --format $format </dev/null
    check "$format to standard output is the same" cmp -s out.txt work/a.$format
done
cp work/a.md out.txt
check "names what broke" out_says 'the note'
check "and why the bridge stands so" out_says '“Note” broke; nothing has been kept since.'
check "has a plan" out_says '> If '
check "asks something" out_says 'To talk about'
cp work/a.csv out.txt
check "a row for each choice" test "$(grep -c ,chose, work/a.csv)" -eq 3
check "the promise missed" out_says 'settled,ines,note,,open,missed'

mkdir -p work/small/tests
cp $way work/small/tests/a.play
run report work/small/tests/a.play --format json </dev/null
check "finds its scenario by the folder" code_is 0
check "the ending" out_says '"ending":"out"'

printf 'choices: table.sign,round.gone,round.out\nseed: 1\n\n' >$way
run report $way --scenario work/small --format md </dev/null
check "a way of an older story" code_is 0
check "is told as far as it leads" err_says 'about the first 1 choices'
check "and says that it is not over" out_says 'has not come to its end'
printf 'choices: \nseed: 1\n\n' >$way
run report $way --scenario work/small --format html </dev/null
check "no choice at all" code_is 0

printf 'sign\nleft\nquit\n' | "$program" play work/small --text --seed 1 --data data >/dev/null 2>&1
run report --last --data data --format md </dev/null
check "the last play needs the scenario where it was" code_is 3
mkdir -p data/scenarios
cp -r work/small data/scenarios/small
run report --last --data data --format md </dev/null
check "the last play" code_is 0
check "as far as it came" out_says 'Left.'

run report --last --data empty </dev/null
check "nothing played" code_is 3
check "says what to do" err_says 'play first'
run report </dev/null
check "of which play" code_is 2
run report $way --last </dev/null
check "not both" code_is 2
run report $way --format pdf </dev/null
check "an unknown format" code_is 2
check "names those there are" err_says 'html, md, csv, json'
run report gone.play --scenario work/small </dev/null
check "no such file" code_is 3
cp work/small/tests/a.play work/lone.play
(cd work && "$program" report lone.play >../out.txt 2>../err.txt </dev/null)
code=$?
check "a way without a scenario" code_is 3
check "says how to name it" err_says '--scenario'
run report work/small/tests/a.play -o work/none/a.html </dev/null
check "a folder that is not there" code_is 4
finish
