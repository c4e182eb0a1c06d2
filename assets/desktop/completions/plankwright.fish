# Completion of plankwright for fish. Scenarios are asked of the program itself.
function __plankwright_scenarios
    plankwright list 2>/dev/null | string replace -rf '.*\(([a-z0-9_-]+)\).*' '$1'
end

complete -c plankwright -n __fish_use_subcommand -xa '(__plankwright_scenarios)'
for line in 'play:play a scenario' 'new:begin a scenario of your own' 'check:find the mistakes of a scenario' \
        'explain:say what a code means' 'explore:what fair plays come to' 'test:play the recorded ways' \
        'graph:draw a scenario from above' 'shot:draw the bridge or a screen' 'bench:measure this machine' \
        'trust:replay promises kept and broken' 'strings:texts for translators' 'pack:make one file of a scenario' \
        'install:install a .plank file' 'remove:remove an installed scenario' 'list:the scenarios that are here' \
        'report:the debrief as a page' 'room:play with a whole room' \
        'profile:several people at one computer' 'data:what is kept of you' 'kit:what a facilitator prints'
    set -l parts (string split -m 1 : $line)
    complete -c plankwright -n __fish_use_subcommand -xa $parts[1] -d $parts[2]
end
complete -c plankwright -n 'not __fish_use_subcommand' -a '(__plankwright_scenarios)'
complete -c plankwright -l text -d 'Play by lines'
complete -c plankwright -l choices -x -d 'Play these options'
complete -c plankwright -l seed -x -d 'The chances of this play'
complete -c plankwright -l guided -d 'Show a recorded way, and why'
complete -c plankwright -l aloud -d 'Read everything aloud'
complete -c plankwright -l fresh -d 'Start from the beginning'
complete -c plankwright -l data -r -d 'Keep playthroughs in that folder'
complete -c plankwright -l lang -xa 'en de es ar' -d 'The language'
complete -c plankwright -n '__fish_seen_subcommand_from room' -l windows -d 'Two windows: room screen and console'
complete -c plankwright -n '__fish_seen_subcommand_from room' -l screen -x -d 'The monitor for the room screen'
complete -c plankwright -n '__fish_seen_subcommand_from room' -l pages -d 'Both as pages of the browser'
complete -c plankwright -l help -d 'Tell the options'
