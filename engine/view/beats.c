// From events to what is told: narration, speech, the player's own words, and short notes about
// planks. Events that only move numbers say nothing here: the bridge shows them.
#include "view/view_state.h"

#include "base/say.h"
#include "base/tongue.h"
#include "story/render.h"

#include <string.h>

void view_beats_init(ViewBeats *beats)
{
    *beats = (ViewBeats){ .count = 0 };
    arena_init(&beats->arena);
}

void view_beats_deinit(ViewBeats *beats)
{
    mem_free(beats->list);
    arena_deinit(&beats->arena);
    *beats = (ViewBeats){ .count = 0 };
}

void view_beats_clear(ViewBeats *beats)
{
    arena_deinit(&beats->arena);
    arena_init(&beats->arena);
    beats->count = 0;
    beats->crossing = CROSSING_NONE;
    beats->motif = MOTIF_NONE;
}

// `text` is taken over and freed.
static void add_beat(ViewBeats *beats, ViewBeatKind kind, int person, int commitment, Text *text)
{
    if (text->length > 0) {
        if (beats->count == beats->capacity) {
            beats->capacity = beats->capacity > 0 ? beats->capacity * 2 : 16;
            beats->list = mem_grow(beats->list, (size_t)beats->capacity * sizeof(ViewBeat));
        }
        beats->list[beats->count++] =
            (ViewBeat){ .kind = (uint8_t)kind,
                        .person = (uint8_t)person,
                        .motif = beats->motif,
                        .crossing = beats->crossing,
                        .crosser = beats->crosser,
                        .commitment = (int16_t)commitment,
                        .minute = beats->minute,
                        .line = beats->line,
                        .known = beats->known,
                        .text = arena_string(&beats->arena, text_str(text)) };
        beats->motif = MOTIF_NONE;
    }
    text_deinit(text);
}

static void add_choice(ViewBeats *beats, const StoryHistory *history, int choice)
{
    Text text = { .data = NULL };
    render_offer(history->scenario, history_state(history, choice), &history->taken[choice], &text);
    add_beat(beats, BEAT_YOU, STORY_PLAYER, -1, &text);
    if (beats->feedback != NULL) {
        Text said = { .data = NULL };
        text_add(&said, beats->feedback);
        add_beat(beats, BEAT_NOTE, STORY_NONE, -1, &said);
    }
}

// "On the bridge now: the brief, due Thu 12:00."
static void add_promise(ViewBeats *beats, const StoryHistory *history, const StoryEvent *event)
{
    const Scenario *scenario = history->scenario;
    Text state = { .data = NULL };
    Text what = { .data = NULL };
    Text out = { .data = NULL };
    render_text(scenario, history->now, scenario->commitments[event->what].title, &what);
    // The date of the event, not today's: it may have been moved since.
    if (event->a > 0) {
        render_due(scenario, event->a, &state);
    }
    text_add(&out, word_fill2(&beats->arena, state.length > 0 ? W_PROMISED : W_PROMISED_OPEN,
                              text_str(&what), text_str(&state)));
    text_deinit(&state);
    text_deinit(&what);
    add_beat(beats, BEAT_NOTE, STORY_NONE, event->what, &out);
}

static void add_settled(ViewBeats *beats, const StoryHistory *history, const StoryEvent *event)
{
    const Scenario *scenario = history->scenario;
    const StoryCommitment *commitment = &scenario->commitments[event->what];
    Text what = { .data = NULL };
    Text out = { .data = NULL };
    render_text(scenario, history->now, commitment->title, &what);
    const char *became = word(word_became(commitment, event->a));
    text_add(&out, word_fill2(&beats->arena, W_SETTLED, text_str(&what), became));
    text_deinit(&what);
    add_beat(beats, BEAT_NOTE, STORY_NONE, event->what, &out);
}

static void add_day(ViewBeats *beats, const StoryHistory *history, const StoryEvent *event)
{
    Text out = { .data = NULL };
    const Scenario *scenario = history->scenario;
    int day = event->a >= 0 && event->a < scenario->day_count ? event->a : 0;
    render_clock(scenario, scenario->calendar_day[day] * STORY_DAY_MINUTES + scenario->opens_minute,
                 &out);
    text_add_char(&out, '.');
    add_beat(beats, BEAT_NOTE, STORY_NONE, -1, &out);
}

// Somebody stands on the first plank when a need was put to them and is not decided yet.
static void cross_before(ViewBeats *beats, const StoryHistory *history, int from)
{
    beats->crossing = CROSSING_NONE;
    for (int i = from - 1; i >= 0 && i < history->journal.count; i--) {
        const StoryEvent *event = &history->journal.events[i];
        if (event->kind == EVENT_CROSSED) {
            return;
        }
        if (event->kind == EVENT_NEED) {
            beats->crossing = CROSSING_LOOKS;
            beats->crosser = event->person;
            return;
        }
    }
}

// Whoever has come or gone stands on a bank as soon as somebody else is heard: back at their bridge,
// nobody walks a second time.
static void cross_no_more(ViewBeats *beats, int speaker)
{
    if (speaker != beats->crosser && beats->crossing != CROSSING_LOOKS) {
        beats->crossing = CROSSING_NONE;
    }
}

