// Small answers about the play that several screens give: which disc a promise has, which colour a
// state, which weather it is, how somebody looks. Decides nothing.
#include "view/view_state.h"

#include "story/render.h"

int view_disc_person(const Scenario *scenario, int commitment)
{
    const StoryCommitment *it = &scenario->commitments[commitment];
    return it->by == STORY_PLAYER ? it->to : it->by;
}

PenDisc view_disc(const View *view, int commitment, int shown_person)
{
    const Scenario *scenario = view->history->scenario;
    int person = view_disc_person(scenario, commitment);
    PenDisc disc = { .number = 0 };
    if (person < 0 || person >= scenario->person_count) {
        return disc;
    }
    BridgeCondition bridge;
    story_bridge(scenario, view_bridge_state(view, person), person, &bridge);
    disc.elsewhere = person != shown_person;
    disc.theirs = scenario->commitments[commitment].by != STORY_PLAYER;
    for (int i = 0; i < BRIDGE_PLANKS; i++) {
        const BridgePlank *plank = &bridge.planks[i];
        if (plank->mended_by > 0 && plank->mended_id == commitment) {
            disc.number = plank->mended_by;
            disc.fate = BRIDGE_KEPT;
            disc.mended = true;
        } else if (plank->disc > 0 && plank->id == commitment) {
            disc.number = plank->disc;
            disc.fate = plank->fate;
        }
    }
    return disc;
}

static int offered_person(const View *view)
{
    // A plank of somebody else's bridge in focus: theirs is shown while it is.
    // Not by the focus that is there by itself: the bridge that was spoken of stays.
    if (view->screen == VIEW_PLAY && view->panel == PANEL_NONE && view->told && view->moved &&
        view->focus.action == ACTION_PLANK) {
        return view->shown_person; // a part of it is looked at: it stays
    }
    if (view->screen == VIEW_PLAY && view->panel == PANEL_NONE && view->told && view->moved &&
        view->focus.action == ACTION_CHOOSE && view->focus.argument < view->offer_count) {
        int plank = view_offer_plank(view, view->focus.argument);
        if (plank >= 0) {
            return view_disc_person(view->history->scenario, plank);
        }
        const StoryOffer *offer = &view->offers[view->focus.argument];
        if (offer->kind == OFFER_TALK) {
            return offer->x;
        }
    }
    return -1;
}

// ---- while it is told ---------------------------------------------------------------------------

static bool is_played(const View *view)
{
    return view->screen == VIEW_PLAY && view->history != NULL;
}

static int shown_beats(const View *view)
{
    return view->shown < view->beats.count ? view->shown : view->beats.count;
}

static int beat_person(const View *view, const ViewBeat *beat)
{
    if (beat->kind == BEAT_SPEECH) {
        return beat->person;
    }
    if (beat->kind == BEAT_NOTE && beat->commitment >= 0) {
        return view_disc_person(view->history->scenario, beat->commitment);
    }
    return -1;
}

// Whoever spoke last, or whose plank was spoken of; at the beginning, whoever will.
static int told_person(const View *view)
{
    if (!is_played(view)) {
        return -1;
    }
    int shown = shown_beats(view);
    for (int i = shown - 1; i >= 0; i--) {
        int person = beat_person(view, &view->beats.list[i]);
        if (person >= 0) {
            return person;
        }
    }
    for (int i = shown; i < view->beats.count; i++) {
        int person = beat_person(view, &view->beats.list[i]);
        if (person >= 0) {
            return person;
        }
    }
    return -1;
}

static bool is_untold(const View *view, int commitment, int person)
{
    if (!is_played(view) || view->told || view->history->count == 0) {
        return false;
    }
    for (int i = shown_beats(view); i < view->beats.count; i++) {
        const ViewBeat *beat = &view->beats.list[i];
        if (beat->kind == BEAT_NOTE && beat->commitment >= 0 &&
            (beat->commitment == commitment || beat_person(view, beat) == person)) {
            return true;
        }
    }
    return false;
}

static const Playthrough *state_before(const View *view)
{
    return history_state(view->history, view->history->count - 1);
}

const Playthrough *view_plank_state(const View *view, int commitment)
{
    return is_untold(view, commitment, -2) ? state_before(view) : view->history->now;
}

const Playthrough *view_bridge_state(const View *view, int person)
{
    return is_untold(view, -2, person) ? state_before(view) : view->history->now;
}

uint8_t view_crossing(const View *view, int person)
{
    int shown = is_played(view) ? shown_beats(view) : 0;
    const ViewBeat *beat = shown > 0 ? &view->beats.list[shown - 1] : NULL;
    return beat != NULL && beat->crosser == person ? beat->crossing : (uint8_t)CROSSING_NONE;
}

int view_now_person(const View *view)
{
    const StoryHistory *history = view->history;
    int person = offered_person(view);
    if (person < 0 || person >= history->scenario->person_count) {
        person = told_person(view);
    }
    if (person < 0 || person >= history->scenario->person_count) {
        person = story_current_person(history->scenario, history->now, &history->journal);
    }
    return person < history->scenario->person_count ? person : -1;
}

int view_open_promises(const View *view, int *out)
{
    const Scenario *scenario = view->history->scenario;
    int due_of[STORY_COMMITMENTS_MAX];
    int count = 0;
    for (int i = 0; i < scenario->commitment_count; i++) {
        const CommitmentState *state = play_commitment_c(scenario, view_plank_state(view, i), i);
        int due = due_of[i] = state->due_minute;
        if (!play_is_open(state->state)) {
            continue;
        }
        int at = count++;
        while (at > 0 && due_of[out[at - 1]] > due) {
            out[at] = out[at - 1];
            at--;
        }
        out[at] = i;
    }
    return count;
}

