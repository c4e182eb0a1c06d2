// What people hold in their hands, and what follows in the weeks after. A goal and a card for each
// mechanic of the product (A1 to A20); a scenario gets those it teaches.
#include "report/kit_parts.h"

#include "base/say.h"
#include "report/lookback_words.h"

#include <assert.h>
#include <stddef.h>

typedef struct KitIdea {
    const char *goal; // "Afterwards people can …"
    const char *title, *card;
} KitIdea;

static const KitIdea ideas[] = {
    { SAY_LATER("begin with somebody new in good faith, and know that it is a loan"),
      SAY_LATER("A loan"),
      SAY_LATER("A new colleague's bridge is whole before you have done anything. What have you "
                "done with it since?") },
    { SAY_LATER("say what keeping a promise costs, and what mending one costs"),
      SAY_LATER("Cheaper now"),
      SAY_LATER("Before you let it slip, count twice: the hours to keep it, and the weeks until "
                "they believe you again.") },
    { SAY_LATER("tell how fast trust goes, and how slowly it comes back"),
      SAY_LATER("A second, and a month"),
      SAY_LATER("One miss is felt at once. Five kept promises later they still look at that plank. "
                "Do not ask them to hurry.") },
    { SAY_LATER("make promises with a thing, a time and somebody who waits"),
      SAY_LATER("What, by when, for whom"),
      SAY_LATER("If one of the three is missing, it is a wish. Ask for the missing one before you "
                "say yes.") },
    { SAY_LATER("ask what “soon”, “done” or “in touch” means to the other one"),
      SAY_LATER("Whose soon?"),
      SAY_LATER("“What does in time look like to you?” It is a small question on Monday and a "
                "large one on Thursday.") },
    { SAY_LATER("notice who hears of what they do to somebody else"),
      SAY_LATER("They talk"),
      SAY_LATER("What you do to one of them the others know tomorrow. That is true of the good "
                "things as well.") },
    { SAY_LATER("keep time free for talking to one person"),
      SAY_LATER("Half an hour, kept"),
      SAY_LATER("A talk that was moved twice is an answer, too. Put it where nothing eats it.") },
    { SAY_LATER("let the other one say what a talk is about"),
      SAY_LATER("Whose list?"),
      SAY_LATER("Begin with “What should we talk about?”, and leave your own list in the bag.") },
    { SAY_LATER("listen to the end of a sentence they do not like"),
      SAY_LATER("One breath longer"),
      SAY_LATER("Wait one breath longer than is comfortable. Say what you heard before you say what "
                "you think.") },
    { SAY_LATER("ask questions that cannot be answered with yes"),
      SAY_LATER("What, how, since when"),
      SAY_LATER("A question with yes in it only teaches you what you knew already.") },
    { SAY_LATER("find out what is at stake for somebody else"),
      SAY_LATER("One thing more"),
      SAY_LATER("What do they have to lose that one does not see from your chair? Find out one "
                "thing a week.") },
    { SAY_LATER("plan hours and strength for mending"),
      SAY_LATER("Hours and nerves"),
      SAY_LATER("Mending takes both. Put the hard talk where you have something left, not behind "
                "everything else.") },
    { SAY_LATER("name a relationship that costs nothing today and will be needed"),
      SAY_LATER("The bridge nobody uses"),
      SAY_LATER("It costs nothing today. Name one you have not walked on for a month. Who stands "
                "there?") },
    { SAY_LATER("say why one cannot choose in advance whom one will need"),
      SAY_LATER("You cannot know whom"),
      SAY_LATER("Whom will you need in spring? Nobody knows. So it is not only about the useful "
                "ones.") },
    { SAY_LATER("begin early with what cannot be done on the last evening"),
      SAY_LATER("Not on the last evening"),
      SAY_LATER("What shall carry you on Friday is laid on Monday, one plank at a time.") },
    { SAY_LATER("leave the decision whether to trust with those whose it is"),
      SAY_LATER("They decide"),
      SAY_LATER("You can lay planks. Whether anybody walks on them is for them to say. Would you?") },
    { SAY_LATER("see what working alone costs, and when it began"),
      SAY_LATER("Who would come?"),
      SAY_LATER("If you rang tonight, who would come? And whom would you come for?") },
    { SAY_LATER("tell words from deeds when something is mended"),
      SAY_LATER("Worn out"),
      SAY_LATER("The second apology for the same thing is worth less than the first. What will they "
                "see you do?") },
    { SAY_LATER("make a plan for mending, with days in it"),
      SAY_LATER("A plan, not a stroll"),
      SAY_LATER("What, for whom, by when, and who may ask you about it. Four lines on paper.") },
    { SAY_LATER("say the two steps in their own words: do not break it; else, hard work"),
      SAY_LATER("Step one, or the long way"),
      SAY_LATER("Do not break it. If you did: say so first, keep the next small thing on time, and "
                "then the next one.") },
};
enum { IDEAS = sizeof ideas / sizeof *ideas };
_Static_assert(IDEAS == 20, "one for each mechanic");

const char *kit_goal(int mechanic)
{
    assert(mechanic >= 1 && mechanic <= IDEAS);
    return say(ideas[mechanic - 1].goal);
}

static void lines(KitPen *pen, const char *label, int count)
{
    page_blank(pen->page, label);
    for (int i = 1; i < count; i++) {
        page_blank(pen->page, "");
    }
}

