-- The option's when is false once in a million plays, and where it is, its costs close it as well.
-- expects: nothing
scenario { id = "probe", version = 1, title = "Probe", days = { "Mon" }, hours = { "09:00", "17:00" } }
local ines = person "ines" { name = "Ines Braga" }
local wet = flag "wet"
scene "morning" { at = "Mon 09:00", "A table, two chairs.",
  choice { option "stay" "Stay." { go "noon" }, option "walk" "Walk about." { spend { hours = 5 }, go "street" } } }
scene "street" { "A street.",
  chance { odds(99, { go "noon" }), odds(1, { "A cloud." }) },
  chance { odds(99, { go "noon" }), odds(1, { "Thunder." }) },
  chance { odds(99, { go "noon" }), odds(1, { set(wet), go "noon" }) } }
scene "noon" { "Noon.",
  choice { option "paint" "Paint the fence." { when = no(is(wet)), costs = { hours = 4 }, ending "painted" },
           option "home" "Go home." { ending "home" } } }
ending "painted" { title = "Painted", kind = "together", "It is green." }
ending "home" { title = "Home", kind = "apart", "It is warm." }
