# shellcheck shell=sh
# The half that ./play and ./run-tests share: find what is missing, say what it is for, install it with the
# system's package manager. To be sourced; POSIX sh. All of its words go to standard error.
#
#   needs_check play|tests   fills $missing with the names of what is missing; true when that is nothing
#   needs_install            installs $missing, or says what to install by hand and exits with 4

missing=''

say() {
    printf '%s\n' "$*" >&2
}

# Exit code 4: the system would not.
give_up() {
    say "$@"
    exit 4
}

has() {
    command -v "$1" >/dev/null 2>&1
}

needs_compiler() {
    printf '#include <stdio.h>\n#include <string.h>\n' >"$1/probe.c" &&
        "${CC:-cc}" -std=c17 -fsyntax-only "$1/probe.c" >/dev/null 2>&1
}

needs_sanitizer() {
    printf 'int main(void)\n{\n    return 0;\n}\n' >"$1/probe.c" &&
        "${CC:-cc}" -fsanitize=address,undefined -o "$1/probe" "$1/probe.c" >/dev/null 2>&1
}

# CMake 3.20 or later.
needs_cmake() {
    version=$(cmake --version 2>/dev/null | sed -n 's/^cmake version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    # shellcheck disable=SC2086
    set -- $version
    [ $# -eq 2 ] && { [ "$1" -gt 3 ] || { [ "$1" -eq 3 ] && [ "$2" -ge 20 ]; }; }
}

needs_lua() {
    for name in lua5.4 lua-5.4 lua54 lua; do
        pkg-config --exists "$name >= 5.4" "$name < 5.5" 2>/dev/null && return 0
    done
    return 1
}

needs_check() {
    missing=''
    probe=$(mktemp -d) || give_up "There is no place for temporary files: check TMPDIR and the disk."
    needs_compiler "$probe" || missing="$missing compiler"
    needs_cmake || missing="$missing cmake"
    has ninja || has ninja-build || missing="$missing ninja"
    has pkg-config || missing="$missing pkg-config"
    pkg-config --exists 'sdl2 >= 2.0.16' 2>/dev/null || missing="$missing sdl2"
    pkg-config --exists 'SDL2_ttf >= 2.0.18' 2>/dev/null || missing="$missing sdl2-ttf"
    needs_lua || missing="$missing lua"
    pkg-config --exists 'sqlite3 >= 3.24' 2>/dev/null || missing="$missing sqlite"
    pkg-config --exists libpng 2>/dev/null || missing="$missing libpng"
    pkg-config --exists libunibreak 2>/dev/null || missing="$missing libunibreak"
    pkg-config --exists 'fribidi >= 1.0' 2>/dev/null || missing="$missing fribidi"
    pkg-config --exists fontconfig 2>/dev/null || missing="$missing fontconfig"
    pkg-config --exists 'libmicrohttpd >= 0.9.70' 2>/dev/null || missing="$missing libmicrohttpd"
    pkg-config --exists 'libqrencode >= 4' 2>/dev/null || missing="$missing qrencode"
    pkg-config --exists 'libsodium >= 1.0.18' 2>/dev/null || missing="$missing libsodium"
    if [ "$(uname)" != Darwin ]; then # there is neither of them there
        pkg-config --exists 'speech-dispatcher >= 0.9' 2>/dev/null || missing="$missing speechd"
        pkg-config --exists atk-bridge-2.0 2>/dev/null || missing="$missing atk"
    fi
    if [ "$1" = tests ]; then
        pkg-config --exists cmocka 2>/dev/null || missing="$missing cmocka"
        { has xgettext && has msgmerge; } || missing="$missing gettext"
        has dot || missing="$missing graphviz"
        case " $missing " in
        *' compiler '*) ;;
        *) needs_sanitizer "$probe" || missing="$missing sanitizer" ;;
        esac
    fi
    rm -rf "$probe"
    [ -z "$missing" ]
}

