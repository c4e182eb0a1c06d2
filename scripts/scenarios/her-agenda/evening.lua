-- Friday, a quarter past six to the interval: the bench, the dark, her decision, and the bed again.
local nuala, dev, cas = person "nuala", person "dev", person "cas"
local bed, tonight, secret = commitment "bed", commitment "tonight", commitment "secret"
local room = number "room"

local blue = flag "blue"     -- you want light on the change
local shared = flag "shared" -- Dev knows, from her

-- Whoever took her half hour for Cas's seconds, and never once waited, gets no cup.
local function cool() return all { took "talk.first", no(at_least(room, 1)) } end

-- Whoever waited, or is trusted, is told. One cup of tea is an answer, too.
local function open_door() return all { no(cool()), any { trusts(nuala, "sound"), at_least(room, 2) } } end

scene "bench" { at = "Fri 18:15",
  notes {
    watch = "The point where the room stops asking her and starts asking each other.",
    prompt = "Three signs are lying on this bench. Which one did you see first?",
    why = "A fact opens when the right thing is asked, and when it's safe to answer.",
  },
  when(cool()) { "Gregory's head stays on by itself now. She makes tea, one cup. She pours with one finger hooked over the rim, and stops when the tea touches it." },
  otherwise { "Gregory's head stays on by itself now. She makes tea. She pours with one finger hooked over the rim, and stops when the tea touches it." },
  "By the kettle is a pincushion with needles in it, threaded. Red, black, red, black.",
  when(cool()) { nuala "That's you done, then. You'll have things." },
  otherwise { nuala "They don't want you upstairs till seven. You can go, if you've got things." },
  choice {
    option "needles" "“Who threads all those?”" { ask(nuala), learn(nuala, "needles"),
      nuala "Dev. Ten of a morning, ten for the show. I've cold hands.",
      "She's just put one of them round your wrist, to move you along. It was warm as toast." },
    option "letter" "“What have they written to you about?”" { ask(nuala),
      when(open_door()) { learn(nuala, "letter"),
        nuala "This? It's a very good envelope.", "She scrapes at the glue with her nail till there's a row of letters to see. *EYE CLIN*",
        nuala "It's the third. They only do Mondays, twenty to ten. You've got me down for the meeting Mondays. I'd have to say why." },
      otherwise { nuala "It's a very good envelope.", "She turns it over and puts the brush down on it." } },
    option "sleeve" "“One of Dev's sleeves is longer than the other.”" { when = all { no(kept(bed)), no(knows(nuala, "sleeve")) },
      listen(nuala), add(room, 1), learn(nuala, "sleeve"), learn(nuala, "count"),
      "The cup stops on the way up.",
      nuala "You saw that.", nuala "I count the steps. I was one short. He'd a foot over the hole, and I had him by the wool." },
    option "where" "“When you tell somebody a thing here, where does it go?”" { when = knows(nuala, "rail"), ask(nuala), add(room, 1),
      clarify(nuala, "candour"), nuala "Round the building. It's back here before I am, with a casserole.",
      nuala "What I tell you stays put till I move it myself. That's all I'd want. Bernard couldn't." },
    option "post" "“I could ask the board for a post for Dev. By Monday.”" { fix(nuala),
      nuala "Could you? Just like that.", "She writes *MON, POST* on the wall by the bench, as big as a hand.",
      nuala "They'll want to know what for. Say it's the goose." },
    option "stay" "Stay where you are. You've got forty minutes." { when = cool(), listen(nuala), add(room, 1),
      "She threads nothing, glues nothing, and drinks her tea. When it's gone she gets down a second cup.",
      nuala "You're still there. I'd have said you'd gone up." },
    option "tea" "Drink the tea. You've got forty minutes." { when = no(cool()), listen(nuala), add(room, 1),
      "Above you somebody walks across the stage, stops, and walks back.",
      nuala "That's the King, looking for his mark. He can't find it with the lights on. Isn't that nice." },
  },
  go "dark",
}

