-- Thursday and Friday: a lorry that is early, a test, and a signature.
local dorota, jonah, farida = person "dorota", person "jonah", person "farida"
local count, rota, trays = commitment "count", commitment "rota", commitment "trays"
local yard, again, bays = commitment "yard", commitment "again", commitment "bays"

local papers = flag "papers" -- the eleven labels for Friday's lorry have been read
local looked = flag "looked" -- somebody hesitated
local ate = flag "ate"       -- the biscuit for a count that was made up
local square = flag "square"
local hull = flag "hull"     -- Thursday's two hours are over
local exam = flag "exam"     -- it is Friday
local told = flag "told"     -- Farida has spoken about the count

whenever(kept(again)) { dorota "My mother asks who makes such a straight rota. I said, a person who was late." }
whenever(missed(again)) { dorota "Ten o'clock was also a time.", "She has hung her own label back on the board. It's laminated now." }
whenever(all { missed(rota), is(square), no(took "asks.friday") }) {
  "On the board, where the rota should hang, hangs the back of a label. *WILK: OFF 23.* In marker. Under it, smaller: *seat is gone, off anyway.*" }
whenever(all { missed(count), is(hull), no(is(told)) }) {
  "On your chair lies a visitor's badge. *CLIVE.* On the back, in Farida's pencil: *Showed him the ramp. He was very nice about the ramp.*" }
whenever(missed(trays)) {
  "Forty empty trays stand outside your cabin, in the way of the door. There's a note from Farida on the top one. *Told Harrogate the moss died. They've sent flowers.*" }

scene "thursday" { at = "Thu 07:00",
  when(found(count)) { go "clive" },
  otherwise_when(covered(count)) { go "biscuit" },
  otherwise_when(missed(count)) { go "noon_gone" },
  otherwise { "Seven o'clock, and dark. Somebody has put a bobble hat on the fire extinguisher.", go "morning" },
}

scene "clive" {
  set(told),
  notes {
    watch = "How quickly the room gets cross with Clive.",
    prompt = "What is the first thing she can use?",
    why = "The same four bays, left blank, would have cost one telephone call.",
  },
  mood(farida, "cold"),
  "There's a man in aisle fourteen with his own hard hat on. He has pulled out a crate in bay ten. Hyacinths.",
  farida "Clive was passing. Bay ten is hyacinths. Bay ten's been hyacinths since August.",
  "She holds your sheet so that you can read it. You know what's on it.",
  choice {
    option "all" "“I didn't count them all. Some are from last year.”" { apologise(farida) { "responsibility", "explanation" },
      "Clive says he's sure there's a reason. Then he waits.",
      farida "That was it, Clive. That was the reason.",
      farida "Tonight the night men count it. And tomorrow I count the night men." },
    option "again" "“I'll count it again. All of it, today.”" { vow(farida),
      farida "No. Tonight the night men count it. And then I will." },
    option "moved" "“They must've moved stock since.”" { deny(farida), farida "They must.",
      "She looks at the crate. There's dust on it, thick enough to write in." },
  },
  go "morning",
}

scene "biscuit" {
  set(told),
  notes {
    watch = "Who'd like the biscuit first, and then to say it.",
    prompt = "She's paying a debt. What are your three ways out of it?",
    why = "It can still be said. It costs a miss and two hours, and no more.",
  },
  "On the desk in your cabin there's a biscuit, on a saucer. Farida's just leaving.",
  farida "Owed is owed. Clive's lending us the lot. He asked who counted.",
  choice {
    option "own" "“I didn't count them all. Some I made up.”" { own_up(count), apologise(farida) { "responsibility" },
      "She looks at the biscuit first.",
      when(accepts(farida)) { promise(bays), farida "Then I ring Clive. Tomorrow by eleven, nine to twelve, and I'm holding the pencil." },
      otherwise { farida "Then I ring Clive. I'll need the saucer back." } },
    option "eat" "“Thanks. I skipped breakfast.”" { set(ate), "It's one of the good ones, with a layer of something.",
      farida "I said to him, if it's on that sheet, it's in the bay." },
    option "lent" "“How much is he lending, on fourteen?”" { set(ate), ask(farida),
      farida "Sixty thousand. You could put a ramp on that.", learn(farida, "clive"), "She backs out of the door, and doesn't touch the frame." },
  },
  go "morning",
}

