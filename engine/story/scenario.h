// A scenario, compiled: read-only while it is played, in one arena. Plain tables of small structs
// that refer to each other by index; texts by offset. Made by story/builder.h, never written by
// hand. Knows no Lua: conditions that are Lua functions are numbers answered by a callback.
#pragma once

#include "base/arena.h"
#include "base/err.h"
#include "trust/trust.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    STORY_PEOPLE_MAX = 8,       // masks of people are one byte
    STORY_COMMITMENTS_MAX = 64, // masks of commitments are eight bytes
    STORY_FACTS_MAX = 64,
    STORY_STANDARDS_MAX = 32,
    STORY_FLAGS_MAX = 64,
    STORY_NUMBERS_MAX = 32,
    STORY_DAYS_MAX = 60,      // working days, within STORY_CALENDAR_MAX days
    STORY_CALENDAR_MAX = 45,  // days from the first to the last: minutes of them fit in 16 bits
    STORY_MINUTE_MAX = 65535, // the clock stops here
    STORY_SLOT_LEAST = 15,    // minutes of a desk's slot
    STORY_OFFERS_MAX = 32,    // options open at one point
    STORY_ODDS_MAX = 64,      // outcomes of one chance
    STORY_NONE = 255,         // no person, no commitment
    STORY_PLAYER = 254,       // the player, where a person may stand
    STORY_COND_TRUE = -1,
};

typedef uint32_t TextId; // offset into Scenario.strings; 0 is the empty text

// A time an author wrote: >= 0 minutes since 00:00 of the first day; STORY_TIME_NONE; or, when the
// weekday comes more than once, -2 - (weekday * 1440 + minute): the first such day not yet past
// (today is not past, whatever the hour).
typedef int32_t StoryTime;
enum { STORY_TIME_NONE = -1, STORY_DAY_MINUTES = 1440 };

typedef enum StoryKind { STORY_WORK, STORY_MEET, STORY_HOLD } StoryKind;
typedef enum StoryEndingKind {
    STORY_TOGETHER,
    STORY_PATCHED,
    STORY_APART,
    STORY_SILO
} StoryEndingKind;
typedef enum StoryMood { STORY_CALM, STORY_WARM, STORY_WORRIED, STORY_COLD } StoryMood;
typedef enum StoryWeather {
    STORY_BY_CLOCK,
    STORY_DAY,
    STORY_DUSK,
    STORY_DAWN,
    STORY_STORM
} StoryWeather;

// From the wardrobe; numbers are places in the lists of scripts/README.md.
typedef struct StoryLook {
    uint8_t skin, hair, hair_colour, beard, glasses, face; // place in the list + 1; 0 not given
    uint8_t eyes, nose, build, coat, colour;               // the same
    uint8_t age;                                           // years; 0 not given
    bool wheelchair, cane, hearing_aid, prosthesis;
} StoryLook;

typedef struct StoryPosition { // where in the author's files
    uint16_t file;             // index into Scenario.files
    uint16_t line;             // 1-based
} StoryPosition;

typedef struct StoryLines { // sentences a person or a commitment brings; 0 where not written
    TextId told, moved, refused, delivered, owned_up, apology;
} StoryLines;

typedef struct StoryPerson {
    const char *id;
    uint64_t hash; // of their oldest name: what they look like where the author does not say
    TextId name, first, role, reply;
    StoryLines lines;
    StoryLook look;
    uint8_t mood;     // StoryMood at the start
    uint8_t hears;    // mask of people whose dealings with the player they hear of a day later
    uint8_t heard_by; // the other way round (set by builder_finish)
    int32_t crossing_shift;       // millionths added to thresholds: -50000 bold, +50000 careful
    uint8_t persona;              // number of trust/numbers.h, 0 plain
    const TrustParameters *trust; // that persona's numbers; NULL for the scenario's own
    int16_t notice;               // index of the standard "notice", or -1
    int16_t talk;                 // index of the one-on-one a desk offers, always >= 0
    StoryPosition at;
} StoryPerson;

