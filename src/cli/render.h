/* SPDX-License-Identifier: MIT */
/* cli/render.h — typesets each input into each format: what `render`, `watch` and `serve` share. */
#ifndef RECTO_CLI_RENDER_H
#define RECTO_CLI_RENDER_H

#include "cli/manifest.h"
#include "cli/names.h"

/* What is done with the documents beside writing them. */
struct rendering {
    /* Take out of all inputs what is not to be done. */
    recto_status (*choose)(struct program *program, struct inputs *inputs,
                           struct rendering *rendering);
    /* Keep what came of one. */
    void (*put)(struct program *program, recto_job *job, const struct input *input,
                const struct made *made, size_t n, int64_t ms);
    void *user;
    struct naming naming; /* filled by render_all */
};

/* Typeset what the command line means, behind the sandbox. Gives the gravest status. */
recto_status render_all(struct program *program, struct rendering *rendering);

#endif
