/* SPDX-License-Identifier: MIT */
/* model/diagram/stage.c — what stands between two arrows: nodes side by side, and their stores. */
#include "model/diagram/stage.h"

#include "base/utf8.h"
#include "model/diagram/arrow.h"
#include "model/diagram/brackets.h"

/* A written line break at `i`: `<br>`, `<br/>`, `<br />`, `\n`; 0 or its length. */
static size_t break_length(struct str text, size_t i)
{
    static const char *const breaks[] = {"<br>", "<br/>", "<br />", "\\n"};
    for (size_t k = 0; k < countof(breaks); k++) {
        struct str b = str_from(breaks[k]);
        if (str_eq_nocase(str_sub(text, i, i + b.n), b))
            return b.n;
    }
    return 0;
}

/* Drop the spaces at the end of what was put so far. */
static void trim_put(struct strbuf *b)
{
    while (b->n && (b->p[b->n - 1] == ' ' || b->p[b->n - 1] == '\n'))
        b->n--;
}

static void put_blank(struct strbuf *b)
{
    if (b->n && b->p[b->n - 1] != ' ' && b->p[b->n - 1] != '\n')
        strbuf_putc(b, ' ');
}

static struct str make_label(struct arena *a, struct str text, char line_end)
{
    struct strbuf b = strbuf_at(a);
    text = str_trim(text);
    for (size_t i = 0; i < text.n;) {
        char c = text.p[i];
        size_t broken = c == '\n' && line_end == '\n' ? 1 : break_length(text, i);
        if (broken) {
            trim_put(&b);
            strbuf_putc(&b, '\n');
        } else if (c == ' ' || c == '\t' || c == '\n') {
            put_blank(&b);
        } else {
            strbuf_putc(&b, c);
        }
        i += broken ? broken : 1;
    }
    trim_put(&b);
    return str_trim(strbuf_str(&b));
}

struct str label_of(struct arena *a, struct str text)
{
    return make_label(a, text, ' ');
}

struct str label_of_lines(struct arena *a, struct str text)
{
    return make_label(a, text, '\n');
}

/* Line ends that the author did not ask for are spaces. */
static struct str marked_label(struct arena *a, const struct marked *m, struct stretch s)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = s.from; i < s.to; i++) {
        bool soft = m->text.p[i] == '\n' && !(m->marks[i] & MARK_HARD);
        strbuf_put(&b, soft ? S(" ") : str_sub(m->text, i, i + 1));
    }
    return label_of_lines(a, strbuf_str(&b));
}

struct reader {
    struct arena *a;
    const struct marked *m;
    struct stage *out;
};

/* `{.key}` typed into a fence. */
static bool cut_key(const struct marked *m, struct stretch *s)
{
    struct stretch t = marked_trim(m, *s);
    if (!str_ends(marked_text(m, t), S("{.key}")))
        return false;
    *s = (struct stretch){t.from, t.to - S("{.key}").n};
    return true;
}

/* The name in what is written in a node: its first line, up to the bar before a note. */
static struct stretch name_part(const struct marked *m, struct stretch s)
{
    size_t end = str_find(str_sub(m->text, 0, s.to), S(" | "), s.from);
    for (size_t i = s.from; i < end; i++)
        if (m->text.p[i] == '\n' && (m->marks[i] & MARK_HARD))
            end = i;
    return (struct stretch){s.from, end < s.to ? end : s.to};
}

/* A node as written, `Name`, `[Name]` or `[Name | note]`. */
static struct unit unit_of(struct reader *r, struct stretch s)
{
    struct unit u = {.shape = NODE_BOX};
    u.key = cut_key(r->m, &s) || marked_has_any(r->m, s, MARK_KEY);
    s = marked_trim(r->m, s);
    u.at = s;
    u.strong = marked_has(r->m, s, MARK_STRONG);
    u.framed = marked_has(r->m, s, MARK_CODE);
    enum node_shape shape;
    struct stretch outer = s;
    for (int layers = 0; layers < 3 && frame_strip(r->m, &s, &shape); layers++) {
        bool star = str_starts(marked_text(r->m, outer), S("**"));
        bool drawn = str_starts(marked_text(r->m, u.at), S("│"));
        u.strong |= star || /* "[**Model**]", "[**Model** | 8B]" */
                    marked_has(r->m, name_part(r->m, s), MARK_STRONG);
        u.shape = shape == NODE_BOX ? u.shape : shape;
        u.framed |= !star;
        if (drawn) /* brackets inside a drawn box are words */
            break;
        outer = marked_trim(r->m, s);
    }
    u.label = marked_label(r->a, r->m, s);
    size_t bar = str_find(u.label, S(" | "), 0);
    if (u.framed && bar < u.label.n) {
        u.note = str_trim(str_sub(u.label, bar + 3, u.label.n));
        u.label = str_trim(str_sub(u.label, 0, bar));
    }
    return u;
}