void view_beats_add(ViewBeats *beats, const StoryHistory *history, int choice, int from, int to)
{
    const Scenario *scenario = history->scenario;
    cross_before(beats, history, from);
    beats->line = beats->known = false;
    if (choice >= 0) {
        beats->minute = history_state(history, choice)->clock_minute;
        add_choice(beats, history, choice);
    }
    for (int i = from; i < to && i < history->journal.count; i++) {
        const StoryEvent *event = &history->journal.events[i];
        Text text = { .data = NULL };
        beats->minute = event->minute;
        beats->motif = view_motif_greater(beats->motif, view_motif_of(history, event));
        beats->line = event->kind == EVENT_SAID;
        beats->known = beats->line && beats->knows.was_read != NULL &&
                       beats->knows.was_read(beats->knows.context, i);
        switch (event->kind) {
        case EVENT_SAID:
            render_said(scenario, history->now, event, &text);
            if (event->person < scenario->person_count) {
                cross_no_more(beats, event->person);
            }
            add_beat(beats, event->person < scenario->person_count ? BEAT_SPEECH : BEAT_TOLD,
                     event->person, -1, &text);
            break;
        case EVENT_PROMISED:
            add_promise(beats, history, event);
            break;
        case EVENT_SETTLED:
            add_settled(beats, history, event);
            break;
        case EVENT_NEED:
            beats->crossing = CROSSING_LOOKS;
            beats->crosser = event->person;
            break;
        case EVENT_CROSSED:
            beats->crossing = event->a != 0 ? CROSSING_COMES : CROSSING_TURNS_BACK;
            beats->crosser = event->person;
            break;
        case EVENT_DAY:
            add_day(beats, history, event);
            break;
        default:
            break;
        }
    }
}

int view_beat_milliseconds(const ViewBeat *beat)
{
    int characters = (int)utf8_count(beat->text);
    return 350 + 24 * characters;
}

// Speech in double quotes; what is quoted inside it in single ones. A line stands by itself: its marks are those of the
// language in which the story is told, also where the interface speaks another.
static const char *as_speech(Arena *arena, const char *language, const char *text)
{
    const char *here = tongue_quotes(say_language());
    const char *told = language[0] != '\0' ? tongue_quotes(language) : NULL;
    char *inner = arena_string(arena, text);
    for (char *at = inner; (at = strstr(at, "\xe2\x80")) != NULL; at += 3) {
        if (at[2] == '\x9c' || at[2] == '\x9d') {
            at[2] = (char)(at[2] - 4); // “ to ‘, ” to ’
        }
    }
    if (here == NULL || told == NULL || strcmp(here, told) == 0) {
        return word_fill1(arena, W_QUOTE, inner);
    }
    Text line = { 0 };
    const char *const values[] = { inner };
    say_fill(told, values, 1, &line);
    inner = arena_string(arena, text_str(&line));
    text_deinit(&line);
    return inner;
}

void view_beat_flow(Flow *flow, const StoryHistory *history, const ViewBeat *beat)
{
    Pen *pen = flow->pen;
    const Theme *theme = pen->theme;
    Arena *arena = &pen->frame->arena;
    LayoutStyle story = pen_style(pen, STYLE_STORY, theme->ink);
    LayoutStyle name = pen_style(pen, STYLE_BUTTON, theme->accent);
    float gap = flow->count > 0 ? 8 : 0;
    switch ((ViewBeatKind)beat->kind) {
    case BEAT_TOLD: {
        LayoutSegment told = { beat->text, story, true };
        flow_segments(flow, &told, 1, gap);
        break;
    }
    case BEAT_SPEECH: {
        const char *said = as_speech(arena, history->scenario->language, beat->text);
        const LayoutSegment speech[] = {
            { view_first_name(history->scenario, beat->person), name, false },
            { " ", name, false },
            { said, story, true },
        };
        flow_segments(flow, speech, 3, gap);
        break;
    }
    case BEAT_YOU: {
        name.colour = theme->soft;
        const LayoutSegment you[] = {
            { word(W_YOU), name, false },
            { " ", name, false },
            { beat->text, pen_style(pen, STYLE_CLAIM, theme->ink), true },
        };
        flow_note(flow, you, 3, gap);
        break;
    }
    case BEAT_NOTE:
        flow_text(flow, STYLE_STATE, theme->soft, beat->text, gap);
        break;
    }
}

// ---- for an ear ---------------------------------------------------------------------------------

static const char *spoken(Arena *arena, const StoryHistory *history, const ViewBeat *beat)
{
    Text plain = { .data = NULL };
    render_plain(beat->text, &plain);
    const char *text = arena_string(arena, text_str(&plain));
    text_deinit(&plain);
    switch ((ViewBeatKind)beat->kind) {
    case BEAT_SPEECH:
        return word_fill2(arena, W_KNOW_LINE, view_first_name(history->scenario, beat->person),
                          text);
    case BEAT_YOU:
        return word_fill2(arena, W_TWO_SENTENCES, word(W_YOU), text);
    case BEAT_TOLD:
    case BEAT_NOTE:
        break;
    }
    return text;
}

static void tell_bridges(const View *view, Frame *frame)
{
    const Scenario *scenario = view->history->scenario;
    int count = scenario->person_count;
    frame->bridges = arena_alloc(&frame->arena, (size_t)(count + 1) * sizeof *frame->bridges);
    frame->bridge_count = count;
    for (int i = 0; i < count; i++) {
        story_bridge(scenario, view_bridge_state(view, i), i, &frame->bridges[i].bridge);
        frame->bridges[i].name = view_first_name(scenario, i);
    }
}

void view_tell(const View *view, Frame *frame)
{
    enum { BEATS_MOST = 1000 }; // of one choice
    int shown = view->shown < view->page_beats_end ? view->shown : view->page_beats_end;
    shown = view->told || shown > view->beats.count ? view->beats.count : shown;
    for (int i = 0; i < shown; i++) {
        const ViewBeat *beat = &view->beats.list[i];
        frame_tell(frame, (uint32_t)(view->history->count * BEATS_MOST + i + 1),
                   beat->kind == BEAT_YOU, spoken(&frame->arena, view->history, beat));
    }
    if (view->settings.reader) {
        tell_bridges(view, frame);
    }
}