typedef struct StoryStandard {
    const char *id;
    uint8_t person;
    int32_t minutes; // its number (hours x 60), 0 where it has none
    TextId says;
} StoryStandard;

typedef struct StoryFact {
    const char *id;
    uint8_t person;
    TextId says;
} StoryFact;

typedef struct StoryCommitment {
    const char *id;
    uint64_t hash;              // of its oldest name: part of the draws about it
    uint8_t kind;               // StoryKind
    uint8_t by, to;             // a person or STORY_PLAYER
    bool by_hand;               // finished work is handed over by the author's deliver only
    uint8_t grace_minutes;      // how long after its due time it is decided (set by builder_finish)
    bool has_reaction;          // some whenever speaks about its breaking (set by builder_finish)
    uint8_t found_in, found_of; // chance each night that a cover-up comes out, in / of; 0 none
    int16_t provided;           // condition, or STORY_COND_TRUE
    StoryTime due;
    int32_t effort_minutes, meeting_minutes;
    TextId what, title;
    StoryLines lines;
    StoryPosition at;
} StoryCommitment;

typedef struct StoryNumber {
    const char *id;
    int8_t from, to, start;
} StoryNumber;

typedef struct StoryNotes {
    TextId say, act, watch, prompt, why;
} StoryNotes;

typedef struct StoryScene {
    const char *id;
    uint64_t hash; // of its oldest name: part of every draw in it
    StoryTime at;
    uint8_t weather;  // StoryWeather
    uint8_t present;  // mask of people who speak in it or sit down with the player
    bool told_present; // its author said who is, and nobody else is
    int16_t notes;    // or -1
    int16_t repeats;  // slot of its occurrence counter, -1 where it cannot come twice
    uint16_t op, end; // from its first op to behind its last (Scenario.ops are in scene order)
    StoryPosition position;
} StoryScene;

typedef struct StoryOption {
    const char *id;
    TextId text, why;
    int16_t when; // condition
    int16_t notes;
    int16_t took; // bit of `took` conditions, or -1
    uint16_t scene;
    uint16_t op, end; // its body
    uint8_t seen_by;  // mask of witnesses
    uint8_t plank;    // first commitment its body touches, or STORY_NONE
    uint8_t agenda;   // one-on-one: 1 mine, 2 shared, 3 theirs, 0 none
    int16_t cost_minutes;
    int16_t cost_energy; // thousandths
    StoryPosition position;
} StoryOption;

typedef struct StoryEnding {
    const char *id;
    TextId title;
    uint8_t kind; // StoryEndingKind
    uint16_t op;
    StoryPosition position;
} StoryEnding;

typedef struct StoryWhenever {
    int16_t when;
    uint8_t present; // everybody in this mask must be there
    bool at_once;
    uint16_t op;
    uint64_t reacts; // commitments whose breaking its condition speaks of (set by builder_finish)
    StoryPosition position;
} StoryWhenever;

typedef struct StoryDesk {
    StoryTime till;
    int32_t slot_minutes;
    uint8_t talk;                        // mask of people
    uint64_t work;                       // mask of commitments
    uint16_t first_option, option_count; // the author's own
} StoryDesk;

typedef struct StoryTalk {
    uint8_t person;
    uint8_t rounds;
    uint8_t meets;     // commitment attended, or STORY_NONE
    bool asks_agenda;  // no option carries an agenda: the engine asks
    bool agenda_first; // two or more do: they are a round of their own
    int32_t minutes;
    int16_t energy; // thousandths
    uint16_t first_option, option_count;
    uint32_t agendas, others; // masks of its options: in a round of their own; in the other rounds
} StoryTalk;

