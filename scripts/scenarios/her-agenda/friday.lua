-- Friday, ten past five to a quarter past six: the talk, and what the glue needs.
local nuala, dev, cas = person "nuala", person "dev", person "cas"
local bed, ten_past = commitment "bed", commitment "ten_past"

local room = number "room" { from = 0, to = 3 } -- how much room she was given: each time somebody waited
local raised = flag "raised"                    -- she has begun about Dev

scene "five" { at = "Fri 16:55",
  notes {
    say = "He only wants five minutes. Who here has had five minutes like that?",
    watch = "Nobody asks Cas what it's about.",
    prompt = "Whose time is easiest to take from: the loud one's or the quiet one's?",
    why = "A one-on-one that is skipped is a broken plank. Moved before its time, it hardly costs anything.",
  },
  when(kept(bed)) { "There's a letter from the school on your desk. *Our class was left in the care of a teenager.* Somebody's underlined *care*." },
  otherwise { "On the board hangs last night's report. *Bed 40 seconds late. Props error. N.P.* The letters run downhill." },
  "Cas comes round the corner with his coat on and his scarf in his hand. He's got four hundred people at half past seven.",
  cas "Five minutes. The second half. I've had a thought about the trap.",
  "It's five to five. Nuala is at ten past, two floors down.",
  choice {
    option "no" "“I'm with Nuala till seven. After that I'm yours.”" {
      cas "Till seven? That's two hours. What's she doing, resigning?", "He winds the scarf round his neck, and goes to have his thought at somebody else.", go "door" },
    option "later" "Ring Nuala: could it be half past five?" { move(ten_past, "Fri 17:30"),
      "Cas walks the thought up and down for you. It's quite a good thought, and it needs the bed to be faster.",
      spend { minutes = 30 }, go "door" },
    option "five" "“Five, then. But five.”" {
      chance {
        odds(2, { spend { minutes = 19 }, cas "Faster, that's all. The whole bed, faster. See? Five minutes." }),
        odds(1, { spend { minutes = 34 }, "It's a long thought. It has a drawing. When you look up, the clock in the corridor says half past five." }),
      }, go "door" },
  },
}

scene "door" {
  when(accepts(nuala)) { go "talk" },
  otherwise { go "list" },
}

-- She won't talk. What can be known is known by somebody else, too.
scene "list" {
  notes {
    watch = "Who goes after Dev, and who takes the list and leaves.",
    prompt = "She's helpful from first to last. What has she stopped doing?",
    why = "Under a certain point nobody answers questions. It isn't a punishment: it's just not safe.",
  },
  "The props room is under the stage. Nuala has her coat on, over her apron.",
  nuala "I thought you'd got held up. It's all right, it'll go on a page.",
  "She's written you a list, in letters as long as a thumb. Where the blood is. Where the other blood is. Who mends the trap. *Gregory: glue at 6.*",
  nuala "That's so that anybody can find things. It's all there. There's one under *Thunder* that I'd label, if I had the time.",
  "On the bench lies Gregory, body here, head there. Beside him there are two cups. One's clean, with a saucer on it, to keep it warm.",
  nuala "Mind the step, that bulb's gone.",
  "On the dark stairs you nearly fall over Dev. He's threading needles, ten of them, red and black.",
  choice {
    option "ask" "“What happened at the bed last night, Dev?”" {
      learn(nuala, "sleeve"), learn(nuala, "needles"),
      dev "I went backwards. She counted. Then there wasn't any floor. She got me by the sleeve.",
      dev "It's a cheap jumper. It stretched. Please don't tell my mum." },
    option "needles" "“Who are those for?”" { learn(nuala, "needles"),
      dev "Nuala. Ten every morning, and ten for the show. She says her hands are cold.",
      "He holds one up to the light from the door, and gets it first time.", dev "They're not, though. Her hands." },
    option "back" "Go back in. “Tell me what you wanted. I'll stand.”" { their_agenda(nuala), learn(nuala, "boy"),
      nuala "The boy. They're letting him go on the sixth of January. I'd have liked him down here.",
      nuala "But it's on the list. Under *Other*." },
    option "go" "Read the list again. It's a good list." { "*Spare eyes for Gregory: tobacco tin, left.* You hadn't known there were spare ones." },
  },
  go "six",
}

-- "Gregory: glue at 6" stands on the list.
scene "six" { at = "Fri 17:50",
  notes {
    watch = "Whether anybody takes the list at its word.",
    prompt = "She didn't ask. Is it listening, to read what somebody has written down?",
    why = "When words are closed, a small deed in the right place is still open.",
  },
  "Ten to six. You've got the list in your pocket. Upstairs Cas is lying on his stomach by the trap, looking into it.",
  cas "Have you got a minute? Mind the hole.",
  choice {
    option "glue" "Be in the props room at six, because the list says glue." { their_agenda(nuala),
      nuala "It wasn't an invitation. It was so that I don't forget.", "She looks for somewhere to put the brush.",
      nuala "Wash your hands, then.", go "glue" },
    option "send" "Send Dev to her, and have Cas's minute." { "Dev goes down two stairs at a time, and stops at the third from the bottom, where the bulb's gone.", go "above" },
    option "trap" "Lie down next to Cas. “What about the trap?”" {
      cas "Nobody's ever asked why it has to be open. It was open when I came.", "You both look into it. There's a shoe down there.", go "above" },
  },
}

