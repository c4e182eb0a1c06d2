// One class of object for the application, the window and every node. An object is kept from one picture to
// the next by what it does, or by what it is called, so that a screen reader's place in the tree stays.
#include "node.h"

#include "view/frame.h"

#include <string.h>

static void component_init(AtkComponentIface *iface);
static void action_init(AtkActionIface *iface);
static void window_init(AtkWindowIface *iface);

G_DEFINE_TYPE_WITH_CODE(Node, node, ATK_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, component_init)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_ACTION, action_init)
                                G_IMPLEMENT_INTERFACE(ATK_TYPE_WINDOW, window_init))

const AtspiHost *node_host(Node *node)
{
    while (node->host == NULL && atk_object_get_parent(ATK_OBJECT(node)) != NULL) {
        node = node_of(atk_object_get_parent(ATK_OBJECT(node)));
    }
    return node->host;
}

// ---- what an object is --------------------------------------------------------------------------

static AtkRole role_of(uint8_t role)
{
    static const AtkRole ROLES[ROLE_COUNT] = {
        [ROLE_HEADING] = ATK_ROLE_HEADING,    [ROLE_TEXT] = ATK_ROLE_PARAGRAPH,
        [ROLE_BUTTON] = ATK_ROLE_PUSH_BUTTON, [ROLE_OPTION] = ATK_ROLE_LIST_ITEM,
        [ROLE_LIST] = ATK_ROLE_LIST,          [ROLE_LIST_ITEM] = ATK_ROLE_LIST_ITEM,
        [ROLE_IMAGE] = ATK_ROLE_IMAGE,        [ROLE_STATUS] = ATK_ROLE_STATIC,
        [ROLE_TAB] = ATK_ROLE_PAGE_TAB,       [ROLE_DIALOG] = ATK_ROLE_DIALOG,
        [ROLE_SLIDER] = ATK_ROLE_SLIDER,      [ROLE_SWITCH] = ATK_ROLE_CHECK_BOX,
        [ROLE_RADIO] = ATK_ROLE_RADIO_BUTTON, [ROLE_FIELD] = ATK_ROLE_ENTRY,
    };
    return role < ROLE_COUNT ? ROLES[role] : ATK_ROLE_PANEL;
}

static const gchar *get_name(AtkObject *object)
{
    return node_of(object)->now.name;
}

// What is written is a field's text, and not said a second time.
static const gchar *get_description(AtkObject *object)
{
    const Node *node = node_of(object);
    return node->role == ATK_ROLE_ENTRY ? "" : node->now.value;
}

static AtkRole get_role(AtkObject *object)
{
    return node_of(object)->role;
}

static gint get_n_children(AtkObject *object)
{
    return (gint)node_of(object)->children->len;
}

static AtkObject *ref_child(AtkObject *object, gint i)
{
    GPtrArray *children = node_of(object)->children;
    return i >= 0 && i < (gint)children->len ? g_object_ref(children->pdata[i]) : NULL;
}

static gint get_index_in_parent(AtkObject *object)
{
    AtkObject *parent = atk_object_get_parent(object);
    GPtrArray *siblings = parent != NULL ? node_of(parent)->children : NULL;
    for (guint i = 0; siblings != NULL && i < siblings->len; i++) {
        if (siblings->pdata[i] == object) {
            return (gint)i;
        }
    }
    return -1;
}

