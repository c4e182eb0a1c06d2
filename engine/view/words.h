// Every sentence of the interface, in one table, so that it can be translated in one place. {1},
// {2}, {3} are filled in. Sentences of a scenario (desk, reactions) are the scenario's own:
// story/render.h.
#pragma once

#include "base/arena.h"
#include "bridge/bridge.h"
#include "story/story.h"
#include "view/home_words.h"
#include "view/settings_words.h"

#define VIEW_WORDS(X)                                                                              \
    X(W_NOTHING, "")                                                                               \
    X(W_APP, "Plankwright")                                                                        \
    X(W_PAGE_BACK, "Back")                                                                         \
    X(W_PAGE_MORE, "More")                                                                         \
    X(W_PAGE_FIRST, "First page")                                                                  \
    X(W_PAGE_LAST, "Last page")                                                                    \
    X(W_PAGE_OF, "{1} of {2}")                                                                     \
    X(W_CLOSE, "Close")                                                                            \
    X(W_KEY_ENTER, "Enter")                                                                        \
    X(W_KEY_ESCAPE, "Esc")                                                                         \
    X(W_SOUND, "Sound")                                                                            \
    X(W_WORN, "Worn")                                                                              \
    X(W_STRAINED, "Strained")                                                                      \
    X(W_UNSAFE, "Unsafe")                                                                          \
    X(W_DOWN, "Down")                                                                              \
    X(W_FRAYED, "{1}, frayed")                                                                     \
    X(W_MENDED, "{1}, mended")                                                                     \
    X(W_BRIDGE_TO, "Bridge to {1}")                                                                \
    X(W_DAY_OF, "Day {1} of {2}")                                                                  \
    /* library */                                                                                  \
    X(W_WHERE_STOPPED, "Where you stopped")                                                        \
    X(W_BEGIN_WITH, "Begin with this one")                                                         \
    X(W_GO_ON, "Go on")                                                                            \
    X(W_START, "Start")                                                                            \
    X(W_START_OVER, "Start over")                                                                  \
    X(W_ALL_SCENARIOS, "All scenarios")                                                            \
    X(W_AS_LEFT, "Each picture is the bridge as you left it.")                                     \
    X(W_MINUTES, "{1} min")                                                                        \
    X(W_NOT_PLAYED, "Not played yet.")                                                             \
    X(W_CANNOT_LOAD, "This one cannot be played")                                                  \
    X(W_NO_SCENARIOS, "There is no scenario here yet")                                             \
    X(W_NO_SCENARIOS_HOW, "A scenario is a folder with a file scenario.lua in it. Put one into "   \
                          "scripts/scenarios, and "                                                \
                          "it stands here at the next start.")                                     \
    X(W_ALL_BROKEN, "None of the scenarios can be played")                                         \
    X(W_ALL_BROKEN_HOW,                                                                            \
      "What is wrong with each stands on its card. Mend the file and start again.")                \
    X(W_FIRST_START, "What is kept, and where")                                                    \
    X(W_HOW, "How it works")                                                                       \
    X(W_HOW_1, "A bridge stands between you and each person. Every promise is a plank of it.")     \
    X(W_HOW_2,                                                                                     \
      "The numbers take an answer, {1} takes the last one back, {2} looks at the bridge, "         \
      "{3} lists every key.")                                                                      \
    X(W_STATES, "The bridge in a word")                                                            \
    X(W_OWN, "Write your own")                                                                     \
    X(W_OWN_1, "A story is one folder with a text file in it. It takes an evening to begin one.")  \
    X(W_OWN_2, "How: scripts/README.md. Put it into scripts/scenarios, and it stands here.")       \
    X(W_CARD_SAID, "{1} {2}. {3}")                                                                 \
    X(W_QUIT, "Quit")                                                                              \
    X(W_SCENARIO_BRIDGE, "The bridge of {1}")                                                      \
    /* play */                                                                                     \
    X(W_YOU, "You:")                                                                               \
    X(W_QUOTE, "\xe2\x80\x9c{1}\xe2\x80\x9d")                                                      \
    X(W_MORE_STORY, "Go on")                                                                       \
    X(W_PROMISED, "On the bridge now: {1}, due {2}.")                                              \
    X(W_PROMISED_OPEN, "On the bridge now: {1}.")                                                  \
    X(W_SETTLED, "{1}: {2}.")                                                                      \
    X(W_WHAT_NOW, "{1} to {2}. What now?")                                                         \
    X(W_IN_TALK, "You and {1}, one to one. Round {2} of {3}.")                                     \
    X(W_IN_TALK_AGENDA, "You and {1}, one to one.")                                                \
    X(W_HOURS_LEFT, "{1} left today")                                                              \
    X(W_ENERGY_LEFT, "energy {1} of {2}")                                                          \
    X(W_HOURS, "{1} h")                                                                            \
    X(W_MINUTES_ONLY, "{1} min")                                                                   \
    X(W_HOURS_MINUTES, "{1} h {2} min")                                                            \
    X(W_OPEN_PROMISES, "Still open")                                                               \
    X(W_NEEDS, "{1}, {2} of work to do")                                                           \
    X(W_NOT_ALL_FITS, "{1} of work is due by {2}. Until then there are {3}.")                      \
    X(W_TOUCHES, "touches plank {1}, {2}")                                                         \
    X(W_TOUCHES_NEW, "a promise: {1}")                                                             \
    X(W_TOUCHES_OF, "touches plank {1} of the bridge to {2}, {3}")                                 \
    X(W_GUIDED, "Shown here. {1}")                                                                 \
    X(W_TAKES, "takes {1}")                                                                        \
    X(W_CLOSED_HOURS, "Not enough of the day is left for this.")                                   \
    X(W_CLOSED_ENERGY, "You are too tired for this. Rest, or sleep on it.")                        \
    X(W_TALK_TIME, "Takes no time")                                                                \
    X(W_ENDED, "This is how it ended")                                                             \
    X(W_LOOK_BACK, "Look back")                                                                    \
    X(W_BROKEN_STORY, "The story cannot go on from here")                                          \
    X(W_BROKEN_STORY_HOW, "U takes you back to before the last choice. Nothing of yours is lost.") \
    /* tools and panels */                                                                         \
    X(W_TOOL_UNDO, "Undo")                                                                         \
    X(W_TOOL_LOOK, "Look")                                                                         \
    X(W_TOOL_HISTORY, "History")                                                                   \
    X(W_TOOL_LEDGER, "Promises")                                                                   \
    X(W_TOOL_HELP, "Keys")                                                                         \
    X(W_TOOL_LIBRARY, "Library")                                                                   \
    X(W_LEDGER, "Promises")                                                                        \
    X(W_LEDGER_KEPT, "{1} kept of {2}")                                                            \
    X(W_LEDGER_NONE, "none yet")                                                                   \
    X(W_LEDGER_EMPTY, "Nobody has promised anything yet.")                                         \
    X(W_LEDGER_TO, "to {1}")                                                                       \
    X(W_LEDGER_BY, "by {1}")                                                                       \
    X(W_LEDGER_LINE, "{1}, {2}")                                                                   \
    X(W_KNOW, "What you know")                                                                     \
    X(W_KNOW_LINE, "{1}: {2}")                                                                     \
    X(W_KNOW_STANDARD, "What counts for {1}: {2}")                                                 \
    X(W_HISTORY, "What was said")                                                                  \
    X(W_HISTORY_EMPTY, "Nothing yet.")                                                             \
    X(W_LOOK, "The bridge to {1}")                                                                 \
    /* the parts of a bridge, and all bridges at once */                                           \
    X(W_TOOL_CANYON, "Everyone")                                                                   \
    X(W_LOOK_HOW, "Left and right go from part to part.")                                          \
    X(W_PART_PLANK, "Plank {1}: {2}")                                                              \
    X(W_PART_PLANK_THEIRS, "Plank {1}, promised by {3}: {2}")                                      \
    X(W_STATE_AND_WOOD, "{1}. {2}")                                                                \
    X(W_BOTH, "{1}; {2}")                                                                          \
    X(W_PART_FAITH, "A plank of good faith")                                                       \
    X(W_PART_TORN, "A plank torn away")                                                            \
    X(W_PART_ROPES, "The ropes: one promise after another")                                        \
    X(W_PART_NEAR_POSTS, "The posts on your side: how you get on")                                 \
    X(W_PART_FAR_POSTS, "The posts on {1}'s side: how you get on")                                 \
    X(W_PART_SCAR, "The scar in the post: a deception")                                            \
    X(W_PART_LANTERN, "The lantern: a talk that was theirs")                                       \
    X(W_WOOD_SOUND, "It lies firm.")                                                               \
    X(W_WOOD_MARKED, "It lies firm, and is marked: this is still to do.")                          \
    X(W_WOOD_NEW, "New, pale wood, laid where a plank broke.")                                     \
    X(W_WOOD_WORN, "Worn wood: the date was moved.")                                               \
    X(W_WOOD_CRACKED, "The wood is cracked.")                                                      \
    X(W_WOOD_HANGING, "It hangs by one end.")                                                      \
    X(W_WOOD_GONE, "It is gone, and tore its neighbours away.")                                    \
    X(W_FAITH_SOUND, "Sound. It was there from the start; no promise is tied to it.")              \
    X(W_FAITH_GREY, "Grown grey. Trust is lower than it was at the start.")                        \
    X(W_FAITH_CRACKED, "Cracked. It goes next if trust goes on falling.")                          \
    X(W_FAITH_GONE,                                                                                \
      "Fallen. What was believed without proof is used up; what you do brings it back.")           \
    X(W_TORN_SAYS, "It went when what was covered up next to it came out.")                        \
    X(W_ROPES_WHOLE, "All eight strands hold.")                                                    \
    X(W_ROPES_ONE_GONE, "One strand of eight has snapped; each promise broken takes one.")         \
    X(W_ROPES_GONE, "{1} strands of eight have snapped; each promise broken takes one.")           \
    X(W_ROPES_SPLICED, "{1} spliced: two kept in a row bring one back.")                           \
    X(W_ROPES_SAG, "How deep it hangs is trust itself: {1}.")                                      \
    X(W_POSTS_LEAN, "They lean: it has been better between you.")                                  \
    X(W_POSTS_STAND, "They stand straight.")                                                       \
    X(W_POSTS_DEEP, "They are dug in deep: you get on well.")                                      \
    X(W_SCAR_SAYS, "It came out. The mark grows paler and never quite goes.")                      \
    X(W_LANTERN_SAYS, "Your last talk with {1} was about what {1} wanted to talk about.")          \
    X(W_CANYON, "Everyone you work with")                                                          \
    X(W_CANYON_CROSS, "Would cross to you for a small thing:")                                     \
    X(W_CANYON_CROSS_SAID, "Would cross to you for a small thing")                                 \
    X(W_CANYON_SILO,                                                                               \
      "Nobody would cross to you for more than a small thing, and no gate is open. "               \
      "Everyone stays on their own side.")                                                         \
    X(W_CANYON_HIGH, "Would cross to you even when much is at stake. The gate is open.")           \
    X(W_CANYON_MEDIUM, "Would cross to you for most things. The gate is open.")                    \
    X(W_CANYON_SMALL, "Would cross to you only for a small thing. The gate is shut.")              \
    X(W_CANYON_NONE, "Would not cross to you. The gate is shut.")                                  \
    X(W_CANYON_MISSING, "There is no way across.")                                                 \
    X(W_CANYON_CHOOSE, "1 to {1} choose a bridge")                                                 \
    X(W_CANYON_NUMBER, "{1} {2}")                                                                  \
    X(W_BETWEEN, "Between you")                                                                    \
    X(W_BETWEEN_NONE, "Nothing was promised yet.")                                                 \
    X(W_KNOW_OF, "What you know of {1}")                                                           \
    X(W_KNOW_WANTS, "Wants: {1}.")                                                                 \
    X(W_KNOW_NOTHING, "Nothing yet. Asking would tell.")                                           \
    X(W_PLANK_BY_PLANK, "Plank by plank")                                                          \
    X(W_HELP, "Keys")                                                                              \
    X(W_HELP_DIGITS, "Take that answer")                                                           \
    X(W_HELP_DIGITS_KEY, "1 to 9")                                                                 \
    X(W_HELP_ENTER, "Go on; take what is in focus")                                                \
    X(W_HELP_ENTER_KEY, "Enter, Space")                                                            \
    X(W_HELP_TAB, "From one thing to the next")                                                    \
    X(W_HELP_TAB_KEY, "Tab, arrows")                                                               \
    X(W_HELP_PAGE, "Turn the page")                                                                \
    X(W_HELP_PAGE_KEY, "PgUp, PgDn")                                                               \
    X(W_HELP_UNDO, "Take the last choice back, as often as you like")                              \
    X(W_HELP_LOOK, "Look at the bridge, plank by plank")                                           \
    X(W_HELP_CANYON, "All your bridges at once")                                                   \
    X(W_HELP_HISTORY, "Read again what was said")                                                  \
    X(W_HELP_LEDGER, "All promises, and what you know")                                            \
    X(W_HELP_HELP_KEY, "?")                                                                        \
    X(W_HELP_KEYS, "Open or close this list of keys")                                              \
    X(W_HELP_LIBRARY, "To the library; the play stays where it is")                                \
    X(W_HELP_QUIT, "Quit")                                                                         \
    X(W_HELP_SIZE, "Larger or smaller type; Ctrl+0: as it was")                                    \
    X(W_HELP_SIZE_KEY, "Ctrl+Plus, Ctrl+Minus")                                                    \
    X(W_HELP_CONTRAST, "High contrast, or all colours")                                            \
    X(W_HELP_CONTRAST_KEY, "F2")                                                                   \
    X(W_HELP_FULL, "The whole screen, or a window")                                                \
    X(W_HELP_FULL_KEY, "F11")                                                                      \
    X(W_HELP_MOTION, "Less motion, or all of it")                                                  \
    X(W_HELP_MOTION_KEY, "F3")                                                                     \
    X(W_HELP_FEEDBACK, "What each choice has changed: at once, or only at the end")                \
    X(W_HELP_FEEDBACK_KEY, "F5")                                                                   \
    X(W_HELP_SLOW_LINK, "Fewer pictures, for a screen far away, or all of them")                   \
    X(W_HELP_SLOW_LINK_KEY, "F4")                                                                  \
    X(W_HELP_SOUND, "Sound on or off")                                                             \
    X(W_HELP_SOUND_KEY, "M")                                                                       \
    X(W_HELP_CAPTIONS, "Captions of sounds: what breaks, all, none")                               \
    X(W_HELP_CAPTIONS_KEY, "Shift+M")                                                              \
    /* what is heard */                                                                            \
    X(W_HEARD_CREAK, "The ropes creak")                                                            \
    X(W_HEARD_CRACK, "A plank cracks")                                                             \
    X(W_HEARD_SNAP, "A rope snaps")                                                                \
    X(W_HEARD_CRASH, "The bridge hits the rock")                                                   \
    X(W_HEARD_HAMMER, "Hammering")                                                                 \
    X(W_HEARD_STEP, "Footsteps on wood")                                                           \
    X(W_HEARD_GUST, "The wind rises")                                                              \
    X(W_HEARD_KEPT, "Three notes, rising")                                                         \
    X(W_HEARD_MENDED, "Three notes, climbing back")                                                \
    X(W_HEARD_BROKEN, "Two notes, falling")                                                        \
    X(W_HEARD_FOUND_OUT, "A low note goes flat")                                                   \
    X(W_HEARD_CROSSES, "Four notes, walking up")                                                   \
    X(W_HEARD_TURNS_BACK, "Three notes, up and back")                                              \
    X(W_SOUND_ON, "Sound on")                                                                      \
    X(W_SOUND_OFF, "Sound off")                                                                    \
    X(W_CAPTIONS_IMPORTANT, "Captions: what breaks")                                               \
    X(W_CAPTIONS_ALL, "Captions: every sound")                                                     \
    X(W_FEEDBACK_ON, "After each choice: what it has changed")                                     \
    X(W_SPEECH_ON, "Reading aloud: on")                                                            \
    X(W_SPEECH_OFF, "Reading aloud: off")                                                          \
    X(W_HELP_SPEECH_KEY, "F7")                                                                     \
    X(W_HELP_SPEECH, "Reads everything aloud, or not")                                             \
    X(W_HELP_READ_KEY, "F8, Ctrl")                                                                 \
    X(W_HELP_READ, "The whole screen aloud; silence")                                              \
    X(W_FEEDBACK_OFF, "What a choice has changed: at the end")                                     \
    X(W_FEEDBACK, "From here {1} has a chance of {2}; with another choice it would be {3}.")       \
    X(W_FEEDBACK_BEST, "From here {1} has a chance of {2}. No other choice gave it a better one.") \
    X(W_FEEDBACK_SAME, "From here {1} has a chance of {2}, whatever you choose.")                  \
    X(W_CAPTIONS_NONE, "Captions: none")                                                           \
    X(W_NOTICE_OK, "All right")                                                                    \
    X(W_SHOW_FILE, "Open it")                                                                      \
    /* what became of a plank, for those looking back */                                           \
    X(W_BECAME_OPEN, "still open")                                                                 \
    X(W_BECAME_KEPT, "kept")                                                                       \
    X(W_BECAME_LAPSED, "no longer needed, nobody's fault")                                         \
    X(W_BECAME_MOVED, "moved to a new date, in time")                                              \
    X(W_BECAME_WARNED, "told that it would be late, and late")                                     \
    X(W_BECAME_MISSED, "missed, in silence")                                                       \
    X(W_BECAME_HELD, "held to the end")                                                            \
    X(W_BECAME_NOT_HELD, "not held")                                                               \
    X(W_BECAME_NOT_THERE, "you were not there, and said nothing")                                  \
    X(W_BECAME_OWNED, "missed, and you said so first")                                             \
    X(W_BECAME_COVERED, "missed, and covered up")                                                  \
    X(W_BECAME_FOUND, "covered up, and found out")                                                 \
    X(W_BECAME_THEY_MISSED, "they let it go by")                                                   \
    X(W_IN_GAP, "{1}; it lies in the gap that plank {2} left")                                     \
    /* debrief */                                                                                  \
    X(W_LOOKING_BACK, "Looking back")                                                              \
    X(W_SEED, "seed {1}")                                                                          \
    X(W_YOU_ENDED, "You ended")                                                                    \
    X(W_YOUR_WAY, "Your way")                                                                      \
    X(W_YOUR_WAY_HOW, "Left and right move from choice to choice.")                                \
    X(W_OTHER_BRIDGE, "See the bridge to {1}")                                                     \
    X(W_STOP_LABEL, "{1}: {2}")                                                                    \
    X(W_STOP_SAID, "{1}, {2}, you chose: {3}")                                                     \
    X(W_STOP_END, "{1}, {2}, the end")                                                             \
    X(W_SLIDER, "Your way, choice by choice")                                                      \
    X(W_FIRST_BROKEN, "The first plank that broke")                                                \
    X(W_CHOICE_BEFORE, "The choice before it, {1}:")                                               \
    X(W_PLAN_CHANGE, "Change it")                                                                  \
    X(W_KEEP_PAGE, "Keep as a page")                                                               \
    X(W_WRITE, "Your plan, in your own words")                                                     \
    X(W_WRITE_HOW, "When it happens, what do you do? One if, one then.")                           \
    X(W_TURNING, "The choice that cost most")                                                      \
    X(W_SAVING, "The choice that saved most")                                                      \
    X(W_TURNING_COST, "{1}. From there {2} had a chance of {3}; another choice would have "        \
                      "made it {4}.")                                                              \
    X(W_TURNING_SAVED, "{1}. From there {2} had a chance of {3}; another choice would have "       \
                       "left it at {4}.")                                                          \
    X(W_TURNING_NONE, "No single choice turned this week. It was all of them together.")           \
    X(W_TURNING_HOW, "The chance if everything after it is left to luck, counted in {1} plays of " \
                     "each choice.")                                                               \
    X(W_GOAL_SOUND, "a sound bridge to {1}")                                                       \
    X(W_GOAL_WORN, "a bridge to {1} no worse than worn")                                           \
    X(W_GOAL_STRAINED, "a bridge to {1} that still bears somebody")                                \
    X(W_GOAL_UNSAFE, "a bridge to {1} that still hangs")                                           \
    X(W_PERCENT, "{1}\xc2\xa0%")                                                                   \
    X(W_PERCENT_LEAST, "under 1\xc2\xa0%")                                                         \
    X(W_PERCENT_MOST, "over 99\xc2\xa0%")                                                          \
    X(W_YOU_TOOK, "{1} (your choice)")                                                             \
    X(W_YOU_FIGURE, "you, {1}")                                                                    \
    X(W_CHANCE, "chance")                                                                          \
    X(W_CHANCE_OF, "The chance of {1}")                                                            \
    X(W_COUNTING, "What the other choices would have come to is still being counted.")             \
    X(W_OTHER_WAY, "Another way")                                                                  \
    X(W_SHOW_COST, "What cost most")                                                               \
    X(W_SHOW_SAVED, "What saved most")                                                             \
    X(W_OTHER_WAY_THERE, "There")                                                                  \
    X(W_OTHER_WAY_YOURS, "Yours")                                                                  \
    X(W_OTHER_WAY_NONE, "No way through was found from there that ends with {1}.")                 \
    X(W_AS_YOU_DID, "{1} (as you did)")                                                            \
    X(W_OTHER_WAY_END, "It ends: {1}. The bridge to {2} is {3}.")                                  \
    X(W_THIS_CHOICE, "This choice")                                                                \
    X(W_THIS_CHOICE_AT, "{1}. The bridge was {2}.")                                                \
    X(W_THEN_WORD, "When the next choice came, it was {1}.")                                       \
    X(W_NO_BREAK, "No plank broke")                                                                \
    X(W_NO_BREAK_LINE, "What was promised held, from the first day to the last.")                  \
    X(W_NO_PROMISES_LINE, "Nothing was promised on this way, so nothing could break.")             \
    X(W_AT_THE_END, "The end")                                                                     \
    X(W_GO_BACK, "Go back there")                                                                  \
    X(W_PLANKS, "The planks")                                                                      \
    X(W_NEVER_ASKED, "You never asked")                                                            \
    X(W_ASK_ONE, "{1} could have told you one more thing.")                                        \
    X(W_ASK_MANY, "{1} could have told you {2} more things.")                                      \
    X(W_ASKED_ALL, "Nothing. You heard what there was to hear.")                                   \
    X(W_LEARNED, "What you learned")                                                               \
    X(W_TRIED, "What you tried")                                                                   \
    X(W_TRIED_NONE, "You let the deeds speak.")                                                    \
    X(W_TRIED_WORN, "{1} \xc3\x97{2}, wore out")                                                   \
    X(W_COUNT, "{1} \xc3\x97{2}")                                                                  \
    X(W_TACTIC_OWNED, "owned up")                                                                  \
    X(W_TACTIC_COVERED, "covered up")                                                              \
    X(W_TACTIC_MOVED, "agreed a new date")                                                         \
    X(W_TACTIC_TOLD, "told them early")                                                            \
    X(W_TACTIC_APOLOGY, "apologised")                                                              \
    X(W_TACTIC_VOW, "promised to change")                                                          \
    X(W_TACTIC_DENIAL, "denied it")                                                                \
    X(W_TACTIC_LISTEN, "listened")                                                                 \
    X(W_TACTIC_ASK, "asked")                                                                       \
    X(W_TACTIC_DEFEND, "explained yourself")                                                       \
    X(W_TACTIC_STEER, "steered")                                                                   \
    X(W_TACTIC_FIX, "offered a fix")                                                               \
    X(W_TACTIC_THEIRS, "their agenda")                                                             \
    X(W_TACTIC_SHARED, "shared agenda")                                                            \
    X(W_TACTIC_MINE, "your agenda")                                                                \
    X(W_TACTIC_CLARIFIED, "asked how they work")                                                   \
    X(W_YOUR_HOURS, "Your hours")                                                                  \
    X(W_KEEPING, "Keeping")                                                                        \
    X(W_REBUILDING, "Rebuilding")                                                                  \
    X(W_RECAP, "Step 1, and after")                                                                \
    X(W_RECAP_HELD,                                                                                \
      "Step 1 is not to break it. None of your {1} promises broke, so nothing had to be rebuilt.") \
    X(W_RECAP_HELD_ONE,                                                                            \
      "Step 1 is not to break it. Your one promise did not break, so nothing had to be rebuilt.")  \
    X(W_RECAP_HELD_NONE,                                                                           \
      "Step 1 is not to break it. Nothing was promised this time, so the bridge "                  \
      "stood as you found it.")                                                                    \
    X(W_RECAP_BROKEN, "Step 1 is not to break it. It gave way on {1}: {2}.")                       \
    X(W_RECAP_LABOUR,                                                                              \
      "After that comes the hard labour. You put {1} into it; the bridge to {2} is {3}.")          \
    X(W_RECAP_GIVEN, "Step 1 was missed before this began: {1}.")                                  \
    X(W_RECAP_GIVEN_AGAIN,                                                                         \
      "Step 1 was missed before this began: {1}. On {2} one more gave way: {3}.")                  \
    X(W_RECAP_BORNE, "The other planks bear it: the bridge to {1} is {2}, with a gap.")            \
    X(W_RECAP_FILLED, "What you’ve kept since lies in the gap: the bridge to {1} is {2}.")           \
    X(W_GIVEN, "before this began: {1}")                                                           \
    X(W_RECAP_NO_LABOUR,                                                                           \
      "After that comes the hard labour. Nobody has begun it yet; the bridge to {1} is {2}.")      \
    X(W_TWO_SENTENCES, "{1} {2}")                                                                  \
    X(W_PLAN, "One plan, tomorrow")                                                                \
    X(W_PLAN_KEEP, "Keep this plan")                                                               \
    X(W_PLAN_KEPT, "Kept.")                                                                        \
    X(W_PLAY_AGAIN, "Play again")                                                                  \
    /* a conversation practised again and again */                                                \
    X(W_DRILL, "Practise this")                                                                    \
    X(W_DRILL_TRY, "practice, try {1}")                                                            \
    X(W_DRILL_DID, "What this try did")                                                            \
    X(W_DRILL_AGAIN, "Again")                                                                      \
    X(W_DRILL_LEAVE, "Look back")                                                                  \
    X(W_DRILL_WORD, "When you began, the bridge to {1} was {2}. Now it is {3}.")                   \
    X(W_DRILL_MORE, "The bridge to {1} is {2}, as when you began, and bears a little more.")       \
    X(W_DRILL_LESS, "The bridge to {1} is {2}, as when you began, and bears a little less.")       \
    X(W_DRILL_WARMER,                                                                              \
      "The bridge to {1} is {2}, as when you began. Its posts stand a little firmer.")             \
    X(W_DRILL_COLDER,                                                                              \
      "The bridge to {1} is {2}, as when you began. Its posts lean a little more.")                \
    X(W_DRILL_SAME, "The bridge to {1} is {2}, as when you began. Nothing on it has moved.")       \
    X(W_DRILL_PROMISED, "You gave your word: {1}.")                                                \
    X(W_DRILL_LEARNED_ONE, "{1} told you something that you did not know.")                        \
    X(W_DRILL_LEARNED, "{1} told you {2} things that you did not know.")                           \
    X(W_DRILL_UNHEARD, "You asked {1} nothing this time.")                                         \
    X(W_DRILL_ANSWER, "{1} would have told you more. Another try could choose: {2}")               \
    X(W_DRILL_HEAR, "Another try could hear {1} out before it answers: {2}")                       \
    X(W_DRILL_UNTRIED, "You have not tried this yet: {1}")                                         \
    X(W_DRILL_ALL, "You have tried what there is to say here. What is left is the order.")         \
    X(W_DRILL_ALL_ANSWERS, "You have tried every answer there is here.")                           \
    HOME_WORDS(X)                                                                                  \
    SETTINGS_WORDS(X)                                                                              \
    X(W_MONDAY, "Mon")                                                                             \
    X(W_TUESDAY, "Tue")                                                                            \
    X(W_WEDNESDAY, "Wed")                                                                          \
    X(W_THURSDAY, "Thu") X(W_FRIDAY, "Fri") X(W_SATURDAY, "Sat") X(W_SUNDAY, "Sun")

typedef enum ViewWord {
#define X(name, text) name,
    VIEW_WORDS(X)
#undef X
        W_WORD_COUNT
} ViewWord;

const char *word(ViewWord which); // lives for ever

// With {1} .. {9} filled in from `values`; in the arena.
const char *word_fill(Arena *arena, ViewWord which, const char *const *values, int count);
const char *word_fill1(Arena *arena, ViewWord which, const char *a);
const char *word_fill2(Arena *arena, ViewWord which, const char *a, const char *b);
const char *word_fill3(Arena *arena, ViewWord which, const char *a, const char *b, const char *c);

const char *word_number(Arena *arena, int number);
const char *word_duration(Arena *arena, int minutes); // "2 h", "1 h 30 min", "40 min"
const char *word_time(Arena *arena, int32_t minute);  // "09:00"
const char *word_bridge(Arena *arena, const BridgeCondition *condition,
                        bool capital);                              // "Worn, frayed"
ViewWord word_became(const StoryCommitment *commitment, int state); // of a StoryState
ViewWord word_weekday(int weekday);                                 // 0 Monday
