// Plays by lines: one line of input is one choice or one command. Works for a screen reader, through a
// pipe, and with nobody answering (the input ends: it leaves, and nothing is lost, because the host has
// recorded every choice before its lines are printed). Knows no files and no database.
#pragma once

#include "story/drill.h"
#include "story/history.h"
#include "term/printer.h"

// What a play asks of the outside. Each records before it returns. True: it happened (err->kind may still
// carry something to tell: that the disk is full ...); false: the history is as it was, err says why.
typedef struct TermHost {
    void *context;
    bool (*choose)(void *context, const StoryOffer *offer, Err *err);
    bool (*undo)(void *context, Err *err);
    bool (*plan)(void *context, const char *text, Err *err);
    // Keeps this place under a name ("" for none), to come back to. NULL: not here.
    bool (*mark)(void *context, const char *name, Err *err);
    // Asked before each line is answered; may say something itself. True: the story of the history
    // is another one now (its author has edited it). NULL: it never is.
    bool (*look)(void *context);
    // In the guided mode: the choice that is shown, and why it matters. NULL, or returns NULL: none.
    const char *(*guide)(void *context, StoryOffer *out);
    // Practises the conversation that begins at that choice of the way, and comes back. NULL: not here.
    void (*practise)(void *context, int from);
    bool (*again)(void *context); // in a drill: the next try
} TermHost;

typedef struct TermPlay {
    TermPrinter printer;
    FILE *in;
    const StoryHistory *history; // borrowed; moved by the host
    TermHost host;
    const Drill *drill; // the history is its; NULL: none
    const char *plan;   // the if-then plan kept last, or NULL
    int plays;        // of each option, for what might have been; 0: it is not told
    bool prompt;      // "> " before each line is read: where a person types
} TermPlay;

// Plays until "quit" or the end of input.
void term_play(TermPlay *play);

// Plays the ways in `ids` ("monday.noon,call") and prints everything as term_play would, up to where the
// list ends, or the debrief. False at the first id that is not open: what was played is printed.
bool term_transcript(TermPrinter *printer, StoryHistory *history, const char *ids, Err *err);
