-- Monday to Wednesday: three promises with room for all of them.
local dorota, jonah, farida = person "dorota", person "jonah", person "farida"
local count, rota, trays = commitment "count", commitment "rota", commitment "trays"
local square = flag "square" -- on Wednesday at seven the rota was not late yet
local yard, charged, again = commitment "yard", commitment "charged", commitment "again"

scene "monday" { at = "Mon 07:40",
  notes {
    say = "Before we vote: what was the last small thing you said yes to, standing up?",
    watch = "People who answer “can I have it” with how long the work takes.",
    prompt = "She asked for Wednesday at twelve. What hangs on twelve?",
    why = "The bridge is whole. Nobody has earned that yet: it's how working together starts.",
  },
  "The kettle stands on the first-aid box, because that's where the socket is. Farida has one list on her knees and another under her arm.",
  "You pack spring here: sixteen aisles of bulbs, and they all look like onions. Since September it says *Lead* on your vest. Against the light you can still read who wore it before.",
  "In the breast pocket there's a paper fish. Your daughter made it at nursery. She's three, and wants it back on Friday.",
  farida "Aisle fourteen, all tulips. I'd like a count somebody has counted.",
  farida "Clive from the bank rings on Wednesday at twelve. Could I have it by then?",
  "Twelve bays. Four hours, with a stool.",
  choice {
    option "noon" "“Wednesday at twelve. Yes.”" { promise(count),
      farida "Good. That's me done with tulips.", "She rolls off, and your biscuit goes with her." },
    option "why" "“What does a bank do with tulips?”" {
      notes { why = "It costs a minute by the kettle. On Wednesday it's the only thing you know about noon." },
      ask(farida), promise(count),
      farida "Lends us money on them. Last year somebody guessed aisle nine. We bought nine thousand hyacinths. We had nine thousand hyacinths.", learn(farida, "hyacinths"),
      farida "If there's a bay you don't know, leave it blank. Clive can live with a blank. Twelve o'clock, then.", clarify(farida, "candour") },
    option "thursday" "“Thursday at nine. Then I'm not rushing it.”" { promise(count, { due = "Thu 09:00" }),
      farida "Thursday. Good.", "She writes it down, and turns the pencil over in her fingers.",
      farida "Then he'll come and look himself. He brings his own hard hat." },
  },
  go "asks",
}

scene "asks" { at = "Mon 09:45",
  notes {
    watch = "Whether anybody asks what Dorota is arranging before they answer.",
    prompt = "Is “Friday, like every year” unfriendly? Is it true?",
    why = "Three honest answers. Each of them is paid on another day.",
  },
  "Break. Dorota eats standing up, next to the forklift, as if somebody might move it. Outside, Jonah walks backwards between six cones, beeping.",
  dorota "The Christmas rota. Tomorrow by two? I have something to arrange.",
  "That's two hours, and a lot of rubbing out.",
  jonah "And Thursday at one, the yard, with me? It's my forklift test Friday. It has to be somebody with *Lead* on. For the insurance.",
  dorota "I charge him the small one. Thursday, half past twelve, it's full.",
  promise(charged),
  choice {
    option "both" "“Rota tomorrow by two, yard on Thursday. Done.”" { promise(rota), promise(yard),
      "Dorota writes *TUE 2* on her glove, with the pallet marker.", jonah "You're a legend.", "He beeps back out into the yard." },
    option "ask" "“What is it you're arranging, Dorota?”" { ask(dorota), promise(rota), promise(yard),
      dorota "My mother. Eighty-six. The coach from Gdynia, on the twenty-third, five in the morning.",
      dorota "I stand there, or she sits on her case and tells everybody she had a daughter once. They keep the seat till tomorrow, three.", learn(dorota, "mother"),
      "You say tomorrow by two. Jonah gets Thursday at one. He beeps." },
    option "friday" "“Yard, yes. The rota comes on Friday, like every year.”" {
      promise(yard), promise(rota, { due = "Fri 11:00" }), steer(dorota),
      dorota "Like every year.", "She screws the lid back on her flask, with half of it still in.", jonah "Thursday. Legend." },
  },
  go "monday_desk",
}

