-- Thursday: a class of forty-six, and a bed with two ends.
local nuala, dev = person "nuala", person "dev"
local bed, ten_past = commitment "bed", commitment "ten_past"

scene "thursday" { at = "Thu 20:24",
  notes {
    say = "You have six minutes. Vote before you think you've understood it.",
    watch = "How fast the room lets go of the bed. A child is a very good reason.",
    prompt = "What do you know about why she asked for two people? Who asked her?",
    why = "Good reasons break promises too. What was promised to Nuala costs nothing to forget, for six minutes.",
  },
  promise(bed),
  "In six minutes it's the interval. Four hundred people will want ice cream, and half of them are nine years old.",
  "You've run this house since August: the doors, the rotas, the drains. At half past you're due behind the stage, because of the bed.",
  "It's a four-poster on wheels. It has to go past the open trap in the dark. “Two people,” Nuala said on Monday. “You, if you can.” You said you could.",
  "In the foyer a teacher counts her class, aloud, for the third time. Forty-five. There should be forty-six.",
  dev "I can do something. What can I do?",
  choice {
    option "bed" "“Dev, stay with her, start with the toilets.” Then the bed." {
      notes { prompt = "A lost child, left with a boy of seventeen. Who'd be writing to whom on Friday?" },
      "The teacher watches you go.", go "pushed" },
    option "dev" "“Dev, do the bed with Nuala.” Then find the child." {
      notes { prompt = "There's a second pair of hands at the bed. Is the promise kept?" },
      dev "The bed. Okay. Which end?", "He's gone before you can say that you don't know.", go "child" },
    option "word" "Send word to Nuala that you'll be late. Find the child." {
      notes { prompt = "You sent word. What did she hear, and how long before half past?",
        why = "A warning without a new date. The interval doesn't move, so she has to." },
      tell(bed), "Dev takes the message. He doesn't come back up.", go "child" },
  },
}

scene "pushed" {
  "Behind the stage it smells of dust and hot lamps. Nuala has one hand on the bedpost already, and a stuffed goose under her arm.",
  nuala "You came. Good. This is Gregory. You go backwards.",
  attend(bed), learn(nuala, "count"),
  "The light goes. You walk, the bed comes after you. She's counting under her breath. At eleven she stops.",
  nuala "Say when.",
  "The tape glows by your left heel, as bright as a kitchen clock. You say *now*. It stands.",
  "In the second half the King sits down on Gregory, whose neck was never meant for kings.",
  go "night",
}

scene "child" {
  "The forty-sixth is in the King's dressing room, eating his grapes. That takes you a quarter of an hour. The teacher cries a bit, and the King too.",
  spend { minutes = 18 },
  "When you get behind the stage, the bed is on its mark and the act is running. Gregory, the goose, lies beside the open trap in two pieces.",
  "Dev sits on a crate with his hands between his knees. One sleeve of his jumper is longer than the other.",
  dev "All good.",
  go "night",
}

scene "night" { at = "Thu 22:45",
  notes {
    watch = "Who apologises for what happened, and who for what they did.",
    prompt = "“It's fine.” What else could she have said at a quarter to eleven?",
    why = "Owned up within the day, a miss is cheaper. Explaining is true, and it's about you.",
  },
  when(kept(bed)) {
    "Nuala carries Gregory down to the props room, body first. You've got the head.",
    nuala "He'll be a long job. He's got a wire in there from 1994.",
    "On the stairs she takes the wall side. The bulb there has been off for a week. It's on your list.",
    choice {
      option "when" "“Why do you need a ‘when’? The tape's right there.”" { ask(nuala),
        nuala "Habit.", "She says it to the stair in front of her." },
      option "seconds" "“We were nine seconds over, by the way.”" { steer(nuala),
        nuala "Nine. I'll write that down.", "She does, when you get there, in letters as long as a thumb." },
      option "quiet" "Carry the head, and walk as slowly as she does." { listen(nuala),
        "Halfway down she starts to hum. It's the King's song, with Gregory's part in it." },
    } },
  otherwise {
    "Nuala has Gregory on the bench in the props room, body here, head there. She doesn't look round.",
    nuala "Who's that?",
    "It's you, you say.",
    nuala "Oh. It's fine. It was forty seconds.",
    choice {
      option "own" "“Half past eight was mine. I wasn't there.”" { own_up(bed), apologise(nuala) { "responsibility", "regret" },
        nuala "No. You weren't.", "She turns the head round so that it looks at you.",
        nuala "He was, mind." },
      option "child" "“They'd lost a child, Nuala.”" { defend(nuala),
        nuala "So I heard. Was it a nice one?" },
      option "hold" "“Can I hold anything?”" { listen(nuala),
        "She gives you the head. You stand there and hold it, and she sweeps up straw round your feet.",
        nuala "He likes you. He bites the others." },
    } },
  "At the door she stops you.",
  nuala "Tomorrow. Ten past five, down here. Have you got half an hour? I want something.",
  promise(ten_past), "You put it in your phone. *N., 17:10.* It doesn't say what.",
  go "five",
}
