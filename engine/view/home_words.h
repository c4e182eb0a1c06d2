// The sentences of the home screen and of what belongs to whoever plays: part of the one table in
// words.h, apart because that file is long. {1}, {2} are filled in.
#pragma once

#define HOME_WORDS(X)                                                                              \
    X(W_OTHER_SCENARIOS, "More scenarios")                                                         \
    X(W_MINUTES_AND, "{1} \xc2\xb7 {2}")                                                            \
    X(W_SENTENCE, "{1}.")                                                                          \
    X(W_NEXT, "Next for you")                                                                      \
    X(W_PLAN_TODAY, "Your plan for today")                                                         \
    X(W_PLAN_HOW, "How did it go?")                                                                \
    X(W_PLAN_DID, "I did it")                                                                      \
    X(W_PLAN_DID_NOT, "I didn\xe2\x80\x99t")                                                       \
    X(W_PLAN_NOT_YET, "It hasn\xe2\x80\x99t come up")                                              \
    X(W_PLAN_PRIVATE, "Stays on this computer. Nobody else sees it.")                              \
    X(W_BOOSTER, "Three minutes for today")                                                        \
    X(W_BOOSTER_START, "Start, three minutes")                                                     \
    X(W_PRACTICE, "Practice")                                                                      \
    X(W_PRACTICE_SAYS, "Every number is a week of its own. Swap numbers, and compare.")            \
    X(W_NEW_WEEK, "New canyon")                                                                    \
    X(W_TYPE_NUMBER, "Type a number")                                                              \
    X(W_NUMBER, "The number of the week")                                                          \
    X(W_NUMBER_HOW,                                                                                \
      "Digits only. Whoever types the same number has the same week, whatever they do in it.")     \
    X(W_NUMBER_START, "Play it")                                                                   \
    X(W_TOOL_YOU, "You")                                                                           \
    X(W_TOOL_PLACES, "Places")                                                                     \
    X(W_TOOL_PAUSE, "Pause")                                                                       \
    X(W_TOOL_SKIP, "Skip read")                                                                    \
    X(W_TOOL_SKIPPING, "Skipping")                                                                 \
    X(W_SHOW_ME, "Show me")                                                                        \
    X(W_RUN_ROOM, "Run this in a room")                                                            \
    X(W_SHOW_WAY, "Show me a way through")                                                                \
    X(W_NOT_NOW, "Not now")                                                                        \
    X(W_CONTENT, "Good to know before: {1}. You can stop at any moment; nothing is lost.")         \
    X(W_MINUTES_AT, "{1}, {2}")                                                                    \
    X(W_WITH_PEOPLE, "With {1}.")                                                                  \
    X(W_COVER, "Before you start")                                                                 \
    X(W_ASK, "Once more, before it is gone")                                                       \
    X(W_PLACE_DROP, "Forget it")                                                                   \
    X(W_PICTURE_SAID, "{1}, the bridge to {2}: {3}")                                               \
    X(W_PICTURE_PLAIN, "{1}: {2}")                                                                 \
    X(W_RECORD, "Your bridges over time")                                                          \
    X(W_RECORD_NONE,                                                                               \
      "Here stands the bridge of every story that you finish, as it was in the end.")              \
    X(W_RECORD_WORD, "{1}, to {2}")                                                                \
    X(W_PLANS, "Your plans so far")                                                                \
    X(W_PLANS_NONE, "None yet. Every story ends with one, if you want it.")                        \
    X(W_PLAN_OPEN, "Still to come up.")                                                            \
    X(W_KEPT, "What is kept, and where")                                                           \
    X(W_KEEP_FOR, "Kept for {1}")                                                                  \
    X(W_KEEP_FOR_NOW, "chosen")                                                                    \
    X(W_EXPORT, "Put it all into one file")                                                        \
    X(W_FORGET, "Delete everything")                                                               \
    X(W_FORGET_ASK, "Delete everything that is kept of you here?")                                 \
    X(W_FORGET_WHAT,                                                                               \
      "Every story, finished or not, with its choices and kept places; every plan and answer; "    \
      "your record; your settings; the pages and files made here. Nobody can bring it back. A "    \
      "copy that you put elsewhere stays.")                                                        \
    X(W_FORGET_YES, "Yes, delete it all")                                                          \
    X(W_PROFILES, "Who is playing?")                                                               \
    X(W_PROFILE_NOW, "now")                                                                        \
    X(W_PROFILES_HOW, "No password, no account: everybody here has a shelf of their own.")         \
    X(W_PROFILE_ADD, "Somebody else")                                                              \
    X(W_PROFILE_NAME, "Change the name")                                                           \
    X(W_PROFILE_REMOVE, "Remove")                                                                  \
    X(W_NAME_NEW, "What are you called here?")                                                     \
    X(W_NAME_CHANGE, "Another name for {1}")                                                       \
    X(W_NAME_HOW, "Anything will do. It stands on this computer only.")                            \
    X(W_NAME_DONE, "Take this name")                                                               \
    X(W_REMOVE_ASK, "Remove {1} from this computer?")                                              \
    X(W_REMOVE_WHAT,                                                                               \
      "Their stories, choices, kept places, plans and record are deleted with them. Nobody can "   \
      "bring them back.")                                                                          \
    X(W_REMOVE_YES, "Yes, remove {1}")                                                             \
    X(W_ASK_NO, "No, keep it")                                                                     \
    X(W_PAUSED, "Paused")                                                                          \
    X(W_PAUSED_HOW,                                                                                \
      "Nothing goes on while you are away. Every choice is kept already: you may also switch "     \
      "off, and you will stand here again.")                                                       \
    X(W_PLACES, "Kept places")                                                                     \
    X(W_PLACES_HOW,                                                                                \
      "Keep the place you are at, try something, and come back to it. Going back loses nothing "   \
      "that you kept.")                                                                            \
    X(W_PLACE_KEEP, "Keep this place")                                                             \
    X(W_PAGES, "Which page?")                                                                      \
    X(W_PAGE_WHOLE, "The whole look back")                                                         \
    X(W_PAGE_WHOLE_HOW, "Your way choice by choice, every plank, what else was open.")             \
    X(W_TAKEAWAY_HOW, "No figures: what you tried, your plan, and lines to write on.")             \
    X(W_PROOF_HOW, "That you finished, when, and how long it took. Nothing of how it went.")       \
    X(W_TAKEAWAY, "A page to take away")                                                           \
    X(W_PROOF, "Proof that you finished")                                                          \
    X(W_HELP_PAUSE, "Pause: the story is covered")                                                 \
    X(W_HELP_PLACES, "Keep this place, or go back to one")                                         \
    X(W_HELP_SKIP, "Pass over what you have read before")                                          \
    X(W_HELP_ALL, "All scenarios, as a list; a number takes one of those on the page")             \
    X(W_HELP_YOU, "Your bridges, your plans, what is kept")
