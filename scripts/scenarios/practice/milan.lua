-- Milan Horvat, 47, boiler and pumps. Needs: figures that are true. Afraid of help: in 2011 somebody helped with a valve.
-- Never says that he plays. Annoyed, he gives the number and stops. Funny about the county, whom he feeds.
local milan = person "milan"
local valve, log, gauge = commitment "valve", commitment "log", commitment "gauge"
local arrows = commitment "arrows"
local looked, over = flag "looked", flag "over"

scene "milan_meet" {
  notes { watch = "Offers to do more than stand.", prompt = "What's the difference between standing there and helping?",
    why = "Help that nobody asked for took his arm. He asks for presence." },
  "Milan has come up from the cellar as far as the third step. He doesn't like to be higher than the water.",
  milan "Tomorrow, one o'clock. I shut the bottom valve, you stand at the top one. You don't touch it. You stand.",
  choice {
    option "yes" "“One o'clock. I'll stand.”" { promise(valve), milan "Half an hour. Bring no tools." },
    option "why" "“What if nobody stands there?”" { ask(milan), learn(milan, "arm"), promise(valve),
      milan "2011. Nobody stands there. Somebody comes by and thinks, this one's loose, I turn it. To be helpful.",
      "He pushes his sleeve up as far as it goes. You say one o'clock." },
    option "no" "“Can't we hang a sign on it?”" { steer(milan), milan "In 2011 there was a sign.", "He goes down again, backwards." },
  },
  go "door_4",
}

scene "milan_work" {
  notes { watch = "Whose pencil is already filling in the gaps.",
    prompt = "Why would anybody rather have a hole than a number?", why = "Candour as a figure that isn't there." },
  "Milan has come up as far as the third step. He's holding a book by one corner. It crackles.",
  milan "Pump book. It fell in the sump, now it's bacon. Copy it clean, January till now. Thursday at noon the county reads it.",
  "Four hours of pressures.",
  choice {
    option "yes" "“Thursday, noon. January till now.”" { promise(log), milan "Pencil. Ink gets proud." },
    option "county" "“And where one can't read it?”" { ask(milan), clarify(milan, "detail"), promise(log),
      milan "Then it's a hole. A hole stays a hole. Don't draw me a number. The county can live with holes. She comes for the cake." },
    option "three" "“She'd have to come at three. Then it's right.”" { promise(log, { due = "Thu 15:00" }), milan "She comes at twelve. I give her cake till three. It's a big woman, it can work." },
  },
  go "door_4",
}

scene "milan_late" {
  notes { watch = "“Pumps don't change much.”", prompt = "When will somebody read September, and what for?",
    why = "It would be right, nearly always." },
  "You're in August. September till now lies beside it, and sheds. On the stairs to the cellar you can smell cake.",
  choice {
    option "august" "Use August for September. Pumps don't change much." { cover_up(log), "It goes quickly. 2.4, 2.4, 2.5." },
    option "nine" "“Milan, could she eat till tomorrow at nine?”" { move(log, "Fri 09:00"), milan "She stays over. She has a cousin here. It's now a poppy cake." },
    option "part" "Send January to August down." { "It goes down the stairs under the door, with a fork on it." },
  },
  go "late_4",
}

scene "milan_arrows" {
  notes { watch = "Who asks where he's going.",
    prompt = "What does he need so that he can be away?", why = "He is making himself replaceable, and it isn't easy for him." },
  "Milan has come up from the cellar as far as the third step. There's white paint on his thumb.",
  milan "In November I'm away, two weeks. The stand-in looks at it Thursday, at noon. Each pipe needs an arrow, and what's in it. Sixty-two pipes.",
  "Three hours, some of them behind the boiler.",
  choice {
    option "yes" "“Thursday, noon. Sixty-two.”" { promise(arrows), milan "Small arrows. It isn't a motorway." },
    option "where" "“You're never away. Where are you going?”" { ask(milan), learn(milan, "arm"), promise(arrows),
      milan "They do the arm, again. 2011, somebody turned the top valve, to be helpful. It wants new skin each ten years, like a boat." },
    option "three" "“By three I can be sure of them.”" { promise(arrows, { due = "Thu 15:00" }), milan "Three. So I show him first the stairs." },
  },
  go "door_4",
}

scene "milan_arrows_late" {
  notes { watch = "“Mostly left.” Listen to how reasonable it sounds.",
    prompt = "Who walks by these arrows, and when?", why = "A guess in white paint is no longer a guess." },
  "Fifty pipes have an arrow. The other twelve go in behind the boiler, and come out as somebody else.",
  choice {
    option "guess" "Give the twelve an arrow each. Mostly it'll be left." { cover_up(arrows), "They're good arrows. You get better towards the end." },
    option "nine" "“Milan, can he come again tomorrow at nine?”" { move(arrows, "Fri 09:00"), milan "He can. He likes stairs." },
    option "part" "Fifty it is. Wash the brush." { "The brush comes clean. Behind the boiler it's dark, and it hums." },
  },
  go "late_4",
}

whenever(missed(valve)) { "In the cellar stands a bucket with a label. *Tue, not done.* It's full.",
  milan "I stood ten minutes at the bottom. Then I don't know who's at the top. So I do nothing. Four litres a night." }
