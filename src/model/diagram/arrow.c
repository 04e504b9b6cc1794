/* SPDX-License-Identifier: MIT */
/* model/diagram/arrow.c — arrows as people write them in text. */
#include "model/diagram/arrow.h"

#include "base/utf8.h"

/* Arrows of one character. */
static const struct sign {
    uint32_t c;
    enum edge_kind kind;
    bool vertical, dashed;
} signs[] = {
    {0x2190, EDGE_BACK,    false, false}, /* ← */
    {0x2191, EDGE_BACK,    true,  false}, /* ↑ */
    {0x2192, EDGE_FORWARD, false, false}, /* → */
    {0x2193, EDGE_FORWARD, true,  false}, /* ↓ */
    {0x2194, EDGE_BOTH,    false, false}, /* ↔ */
    {0x2195, EDGE_BOTH,    true,  false}, /* ↕ */
    {0x219D, EDGE_FORWARD, false, true }, /* ↝ */
    {0x21A0, EDGE_FORWARD, false, false}, /* ↠ */
    {0x21A3, EDGE_FORWARD, false, false}, /* ↣ */
    {0x21A6, EDGE_FORWARD, false, false}, /* ↦ */
    {0x21C4, EDGE_BOTH,    false, false}, /* ⇄ */
    {0x21C5, EDGE_BOTH,    true,  false}, /* ⇅ */
    {0x21C6, EDGE_BOTH,    false, false}, /* ⇆ */
    {0x21CB, EDGE_BOTH,    false, false}, /* ⇋ */
    {0x21CC, EDGE_BOTH,    false, false}, /* ⇌ */
    {0x21D0, EDGE_BACK,    false, false}, /* ⇐ */
    {0x21D1, EDGE_BACK,    true,  false}, /* ⇑ */
    {0x21D2, EDGE_FORWARD, false, false}, /* ⇒ */
    {0x21D3, EDGE_FORWARD, true,  false}, /* ⇓ */
    {0x21D4, EDGE_BOTH,    false, false}, /* ⇔ */
    {0x21D5, EDGE_BOTH,    true,  false}, /* ⇕ */
    {0x21DB, EDGE_FORWARD, false, false}, /* ⇛ */
    {0x21DD, EDGE_FORWARD, false, true }, /* ⇝ */
    {0x21E0, EDGE_BACK,    false, true }, /* ⇠ */
    {0x21E2, EDGE_FORWARD, false, true }, /* ⇢ */
    {0x21E6, EDGE_BACK,    false, false}, /* ⇦ */
    {0x21E8, EDGE_FORWARD, false, false}, /* ⇨ */
    {0x21E9, EDGE_FORWARD, true,  false}, /* ⇩ */
    {0x21FE, EDGE_FORWARD, false, false}, /* ⇾ */
    {0x21FF, EDGE_BOTH,    false, false}, /* ⇿ */
    {0x25B2, EDGE_BACK,    true,  false}, /* ▲ */
    {0x25B6, EDGE_FORWARD, false, false}, /* ▶ */
    {0x25B8, EDGE_FORWARD, false, false}, /* ▸ */
    {0x25BA, EDGE_FORWARD, false, false}, /* ► */
    {0x25BC, EDGE_FORWARD, true,  false}, /* ▼ */
    {0x25BE, EDGE_FORWARD, true,  false}, /* ▾ */
    {0x25C0, EDGE_BACK,    false, false}, /* ◀ */
    {0x25C2, EDGE_BACK,    false, false}, /* ◂ */
    {0x25C4, EDGE_BACK,    false, false}, /* ◄ */
    {0x2794, EDGE_FORWARD, false, false}, /* ➔ */
    {0x2799, EDGE_FORWARD, false, false}, /* ➙ */
    {0x279B, EDGE_FORWARD, false, false}, /* ➛ */
    {0x279C, EDGE_FORWARD, false, false}, /* ➜ */
    {0x279D, EDGE_FORWARD, false, false}, /* ➝ */
    {0x279E, EDGE_FORWARD, false, false}, /* ➞ */
    {0x279F, EDGE_FORWARD, false, true }, /* ➟ */
    {0x27A0, EDGE_FORWARD, false, true }, /* ➠ */
    {0x27A1, EDGE_FORWARD, false, false}, /* ➡ */
    {0x27A4, EDGE_FORWARD, false, false}, /* ➤ */
    {0x27A8, EDGE_FORWARD, false, false}, /* ➨ */
    {0x27B2, EDGE_FORWARD, false, false}, /* ➲ */
    {0x27F5, EDGE_BACK,    false, false}, /* ⟵ */
    {0x27F6, EDGE_FORWARD, false, false}, /* ⟶ */
    {0x27F7, EDGE_BOTH,    false, false}, /* ⟷ */
    {0x27F8, EDGE_BACK,    false, false}, /* ⟸ */
    {0x27F9, EDGE_FORWARD, false, false}, /* ⟹ */
    {0x27FA, EDGE_BOTH,    false, false}, /* ⟺ */
    {0x27FC, EDGE_FORWARD, false, false}, /* ⟼ */
    {0x27FE, EDGE_FORWARD, false, false}, /* ⟾ */
    {0x27FF, EDGE_FORWARD, false, true }, /* ⟿ */
    {0x290F, EDGE_FORWARD, false, true }, /* ⤏ */
    {0x2933, EDGE_FORWARD, false, true }, /* ⤳ */
    {0x2B05, EDGE_BACK,    false, false}, /* ⬅ */
    {0x2B06, EDGE_BACK,    true,  false}, /* ⬆ */
    {0x2B07, EDGE_FORWARD, true,  false}, /* ⬇ */
    {0x2B0C, EDGE_BOTH,    false, false}, /* ⬌ */
    {0x2B0D, EDGE_BOTH,    true,  false}, /* ⬍ */
    {0x2B95, EDGE_FORWARD, false, false}, /* ⮕ */
};

