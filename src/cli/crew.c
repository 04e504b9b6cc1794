/* SPDX-License-Identifier: MIT */
/* cli/crew.c — many like items, worked on in threads and told in order. */
#include "cli/crew.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#define TICK 100000000 /* [ns]: how late a signal or a bar may come */

struct crew {
    const struct crew_task *task;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t changed;
    size_t next; /* item to begin */
    size_t turn; /* items below it have left their turn */
    size_t told; /* items below it are told */
    bool left[CREW_WINDOW], done[CREW_WINDOW];
    bool stop; /* begin nothing more */
};

size_t crew_cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : (size_t)n;
}

void crew_await_turn(struct crew *crew, size_t item)
{
    pthread_mutex_lock(&crew->lock);
    while (crew->turn < item)
        pthread_cond_wait(&crew->changed, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
}

/* With the lock held. Only turns that are left in order move `turn` on. */
static void leave(struct crew *crew, size_t item)
{
    if (item < crew->turn)
        return;
    crew->left[item % CREW_WINDOW] = true;
    while (crew->left[crew->turn % CREW_WINDOW])
        crew->left[crew->turn++ % CREW_WINDOW] = false;
    pthread_cond_broadcast(&crew->changed);
}

void crew_leave_turn(struct crew *crew, size_t item)
{
    pthread_mutex_lock(&crew->lock);
    leave(crew, item);
    pthread_mutex_unlock(&crew->lock);
}

static void *worker(void *user)
{
    struct crew *crew = user;
    const struct crew_task *task = crew->task;
    pthread_mutex_lock(&crew->lock);
    while (!crew->stop && crew->next < task->count) {
        if (crew->next >= crew->told + CREW_WINDOW) {
            pthread_cond_wait(&crew->changed, &crew->lock);
            continue;
        }
        size_t item = crew->next++;
        pthread_mutex_unlock(&crew->lock);
        task->work(crew, item, task->user);
        pthread_mutex_lock(&crew->lock);
        leave(crew, item);
        crew->done[item % CREW_WINDOW] = true;
        pthread_cond_broadcast(&crew->changed);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

static sigset_t signals_that_end(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

/* Wait for news, or for a tick. */
static void wait_a_little(struct crew *crew)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += TICK;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&crew->changed, &crew->lock, &until);
}

/* Tell what is done, in order, until all is told that will ever be begun. Gives the signal that
 * came, or 0. */
static int tell_all(struct crew *crew)
{
    const struct crew_task *task = crew->task;
    sigset_t signals = signals_that_end();
    int came = 0;
    pthread_mutex_lock(&crew->lock);
    while (crew->told < (crew->stop ? crew->next : task->count)) {
        bool *done = &crew->done[crew->told % CREW_WINDOW], ready = *done;
        size_t item = crew->told, begun = crew->next;
        if (!ready)
            wait_a_little(crew);
        *done = *done && !ready;
        pthread_mutex_unlock(&crew->lock);
        if (ready)
            task->tell(item, task->user);
        task->tick(begun, task->user);
        int now = sigtimedwait(&signals, NULL, &(struct timespec){0, 0});
        pthread_mutex_lock(&crew->lock);
        crew->told += ready;
        came = now > 0 ? now : came;
        crew->stop = crew->stop || came;
        pthread_cond_broadcast(&crew->changed);
    }
    pthread_mutex_unlock(&crew->lock);
    return came;
}

/* Without a single thread to be had, the caller's does the work. */
static void work_alone(struct crew *crew)
{
    const struct crew_task *task = crew->task;
    for (; crew->next < task->count; crew->next++) {
        task->work(crew, crew->next, task->user);
        leave(crew, crew->next);
        task->tell(crew->next, task->user);
        task->tick(crew->next, task->user);
    }
}

int crew_run(const struct crew_task *task)
{
    struct crew crew = {.task = task};
    pthread_t threads[CREW_THREADS_MAX];
    size_t wanted = task->threads < task->count ? task->threads : task->count, n = 0;
    sigset_t signals = signals_that_end(), before;
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.changed, NULL);
    pthread_sigmask(SIG_BLOCK, &signals,
                    &before); /* threads inherit it: none dies half way */
    while (n < wanted && n < CREW_THREADS_MAX &&
           pthread_create(&threads[n], NULL, worker, &crew) == 0)
        n++;
    int came = 0;
    if (n)
        came = tell_all(&crew);
    else
        work_alone(&crew);
    for (size_t i = 0; i < n; i++)
        pthread_join(threads[i], NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_cond_destroy(&crew.changed);
    pthread_mutex_destroy(&crew.lock);
    return came;
}
