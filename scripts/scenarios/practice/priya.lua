-- Priya Raman, 29, teaches swimming. Needs: that others say no for her. Afraid that she will be thought soft.
-- Never says that it's her mother over there. Annoyed, she says “it's fine” with an exclamation mark. Funny about parents.
local priya = person "priya"
local watch, seahorses, refusal = commitment "watch", commitment "seahorses", commitment "refusal"
local letters = commitment "letters"
local looked, over = flag "looked", flag "over"

scene "priya_meet" {
  notes { watch = "“I've seen you teach.” Through glass.", prompt = "What did she hope somebody would see? Who asked?",
    why = "She doesn't need the ticks. She needs somebody who saw." },
  "Priya has a float under each arm and a form between her teeth.",
  priya "Would you watch me tomorrow at one? It's for my certificate. Forty minutes, eleven boxes. And not from in here. They check if the form's damp.",
  choice {
    option "yes" "“One o'clock. I'll bring a pencil that floats.”" { promise(watch), priya "You're a star. Wear shoes you don't love!" },
    option "see" "“What do you hope I'll see?”" { ask(priya), learn(priya, "mother"), promise(watch),
      priya "The tall lady by the steps. She won't put her chin in. Three years. Don't look at her! That's my mum.", "You say one o'clock." },
    option "no" "“Give it here. I've seen you teach a hundred times.”" { steer(priya), priya "You have! Through glass. With the sound off.", "She puts the form back between her teeth." },
  },
  go "door_6",
}

scene "priya_work" {
  notes { watch = "“Nobody reads those.” Ask who still has one.",
    prompt = "Four Aidens. Why does it matter?", why = "A name is the whole certificate." },
  "Priya has a float under each arm and a list between her teeth.",
  priya "Forty-four Seahorses get it on Friday. By hand, it has to be by hand, they hang it over their beds. By Thursday noon? Then I can laminate.",
  "There are four Aidens, and none of them is spelled like the others. Four hours.",
  choice {
    option "yes" "“Thursday, noon. All forty-four.”" { promise(seahorses), priya "With the little seahorse! No, without. With!" },
    option "who" "“Whose mustn't go wrong?”" { ask(priya), learn(priya, "voice"), promise(seahorses),
      priya "Noor's. She hasn't said a word since Easter. In September I couldn't either, the doctor said whisper or stop. So we whispered. She swims like anything." },
    option "three" "“Three o'clock, and they'll be beautiful.”" { promise(seahorses, { due = "Thu 15:00" }), priya "Three! Fine! Then I laminate in the night. I love the smell." },
  },
  go "door_6",
}

scene "priya_late" {
  notes { watch = "“Nobody counts till Friday.”", prompt = "She says “you legend”. What do you say, and when?",
    why = "She thanks you for something that isn't there. That is the hard part." },
  "Thirty-one lie on the radiator, dry. Thirteen are white. Your Y looks like a fork by now.",
  choice {
    option "done" "Put all forty-four in the envelope. “Done.” Nobody counts till Friday." { cover_up(seahorses), priya "Done! You legend! I'll do the plastic last thing." },
    option "nine" "“Priya, is tomorrow at nine too late?”" { move(seahorses, "Fri 09:00"), priya "Nine! I'll have the machine hot! It's fine! I mean it's actually fine." },
    option "part" "Give her the thirty-one." { priya "That's most! That's, thirty-one's most.", "She goes through them for an N." },
  },
  go "late_6",
}

scene "priya_letters" {
  notes { watch = "Who'd rather send nothing than a no.",
    prompt = "Whom is it kind to, not to send a no?", why = "She has made the decision. She asks for the words." },
  "Priya has a float under each arm and a list between her teeth. It hangs down to her knees.",
  priya "Sixty-one families on the waiting list. I've got eight places. Everybody ought to get a proper letter, by Thursday noon, before the list's up. I can't do noes.",
  "Eight are quick. Fifty-three take three hours.",
  choice {
    option "yes" "“Thursday, noon. Fifty-three kind noes.”" { promise(letters), priya "Not too kind! Then they hope!" },
    option "eight" "“Why only eight? It was twenty last year.”" { ask(priya), learn(priya, "voice"), promise(letters),
      priya "It's the voice. The doctor says whisper or stop. So I cut it, and I picked, and now I can't look at the paper." },
    option "three" "“Three. One can't hurry a no.”" { promise(letters, { due = "Thu 15:00" }), priya "Three! The list goes up at half past! It's fine! You run!" },
  },
  go "door_6",
}

scene "priya_letters_late" {
  notes { watch = "How much kinder the untrue line sounds.",
    prompt = "What does a stamp promise?", why = "A kind sentence that isn't true costs more than a late one." },
  "Forty letters lie there, folded. Twenty-one families have none. One of them has been waiting since before it was born.",
  choice {
    option "way" "Send the twenty-one a line: *Your letter is on its way.*" { cover_up(letters), "It isn't. But it has a stamp on." },
    option "nine" "“Priya, can the list go up tomorrow at nine?”" { move(letters, "Fri 09:00"), priya "I'll say the printer's ill! No, I'll say it's tomorrow. It's fine!" },
    option "part" "Post the forty. The others will see the list." { "The letter box is full. You have to use a ruler." },
  },
  go "late_6",
}

