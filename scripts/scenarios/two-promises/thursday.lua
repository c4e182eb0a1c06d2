-- Thursday and Friday: an inspector, a bus at ten past twelve, and chair six.
local gerrit, keziah = person "gerrit", person "keziah"
local folder, book, four, seven = commitment "folder", commitment "book", commitment "four", commitment "seven"
local drive, rest = commitment "drive", commitment "rest"
local aloud, tired, full, rung = flag "aloud", flag "tired", flag "full", flag "rung"

local wrong = flag "wrong"   -- the book has a digit or a column wrong, and the inspector comes back
local shut = flag "shut"     -- three chairs are closed
local looked = flag "looked" -- somebody hesitated
local seen = flag "seen"     -- the inspector has been
local spoken = flag "spoken" -- Gerrit has spoken about the book
local hall = flag "hall"     -- Keziah has spoken about the bus

local function late() return any { missed(book), missed(four) } end

whenever(kept(drive)) { gerrit "I hear you drove. She's told everybody about your second gear." }
whenever(missed(drive)) { keziah "The office shut at five. I was standing here with my coat on till quarter past." }
whenever(all { late(), is(seen), no(is(spoken)) }) {
  "On your table lies the lid of the shoe box. On the inside, in capitals: *RANG VANCE AGAIN. HE ASKS IF THERE IS A BOOK.*" }

scene "thursday" { at = "Thu 08:10",
  when(all { late(), is(full) }) { set(spoken),
    "The book lies on Gerrit's desk, with the box beside it, empty. You've slept in chair nine.",
    gerrit "I looked in at seven. I didn't know there was one, I thought you'd gone home.", "He puts a hand on it, flat.", go "vance" },
  otherwise_when(late()) { go "door" },
  otherwise { go "vance" },
}

scene "door" {
  set(spoken),
  notes {
    watch = "How tempting Keziah is as a reason, because she's a good one.",
    prompt = "What can he still do with the truth, at ten past eight?",
    why = "Owned before he raises it, it weighs less. Blaming the other promise costs you both.",
  },
  "Gerrit's at the door, in the tie. It's on the outside of his collar.",
  gerrit "Good morning. I've put the coffee on for him. The book'll be on your table, I expect.",
  choice {
    option "own" "“It isn't done. I should've said so yesterday.”" {
      when(missed(book)) { own_up(book) }, otherwise { own_up(four) }, apologise(gerrit) { "responsibility", "regret" },
      "He does up the top button, for something to do.",
      gerrit "Yesterday I'd have rung him. He's from Goes. You can talk to people from Goes, the evening before.", clarify(gerrit, "notice") },
    option "keziah" "“Keziah needed me for her six.”" { defend(gerrit), defend(keziah),
      gerrit "Quite right. Young people first.", "Keziah's forty-four, and standing behind you with a tray." },
    option "top" "“Let's put the good pages on top.”" { fix(gerrit),
      "You do. From above it looks like a book.", gerrit "And when he turns the page?" },
  },
  go "vance",
}

