-- Friday: an hour for doors, and one of six things that go wrong.
local greta, tibor, rosalind = person "greta", person "tibor", person "rosalind"
local philippa, yusuf, kobby = person "philippa", person "yusuf", person "kobby"
local page, plan, receipts = commitment "page", commitment "plan", commitment "receipts"
local notice, square, shout = commitment "notice", commitment "square", commitment "shout"

local looked = flag "looked" -- somebody hesitated, and wasn't won with what they had told you
local asked_tibor, asked_rosalind, asked_kobby = flag "asked_tibor", flag "asked_rosalind", flag "asked_kobby"

scene "friday" { at = "Fri 09:30",
  notes {
    say = "Friday morning. Everything's ordered, and you've got a feeling.",
    watch = "The doughnuts. Somebody always wants the doughnuts.",
    prompt = "What could still be built today? What couldn't?",
    why = "What carries on Friday afternoon was laid before Friday morning.",
  },
  "Two thousand lanterns, a bear, a form for every street. At nine you wrote the parents their text, standing up, with the lantern firm on the other ear. It goes out this afternoon. There's nothing to do till noon.",
  choice {
    option "doughnuts" "Buy twelve doughnuts and go round all the doors." { spend { hours = 1, energy = 1 },
      rosalind "What do you want?", "Yusuf's Friday sign is out; you leave his on the boiler. Philippa doesn't, on a wedding week, because of the dress.",
      "Tibor takes two, one for the lorry." },
    option "tape" "Measure the square once more. Somebody has to hold the zero." { ask(tibor), spend { hours = 1 },
      "Tibor's on his break. He holds it, chewing.", when(kept(plan)) { tibor "Ninety-four. Told you." },
      otherwise { "It's ninety-four metres. He's got sixty on the lorry.", tibor "Good that you looked. I'll load." } },
    option "kobby" "Go to Kobby. “Three o'clock on Tuesday. I went upstairs instead.”" { when = missed(notice),
      apologise(kobby) { "responsibility", "regret" },
      kobby "I'd got a chair.", "He looks at the notice on the wall, where it says Mill Street.",
      kobby "My mother found it. At breakfast. She was nice about it." },
    option "rosalind" "Take Rosalind the box. “They're three days late.”" { when = missed(receipts),
      apologise(rosalind) { "responsibility", "repair" }, spend { hours = 2 },
      "You sort them on her floor while she serves.", rosalind "Two hundred and twelve forty. So I cross out “missing”. In red. With a ruler. Thanks." },
    option "tibor" "Drive out to Tibor. “You had to guess. That was me.”" { when = missed(plan),
      apologise(tibor) { "responsibility", "repair" }, spend { hours = 2 },
      tibor "Yes.", "He hands you the zero. You hold it in Mill Lane for an hour, in the wet." },
    option "greta" "Catch Greta on the stairs. “You stood up there without a page.”" { when = missed(page),
      apologise(greta) { "responsibility", "regret" },
      greta "I did. I talked about lanterns. For eleven minutes. I didn't know I could.", "She stops for it, on a landing." },
    option "philippa" "Go down to Philippa about the stage." { when = any { missed(square), owned(square) },
      when(missed(square)) { philippa "The florist told me. I said that she must be mistaken, because I had your word.", "She squares a pile of forms." },
      otherwise { philippa "You've told me already. It doesn't get any quieter." },
      apologise(philippa) { "responsibility", "repair" }, ask(tibor), spend { minutes = 30 },
      "You ring Tibor from her desk. From four till the bride's down the steps: could they stand still?",
      tibor "Quarter of an hour. Six men, caps off. They'll like that. Don't tell them I said." },
    option "yusuf" "Go to Yusuf. “You sat there yesterday and nobody shouted.”" { when = missed(shout),
      apologise(yusuf) { "responsibility", "regret" },
      yusuf "I ran. It's all right. I've a good time for it, four minutes ten.", "He doesn't look round from the screen." },
  },
  go "trouble",
}

