-- The story in which the saves beside this file were played. Never change it: its later versions are made
-- in test_old_saves.c.
scenario { id = "kept", title = "Kept", version = 1, days = { "Mon", "Tue", "Wed" }, hours = { "09:00", "17:00" } }
local maya = person "maya" { name = "Maya Lindqvist", reply = "Right.", facts = { board = "The board meets on Tuesday." } }
local brief = commitment "brief" { to = maya, what = "the brief", effort = 2, due = "Tue 12:00" }
local call = commitment "call" { kind = "meet", to = maya, what = "the call", due = "Wed 10:00" }
local asked = flag "asked"
local turns = number "turns" { from = 0, to = 3 }

scene "monday" { at = "Mon 10:00",
  maya "When can I have it?",
  choice {
    option "noon" "Tuesday noon. You will have it." { promise(brief) },
    option "no" "Not this week." { },
  },
  go "evening",
}
scene "evening" { at = "Mon 16:00",
  "She is still there.",
  choice {
    option "ask" "What is it for?" { learn(maya, "board"), set(asked), add(turns, 1) },
    option "home" "Go home." { },
  },
  go "tuesday",
}
scene "tuesday" { at = "Tue 09:00",
  desk { till = "Tue 13:00", slot = "2h", talk = { }, option "walk" "Walk round the block." { } },
  go "handover",
}
scene "handover" { at = "Tue 14:00",
  maya "Shall we speak on Wednesday?",
  choice {
    option "yes" "Ten o'clock." { promise(call) },
    option "later" "Later." { },
  },
  go "last",
}
scene "last" { at = "Tue 16:00",
  choice {
    option "out" "Out." { ending "held" },
    option "stay" "Stay." { ending "apart" },
  },
}
ending "held" { title = "Held", kind = "together", "It holds." }
ending "apart" { title = "Apart", kind = "apart", "It does not." }
