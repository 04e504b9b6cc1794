/* SPDX-License-Identifier: MIT */
/* cli/listen.h — sockets on the loopback addresses, and on nothing else. */
#ifndef RECTO_CLI_LISTEN_H
#define RECTO_CLI_LISTEN_H

#include <stdbool.h>
#include <stdint.h>

#define LISTEN_SOCKETS 2

struct listening {
    /* Of 127.0.0.1 and of ::1; -1 where this machine has none. */
    int sockets[LISTEN_SOCKETS];
    uint16_t port; /* of both */
};

/* Listen on `port`, or on any that is free where it is 0. False, and errno, where that cannot be. */
bool listen_on_loopback(struct listening *listening, uint16_t port);
void listen_close(struct listening *listening);

#endif