scene "vance" { at = "Thu 09:00",
  notes {
    watch = "Whom the room protects: the book, Gerrit, or themselves.",
    prompt = "Where does this page come from? Go back to the day.",
    why = "Colleagues fall short as well. How that's answered lays planks, or loosens them.",
  },
  set(seen),
  "Mr Vance from Water has a small torch, and wipes his feet for a long time. He and Gerrit both grow tomatoes. They agree that it's been a wet year.",
  when(all { late(), no(is(full)) }) { set(shut),
    "He finds the place in October where the writing stops, and puts the torch on it. Nobody says anything about October.",
    "He shuts seven, eight and nine, till he's seen the rest. He could come again tomorrow at two. Gerrit writes *7, 8, 9* on three pieces of tape." },
  otherwise_when(is(rung)) { set(wrong),
    gerrit "As I said on the telephone, Mr Vance. It stops in October.",
    "Mr Vance looks at what there is, with the torch, and at what there isn't. He shuts nothing. He'll come again tomorrow at two, and till then he's going to see his sister." },
  otherwise_when(any { open(book), open(four) }) {
    gerrit "As I said on the telephone, Mr Vance. It comes a bit later.",
    "Mr Vance shines his torch on the pump instead, and on the pipes, and on a spider. He'll see the book tomorrow at two, and tonight he's going to see his sister." },
  otherwise_when(any { owned(book), owned(four) }) { set(shut),
    gerrit "It stops in October, Mr Vance. I'd rather you heard it than found it.",
    "Mr Vance finds it all the same, with the torch. He shuts seven, eight and nine. If he sees the rest tomorrow at two, he'll open them." },
  otherwise_when(all { promised(seven), no(is(aloud)) }) { set(wrong), lets_down(seven),
    "Your four weeks he turns over one by one, and nods. Then come Gerrit's. All September stands one line too low. The Tuesdays are on the Mondays.",
    "Gerrit bends over the page, close, and closer.",
    choice {
      option "what" "Later, in the store: “What happened with September?”" { ask(gerrit), learn(gerrit, "eyes"),
        gerrit "It happened that I can't see it. In January they do the left one. I wrote it all under the good lamp. It felt so tidy." },
      option "we" "“That's us, Mr Vance. We'll put it right by tomorrow.”" { listen(gerrit),
        "“Us,” says Mr Vance, and writes down something short.", "Gerrit looks at you over the book, more or less." },
      option "mine" "“Mine are the first four.”" { defend(gerrit), gerrit "They are. Anybody can see that they are.",
        "Mr Vance shines his torch on you, and then on something else." },
    },
    "He'll come again tomorrow at two. If it's right then, it's right." },
  otherwise_when(is(tired)) { set(wrong),
    "He likes your hand. In week nine he stops. *Point eight.* If that's true, nobody should've been in a chair that day.",
    gerrit "That'll be a three.", "You know which slip it was. It was the one you read twice.",
    choice {
      option "three" "“It's a three. I copied it wrong, at night.”" { listen(gerrit),
        "Mr Vance wants the slip. Gerrit has the box upside down on the floor before he's finished asking.",
        gerrit "Three! Look at it. That's as three as they come." },
      option "slip" "“That slip was hard to read.”" { defend(gerrit), gerrit "Yes. I wrote it.",
        "He folds his glasses, and unfolds them." },
      option "wait" "Look for the slip, and say nothing." { "It takes you nine minutes. Mr Vance tells Gerrit about a well in Zeeland.",
        gerrit "You should have been in bed. I mean that as a reproach to me." },
    },
    "It's a three. He'd like to see week nine clean, tomorrow at two. It's a formality, he says, with the torch on." },
  otherwise_when(any { promised(book), promised(four) }) {
    "He goes through eleven weeks with the torch. In September he stops. Next to a number there's a drawing.",
    gerrit "That's a fish.", "“I see,” says Mr Vance. At ten to ten there's a green sticker on the door, a bit crooked. Gerrit strokes it flat." },
  otherwise { set(shut),
    "Gerrit has done it by himself, three nights. It's all in capitals, and September stands one line too low. Mr Vance puts the torch on it, week after week.",
    "He shuts seven, eight and nine. If it's right tomorrow at two, he'll open them.",
    gerrit "No, no. You said no on Monday. That was quite clear." },
  go "hall",
}

