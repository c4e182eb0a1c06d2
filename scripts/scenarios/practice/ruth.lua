-- Ruth Abara, 61, the till since 1984. Needs: her eyes looked at, without anybody asking whether she can still do it.
-- Never says that she can't read the screen. Annoyed, she gets politer. Funny about regulars, whom she knows by locker.
local ruth = person "ruth"
local till, lost, ropes = commitment "till", commitment "lost", commitment "ropes"
local board = commitment "board"
local looked, over = flag "looked", flag "over"

scene "ruth_meet" {
  notes { watch = "Whether a reason is asked for before the half hour is given.",
    prompt = "Why has she turned the slip over?", why = "She has asked for half an hour, and given no reason. One may ask; one may also just come." },
  "Ruth has her coat on a hanger and her own cushion. She's written something on a slip, and turned it face down.",
  ruth "Tomorrow at one I have to go over the road, to the hospital. Half an hour. Somebody has to sit here who can add.",
  choice {
    option "yes" "“One o'clock. I'll be on the cushion.”" { promise(till), ruth "Beside the cushion, if you don't mind." },
    option "bad" "“Is it something bad?”" { ask(ruth), learn(ruth, "eyes"), promise(till),
      ruth "It's the new screen. It's grey on grey. I go by where the buttons used to be.", "You say one o'clock. She turns the slip over. It's an eye clinic." },
    option "no" "“Couldn't we shut the till for half an hour?”" { steer(ruth), ruth "It was shut when the old Queen died. For the minute.",
      "She tears the slip in two, and then in four." },
  },
  go "door_3",
}

scene "ruth_work" {
  notes { watch = "Whether “each thing, in the book” is heard, or only “lost property”.", prompt = "Which three words of hers decide how long it takes?",
    why = "Her standard is in the sentence. Most people hear the task." },
  "The lost property is up to the pipes. It lives behind Ruth, and has begun to lean.",
  ruth "The hospice van comes on Thursday at twelve. It may have all of it. But looked up first, please, each thing, in the book.",
  "The book goes back to 1984. It's three hours, with your sleeves up.",
  choice {
    option "yes" "“Thursday, twelve. Every sock.”" { promise(lost), ruth "There's one flipper you needn't look up. I know whose that is." },
    option "what" "“What are you hoping is in there?”" { ask(ruth), learn(ruth, "ring"), clarify(ruth, "detail"), promise(lost),
      ruth "A ring. A Mrs Toller, 1991. So every single thing, you see. It could be in a sock." },
    option "three" "“Could the van come at three?”" { promise(lost, { due = "Thu 15:00" }), ruth "It can come when it likes, it's a charity. I shall say so. More kindly." },
  },
  go "door_3",
}

scene "ruth_late" {
  notes { watch = "“Nobody's looked in those for twenty years.”",
    prompt = "Which of the nine bags would you like not to have opened?", why = "A tick is a promise that somebody looked." },
  "The crates for the van are full. On the shelf over the pipes stand nine bags, and the book is open at 1997.",
  choice {
    option "tick" "Tip the nine bags in, and tick them off." { cover_up(lost), "It takes four minutes. Something in the last one rattles." },
    option "nine" "“Ruth, could the van come tomorrow at nine?”" { move(lost, "Fri 09:00"), ruth "I've told it so. It was very decent about it." },
    option "part" "Let the van have the crates. The nine bags stay." { "The man from the hospice says it's a lot of goggles." },
  },
  go "late_3",
}

scene "ruth_board" {
  notes { watch = "“They all know what it costs.” Who says it?",
    prompt = "For whom does ten pence matter?", why = "Standards look fussy until one knows who pays." },
  "Over Ruth's head hangs the board with the prices, in white paint, by the late Mr Lisle. She looks at it for a moment.",
  ruth "The prices go up on Friday. Fourteen lines. I should like it to be painted, and dry, by Thursday at twelve. One can't have paper.",
  "Three hours, on a ladder, with a thin brush.",
  choice {
    option "yes" "“Thursday, twelve. Dry.”" { promise(board), ruth "Mr Lisle took two days. He had to stop for the sixes." },
    option "who" "“Who reads it? They all know what it costs.”" { ask(ruth), clarify(ruth, "detail"), promise(board),
      ruth "Locker nine. One pound sixty, in an envelope, every morning. If it's wrong she's ten pence short, in front of people. So each line, please." },
    option "three" "“Three. It's the drying.”" { promise(board, { due = "Thu 15:00" }), ruth "Three. I shall fan it." },
  },
  go "door_3",
}

scene "ruth_board_late" {
  notes { watch = "How good an old price looks.", prompt = "Who'd notice first that a line is wrong? Would she say so?",
    why = "The wrong line costs somebody else, daily, and quietly." },
  "Eleven lines are white and dry. *Seniors, mornings* is still in pencil, and so are the towels.",
  choice {
    option "old" "Paint the last three as they were. It says prices." { cover_up(board), "From below it looks finished. It has even got Mr Lisle's six." },
    option "nine" "“Ruth, tomorrow at nine, before they come?”" { move(board, "Fri 09:00"), ruth "They come at seven. But I shall stand in front of it." },
    option "part" "Take the ladder down. Eleven's nearly all." { "Without the ladder it looks quite high." },
  },
  go "late_3",
}

whenever(missed(till)) { "Her slip lies on the counter. Tuesday's been crossed out with a ruler. Under it stands *March*.", ruth "They were very nice about it." }
whenever(all { missed(lost), no(found(lost)) }) { "Each of the nine bags has a ticket on it now. *Not looked up.*",
  ruth "I told the hospice that it was all of it. I was mistaken." }
