// Motifs of the story's events, and what is heard in words.
#include "support/test.h"

#include "view/rig.h"
#include "view/view_state.h"

#define BEFORE_THREE "yes,desk.work_plot,desk.rest,desk.rest" // and at three the ladder is due

static void choose(Rig *rig, const char *id)
{
    StoryOffer offers[STORY_OFFERS_MAX];
    const StoryHistory *history = &rig->history;
    int count = story_offers(history->scenario, history->now, false, offers, NULL);
    int at = story_offer_find(history->scenario, history->now, offers, count, id);
    assert_true(at >= 0);
    rig_carry_out(rig, (ViewRequest){ .kind = REQUEST_CHOOSE, .offer = offers[at] });
    rig_draw(rig);
}

static void open_before_three(Rig *rig)
{
    rig_open(rig, 1280, 720, 1);
    rig_play(rig, BEFORE_THREE);
}

static void wait(Rig *rig, int milliseconds)
{
    rig_input(rig, (ViewInput){ .kind = INPUT_TICK, .milliseconds = milliseconds });
    rig_draw(rig);
}

static void hear(Rig *rig, PictureSound sound)
{
    rig_input(rig, (ViewInput){ .kind = INPUT_HEARD, .heard = (uint8_t)sound });
    rig_draw(rig);
}

static const char *caption(const Rig *rig)
{
    const FrameItem *item = rig_find(rig, "caption");
    return item != NULL ? item->name : "";
}

// ---- motifs -------------------------------------------------------------------------------------

static void kept_and_broken(void **state)
{
    (void)state;
    static const struct {
        const char *way;
        FrameMotif motif;
    } ways[] = { { "desk.rest", MOTIF_BROKEN }, { "desk.meet_ladder", MOTIF_KEPT } };
    for (int i = 0; i < 2; i++) {
        Rig rig;
        open_before_three(&rig);
        assert_int_equal(rig.frame.motif_number, 0); // what is gone on with was heard before
        choose(&rig, ways[i].way);
        assert_int_equal(rig.frame.motif, ways[i].motif);
        assert_int_equal(rig.frame.motif_number, 1);
        rig_draw(&rig);
        assert_int_equal(rig.frame.motif_number, 1); // once
        assert_string_equal(caption(&rig), "");      // the card says it
        choose(&rig, "own");
        rig_key(&rig, KEY_UNDO); // told again, and not heard again
        assert_int_equal(rig.frame.motif_number, 1);
        rig_key(&rig, KEY_UNDO);
        assert_int_equal(rig.frame.motif_number, 1);
        choose(&rig, ways[i].way); // another time is another time
        assert_int_equal(rig.frame.motif_number, 2);
        rig_close(&rig);
    }
}

// With typing the motif begins with the note about the plank, not before.
static void with_its_note(void **state)
{
    (void)state;
    Rig rig;
    open_before_three(&rig);
    rig.settings.no_typing = false;
    rig_draw(&rig);
    choose(&rig, "desk.rest");
    bool told = false;
    for (int i = 0; i < 20 && !told; i++) {
        told = rig.view->shown > 0 && rig.view->beats.list[rig.view->shown - 1].motif != MOTIF_NONE;
        assert_int_equal(rig.frame.motif_number, told);
        wait(&rig, 3000);
    }
    assert_true(told);
    rig_close(&rig);
}

static uint8_t settled(const Rig *rig, int commitment, StoryState as)
{
    StoryEvent event = { .kind = EVENT_SETTLED, .what = (uint16_t)commitment, .a = (int32_t)as };
    return view_motif_of(&rig->history, &event);
}

