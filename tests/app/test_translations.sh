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
echo 'x(' >>work/po/scenario.lua
run strings work/po --check work/po/lang/de.po
check 'a scenario with a mistake: exit code' code_is 3
check 'a scenario with a mistake: is no translation'"'"'s' err_says 'work/po/scenario.lua:'
finish