typedef struct StoryNeed {
    uint8_t who;                             // mask
    uint8_t stakes;                          // BridgeStakes
    bool to_them;                            // the player goes to them: their gate
    uint16_t crosses, hesitates, turns_back; // ops; hesitates 0 where the author wrote none
    uint16_t ordinal;                        // of the draw in its scene
    uint16_t scene;
} StoryNeed;

typedef struct StoryOdds {
    uint16_t weight, op;
} StoryOdds;

typedef struct StoryChance {
    uint16_t first, count; // into Scenario.odds
    uint16_t total, ordinal, scene;
} StoryChance;

typedef enum StoryOpCode {
    OP_SCENE,       // b scene: clock jump, occurrence, who is present
    OP_REACT,       // reactions of those present
    OP_LINE,        // a speaker or STORY_NONE, c text; b: lines from here on (builder_finish)
    OP_MOOD,        // a person, b StoryMood
    OP_GO,          // b op
    OP_UNLESS,      // b op to jump to when condition c is false
    OP_CHOICE,      // b first option, c count
    OP_CHANCE,      // b chance
    OP_DESK,        // b desk
    OP_TALK,        // b talk
    OP_NEED,        // b need
    OP_NEED_DECIDE, // b need: after the hesitation
    OP_ENDING,      // b ending: goes to its lines
    OP_END,         // b ending: the story is over
    OP_RETURN,      // from a whenever, a talk's or a desk's option
    OP_PROMISE,     // a commitment, c due or STORY_TIME_NONE
    OP_DELIVER,     // a commitment; likewise the next three
    OP_ATTEND,
    OP_BREAKS,
    OP_TELL,
    OP_MOVE,   // a commitment, c new due or STORY_TIME_NONE
    OP_OWN_UP, // a commitment; likewise the next three
    OP_COVER_UP,
    OP_FOUND_OUT,
    OP_LETS_DOWN,
    OP_WORK,           // a commitment, c minutes
    OP_BREAK_STANDARD, // b standard
    OP_APOLOGISE,      // a person, c parts
    OP_VOW,            // a person
    OP_DENY,           // a person
    OP_LEARN,          // b fact; c 1: only if they would answer (inside a one-on-one)
    OP_CLARIFY,        // b standard; likewise
    OP_SPEND,          // c minutes, b energy in thousandths
    OP_FLAG,           // b flag, a 0 or 1
    OP_ADD,            // a number, c value
    OP_ASSIGN,         // a number, c value
    OP_TALK_MOVE,      // a person, or STORY_NONE for the one-on-one or need that runs; b StoryMove
    OP_CODE_COUNT
} StoryOpCode;

typedef enum StoryMove {
    STORY_LISTEN,
    STORY_ASK,
    STORY_DEFEND,
    STORY_STEER,
    STORY_FIX,
    STORY_THEIR_AGENDA,
    STORY_SHARED_AGENDA,
    STORY_MY_AGENDA
} StoryMove;

typedef struct StoryOp {
    uint8_t code, a;
    uint16_t b;
    int32_t c;
} StoryOp;

typedef enum StoryCondKind {
    COND_KEPT, // a commitment; likewise the others up to COND_DONE
    COND_MISSED,
    COND_OPEN,
    COND_MOVED,
    COND_TOLD,
    COND_OWNED,
    COND_COVERED,
    COND_FOUND,
    COND_LAPSED,
    COND_PROMISED,
    COND_DONE,
    COND_DUE_WITHIN, // a commitment, c minutes
    COND_KNOWS,      // b fact
    COND_CLARIFIED,  // b standard
    COND_TRUSTS,     // a person, c millionths
    COND_ACCEPTS,    // a person
    COND_CHOSEN,     // a person
    COND_HOURS,      // c minutes left today
    COND_ENERGY,     // c thousandths
    COND_FLAG,       // b flag
    COND_AT_LEAST,   // a number, c value
    COND_TOOK,       // b bit
    COND_SILO,       // nobody would cross for a medium need and no gate is open
    COND_ALL,        // b first condition, a count
    COND_ANY,        // b first condition, a count
    COND_NO,         // b condition
    COND_LUA,        // b function
} StoryCondKind;

