/* SPDX-License-Identifier: MIT */
/* cli/report_json.c — findings as JSON, one object a line. */
#include "cli/glyphs.h"
#include "cli/json.h"
#include "cli/report.h"

void json_string(FILE *to, const char *text)
{
    putc('"', to);
    while (*text) {
        const char *start = text;
        uint32_t c = glyph_next(&text);
        if (c == '"' || c == '\\')
            fprintf(to, "\\%c", (char)c);
        else if (c < 0x20 || c == 0x7F)
            fprintf(to, "\\u%04x", (unsigned)c);
        else if (c == 0xFFFD)
            fputs("\xEF\xBF\xBD", to);
        else
            fwrite(start, 1, (size_t)(text - start), to);
    }
    putc('"', to);
}

void json_field(FILE *to, const char *name, const char *text)
{
    fprintf(to, "\"%s\":", name);
    json_string(to, text);
}

void report_json(struct report *report, const recto_diag *diag)
{
    FILE *to = report->to;
    putc('{', to);
    json_field(to, "code", diag->code);
    fprintf(to, ",\"level\":\"%s\",",
            diag->level == RECTO_INFO ? "info" : report_level_name(diag->level));
    json_field(to, "file", diag->file);
    fprintf(to, ",\"line\":%u,\"column\":%u,\"end_line\":%u,\"end_column\":%u,", diag->line,
            diag->column, diag->end_line, diag->end_column);
    json_field(to, "text", diag->text);
    putc(',', to);
    json_field(to, "hint", diag->hint);
    fputs("}\n", to);
}

/* The object of the library with the input's name put in front. */
void report_json_fit(struct report *report, const char *file, const char *json)
{
    putc('{', report->to);
    json_field(report->to, "file", file);
    fprintf(report->to, ",%s", json + 1);
}
