#!/bin/sh
# gettext's own tools and ours take each other's files: templates, translations, changes of the source.
set -u
bin=$PLANKWRIGHT_BIN
failures=0
rm -rf work && mkdir -p work/small/lang

check() {
    what=$1
    shift
    "$@" >out.txt 2>err.txt || {
        echo "FAILED: $what"
        sed 's/^/    /' out.txt err.txt | head -20
        failures=$((failures + 1))
    }
}
says() { grep -qF -- "$1" "$2"; }
not() { ! "$@"; }

for tool in msgfmt msgmerge msgattrib msginit msgconv xgettext; do
    command -v $tool >/dev/null || {
        echo "$tool is not here: install gettext (./run-tests does)"
        exit 1
    }
done

# ---- the interface
check "the template can be made" "$PLANKWRIGHT_SOURCE/assets/lang/make.sh" "$PWD/work/new.pot"
"$bin" strings --interface >work/said.pot
check "strings --interface writes what the build made" cmp work/said.pot "$(dirname "$bin")/plankwright.pot"
for sentence in 'msgid "Sit down with {name}."' 'msgid "Where you stopped"' 'msgid "%d hour"' 'msgid "worn"'; do
    check "it has $sentence" says "$sentence" work/new.pot
done
for po in "$PLANKWRIGHT_SOURCE"/assets/lang/*.po "$PLANKWRIGHT_SOURCE"/scripts/scenarios/*/lang/*.po; do
    [ ! -f "$po" ] || check "msgfmt takes $po" msgfmt --check --output-file=/dev/null "$po"
done

# A sentence that was added today may wait for its translators; a language that is left behind may not.
complete() { # FILE.po FILE.pot
    msgmerge --quiet --no-fuzzy-matching --output-file=work/merged.po "$1" "$2"
    spoken=$(grep -c '^msgid' "$2")
    left=$(msgattrib --untranslated work/merged.po | grep -c '^msgid')
    check "$1: nineteen of twenty sentences ($left of $spoken are missing)" \
        test $((left * 20)) -le "$spoken"
}
for po in "$PLANKWRIGHT_SOURCE"/assets/lang/*.po; do
    complete "$po" work/new.pot
    plurals=$(sed -n 's/.*nplurals=\([1-6]\).*/\1/p' "$po")
    check "$po: $plurals forms wherever there is more than one" \
        test "$(grep -c '^msgstr\[0\]' "$po")" -eq "$(grep -c "^msgstr\[$((plurals - 1))\]" "$po")"
done
for lang in "$PLANKWRIGHT_SOURCE"/scripts/scenarios/*/lang; do
    folder=$(dirname "$lang")
    "$bin" strings "$folder" -o work/story.pot
    for po in "$lang"/*.po; do
        complete "$po" work/story.pot
        check "$po: no mistakes" "$bin" strings "$folder" --check "$po"
    done
done

# ---- every shipped scenario gives a template that gettext takes, and all of it is in the pseudo language
for folder in "$PLANKWRIGHT_SOURCE"/scripts/scenarios/*/; do
    id=$(basename "$folder")
    [ -f "$folder/scenario.lua" ] || continue
    "$bin" strings "$folder" -o "work/$id.pot"
    check "$id: msginit takes the template" \
        msginit --no-translator --locale=de.UTF-8 --input="work/$id.pot" --output-file="work/$id.po"
    check "$id: msgfmt takes what comes of it" msgfmt --check --output-file=/dev/null "work/$id.po"
    check "$id: so do we" "$bin" strings "$folder" --check "work/$id.po"
    check "$id: nothing is changed or left over" not grep -qE 'PW-40[1245]' out.txt
done

