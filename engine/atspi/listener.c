// org.a11y.Bus on the session bus has two switches: ScreenReaderEnabled, which Orca sets, and IsEnabled,
// which desktops set for any assistive technology. Either will do. libdbus's few calls are looked up by
// name: nothing is linked, and a machine without D-Bus loses nothing.
#define _POSIX_C_SOURCE 200809L
#include "atspi/listener.h"

#include <dlfcn.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUS_SESSION = 0, ANSWER_MILLISECONDS = 2000, TYPE_INVALID = 0 };
#define TYPE_STRING  ((int)'s')
#define TYPE_BOOLEAN ((int)'b')

typedef struct Iterator { // larger than libdbus's
    void *room[24];
} Iterator;

static struct {
    void *(*bus_get_private)(int type, void *error);
    void (*set_exit_on_disconnect)(void *connection, uint32_t exit);
    void *(*new_call)(const char *name, const char *path, const char *interface,
                      const char *method);
    uint32_t (*append_args)(void *message, int type, ...);
    void *(*send_and_block)(void *connection, void *message, int milliseconds, void *error);
    uint32_t (*iter_init)(void *message, Iterator *iterator);
    void (*iter_recurse)(Iterator *iterator, Iterator *inner);
    int (*iter_type)(Iterator *iterator);
    void (*iter_get)(Iterator *iterator, void *value);
    void (*unref)(void *message);
    void (*add_match)(void *connection, const char *rule, void *error);
    uint32_t (*get_fd)(void *connection, int *fd);
    uint32_t (*read_write)(void *connection, int milliseconds);
    void *(*pop)(void *connection);
    uint32_t (*is_signal)(void *message, const char *interface, const char *name);
    void (*flush)(void *connection);
    void (*close)(void *connection);
    void (*unref_connection)(void *connection);
} dbus;

static bool find(void *library, const char *name, void *call)
{
    void *found = dlsym(library, name); // a function's address comes as that of an object
    memcpy(call, &found, sizeof found);
    return found != NULL;
}

static bool load(void *library)
{
    return find(library, "dbus_bus_get_private", &dbus.bus_get_private) &&
           find(library, "dbus_connection_set_exit_on_disconnect", &dbus.set_exit_on_disconnect) &&
           find(library, "dbus_message_new_method_call", &dbus.new_call) &&
           find(library, "dbus_message_append_args", &dbus.append_args) &&
           find(library, "dbus_connection_send_with_reply_and_block", &dbus.send_and_block) &&
           find(library, "dbus_message_iter_init", &dbus.iter_init) &&
           find(library, "dbus_message_iter_recurse", &dbus.iter_recurse) &&
           find(library, "dbus_message_iter_get_arg_type", &dbus.iter_type) &&
           find(library, "dbus_message_iter_get_basic", &dbus.iter_get) &&
           find(library, "dbus_message_unref", &dbus.unref) &&
           find(library, "dbus_bus_add_match", &dbus.add_match) &&
           find(library, "dbus_connection_get_unix_fd", &dbus.get_fd) &&
           find(library, "dbus_connection_read_write", &dbus.read_write) &&
           find(library, "dbus_connection_pop_message", &dbus.pop) &&
           find(library, "dbus_message_is_signal", &dbus.is_signal) &&
           find(library, "dbus_connection_flush", &dbus.flush) &&
           find(library, "dbus_connection_close", &dbus.close) &&
           find(library, "dbus_connection_unref", &dbus.unref_connection);
}

static bool is_on(void *connection, const char *property)
{
    static const char *const interface = "org.a11y.Status";
    bool on = false;
    void *call =
        dbus.new_call("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Get");
    if (call == NULL) {
        return false;
    }
    dbus.append_args(call, TYPE_STRING, &interface, TYPE_STRING, &property, TYPE_INVALID);
    void *answer = dbus.send_and_block(connection, call, ANSWER_MILLISECONDS, NULL);
    dbus.unref(call);
    Iterator outer, inner;
    if (answer != NULL && dbus.iter_init(answer, &outer)) {
        dbus.iter_recurse(&outer, &inner); // it comes as a variant
        uint32_t value = 0;
        if (dbus.iter_type(&inner) == TYPE_BOOLEAN) {
            dbus.iter_get(&inner, &value);
        }
        on = value != 0;
    }
    if (answer != NULL) {
        dbus.unref(answer);
    }
    return on;
}

// A session bus is running: nobody starts one for a question.
static bool has_session(void)
{
    const char *address = getenv("DBUS_SESSION_BUS_ADDRESS");
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    char path[300];
    if (address != NULL && address[0] != '\0') {
        return true;
    }
    snprintf(path, sizeof path, "%s/bus", runtime != NULL ? runtime : "");
    return runtime != NULL && access(path, F_OK) == 0;
}

static const char properties[] = "org.freedesktop.DBus.Properties";

// What has come in meanwhile: whether the switches may be others.
static bool take_news(void *connection)
{
    bool news = false;
    for (void *message = dbus.pop(connection); message != NULL; message = dbus.pop(connection)) {
        news = dbus.is_signal(message, properties, "PropertiesChanged") != 0 || news;
        dbus.unref(message);
    }
    return news;
}

// Sleeps until the bus has something, or `stop` has. False: that, or the bus is gone.
static bool sleep_until_news(void *connection, int fd, int stop)
{
    while (!take_news(connection)) {
        struct pollfd both[2] = { { .fd = fd, .events = POLLIN }, { .fd = stop, .events = POLLIN } };
        if (poll(both, 2, -1) < 0 || both[1].revents != 0 || dbus.read_write(connection, 0) == 0) {
            return false;
        }
    }
    return true;
}

// The rule is there before the question: nothing that changes in between is missed.
static bool wait_on(void *connection, int stop)
{
    int fd = -1;
    dbus.add_match(connection,
                   "type='signal',interface='org.freedesktop.DBus.Properties',"
                   "member='PropertiesChanged',path='/org/a11y/bus'",
                   NULL); // without room for an error it does not wait for an answer
    dbus.flush(connection);
    for (;;) {
        if (is_on(connection, "ScreenReaderEnabled") || is_on(connection, "IsEnabled")) {
            return true;
        }
        if (dbus.get_fd(connection, &fd) == 0 || !sleep_until_news(connection, fd, stop)) {
            return false;
        }
    }
}

bool listener_wait(int stop)
{
    const char *off = getenv("NO_AT_BRIDGE"); // as everywhere else
    if ((off != NULL && strcmp(off, "1") == 0) || !has_session()) {
        return false;
    }
    void *library = dlopen("libdbus-1.so.3", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL || !load(library)) {
        return false;
    }
    void *connection = dbus.bus_get_private(BUS_SESSION, NULL);
    if (connection == NULL) {
        return false;
    }
    dbus.set_exit_on_disconnect(connection, 0);
    bool there = wait_on(connection, stop);
    dbus.close(connection);
    dbus.unref_connection(connection);
    return there;
}