scene "trouble" { at = "Fri 15:25",
  notes {
    say = "Twenty-five past three on a Friday. Look at the canyon before you choose anything: who's over there, and over what?",
    watch = "The second in which the room hears which name it is.",
    prompt = "Which hour of the week would you like back?",
    why = "Six bridges, one draw. They decide what they cross, and it was built on other days.",
  },
  "Twenty-five past three. On a Friday a town hall empties like a bath, from the top.",
  chance {
    odds(1, { go "river" }), odds(1, { go "band" }), odds(1, { go "driver" }),
    odds(1, { go "weir" }), odds(1, { go "suit" }), odds(1, { go "page_nine" }),
  },
}

-- Who comes has come. Whether they'd come again is another matter.
local function slipped(x, door) return all { missed(x), no(took(door)) } end
local function hammers() -- the stage is built over the wedding, she had it from the florist, and nobody has asked the crew to stand still
  return slipped(square, "friday.philippa")
end
-- By the back door nobody hears the hammers.
local function patched(back_door)
  if back_door then return { ending "pencil" } end
  return { when(hammers()) {
      "By three on Saturday the stage is up. At four a bride of eighty-one waits on the top step until a man has finished with a hammer." },
    ending "pencil" }
end
local function over(back_door)
  return when(any { is(looked), slipped(plan, "friday.tibor"), slipped(receipts, "friday.rosalind"), slipped(page, "friday.greta"),
    slipped(notice, "friday.kobby"), slipped(shout, "friday.yusuf"), hammers() })(patched(back_door)),
    otherwise { ending "zero" }
end

scene "river" {
  notes {
    watch = "The sigh when it's Tibor, or the smile.",
    prompt = "Metres were asked of you on Monday. What does he know of your metres?",
    why = "He rings six men on his own word, on a Friday night. What he can give them is what he has of yours.",
  },
  "The river's up. From noon tomorrow the towpath is closed: it's on the county's website, in yellow. Two thousand children have to come home down Mill Lane, past the lorries.",
  "That takes barriers, and somebody to put them there tonight. You ring Tibor. He's got his boots off, you can hear it.",
  need { who = tibor, stakes = "high",
    crosses = { tibor "How many metres?", "You tell him.", tibor "Forty-three, then. I've got forty-four.",
      "At eight he's in Mill Lane with the lorry's lamps on. You hold the zero. His daughter has brought soup.", over() },
    hesitates = { set(looked), tibor "Six men. Friday night. And whose metres are they?",
      choice {
        option "plain" "“Mine. Guessed. Come and I'll hold the tape.”" { listen, tibor "Guessed. Well, that's honest." },
        option "ask" "“What do you need, to ring the six?”" { ask, tibor "Pies. And someone on the zero who stays there." },
        option "push" "“It's two thousand children, Tibor.”" { steer, tibor "I can count." },
        option "lost" "“You'll want to choose the last barrier yourself.”" { when = knows(tibor, "lost"), clear(looked), listen, tibor "Yes. I will." },
        option "gap" "“No gap this time. And if there is, I'm the gap.”" { when = knows(tibor, "gap"), clear(looked), listen, "Something drops. It's a boot, going on." },
      } },
    turns_back = { set(asked_tibor), tibor "No. Not six men, not on a phone call. Ring the county.",
      "He gives you the number, slowly, and the other number, for after five.", go "second" },
  },
}