scene "noon_gone" {
  set(told),
  notes {
    watch = "Who relaxes when she says “good”.",
    prompt = "She hasn't raised it. What does that leave open?",
    why = "Told by you within the day, a miss weighs less.",
  },
  "Farida is at the kettle. She lets you go first, which has never happened.",
  farida "Clive's thinking it over. He thinks very politely. It took him all afternoon.",
  choice {
    option "own" "“You'd no number at twelve. I should've come up at eleven.”" { own_up(count), apologise(farida) { "responsibility", "regret" },
      farida "At eleven I could have had a migraine.", "She pours yours, and then hers.",
      when(accepts(farida)) { promise(bays), farida "Do nine to twelve with me before tomorrow at eleven. I want to have seen it." } },
    option "hours" "“Four hours isn't four hours with that phone going.”" { defend(farida),
      farida "Good.", "She writes something on the list on her knees. It's a short word." },
    option "tea" "“Pass the milk?”" { "She passes the milk. It's the good milk, with her name on.",
      "You both watch the kettle for a bit, though it's boiled." },
  },
  go "morning",
}

scene "morning" {
  notes {
    say = "Two hours, seven to nine. Then it's loading for Hull till half past twelve.",
    watch = "Whether anybody uses them for something that isn't due.",
    prompt = "Whose two hours would they be, if the others could vote?",
    why = "In a week like this there are always two hours. It's a question of whose.",
  },
  set(hull),
  "Two hours till the Hull lorry. Through the strip curtain you can see three people start three different things.",
  choice {
    option "count" "Finish aisle fourteen." { when = all { open(count), no(done(count)) },
      work(count, 2), when(kept(count)) { "The last crate in bay twelve has a mouse in it, asleep. You count round it." } },
    option "trays" "Do the trays." { when = all { open(trays), no(done(trays)) }, work(trays, 2),
      "Moss, bulb, label, moss. By the thirtieth you're humming." },
    option "rota" "Write the Christmas rota now." { when = all { open(rota), no(done(rota)) }, work(rota, 2),
      "It's up a day early. Dorota stops the truck in front of it.",
      dorota "The seat is gone since Tuesday. She comes now on the second of January. But thank you." },
    option "again" "Write the rota you owe Dorota." { when = all { open(again), no(done(again)) }, work(again, 2),
      "You hang it over her label. She takes the label down from behind it, and keeps the pin." },
    option "bays" "Count nine to twelve with Farida." { when = all { open(bays), no(done(bays)) }, work(bays, 2),
      "She holds the pencil. In bay ten she says “hyacinths”, and writes it, and underlines it." },
    option "cones" "Walk round the cones with Jonah." { listen(jonah),
      "It's still dark. He walks the whole test backwards, in your headlights.",
      jonah "In July I touched one. Here. I sort of say hello to it now.", learn(jonah, "summer") },
    option "upstairs" "Coffee upstairs, with Farida." { listen(farida),
      when(found(count)) { "Clive has the chair. You drink it standing up, by the coats. He asks you what you do here. Farida waits to hear it, too." },
      otherwise_when(all { open(count), no(done(count)) }) { farida "So fourteen's done, or you wouldn't be sitting here. Sit on this side. They can't see you from the floor." },
      otherwise { farida "Nothing to do? Sit on this side, they can't see you from the floor." },
      when(no(found(count))) { "She shows you a photograph of nine thousand hyacinths. It's mainly blue." } },
    option "papers" "Read Friday's eleven labels against the papers." { set(papers),
      "Eleven pallets for Hamburg. On nine there's a 6 that could be an 8. You open a box, and it's a 6." },
  },
  go "dock",
}

scene "dock" { at = "Thu 12:45",
  notes {
    say = "Six pallets are twenty-five minutes. You've got fifteen.",
    watch = "The sum everybody does, and how it comes out the same for all of them.",
    prompt = "Who's waiting for you, and which of them would tell you?",
    why = "The lorry hoots. A promise doesn't.",
  },
  "A quarter to one. The lorry from Lisse is at the gate, two hours early. Henk gets down, with a sandwich as long as his arm.",
  when(no(due_within(yard, 4))) {
    "For once nobody's waiting. You unload six pallets, and hear about all four of Henk's daughters. The third one has a horse.",
    "In the yard the cones stand about. Jonah's given each of them a name.", go "friday" },
  "In the yard stand six cones, and the small truck, charged. Jonah's in it already, with both hands on his knees.",
  choice {
    option "yard" "“Eat slowly, Henk. I've got somebody at one.”" { attend(yard),
      "Henk looks at the sandwich. He thinks it can be done.", go "reverse" },
    option "later" "Go over to Jonah: “Two o'clock instead?”" { move(yard, "Thu 14:00"),
      jonah "Two. Yeah. I'll do theory.", "He stays in the truck. You can see him moving his lips.",
      "At two you've unloaded Henk, and heard about all four of his daughters.", attend(yard), go "reverse" },
    option "unload" "Unload first. It's only six." { "Henk's third pallet has lost a foot, and has to be talked to.",
      spend { minutes = 40, energy = 1 }, go "parked" },
    option "ask_dorota" "“Dorota, would you take the lorry for me?”" {
      when(trusts(dorota, "sound")) { dorota "I take it. Henk owes me a clog.",
        "She's reversing before you've found your gloves.", attend(yard), go "reverse" },
      otherwise { dorota "I have a pallet.", "She has. It's been standing there since Monday.",
        go "dock_again" } },
  },
}

