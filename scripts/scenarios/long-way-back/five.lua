-- Week five: a line too long, a cake at four, and a Friday with a name in it.
local amparo, ray, connie, bilal = person "amparo", person "ray", person "connie", person "bilal"
local depot, field, correction, line = commitment "depot", commitment "field", commitment "correction", commitment "line"
local wed_2, wed_3, wed_4 = commitment "wed_2", commitment "wed_3", commitment "wed_4"

local looked = flag "looked" -- she hesitated, and it wasn't answered plainly, or with what she had told you

scene "week_five" { at = "5 Tue 21:30",
  when(open(line)) { go "too_long" },
  otherwise { go "cake" },
}

scene "too_long" {
  notes {
    say = "Six words. She'd never count them.",
    watch = "How reasonable it is at half past nine in the evening.",
    prompt = "Which of the three could you tell her about on Wednesday?",
    why = "The first promise she takes is a small one, and she'll look.",
  },
  "Tuesday, half past nine at night. The page is one line too long. Without *somewhat weathered* and *of the same make*, Amparo's forty-one words are thirty-five, and everybody can go home.",
  bilal "It's only gnomes. I can do it with one finger.",
  choice {
    option "trim" "“Go on, then. Six words.”" { breaks(line), "It fits. It's even better, if anything. Bilal's got his jacket on already." },
    option "photo" "“Make the mayor smaller.”" {
      "It takes Bilal forty minutes, because the mayor has a ladder behind him. At the end he's holding nothing and cutting no ribbon.", spend { minutes = 40, energy = 1 } },
    option "ask" "Ring her, at twenty to ten." { ask(amparo),
      "It rings a long time.", amparo "Take it out of the florist. The florist's got a whole line about the weather.", "There's a pause.",
      amparo "You rang.", "You did, you say." },
  },
  go "cake",
}

scene "cake" { at = "5 Wed 15:45",
  notes {
    say = "It's your boss's birthday, and there's a speech with you in it.",
    watch = "Whether four o'clock is still mentioned.",
    prompt = "You've got a good reason. Who'd have to know it, and when?",
    why = "The last of three is the one that nobody admires.",
  },
  when(missed(line)) { "Amparo has Wednesday's page in front of her and a finger on the first line. The finger's counting. When you come past, it's at thirty-five." },
  otherwise_when(kept(line)) { "Somebody's cut out Wednesday's gnomes and hung them up behind the pillar. It's the first thing on that wall." },
  "A quarter to four. Connie's sixty-five today, and there's a cake in the shape of a knee. The publisher's come, with a speech.",
  when(accepts(connie)) { "Connie winks at you: you're in it." },
  otherwise { connie "You're in the speech. I couldn't get you out again." },
  choice {
    option "four" "Leave before the speech." {
      "You hear your name while you're walking the other way. People clap at the place where you were.",
      attend(wed_4), "The second chair's been pulled out. It's a short page today, a swan and two divorces. She reads, you read. She draws the box for your initials.", listen(amparo) },
    option "later" "Go over to her: “Could it be half past?”" { move(wed_4, "5 Wed 16:30"),
      when(moved(wed_4)) { "At half past four you bring her a slice, with most of the shin. She's kept the second divorce for you.", attend(wed_4) },
      otherwise { "The second chair's been pulled out, so you sit down on it. You can hear the speech from there, but not the words.", attend(wed_4) } },
    option "speech" "Stay. It's for Connie, and it's ten minutes." { spend { minutes = 50 },
      "They're kind things, and most of them are true. The publisher does the forty minutes as a joke. People look at their plates.",
      "Behind the pillar the light's off. Her page is in the tray, with *A.R.* on it, twice." },
  },
  go "last_evening",
}

scene "last_evening" { at = "5 Thu 15:30",
  notes {
    say = "Tomorrow you may need her. It's half past three.",
    watch = "Panic, and how generous it makes people.",
    prompt = "What can one evening do? What could three Wednesdays?",
    why = "A bridge can't be put up on the last day. She can see what the date is.",
  },
  when(any { kept(depot), took "thursday.bicycle" }) { "In your tray there's a padded envelope from the bus company, with a brake block in it. *For the front one*, it says on the paper, and nothing else." },
  "Thursday, half past three. Connie's packing: a case, two pairs of glasses, a bottle for her sister.",
  connie "How's the card?",
  when(any { missed(depot), owned(depot), missed(field), missed(correction) }) { "It's hanging there. You both look at the part where there's no tick." },
  otherwise_when(any { missed(wed_2), owned(wed_2), missed(wed_3), owned(wed_3), missed(wed_4) }) {
    "There's nothing open on it. The line above it, *Wed 4, courts, both*, never had a box to tick. You both look at that." },
  otherwise { "There's nothing open on it. She takes it down, and then hangs it up again." },
  choice {
    option "all" "Do it all today: flowers, a long letter, Ray, everything." {
      apologise(amparo) { "regret", "explanation", "forgiveness" }, fix(amparo),
      when(all { no(kept(field)), no(is(flag "spared")) }) { "Ray's asleep, Grace says, as people are who work at night. Bilal's gone home, so the note field stays." },
      "The letter's got four pages. You leave it on her keyboard, with lilies.",
      "At six there's an answer, in the subject line. *Read it. Thank you. Lilies now with Bilal, am allergic.*" },
    option "one" "“Is there something for tomorrow? What do you need from me?”" { ask(amparo),
      amparo "I don't know yet. I'm seeing somebody at noon.", "She looks at you over the notebook.", amparo "Be at your desk at half past three. That would do." },
    option "own" "Go over to Amparo. “I stayed for the speech.”" { when = missed(wed_4), own_up(wed_4),
      amparo "I heard the clapping.", "She's got one divorce too few on the page, and looks for it under the others.", amparo "Was it a good speech?", "You tell her about the forty minutes. She nods. She'd have cut that." },
    option "home" "“It is what it is, Connie.” Go home, and sleep." {
      connie "That's what it says on my knees.", "At home you sleep till six, and make a proper egg." },
  },
  go "friday",
}

