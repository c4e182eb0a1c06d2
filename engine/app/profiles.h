// Profiles: several people at one computer, without accounts or passwords. The first is the data folder
// itself, as it always was; each other is a folder of its own, DATA/profiles/<id>/, with its database and
// pages. Folders are the truth: there is no list that could disagree with them. Scenarios are shared.
#pragma once

#include "app/paths.h"

enum { PROFILES_MAX = 32, PROFILE_NAME_MAX = 64 };

typedef struct Profile {
    char id[8];                  // "1" is the first; never said to the player
    char name[PROFILE_NAME_MAX]; // "" where none was given: profile_name says one
    char called[PROFILE_NAME_MAX]; // what is said instead, see profiles_call
    char folder[PATHS_SIZE];     // its database is folder/plankwright.db
} Profile;

typedef struct Profiles {
    Profile items[PROFILES_MAX]; // the first one first, then as they were made
    int count;                   // at least 1
    int chosen;                  // whose turn it is
} Profiles;

// Never fails: what cannot be read is not there. `data` "" (no home) gives the first alone.
void profiles_read(const char *data, Profiles *out);

// What those without a name are called, in the language that is spoken now: "You", and a second one "You 2", a number
// that no other has as a name. Done by all that read and change profiles; for after another language was chosen.
void profiles_call(Profiles *profiles);

// What it is called: its name, or what profiles_call says.
const char *profile_name(const Profile *profile);

// Index of the profile with that name (case counts only where needed) or number "1".."n"; -1: none.
int profiles_find(const Profiles *profiles, const char *name);

// Each changes the folders, then `profiles`. False with err: a name that is empty, too long or taken
// (ERR_USAGE), or the system would not (ERR_SYSTEM). A new profile is not chosen by that. Removing
// deletes its database, pages and everything else of it, and nothing of the others; the first one can be
// removed like any other (and is there again, empty, when it is the only one). If it was chosen, the first
// that is left is. Nothing is removed while a program has its database open: close its store before.
bool profiles_add(Profiles *profiles, const char *data, const char *name, int *index, Err *err);
bool profiles_rename(Profiles *profiles, int index, const char *name, Err *err);
bool profiles_choose(Profiles *profiles, const char *data, int index, Err *err);
bool profiles_remove(Profiles *profiles, const char *data, int index, Err *err);

// The folder of the chosen profile: where store_open opens, and where pages go. `data` where there are none.
void profiles_folder(const char *data, char out[PATHS_SIZE]);
