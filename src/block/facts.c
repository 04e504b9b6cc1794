/* SPDX-License-Identifier: MIT */
/* block/facts.c — Quick Facts: a ruled table, a grid of two columns, or a list. */
#include "base/arena.h"
#include "block/kinds.h"
#include "block/rich.h"

#define LABEL_GAP PT(3)  /* label to value, at least */
#define PAIR_GAP PT(4.4) /* between the pairs of a list */
#define FRAME_WIDTH PT(0.6)
#define HAIR_WIDTH PT(0.35)
#define LEADING_MIN 1550 /* of the type: closer rows are read column by column */
#define UNSEEN 6         /* of a half-line: so much less white is not seen */
#define MANY 16          /* rows; so many may be parted by a page break */

/* One fact, broken into lines. */
struct pair {
    struct setting key, value;
    struct tag *th, *td;
    uint32_t lines;
};

/* Where the facts are put. */
struct board {
    struct setter *s;
    struct tag *table;
    mpt width; /* of a cell: label and value */
    mpt label;
    mpt leading; /* of a row's lines */
    bool last;   /* this row ends the table */
};

static struct pair set_pair(struct board *b, const struct fact *fact, mpt width)
{
    struct setter *s = b->s;
    struct pair pair = {.lines = 1};
    struct tag *tr = tag_new(s->a, b->table, TAG_TR);
    tr->actual = str_fmt(s->a, "%.*s %.*s", STR(fact->key), STR(fact->value));
    pair.th = tag_new(s->a, tr, TAG_TH);
    pair.th->scope = SCOPE_ROW;
    pair.td = tag_new(s->a, tr, TAG_TD);
    s->span = fact->span;
    struct rich key = fact->key_inlines
                          ? rich_inlines(s, fact->key_inlines, ROLE_FACT_KEY, pair.th)
                          : rich_text(s, fact->key, ROLE_FACT_KEY);
    struct rich value = fact->value_inlines
                            ? rich_inlines(s, fact->value_inlines, ROLE_FACT_VALUE, pair.td)
                            : rich_text(s, fact->value, ROLE_FACT_VALUE);
    bool stacked = b->label == 0;
    pair.key = set_role(s, &key, ROLE_FACT_KEY, stacked ? width : b->label - LABEL_GAP);
    pair.value = set_role(s, &value, ROLE_FACT_VALUE, width - b->label);
    if (!stacked)
        pair.key.leading = pair.value.leading = b->leading;
    if (pair.key.lines.count > pair.lines)
        pair.lines = pair.key.lines.count;
    if (pair.value.lines.count > pair.lines)
        pair.lines = pair.value.lines.count;
    return pair;
}

static void mark_pair(struct board *b, struct marks *m, const struct pair *pair, mpt x,
                      mpt width, mpt y)
{
    struct setter *s = b->s;
    struct setting key = pair->key, value = pair->value;
    mpt more = (b->leading - s->look->roles[ROLE_FACT_VALUE].leading) / 2;
    key.baseline = value.baseline = pair->value.baseline + more; /* one line, two roles */
    marks_setting(s, m, &key, (struct point){set_x(s, x, b->label - LABEL_GAP), y},
                  pair->th);
    mpt rest = width - b->label;
    marks_setting(s, m, &value, (struct point){set_x(s, x + b->label, rest), y}, pair->td);
}

static void hairline(struct setter *s, struct marks *m, mpt x, mpt width, mpt y)
{
    marks_rule(s, m, (struct rect){set_x(s, x, width), y, width, 0}, HAIR_WIDTH,
               s->look->hair);
}

