#!/bin/sh
# The command `trust`: what it prints, its three shapes, its tables, and what it says to bad input. The
# tables and plots in engine/trust/README.md are what the command prints today.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
room=$PLANKWRIGHT_SOURCE/engine/trust

bad() { # bad <name of the case> <exit code> <words> <arguments>: standard input is this function's
    name=$1
    wanted=$2
    words=$3
    shift 3
    run trust "$@"
    check "$name: exit code" code_is "$wanted"
    check "$name: says \"$words\"" err_says "$words"
    check "$name: one line" err_lines 1
}

# ---- table, CSV, plot -----------------------------------------------------------------------------
cat >work/week.txt <<'END'
# a week
kept 4h
missed: the "shelf" list, again
apology full   # all six parts

vow
kept x3
week quiet
END
run trust work/week.txt
check 'table: exit code' code_is 0
check 'table: nothing on standard error' err_silent
check 'table: where it starts' out_says 'before anything               .660    .660  sound'
check 'table: a row' out_says '     2  kept 4h                       .750    .750  sound'
check 'table: belief apart' grep -q '6  vow .*\.[0-9]* *\.[0-9]*  sound' out.txt
check 'table: a label' out_says 'the "shelf" list, again'
check 'table: a row for each line' test "$(wc -l <out.txt)" -eq 8
cp out.txt work/table
run trust - <work/week.txt
check 'standard input, asked for: the same' cmp -s work/table out.txt
run trust <work/week.txt
check 'standard input: the same' cmp -s work/table out.txt
printf '\357\273\277kept\r\nmissed\r\n' >work/dos.txt
run trust work/dos.txt
check 'lines that end in CR LF, and a mark before them' code_is 0
printf 'missed' | run trust
check 'the last line without an end' out_says 'missed'

