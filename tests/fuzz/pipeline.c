/* SPDX-License-Identifier: MIT */
/* fuzz/pipeline.c — any bytes become pages, or a message that says why not. */
#include <stdlib.h>

#include "recto/recto.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int swallow(void *user, const void *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)user += length;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    recto_job *job = recto_job_new();
    size_t written = 0;
    const recto_diag *first;
    if (!job)
        abort();
    recto_status status = recto_job_set(job, "overflow", "warn");
    status = status ? status : recto_job_set(job, "ignore-system-fonts", "true");
    status = status ? status : recto_job_read(job, data, size, "fuzz.md");
    status =
        status ? status : recto_job_write(job, "trace", (recto_sink){swallow, &written});
    if (status ? recto_job_diags(job, &first) == 0 : written == 0)
        abort(); /* a failure says why, a success gives something */
    recto_job_free(job);
    return 0;
}