scene "above" { at = "Fri 18:25",
  notes {
    watch = "Hands that go to the bedpost, and voices that don't come.",
    prompt = "She hasn't asked for anything, and there's a hole in the floor. What's yours to do?",
    why = "A word at the right moment is help that leaves her the bed. Taking hold of it takes it away.",
  },
  "By twenty-five past six the stage is empty. You're doing the fire doors when you hear wheels.",
  when(took "six.send") { "Dev's sitting on the edge of the stage, with glue on both thumbs. She's sent him up for his supper." },
  "Nuala has the bed by one post. She walks it towards the trap under the full lights, and her eyes are shut.",
  nuala "Nine. Ten. Eleven.",
  learn(nuala, "count"),
  "It stops a hand's breadth past the tape. She opens her eyes, bends down till her nose is nearly on the floor, and looks for it.",
  choice {
    option "say" "Say it from where you are: “You're a hand over.”" { ask(nuala), add(room, 1),
      "She doesn't start. She pulls the bed back by a hand.", nuala "Here?", "There, you say.",
      nuala "You've a good voice for it. It carries." },
    option "come" "Go over and take the other post." { fix(nuala),
      nuala "I've got it, thank you.", "You hold it all the same, till she's let go." },
    option "doors" "Go on with the fire doors, quietly." { listen(nuala),
      "She does it four more times. By the fourth she's on the mark. Then she pats it, and says something to it." },
  },
  "Later Dev comes through the wings with a pile of programmes. He walks round the trap in a big curve. You hadn't seen anybody do that before.",
  dev "She says they're letting me go on the sixth, and not to mind. I didn't know I was going to mind.",
  learn(nuala, "boy"),
  dev "She was going to talk to you about it. She'd put on her good cardigan. Then she took it off again, because of the glue.",
  "Somebody calls for programmes. He goes the long way round.",
  go "half",
}

scene "talk" {
  notes {
    say = "She asked for this half hour. Whose is it going to be?",
    act = "Let somebody read Nuala aloud, with something in their hands.",
    watch = "Which of our sentences she answers, and which she only replies to.",
    prompt = "What's on the bench, in the cup, on the wall? Who noticed, and who asked?",
    why = "Agenda, open questions and waiting decide what can be said. She knows that you'll want to fix it.",
  },
  "The props room is under the stage and smells of glue and toast. She's pulled the lamp so low that it nearly touches Gregory.",
  "She's mixing glue on an envelope, the kind with a window.",
  when(missed(ten_past)) { nuala "I started without you. He doesn't mind." },
  otherwise_when(took "five.five") { nuala "I did his beak while I waited. There was nothing wrong with his beak." },
  one_on_one(nuala) { minutes = 40, rounds = 4, energy = 2, meets = ten_past,
    option "start" "“You asked for this. You start.”" { their_agenda, set(raised), learn(nuala, "boy"),
      nuala "I did. Right.", "She wipes the brush, one side, then the other.",
      nuala "It's about the boy. Dev. They're letting him go on the sixth of January. I'd like him down here." },
    option "both" "“You first. And then I've got last night.”" { shared_agenda, set(raised), learn(nuala, "boy"),
      nuala "Last night. We'll see if we get there. It's about Dev.",
      nuala "They're letting him go on the sixth of January, and I want him in props." },
    option "first" "“Before you start: the bed. Cas wants it faster.”" { my_agenda,
      "She puts the brush down, and lays it straight.", nuala "Faster. Well. Tell me about faster." },

    option "dev" "“What is it about Dev?”" { when = is(raised), ask,
      nuala "He holds things still. You'd be surprised. Most people hold a thing and think about lunch.",
      nuala "And he reads me the numbers on the tins. Good eyes, that boy. Like a cat.",
      "She finds the edge of the crack with her thumb, and follows it all the way round." },
    option "bed" "“How was it at the bed last night?”" { when = no(kept(bed)), ask,
      learn(nuala, "sleeve"), learn(nuala, "count"),
      nuala "I count, you know. Eleven. Last night it was ten and a bit, and the boy was walking backwards.",
      nuala "He'd one foot over the edge. I had him by the sleeve. It's a cheap jumper. It stretched." },
    option "why" "“When you said ‘say when’: what were you waiting for?”" { when = kept(bed), ask,
      nuala "For you. It takes two, that bed.", "The brush stays where it is for a moment.",
      nuala "It didn't always. I used to run it with a sandwich in my hand." },
    option "hold" "Say nothing. Hold the lamp for her." { listen, add(room, 1), learn(nuala, "rail"),
      nuala "Closer. Closer. There.", "You can feel the heat of it on your knuckles. She works with her nose almost in the glue.",
      nuala "Bernard heard about my hip once. In a pub. On the Monday I'd a rail on the stairs, with a bow on. And a man from the paper." },
    option "report" "“Why does it say ‘props error’?”" { when = no(kept(bed)), ask, learn(nuala, "report"),
      nuala "Because if it says *nobody there*, somebody asks who.",
      nuala "You've only had the one autumn here. And then they'd ask why it needs two.", "She'd stopped before that last bit, and then it came anyway." },
    option "sorry" "“You asked for me, and you got a boy from the box office.”" { when = all { no(kept(bed)), no(took "night.own") },
      apologise(nuala) { "responsibility", "regret" },
      nuala "I did, yes.", nuala "He did it very well. That's what I can't stand about it." },
    option "child" "“I couldn't just leave that child, though.”" { when = no(kept(bed)), defend,
      nuala "No. Nobody could.", "She turns Gregory's head, so that it faces the wall." },
    option "neck" "“How do you mend a neck like that?”" { ask, add(room, 1),
      nuala "By thumb. Give me yours.", "She runs your thumb along the crack, and there it is: a place where the two sides don't agree.",
      nuala "You'd never have seen that. I don't look any more. It only puts me off." },
    option "school" "“The school's complained about Dev. I'll have to answer.”" { when = kept(bed), steer,
      nuala "He'd found that child before I'd counted to eleven. Put that in.", "She says it so sharply that Gregory moves." },
    option "agency" "“I'll get you somebody from the agency, for the bed.”" { fix,
      nuala "They've two. They're both called Kyle.", nuala "I'd have to tell them things, and they'd tell each other." },
    option "faster" "“What would it take to lose nine seconds?”" { when = any { kept(bed), no(is(raised)) }, steer,
      nuala "Somebody who runs.", "She goes on with the brush. It's a very small brush, and a long crack." },
  },
  go "glue",
}