scene "dock_again" {
  notes {
    watch = "The small laugh when she has a pallet.",
    prompt = "What has she read this week before she said no?",
    why = "She's polite. It's the first time in the week that a bridge has been looked at.",
  },
  "Henk has found a crate to sit on. It's five to.",
  choice {
    option "yard" "Leave Henk to his sandwich." { attend(yard), go "reverse" },
    option "unload" "Unload first. It's only six." { spend { minutes = 30, energy = 1 }, go "parked" },
    option "later" "Ask Jonah for two o'clock." { move(yard, "Thu 14:00"),
      jonah "Two. Yeah. I'll do theory.", attend(yard), go "reverse" },
  },
}

scene "reverse" {
  notes {
    watch = "How hard it is to stand in a yard and say nothing.",
    prompt = "After which of the three could he do it tomorrow, without you?",
    why = "An open question, silence, a good tip: they don't do the same.",
  },
  "It smells of diesel and frost. He goes forwards beautifully, with the tip of his tongue out. Then he puts it in reverse, and stops.",
  jonah "This is the bit.",
  choice {
    option "worst" "“Which bit's the worst? Show me only that.”" { ask(jonah),
      jonah "The last one. In July I touched it. It wobbled for about a year.", learn(jonah, "summer"),
      "He does the last cone eleven times. On the eighth he's stopped talking." },
    option "stand" "Stand where he can see your feet, and wait." { listen(jonah),
      "He looks over the wrong shoulder, then the right one. The cone gets nearer, and stays where it is.",
      jonah "Again? Can we do it again?" },
    option "left" "“Left. Left. Your other left.”" { steer(jonah),
      "He gets round all six, on your voice. He's pleased.", jonah "You couldn't come along and shout?" },
  },
  when(is(exam)) { go "test" }, otherwise { go "friday" },
}

scene "parked" { at = "Thu 13:25",
  notes {
    watch = "“It's fine.” Ask who has said that this month, and what it meant.",
    prompt = "What's left of his hour? Who decides what to do with it?",
    why = "Twenty-five minutes is a small break. He counts it in cones.",
  },
  "Twenty-five past one. The small truck is parked in its bay, very straight. The cones are in a stack. From half past the yard belongs to the bin lorry.",
  "Jonah is sitting on the step with his cards.",
  choice {
    option "own" "“You sat here, and I unloaded tulips. I chose that.”" {
      own_up(yard), apologise(jonah) { "responsibility", "regret" },
      jonah "No, yeah. It's fine.", "Then he picks at the step.", jonah "I did it once. By myself. I didn't hit it." },
    option "henk" "“Henk was two hours early, what can you do.”" { defend(jonah),
      jonah "Yeah, I saw him. He had his lunch." },
    option "theory" "“Give me the cards. I'll ask you the hard ones.”" { listen(jonah),
      "He knows loads on slopes now. He's very kind about it.", jonah "Gran'll be made up. She's put it in the pigeon diary.", learn(jonah, "gran") },
  },
  go "friday",
}

-- Friday ------------------------------------------------------------------------------------------------