# What each thing is for, in words.
needs_reason() {
    case $1 in
    compiler) echo 'a C compiler with its headers: Plankwright is built on your machine' ;;
    cmake) echo 'CMake 3.20 or later: says how it is built' ;;
    ninja) echo 'Ninja: runs the build' ;;
    pkg-config) echo 'pkg-config: finds the libraries below' ;;
    sdl2) echo 'SDL2: the window, keyboard, mouse and sound' ;;
    sdl2-ttf) echo 'SDL2_ttf: draws the letters' ;;
    lua) echo 'Lua 5.4: the language of the scenarios' ;;
    sqlite) echo 'SQLite: keeps your place, even after a power cut' ;;
    libpng) echo 'libpng: writes pictures of the bridge' ;;
    libunibreak) echo 'libunibreak: ends lines where each language allows it' ;;
    fribidi) echo 'fribidi: puts Arabic and Hebrew in order' ;;
    fontconfig) echo 'fontconfig: finds fonts for letters that ours have not' ;;
    speechd) echo 'speech-dispatcher: reads the screens aloud' ;;
    atk) echo 'ATK and its bridge: let Orca read the window' ;;
    libmicrohttpd) echo "libmicrohttpd: the room's pages for phones" ;;
    qrencode) echo 'libqrencode: the QR code with which phones come in' ;;
    libsodium) echo "libsodium: the room's random codes, and votes that nobody can trace" ;;
    cmocka) echo 'cmocka: the frame of the tests' ;;
    graphviz) echo 'graphviz: lays out the picture of plankwright graph' ;;
    gettext) echo "gettext: the translators' tools, which must take our files and we theirs" ;;
    sanitizer) echo 'the address and undefined-behaviour sanitizers: find memory errors in the tests' ;;
    esac
}

# The package of a thing: needs_package <manager> <thing>. Nothing where it comes with another one.
needs_package() {
    case $1:$2 in
    apt-get:compiler) echo 'gcc libc6-dev' ;;
    apt-get:cmake) echo cmake ;;
    apt-get:ninja) echo ninja-build ;;
    apt-get:pkg-config) echo pkg-config ;;
    apt-get:sdl2) echo libsdl2-dev ;;
    apt-get:sdl2-ttf) echo libsdl2-ttf-dev ;;
    apt-get:lua) echo liblua5.4-dev ;;
    apt-get:sqlite) echo libsqlite3-dev ;;
    apt-get:libpng) echo libpng-dev ;;
    apt-get:libunibreak) echo libunibreak-dev ;;
    apt-get:fribidi) echo libfribidi-dev ;;
    apt-get:fontconfig) echo libfontconfig-dev ;;
    apt-get:speechd) echo libspeechd-dev ;;
    apt-get:atk) echo libatk-bridge2.0-dev ;;
    apt-get:libmicrohttpd) echo libmicrohttpd-dev ;;
    apt-get:qrencode) echo libqrencode-dev ;;
    apt-get:libsodium) echo libsodium-dev ;;
    apt-get:cmocka) echo libcmocka-dev ;;
    apt-get:sanitizer) echo gcc ;;

    dnf:compiler) echo 'gcc glibc-devel' ;;
    dnf:ninja) echo ninja-build ;;
    dnf:lua) echo lua-devel ;;
    dnf:sanitizer) echo 'libasan libubsan' ;;
    zypper:compiler) echo 'gcc glibc-devel' ;;
    zypper:lua) echo lua54-devel ;;
    dnf:pkg-config | zypper:pkg-config) echo pkgconf-pkg-config ;;
    dnf:sdl2 | zypper:sdl2) echo 'pkgconfig(sdl2)' ;;
    dnf:sdl2-ttf | zypper:sdl2-ttf) echo 'pkgconfig(SDL2_ttf)' ;;
    dnf:sqlite | zypper:sqlite) echo 'pkgconfig(sqlite3)' ;;
    dnf:libpng | zypper:libpng) echo 'pkgconfig(libpng)' ;;
    dnf:libunibreak | zypper:libunibreak) echo 'pkgconfig(libunibreak)' ;;
    dnf:fribidi | zypper:fribidi) echo 'pkgconfig(fribidi)' ;;
    dnf:fontconfig | zypper:fontconfig) echo 'pkgconfig(fontconfig)' ;;
    dnf:speechd | zypper:speechd) echo 'pkgconfig(speech-dispatcher)' ;;
    dnf:atk | zypper:atk) echo 'pkgconfig(atk-bridge-2.0)' ;;
    dnf:libmicrohttpd | zypper:libmicrohttpd) echo 'pkgconfig(libmicrohttpd)' ;;
    dnf:qrencode | zypper:qrencode) echo 'pkgconfig(libqrencode)' ;;
    dnf:libsodium | zypper:libsodium) echo 'pkgconfig(libsodium)' ;;
    dnf:cmocka | zypper:cmocka) echo 'pkgconfig(cmocka)' ;;

    pacman:compiler) echo 'gcc' ;;
    pacman:pkg-config) echo pkgconf ;;
    pacman:sdl2-ttf) echo sdl2_ttf ;;
    pacman:speechd) echo speech-dispatcher ;;
    pacman:atk) echo at-spi2-core ;;
    pacman:lua) if pacman -Si lua54 >/dev/null 2>&1; then echo lua54; else echo lua; fi ;;

    brew:compiler) ;; # comes with the command line tools that brew itself asks for
    brew:pkg-config) echo pkgconf ;;
    brew:sdl2-ttf) echo sdl2_ttf ;;
    brew:lua) echo lua@5.4 ;;

    *:sanitizer) echo gcc ;;
    *) echo "$2" ;;
    esac
}