scene "monday_desk" { at = "Mon 11:00",
  notes {
    say = "Four hours. Nothing is on fire. What do you do first?",
    watch = "How soon somebody says there's plenty of time.",
    prompt = "Which of these is due first? Which of them would notice last?",
    why = "It all fits into this week. That's the danger in it.",
  },
  "The rest of the day is yours. In aisle nine somebody is whistling a carol, six weeks early. Somebody else is telling him so, in Polish.",
  desk { till = "Mon 15:00", talk = {},
    option "cones" "Go out to Jonah and his cones." { when = no(knows(jonah, "summer")),
      ask(jonah),
      "You carry cones. He tells you about his gran, a film, and a man with a parrot. Then he runs out.",
      jonah "I touched one in July. Just touched it. He didn't even say anything, he wrote. For ages.", learn(jonah, "summer"),
      jonah "Gran had made a cake with a truck on. We ate it anyway." },
    option "labels" "Help Dorota in aisle nine with the labels." { when = no(knows(dorota, "labels")),
      listen(dorota),
      "You hold, she sticks. She reads each one twice, the second time aloud.",
      dorota "In 2011 I sent four hundred black tulips to a church. For a wedding. It was one letter in the number.",
      dorota "They sent a photograph. The bride is laughing. The mother not.", learn(dorota, "labels") },
  },
  go "trays",
}

-- Tuesday -----------------------------------------------------------------------------------------------

scene "trays" { at = "Tue 08:20",
  notes {
    say = "She has said you may say no. Who believes her?",
    watch = "“They asked for you.” See what it does to people's shoulders.",
    prompt = "What do you have to know before you can answer?",
    why = "A yes that fits is fine, and so is a no. A yes to please is a loan.",
  },
  "Farida stops in the door of your cabin, and that's the door full.",
  farida "Head office wants forty trays for the show in Harrogate. Moss, labels, the lot. Thursday by twelve. They asked for you.",
  farida "I went once. A man explained my own tulips to me. I can say no, they like to get one a year.",
  "Two hours, if the moss is wet.",
  choice {
    option "take" "“Go on. Forty trays.”" { promise(trays),
      farida "I'll write that you were thrilled.", "The moss comes at ten. It's dry. You stand it in a bucket." },
    option "no" "“Then no. I've got the week full.”" { farida "No.",
      "She writes it in capitals, and underlines it. It seems to do her good.",
      farida "They'll send a card now. With a tulip on. Last time it was a crocus." },
    option "which" "“What happens if they're not there on Thursday?”" { ask(farida), promise(trays, { due = "Fri 11:00" }),
      farida "Nothing. The van goes Friday at half eleven. They say Thursday because of the last man.",
      farida "Friday at eleven. And I'll say it was the moss." },
  },
  go "noon",
}

local function pressed() return all { open(rota), no(done(rota)), due_within(rota, 4) } end

