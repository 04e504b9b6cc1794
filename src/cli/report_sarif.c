/* SPDX-License-Identifier: MIT */
/* cli/report_sarif.c — findings as one SARIF 2.1.0 log, for code review services. */
#include <recto/catalog.h>
#include <stdbool.h>
#include <string.h>

#include "cli/json.h"
#include "cli/report.h"

/* A relative or absolute file name as a URI reference (RFC 3986, 4.1). */
static void put_uri(FILE *to, const char *file)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789-._~/";
    putc('"', to);
    for (const char *p = file; *p; p++)
        if (strchr(plain, *p))
            putc(*p, to);
        else
            fprintf(to, "%%%02X", (unsigned)(unsigned char)*p);
    putc('"', to);
}

void report_sarif_begin(struct report *report)
{
    if (report->open)
        return;
    report->open = true;
    fprintf(report->to,
            "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
            "\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"unicodeCodePoints\","
            "\"tool\":{\"driver\":{\"name\":\"recto\",\"version\":\"%s\"}},\"results\":[",
            recto_version());
}

static void put_region(FILE *to, const recto_diag *d)
{
    if (d->line == 0)
        return;
    fprintf(to, ",\"region\":{\"startLine\":%u", d->line);
    if (d->column)
        fprintf(to, ",\"startColumn\":%u", d->column);
    if (d->column && d->end_line >= d->line &&
        d->end_column) /* theirs ends behind the place */
        fprintf(to, ",\"endLine\":%u,\"endColumn\":%u", d->end_line, d->end_column + 1);
    putc('}', to);
}

void report_sarif(struct report *report, const recto_diag *diag)
{
    FILE *to = report->to;
    report_sarif_begin(report);
    fputs(report->results ? ",\n{" : "\n{", to);
    json_field(to, "ruleId", diag->code);
    fprintf(to, ",\"level\":\"%s\",\"message\":{", report_level_name(diag->level));
    json_field(to, "text", diag->text);
    putc('}', to);
    if (*diag->file) {
        fputs(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":", to);
        put_uri(to, diag->file);
        putc('}', to);
        put_region(to, diag);
        fputs("}}]", to);
    }
    if (*diag->hint) {
        fputs(",\"properties\":{", to);
        json_field(to, "hint", diag->hint);
        putc('}', to);
    }
    putc('}', to);
}

void report_sarif_end(struct report *report)
{
    report_sarif_begin(report);
    fputs("\n]}]}\n", report->to);
}
