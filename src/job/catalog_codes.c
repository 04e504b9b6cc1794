/* SPDX-License-Identifier: MIT */
/* job/catalog_codes.c — explains findings by their codes. */
#include "base/arena.h"
#include "base/utf8.h"
#include "job/catalog.h"
#include "lint/lint.h"

#define WIDTH 79 /* characters of a line of text */

static const char *level_name(enum diag_level level)
{
    switch (level) {
    case DIAG_INFO:
        return "note";
    case DIAG_WARNING:
        return "warning";
    case DIAG_ERROR:
        break;
    }
    return "error";
}

static recto_status all_codes(struct question *q)
{
    for (int code = 0; code < DIAG_CODES; code++) {
        const struct diag_row *row = diag_row((enum diag_code)code);
        strbuf_fmt(&q->out, "%s\t%s\t%s\n", row->id, level_name(row->level), row->title);
    }
    return RECTO_OK;
}

recto_status recto_list_codes(recto_sink sink)
{
    return catalog_ask(NULL, sink, NULL, all_codes);
}

/* What a level means for the run. */
static const char *consequence(enum diag_level level)
{
    switch (level) {
    case DIAG_INFO:
        return "A note: shown by `recto check` and with --verbose; it never fails a run.";
    case DIAG_WARNING:
        return "A warning: the file is written nevertheless, but not under --strict.";
    case DIAG_ERROR:
        break;
    }
    return "An error: no file is written, and an earlier one stands untouched.";
}

/* Empty where there is no more to say than title and hint do. */
static struct str long_text(const struct diag_row *row)
{
    static const struct {
        const char *id, *text;
    } rows[] = {
#define X(id, text) {id, text},
#include "job/explain.def"
#undef X
    };
    for (size_t i = 0; i < countof(rows); i++)
        if (str_eq(str_from(row->id), str_from(rows[i].id)))
            return str_from(rows[i].text);
    return lint_explain((enum diag_code)(row - diag_row((enum diag_code)0)));
}

/* Put a line of prose in lines of at most WIDTH characters; one of code as it is. */
static void put_line(struct strbuf *b, struct str line)
{
    size_t at = 0;
    bool code = str_starts(line, S("    "));
    while (line.p && !code) {
        struct str word = str_cut(&line, ' ');
        size_t n = utf8_length(word);
        if (at > 0 && at + 1 + n > WIDTH)
            at = 0, strbuf_putc(b, '\n');
        else if (at > 0)
            at++, strbuf_putc(b, ' ');
        strbuf_put(b, word);
        at += n;
    }
    if (code)
        strbuf_put(b, line);
    strbuf_putc(b, '\n');
}

static void put_text(struct strbuf *b, struct str text)
{
    while (text.p)
        put_line(b, str_cut(&text, '\n'));
}

static recto_status one_code(struct question *q)
{
    const struct diag_row *row = diag_row_find(q->name);
    if (row) {
        strbuf_fmt(&q->out, "%s: %s\n\n%s\n", row->id, row->title, consequence(row->level));
        struct str text = long_text(row);
        if (text.n)
            strbuf_putc(&q->out, '\n');
        if (text.n)
            put_text(&q->out, text);
        if (*row->hint)
            put_text(&q->out, str_fmt(q->job->arena, "\nWhat to do: %s", row->hint));
        return RECTO_OK;
    }
    for (int code = 0; code < DIAG_CODES; code++)
        catalog_consider(q, str_from(diag_row((enum diag_code)code)->id));
    return RECTO_USAGE;
}

recto_status recto_explain_code(const char *code, recto_sink sink,
                                char nearest[RECTO_NAME_MAX])
{
    return catalog_ask(code, sink, nearest, one_code);
}