scene "hall" { at = "Thu 12:05",
  notes {
    watch = "Which of the two broken promises the room finds worse, and why.",
    prompt = "What does she know now that she'd have needed on Wednesday?",
    why = "Her bus leaves in five minutes. What was late for the book is final for the folder, or nearly.",
  },
  when(missed(folder)) { set(hall),
    "Keziah stands in the hall, with her bag, her coat, and an envelope that isn't closed.",
    when(took "keziah.fine") { keziah "You said fine. I told Esi fine." },
    otherwise_when(took "coats.well") { keziah "It was going well. By the coats, on Tuesday, it was going well." },
    otherwise { keziah "I got as far as the hall." },
    choice {
      option "drive" "“That's my fault. The needles first, then I drive you. They shut at five.”" {
        own_up(folder), apologise(keziah) { "responsibility", "repair" }, promise(drive),
        when(promised(drive)) { keziah "In that car?", "She closes the envelope half, and keeps a thumb in it." } },
      option "sorry" "“I knew yesterday. I should've told you then.”" { own_up(folder), apologise(keziah) { "responsibility", "regret" },
        clarify(keziah, "notice"),
        keziah "At the door. Yes. I could have rung them from the door.", "She takes the coat off, and there's the tunic under it." },
      option "vance" "“You saw it. There was an inspector in the house.”" { defend(keziah),
        keziah "There were dogs in some of the houses. I still brought it." },
    } },
  otherwise_when(covered(folder)) {
    "Keziah's in the hall with her bag. The envelope's shut, and stuck down with tape for wounds.",
    keziah "Six goods. Five was the one I wasn't sure of. You'd have said.",
    choice {
      option "stop" "“Wait. I didn't see five, not properly. Nor six.”" { own_up(folder), apologise(keziah) { "responsibility", "explanation" },
        "You can see the bus through the glass, and so can she.",
        when(accepts(keziah)) { promise(drive), keziah "Then it's a lie, with a stamp on. Take your gloves. And then you drive." },
        otherwise { keziah "Then it's a lie, with a stamp on.", "She peels the tape off. It takes the corner with it." } },
      option "run" "“Run. You'll miss it.”" { "She runs like somebody who knows dogs. The bus waits." },
      option "angle" "“Keep the angle flat on the next one, that's all.”" { steer(keziah),
        keziah "Flat. Was it steep?", "“A bit,” you say. She's out of the door, saying “flat” to herself." },
    } },
  otherwise_when(open(folder)) {
    "Five past twelve. The bus goes without Keziah. She waves to the driver, as you do to a colleague.",
    keziah "Tomorrow, then. I've told him ten past twelve." },
  otherwise {
    "Five past twelve. Keziah's in the hall with her bag and an envelope, and kisses it on the flap.",
    keziah "Mr Adeyemi wrote them a letter. He put in the vein." ,
    "The bus waits for her. He used to be on parcels." },
  go "afternoon",
}

-- Something is missing in the book that can still be mended by two on Friday.
local function gap() return any { is(shut), is(wrong), late() } end

scene "afternoon" { at = "Thu 13:30",
  notes {
    say = "Half past one. Three hours again, and again for one.",
    watch = "Those who'd rather talk than copy, and those who'd rather copy than talk.",
    prompt = "What would this afternoon have been, without Wednesday?",
    why = "Mending takes the same hours as keeping, and comes on top of them.",
  },
  "In the sink stands Mr Vance's cup, with the biscuit still on the saucer. Nobody likes to throw it away.",
  when(is(shut)) { "There's tape across seven, eight and nine. Their people sit in the hall with their coats on. Gerrit brings them biscuits, one each, on a kidney dish." },
  otherwise { "Nine chairs, nine people, nine green lamps. Gerrit carries his tie about, and can't find anywhere to be." },
  choice {
    option "drive" "Two needles, and then the college." { when = all { open(drive), no(done(drive)) }, work(drive, 3),
      "Forty minutes in second gear, because third has gone. She holds the envelope up, so that it can see.",
      keziah "I used to do this road on foot. That one bit me. That one too." },
    option "last" "Finish Keziah's six for tomorrow." { when = all { open(folder), no(done(folder)) }, work(folder, 2),
      when(done(folder)) { "The last one's Mr Adeyemi's left arm. She's in before he's found a word for nine across." },
      otherwise { "It goes well, and there are still boxes left. She looks at them, and you look at them." } },
    option "box" "Go on with the box." { when = any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } },
      when(open(book)) { work(book, 3) }, otherwise { work(four, 3) },
      "Three hours by the window. The fish turns out to have been Keziah's." },
    option "mend" "“Gerrit, where's the box? I'll have it right before he's back.”" { when = gap(),
      when(any { late(), owned(book), owned(four) }) { apologise(gerrit) { "repair" } }, otherwise { listen(gerrit) }, promise(rest),
      when(promised(rest)) { work(rest, 3), gerrit "You needn't, you know.", "He's already cleared the table." } },
    option "gerrit" "Half an hour with Gerrit, in the store." {
      when(accepts(gerrit)) { go "sit_gerrit" },
      otherwise { gerrit "Tomorrow. I've got people in the hall.", "He goes out to them, with nothing in his hands." } },
    option "keziah" "Half an hour with Keziah, on the back step." {
      when(accepts(keziah)) { go "sit_keziah" },
      otherwise { keziah "I'm all right standing.", "She's got her coat on, indoors." } },
    option "home" "Go home at two, for once. You've got the hours." {
      "You sleep on the sofa till it's dark. The telephone's face down on the floor, and quiet, or you are." },
  },
  go "friday",
}

