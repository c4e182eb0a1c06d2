// The session: what it is for, minute by minute, and what to say when it gets difficult. The order of
// talking is PEARLS (Eppich, Cheng 2015): feelings, what happened, why, what for; that talking takes
// at least as long as playing follows Tannenbaum, Cerasoli 2013. The words are ours.
#include "report/kit_parts.h"

#include "base/say.h"
#include "report/lookback_words.h"

#include <stddef.h>

enum { LENGTHS = 3 };

typedef enum KitPhase { PHASE_BEFORE, PHASE_PLAY, PHASE_TALK } KitPhase;

static const int lengths[LENGTHS] = { 45, 60, 90 };

typedef struct KitRow {
    int minutes[LENGTHS]; // 0: not in a session of that length
    KitPhase phase;
    const char *what, *say, *act, *watch;
} KitRow;

static const KitRow rows[] = {
    { { 5, 5, 7 },
      PHASE_BEFORE,
      SAY_LATER("Arrive and agree"),
      SAY_LATER("“We play a week at work. Nobody is graded, and nothing leaves this room. You may "
                "pass at any time, without a reason.”"),
      SAY_LATER("Read the five sentences of “What we agree on” aloud. Hand out the voting cards."),
      SAY_LATER("Somebody who looks at the door. Say once more that watching is fine.") },
    { { 2, 2, 3 },
      PHASE_BEFORE,
      SAY_LATER("The bridge"),
      SAY_LATER("“Each colleague stands on the other side of a bridge. Each promise is a plank. "
                "Keep it and it holds; the clock decides, not me.”"),
      SAY_LATER("Show the bridge. Read the two sentences of the story. Start."),
      SAY_LATER("Questions about points and winning. There are none; the bridge is the record.") },
    { { 14, 18, 24 },
      PHASE_PLAY,
      SAY_LATER("Play"),
      SAY_LATER("At each decision: “Decide for yourself first. Then show your letter, all at "
                "once.”"),
      SAY_LATER("Read what is told, vote, take the answer most people gave. At two or three "
                "decisions let both sides say one sentence before you go on."),
      SAY_LATER("Laughter just before a lie. Silence just after a plank breaks. Do not explain "
                "either yet.") },
    { { 3, 4, 5 },
      PHASE_TALK,
      SAY_LATER("Feelings first"),
      SAY_LATER("“You are standing at that bridge. What goes through you?”"),
      SAY_LATER("Half a minute each, in pairs, then three voices in the room."),
      SAY_LATER("Advice. Stop it kindly: “Not yet. First what it was like.”") },
    { { 4, 6, 8 },
      PHASE_TALK,
      SAY_LATER("What happened"),
      SAY_LATER("“Tell the week in three sentences, without the word because.”"),
      SAY_LATER("Go along the rope in the debrief, plank by plank. Each: promised to whom, by when, "
                "and then?"),
      SAY_LATER("The room blames one person of the story. Ask what that person knew, and when.") },
    { { 8, 10, 12 },
      PHASE_TALK,
      SAY_LATER("The choice that turned it"),
      SAY_LATER("“Here it turned. What did we see at that moment, what did we know, what did we "
                "want?”"),
      SAY_LATER("Show the turning point with what the other answers would have come to. Then ask "
                "where it was really decided: often it is one decision earlier."),
      SAY_LATER("“We should have told the truth.” True, and too quick: when could it first have "
                "been told, and in which words?") },
    { { 0, 4, 12 },
      PHASE_TALK,
      SAY_LATER("The other way"),
      SAY_LATER("“Those who wanted something else: now it is your story.”"),
      SAY_LATER("Go back to that decision and play what the fewer people had chosen."),
      SAY_LATER("That nobody gloats. The other way has its own price; find it.") },
    { { 4, 5, 9 },
      PHASE_TALK,
      SAY_LATER("At our own work"),
      SAY_LATER("“Which promise of this month is beginning to slip?”"),
      SAY_LATER("Pairs. One tells, the other only asks. Change over at half time."),
      SAY_LATER("Names of people who are not here. “Say: a colleague.”") },
    { { 4, 5, 7 },
      PHASE_TALK,
      SAY_LATER("One plan"),
      SAY_LATER("“If this happens, then I will. Write it down, and say it to your neighbour once, "
                "aloud.”"),
      SAY_LATER("Hand out the sheet. Each writes one, with a day in it."),
      SAY_LATER("Plans without a day, and plans for others. “What will you be seen doing?”") },
    { { 1, 1, 3 },
      PHASE_TALK,
      SAY_LATER("Closing round"),
      SAY_LATER("“One word each, or pass. What was said here stays here.”"),
      SAY_LATER("Thank them. Say when the mail comes that asks about the plan."),
      SAY_LATER("Whoever stays behind. Have five minutes for them.") },
};
enum { ROWS = sizeof rows / sizeof *rows };

static int length_of(int minutes)
{
    for (int i = 0; i < LENGTHS; i++) {
        if (lengths[i] == minutes) {
            return i;
        }
    }
    return -1;
}

