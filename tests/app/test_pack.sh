#!/bin/sh
# Packages: made, installed, listed, played, replaced and removed; and those that must not get in.
here=$(dirname "$0")
. "$here/expect.inc"
rm -rf evil outside elsewhere data2 twice.plank ways.plank
small

pack_small() { run pack work/small -o "$1" </dev/null; }

# ---- what pack asks for
pack_small small.plank
check "pack wants an author" code_is 3
check "and a licence, at once" err_says 'does not say its author and its licence'
check "pack says how" err_says 'write author = "Your name", licence = "CC-BY-4.0" into scenario { }'
check "pack says where" err_says 'plankwright: work/small/scenario.lua:1:1: '
check "before anything else is done" test ! -s out.txt
cp -r work/small work/head
{
    printf -- '-- scenario { was here }\n--[[ scenario {\n]] local scenario_of = 1\n\n'
    sed 's/^scenario {/  scenario\n{ author = "Ines",/' work/small/scenario.lua
} >work/head/scenario.lua
run pack work/head -o head.plank
check "a licence alone" err_says 'does not say its licence (write licence = "CC-BY-4.0" into'
check "where its head stands" err_says 'work/head/scenario.lua:5:3: '
check "no file of it" test ! -e head.plank
mv work/head/scenario.lua work/head/rest.lua
sed -i 's/author = "Ines"/licence = "CC0-1.0"/' work/head/rest.lua
printf 'include "rest"\n' >work/head/scenario.lua
run pack work/head/ -o head.plank
check "an author alone" err_says 'does not say its author (write author = "Your name" into'
check "in which file its head stands" err_says 'work/head/rest.lua:5:3: '
sed -i 's/title = "Small"/title = "Small", author = "Ines", licence = "CC0-1.0"/' work/small/scenario.lua
mkdir -p work/small/lang work/small/tests
printf 'msgid ""\nmsgstr ""\n\nmsgctxt "scenario/title"\nmsgid "Small"\nmsgstr "Klein"\n' >work/small/lang/de.po
printf 'keep\n' >work/small/notes.txt
printf 'PNG' >work/small/cover.png
ln -s /etc/passwd work/small/secret.txt
printf 'x' >work/small/.hidden.lua
pack_small small.plank
check "packed" code_is 0
check "says what it is" out_says 'Small (small), version 1, by Ines, CC0-1.0'
check "a picture stays out" err_says 'left out: work/small/cover.png'
check "a link stays out" err_says 'secret.txt (a link'
tar tf small.plank >out.txt
check "holds the scenario" out_says small/scenario.lua
check "holds the translation" out_says small/lang/de.po
check "holds nothing hidden" out_silent_about hidden
check "holds no link" out_silent_about secret
rm work/small/secret.txt
sleep 1
touch work/small/scenario.lua
pack_small again.plank
check "the same bytes each time" cmp -s small.plank again.plank
cp -r work/small work/broken
sed -i 's/go "door"/go "dor"/' work/broken/scenario.lua
run pack work/broken -o broken.plank
check "a broken scenario is not packed" code_is 3
check "and says why" err_says 'PW-123'
check "no file of it" test ! -e broken.plank
cp -r work/small work/stuck
sed -i 's/option "out"   "Out." {/option "out" "Out." { when = at_least(n, 9),/; s/option "\(left\|right\|ask\)" *"\([^"]*\)" {/option "\1" "\2" { when = at_least(n, 9),/' work/stuck/scenario.lua
run pack work/stuck -o stuck.plank
check "what check finds is not packed" code_is 1
check "no file of it" test ! -e stuck.plank
cp -r work/small work/ways
mkdir -p work/ways/tests
printf 'choices: table.sign,round.out\nseed: 1\n\n' >work/ways/tests/one.play
run pack work/ways -o ways.plank
check "a recorded way that is another one is not packed" code_is 1
check "and says why" err_says 'a recorded way is not what is played now'
check "no file of it" test ! -e ways.plank
run test work/ways --bless
run pack work/ways -o ways.plank
check "what was blessed is packed" code_is 0
cp -r work/small work/twice
: >work/twice/NOTES.txt
run pack work/twice -o twice.plank
check "two names that are one elsewhere are not packed" code_is 3
check "and says which" err_says 'notes.txt'
check "no file of it" test ! -e twice.plank
run pack small-that-is-not-there
check "an unknown scenario" code_is 3
run pack
check "pack without a scenario" code_is 2
run pack work/small -o /dev/full
check "a full disk" code_is 4

cp -r work/small work/shared
sed -i -e 's/id = "small"/id = "shared"/' -e '1i local l = include "lib/lateness"' work/shared/scenario.lua
run pack work/shared -o shared.plank
check "a story with a shared piece is packed" code_is 0
tar tf shared.plank >out.txt
check "with the piece" out_says shared/lib/lateness.lua