scene "sit_gerrit" {
  notes {
    watch = "Which sentences he answers, and which he's polite to.",
    prompt = "What does he tell you that wasn't in the box?",
    why = "Whose half hour it is gets decided in the first sentence. It costs strength: she or the book won't get it.",
  },
  "The store. He gives you the step stool and takes the crate. The tie swings a little on its stand.",
  one_on_one(gerrit) { minutes = 30, rounds = 2,
    option "yours" "“What's on your mind?”" { their_agenda, gerrit "Thursday. It's still Thursday, isn't it." },
    option "share" "“You first, then me?”" { shared_agenda, gerrit "That's how we did it with the bathroom at home. Four sisters." },
    option "mine" "“I'd like to explain about the box.”" { my_agenda, gerrit "By all means.", "He gets comfortable on the crate, as far as that's possible." },
    option "spring" "“What was it like here, in spring?”" { ask, learn(gerrit, "spring"),
      gerrit "Three chairs empty, and I drove behind her taxi once, to see how far it is. It's far. She waved all the way." },
    option "wait" "Straighten the slips, and wait." { listen,
      gerrit "I'd have done it myself, in August. It was never the time.", "He holds one up to the lamp.", gerrit "I'd have liked to be asked why, that's all. Or I'd have hated it." },
    option "eyes" "“How much do you see of that?”" { when = knows(gerrit, "eyes"), ask,
      gerrit "The edges. You've got a very nice outline.", gerrit "I count the chairs by their hum. Don't tell them." },
    option "system" "“You need a sheet on the wall, not a box.”" { fix, gerrit "There was a sheet on the wall. It's in the box." },
    option "kez" "“I'd promised Keziah first.”" { defend, gerrit "I know. You never said it as if it were difficult." },
  },
  go "friday",
}

scene "sit_keziah" {
  notes {
    watch = "How long anybody can drink tea without helping.",
    prompt = "What does she need: the bus, or somebody who looks?",
    why = "An open question, and then silence. Tips and reasons shut the door again.",
  },
  "The back step, between the gas bottles and a dead geranium. She's got two teas, and gives you the one without the chip.",
  one_on_one(keziah) { minutes = 30, rounds = 2,
    option "yours" "“You start.”" { their_agenda, keziah "Me? I've got a list as long as a Monday." },
    option "share" "“What do we need to talk about?”" { shared_agenda, keziah "You know one and I know one. Let's see if it's the same." },
    option "mine" "“I'd like to tell you how my week was.”" { my_agenda, keziah "Go on.", "She blows on her tea, and goes on blowing." },
    option "first" "“What was it like, the first time you needled?”" { ask, learn(keziah, "hands"),
      keziah "My hand shook. I've had Alsatians. He talked about Lagos till it stopped. He's from Leicester." },
    option "easter" "“What happens if it isn't this year?”" { ask, learn(keziah, "wage"),
      keziah "I do the sums till Easter. After Easter it's a different sum, with the post in it." },
    option "wait" "Drink your tea." { listen, "A gas bottle ticks in the sun.",
      keziah "You're good at it, you know. When you look. I learn it when you're looking." },
    option "tip" "“On the left arm, try it from below.”" { fix, keziah "I did. You'd gone to the box by then." },
    option "gerrit" "“Gerrit put me on the spot on Monday.”" { defend, keziah "That man? He puts himself on it." },
  },
  go "friday",
}

