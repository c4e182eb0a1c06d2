#!/bin/sh
# Writes the template for translations of the interface, from say("…") in engine/ and the table of
# engine/view/words.h. Needs gettext. The build does the first by itself.
#   assets/lang/make.sh FILE.pot    the template, into FILE.pot
#   assets/lang/make.sh             brings every translation here up to what the source says now
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
out=${1:-$here/plankwright.pot}
case $out in /*) ;; *) out=$PWD/$out ;; esac
cd "$here/../.."

# The same bytes on every machine: files in order, no dates, no line numbers.
LC_ALL=C
export LC_ALL
options="--language=C --from-code=UTF-8 --add-location=file --package-name=Plankwright"
find engine -name '*.[ch]' ! -path engine/base/say.h -print | sort |
    xgettext $options --files-from=- --keyword --keyword=say --keyword=say_where:1c,2 \
        --keyword=say_many:1,2 --keyword=SAY_LATER --keyword=SAY_LATER_WHERE:1c,2 --output="$out.new"
xgettext $options --join-existing --keyword --keyword=X:2 --output="$out.new" \
    engine/view/words.h engine/view/home_words.h engine/view/settings_words.h \
    2>/dev/null # it warns of the one word that is empty
sed -e '/^"POT-Creation-Date:/d' -e 's/CHARSET/UTF-8/' -e '1,/^$/{/^#: /d;}' \
    -e 's/^# SOME DESCRIPTIVE TITLE\./# The interface of Plankwright, for translators. Keep %s, %d and {1} as they are./' \
    -e '/^# Copyright/d' -e '/^# This file is distributed/d' -e '/^# FIRST AUTHOR/d' "$out.new" >"$out.tmp"
rm "$out.new"
mv "$out.tmp" "$out"
[ $# -eq 0 ] || exit 0
for po in "$here"/*.po; do
    [ ! -f "$po" ] || msgmerge --quiet --previous --backup=none --update "$po" "$out"
done
rm "$out"
