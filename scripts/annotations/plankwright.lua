---@meta plankwright
-- The words of a scenario for the Lua language server (sumneko/LuaLS), so that an editor completes and checks them. Nothing here
-- runs. `plankwright new` puts a copy beside a new scenario; a test holds every word and field against the engine's own.

-- ---- what stands in lists --------------------------------------------------------------------------

---What can be true or not: kept(x), is(flag), all { … }.
---@class plankwright.Condition

---Something that happens: promise(x), tell(x), set(flag).
---@class plankwright.Deed

---A way on: go, choice, when, desk …
---@class plankwright.Flow

---For the facilitator.
---@class plankwright.Notes

---Several people, one of whom comes.
---@class plankwright.OneOf

---One of the ways of a chance.
---@class plankwright.Odds

---One thing the player can do.
---@class plankwright.Option

---Something the story remembers: set(flag), is(flag).
---@class plankwright.Flag

---A number the story remembers: add(n, 1), at_least(n, 2).
---@class plankwright.Number

---A number, before its limits: number "n" { from = 0, to = 3 }.
---@class plankwright.NumberId: plankwright.Number
---@overload fun(body: plankwright.NumberBody): plankwright.Number

---Something promised: promise(x), kept(x).
---@class plankwright.Commitment
---@overload fun(body: plankwright.CommitmentBody): plankwright.Commitment

---A colleague. halima "…" is what she says.
---@class plankwright.Person: plankwright.Deed
---@overload fun(says: string): plankwright.Deed

---A colleague, before the body: person "halima" { … }; without one she is declared in another file.
---@class plankwright.PersonId: plankwright.Person
---@overload fun(body: plankwright.PersonBody): plankwright.Person

---A move in a talk; outside of one it names its person: ask(halima).
---@class plankwright.Move
---@overload fun(person: plankwright.Person): plankwright.Deed

---An ending: named in a list, written with its lines at the top.
---@class plankwright.Ending
---@overload fun(body: plankwright.EndingBody): plankwright.Ending

---@alias plankwright.Item string|plankwright.Deed|plankwright.Move|plankwright.Flow|plankwright.Ending|plankwright.Notes|plankwright.List

---A list in { }: texts, lines, deeds, ways on.
---@class plankwright.List
---@field [integer] plankwright.Item

---@alias plankwright.If plankwright.Condition|fun(s: plankwright.State): boolean

---"Thu 18:00", in a story of several weeks "2 Thu 18:00".
---@alias plankwright.Time string

---@alias plankwright.Weather "day"|"dusk"|"dawn"|"storm"
---@alias plankwright.Mood "calm"|"warm"|"worried"|"cold"
---@alias plankwright.Trust "sound"|"worn"|"strained"|"unsafe"|"down"

-- ---- the fields ------------------------------------------------------------------------------------

---@class plankwright.ScenarioBody
---@field id string                        the name it goes by in saves and on the command line
---@field title string                     what players read
---@field version? integer                 1, and one more when you hand out a changed one
---@field author? string
---@field licence? string                  "CC-BY-4.0"
---@field language? string                 "en"
---@field blurb? string                    one or two sentences for the library card
---@field minutes? integer                 how long one way takes
---@field reading? integer                 the hardest its lines may be to read (LIX): below 30 very easy, above 50 hard
---@field teaches? string[]                mechanics of the article that a player can meet: { "A1", "A4" }
---@field content? string[]                what to warn of, said before the start
---@field kind? "story"|"booster"         a booster takes three minutes and is offered at its time, not on the shelf
---@field days? string[]                   the working days in order: { "Mon", "Tue" }
---@field weeks? integer                   repeats them
---@field hours? string[]                  of a working day: { "09:00", "17:00" }
---@field energy? number                   of the player, each morning
---@field place? string                    what the canyon looks like: "theatre"
---@field weather? plankwright.Weather

---@class plankwright.PersonBody
---@field name string                      "Halima Nasser"; {halima.first} is the first word of it
---@field role? string                     "chief rigger"
---@field look? plankwright.LookBody        what they wear; what is left out is chosen by the id
---@field mood? plankwright.Mood           their face at the beginning
---@field standards? table<string, plankwright.StandardBody>  notice, replies, detail, candour, or your own
---@field facts? table<string, string>     what the player can learn: learn(halima, "fall")
---@field hears? (string|plankwright.Person)[]  whose bridges they hear of, a day later
---@field reply? string                    what they say where nothing better is written
---@field on_told? string                  "it will be late"
---@field on_moved? string                 a new date; {due} is the date
---@field on_refused? string               no new date, no promise taken, no talk
---@field on_delivered? string             work is handed over
---@field on_owned_up? string              you have told it yourself
---@field on_apology? string               you have apologised
---@field crossing? "bold"|"careful"       comes over a little sooner, or later, than others
---@field persona? "plain"|"forgiving"|"unforgiving"|"watchful"  how they take what you do
---@field was? string|string[]             what it was called before: saves go on

