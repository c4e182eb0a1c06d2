#!/bin/sh
# The page of the mistakes, scripts/diagnostics.md: each example is taken out, checked, and has to be answered
# with its code at its line and no other; what is mended has to pass; every code of the engine has a page.
. "$(dirname "$0")/expect.inc"
page=$PLANKWRIGHT_SOURCE/scripts/diagnostics.md

mkdir -p bin
ln -sf "$program" bin/plankwright
PATH=$PWD/bin:$PATH

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# work/PW-nnn/example.lua, example.sh, mended.lua; work/base.lua; work/codes.
awk -v out=work '
    /^# / && !inside { base = "" }
    /^## PW-[0-9][0-9][0-9] · / { code = $2; print code > (out "/codes"); system("mkdir -p " out "/" code) }
    /^```/ && !inside { inside = 1; kind = substr($0, 4); file = "/dev/null"
        if (kind == "lua base") { file = out "/base.lua" }
        if (kind == "lua") { file = out "/" code "/example.lua" }
        if (kind == "lua mended") { file = out "/" code "/mended.lua" }
        if (kind == "sh base") { base = out "/base.sh"; file = base }
        if (kind == "sh") { file = out "/" code "/example.sh"; if (base) { system("cp " base " " file) } }
        next }
    /^```/ { inside = 0; close(file); next }
    inside { print >> file }' "$page"

# expected <file> <lines before it>: "PW-nnn LINE" of each mark.
expected() {
    awk -v before="$2" '
        match($0, /-- PW-[0-9][0-9][0-9]$/) { print substr($0, RSTART + 3), NR + before }
        match($0, /-- PW-[0-9][0-9][0-9] \(no line\)$/) { print substr($0, RSTART + 3, 6), 0 }
        match($0, /^# PW-[0-9][0-9][0-9]/) { line = $3; sub(/.*:/, "", line); print $2, line + 0 }' "$1" | sort
}

# What check, or the arguments behind the first, say: "PW-nnn LINE" of each line that tells a mistake; 0 where it names no line.
answered() {
    where=$1
    shift
    [ $# -gt 0 ] || set -- check "$where"
    "$program" "$@" 2>&1 | awk '
        match($0, /(error|warning) PW-[0-9][0-9][0-9]/) {
            code = substr($0, RSTART, RLENGTH); sub(/.* /, "", code); line = 0
            if (match($0, /\.(lua|po):[0-9]+/)) { line = substr($0, RSTART, RLENGTH); sub(/.*:/, "", line) }
            print code, line }' | sort
}

# story <example> : the folder story with it, behind the base where it is no whole scenario; prints the lines before.
story() {
    mkdir -p "$dir/story"
    before=0
    : >"$dir/story/scenario.lua"
    if ! grep -q '^scenario {' "$1"; then
        cat work/base.lua >"$dir/story/scenario.lua"
        before=$(wc -l <work/base.lua)
    fi
    cat "$1" >>"$dir/story/scenario.lua"
}

examples=0
for code in $(cat work/codes); do
    dir=work/$code
    examples=$((examples + 1))
    if [ -f "$dir/example.sh" ]; then
        (cd "$dir" && sh ./example.sh >/dev/null)
        expected "$dir/example.sh" 0 >"$dir/expected"
    elif [ -f "$dir/example.lua" ]; then
        story "$dir/example.lua"
        expected "$dir/example.lua" "$before" >"$dir/expected"
    else
        fail "$code has no example"
        continue
    fi
    grep -q "^$code " "$dir/expected" || fail "the example of $code expects no $code"
    asks=$(sed -n 's/^# asks //p' "$dir"/example.*)
    # shellcheck disable=SC2086
    (cd "$dir" && answered story $asks) >"$dir/answered"
    if ! cmp -s "$dir/expected" "$dir/answered"; then
        fail "$code: expected $(tr '\n' ' ' <"$dir/expected"), answered $(tr '\n' ' ' <"$dir/answered")"
    fi
    if [ -f "$dir/mended.lua" ]; then
        rm -r "$dir/story"
        story "$dir/mended.lua"
        if answered "$dir/story" | grep -q 'PW-1'; then
            fail "$code: the mended one is answered $(answered "$dir/story" | tr '\n' ' ')"
        fi
    fi
done
[ "$examples" -ge 60 ] || fail "only $examples pages were read"
[ "$(sort -u work/codes | wc -l)" -eq "$examples" ] || fail "a code has two pages"

# Written as "PW-104", or as the number of an enum: FINDING_STUCK = 801.
{
    grep -rhoE '"PW-[0-9]{3}"' "$PLANKWRIGHT_SOURCE"/engine/*/*.c | tr -d '"'
    sed -n 's/^ *FINDING_[A-Z_]* = \([0-9][0-9][0-9]\),.*/PW-\1/p' "$PLANKWRIGHT_SOURCE"/engine/explore/finding.h
} | sort -u >work/known
[ "$(wc -l <work/known)" -ge 60 ] || fail "the codes of the engine were not found"
sort -u work/codes >work/written
for code in $(comm -23 work/known work/written); do
    fail "$code has no page in scripts/diagnostics.md"
done
for code in $(comm -13 work/known work/written); do
    fail "$code has a page, and nothing in engine/ says it"
done

# The names that options cannot have stand complete where authors look.
sed -n '/reserved_ids\[\] = {/,/};/p; /desk_acts\[\] = {/p' "$PLANKWRIGHT_SOURCE"/engine/script/compile_parts.c |
    grep -oE '"[a-z_]+"' | tr -d '"' >work/reserved
[ "$(wc -l <work/reserved)" -ge 15 ] || fail "the reserved names were not found"
while read -r word; do
    for page in diagnostics.md README.md guide/cheat-sheet.md; do
        grep 'undo look ledger' -A1 "$PLANKWRIGHT_SOURCE/scripts/$page" | grep -qE "[\` ]$word[\` ]" ||
            fail "\"$word\" is not among the reserved names in scripts/$page"
    done
done <work/reserved
finish
