/* SPDX-License-Identifier: MIT */
/* base/file_write.c — whole files out. */
#define _GNU_SOURCE /* realpath, O_TMPFILE */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/file_door.h"

/* Files that one thread holds open: there may be many threads. */
#define SET_MAX ((size_t)16)
#define TEMPORARY_TRIES 1000 /* names of one process that can be left over from a crash */

static enum file_status write_all(int fd, struct str bytes)
{
    while (bytes.n) {
        ssize_t w = write(fd, bytes.p, bytes.n);
        if (w < 0 && errno == EINTR)
            continue;
        if (w < 0)
            return file_status_of_errno(errno);
        if (w == 0)
            return FILE_FULL;
        bytes = str_sub(bytes, (size_t)w, bytes.n);
    }
    return FILE_OK;
}

/* Devices and pipes are written to, never renamed over. */
static enum file_status write_through(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return file_status_of_errno(errno);
    enum file_status status = write_all(fd, bytes);
    if (close(fd) != 0 && status == FILE_OK)
        status = file_status_of_errno(errno);
    return status;
}

/* Makes a new file called `name`: gives 0 or an open file, or -1 with errno set. */
typedef int make_file(const char *name, int fd);

static int make_empty(const char *name, int fd)
{
    (void)fd;
    return open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
}