---@class plankwright.StandardBody
---@field hours? number                    notice or answer they want
---@field says string                      in their words

---@class plankwright.LookBody
---@field skin? integer                    0 (lightest) to 5 (darkest)
---@field face? "oval"|"round"|"square"|"long"
---@field eyes? "round"|"almond"|"hooded"|"soft"
---@field nose? "small"|"wide"|"long"
---@field hair? "short"|"bun"|"curly"|"long"|"bald"|"scarf"|"braids"|"afro"|"ponytail"|"turban"|"cap"|"bob"|"receding"|"undercut"|"locs"|"cropped"
---@field hair_colour? "black"|"brown"|"chestnut"|"red"|"fair"|"grey"|"white"|"blue"
---@field beard? boolean|"none"|"full"|"stubble"|"moustache"
---@field glasses? boolean|"none"|"round"|"square"
---@field age? integer                     16 to 99
---@field build? "middle"|"slight"|"broad"
---@field coat? "overall"|"jacket"|"coat"|"shirt"|"cardigan"|"apron"|"scrubs"|"vest"|"hoodie"|"suit"|"kurta"|"sari"|"polo"|"jumper"
---@field colour? "wine"|"navy"|"teal"|"ochre"|"moss"|"plum"|"slate"|"brick"|"rose"|"sky"|"sand"|"charcoal"
---@field wheelchair? boolean
---@field cane? boolean
---@field hearing_aid? boolean
---@field prosthesis? boolean              an artificial arm

---@class plankwright.CommitmentBody
---@field to plankwright.Person|"player"   to whom
---@field what string                      "the lighting plot"
---@field due plankwright.Time
---@field kind? "work"|"meet"|"hold"       hours to work, a place and a time, or something to stick to
---@field effort? number                   work: the hours it takes
---@field minutes? integer                 meet: how long
---@field by? plankwright.Person|"player"  who promises; the player if not said
---@field title? string                    short name on the plank
---@field provided? plankwright.If         false at the due time: lapsed, nobody's fault
---@field found? integer[]                 { 1, 6 }: chance each night that a cover-up comes out
---@field deliver? "by hand"               finished is not handed over: write deliver(x) yourself
---@field on_told? string
---@field on_moved? string
---@field on_refused? string
---@field on_delivered? string
---@field was? string|string[]             what it was called before: saves go on

---@class plankwright.NumberBody
---@field from integer
---@field to integer
---@field start? integer                   from, if not said
---@field was? string|string[]             what it was called before: saves go on

---@class plankwright.SceneBody
---@field at? plankwright.Time             jumps the clock there; skipped time is lost
---@field weather? plankwright.Weather
---@field present? (string|plankwright.Person)[]  who is there, and nobody else; without it whoever speaks in it
---@field was? string|string[]             what it was called before: saves go on
---@field [integer] plankwright.Item

---@class plankwright.EndingBody
---@field title string
---@field kind "together"|"patched"|"apart"|"silo"
---@field was? string|string[]             what it was called before: saves go on
---@field [integer] plankwright.Item       the last thing said

---@class plankwright.WheneverBody
---@field at_once? boolean                 before the next choice, instead of at the next scene
---@field [integer] plankwright.Item

---@class plankwright.OptionBody
---@field when? plankwright.If             open only then
---@field costs? plankwright.CostBody      not open without them
---@field seen_by? (string|plankwright.Person)[]
---@field why? string                      what the debrief says about it
---@field was? string|string[]             what it was called before: saves go on
---@field [integer] plankwright.Item

---@class plankwright.TalkOptionBody
---@field when? plankwright.If             open only then
---@field seen_by? (string|plankwright.Person)[]
---@field why? string                      what the debrief says about it
---@field was? string|string[]             what it was called before: saves go on
---@field [integer] plankwright.Item

---@class plankwright.CostBody
---@field hours? number
---@field minutes? integer
---@field energy? number