scene "dark" { at = "Fri 18:35",
  notes {
    say = "The lamp goes. Wait ten seconds before you read on. In the dark, if the room has a switch.",
    watch = "People who'd be kind, and what the kindness does.",
    prompt = "Finding the switch and saying nothing: was that tact, or were you glad of it?",
    why = "The kind thing and the useful thing part company here. Nobody else will have this moment with her.",
  },
  "At twenty-five to seven the bulb in the lamp says *tick* and goes out.",
  "There's a green sign over the door. It takes you a second, and then you can see everything: bench, goose, cups.",
  nuala "Don't move.",
  "She's standing quite still, with her face to where you were before. She puts out her hand for the cup, and puts it down a good way to the left of it.",
  choice {
    option "see" "“What can you see?”" {
      notes { why = "An open question. It's answered by those who waited before, or kept their word." },
      ask(nuala),
      when(open_door()) { learn(nuala, "eyes"),
        "It's quiet for so long that you think she hasn't heard.",
        nuala "You, I can hear. The sign's a sort of green. The tape, nothing. Not since Easter.",
        nuala "I only wanted somebody on the other end who'd say *now*. I wanted to get to the sixth of January, and give it to the boy." },
      otherwise { nuala "A fuse box, if you'd be so good. By the door, on your right.", "It's the bulb. You both know it's the bulb." } },
    option "long" "“How long has it been like that, Nuala?”" {
      notes { why = "It isn't a question, it's a verdict with a question mark. And yet it may be high time." },
      steer(nuala),
      when(any { knows(nuala, "letter"), knows(nuala, "needles"), knows(nuala, "sleeve"), knows(nuala, "count"), took "glue.pocket" }) { learn(nuala, "eyes"),
        nuala "Easter.", "It comes like something thrown.",
        nuala "There. It's out. Get yourself a light and have a good look.",
        "You find the spare bulb. When it's bright again, she's sewing, and she doesn't stop." },
      otherwise { nuala "Like what? It's a bulb.", "She laughs. You hear her feel along the bench for something to do." } },
    option "bulb" "Find the spare bulb. Don't say anything about it." { listen(nuala), add(room, 1),
      "It's in a tin marked *THUNDER*. You make a bit of noise with it, so that she knows where you are.",
      nuala "Thank you.", "When the light's back, her hand is on the cup. She drinks, though it must be cold." },
    option "cup" "Put the cup into her hand." { fix(nuala),
      "Her fingers jump, and then they take it.", nuala "I'd have found it.",
      "You get the bulb changed. For a while neither of you can think of anything about geese." },
  },
  go "half",
}

scene "half" { at = "Fri 18:50",
  when(knows(nuala, "eyes")) { go "half_known" },
  otherwise { go "half_blind" },
}

scene "half_known" {
  notes {
    say = "Now you know. There's a hole in that floor, and Dev walks near it too. What's owed, and to whom?",
    watch = "The three camps. Each of them is protecting somebody.",
    prompt = "What would Dev vote? Nobody has asked him.",
    why = "To keep it, to decide it, or to ask whose it is: a promise of silence is a plank too, and it lies above a trap.",
  },
  "The loudspeaker on the wall clears its throat. Ten to seven, it says, everybody in, please.",
  nuala "Well. That's me. At half past eight I've a bed to push. So what are you going to do with it?",
  choice {
    option "quiet" "“Nobody hears it from me. I'll be on the other end.”" { promise(secret), promise(tonight),
      when(promised(tonight)) { nuala "Every night? Till the sixth?", "Every night, you say. You'll be the one who says *now*.",
        when(kept(bed)) { nuala "And the boy? He's to have it after me. He ought to know what he'd be having." },
        otherwise { nuala "And the boy? He thinks it was his feet." } }, go "her_turn" },
    option "light" "“Not in the dark. Not till the clinic's had a look.”" { steer(nuala), set(blue),
      nuala "And what do you tell Cas?", "That you want blue light on the change, from tonight. Because of the trap.",
      nuala "He's not stupid. Nor's the crew.", go "her_turn" },
    option "who" "“Who ought to know it? And who should say it?”" { ask(nuala), set(shared), promise(tonight),
      "She takes a while over that. She picks a thread off Gregory.",
      when(kept(bed)) { nuala "The boy. He's to have it after me. And it's me that says it, now, before I've thought about it." },
      otherwise { nuala "The boy. It was his foot. And it's me that says it, now, before I've thought about it." },
      when(promised(tonight)) { nuala "So it's you or him at half past. Somebody who can see." }, go "her_turn" },
  },
}