static AtkStateSet *ref_state_set(AtkObject *object)
{
    const Node *node = node_of(object);
    AtkStateSet *set = atk_state_set_new();
    atk_state_set_add_state(set, ATK_STATE_VISIBLE);
    atk_state_set_add_state(set, ATK_STATE_SHOWING);
    if (!node->now.disabled) {
        atk_state_set_add_state(set, ATK_STATE_ENABLED);
        atk_state_set_add_state(set, ATK_STATE_SENSITIVE);
    }
    const struct {
        bool is;
        AtkStateType state;
    } states[] = {
        { node->now.focusable, ATK_STATE_FOCUSABLE },
        { node->now.focused, ATK_STATE_FOCUSED },
        { node->now.selected, ATK_STATE_SELECTED },
        { node->now.selected && node->role != ATK_ROLE_LIST_ITEM, ATK_STATE_CHECKED },
        { node->role == ATK_ROLE_CHECK_BOX || node->role == ATK_ROLE_RADIO_BUTTON,
          ATK_STATE_CHECKABLE },
        { node->is_window && node->active, ATK_STATE_ACTIVE },
        { node->role == ATK_ROLE_DIALOG, ATK_STATE_MODAL },
        { node->role == ATK_ROLE_ENTRY, ATK_STATE_EDITABLE },
        { node->role == ATK_ROLE_ENTRY, ATK_STATE_SINGLE_LINE },
        { node->role == ATK_ROLE_ENTRY, ATK_STATE_FOCUSABLE },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++) {
        if (states[i].is) {
            atk_state_set_add_state(set, states[i].state);
        }
    }
    return set;
}

static AtkAttributeSet *add_attribute(AtkAttributeSet *set, const char *name, char *value)
{
    AtkAttribute *attribute = g_new(AtkAttribute, 1);
    attribute->name = g_strdup(name);
    attribute->value = value;
    return g_slist_prepend(set, attribute);
}

static AtkAttributeSet *get_attributes(AtkObject *object)
{
    const AtspiNode *now = &node_of(object)->now;
    AtkAttributeSet *set = NULL;
    if (now->count > 0) {
        set = add_attribute(set, "posinset", g_strdup_printf("%d", now->position));
        set = add_attribute(set, "setsize", g_strdup_printf("%d", now->count));
    }
    if (now->id != NULL && now->id[0] != '\0') {
        set = add_attribute(set, "id", g_strdup(now->id));
    }
    return set;
}

static void finalize(GObject *object)
{
    Node *node = node_of(object);
    g_free((char *)node->now.name);
    g_free((char *)node->now.value);
    g_free((char *)node->now.id);
    g_free((char *)node->now.key);
    g_ptr_array_unref(node->children);
    G_OBJECT_CLASS(node_parent_class)->finalize(object);
}

static void node_class_init(NodeClass *class)
{
    AtkObjectClass *atk = ATK_OBJECT_CLASS(class);
    atk->get_name = get_name;
    atk->get_description = get_description;
    atk->get_role = get_role;
    atk->get_n_children = get_n_children;
    atk->ref_child = ref_child;
    atk->get_index_in_parent = get_index_in_parent;
    atk->ref_state_set = ref_state_set;
    atk->get_attributes = get_attributes;
    G_OBJECT_CLASS(class)->finalize = finalize;
}

static void node_init(Node *node)
{
    node->children = g_ptr_array_new_with_free_func(g_object_unref);
}

// ---- where it is, and what it does --------------------------------------------------------------

static const Node *window_of(Node *node)
{
    while (!node->is_window && atk_object_get_parent(ATK_OBJECT(node)) != NULL) {
        node = node_of(atk_object_get_parent(ATK_OBJECT(node)));
    }
    return node;
}

static void get_extents(AtkComponent *component, gint *x, gint *y, gint *w, gint *h,
                        AtkCoordType type)
{
    Node *node = node_of(component);
    const Node *window = window_of(node);
    *x = (gint)node->now.x + (type == ATK_XY_SCREEN ? window->window_x : 0);
    *y = (gint)node->now.y + (type == ATK_XY_SCREEN ? window->window_y : 0);
    *w = (gint)node->now.w;
    *h = (gint)node->now.h;
}

static gboolean wish(Node *node, bool activate)
{
    const AtspiHost *host = node_host(node);
    if (host == NULL || !node->now.focusable) {
        return FALSE;
    }
    host->wish(host->context, node->now.action, node->now.argument, activate);
    return TRUE;
}

static gboolean grab_focus(AtkComponent *component)
{
    return wish(node_of(component), false);
}

static void component_init(AtkComponentIface *iface)
{
    iface->get_extents = get_extents;
    iface->grab_focus = grab_focus;
}