scene "band" {
  notes {
    watch = "Who thinks of the bride first, and who of the trombones.",
    prompt = "What does she call the back door, and what does she call you?",
    why = "She moves for a reason in your own words. Being told that nobody will mind is what she minds.",
  },
  "The wedding is thirty people and a harp. Only it's ninety, and a brass band: it says so on the florist's van. They'll fill the square till six, and at five the lanterns have to come through.",
  "There's a back door, by the bins. You go down to Philippa. She's ironing a ribbon.",
  when(all { missed(square), no(took "friday.philippa") }) { philippa "The florist also told me about a stage. I said that she must be mistaken." },
  need { who = philippa, stakes = "high",
    crosses = { philippa "By the bins. I shall tell them that it's the garden door.",
      philippa "There is a door. You and I will see about the garden.",
      "On Saturday there are eleven geraniums along the wall. You carried nine of them. You've seen them before, outside the mayor's office.", over(true) },
    hesitates = { set(looked), philippa "You'd like me to send a bride of eighty-one out past the bins. I should like to hear it in your own words.",
      choice {
        option "plain" "“I didn't count the guests. I'm asking you to mend it.”" { listen, philippa "Nor did I. That makes two of us, and a trombone." },
        option "ask" "“What would make it a door you'd go out of yourself?”" { ask, philippa "Flowers. A carpet. And nobody calling it the back." },
        option "push" "“They're in love. They won't see any bins.”" { steer, philippa "They are eighty-one and eighty. They see everything." },
        option "walk" "“Two lanterns at the door. And a scarf, in case.”" { when = knows(philippa, "walk"), clear(looked), listen,
          "She turns the iron off, and stands it on its end." },
      } },
    turns_back = { philippa "They've booked the front steps, and I've said yes. I don't like to be the second person this week who changes their mind.",
      "She wishes you a pleasant evening, in full.", go "second" },
  },
}

scene "driver" {
  notes {
    watch = "“It's only money.”",
    prompt = "Whom is she afraid of, with the blind in her hand? It isn't you.",
    why = "She's asked to be irregular in front of an auditor. Whoever has sat with her receipts asks from another place.",
  },
  "Two thousand lanterns are in the yard, in a van. The driver has his arms folded. Six hundred and forty pounds first, he says, on paper. It was in the letter. It's in Ansel's box, under the whistle.",
  "The cash office shuts at half past three. Rosalind has the blind in her hand. Behind her sits a man in a grey jumper, reading her August.",
  need { who = rosalind, stakes = "high",
    crosses = { rosalind "Six forty. No order number. Who orders without a number?", "Ansel.", rosalind "Course he did.",
      "The blind goes up again. She writes it by hand, in front of the man in the jumper, and says each pound aloud.",
      "In the yard the driver unfolds.", over() },
    hesitates = { set(looked), rosalind "That's the auditor. You'd like me to pay out six forty without a number, while he's looking.",
      choice {
        option "plain" "“Yes. I should have found it on Monday. I'll sign above you.”" { listen, rosalind "Above me. In capitals." },
        option "ask" "“What would he have to see?”" { ask, rosalind "A letter, a date, and somebody daft enough to sign. Have you got a letter?" },
        option "push" "“It takes two minutes, and there's two thousand children.”" { steer, rosalind "That's thirty-two pence a child. I can do sums." },
        option "post" "“I'll tell him why there's only one of you.”" { when = knows(rosalind, "post"), clear(looked), listen, "The man in the jumper has looked up." },
        option "till" "“I'll show him Ansel's box. He can be cross with me first.”" { when = knows(rosalind, "till"), clear(looked), listen,
          "She looks at August, upside down, and at you." },
      } },
    turns_back = { set(asked_rosalind), rosalind "Can't. Any other week. No, not any other week either.",
      "The blind comes down. Behind it the coin machine starts to count.", go "second" },
  },
}