---@class plankwright.DeskBody
---@field till plankwright.Time            until when
---@field slot? string|number              "2h": the length of one piece of work
---@field talk? (string|plankwright.Person)[]   who can be asked for a one-on-one; {} nobody; everybody if not said
---@field work? plankwright.Commitment[]   what can be worked on; everything that is open if not said
---@field [integer] plankwright.Option     your own offers

---@class plankwright.TalkBody
---@field minutes? integer                 60
---@field rounds? integer                  2
---@field energy? number                   .5
---@field meets? plankwright.Commitment    attends this meeting
---@field [integer] plankwright.Option

---@class plankwright.NeedBody
---@field who plankwright.Person|plankwright.OneOf
---@field stakes "small"|"medium"|"high"
---@field to? "them"                       the player goes to them instead
---@field crosses plankwright.List       they come
---@field hesitates? plankwright.List    they stand still: with a choice
---@field turns_back plankwright.List    they do not

---@class plankwright.NotesBody
---@field say? string                      what to say to the room
---@field act? string                      what to do with the room: pairs, a vote, a minute of silence
---@field watch? string                    what to look out for
---@field prompt? string                   a question, if the point does not come by itself
---@field why? string                      what it is about

---@class plankwright.PromiseBody
---@field due plankwright.Time             another date than the commitment's own

---@class plankwright.SpendBody
---@field hours? number
---@field minutes? integer
---@field energy? number

-- ---- what a condition function sees ----------------------------------------------------------------

---read-only
---@class plankwright.State
---@field scene string                     id of the scene
---@field ended false|string               false, or the ending's id
---@field day integer                      1 is the first working day
---@field clock string                     "16:10", comparable as text
---@field hours number                     left of today's working hours
---@field energy number
---@field state table<string, "none"|"open"|"moved"|"kept"|"lapsed"|"warned"|"missed"|"owned up"|"covered up"|"found out">
---@field flag table<string, boolean>
---@field number table<string, integer>
---@field knows table<string, table<string, boolean>>
---@field trusts table<string, plankwright.Trust>

-- ---- declared once, at the top ---------------------------------------------------------------------

---What this story is. Stands first.
---@param body plankwright.ScenarioBody
function scenario(body) end

---A colleague: local halima = person "halima" { name = "…" }. Without a body it refers to one declared in another file.
---@param id string
---@return plankwright.PersonId
function person(id) end

---Something that can be promised. Without a body it refers to one declared in another file.
---@param id string
---@return plankwright.Commitment
function commitment(id) end

---Something the story remembers: yes or no.
---@param id string
---@return plankwright.Flag
function flag(id) end

---A number the story remembers, between its limits.
---@param id string
---@return plankwright.NumberId
function number(id) end

---The first scene written is where play starts. It ends with go or ending.
---@param id string
---@return fun(body: plankwright.SceneBody)
function scene(id) end

---In a list: the story ends here. At the top, with a body: its title, kind and last lines.
---@param id string
---@return plankwright.Ending
function ending(id) end

---Said once, when it has become true.
---@param condition plankwright.If
---@return fun(body: plankwright.WheneverBody)
function whenever(condition) end

---The one-on-one that a desk offers with this person.
---@param person plankwright.Person
---@return fun(body: plankwright.TalkBody)
function talk(person) end

---Must hold in every situation that can be reached; check looks for one where it does not.
---@param sentence string
---@return fun(holds: fun(s: plankwright.State): boolean)
function always(sentence) end

---Reads another file of this folder, "friday", or a shared piece, "lib/one-on-one", and gives what it returns.
---@param name string
---@return any
---@overload fun(name: "lib/slips"): plankwright.Slips
---@overload fun(name: "lib/lateness"): plankwright.Lateness
---@overload fun(name: "lib/one-on-one"): plankwright.OneOnOne
function include(name) end

-- ---- the shared pieces (scripts/lib) -----------------------------------------------------------------

---@class plankwright.Slips
---@field nearest fun(wrong: any, names: string[]): string?  the name that was likely meant
---@field names fun(where: string, value: table?, names: string[])  stops if a key is none of the names
---@field list fun(where: string, value: any[]?, names: string[])  stops if an entry is none of the names

---@class plankwright.Lateness
---@field comes fun(x: plankwright.Commitment, times: integer, of: integer, lists: plankwright.LatenessLists): plankwright.Flow  late `times` in `of`

---@class plankwright.LatenessLists
---@field late? plankwright.List           it has not come
---@field there? plankwright.List          it is there

---@class plankwright.OneOnOne
---@field meeting fun(person: plankwright.Person, given?: plankwright.OneOnOneBody): plankwright.Flow  in a scene
---@field desk fun(person: plankwright.Person, given?: plankwright.OneOnOneBody)  at the top: what a desk offers

