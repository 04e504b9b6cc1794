/* SPDX-License-Identifier: MIT */
/* source/mend_list.c — lists whose marks Markdown does not know. */
#include "base/utf8.h"
#include "source/ascii.h"
#include "source/mend.h"

/* What typed bullets stand for. A `weak` one has other uses: it counts where white space follows
 * and a line of the same kind stands next to it. */
static const struct bullet {
    uint32_t c;
    bool weak;
    bool kept; /* the character says something and stays behind the marker */
    char marker[7];
} bullets[] = {
    {0x2022, false, false, "- "    },
    {0x2023, false, false, "- "    },
    {0x2043, false, false, "- "    },
    {0x2219, false, false, "- "    },
    {0x25E6, false, false, "- "    },
    {0x25AA, false, false, "- "    },
    {0x25AB, false, false, "- "    },
    {0x25A0, false, false, "- "    },
    {0x25CF, false, false, "- "    },
    {0x25CB, false, false, "- "    },
    {0x25B8, false, false, "- "    },
    {0x27A4, false, false, "- "    },
    {0x27A2, false, false, "- "    },
    {0x2756, false, false, "- "    },
    {0x30FB, false, false, "- "    }, /* katakana middle dot */
    {0xF0B7, false, false, "- "    }, /* Word's bullets in its Symbol and Wingdings fonts */
    {0xF0A7, false, false, "- "    },
    {0xF0D8, false, false, "- "    },
    {0x2610, false, false, "- [ ] "},
    {0x2611, false, false, "- [x] "},
    {0x00B7, true,  false, "- "    },
    {0x2013, true,  false, "- "    },
    {0x2014, true,  false, "- "    },
    {0x2015, true,  false, "- "    },
    {0x2212, true,  false, "- "    },
    {0x2713, true,  true,  "- "    },
    {0x2714, true,  true,  "- "    },
    {0x2705, true,  true,  "- "    },
    {0x274C, true,  true,  "- "    },
};

enum mark_kind { MARK_NONE, MARK_BULLET, MARK_WORD, MARK_TIGHT, MARK_NUMBER };

/* How a line begins. */
struct mark {
    enum mark_kind kind;
    const struct bullet *bullet;
    size_t length; /* of the mark [bytes] */
    size_t text;   /* offset of what stands behind it and white space */
};

static uint32_t char_at(struct str s, size_t at)
{
    return at < s.n ? utf8_next(s, &at) : 0;
}

static bool is_letter(uint32_t c)
{
    return utf8_is_word(c) && !(c >= '0' && c <= '9');
}

/* Behind white space, no-break spaces and variation selectors. */
static size_t skip_space(struct str s, size_t i)
{
    while (i < s.n) {
        size_t next = i;
        uint32_t c = utf8_next(s, &next);
        if (!utf8_is_space(c) && c != 0xFE0F)
            break;
        i = next;
    }
    return i;
}

static struct mark bullet_mark(struct str s)
{
    size_t length = 0;
    uint32_t c = utf8_next(s, &length);
    for (size_t i = 0; i < countof(bullets); i++) {
        if (bullets[i].c != c)
            continue;
        size_t text = skip_space(s, length);
        bool again = str_find(s, str_sub(s, 0, length), length) < s.n;
        bool spaced = text > length && char_at(s, length) != 0xFE0F;
        bool fits = bullets[i].weak
                        ? spaced || (bullets[i].kept && text > length)
                        : !again && (spaced || text == s.n || is_letter(char_at(s, text)));
        if (fits)
            return (struct mark){MARK_BULLET, &bullets[i], length, text};
    }
    return (struct mark){0};
}

/* `-text`: no space, and no number behind the hyphen, which would be a minus. */
static bool is_tight(struct str s)
{
    return s.p[0] == '-' && is_letter(char_at(s, 1));
}

/* `1.text`, `1、text`. */
static struct mark number_mark(struct str s)
{
    size_t i = 0;
    while (i < s.n && i < 3 && s.p[i] >= '0' && s.p[i] <= '9')
        i++;
    uint32_t c = char_at(s, i);
    if (i == 0 || (c != '.' && c != ')' && c != 0x3001 && c != 0xFF0E))
        return (struct mark){0};
    size_t length = i;
    (void)utf8_next(s, &length);
    bool wide = c > 0x7F;
    if (!is_letter(char_at(s, length)) && !wide)
        return (struct mark){0};
    return (struct mark){MARK_NUMBER, NULL, i, skip_space(s, length)};
}

