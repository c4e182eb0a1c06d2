-- Wednesday to Friday: a horse, a table, and an hour that somebody has to give.
local ewart, leyla, juno = person "ewart", person "leyla", person "juno"
local cones, route, notice = commitment "cones", commitment "route", commitment "notice"
local table_ = commitment "table"
local signs = commitment "signs"

local sheet = flag "sheet"   -- one timetable for all, and it's yours
local round = flag "round"   -- everything goes through you
local looked = flag "looked" -- somebody hesitated

-- Whose clock you know by Friday. Two are enough to set one by the other.
local function two_clocks()
  return any { all { clarified(ewart, "notice"), clarified(leyla, "detail") },
    all { clarified(ewart, "notice"), clarified(juno, "replies") },
    all { clarified(leyla, "detail"), clarified(juno, "replies") } }
end

scene "wednesday" { at = "Wed 09:40",
  notes {
    say = "Two people, one bollard. Both have witnesses.",
    watch = "How fast the room picks a side, and which.",
    prompt = "What did Ewart promise? What did Leyla hear? Where's the broken plank?",
    why = "Taking a side is quick, and one of them will be grateful. The word itself stays what it was.",
  },
  "The carriage is standing in the arch. In front of it is a bollard. The horse, Sandra, is eating the mayor's window box.",
  when(kept(route)) {
    when(clarified(leyla, "detail")) { "The coachman has your route on his knee. *12.04 side door. 12.09 arch.* He tells Sandra, who hadn't known." },
    otherwise { breaks(leyla, "detail"), "Leyla has your route in her hand. *About ten past*, she reads. *Shortly after. Then on.* She reads it to the horse." } },
  otherwise_when(open(route)) { "The coachman has nothing on his knee. Leyla walks ahead of Sandra with a bag of sugar lumps and says left." },
  leyla "You told me the bollard would be out on Wednesday morning.",
  ewart "It was out. Twenty to six. At nine I put it back, and nobody'd been.",
  leyla "It's twenty to ten. It's *morning*.", "She's whispering.",
  choice {
    option "when" "“When does morning stop, Ewart?”" { when = no(knows(ewart, "morning")),
      ask(ewart), learn(ewart, "morning"), ewart "Nine. After that it's day.",
      "Leyla opens her mouth, and shuts it, and takes out the pen for marriages.",
      leyla "Then I'd like it out till ten past ten. In the day.", ewart "Ten past ten. See, that I can do.",
      spend { minutes = 20 } },
    option "day" "“It's day, for the yard. Leyla, give him a minute.”" { when = knows(ewart, "morning"),
      listen(ewart), ask(leyla), "For a moment she thinks you mean that she should wait.",
      leyla "Oh. Ten past ten, then.", ewart "Ten past ten. I've never had one of those from up there.", "He has the bollard out before she's put the pen away." },
    option "noon" "“Morning's till noon. Out with it, please.”" { defend(ewart), listen(leyla),
      ewart "Right you are.", "He takes it out, wipes it, and carries it all the way back to the yard, past everybody, in his arms.",
      "Leyla gives Sandra an apple. She gives you the other one." },
    option "kept" "“He did what he said. We came too late.”" { defend(leyla), listen(ewart),
      leyla "*We.*", ewart "It was a good sharp morning, too. You could've had four carriages.",
      "He lifts the bollard out again, for nothing, and stands there holding it till they're through." },
  },
  go "three",
}

scene "three" { at = "Wed 11:15",
  notes {
    say = "Three people, three questions. They're the same one.",
    watch = "Who wants to be the post office.",
    prompt = "Which of the three answers needs you on Friday?",
    why = "One clock for all is quick to draw. Carrying everything yourself feels like help, and keeps them apart." },
  "By a quarter past eleven all three have been at your counter, one after the other, like the figures on a church clock.",
  "Ewart wants to know who says when he may tar. Leyla wants to know who tells her. Juno wants to know anything.",
  choice {
    option "table" "“All three of you, one table. Eleven minutes.”" { promise(table_),
      ewart "Six. I'll bring the egg roll.", juno "Ten? At night? I'm so good at ten.",
      when(promised(table_)) { leyla "Tomorrow, 12.41. At 12.52 I've got the Hendersons.", "It's the only time nobody likes. They take it." },
      otherwise { "Upstairs an organ begins. That's Leyla's answer. It's left at that." } },
    option "sheet" "“I'll make one timetable for everyone.”" { set(sheet), fix(ewart), fix(leyla), spend { hours = 2, energy = 2 },
      "You do it over lunch, with colours. Friday, from six to six, in quarters of an hour, as at the gates.",
      "Everybody says it's beautiful. Juno asks what a quarter of an hour is *of*." },
    option "round" "“Tell me. I'll carry it round.”" { set(round), listen(ewart), listen(leyla), listen(juno), spend { hours = 2, energy = 3 },
      "So you carry. Yard, stairs, Juno, stairs, yard. It works. By one you know the dog's name.",
      "At a quarter past Juno asks what Ewart sounds like." },
  },
  go "left",
}

