// The thread that asks whether anybody listens, and runs the bridge if so; and the queue of wishes that come
// back from it. Trees go over as copies, so that the window never waits for the bus.
#define _POSIX_C_SOURCE 200809L
#include "atspi/atspi.h"

#include "atspi/listener.h"
#include "atspi/picture.h"
#include "base/arena.h"
#include "view/action.h"
#include "view/home_act.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { WISHES_MOST = 16, PATH_SIZE = 1200 };

struct Atspi {
    pthread_mutex_t mutex;
    pthread_t thread;
    bool running;
    bool closed, ended; // by the program, by the thread: who is last frees it
    int stop[2];        // a pipe: what is written there ends the waiting
    char module[PATH_SIZE];
    void (*wake)(void *context);
    void *context;
    const AtspiBridge *bridge; // while it runs
    AtspiWish wishes[WISHES_MOST];
    int wish_count;
    Tree tree;
};

static void add_wish(Atspi *atspi, const AtspiWish *wish)
{
    pthread_mutex_lock(&atspi->mutex);
    if (atspi->wish_count < WISHES_MOST) {
        atspi->wishes[atspi->wish_count++] = *wish;
    }
    pthread_mutex_unlock(&atspi->mutex);
    if (atspi->wake != NULL) {
        atspi->wake(atspi->context);
    }
}

static void take_wish(void *context, int32_t action, int32_t argument, bool activate)
{
    add_wish(context,
             &(AtspiWish){ .action = action, .argument = argument, .activate = activate });
}

static void take_writing(void *context, int caret, const char *text)
{
    AtspiWish wish = { .writes = true, .caret = caret };
    snprintf(wish.text, sizeof wish.text, "%s", text);
    add_wish(context, &wish);
}

// What the bridge is made of, for it to find: it is not linked against it, so that it can be left out of a
// machine where nobody needs it.
static bool load_toolkit(void)
{
    static const char *const libraries[] = { "libglib-2.0.so.0", "libgobject-2.0.so.0",
                                             "libatk-1.0.so.0", "libatk-bridge-2.0.so.0" };
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        if (dlopen(libraries[i], RTLD_NOW | RTLD_GLOBAL) == NULL) {
            return false;
        }
    }
    return true;
}

static const AtspiBridge *load(const char *module)
{
    if (!load_toolkit()) {
        return NULL;
    }
    void *library = dlopen(module, RTLD_NOW | RTLD_LOCAL);
    const AtspiBridge *bridge = library != NULL ? dlsym(library, ATSPI_SYMBOL) : NULL;
    return bridge != NULL && bridge->version == ATSPI_VERSION ? bridge : NULL; // never unloaded
}

static void set_bridge(Atspi *atspi, const AtspiBridge *bridge)
{
    pthread_mutex_lock(&atspi->mutex);
    atspi->bridge = bridge;
    pthread_mutex_unlock(&atspi->mutex);
}

static void drop(Atspi *atspi)
{
    close(atspi->stop[0]);
    close(atspi->stop[1]);
    tree_deinit(&atspi->tree);
    pthread_mutex_destroy(&atspi->mutex);
    mem_free(atspi);
}

static void serve(Atspi *atspi, const AtspiBridge *bridge)
{
    set_bridge(atspi, bridge);
    if (atspi->wake != NULL) {
        atspi->wake(atspi->context); // a first frame is wanted
    }
    AtspiHost host = { atspi, take_wish, take_writing };
    bridge->run(&host);
    set_bridge(atspi, NULL);
}

static void *live(void *context)
{
    Atspi *atspi = context;
    const AtspiBridge *bridge = listener_wait(atspi->stop[0]) ? load(atspi->module) : NULL;
    if (bridge != NULL) {
        serve(atspi, bridge);
    }
    pthread_mutex_lock(&atspi->mutex);
    atspi->ended = true;
    bool last = atspi->closed;
    pthread_mutex_unlock(&atspi->mutex);
    if (last) {
        drop(atspi);
    }
    return NULL;
}

Atspi *atspi_open(const char *module, void (*wake)(void *context), void *context)
{
    Atspi *atspi = mem_alloc(sizeof *atspi);
    pthread_mutex_init(&atspi->mutex, NULL);
    snprintf(atspi->module, sizeof atspi->module, "%s", module);
    atspi->wake = wake;
    atspi->context = context;
    tree_init(&atspi->tree);
    if (pipe(atspi->stop) != 0) {
        tree_deinit(&atspi->tree);
        pthread_mutex_destroy(&atspi->mutex);
        mem_free(atspi);
        return NULL;
    }
    for (int i = 0; i < 2; i++) { // nobody who is started from here needs it
        fcntl(atspi->stop[i], F_SETFD, FD_CLOEXEC);
    }
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    atspi->running = pthread_create(&atspi->thread, NULL, live, atspi) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return atspi;
}

static bool has_ended(Atspi *atspi)
{
    pthread_mutex_lock(&atspi->mutex);
    bool ended = atspi->ended;
    pthread_mutex_unlock(&atspi->mutex);
    return ended;
}

