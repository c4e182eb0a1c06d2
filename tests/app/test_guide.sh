#!/bin/sh
# The author's guide does what it says: each page of scripts/guide, and scripts/README.md, is followed from its
# top to its end in an empty folder. A block `lua FILE` is written into that file, a block `sh` is run, a block
# `text` has to be what it printed: its lines, in this order (a line … stands for any number of others, … at the
# end of a line for the rest of it). `lua form` shows a form and is not run, nor is a block without a kind.
. "$(dirname "$0")/expect.inc"
guide=$PLANKWRIGHT_SOURCE/scripts/guide
words=$PLANKWRIGHT_SOURCE/scripts/annotations/plankwright.lua
top=$PWD

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

mkdir -p bin
ln -sf "$program" bin/plankwright
PATH=$top/bin:$PATH

# steps/NNN.kind, and steps/list: number, kind, file, line of the page.
split() {
    mkdir -p "$2"
    awk -v out="$2" '
        /^```/ && !inside { inside = 1; words = split(substr($0, 4), word, " "); n++
            kind = word[1] == "" ? "plain" : word[1]; name = sprintf("%s/%03d.%s", out, n, kind)
            print sprintf("%03d", n), kind, (words > 1 ? word[2] : "-"), NR > (out "/list")
            printf "" > name; next }
        /^```/ { inside = 0; close(name); next }
        inside { print > name }' "$1"
}

# A command of a block may end in a number after "# exits": the code that is expected.
run_block() {
    wanted=$(sed -n 's/^.*# exits \([0-9]\)$/\1/p' "$1")
    (cd follow && sh "$1") >follow.out 2>&1
    got=$?
    [ "$got" -eq "${wanted:-0}" ]
}

printed() {
    awk -v pattern="$1" '
        # Whether the line is the wanted one; … at its end stands for the rest.
        function is(line, want) {
            if (want !~ /…$/) { return line == want }
            sub(/…$/, "", want)
            return substr(line, 1, length(want)) == want
        }
        BEGIN { while ((getline line < pattern) > 0) if (line !~ /^ *…$/ && line != "") wanted[++n] = line; at = 1 }
        { if (at <= n && is($0, wanted[at])) at++ }
        END { if (at <= n) { print wanted[at]; exit 1 } }' follow.out
}

pages=0
blocks=0
for page in "$guide"/*.md "$PLANKWRIGHT_SOURCE/scripts/README.md"; do
    name=$(basename "$page" .md)
    rm -rf follow follow.out "steps-$name"
    mkdir follow
    split "$page" "$top/steps-$name"
    pages=$((pages + 1))
    [ -f "steps-$name/list" ] || continue
    while read -r number kind file line; do
        step=$top/steps-$name/$number.$kind
        case $kind in
        lua)
            [ "$file" = form ] && continue
            [ "$file" = - ] && fail "$name.md:$line: a block lua without its file" && continue
            mkdir -p "follow/$(dirname "$file")"
            cp "$step" "follow/$file"
            blocks=$((blocks + 1))
            ;;
        sh)
            blocks=$((blocks + 1))
            if ! run_block "$step"; then
                fail "$name.md:$line: exit code $got"
                sed 's/^/    /' "$step" follow.out | head -40
            fi
            ;;
        text)
            blocks=$((blocks + 1))
            if ! printed "$step" >missing; then
                fail "$name.md:$line: not printed, or not in this order: $(cat missing)"
                sed 's/^/    /' follow.out | head -60
            fi
            ;;
        plain) ;; # shown, and tried in a test of its own
        *) fail "$name.md:$line: a block of kind \"$kind\"" ;;
        esac
    done <"steps-$name/list"
done
[ "$pages" -ge 5 ] || fail "only $pages pages"
[ "$blocks" -ge 40 ] || fail "only $blocks blocks were followed"

# Every word of the language stands on the cheat sheet.
sed -n 's/^function \([a-z_]*\)(.*/\1/p; s/^\([a-z_]*\) = nil$/\1/p' "$words" >known
[ "$(wc -l <known)" -gt 70 ] || fail "the words were not found"
while read -r word; do
    grep -qE "(^|[^a-z_])$word([^a-z_]|\$)" "$guide/cheat-sheet.md" || fail "cheat-sheet.md has no $word"
done <known

# Links lead somewhere.
for page in "$guide"/*.md "$PLANKWRIGHT_SOURCE"/scripts/*.md "$PLANKWRIGHT_SOURCE"/scripts/lib/*.md; do
    for target in $(grep -oE '\]\([^)#:]+' "$page" | sed 's/^](//'); do
        [ -e "$(dirname "$page")/$target" ] || fail "$(basename "$page") links to $target, which is not there"
    done
done
finish