run trust --csv work/week.txt
check 'CSV: head' out_says 'line,event,times,label,trust,belief,bridge,accepts,on_guard'
check 'CSV: a row' out_says '2,"kept 4h",1,"",0.750000,0.750000,sound,yes,no'
check 'CSV: quotes are doubled' out_says '"the ""shelf"" list, again"'
check 'CSV: repeats' out_says '"kept",3,"",'
check 'CSV: nine fields a row' test "$(sed 's/"\([^"]\|""\)*"/q/g' out.txt | awk -F, 'NF != 9' | wc -l)" -eq 0

run trust --preset default work/week.txt
check 'preset default' out_says 'before anything               .650'
run trust --persona unforgiving work/week.txt
cp out.txt work/unforgiving
run trust --persona forgiving work/week.txt
check 'personas differ' sh -c '! cmp -s work/unforgiving out.txt'

run trust --svg --title 'Tom & Jerry <3' work/week.txt
check 'plot: exit code' code_is 0
check 'plot: its title, escaped' out_says '<title id="title">Tom &amp; Jerry &lt;3</title>'
check 'plot: all in words' out_says '2, missed: the "shelf" list, again: trust '
check 'plot: named by title and description' out_says 'role="img" aria-labelledby="title description"'
check 'plot: nothing from elsewhere' sh -c '! grep -q "href\|url(http\|@import\|<script\|<image" out.txt'
for word in sound worn strained unsafe down; do
    check "plot: the band \"$word\"" out_says ">$word</text>"
done
if command -v xmllint >/dev/null 2>&1; then
    check 'plot: well formed' xmllint --noout out.txt
fi
printf 'kept: \001\033 & "x" <y> %s\n' "$(printf 'a%.0s' $(seq 300))" | run trust --svg
check 'plot: control characters are left out' sh -c '! LC_ALL=C grep -q "[[:cntrl:]]" out.txt'
for shape in '' --csv; do
    printf 'kept: \033]0;owned\007\033[31mred \302\2332J\n' | run trust $shape
    check "a label that drives a terminal $shape: said" out_says ' ]0;owned  [31mred ?2J'
    check "a label that drives a terminal $shape: not obeyed" \
        sh -c '! LC_ALL=C tr -d "\n" <out.txt | LC_ALL=C grep -q "[[:cntrl:]]\|$(printf "\302\233")"'
done

# ---- the pattern ------------------------------------------------------------------------------------
printf 'missed\nkept\nmissed\nkept\nmissed\nkept\nmissed\n' | run trust
check 'kind when doubted: seen' grep -q '7  missed .*unsafe, refuses, on guard' out.txt
check 'kind when doubted: not before' test "$(grep -c 'on guard' out.txt)" -eq 1

# ---- tables -----------------------------------------------------------------------------------------
run trust --anchors
check 'anchors: all met' code_is 0
check 'anchors: both presets' test "$(grep -c '^33 of 33 met' out.txt)" -eq 2
check 'anchors: tag, bounds, figure, fact' grep -q '^11b .*0\.[0-9]* *0.20 to  0.60  V-dir.*pass' out.txt
run trust --anchors --preset work
check 'anchors: one preset' test "$(grep -c 'of 33 met' out.txt)" -eq 1
run trust --anchors --preset work --persona unforgiving
check 'anchors: one that is missed is a finding' code_is 1
check 'anchors: and says so' out_says 'FAIL'

# What stands in the README behind "$ plankwright trust --NAME", up to the end of the block.
readme() {
    sed -n "/^\\\$ plankwright trust --$1\$/,/^\`\`\`/p" "$room/README.md" | sed '1d;$d'
}
for table in parameters fit; do
    run trust --$table
    check "--$table: exit code" code_is 0
    readme $table >work/readme
    check "--$table: the README shows what is printed today" cmp -s work/readme out.txt
done
for events in "$room"/plots/*.txt; do
    run trust "$events" --svg --title "$(sed -n '1s/^# //p' "$events")"
    check "the plot of $(basename "$events") is fresh" cmp -s out.txt "${events%.txt}.svg"
    check "the README shows $(basename "$events" .txt)" \
        grep -qF "plots/$(basename "$events" .txt).svg" "$room/README.md"
done

# ---- bad input --------------------------------------------------------------------------------------
printf 'kept\n\n# x\nmised\n' | bad 'unknown event' 3 'standard input:4: unknown event "mised" (did you mean missed?)'
printf 'kept 0h\n' | bad 'out of range: hours' 3 'standard input:1: "0h" is no length of work' --csv
printf 'kept 4000h\n' | bad 'out of range: too many hours' 3 '"4000h" is no length of work'
printf 'kept\ntalk 900%%\n' | bad 'out of range: quality' 3 'standard input:2: "900%"'
printf 'kept x100000\n' | bad 'out of range: times' 3 'write x1 to x1000'
bad 'empty' 3 'there is no event in standard input' </dev/null
printf '# only a comment\n' >work/none.txt
bad 'no event' 3 'there is no event in work/none.txt' work/none.txt
bad 'no event, plot' 3 'there is no event in work/none.txt' --svg work/none.txt
check 'no event: no half plot' test ! -s out.txt
head -c 5000 "$program" >work/program
bad 'no text' 3 'work/program:1: this is no text' work/program
printf 'kept\nk\351pt\n' | bad 'not UTF-8' 3 'standard input:2: this is no text in UTF-8'
head -c 3000 /dev/zero | tr '\0' 'a' | bad 'a long line' 3 'standard input:1: this line is too long'
bad 'no such file' 3 'work/nothing cannot be read' work/nothing
bad 'a folder' 3 'work is a folder' work
bad 'unknown preset' 2 'there is no preset "wrok" (did you mean work?' --preset wrok work/week.txt
bad 'unknown persona' 2 'did you mean forgiving?' --persona forgivng work/week.txt
bad 'unknown option' 2 'did you mean --anchors?' --anchor
bad 'two tables' 2 'stand alone' --anchors --fit
bad 'a table and a file' 2 'stand alone' --anchors work/week.txt
bad 'two shapes' 2 'cannot both' --csv --svg work/week.txt
bad 'two files' 2 'one word too many' work/week.txt work/week.txt
awk 'BEGIN { for (i = 0; i < 401; i++) print "kept" }' | bad 'a plot too long' 3 'a plot has room for 400 events' --svg
if [ -e /dev/full ]; then
    awk 'BEGIN { for (i = 0; i < 9999; i++) print "kept" }' >work/many
    "$program" trust work/many >/dev/full 2>err.txt
    code=$?
    check 'a full disk' code_is 4
fi

# Ten million take the same room as few (here one million; all of them with --all).
many=1000000
[ -z "${PLANKWRIGHT_SLOW:-}" ] || many=10000000
room_limit=400000 # kilobytes of addresses; with sanitizers a program needs all there are, and time
(ulimit -v $room_limit && exec "$program" --version) >/dev/null 2>&1 || {
    room_limit=unlimited
    many=20000
}
(
    ulimit -v $room_limit
    yes 'kept 4h
missed' | head -n $many | "$program" trust --csv -
) >out.txt 2>err.txt
code=$?
check "$many events: exit code" code_is 0
check "$many events: all are there" test "$(wc -l <out.txt)" -eq $((many + 1))
finish