-- Nothing slipped in the three weeks, or it was early, owned, and two Wednesdays have been kept since; and Ray wasn't left in the hail for good.
local function spotless()
  return no(any { missed(wed_2), missed(wed_3), owned(wed_3), missed(wed_4), owned(wed_4), missed(line),
    missed(depot), all { owned(depot), no(took "thursday.bicycle") }, covered(depot), missed(field), kept(correction), is(looked) })
end

scene "friday" { at = "5 Fri 15:40",
  notes {
    say = "Somebody needs somebody. Look who has to walk.",
    act = "Lay nine sheets of paper on the floor. Somebody stands on the fifth, and the room says what would move them on.",
    watch = "How quiet it gets. Let it.",
    prompt = "What's she looking at, on the way over? Name the days.",
    why = "Whether she comes is her decision. She doesn't owe it to anybody's card.",
  },
  "Twenty to four. Connie's over Portugal. Amparo comes in without taking her coat off, and rings the lawyer, standing. You only hear “yes” and “no” and “both of us?”",
  when(took "last_evening.one") { "You've been at your desk since half past three. She's looked, twice, to see." },
  "Then she stands beside the pillar, with the notebook against her coat.",
  amparo "Somebody's given me the depot's book. The brakes, all of it, two years.",
  amparo "The lawyer says two of us have to know who, or it doesn't run. Connie's in the air. So it's you.",
  "Between the pillar and your desk lie nine carpet tiles. She gets as far as the copier.",
  need { who = amparo, stakes = "small",
    crosses = {
      when(missed(line)) { amparo "Thirty-five. I counted.", amparo "This is two words. They stay two, and they stay in there." },
      go "stairwell" },
    hesitates = { set(looked),
      "She puts the notebook down on the copier, and leaves her hand on it.", amparo "Last time it took you a minute.",
      choice {
        option "time" "“Yes. It did.” And then nothing more." { clear(looked), listen, "The copier goes to sleep, with a click. Neither of you moves." },
        option "what" "“How would it have to be, so that you can?”" { ask, amparo "No screen. And your hands where I can see them.", "You turn the screen off, and then the lamp, to be sure, and put both hands on the copier. It's warm." },
        option "four_hours" "“It's page one, Amparo. We've got four hours.”" { steer, amparo "I can read a clock." },
        option "book" "“Show me the page, then, and take it home with you.”" { when = knows(amparo, "book"), clear(looked), listen, amparo "You can't read it.", "“No,” you say. “You'd have to read it to me.”" },
        option "three" "“You've lost three. I'd understand a no.”" { when = knows(amparo, "three"), clear(looked), listen,
          when(any { kept(depot), took "thursday.bicycle" }) { amparo "Four, with Ray. He's rung again, though. He wanted to know about your brakes." },
          otherwise { amparo "Four, with Ray.", "She nods, as if you'd both been adding up the same column." } },
        option "hold" "“Then keep it. It waits for Connie. I'll say it was me.”" { listen, ending "monday" },
      } },
    turns_back = {
      "She looks at your keyboard, and at you, and at the keyboard.",
      amparo "No. I'm sorry. I'd be doing it for page one.",
      when(no(trusts(amparo, "unsafe"))) { ending "seal" },
      otherwise { "She puts the notebook inside her coat, and does up the buttons, all of them.", ending "sunday" } },
  },
}

scene "stairwell" {
  amparo "Stairwell.",
  "It smells of floor polish and somebody's curry. She looks up, and down, and says it into the bend of the stairs. Then a lorry goes by outside, so she says it again.",
  "You leave your phone on the windowsill. You don't write it down. You say it over to yourself, nine carpet tiles back.",
  when(spotless()) { ending "two_rings" },
  otherwise { ending "page" },
}
