/* SPDX-License-Identifier: MIT */
/* cli/watch_tell.c — a line for each document that was rendered again. */
#include "cli/watch_tell.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "cli/glyphs.h"
#include "cli/json.h"
#include "cli/paint.h"

#define NAMES_MAX ((size_t)3) /* of what changed; the others are counted */

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

static void put_time(struct report *report)
{
    char text[16] = "";
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local))
        strftime(text, sizeof text, "[%H:%M:%S]", &local);
    fprintf(report->to, "%s%s%s ", report->paint->faint, text, report->paint->end);
}

static void put_names(struct report *report, const struct word_list *words)
{
    for (size_t i = 0; i < words->n && i < NAMES_MAX; i++) {
        fputs(i ? ", " : "", report->to);
        glyphs_print(report->to, last_part(words->at[i]));
    }
    if (words->n > NAMES_MAX)
        fprintf(report->to, " and %zu more", words->n - NAMES_MAX);
}

static const char *why_nothing(int status)
{
    static const char *const whys[] = {
        [RECTO_INPUT_UNUSABLE] = "it cannot be used",
        [RECTO_WRONG_USAGE] = "it is asked for wrongly",
        [RECTO_WARNINGS] = "there are warnings",
        [RECTO_TOO_LONG] = "it is too long",
        [RECTO_WORLD_FAILED] = "something failed",
    };
    size_t n = sizeof whys / sizeof *whys;
    return status > 0 && (size_t)status < n && whys[status] ? whys[status] : "it failed";
}

static void put_line(struct report *report, const struct entry *entry,
                     const struct word_list *changed)
{
    FILE *to = report->to;
    put_time(report);
    glyphs_print(to, entry->path);
    if (entry->status != RECTO_DONE) {
        fprintf(to, ": nothing written, %s", why_nothing(entry->status));
    } else {
        fputs(" → ", to);
        put_names(report, &entry->outputs);
        fprintf(to, ": %zu page%s", entry->pages, entry->pages == 1 ? "" : "s");
    }
    fprintf(to, ", %" PRId64 " ms", entry->ms);
    if (changed->n) {
        fputs("; changed: ", to);
        put_names(report, changed);
    }
    putc('\n', to);
}

static void put_list(FILE *to, const char *name, const struct word_list *words)
{
    fprintf(to, ",\"%s\":[", name);
    for (size_t i = 0; i < words->n; i++) {
        fputs(i ? "," : "", to);
        json_string(to, words->at[i]);
    }
    putc(']', to);
}

static void put_json(struct report *report, const struct entry *entry,
                     const struct word_list *changed)
{
    FILE *to = report->to;
    fputs("{\"rendered\":", to);
    json_string(to, entry->path);
    fprintf(to, ",\"status\":%d,\"pages\":%zu,\"ms\":%" PRId64, entry->status, entry->pages,
            entry->ms);
    put_list(to, "outputs", &entry->outputs);
    put_list(to, "changed", changed);
    fputs("}\n", to);
}

void watch_tell(struct report *report, const struct ledger *now,
                const struct ledger *before)
{
    static const struct word_list nothing = {NULL, 0, 0};
    for (size_t i = 0; i < now->n; i++) {
        const struct entry *entry = &now->entries[i];
        const struct entry *old = entry->told ? ledger_find(before, entry->path) : NULL;
        const struct word_list *changed = old ? &old->changed : &nothing;
        if (!entry->told)
            continue;
        if (report->form == REPORT_JSON)
            put_json(report, entry, changed);
        else if (!report->quiet && report->form != REPORT_SARIF)
            put_line(report, entry, changed);
    }
    fflush(report->to);
}
