/* SPDX-License-Identifier: MIT */
/* model/metric.c — numbers that count, out of the blocks of a document. */
#include "model/metric.h"

#include "model/metric_build.h"
#include "source/source.h"

/* A bold run of more words is a sentence set bold, not a number made to stand out. */
#define STRONG_WORDS 10

/* A cell of a strip is a number and its name. */
#define STRIP_WORDS 9

/* More tokens than a value and its name have. */
#define LINE_TOKENS 12

/* More words behind a value are no name of it. */
#define PURPOSE_WORDS 6

/* A search in one phrase. */
struct search {
    struct phrase *p;
    const struct metric_place *place;
    struct metrics *out;
    bool strip;   /* a row of numbers parted by bars */
    size_t first; /* of the metrics found here */
    size_t end;   /* token behind the last of them */
};

static bool is_marked(const struct phrase *p, size_t i, unsigned mark)
{
    return phrase_marks(p, i) & mark;
}

/* Whether the strong run round token `i` is short enough to stand out. */
static bool stands_out(const struct phrase *p, size_t i)
{
    size_t first = i, last = i;
    if (!is_marked(p, i, FLAT_STRONG))
        return false;
    while (first > 0 && i - first <= STRONG_WORDS && is_marked(p, first - 1, FLAT_STRONG))
        first--;
    while (last < p->tokens.n && last - i <= STRONG_WORDS &&
           is_marked(p, last, FLAT_STRONG))
        last++;
    return last - first <= STRONG_WORDS;
}

/* How many cells parted by `mark` there are from `first` on, if each begins with a number and
 * none holds more than a few words; else 0. */
static size_t strip_cells(const struct phrase *p, size_t first, enum token_kind mark)
{
    size_t cells = 0, words = 0;
    bool start = true;
    for (size_t i = first; i < p->tokens.n; i++) {
        bool bar = phrase_is(p, i, mark);
        words = bar ? 0 : words + 1;
        if ((start && !bar && !phrase_is(p, i, TOKEN_QUANTITY)) || words > STRIP_WORDS)
            return 0;
        cells += start && !bar;
        start = bar;
    }
    return cells;
}

/* A row of numbers: two or more parted by bars, or three or more parted by commas, behind a key
 * or not. */
static bool is_strip(const struct phrase *p)
{
    size_t first = 0;
    while (first < p->tokens.n && first < 4 && !phrase_is(p, first, TOKEN_QUANTITY))
        first++;
    bool key = first == 0 || phrase_is(p, first - 1, TOKEN_COLON) ||
               (first > 1 && phrase_is(p, first - 2, TOKEN_COLON));
    return key && (strip_cells(p, first, TOKEN_BAR) >= 2 ||
                   strip_cells(p, first, TOKEN_COMMA) >= 3);
}

/* In a strip, cell or list of outcomes a bare count passes when it is named. */
static bool counts_by_place(const struct search *s, const struct shape *shape,
                            const struct telling *t)
{
    bool trusted = s->strip || s->place->trust != TRUST_PROSE;
    bool named = t->label.n > 0 || s->place->label.n > 0 || s->place->trust == TRUST_ALL;
    return trusted && named && !shape_is_noise(s->p, shape) &&
           !is_marked(s->p, shape->head, FLAT_CODE);
}

/* A line that is a value and its name and nothing else is there for their sake. */
static enum metric_ground ground_of(const struct search *s)
{
    enum metric_ground ground = metric_ground(s->place->section);
    bool short_line = s->p->tokens.n <= LINE_TOKENS;
    return ground == GROUND_LOOSE && short_line ? GROUND_RESULTS : ground;
}

static bool is_strong(const struct phrase *p, const struct shape *shape)
{
    return stands_out(p, shape->head) ||
           (shape->start != TOKEN_NONE && stands_out(p, shape->start));
}

static bool counts(const struct search *s, const struct shape *shape,
                   const struct telling *t)
{
    if (is_marked(s->p, shape->head, FLAT_NOMETRIC))
        return false;
    if (is_strong(s->p, shape) && metric_is_strong(s->p, shape, t))
        return true;
    return metric_is_sure(s->p, shape, t, ground_of(s)) || counts_by_place(s, shape, t);
}

/* "… from 4 h to 1 h, a 75% reduction": the same change told again. */
static bool is_echo(const struct search *s, const struct shape *shape,
                    const struct telling *t)
{
    if (s->out->list.n == s->first || shape->start != TOKEN_NONE)
        return false;
    const struct metric *last = vec_last(&s->out->list);
    enum quantity_dim dim = s->p->tokens.at[shape->head].q.dim;
    bool share = dim == QUANTITY_PERCENT || dim == QUANTITY_TIMES || dim == QUANTITY_POINTS;
    const struct side *side = t->from_left ? &t->left : &t->right;
    for (size_t i = side->first; i < side->last && side->kind != 0; i++)
        if (!(phrase_word(s->p, i) & (WORD_CHANGE | WORD_COMPARE | WORD_ARTICLE)))
            return false;
    return share && last->from.n > 0 &&
           str_eq(last->sentence, metric_build(s->p, shape, t).sentence);
}

