// libmicrohttpd, looked for when the first server opens: it brings gnutls and eight libraries more, which would
// cost every start of the program, also of whoever plays alone. Private to server*.c.
#pragma once

#include "base/err.h"

#include <microhttpd.h>
#include <stdbool.h>

// Its calls, as its header declares them.
typedef struct HttpCalls {
    __typeof__(MHD_start_daemon) *start_daemon;
    __typeof__(MHD_stop_daemon) *stop_daemon;
    __typeof__(MHD_run) *run;
    __typeof__(MHD_get_daemon_info) *get_daemon_info;
    __typeof__(MHD_get_timeout) *get_timeout;
    __typeof__(MHD_add_connection) *add_connection;
    __typeof__(MHD_get_connection_info) *get_connection_info;
    __typeof__(MHD_suspend_connection) *suspend_connection;
    __typeof__(MHD_resume_connection) *resume_connection;
    __typeof__(MHD_lookup_connection_value) *lookup_connection_value;
    __typeof__(MHD_create_response_from_buffer) *create_response_from_buffer;
    __typeof__(MHD_create_response_from_callback) *create_response_from_callback;
    __typeof__(MHD_add_response_header) *add_response_header;
    __typeof__(MHD_queue_response) *queue_response;
    __typeof__(MHD_destroy_response) *destroy_response;
} HttpCalls;

extern HttpCalls http; // filled by http_load

// False where the library is not on this machine; *err says what to install.
bool http_load(Err *err);