typedef struct StoryCond {
    uint8_t kind, a;
    uint16_t b;
    int32_t c;
} StoryCond;

// A condition as it is asked: most are one byte of the playthrough, looked up (compile_fast.c).
typedef enum StoryTestForm {
    TEST_OTHER,     // as the StoryCond says
    TEST_BYTE,      // four bits of the byte at `offset`, from bit `shift` on: a place in `wanted`
    TEST_LEAST,     // the int32_t at `offset` is at least `wanted`; less, where `shift` is 1
    TEST_LEAST_16,  // likewise, an unsigned 16-bit number
    TEST_DUE,       // the commitment at `offset` is open and due in `wanted` minutes; not, likewise
    TEST_ALL_LOOKS, // `shift` conditions from number `offset` on, each one of the four above
    TEST_ANY_LOOKS,
} StoryTestForm;

typedef struct StoryTest {
    uint8_t form, shift;
    uint16_t offset;
    int32_t wanted;
} StoryTest;

// What must hold before a whenever's condition is asked at all.
typedef struct StoryGate {
    StoryTest look;  // TEST_BYTE
    uint8_t present; // the whenever's; 0 where it is at_once
} StoryGate;

// Sentences of the interface that the engine says in the scenario's language; builder.h has the
// English.
typedef enum StoryWord {
    WORD_DESK_WORK,
    WORD_DESK_MEET,
    WORD_DESK_TALK,
    WORD_DESK_REST,
    WORD_DESK_TELL,
    WORD_DESK_MOVE,
    WORD_DESK_RESTED, // three of them, so that no day says it twice
    WORD_DESK_RESTED_2,
    WORD_DESK_RESTED_3,
    WORD_DESK_WORKED,
    WORD_DESK_FINISHED,
    WORD_TOLD,
    WORD_MOVED,
    WORD_REFUSED,
    WORD_DELIVERED,
    WORD_TALK_THEIRS,
    WORD_TALK_SHARED,
    WORD_TALK_MINE,
    WORD_COUNT
} StoryWord;

typedef struct StoryAlways {
    TextId sentence;
    uint16_t function;
    StoryPosition position;
} StoryAlways;

// What something was called in earlier versions of the scenario: its author says so, and saves go on.
typedef enum StoryRenamed {
    RENAMED_SCENE,
    RENAMED_OPTION, // was: the short id, or "scene.option" where it has moved, too
    RENAMED_COMMITMENT,
    RENAMED_PERSON,
    RENAMED_NUMBER,
    RENAMED_ENDING,
} StoryRenamed;

typedef struct StoryRename {
    uint8_t kind;   // StoryRenamed
    uint16_t index; // of what it is now
    const char *was;
} StoryRename;

typedef enum StoryScenarioKind {
    STORY_FULL,    // stands on the shelf
    STORY_BOOSTER, // three minutes, offered at its time: hosts keep it off the shelf
} StoryScenarioKind;

typedef struct Playthrough Playthrough;
typedef struct Scenario Scenario;

// Answers Lua conditions: true on success with the answer in *out. Must be pure.
typedef bool (*StoryLuaCondition)(void *context, int function, const Scenario *scenario,
                                  const Playthrough *play, bool *out, Err *err);

// What a Lua condition has read in any call so far. The scene, the ending, the day and the clock are
// left out.
typedef struct StoryLuaReads {
    uint64_t states; // of commitments
    uint64_t flags, facts;
    uint32_t numbers;
    uint8_t trusts; // words of people's bridges
    bool energy;
    bool asked; // by a play, not only when it was loaded; else it may read anything
} StoryLuaReads;
typedef StoryLuaReads (*StoryLuaHeard)(void *context, int function);