scene "noon" { at = "Tue 11:50",
  notes {
    say = "Ten to twelve on the day. Nobody is cross with anybody.",
    watch = "If the rota isn't done: how many choose lunch, and with what reason.",
    prompt = "What would Dorota say if you asked her now? And at five past two?",
    why = "A new date before the time costs almost nothing. After it, there's none to be had.",
  },
  when(pressed()) { "Ten to twelve. On the pin-board there's a clean square, the size of a rota. Dorota drives past it with a pallet, at the speed of a wedding." },
  otherwise_when(kept(rota)) { "Ten to twelve. Dorota is reading the rota on the board, with one finger, twice.",
    when(knows(dorota, "mother")) { "She takes a photograph of the twenty-third, and sends it to somebody." },
    otherwise { dorota "You put me on the twenty-third.", "You say it went by turns. She says yes, she can see that.",
      dorota "I swap with Jonah. He wants the money." } },
  otherwise { "Ten to twelve. Dorota is on the phone by the bins, in Polish, saying one date many times." },
  "Jonah comes in with a stack of cards and two forks.",
  jonah "Test me? Forty questions. And Gran made the noodles, she made it for two.",
  choice {
    option "write" "“Sorry. I've got a rota to write.”" { when = pressed(),
      work(rota, 2), jonah "No, it's fine.",
      "You hear him ask the vending machine who has right of way. At ten to two the clean square has a rota on it.",
      when(no(knows(dorota, "mother"))) { dorota "You put me on the twenty-third.",
        "You say it went by turns. She says she'll swap with Jonah. He wants the money." },
      otherwise { "Dorota finds the twenty-third, and puts her finger on it, and leaves it there." } },
    option "ask_her" "Walk over to Dorota: “Could it be tomorrow at two?”" { when = pressed(),
      move(rota, "Wed 14:00"),
      when(knows(dorota, "mother")) { dorota "Then I ring the coach people, and I'm charming.", "She says it as if it hurt somewhere." },
      otherwise { "She looks across at the clock, and does a sum." },
      "After that there are noodles, and thirty of the forty questions.", listen(jonah), learn(jonah, "gran") },
    option "cards" "“Deal. You read, I'll eat.”" { listen(jonah),
      "He gets thirty-four. Loads on slopes, he says, are not a normal thing to know.",
      jonah "Gran does it with the pigeon clock. You've got to press it before you can say the answer.", learn(jonah, "gran") },
    option "count" "“Tomorrow. I'm on a stool till two.”" { when = open(count), work(count, 2),
      jonah "No, it's fine.", "Bay by bay it goes quite fast. Tulips keep still." },
    option "pond" "“Later.” You eat at the pond behind the hall." { when = all { no(pressed()), no(open(count)) },
      "By the pond there's a sign, *NO BULBS*. Nobody here can tell you what happened." },
    option "dorota" "“Later.” You take your sandwich over to Dorota." { when = no(pressed()),
      dorota "You want something?", "You say no. You sit down on a crate of daffodils. It takes half a sandwich.",
      when(knows(dorota, "mother")) { listen(dorota),
        dorota "She packs already. She packs soup.",
        dorota "In 2011 I sent four hundred black tulips to a wedding. One letter in the number. She told the whole street.", learn(dorota, "labels") },
      otherwise { ask(dorota),
        dorota "My mother comes. Twenty-third, five in the morning, by coach. Only I may fetch her. She doesn't believe in taxis.", learn(dorota, "mother") } },
  },
  go "wednesday",
}

-- Wednesday ---------------------------------------------------------------------------------------------

scene "wednesday" { at = "Wed 07:00",
  when(missed(rota)) { go "hole" },
  otherwise { set(square), "Seven o'clock. The heaters come on with a bang, all of them but yours. Dorota has a second hat on, over the first.",
    when(open(rota)) { "The clean square on the board is still clean." },
    go "wednesday_desk" },
}

scene "hole" {
  notes {
    watch = "Who thinks the third answer is the generous one.",
    prompt = "She has the seat. What is it she doesn't have?",
    why = "Said by you first, a slip is smaller. It takes two hours of the morning all the same.",
  },
  "Seven o'clock. On the board, in the clean square, hangs the back of a label. *WILK: OFF 23.* In marker.",
  dorota "I have bought the seat. Now I need that it's true.",
  choice {
    option "own" "“I said two o'clock. It'll be up by ten.”" { own_up(rota), apologise(dorota) { "responsibility", "repair" },
      promise(again), dorota "Ten.", "She looks at the clock over the dock. It's eight minutes fast. Everybody knows that, except on days like this." },
    option "mad" "“It got mad yesterday. You saw what it was like.”" { defend(dorota),
      when(took "noon.cards") { dorota "I saw you. You had noodles." }, otherwise { dorota "I saw you. You sat down the whole time." },
      "She puts the truck in reverse. It beeps for quite a long way." },
    option "free" "“Take the twenty-third. I'll write the rest round you.”" { fix(dorota),
      dorota "And the others? They saw that I hung it there.", "She takes the label down, folds it, and gives it to you.",
      dorota "I wanted a rota. I didn't want a present." },
  },
  go "wednesday_desk",
}