static gint get_n_actions(AtkAction *action)
{
    return node_of(action)->now.focusable ? 1 : 0;
}

static gboolean do_action(AtkAction *action, gint i)
{
    return i == 0 && wish(node_of(action), true);
}

static const gchar *action_name(AtkAction *action, gint i)
{
    return i == 0 && node_of(action)->now.focusable ? "click" : NULL;
}

static const gchar *action_key(AtkAction *action, gint i)
{
    return i == 0 ? node_of(action)->now.key : NULL;
}

static void action_init(AtkActionIface *iface)
{
    iface->get_n_actions = get_n_actions;
    iface->do_action = do_action;
    iface->get_name = action_name;
    iface->get_keybinding = action_key;
}

static void window_init(AtkWindowIface *iface)
{
    (void)iface;
}

// ---- making them --------------------------------------------------------------------------------

static Node *make(AtkRole role, const char *name, AtkObject *parent)
{
    GType type = role == ATK_ROLE_ENTRY ? field_get_type() : node_get_type();
    Node *node = g_object_new(type, NULL);
    node->role = role;
    node->now = (AtspiNode){ .name = g_strdup(name), .value = g_strdup(""), .caret = -1 };
    if (parent != NULL) {
        atk_object_set_parent(ATK_OBJECT(node), parent);
    }
    return node;
}

AtkObject *objects_application(const char *name)
{
    return ATK_OBJECT(make(ATK_ROLE_APPLICATION, name, NULL));
}

AtkObject *objects_window(AtkObject *application, const AtspiHost *host)
{
    Node *window = make(ATK_ROLE_FRAME, "Plankwright", application);
    AtspiHost *copy = g_memdup2(host, sizeof *host);
    window->host = copy;
    window->is_window = true;
    window->notice = make(ATK_ROLE_NOTIFICATION, "", ATK_OBJECT(window));
    g_ptr_array_add(window->children, g_object_ref(window->notice));
    g_ptr_array_add(node_of(application)->children, g_object_ref(window));
    return ATK_OBJECT(window);
}

// ---- following a picture ------------------------------------------------------------------------

static bool is_same(const Node *node, const AtspiNode *now)
{
    if (node->role != role_of(now->role)) {
        return false;
    }
    if (now->action != 0 || node->now.action != 0) {
        bool same = now->action != 0 && node->now.action == now->action &&
                    node->now.argument == now->argument;
        // Another answer in the same place is another thing: its focus is news.
        return same && (now->role != ROLE_OPTION || g_strcmp0(node->now.name, now->name) == 0);
    }
    return now->id[0] != '\0' ? g_strcmp0(node->now.id, now->id) == 0
                              : g_strcmp0(node->now.name, now->name) == 0;
}

// The object among the old children, taken out of the list; or a new one.
static Node *take(GPtrArray *old, const AtspiNode *now, AtkObject *parent, bool *fresh)
{
    for (guint i = 0; i < old->len; i++) {
        Node *node = old->pdata[i];
        if (node != NULL && is_same(node, now)) {
            old->pdata[i] = NULL;
            *fresh = false;
            return node;
        }
    }
    *fresh = true;
    return make(role_of(now->role), now->name, parent);
}

static void replace(const char **mine, const char *now)
{
    g_free((char *)*mine);
    *mine = g_strdup(now);
}

static void notify_state(Node *node, AtkStateType state, bool was, bool is)
{
    if (was != is) {
        atk_object_notify_state_change(ATK_OBJECT(node), state, is);
    }
}

