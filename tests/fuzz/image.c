/* SPDX-License-Identifier: MIT */
/* fuzz/image.c — any bytes are a picture that comes into a whole PDF, or are told not to be. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "fuzz.h"
#include "recto/recto.h"

static const char study[] = "# A study\n\n![what it shows](fuzz.png)\n";

static int keep(void *user, const void *bytes, size_t length)
{
    struct strbuf *b = user;
    strbuf_put(b, (struct str){bytes, length});
    return 0;
}

static void body(struct arena *a, struct str bytes)
{
    const char *folder = getenv("TMPDIR");
    struct str root = str_from(folder ? folder : ".");
    struct strbuf out = strbuf_at(a);
    if (file_replace(a, path_join(a, root, S("fuzz.png")), bytes) != FILE_OK)
        abort();
    recto_job *job = recto_job_new();
    if (!job || recto_job_set(job, "ignore-system-fonts", "true") ||
        recto_job_set(job, "root", str_cstr(a, root)) ||
        recto_job_read(job, study, strlen(study), "fuzz.md"))
        abort();
    /* A file that is no picture is told, and its words stand for it; one that turns out to be damaged
     * when it is unpacked is an error with a reason. */
    const recto_diag *first;
    recto_status status = recto_job_write(job, "pdf", (recto_sink){keep, &out});
    struct str pdf = strbuf_str(&out);
    bool whole = str_starts(pdf, S("%PDF-1.7")) && str_ends(pdf, S("%%EOF\n"));
    if (status ? pdf.n > 0 || recto_job_diags(job, &first) == 0 : !whole)
        abort();
    recto_job_free(job);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
