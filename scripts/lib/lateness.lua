-- A colleague who is late with small things, and is liked all the same. It comes by chance, so nobody can plan for it,
-- and the player has to answer: that answer is what the scene is about.
--
--   local lateness = include "lib/lateness"
--   promise(keys),                                              -- by = piet, to = "player"
--   …
--   lateness.comes(keys, 1, 3, {                                -- late one time in three
--     late = { piet "I know, I know. The bus.", choice { … } },
--     there = { "The keys lie on your desk." },
--   }),
--
-- `late` is what follows when it has not come (the colleague has broken it, and the bridge to *you* is not touched by that;
-- what you answer is), `there` when it has. When it is there, it is kept at its due time, as everything a colleague promises.

local slips = include "lib/slips"

local lateness = {}

function lateness.comes(what, times, of, lists)
  if not (type(times) == "number" and type(of) == "number" and times > 0 and times < of) then
    error("lateness.comes(x, 1, 3, { late = { … }, there = { … } }): late 1 time in 3", 0)
  end
  slips.names("comes(x, 1, 3, { late = { … }, there = { … } })", lists, { "late", "there" })
  lists = lists or {}
  return chance {
    odds(times, { lets_down(what), lists.late or {} }),
    odds(of - times, { lists.there or {} }),
  }
end

return lateness
