#!/bin/sh
# Makes every picture of the README and of the authors' guide anew, from the program as it is. The stories of the
# guide are taken out of its pages: the last ```lua block of that name. Needs ImageMagick.
#   assets/pictures/make.sh [PROGRAM]      without it: build/release/plankwright
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
program=${1:-$root/build/release/plankwright}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

way=monday.why,monday_why.wall,asks.both,monday_desk/desk.work_brief,monday_desk/desk.work_numbers,eleven.door
way=$way,wed_kept.quiet,wednesday_desk/desk.paper,wednesday_desk/desk.rest,owed.hands,binding.nice,thursday.four

# picture <file below the root> <width> <colours> <arguments of shot>: a hundred colours keep a picture small.
picture() {
    file=$root/$1
    width=$2
    colours=$3
    shift 3
    XDG_DATA_HOME=$work XDG_STATE_HOME=$work XDG_CONFIG_HOME=$work LC_ALL=C "$program" shot "$@" -o "$work/shot.png"
    convert "$work/shot.png" -resize "$width" -colors "$colours" -strip "$file"
    echo "$file"
}

# story <page of the guide> <folder>: its scenario.lua below $work.
story() {
    mkdir -p "$work/$2"
    awk -v file="$2/scenario.lua" -v out="$work/$2/scenario.lua" '
        /^```/ && !inside { inside = 1; mine = $2 == file; if (mine) printf "" > out; next }
        /^```/ { inside = 0; if (mine) close(out); next }
        inside && mine { print > out }' "$root/scripts/guide/$1.md"
}

story first-story wheel
story cookbook need
picture assets/pictures/play.png 1280 128 late-brief --seed 1 --choices "$way" --screen play
picture assets/pictures/canyon.png 1280 128 late-brief --seed 1 --choices "$way" --screen canyon
picture assets/pictures/debrief.png 1280 128 late-brief --seed 1 \
    --choices "$way,talk.points,talk.dates,talk.trial,fare.push" --screen debrief
picture assets/pictures/half.png 960 96 --state half --palette dusk
picture scripts/guide/first-story.png 960 128 "$work/wheel" --seed 1 --choices five --screen play --size 1280x800
picture scripts/guide/looking-back.png 960 128 "$work/wheel" --seed 1 --choices five,frame --screen debrief --size 1280x800
picture scripts/guide/need.png 960 128 "$work/need" --seed 1 --choices yes,pump --screen play --size 1280x800
