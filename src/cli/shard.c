/* SPDX-License-Identifier: MIT */
/* cli/shard.c — the part of all documents that this run is to do. */
#include "cli/shard.h"

#include <stdlib.h>
#include <string.h>

#define SHARDS_MAX 1000000

struct shard {
    long at, of; /* from 0; of at least 1 */
};

/* A number at `*p`, which moves behind it; -1 where there is none. */
static long number_at(const char **p)
{
    char *end;
    if (**p < '0' || **p > '9')
        return -1;
    long n = strtol(*p, &end, 10);
    *p = end;
    return n;
}

/* The number in a variable of the environment; -1 where there is none. */
static long variable(const char *name)
{
    const char *text = getenv(name);
    long n = text ? number_at(&text) : -1;
    return text && *text ? -1 : n;
}

/* "1/4" to "4/4". */
static bool read_words(const char *text, struct shard *shard)
{
    shard->at = number_at(&text) - 1;
    bool slash = *text++ == '/';
    shard->of = slash ? number_at(&text) : -1;
    return slash && *text == 0;
}

/* Tasks of a Slurm array may begin anywhere and have gaps; they are counted from the first. */
static bool read_slurm(struct shard *shard)
{
    long id = variable("SLURM_ARRAY_TASK_ID"), first = variable("SLURM_ARRAY_TASK_MIN");
    long step = variable("SLURM_ARRAY_TASK_STEP");
    shard->at = id < 0 ? -1 : (id - (first > 0 ? first : 0)) / (step > 0 ? step : 1);
    shard->of = variable("SLURM_ARRAY_TASK_COUNT");
    return getenv("SLURM_ARRAY_TASK_ID") != NULL;
}

static bool read_indexed_job(struct shard *shard)
{
    shard->at = variable("JOB_COMPLETION_INDEX");
    shard->of = variable("JOB_COMPLETION_COUNT");
    return getenv("JOB_COMPLETION_INDEX") != NULL;
}

static recto_status read_shard(struct program *program, const char *text,
                               struct shard *shard)
{
    bool automatic = strcmp(text, "auto") == 0;
    if (automatic && !read_slurm(shard) && !read_indexed_job(shard))
        return usage_wrong(program, "write --shard 1/4 for the first of four",
                           "--shard auto: neither SLURM_ARRAY_TASK_ID nor "
                           "JOB_COMPLETION_INDEX is set");
    bool read = automatic || read_words(text, shard);
    if (read && shard->of >= 1 && shard->of <= SHARDS_MAX && shard->at >= 0 &&
        shard->at < shard->of)
        return RECTO_DONE;
    if (automatic)
        return usage_wrong(
            program, "SLURM_ARRAY_TASK_COUNT and JOB_COMPLETION_COUNT tell of how many",
            "--shard auto: the environment names no part of a whole");
    return usage_wrong(program, "write 1/4 for the first of four, or auto",
                       "--shard: “%s” names no part of a whole", text);
}

recto_status shard_take(struct program *program, struct inputs *inputs)
{
    const char *text = program->args.value[OPTION_SHARD];
    struct shard shard;
    if (!text)
        return RECTO_DONE;
    recto_status status = read_shard(program, text, &shard);
    if (status != RECTO_DONE)
        return status;
    size_t n = 0, step = (size_t)shard.of;
    for (size_t i = (size_t)shard.at; i < inputs->n; i += step)
        inputs->at[n++] = inputs->at[i];
    inputs->n = n;
    return RECTO_DONE;
}
