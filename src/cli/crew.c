/* SPDX-License-Identifier: MIT */
/* cli/crew.c — many like items, worked on in threads, and reported in order. */
#include "cli/crew.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#define TICK 100000000 /* [ns]: how late a signal or a bar may come */
/* For each thread that works so many wait for the disk: a flush takes as long as setting a study where
 * the disk is good, and several of them share what the journal writes. They are threads of their
 * own, so that one that works is never asleep: to wake it takes a tenth of a document's time. */
#define WAITING 2
#define THREADS_MAX (CREW_THREADS_MAX * (1 + WAITING))

struct crew {
    const struct crew_task *task;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t may_begin, may_finish, turn_moved, all_told;
    size_t next;      /* item to begin */
    size_t turn;      /* items below it have left their turn */
    size_t told;      /* items below it are reported */
    size_t in_hand;   /* items that are begun and not done */
    size_t working;   /* threads that may still begin one */
    size_t finishers; /* threads that finish; where none is to be had, those that work do */
    bool left[CREW_WINDOW], done[CREW_WINDOW];
    size_t waiting[CREW_WINDOW], first, last; /* items to finish, from first to last */
    bool telling; /* some thread reports, or shows the progress */
    bool stop;    /* begin nothing more */
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
        pthread_cond_wait(&crew->turn_moved, &crew->lock);
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
    pthread_cond_broadcast(&crew->turn_moved);
}

void crew_leave_turn(struct crew *crew, size_t item)
{
    pthread_mutex_lock(&crew->lock);
    leave(crew, item);
    pthread_mutex_unlock(&crew->lock);
}

static bool all_is_told(const struct crew *crew)
{
    return crew->told == (crew->stop ? crew->next : crew->task->count);
}

/* With the lock held: report what is done and whose turn it is, unless another thread is
 * doing so. The thread that completes the next item reports it: waking another one for that
 * costs more than doing it. */
static void tell_what_is_done(struct crew *crew)
{
    const struct crew_task *task = crew->task;
    if (crew->telling)
        return;
    crew->telling = true;
    while (crew->done[crew->told % CREW_WINDOW]) {
        size_t item = crew->told, begun = crew->next;
        crew->done[item % CREW_WINDOW] = false;
        pthread_mutex_unlock(&crew->lock);
        task->tell(item, task->user);
        task->tick(begun, task->user);
        pthread_mutex_lock(&crew->lock);
        crew->told++;
        pthread_cond_signal(&crew->may_begin);
    }
    crew->telling = false;
    if (all_is_told(crew))
        pthread_cond_signal(&crew->all_told);
}

/* With the lock held. */
static void is_done(struct crew *crew, size_t item)
{
    crew->in_hand--;
    crew->done[item % CREW_WINDOW] = true;
    pthread_cond_signal(&crew->may_begin);
    tell_what_is_done(crew);
}

/* With the lock held, which is given up meanwhile. */
static void finish(struct crew *crew, size_t item)
{
    pthread_mutex_unlock(&crew->lock);
    crew->task->finish(item, crew->task->user);
    pthread_mutex_lock(&crew->lock);
    is_done(crew, item);
}

/* With the lock held, which is given up meanwhile. */
static void work_on(struct crew *crew, size_t item)
{
    crew->in_hand++;
    pthread_mutex_unlock(&crew->lock);
    bool unfinished = crew->task->work(crew, item, crew->task->user);
    pthread_mutex_lock(&crew->lock);
    leave(crew, item);
    if (!unfinished) {
        is_done(crew, item);
    } else if (crew->finishers) {
        crew->waiting[crew->last++ % CREW_WINDOW] = item;
        pthread_cond_signal(&crew->may_finish);
    } else {
        finish(crew, item);
    }
}