/* ---- side stores ---- */

/* The comma that ends an item of a list at `from`, or the end of `text`: not one inside brackets. */
static size_t item_end(struct str text, size_t from)
{
    bool inside = false;
    for (; from < text.n; from++) {
        char c = text.p[from];
        inside = c == '[' || (inside && c != ']');
        if (c == ',' && !inside)
            break;
    }
    return from;
}

/* `↔ Feature Store, [Cache | 2 GB]` from inside brackets. False where no arrow begins it. */
static bool sides_read(struct reader *r, struct stretch inside)
{
    struct arrow arrow;
    inside = marked_trim(r->m, inside);
    if (!arrow_read(r->m->text, inside.from, inside.to, &arrow) || arrow.kind == EDGE_NONE)
        return false;
    size_t from = arrow.at.to;
    struct str text = str_sub(r->m->text, 0, inside.to);
    if (str_trim(str_sub(text, from, text.n)).n == 0)
        return false;
    while (from < inside.to) {
        size_t comma = item_end(text, from);
        struct arrow again; /* `↔ Redis, ↔ S3` */
        struct stretch item = marked_trim(r->m, (struct stretch){from, comma});
        if (arrow_read(text, item.from, item.to, &again))
            from = again.at.to;
        struct unit u = unit_of(r, (struct stretch){from, comma});
        u.shape = NODE_STORE;
        u.kind = arrow.kind;
        if (u.label.n)
            vec_push(r->a, &r->out->sides, u);
        from = comma + 1;
    }
    return true;
}

/* Where the bracket that closes at the end of `s` opens; false where none does. */
static bool last_bracket(struct arena *a, const struct marked *m, struct stretch s,
                         size_t *open)
{
    if (s.to <= s.from || m->text.p[s.to - 1] != ')')
        return false;
    struct brackets b = brackets_of(a, m->text, s);
    for (size_t i = s.from; i < s.to; i++) {
        if (m->text.p[i] == '(' && brackets_close(&b, i) == s.to - 1) {
            *open = i;
            return true;
        }
    }
    return false;
}

#define SIDES_MAX 8 /* more brackets on one node are no list of stores */

/* Cut `(↔ X)` off the end of `s`, and off its beginning. */
static struct stretch cut_sides(struct reader *r, struct stretch s)
{
    size_t open;
    s = marked_trim(r->m, s);
    for (int i = 0; i < SIDES_MAX && last_bracket(r->a, r->m, s, &open); i++) {
        if (!sides_read(r, (struct stretch){open + 1, s.to - 1}))
            break;
        s = marked_trim(r->m, (struct stretch){s.from, open});
    }
    if (s.from < s.to && r->m->text.p[s.from] == '(') {
        struct brackets b = brackets_of(r->a, r->m->text, s);
        size_t close = brackets_close(&b, s.from);
        if (close && sides_read(r, (struct stretch){s.from + 1, close}))
            s = marked_trim(r->m, (struct stretch){close + 1, s.to});
    }
    return s;
}

/* ---- nodes side by side ---- */

enum separator {
    SEPARATE_DOT,
    SEPARATE_ANY,
    SEPARATE_BLANK,
    SEPARATE_PLUS,
    SEPARATE_GAP,
    SEPARATORS
};

/* The length of a separator of the given kind at `i`, 0 where there is none. */
static size_t separator_at(struct str text, size_t i, enum separator kind)
{
    static const char *const sets[SEPARATORS] = {"·•∙", "+/&,|", " ", "+", ""};
    size_t next = i;
    if (kind == SEPARATE_GAP)
        return str_starts(str_sub(text, i, text.n), S("   ")) ? 3 : 0;
    utf8_next(text, &next);
    struct str set = str_from(sets[kind]), c = str_sub(text, i, next);
    if (str_find(set, c, 0) == set.n)
        return 0;
    if (kind == SEPARATE_BLANK)
        return 1;
    bool before = i > 0 && text.p[i - 1] == ' ';
    bool after = next < text.n && text.p[next] == ' ';
    return (before || kind == SEPARATE_ANY) && after ? next - i : 0;
}