whenever(all { missed(log), no(found(log)) }) { milan "She asks: where is autumn? I say, in the bacon. She writes a long time, and eats nothing." }
whenever(found(log)) { milan "September has the numbers of August. To the tenth. Nineteen years I have this pump. It has never done the same thing twice." }
whenever(all { missed(gauge), no(found(gauge)) }) { milan "Nine twenty. So about nine I know nothing. I take it apart again Monday." }
whenever(found(gauge)) { milan "At nine I let the air out. At nine it can't say 2.4. It says nothing, it says point three. Who stood there?" }
whenever(all { missed(arrows), no(found(arrows)) }) { milan "He asks: and these twelve? I say, those I know. He says: and when you're not there? He's right. I don't like him." }
whenever(found(arrows)) { milan "Pipe nine has an arrow to the left. In pipe nine it goes right, since 1908. The stand-in went by the arrow. He had a glove on.",
  "It lies on the stairs. It's melted to a sort of fist." }
whenever(all { is(over), kept(log) }) { milan "The county, she came to page ninety. She asks, whose are the sevens? Then she took the rest of the cake." }
whenever(all { is(over), kept(arrows) }) { milan "He walked along the arrows, like in the furniture shop. At the end he came out. So I can go." }

scene "milan_tempt" { at = "Wed 08:48",
  notes { watch = "“It's only a number.”", prompt = "Who'd ever find out? How?", why = "A small cover-up, with a pencil. It looks like a kept promise until somebody needs the number." },
  "Milan's boots stick out from under the boiler. The rest of him talks.",
  milan "At nine I'm in here to the belt. You read me the top gauge. At nine. After nine it's another number.", promise(gauge),
  "Ten minutes before, the telephone rings, and for once it's the council. It's Mr Pettifer, about the gala, and about his knee.",
  choice {
    option "go" "“Mr Pettifer, I'll ring you at a quarter past.”" { spend { minutes = 12 }, attend(gauge), listen(milan),
      "The needle hangs at point three, and shivers. You write it down. The boots turn over.", milan "Point three. Good. Then it's the air." },
    option "nine" "Hear him out. Read it at twenty past, and write 9.00." { cover_up(gauge), spend { minutes = 30 },
      "2.4. It looks like a number that a gauge would say.", milan "2.4? Hm. Then it isn't the air." },
    option "late" "Hear him out. Read it at twenty past, and write that." { spend { minutes = 35 }, own_up(gauge),
      "2.4, at 9.20. You say it into the dark, both numbers." },
  },
  go "hour",
}

scene "milan_talk" {
  notes {
    watch = "Who can sit in a cellar for ten minutes without an idea.",
    prompt = "What does he give you when you say back what he said?",
    why = "He doesn't want it solved. He wants somebody who has understood what kind of help he's afraid of.",
  },
  one_on_one(milan) { minutes = 40, rounds = 2, energy = 1,
    option "start" "“I've got forty minutes. What's on top?”" { their_agenda, milan "On top is the gallery. I'm underneath. Sit, it's warm." },
    option "arm" "“What happened to your arm?”" { when = no(knows(milan, "arm")), ask, learn(milan, "arm"), milan "Somebody was helpful. 2011. The top valve. He meant well, he sent flowers. Since then I say: stand, and don't touch." },
    option "back" "“So you don't mind bad numbers. You mind nice ones.”" { when = any { knows(milan, "arm"), clarified(milan, "detail") }, listen, milan "Yes.", "He gives you the good chair. It has a leg." },
    option "sensor" "“They make sensors for that now.”" { fix, milan "They do. Then the sensor is helpful.", "He wipes the sensor that's there already." },
  },
  "Overhead somebody walks the whole length of the pool. You can follow it on the ceiling.",
  go "wednesday_desk",
}

local function saved()
  return { milan "Both burners by hand. I stand at one, you at the other. You don't touch it till I say.",
    "His brother takes a taxi, and has to be told why on the telephone, in Croatian, with the burner roaring. At two it's twenty-seven, and a half.",
    go "goes_well" }
end
scene "milan_need" {
  notes { watch = "Whether anybody answers “who read it?” with something other than the number.",
    prompt = "What does he ask about before he decides?", why = "Six years against a week. He asks who read the thermometer." },
  "The water's at twenty-two. It was twenty-seven at ten. At twenty-two the schools don't put a toe in, it says so in the form.",
  "Both burners can be run by hand, if somebody stands there for two hours who knows how. Milan's brother lands at one. From Split, after six years.",
  need { who = milan, stakes = "medium",
    crosses = saved(),
    hesitates = { set(looked), milan "Twenty-two. Who read it?",
      choice {
        option "plain" "“Me, twice. I wouldn't believe me either.”" { listen, milan "Twice is good." },
        option "what" "“What would you need, so that it can be done at all?”" { ask, milan "Second pair of hands. That stay." },
        option "push" "“He's waited six years. What's two hours?”" { steer, milan "Two hours. That's what it is." },
        option "stand" "“I'll stand where you say, and touch nothing.”" { when = knows(milan, "arm"), listen, "He pushes his sleeve up, and looks at it, and pulls it down." },
      } },
    turns_back = { milan "No. With two people who know, yes. Not so.",
      "He goes to meet his brother. You put a hand in. Twenty-two is what a knife feels like. There's still the small pool, which has its own heater.", go "second_milan" },
  },
}
