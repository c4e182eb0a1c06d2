# The command graph: four shapes, three colourings, with and without graphviz; and what recorded ways meet.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
mkdir -p work/small/tests

# bad <what> <exit code> <what standard error says> <arguments>
bad() {
    what=$1
    want=$2
    says=$3
    shift 3
    run graph "$@"
    check "$what: exit code" code_is "$want"
    check "$what: message" err_says "$says"
    check "$what: nothing half done" test ! -s out.txt
}

# ---- the outline ------------------------------------------------------------------------------------
run graph work/small --format text
check 'text: exit code' code_is 0
check 'text: silent' err_silent
check 'text: proved' out_says 'Exact: all '
check 'text: a scene with its hour' out_says 'Scene table, Monday 09:00. Once a play.'
check 'text: an option' out_says 'sign: I’ll write the note. -- 50 times in 100 plays.'
check 'text: a circle' out_says 'left: Left. -- Once a play.'
check 'text: goes on' out_says 'Goes on to round.'
check 'text: comes from' out_says 'Comes from table (once a play), round (3 times a play).'
check 'text: an ending' out_says 'Ending out, "Outside".'
check 'text: each scene once' test "$(grep -c '^Scene ' out.txt)" -eq 3
cp out.txt work/first
run graph work/small --format text
check 'text: the same twice' cmp -s work/first out.txt
run graph work/small --format text --by tests
check 'text by tests: no ways yet' out_silent_about 'times in 100'
run graph work/small --format text --limit 3
check 'bounded: exit code' code_is 0
check 'bounded: said' err_says 'sampled by 100000 random plays'
check 'bounded: said in the outline, too' out_says 'Sampled: 100,000 random plays'

# On a terminal of 40 columns each line goes on further in; into a pipe it stays one line.
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then # where there are pseudo-terminals at all
    timeout 60 script -qec "stty cols 40 rows 24; TERM=xterm LANG=C.UTF-8 LC_ALL= '$program' graph work/small \
        --format text 2>/dev/null" /dev/null >work/forty.txt 2>&1 </dev/null
    code=$?
    tr -d '\r' <work/forty.txt >out.txt
    check 'forty columns: exit code' code_is 0
    check 'forty columns: none is longer' \
        sh -c '! sed "s/\x1b\[[0-9;]*m//g; s/[^ -~]\{1,3\}/x/g" out.txt | grep -q "^.\{41\}"'
    check 'forty columns: each scene' test "$(grep -c '^Scene ' out.txt)" -eq 3
    check 'forty columns: an option goes on further in' grep -q '^        [a-z0-9]' out.txt
fi

# ---- recorded ways ----------------------------------------------------------------------------------
printf 'choices: table.sign,round.left,round.out\nseed: 1\n\n' >work/small/tests/one.play
printf 'choices: wait,round.left,round.left\nseed: 1\n\n' >work/small/tests/two.play
run test work/small --bless
check 'test: what is met' out_says 'met    small: 3 of 3 scenes, 4 of 6 options, 1 of 1 endings; not option round.right, option round.ask'
check 'test: short' out_silent_about 'scenario.lua:'
run test work/small --unmet
check 'test --unmet: with its place' out_says 'not met: option round.right  scenario.lua:'
check 'test --unmet: exit code' code_is 0
run graph work/small --format text --by tests
check 'by tests: once a way' out_says 'left: Left. -- In 2 of 2 recorded ways.'
check 'by tests: none' out_says 'ask: When is your bus? -- In no recorded way.'
printf 'choices: wait,jump\nseed: 1\n\n' >work/small/tests/three.play
run graph work/small --format text --by tests
check 'a way that breaks off: said' err_says '1 recorded way leads no further; see plankwright test'
check 'a way that breaks off: counted so far' out_says 'wait: Wait. -- In 2 of 3 recorded ways.'
rm work/small/tests/three.play

