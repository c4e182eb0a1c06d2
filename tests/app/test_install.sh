#!/bin/sh
# What `cmake --install` puts into a folder finds its data there, also when the folder is moved.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"

rm -rf prefix moved
code=0
cmake --install "$(dirname "$PLANKWRIGHT_BIN")" --prefix "$PWD/prefix" >out.txt 2>err.txt || code=$?
check 'installing' code_is 0
mv prefix moved
program=$PWD/moved/bin/plankwright
share=$PWD/moved/bin/../share/plankwright

run --version </dev/null
check 'it finds its data' out_says "files    $share"
run check first-plank </dev/null
check 'a shipped scenario' code_is 0
for file in fonts/Inter-OFL.txt fonts/Vollkorn-Medium.ttf sounds/crack_1.wav; do
    check "$file" test -s "$share/assets/$file"
done
for file in applications/org.plankwright.Plankwright.desktop man/man1 \
    icons/hicolor/scalable/apps/org.plankwright.Plankwright.svg; do
    check "$file" test -e "$PWD/moved/share/$file"
done
check 'no tools' test ! -e "$share/assets/sounds/make.py"
HOME=$PWD/work run new "$PWD/work/mine" </dev/null
check 'a new scenario' code_is 0
rm -rf moved
finish
