-- Six colleagues, so that the canyon with all its bridges can be looked at: one bridge sound, one
-- worn, one frayed, one mended, one that fell. Only the tests play it.

scenario {
  id = "harbour", version = 1, title = "The Harbour Crew", language = "en",
  blurb = "Six people, one quay, one week.", minutes = 5, teaches = { "A17" },
  days = { "Mon", "Tue", "Wed", "Thu", "Fri" }, hours = { "08:00", "18:00" }, energy = 10,
  place = "harbour",
}

local mara = person "mara" {
  name = "Mara Oduya", role = "harbour crew lead", look = { hair = "bun", age = 41, coat = "overall" },
  standards = { notice = { hours = 4, says = "bad news by phone, before lunch" } },
  facts = { friday = "She told forty people Friday." },
}
local piet = person "piet" { name = "Piet Roos", role = "crane driver" }
local ines = person "ines" { name = "Ines Duarte", role = "customs" }
local tomasz = person "tomasz" { name = "Tomasz Lis", role = "tug master" }
local yun = person "yun" { name = "Yun-seo Han", role = "planner" }
local abdi = person "abdi" { name = "Abdi Warsame", role = "night watch" }

local demo = commitment "demo" { kind = "hold", by = "player", to = mara, what = "nothing to the press", title = "Not a word", due = "Mon 18:00" }
local note = commitment "note" { kind = "meet", by = "player", to = mara, what = "telling Mara first", title = "Tell Mara first", due = "Tue 10:00" }
local call = commitment "call" { kind = "meet", by = "player", to = mara, what = "the weekly call", title = "Weekly call", due = "Wed 17:00" }
local chart = commitment "chart" { kind = "hold", by = "player", to = piet, what = "leaving the chart as it is", title = "The chart", due = "Tue 12:00" }
local form = commitment "form" { kind = "meet", by = "player", to = ines, what = "signing the form with her", title = "The form", due = "Mon 16:00" }
local seal = commitment "seal" { kind = "meet", by = "player", to = ines, what = "checking the seals", title = "The seals", due = "Tue 09:00" }
local tow = commitment "tow" { kind = "meet", by = "player", to = tomasz, what = "being on the tug", title = "On the tug", due = "Mon 15:00" }
local rope = commitment "rope" { kind = "hold", by = "player", to = tomasz, what = "keeping the new rope for him", title = "The new rope", due = "Tue 13:00" }
local plan = commitment "plan" { kind = "meet", by = "player", to = yun, what = "the planning round", title = "Planning round", due = "Tue 08:30" }
local key = commitment "key" { kind = "meet", by = abdi, to = "player", what = "handing over the gate key", title = "The gate key", due = "Thu 08:30" }
local lamp = commitment "lamp" { kind = "meet", by = "player", to = abdi, what = "the lamp round", title = "The lamp round", due = "Mon 17:00" }
local shed = commitment "shed" { kind = "meet", by = "player", to = abdi, what = "the shed", title = "The shed", due = "Tue 08:15" }
local log = commitment "log" { kind = "meet", by = "player", to = abdi, what = "the log book", title = "The log book", due = "Tue 17:00" }

scene "monday" { at = "Mon 09:00",
  promise(demo), promise(form), promise(tow), promise(lamp), promise(plan), promise(shed),
  mara "You told us Friday. I told forty people Friday.",
  choice {
    option "yes" "“Friday.”" { learn(mara, "friday"), go "tuesday" },
    option "ask" "“What do you need from me until then?”" { clarify(mara, "notice"), learn(mara, "friday"), go "tuesday" },
  },
}

scene "tuesday" { at = "Mon 17:30",
  promise(note), promise(chart), promise(seal), promise(rope), promise(log),
  "The fog comes in over the basin.",
  choice {
    option "stay" "Stay on the quay." { go "wednesday" },
    option "deny" "Say you were there." { cover_up(lamp), go "wednesday" },
  },
}

scene "wednesday" { at = "Wed 16:40",
  found_out(lamp), promise(call), promise(key),
  mara "When it slipped, nobody here heard it from you. We heard it from the weather.",
  choice {
    option "own" "“You're right. I knew on Tuesday and I didn't call. That's mine.”" { own_up(note), go "late" },
    option "what" "“What would it take for Friday to be real again?”" { ask(mara), go "late" },
    option "not" "“The supplier moved the date, not us.”" { defend(mara), go "late" },
    option "seals" "Ask Ines about the seals." { ask(ines), go "late" },
    option "rope" "Send Tomasz the rope." { go "late" },
    option "call" "“I'll call at five.”" { promise(call), go "late" },
  },
}

scene "late" { "The lamps go on.", ending "home" }

ending "home" { title = "Home", kind = "apart", "Everybody goes home on their own side." }
