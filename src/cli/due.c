/* SPDX-License-Identifier: MIT */
/* cli/due.c — which documents are to be rendered again, and what has become of them. */
#include "cli/due.h"

#include <recto/reads.h>
#include <string.h>
#include <sys/stat.h>

/* Add those of `list` that are in another state now. */
static void compare(struct pool *pool, const struct sightings *list,
                    const struct glance *now, struct word_list *changed)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].state != glance_state(now, list->at[i].path))
            word_list_add(pool, changed, list->at[i].path);
}

bool due_find(struct ledger *ledger, const struct glance *now)
{
    struct word_list common = {NULL, 0, 0}, lists = {NULL, 0, 0};
    compare(&ledger->pool, &ledger->common, now, &common);
    compare(&ledger->pool, &ledger->lists, now, &lists);
    bool any = common.n || lists.n;
    for (size_t i = 0; i < ledger->n; i++) {
        struct entry *entry = &ledger->entries[i];
        entry->changed = (struct word_list){NULL, 0, 0};
        for (size_t k = 0; k < common.n; k++)
            word_list_add(&ledger->pool, &entry->changed, common.at[k]);
        compare(&ledger->pool, &entry->reads, now, &entry->changed);
        entry->due = entry->changed.n > 0;
        any = any || entry->due;
    }
    return any;
}

static void settle(struct sightings *list, const struct glance *now)
{
    for (size_t i = 0; i < list->n; i++)
        list->at[i].state = glance_state(now, list->at[i].path);
}

void due_settle(struct ledger *ledger, const struct glance *now)
{
    settle(&ledger->common, now);
    settle(&ledger->lists, now);
    for (size_t i = 0; i < ledger->n; i++)
        if (ledger->entries[i].due)
            settle(&ledger->entries[i].reads, now);
}

static const char *kept(struct ledger *ledger, const char *text)
{
    return pool_copy(&ledger->pool, text, strlen(text));
}

static void copy_sightings(struct ledger *ledger, struct sightings *into,
                           const struct sightings *from)
{
    for (size_t i = 0; i < from->n; i++)
        sightings_add(&ledger->pool, into, kept(ledger, from->at[i].path),
                      from->at[i].state);
}

static void copy_entry(struct ledger *ledger, struct entry *into, const struct entry *from)
{
    into->status = from->status;
    into->pages = from->pages;
    copy_sightings(ledger, &into->reads, &from->reads);
    for (size_t i = 0; i < from->outputs.n; i++)
        word_list_add(&ledger->pool, &into->outputs, kept(ledger, from->outputs.at[i]));
}

/* True where both name one file that is there. */
static bool is_same(const char *one, const char *other)
{
    struct stat x, y;
    return stat(one, &x) == 0 && stat(other, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

static bool is_output(const struct entry *entry, const char *path)
{
    for (size_t i = 0; i < entry->outputs.n; i++)
        if (is_same(entry->outputs.at[i], path))
            return true;
    return false;
}

/* A document that shows its own output would be rendered for ever. */
static void leave_out_outputs(struct entry *entry)
{
    size_t n = 0;
    for (size_t i = 0; i < entry->reads.n; i++)
        if (!is_output(entry, entry->reads.at[i].path))
            entry->reads.at[n++] = entry->reads.at[i];
    entry->reads.n = n;
}

/* What a render that came to nothing leaves: the documents that there were, else those that are
 * named. */
static void add_entries(struct ledger *ledger, const struct ledger *before,
                        const struct word_list *named)
{
    for (size_t i = 0; i < before->n; i++)
        ledger_add(ledger, kept(ledger, before->entries[i].path));
    for (size_t i = 0; i < named->n && !before->n; i++)
        ledger_add(ledger, named->at[i]);
}

void due_take_over(struct ledger *ledger, const struct ledger *before,
                   const struct word_list *named)
{
    if (!ledger->n)
        add_entries(ledger, before, named);
    if (!ledger->common.n)
        copy_sightings(ledger, &ledger->common, &before->common);
    if (!ledger->lists.n)
        copy_sightings(ledger, &ledger->lists, &before->lists);
    for (size_t i = 0; i < ledger->n; i++) {
        struct entry *entry = &ledger->entries[i];
        const struct entry *old = entry->told ? NULL : ledger_find(before, entry->path);
        if (entry->told)
            leave_out_outputs(entry);
        else if (old)
            copy_entry(ledger, entry, old);
        else
            sightings_add(&ledger->pool, &entry->reads, entry->path,
                          recto_file_state(entry->path));
    }
}
