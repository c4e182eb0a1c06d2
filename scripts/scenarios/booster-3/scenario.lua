-- The Red One: a booster of three minutes. You know what you promised; do you know what they heard?
--
-- The knot: "The red one by noon" is a clear promise. That "done" means two things in one workshop shows only when it
-- hangs on the hook, done.
--
-- Imke took over the workshop from her father. Needs: to hand a bicycle over without looking at it again. Afraid: of the
--   stairs at Hill Street, where somebody once went over the handlebars. Annoyed: turns the radio down. Funny about tags.
--
-- Mon  ten past ten (noon / what's done / what's it for) · twenty to twelve (ride / tag / hang it up) · noon
-- Endings: together (the tag) · patched (round the block) · apart (her own hook).

scenario {
  id = "booster-3", version = 1, title = "The Red One", author = "Plankwright", licence = "CC-BY-4.0", language = "en",
  blurb = "A bicycle by noon. You can do that. What you can't know is what “done” means here, unless you ask.",
  kind = "booster", minutes = 3, teaches = { "A1", "A4", "A5" },
  days = { "Mon" }, hours = { "09:00", "17:00" }, place = "bicycle workshop",
}

local imke = person "imke" {
  name = "Imke Harms", role = "runs the workshop",
  look = { skin = 1, face = "long", eyes = "soft", nose = "long", hair = "cropped", hair_colour = "red", age = 47, glasses = "round",
    coat = "overall", colour = "teal" },
  standards = { detail = { says = "done is ridden once round the block, and what wasn't done stands on the tag" } },
  facts = { seat = "The red one gets a child's seat on at noon. They live at the top of Hill Street." },
  reply = "Hm.", on_delivered = "She takes it off the hook.",
}

local red = commitment "red" { kind = "work", by = "player", to = imke, title = "The red one", what = "the brakes of the red one",
  effort = 1, due = "Mon 12:00" }

scene "ten" { at = "Mon 10:10",
  notes {
    say = "Before the promise: what would you ask?",
    watch = "Who says “noon” before they have finished reading.",
    prompt = "What does “done” mean where you work? Who'd say it otherwise?",
    why = "Asking how somebody likes it done takes half a minute, once. Finding out takes the bicycle off the hook.",
  },
  "The workshop smells of rubber and oranges. Over the bench hang eleven bicycles, and under each hangs a brown tag. Some tags are full. Some have one word.",
  "It's your third week. Imke comes through from the shop, with a telephone under her chin.",
  imke "One moment. The red one: brakes. She comes at noon. Can you?",
  "It's an hour's work. You've done six this month, and nobody's come back.",
  choice {
    option "noon" "“Noon. It'll hang there.”" { promise(red), imke "Lovely.", go "bench" },
    option "done" "“Noon. When is it done, for you?”" { promise(red), clarify(imke, "detail"),
      imke "When you've ridden it once round the block. And on the tag, what you *didn't* do. I read you the tag, then.", go "bench" },
    option "whose" "“Noon. What does she do with it?”" { promise(red), ask(imke), learn(imke, "seat"),
      imke "It gets a child's seat on. They live up Hill Street. Down is the short way.", go "bench" },
  },
}

scene "bench" { at = "Mon 10:30",
  "New cables, new blocks, and a rim that needs a file. At half past eleven you spin the wheel and let it bite. It stops like a dog that has heard its name.",
  work(red, 1), go "twenty_to" }

