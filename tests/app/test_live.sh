#!/bin/sh
# play --live in the terminal: an edit appears before the next line, in the same place; a mistake is shown
# with its line and mark and nothing is lost; a way that is cut comes back.
. "$PLANKWRIGHT_SOURCE/tests/app/expect.inc"
small
file=work/small/scenario.lua

# play: reads steps from standard input: "! command" edits, every other line is typed. Each waits until the
# line before it was answered: every answer lists what can be chosen once more.
play() {
    rm -f lines.fifo
    mkfifo lines.fifo
    "$program" play work/small --text --live --fresh <lines.fifo >out.txt 2>err.txt &
    pid=$!
    exec 5>lines.fifo
    answers=1
    while IFS= read -r step; do
        tries=0
        while [ "$(grep -c '^1\. ' out.txt)" -lt "$answers" ] && [ "$tries" -lt 1200 ]; do
            tries=$((tries + 1))
            sleep 0.05
        done
        case $step in
        '! '*) eval "${step#! }" ;;
        *)
            printf '%s\n' "$step" >&5
            answers=$((answers + 1))
            ;;
        esac
    done
    exec 5>&-
    wait $pid
    code=$?
    rm lines.fifo
}

play <<'EOF'
sign
! sed -i 's/Round it goes/Round and ROUND it goes/' $file
left
! sed -i 's/"When is your bus?" {/"When is your bus?" { promsie(note),/' $file
left
! sed -i 's/promsie(note), //' $file

! sed 's/option "sign"/option "signed"/' $file >work/new && mv work/new $file

! sed 's/option "signed"/option "sign"/' $file >work/new && mv work/new $file

! sed 's/option "sign"/option "signed"/; s/"I.ll write the note." {/& was = "sign",/' $file >work/new && mv work/new $file
left
EOF
check 'it ends with the input' code_is 0
check 'a choice for the list before the edit is not taken' out_says 'The story was edited before you typed that: choose again.'
check 'a mistake: its place' out_says 'scenario.lua:'
check 'a mistake: its mark' out_says '^~~~~~~ did you mean "promise"?'
check 'a mistake: it goes on' out_says 'You go on in the story as it was.'
check 'an option renamed by a new file in place of the old: the way is cut' out_says 'which can still be'
check 'the rename taken back, and said by was: the way is there again' \
    [ "$(grep -c '^> Left.$' out.txt)" -ge 3 ]
check 'nothing but that was cut' [ "$(grep -c 'which can still be' out.txt)" -eq 1 ]

run play --live --choices sign work/small
check '--live with --choices' code_is 2
check '--live with --choices: why' err_says 'do not go together'
finish