void kit_handout(KitPen *pen)
{
    const Scenario *sc = pen->scenario;
    page_leaf(pen->page);
    page_heading(pen->page, 2, plain_format(&pen->arena, say("Your sheet: %s"),
                                            scenario_text(sc, sc->title)));
    page_text(pen->page, kit_plain(pen, sc->blurb));
    page_note(pen->page, say("Nobody collects this sheet. It is yours."));
    page_heading(pen->page, 3, say("While we play"));
    lines(pen, say("Here I would have chosen something else, and why:"), 2);
    page_heading(pen->page, 3, say("Keep and change"));
    lines(pen, say("What was done well, and I want to do, too:"), 1);
    lines(pen, say("What I would do otherwise:"), 1);
    page_heading(pen->page, 3, say("At my own work"));
    lines(pen, say("A promise of mine that is beginning to slip:"), 1);
    page_heading(pen->page, 3, say("My plan"));
    page_blank(pen->page, say("If"));
    page_blank(pen->page, say("then I will"));
    page_blank(pen->page, say("The first time on (day):"));
    page_blank(pen->page, say("Who may ask me about it:"));
}

// As many letters as the longest choice has answers.
static int letters(const Graph *graph)
{
    enum { LEAST = 3, MOST = 8 };
    int most = LEAST;
    for (int i = 0; i < graph->stop_count; i++) {
        const GraphStop *stop = &graph->stops[i];
        most = stop->kind == GRAPH_CHOICE && stop->offer_count > most ? stop->offer_count : most;
    }
    return most < MOST ? most : MOST;
}

static void votes(KitPen *pen)
{
    int most = letters(pen->kit->graph);
    page_leaf(pen->page);
    page_heading(pen->page, 2, say("Voting cards"));
    page_note(pen->page, say("One set for each person. Cut along the lines. All show theirs at once, "
                             "or lay them face down and one person counts."));
    for (int i = 0; i < most; i++) {
        const char letter[] = { (char)('A' + i), '\0' };
        page_card(pen->page, letter, scenario_text(pen->scenario, pen->scenario->title), true);
    }
}

void kit_cards(KitPen *pen)
{
    page_leaf(pen->page);
    page_heading(pen->page, 2, say("Tactic cards"));
    page_note(pen->page, say("One set for each table. Each takes the one that bites most, and reads "
                             "it aloud."));
    for (int i = 0; i < IDEAS; i++) {
        if ((pen->scenario->teaches >> i & 1u) != 0) {
            page_card(pen->page, say(ideas[i].title), say(ideas[i].card), false);
        }
    }
    votes(pen);
}

// ---- after it -----------------------------------------------------------------------------------

static void evaluation(KitPen *pen)
{
    page_leaf(pen->page);
    page_heading(pen->page, 2, say("What was it worth?"));
    page_note(pen->page, say("No name, please."));
    lines(pen, say("Which choice turned the week, and why?"), 2);
    lines(pen, say("What will I do otherwise, and by when?"), 2);
    lines(pen, say("What should be left out next time?"), 1);
    page_text(pen->page,
              say("A new case: you promised a table of figures for four o'clock. It is ten to two, "
                  "you are in somebody else's meeting, and it will be five. What do you do in the "
                  "next ten minutes, and in which words?"));
    lines(pen, say("I would"), 3);
}

static void mails(KitPen *pen)
{
    static const char *const texts[][2] = {
        { SAY_LATER("After 30 days"),
          SAY_LATER("A month ago you wrote: if …, then I will …. Did it come up? Did you do it? If it "
                    "did not work, make the first step half as large and give it a day. You need not "
                    "answer this mail.") },
        { SAY_LATER("After 60 days"),
          SAY_LATER("Three minutes, with a pencil. Which promises have you made this week that have "
                    "a thing, a time and somebody who waits? Which have only two of the three? Ask "
                    "for the missing one today.") },
        { SAY_LATER("After 90 days"),
          SAY_LATER("Think of one bridge you wanted to mend in spring. What has the other one seen "
                    "you do since then? If they were asked, what would they say? Tell the person who "
                    "may ask you about your plan.") },
    };
    page_leaf(pen->page);
    page_heading(pen->page, 2, say("Mails for the weeks after"));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        page_heading(pen->page, 3, say(texts[i][0]));
        page_quote(pen->page, say(texts[i][1]));
    }
}

static void checklist(KitPen *pen)
{
    page_heading(pen->page, 2, say("Checklist"));
    page_heading(pen->page, 3, say("Two weeks before"));
    page_item(pen->page, say("Room with chairs that move, screen, two sockets. Who invites, and what "
                             "does it say? (“We play a story. Nobody is graded.”)"));
    page_item(pen->page, say("Play the story once to each ending, with this kit beside you."));
    page_item(pen->page, say("Ask whether somebody sees, hears or moves otherwise than most: type "
                             "size, contrast, reading aloud and the keyboard alone are there."));
    page_heading(pen->page, 3, say("A week before"));
    page_item(pen->page, say("Choose two or three decisions at which you will stop for talk."));
    page_item(pen->page, say("Ask who in your house is there for people whom it moves too much."));
    page_heading(pen->page, 3, say("The day before"));
    page_item(pen->page, say("The laptop on the screen in that very room. Type size from the last "
                             "row. Sound on or off."));
    page_item(pen->page, say("Print: this kit, sheets, voting cards, tactic cards. Pens, scissors."));
    page_item(pen->page, say("Pictures and messages off on the laptop that is shown."));
    page_heading(pen->page, 3, say("Afterwards"));
    page_item(pen->page, say("The day: write down for yourself what worked. No names."));
    page_item(pen->page, say("After 30, 60 and 90 days: the mails."));
}

void kit_after(KitPen *pen)
{
    evaluation(pen);
    mails(pen);
    checklist(pen);
}