---@class plankwright.OneOnOneBody: plankwright.TalkBody
---@field says? table<plankwright.UsualMove, string>  other texts
---@field leaves_out? plankwright.UsualMove[]
---@field answers? table<plankwright.UsualMove, plankwright.Item>  what is said after one

---@alias plankwright.UsualMove "theirs"|"shared"|"mine"|"ask"|"listen"|"steer"|"defend"

-- ---- ways on ---------------------------------------------------------------------------------------

---On to a scene.
---@param scene string
---@return plankwright.Flow
function go(scene) end

---The player chooses. An option without a go goes on behind the choice.
---@param options (plankwright.Option)[]
---@return plankwright.Flow
function choice(options) end

---option "id" "What the player says or does." { … }
---@param id string
---@return fun(text: string): (fun(body: plankwright.OptionBody): plankwright.Option)
function option(id) end

---@param condition plankwright.If
---@return fun(body: plankwright.List): plankwright.Flow
function when(condition) end

---Directly behind a when.
---@param condition plankwright.If
---@return fun(body: plankwright.List): plankwright.Flow
function otherwise_when(condition) end

---Directly behind a when.
---@param body plankwright.List
---@return plankwright.Flow
function otherwise(body) end

---Drawn once: chance { odds(2, { … }), odds(3, { … }) }.
---@param ways plankwright.Odds[]
---@return plankwright.Flow
function chance(ways) end

---@param weight integer  1 to 100
---@param body plankwright.List
---@return plankwright.Odds
function odds(weight, body) end

---Working hours between scenes: meetings, work, talks, rest, and your own options.
---@param body plankwright.DeskBody
---@return plankwright.Flow
function desk(body) end

---A talk of some rounds. Options that carry an agenda come first.
---@param person plankwright.Person
---@return fun(body: plankwright.TalkBody): plankwright.Flow
function one_on_one(person) end

---Will they come over? Their decision.
---@param body plankwright.NeedBody
---@return plankwright.Flow
function need(body) end

---@param people plankwright.Person[]
---@return plankwright.OneOf
function one_of(people) end

---For the facilitator, on scenes and options.
---@param body plankwright.NotesBody
---@return plankwright.Notes
function notes(body) end

-- ---- deeds -----------------------------------------------------------------------------------------

---Enters it in the ledger. A colleague who believes in you too little refuses.
---@param x plankwright.Commitment
---@param body? plankwright.PromiseBody
---@return plankwright.Deed
function promise(x, body) end

---Hands over work whose hours are done.
---@param x plankwright.Commitment
---@return plankwright.Deed
function deliver(x) end

---You are at the meeting.
---@param x plankwright.Commitment
---@return plankwright.Deed
function attend(x) end

---A hold is broken: breaks(x). One of their standards is: breaks(halima, "candour").
---@param x plankwright.Commitment|plankwright.Person
---@param standard? string
---@return plankwright.Deed
function breaks(x, standard) end

---"It will be late", without a new date.
---@param x plankwright.Commitment
---@return plankwright.Deed
function tell(x) end

---Asks for a new date; without a time the second working morning from now.
---@param x plankwright.Commitment
---@param time? plankwright.Time
---@return plankwright.Deed
function move(x, time) end

---You tell it yourself, afterwards. Counts only of what was missed in silence, within 24 hours of when it was due, and before
---they bring it up (reply, or a whenever(missed(x)) in which they speak). Later use apologise, or a new promise that is kept.
---Before it is due this is tell.
---@param x plankwright.Commitment
---@return plankwright.Deed
function own_up(x) end

---You hide it.
---@param x plankwright.Commitment
---@return plankwright.Deed
function cover_up(x) end

---It comes out.
---@param x plankwright.Commitment
---@return plankwright.Deed
function found_out(x) end

---The colleague breaks theirs.
---@param x plankwright.Commitment
---@return plankwright.Deed
function lets_down(x) end

---apologise(halima) { "responsibility", "repair" }: the parts that are said.
---@param person plankwright.Person
---@return fun(parts: ("responsibility"|"repair"|"regret"|"explanation"|"repentance"|"forgiveness")[]): plankwright.Deed
function apologise(person) end

---You say that it will not happen again.
---@param person plankwright.Person
---@return plankwright.Deed
function vow(person) end

---You say that it was not so.
---@param person plankwright.Person
---@return plankwright.Deed
function deny(person) end