# ---- a translation, and a source that changes under it
cat >work/small/scenario.lua <<'END'
scenario { id = "small", title = "Small", author = "A", licence = "CC0-1.0", days = { "Mon", "Tue" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "the note", effort = 1, due = "Mon 12:00" }
scene "table" { at = "Mon 09:00", "A round table stands in the middle of the room.",
  ines "I need {note.what} by {note.due}.",
  choice { option "sign" "I'll write it." { promise(note), go "desk" }, option "wait" "Wait." { go "desk" } } }
scene "desk" { "It is late already, and the lamp hums.", ending "out" }
ending "out" { title = "Outside", kind = "apart", "It rains a little." }
END
"$bin" strings work/small -o work/small.pot
cp work/small.pot work/po
sed -e 's/Language: /Language: de/' \
    -e '/^msgid "A round table/{n;s/""/"Ein runder Tisch steht mitten im Raum."/}' \
    -e '/^msgid "I need/{n;s/""/"Bis {note.due} brauche ich {note.what}."/}' \
    -e '/^msgid "the note"/{n;s/""/"die Notiz"/}' \
    -e '/^msgid "It rains/{n;s/""/"Es regnet ein wenig."/}' work/po >work/small/lang/de.po
check "msgfmt takes it" msgfmt -c -o /dev/null work/small/lang/de.po
"$bin" play work/small --lang de --choices wait >work/de.txt
"$bin" play work/small --choices wait >work/en.txt
check "German where there is German" says 'Ein runder Tisch steht mitten im Raum.' work/de.txt
check "English where there is none" says 'It is late already' work/de.txt
check "and no German else" not says 'Ein runder' work/en.txt
check "another place of it" says 'brauche ich die Notiz' work/de.txt
"$bin" play work/small --lang de_AT --choices wait >work/at.txt
check "Austria has Germany's" cmp work/at.txt work/de.txt

sed -i -e 's/A round table stands in the middle/A square table stands in the middle/' \
    -e '1i -- a line more moves every position' -e 's/, "It rains a little."//' work/small/scenario.lua
"$bin" strings work/small --check work/small/lang/de.po >work/said
check "we say what changed" says 'PW-404' work/said
check "and what is left over" says 'PW-405' work/said
"$bin" check work/small >work/said
check "check says it in short" grep -qE '^work/small/lang/de\.po:[0-9]+: warning PW-404: .* \(.+\)$' work/said
check "and how many" grep -qE '^[0-9] warnings in translations$' work/said
"$bin" check work/small --strict >out.txt
check "a warning is a finding with --strict" test $? -eq 1
"$bin" strings work/small -o work/small.pot
check "msgmerge takes both" msgmerge --quiet --previous --backup=none --update work/small/lang/de.po work/small.pot
check "it marks what changed" says '#, fuzzy' work/small/lang/de.po
check "it keeps what it was" says '#| msgid "A round table' work/small/lang/de.po
check "it puts aside what is gone" says '#~ msgid "It rains a little."' work/small/lang/de.po
"$bin" strings work/small --check work/small/lang/de.po >work/said
check "we know its mark" grep -qE '^work/small/lang/de\.po:[0-9]+: warning PW-404: ' work/said
check "nothing is left over now" not says 'PW-405' work/said
"$bin" play work/small --lang de --choices wait >work/de.txt
check "the changed text is the source's" says 'A square table stands' work/de.txt
check "the others stay translated" says 'brauche ich die Notiz' work/de.txt

# What is missing is told as it stands in the file, from its top to its end.
sed 's/^msgstr ".*"/msgstr ""/' work/small.pot >work/empty.po
"$bin" strings work/small --check work/empty.po | sed -n 's/.*work\/empty.po:\([0-9]*\):.*/\1/p' >work/lines
check "all that is missing" test "$(wc -l <work/lines)" -gt 10
check "in the order of the file" sort -n -c work/lines

# ---- other names: said with was, nothing is lost, before and after msgmerge
cp -r work/small work/named
"$bin" play work/small --lang de --choices wait --seed 1 >work/before.txt
sed -i -e 's/scene "table" {/scene "round" { was = "table",/' -e 's/option "wait" "Wait." {/option "no" "Wait." { was = "wait",/' \
    -e 's/commitment "note" {/commitment "memo" { was = "note",/' -e 's/{note\./{memo./g' work/named/scenario.lua
"$bin" strings work/small --check work/small/lang/de.po | sed -n 's/.* \(PW-...\):.*/\1/p' | sort >work/codes
"$bin" strings work/named --check work/named/lang/de.po | sed -n 's/.* \(PW-...\):.*/\1/p' | sort >work/said
check "renamed: no other findings than before" cmp work/codes work/said
"$bin" play work/named --lang de --choices no --seed 1 >work/de.txt
check "renamed: as German as before" cmp work/before.txt work/de.txt
"$bin" strings work/named -o work/named.pot
check "renamed: msgmerge" msgmerge --quiet --previous --backup=none --update work/named/lang/de.po work/named.pot
check "renamed: which marks what has another name" says '#| msgctxt "table/ines"' work/named/lang/de.po
"$bin" play work/named --lang de --choices no --seed 1 >work/de.txt
check "renamed: still as German" cmp work/before.txt work/de.txt
sed -i 's/ was = "[a-z]*",//' work/named/scenario.lua
"$bin" strings work/named --check work/named/lang/de.po >work/said
check "without was: it has moved" says 'stood elsewhere when it was translated: commitment:memo/what' work/said
check "without was: nothing has changed" not says 'changed since it was translated: commitment:memo/what' work/said
msgattrib --translated work/named/lang/de.po -o work/part.po
"$bin" strings work/named --check work/part.po >work/said
check "what is not in the file has no line" says 'work/part.po: warning PW-403: not translated' work/said
check "and never the line 0" not says 'part.po:0' work/said

# ---- what we play and msgfmt refuses is said
sed 's/^msgstr "die Notiz"/msgstr "die Notiz\\n"/' work/small/lang/de.po >work/end.po
check "msgfmt refuses a newline at one end" not msgfmt -o /dev/null work/end.po
"$bin" strings work/small --check work/end.po >work/said
check "so it is told" grep -qE '^work/end\.po:[0-9]+: warning PW-406: ' work/said
{ printf '\357\273\277' && cat work/small/lang/de.po; } >work/mark.po
check "msgfmt refuses a byte order mark" not msgfmt -o /dev/null work/mark.po
"$bin" strings work/small --check work/mark.po >work/said
check "so it is told, too" says 'work/mark.po:1: warning PW-406: ' work/said

# ---- mistakes of a translator
cp work/small/lang/de.po work/keep.po
sed -i 's/{note.due} brauche/{note.wann} brauche/' work/small/lang/de.po
check "msgfmt sees another { }" not msgfmt -c -o /dev/null work/small/lang/de.po
"$bin" strings work/small --check work/small/lang/de.po >work/said
check "so do we, as a mistake" test $? -eq 1
check "with its code" grep -qE '^work/small/lang/de\.po:[0-9]+: error PW-402: ' work/said
check "and its name" says '{note.wann} is not in the source' work/said
"$bin" check work/small >work/said
check "check finds it" test $? -eq 1
check "and counts it" grep -qE '^1 mistake(, [0-9]+ warnings?)? in translations$' work/said
check "and says it" says 'error PW-402' work/said
"$bin" check work/small --json >work/said
check "for programs too" says '"code":"PW-402","severity":"error","file":"work/small/lang/de.po"' work/said
"$bin" play work/small --lang de --choices wait >work/de.txt
check "and play the source" says 'I need die Notiz' work/de.txt
cp work/keep.po work/small/lang/de.po
line=$(($(grep -n 'brauche ich' work/keep.po | cut -d: -f1) + 0))
sed -i "${line}s/\"\$//" work/small/lang/de.po
"$bin" play work/small --lang de --choices wait >out.txt 2>work/said
check "a broken file is not played" test $? -eq 3
check "its line is told" says "de.po:$line: the quote is not closed" work/said
iconv -f UTF-8 -t ISO-8859-1 work/keep.po 2>/dev/null | sed 's/Es regnet/\xdcber/' >work/small/lang/de.po
printf 'msgid "x"\nmsgstr "\374"\n' >>work/small/lang/de.po
"$bin" play work/small --lang de --choices wait >out.txt 2>work/said
check "another charset is not played" test $? -eq 3
check "and how to mend it" says 'msgconv -t UTF-8' work/said
for lang in ../de de/x '' d 'a b'; do
    "$bin" play work/small --lang "$lang" --choices wait >out.txt 2>work/said
    code=$?
    [ -z "$lang" ] || check "no language: $lang" test $code -eq 2
done

# ---- a story that was written in German is played in German without a word about it
mkdir -p work/deutsch
cat >work/deutsch/scenario.lua <<'END'
scenario { id = "deutsch", title = "Klein", language = "de", days = { "Mon", "Tue" } }
local ines = person "ines" { name = "Ines Braga" }
local note = commitment "note" { kind = "work", by = "player", to = ines, what = "die Notiz", effort = 3, due = "Mon 15:00" }
scene "tisch" { at = "Mon 09:00", "Ein Tisch.", promise(note), desk { till = "Mon 17:00", slot = "2h" }, ending "aus" }
ending "aus" { title = "Draußen", kind = "apart", "Es regnet." }
END
"$bin" play work/deutsch --choices work_note >work/de.txt
check "the desk speaks German" says 'Weiterarbeiten: die Notiz.' work/de.txt
check "so does the terminal" says 'Du versprichst Ines' work/de.txt
check "and the calendar" says 'Montag, 09:00' work/de.txt
[ "$failures" -eq 0 ] && echo "all as it should be"
exit "$((failures > 0))"