struct
    Scenario {   // NOLINT(clang-analyzer-optin.performance.Padding): each table stands by its count
    Arena arena; // owns everything below
    const char *id, *author, *licence, *language, *folder; // folder: where it was read from
    TextId title, blurb, place;
    int version, minutes;
    int reading; // the hardest its lines may be to read (LIX); 0: it does not say
    uint32_t teaches; // bit n-1 for mechanic An
    uint8_t kind;     // StoryScenarioKind
    const char *const *content;
    int content_count;
    uint64_t hash; // of the compiled content: a save from another one is noticed
    const TrustParameters *trust;

    int day_count;
    uint16_t calendar_day[STORY_DAYS_MAX]; // days since the first one (a weekend is a gap)
    uint8_t weekday[STORY_DAYS_MAX];       // 0 Monday .. 6 Sunday
    int32_t opens_minute, closes_minute;   // working hours of a day
    int16_t energy;                        // of a fresh day, thousandths
    uint8_t weather;
    uint8_t place_light; // of pictures of it; whoever lists it sets it. STORY_BY_CLOCK: not set

    const char *strings; // all texts
    uint32_t strings_size;
    const char *const *files;
    int file_count;
    const StoryPerson *people;
    int person_count;
    const StoryStandard *standards;
    int standard_count;
    const StoryFact *facts;
    int fact_count;
    const StoryCommitment *commitments;
    int commitment_count;
    uint64_t own, of_kind[STORY_HOLD + 1]; // masks of them: the player's; of each StoryKind
    const char *const *flags;
    const StoryPosition *flag_places; // where each is declared; line 0 where nobody said it
    int flag_count;
    const StoryNumber *numbers;
    const StoryPosition *number_places; // likewise
    int number_count;
    const StoryScene *scenes;
    int scene_count;
    const StoryOption *options;
    int option_count;
    const StoryEnding *endings;
    int ending_count;
    const StoryWhenever *whenevers;
    int whenever_count;
    const StoryDesk *desks;
    int desk_count;
    const StoryTalk *talks;
    int talk_count;
    const StoryNeed *needs;
    int need_count;
    const StoryChance *chances;
    int chance_count;
    const StoryOdds *odds;
    int odds_count;
    const StoryNotes *notes;
    int note_count;
    const StoryAlways *always;
    int always_count;
    const StoryRename *renames;
    int rename_count;
    const StoryCond *conds;
    int cond_count;
    const StoryTest *tests; // one for each condition
    const StoryGate *gates; // one for each whenever
    const StoryOp *ops;
    const uint16_t *leads;        // one for each op: the op that acts when the story comes to it
    const uint16_t *silent_leads; // likewise, where nobody keeps what is only said
    int op_count;
    const StoryPosition *op_positions; // one for each op
    int took_count, repeat_count;
    bool has_at_once;
    TextId words[WORD_COUNT];

    size_t play_size; // bytes of a Playthrough of this scenario, and where its tables begin
    uint32_t commitments_at, took_at, played_at, numbers_at, occurrences_at;

    const struct StoryOracle *oracle; // only an explorer asks it; see story/oracle.h
    StoryLuaCondition lua_condition;  // NULL where there are none
    StoryLuaHeard lua_heard;          // NULL where nobody listens
    void *lua_context;
    void (*lua_free)(void *lua_context); // called by scenario_free; may be NULL
};

static inline const char *scenario_text(const Scenario *scenario, TextId text)
{
    return scenario->strings + text;
}

// Index of the thing with that id, or -1.
int scenario_person(const Scenario *scenario, const char *id);
int scenario_commitment(const Scenario *scenario, const char *id);
int scenario_scene(const Scenario *scenario, const char *id);

// The scene an op belongs to, or -1 for ops outside of scenes (endings, whenevers, talks).
int scenario_scene_of(const Scenario *scenario, int op);

// Puts the place of an op in the author's files into err. Returns false.
bool scenario_err_at(const Scenario *scenario, int op, Err *err);

void scenario_free(Scenario *scenario);
