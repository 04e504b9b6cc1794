/* SPDX-License-Identifier: MIT */
/* base/file.c — whole files in, and what is in a folder. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file_door.h"
#include "base/reads.h"
#include "base/vec.h"

const char *file_status_text(enum file_status status)
{
    switch (status) {
    case FILE_OK:
        return "no failure";
    case FILE_MISSING:
        return "no such file or folder";
    case FILE_IS_FOLDER:
        return "it is a folder";
    case FILE_NOT_REGULAR:
        return "it is not a regular file";
    case FILE_DENIED:
        return "permission denied";
    case FILE_TOO_LARGE:
        return "it is too large";
    case FILE_OUTSIDE:
        return "it lies outside the root folder";
    case FILE_NO_NAME:
        return "its name is too long, or a link that leads to itself";
    case FILE_FULL:
        return "no space left on the device";
    case FILE_EXISTS:
        return "it exists already";
    case FILE_CLOSED:
        return "it is closed";
    case FILE_FAILED:
        break;
    }
    return "it cannot be read or written";
}

enum file_status file_status_of_errno(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return FILE_MISSING;
    case EISDIR:
        return FILE_IS_FOLDER;
    case EACCES:
    case EPERM:
    case EROFS:
        return FILE_DENIED;
    case ELOOP:
    case ENAMETOOLONG:
        return FILE_NO_NAME;
    case EEXIST:
        return FILE_EXISTS;
    case ENOSPC:
    case EDQUOT:
        return FILE_FULL;
    case EPIPE:
    case EBADF:
        return FILE_CLOSED;
    case EFBIG:
        return FILE_TOO_LARGE;
    case ENXIO:
        return FILE_NOT_REGULAR;
    default:
        return FILE_FAILED;
    }
}

/* An open file that the arena closes should memory run out on the way. */
struct open_file {
    int fd; /* -1 when closed */
};

static void close_now(struct open_file *f)
{
    if (f->fd >= 0)
        close(f->fd);
    f->fd = -1;
}

static void close_deferred(void *object)
{
    close_now(object);
}

static struct open_file *open_file_at(struct arena *a)
{
    struct open_file *f = arena_make(a, struct open_file);
    f->fd = -1;
    arena_defer(a, close_deferred, f);
    return f;
}

/* Open `path` if it is a regular file. Never blocks: a pipe is refused, not waited for. */
static enum file_status open_regular(struct open_file *f, const char *path, int flags,
                                     struct stat *st)
{
    f->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags);
    if (f->fd < 0)
        return file_status_of_errno(errno);
    if (fstat(f->fd, st) != 0)
        return file_status_of_errno(errno);
    if (S_ISDIR(st->st_mode))
        return FILE_IS_FOLDER;
    return S_ISREG(st->st_mode) ? FILE_OK : FILE_NOT_REGULAR;
}

/* Fill `p` with up to `n` bytes; fewer only at the end of the file. */
static enum file_status read_some(int fd, char *p, size_t n, size_t *got)
{
    *got = 0;
    while (*got < n) {
        ssize_t r = read(fd, p + *got, n - *got);
        if (r < 0 && errno == EINTR)
            continue;
        if (r < 0)
            return file_status_of_errno(errno);
        if (r == 0)
            break;
        *got += (size_t)r;
    }
    return FILE_OK;
}

#define READ_FIRST ((size_t)64 << 10) /* [bytes] first buffer for what has no known size */

/* Read all that `fd` gives. One byte more than expected is asked for: a file may grow meanwhile,
 * and the limit must show. */
static enum file_status read_all(struct arena *a, int fd, size_t expected, size_t limit,
                                 struct str *out)
{
    size_t cap = expected < limit ? expected + 1 : limit + 1;
    char *p = arena_alloc(a, cap + 1);
    size_t n = 0;
    for (;;) {
        size_t got;
        enum file_status status = read_some(fd, p + n, cap - n, &got);
        if (status != FILE_OK)
            return status;
        n += got;
        if (n > limit)
            return FILE_TOO_LARGE;
        if (n < cap)
            break;
        cap = cap < limit / 2 ? cap * 2 : limit + 1;
        char *bigger = arena_alloc(a, cap + 1);
        memcpy(bigger, p, n);
        p = bigger;
    }
    p[n] = 0;
    *out = (struct str){p, n};
    return FILE_OK;
}