# ---- install, list, play, remove
run install small.plank --data data
check "installed" code_is 0
check "says what" out_says 'installed: Small (small), version 1, by Ines, CC0-1.0'
run list --data data
check "listed as installed" out_says 'installed  Small (small), version 1, by Ines'
check "shipped ones too" out_says 'shipped    The Late Brief (late-brief)'
run play small --data data --choices wait
check "it plays" out_says 'Round it goes.'
run play small --data data --lang de --text <<'END'
wait
quit
END
check "its German title is there" out_says 'Klein'
run install small.plank --data data
check "not twice" code_is 3
check "the same version said" err_says 'in the same version (1; this is 1)'
run install small.plank --data data --force
check "but with --force" code_is 0
sed -i 's/version = 1/version = 2/' work/small/scenario.lua
pack_small two.plank
run install two.plank --data data
check "a newer one" code_is 0
check "says so" out_says 'version 1 is replaced by version 2'
run install small.plank --data data
check "an older one" code_is 3
check "says so" err_says 'in a newer version (2; this is 1)'
mkdir -p elsewhere
: >elsewhere/mine.txt
ln -s "$PWD/elsewhere" data/scenarios/small/link
run remove small --data data
check "removed" code_is 0
check "a link in it is not followed" test -e elsewhere/mine.txt
check "gone" test ! -e data/scenarios/small
check "what was played is kept" test -s data/plankwright.db
run remove small --data data
check "not twice" code_is 3
run install two.plank --data data
run play small --data data --text </dev/null
check "goes on with what was chosen, of version 1" out_says '> Wait.'
run remove ../small --data data
check "no path is removed" code_is 3
mkdir -p data/scenarios/mine && cp work/small/scenario.lua data/scenarios/mine/
run remove mine --data data
check "nobody's own work is removed" code_is 3
check "says so" err_says 'was not installed'
rm data/scenarios/small/.installed
run install two.plank --data data --force
check "nobody's own work is overwritten" code_is 3
check "says so" err_says 'may be somebody'
run install --data data
check "install without a file" code_is 2
run install work --data data
check "a folder is no package" code_is 3
run install nothing.plank --data data
check "a file that is not there" code_is 3
: >file
run install two.plank --data file
check "no folder to install into" code_is 4

# ---- hostile: each made here, none may leave a trace
before=$(cd data && find . | sort)
hostile() {
    kind=$1
    run install "$2" --data data
    check "refused: $kind" code_is 3
    check "$kind: says $3" err_says "$3"
    check "$kind: nothing is left" test "$before" = "$(cd data && find . | sort)"
    check "$kind: nothing outside" test ! -e outside -a ! -e data/scenarios/outside
}
printf 'this is no archive' >evil.plank
hostile "no archive" evil.plank 'no tar archive'
head -c 1000 two.plank >evil.plank
hostile "a cut archive" evil.plank 'its end is missing'
head -c 5000 /dev/zero >evil.plank
hostile "an empty archive" evil.plank 'there is no scenario.lua in it'
truncate -s 20M evil.plank
hostile "a huge file" evil.plank 'too large'
gzip -c two.plank >evil.plank
hostile "a compressed archive" evil.plank 'no tar archive'

