/* SPDX-License-Identifier: MIT */
/* cli/glance.h — the state that files are in now, each looked at once. */
#ifndef RECTO_CLI_GLANCE_H
#define RECTO_CLI_GLANCE_H

#include "cli/ledger.h"

struct glance {
    struct pool pool;
    const char **paths; /* all that a ledger speaks of */
    uint64_t *states;
    size_t n;
    size_t *slots; /* by hash; 0: empty, else 1 + where it stands in `paths` */
    size_t room;
};

/* The paths of a ledger, which must outlive it; their states are not known yet. */
struct glance glance_of(const struct ledger *ledger);
void glance_look(struct glance *glance);
/* The state of one of them. */
uint64_t glance_state(const struct glance *glance, const char *path);
void glance_free(struct glance *glance);

#endif