-- What was moved is done here, before Thursday's desk: the cones only where there are two hours of the day for them.
scene "left" { at = "Wed 13:30",
  when(any { open(route), open(notice), open(signs), open(cones) }) {
    "What still lies on your desk you do now, with the door shut and a chair under the handle.",
    when(open(route)) { work(route, 2) },
    when(open(notice)) { work(notice, 2) },
    when(open(signs)) { work(signs, 2) },
    when(all { open(cones), hours_left(2) }) { work(cones, 2) },
    when(open(cones)) { "You don't get to the end of the cones. The fire brigade's back, with a second pear stall." } },
  go "thursday",
}

scene "thursday" { at = "Thu 10:05",
  notes { watch = "Whether anybody goes to see the person they've had trouble with.",
    prompt = "Why two o'clock? Why the minute? Why two hours? Who knows, and how?",
    why = "A standard has a reason, and mostly a day on which it began." },
  "They filled in the hole at six. The tar's tomorrow. On the counter somebody's left a pear with a sticker on it: *Sample.*",
  when(is(sheet)) { "Your timetable hangs by the lift. Under 08.15 somebody's drawn the horse." },
  desk { till = "Thu 12:25", slot = "70m", talk = {}, work = {},
    option "truck" "Ride along with Ewart in the truck." { when = no(knows(ewart, "colin")),
      listen(ewart), learn(ewart, "colin"),
      ewart "See the school there? Twenty past two it lets out. In ’94 Colin was up a ladder at that lamp, and somebody was late for the bell.",
      ewart "He does our cones now. Counts them lovely. But I don't have anyone in the road after two." },
    option "wedding" "Be a witness upstairs. They're one short." { when = no(knows(leyla, "grandmother")),
      ask(leyla), learn(leyla, "grandmother"),
      "You sign under a fern. Afterwards you ask who the empty chair at the front is for.",
      leyla "Nobody. My first year. I'd said “about eleven”, and she came up those stairs at two minutes past, eighty-eight, with a cake.",
      "She blows her nose. She has four minutes for that." },
    option "inbox" "Watch Juno's inbox for her while she eats." { when = no(knows(juno, "flood")),
      ask(juno), learn(juno, "flood"),
      "Nine messages come while she opens her yoghurt. You ask what happens when nobody answers her.",
      juno "In the flood I waited two hours for a yes. *Leave Mill Street.* Four words. They read it on the news, sitting on the stairs.",
      juno "So now I don't wait." },
  },
  when(due_within(table_, 2)) { go "mayor" },
  otherwise { go "afternoon" },
}

scene "mayor" { at = "Thu 12:36",
  notes {
    watch = "Who finds the mayor a good reason. She is one.",
    prompt = "Who is waiting at 12.41, and what did each of them give up for it?",
    why = "Skipping a meeting breaks it, also for a good reason. Bringing the boss keeps it, and changes it." },
  "It's 12.36. The mayor is standing between you and the stairs, with a geranium. Half a geranium.",
  "She'd like to hear about the horse. She's got all of ten minutes, she says, and nobody ever has ten minutes of the mayor.",
  choice {
    option "go" "“At ten to one I'm yours. They're waiting for me.”" { attend(table_),
      "She looks at the geranium, as if it might have been told more.", go "at_table" },
    option "stay" "Tell the mayor about the horse." {
      "She laughs till she has to hold on to the banister. You ask about money for a new stair clock. She'll think about it, and she means it.",
      "At eight minutes to one the Hendersons come up past you, with balloons.", spend { minutes = 20 }, go "afternoon" },
    option "bring" "“Come along. It's about the horse, too.”" { attend(table_), steer(leyla), steer(juno),
      "She takes the chair at the head. For nine of the eleven minutes it's about geraniums. Everybody's charming.",
      ewart "By one, ma'am, on my board. Then it gets done.", clarify(ewart, "notice"), "He's said it to her. But you were sitting there.", go "afternoon" },
  },
}

