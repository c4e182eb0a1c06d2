#!/bin/sh
# What a desktop gets beside the program: an entry, its description, a manual page, completions. Each
# command the program tells of stands in all of them, each option in the completions; their own tools have
# no complaint, where they are here.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"

desktop=$PLANKWRIGHT_SOURCE/assets/desktop
id=org.plankwright.Plankwright

run --help </dev/null
check 'the commands' code_is 0
commands=$(sed -n 's/^  \([a-z]*\)  *[a-z].*/\1/p' out.txt)
check 'there are some' test "$(echo "$commands" | wc -l)" -gt 10
for command in $commands; do
    check "manual: $command" grep -q "^\.It Cm $command\$" "$desktop/plankwright.1"
    check "bash: $command" grep -q "^    local commands=.* *'*.*$command" "$desktop/completions/plankwright.bash"
    check "zsh: $command" grep -q "^  '$command:" "$desktop/completions/_plankwright"
    check "fish: $command" grep -q "'$command:" "$desktop/completions/plankwright.fish"
done
run play --help </dev/null
for option in $(sed -n 's/^  --\([a-z]*\) .*/\1/p' out.txt); do
    check "manual: --$option" grep -q "^\.It Fl -$option" "$desktop/plankwright.1"
done

# What a help names must be there when the program was installed: the manual page, not a file of the source.
for command in $commands; do
    run "$command" --help </dev/null
    check "$command: its help names no page that is not installed" out_silent_about 'engine/'
done
mkdir -p members # ids of one's own are members as well: here they are called as others are
cat >members/scenario.lua <<'END'
scenario { id = 'members', version = 1, title = 'M', minutes = 1, days = { 'Mon' } }
local id = person 'id' { name = 'P' }
scene 'a' { at = 'Mon 09:00', id 'x', choice { option 'b' 'B' {}, option 'c' 'C' {} }, ending 'text' }
ending 'text' { title = 'E', kind = 'apart', 'e' }
END
mkdir -p mistaken
echo "scenario { id = 'mistaken', versoin = 1 }" >mistaken/scenario.lua
for command in 'check mistaken' 'check members' 'explore members'; do
    run $command --json </dev/null
    names=$(grep -o '"[a-z_]*":' out.txt | tr -d '":' | sort -u)
    check "$command --json: it has members" test "$(echo "$names" | wc -l)" -gt 10
    for name in $names; do
        check "manual: $command --json: $name" grep -qE "^\.(Va|Po Va) (.* )?$name( |\$)" "$desktop/plankwright.1"
    done
done

# Each option that a command's help tells of, in the line that each shell has for that command.
for command in $commands; do
    run "$command" --help </dev/null
    for option in $(sed -n 's/^  --\([a-z-]*\).*/\1/p' out.txt | grep -v '^help$'); do
        own=$command
        [ "$command" = play ] && own='*'
        check "bash: $command --$option" sh -c 'grep -F " $1) options=" "$3" | grep -q -e "--$2[ '"'"']"' - \
            "$own" "$option" "$desktop/completions/plankwright.bash"
        check "zsh: $command --$option" sh -c 'grep -F "  $1) _arguments" "$3" | grep -q -e "'"'"'--$2[:'"'"']"' - \
            "$own" "$option" "$desktop/completions/_plankwright"
        check "fish: $command --$option" sh -c 'grep -q -- "-l $2 " "$3" || sed -n "/^__plankwright_options $1 /,/[^\\]$/p" "$3" |
            grep -q -e "'"'"'$2[=:]"' - "$command" "$option" "$desktop/completions/plankwright.fish"
    done
done

run --version </dev/null
version=$(sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p' out.txt)
check 'the version of the release' grep -q "<release version=\"$version\"" "$desktop/$id.metainfo.xml"
check 'the version of the changelog' grep -q "^plankwright ($version)" "$desktop/changelog"
check 'the picture it names' test -s "$desktop/$id.svg"

if command -v desktop-file-validate >/dev/null; then
    check 'the entry is valid' desktop-file-validate "$desktop/$id.desktop"
fi
if command -v appstreamcli >/dev/null; then
    check 'the description is valid' appstreamcli validate --no-net "$desktop/$id.metainfo.xml"
fi
if command -v man >/dev/null && command -v groff >/dev/null; then
    LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$desktop/plankwright.1" \
        >/dev/null 2>warnings.txt
    check 'the manual has no warnings' test ! -s warnings.txt
fi
if command -v bash >/dev/null; then
    cat >complete.sh <<'END'
. "$1"
plankwright() { echo 'shipped  The Late Brief (late-brief), version 1'; }
COMP_WORDS=(plankwright "$2" "$3") COMP_CWORD=$(($# - 1))
_plankwright
echo "${COMPREPLY[@]}"
END
    check 'bash completes a command' test "$(bash complete.sh "$desktop/completions/plankwright.bash" expla)" = explain
    check 'and a scenario' test "$(bash complete.sh "$desktop/completions/plankwright.bash" late)" = late-brief
    check 'and an option' test "$(bash complete.sh "$desktop/completions/plankwright.bash" test --u)" = --unmet
fi
finish
