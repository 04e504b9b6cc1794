/* SPDX-License-Identifier: MIT */
/* cli/answer.c — what the server answers to browsers.
 *
 * Only who asks for one of the loopback addresses by its own name, and is no page of somebody else's,
 * gets an answer: a name elsewhere may be made to lead here (DNS rebinding), and any page may send
 * requests anywhere. */
#include "cli/answer.h"

#include <stdlib.h>
#include <string.h>

#include "cli/documents.h"
#include "cli/serve_page.h"

#define STATE_MAX 4096 /* bytes beside what a render says */

static const char security[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'";

struct reply {
    unsigned status;
    const char *type;
    const void *bytes;
    size_t n;
};

static const char *header(const struct stage *stage, struct MHD_Connection *connection,
                          const char *name)
{
    return stage->http.MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static enum MHD_Result send_reply(const struct stage *stage,
                                  struct MHD_Connection *connection,
                                  const struct reply *reply)
{
    static const char *const headers[][2] = {
        {"Content-Security-Policy",      security     },
        {"X-Content-Type-Options",       "nosniff"    },
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy",   "same-origin"},
        {"Referrer-Policy",              "no-referrer"},
        {"Cache-Control",                "no-store"   },
    };
    const struct http *http = &stage->http;
    /* The call takes no constant, and copies what it is given. */
    union {
        const void *given;
        void *taken;
    } bytes = {.given = reply->bytes};
    struct MHD_Response *response =
        http->MHD_create_response_from_buffer(reply->n, bytes.taken, MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        (void)http->MHD_add_response_header(response, headers[i][0], headers[i][1]);
    (void)http->MHD_add_response_header(response, "Content-Type", reply->type);
    if (reply->status == MHD_HTTP_METHOD_NOT_ALLOWED)
        (void)http->MHD_add_response_header(response, "Allow", "GET, HEAD");
    enum MHD_Result result = http->MHD_queue_response(connection, reply->status, response);
    http->MHD_destroy_response(response);
    return result;
}

static enum MHD_Result refuse(const struct stage *stage, struct MHD_Connection *connection,
                              unsigned status, const char *text)
{
    return send_reply(
        stage, connection,
        &(struct reply){status, "text/plain; charset=utf-8", text, strlen(text)});
}

/* "127.0.0.1:4400", "localhost:4400" or "[::1]:4400", behind `before`. */
static bool is_here(const struct stage *stage, const char *said, const char *before)
{
    static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s:%u", before, names[i], (unsigned)stage->port);
        if (strcmp(name, said) == 0)
            return true;
    }
    return false;
}

/* A browser says who sends a request: this page, or somebody who follows a link to it. */
static bool is_own(const struct stage *stage, struct MHD_Connection *connection,
                   const char *url)
{
    const char *host = header(stage, connection, "Host");
    const char *origin = header(stage, connection, "Origin");
    const char *site = header(stage, connection, "Sec-Fetch-Site");
    const char *mode = header(stage, connection, "Sec-Fetch-Mode");
    if (!host || !is_here(stage, host, "") ||
        (origin && !is_here(stage, origin, "http://")))
        return false;
    if (!site || strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0)
        return true;
    return strcmp(url, "/") == 0 && mode && strcmp(mode, "navigate") == 0;
}

static struct reply state_of(const struct stage *stage, char *buffer, size_t size)
{
    struct piece run = stage->last.state;
    int n =
        snprintf(buffer, size, "{\"version\":%u,\"good\":%u,\"sheets\":%zu,\"run\":%.*s}",
                 stage->version, stage->good, stage->shown.sheet_count, (int)run.n,
                 run.n ? run.p : "null");
    return (struct reply){MHD_HTTP_OK, "application/json", buffer, n < 0 ? 0 : (size_t)n};
}

/* The state, however long what a render says is. */
static enum MHD_Result send_state(const struct stage *stage,
                                  struct MHD_Connection *connection)
{
    struct pool pool = {NULL};
    size_t size = stage->last.state.n + STATE_MAX;
    struct reply reply = state_of(stage, pool_alloc(&pool, size), size);
    enum MHD_Result result = send_reply(stage, connection, &reply);
    pool_free(&pool);
    return result;
}

/* The number in "/pages/2.svg", from 1; 0 where it is none. */
static size_t sheet_number(const char *url)
{
    static const char before[] = "/pages/";
    char *end;
    if (strncmp(url, before, sizeof before - 1) != 0)
        return 0;
    const char *digits = url + sizeof before - 1;
    unsigned long n = *digits >= '1' && *digits <= '9' ? strtoul(digits, &end, 10) : 0;
    return n && strcmp(end, ".svg") == 0 ? (size_t)n : 0;
}

static enum MHD_Result send_url(const struct stage *stage,
                                struct MHD_Connection *connection, const char *url)
{
    static const struct {
        const char *url;
        struct reply reply;
    } fixed[] = {
        {"/",         {MHD_HTTP_OK, "text/html; charset=utf-8", page_html, sizeof page_html}},
        {"/page.css", {MHD_HTTP_OK, "text/css; charset=utf-8", page_css, sizeof page_css}   },
        {"/page.js",
         {MHD_HTTP_OK, "text/javascript; charset=utf-8", page_js, sizeof page_js}           },
        {"/page.svg", {MHD_HTTP_OK, "image/svg+xml", page_svg, sizeof page_svg}             },
    };
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (strcmp(url, fixed[i].url) == 0)
            return send_reply(stage, connection, &fixed[i].reply);
    const struct shown *shown = &stage->shown;
    size_t sheet = sheet_number(url);
    if (sheet && sheet <= shown->sheet_count)
        return send_reply(stage, connection,
                          &(struct reply){MHD_HTTP_OK, "image/svg+xml",
                                          shown->sheets[sheet - 1].p,
                                          shown->sheets[sheet - 1].n});
    if (strcmp(url, "/document.pdf") == 0 && shown->pdf.n)
        return send_reply(
            stage, connection,
            &(struct reply){MHD_HTTP_OK, "application/pdf", shown->pdf.p, shown->pdf.n});
    return refuse(stage, connection, MHD_HTTP_NOT_FOUND, "There is nothing here.\n");
}

/* True where the request has been put among those that wait for news. */
static bool put_among_waiters(struct stage *stage, struct MHD_Connection *connection,
                              void **visit)
{
    const char *seen =
        stage->http.MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "seen");
    if (!seen || strtoul(seen, NULL, 10) != stage->version)
        return false;
    for (size_t i = 0; i < WAITERS_MAX; i++) {
        struct waiter *waiter = &stage->waiters[i];
        if (waiter->connection)
            continue;
        *waiter = (struct waiter){.connection = connection, .since = clock_ms()};
        *visit = waiter;
        stage->http.MHD_suspend_connection(connection);
        return true;
    }
    return false;
}

static struct waiter *waiter_of(struct stage *stage, const void *visit)
{
    for (size_t i = 0; i < WAITERS_MAX; i++)
        if (visit == &stage->waiters[i])
            return &stage->waiters[i];
    return NULL;
}

/* The library says with what it is called. NOLINTNEXTLINE(readability-function-size) */
enum MHD_Result answer(void *cls, struct MHD_Connection *connection, const char *url,
                       const char *method, const char *version, const char *upload,
                       size_t *upload_size, /* NOLINT(readability-non-const-parameter) */
                       void **visit)
{
    struct stage *stage = cls;
    bool head = strcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
    (void)version;
    (void)upload;
    (void)upload_size;
    if (!head && strcmp(method, MHD_HTTP_METHOD_GET) != 0)
        return refuse(stage, connection, MHD_HTTP_METHOD_NOT_ALLOWED,
                      "Only GET and HEAD.\n");
    if (!*visit) { /* its headers are there; what may come behind them is not yet */
        *visit = stage;
        return MHD_YES;
    }
    if (!is_own(stage, connection, url))
        return refuse(stage, connection, MHD_HTTP_FORBIDDEN,
                      "This is for its own page only.\n");
    if (strcmp(url, "/state") != 0)
        return send_url(stage, connection, url);
    const struct waiter *waiter = waiter_of(stage, *visit);
    if (!head && !waiter && put_among_waiters(stage, connection, visit))
        return MHD_YES;
    return send_state(stage, connection);
}

void answer_over(void *cls, struct MHD_Connection *connection, void **visit,
                 enum MHD_RequestTerminationCode how)
{
    struct waiter *waiter = waiter_of(cls, *visit);
    (void)connection;
    (void)how;
    if (waiter)
        waiter->connection = NULL;
}

void answer_waiters(struct stage *stage, int64_t now, int64_t most)
{
    for (size_t i = 0; i < WAITERS_MAX; i++) {
        struct waiter *waiter = &stage->waiters[i];
        if (!waiter->connection || waiter->over || now - waiter->since < most)
            continue;
        waiter->over = true;
        stage->http.MHD_resume_connection(waiter->connection);
    }
}