scene "friday" { at = "Fri 07:00", weather = "dawn",
  notes {
    say = "Friday, seven. At eleven there's a woman from the test centre.",
    watch = "Those who pushed two things to Friday, and only now see it.",
    prompt = "It was moved so that it could be kept. Which of the two fits into this morning?",
    why = "A new date is a promise too. It has come.",
  },
  when(all { found(count), is(ate) }) { mood(farida, "cold"),
    "Farida's at the bottom of the stairs, with your sheet.",
    farida "Clive went for a walk last night. Bay ten's hyacinths. It's been hyacinths since August.",
    farida "I told him, if it's on that sheet, it's in the bay." },
  set(exam),
  "Jonah's here before the lights. He has ironed his vest.",
  jonah "Gran did it. With starch. It goes on sort of like a door.",
  choice {
    option "count" "Finish aisle fourteen." { when = all { open(count), no(done(count)) }, work(count, 2),
      when(kept(count)) { "The last crate in bay twelve has a mouse in it, asleep. You count round it." } },
    option "rota" "Write the Christmas rota." { when = all { open(rota), no(done(rota)) }, work(rota, 2),
      "It's up at nine. Dorota reads it twice.",
      dorota "She comes now on the second of January. The seat is gone since Tuesday. But it's a nice rota." },
    option "trays" "Do the trays for Harrogate." { when = all { open(trays), no(done(trays)) }, work(trays, 2),
      "Moss, bulb, label, moss. The last one's a bit bald. You turn it to the wall." },
    option "again" "Write the rota you owe Dorota." { when = all { open(again), no(done(again)) }, work(again, 2),
      "You hang it over her label. She takes the label down from behind it, and keeps the pin." },
    option "bays" "Count nine to twelve with Farida." { when = all { open(bays), no(done(bays)) }, work(bays, 2),
      "She holds the pencil. In bay ten she says “hyacinths”, and writes it, and underlines it." },
    option "cones" "Put the cones out with Jonah." { listen(jonah),
      "You measure with your feet, he measures with a tape. He's right.", jonah "Gran says if I pass she'll name a pigeon." },
    option "papers" "Read the labels for the two o'clock lorry." { when = no(is(papers)), set(papers),
      "Eleven pallets for Hamburg. On nine there's a 6 that could be an 8. You open a box, and it's a 6." },
    option "broom" "Sweep the dock, so that Jonah needn't." { when = is(papers), listen(jonah),
      "You do the two metres in front of your own cabin first. They're very clean." },
    option "coffee" "Take two coffees down to the dock, to Dorota." { listen(dorota),
      "She takes the lid off, and reads the cup, twice.",
      dorota "They write on it that it's hot. Somebody was paid for that. I like it." },
  },
  when(open(yard)) { go "last_hour" }, otherwise { go "test" },
}

scene "last_hour" { at = "Fri 09:55",
  "Five to ten. Jonah's in the small truck already. The woman from the test centre is upstairs, and he can see her hat.",
  when(no(due_within(yard, 2))) { move(yard, "Fri 10:00"), jonah "You put me down for three. It's at eleven, the test. Can we sort of do it now?" },
  attend(yard),
  go "reverse",
}

scene "test" { at = "Fri 11:05",
  when(kept(yard)) {
    "At eleven the woman from the test centre has written for nine seconds. Jonah counted.",
    jonah "Didn't touch it! I went past it and it just stood there!",
    "Dorota shakes his hand, with the glove off.",
    when(took "gran.order") { "On the cake there's a truck. A pigeon is driving it." } },
  otherwise_when(any { took "monday_desk.cones", took "wednesday_desk.cones", took "morning.cones", took "friday.cones" }) {
    "At eleven the woman from the test centre is still writing. One cone leaned. It's upright again now.",
    jonah "She says she'll call it wind.", "He's passed. He sits down on the floor, where he happens to be.",
    jonah "Gran came and stood at the fence. She said somebody should.",
    when(took "gran.order") { "On the cake there's a truck. A pigeon is driving it." } },
  otherwise {
    "At eleven the woman from the test centre is still writing. One of the cones lies on its side.",
    jonah "It's fine. You can do it again in spring.", "He picks the cone up, and wipes it with his sleeve.",
    when(took "gran.order") { "In the canteen stands the cake. It says *PASSED*. He cuts round the word, and everybody gets a piece." } },
  when(all { took "asks.friday", missed(rota) }) {
    "On the board there's still a clean square.",
    dorota "Like every year, you said. Every year was Friday." },
  go "nursery",
}

scene "nursery" { at = "Fri 11:40",
  notes {
    say = "Nobody planned to need anybody today. Whom do you ask?",
    watch = "Whether they ask who is nearest, or who'd have a reason to.",
    prompt = "They can't see what's in the boxes. What do they look at?",
    why = "Coming over is their decision. They decide it with the week they've had.",
  },
  "Twenty to twelve. Your phone. It's the nursery, the one who always sings. She isn't singing. Your daughter's got a temperature, thirty-eight nine, and she's asking for you. Could somebody come before two?",
  "You've got your coat on before she's finished. Then you see the board over the dock.",
  "At two the Hamburg lorry goes. Eleven pallets, your labels. Somebody else would have to check it off and sign. It says *as described*. In the boxes they all look like onions.",
  "Farida's upstairs, with Clive on the line. Dorota finishes at two. Jonah's sweeping. He's been allowed to sign since Monday.",
  choice {
    option "dorota" "Ask Dorota." { go "ask_dorota" },
    option "jonah" "Ask Jonah." { go "ask_jonah" },
    option "farida" "Ask Farida." { go "ask_farida" },
  },
}