static void push(struct search *s, struct metric m, bool strong)
{
    m.section = s->place->index;
    if (m.label.n == 0)
        m.label = s->place->label;
    m.rank = metric_rank(&m, s->place->section, strong);
    vec_push(s->p->a, &s->out->list, m);
}

/* Behind the bracket whose step was joined to the metric, so that it is not found again. */
static size_t behind(const struct phrase *p, const struct shape *shape,
                     const struct telling *t, const struct metric *m)
{
    struct shape step;
    if (t->earlier != TOKEN_NONE)
        return t->earlier + 1;
    if (shape->start == TOKEN_NONE && m->from.n > 0 && shape_behind(p, t->end, &step))
        return step.last;
    if (shape->gain != TOKEN_NONE && shape->gain >= shape->right)
        return shape->gain + 1;
    return shape->right > shape->last ? shape->right : shape->last;
}

static bool is_whom(struct str label)
{
    static const char *const words[] = {"us", "them", "me", "uns", "ihnen", "mir"};
    for (size_t i = 0; i < countof(words); i++)
        if (str_eq(label, str_from(words[i])))
            return true;
    return false;
}

/* "We saved (us) $240k/yr": the word that says what became of the money is its name, where no other
 * is found; who has it is none. */
static struct str verb_label(const struct phrase *p, const struct shape *shape,
                             struct str label)
{
    unsigned outcome = WORD_CHANGE | WORD_BETTER;
    size_t at = shape->left;
    if (at == 0 || at > p->tokens.n)
        return label;
    if (at > 1 && is_whom(label) && str_eq(label, phrase_text(p, at - 1, at))) {
        label = S("");
        at--;
    }
    unsigned word = phrase_word(p, at - 1);
    bool names = (word & outcome) == outcome && (word & WORD_VERB);
    return label.n == 0 && names ? phrase_text(p, at - 1, at) : label;
}

/* "4.9/5 on the App Store", "1 h 20 min → 25 min to close the month": where nothing names the value,
 * what it is in or for does, if that ends the line or clause. */
static struct str purpose_label(const struct phrase *p, const struct shape *shape,
                                struct str label)
{
    unsigned joins = WORD_STOP | WORD_AT | WORD_TO;
    size_t end = shape->right;
    bool opens = (phrase_word(p, end) & joins) && !(phrase_word(p, end) & WORD_BY);
    while (phrase_is(p, end, TOKEN_WORD))
        end++;
    bool whole = end >= p->tokens.n || phrase_is(p, end, TOKEN_STOP) ||
                 phrase_is(p, end, TOKEN_OPEN) || phrase_is(p, end, TOKEN_BAR);
    size_t words = end - shape->right;
    bool name = opens && whole && words > 1 && words <= PURPOSE_WORDS;
    return label.n == 0 && name ? phrase_text(p, shape->right, end) : label;
}

/* A number of nothing behind one that has a name, "spend down 62%, i.e. ~$305k a year": it explains
 * the other, and would stand alone as a tile. */
static bool is_aside(const struct search *s, const struct shape *shape,
                     const struct metric *m)
{
    bool named = m->label.n > 0 || s->place->label.n > 0 || s->strip;
    return !named && s->place->trust == TRUST_PROSE && s->out->list.n > s->first &&
           vec_last(&s->out->list)->label.n > 0 && !is_strong(s->p, shape);
}

static size_t try_quantity(struct search *s, size_t i)
{
    struct shape shape = shape_at(s->p, i);
    struct telling t = label_find(s->p, &shape);
    if (!counts(s, &shape, &t) || is_echo(s, &shape, &t))
        return shape.last;
    struct metric m = metric_build(s->p, &shape, &t);
    bool same_thing = phrase_is(s->p, s->end, TOKEN_OPEN) && shape.left == s->end + 1;
    if (m.label.n == 0 && same_thing && s->out->list.n > s->first)
        m.label = vec_last(&s->out->list)->label; /* "spend 27% ($310k/yr)" */
    m.label = verb_label(s->p, &shape, m.label);
    m.label = purpose_label(s->p, &shape, m.label);
    if (is_aside(s, &shape, &m))
        return shape.last;
    push(s, m, is_strong(s->p, &shape));
    s->end = t.end;
    return behind(s->p, &shape, &t, &m);
}

static struct metric_hand hand_of(const struct attrs *attrs)
{
    if (!attrs)
        return (struct metric_hand){0};
    return (struct metric_hand){
        .label = attrs_value(attrs, S("label")),
        .from = attrs_value(attrs, S("from")),
        .to = attrs_value(attrs, S("to")),
        .good = attrs_value(attrs, S("good")),
        .note = attrs_value(attrs, S("note")),
    };
}

