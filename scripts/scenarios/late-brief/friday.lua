-- Friday: buns at twenty past two, and a fare at ten to four.
local maya, sam, lin = person "maya", person "sam", person "lin"
local brief, slides, numbers = commitment "brief", commitment "slides", commitment "numbers"
local thursday, secret = commitment "thursday", commitment "secret"
local pier, six = commitment "pier", commitment "six"

local looked = flag "looked" -- somebody hesitated
local owing = flag "owing"
local function unsigned() return no(trusts(maya, "worn")) end -- the works wants Maya's name as well

scene "friday" { at = "Fri 14:20",
  notes {
    say = "Twenty past two, and buns. Listen to what each of them brings up, and what they leave out.",
    watch = "If there's an empty chair to own: who hears “it was nice, actually” as forgiven.",
    prompt = "She waited twenty minutes. What would you like to hear, by the coats?",
    why = "A skipped half hour can be owned the next day. Nothing that's said here asks for it.",
  },
  when(all { missed(thursday), found(brief) }) {
    maya "I waited till twenty past yesterday. I thought something had broken down." },
  otherwise_when(missed(thursday)) { "Maya is by the coats.",
    maya "I waited till twenty past yesterday. It was nice, actually. I watered the plant. It's plastic.",
    choice {
      option "own" "“I should have come and told you.”" { own_up(thursday), apologise(maya) { "responsibility" },
        maya "Yes. It's eleven steps. I counted them, waiting." },
      option "sam" "“Sam was stuck on slide six.”" { defend(maya), maya "I know, I could hear him. I'd have found a third mug." },
      option "plant" "“How's the plant?”" { maya "Thriving.", "She goes on looking for her other glove." },
    } },
  when(took "thursday.say") { "Maya holds the street door for you.",
    maya "I had a whole speech ready for Sam. He'd heard already. He was very nice to me about it." },
  when(kept(slides)) { "Sam puts a paper bag on your desk. It's warm.",
    sam "They said yes on slide nine. I did ten and eleven anyway." },
  otherwise_when(kept(six)) { "Sam puts a paper bag on your desk. It's warm.",
    sam "Two shops. The lady wants six on the side of a van. I'd only said it thirty times, and it went." },
  otherwise_when(no(promised(slides))) { "Sam puts a paper bag on your desk. It's warm.",
    sam "Two shops out of five. I did the words. Lin crossed out “artisan” for me.",
    sam "Six had one word on it. They really looked at it." },
  otherwise { "Sam puts a paper bag on your desk, quietly.",
    sam "They'll let us know. They were nice. There are buns.",
    sam "On six I just stood there for a bit. A lady said take your time. So I did." },
  when(all { is(flag "grey"), no(took "thursday.say") }) { sam "Maya told me at nine. About the grey hair. You knew yesterday, when I asked.",
    "He thinks about it with his mouth full.", sam "No, I get it. I'd have liked the evening, though." },
  when(covered(brief)) { "The man has been about the drive. His bill is on Lin's chair. *Eighty pounds. Nothing found.*" },
  when(no(found(brief))) { maya "Are those Dunmore's? Leave me a plain one." },
  go "fare",
}

