/* SPDX-License-Identifier: MIT */
/* job/others.c — files that are no case study, though their bytes could be set as text. */
#include "job/stage.h"
#include "proof/proof.h"

#define MARKDOWN_HINT                                                   \
    "save it as plain text or Markdown, or let another program do so: " \
    "pandoc FILE -t gfm -o case.md"
#define PICTURE_HINT "a study shows it with ![what it shows](FILE)"

/* A kind of file, by its first bytes. */
struct other {
    const char *start;
    size_t length;
    const char *what, *hint;
};

static const struct other others[] = {
    {"PK\3\4",           4, "a Word, OpenDocument or ZIP file", MARKDOWN_HINT},
    {"\xD0\xCF\x11\xE0", 4, "an old Word file",                 MARKDOWN_HINT},
    {"{\\rtf",           5, "rich text",                        MARKDOWN_HINT},
    {"\x89PNG",          4, "a picture",                        PICTURE_HINT },
    {"\xFF\xD8\xFF",     3, "a picture",                        PICTURE_HINT },
    {"GIF8",             4, "a picture",                        PICTURE_HINT },
};

static recto_status refuse(struct recto_job *job, const char *what, const char *hint)
{
    diag_push_hint(&job->diags, D_J0101, (struct span){0}, str_from(hint),
                   "it is %s, no case study in Markdown", what);
    return RECTO_BAD_INPUT;
}

recto_status job_refuse_others(struct recto_job *job)
{
    if (job_is_pdf(job))
        return refuse(job, "a PDF", "`recto check` reads PDFs");
    for (size_t i = 0; i < countof(others); i++) {
        const struct other *o = &others[i];
        if (str_starts(job->bytes, (struct str){o->start, o->length}))
            return refuse(job, o->what, o->hint);
    }
    if (str_ends(job->name, S(".yaml")) || str_ends(job->name, S(".yml")))
        return refuse(job, "YAML", "`recto bundle` reads a portfolio, --layout a layout");
    return RECTO_OK;
}