if tar --version 2>/dev/null | grep -q GNU; then
    fresh() {
        rm -rf evil
        mkdir -p evil/evil
        sed 's/id = "small"/id = "evil"/' work/small/scenario.lua >evil/evil/scenario.lua
    }
    made() { (cd evil && tar --format=ustar "$@"); }
    fresh; printf 'x' >evil/outside
    made -cf ../evil.plank --transform='s,^outside,../outside,' evil outside -P
    hostile "a way out" evil.plank 'begins with a dot'
    made -cf ../evil.plank --transform='s,^outside,/tmp/outside,' evil outside -P
    hostile "an absolute name" evil.plank 'begins with /'
    made -cf ../evil.plank --transform='s,^outside,evil/../../scenarios/outside,' evil outside -P
    hostile "a way out in the middle" evil.plank 'begins with a dot'
    made -cf ../evil.plank --transform='s,^outside,other/scenario.lua,' evil outside
    hostile "two folders" evil.plank 'one folder'
    fresh; ln -s /etc/passwd evil/evil/a.txt
    made -cf ../evil.plank evil
    hostile "a symbolic link" evil.plank 'is a link'
    fresh; ln evil/evil/scenario.lua evil/evil/b.lua
    made -cf ../evil.plank evil
    hostile "a hard link" evil.plank 'is a link'
    fresh; mkfifo evil/evil/c.txt
    made -cf ../evil.plank evil
    hostile "a pipe" evil.plank 'is a device'
    fresh; printf '#!/bin/sh\n' >evil/evil/run.sh
    made -cf ../evil.plank evil
    hostile "a program" evil.plank 'no part of a scenario'
    fresh; : >evil/evil/.installed
    made -cf ../evil.plank evil
    hostile "a hidden file" evil.plank 'begins with a dot'
    fresh; mkdir evil/evil/lang; : >evil/evil/lang/de.po; : >evil/evil/Lang.po
    made -cf ../evil.plank --transform='s,Lang.po,LANG/DE.PO,' evil
    hostile "another ending" evil.plank 'no part of a scenario'
    fresh; : >evil/evil/Scenario.lua
    made -cf ../evil.plank evil
    hostile "the same name in other letters" evil.plank 'the same name'
    fresh; i=0; while [ $i -le 300 ]; do : >evil/evil/$i.txt; i=$((i + 1)); done
    made -cf ../evil.plank evil
    hostile "very many files" evil.plank 'too much'
    fresh; head -c 5000000 /dev/zero >evil/evil/big.txt
    made -cf ../evil.plank evil
    hostile "a very large file" evil.plank 'too much'
    fresh; mkdir -p evil/evil/a/b/c; : >evil/evil/a/b/c/d.txt
    made -cf ../evil.plank evil
    hostile "very deep" evil.plank 'too much'
    fresh; long=$(printf '%0120d' 7); : >"evil/evil/$long.txt"
    (cd evil && tar --format=gnu -cf ../evil.plank evil)
    hostile "a very long name" evil.plank 'long name'
    fresh; sed -i 's/id = "evil"/id = "good"/' evil/evil/scenario.lua
    made -cf ../evil.plank evil
    hostile "another id than its folder" evil.plank 'its scenario "good"'
    fresh; mv evil/evil evil/late-brief; sed -i 's/id = "evil"/id = "late-brief"/' evil/late-brief/scenario.lua
    made -cf ../evil.plank late-brief
    hostile "the id of a shipped one" evil.plank 'comes with Plankwright'
    fresh; printf 'while true do end\n' >evil/evil/scenario.lua
    made -cf ../evil.plank evil
    hostile "a loop" evil.plank 'PW-110'
    fresh; printf 'local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(1000) end\n' >evil/evil/scenario.lua
    made -cf ../evil.plank evil
    hostile "much memory" evil.plank 'PW-1'
    fresh; printf 'io.open("/etc/passwd")\n' >evil/evil/scenario.lua
    made -cf ../evil.plank evil
    hostile "a look at files" evil.plank 'PW-1'
    fresh; printf 'include "../../small/scenario"\n' >>evil/evil/scenario.lua
    made -cf ../evil.plank evil
    hostile "a way out by include" evil.plank 'PW-112'
    fresh; mkdir evil/evil/lang; printf 'msgid "a\n' >evil/evil/lang/de.po
    made -cf ../evil.plank evil
    hostile "a broken translation" evil.plank 'de.po:1: PW-401'
    fresh; sed -i 's/option "out" *"Out." {/option "out" "Out." { when = at_least(n, 9),/; s/from = 0, to = 9/from = 0, to = 9, start = 0/' evil/evil/scenario.lua
    sed -i 's/{ add(n, 1), ines/{ ines/' evil/evil/scenario.lua
    made -cf ../evil.plank evil
    hostile "a story without an end" evil.plank 'the story does not end'
    fresh; sed -i 's/option "left" *"Left." {/option "left" "Left." { when = function(s) return 1 + nil end,/' evil/evil/scenario.lua
    made -cf ../evil.plank evil
    hostile "a condition that breaks" evil.plank 'PW-152'
else
    echo "no GNU tar: archives with links, ways out and the like were not tried"
fi
# A crash while an installed one was replaced: between its way out and the new one's way in.
fresh_data() { rm -rf work/crash; mkdir -p work/crash; }
fresh_data
run install small.plank --data work/crash
check 'installed, to crash' code_is 0
mkdir -p work/crash/incoming/4194999/new work/crash/incoming/4194999/old
cp -R work/crash/scenarios/small work/crash/incoming/4194999/new/small
mv work/crash/scenarios/small work/crash/incoming/4194999/old/small
run list --data work/crash
check 'after the crash: it is there again' out_says 'installed  '
check 'after the crash: it is the old one' test -f work/crash/scenarios/small/scenario.lua
check 'after the crash: nothing is left lying about' test ! -e work/crash/incoming
mkdir -p work/crash/incoming/4194999/old
cp -R work/crash/scenarios/small work/crash/incoming/4194999/old/small
echo '-- the new one' >>work/crash/scenarios/small/scenario.lua
run list --data work/crash
check 'a crash after the new one came: it stays' grep -q 'the new one' work/crash/scenarios/small/scenario.lua
mkdir -p work/crash/incoming
mv work/crash/scenarios/small work/crash/incoming/.old
run list --data work/crash
check 'a crash of an earlier program: it is there again' test -f work/crash/scenarios/small/scenario.lua
# Another program that installs at this moment is left alone.
mkdir -p "work/crash/incoming/$$/new/other"
run install small.plank --force --data work/crash
check 'another one installs, too' code_is 0
check 'another one keeps its folder' test -d "work/crash/incoming/$$/new/other"
finish
