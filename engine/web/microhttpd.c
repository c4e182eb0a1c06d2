// The library by its name, and its calls by theirs. What was loaded stays until the end.
#define _POSIX_C_SOURCE 200809L
#include "web/microhttpd.h"

#include "base/say.h"

#include <dlfcn.h>
#include <string.h>

#ifdef __APPLE__
#define LIBRARY "libmicrohttpd.dylib"
#else
#define LIBRARY "libmicrohttpd.so.12" // of 0.9.38 to 1.0
#endif

HttpCalls http;

// A function's address comes back as that of an object: copied, as POSIX wants it.
static bool find(void *library, const char *name, void *call, size_t size)
{
    void *found = dlsym(library, name);
    memcpy(call, &found, size);
    return found != NULL;
}

static bool find_all(void *library)
{
#define FIND(call) find(library, "MHD_" #call, &http.call, sizeof http.call)
    return FIND(start_daemon) && FIND(stop_daemon) && FIND(run) && FIND(get_daemon_info) &&
           FIND(get_timeout) && FIND(add_connection) && FIND(get_connection_info) &&
           FIND(suspend_connection) && FIND(resume_connection) && FIND(lookup_connection_value) &&
           FIND(create_response_from_buffer) && FIND(create_response_from_callback) &&
           FIND(add_response_header) && FIND(queue_response) && FIND(destroy_response);
#undef FIND
}

bool http_load(Err *err)
{
    static void *library; // stays loaded: what it has started may outlive a server
    if (library == NULL) {
        library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    }
    if (library == NULL || !find_all(library)) {
        err_set(err, ERR_SYSTEM,
                say("the room's web server needs libmicrohttpd, and %s is not there"), LIBRARY);
        return err_fix(err, "Debian, Ubuntu: apt install libmicrohttpd12 | libmicrohttpd12t64");
    }
    return true;
}
