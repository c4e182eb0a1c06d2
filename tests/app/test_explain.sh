#!/bin/sh
# `plankwright explain`: the section of scripts/diagnostics.md of every code, whole and alone.
. "$(dirname "$0")/expect.inc"
page=$PLANKWRIGHT_SOURCE/scripts/diagnostics.md

run explain
check 'the list: exit code' code_is 0
check 'the list: every code' test "$(wc -l <out.txt)" -eq "$(grep -c '^## PW-' "$page")"
check 'the list: with its title' out_says 'PW-104 · A comma is missing'
cp out.txt work/list

for asked in $(sed 's/ .*//' work/list); do
    run explain "$asked"
    check "$asked: exit code" code_is 0
    check "$asked: begins with its title" test "$(head -n 1 out.txt)" = "$(grep "^$asked " work/list)"
    check "$asked: cause" out_says '**Cause.**'
    check "$asked: fix" out_says '**Fix.**'
    check "$asked: its example is whole" test "$(($(grep -c '^```' out.txt) % 2))" -eq 0
    check "$asked: nothing of another" test "$(grep -c '^## \|· ' out.txt)" -eq 1
done
run explain PW-150
check 'a # in an example does not end the section' out_says '# PW-150 scenario.lua:1'
run explain 104
check 'the bare number' out_says 'PW-104 · '
run explain pw-104
check 'small letters' out_says 'PW-104 · '

run explain PW-999
check 'no such code: exit code' code_is 3
check 'no such code: says so' err_says 'there is no code PW-999'
for far in 999 PW-999 pw999 PW-1234567 99999999999999999999 comma; do
    run explain "$far"
    check "$far: exit code" code_is 3
    check "$far: says so" err_says "there is no code $far (plankwright explain lists all)"
done
for slip in '409 PW-406' 'PW-129 PW-128' '301 PW-401' '1044 PW-104' 'l03 PW-103' 'PW-8111 PW-811'; do
    run explain "${slip% *}"
    check "a slip: ${slip% *}" err_says "there is no code ${slip% *} (did you mean ${slip#* }?"
done
run explain PW-1044
check 'too long: exit code' code_is 3
run explain PW-14
check 'a slip: did you mean' err_says 'did you mean PW-140?'
run explain ''
check 'nothing: exit code' code_is 3
run explain 104 105
check 'two codes: exit code' code_is 2
finish
