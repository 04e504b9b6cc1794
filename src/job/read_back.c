/* SPDX-License-Identifier: MIT */
/* job/read_back.c — what was written, or is to be, read back: check FILE.pdf, extract, redaction. */
#include "base/arena.h"
#include "job/stage.h"
#include "proof/proof.h"

bool job_is_pdf(const struct recto_job *job)
{
    return job->has_source && proof_is_pdf(job->bytes);
}

recto_status job_check_pdf(struct recto_job *job)
{
    proof_check(job->arena, job->bytes, (struct str){NULL, 0}, &job->diags);
    job_tell_size(job, job->bytes.n);
    recto_status status = job_verdict(job);
    return status == RECTO_BAD_INPUT ? RECTO_CHECK_FAILED : status;
}

recto_status job_extract(struct recto_job *job, struct str *into)
{
    if (job_is_pdf(job))
        return proof_source(job->arena, job->bytes, into, &job->diags);
    return diag_fail(&job->diags, D_R0101, RECTO_BAD_INPUT, (struct span){0},
                     "it is no PDF");
}

/* The author's characters on a page, in the order in which they are set; artifacts left out. */
static void put_page(struct strbuf *b, const struct display_page *page)
{
    bool artifact = false;
    for (size_t i = 0; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        if (op->kind == OP_TAG_BEGIN)
            artifact = op->tag > TAG_REAL_MAX;
        if (op->kind == OP_GLYPHS && !artifact)
            strbuf_put(b, op->piece.text);
    }
}

static struct str text_of(struct recto_job *job)
{
    struct strbuf b = strbuf_at(job->arena);
    for (size_t i = 0; i < job->display->pages.n; i++)
        put_page(&b, &job->display->pages.at[i]);
    return strbuf_str(&b);
}

recto_status job_read_back(struct recto_job *job)
{
    struct str pdf;
    RECTO_TRY(job_bytes(job, S("pdf"), &pdf));
    proof_check(job->arena, pdf, text_of(job), &job->diags);
    return RECTO_OK;
}

recto_status job_hides(struct recto_job *job, struct str format, struct str bytes)
{
    const struct str *secrets = job->secrets.at;
    size_t n = job->secrets.n;
    if (n == 0 || str_eq(format, S("png"))) /* dots of ink say nothing to a search */
        return RECTO_OK;
    return str_eq(format, S("pdf"))
               ? proof_lacks(job->arena, bytes, secrets, n, &job->diags)
               : proof_text_lacks(job->arena, bytes, secrets, n, &job->diags);
}
