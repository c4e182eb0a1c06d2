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
complete -c plankwright -l data -r -d 'Keep it in that folder'
complete -c plankwright -l lang -xa 'en de es ar' -d 'The language'
complete -c plankwright -l help -d 'Tell the options'

# __plankwright_options <commands> <option:what it does>...: "=" behind the option where a word follows it.
function __plankwright_options
    for line in $argv[2..]
        set -l parts (string split -m 1 : $line)
        set -l name (string trim -c = $parts[1])
        set -l takes
        test $name = $parts[1]; or set takes -x
        complete -c plankwright -n "__plankwright_is $argv[1]" -l $name $takes -d $parts[2]
    end
end
function __plankwright_is # of these commands; "play" is also what has no command
    set -l words (commandline -opc)
    contains -- "$words[2]" $argv; and return 0
    contains play $argv; or return 1
    not contains -- "$words[2]" new check explain explore test graph shot bench trust strings pack install remove \
        list report room profile data kit
end
__plankwright_options play 'text:Play by lines' 'choices=:Play these options' 'seed=:The chances of this play' \
    'at=:Begin in that scene' 'drill=:Practise one conversation' 'live:Edits appear at once' \
    'guided:Show a recorded way, and why' 'aloud:Read everything aloud' 'fresh:Start from the beginning'
__plankwright_options room 'windows:Two windows: room screen and console' 'screen=:The monitor for the room screen' \
    'pages:Both as pages of the browser' 'port=:The port of the web server' 'loopback:No phone can come in' \
    'rehearse=:So many made-up phones' 'minutes=:How long the session is' 'least=:Results from so many answers on' \
    'keep=:Days that a session is kept' 'fresh:A new session'
__plankwright_options check 'json:For programs' 'plain:A line for each finding' 'limit=:At most so many states' 'strict:Warnings count' \
    'jobs=:So many scenarios at once'
__plankwright_options explore 'json:For programs' 'limit=:At most so many states'
__plankwright_options test 'bless:Write what is played now' 'unmet:Name all that no way meets'
__plankwright_options graph 'format=:svg, dot, html or text' 'by=:often, trust or tests' 'limit=:At most so many states'
__plankwright_options shot 'state=:Of the bridge' 'screen=:Of the program' 'person=:Who stands there' \
    'crop:The bridge alone' 'choices=:After these options' 'seed=:The chances' 'palette=:The light' \
    'typeface=:The letters' 'safe-colours:For every colour vision' 'device=:Whose prompts' 'page=:Which page' \
    'vision=:As people see it' 'size=:In pixels' 'type=:Size of type in percent'
__plankwright_options bench 'json:For programs' 'scenario=:Another one'
__plankwright_options trust 'preset=:work or default' 'persona=:Of what kind' 'csv:A table' 'svg:A plot' \
    'title=:Above the plot' 'anchors:The published facts' 'parameters:The numbers' 'fit:The errors'
__plankwright_options strings 'check=:A translation' 'interface:The program itself'
__plankwright_options install 'force:Also an older one'
__plankwright_options report 'last:The last play' 'as=:takeaway or proof' 'name=:On the proof' \
    'noticed=:On the takeaway' 'scenario=:Of that scenario' 'format=:html, md, csv or json'
__plankwright_options profile 'yes:Really'
__plankwright_options data 'yes:Really' 'everyone:Of every profile' 'profile=:Of that one'
__plankwright_options kit 'minutes=:45, 60 or 90' 'format=:html or md'
