/* SPDX-License-Identifier: MIT */
/* cli/ledger.c — what a render reports to the process that watches: documents, and
 * what they depend on.
 *
 * A row is a letter and fields, each of which ends with a NUL, as no path holds one. */
#include "cli/ledger.h"

#include <inttypes.h>
#include <recto/reads.h>
#include <stdlib.h>
#include <string.h>

static void put_text(FILE *to, const char *text)
{
    fwrite(text, 1, strlen(text) + 1, to);
}

static void put_sighting(FILE *to, char row, const char *path, uint64_t state)
{
    fprintf(to, "%c%" PRIx64, row, state);
    putc(0, to);
    put_text(to, path);
}

void ledger_put_inputs(struct program *program, const struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->n; i++) {
        putc('I', program->record);
        put_text(program->record, inputs->at[i].path);
    }
}

void ledger_put_common(struct program *program)
{
    for (const struct noted *n = program->noted; n; n = n->before)
        put_sighting(program->record, n->list ? 'L' : 'C', n->path, n->state);
}

void ledger_put(struct program *program, recto_job *job, const struct input *input,
                const struct made *made, size_t n, int64_t ms)
{
    FILE *to = program->record;
    const recto_read *reads;
    int status = RECTO_DONE;
    for (size_t i = 0; i < n; i++)
        status = (int)made[i].status > status ? (int)made[i].status : status;
    putc('D', to);
    put_text(to, input->path);
    fprintf(to, "%d%c%zu%c%" PRId64, status, 0, recto_job_pages(job), 0, ms);
    putc(0, to);
    for (size_t i = 0; i < n && made[i].path; i++) {
        putc('O', to);
        put_text(to, made[i].path);
    }
    for (size_t i = 0, count = recto_job_reads(job, &reads); i < count; i++)
        put_sighting(to, 'R', reads[i].path, reads[i].state);
}

/* What is left to read; `p` is NULL behind a field without an end. */
struct rest {
    const char *p, *end;
};

static const char *field(struct rest *rest)
{
    const char *text = rest->p;
    const char *nul = text ? memchr(text, 0, (size_t)(rest->end - text)) : NULL;
    rest->p = nul ? nul + 1 : NULL;
    return nul ? text : "";
}

static int64_t number(struct rest *rest)
{
    return strtoll(field(rest), NULL, 10);
}

static const char *kept(struct ledger *ledger, const char *text)
{
    return pool_copy(&ledger->pool, text, strlen(text));
}

void sightings_add(struct pool *pool, struct sightings *list, const char *path,
                   uint64_t state)
{
    if (list->n == list->cap) {
        list->cap = list->cap ? list->cap * 2 : 32;
        struct sighting *bigger = pool_alloc(pool, list->cap * sizeof *bigger);
        if (list->n)
            memcpy(bigger, list->at, list->n * sizeof *bigger);
        list->at = bigger;
    }
    list->at[list->n++] = (struct sighting){path, state};
}

void ledger_add(struct ledger *ledger, const char *path)
{
    if (ledger->n == ledger->cap) {
        ledger->cap = ledger->cap ? ledger->cap * 2 : 8;
        struct entry *bigger = pool_alloc(&ledger->pool, ledger->cap * sizeof *bigger);
        if (ledger->n)
            memcpy(bigger, ledger->entries, ledger->n * sizeof *bigger);
        ledger->entries = bigger;
    }
    ledger->entries[ledger->n++] = (struct entry){.path = path};
}

struct entry *ledger_find(const struct ledger *ledger, const char *path)
{
    for (size_t i = 0; i < ledger->n; i++)
        if (strcmp(ledger->entries[i].path, path) == 0)
            return &ledger->entries[i];
    return NULL;
}

static void read_sighting(struct ledger *ledger, struct rest *rest, struct sightings *into)
{
    uint64_t state = strtoull(field(rest), NULL, 16);
    const char *path = field(rest);
    if (rest->p && into)
        sightings_add(&ledger->pool, into, kept(ledger, path), state);
}

static struct entry *read_document(struct ledger *ledger, struct rest *rest)
{
    struct entry *entry = ledger_find(ledger, field(rest));
    int status = (int)number(rest);
    size_t pages = (size_t)number(rest);
    int64_t ms = number(rest);
    if (!rest->p || !entry)
        return NULL;
    entry->told = true;
    entry->status = status;
    entry->pages = pages;
    entry->ms = ms;
    return entry;
}

/* Where a row of this kind belongs; NULL where it belongs nowhere. */
static struct sightings *list_of(struct ledger *ledger, struct entry *entry, char row)
{
    if (row == 'C')
        return &ledger->common;
    if (row == 'L')
        return &ledger->lists;
    return entry ? &entry->reads : NULL;
}

void ledger_read(struct ledger *ledger, const char *bytes, size_t length)
{
    struct rest rest = {bytes, bytes + length};
    struct entry *entry = NULL;
    while (rest.p && rest.p < rest.end) {
        char row = *rest.p++;
        if (row == 'I')
            ledger_add(ledger, kept(ledger, field(&rest)));
        else if (row == 'D')
            entry = read_document(ledger, &rest);
        else if (row == 'O' && entry)
            word_list_add(&ledger->pool, &entry->outputs, kept(ledger, field(&rest)));
        else if (row == 'R' || row == 'C' || row == 'L')
            read_sighting(ledger, &rest, list_of(ledger, entry, row));
        else
            return;
    }
}

void ledger_free(struct ledger *ledger)
{
    pool_free(&ledger->pool);
    *ledger = (struct ledger){.n = 0};
}