scene "weir" {
  notes {
    watch = "How many have to look up who Yusuf is.",
    prompt = "Which day was it worth going behind the boiler? Would you have known it then?",
    why = "Here you go to him, and the gate is his. He has one rule, and a reason for it that has to be asked for.",
  },
  "Nineteen hundred parents get a text from the town: *Meet at Mill Bridge, 6.30.* It's Mill Lane. You wrote it. There hasn't been a Mill Bridge since the flood. There's a weir.",
  when(any { took "tie.say", took "tie.ask", took "tie.fix", took "notice.now" }) { "On Tuesday you told Kobby that it's Lane." },
  "Only Yusuf can make the machine say something else. You go down. The room behind the boiler has its Friday sign out: a drawing of an aunt, asleep.",
  need { who = yusuf, stakes = "high", to = "them",
    crosses = { yusuf "On a Friday. For you. Auntie, get your coat on.", "He types with two fingers. You read it back to him, letter by letter, then he to you.",
      "At four o'clock nineteen hundred phones say *Lane*. So does his. He shows it to the machine.", over() },
    hesitates = { set(looked), yusuf "I've got one rule, and it's Friday. Who wrote Bridge?",
      choice {
        option "plain" "“I did. I typed it, and I pressed send.”" { listen, yusuf "Well. Then Auntie's glad it wasn't her, for once.", "He pats the machine." },
        option "ask" "“What would you check before you touched her?”" { ask, yusuf "Who gets it. Who wrote it. Who sits here while I press." },
        option "push" "“Nobody'll ask about a rule with kids at a weir.”" { steer, yusuf "In April everybody did." },
        option "graves" "“I read every word aloud. You press. No graves.”" { when = knows(yusuf, "graves"), clear(looked), listen, "He pulls the second chair out with his foot rest." },
        option "alone" "“I'll be at the front desk, and shout what they get.”" { when = knows(yusuf, "alone"), clear(looked), ask, yusuf "You'd shout. You would, too." },
      } },
    turns_back = { yusuf "Make me a ticket. I mean it. Monday at nine, top of the pile.",
      "He says it quite kindly, and holds the door. It has no handle on your side.", go "second" },
  },
}

scene "suit" {
  notes {
    watch = "Jokes about the bear. Then let somebody say why he might not want to.",
    prompt = "What has he learned from you in his first six weeks?",
    why = "He's new, and would like to say yes to everyone. What you did on a Tuesday at three is most of what he knows of you.",
  },
  "The bear has shingles. That's Mr Lunt, who's been in it since 1988. There's been a bear every year for sixty years. The suit is five foot six, and it's Saturday, six to nine, without a window.",
  "One person in the building is five foot six. Kobby is in the foyer, with his coat on.",
  need { who = kobby, stakes = "high",
    crosses = { kobby "I'd be honoured. I'd be, yes. Does one wave?", "One waves. He practises under photograph forty-eight until the lift opens, and it's the mayor.",
      "The mayor waves back.", over() },
    hesitates = { set(looked), kobby "I have a thing on Saturday. I could find out whether it's a thing.",
      choice {
        option "plain" "“It's hot and it smells. I've got nobody else.”" { listen, kobby "That's quite a clear description." },
        option "ask" "“What's the thing?”" { ask, kobby "Dinner. My mother's. At eight. One could eat at nine." },
        option "push" "“Everybody here started in the bear.”" { steer, kobby "Mr Lunt started in drains. He told me." },
        option "bear" "“You only wave. Nobody gets picked up.”" { when = knows(kobby, "bear"), clear(looked), listen, kobby "I'd put that in writing. For the children." },
      } },
    turns_back = { set(asked_kobby), kobby "No. Sorry. I've got a thing.", "He does his coat up to the top, says goodbye to the porter by name, and goes.", go "second" },
  },
}

scene "page_nine" {
  notes {
    watch = "Who hears “it's a formality” as help.",
    prompt = "She signed something in a lift once. What would make today a different lift?",
    why = "A signature for something unseen is trust, in writing. She'll ask for the bad part first.",
  },
  "The fire officer's on line two. Page nine is who stops the Walk, and when. He can't read it for jam. He wants it typed again and signed again, by a head of department, before five.",
  "Greta is on a platform. She'd have to sign on her phone, with a finger, something that she hasn't seen.",
  need { who = greta, stakes = "high",
    crosses = { greta "Read me the. No, only the bit with my name. Yes. Again. Good.", "She signs while a train goes through. It looks like a fish.",
      "The fire officer has it at twelve minutes to five. He says he's seen worse fish.", over() },
    hesitates = { set(looked), greta "Last year I signed one that I hadn't. So. Is it the same page?",
      choice {
        option "plain" "“All but one line. If you can't be found, I stop it.”" { listen, greta "Bad part first. All right." },
        option "ask" "“Which line do you want to hear first?”" { ask, greta "The one that you'd leave out." },
        option "push" "“It's jam, Greta. It's a formality.”" { steer, greta "They're all a formality. Until there's a tooth." },
        option "tooth" "“There's a bench there. I'll read you all nine pages.”" { when = knows(greta, "tooth"), clear(looked), listen, "You hear her sit down." },
      } },
    turns_back = { greta "I'd have to see it. On paper. On Monday. I know that it isn't on Monday.", "Those were three whole sentences. Then there's a tunnel.", go "second" },
  },
}