static void each_event_its_own(void **state)
{
    (void)state;
    Rig rig;
    open_before_three(&rig);
    assert_int_equal(settled(&rig, RIGGING, STATE_KEPT), MOTIF_KEPT);
    choose(&rig, "desk.rest"); // now there is a gap in Halima's bridge
    CommitmentState *rigging = play_commitment(rig.scenario, rig.history.now, RIGGING);
    rigging->state = STATE_KEPT;
    rigging->settled = 9;
    assert_int_equal(settled(&rig, RIGGING, STATE_KEPT), MOTIF_MENDED);
    assert_int_equal(settled(&rig, PLOT, STATE_KEPT), MOTIF_KEPT); // but not in Piet's
    assert_int_equal(settled(&rig, LADDER, STATE_MISSED), MOTIF_BROKEN);
    assert_int_equal(settled(&rig, LADDER, STATE_FOUND_OUT), MOTIF_FOUND_OUT);
    static const StoryState silent[] = { STATE_MOVED, STATE_LAPSED, STATE_WARNED, STATE_OWNED_UP,
                                         STATE_COVERED_UP };
    for (int i = 0; i < 5; i++) { // a lie that holds is not given away by a sound
        assert_int_equal(settled(&rig, LADDER, silent[i]), MOTIF_NONE);
    }
    StoryEvent crossed = { .kind = EVENT_CROSSED, .person = HALIMA, .a = 1 };
    assert_int_equal(view_motif_of(&rig.history, &crossed), MOTIF_CROSSES);
    crossed.a = 0;
    assert_int_equal(view_motif_of(&rig.history, &crossed), MOTIF_TURNS_BACK);
    assert_int_equal(view_motif_greater(MOTIF_KEPT, MOTIF_BROKEN), MOTIF_BROKEN);
    assert_int_equal(view_motif_greater(MOTIF_FOUND_OUT, MOTIF_BROKEN), MOTIF_FOUND_OUT);
    assert_int_equal(view_motif_greater(MOTIF_KEPT, MOTIF_NONE), MOTIF_KEPT);
    rig_close(&rig);
}

// ---- captions -----------------------------------------------------------------------------------

static void what_is_told(void **state)
{
    (void)state;
    static const char *const words[PICTURE_SOUNDS] = {
        "The ropes creak", "A plank cracks",    "A rope snaps",  "The bridge hits the rock",
        "Hammering",       "Footsteps on wood", "The wind rises"
    };
    static const bool important[PICTURE_SOUNDS] = { false, true, true, true, false, false, false };
    for (int captions = 0; captions < CAPTIONS_COUNT; captions++) {
        for (int sound = 0; sound < PICTURE_SOUNDS; sound++) {
            Rig rig;
            open_before_three(&rig);
            rig.settings.captions = (uint8_t)captions;
            rig_draw(&rig);
            wait(&rig, 5000); // what the setting is was told, too
            bool wanted =
                captions == CAPTIONS_ALL || (captions == CAPTIONS_IMPORTANT && important[sound]);
            assert_int_equal(view_captioned(&rig.settings, (PictureSound)sound), wanted);
            hear(&rig, (PictureSound)sound);
            assert_string_equal(caption(&rig), wanted ? words[sound] : "");
            rig_close(&rig);
        }
    }
    assert_false(view_captioned(&(ViewSettings){ .captions = CAPTIONS_ALL }, (PictureSound)99));
}

static void stands_for_a_moment(void **state)
{
    (void)state;
    Rig rig;
    open_before_three(&rig);
    assert_false(view_is_moving(rig.view));
    hear(&rig, PICTURE_SOUND_CRACK);
    assert_true(view_is_moving(rig.view)); // it wants to go again
    wait(&rig, 2500);
    assert_string_equal(caption(&rig), "A plank cracks");
    wait(&rig, 200);
    assert_string_equal(caption(&rig), "");
    assert_false(view_is_moving(rig.view));
    rig_close(&rig);
}

static void what_breaks_comes_first(void **state)
{
    (void)state;
    Rig rig;
    open_before_three(&rig);
    rig.settings.captions = CAPTIONS_ALL;
    rig_draw(&rig);
    wait(&rig, 5000);
    hear(&rig, PICTURE_SOUND_STEP);
    hear(&rig, PICTURE_SOUND_SNAP);
    assert_string_equal(caption(&rig), "A rope snaps");
    hear(&rig, PICTURE_SOUND_CREAK);
    assert_string_equal(caption(&rig), "A rope snaps");
    wait(&rig, 1300);
    hear(&rig, PICTURE_SOUND_CREAK);
    assert_string_equal(caption(&rig), "The ropes creak");
    choose(&rig, "desk.rest");
    assert_string_equal(caption(&rig), "Two notes, falling");
    rig_close(&rig);
}

