/* SPDX-License-Identifier: MIT */
/* cli/caret.c — the line of a finding, with a caret below its place. */
#include "cli/caret.h"

#include <stdbool.h>
#include <string.h>

#include "cli/glyphs.h"
#include "cli/paint.h"

#define TAB 4        /* columns to the next tab stop: source lines are prose, not tables */
#define CONTEXT 24   /* columns kept left of the place when a long line is cut */
#define LEAST 20     /* columns: nothing can be shown in less */
#define ELLIPSIS "…" /* one column */

/* The part [from, to) of a line that is shown, in columns of the whole line. */
struct window {
    int from, to;
    bool cut_left, cut_right;
};

struct marked {
    int from, to; /* columns of the place, to > from */
    int width;    /* of the whole line */
};

/* Columns of the character that begins at column `at`. */
static int advance(uint32_t c, int at)
{
    return c == '\t' ? TAB - at % TAB : glyph_is_unsafe(c) ? 1 : glyph_width(c);
}

static struct marked measure(const recto_diag *d)
{
    struct marked m = {-1, -1, 0};
    bool ends_here = d->end_line == d->line && d->end_column >= d->column;
    uint32_t number = 1;
    for (const char *p = d->source_line; *p; number++) {
        if (number == d->column)
            m.from = m.width;
        m.width += advance(glyph_next(&p), m.width);
        if (ends_here && number == d->end_column)
            m.to = m.width;
    }
    if (m.from < 0)
        m.from = m.width; /* just behind the line */
    if (m.to < 0)
        m.to = ends_here || d->end_line == 0 ? m.from + 1 : m.width;
    if (m.to <= m.from)
        m.to = m.from + 1;
    return m;
}

static struct window window_of(const struct marked *m, int room)
{
    struct window w = {0, m->width > m->from ? m->width : m->from + 1, false, false};
    if (w.to <= room)
        return w;
    if (m->from > CONTEXT && m->to > room - 1) {
        w.from = m->from - CONTEXT;
        if (w.to - w.from < room)
            w.from = w.to - room;
        w.cut_left = true;
    }
    if (w.to - w.from > room) {
        w.to = w.from + room;
        w.cut_right = true;
    }
    return w;
}

static void put_spaces(FILE *to, int n)
{
    fprintf(to, "%*s", n > 0 ? n : 0, "");
}

static void put_glyph(FILE *to, const char *start, const char *end, uint32_t c)
{
    if (glyph_is_unsafe(c))
        fputs("\xEF\xBF\xBD", to);
    else
        fwrite(start, 1, (size_t)(end - start), to);
}

/* What of the line lies in the window; a wide character or tab at its edge becomes spaces. */
static void put_line(FILE *to, const char *line, const struct window *w)
{
    int from = w->from + w->cut_left, until = w->to - w->cut_right, at = 0;
    if (w->cut_left)
        fputs(ELLIPSIS, to);
    for (const char *p = line; *p && at <= until;) {
        const char *start = p;
        uint32_t c = glyph_next(&p);
        int next = at + advance(c, at);
        if (c != '\t' && at >= from && next <= until)
            put_glyph(to, start, p, c);
        else
            put_spaces(to, (next < until ? next : until) - (at > from ? at : from));
        at = next;
    }
    if (w->cut_right)
        fputs(ELLIPSIS, to);
}

static void put_marks(FILE *to, const struct marked *m, const struct window *w)
{
    int end = m->to < w->to ? m->to : w->to;
    put_spaces(to, m->from - w->from);
    putc('^', to);
    for (int i = m->from + 1; i < end; i++)
        putc('~', to);
}

void caret_print(FILE *to, const recto_diag *diag, int columns, const struct paint *paint)
{
    if (diag->line == 0 || diag->column == 0 || !*diag->source_line)
        return;
    int gutter = fprintf(to, "%s%5u |%s ", paint->faint, diag->line, paint->end) -
                 (int)(strlen(paint->faint) + strlen(paint->end));
    int room = columns - gutter;
    struct marked m = measure(diag);
    struct window w = window_of(&m, room > LEAST ? room : LEAST);
    put_line(to, diag->source_line, &w);
    fprintf(to, "\n%s%*s|%s ", paint->faint, gutter - 2, "", paint->end);
    fputs(paint->caret, to);
    put_marks(to, &m, &w);
    fprintf(to, "%s\n", paint->end);
}
