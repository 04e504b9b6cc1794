/* SPDX-License-Identifier: MIT */
/* fuzz/font.c — any bytes are a font that text is set and embedded in, or are refused. */
#include <string.h>

#include "base/file.h"
#include "fuzz.h"
#include "recto/recto.h"

static const char study[] = "# A study\n\n## TL;DR\n\nOffice **+12%** fi – “x”.\n";

static int swallow(void *user, const void *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)user += length;
    return 0;
}

static void body(struct arena *a, struct str bytes)
{
    const char *folder = getenv("TMPDIR");
    struct str path = path_join(a, str_from(folder ? folder : "."), S("fuzz.otf"));
    size_t written = 0;
    const recto_diag *first;
    if (file_replace(a, path, bytes) != FILE_OK)
        abort();
    recto_job *job = recto_job_new();
    struct str set = str_join(a, S("body.font="), path);
    if (!job || recto_job_set(job, "ignore-system-fonts", "true") ||
        recto_job_set(job, "layout", "bare") ||
        recto_job_set(job, "set", str_cstr(a, set)) ||
        recto_job_read(job, study, strlen(study), "fuzz.md"))
        abort();
    recto_status status = recto_job_write(job, "pdf", (recto_sink){swallow, &written});
    if (status ? recto_job_diags(job, &first) == 0 : written == 0)
        abort();
    recto_job_free(job);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
