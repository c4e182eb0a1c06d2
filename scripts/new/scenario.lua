-- Three Chairs: a small story of one promise, to be played in two minutes and then changed into yours.
-- A line that begins with two dashes, like this one, is for you; the player never sees it.
--
--   plankwright play .          play it              plankwright check .   is everything all right?
--   plankwright play . --live   show each edit       plankwright test .    plays tests/*.play and compares
--
-- Everything in { } is a list or a set of fields, and its parts are divided by commas.

scenario {
  id = "my-story", version = 1, title = "Three Chairs", licence = "CC-BY-4.0", language = "en", -- author = "Your name",
  blurb = "Three chairs that wobble, a boiler that has stopped, and a concert on Friday at nine.",
  minutes = 2, days = { "Wed", "Thu", "Fri" }, hours = { "08:00", "16:00" },
}

-- Who is in it. What you leave out (most of the look, the answers) the engine chooses. `facts` are what the
-- player can learn; `on_told` and the like are said when it happens, wherever that is.
local mina = person "mina" {
  name = "Mina Okoye", role = "music teacher", look = { skin = 4, hair = "braids", hair_colour = "black", coat = "cardigan", age = 34 },
  facts = { leg = "In June a leg came off during the quiet song. The boy on the chair has not sung since." },
  on_told = "Late. Late today, or late for the concert?",
  on_moved = "{due}. They come in at nine.",
  on_refused = "No. I've asked the caretaker from the other school.",
  on_delivered = "She sits down on all three of them, one after the other. She laughs at the third.",
}

-- What can be promised. Work takes hours; it counts as kept when they are done before it is due.
local chairs = commitment "chairs" {
  kind = "work", to = mina, title = "Three chairs", what = "the three chairs", effort = 2, due = "Thu 12:00",
}

-- What the story remembers besides promises.
local cold = flag "cold"

-- The first scene is where it begins. A text is told; mina "…" is what Mina says. The last thing is a way on:
-- go to another scene, or an ending.
scene "wednesday" { at = "Wed 09:00",
  "Thirty chairs in the music room. Mina has tied a red ribbon round three of them.",
  mina "Friday at nine. The third row is grandparents.",
  choice {
    -- option "name" "What the player says or does." { what follows }. The name is for you, for saves and tests.
    option "noon" "“Thursday at noon. All three.”" { promise(chairs), go "thursday" },
    option "which" "“Which one is the worst?”" {
      ask(mina), learn(mina, "leg"),
      mina "That one. In June a leg came off, in the quiet song. Tomás was on it.",
      promise(chairs), mina "Noon tomorrow?",
      go "thursday",
    },
    -- A promise with its own date: safer, and she has to wait for it.
    option "friday" "“Friday, before they come in.”" {
      promise(chairs, { due = "Fri 08:30" }), mina "Then they rehearse on the floor tomorrow.",
      go "thursday",
    },
  },
}

-- What makes it expensive: somebody else needs you at the same hour, and is right.
scene "thursday" { at = "Thu 08:00",
  "Fourteen degrees in every room. The man with the part for the boiler comes between eight and twelve, and the gate is locked.",
  choice {
    -- Time goes by with spend. At twelve the chairs fall due, and the engine decides what has become of them.
    option "gate" "Wait for him at the gate." {
      spend { hours = 4 }, "He comes at five to twelve. It is the right part.",
      when(open(chairs)) { "You have the afternoon.", work(chairs, 2) }, -- promised for Friday: there is still time
      go "friday",
    },
    option "call" "Knock at the music room first: not before tomorrow morning." {
      move(chairs, "Fri 08:30"), spend { hours = 4 }, "He comes at five to twelve. You have the afternoon.",
      work(chairs, 2), go "friday",
    },
    option "chairs" "Do the chairs. Somebody will let him in." {
      work(chairs, 2), set(cold), "At ten there's a card in the door. *You were out.*", go "friday",
    },
  },
}

scene "friday" { at = "Fri 08:40",
  when(is(cold)) { "The children sing in their coats." },
  -- missed(chairs) is true when she was left waiting. What was owned up to is no longer missed; it counts within
  -- 24 hours of when it was due, and before she brings it up.
  when(missed(chairs)) {
    "Three chairs stand in the corridor, with their faces to the wall. The third row has a gap, and a bench from the gym.",
    choice {
      option "own" "“I was at the gate. I could have told you at eight.”" {
        own_up(chairs), apologise(mina) { "responsibility", "regret" }, mina "At eight I'd have had four hours.",
      },
      option "boiler" "“Is it warm enough in here?”" { defend(mina), mina "It's lovely and warm." },
      option "bench" "Carry the other end of the bench." { "You both know where it goes." },
    },
  },
  -- A need: will she come over to you? It is her decision, and it comes from how you two stand.
  "The piano has to go up two steps. It takes two, and the first coats are at the gate. Mina looks at the clock, then at you.",
  need { who = mina, stakes = "medium",
    crosses = { mina "On three. You count.", when(kept(chairs)) { ending "lifted" }, ending "ribbons" },
    hesitates = { mina "It's on castors. I can shove it.",
      choice {
        option "wait" "Wait, with your hand on the lid." { listen },
        option "push" "“It'll take one minute.”" { steer },
        -- Only for those who have asked: what was planted on Wednesday is there on Friday.
        option "tomas" "“Tomás could turn the pages. Sitting down.”" { when = knows(mina, "leg"), ask },
      },
    },
    turns_back = { mina "Leave it. We'll sing without.", ending "without" },
  },
}

-- Endings differ in kind: together, patched (mended, and one can see where), apart, silo (everybody for themselves).
ending "lifted" { title = "On three", kind = "together",
  "A girl in the second row plays the first note before you've let go." }
ending "ribbons" { title = "Red ribbons", kind = "patched",
  "The piano is up. Over the back of her own chair, where you can see them, hang three red ribbons." }
ending "without" { title = "Without", kind = "apart",
  "They sing it without the piano. From the corridor it sounds fine." }
