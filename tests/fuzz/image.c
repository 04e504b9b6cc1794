/* SPDX-License-Identifier: MIT */
/* fuzz/image.c — any bytes are a picture that comes into a whole PDF, SVG or PNG, or are told not
 * to be. */
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

/* How a whole file of a format begins and ends. */
static const struct form {
    const char *format, *begin, *end;
    bool fewer_dots; /* ask for them */
} forms[] = {
    {"pdf", "%PDF-1.7",    "%%EOF\n",              false},
    {"pdf", "%PDF-1.7",    "%%EOF\n",              true },
    {"svg", "<?xml",       " -->\n",               false},
    {"png", "\x89PNG\r\n", "IEND\xAE\x42\x60\x82", false},
};

static recto_job *job_below(struct arena *a, struct str root, const struct form *form)
{
    recto_job *job = recto_job_new();
    if (!job || recto_job_set(job, "ignore-system-fonts", "true") ||
        recto_job_set(job, "root", str_cstr(a, root)) || recto_job_set(job, "ppi", "20") ||
        (form->fewer_dots && recto_job_set(job, "downsample", "10")) ||
        recto_job_read(job, study, strlen(study), "fuzz.md"))
        abort();
    return job;
}

/* A file that is no picture is told, and its words stand for it; one that turns out to be damaged
 * when it is unpacked is an error with a reason. */
static void write_as(struct arena *a, struct str root, const struct form *form)
{
    const recto_diag *first;
    struct strbuf b = strbuf_at(a);
    recto_job *job = job_below(a, root, form);
    recto_status status = recto_job_write(job, form->format, (recto_sink){keep, &b});
    struct str out = strbuf_str(&b);
    bool whole =
        str_starts(out, str_from(form->begin)) && str_ends(out, str_from(form->end));
    if (status ? out.n > 0 || recto_job_diags(job, &first) == 0 : !whole)
        abort();
    recto_job_free(job);
}

static void body(struct arena *a, struct str bytes)
{
    const char *folder = getenv("TMPDIR");
    struct str root = str_from(folder ? folder : ".");
    if (file_replace(a, path_join(a, root, S("fuzz.png")), bytes) != FILE_OK)
        abort();
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        write_as(a, root, &forms[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