scene "glue" {
  notes {
    say = "You've got a goose by the neck and your phone is ringing. Don't laugh yet.",
    watch = "What people say about somebody who is sitting next to them.",
    prompt = "She heard what you told Cas. What did she learn from it?",
    why = "What one says about a person while they listen weighs more than what one says to them.",
  },
  "She fits the head on to the neck, and puts both into your hands.",
  nuala "Four minutes. If you let go, he's a duck.",
  "So you hold him. In your back pocket your phone begins to buzz. It has Cas's buzz.",
  choice {
    option "buzz" "Let it buzz." { listen(nuala), add(room, 1),
      "It buzzes, stops, and buzzes again. She counts the rings, you can see her lips.",
      nuala "You're not getting that.", "No, you say. You've got a goose.",
      when(no(knows(nuala, "rail"))) { learn(nuala, "rail"),
        nuala "Bernard always got it. He was very good to me. I told him about my hip in the pub, and on the Monday there was a rail on the stairs. With a bow on. And the local paper." },
      otherwise { nuala "I used to use that rail as a coat hook. He'd ask how I was finding it." } },
    option "pocket" "“Could you see what he wants? Back pocket.”" { ask(nuala),
      "She fishes it out with two fingers. She holds it away from her, then close, then very close.",
      nuala "You'd better read it yourself. I've got glue on.",
      "There's no glue on her hands. She's put it on Gregory's back, with the light up, and it says *HAVE WE GOT A GOOSE*." },
    option "chin" "Take it with your chin." { go "chin" },
  },
  go "bench",
}

scene "chin" {
  notes {
    watch = "Voices drop, as soon as the room remembers that she's sitting there.",
    prompt = "Which of the answers would you give if she weren't in the room?",
    why = "She can't see your face. She hears what you say about her to somebody who can do something about it.",
  },
  "It goes on to loudspeaker by itself.",
  cas "Have we got a goose?",
  "You've got a goose.",
  when(no(kept(bed))) { cas "Good. That report. Props error. Forty seconds, and she's never late. Is something the matter with her?" },
  otherwise { cas "Good. Now the bed. It wants nine seconds out of it. Be honest: is it her?" },
  "Nuala is wiping the bench. She wipes it very quietly.",
  choice {
    option "me" "“Leave the bed to me. I'll have looked at it by tonight.”" { steer(nuala),
      cas "Wonderful. Look at it hard.", "Nuala hangs the cloth over the tap, and pulls its corners level." },
    option "mine" "“I was meant to be on that bed. I wasn't.”" { when = no(kept(bed)),
      apologise(nuala) { "responsibility" }, add(room, 1),
      cas "Oh. Then why does it say… Right. Well. Be there, would you?", "She doesn't turn round. She starts to hum, and stops herself." },
    option "here" "“She's right here. Ask her.”" { their_agenda(nuala),
      cas "Nuala. Hello. You sound well.", nuala "I haven't said anything yet.",
      "It's the longest four minutes that goose has had." },
    option "blackout" "“It's the blackout, Cas. It's too short for anybody.”" { when = kept(bed), defend(nuala),
      cas "It was never too short before.", nuala "That was kind.", "She says it when he's gone, and not as if she liked it." },
  },
  go "bench",
}