-- Nothing stands open between you and anybody: what slipped was put right.
local function clear()
  return no(any { missed(count), covered(count), missed(yard), owned(yard), missed(trays), owned(trays), open(trays), open(rota), missed(bays), open(count),
    all { any { missed(rota), owned(rota) }, no(kept(again)) }, all { owned(count), no(kept(bays)) }, is(looked) })
end

local function signed() return { when(clear()) { ending "together" }, otherwise { ending "patched" } } end

scene "ask_dorota" {
  notes {
    watch = "What they look at before they answer: a week, not a face.",
    prompt = "She reads every label twice. What has she read about you?",
    why = "She doesn't forgive quickly. She doesn't forget what was kept either.",
  },
  need { who = dorota, stakes = "medium",
    crosses = {
      dorota "Thirty-eight nine is nothing. Go. Thirty-nine is something.",
      "She takes the pen out of your pocket, and the list off its nail. She reads the first label twice.",
      dorota "At two I'm finished. At ten past two I'm also finished. Go.",
      signed() },
    hesitates = { set(looked), dorota "I write my name, and it's your onions.",
      "She turns the list over, as if there were something on the back.",
      choice {
        option "open" "“Open any box you like. I'd want you to.”" { listen },
        option "which" "“Which ones aren't you sure of?”" { ask, dorota "Nine. It's a six or it's an eight." },
        option "nine" "“Nine's a six. I opened it.”" { when = is(papers), listen, dorota "You opened it." },
        option "bus" "“The bus goes at ten to one, Dorota.”" { steer, dorota "I know the buses." },
      } },
    turns_back = { dorota "I don't put my name there. It isn't about the child.",
      "She gives you a boiled sweet, for the child. She's had it in her pocket some time.",
      when(trusts(farida, "sound")) { ending "apart" }, otherwise { ending "silo" } },
  },
}

scene "ask_jonah" {
  notes {
    watch = "What they look at before they answer: a week, not a face.",
    prompt = "He always says it's fine. When does he not?",
    why = "For him it's the biggest signature of his life: he has to be surer of you than the others.",
  },
  need { who = jonah, stakes = "high",
    crosses = {
      jonah "Me? With the pen?",
      "He holds the list with both hands, and reads out pallet one, and goes to look at it, and comes back, and reads out pallet two.",
      jonah "Go! I've got it. I'll ring if there's a, I won't ring.",
      signed() },
    hesitates = { set(looked), jonah "It's, if it's wrong, it's me, isn't it. That signed.",
      "He's holding the broom like somebody in a photograph.",
      choice {
        option "me" "“If it's wrong, it's me. I'll put that in writing.”" { listen },
        option "what" "“What would you want to see first?”" { ask, jonah "One of each? Open?" },
        option "read" "“I read all eleven. Start with nine.”" { when = is(papers), listen, "He goes and starts with nine." },
        option "fine" "“You'll be fine. It's only a signature.”" { steer, jonah "Yeah. It's fine." },
      } },
    turns_back = { jonah "I'd rather not. Sorry. I'm not, it's fine. Just not my name.",
      "He asks if he can carry your bag to the bus.",
      when(trusts(farida, "sound")) { ending "apart" }, otherwise { ending "silo" } },
  },
}

scene "ask_farida" {
  notes {
    watch = "What they look at before they answer: a week, not a face.",
    prompt = "She has somebody on the line whom she told something. What?",
    why = "She has put her name to your sheets before.",
  },
  need { who = farida, stakes = "medium",
    crosses = {
      "Farida puts Clive on hold with her elbow.",
      farida "Give me the list. I'll do it with Jonah, he can climb. Thirty-eight nine? Go. Mine went to forty, and then asked for chips.",
      signed() },
    hesitates = { set(looked), "Farida puts a hand over the phone.",
      farida "As described. By you. Do I count it first, or do I sign it?",
      choice {
        option "count" "“Count it first. I would.”" { listen },
        option "unsure" "“What would make you sure?”" { ask, farida "Two open boxes from each. I'll get Jonah up there." },
        option "six" "“Pallet nine's a six. I've opened it, look.”" { when = is(papers), listen, "She looks at the photo, and makes it bigger." },
        option "child" "“She's at thirty-eight nine. Please.”" { steer, farida "I know. I've got three of them." },
      } },
    turns_back = {
      farida "I'm not signing that today. Go, of course you go. I'll see what I do with it.",
      "Before the door's shut you hear her say to Clive that something's come up.",
      when(any { trusts(dorota, "sound"), trusts(jonah, "sound") }) { ending "apart" }, otherwise { ending "silo" } },
  },
}
