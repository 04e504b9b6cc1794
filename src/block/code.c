/* SPDX-License-Identifier: MIT */
/* block/code.c — blocks of code on a tinted panel; a long line turns over with a mark. */
#include "base/arena.h"
#include "base/utf8.h"
#include "block/kinds.h"
#include "block/path.h"
#include "block/rich.h"

#define RADIUS 3402  /* 1.2 mm [mpt] */
#define SEAM PT(0.4) /* panels of neighbouring lines overlap, or viewers show a hairline */
#define TAB 4        /* columns */
#define HANG 2       /* columns before a line that was turned over */
#define COLUMNS_MIN 12
#define MARK_WIDTH PT(0.6)
#define SIDE_PAD 1133 /* left and right of the text, for each thousand above it */

/* The panel while its lines are put down. */
struct panel {
    struct setter *s;
    struct tag *tag;
    struct str comment; /* what begins a comment in this language; empty: none */
    mpt column;         /* advance of a character [mpt] */
    mpt inset;          /* edge to text [mpt] */
    size_t columns;     /* that fit */
    size_t rows, row;
};

static const struct {
    const char *names; /* between bars */
    const char *comment;
} languages[] = {
    {"|sh|bash|shell|console|python|py|yaml|yml|toml|ruby|r|make|makefile|dockerfile|",
     "#"                                                                                    },
    {"|c|cpp|c++|java|js|javascript|ts|typescript|go|rust|swift|kotlin|scala|",         "//"},
    {"|sql|lua|haskell|",                                                               "--"},
};

static struct str comment_of(struct arena *a, struct str info)
{
    struct str rest = str_trim(info);
    struct str name = str_lower(a, str_cut(&rest, ' '));
    struct str barred = str_fmt(a, "|%.*s|", STR(name));
    for (size_t i = 0; i < countof(languages) && name.n > 0; i++) {
        struct str names = str_from(languages[i].names);
        if (str_find(names, barred, 0) < names.n)
            return str_from(languages[i].comment);
    }
    return S("");
}

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

/* How much of `line` goes on a row of `columns`: all of it, else up to a space, else as many
 * characters as fit. */
static size_t row_end(struct str line, size_t columns)
{
    size_t used = 0, space = 0;
    for (size_t i = 0; i < line.n;) {
        size_t next = i;
        uint32_t c = utf8_next(line, &next);
        used += columns_of(c);
        if (used > columns && i > 0)
            return space > 0 ? space : i;
        i = next;
        if (c == ' ' &&
            used > columns / 3) /* the indent of a line is no place to turn it */
            space = i;
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

static void mark_panel(struct panel *p, struct marks *m, mpt height)
{
    struct setter *s = p->s;
    bool first = p->row == 0, last = p->row + 1 == p->rows;
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

static void set_row(struct panel *p, struct str text, bool turned, bool comment)
{
    struct setter *s = p->s;
    struct rich rich = {{0}};
    struct stretch st = rich_stretch(s, text, ROLE_CODE_BLOCK);
    st.flags |= STRETCH_CODE | STRETCH_AS_IS;
    if (comment)
        st.colour = s->look->tertiary;
    rich_put(s, &rich, st);
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
        s->penalty = p->row == 1 || p->row + 1 == p->rows ? BREAK_NEVER : PENALTY_CODE;
    set_box(s, &m, height, 1);
    p->row++;
}

/* Cut a line of the source into rows; count them, or set them. */
static size_t rows_of(struct panel *p, struct str line, bool set)
{
    struct str start = str_trim(line);
    bool comment = p->comment.n > 0 && str_starts(start, p->comment);
    size_t rows = 0;
    do {
        size_t columns = p->columns - (rows > 0 ? HANG : 0);
        size_t end = row_end(line, columns);
        if (set)
            set_row(p, str_sub(line, 0, end), rows > 0, comment);
        line = str_sub(line, end, line.n);
        rows++;
    } while (line.n > 0);
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
    struct panel p = {.s = s, .comment = comment_of(s->a, block->info)};
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
    set_gap(s, s->look->block_gap);
    s->again = false;
}