static void *worker(void *user)
{
    struct crew *crew = user;
    const struct crew_task *task = crew->task;
    size_t most = task->threads * (1 + WAITING); /* each takes memory */
    pthread_mutex_lock(&crew->lock);
    while (!crew->stop && crew->next < task->count) {
        if (crew->in_hand < most && crew->next < crew->told + CREW_WINDOW)
            work_on(crew, crew->next++);
        else
            pthread_cond_wait(&crew->may_begin, &crew->lock);
    }
    crew->working--;
    pthread_cond_broadcast(&crew->may_begin); /* those that wait have nothing to wait for */
    pthread_cond_broadcast(&crew->may_finish);
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

static void *finisher(void *user)
{
    struct crew *crew = user;
    pthread_mutex_lock(&crew->lock);
    while (crew->working || crew->first != crew->last) {
        if (crew->first != crew->last)
            finish(crew, crew->waiting[crew->first++ % CREW_WINDOW]);
        else
            pthread_cond_wait(&crew->may_finish, &crew->lock);
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

/* Those that the caller has not asked to ignore: under nohup a run survives its terminal. */
static sigset_t signals_that_end(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction now;
        if (sigaction(signals[i], NULL, &now) != 0 || now.sa_handler != SIG_IGN)
            sigaddset(&set, signals[i]);
    }
    return set;
}

/* Wait until all is reported, or for a tick. */
static void wait_a_little(struct crew *crew)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += TICK;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&crew->all_told, &crew->lock, &until);
}

/* With the lock held: show the progress, unless a thread has just done so. */
static void show(struct crew *crew)
{
    size_t begun = crew->next;
    if (crew->telling)
        return;
    crew->telling = true;
    pthread_mutex_unlock(&crew->lock);
    crew->task->tick(begun, crew->task->user);
    pthread_mutex_lock(&crew->lock);
    crew->telling = false;
    tell_what_is_done(crew); /* what was meanwhile */
}

/* Watch over the threads until all that will ever be begun is reported. Gives the signal
 * that came, or 0. */
static int watch(struct crew *crew)
{
    sigset_t signals = signals_that_end();
    int came = 0;
    pthread_mutex_lock(&crew->lock);
    while (!all_is_told(crew)) {
        wait_a_little(crew);
        show(crew);
        int now = sigtimedwait(&signals, NULL, &(struct timespec){0, 0});
        came = now > 0 ? now : came;
        crew->stop = crew->stop || came;
        if (crew->stop)
            pthread_cond_broadcast(&crew->may_begin);
    }
    pthread_mutex_unlock(&crew->lock);
    return came;
}

/* Without a single thread to be had, the caller's does the work. */
static void work_alone(struct crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    while (crew->next < crew->task->count)
        work_on(crew, crew->next++);
    pthread_mutex_unlock(&crew->lock);
}

/* Threads that could be begun, at most as many as have something to do. With the lock held, so that
 * none sees how many there are before all are there. */
static size_t begin_threads(struct crew *crew, pthread_t *threads)
{
    size_t count = crew->task->count, wanted = crew->task->threads, n = 0;
    while (n < wanted && n < count && n < CREW_THREADS_MAX &&
           pthread_create(&threads[n], NULL, worker, crew) == 0)
        n++;
    crew->working = n;
    while (n && crew->finishers < crew->working * WAITING &&
           pthread_create(&threads[n], NULL, finisher, crew) == 0) {
        crew->finishers++;
        n++;
    }
    return n;
}

int crew_run(const struct crew_task *task)
{
    struct crew crew = {.task = task};
    pthread_t threads[THREADS_MAX];
    sigset_t signals = signals_that_end(), before;
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.may_begin, NULL);
    pthread_cond_init(&crew.may_finish, NULL);
    pthread_cond_init(&crew.turn_moved, NULL);
    pthread_cond_init(&crew.all_told, NULL);
    pthread_sigmask(SIG_BLOCK, &signals,
                    &before); /* threads inherit it: none dies half way */
    pthread_mutex_lock(&crew.lock);
    size_t n = begin_threads(&crew, threads);
    pthread_mutex_unlock(&crew.lock);
    int came = 0;
    if (n)
        came = watch(&crew);
    else
        work_alone(&crew);
    for (size_t i = 0; i < n; i++)
        pthread_join(threads[i], NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_cond_destroy(&crew.all_told);
    pthread_cond_destroy(&crew.turn_moved);
    pthread_cond_destroy(&crew.may_finish);
    pthread_cond_destroy(&crew.may_begin);
    pthread_mutex_destroy(&crew.lock);
    return came;
}