scene "at_table" {
  notes { say = "Eleven minutes. What do you do with the first one?",
    watch = "Who'd like to begin with the plan.",
    prompt = "What did each of the three ways leave unsaid?",
    why = "A number can be kept, and a sentence says why it's worth it. Grumbling has its uses, and so has a plan." },
  "12.41. Ewart has a stub of pencil, Leyla the register, Juno a yoghurt.",
  choice {
    option "number" "“Everyone a number, and one sentence why.”" { ask(ewart), ask(leyla), ask(juno),
      ewart "One o'clock. So my lot know at half five where to stand.",
      leyla "The minute. Or somebody's outside in a hat.", juno "Two hours. Then I think you've all drowned.",
      clarify(ewart, "notice"), clarify(leyla, "detail"), clarify(juno, "replies"),
      "Then they want yours. You tell them: less than fifteen minutes late is on time. They look at you for some time.",
      leyla "That explains you." },
    option "grumble" "“Go on, then. What's driving you mad?”" { listen(ewart), listen(leyla), listen(juno),
      "For six minutes it's quite loud. Nobody's hurt. Ewart says more than he's said since Easter, and all of it's about rice.",
      juno "It gets in the drains? I didn't know that. I'll post that.",
      clarify(juno, "replies"), "Going out, she tells you: two hours. Whatever it is. Just a thumb." },
    option "friday" "“Friday, from six to noon. Hour by hour.”" { fix(ewart), shared_agenda(leyla),
      "You get as far as nine. Leyla puts in the minutes, and she likes doing it.", clarify(leyla, "detail"),
      ewart "Nine's day already.", "Juno has written it all down and shown it to the town, and the town has three questions." },
  },
  go "afternoon",
}

scene "afternoon" { at = "Thu 13:00",
  notes { watch = "Who starts with the mayor, and who with the empty chair.",
    prompt = "What did the mayor's ten minutes cost, and whom?",
    why = "A skipped meeting can be owned the same day. Asking what you missed is something else, and not nothing." },
  when(missed(table_)) {
    leyla "We sat there till ten to. Ewart had put on a tie.",
    choice {
      option "own" "“I was twelve steps away, and I didn't come.”" { own_up(table_), apologise(leyla) { "responsibility", "regret" },
        leyla "Thirteen. I could see your shoes." },
      option "mayor" "“It was the mayor. We may get a clock.”" { defend(leyla), leyla "We've got a clock." },
      option "again" "“What did you three talk about?”" { ask(leyla), leyla "You, to begin with. Then his dog. Then it was 12.52.",
        "She's nearly smiling, but it's about the dog." },
    } },
  when(kept(signs)) { juno "You even did the apostrophes. Queen's End has waited two hundred years for that." },
  when(is(round)) { "At four you carry a question from Juno to Ewart, who's been gone for two hours, and the question back to Juno." },
  go "friday",
}

