/* SPDX-License-Identifier: MIT */
/* faults/probe.c — a preloaded library that tries what a render may not do, as its last deed.
 *
 * PROBE_READ   a file that is to be read
 * PROBE_WRITE  a file that is to be made
 * It tells on standard error what it could do: "read", "write", "connect", "start". */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
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
