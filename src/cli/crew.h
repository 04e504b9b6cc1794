/* SPDX-License-Identifier: MIT */
/* cli/crew.h — many like items, worked on in threads, and reported in order. */
#ifndef RECTO_CLI_CREW_H
#define RECTO_CLI_CREW_H

#include <stdbool.h>
#include <stddef.h>

/* Items that may be done and not yet reported: enough that one slow document does not stop
 * the other threads, few enough that memory does not grow with the number of documents. */
#define CREW_WINDOW ((size_t)64)

#define CREW_THREADS_MAX 256

struct crew;

/* `work` runs in several threads at once, and `finish` in others beside them; the rest in one of all
 * these or in the thread that calls crew_run, one at a time. */
struct crew_task {
    size_t count;   /* of items */
    size_t threads; /* items that are worked on at once; others may be finished meanwhile */
    /* True where something is left that waits for the disk: `finish` does it, once and next. */
    bool (*work)(struct crew *crew, size_t item, void *user);
    void (*finish)(size_t item, void *user);
    /* Report `item`, which is done; all before it have been. */
    void (*tell)(size_t item, void *user);
    void (*tick)(size_t begun, void *user); /* some ten times a second */
    void *user;
};

/* Work on all items; results belong into slot `item % CREW_WINDOW` of an array of the
 * caller's. Gives 0, or the signal that ended it early (SIGINT, SIGTERM, SIGHUP): items
 * that were begun are then finished and reported, and no others are begun. */
int crew_run(const struct crew_task *task);

/* Within `work`: wait until all items before this one have left their turn. Leaving it without
 * having awaited it is allowed; the end of `work` leaves it as well. */
void crew_await_turn(struct crew *crew, size_t item);
void crew_leave_turn(struct crew *crew, size_t item);

/* Processors that this process may use, at least 1. */
size_t crew_cores(void);

#endif
