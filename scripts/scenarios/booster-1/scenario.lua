-- Ten to Three: a booster of three minutes. You notice that you'll be late while there's still time to say so.
--
-- The knot: the programmes are promised for half past three, and at ten to three the sum says four. Nobody else has
-- done the sum yet.
--
-- Marisol drives the van. Needs: to know which stop comes first. Afraid: of a hall full of parents looking at her.
--   Annoyed: closes the door very gently. Funny about the van.
--
-- Thu  ten to three (yard / mend / mail) · menus, or later (ask / what's done / fold on) · the van, where it was late
-- Endings: together (four o'clock) · patched (the chemist first; your own bicycle) · apart (the door).

scenario {
  id = "booster-1", version = 1, title = "Ten to Three", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "Two hundred programmes by half past three, a folding machine with opinions, and ten to three on the clock.",
  kind = "booster", minutes = 3, teaches = { "A1", "A2", "A4" },
  days = { "Thu" }, hours = { "09:00", "18:00" }, place = "print shop",
}

local marisol = person "marisol" {
  name = "Marisol Vega", role = "driver",
  look = { skin = 3, face = "round", eyes = "almond", nose = "small", hair = "ponytail", hair_colour = "black", age = 38, build = "broad",
    coat = "vest", colour = "navy" },
  facts = { round = "She plans her round at three, over a coffee. After that every change is a phone call." },
  on_refused = "I've told the school four o'clock. I can't tell them again.",
}

local programmes = commitment "programmes" { kind = "work", by = "player", to = marisol, title = "The programmes",
  what = "the programmes for the concert", effort = 1, due = "Thu 15:30" }

scene "morning" { at = "Thu 10:00", promise(programmes), go "ten_to_three" }

scene "ten_to_three" { at = "Thu 14:50",
  notes {
    say = "Look at the clock in this room. What did you promise for today?",
    watch = "Who does the sum at once, and who reads on to see if it gets better.",
    prompt = "When did it stop being possible? When would you have said so?",
    why = "A date can move for nearly nothing while it's still early. Ten to three is early.",
  },
  "The print shop smells of warm paper and of somebody's soup. The folding machine takes a sheet, thinks it over, and hands it back with an ear.",
  "Two hundred programmes are left. On a good day it does five a minute. Today it does three and a half.",
  "This morning you said half past three. You do the sum on the back of one with an ear: ten to four, if nobody talks to you.",
  "Marisol is out in the yard, with her head in the van. In your mail there are eleven new ones. The top one says *Colour??*",
  choice {
    option "yard" "Out to the yard: “It won't be half past three. It'll be four.”" { move(programmes, "Thu 16:00"),
      marisol "Four. Then I do the chemist first, and the school after. You're in luck, I haven't had my coffee.",
      learn(marisol, "round"), go "menus" },
    option "mend" "Take the cover off. If the roller's clean, it might still do five." { spend { minutes = 20 },
      "The roller had half a raffle ticket in it. Number 212. The machine does four a minute now, and sounds as if it had been to the dentist.", go "later" },
    option "mail" "Answer *Colour??* while the machine goes on by itself." { spend { minutes = 25 },
      "*Colour??* is Mr Abara, about his menus. He wants the red of his aunt's sofa. It takes four mails and a photograph. When you look up, the machine has stopped, with its mouth full.", go "later" },
  },
}

scene "menus" {
  notes {
    say = "She has made room for you. Now somebody else would like some of it.",
    watch = "Who hears “five minutes” and thinks of five minutes.",
    prompt = "What does the van wait for now that it didn't at ten to three?",
    why = "A new date is a promise, too. It's the one that she has planned with.",
  },
  "She plans the round again, on the back of her hand: *chemist, bank, school*. You go back in. The machine folds, with an ear now and then.",
  "Ten sheets later the telephone rings. It's Mr Abara from the restaurant, and he wants to talk about the red of his menus.",
  "“Just come and look. Five minutes. You know how long your five minutes are, I'll make you a coffee.”",
  choice {
    option "after" "“I'm with somebody's concert till four. Then I'm yours.”" {
      "“Whose concert?” he says. He's got a niece in it.", work(programmes, 1), go "four" },
    option "five" "Five minutes. He's three doors down." { spend { minutes = 25 },
      "He holds menus up to the window, one after the other, and none of them is the red he means.", work(programmes, 1), go "van" },
    option "choose" "“You choose, Mr Abara. You've got the better eye.”" { spend { minutes = 5 },
      "He reads you the names of nine reds. There's a silence. “I have,” he says.", work(programmes, 1), go "four" },
  },
}

scene "later" {
  notes {
    say = "Twenty minutes later. What has it cost so far?",
    watch = "Who stays with the machine because it's nearly done, and has been for an hour.",
    prompt = "She still doesn't know. What's different from ten to three?",
    why = "Later is dearer than early, and still far cheaper than silence.",
  },
  "{clock} by the clock over the door, and a hundred and ninety left. The sum on the back of the programme has got worse.",
  "In the yard the coffee is gone and the round is on a piece of tape on the dashboard: *school, chemist, bank*.",
  choice {
    option "ask" "Out to her, tape or no tape: “I need till quarter past four.”" { move(programmes, "Thu 16:15"),
      marisol "You knew that when?", "You say when.", marisol "Before my coffee. All right. Then I ring the school.",
      learn(marisol, "round"), work(programmes, 1), go "quarter_past" },
    option "late" "Shout through the door that it'll be late, and go on folding." { tell(programmes),
      marisol "Late like five minutes, or late like late?", "You shout that you don't know yet.", work(programmes, 1), go "van" },
    option "fold" "Fold the rest by hand, beside the machine. Two are faster than one." {
      "You're good at it. You've got a bone folder and a rhythm, and you don't look at the clock once.", work(programmes, 1), go "van" },
  },
}

scene "four" {
  "It isn't four yet, and the last one has no ear. You count the box twice, because it's the kind of day to count things twice.",
  "At four she backs the van up to the door. You carry the box out, and she puts the belt round it.",
  marisol "The chemist gave me a plaster with a dinosaur. That's how early I was.",
  ending "four",
}

scene "quarter_past" {
  "You fold the last ten by hand, with the bone folder, so as not to annoy the machine.",
  "At quarter past four the box is in the van. Marisol has the school on the phone between her chin and her shoulder.",
  marisol "They're on their way. Yes. With the names in the right order.",
  ending "chemist",
}

scene "van" {
  notes {
    say = "She could have read it off your face an hour ago.",
    watch = "How many sentences come before the first one about her.",
    prompt = "Which of the three would you want to hear, with the engine running?",
    why = "What's said first, and without a reason in front, costs least.",
  },
  "The last box is heavier than it looks. You've got paper dust up to the elbows, and it's after four.",
  "The engine is running. Marisol stands in the door with the tape from the dashboard on her thumb.",
  marisol "The school wants to know if they should sing without.",
  choice {
    option "own" "“I saw it at ten to three. I should've come out then.”" { when = no(moved(programmes)), own_up(programmes), apologise(marisol) { "responsibility", "regret" },
      marisol "At ten to three I could have turned it round.", "She looks at the box, and then she takes the other end of it.", ending "chemist" },
    option "menus" "“You turned your round for me, and I went to look at menus.”" { when = moved(programmes),
      own_up(programmes), apologise(marisol) { "responsibility", "regret" },
      marisol "Chemist, bank, school. I was on time at the bank.", "She looks at the box, and then she takes the other end of it.", ending "chemist" },
    option "bicycle" "“Do your round. I'll take them to the school myself.”" { fix(marisol),
      marisol "On what?", "On your bicycle, with the box on the handlebars. You're there for the second song.", ending "bicycle" },
    option "machine" "“It's been eating paper since two. Look at this ear.”" { defend(marisol),
      marisol "Since two.", "She says it quite quietly.", ending "door" },
  },
}

ending "four" { title = "Four o'clock", kind = "together",
  "The hall smells of floor polish. On every chair lies a programme. Somebody's father fans himself with his." }
ending "chemist" { title = "With the engine running", kind = "patched",
  "They sing the first song twice, until the programmes are there. On Friday Marisol asks you at ten, and again at two, how far you are." }
ending "bicycle" { title = "The second song", kind = "patched",
  "You hand them out along the rows, bent low. On Friday Marisol has a new line on her tape: *ask first*." }
ending "door" { title = "The door", kind = "apart",
  "She shuts the door of the van very gently. From Monday on she collects at five, whatever you say." }