whenever(missed(watch)) { priya "It's fine! The lady from aqua did it. She'd lost her glasses, so she ticked everything.", "The form has come back. Somebody's written *dry?* on it." }
whenever(all { missed(seahorses), no(found(seahorses)) }) { priya "I did the rest in the night. It's fine! I don't need this wrist.", "Thirteen of them have a seahorse that looks ill." }
whenever(found(seahorses)) { priya "I got to thirty-two, and it was white. I thought it was the machine. I held it up to the light.", "She's whispering, and it isn't the voice." }
whenever(missed(refusal)) { "On the board it says *St Brannoc's, 28*, in your writing. Under it, in very small letters, *ok!*",
  priya "It's fine! I mimed. They think I'm French." }
whenever(all { missed(letters), no(found(letters)) }) { priya "Twenty-one of them read it off the door! One father's brought a chair. He says he'll wait!" }
whenever(found(letters)) { priya "They came in to ask which letter. Two of them together. They'd each thought it would be a yes, because it took so long." }
whenever(all { is(over), kept(seahorses) }) { priya "Noor's got hers already! I couldn't wait! She hasn't said a word since Easter, and she read it out. It was her name!" }
whenever(all { is(over), kept(letters) }) { priya "Fifty-three noes, and one father's been in already, and he was nice! He brought a biscuit! It's in bits, but look!" }
whenever(all { is(over), kept(refusal), took "priya_tempt.no" }) { priya "You said no to a cow! I heard it go quiet from the pool!" }

scene "priya_tempt" {
  notes { watch = "How pleasant it is to be thanked by somebody who isn't in the room.", prompt = "Who pays for a yes?",
    why = "A promise made out of somebody else's hours. The nice way out is to pay with one's own." },
  priya "If St Brannoc's rings: no more this week. I've got half a voice. You'll say no? You're so nice on the phone. That's what worries me.",
  "She says it into your ear, because it doesn't carry.", promise(refusal),
  "They ring at eight. Twenty-eight children. The trip to the farm is off, the cow's ill. They've got their costumes on, under their clothes.",
  choice {
    option "yes" "“Tomorrow at four, then. We'll fit you in.”" { breaks(refusal), "There's a cheer. She's got you on loudspeaker." },
    option "no" "“No. Not this week. I'm sorry about the cow.”" { "There's a silence with twenty-eight children in it. “I see,” says a voice. “They can hear you, you know.”",
      spend { energy = 1 } },
    option "me" "“Not Miss Raman. But come now, and I'll play with them.”" { costs = { energy = 3 }, spend { minutes = 100 },
      "For an hour and a half you're an island. They conquer you eleven times. Your shoes are never the same." },
  },
  go "hour",
}

scene "priya_talk" {
  notes {
    watch = "Advice about her voice. She has had it from a doctor.",
    prompt = "Which sentence made her let go of the float?",
    why = "She's cheerful as others are busy. It takes a question about the lesson, and then silence about the answer.",
  },
  one_on_one(priya) { minutes = 40, rounds = 2, energy = 1,
    option "start" "“You talk. I'll blow these up.”" { their_agenda, priya "Really? Okay. So. There's a father who coaches from the gallery. With flags." },
    option "adults" "“Why the grown-ups' lesson? It's your worst-paid hour.”" { when = no(knows(priya, "mother")), ask, learn(priya, "mother"),
      priya "The tall lady's my mum. She was nine, there was a river. She's never told me. She told the aqua lady." },
    option "back" "“You teach her, and neither of you says who she is.”" { when = knows(priya, "mother"), listen, "She lets a float go. It stays where it is.", priya "I call her madam. She quite likes it." },
    option "hush" "“You should rest that voice, you know.”" { fix, priya "I know! I will! After Friday!" },
  },
  "Somewhere a child shouts “Miss!”, and she's gone before it's over.",
  go "wednesday_desk",
}

local function saved()
  return { priya "Okay. Okay! I've got one shout left. I'll use it on *jump*.",
    "At two o'clock forty-four Seahorses stand on the edge. She goes along the row and whispers to each. Then she shouts. You wouldn't have thought that it was one.",
    go "goes_well" }
end
scene "priya_need" {
  notes { watch = "Whether anybody lets her go.", prompt = "What can somebody else do for the forty-four, and what can't they?",
    why = "Three months of waiting, against a week." },
  "The Seahorses open the gala. Forty-four jump in at once. At the rehearsal nobody jumps. The stand-in claps her hands, and one of them starts to cry, and it's catching.",
  "Priya has the throat doctor at half past one. She's waited three months for it. She's by the bikes.",
  need { who = priya, stakes = "medium",
    crosses = saved(),
    hesitates = { set(looked), priya "It's three months, the next one. And I've got, like, one shout.",
      choice {
        option "plain" "“Then go. I had to ask, and you can say no.”" { listen, "She opens the lock, and shuts it." },
        option "what" "“What could somebody else do, and what only you?”" { ask, priya "Anybody can clap. I've got to go along the row." },
        option "push" "“They won't do it for anybody else.”" { steer, priya "No pressure, then!" },
        option "whisper" "“You whisper. I'll do the shouting, when you nod.”" { when = knows(priya, "voice"), listen, "She looks at you with her head on one side." },
        option "mum" "“Who does your mother jump for?”" { when = knows(priya, "mother"), ask, "She has to laugh. It comes out as air." },
      } },
    turns_back = { priya "I can't. I'd like to be somebody who can! I'm really sorry.",
      "She rides off, standing on the pedals. Inside forty-four Seahorses sit on the edge with their feet drawn up.", go "second_priya" },
  },
}