scene "half_blind" {
  notes {
    watch = "How much the room believes it knows about her by now.",
    prompt = "She's asked you nothing about herself for a whole hour. What did you ask?",
    why = "A promise can be kept without being understood. For a while.",
  },
  "The loudspeaker clears its throat. Ten to seven, it says, everybody in, please.",
  nuala "Well. At half past eight there's a bed.",
  choice {
    option "there" "“I'll be on it. Half past.”" { promise(tonight),
      when(promised(tonight)) { nuala "You will?", "She holds out her hand, and you shake it. She's slow to let go." }, go "her_turn" },
    option "need" "“What do you need, so that it goes well?”" { ask(nuala), promise(tonight), learn(nuala, "count"),
      nuala "Somebody who goes backwards, and says *now* when we're there. I do the counting.",
      when(promised(tonight)) { nuala "It needn't be a big *now*." }, go "her_turn" },
    option "faster" "“Cas wants nine seconds. Could we try it at a run?”" { steer(nuala), promise(tonight),
      nuala "Past the trap.", "You're only saying what he's going to say.",
      when(promised(tonight)) { nuala "I'd count faster, then." }, go "her_turn" },
    option "sleeve" "“Dev told me. The sleeve. That should've been me.”" { when = took "list.ask",
      apologise(nuala) { "responsibility", "regret", "repair" }, promise(tonight),
      nuala "Did he. He promised me he wouldn't. Well, he's seventeen.",
      when(promised(tonight)) { nuala "Yes. It should." }, go "her_turn" },
  },
}

-- Her decision: does she walk into the dark on your word?
scene "her_turn" {
  notes {
    say = "This one isn't ours. She decides.",
    watch = "Faces, while she looks.",
    prompt = "Which plank was she looking at?",
    why = "Nobody crosses because the last sentence was good.",
  },
  "She unties her apron. On the hook by the door there's the black jacket for the changes.",
  need { who = nuala, stakes = "high",
    crosses = { "She puts the jacket on.",
      when(is(blue)) { nuala "Blue, then. But I tell Cas what for. Me, after the show, with a drink in my hand. You only do the light." },
      otherwise_when(is(shared)) { nuala "Send me the boy down. And at half past I want my *now*." },
      otherwise { nuala "Half past, then. You go backwards." },
      when(is(blue)) { go "lamps" },
      otherwise { go "lift" } },
    hesitates = { "She's got the jacket in her hand.",
      when(kept(bed)) { nuala "You were there on Thursday. Today I sat with a goose and looked at the clock. Which of you is it at half past?" },
      otherwise { nuala "I put my arm out for somebody last time, in the dark. I want to know what I'd be putting it out for." },
      choice {
        option "where" "“Where do you want me, and from when?”" { ask,
          nuala "Left post. From twenty-five past. I want to hear you breathe." },
        option "voice" "“You put your arm out. I'll tell you where the floor is.”" { when = knows(nuala, "eyes"), listen,
          nuala "Say it like you'd say it there. Not so nicely." },
        option "boy" "“Dev's name goes to the board on Monday. Whatever you do now.”" { when = knows(nuala, "boy"), their_agenda,
          nuala "Whatever I do.", "She tries how that sounds, a second time, without a voice." },
        option "thursday" "“On Thursday there was nobody. I know what that was.”" { when = no(kept(bed)), listen,
          "Then you stop talking. Overhead four hundred seats go down, one by one." },
        option "trust" "“It'll be fine, Nuala. Honestly.”" { steer, nuala "That's what it said in the report." },
        option "cas" "“Otherwise Cas cuts the bed, and then you've got nothing.”" { fix,
          nuala "Then I've got an evening." },
      } },
    turns_back = { "She hangs the jacket back on the hook.",
      when(is(blue)) { nuala "No. Not lit up like a bus stop. I'd sooner it was my own doing. I'll go and see Cas." },
      otherwise { nuala "I've been up to Cas already, at four. He says they can have a bench. It's a nice bench, I've painted it." },
      when(is(shared)) { nuala "The boy I'll tell all the same. That's his." },
      when(open(tonight)) { nuala "So you're free at half past." },
      go "cut_down" },
  },
}

scene "cut_down" {
  spend { minutes = 5 },
  "You carry Gregory up for her. He's light, for a goose, and his head stays on.",
  nuala "He's on at ten past nine. Mind the step.",
  "You say that if she needs anything. She says yes, of course, and thanks you. She's got her hand on the wall, and goes along it like somebody reading.",
  when(knows(nuala, "eyes")) { "In the interval you see her in the wings, with a hand on a rope that doesn't need holding. Dev stands beside her and tells her something, and she laughs." },
  otherwise { "In the interval two stagehands carry the bench on, and off. It takes six seconds. Cas puts up both thumbs." },
  ending "cut",
}

