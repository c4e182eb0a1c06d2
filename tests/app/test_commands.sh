#!/bin/sh
# ./play and ./run-tests on machines that lack things, played with stand-ins: a PATH that holds only what
# each case allows, so nothing is installed or built here.
set -u
tree=$PWD/tree
bin=$PWD/bin
log=$PWD/log
failures=0

# A tree with the two commands and one source file; a PATH with only the everyday tools.
fresh() {
    rm -rf "$tree" "$bin" "$log"
    mkdir -p "$tree/engine/base" "$tree/.ci" "$tree/build/release" "$bin"
    cp "$PLANKWRIGHT_SOURCE/play" "$PLANKWRIGHT_SOURCE/run-tests" "$tree/"
    cp "$PLANKWRIGHT_SOURCE/.ci/needs.sh" "$tree/.ci/"
    : >"$tree/CMakeLists.txt"
    : >"$tree/CMakePresets.json"
    : >"$tree/engine/base/a.c"
    : >"$log"
    for tool in sh cat cp dirname env find getconf grep head id mkdir mktemp mv rm sed sort tail tr uname; do
        ln -s "$(command -v "$tool")" "$bin/$tool"
    done
}

# stub <name> <body>: a tool that writes its arguments to the log and then does <body>.
stub() {
    rm -f "$bin/$1"
    printf '#!/bin/sh\necho "%s $*" >>"%s"\n%s\n' "$1" "$log" "$2" >"$bin/$1"
    chmod +x "$bin/$1"
}

everything_is_there() {
    stub cc 'exit 0'
    stub ninja 'exit 0'
    stub pkg-config 'exit 0'
    stub cmake 'if [ "$1" = --version ]; then echo "cmake version 3.20.0"; fi'
}

# A built program that tells its arguments and exits with 7.
built() {
    printf '#!/bin/sh\nprintf "<%%s>" "$@"\nexit 7\n' >"$tree/build/release/plankwright"
    chmod +x "$tree/build/release/plankwright"
    printf '%s\n' "$tree" >"$tree/build/release/played-from"
}

# run <command> <arguments>: fills $code, out.txt and err.txt; no display.
run() {
    command=$1
    shift
    env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER -u CC PATH="$bin" "$tree/$command" "$@" \
        >out.txt 2>err.txt </dev/null
    code=$?
}

check() {
    what=$1
    shift
    if ! "$@"; then
        echo "FAILED: $what (exit code $code)"
        sed 's/^/    out: /' out.txt
        sed 's/^/    err: /' err.txt
        sed 's/^/    log: /' "$log"
        failures=$((failures + 1))
    fi
}

out_is() { [ "$(cat out.txt)" = "$1" ]; }
err_says() { grep -qF -- "$1" err.txt; }
err_silent_about() { ! grep -qF -- "$1" err.txt; }
log_says() { grep -qF -- "$1" "$log"; }
code_is() { [ "$code" -eq "$1" ]; }

# ---- nothing is there, and nobody can install ---------------------------------------------------------
fresh
run play
check 'no manager: exit code' code_is 4
check 'no manager: names the compiler' err_says 'C compiler'
check 'no manager: names SDL' err_says 'SDL2: the window'
check 'no manager: names Lua' err_says 'Lua 5.4'
check 'no manager: does not ask for cmocka to play' err_silent_about cmocka
check 'no manager: says so' err_says 'No package manager'
check 'no manager: nothing on standard output' out_is ''
run run-tests
check 'no manager: tests need cmocka' err_says 'cmocka: the frame of the tests'

fresh
stub apt-get 'exit 0'
stub id 'echo 1000'
run play
check 'no sudo: exit code' code_is 4
check 'no sudo: what to type' err_says 'apt-get install -y --no-install-recommends'
check 'no sudo: a package' err_says 'libsdl2-ttf-dev'
check 'no sudo: nothing was run' test "$(grep -c apt-get "$log")" -eq 0

# ---- installing fails, or does not help ---------------------------------------------------------------
fresh
stub apt-get 'exit 100'
stub id 'echo 0'
run play
check 'apt-get fails: exit code' code_is 4
check 'apt-get fails: tried as root' log_says 'apt-get install -y -q --no-install-recommends'
check 'apt-get fails: what to type' err_says 'By hand it is:'

