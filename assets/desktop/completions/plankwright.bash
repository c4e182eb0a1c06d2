# Completion of plankwright for bash. Scenarios are asked of the program itself.
_plankwright_scenarios() {
    plankwright list 2>/dev/null | sed -n 's/.*(\([a-z0-9_-]*\)).*/\1/p'
}

_plankwright() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} options
    local commands='play new check explain explore test graph shot bench trust strings pack install remove list report room profile data kit'
    COMPREPLY=()
    case $before in
    --data) COMPREPLY=($(compgen -d -- "$word")) && return ;;
    -o | --check) COMPREPLY=($(compgen -f -- "$word")) && return ;;
    --format) COMPREPLY=($(compgen -W 'svg dot html text md csv json' -- "$word")) && return ;;
    --minutes) COMPREPLY=($(compgen -W '45 60 90' -- "$word")) && return ;;
    --as) COMPREPLY=($(compgen -W 'debrief takeaway proof' -- "$word")) && return ;;
    --by) COMPREPLY=($(compgen -W 'often trust tests' -- "$word")) && return ;;
    --preset) COMPREPLY=($(compgen -W 'work default' -- "$word")) && return ;;
    --lang) COMPREPLY=($(compgen -W 'en de es ar' -- "$word")) && return ;;
    esac
    case $command in
    new) options='' ;;
    check) options='--json --plain --limit --strict --jobs' ;;
    explain) options='' ;;
    explore) options='--json --limit' ;;
    test) options='--bless --unmet' ;;
    graph) options='--format --by --limit -o' ;;
    shot) options='--state --screen --person --crop --lang --choices --seed --palette --typeface --safe-colours --device --page --vision --size --type -o' ;;
    bench) options='--json --scenario' ;;
    trust) options='--preset --persona --csv --svg --title --anchors --parameters --fit' ;;
    strings) options='-o --check --interface' ;;
    pack) options='-o' ;;
    install) options='--force --data' ;;
    remove | list) options='--data' ;;
    room) options='--windows --screen --pages --port --loopback --rehearse --least --minutes --lang --keep --fresh --data' ;;
    profile) options='--yes --data' ;;
    data) options='--yes --everyone --profile -o --data --lang' ;;
    kit) options='--minutes --format --lang -o' ;;
    report) options='--last --as --name --noticed --scenario --format -o --data --lang' ;;
    *) options='--text --choices --seed --at --drill --live --guided --aloud --fresh --data --lang' ;;
    esac
    if [[ $command == profile && $COMP_CWORD -eq 2 ]]; then
        COMPREPLY=($(compgen -W 'list add use rename remove' -- "$word"))
    elif [[ $command == data && $COMP_CWORD -eq 2 ]]; then
        COMPREPLY=($(compgen -W 'where export keep delete' -- "$word"))
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options --help" -- "$word"))
    elif [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W "$commands $(_plankwright_scenarios)" -- "$word"))
    elif [[ $command == install ]]; then
        COMPREPLY=($(compgen -f -X '!*.plank' -- "$word") $(compgen -d -- "$word"))
    else
        COMPREPLY=($(compgen -W "$(_plankwright_scenarios)" -- "$word") $(compgen -f -- "$word"))
    fi
}
complete -o filenames -F _plankwright plankwright
