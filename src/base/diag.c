/* SPDX-License-Identifier: MIT */
/* base/diag.c — the table of diagnostics, and lists of them. */
#include "base/diag.h"

#include <assert.h>

#include "base/arena.h"

#define X(code, level, title, hint) {#code, level, title, hint},
static const struct diag_row rows[] = {
#include "base/diag/all.def"
    {NULL, DIAG_INFO, NULL, NULL},
};
#undef X

const struct diag_row *diag_row(enum diag_code code)
{
    assert((size_t)code < countof(rows));
    return &rows[code];
}

const struct diag_row *diag_row_find(struct str id)
{
    for (const struct diag_row *row = rows; row->id; row++) {
        if (str_eq_nocase(str_from(row->id), id))
            return row;
    }
    return NULL;
}

struct diags diags_at(struct arena *a, struct str file)
{
    return (struct diags){.a = a, .file = file};
}

static bool same_span(struct span a, struct span b)
{
    return a.line == b.line && a.column == b.column && a.end_line == b.end_line &&
           a.end_column == b.end_column;
}

static bool told(const struct diags *d, const struct diag *new)
{
    for (size_t i = 0; i < d->list.n; i++) {
        const struct diag *old = &d->list.at[i];
        if (old->code == new->code && same_span(old->span, new->span) &&
            str_eq(old->text, new->text) && str_eq(old->file, new->file))
            return true;
    }
    return false;
}

static void push(struct diags *d, enum diag_code code, struct span span, struct str hint,
                 struct str text)
{
    struct diag new = {code, diag_row(code)->level, d->file, span, text, hint};
    if (told(d, &new))
        return;
    if (d->list.n >= DIAGS_MAX)
        d->dropped++;
    else
        vec_push(d->a, &d->list, new);
}

void diag_push(struct diags *d, enum diag_code code, struct span span, const char *format,
               ...)
{
    va_list args;
    va_start(args, format);
    struct str text = str_vfmt(d->a, format, args);
    va_end(args);
    push(d, code, span, str_from(diag_row(code)->hint), text);
}

void diag_push_hint(struct diags *d, enum diag_code code, struct span span, struct str hint,
                    const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str text = str_vfmt(d->a, format, args);
    va_end(args);
    push(d, code, span, hint, text);
}

recto_status diag_fail(struct diags *d, enum diag_code code, recto_status status,
                       struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str text = str_vfmt(d->a, format, args);
    va_end(args);
    push(d, code, span, str_from(diag_row(code)->hint), text);
    return status;
}

enum diag_level diags_worst(const struct diags *d)
{
    enum diag_level worst = DIAG_INFO;
    for (size_t i = 0; i < d->list.n; i++) {
        if (d->list.at[i].level > worst)
            worst = d->list.at[i].level;
    }
    return worst;
}

struct span span_join(struct span a, struct span b)
{
    if (a.line == 0)
        return b;
    if (b.line == 0)
        return a;
    return (struct span){a.line, a.column, b.end_line, b.end_column};
}
