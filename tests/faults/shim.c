/* SPDX-License-Identifier: MIT */
/* faults/shim.c — a preloaded library that lets one call of the system fail.
 *
 * FAULT_KIND   memory (malloc and its kin) or files (open, write, fsync, rename …)
 * FAULT_AT     number of the call that fails, from 1; 0 or unset: none, they are only counted
 * FAULT_ON     "once": that call alone; "on": it and all after it
 * FAULT_COUNT  a file to which the number of calls is written at the end
 *
 * As SQLite's out-of-memory and I/O-error tests do it: fail call 1, then 2, 3 … */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KIND_NONE, KIND_MEMORY, KIND_FILES };

static atomic_int kind;
static atomic_long calls;
static long fail_at;
static bool fail_on;

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

/* Called as main begins: what libraries do before is theirs. */
static void settle(void)
{
    const char *name = getenv("FAULT_KIND"), *at = getenv("FAULT_AT"),
               *on = getenv("FAULT_ON");
    fail_at = at ? strtol(at, NULL, 10) : 0;
    fail_on = on && strcmp(on, "on") == 0;
    if (name && strcmp(name, "memory") == 0)
        atomic_store(&kind, KIND_MEMORY);
    else if (name && strcmp(name, "files") == 0)
        atomic_store(&kind, KIND_FILES);
}

typedef int (*main_function)(int, char **, char **);
typedef int (*start_function)(main_function, int, char **, void (*)(void), void (*)(void),
                              void (*)(void), void *);

/* What the C library's own start code calls with the program's main; the parameters are its own.
 * NOLINTNEXTLINE(readability-function-size) */
int __libc_start_main(main_function run, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*end)(void), void *stack)
{
    start_function start = (start_function)dlsym(RTLD_NEXT, "__libc_start_main");
    settle();
    return start(run, argc, argv, init, fini, end, stack);
}

static bool fails(int which)
{
    if (atomic_load(&kind) != which)
        return false;
    long n = atomic_fetch_add(&calls, 1) + 1;
    return fail_at > 0 && (n == fail_at || (fail_on && n > fail_at));
}

__attribute__((destructor)) static void tell(void)
{
    const char *path = getenv("FAULT_COUNT");
    long n = atomic_load(&calls);
    atomic_store(&kind, KIND_NONE);
    FILE *f = path ? fopen(path, "w") : NULL;
    if (!f)
        return;
    fprintf(f, "%ld\n", n);
    fclose(f);
}

/* --- memory ---------------------------------------------------------------------------------- */

static void *no_memory(void)
{
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size)
{
    return fails(KIND_MEMORY) ? no_memory() : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return fails(KIND_MEMORY) ? no_memory() : __libc_calloc(n, size);
}

void *realloc(void *old, size_t size)
{
    return fails(KIND_MEMORY) ? no_memory() : __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails(KIND_MEMORY) ? no_memory() : __libc_memalign(alignment, size);
}

void *memalign(size_t alignment, size_t size)
{
    return fails(KIND_MEMORY) ? no_memory() : __libc_memalign(alignment, size);
}

int posix_memalign(void **out, size_t alignment, size_t size)
{
    if (fails(KIND_MEMORY))
        return ENOMEM;
    *out = __libc_memalign(alignment, size);
    return *out ? 0 : ENOMEM;
}

/* --- files ----------------------------------------------------------------------------------- */

#define NEXT(type, name) ((type)dlsym(RTLD_NEXT, name))

static int refused(int error)
{
    errno = error;
    return -1;
}

static bool makes(int flags)
{
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE;
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = makes(flags) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (fails(KIND_FILES))
        return refused(EIO);
    return NEXT(int (*)(const char *, int, ...), "open")(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = makes(flags) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (fails(KIND_FILES))
        return refused(EIO);
    return NEXT(int (*)(const char *, int, ...), "open64")(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = makes(flags) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (fails(KIND_FILES))
        return refused(EIO);
    return NEXT(int (*)(int, const char *, int, ...), "openat")(folder, path, flags, mode);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
    if (fails(KIND_FILES))
        return refused(ENOSPC);
    return NEXT(ssize_t(*)(int, const void *, size_t), "write")(fd, bytes, n);
}

ssize_t read(int fd, void *bytes, size_t n)
{
    if (fails(KIND_FILES))
        return refused(EIO);
    return NEXT(ssize_t(*)(int, void *, size_t), "read")(fd, bytes, n);
}

void *mmap(void *at, size_t n, int protection, int flags, int fd, off_t offset)
{
    if (fd >= 0 && fails(KIND_FILES)) {
        errno = EIO;
        return MAP_FAILED;
    }
    return NEXT(void *(*)(void *, size_t, int, int, int, off_t), "mmap")(at, n, protection,
                                                                         flags, fd, offset);
}

int fstat(int fd, struct stat *st)
{
    if (fails(KIND_FILES))
        return refused(EIO);
    return NEXT(int (*)(int, struct stat *), "fstat")(fd, st);
}

int stat(const char *path, struct stat *st)
{
    if (fails(KIND_FILES))
        return refused(EACCES);
    return NEXT(int (*)(const char *, struct stat *), "stat")(path, st);
}

char *realpath(const char *path, char *out)
{
    if (fails(KIND_FILES)) {
        errno = EACCES;
        return NULL;
    }
    return NEXT(char *(*)(const char *, char *), "realpath")(path, out);
}

int fchmod(int fd, mode_t mode)
{
    return fails(KIND_FILES) ? refused(EPERM)
                             : NEXT(int (*)(int, mode_t), "fchmod")(fd, mode);
}

int fsync(int fd)
{
    return fails(KIND_FILES) ? refused(EIO) : NEXT(int (*)(int), "fsync")(fd);
}

int close(int fd)
{
    int status = NEXT(int (*)(int), "close")(fd);
    return fails(KIND_FILES) ? refused(EIO) : status;
}

int link(const char *from, const char *to)
{
    return fails(KIND_FILES) ? refused(EPERM)
                             : NEXT(int (*)(const char *, const char *), "link")(from, to);
}

int linkat(int a, const char *from, int b, const char *to, int flags)
{
    if (fails(KIND_FILES))
        return refused(EPERM);
    return NEXT(int (*)(int, const char *, int, const char *, int), "linkat")(a, from, b,
                                                                              to, flags);
}

int rename(const char *from, const char *to)
{
    return fails(KIND_FILES)
               ? refused(EACCES)
               : NEXT(int (*)(const char *, const char *), "rename")(from, to);
}