-- Friday ------------------------------------------------------------------------------------------------

scene "friday" { at = "Fri 08:10", weather = "dawn",
  when(covered(folder)) { chance { odds(2, { found_out(folder), go "arm" }), odds(1, { go "early" }) } },
  otherwise { go "early" },
}

scene "arm" {
  notes {
    watch = "“It was only a few sheets.” “Nobody meant any harm.” Who says it first.",
    prompt = "Who has been deceived here? Count them.",
    why = "A miss would have cost her a bus. This costs an arm, and what she thought she'd learned.",
  },
  mood(keziah, "cold"),
  "Mr Adeyemi's in chair two, with his sleeve up. He's blue from the wrist to the elbow, and doing his crossword with the other hand.",
  keziah "Needle five. Too steep. The night nurse saw it from the door.",
  keziah "I asked you. You said five was fine. I've been proud of five.",
  choice {
    option "all" "“I was copying. I didn't see five, and I signed it.”" { apologise(keziah) { "responsibility", "explanation", "regret" },
      "Mr Adeyemi asks for a word with seven letters. Nobody helps him.", keziah "Then tell the college. Today, please. I'll sit next to you while you ring." },
    option "arm" "“Let me see to the arm.”" { fix(keziah), keziah "It's seen to.",
      "She's wrapped it like a parcel, edges in." },
    option "steep" "“It must have moved after. They do.”" { deny(keziah), keziah "They do.",
      "She looks at the sheet. *Good*, it says, in your clear hand." },
  },
  go "early",
}

scene "early" {
  notes {
    say = "Friday morning, two hours. What's still open?",
    watch = "Who mends, and who is nice.",
    prompt = "If somebody had to stay with you tonight: who'd notice what you do with these two hours?",
    why = "Following through on a repair is the dullest part of it, and the one that counts.",
  },
  "Friday. Somebody's put a cardigan on the skeleton in the corridor, and buttoned it. One sleeve is longer. You've got till ten, and then it's the second shift.",
  choice {
    option "box" "Finish the book, before ten." { when = any { all { open(book), no(done(book)) }, all { open(four), no(done(four)) } },
      when(open(book)) { work(book, 1) }, otherwise { work(four, 1) },
      when(any { kept(book), kept(four) }) { "The last slip's from last Wednesday. You know the hand: it's yours." },
      otherwise { "It won't be done by ten. You know it at nine." } },
    option "mend" "“Gerrit, give me the box. It's for two o'clock, isn't it?”" { when = all { gap(), no(promised(rest)) },
      promise(rest), when(promised(rest)) { work(rest, 3), "The inspector has his torch with him. At ten past two he puts it away." } },
    option "last" "The last of Keziah's six." { when = all { open(folder), no(done(folder)) }, work(folder, 2),
      when(kept(folder)) { "At eleven she's in the hall with the envelope, an hour early, looking at the stop." },
      otherwise { "There are boxes left on the sheet. She folds it small." } },
    option "toast" "Make toast for the first shift." { listen(keziah),
      "Nine slices, nine different instructions. Keziah carries. She knows who's got whose teeth in." },
    option "lamp" "Write today's chlorine into the book. Only that." { when = any { kept(book), kept(four), kept(rest) }, listen(gerrit),
      "It takes a minute. Gerrit stands beside you, and breathes.", gerrit "So that's how it's done." },
    option "rounds" "Go round the chairs, and sit down at each one." {
      "The man in chair four wants to know which of the sleeves is longer. It's the left. He'd have said the right." },
  },
  go "six",
}

-- What was promised has been kept, or mended.
local function clear()
  return all {
    any { kept(folder), all { owned(folder), kept(drive) } },
    any { no(any { promised(book), promised(four) }), all { any { kept(book), kept(four) }, any { no(is(wrong)), kept(rest) } },
      all { any { owned(book), owned(four) }, kept(rest) } },
    no(any { missed(drive), missed(rest), is(looked) }) }
end