static enum file_status read_path(struct arena *a, struct str path, int flags, size_t limit,
                                  struct str *out)
{
    struct open_file *f = open_file_at(a);
    struct stat st;
    enum file_status status = open_regular(f, str_cstr(a, path), flags, &st);
    size_t size = status == FILE_OK && st.st_size > 0 ? (size_t)st.st_size : 0;
    if (status == FILE_OK && size > limit)
        status = FILE_TOO_LARGE;
    if (status == FILE_OK)
        status = read_all(a, f->fd, size, limit, out);
    close_now(f);
    return status;
}

/* A NUL would cut the name short behind the caller's back. */
static bool unusable(struct str path)
{
    return path.n == 0 || str_find_byte(path, 0, 0) < path.n;
}

enum file_status file_read(struct arena *a, struct str path, size_t limit, struct str *out)
{
    *out = (struct str){NULL, 0};
    if (str_eq(path, S("-")))
        return read_all(a, STDIN_FILENO, READ_FIRST, limit, out);
    if (unusable(path))
        return FILE_MISSING;
    reads_note(a, path);
    return read_path(a, path, 0, limit, out);
}

struct mapping {
    void *at;
    size_t n;
};

static void unmap(void *object)
{
    struct mapping *m = object;
    if (m->at)
        munmap(m->at, m->n);
}

enum file_status file_map(struct arena *a, struct str path, size_t limit, struct str *out)
{
    *out = (struct str){NULL, 0};
    if (unusable(path))
        return FILE_MISSING;
    reads_note(a, path);
    struct open_file *f = open_file_at(a);
    struct mapping *m = arena_make(a, struct mapping);
    arena_defer(a, unmap, m);
    struct stat st;
    enum file_status status = open_regular(f, str_cstr(a, path), 0, &st);
    size_t size = status == FILE_OK && st.st_size > 0 ? (size_t)st.st_size : 0;
    if (status == FILE_OK && size > limit)
        status = FILE_TOO_LARGE;
    if (status == FILE_OK && size > 0) {
        void *at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, f->fd, 0);
        if (at == MAP_FAILED)
            status = file_status_of_errno(errno);
        else
            *m = (struct mapping){at, size};
    }
    close_now(f);
    if (status == FILE_OK)
        *out = (struct str){m->at, m->n};
    return status;
}

static bool lies_below(struct str path, struct str root)
{
    if (str_eq(root, S("/")))
        return true;
    return str_starts(path, root) && path.n > root.n && path.p[root.n] == '/';
}

enum file_status file_read_below(struct arena *a, struct str root, struct str name,
                                 size_t limit, struct str *out)
{
    char real_root[PATH_MAX], real[PATH_MAX];
    *out = (struct str){NULL, 0};
    if (unusable(root) || unusable(name))
        return FILE_MISSING;
    struct str path = path_join(a, root, name);
    reads_note(a, path);
    if (!realpath(str_cstr(a, root), real_root) || !realpath(str_cstr(a, path), real))
        return file_status_of_errno(errno);
    if (!lies_below(str_from(real), str_from(real_root)))
        return FILE_OUTSIDE;
    return read_path(a, str_from(real), O_NOFOLLOW, limit, out);
}

bool file_is_folder(struct arena *a, struct str path)
{
    struct stat st;
    return !unusable(path) && stat(str_cstr(a, path), &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_exists(struct arena *a, struct str path)
{
    struct stat st;
    return !unusable(path) && stat(str_cstr(a, path), &st) == 0;
}

bool file_same(struct arena *a, struct str one, struct str other)
{
    struct stat x, y;
    if (unusable(one) || unusable(other))
        return false;
    if (stat(str_cstr(a, one), &x) != 0 || stat(str_cstr(a, other), &y) != 0)
        return false;
    return x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static void close_folder(void *object)
{
    DIR **folder = object;
    if (*folder)
        closedir(*folder);
    *folder = NULL;
}

static int by_bytes(const void *x, const void *y)
{
    return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

bool file_list(struct arena *a, struct str folder, struct str **names, size_t *count)
{
    VEC(struct str) list = {NULL, 0, 0};
    *names = NULL;
    *count = 0;
    if (unusable(folder))
        return false;
    reads_note(a, folder);
    DIR **dir = arena_make(a, DIR *);
    arena_defer(a, close_folder, dir);
    *dir = opendir(str_cstr(a, folder));
    if (!*dir)
        return false;
    for (struct dirent *e = readdir(*dir); e; e = readdir(*dir)) {
        struct str name = str_from(e->d_name);
        if (!str_eq(name, S(".")) && !str_eq(name, S("..")))
            vec_push(a, &list, str_dup(a, name));
    }
    close_folder(dir);
    if (list.n)
        qsort(list.at, list.n, sizeof *list.at, by_bytes);
    *names = list.at;
    *count = list.n;
    return true;
}
