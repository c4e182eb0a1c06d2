// The bridge to the accessibility bus, a shared library of its own: accessible objects by ATK, carried to
// the bus by atk-bridge. Everything of ATK and GLib happens on the one thread that calls run; what comes from
// the window is copied and handed over. Knows nothing of screens: it shows the nodes it is given.
#include "atspi/picture.h"

#include "objects.h"

#include <atk-bridge.h>
#include <stdio.h>
#include <string.h>

static GMainLoop *loop;
static AtkObject *application, *window;

// ---- the toolkit, as ATK wants to know it -------------------------------------------------------

static AtkObject *get_root(void)
{
    return application;
}

static const gchar *get_toolkit_name(void)
{
    return "Plankwright";
}

static const gchar *get_toolkit_version(void)
{
    return "1";
}

static void become_toolkit(void)
{
    AtkUtilClass *util = g_type_class_ref(ATK_TYPE_UTIL);
    util->get_root = get_root;
    util->get_toolkit_name = get_toolkit_name;
    util->get_toolkit_version = get_toolkit_version;
}

// ---- what comes from the window -----------------------------------------------------------------

static void free_picture(void *data)
{
    AtspiPicture *picture = data;
    for (int i = 0; i < picture->count; i++) {
        g_free((char *)picture->nodes[i].name);
        g_free((char *)picture->nodes[i].value);
        g_free((char *)picture->nodes[i].id);
        g_free((char *)picture->nodes[i].key);
    }
    g_free((char *)picture->title);
    g_free(picture->nodes);
    g_free(picture);
}

static gboolean show_now(void *data)
{
    objects_show(window, data);
    return G_SOURCE_REMOVE;
}

static gboolean say_now(void *text)
{
    objects_say(window, text);
    return G_SOURCE_REMOVE;
}

static gboolean stop_now(void *data)
{
    (void)data;
    g_main_loop_quit(loop);
    return G_SOURCE_REMOVE;
}

static void hand_over(GSourceFunc what, void *data, GDestroyNotify free_data)
{
    GSource *source = g_idle_source_new();
    g_source_set_priority(source, G_PRIORITY_DEFAULT);
    g_source_set_callback(source, what, data, free_data);
    g_source_attach(source, NULL); // the default context, which run iterates
    g_source_unref(source);
}

static void show(const AtspiPicture *picture)
{
    AtspiPicture *copy = g_memdup2(picture, sizeof *picture);
    copy->title = g_strdup(picture->title);
    copy->nodes = g_memdup2(picture->nodes, (size_t)picture->count * sizeof *picture->nodes);
    for (int i = 0; i < copy->count; i++) {
        copy->nodes[i].name = g_strdup(picture->nodes[i].name);
        copy->nodes[i].value = g_strdup(picture->nodes[i].value);
        copy->nodes[i].id = g_strdup(picture->nodes[i].id);
        copy->nodes[i].key = g_strdup(picture->nodes[i].key);
    }
    hand_over(show_now, copy, free_picture);
}

static void say(const char *text)
{
    hand_over(say_now, g_strdup(text), g_free);
}

static void stop(void)
{
    hand_over(stop_now, NULL, NULL);
}

// ---- its life -----------------------------------------------------------------------------------

static bool run(const AtspiHost *host)
{
    become_toolkit();
    application = objects_application("Plankwright");
    window = objects_window(application, host);
    if (atk_bridge_adaptor_init(NULL, NULL) != 0) {
        return false;
    }
    loop = g_main_loop_new(NULL, FALSE);
    g_main_loop_run(loop);
    atk_bridge_adaptor_cleanup();
    return true;
}

extern const AtspiBridge plankwright_atspi;
const AtspiBridge plankwright_atspi = { ATSPI_VERSION, run, show, say, stop };