scene "six" { at = "Fri 17:10",
  notes {
    say = "Ten past five on a Friday. You can't choose who's still in the building.",
    watch = "Whether they hope it's the one they kept their word to.",
    prompt = "What is this person weighing? Which day is it from?",
    why = "You had hours for one. Which of the two you'd need, nobody could know.",
  },
  when(all { is(wrong), no(kept(rest)) }) {
    "Over lunch Gerrit and Keziah put the book right, she reading, he writing. You could hear them from the corridor. Mr Vance came at two, and had nothing to do." },
  when(all { missed(folder), no(found(folder)), no(is(hall)) }) {
    "Keziah's envelope is in the kitchen, propped against the toaster. They told her next autumn, in a very nice way." },
  when(all { is(shut), no(kept(rest)) }) {
    "Ten past five. Since Thursday six chairs do the work of nine. Mrs Tennant let the man from eight have her noon, and now she's here: grey, in a good coat, with her knitting. She needs her four hours." },
  otherwise {
    "Ten past five. Mrs Tennant's taxi broke down at noon, and now she's here: grey, in a good coat, with her knitting. She needs her four hours tonight." },
  "“Don't mind me,” she says. “I've got a sleeve to finish.”",
  "There's a rule of two. Nobody stays alone with a patient. If there's no second one, it's the ambulance, and the county hospital: forty miles.",
  "You hear the street door. Then you hear somebody cough, so one of the two is still in the building.",
  need { who = one_of { gerrit, keziah }, stakes = "medium",
    crosses = {
      when(chosen(gerrit)) { "Gerrit already has one arm in his coat. He looks at the arm.",
        gerrit "I'll have to ring home. It's fish. Mrs Tennant, have you met fish?", "He rinses the machine himself, by ear." },
      otherwise { keziah "Till ten? Esi can cook. She can't, but she can.",
        "She hangs up the coat, and lays out first house, second house." },
      when(clear()) { ending "together" }, otherwise { ending "patched" } },
    hesitates = { set(looked),
      when(chosen(gerrit)) { gerrit "Till ten. You'd stay till the end. You wouldn't be called to something." },
      otherwise { keziah "You and me. And you'd be looking." },
      "Mrs Tennant turns her needles, and is very busy with a stitch.",
      choice {
        option "need" "“What would you need from me?”" { ask,
          when(chosen(gerrit)) { gerrit "That you say so at seven, if you can't. Not at ten." }, otherwise { keziah "That you stand next to me. Here. Not there." } },
        option "plain" "“You've reason to ask. I'm here till she's home.”" { listen, "It's quiet enough to hear the taxi firm's music, on hold, in your other hand." },
        option "push" "“She's seventy-eight. We can't talk about this now.”" { steer, "“I'm seventy-seven,” says Mrs Tennant." },
        option "eyes" "“I'll read out the numbers. All of them.”" { when = all { chosen(gerrit), knows(gerrit, "eyes") }, listen, gerrit "All of them. Well." },
        option "hands" "“You needle. I'll talk about Lagos.”" { when = all { chosen(keziah), knows(keziah, "hands") }, ask, keziah "You've never been to Lagos." },
      } },
    turns_back = {
      when(chosen(gerrit)) { gerrit "If Keziah can, I'll stay. I'd sooner do it with Keziah. You go home, you look tired.",
        when(trusts(keziah, "sound")) { "You ring her at the bus stop. She asks if she'd be with you. No, you say. She says she's turning round.", ending "apart" },
        otherwise { "You ring her at the bus stop. It rings, and then you can hear that she's seen who it is.",
          "Gerrit waits with you until the ambulance comes, and holds the wool.", ending "silo" } },
      otherwise { keziah "Get Gerrit back in, and I'll do it with him. I'm telling you at the door.",
        when(trusts(gerrit, "sound")) { "You ring. He's just past the bins. He comes back without asking, puts his clips on the radiator, and nods at you as at a guest.", ending "apart" },
        otherwise { "You ring. It goes to the voice with all the options. Outside a bicycle lamp stops by the bins, and goes on.",
          "Keziah does up Mrs Tennant's shoe before she leaves.", ending "silo" } } },
  },
}