needs_manager() {
    for manager in apt-get dnf pacman zypper brew; do
        if has "$manager"; then
            echo "$manager"
            return
        fi
    done
}

# What one types by hand; also what needs_run does.
needs_command() {
    case $1 in
    apt-get) echo 'apt-get install -y --no-install-recommends' ;;
    dnf) echo 'dnf install -y' ;;
    pacman) echo 'pacman -S --needed --noconfirm' ;;
    zypper) echo 'zypper --non-interactive install' ;;
    brew) echo 'brew install' ;;
    esac
}

# needs_run <manager> <prefix> <packages>: the lists first, since a fresh machine has none.
needs_run() {
    manager=$1
    prefix=$2
    shift 2
    case $manager in
    apt-get)
        $prefix env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 ||
            say 'The package lists could not be refreshed; trying with those that are there.'
        $prefix env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
        ;;
    pacman) $prefix pacman -Sy --needed --noconfirm "$@" >&2 ;;
    *)
        # shellcheck disable=SC2046
        $prefix $(needs_command "$manager") "$@" >&2
        ;;
    esac
}

needs_install() {
    say 'Plankwright needs a few things that are not on this machine yet:'
    manager=$(needs_manager)
    packages=''
    for thing in $missing; do
        say "  - $(needs_reason "$thing")"
        packages="$packages $(needs_package "${manager:-none}" "$thing")"
    done
    packages=$(echo "$packages" | tr -s ' ' '\n' | sort -u | tr '\n' ' ' | sed 's/^ *//; s/ *$//')
    if [ -z "$manager" ]; then
        give_up "No package manager that it knows (apt-get, dnf, pacman, zypper, brew) is here:" \
            "please install these by hand, with their headers, and start again."
    fi
    by_hand="$(needs_command "$manager") $packages"
    prefix=''
    if [ "$manager" != brew ] && [ "$(id -u)" -ne 0 ]; then
        if ! has sudo; then
            give_up "Installing needs an administrator, and sudo is not here. As root, please run:
  $by_hand
and start again."
        fi
        prefix=sudo
        by_hand="sudo $by_hand"
    fi
    say "They come from your system's own packages; this is run now:" "$by_hand"
    # shellcheck disable=SC2086
    if ! needs_run "$manager" "$prefix" $packages; then
        give_up "The packages could not be installed (see above). By hand it is:
  $by_hand
and then start again."
    fi
}

# Checks, installs, checks again.
needs_meet() {
    needs_check "$1" && return
    needs_install
    if ! needs_check "$1"; then
        say 'Still missing, or too old, after installing:'
        for thing in $missing; do
            say "  - $(needs_reason "$thing")"
        done
        give_up 'Please install these by hand in a newer version, and start again.'
    fi
}

# A build folder that was made for another place (the tree was copied or moved) cannot be used again.
needs_own_build() {
    cache="$1/CMakeCache.txt"
    if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$2" "$cache"; then
        rm -rf "$1"
    fi
    mkdir -p "$1" 2>/dev/null || give_up "Cannot make the folder $1: is the place read-only, or full?"
}
