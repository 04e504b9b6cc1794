/* SPDX-License-Identifier: MIT */
/* faults/slow_disk.c — a preloaded library with a disk that is slow.
 *
 * Flushes end by twos, the first when the second has begun, or after a minute: told on standard error
 * as "together" and "alone". With SLOW_DISK_STOPS=N in the environment they end at once, but for the
 * N-th and all that follow, which never do. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 60 /* [s]: no study takes as long to be set */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t begun = PTHREAD_COND_INITIALIZER;
static int flushes;

static void pair(void)
{
    struct timespec until;
    int late = 0;
    int second =
        (flushes + 2) / 2 * 2; /* the even one of two: others may have begun by then */
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE;
    flushes++;
    pthread_cond_broadcast(&begun);
    while (flushes < second && !late)
        late = pthread_cond_timedwait(&begun, &lock, &until);
    fputs(late ? "alone\n" : "together\n", stderr);
}

static void stop(long at)
{
    flushes++;
    while (flushes >= at)
        pthread_cond_wait(&begun, &lock);
}

int fsync(int fd)
{
    const char *stops = getenv("SLOW_DISK_STOPS");
    (void)fd;
    pthread_mutex_lock(&lock);
    if (stops)
        stop(strtol(stops, NULL, 10));
    else
        pair();
    pthread_mutex_unlock(&lock);
    return 0;
}
