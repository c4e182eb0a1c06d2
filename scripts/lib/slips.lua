-- For whoever writes a shared piece: are the names right that the author has given it? A slip is answered with the name,
-- the nearest one and all there are, at the author's line. Lua itself would pass over it in silence.
--
--   local slips = include "lib/slips"
--   slips.names("party, says", lists.says, { "milk", "sugar" })                -- says = { milk = "…" }
--   slips.list("party, leaves_out", lists.leaves_out, { "milk", "sugar" })     -- leaves_out = { "milk" }
--
-- The first text says where it was. What was not given (nil) is right.

local slips = {}

-- How many letters have to be changed, put in, taken out or swapped with the next to make b of a.
local function distance(a, b)
  local before, last = {}, {}
  for j = 0, #b do last[j] = j end
  for i = 1, #a do
    local now = { [0] = i }
    for j = 1, #b do
      local same = string.sub(a, i, i) == string.sub(b, j, j)
      now[j] = math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same and 0 or 1))
      if i > 1 and j > 1 and string.sub(a, i, i) == string.sub(b, j - 1, j - 1) and string.sub(a, i - 1, i - 1) == string.sub(b, j, j) then
        now[j] = math.min(now[j], before[j - 2] + 1)
      end
    end
    before, last = last, now
  end
  return last[#b]
end

-- The name that was likely meant, or nil. Long texts are no slips.
function slips.nearest(wrong, names)
  if type(wrong) ~= "string" or #wrong > 40 then return nil end
  local nearest, least = nil, math.max(1, #wrong // 3) + 1
  for _, name in ipairs(names) do
    local n = distance(wrong, name)
    if n < least then nearest, least = name, n end
  end
  return nearest
end

local function is_one(name, names)
  for _, one in ipairs(names) do
    if one == name then return true end
  end
  return false
end

-- Stops with what is wrong: `wrong` is none of the names.
local function refuse(where, wrong, names)
  local nearest = slips.nearest(wrong, names)
  local shown = type(wrong) == "string" and '"' .. string.sub(wrong, 1, 40) .. '"' or "a " .. type(wrong)
  error(where .. ": " .. shown .. " is none of " .. table.concat(names, ", ") ..
    (nearest and ': did you mean "' .. nearest .. '"?' or ""), 0)
end

local function is_table(where, value)
  if value ~= nil and type(value) ~= "table" then
    error(where .. ": here belongs a list in { }, and not a " .. type(value), 0)
  end
  return value or {}
end

-- A table whose keys are all among the names: { listen = "…" }.
function slips.names(where, value, names)
  for key in pairs(is_table(where, value)) do
    if not is_one(key, names) then refuse(where, key, names) end
  end
end

-- A list whose entries are all among the names: { "shared", "defend" }.
function slips.list(where, value, names)
  for key, name in pairs(is_table(where, value)) do
    if type(key) ~= "number" then
      error(where .. ': a list has no = in it: write { "' .. tostring(key) .. '" }', 0)
    end
    if not is_one(name, names) then refuse(where, name, names) end
  end
end

return slips
