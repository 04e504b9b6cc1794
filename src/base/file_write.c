/* SPDX-License-Identifier: MIT */
/* base/file_write.c — whole files out. */
#define _GNU_SOURCE /* realpath, O_TMPFILE */
#include "base/arena.h"
#include "base/file.h"
#include "base/file_door.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

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

/* Fill a nameless file and name it only when it is complete, so that even a process that is
 * killed leaves nothing half-written. FILE_MISSING where the file system has no nameless
 * files. */
static enum file_status replace_nameless(struct arena *a, struct str path, struct str bytes,
                                         mode_t mode)
{
    char *target = str_cstr(a, path), *name = NULL;
    int fd = open(str_cstr(a, path_folder(path)), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (fd < 0)
        return FILE_MISSING;
    enum file_status status = fill(fd, bytes, mode);
    bool named = false;
    if (status == FILE_OK && mode == 0)
        named = make_link(target, fd) == 0;
    if (status == FILE_OK && !named)
        status = make_temporary(a, path_folder(path), &name, make_link, fd) == 0
                     ? put_in_place(name, target)
                     : FILE_MISSING;
    if (close(fd) != 0 && status == FILE_OK)
        status = file_status_of_errno(errno);
    return status;
}

static enum file_status replace_named(struct arena *a, struct str path, struct str bytes,
                                      mode_t mode)
{
    char *name = NULL;
    int fd = make_temporary(a, path_folder(path), &name, make_empty, -1);
    if (fd < 0)
        return file_status_of_errno(errno);
    enum file_status status = fill(fd, bytes, mode);
    if (close(fd) != 0 && status == FILE_OK)
        status = file_status_of_errno(errno);
    if (status == FILE_OK)
        return put_in_place(name, str_cstr(a, path));
    int kept = errno;
    unlink(name);
    errno = kept;
    return status;
}

static enum file_status replace(struct arena *a, struct str path, struct str bytes,
                                mode_t mode)
{
    enum file_status status = replace_nameless(a, path, bytes, mode);
    return status == FILE_MISSING ? replace_named(a, path, bytes, mode) : status;
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

enum file_status file_replace(struct arena *a, struct str path, struct str bytes)
{
    char real[PATH_MAX];
    struct stat st;
    if (path.n == 0 || str_find_byte(path, 0, 0) < path.n)
        return FILE_MISSING;
    mode_t mode = 0;
    char *name = str_cstr(a, path);
    if (realpath(name, real)) { /* a link stays one: its target is replaced */
        if (stat(real, &st) != 0)
            return file_status_of_errno(errno);
        if (S_ISDIR(st.st_mode))
            return FILE_IS_FOLDER;
        if (!S_ISREG(st.st_mode))
            return write_through(name, bytes);
        path = str_from(real);
        mode = st.st_mode & 07777;
    } else if (errno != ENOENT) {
        return file_status_of_errno(errno);
    } else if (str_ends(path, S("/"))) {
        return FILE_MISSING;
    }
    sigset_t wait = signals_that_end(), before;
    pthread_sigmask(SIG_BLOCK, &wait, &before);
    enum file_status status = replace(a, path, bytes, mode);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return status;
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
