/* SPDX-License-Identifier: MIT */
/* diagram/label.c — words in a figure: measured, broken into few even lines, set. */
#include "diagram/label.h"

#include "base/arena.h"
#include "base/utf8.h"

#define PLACES_MAX 64 /* to break a label at; further ones are not tried */

/* Where a label may be broken, first and last included. */
struct places {
    uint32_t at[PLACES_MAX];
    size_t n;
};

static bool is_right_to_left(struct str text)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        if ((c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFEFC))
            return true;
        if (utf8_is_word(c) && !(c >= '0' && c <= '9'))
            return false;
    }
    return false;
}

/* Besides the usual places, a label may be broken after a slash, hyphen or underscore. */
static bool may_break(const struct shaped *shaped, uint32_t at)
{
    enum text_break kind = (enum text_break)shaped->breaks[at];
    if (kind != TEXT_BREAK_NO && kind != TEXT_BREAK_HYPHEN)
        return true;
    char before = shaped->text.p[at - 1];
    return (before == '/' || before == '-' || before == '_') && at >= 2 &&
           shaped->text.p[at] != before && shaped->text.p[at] != ' ';
}

/* A slash begins no line: " / " breaks behind it. */
static bool begins_with_slash(const struct shaped *shaped, uint32_t at)
{
    return shaped->text.p[at] == '/' || shaped->text.p[at] == '&';
}

static struct places find_places(const struct shaped *shaped)
{
    struct places p = {.at = {0}, .n = 1};
    uint32_t end = (uint32_t)shaped->text.n;
    for (uint32_t at = 1; at < end && p.n + 1 < PLACES_MAX; at++)
        if (may_break(shaped, at) && !begins_with_slash(shaped, at))
            p.at[p.n++] = at;
    p.at[p.n++] = end;
    return p;
}

static mpt part_width(const struct label *label, uint32_t from, uint32_t to)
{
    return text_width(label->text, label->stretch, from, to);
}

/* The most even way to set a text on `lines` lines: least[k][j] is the least width of the widest
 * of k lines that end at place j. */
static bool break_evenly(struct label *label, const struct places *p, size_t lines)
{
    mpt least[LABEL_LINES + 1][PLACES_MAX];
    size_t before[LABEL_LINES + 1][PLACES_MAX];
    if (p->n < lines + 1)
        return false;
    for (size_t k = 1; k <= lines; k++)
        for (size_t j = k; j < p->n; j++) {
            least[k][j] = MPT_MAX;
            before[k][j] = k - 1;
            for (size_t i = k - 1; i < j && (k > 1 || i == 0); i++) {
                mpt w = part_width(label, p->at[i], p->at[j]);
                mpt widest = k == 1 ? w : mpt_max(w, least[k - 1][i]);
                if (widest >= least[k][j])
                    continue;
                least[k][j] = widest;
                before[k][j] = i;
            }
        }
    size_t end = p->n - 1;
    label->width[lines] = least[lines][end];
    label->cut[lines][lines] = p->at[end];
    for (size_t k = lines; k > 0; k--) {
        end = before[k][end];
        label->cut[lines][k - 1] = p->at[end];
    }
    return true;
}

/* The author's own lines: their ends in the shaped text, whose bytes may be fewer. */
static size_t written_lines(struct label *label, struct text_cache *cache, struct str text,
                            bool rtl, struct diags *d)
{
    size_t lines = 0;
    uint32_t at = 0, ends[LABEL_LINES];
    struct str rest = text;
    while (rest.p != NULL && lines < LABEL_LINES) {
        struct stretch s = *label->stretch;
        s.text = str_trim(str_cut(&rest, '\n'));
        if (s.text.n == 0)
            continue;
        at += (uint32_t)text_shape(cache, &s, 1, rtl, false, d)->text.n;
        ends[lines++] = at++; /* the space that joins it to the next */
    }
    if (lines < 2)
        return 1;
    uint32_t n = (uint32_t)label->text->text.n;
    for (size_t i = 0; i < lines; i++) {
        uint32_t to = i + 1 == lines || ends[i] + 1 > n ? n : ends[i] + 1;
        label->cut[lines][i + 1] = to;
        mpt w = part_width(label, label->cut[lines][i], to);
        label->width[lines] = mpt_max(label->width[lines], w);
    }
    return lines;
}

/* `text` with its lines trimmed and joined by spaces. */
static struct str join_lines(struct arena *a, struct str text)
{
    struct strbuf out = strbuf_at(a);
    struct str rest = text;
    while (rest.p != NULL) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        if (line.n > 0 && out.n > 0)
            strbuf_putc(&out, ' ');
        strbuf_put(&out, line);
    }
    return strbuf_str(&out);
}

static struct stretch style_text(const struct look *look, struct str text,
                                 const struct label_style *style)
{
    const struct role_look *role = &look->roles[style->role];
    return (struct stretch){
        .text = text,
        .face = {role->family, style->weight ? style->weight : role->weight, role->italic},
        .features = role->features,
        .tracking = role->tracking,
        .lang = S("en"),
        .size = role->size,
        .colour = style->colour,
        .flags = STRETCH_NO_HYPHEN,
    };
}

struct label label_make(struct arena *a, struct text_cache *cache, const struct look *look,
                        struct str text, const struct label_style *style, struct diags *d)
{
    struct label label = {.size = look->roles[style->role].size};
    struct str joined = join_lines(a, text);
    if (joined.n == 0)
        return label;
    bool rtl = is_right_to_left(joined);
    label.stretch = arena_make(a, struct stretch);
    *label.stretch = style_text(look, joined, style);
    label.text = text_shape(cache, label.stretch, 1, rtl, false, d);
    if (label.text->text.n == 0)
        return label;
    label.least = label.most = written_lines(&label, cache, text, rtl, d);
    struct places p = find_places(label.text);
    for (size_t lines = label.least == 1 ? 1 : label.least + 1; lines <= LABEL_LINES;
         lines++)
        if (break_evenly(&label, &p, lines))
            label.most = lines;
    return label;
}

mpt label_width(const struct label *label, size_t lines, int size)
{
    return lines == 0 ? 0 : mpt_scale(label->width[lines], size, 1000);
}

size_t label_lines_for(const struct label *label, mpt room, int size, size_t most)
{
    for (size_t lines = label->least; lines > 0 && lines <= label->most; lines++)
        if ((lines <= most || lines == label->least) &&
            label_width(label, lines, size) <= room)
            return lines;
    return 0;
}

struct line label_line_at(struct arena *a, const struct label *label, size_t lines,
                          size_t i, int size)
{
    struct stretch *s = arena_make(a, struct stretch);
    *s = *label->stretch;
    s->size = mpt_scale(s->size, size, 1000);
    const struct line_fit fit = {.expansion = 1000};
    return text_line(a, label->text, s, label->cut[lines][i], label->cut[lines][i + 1],
                     &fit);
}