/* Give the nameless file `fd` a name. */
static int make_link(const char *name, int fd)
{
    char own[64];
    snprintf(own, sizeof own, "/proc/self/fd/%d", fd);
    return linkat(AT_FDCWD, own, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

/* Let `make` make a file under a temporary name in `folder`, which goes to `*name`. Gives
 * what `make` gave last. */
static int make_temporary(struct arena *a, struct str folder, char **name, make_file *make,
                          int fd)
{
    for (int i = 0; i < TEMPORARY_TRIES; i++) {
        struct str own = str_fmt(a, ".recto-%ld-%d.tmp", (long)getpid(), i);
        *name = str_cstr(a, path_join(a, folder, own));
        int made = make(*name, fd);
        if (made >= 0 || errno != EEXIST)
            return made;
    }
    return -1;
}

/* Write and flush, all checked; `mode` is 0 for a file that was not there before. */
static enum file_status fill(int fd, struct str bytes, mode_t mode)
{
    enum file_status status = write_all(fd, bytes);
    if (status == FILE_OK && mode && fchmod(fd, mode) != 0)
        status = file_status_of_errno(errno);
    if (status == FILE_OK && fsync(fd) != 0 && errno != EINVAL && errno != ENOSYS)
        status = file_status_of_errno(errno);
    return status;
}

/* Put the file `from`, whole and flushed, in the place of `target`. */
static enum file_status put_in_place(const char *from, const char *target)
{
    if (rename(from, target) == 0)
        return FILE_OK;
    int kept = errno;
    unlink(from);
    errno = kept;
    return file_status_of_errno(errno);
}

/* A file on its way into its place. */
struct filing {
    struct str path, bytes;
    mode_t mode;  /* of the file that is replaced; 0: there is none */
    bool through; /* a device, which takes the bytes in the end */
    int fd;       /* nameless, and filled; else -1 */
    char *name;   /* of a temporary file that is filled; else NULL */
};

/* Where `path` leads: a link stays one, its target is replaced. */
static enum file_status find_place(struct arena *a, struct str path, struct filing *f)
{
    char real[PATH_MAX];
    struct stat st;
    f->path = path;
    if (path.n == 0 || str_find_byte(path, 0, 0) < path.n)
        return FILE_MISSING;
    if (realpath(str_cstr(a, path), real)) {
        if (stat(real, &st) != 0)
            return file_status_of_errno(errno);
        if (S_ISDIR(st.st_mode))
            return FILE_IS_FOLDER;
        f->through = !S_ISREG(st.st_mode);
        f->path = f->through ? path : str_dup(a, str_from(real));
        f->mode = st.st_mode & 07777;
        return FILE_OK;
    }
    if (errno != ENOENT)
        return file_status_of_errno(errno);
    return str_ends(path, S("/")) ? FILE_MISSING : FILE_OK;
}

static enum file_status fill_named(struct arena *a, struct filing *f)
{
    char *name = NULL;
    int fd = make_temporary(a, path_folder(f->path), &name, make_empty, -1);
    if (fd < 0)
        return file_status_of_errno(errno);
    f->name = name;
    enum file_status status = fill(fd, f->bytes, f->mode);
    if (close(fd) != 0 && status == FILE_OK)
        status = file_status_of_errno(errno);
    return status;
}

/* Fill a nameless file, which is named only when it is complete, so that even a process that is
 * killed leaves nothing half-written; a named one where the file system has no such files. */
static enum file_status fill_beside(struct arena *a, struct filing *f)
{
    if (f->through)
        return FILE_OK;
    f->fd = open(str_cstr(a, path_folder(f->path)), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    return f->fd < 0 ? fill_named(a, f) : fill(f->fd, f->bytes, f->mode);
}

/* FILE_MISSING where the system cannot name it. */
static enum file_status put_nameless(struct arena *a, struct filing *f)
{
    char *target = str_cstr(a, f->path), *name = NULL;
    enum file_status status = FILE_OK;
    bool named = f->mode == 0 && make_link(target, f->fd) == 0;
    if (!named)
        status = make_temporary(a, path_folder(f->path), &name, make_link, f->fd) == 0
                     ? put_in_place(name, target)
                     : FILE_MISSING;
    int fd = f->fd;
    f->fd = -1;
    if (close(fd) != 0 && status == FILE_OK)
        status = file_status_of_errno(errno);
    return status;
}

static enum file_status put(struct arena *a, struct filing *f)
{
    if (f->through)
        return write_through(str_cstr(a, f->path), f->bytes);
    enum file_status status = f->fd < 0 ? FILE_OK : put_nameless(a, f);
    if (status == FILE_MISSING)
        status = fill_named(a, f);
    if (status == FILE_OK && f->name) {
        status = put_in_place(f->name, str_cstr(a, f->path));
        f->name = NULL;
    }
    return status;
}

/* What is not in its place leaves nothing; errno stays. */
static void drop(struct filing *f)
{
    int kept = errno;
    if (f->fd >= 0)
        close(f->fd);
    if (f->name)
        unlink(f->name);
    errno = kept;
}

/* The signals that end a program wait until the temporary file is renamed or gone. */
static sigset_t signals_that_end(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

/* Each of them open at the same time. */
static enum file_status replace_set(struct arena *a, struct filing *files, size_t count,
                                    size_t *at)
{
    enum file_status status = FILE_OK;
    for (*at = 0; *at < count; ++*at)
        if ((status = fill_beside(a, &files[*at])) != FILE_OK)
            break;
    for (size_t i = 0; i < count && status == FILE_OK; i++) {
        status = put(a, &files[i]);
        *at = i;
    }
    for (size_t i = 0; i < count; i++)
        drop(&files[i]);
    return status;
}

enum file_status file_replace_all(struct arena *a, const struct str *paths,
                                  const struct str *bytes, size_t count, size_t *at)
{
    enum file_status status = FILE_OK;
    struct filing *files = arena_many(a, count, struct filing);
    for (*at = 0; *at < count; ++*at) {
        files[*at] = (struct filing){.bytes = bytes[*at], .fd = -1};
        if ((status = find_place(a, paths[*at], &files[*at])) != FILE_OK)
            return status;
    }
    sigset_t wait = signals_that_end(), before;
    pthread_sigmask(SIG_BLOCK, &wait, &before);
    for (size_t i = 0; i < count && status == FILE_OK; i += SET_MAX) {
        size_t n = count - i < SET_MAX ? count - i : SET_MAX;
        status = replace_set(a, files + i, n, at);
        *at += i;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return status;
}

enum file_status file_replace(struct arena *a, struct str path, struct str bytes)
{
    size_t at;
    return file_replace_all(a, &path, &bytes, 1, &at);
}

enum file_status file_to_stdout(struct str bytes)
{
    sigset_t pipe, before;
    sigemptyset(&pipe);
    /* a reader that went away is a status to return, not a reason to die */
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before);
    enum file_status status = write_all(STDOUT_FILENO, bytes);
    if (status != FILE_OK && errno == EPIPE && !sigismember(&before, SIGPIPE))
        sigtimedwait(&pipe, NULL, &(struct timespec){0, 0});
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    int copy = status == FILE_OK ? dup(STDOUT_FILENO) : -1;
    if (copy >= 0 && close(copy) != 0) /* some file systems report a full disk only now */
        status = file_status_of_errno(errno);
    return status;
}
