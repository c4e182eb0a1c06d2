# Mistakes of a translation are told as those of a scenario are: place, kind, code, what to do, and how many.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
mkdir -p work/po
cp work/small/scenario.lua work/po/
mkdir -p work/po/lang/it.po
run check work/po
check 'a translation that is no file: exit code' code_is 1
check 'no line 0, no empty brackets' \
    grep -qx 'work/po/lang/it.po: error PW-401: this is a folder, not a file' out.txt
check 'how many' grep -qx '1 mistake in translations' out.txt
rm -r work/po/lang/it.po
printf 'msgid "a\n' >work/po/lang/de.po
run check work/po
check 'the place first' grep -q '^work/po/lang/de.po:1: error PW-401: .* (end the line with .*)$' out.txt
run strings work/po --check work/po/lang/de.po
check 'alone: exit code' code_is 1
check 'alone: the place first' grep -q '^work/po/lang/de.po:1: error PW-401: ' out.txt
check 'alone: how many' grep -qx '1 mistake in translations' out.txt
run strings work/po --check work/po/lang/nothing.po
check 'no such file: exit code' code_is 3
check 'no such file: said' err_says 'work/po/lang/nothing.po: cannot open the file'
check 'no such file: is no finding' test ! -s out.txt

# ---- what the translation says, where the source says it well -------------------------------------------
cat >work/po/lang/de.po <<'END'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgctxt "round/left"
msgid "Left."
msgstr "Ja."

msgctxt "round/right"
msgid "Right."
msgstr "Ja."

msgctxt "door"
msgid "The door."
msgstr "…"
END
"$program" strings work/po >work/po.pot
sed -n 's/^msgctxt "\(.*\)"$/\1/p' work/po.pot >work/contexts
for words in Left Right 'The door'; do # with the contexts that strings writes
    context=$(grep -B1 "^msgid \"$words\.\"" work/po.pot | sed -n 's/^msgctxt "\(.*\)"$/\1/p')
    awk -v id="msgid \"$words.\"" -v ctx="msgctxt \"$context\"" '{ lines[NR] = $0 } END {
        for (i = 1; i <= NR; i++) print lines[i + 1] == id ? ctx : lines[i] }' work/po/lang/de.po >work/de.po
    cp work/de.po work/po/lang/de.po
done
run strings work/po --check work/po/lang/de.po
check 'the same words twice' \
    out_says 'work/po/lang/de.po: warning PW-835: as translated, option "round.right" has the same words as option "round.left"'
check 'nothing to hear' out_says 'warning PW-834: as translated, a narration of which nothing can be read aloud (of scenario.lua:20)'
sed -i 's/msgstr "…"/msgstr "Die Tür."/; 0,/msgstr "Ja."/s//msgstr "Links."/' work/po/lang/de.po
run strings work/po --check work/po/lang/de.po
check 'well translated: nothing of that' out_silent_about 'as translated'

echo 'x(' >>work/po/scenario.lua
run strings work/po --check work/po/lang/de.po
check 'a scenario with a mistake: exit code' code_is 3
check 'a scenario with a mistake: is no translation'"'"'s' err_says 'work/po/scenario.lua:'
finish
