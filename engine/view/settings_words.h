// The sentences of the settings and of the devices one plays with: part of the one table in words.h,
// apart because that file is long. {1}, {2} are filled in.
#pragma once

#define SETTINGS_WORDS(X)                                                                          \
    X(W_SETTINGS, "Seeing, hearing, moving")                                                       \
    X(W_TOOL_SETTINGS, "Settings")                                                                 \
    X(W_SETTINGS_SAVED, "Saved as you change it")                                                  \
    X(W_SEEING, "Seeing")                                                                          \
    X(W_READING, "Reading")                                                                        \
    X(W_HEARING, "Hearing")                                                                        \
    X(W_MOVING, "Moving and time")                                                                 \
    X(W_SET_SIZE, "Type size")                                                                     \
    X(W_SET_SIZE_HOW, "Everything grows, and pages turn")                                          \
    X(W_SET_FACE, "Typeface")                                                                      \
    X(W_SET_FACE_HOW, "For all that is written")                                                   \
    X(W_FACE_BOOK, "Vollkorn")                                                                     \
    X(W_FACE_ANDIKA, "Andika")                                                                     \
    X(W_FACE_DYSLEXIC, "OpenDyslexic")                                                             \
    X(W_SET_CONTRAST, "Contrast")                                                                  \
    X(W_SET_CONTRAST_HOW, "States keep their shape and their word")                                \
    X(W_CONTRAST_PAPER, "Paper")                                                                   \
    X(W_CONTRAST_HIGH, "High")                                                                     \
    X(W_SET_COLOURS, "Colours")                                                                    \
    X(W_SET_COLOURS_HOW, "Safe: told apart with any colour vision")                                \
    X(W_COLOURS_USUAL, "Usual")                                                                    \
    X(W_COLOURS_SAFE, "Safe")                                                                      \
    X(W_SET_MOTION, "Motion")                                                                      \
    X(W_SET_MOTION_HOW, "Sway, falling planks, people walking")                                    \
    X(W_MOTION_FULL, "Full")                                                                       \
    X(W_MOTION_LESS, "Less")                                                                       \
    X(W_SET_FAR, "Remote desktop")                                                                 \
    X(W_SET_FAR_HOW, "Few pictures, for a screen far away")                                        \
    X(W_SET_SPEED, "Speed of text")                                                                \
    X(W_SET_SPEED_HOW, "How fast one line follows another")                                        \
    X(W_SPEED_SLOW, "Slow")                                                                        \
    X(W_SPEED_USUAL, "Usual")                                                                      \
    X(W_SPEED_FAST, "Fast")                                                                        \
    X(W_SPEED_ONCE, "At once")                                                                     \
    X(W_SET_FEEDBACK, "Say what a choice changed")                                                 \
    X(W_SET_FEEDBACK_HOW, "At once, not only when you look back")                                  \
    X(W_SET_LANGUAGE, "Language")                                                                  \
    X(W_SET_LANGUAGE_HOW, "Of the buttons, and of stories that have it")                           \
    X(W_SET_SOUND, "Sounds")                                                                       \
    X(W_SET_SOUND_HOW, "The bridge, steps, a few notes")                                           \
    X(W_SET_CAPTIONS, "Sounds also in words")                                                      \
    X(W_SET_CAPTIONS_HOW, "\xe2\x80\x9c" "A strand gives, right of the middle.\xe2\x80\x9d")       \
    X(W_CAPTIONS_SET_BREAKS, "What breaks")                                                        \
    X(W_CAPTIONS_SET_ALL, "All")                                                                   \
    X(W_CAPTIONS_SET_NONE, "None")                                                                 \
    X(W_SET_SPEECH, "Read aloud")                                                                  \
    X(W_SET_SPEECH_HOW, "Story, answers, and the bridge in words")                                 \
    X(W_SET_SPEECH_NONE,                                                                           \
      "Nothing on this computer can read. Install speech-dispatcher with a voice, such as "        \
      "espeak-ng, then switch this off and on")                                                    \
    X(W_SET_VOICE, "Which voice")                                                                  \
    X(W_SET_VOICE_HOW, "Each says its name in its own voice")                                      \
    X(W_VOICE_USUAL, "The usual one")                                                              \
    X(W_SET_RATE, "How fast it reads")                                                             \
    X(W_SET_RATE_HOW, "Ctrl alone is silence until the next line")                                 \
    X(W_SET_VOLUME, "How loud it reads")                                                           \
    X(W_SET_VOLUME_HOW, "Apart from the other sounds")                                             \
    X(W_VOLUME_LOW, "Soft")                                                                        \
    X(W_VOLUME_MIDDLE, "Middle")                                                                   \
    X(W_VOLUME_FULL, "Loud")                                                                       \
    X(W_SET_HANDS, "Keys for")                                                                     \
    X(W_SET_HANDS_HOW, "All there is, within reach of one hand")                                   \
    X(W_HANDS_BOTH, "Both hands")                                                                  \
    X(W_HANDS_LEFT, "Left")                                                                        \
    X(W_HANDS_RIGHT, "Right")                                                                      \
    X(W_SET_KEYS, "Which key does what")                                                           \
    X(W_SET_KEYS_HOW, "Choose your own key for anything")                                          \
    X(W_KEYS_CHANGE, "Change keys")                                                                \
    X(W_SET_HOLD, "Hold to choose")                                                                \
    X(W_SET_HOLD_HOW, "An answer is taken when it was held so long")                               \
    X(W_HOLD_SHORT, "0.4 s")                                                                       \
    X(W_HOLD_MIDDLE, "0.8 s")                                                                      \
    X(W_HOLD_LONG, "1.5 s")                                                                        \
    X(W_SET_SWITCHES, "Switches")                                                                  \
    X(W_SET_SWITCHES_HOW, "One takes what its turn has come to; two: Space goes on, Enter takes")  \
    X(W_SWITCHES_ONE, "One")                                                                       \
    X(W_SWITCHES_TWO, "Two")                                                                       \
    X(W_SET_SCAN, "Time for each turn")                                                            \
    X(W_SET_SCAN_HOW, "With one switch")                                                           \
    X(W_SCAN_1, "0.8 s")                                                                           \
    X(W_SCAN_2, "1.5 s")                                                                           \
    X(W_SCAN_3, "2.5 s")                                                                           \
    X(W_SCAN_4, "4 s")                                                                             \
    X(W_ON, "On")                                                                                  \
    X(W_OFF, "Off")                                                                                \
    X(W_SET_SAID, "{1}: {2}")                                                                      \
    X(W_HOW_IT_LOOKS, "How it will look")                                                          \
    X(W_LOOKS_CONTRAST, "high contrast")                                                           \
    X(W_LOOKS_SAFE, "safe colours")                                                                \
    X(W_LOOKS_MOTION, "less motion")                                                               \
    X(W_SAMPLE_SAYS, "\xe2\x80\x9cYou told us Friday. I told forty people Friday.\xe2\x80\x9d")    \
    X(W_SAMPLE_ONE, "\xe2\x80\x9cI knew, and I didn\xe2\x80\x99t call.\xe2\x80\x9d")               \
    X(W_SAMPLE_TWO, "\xe2\x80\x9cThe supplier moved it.\xe2\x80\x9d")                              \
    X(W_IN_WORDS, "In words, as it is read aloud")                                                 \
    X(W_SAMPLE_WORDS,                                                                              \
      "The bridge to Mara is {1}. Plank 3 hangs by one end: missed. Plank 4 is still open.")       \
    X(W_AS_BEFORE, "As it was before")                                                             \
    X(W_AS_USUAL, "As at first")                                                                   \
    X(W_KEYS_TITLE, "Which key does what")                                                         \
    X(W_KEYS_HOW,                                                                                  \
      "Take a line, then press the key for it. The arrows, Enter, Tab, Esc and the numbers "       \
      "always do what they do.")                                                                   \
    X(W_KEYS_PRESS, "Press the key for \xe2\x80\x9c{1}\xe2\x80\x9d. Esc leaves it as it is.")      \
    X(W_KEYS_TAKEN,                                                                                \
      "{1} was the key for \xe2\x80\x9c{2}\xe2\x80\x9d, which has none of its own now. Choose "    \
      "another for it if you need it.")                                                            \
    X(W_KEYS_SET, "{1} is now the key for \xe2\x80\x9c{2}\xe2\x80\x9d.")                           \
    X(W_KEYS_NOT, "That key cannot be chosen. A letter, a sign or a function key can.")            \
    X(W_KEYS_FIXED, "{1} always does what it does. Choose another key.")                           \
    X(W_KEYS_USUAL, "The usual keys again")                                                        \
    X(W_KEY_PAGE_UP, "PgUp")                                                                       \
    X(W_KEY_PAGE_DOWN, "PgDn")                                                                     \
    X(W_KEYS_NONE, "none of its own")                                                              \
    X(W_COMMAND_UNDO, "take the last choice back")                                                 \
    X(W_COMMAND_LOOK, "look at the bridge")                                                        \
    X(W_COMMAND_CANYON, "all bridges")                                                             \
    X(W_COMMAND_HISTORY, "what was said")                                                          \
    X(W_COMMAND_LEDGER, "promises and what you know")                                              \
    X(W_COMMAND_HELP, "all keys")                                                                  \
    X(W_COMMAND_SETTINGS, "settings")                                                              \
    X(W_COMMAND_SOUND, "sound on and off")                                                         \
    X(W_COMMAND_TAKE, "take it, go on")                                                            \
    X(W_COMMAND_BACK, "back, leave")                                                               \
    X(W_COMMAND_UP, "move up")                                                                     \
    X(W_COMMAND_DOWN, "move down")                                                                 \
    X(W_COMMAND_LEFT, "move left")                                                                 \
    X(W_COMMAND_RIGHT, "move right")                                                               \
    X(W_COMMAND_PAGE_BACK, "page back")                                                            \
    X(W_COMMAND_PAGE_ON, "page on")                                                                \
    X(W_COMMAND_PAUSE, "pause")                                                                    \
    X(W_COMMAND_PLACES, "kept places")                                                             \
    X(W_COMMAND_SKIP, "skip what you have read before")                                            \
    X(W_COMMAND_YOU, "your plans and your record")                                                 \
    X(W_COMMAND_NEW, "a new week of practice")                                                     \
    X(W_COMMAND_ALL, "all scenarios, as a list")                                                   \
    X(W_HOLDING, "Hold it until the line is full.")                                                \
    X(W_HELP_SETTINGS, "Type size, colours, sound, devices")                                       \
    X(W_HELP_F10_KEY, "F10")                                                                       \
    X(W_HELP_F10, "Settings, on every screen")                                                     \
    X(W_PAD_HELP, "With the gamepad")                                                              \
    X(W_PAD_STICK, "Stick or cross")                                                               \
    X(W_PAD_STICK_SAYS, "From one thing to the next")                                              \
    X(W_PAD_SOUTH, "Lower button")                                                                 \
    X(W_PAD_SOUTH_SAYS, "Take it, go on")                                                          \
    X(W_PAD_EAST, "Right button")                                                                  \
    X(W_PAD_EAST_SAYS, "Close, leave")                                                             \
    X(W_PAD_WEST, "Left button")                                                                   \
    X(W_PAD_WEST_SAYS, "Take the last choice back")                                                \
    X(W_PAD_NORTH, "Upper button")                                                                 \
    X(W_PAD_NORTH_SAYS, "Look at the bridge; held: until it is let go")                            \
    X(W_PAD_SHOULDERS, "L1, R1")                                                                   \
    X(W_PAD_SHOULDERS_SAYS, "Turn pages; among all bridges, from person to person")                \
    X(W_PAD_TRIGGERS, "L2, R2")                                                                    \
    X(W_PAD_TRIGGERS_SAYS, "What was said; promises and what you know")                            \
    X(W_PAD_STICKS, "Stick pressed")                                                               \
    X(W_PAD_STICKS_SAYS, "All bridges")                                                            \
    X(W_PAD_START, "Start, Select")                                                                \
    X(W_PAD_START_SAYS, "Settings; this list")                                                     \
    X(W_TOUCH_HELP, "With a finger")                                                               \
    X(W_TOUCH_TAP, "Tap")                                                                          \
    X(W_TOUCH_TAP_SAYS, "Take it; beside everything: read on")                                     \
    X(W_TOUCH_SWIPE, "Swipe left, right")                                                          \
    X(W_TOUCH_SWIPE_SAYS, "Page on, page back")                                                    \
    X(W_TOUCH_LONG, "Keep the finger down")                                                        \
    X(W_TOUCH_LONG_SAYS, "Look at the bridge")                                                     \
    X(W_SWITCH_HELP, "With switches")                                                              \
    X(W_SWITCH_ONE, "Space or Enter")                                                              \
    X(W_SWITCH_ONE_SAYS, "Take what its turn has come to; of a row or a bridge: go into it")       \
    X(W_SWITCH_TWO, "Space")                                                                       \
    X(W_SWITCH_TWO_SAYS, "To the next thing; Enter takes it")                                      \
    X(W_MOUSE_HELP, "With the mouse")                                                              \
    X(W_MOUSE_CLICK, "Click")                                                                      \
    X(W_MOUSE_CLICK_SAYS, "Take it; beside everything: read on")                                   \
    X(W_MOUSE_WHEEL, "Wheel")                                                                      \
    X(W_MOUSE_WHEEL_SAYS, "Turn pages")                                                            \
    X(W_MOUSE_RIGHT, "Right button")                                                               \
    X(W_MOUSE_RIGHT_SAYS, "Close, leave")                                                          \
    X(W_HOW_2_TOUCH,                                                                               \
      "Tap an answer to take it. Swipe to turn pages, keep the finger down to look at the "        \
      "bridge.")                                                                                   \
    X(W_HOW_2_PAD,                                                                                 \
      "The lower button takes an answer, the left one takes it back, the upper one looks at the "  \
      "bridge, Select lists every button.")                                                        \
    X(W_LOOK_HOW_TOUCH, "Touch a part of it, and it says what it is.")                             \
    X(W_YOUR_WAY_HOW_TOUCH, "Draw the knob from choice to choice.")                                \
    X(W_BROKEN_STORY_HOW_BUTTON,                                                                   \
      "Undo takes you back to before the last choice. Nothing of yours is lost.")                  \
    X(W_LETTERS, "abcdefghijklmnopqrstuvwxyz")                                                     \
    X(W_LETTERS_MORE, ",.'!?-0123456789")                                                          \
    X(W_LETTER_SPACE, "Space")                                                                     \
    X(W_LETTER_BACK, "Rub out")