fresh
stub apt-get 'exit 0'
stub id 'echo 1000'
stub sudo 'exec "$@"'
run play
check 'through sudo' log_says 'sudo env DEBIAN_FRONTEND=noninteractive apt-get install'
check 'nothing has come: exit code' code_is 4
check 'nothing has come: says so' err_says 'Still missing'

# ---- one thing is missing: it alone is installed, then it builds and plays ------------------------------
fresh
everything_is_there
stub id 'echo 0'
stub pkg-config 'case "$*" in *sqlite3*) exit 1 ;; esac'
stub apt-get "[ \"\$1\" != install ] || printf '#!/bin/sh\nexit 0\n' >'$bin/pkg-config'"
stub cmake "case \$1 in --version) echo 'cmake version 4.0.1' ;; --build) printf '#!/bin/sh\necho \"\$@\"\n' \
    >'$tree/build/release/plankwright'; '$(command -v chmod)' +x '$tree/build/release/plankwright' ;; esac"
run play check x
check 'one missing: exit code of the program' code_is 0
check 'one missing: plays' out_is 'check x'
check 'one missing: only that' log_says 'apt-get install -y -q --no-install-recommends libsqlite3-dev'
check 'one missing: why' err_says 'SQLite: keeps your place'
check 'one missing: configured for playing' log_says 'cmake --preset release -DPLANKWRIGHT_TESTS=OFF'
: >"$log"
run play check y
check 'second start: at once' test ! -s "$log"
check 'second start: plays' out_is 'check y'
check 'second start: says nothing' test ! -s err.txt

for version in 3.19.8 2.8.12; do
    fresh
    everything_is_there
    stub cmake "echo 'cmake version $version'"
    stub id 'echo 0'
    stub dnf 'exit 1'
    run play
    check "CMake $version is too old" log_says 'dnf install -y cmake'
    check "CMake $version: exit code" code_is 4
done

# ---- built: when it is built again ----------------------------------------------------------------------
fresh
everything_is_there
built
run play check
check 'up to date: no tool is asked' test ! -s "$log"
touch -d '+1 minute' "$tree/engine/base/a.c" 2>/dev/null || touch -t 209901010000 "$tree/engine/base/a.c"
run play check
check 'a changed source: built again' log_says '--target plankwright'
built
printf '/somewhere/else\n' >"$tree/build/release/played-from"
printf 'CMAKE_HOME_DIRECTORY:INTERNAL=/somewhere/else\n' >"$tree/build/release/CMakeCache.txt"
: >"$log"
run play check
check 'a copied tree: configured again' log_says 'cmake --preset release'
check 'a copied tree: the old cache is gone' test ! -e "$tree/build/release/CMakeCache.txt"

fresh
everything_is_there
stub cmake 'case $1 in --version) echo "cmake version 3.25.1" ;; *) echo "a.c:1: error: no"; exit 1 ;; esac'
run play
check 'a broken build: exit code' code_is 4
check 'a broken build: the reason' err_says 'a.c:1: error: no'
check 'a broken build: nothing on standard output' out_is ''

# ---- arguments and the display --------------------------------------------------------------------------
fresh
built
notice='There is no display here'
run play
check 'no display: text' out_is '<--text>'
check 'no display: one line' test "$(grep -c . err.txt)" -eq 1
check 'the exit code comes through' code_is 7
run play late-brief --seed 7 --data 'a b'
check 'arguments come through whole' out_is '<late-brief><--seed><7><--data><a b><--text>'
check 'no display: says so' err_says "$notice"
for arguments in 'check a' 'late-brief --choices a,b' '--text' 'play x --text' '--help' '--version' 'bench'; do
    # shellcheck disable=SC2086
    run play $arguments
    check "no window wanted by: $arguments" out_is "$(printf '<%s>' $arguments)"
    check "no notice for: $arguments" err_silent_about "$notice"
done
DISPLAY=:0 PATH="$bin" "$tree/play" x >out.txt 2>err.txt
code=$?
check 'a display: no --text' out_is '<x>'
check 'a display: no notice' test ! -s err.txt
(cd / && env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER PATH="$bin" "$tree/play" list) >out.txt 2>err.txt
code=$?
check 'from another folder' out_is '<list>'

run run-tests --nonsense
check 'run-tests: wrong usage' code_is 2

[ "$failures" -eq 0 ] && echo "all as it should be"
exit "$((failures > 0))"