bool view_would_cross(const Scenario *scenario, const BridgeCondition *bridge, int person,
                      BridgeStakes stakes)
{
    int32_t threshold = bridge_crossing_threshold(stakes, scenario->people[person].crossing_shift);
    return bridge_crossing(bridge->trust, threshold) == BRIDGE_CROSSES;
}

// The text of a Text, moved to the frame's arena.
static const char *moved(Frame *frame, Text *text)
{
    const char *copy = frame_text(frame, text_str(text));
    text_deinit(text);
    return copy;
}

const char *view_text(Frame *frame, const Scenario *scenario, const Playthrough *play, TextId text)
{
    Text out = { .data = NULL };
    Text plain = { .data = NULL };
    render_text(scenario, play, text, &out);
    render_plain(text_str(&out), &plain);
    text_deinit(&out);
    return moved(frame, &plain);
}

const char *view_clock(Frame *frame, const Scenario *scenario, int32_t minute)
{
    Text out = { .data = NULL };
    render_clock(scenario, minute, &out);
    return moved(frame, &out);
}

const char *view_state_text(Frame *frame, const Scenario *scenario, const Playthrough *play,
                            int commitment)
{
    Text out = { .data = NULL };
    render_state(scenario, play, commitment, &out);
    return moved(frame, &out);
}

const char *view_offer_text(Frame *frame, const Scenario *scenario, const Playthrough *play,
                            const StoryOffer *offer)
{
    Text out = { .data = NULL };
    Text plain = { .data = NULL };
    render_offer(scenario, play, offer, &out);
    render_plain(text_str(&out), &plain);
    text_deinit(&out);
    return moved(frame, &plain);
}

const char *view_first_name(const Scenario *scenario, int person)
{
    if (person < 0 || person >= scenario->person_count) {
        return "";
    }
    const StoryPerson *it = &scenario->people[person];
    return scenario_text(scenario, it->first != 0 ? it->first : it->name);
}

uint32_t view_state_colour(const Theme *theme, int state, bool on_band)
{
    switch ((StoryState)state) {
    case STATE_KEPT:
        return on_band ? theme->band_good : theme->good;
    case STATE_WARNED:
    case STATE_OWNED_UP:
    case STATE_COVERED_UP:
        return on_band ? theme->band_warned : theme->warned;
    case STATE_MISSED:
    case STATE_FOUND_OUT:
        return on_band ? theme->band_bad : theme->bad;
    case STATE_NONE:
    case STATE_OPEN:
    case STATE_MOVED:
        return on_band ? theme->band_due : theme->due;
    case STATE_LAPSED:
        break;
    }
    return on_band ? theme->on_band_soft : theme->soft;
}

FrameIcon view_state_icon(int state)
{
    switch ((StoryState)state) {
    case STATE_KEPT:
    case STATE_LAPSED:
        return ICON_CHECK;
    case STATE_MOVED:
        return ICON_MOVED;
    case STATE_WARNED:
    case STATE_OWNED_UP:
    case STATE_COVERED_UP:
        return ICON_CRACK;
    case STATE_MISSED:
    case STATE_FOUND_OUT:
        return ICON_CROSS;
    case STATE_NONE:
    case STATE_OPEN:
        break;
    }
    return ICON_CLOCK;
}

uint32_t view_word_colour(const Theme *theme, int bridge_word, bool on_band)
{
    switch ((BridgeWord)bridge_word) {
    case BRIDGE_SOUND:
        return on_band ? theme->band_good : theme->good;
    case BRIDGE_WORN:
        return on_band ? theme->band_due : theme->due;
    case BRIDGE_STRAINED:
        return on_band ? theme->band_warned : theme->warned;
    case BRIDGE_UNSAFE:
    case BRIDGE_DOWN:
        break;
    }
    return on_band ? theme->band_bad : theme->bad;
}

const char *view_bridge_words(const View *view, Pen *pen, int person)
{
    if (person < 0) {
        return "";
    }
    Text out = { .data = NULL };
    render_bridge(view->history->scenario, view_bridge_state(view, person), person, &out);
    return moved(pen->frame, &out);
}

int view_day_of(const Scenario *scenario, int32_t minute)
{
    int day = 0;
    while (day + 1 < scenario->day_count &&
           scenario->calendar_day[day + 1] * STORY_DAY_MINUTES <= minute) {
        day++;
    }
    return day;
}

static uint8_t worn(uint8_t given, uint8_t otherwise)
{
    return given == 0 ? otherwise : (uint8_t)(given - 1);
}

// What the author gave; the rest by the person's oldest name, so that nobody looks like everybody.
PictureLook view_look(const StoryPerson *person)
{
    const StoryLook *given = &person->look;
    PictureLook any = picture_look_any((uint32_t)person->hash);
    return (PictureLook){ .skin = worn(given->skin, any.skin),
                          .hair = worn(given->hair, any.hair),
                          .hair_colour = worn(given->hair_colour, any.hair_colour),
                          .coat = worn(given->coat, any.coat),
                          .coat_colour = worn(given->colour, any.coat_colour),
                          .age = given->age == 0 ? any.age : given->age,
                          .glasses = worn(given->glasses, PICTURE_GLASSES_NONE),
                          .beard = worn(given->beard, PICTURE_BEARD_NONE),
                          .face = worn(given->face, any.face),
                          .eyes = worn(given->eyes, any.eyes),
                          .nose = worn(given->nose, any.nose),
                          .build = worn(given->build, any.build),
                          .wheelchair = given->wheelchair,
                          .cane = given->cane,
                          .hearing_aid = given->hearing_aid,
                          .prosthesis = given->prosthesis };
}
