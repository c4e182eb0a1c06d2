-- A one-on-one with the moves that nearly every one has: who brings the agenda, asking, listening, telling how it is done
-- from now on, explaining oneself. You write what only your two people would say; this writes the rest.
--
--   local talks = include "lib/one-on-one"
--   talks.meeting(halima, { minutes = 30, rounds = 2,          -- in a scene: a one_on_one
--     option "march" "“What happened in March?”" { ask, learn(halima, "fall"), halima "The boy let go." },
--   }),
--   talks.desk(piet, { minutes = 20 })                         -- at the top: the talk that a desk offers
--
-- Your own options stand before the usual moves. `says` replaces a text, `leaves_out` takes an option out,
-- `answers` is what is said after one:
--   talks.meeting(halima, { says = { listen = "Hold the other end of the ladder." }, leaves_out = { "defend" },
--     answers = { ask = halima "Ask me on Friday." } })
--
-- The ids are theirs, shared, mine, ask, listen, steer, defend. They stand in saves and in `took`: they stay.

local slips = include "lib/slips"

local usual = {
  { "theirs", "“You start. What have you got?”", function() return their_agenda end },
  { "shared", "“One from your list, one from mine.”", function() return shared_agenda end },
  { "mine", "“I've got three things.”", function() return my_agenda end },
  { "ask", "Ask, and let the silence stand.", function() return ask end },
  { "listen", "Say back what you heard, and wait.", function() return listen end },
  { "steer", "“Here's how we do it from now on.”", function() return steer end },
  { "defend", "Explain how it came about.", function() return defend end },
}

local own_fields = { says = true, leaves_out = true, answers = true }
local own_names, ids = { "says", "leaves_out", "answers" }, {}
for i, one in ipairs(usual) do ids[i] = one[1] end

-- A slip in a name would leave the usual text, or the option that was to go.
local function examine(word, given)
  slips.names(word .. ", says", given.says, ids)
  slips.names(word .. ", answers", given.answers, ids)
  slips.list(word .. ", leaves_out", given.leaves_out, ids)
  for key in pairs(given) do -- the other fields are those of one_on_one and talk, which examine them
    local nearest = not own_fields[key] and slips.nearest(key, own_names)
    if nearest then error(word .. ' has no field "' .. key .. '": did you mean "' .. nearest .. '"?', 0) end
  end
end

-- What the author gave, with the usual options behind the author's own.
local function body_of(word, given)
  if type(given) ~= "table" then error(word .. "(person, { … }): here belongs a table, and not a " .. type(given), 0) end
  examine(word, given)
  local body, out, says, answers = {}, {}, given.says or {}, given.answers or {}
  for _, id in ipairs(given.leaves_out or {}) do out[id] = true end
  for key, value in pairs(given) do
    if not own_fields[key] then body[key] = value end
  end
  for _, one in ipairs(usual) do
    local id = one[1]
    if not out[id] then
      body[#body + 1] = option(id)(says[id] or one[2]) { one[3](), answers[id] }
    end
  end
  return body
end

local talks = {}

-- A one_on_one, for the list of a scene.
function talks.meeting(person, given)
  return one_on_one(person)(body_of("meeting", given or {}))
end

-- The talk that a desk offers with this person, for the top of a file.
function talks.desk(person, given)
  return talk(person)(body_of("desk", given or {}))
end

return talks