/* A span with {.metric}: its first number, or all of it where it holds none. */
static size_t take_marked(struct search *s, size_t i)
{
    struct phrase *p = s->p;
    size_t last = i, number = TOKEN_NONE;
    const struct attrs *attrs = flat_attrs(&p->flat, p->tokens.at[i].from);
    while (last < p->tokens.n && flat_attrs(&p->flat, p->tokens.at[last].from) == attrs) {
        if (number == TOKEN_NONE && phrase_is(p, last, TOKEN_QUANTITY))
            number = last;
        last++;
    }
    struct shape shape = {i,          last,       i, TOKEN_NONE, TOKEN_NONE,
                          TOKEN_NONE, TOKEN_NONE, i, last};
    if (number != TOKEN_NONE)
        shape = shape_at(p, number);
    struct telling t = label_find(p, &shape);
    struct metric m = metric_build(p, &shape, &t);
    if (number == TOKEN_NONE)
        m.value = m.number = phrase_text(p, i, last);
    struct metric_hand hand = hand_of(attrs);
    metric_set(p->a, &m, &hand, p->lex);
    push(s, m, true);
    vec_last(&s->out->list)->rank -= 100; /* by hand: before all others of its section */
    size_t next = behind(p, &shape, &t, &m);
    return next > last ? next : last;
}

void metric_find_in(struct phrase *p, const struct metric_place *place, struct metrics *out)
{
    struct search s = {p, place, out, is_strip(p), out->list.n, TOKEN_NONE};
    for (size_t i = 0; i < p->tokens.n;) {
        if (is_marked(p, i, FLAT_METRIC))
            i = take_marked(&s, i);
        else if (phrase_is(p, i, TOKEN_QUANTITY))
            i = try_quantity(&s, i);
        else
            i++;
    }
}

struct metric metric_read(struct arena *a, const struct lexicon *lex, struct str phrase)
{
    struct phrase p = phrase_of(a, flat_plain(a, str_trim(phrase)), lex);
    for (size_t i = 0; i < p.tokens.n; i++) {
        if (!phrase_is(&p, i, TOKEN_QUANTITY))
            continue;
        struct shape shape = shape_at(&p, i);
        if (shape_is_noise(&p, &shape)) {
            i = shape.last - 1;
            continue;
        }
        struct telling t = label_find(&p, &shape);
        return metric_build(&p, &shape, &t);
    }
    return (struct metric){0};
}

struct metric metric_parse(struct arena *a, struct str phrase, struct str lang)
{
    return metric_read(a, lexicon_build(a, lang), phrase);
}

const struct lexicon *metrics_lexicon(struct arena *a, struct metrics *out, struct str lang)
{
    if (!out->lexicon || !str_eq(lexicon_lang(out->lexicon), lang))
        out->lexicon = lexicon_at(a, out->shelf, lang);
    return out->lexicon;
}

static void walk(struct arena *a, const struct block *block,
                 const struct metric_place *place, const struct lexicon *lex,
                 struct metrics *out, int depth);

static void walk_children(struct arena *a, const struct block *block,
                          const struct metric_place *place, const struct lexicon *lex,
                          struct metrics *out, int depth)
{
    for (const struct block *child = block->first; child; child = child->next)
        walk(a, child, place, lex, out, depth + 1);
}

static void walk(struct arena *a, const struct block *block,
                 const struct metric_place *place, const struct lexicon *lex,
                 struct metrics *out, int depth)
{
    if (depth > SOURCE_MAX_NESTING)
        return;
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_CELL: {
        struct phrase p = phrase_of(a, flat_of(a, block->inlines), lex);
        metric_find_in(&p, place, out);
        return;
    }
    case BLOCK_TABLE:
        metric_find_in_table(a, block, place, lex, out);
        return;
    case BLOCK_DOCUMENT:
    case BLOCK_LIST:
    case BLOCK_ITEM:
    case BLOCK_QUOTE:
    case BLOCK_ALERT:
    case BLOCK_ROW:
        walk_children(a, block, place, lex, out, depth);
        return;
    case BLOCK_HEADING:
    case BLOCK_CODE:
    case BLOCK_RULE:
    case BLOCK_PAGE_BREAK:
    case BLOCK_FOOTNOTE:
    case BLOCK_HTML:
    case BLOCK_KINDS:
        return;
    }
}

void metrics_find(struct arena *a, const struct block *block, enum section_kind section,
                  size_t section_index, struct str lang, struct metrics *out)
{
    struct metric_place place = {section, section_index, TRUST_PROSE, {0}};
    walk(a, block, &place, metrics_lexicon(a, out, lang), out, 0);
}