scene "friday" { at = "Fri 08:10",
  notes {
    say = "Nobody's done anything wrong this morning. Somebody has to give an hour.",
    watch = "Faces while the line is quiet.",
    prompt = "You couldn't choose who picked up. Whose clock would you have liked to know?",
    why = "Bending their own clock for you is their decision. It was prepared on days when it didn't matter." },
  "Under your window they're unloading pears. A man is polishing the ones at the front on his trousers, and the ones behind as they are.",
  "Ten past eight. The groom rings. His grandfather's had a bad night, he's at St Anne's, and visitors are from half past eleven.",
  "Could it be eleven? All of it, just an hour sooner. Then they'd drive there, with the horse.",
  "Upstairs there's another wedding at twenty to eleven. In Bell Lane the tar goes down at ten, and wants two hours. On every phone in town it says noon.",
  when(is(sheet)) { "You've changed your timetable in six minutes. It hangs by the lift, with nobody in front of it." },
  "All three will have to move, and none of them likes to be first. You ring all three. One picks up.",
  need { who = one_of { ewart, leyla, juno }, stakes = "medium",
    crosses = { go "bends" },
    hesitates = { set(looked),
      when(chosen(ewart)) { ewart "They're on their way with the tar. It's hot. It's not a thing you ring up." },
      otherwise_when(chosen(leyla)) { leyla "I'd be asking a bride to swap. Today. What if he's late by two minutes?" },
      otherwise { juno "If I put out eleven and it's noon after all, that's me. Not you. Me. In the comments." },
      "Somewhere behind {who} a door opens, and shuts again.",
      choice {
        option "plain" "“I don't know yet if the others will. You'd be first.”" { listen, "It's honest, and it's not much. You leave it there." },
        option "need" "“What would you have to know, and by when?”" { ask, "“Now that,” says {who}, “is a question.” There's a pencil being looked for." },
        option "heart" "“Think of the grandfather.”" { steer, "“I am,” says {who}." },
        option "board" "“It'll hang on your board in four minutes. On paper.”" { when = all { chosen(ewart), clarified(ewart, "notice") },
          ask, ewart "After one, the day after. Well. You do know where the nail is." },
        option "minute" "“10.58 side door. 11.03 arch. I've walked it.”" { when = all { chosen(leyla), clarified(leyla, "detail") },
          ask, leyla "Three. Not five?", "Three." },
        option "timer" "“Egg timer. In an hour it's a yes or a no.”" { when = all { chosen(juno), clarified(juno, "replies") },
          ask, juno "You said it! You said egg timer." },
        option "colin" "“Nobody of yours in the road after two. I'll see to it.”" { when = all { chosen(ewart), knows(ewart, "colin") },
          listen, ewart "Colin'll hold you to that. He's got a whistle." },
        option "stairs" "“I'll stand on the stairs. Nobody comes up too late.”" { when = all { chosen(leyla), knows(leyla, "grandmother") },
          listen, leyla "All the way down at the door, please. And not with your phone." },
        option "yes" "“You've got my yes. My name goes under it.”" { when = all { chosen(juno), knows(juno, "flood") },
          listen, juno "A yes. At eight in the morning. Spell your surname." },
      } },
    turns_back = { go "stays" },
  },
}

scene "bends" {
  when(chosen(ewart)) { ewart "I'll have it down by nine and cold by eleven. If I start this minute. It'll be day, mind. Let it be day.",
    "From the window you see him stop the tar lorry by standing in front of it." },
  otherwise_when(chosen(leyla)) { leyla "My 10.40 are two people and a dog. I'll ring them. They met at ours, they'll understand queues.",
    "At half past eight she texts you: *10.46.* Nothing else. Then: *Bring a hat for him. The grandfather.*" },
  otherwise { juno "Okay. It's out. Two thousand phones. *It's at eleven, because a grandfather can't wait.*",
    "Before you've put the receiver down, somebody has answered. *Which grandfather? I'll bring soup.*" },
  when(open(table_)) { attend(table_), "At ten all three sit at the table by the stairs, because it's in three diaries, three ways. Ewart has put on a tie." },
  when(any { is(looked), missed(cones), missed(route), missed(notice), missed(table_), missed(signs), no(two_clocks()) }) {
    "The other two want to see it in writing first. They see it. By ten it's all signed, on the backs of things.", ending "patched" },
  otherwise { "Then the other two ring. One says “I've heard”, the other says “how many minutes?”", ending "together" },
}

scene "stays" {
  when(chosen(ewart)) { ewart "Tar's tar. Noon it was, and at noon you'll have it. I'm sorry for the man." },
  otherwise_when(chosen(leyla)) { leyla "I can't send a bride home on an “about”. Somebody's always outside. I'm sorry." },
  otherwise { juno "I can't put that out. Not without somebody. I'm so sorry, I've got forty people asking about pears." },
  when(open(table_)) { attend(table_), "At ten you sit at the table by the stairs, because it's in four diaries. It's the quietest eleven minutes of the year." },
  when(any { silo(), is(round) }) { ending "silo" },
  otherwise { "Through the door you hear the three of them on the stairs, talking. It stops when you come out.", ending "apart" },
}