static void settings_are_told(void **state)
{
    (void)state;
    Rig rig;
    rig_open(&rig, 1280, 720, 1);
    rig.settings.sound_off = true; // as it was kept
    rig_play(&rig, BEFORE_THREE);
    assert_string_equal(caption(&rig), "");
    rig.settings.sound_off = false;
    rig_draw(&rig);
    assert_string_equal(caption(&rig), "Sound on");
    rig.settings.sound_off = true;
    rig_draw(&rig);
    assert_string_equal(caption(&rig), "Sound off");
    hear(&rig, PICTURE_SOUND_CRACK); // captions go on, though nothing sounds
    wait(&rig, 1300);
    hear(&rig, PICTURE_SOUND_CRACK);
    assert_string_equal(caption(&rig), "A plank cracks");
    rig.settings.captions = CAPTIONS_NONE;
    rig_draw(&rig);
    assert_string_equal(caption(&rig), "Captions: none");
    rig_close(&rig);
}

// Whoever presses M is answered wherever they are, in any size; what only sounds is not told there.
static void settings_are_told_everywhere(void **state)
{
    (void)state;
    static const ViewKey panels[] = { KEY_NONE, KEY_LEDGER, KEY_HISTORY, KEY_HELP, KEY_CANYON };
    for (int i = 0; i < 12; i++) {
        Rig rig;
        rig_open(&rig, 1280, 720, i % 2 == 0 ? 1 : 2);
        if (i < 2) {
            rig_shelf(&rig, 4);
        } else {
            rig_play(&rig, BEFORE_THREE);
            rig_read_on(&rig);
            rig_key(&rig, panels[(i - 2) / 2]);
        }
        hear(&rig, PICTURE_SOUND_STEP);
        assert_string_equal(caption(&rig), "");
        rig.settings.sound_off = true;
        rig_draw(&rig);
        assert_string_equal(caption(&rig), "Sound off");
        const FrameRect *at = &rig_find(&rig, "caption")->rect;
        assert_true(at->x >= 0 && at->x + at->w <= rig.frame.width);
        assert_true(at->y >= 0 && at->y + at->h <= rig.frame.height);
        assert_true(view_is_moving(rig.view)); // so that it goes again
        wait(&rig, 2700);
        assert_string_equal(caption(&rig), "");
        rig_close(&rig);
    }
}

static bool overlap(FrameRect a, FrameRect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static float wide_width(void *context, FrameFont font, float size, const char *text, int bytes)
{
    return rig_width(context, font, size, text, bytes) * 2.2f;
}

// It takes no room from anything, wherever it is shown.
static void covers_nothing(void **state)
{
    (void)state;
    static const float sizes[][2] = { { 1280, 720 }, { 1280, 960 }, { 1720, 720 }, { 1280, 2200 } };
    static const float scales[] = { 1, 1.25f, 1.5f, 2 };
    static const ViewKey panels[] = { KEY_NONE, KEY_LOOK, KEY_LEDGER, KEY_HELP };
    int shown = 0;
    for (int i = 0; i < 128; i++) {
        Rig rig;
        rig_open(&rig, sizes[i % 4][0], sizes[i % 4][1], scales[i / 4 % 4]);
        rig.measure.width = i < 64 ? rig_width : wide_width;
        rig_play(&rig, BEFORE_THREE);
        rig_read_on(&rig);
        rig_key(&rig, panels[i / 16 % 4]);
        hear(&rig, PICTURE_SOUND_CRASH);
        const FrameItem *it = rig_find(&rig, "caption");
        shown += it != NULL;
        for (int j = 0; it != NULL && j < rig.frame.item_count; j++) {
            const FrameItem *other = &rig.frame.items[j];
            assert_false(other->focusable && overlap(it->rect, other->rect));
        }
        for (int j = 0; it != NULL && j < rig.frame.command_count; j++) {
            const FrameCommand *text = &rig.frame.commands[j];
            assert_false(text->kind == FRAME_TEXT && strcmp(text->text, it->name) != 0 &&
                         overlap(it->rect, text->rect));
        }
        rig_close(&rig);
    }
    assert_true(shown >= 32 && shown < 64); // on the play and while looking, not over panels
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_and_broken),     cmocka_unit_test(with_its_note),
        cmocka_unit_test(each_event_its_own),  cmocka_unit_test(what_is_told),
        cmocka_unit_test(stands_for_a_moment), cmocka_unit_test(what_breaks_comes_first),
        cmocka_unit_test(settings_are_told),   cmocka_unit_test(settings_are_told_everywhere),
        cmocka_unit_test(covers_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