// Takes the values over; names and states that changed are told, the focus is told last of all.
static void update(Node *node, const AtspiNode *now, bool fresh, Node **focus)
{
    AtspiNode was = node->now;
    bool renamed = g_strcmp0(was.name, now->name) != 0;
    bool described = g_strcmp0(was.value, now->value) != 0;
    char *before = node->role == ATK_ROLE_ENTRY && !fresh ? g_strdup(was.value) : NULL;
    replace(&was.name, now->name);
    replace(&was.value, now->value);
    replace(&was.id, now->id);
    replace(&was.key, now->key);
    node->now = *now;
    node->now.name = was.name;
    node->now.value = was.value;
    node->now.id = was.id;
    node->now.key = was.key;
    if (!fresh) {
        if (renamed) {
            g_object_notify(G_OBJECT(node), "accessible-name");
        }
        if (before != NULL) {
            field_changed(node, before, was.caret);
        } else if (described) {
            g_object_notify(G_OBJECT(node), "accessible-description");
        }
        notify_state(node, ATK_STATE_SELECTED, was.selected, now->selected);
        if (node->role == ATK_ROLE_CHECK_BOX || node->role == ATK_ROLE_RADIO_BUTTON) {
            notify_state(node, ATK_STATE_CHECKED, was.selected, now->selected);
        }
        notify_state(node, ATK_STATE_ENABLED, !was.disabled, !now->disabled);
        notify_state(node, ATK_STATE_FOCUSED, was.focused, was.focused && now->focused);
    }
    g_free(before);
    if (now->focused && (fresh || !was.focused)) {
        *focus = node;
    }
}

static void tell_children(AtkObject *parent, GPtrArray *gone)
{
    for (guint i = 0; i < gone->len; i++) {
        if (gone->pdata[i] != NULL) {
            g_signal_emit_by_name(parent, "children-changed::remove", i, gone->pdata[i], NULL);
            atk_object_notify_state_change(gone->pdata[i], ATK_STATE_DEFUNCT, TRUE);
            g_object_unref(gone->pdata[i]);
        }
    }
}

static void follow(Node *parent, const AtspiPicture *picture, int index, Node **focus)
{
    GPtrArray *old = parent->children;
    parent->children = g_ptr_array_new_with_free_func(g_object_unref);
    g_ptr_array_set_free_func(old, NULL);
    if (parent->notice != NULL) { // it stays the last one
        g_ptr_array_remove(old, parent->notice);
        g_object_unref(parent->notice);
    }
    GPtrArray *fresh_ones = g_ptr_array_new();
    for (int i = index + 1; i < picture->count; i++) {
        const AtspiNode *now = &picture->nodes[i];
        if (now->parent != index) {
            continue;
        }
        bool fresh;
        Node *node = take(old, now, ATK_OBJECT(parent), &fresh);
        g_ptr_array_add(parent->children, node);
        if (fresh) {
            g_ptr_array_add(fresh_ones, node);
        }
        update(node, now, fresh, focus);
        follow(node, picture, i, focus);
    }
    if (parent->notice != NULL) {
        g_ptr_array_add(parent->children, g_object_ref(parent->notice));
    }
    tell_children(ATK_OBJECT(parent), old);
    for (guint i = 0; i < fresh_ones->len; i++) {
        AtkObject *child = fresh_ones->pdata[i];
        g_signal_emit_by_name(parent, "children-changed::add",
                              atk_object_get_index_in_parent(child), child, NULL);
    }
    g_ptr_array_unref(fresh_ones);
    g_ptr_array_unref(old);
}

void objects_show(AtkObject *object, const AtspiPicture *picture)
{
    Node *window = node_of(object);
    Node *focus = NULL;
    window->window_x = picture->window_x;
    window->window_y = picture->window_y;
    bool was_active = window->active;
    window->active = picture->active;
    if (window->active != was_active) {
        g_signal_emit_by_name(object, window->active ? "activate" : "deactivate");
        atk_object_notify_state_change(object, ATK_STATE_ACTIVE, window->active);
    }
    follow(window, picture, -1, &focus);
    if (focus != NULL) {
        atk_object_notify_state_change(ATK_OBJECT(focus), ATK_STATE_FOCUSED, TRUE);
    }
}

void objects_say(AtkObject *window, const char *text)
{
    Node *notice = node_of(window)->notice;
    replace(&notice->now.name, text);
    atk_object_notify_state_change(ATK_OBJECT(notice), ATK_STATE_SHOWING, TRUE);
}