int kit_plan_minutes(int minutes, int *play, int *debrief)
{
    int length = length_of(minutes);
    int sums[PHASE_TALK + 1] = { 0 };
    for (int i = 0; i < ROWS && length >= 0; i++) {
        sums[rows[i].phase] += rows[i].minutes[length];
    }
    if (play != NULL) {
        *play = sums[PHASE_PLAY];
    }
    if (debrief != NULL) {
        *debrief = sums[PHASE_TALK];
    }
    return sums[PHASE_BEFORE] + sums[PHASE_PLAY] + sums[PHASE_TALK];
}

void kit_plan(KitPen *pen)
{
    const char *const columns[] = { say("From"), say("What"), say("Say"), say("Do"),
                                    say("Watch for") };
    int length = length_of(pen->kit->minutes);
    page_leaf(pen->page);
    page_heading(pen->page, 2, say("The plan, minute by minute"));
    page_table(pen->page, say("Minutes count from the beginning."), columns, 5);
    int at = 0;
    for (int i = 0; i < ROWS && length >= 0; i++) {
        const KitRow *row = &rows[i];
        int minutes = row->minutes[length];
        if (minutes > 0) {
            const char *const cells[] = {
                plain_format(&pen->arena, "%d–%d", at, at + minutes),
                say(row->what),
                say(row->say),
                say(row->act),
                say(row->watch),
            };
            page_row(pen->page, cells);
        }
        at += minutes;
    }
    page_note(pen->page,
              say("When time runs short, leave out a decision, never the talk: people learn from "
                  "the talk."));
}

static void goals(KitPen *pen)
{
    page_heading(pen->page, 3, say("Afterwards people can"));
    for (int i = 1; i <= 20; i++) {
        if ((pen->scenario->teaches >> (i - 1) & 1u) != 0) {
            page_item(pen->page, kit_goal(i));
        }
    }
}

static void people(KitPen *pen)
{
    const Scenario *sc = pen->scenario;
    page_heading(pen->page, 3, say("Who is in it"));
    for (int i = 0; i < sc->person_count; i++) {
        page_item(pen->page,
                  plain_format(&pen->arena, "%s: %s", scenario_text(sc, sc->people[i].name),
                               scenario_text(sc, sc->people[i].role)));
    }
}

void kit_glance(KitPen *pen)
{
    int play = 0, talk = 0;
    kit_plan_minutes(pen->kit->minutes, &play, &talk);
    page_heading(pen->page, 2, say("At a glance"));
    page_item(pen->page, plain_format(&pen->arena,
                                      say("%d minutes: %d of playing, %d of talking about it"),
                                      pen->kit->minutes, play, talk));
    page_item(pen->page, say("4 to 40 people who know each other or not; one facilitator, no "
                             "experience needed"));
    page_item(pen->page, say("A laptop and a projector, or one screen that all can see; chairs that "
                             "can be turned to a neighbour"));
    page_item(pen->page, say("Printed: this kit once, the sheet and the voting cards once for each "
                             "person, the tactic cards once for each table"));
    page_item(pen->page, say("Before: play the story twice yourself, once the way you would, once "
                             "the way you would not"));
    goals(pen);
    people(pen);
}

static void agree(KitPen *pen)
{
    page_heading(pen->page, 2, say("What we agree on"));
    page_note(pen->page, say("To be read aloud, slowly. It takes a minute."));
    page_step(pen->page, say("What is said here stays here. What one learns may be carried out."));
    page_step(pen->page, say("We talk about what was done, never about what somebody is like."));
    page_step(pen->page, say("Votes are secret, or shown all at once. Nobody has to explain one."));
    page_step(pen->page, say("Anybody may pass, leave for a while, and come back."));
    page_step(pen->page, say("Nobody who leads somebody here takes a note about them."));
}

void kit_room(KitPen *pen)
{
    static const char *const moments[][2] = {
        { SAY_LATER("One person talks for all"),
          SAY_LATER("“Thank you, that is one side. Ten seconds of silence, and then somebody who has "
                    "not spoken yet.” If it goes on, give them a job: “Would you keep the list of "
                    "promises on the board?”") },
        { SAY_LATER("Somebody is upset"),
          SAY_LATER("Stop the clock, not the person. “We can wait, or go on without this part; you "
                    "decide.” Do not ask why in front of the others. Go to them in the break, and "
                    "have the address of somebody who is there for that in your house.") },
        { SAY_LATER("Somebody sees a real colleague in the story"),
          SAY_LATER("“The story was written before anybody knew us. What in it is like here? And what "
                    "is not?” Names stay out.") },
        { SAY_LATER("Nobody says anything"),
          SAY_LATER("Count to ten. Then pairs, one minute, and ask the pairs. A room that is silent "
                    "after a broken plank is not empty; it is busy.") },
        { SAY_LATER("“In real life I would never do that”"),
          SAY_LATER("“Good. What would you do then, at which moment of the week, and in which "
                    "words?”") },
        { SAY_LATER("The technology fails"),
          SAY_LATER("Hands up for A, B, C, and count. No projector: read aloud. No laptop: this kit "
                    "holds every decision and where each answer leads.") },
    };
    agree(pen);
    page_heading(pen->page, 2, say("When it gets difficult"));
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        page_heading(pen->page, 3, say(moments[i][0]));
        page_text(pen->page, say(moments[i][1]));
    }
}