scene "wednesday_desk" {
  notes {
    say = "Seven to eleven. At twelve the telephone rings upstairs.",
    watch = "Who starts with the nearest thing, and who with the next person waiting.",
    prompt = "If it doesn't fit: who could hear that now, and still do something with it?",
    why = "Whoever is mending something has two hours fewer than the rest.",
  },
  desk { till = "Wed 11:00", talk = {},
    option "cones" "Go out to Jonah and his cones." { when = no(knows(jonah, "summer")),
      ask(jonah),
      "You carry cones. He tells you about his gran, a film, and a man with a parrot. Then he runs out.",
      jonah "I touched one in July. Just touched it. He didn't even say anything, he wrote. For ages.", learn(jonah, "summer") },
    option "clive" "Have a coffee with Farida, upstairs." { when = no(knows(farida, "clive")),
      ask(farida),
      farida "He's never once been rude. He says “I'm sure there's a reason”, and waits. I've told him things I hadn't told my husband.", learn(farida, "clive"),
      when(no(clarified(farida, "candour"))) { farida "So give me blanks. If you haven't been in a bay, I haven't either.", clarify(farida, "candour") },
      otherwise { farida "He brings his own biscuits, and offers them round. That's how you know it's bad." } },
  },
  go "eleven",
}

scene "eleven" { at = "Wed 11:00",
  notes {
    say = "An hour to go. Some of you have a number. Some have most of one.",
    watch = "How many know what a bay holds, roughly, so that's nearly counting.",
    prompt = "Who'd ever find out? Does it matter to what she needs?",
    why = "Filled in, it looks kept. Nothing moves today.",
  },
  when(all { open(count), no(done(count)), due_within(count, 4) }) {
    "Eleven. You're on the stool in front of bay nine. There are crates up to the lamp. Last year's sheet lies on your knee, with a number for every bay.",
    choice {
      option "fill" "Fill in the rest from last year's sheet." { cover_up(count),
        "You change the last digits, so that they look lived in. Farida takes the sheet at ten to twelve.",
        farida "All twelve. I owe you a biscuit.", "You hear her ring off at five past. It was a short call." },
      option "blank" "“Some bays are blank. You'll have them tomorrow at nine.”" { move(count, "Thu 09:00"),
        farida "Then I'll read him what there is. He likes it when I pause.",
        "At twelve you can hear her through the ceiling. She pauses." },
      option "on" "Stay on the stool till it's right." {
        "Nobody counts better than you do from eleven to one. At twelve a telephone rings upstairs, and rings, and is picked up.", work(count, 2),
        when(kept(count)) { "Then it's done, and it's right." },
        otherwise { "You bring it up at one.", farida "I told him one o'clock. He said he was sure there was a reason." } },
    } },
  otherwise_when(kept(count)) {
    "Eleven. Farida has your sheet on her knees and the computer's in her hand. They're forty crates apart.",
    choice {
      option "sure" "“I counted. The computer didn't.”" { farida "That's what I'll tell Clive. With your name, if I may.", "She may." },
      option "seven" "“Bay seven was wet. Shall we look together?”" { listen(farida), spend { minutes = 30 },
        "You look. Behind the wet ones there's a dry row, and behind that a mop.",
        farida "The mop isn't in the system either. Good. I'll go with yours." },
      option "which" "“Which one would you sign?”" { ask(farida),
        farida "Yours. The computer's never been on a stool.", farida "Clive says “I'm sure there's a reason”, and then he waits. I'd like to have been on the stool.", learn(farida, "clive") },
    } },
  otherwise { "Eleven. Upstairs Farida's telephone rings early. You hear her laugh, and then you hear her say “not today”, and then she isn't laughing." },
  go "gran",
}

scene "gran" { at = "Wed 14:30",
  notes {
    watch = "Who gives a kind answer, and who an accurate one.",
    prompt = "Which answer would you want the day before?",
    why = "Encouragement is cheap for the one who gives it. An open question costs a minute.",
  },
  "Half past two. Dorota's gone home. Jonah sweeps the same two metres in front of your cabin.",
  jonah "Gran wants to know if I'm ready. She's got to order the cake by five.",
  choice {
    option "order" "“Tell her to order it.”" { jonah "Yeah? Yeah. Okay.",
      "He rings her at once. You can hear the pigeons." },
    option "how" "“How's the reversing?”" { ask(jonah),
      jonah "Fine.", "He sweeps up to your foot, and round it.",
      jonah "The last cone. I touched it in July, and ever since I can sort of hear it. I'll tell her to wait.", learn(jonah, "summer") },
    option "after" "“Ask me after the yard.”" {
      jonah "They stop baking at five. No, it's fine. We've got a Swiss roll." },
  },
  go "thursday",
}
