/* SPDX-License-Identifier: MIT */
/* cli/listen.c — sockets on the loopback addresses, and on nothing else. */
#include "cli/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 16
#define TRIES 8 /* to find a port that is free at both addresses */

static int bound(const struct sockaddr *address, socklen_t size)
{
    int fd = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0),
        on = 1;
    if (fd < 0)
        return -1;
    /* A server that was just ended may be started again. */
    (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address->sa_family == AF_INET6)
        (void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    if (bind(fd, address, size) == 0 && listen(fd, BACKLOG) == 0)
        return fd;
    int error = errno;
    close(fd);
    errno = error;
    return -1;
}

static int bound_4(uint16_t port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bound((const struct sockaddr *)&address, sizeof address);
}

static int bound_6(uint16_t port)
{
    struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
    address.sin6_addr = in6addr_loopback;
    return bound((const struct sockaddr *)&address, sizeof address);
}

static uint16_t port_of(int fd)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t size = sizeof address;
    return getsockname(fd, (struct sockaddr *)&address, &size) == 0
               ? ntohs(address.sin_port)
               : 0;
}

static bool try_port(struct listening *l, uint16_t port)
{
    l->sockets[0] = bound_4(port);
    if (l->sockets[0] < 0)
        return false;
    l->port = port_of(l->sockets[0]);
    l->sockets[1] = bound_6(l->port);
    /* Somebody else's port there would be taken for ours by who says “localhost”. */
    if (l->sockets[1] >= 0 || errno != EADDRINUSE)
        return true;
    close(l->sockets[0]);
    l->sockets[0] = -1;
    errno = EADDRINUSE;
    return false;
}

bool listen_on_loopback(struct listening *l, uint16_t port)
{
    bool done = false;
    for (int i = 0; i < (port ? 1 : TRIES) && !done; i++)
        done = try_port(l, port);
    return done;
}

void listen_close(struct listening *l)
{
    for (size_t i = 0; i < LISTEN_SOCKETS; i++)
        if (l->sockets[i] >= 0)
            close(l->sockets[i]);
}