scene "lift" { at = "Fri 20:24",
  notes {
    say = "Twenty-four minutes past eight. You've been here before.",
    watch = "Whether anybody says: but this time it's a baby.",
    prompt = "What do you know now that you didn't know on Thursday? Does it change the vote?",
    why = "The talk was words. This is the deed. It comes with just as good a reason not to.",
  },
  "Twenty-four minutes past eight. In the foyer the lift has stopped between two floors. There's a woman in it with a pram, and the pram is screaming.",
  dev "The lift man says an hour. She's asking for whoever's in charge.",
  "That's you. It's been you since August.",
  choice {
    option "bed" "“Tell her I'll be there in ten minutes.” Go to the bed." {
      "You say it through the door of the lift as well, and what the woman says back is quite short.",
      attend(tonight), go "black" },
    option "eyes" "“Dev, the bed. She can't see. Say ‘now’ at eleven.”" { when = open(secret),
      notes { prompt = "It breaks her secret, and it keeps him out of the hole. What else could have?" },
      breaks(secret), "He doesn't ask anything. He pushes his sleeves up, and runs.", spend { minutes = 25 }, go "stood_in" },
    option "dev" "“Dev, take the bed for me.”" {
      notes { prompt = "The same sentence as on Thursday, or another one?" },
      when(is(shared)) { dev "I know. I say *now*. She told me.", "He's pushed his sleeves up, both of them.",
        attend(tonight), go "black" },
      otherwise { "He looks at you a second too long.", dev "Sure. All good.", spend { minutes = 25 }, go "stood_in" } },
    option "minutes" "Two minutes at the lift first. Then run." {
      chance {
        odds(1, { "You talk to the pram through the gap. It hiccups, and stops. You run.", attend(tonight), go "black" }),
        odds(1, { "Her name's Joy, the baby's is Otis, and she can't breathe in small rooms. When you let go of her hand it's twenty to nine.", spend { minutes = 20 }, go "absent" }),
      } },
  },
}

scene "black" {
  when(knows(nuala, "eyes")) { ending "now" },
  otherwise { ending "eleven" },
}

-- Safe, and seen by everybody: the light desk asks why.
scene "lamps" { at = "Fri 19:40",
  notes {
    watch = "How fast a reason is made up, for a good purpose.",
    prompt = "You didn't promise her silence. Does it matter what you say here?",
    why = "Safe isn't the same as settled. A light asks a question, and somebody answers it.",
  },
  "The woman at the light desk has one finger on a blue slider. She used to push that bed herself, on tour.",
  "“It's a blackout,” she says in your ear. “It's been one since *The Tempest*. What's it for?”",
  choice {
    option "trap" "“The trap's open. I want to see it.”" {
      "“Since when?” she says. Then she looks at the black jacket in the wings for a bit, and says: “Oh.”" },
    option "me" "“I was nearly in it on Thursday.”" { when = kept(bed), "You weren't, and she was looking. The slider goes up." },
    option "wait" "“Nuala will tell you. After.”" { breaks(nuala, "candour"),
      "It's only one name. It goes along the headsets quicker than a fire." },
    option "cas" "“Cas wants it. He's had a thought.”" { "“Of course he has,” she says. The slider goes up. In the stalls Cas turns round, with his palms up." },
  },
  when(took "lamps.cas") { "By eight Cas has heard that blue was his idea. He's had it written down." },
  when(kept(bed)) { "At half past eight she puts a hand on the post. You say *now* all the same, in broad blue light." },
  otherwise { "At half past eight you're at the other end. It's the first time. You can see her lips count." },
  ending "blue",
}

-- It works without you.
scene "stood_in" {
  "When the lift opens, the woman puts the baby in your arms and sits down on the floor.",
  "By the time you've got behind the stage the bed is on its mark, to the inch. Dev is breathing hard. Nuala has her arm through his.",
  when(took "lift.eyes") { dev "I said *now*.",
    nuala "He did. Before I'd got to ten. I wonder who told him.", "Her arm stays where it is. Her face has found you, more or less." },
  otherwise { dev "I said *now*. I sort of felt she wanted it.",
    nuala "He did. I'd hardly to ask.", "She looks past you, to where you aren't." },
  ending "boy",
}

scene "absent" {
  "The bed is standing in the wings, on the near side of the trap. It hasn't moved. The act is playing in front of a curtain.",
  "Nuala stands at her post in the black jacket, with one arm out.",
  nuala "Is that you?",
  "It's you, you say.",
  nuala "I thought I'd wait, this time.",
  ending "cut",
}