---Now you know this fact; in a one-on-one only while they believe you enough to answer.
---@param person plankwright.Person
---@param fact string
---@return plankwright.Deed
function learn(person, fact) end

---You have asked what they expect, and know it.
---@param person plankwright.Person
---@param standard string
---@return plankwright.Deed
function clarify(person, standard) end

---Time and energy go by; commitments fall due on the way.
---@param body plankwright.SpendBody
---@return plankwright.Deed
function spend(body) end

---@param x plankwright.Flag
---@return plankwright.Deed
function set(x) end

---@param x plankwright.Flag
---@return plankwright.Deed
function clear(x) end

---@param x plankwright.Number
---@param by integer
---@return plankwright.Deed
function add(x, by) end

---@param x plankwright.Number
---@param value integer
---@return plankwright.Deed
function assign(x, value) end

---Hours of work on it, here and now.
---@param x plankwright.Commitment
---@param hours number
---@return plankwright.Deed
function work(x, hours) end

---Changes a face from here on.
---@param person plankwright.Person
---@param mood plankwright.Mood
---@return plankwright.Deed
function mood(person, mood) end

-- ---- moves -----------------------------------------------------------------------------------------

---You hear them out.
---@type plankwright.Move
listen = nil

---You ask a question, and wait for the answer.
---@type plankwright.Move
ask = nil

---You explain why it was not your fault.
---@type plankwright.Move
defend = nil

---You say how it is done from now on.
---@type plankwright.Move
steer = nil

---You solve it for them.
---@type plankwright.Move
fix = nil

---The talk is about what they brought.
---@type plankwright.Move
their_agenda = nil

---Half and half.
---@type plankwright.Move
shared_agenda = nil

---The talk is about what you brought.
---@type plankwright.Move
my_agenda = nil

-- ---- conditions ------------------------------------------------------------------------------------

---@param x plankwright.Commitment
---@return plankwright.Condition
function kept(x) end

---In silence, warned and late, or found out. What was owned up to is owned(x).
---@param x plankwright.Commitment
---@return plankwright.Condition
function missed(x) end

---Promised, and not yet decided.
---@param x plankwright.Commitment
---@return plankwright.Condition
function open(x) end

---It has a new date.
---@param x plankwright.Commitment
---@return plankwright.Condition
function moved(x) end

---They know that it will be late.
---@param x plankwright.Commitment
---@return plankwright.Condition
function told(x) end

---@param x plankwright.Commitment
---@return plankwright.Condition
function owned(x) end

---@param x plankwright.Commitment
---@return plankwright.Condition
function covered(x) end

---@param x plankwright.Commitment
---@return plankwright.Condition
function found(x) end

---It fell away, and nobody is to blame.
---@param x plankwright.Commitment
---@return plankwright.Condition
function lapsed(x) end

---It was promised at some time.
---@param x plankwright.Commitment
---@return plankwright.Condition
function promised(x) end

---Its hours are worked.
---@param x plankwright.Commitment
---@return plankwright.Condition
function done(x) end

---@param x plankwright.Commitment
---@param hours number
---@return plankwright.Condition
function due_within(x, hours) end

---@param person plankwright.Person
---@param fact string
---@return plankwright.Condition
function knows(person, fact) end

---@param person plankwright.Person
---@param standard string
---@return plankwright.Condition
function clarified(person, standard) end

---At least so much.
---@param person plankwright.Person
---@param trust plankwright.Trust
---@return plankwright.Condition
function trusts(person, trust) end

---They would take a promise of yours, a new date, a talk.
---@param person plankwright.Person
---@return plankwright.Condition
function accepts(person) end

---They are the one the need has found.
---@param person plankwright.Person
---@return plankwright.Condition
function chosen(person) end

---At least so many hours are left of today's working hours.
---@param hours number
---@return plankwright.Condition
function hours_left(hours) end

---@param energy number
---@return plankwright.Condition
function energy_left(energy) end

---@param x plankwright.Flag
---@return plankwright.Condition
function is(x) end

---@param x plankwright.Number
---@param least integer
---@return plankwright.Condition
function at_least(x, least) end

---This option was taken: took "monday.noon".
---@param option string
---@return plankwright.Condition
function took(option) end

---Nobody would cross for a medium need.
---@return plankwright.Condition
function silo() end

---@param conditions plankwright.If[]
---@return plankwright.Condition
function all(conditions) end

---@param conditions plankwright.If[]
---@return plankwright.Condition
function any(conditions) end

---@param condition plankwright.If
---@return plankwright.Condition
function no(condition) end