struct parts {
    VEC(struct stretch) list;
};

static struct parts split_at(struct reader *r, struct stretch s, enum separator kind)
{
    struct parts parts = {
        {NULL, 0, 0}
    };
    struct brackets b = brackets_of(r->a, r->m->text, s);
    struct str text = str_sub(r->m->text, 0, s.to);
    size_t from = s.from;
    for (size_t i = s.from; i < s.to;) {
        size_t n = separator_at(text, i, kind), close = brackets_close(&b, i);
        if (close) {
            i = close;
        } else if (n) {
            struct stretch part = marked_trim(r->m, (struct stretch){from, i});
            if (part.from < part.to)
                vec_push(r->a, &parts.list, part);
            from = i += n;
        } else {
            utf8_next(text, &i);
        }
    }
    struct stretch part = marked_trim(r->m, (struct stretch){from, s.to});
    if (part.from < part.to)
        vec_push(r->a, &parts.list, part);
    return parts;
}

static bool is_framed(const struct marked *m, struct stretch s)
{
    enum node_shape shape;
    return marked_has(m, s, MARK_CODE) || frame_strip(m, &s, &shape);
}

static bool is_one_word(const struct marked *m, struct stretch s)
{
    struct str text = marked_text(m, s);
    return str_find_byte(text, ' ', 0) == text.n && text_words(text) == 1;
}

/* Is it sure that these are several nodes? Dots and wide gaps always part; + / & , | between frames
 * or code spans; blanks between brackets; + between single words, as in "S3 + DynamoDB". */
static bool sure_parts(const struct marked *m, const struct parts *parts,
                       enum separator kind)
{
    if (parts->list.n < 2)
        return false;
    for (size_t i = 0; i < parts->list.n; i++) {
        struct stretch part = parts->list.at[i];
        if (kind == SEPARATE_ANY && !is_framed(m, part))
            return false;
        if (kind == SEPARATE_BLANK && !str_starts(marked_text(m, part), S("[")))
            return false;
        if (kind == SEPARATE_PLUS && !is_one_word(m, part))
            return false;
        if (text_words(marked_text(m, part)) == 0)
            return false;
    }
    return true;
}

/* `{Iceberg, Redis}` and `{CNN | RNN}` are sets. */
static bool set_of(struct reader *r, struct stretch s, struct parts *parts)
{
    enum node_shape shape;
    if (!frame_strip(r->m, &s, &shape) || shape != NODE_DECISION)
        return false;
    *parts = split_at(r, s, SEPARATE_ANY);
    return parts->list.n > 1;
}

static struct parts parts_of(struct reader *r, struct stretch s, enum stage_gaps gaps)
{
    struct parts set;
    if (set_of(r, s, &set))
        return set;
    enum separator last = gaps == GAPS_PART ? SEPARATE_GAP : SEPARATE_PLUS;
    for (enum separator kind = SEPARATE_DOT; kind <= last; kind++) {
        struct parts parts = split_at(r, s, kind);
        if (sure_parts(r->m, &parts, kind))
            return parts;
    }
    struct parts one = {
        {NULL, 0, 0}
    };
    vec_push(r->a, &one.list, s);
    return one;
}

struct stage stage_read(struct arena *a, const struct marked *m, struct stretch s,
                        enum stage_gaps gaps)
{
    struct stage stage = {.at = marked_trim(m, s)};
    struct reader r = {a, m, &stage};
    s = cut_sides(&r, s);
    if (s.from >= s.to)
        return stage;
    struct parts parts = parts_of(&r, s, gaps);
    for (size_t i = 0; i < parts.list.n; i++) {
        struct stretch part = parts.list.at[i], inside = part;
        enum node_shape shape;
        size_t sides = stage.sides.n;
        if (frame_strip(m, &inside, &shape)) { /* [Retrieval (↔ Feature Store)] */
            struct stretch cut = cut_sides(&r, inside);
            part = stage.sides.n > sides ? cut : part;
        }
        struct unit u = unit_of(&r, part);
        if (u.label.n)
            vec_push(a, &stage.units, u);
    }
    return stage;
}
