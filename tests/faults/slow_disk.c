/* SPDX-License-Identifier: MIT */
/* faults/slow_disk.c — a preloaded library with a disk on which flushes end by twos, the first when
 * the second has begun, or after thirty seconds: told on standard error as "together" and "alone". */
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 30 /* [s]: no study takes as long to be set */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t begun = PTHREAD_COND_INITIALIZER;
static int flushes;

int fsync(int fd)
{
    struct timespec until;
    int late = 0, second;
    (void)fd;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE;
    pthread_mutex_lock(&lock);
    second = (flushes + 2) / 2 * 2; /* the even one of two: others may have begun by then */
    flushes++;
    pthread_cond_broadcast(&begun);
    while (flushes < second && !late)
        late = pthread_cond_timedwait(&begun, &lock, &until);
    fputs(late ? "alone\n" : "together\n", stderr);
    pthread_mutex_unlock(&lock);
    return 0;
}