static void set_row(struct board *b, const struct fact *facts, size_t n, bool first)
{
    struct setter *s = b->s;
    struct marks m = {{0}};
    mpt gutter = n > 1 ? s->look->facts_gutter : 0;
    mpt width = n > 1 ? b->width : s->measure;
    struct pair pairs[2];
    uint32_t lines = 1;
    for (size_t i = 0; i < n; i++) {
        pairs[i] = set_pair(b, &facts[i], width);
        lines = pairs[i].lines > lines ? pairs[i].lines : lines;
    }
    mpt height = (mpt)lines * b->leading + s->look->facts_pad;
    bool framed = first && s->look->facts == FACTS_TABLE;
    if (framed)
        marks_rule(s, &m, (struct rect){s->x, 0, s->measure, 0}, FRAME_WIDTH,
                   s->look->text_colour);
    bool closing = b->last && s->look->facts == FACTS_TABLE && s->look->facts_close;
    if (closing)
        marks_rule(s, &m, (struct rect){s->x, height, s->measure, 0}, FRAME_WIDTH,
                   s->look->text_colour);
    for (size_t i = 0; i < n; i++) {
        mpt x = (mpt)i * (width + gutter);
        mark_pair(b, &m, &pairs[i], x, width, s->look->facts_pad / 2);
        if (s->look->facts_rules && !closing)
            hairline(s, &m, x, width, height);
    }
    set_box(s, &m, height, (int)lines);
}

/* Label over value, as in a narrow column. */
static void set_stacked(struct board *b, const struct fact *fact)
{
    struct setter *s = b->s;
    struct pair pair = set_pair(b, fact, s->measure);
    struct marks m = {{0}};
    marks_setting(s, &m, &pair.key, (struct point){s->x, 0}, pair.th);
    marks_setting(s, &m, &pair.value, (struct point){s->x, pair.key.height}, pair.td);
    set_box(s, &m, pair.key.height + pair.value.height + PAIR_GAP, (int)pair.lines + 1);
}

static int penalty_at(const struct setter *s, size_t at, size_t count)
{
    if (at == 0)
        return s->penalty;
    return count > MANY && at > 1 && at + 2 < count ? PENALTY_ROW : BREAK_NEVER;
}

/* Rows that are a little wider apart than the lattice: what they are too high by the white below can
 * spare, or a whole half-line would go for it. */
static void settle_rows(struct setter *s)
{
    mpt half = s->look->leading / 2;
    if (!s->look->grid || half <= 0 || s->out->list.n == 0 || s->place == PLACE_SIDE ||
        s->look->facts != FACTS_GRID)
        return;
    mpt over = (mpt)(s->run % half);
    struct box *last = vec_last(&s->out->list);
    if (over > half / UNSEEN || last->height <= half)
        return;
    last->height -= over;
    s->run -= over;
}

void build_facts(struct setter *s, size_t first, size_t count)
{
    struct setter outer = *s;
    const struct fact *facts = &s->study->facts.at[first];
    const struct role_look *role = &s->look->roles[ROLE_FACT_VALUE];
    bool stacked = s->look->facts == FACTS_LIST || s->place == PLACE_SIDE;
    size_t columns = s->look->facts == FACTS_GRID && count > 1 && !stacked ? 2 : 1;
    struct board b = {.s = s, .table = tag_new(s->a, s->tag, TAG_TABLE)};
    b.leading = mpt_max(role->leading, mpt_scale(role->size, LEADING_MIN, 1000));
    b.label = stacked ? 0 : mpt_min(s->look->facts_label, s->measure / 2);
    b.width = (s->measure - s->look->facts_gutter) / 2;
    set_begin(s);
    for (size_t i = 0; i < count; i += columns) {
        s->penalty = penalty_at(s, i, count);
        size_t n = count - i < columns ? count - i : columns;
        b.last = i + n == count;
        if (b.label == 0)
            set_stacked(&b, &facts[i]);
        else
            set_row(&b, &facts[i], n, i == 0);
    }
    settle_rows(s);
    set_end(s);
    if (s->look->facts_rules && !stacked)
        set_edge(s);
    s->place = outer.place;
    s->measure = outer.measure;
    s->again = false;
}