# ---- without graphviz -------------------------------------------------------------------------------
mkdir -p work/empty
full=$PATH
PATH=$PWD/work/empty
export PATH
"$program" graph work/small >out.txt 2>err.txt
code=$?
"$program" graph work/small --format html -o work/plain.html 2>work/err2
code2=$?
"$program" graph work/small --format dot >work/g.dot 2>work/err3
code3=$?
PATH=$full
check 'no dot: exit code' code_is 4
check 'no dot: what to do' err_says 'apt-get install graphviz'
check 'no dot: nothing half done' test ! -s out.txt
code=$code2
check 'no dot: the page is written' test -s work/plain.html
check 'no dot: exit code of the page' code_is 0
check 'no dot: the page says so' grep -q 'apt-get install graphviz\|is not installed' work/plain.html
check 'no dot: so does standard error' grep -q 'without the picture' work/err2
check 'no dot: dot text needs none' test "$code3" -eq 0
check 'dot: an edge' grep -qF '"scene:table" -> "scene:round"' work/g.dot

# ---- with graphviz ----------------------------------------------------------------------------------
if command -v dot >/dev/null 2>&1; then
    check 'dot: graphviz accepts it' sh -c 'dot -Tplain work/g.dot | grep -q "^node .ending:out"'
    for by in often trust tests; do
        run graph work/small --by $by
        check "svg by $by: exit code" code_is 0
        check "svg by $by: class" out_says "class=\"by-$by\""
        check "svg by $by: a card" out_says '>round</text>'
        check "svg by $by: in words" out_says '<desc>'
        check "svg by $by: nothing from elsewhere" \
            sh -c '! grep -q "href\|url(\|@import\|<script\|<image" out.txt'
        if command -v xmllint >/dev/null 2>&1; then
            check "svg by $by: well formed" xmllint --noout out.txt
        fi
        run graph work/small --by $by --format dot
        check "dot by $by: graphviz accepts it" sh -c 'dot -Tplain out.txt >/dev/null 2>work/said && ! [ -s work/said ]'
    done
    run graph work/small -o work/page.html
    check 'html: by its name' grep -q '<!DOCTYPE html>' work/page.html
    check 'html: silent' err_silent
    check 'html: the picture' grep -q '<svg id="map"' work/page.html
    check 'html: words of a scene' grep -q 'Left, then.' work/page.html
    check 'html: all colourings' test "$(grep -o 'type="radio"' work/page.html | wc -l)" -eq 3
    check 'html: asks nothing of anywhere' \
        sh -c '! grep -q "src=\|url(\|@import\|https\?://[^w]\|fetch(\|XMLHttp\|<link" work/page.html'
    check 'html: no network by policy' grep -q "default-src 'none'" work/page.html
    check 'html: every link has its place' sh -c '
        grep -o "href=\"#[^\"]*\"" work/page.html | sort -u | sed "s/href=\"#//; s/\"//" | grep . |
        while read -r id; do grep -q "id=\"$id\"" work/page.html || echo "$id"; done | { ! grep .; }'
    if [ -e /dev/full ]; then
        "$program" graph work/small >/dev/full 2>err.txt
        code=$?
        check 'a full disk' code_is 4
    fi
    bad 'a folder that is not there' 4 'work/none' work/small -o work/none/x.svg
fi

# ---- bad input --------------------------------------------------------------------------------------
bad 'no scenario' 2 'graph needs a scenario'
bad 'unknown scenario' 3 'did you mean late-brief?' late-brif
bad 'unknown format' 2 'did you mean html?' work/small --format htm
bad 'a picture we do not write' 2 'a graph is not written as .png (let the file end in .svg' work/small -o work/small.png
check 'a picture we do not write: nothing there' test ! -e work/small.png
bad 'unknown colouring' 2 'did you mean trust?' work/small --by trusts
bad 'out of range: limit' 2 'give 1 to ' work/small --limit 0
bad 'two scenarios' 2 'one word too many' work/small work/small
printf 'scenario { id = "b" ' >work/b.lua
bad 'a scenario with mistakes' 3 'b.lua' work/b.lua
finish