scene "second" { at = "Fri 16:10",
  notes {
    watch = "Who counts up whom they've done something for, and who just rings.",
    prompt = "Whom did you pick, and what did you base it on?",
    why = "It can't be mended as it was. Somebody could still come and do half of it with you.",
  },
  "Ten past four. There's a way to do half of it: shorter, later, by torchlight. It takes two. On every floor somebody is switching off a light.",
  choice {
    option "kobby" "Catch Kobby at the door." { when = no(is(asked_kobby)), go "second_kobby" },
    option "rosalind" "Knock on Rosalind's blind." { when = no(is(asked_rosalind)), go "second_rosalind" },
    option "tibor" "Ring the depot." { when = no(is(asked_tibor)), go "second_tibor" },
    option "nobody" "They've all got homes. Do it yourself." { ending "bench" },
  },
}

scene "second_kobby" {
  notes {
    watch = "Whether the room asks him for what he can do, or for what's needed.",
    prompt = "What would make his no easy to say?",
    why = "He would like to say yes to everybody. Half an evening, named as what it is, is the fairest thing to ask for.",
  },
  need { who = kobby, stakes = "medium",
    crosses = { kobby "Tonight? I'd have to telephone. One moment. Mum? I'm needed.", "He takes his tie off, rolls it up, and asks for a torch.", ending "torches" },
    hesitates = { kobby "Would I be, sorry, what would I be doing?",
      choice {
        option "plain" "“Holding the tape, till nine. It's my mess.”" { listen, "He thinks about the tape." },
        option "ask" "“What could you do, till when?”" { ask, kobby "Seven. Half past, with a lift." },
        option "push" "“It'd look good, six weeks in.”" { steer, "He touches his tie." },
      } },
    turns_back = { kobby "I'm afraid I have to get my bus.", "It's the one at ten to five. You both look at the clock.", ending "bench" },
  },
}

scene "second_rosalind" {
  notes {
    watch = "Who answers “what's it pay” as if it were about money.",
    prompt = "What does she want to hear before she puts her coat on?",
    why = "She's counted pennies since eight. A straight “nothing, it's my mess” is a price she can work with.",
  },
  need { who = rosalind, stakes = "medium",
    crosses = { rosalind "Torches. How many, from where, and what's a battery cost?", "She's got her coat on before you've said. She brings the petty cash.", ending "torches" },
    hesitates = { rosalind "I've counted pennies since eight. What's it pay?",
      choice {
        option "plain" "“Nothing. I've made a mess, and it takes two.”" { listen, "She leans on the counter." },
        option "ask" "“What would get you home by eight?”" { ask, rosalind "A lift. And chips." },
        option "push" "“It's for the kids.”" { steer, rosalind "Everything's for the kids." },
      } },
    turns_back = { rosalind "Not tonight.", "The blind moves. It's only the draught, from her shutting the other door.", ending "bench" },
  },
}

scene "second_tibor" {
  notes {
    watch = "“You know how, I don't.” True, and see what he does with it.",
    prompt = "Which half would you leave to him, and which would you carry?",
    why = "He doesn't mind work. He minds guessing, and he has done it for you once, or he hasn't.",
  },
  need { who = tibor, stakes = "medium",
    crosses = { tibor "Half. Which half?", "In twenty minutes he's there, alone, in his own car, with the tape.", ending "torches" },
    hesitates = { tibor "What's it for, half?",
      choice {
        option "plain" "“So that somebody's Walk happens. I botched the rest.”" { listen, tibor "Hm." },
        option "ask" "“Which half would you do?”" { ask, tibor "The lane. Lane's the bad half." },
        option "push" "“You know how. I don't.”" { steer, tibor "No. You don't." },
      } },
    turns_back = { tibor "I'm off now.", "He waits a moment, to see if you'll hang up first.", ending "bench" },
  },
}
