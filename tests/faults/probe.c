/* SPDX-License-Identifier: MIT */
/* faults/probe.c — a preloaded library that tries what a render may not do, as its last deed.
 *
 * PROBE_READ   a file that is to be read
 * PROBE_WRITE  a file that is to be made
 * PROBE_CRASH  where this file exists, the process dies when it flushes an output
 * PROBE_HANG   where this file exists, it never comes back from there
 * PROBE_BLIND  what is watched with inotify tells nothing, as on a network file system
 * It tells on standard error what it could do: "read", "write", "connect", "start". */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static void tell(const char *word, size_t n)
{
    if (write(STDERR_FILENO, word, n) < 0)
        _exit(1);
}

static int opened(const char *name, int flags)
{
    return name ? open(name, flags, 0666) : -1;
}

/* In the place of the library's. */
__attribute__((visibility("default"))) int fsync(int fd)
{
    const char *name = getenv("PROBE_CRASH");
    const char *hang = getenv("PROBE_HANG");
    if (name && access(name, F_OK) == 0)
        raise(SIGKILL);
    while (hang && access(hang, F_OK) == 0)
        pause();
    return (int)syscall(SYS_fsync, fd);
}

/* The same: a number for each folder, and nothing is watched. */
__attribute__((visibility("default"))) int inotify_add_watch(int fd, const char *name,
                                                             uint32_t mask)
{
    return getenv("PROBE_BLIND") ? 1 : (int)syscall(SYS_inotify_add_watch, fd, name, mask);
}

__attribute__((destructor)) static void probe(void)
{
    if (opened(getenv("PROBE_READ"), O_RDONLY) >= 0)
        tell("probe: read\n", 12);
    if (opened(getenv("PROBE_WRITE"), O_WRONLY | O_CREAT) >= 0)
        tell("probe: write\n", 13);
    if (socket(AF_INET, SOCK_STREAM, 0) >= 0)
        tell("probe: connect\n", 15);
    unsetenv("LD_PRELOAD");
    tell("probe: done\n", 12);
    execlp("echo", "echo", "probe: start", (char *)NULL);
}
