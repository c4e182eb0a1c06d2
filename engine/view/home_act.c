// What the things of home do: a panel opens, a name is typed, or the host is asked for something. What
// cannot be taken back is asked for once more.
#include "view/home_act.h"
#include "view/view_state.h"

#include <string.h>

static const ViewRequest NOTHING = { .kind = REQUEST_NONE };

void view_home(View *view, const ViewHome *home)
{
    view->home = *home;
    view_touch(view);
}

void view_places(View *view, const ViewPicture *places, int count)
{
    view->places = places;
    view->place_count = places != NULL ? count : 0;
    view->can_keep_places = places != NULL;
    view_touch(view);
}

static bool playable(const View *view, int card)
{
    return card >= 0 && card < view->card_count && !view->cards[card].broken;
}

static ViewRequest of_card(const View *view, ViewRequestKind kind, int card)
{
    return playable(view, card) ? (ViewRequest){ .kind = kind, .card = card } : NOTHING;
}

static void open_cover(View *view, int card)
{
    if (playable(view, card)) {
        view->cover = card;
        view->cover_of_list = view->panel == PANEL_ALL;
        view_open_panel(view, PANEL_COVER);
    }
}

// Something is good to know before it, and whoever plays was not told yet.
static bool is_noted(const View *view, int card)
{
    const ViewCard *it = &view->cards[card];
    return it->content != NULL && it->content[0] != '\0' && !it->started && !it->ended;
}

// At once; but what has a note opens its cover first, from wherever it is begun.
static ViewRequest begin_card(View *view, ViewRequestKind kind, int card)
{
    if (playable(view, card) && is_noted(view, card) && view->panel != PANEL_COVER) {
        open_cover(view, card);
        return NOTHING;
    }
    return of_card(view, kind, card);
}

ViewRequest view_open_card(View *view, int card, bool over)
{
    if (!playable(view, card)) {
        return NOTHING;
    }
    if (over && (view->screen != VIEW_LIBRARY || !is_noted(view, card))) {
        return of_card(view, REQUEST_START, card);
    }
    open_cover(view, card);
    return NOTHING;
}

// ---- what is typed ------------------------------------------------------------------------------

static void begin_typing(View *view, ViewPanel panel, const char *text)
{
    size_t n = strlen(text);
    n = n < sizeof view->draft - 1 ? n : sizeof view->draft - 1;
    memcpy(view->draft, text, n);
    view->draft[n] = '\0';
    view->caret = (int)n;
    view_open_panel(view, panel);
}

static const char *current_name(const View *view)
{
    for (int i = 0; i < view->home.profile_count; i++) {
        if (view->home.profiles[i].current) {
            return view->home.profiles[i].name;
        }
    }
    return "";
}

static void begin_name(View *view, int act)
{
    view->naming = act;
    begin_typing(view, PANEL_NAME, act == ACT_PROFILE_NAME ? current_name(view) : "");
}

// The draft without spaces at its ends; NULL where nothing is left.
static const char *typed(View *view)
{
    char *text = view->draft + strspn(view->draft, " ");
    size_t n = strlen(text);
    while (n > 0 && text[n - 1] == ' ') {
        text[--n] = '\0';
    }
    return n > 0 ? text : NULL;
}

static ViewRequest name_done(View *view)
{
    const char *name = typed(view);
    if (name == NULL) {
        return NOTHING;
    }
    ViewRequestKind kind =
        view->naming == ACT_PROFILE_ADD ? REQUEST_PROFILE_ADD : REQUEST_PROFILE_NAME;
    view_close_panel(view);
    return (ViewRequest){ .kind = kind, .text = name };
}

static ViewRequest number_done(View *view)
{
    const char *number = typed(view);
    if (number == NULL || number[strspn(number, "0123456789")] != '\0' ||
        !playable(view, view->home.practice)) {
        return NOTHING;
    }
    view_close_panel(view);
    return (ViewRequest){ .kind = REQUEST_SEED, .card = view->home.practice, .text = number };
}

// ---- what is asked once more --------------------------------------------------------------------

static void ask(View *view, int act, int index)
{
    view->asked = act;
    view->asked_of = index;
    view_open_panel(view, PANEL_ASK);
}

static ViewRequest yes(View *view)
{
    if (view->asked == ACT_PROFILE_REMOVE) { // what is left is seen in the list
        bool other = !view->home.profiles[view->asked_of].current;
        view_open_panel(view, other ? PANEL_PROFILES : PANEL_NONE);
        return (ViewRequest){ .kind = REQUEST_PROFILE_REMOVE, .count = view->asked_of };
    }
    view_open_panel(view, PANEL_NONE);
    return (ViewRequest){ .kind = REQUEST_FORGET };
}

static ViewRequest counted(View *view, ViewRequestKind kind, int count, bool closes)
{
    if (closes) {
        view_close_panel(view);
    }
    return (ViewRequest){ .kind = kind, .count = count };
}

static ViewRequest place(View *view, ViewRequestKind kind, int index)
{
    if (index < 0 || index >= view->place_count) {
        return NOTHING;
    }
    return counted(view, kind, index, kind == REQUEST_PLACE);
}

