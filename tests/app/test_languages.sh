#!/bin/sh
# Which language is spoken: what is asked for, then what was kept, then the system's; and that a screen in each
# of them can be drawn.
set -u
bin=$PLANKWRIGHT_BIN
failures=0
rm -rf data work && mkdir -p work

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# The title that is told under that locale and with those options.
title() {
    locale=$1
    shift
    env LC_ALL= LC_MESSAGES= LANG="$locale" "$bin" play first-plank --choices three --seed 1 "$@" 2>work/err.txt | head -1
}

english=$(title C)
[ "$english" = 'The First Plank' ] || fail "without a language it says: $english"
for locale in POSIX C.UTF-8 en_GB.UTF-8 xx_YY.UTF-8 '../../x' ''; do
    [ "$(title "$locale")" = "$english" ] || fail "LANG=$locale is not English: $(title "$locale")"
done
german=$(title de_AT.UTF-8)
[ -n "$german" ] && [ "$german" != "$english" ] || fail "LANG=de_AT.UTF-8 is not German: $german"
[ "$(title de_DE@euro)" = "$german" ] || fail 'LANG=de_DE@euro is not German'
[ "$(title de_DE.UTF-8 --lang en)" = "$english" ] || fail '--lang en does not go before LANG'
[ "$(title C --lang de)" = "$german" ] || fail '--lang de is not German'
[ "$(env LC_ALL=C LANG=de_DE.UTF-8 "$bin" play first-plank --choices three --seed 1 | head -1)" = "$english" ] ||
    fail 'LC_ALL does not go before LANG'

# A translation that cannot be read is said, and nothing is played in half a language.
"$bin" play first-plank --choices three --lang '../x' >/dev/null 2>work/err.txt
[ $? -eq 2 ] || fail '--lang ../x is no wrong usage'

if [ -f "$PLANKWRIGHT_SOURCE/assets/lang/ar.po" ]; then
    arabic=$(title ar_EG.UTF-8)
    [ "$arabic" != "$english" ] || fail 'LANG=ar_EG.UTF-8 is not Arabic'
fi

# A page says in which language it is, and where its lines begin.
way="$PLANKWRIGHT_SOURCE/scripts/scenarios/first-plank/tests/oak.play"
"$bin" report "$way" --lang ar -o work/ar.html && grep -q '<html lang="ar" dir="rtl">' work/ar.html ||
    fail 'a report in Arabic does not begin at the right'
"$bin" report "$way" --lang de -o work/de.html && grep -q '<html lang="de">' work/de.html ||
    fail 'a report in German is not marked as German'

for language in en de pseudo pseudo-rtl; do
    "$bin" shot first-plank --screen play --lang "$language" --size 640x360 -o "work/$language.png" 2>work/err.txt || {
        fail "no picture in $language: $(cat work/err.txt)"
    }
done
cmp -s work/en.png work/pseudo.png && fail 'a picture in the pseudo language is one in English'
cmp -s work/pseudo.png work/pseudo-rtl.png && fail 'from the right it looks as from the left'

[ "$failures" -eq 0 ] && echo 'all as it should be'
exit "$((failures > 0))"
