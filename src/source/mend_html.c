/* SPDX-License-Identifier: MIT */
/* source/mend_html.c — HTML that wraps Markdown, unwrapped. */
#include "base/arena.h"
#include "source/html.h"
#include "source/mend.h"

#define HEADING_MAX_LINES 10 /* <h1> … </h1> with a picture between */
#define WHOLE_MAX 16384      /* bytes that are searched for the end of a list or table */

/* The tag that line `i` begins with. */
static bool first_tag(const struct mender *m, size_t i, struct html_tag *tag)
{
    return mend_is_text(m, i) && m->lines.list.at[i].indent < 4 &&
           html_tag_at(line_text(&m->lines, i), tag) && html_is_known(tag);
}

/* Offset in the text of `</name>` at or behind `from` and before `end`; `end` where it is not. */
static size_t find_close(const struct mender *m, struct str name, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++) {
        at = str_find(str_sub(m->text, 0, end), S("</"), at);
        struct html_tag tag;
        if (at < end && html_tag_at(str_sub(m->text, at, end), &tag) &&
            str_eq_nocase(tag.name, name))
            return at;
    }
    return end;
}

/* What stands between two tags, on one line: white space and line feeds become spaces. */
static void put_joined(struct mender *m, size_t from, size_t to)
{
    while (from < to) {
        size_t end = str_find_byte(str_sub(m->text, 0, to), '\n', from);
        size_t start = from;
        while (start < end && (m->text.p[start] == ' ' || m->text.p[start] == '\t'))
            start++;
        cooked_copy(&m->out, start, end);
        cooked_put(&m->out, S(" "), end);
        from = end + 1;
    }
}

/* The last line at which a heading's closing tag may stand. */
static size_t heading_end(const struct mender *m, size_t i)
{
    size_t last = i;
    while (last + 1 < m->lines.list.n && last + 1 < i + HEADING_MAX_LINES)
        last++;
    return m->lines.list.at[last].end;
}

/* `<h2>Title</h2>` as a heading, `<summary>Title</summary>` as one of the lowest level; the tag
 * stands at `at`. */
static size_t put_heading(struct mender *m, size_t i, size_t at, const struct html_tag *tag)
{
    int level = tag->role == HTML_HEADING ? tag->name.p[1] - '0' : 6;
    size_t from = at + tag->length, limit = heading_end(m, i);
    size_t close = find_close(m, tag->name, from, limit);
    if (close >= limit)
        return 0;
    size_t last = lines_index(&m->lines, close);
    mend_blank(m, i);
    cooked_put(&m->out, str_sub(S("###### "), (size_t)(6 - level), 7), at);
    put_joined(m, from, close);
    cooked_put(&m->out, S("\n\n"), close);
    size_t rest = str_find_byte(m->text, '>', close) + 1, end = m->lines.list.at[last].end;
    if (rest < end && str_trim(str_sub(m->text, rest, end)).n > 0) {
        cooked_copy(&m->out, rest, end);
        cooked_put(&m->out, S("\n"), end);
    }
    return last - i + 1;
}

static size_t put_page_break(struct mender *m, size_t i)
{
    mend_blank(m, i);
    mend_put(m, i, S("\x06"));
    mend_blank(m, i);
    return 1;
}

/* Leave out the wrapping tags at both ends of a line; what is between them is Markdown. */
static size_t unwrap(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    size_t from = line->text;
    struct html_tag tag;
    while (html_tag_at(str_sub(m->text, from, line->end), &tag) && html_is_known(&tag) &&
           (tag.role == HTML_WRAPPER || tag.role == HTML_DETAILS)) {
        from += tag.length;
        while (from < line->end && m->text.p[from] == ' ')
            from++;
    }
    bool titled = from < line->end &&
                  html_tag_at(str_sub(m->text, from, line->end), &tag) && !tag.close &&
                  (tag.role == HTML_HEADING || tag.role == HTML_SUMMARY);
    size_t taken = titled ? put_heading(m, i, from, &tag) : 0;
    if (taken > 0)
        return taken;
    mend_blank(m, i);
    if (from >= line->end)
        return 1;
    mend_copy_lead(m, i);
    if (m->text.p[from] == '<')
        cooked_put(&m->out, S("\x07"), from);
    cooked_copy(&m->out, from, line->end);
    cooked_put(&m->out, S("\n"), line->end);
    return 1;
}

/* Lists and tables reach to their closing tag: blank lines inside would cut them off. */
static size_t put_whole(struct mender *m, size_t i, const struct html_tag *tag)
{
    const struct line *line = &m->lines.list.at[i];
    size_t end = vec_last(&m->lines.list)->end;
    if (end - line->text > WHOLE_MAX)
        end = line->text + WHOLE_MAX;
    bool known = str_eq_nocase(m->unclosed, tag->name) && m->unclosed_until > line->text;
    size_t from = known ? m->unclosed_until : line->text;
    size_t close = tag->close ? line->text : find_close(m, tag->name, from, end);
    size_t last = close < end ? lines_index(&m->lines, close) : i;
    if (close >= end) {
        m->unclosed = tag->name;
        m->unclosed_until = end;
    }
    for (size_t k = i; k <= last; k++)
        if (!m->lines.list.at[k].blank)
            mend_copy(m, k);
    mend_blank(m, i);
    return last - i + 1;
}

/* A line that begins with a tag for the inside of lines: a paragraph. */
static size_t put_text(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    mend_copy_lead(m, i);
    cooked_put(&m->out, S("\x07"), line->text);
    cooked_copy(&m->out, line->text, line->end);
    cooked_put(&m->out, S("\n"), line->end);
    return 1;
}

static size_t mend_tag(struct mender *m, size_t i, const struct html_tag *tag)
{
    const struct line *line = &m->lines.list.at[i];
    struct span span = mend_span(m, line->text, line->text + tag->length);
    switch ((int)tag->role) {
    case HTML_DETAILS:
        if (!tag->close)
            diag_push(m->k->d, D_S0308, span, "what is folded here is set open");
        return unwrap(m, i);
    case HTML_WRAPPER:
        return html_breaks_page(tag) ? put_page_break(m, i) : unwrap(m, i);
    case HTML_SUMMARY:
        return tag->close ? 0 : put_heading(m, i, line->text, tag);
    case HTML_HEADING:
        if (tag->close)
            return 0;
        diag_push(m->k->d, D_S0307, span, "an HTML heading is read as a Markdown heading");
        return put_heading(m, i, line->text, tag);
    case HTML_RULE:
        mend_blank(m, i);
        mend_put(m, i, S("***"));
        return 1;
    case HTML_LIST:
    case HTML_TABLE:
    case HTML_QUOTE:
    case HTML_HIDDEN:
        return put_whole(m, i, tag);
    case HTML_PRE:
        return 0;
    default:
        return put_text(m, i);
    }
}

size_t mend_html(struct mender *m, size_t i)
{
    struct html_tag tag;
    return first_tag(m, i, &tag) ? mend_tag(m, i, &tag) : 0;
}
