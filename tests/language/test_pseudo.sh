#!/bin/sh
# In the pseudo language every text stands in brackets: what is left outside of them cannot be translated.
# Every recorded way of every shipped scenario, and a session with every command.
set -u
bin=$PLANKWRIGHT_BIN
failures=0
ways=0
rm -rf work data && mkdir -p work

# Words outside of all brackets, one a line. Brackets may stand in brackets, and lines are wrapped.
outside() {
    tr '\n' ' ' | sed -e ':a' -e 's/\[[^][]*\]//g' -e 'ta' | grep -oE '[A-Za-z]{2,}'
}

if [ "$(printf 'seen [in [side]] seen\n' | outside | tr '\n' ' ')" != 'seen seen ' ]; then
    echo "FAILED: this test does not see what is outside"
    exit 1
fi
for file in "$PLANKWRIGHT_SOURCE"/scripts/scenarios/*/tests/*.play; do
    id=$(basename "$(dirname "$(dirname "$file")")")
    choices=$(sed -n 's/^choices: //p' "$file" | head -1)
    seed=$(sed -n 's/^seed: //p' "$file" | head -1)
    "$bin" play "$id" --lang pseudo --seed "${seed:-1}" --choices "$choices" >work/said.txt 2>work/err.txt || {
        echo "FAILED: $file cannot be played"
        sed 's/^/    /' work/err.txt
        failures=$((failures + 1))
    }
    outside <work/said.txt >work/plain.txt && {
        echo "FAILED: $file says in plain English: $(tr '\n' ' ' <work/plain.txt)"
        failures=$((failures + 1))
    }
    ways=$((ways + 1))
done
[ "$ways" -gt 20 ] || {
    echo "FAILED: only $ways recorded ways were found"
    failures=$((failures + 1))
}

"$bin" play first-plank --lang pseudo --text --data data --seed 1 >work/said.txt 2>work/err.txt <<'END'
look
ledger
history
canyon
?
nonsense
undo
3
look halil
drawing
undo
quit
END
outside <work/said.txt >work/plain.txt && {
    echo "FAILED: the terminal says in plain English: $(tr '\n' ' ' <work/plain.txt)"
    failures=$((failures + 1))
}
grep -qF '[Éáçĥ çĥöîçé' work/err.txt || {
    echo "FAILED: what is kept is not told in the pseudo language"
    failures=$((failures + 1))
}

# The same choices lead to the same place in every language: what is kept of a playthrough has no words.
for lang in en de es ar pseudo; do
    printf '2\n3\nquit\n' | "$bin" play first-plank --lang $lang --text --data "data-$lang" --seed 1 >/dev/null 2>&1
    "$bin" play first-plank --lang en --text --data "data-$lang" </dev/null >work/$lang.txt 2>/dev/null
    cmp -s work/en.txt work/$lang.txt || {
        echo "FAILED: begun in $lang, it goes on elsewhere than begun in English"
        diff work/en.txt work/$lang.txt | head -5
        failures=$((failures + 1))
    }
    rm -rf "data-$lang"
done
[ "$failures" -eq 0 ] && echo "all as it should be ($ways ways)"
exit "$((failures > 0))"
