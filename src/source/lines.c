/* SPDX-License-Identifier: MIT */
/* source/lines.c — the lines of a Markdown text, and which of them are code. */
#include "source/lines.h"

#include "base/arena.h"
#include "source/ascii.h"

/* The fence or list that is open while the lines are walked. */
struct state {
    char mark; /* '`' or '~'; 0: no fence is open */
    size_t length;
    int quotes, indent; /* of the line that opened it */
    bool in_item;       /* it stands behind a list marker */
    bool in_list;
    bool was_blank, was_indented;
};

size_t list_marker(struct str s)
{
    size_t i = 0;
    while (i < s.n && i < 9 && s.p[i] >= '0' && s.p[i] <= '9')
        i++;
    bool numbered = i > 0 && i < s.n && (s.p[i] == '.' || s.p[i] == ')');
    bool bullet = i == 0 && s.n > 0 && (s.p[0] == '-' || s.p[0] == '*' || s.p[0] == '+');
    if (!numbered && !bullet)
        return 0;
    i++;
    if (i < s.n && !ascii_is_blank(s.p[i]))
        return 0;
    while (i < s.n && ascii_is_blank(s.p[i]))
        i++;
    return i;
}

static struct line measure(struct str text, size_t at)
{
    struct line line = {.at = at, .end = str_find_byte(text, '\n', at)};
    size_t i = at;
    int column = 0;
    for (; i < line.end; i++) {
        char c = text.p[i];
        if (c == '>' && line.indent < 4) {
            line.quotes++;
            line.indent = -1; /* the one space behind it belongs to the mark */
            column++;
        } else if (ascii_is_blank(c)) {
            int width = c == '\t' ? 4 - column % 4 : 1;
            line.indent += width;
            column += width;
        } else {
            break;
        }
    }
    if (line.indent < 0)
        line.indent = 0;
    line.text = i;
    line.blank = i == line.end;
    return line;
}

/* Number of fence marks at the start of `s`, 0 where it is no fence. */
static size_t fence_length(struct str s)
{
    if (s.n < 3 || (s.p[0] != '`' && s.p[0] != '~'))
        return 0;
    size_t n = 1;
    while (n < s.n && s.p[n] == s.p[0])
        n++;
    if (n < 3 || (s.p[0] == '`' && str_find_byte(s, '`', n) < s.n))
        return 0;
    return n;
}

static bool open_fence(struct state *state, const struct line *line, struct str s)
{
    size_t marker = list_marker(s);
    struct str inner = str_sub(s, marker, s.n);
    size_t length = line->indent < 4 || state->in_list ? fence_length(inner) : 0;
    if (length == 0)
        return false;
    state->mark = inner.p[0];
    state->length = length;
    state->quotes = line->quotes;
    state->indent = line->indent;
    state->in_item = marker > 0 || (state->in_list && line->indent >= 2);
    return true;
}

/* Whether `line` closes the open fence by being one. */
static bool closes_fence(const struct state *state, struct str s)
{
    if (s.n == 0 || s.p[0] != state->mark)
        return false;
    size_t n = 0;
    while (n < s.n && s.p[n] == state->mark)
        n++;
    return n >= state->length && str_trim(str_sub(s, n, s.n)).n == 0;
}

/* Whether `line` ends the open fence by leaving the quote or list item it stands in. */
static bool leaves_fence(const struct state *state, const struct line *line)
{
    return line->quotes < state->quotes ||
           (state->in_item && !line->blank &&
            line->indent < (state->indent > 0 ? state->indent : 1));
}

static void mark_text(struct state *state, struct line *line, struct str s)
{
    if (line->blank) {
        state->was_blank = true;
        return;
    }
    if (line->indent >= 4 && !state->in_list && (state->was_blank || state->was_indented)) {
        line->code = line->indented = true;
        state->was_indented = true;
    } else {
        state->was_indented = false;
        if (list_marker(s) > 0)
            state->in_list = true;
        else if (line->indent < 2 && state->was_blank)
            state->in_list = false;
    }
    state->was_blank = false;
}

static void mark_line(struct state *state, struct line *line, struct str s)
{
    if (state->mark && leaves_fence(state, line))
        state->mark = 0;
    if (state->mark) {
        line->code = true;
        if (closes_fence(state, s)) {
            line->fence = true;
            state->mark = 0;
        }
    } else if (open_fence(state, line, s)) {
        line->code = line->fence = true;
        if (list_marker(s) > 0)
            state->in_list = true;
        state->was_blank = false;
    } else {
        mark_text(state, line, s);
    }
}

size_t lines_index(const struct lines *l, size_t at)
{
    return vec_index_at(&l->list, at);
}

struct lines lines_of(struct arena *a, struct str text)
{
    struct lines l = {.text = text, .open_fence = SIZE_MAX};
    struct state state = {.was_blank = true};
    size_t opened = SIZE_MAX;
    for (size_t at = 0; at < text.n;) {
        struct line line = measure(text, at);
        bool was_open = state.mark != 0;
        mark_line(&state, &line, str_sub(text, line.text, line.end));
        if (line.fence && state.mark)
            opened = l.list.n;
        else if (was_open && !state.mark)
            opened = SIZE_MAX;
        at = line.end + 1;
        vec_push(a, &l.list, line);
    }
    l.open_fence = state.mark ? opened : SIZE_MAX;
    return l;
}