scene "twenty_to" { at = "Mon 11:40",
  notes {
    say = "Twenty minutes. The promise is kept already, on paper.",
    watch = "Who uses the twenty minutes, and for whom.",
    prompt = "Which of the three would you have done without having asked?",
    why = "The same hour of work is enough for one and not for another. The difference was said at ten past ten, or wasn't.",
  },
  "While you wipe it down you see that the back light is dead. That's another hour, and nobody's asked for it.",
  when(clarified(imke, "detail")) { "Outside it's raining a little. Round the block is four minutes." },
  otherwise { "On the next hook hangs a blue one, due at two. Outside it's raining a little." },
  choice {
    option "ride" "Once round the block, rain or no rain." { spend { minutes = 10 },
      "On the corner the front brake sings. A dog answers. It's one turn of a screw, and you'd never have heard it on the stand. You write the light on the tag, with wet fingers.", go "noon_good" },
    option "tag" "Write the tag: *brakes. Back light dead, not done.*" {
      "It's the longest tag you've written. It fits, if you turn it over. Somebody will read that, you think, and then you think who.", go "noon_good" },
    option "hang" "Hang it up. Start on the blue one." { breaks(imke, "detail"), "You're early for once. The blue one has a bell that's full of sand, and you clean it, because there's time.", go "noon" },
  },
}

scene "noon_good" { at = "Mon 12:00",
  notes {
    say = "It's on the tag. Who says it?",
    watch = "Who'd sooner be thanked than be asked.",
    prompt = "What does the woman do tonight, after each of the three?",
    why = "What isn't done is part of the work. Whoever says it first decides how it sounds.",
  },
  "At noon a woman stands in the door with a child on her arm, and a seat under the other. Imke takes the red one off the hook, and turns the tag round. She reads it to the end, which takes a while.",
  when(all { took "twenty_to.tag", clarified(imke, "detail") }) { imke "And ridden?", "You say that it's raining. She goes round the block herself, in her slippers.", ending "block" },
  choice {
    option "say" "Tell the woman yourself: the light's dead, and what it'll cost." { ask(imke),
      imke "By Thursday, we could do that.", "She writes *Thursday* on the tag, and your name.", ending "tag" },
    option "imke" "Tell Imke about the light. It's her customer." { imke "I'd have sold her that ride home in the dark. Thank you.", ending "tag" },
    option "blue" "Let the two of them talk. You've got a blue one for two." { "Imke reads the tag aloud, at the kerb. You hear your name, with a question mark behind it.", ending "block" },
  },
}

scene "noon" { at = "Mon 12:00",
  notes {
    say = "One word, in front of a customer. What do you hear in it?",
    watch = "How fast “you said brakes” comes. It's true.",
    prompt = "You did what was asked. What had nobody asked, on either side?",
    why = "Their “done” and yours were never laid side by side. It can still be done now, at the price of a wet five minutes.",
  },
  "At noon a woman stands in the door with a child on her arm, and a seat under the other. Imke takes the red one off the hook and turns the tag round. It says *brakes*.",
  "She doesn't give it to her yet. She looks at the front wheel, and then at you.",
  imke "Ridden?",
  choice {
    option "what" "“Not ridden. What do you do before you say it's done?”" { clarify(imke, "detail"), ask(imke),
      imke "Once round the block. And the tag. I should have said.", "She turns to the woman: five minutes.", ending "block" },
    option "own" "“No. Give it here, I'll ride it now.”" { fix(imke), "You're back in five minutes, wet, with the front brake singing. Everybody's heard it.", ending "block" },
    option "brakes" "“You said brakes. The brakes are done.”" { defend(imke), imke "They are.", "She turns the radio down.", ending "hook" },
  },
}

ending "tag" { title = "The tag", kind = "together",
  "The red one goes up Hill Street at ten past twelve, with somebody singing on the back. On Thursday its tag is full on both sides. Imke has pinned it up over the bench, among the postcards." }
ending "block" { title = "Round the block", kind = "patched",
  "The red one goes up Hill Street in the end. On Tuesday three bicycles hang there, done. She asks you of each: “Ridden?” On Friday she doesn't ask any more." }
ending "hook" { title = "Her own hook", kind = "apart",
  "The woman pushes the red one home, to be on the safe side. On Tuesday there's a twelfth hook, beside her desk. What you've finished hangs there first, until she's had it out." }
