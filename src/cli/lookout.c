/* SPDX-License-Identifier: MIT */
/* cli/lookout.c — wakes up where something happens near files, also near those that are not there.
 *
 * Folders are watched, not files: editors save by renaming a new file over the old one, and a watch
 * on a file stays with the old. */
#include "cli/lookout.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_MAX 40 /* on one way, as for the kernel */

/* What may make a name in the folder mean another file. */
#define NAMES                                                                           \
    (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE | IN_MODIFY | \
     IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
/* A folder on the way that is itself put elsewhere. */
#define WAY (IN_DELETE_SELF | IN_MOVE_SELF)

bool lookout_begin(struct lookout *lookout)
{
    *lookout = (struct lookout){.fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    return lookout->fd >= 0;
}

static bool has(const struct lookout *lookout, int watch)
{
    for (size_t i = 0; i < lookout->n; i++)
        if (lookout->watches[i] == watch)
            return true;
    return false;
}

static void add(struct lookout *lookout, int watch)
{
    if (has(lookout, watch))
        return;
    if (lookout->n == lookout->cap) {
        lookout->cap = lookout->cap ? lookout->cap * 2 : 32;
        int *bigger = pool_alloc(&lookout->pool, lookout->cap * sizeof *bigger);
        if (lookout->n)
            memcpy(bigger, lookout->watches, lookout->n * sizeof *bigger);
        lookout->watches = bigger;
    }
    lookout->watches[lookout->n++] = watch;
}

/* False where there is no room for another watch. A folder that is gone again, or may not be read,
 * is nothing of that kind. */
static bool watch(struct lookout *lookout, const char *folder, uint32_t what)
{
    const char *name = *folder ? folder : "/";
    int id = inotify_add_watch(lookout->fd, name, what | IN_ONLYDIR | IN_MASK_ADD);
    if (id >= 0)
        add(lookout, id);
    else if (errno == ENOSPC || errno == ENOMEM)
        return false;
    else if (errno == EACCES && what == NAMES && !lookout->blind)
        lookout->blind = pool_copy(&lookout->pool, name, strlen(name));
    return true;
}

/* A way through folders: where it is, and what is still to go. */
struct way {
    char at[PATH_MAX];   /* without links; "" is the top */
    char rest[PATH_MAX]; /* relative to it */
    int links;
};

/* Put `first` before what is to go; false where the way gets too long. */
static bool put_before(struct way *way, const char *first)
{
    size_t n = strlen(first), m = strlen(way->rest);
    if (n + m + 2 > sizeof way->rest)
        return false;
    memmove(way->rest + n + 1, way->rest, m + 1);
    memcpy(way->rest, first, n);
    way->rest[n] = '/';
    if (*first == '/')
        way->at[0] = 0;
    return true;
}

static bool set_out(struct way *way, const char *path)
{
    char here[PATH_MAX];
    way->at[0] = way->rest[0] = 0;
    way->links = 0;
    return put_before(way, path) &&
           (*path == '/' || (getcwd(here, sizeof here) && put_before(way, here)));
}

/* Take the next name off the way, "" at its end; false where no file can be called so. */
static bool take_name(struct way *way, char name[NAME_MAX + 1])
{
    const char *p = way->rest + strspn(way->rest, "/");
    size_t n = strcspn(p, "/");
    if (n > NAME_MAX)
        return false;
    memcpy(name, p, n);
    name[n] = 0;
    memmove(way->rest, p + n, strlen(p + n) + 1);
    return true;
}

static void step_up(struct way *way)
{
    char *slash = strrchr(way->at, '/');
    if (slash)
        *slash = 0;
}

static bool step_down(struct way *way, const char *name)
{
    size_t n = strlen(way->at), m = strlen(name);
    if (n + m + 2 > sizeof way->at)
        return false;
    way->at[n] = '/';
    memcpy(way->at + n + 1, name, m + 1);
    return true;
}

/* Go on where the link at the end of the way leads; false where that is nowhere. */
static bool follow(struct way *way)
{
    char target[PATH_MAX];
    ssize_t n = readlink(way->at, target, sizeof target - 1);
    if (n <= 0 || ++way->links > LINKS_MAX)
        return false;
    target[n] = 0;
    step_up(way);
    return put_before(way, target);
}

/* One step, which is watched; `*there` where it was the last. */
static bool step(struct lookout *lookout, struct way *way, bool *there)
{
    char name[NAME_MAX + 1];
    struct stat st;
    *there = !take_name(way, name);
    if (*there || strcmp(name, ".") == 0)
        return true;
    if (strcmp(name, "..") == 0) {
        step_up(way);
        return true;
    }
    *there = !*name;
    if (*there)
        return watch(lookout, way->at, NAMES);
    size_t n = strlen(way->at);
    *there = !step_down(way, name);
    if (*there)
        return true;
    bool is = lstat(way->at, &st) == 0, folder = is && S_ISDIR(st.st_mode);
    way->at[n] = 0;
    if (!watch(lookout, way->at, folder ? WAY : NAMES))
        return false;
    way->at[n] = '/';
    *there = !folder && !(is && S_ISLNK(st.st_mode) && follow(way));
    return true;
}

static bool go(struct lookout *lookout, const char *path)
{
    struct way way;
    bool there = !set_out(&way, path);
    while (!there)
        if (!step(lookout, &way, &there))
            return false;
    return true;
}

bool lookout_for(struct lookout *lookout, const char *const *paths, size_t count)
{
    struct lookout before = *lookout;
    bool room = true;
    *lookout = (struct lookout){.fd = before.fd};
    for (size_t i = 0; i < count && room; i++)
        room = go(lookout, paths[i]);
    int error = errno;
    for (size_t i = 0; i < before.n; i++)
        if (!has(lookout, before.watches[i]))
            (void)inotify_rm_watch(lookout->fd, before.watches[i]);
    pool_free(&before.pool);
    errno = error;
    return room;
}

void lookout_drain(const struct lookout *lookout)
{
    char events[16 * 1024];
    while (read(lookout->fd, events, sizeof events) > 0)
        continue;
}

void lookout_end(struct lookout *lookout)
{
    if (lookout->fd >= 0)
        close(lookout->fd);
    pool_free(&lookout->pool);
    *lookout = (struct lookout){.fd = -1};
}
