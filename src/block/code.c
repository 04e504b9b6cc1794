/* SPDX-License-Identifier: MIT */
/* block/code.c — blocks of code on a tinted panel; a long line turns over with a mark. */
#include "base/arena.h"
#include "base/utf8.h"
#include "block/code_words.h"
#include "block/kinds.h"
#include "block/path.h"
#include "block/rich.h"

#define WHOLE_ROWS 12 /* code of no more rows stands in one panel, as a figure does */
#define RADIUS 3402   /* 1.2 mm [mpt] */
#define SEAM PT(0.4)  /* panels of neighbouring lines overlap, or viewers show a hairline */
#define TAB 4         /* columns */
#define HANG 2        /* columns before a line that was turned over */
#define COLUMNS_MIN 12
#define KEYWORD_WEIGHT 600
#define MARK_WIDTH PT(0.6)
#define PANEL_RULE PT(0.5)
#define SIDE_PAD 1133 /* left and right of the text, for each thousand above it */

/* The panel while its lines are put down. */
struct panel {
    struct setter *s;
    struct tag *tag;
    const struct code_language *language; /* NULL: nothing stands out */
    mpt column;                           /* advance of a character [mpt] */
    mpt inset;                            /* edge to text [mpt] */
    size_t columns;                       /* that fit */
    size_t rows, row;
};

/* Chinese, Japanese and Korean characters take two columns. */
static size_t columns_of(uint32_t c)
{
    bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                c >= 0x1F300;
    return wide ? 2 : 1;
}

static struct str without_tabs(struct arena *a, struct str line)
{
    if (str_find_byte(line, '\t', 0) == line.n)
        return line;
    struct strbuf b = strbuf_at(a);
    size_t column = 0;
    for (size_t i = 0; i < line.n;) {
        uint32_t c = utf8_next(line, &i);
        if (c != '\t') {
            strbuf_put_utf8(&b, c);
            column += columns_of(c);
            continue;
        }
        do
            strbuf_putc(&b, ' ');
        while (++column % TAB != 0);
    }
    return strbuf_str(&b);
}

