/* SPDX-License-Identifier: MIT */
/* cli/http.h — the door to libmicrohttpd, which is opened by `recto serve` alone. */
#ifndef RECTO_CLI_HTTP_H
#define RECTO_CLI_HTTP_H

#include <microhttpd.h>
#include <stdbool.h>

/* It brings a library for TLS with all that this needs, and every run of recto would load them if it
 * were linked. */
#define HTTP_CALLS                     \
    X(MHD_start_daemon)                \
    X(MHD_get_daemon_info)             \
    X(MHD_get_timeout)                 \
    X(MHD_run)                         \
    X(MHD_suspend_connection)          \
    X(MHD_resume_connection)           \
    X(MHD_lookup_connection_value)     \
    X(MHD_create_response_from_buffer) \
    X(MHD_add_response_header)         \
    X(MHD_queue_response)              \
    X(MHD_destroy_response)

struct http {
#define X(name) __typeof__(name) *(name);
    HTTP_CALLS
#undef X
};

/* False where the library is not installed, or too old. */
bool http_load(struct http *http);

#endif