whenever(found(lost)) { ruth "The hospice rang. There's a hearing aid in with the goggles. It's in my book, with a name to it. It has a tick, too." }
whenever(all { missed(ropes), took "ruth_tempt.me" }) { "The Gazette is on the counter, open at page three. You look well.",
  ruth "I thought the ropes came out nicely." }
whenever(all { missed(ropes), took "ruth_tempt.picture" }) { "The Gazette is on the counter, open at page three. Ruth is in it, from the Christmas party.",
  ruth "It was kindly meant. Eleven people have told me I've got my mouth open." }
whenever(all { missed(board), no(found(board)) }) { "On the board there's a gap between *Adults* and *Towels*.",
  ruth "Locker nine has gone home for ten pence. She wouldn't have it from me." }
whenever(found(board)) { ruth "The board says one pound sixty. The till says one seventy. I've been paying the ten pence out of my purse. Since seven." }
whenever(all { is(over), kept(lost) }) { "In a sock, in the sixth bag, there was a wedding ring. It's been in the book since 1991.",
  ruth "Mrs Toller is coming at ten. I've put on the good cardigan." }
whenever(all { is(over), kept(board) }) { ruth "Locker nine stood before it with her envelope. She read it down to the towels. Then she took ten pence out of her shoe." }
whenever(all { is(over), kept(ropes) }) { ruth "Page fourteen. Both ropes, and “our front desk”. I bought two. One's for the drawer." }

scene "ruth_tempt" { at = "Wed 09:50",
  notes { watch = "Giving somebody their due against their wish counts as kind for about a minute.", prompt = "Whose is an idea? Whose is a face?",
    why = "Two promises in one sentence. The warm way keeps one of them." },
  "Since September there's no queue in the hall. There are two ropes and a bell, and it walks by itself. It was Ruth's idea.",
  ruth "If the Gazette rings about the ropes: I won't have my picture in. And I won't have it be somebody else's idea. Can you do both?", promise(ropes),
  "They ring at ten. They want a face and a name, by five past, or it's a cat in a chimney.",
  choice {
    option "me" "“Well, we try things out here. What would you like to know?”" { breaks(ropes), "It's a nice talk. He laughs twice. He has a photo of you, from the fun run." },
    option "picture" "“Ruth Abara, A-B-A-R-A. I'll send you a picture.”" { breaks(ropes), "There's one of the Christmas party. She's the one with the crown." },
    option "ropes" "“Our front desk's idea. Take a picture of the ropes.”" { "“Of ropes,” he says. You hear him put the cat in.",
      spend { minutes = 10 } },
  },
  go "hour",
}

scene "ruth_talk" {
  notes {
    watch = "Who offers her a course.",
    prompt = "She's had a list ready since March. What was on it that you didn't ask for?",
    why = "She's polite until somebody stays with what she said. Then it's about her eyes.",
  },
  one_on_one(ruth) { minutes = 40, rounds = 2, energy = 1,
    option "start" "“I've got forty minutes and no list.”" { their_agenda, ruth "I have a list. It's been ready since March. Do sit." },
    option "screen" "“What's the new screen like to work with?”" { when = no(knows(ruth, "eyes")), ask, learn(ruth, "eyes"),
      ruth "Grey. With grey on it. I've been going by where the buttons were.", "She puts her glasses on, to show you, and takes them off again." },
    option "back" "“So you've been doing it by heart.”" { when = knows(ruth, "eyes"), listen, ruth "Since the spring. It's always added up." },
    option "course" "“There's a course for that, on Thursdays.”" { fix, ruth "How nice.", "She straightens the swimming caps, by size." },
  },
  "Somebody rings the bell in the hall. She gets up as if it had been rung for a queen.",
  go "wednesday_desk",
}

local function saved()
  return { ruth "Well. I shall want a table, a ruler, and somebody to shout.",
    "She writes ninety bands by hand, from memory, with the lockers. Her sister has a coffee at the station, and another. At two there's a bell, and they walk.",
    go "goes_well" }
end
scene "ruth_need" {
  notes { watch = "Who says that she's the only one who can. She has noticed.", prompt = "Her sister has come two hundred miles. What could you carry for her?",
    why = "Two hundred miles against a week." },
  "The new screen has gone black. In it are ninety names, who's with whom, and who may go in deep. Without the list nobody may go in at all.",
  "Ruth has taken the bookings by telephone since June. She has a half day today, and her coat on. Her sister's train gets in at twelve.",
  need { who = ruth, stakes = "medium",
    crosses = saved(),
    hesitates = { set(looked), ruth "She's come two hundred miles. I said I'd be on the platform.",
      choice {
        option "plain" "“I know what I'm asking. I've no right to it.”" { listen, "She does one button up, and leaves her hand on it." },
        option "what" "“What could we do about your sister?”" { ask, ruth "She likes to be met. By somebody who can carry." },
        option "push" "“You're the only one who has it in her head.”" { steer, ruth "Yes. So I've noticed." },
        option "read" "“I'll read you the small print. You needn't look at it.”" { when = knows(ruth, "eyes"), listen, "She looks at the black screen, with some warmth." },
      } },
    turns_back = { ruth "I'm so sorry. I did say I'd be there. I do like to be where I said.",
      "She walks to the station very upright. You ring the schools, one by one, and write. By noon you've got forty-one names.", go "second_ruth" },
  },
}