scene "fare" { at = "Fri 15:50",
  notes {
    say = "Ten to four on a Friday. You need somebody to put their own name under your word.",
    watch = "Faces when the line goes quiet.",
    prompt = "What are they weighing, while you wait? Name the day it comes from.",
    why = "Coming over is their decision. What decides it was laid on other days.",
  },
  "You're clearing your desk. Page five is on top. Adult single, winter: fourteen pounds. The August sheet says sixteen. You typed it, and four people read it.",
  "In your phone there's a photo of the sea. In the corner of it, in felt pen, somebody has written *16*.",
  "The timetables took it from there: forty thousand of them, and the press starts at five.",
  "The works stops for three people: Maya, who signs, Sam, whose artwork it is, and Lin, who knows Gerry. You ring all three. One picks up.",
  need { who = one_of { maya, sam, lin }, stakes = "medium",
    crosses = {
      when(chosen(maya)) { "You hear Maya sit down.",
        maya "Sixteen. You're sure. Then I ring Pell before he finds it, and I say it was us.",
        "She does it on the other phone. You read her the August sheet, and she says it after you, line by line.",
        maya "He wants to know if it's sixteen with parking." },
      otherwise_when(chosen(sam)) { sam "I'm on the platform. There's another one at six. Don't touch the layers.",
        "You can hear him run, and something in his bag run with him.",
        "At twenty past four he's at your desk in his coat, with a bun in his teeth. He changes one digit, and looks at it for a while.",
        sam "It was a nice four." },
      otherwise { lin "Say it again, with the unit.", "Sixteen pounds. A spoon goes down.",
        lin "Josef, five minutes. I'm going to be rude to Gerry.",
        "She puts the phone on the table and takes the other one. You hear all of it. She's rude in whole sentences, and asks after his knee." },
      -- Who comes can help, but not sign. A slip that was made good doesn't stand between people.
      when(unsigned()) { ending "apart" },
      otherwise_when(any { missed(brief), covered(brief), is(owing), missed(thursday), missed(secret),
        no(trusts(maya, "sound")), is(looked) }) { ending "patched" },
      otherwise { ending "together" },
    },
    hesitates = { set(looked),
      when(chosen(maya)) { maya "Sixteen because you've looked, or sixteen because you think so?" },
      otherwise_when(chosen(sam)) { sam "I'm on the platform. Is this, like, really by five? Or by five?" },
      otherwise { lin "Gerry does me one favour a year. You'd like that one." },
      "The line is quiet. You can hear {who} breathe.",
      choice {
        option "page_five" "“It's my mistake. I've got the August sheet in my hand.”" { listen,
          "You read it out. Sixteen, adult, single, from the first of November. Then you stop talking, which takes some doing." },
        option "ask" "“What do you need from me first?”" { ask, "There's a moment in which nothing is said. Then: “The sheet. A photo of it. Now, while I'm on the line.”" },
        option "push" "“There's an hour. Can we talk about it after?”" { steer, "“We could,” says {who}." },
        option "march" "“You'd be standing up on my word again. I know.”" { when = all { chosen(maya), knows(maya, "march") },
          listen, maya "Yes. That's it exactly." },
        option "phone" "“I'll do all the phoning. You do the artwork.”" { when = all { chosen(sam), knows(sam, "phone") },
          ask, sam "Even the works?", "Even the works." },
        option "plain" "“Yes or no. I can do something with a no.”" { when = all { chosen(lin), clarified(lin, "candour") },
          ask, lin "A no you'd have had by now." },
        option "josef" "“Stay with Josef. I'll ring, you only nod to Gerry.”" { when = all { chosen(lin), knows(lin, "bus") },
          ask, "You hear her put a hand over the phone, and take it away again." },
      } },
    turns_back = {
      when(all { chosen(maya), silo() }) {
        maya "Not on your word alone. I'd have to come in and look, and I'm at the school gate.",
        maya "Write to the works. They've got an address." },
      otherwise_when(chosen(maya)) { maya "Send me the sheet and leave it with me. You needn't stay.",
        "You say you don't mind staying.", maya "No, I know." },
      otherwise_when(chosen(sam)) { sam "I'm on the train, it's moving. Sorry. Try Maya?",
        "Behind him a voice announces the train, which is late." },
      otherwise { lin "It's Friday. If I ring Gerry, it's my word for sixteen. And I've only got yours.", lin "Write it to the works. They read things.",
        "You hear her tell Josef that it's nobody." },
      when(any { silo(), all { unsigned(), no(chosen(maya)) } }) { ending "silo" },
      otherwise { ending "apart" },
    },
  },
}
