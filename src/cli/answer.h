/* SPDX-License-Identifier: MIT */
/* cli/answer.h — what the server answers to browsers. */
#ifndef RECTO_CLI_ANSWER_H
#define RECTO_CLI_ANSWER_H

#include <stdint.h>

#include "cli/http.h"
#include "cli/show.h"

#define WAITERS_MAX 64 /* requests that wait for news; others are answered at once */

/* A request that waits for news. */
struct waiter {
    struct MHD_Connection *connection; /* NULL: nobody */
    int64_t since;                     /* [ms] */
    bool over;                         /* it is to be answered now */
};

/* All that there is to be shown. */
struct stage {
    struct http http;
    uint16_t port;
    /* How many results there were, and how many of them had pages. */
    unsigned version, good;
    /* Files that are mapped: of the last good result, of the last one. */
    const char *bytes, *news;
    size_t bytes_size, news_size;
    struct shown shown, last; /* in them */
    struct waiter waiters[WAITERS_MAX];
};

/* For MHD_start_daemon, with the stage as `cls`. */
enum MHD_Result answer(void *cls, struct MHD_Connection *connection, const char *url,
                       const char *method, const char *version, const char *upload,
                       size_t *upload_size, void **visit);
/* The same for MHD_OPTION_NOTIFY_COMPLETED. */
void answer_over(void *cls, struct MHD_Connection *connection, void **visit,
                 enum MHD_RequestTerminationCode how);
/* Answer all that have waited longer than `most` [ms]. */
void answer_waiters(struct stage *stage, int64_t now, int64_t most);

#endif
