/* SPDX-License-Identifier: MIT */
/* faults/slow_disk.c — a preloaded library with a disk on which a flush ends only when another one
 * has begun, or after ten seconds: told on standard error as "together" and "alone". */
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 10 /* [s]: no study takes as long to be set */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t begun = PTHREAD_COND_INITIALIZER;
static int flushes;

int fsync(int fd)
{
    struct timespec until;
    int late = 0;
    (void)fd;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += PATIENCE;
    pthread_mutex_lock(&lock);
    flushes++;
    pthread_cond_broadcast(&begun);
    while (flushes % 2 && !late)
        late = pthread_cond_timedwait(&begun, &lock, &until);
    fputs(late ? "alone\n" : "together\n", stderr);
    pthread_mutex_unlock(&lock);
    return 0;
}