static const struct sign *sign_find(uint32_t c)
{
    for (size_t i = 0; c >= signs[0].c && i < countof(signs); i++) {
        if (signs[i].c == c)
            return &signs[i];
    }
    return NULL;
}

bool arrow_is_dash(uint32_t c)
{
    switch (c) {
    case '-':
    case '=':
    case '~':
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2212: /* − */
    case 0x2500: /* ─ */
    case 0x2501: /* ━ */
    case 0x2504: /* ┄ */
    case 0x2505: /* ┅ */
    case 0x2508: /* ┈ */
    case 0x2509: /* ┉ */
    case 0x254C: /* ╌ */
    case 0x254D: /* ╍ */
    case 0x2550: /* ═ */
        return true;
    default:
        return false;
    }
}

static bool dash_is_dashed(uint32_t c)
{
    return c == '~' || c == '.' || (c >= 0x2504 && c <= 0x2509) || c == 0x254C ||
           c == 0x254D;
}

/* A run of shaft characters. */
struct shaft {
    size_t n;  /* characters */
    size_t to; /* first byte behind */
    bool dashed;
    bool ascii;
    bool equals; /* holds a '=' */
};

/* `.` counts inside a shaft only, as in `-.->`. */
static struct shaft shaft_read(struct str text, size_t i, size_t end)
{
    struct shaft s = {.to = i, .ascii = true};
    while (s.to < end) {
        size_t next = s.to;
        uint32_t c = utf8_next(text, &next);
        bool dot = c == '.' && s.n > 0 && next < end &&
                   (text.p[next] == '-' || text.p[next] == '.');
        if (!arrow_is_dash(c) && !dot)
            break;
        s.n++;
        s.to = next;
        s.dashed |= dash_is_dashed(c);
        s.ascii &= c < 0x80;
        s.equals |= c == '=';
    }
    return s;
}

/* An arrow head at `i`: '>' or a one-character arrow of `kind`; 0 or its length. */
static size_t head_length(struct str text, size_t i, size_t end, enum edge_kind kind)
{
    if (i >= end)
        return 0;
    size_t next = i;
    uint32_t c = utf8_next(text, &next);
    if (c == (kind == EDGE_BACK ? '<' : '>'))
        return 1;
    if (c == 0x25B7 && kind == EDGE_FORWARD) /* ▷ is a head, never an arrow by itself */
        return next - i;
    const struct sign *sign = sign_find(c);
    return sign && sign->kind == kind && !sign->vertical ? next - i : 0;
}

/* Emoji arrows carry a variation selector. */
static size_t behind_selector(struct str text, size_t i, size_t end)
{
    size_t next = i;
    if (i < end && utf8_next(text, &next) >= 0xFE00) {
        struct str tail = str_sub(text, i, next);
        if (str_eq(tail, S("\xEF\xB8\x8F")) || str_eq(tail, S("\xEF\xB8\x8E")))
            return next;
    }
    return i;
}

static bool blank_before(struct str text, size_t i)
{
    return i == 0 || utf8_is_space(utf8_prev(text, &i));
}

static bool blank_after(struct str text, size_t i, size_t end)
{
    return i >= end || utf8_is_space(utf8_next(text, &i));
}

#define LABEL_MAX 60 /* [bytes] more between two dashes is prose */

/* `label` in `── label ──►` from behind the first shaft on; the closing shaft goes to `*tail`. */
static bool label_read(struct str text, size_t from, size_t end, struct stretch *label,
                       struct shaft *tail)
{
    size_t stop = from + LABEL_MAX < end ? from + LABEL_MAX : end;
    for (size_t i = from; i < stop;) {
        *tail = shaft_read(text, i, end);
        bool closes = tail->n >= (tail->ascii ? 2u : 1u);
        if (closes && head_length(text, tail->to, end, EDGE_FORWARD)) {
            *label = (struct stretch){from, i};
            bool even = blank_after(text, from, end) == blank_before(text, i);
            return str_trim(str_sub(text, from, i)).n > 0 && (even || !tail->ascii);
        }
        if (closes)
            return false;
        uint32_t c = utf8_next(text, &i);
        if (c == '\n' || sign_find(c))
            return false;
    }
    return false;
}