// It leaves the bus while the program is still whole; but a bus that hangs holds nobody up.
static void wait_for_end(Atspi *atspi)
{
    enum { TURNS = 50, TURN_NANOSECONDS = 10000000 };
    for (int i = 0; i < TURNS && atspi->running && !has_ended(atspi); i++) {
        nanosleep(&(struct timespec){ .tv_nsec = TURN_NANOSECONDS }, NULL);
    }
}

void atspi_close(Atspi *atspi)
{
    if (atspi == NULL) {
        return;
    }
    pthread_mutex_lock(&atspi->mutex);
    const AtspiBridge *bridge = atspi->bridge;
    atspi->wake = NULL;
    pthread_mutex_unlock(&atspi->mutex);
    if (bridge != NULL) {
        bridge->stop();
    }
    ssize_t written = write(atspi->stop[1], "", 1); // where it fails, the bus is left with the program
    (void)written;
    wait_for_end(atspi);
    if (atspi->running) {
        pthread_detach(atspi->thread); // a bus that hangs must not hold the program
    }
    pthread_mutex_lock(&atspi->mutex);
    atspi->closed = true;
    bool last = atspi->ended || !atspi->running;
    pthread_mutex_unlock(&atspi->mutex);
    if (last) {
        drop(atspi);
    }
}

bool atspi_listens(Atspi *atspi)
{
    if (atspi == NULL) {
        return false;
    }
    pthread_mutex_lock(&atspi->mutex);
    bool listens = atspi->bridge != NULL;
    pthread_mutex_unlock(&atspi->mutex);
    return listens;
}

static const AtspiBridge *bridge_of(Atspi *atspi)
{
    pthread_mutex_lock(&atspi->mutex);
    const AtspiBridge *bridge = atspi->bridge;
    pthread_mutex_unlock(&atspi->mutex);
    return bridge;
}

static AtspiNode node_of(const Tree *tree, int i, const Frame *frame, float scale)
{
    const TreeNode *from = &tree->nodes[i];
    AtspiNode node = { .role = from->role,
                       .parent = from->parent,
                       .name = from->name,
                       .value = "",
                       .id = "",
                       .key = "",
                       .caret = -1,
                       .position = from->position,
                       .count = from->count };
    if (from->item < 0) {
        return node;
    }
    const FrameItem *item = &frame->items[from->item];
    node.value = item->value;
    node.caret = item->role == ROLE_FIELD ? frame->caret : -1;
    node.id = item->id;
    node.key = item->key;
    node.x = item->rect.x * scale;
    node.y = item->rect.y * scale;
    node.w = item->rect.w * scale;
    node.h = item->rect.h * scale;
    node.focusable = item->focusable;
    node.focused = item->focused;
    node.disabled = item->disabled;
    node.selected = item->selected;
    node.action = item->action;
    node.argument = item->argument;
    return node;
}

// Letters go to what is written while the button is in focus that Enter takes anyway: to a screen reader the
// focus is in the field then.
static int in_field(AtspiNode *nodes, int count, int focus)
{
    if (focus < 0) {
        return focus;
    }
    const AtspiNode *at = &nodes[focus];
    int act = at->argument % HOME_ACTS;
    bool takes = at->action == ACTION_KEEP_DRAFT ||
                 (at->action == ACTION_HOME && (act == ACT_NAME_DONE || act == ACT_NUMBER_DONE));
    for (int i = 0; takes && i < count; i++) {
        if (nodes[i].caret >= 0) {
            nodes[focus].focused = false;
            return i;
        }
    }
    return focus;
}

void atspi_show(Atspi *atspi, const Frame *frame, const AtspiPlace *place)
{
    const AtspiBridge *bridge = bridge_of(atspi);
    if (bridge == NULL) {
        return;
    }
    Tree *tree = &atspi->tree;
    tree_build(tree, frame);
    AtspiNode *nodes = mem_alloc((size_t)(tree->count + 1) * sizeof *nodes);
    for (int i = 0; i < tree->count; i++) {
        nodes[i] = node_of(tree, i, frame, place->scale);
    }
    int focus = tree_focus(tree, frame); // also where another place of it has the focus
    focus = in_field(nodes, tree->count, focus);
    if (focus >= 0) {
        nodes[focus].focused = true;
    }
    AtspiPicture picture = { .title = "Plankwright",
                             .nodes = nodes,
                             .count = tree->count,
                             .window_x = place->x,
                             .window_y = place->y,
                             .active = place->active };
    bridge->show(&picture);
    mem_free(nodes);
}

void atspi_say(Atspi *atspi, const char *text)
{
    const AtspiBridge *bridge = bridge_of(atspi);
    if (bridge != NULL) {
        bridge->say(text);
    }
}

bool atspi_wish(Atspi *atspi, AtspiWish *out)
{
    if (atspi == NULL) {
        return false;
    }
    pthread_mutex_lock(&atspi->mutex);
    bool any = atspi->wish_count > 0;
    if (any) {
        *out = atspi->wishes[0];
        memmove(atspi->wishes, atspi->wishes + 1,
                (size_t)--atspi->wish_count * sizeof *atspi->wishes);
    }
    pthread_mutex_unlock(&atspi->mutex);
    return any;
}