static bool is_any(char c, const char *signs)
{
    return str_find_byte(str_from(signs), c, 0) < str_from(signs).n;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* Before the point of a call in a chain, and behind what opens or parts arguments. */
static bool parts_call(struct str line, size_t i)
{
    char before = i > 0 ? line.p[i - 1] : ' ', c = i < line.n ? line.p[i] : ' ';
    if (c == '.')
        return (before == ')' || is_letter(before)) && i + 1 < line.n &&
               is_letter(line.p[i + 1]);
    return is_any(before, ",;(=/") && !is_any(c, " ,;()=/>");
}

/* How much of `line` goes on a row of `columns`: all of it, else up to the last space in its last
 * third, else up to where a call or its arguments part, else up to a space, else as many characters
 * as fit. The indent of a line is no place to turn it. */
static size_t row_end(struct str line, size_t columns)
{
    size_t used = 0, space = 0, far = 0, sign = 0;
    for (size_t i = 0; i < line.n;) {
        size_t next = i;
        uint32_t c = utf8_next(line, &next);
        if (used > columns / 3 && used <= columns && parts_call(line, i))
            sign = i;
        used += columns_of(c);
        if (used > columns && i > 0)
            return far > 0 ? far : sign > 0 ? sign : space > 0 ? space : i;
        i = next;
        if (c == ' ' && used > columns / 3)
            space = i;
        if (c == ' ' && used > columns - columns / 3)
            far = i;
    }
    return line.n;
}

/* An arrow that turns the corner, left of a continued line. */
static void mark_turn(struct panel *p, struct marks *m, mpt y)
{
    struct setter *s = p->s;
    mpt w = p->column;
    struct ink ink = ink_stroke(s->look->tertiary, MARK_WIDTH);
    struct point hook[] = {
        {0, -w    },
        {0, -w / 3},
        {w, -w / 3}
    };
    struct point head[] = {
        {w * 2 / 3, -w * 2 / 3},
        {w,         -w / 3    },
        {w * 2 / 3, 0         }
    };
    struct point at = {s->x + p->inset, y};
    marks_path(s, m, path_polyline(s->a, hook, countof(hook), 0, ink), at);
    marks_path(s, m, path_polyline(s->a, head, countof(head), 0, ink), at);
}

/* Where panels are not tinted, as in print, a rule tells what is code. */
static void mark_rule(struct panel *p, struct marks *m, mpt height)
{
    struct setter *s = p->s;
    struct ink ink = ink_stroke(s->look->rule, PANEL_RULE);
    const struct path *rule =
        path_rule(s->a, (struct point){0, 0}, (struct point){0, height}, ink);
    marks_path(s, m, rule, (struct point){s->x, 0}); /* code runs left to right */
}

static void mark_panel(struct panel *p, struct marks *m, mpt height)
{
    struct setter *s = p->s;
    bool first = p->row == 0, last = p->row + 1 == p->rows;
    if (s->look->tint == s->look->paper_tone) {
        mark_rule(p, m, height + (last ? 0 : SEAM));
        return;
    }
    enum path_corners corners = CORNERS_NONE;
    if (first && last)
        corners = CORNERS_ALL;
    else if (first)
        corners = CORNERS_TOP;
    else if (last)
        corners = CORNERS_BOTTOM;
    struct rect r = {0, 0, s->measure, height + (last ? 0 : SEAM)};
    marks_path(s, m, path_panel(s->a, r, RADIUS, corners, ink_fill(s->look->tint)),
               (struct point){s->x, 0});
}

/* A piece of a source line, and what stands out in it: comments are lighter, keywords stronger. No
 * colour tells anything, so grey paper loses nothing. */
struct row {
    struct str line; /* all of the source line */
    size_t from, to; /* what stands on this row */
    const struct code_spans *spans;
    size_t span; /* the next of them */
};

static void put_piece(struct setter *s, struct rich *rich, struct str text,
                      const struct code_span *span)
{
    struct stretch st = rich_stretch(s, text, ROLE_CODE_BLOCK);
    st.flags |= STRETCH_CODE | STRETCH_AS_IS;
    if (span && span->kind == CODE_COMMENT)
        st.colour = s->look->tertiary;
    else if (span)
        st.face.weight = KEYWORD_WEIGHT;
    rich_put(s, rich, st);
}

static struct rich row_text(struct setter *s, struct row *row)
{
    struct rich rich = {{0}};
    size_t at = row->from;
    for (; row->span < row->spans->list.n; row->span++) {
        const struct code_span *span = &row->spans->list.at[row->span];
        if (span->start >= row->to)
            break;
        size_t start = span->start < at ? at : span->start;
        size_t end = span->end < row->to ? span->end : row->to;
        put_piece(s, &rich, str_sub(row->line, at, start), NULL);
        put_piece(s, &rich, str_sub(row->line, start, end), span);
        at = end;
        if (span->end > row->to) /* the rest of it stands on the next row */
            break;
    }
    put_piece(s, &rich, str_sub(row->line, at, row->to), NULL);
    return rich;
}

static void set_row(struct panel *p, struct row *row)
{
    struct setter *s = p->s;
    bool turned = row->from > 0;
    struct rich rich = row_text(s, row);
    struct par_params params = set_params(s, ROLE_CODE_BLOCK, 4 * s->measure);
    params.align = PAR_RAGGED;
    params.rtl = false;
    struct setting t = set_text(s, &rich, ROLE_CODE_BLOCK, &params);
    mpt pad = s->look->code_pad;
    mpt top = p->row == 0 ? pad : 0, foot = p->row + 1 == p->rows ? pad : 0;
    mpt height = top + t.leading + foot;
    struct marks m = {{0}};
    mark_panel(p, &m, height);
    if (turned)
        mark_turn(p, &m, top + t.baseline);
    mpt x = s->x + p->inset + (turned ? HANG * p->column : 0);
    for (uint32_t i = 0; i < t.lines.count; i++)
        marks_line(s, &m, &t.lines.at[i], (struct point){x, top + t.baseline}, p->tag);
    if (p->row > 0)
        s->penalty = p->rows <= WHOLE_ROWS || p->row == 1 || p->row + 1 == p->rows
                         ? BREAK_NEVER
                         : PENALTY_CODE;
    set_box(s, &m, height, 1);
    p->row++;
}

/* Cut a line of the source into rows; count them, or set them. */
static size_t rows_of(struct panel *p, struct str line, bool set)
{
    struct code_spans spans = {{0}};
    if (set)
        spans = code_words(p->s->a, p->language, line);
    struct row row = {.line = line, .spans = &spans};
    size_t rows = 0;
    do {
        size_t columns = p->columns - (rows > 0 ? HANG : 0);
        row.to = row.from + row_end(str_sub(line, row.from, line.n), columns);
        if (set)
            set_row(p, &row);
        row.from = row.to;
        rows++;
    } while (row.from < line.n);
    return rows;
}

static size_t all_rows(struct panel *p, struct str text, bool set)
{
    size_t rows = 0;
    text = str_trim_end(text);
    do {
        struct str line = str_cut(&text, '\n');
        rows += rows_of(p, without_tabs(p->s->a, line), set);
    } while (text.p);
    return rows;
}

static mpt column_width(struct setter *s)
{
    struct rich rich = {{0}};
    struct stretch st = rich_stretch(s, S("0"), ROLE_CODE_BLOCK);
    rich_put(s, &rich, st);
    return mpt_max(1, set_widths(s, &rich).max);
}

void build_code(struct setter *s, const struct block *block)
{
    struct panel p = {.s = s, .language = code_language_find(s->a, block->info)};
    p.column = column_width(s);
    p.inset = mpt_scale(s->look->code_pad, SIDE_PAD, 1000);
    mpt room = s->measure - 2 * p.inset;
    p.columns = room > 0 ? (size_t)(room / p.column) : 0;
    if (p.columns < COLUMNS_MIN)
        p.columns = COLUMNS_MIN;
    p.tag = tag_new(s->a, tag_new(s->a, s->tag, TAG_P), TAG_CODE);
    set_gap(s, s->look->block_gap);
    set_begin(s);
    s->span = block->span;
    p.rows = all_rows(&p, block->text, false);
    all_rows(&p, block->text, true);
    set_end(s);
    set_edge(s);
    set_gap(s, s->look->block_gap);
    s->again = false;
}