// ---- all of it ----------------------------------------------------------------------------------

static ViewRequest of_place_or_page(View *view, ViewHomeAct act, int index)
{
    switch ((int)act) {
    case ACT_KEEP_FOR:
        return counted(view, REQUEST_KEEP_FOR, index, false);
    case ACT_EXPORT:
        return counted(view, REQUEST_EXPORT, 0, false);
    case ACT_PROOF:
        return counted(view, REQUEST_PROOF, 0, true);
    case ACT_TAKEAWAY:
        view_close_panel(view);
        return (ViewRequest){ .kind = REQUEST_TAKEAWAY, .text = view->plan };
    case ACT_PLACE_KEEP:
        return counted(view, REQUEST_PLACE_KEEP, 0, false); // it stands there now
    case ACT_PLACE:
        return place(view, REQUEST_PLACE, index);
    case ACT_PLACE_REMOVE:
        return place(view, REQUEST_PLACE_REMOVE, index);
    case ACT_YES:
        return yes(view);
    case ACT_SKIP:
        view->skipping = !view->skipping;
        view_touch(view);
        return NOTHING;
    default:
        return NOTHING;
    }
}

static ViewRequest of_profile(View *view, ViewHomeAct act, int index)
{
    switch ((int)act) {
    case ACT_PROFILE:
        if (index >= view->home.profile_count || view->home.profiles[index].current) {
            view_close_panel(view);
            return NOTHING;
        }
        return counted(view, REQUEST_PROFILE, index, true);
    case ACT_PROFILE_ADD:
    case ACT_PROFILE_NAME:
        begin_name(view, act);
        return NOTHING;
    case ACT_NAME_DONE:
        return name_done(view);
    case ACT_PROFILE_REMOVE:
        if (index < view->home.profile_count) {
            ask(view, act, index);
        }
        return NOTHING;
    case ACT_FORGET:
        ask(view, act, 0);
        return NOTHING;
    default:
        return of_place_or_page(view, act, index);
    }
}

ViewRequest view_home_activate(View *view, int argument)
{
    ViewHomeAct act = (ViewHomeAct)(argument % HOME_ACTS);
    int index = argument / HOME_ACTS;
    switch ((int)act) {
    case ACT_COVER:
        open_cover(view, index);
        return NOTHING;
    case ACT_BEGIN:
        return begin_card(view, REQUEST_START, index);
    case ACT_GO_ON:
        return of_card(view, REQUEST_GO_ON, index);
    case ACT_SHOW:
        return begin_card(view, REQUEST_GUIDED, index);
    case ACT_ROOM:
        return of_card(view, REQUEST_RUN_ROOM, index);
    case ACT_ANSWER:
        return counted(view, REQUEST_ANSWER, index, false);
    case ACT_NEW_WEEK:
        return view->home.has_practice ? begin_card(view, REQUEST_START, view->home.practice)
                                       : NOTHING;
    case ACT_NUMBER:
        begin_typing(view, PANEL_NUMBER, "");
        return NOTHING;
    case ACT_NUMBER_DONE:
        return number_done(view);
    default:
        return of_profile(view, act, index);
    }
}

int view_home_rank(int argument)
{
    switch (argument % HOME_ACTS) {
    case ACT_BEGIN:
    case ACT_GO_ON:
    case ACT_NAME_DONE:
    case ACT_NUMBER_DONE:
        return 5;
    case ACT_PLACE_KEEP:
    case ACT_PROFILE:
    case ACT_TAKEAWAY:
        return 4;
    case ACT_YES: // whoever hurries keeps what is theirs
        return 0;
    default:
        return 1;
    }
}

// ---- keys ---------------------------------------------------------------------------------------

static void toggle(View *view, ViewPanel panel)
{
    if (view->panel == panel) {
        view_close_panel(view);
    } else if (view->panel == PANEL_NONE || view->panel == PANEL_PAUSE) {
        view_open_panel(view, panel);
    }
}

bool view_home_key(View *view, ViewKey key, ViewRequest *out)
{
    bool plays = view->screen == VIEW_PLAY, home = view->screen == VIEW_LIBRARY;
    *out = NOTHING;
    switch ((int)key) {
    case KEY_PAUSE:
        if (plays) {
            toggle(view, PANEL_PAUSE);
        }
        return true;
    case KEY_PLACES:
        if (plays && view->can_keep_places && view->drill == NULL) {
            toggle(view, PANEL_PLACES);
        }
        return true;
    case KEY_SKIP:
        if (plays && view->panel == PANEL_NONE && view_can_skip(view)) {
            *out = view_home_activate(view, ACT_SKIP);
        }
        return true;
    case KEY_YOU:
        if (home && view->home.kept_where != NULL) {
            toggle(view, PANEL_YOU);
        }
        return true;
    case KEY_ALL:
        if (home && view_has_list(view)) {
            toggle(view, PANEL_ALL);
        }
        return true;
    case KEY_NEW:
        if (home && view->panel == PANEL_NONE) {
            *out = view_home_activate(view, ACT_NEW_WEEK);
        }
        return true;
    default:
        return false;
    }
}