static struct mark mark_of(struct str s)
{
    if (s.n == 0)
        return (struct mark){0};
    unsigned char c = (unsigned char)s.p[0];
    if (c == 'o' && char_at(s, 1) == '\t')
        return (struct mark){MARK_WORD, NULL, 1, skip_space(s, 1)};
    if (is_tight(s))
        return (struct mark){MARK_TIGHT, NULL, 1, 1};
    return c < 0x80 ? number_mark(s) : bullet_mark(s);
}

static bool same_kind(const struct mender *m, size_t i, const struct mark *mark)
{
    struct mark other = mark_of(line_text(&m->lines, i));
    return other.kind == mark->kind && other.bullet == mark->bullet;
}

/* Whether a line of the same kind stands next to line `i`, at most one blank line between. */
static bool has_neighbour(const struct mender *m, size_t i, const struct mark *mark)
{
    const struct lines *l = &m->lines;
    for (size_t k = 1; k <= 2 && i >= k; k++)
        if (!l->list.at[i - k].blank || k == 2) {
            if (same_kind(m, i - k, mark))
                return true;
            break;
        }
    for (size_t k = 1; k <= 2 && i + k < l->list.n; k++)
        if (!l->list.at[i + k].blank || k == 2)
            return same_kind(m, i + k, mark);
    return false;
}

/* A marker that Markdown knows, with a no-break space behind it; its length, or 0. */
static size_t marker_before_nbsp(struct str s)
{
    size_t i = 0;
    while (i < s.n && i < 9 && s.p[i] >= '0' && s.p[i] <= '9')
        i++;
    char c = ascii_at(s, i);
    bool marker = i > 0 ? c == '.' || c == ')' : c == '-' || c == '*' || c == '+';
    uint32_t next = char_at(s, i + 1);
    return marker && next > 0x7F && utf8_is_space(next) ? i + 1 : 0;
}

/* Lead, `marker`, and the rest of the line from `text` on. */
static void put(struct mender *m, size_t i, struct str marker, size_t text)
{
    const struct line *line = &m->lines.list.at[i];
    if (line->code)
        mend_put(m, i, S("")); /* an indented list is no code block */
    else
        mend_copy_lead(m, i);
    cooked_put(&m->out, marker, line->text);
    cooked_copy(&m->out, line->text + text, line->end);
    cooked_put(&m->out, S("\n"), line->end);
}

static size_t put_number(struct mender *m, size_t i, const struct mark *mark)
{
    const struct line *line = &m->lines.list.at[i];
    mend_copy_lead(m, i);
    cooked_copy(&m->out, line->text, line->text + mark->length);
    cooked_put(&m->out, S(". "), line->text + mark->length);
    cooked_copy(&m->out, line->text + mark->text, line->end);
    cooked_put(&m->out, S("\n"), line->end);
    return 1;
}

static size_t put_bullet(struct mender *m, size_t i, const struct mark *mark)
{
    const struct line *line = &m->lines.list.at[i];
    bool tight = mark->kind == MARK_TIGHT;
    struct str marker = mark->bullet ? str_from(mark->bullet->marker) : S("- ");
    if (tight)
        diag_push(m->k->d, D_S0316, mend_span(m, line->text, line->text + 1),
                  "a list mark without a space behind it");
    put(m, i, marker, mark->bullet && mark->bullet->kept ? 0 : mark->text);
    return 1;
}

size_t mend_list(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    struct str s = line_text(&m->lines, i);
    if (line->blank || (line->code && !line->indented))
        return 0;
    size_t known = line->code ? 0 : marker_before_nbsp(s);
    if (known > 0) {
        struct str marker = str_join(m->k->a, str_sub(s, 0, known), S(" "));
        put(m, i, marker, skip_space(s, known));
        return 1;
    }
    struct mark mark = mark_of(s);
    bool sure = mark.kind == MARK_BULLET && !mark.bullet->weak;
    if (mark.kind == MARK_NONE || (line->code && !sure))
        return 0;
    if (!sure && mark.kind != MARK_WORD && !has_neighbour(m, i, &mark))
        return 0;
    return mark.kind == MARK_NUMBER ? put_number(m, i, &mark) : put_bullet(m, i, &mark);
}