/* Does one of the dashes that prose uses stand at `i`? */
static bool is_prose_dash(struct str text, size_t i)
{
    uint32_t c = utf8_next(text, &i);
    return c == 0x2013 || c == 0x2014 || c == 0x2212;
}

/* May a shaft without a head begin `── label ──►`? A dash of prose may not; "--flag" is found out
 * by its spaces, which are not even. */
static bool opens_label(struct str text, size_t i, const struct shaft *s)
{
    if (s->equals || is_prose_dash(text, i))
        return false;
    if (!s->ascii)
        return true;
    return s->n >= 2 && blank_before(text, i);
}

/* `-->|label|`, `<-->|label|` */
static void bar_label(struct str text, size_t end, struct arrow *out)
{
    size_t i = out->at.to;
    if (i >= end || text.p[i] != '|')
        return;
    size_t close = str_find_byte(str_sub(text, 0, end), '|', i + 1);
    if (close >= end || close - i > LABEL_MAX)
        return;
    out->label = (struct stretch){i + 1, close};
    out->at.to = close + 1;
}

/* An arrow drawn of several characters. */
static bool drawn_read(struct str text, size_t i, size_t end, struct arrow *out)
{
    size_t back = head_length(text, i, end, EDGE_BACK);
    struct shaft s = shaft_read(text, i + back, end);
    size_t ahead = s.n ? head_length(text, s.to, end, EDGE_FORWARD) : 0;
    if (s.n == 0 || (back && !ahead && s.equals && s.n == 1)) /* "<=" compares */
        return false;
    if (ahead && s.n == 1 && s.ascii && text.p[i + back] == '~')
        return false; /* "~>" is a version range */
    out->at = (struct stretch){i, s.to + ahead};
    out->dashed = s.dashed;
    out->ascii = s.ascii && text.p[i] > 0;
    out->kind = back && ahead ? EDGE_BOTH : back ? EDGE_BACK : EDGE_FORWARD;
    if (ahead || back)
        return true;
    struct shaft tail;
    if (opens_label(text, i, &s) && label_read(text, s.to, end, &out->label, &tail)) {
        out->at.to = tail.to + head_length(text, tail.to, end, EDGE_FORWARD);
        out->dashed |= tail.dashed;
        return true;
    }
    out->kind = EDGE_NONE;
    return !s.ascii && !is_prose_dash(text, i) && s.n >= 2;
}

#define QUOTE_MAX 200 /* [bytes] before a » in which its « would stand */

static bool sign_read(struct str text, size_t i, size_t end, struct arrow *out)
{
    size_t next = i;
    uint32_t c = utf8_next(text, &next);
    const struct sign *sign = sign_find(c);
    if (sign) {
        out->kind = sign->kind;
        out->vertical = sign->vertical;
        out->dashed = sign->dashed;
        out->at = (struct stretch){i, behind_selector(text, next, end)};
        return true;
    }
    /* "a >> b", as in pipelines of Airflow; "a |> b" of Elixir; » where it is no quotation mark */
    bool chevrons = (c == '>' || c == '|') && next < end && text.p[next] == '>';
    struct str before = str_sub(text, i > QUOTE_MAX ? i - QUOTE_MAX : 0, i);
    bool guillemet = c == 0xBB && str_find(before, S("«"), 0) == before.n;
    if (!chevrons && !guillemet)
        return false;
    out->kind = EDGE_FORWARD;
    out->ascii = chevrons;
    out->at = (struct stretch){i, chevrons ? next + 1 : next};
    return true;
}

/* One look at a byte spares the letters, which are most of a text, all the others. */
static bool begins_arrow(char c)
{
    return (unsigned char)c >= 0x80 || c == '<' || c == '>' || c == '|' ||
           arrow_is_dash((unsigned char)c);
}

bool arrow_read(struct str text, size_t i, size_t end, struct arrow *out)
{
    *out = (struct arrow){0};
    if (i >= end || !begins_arrow(text.p[i]))
        return false;
    if (!drawn_read(text, i, end, out)) {
        *out = (struct arrow){0};
        if (!sign_read(text, i, end, out))
            return false;
    }
    out->spaced = blank_before(text, i) && blank_after(text, out->at.to, end);
    bool ahead = out->kind == EDGE_FORWARD || out->kind == EDGE_BOTH;
    if (ahead && !out->label.to)
        bar_label(text, end, out);
    bool weak = text.p[i] == '>' || text.p[i] == '|' || out->vertical ||
                out->kind == EDGE_NONE || (out->kind == EDGE_BACK && out->ascii) ||
                str_starts(str_sub(text, i, end), S("»"));
    return out->spaced || !weak;
}
