/* SPDX-License-Identifier: MIT */
/* style/scale.c — every measure of a layout at one step of its ladder. */
#include <string.h>

#include "base/arena.h"
#include "base/shelf.h"
#include "style/style.h"

#define TEXT_SIZE SLOT_OF(ROLE_TEXT, FIELD_SIZE)
#define TEXT_LEADING SLOT_OF(ROLE_TEXT, FIELD_LEADING)

/* What lengths are relative to. */
struct scaling {
    const struct style *style;
    const struct slot_value *values;
    mpt em, leading; /* of the text at this step */
    mpt nominal;     /* size of the text before the ladder moved it */
};

/* The FEATURE_* bits of text/shape.h by name; the order is that header's. */
static const char *const feature_names[] = {"tnum",   "pnum",   "lnum", "onum",
                                            "case",   "smcp",   "c2sc", "zero",
                                            "noliga", "nokern", "frac"};

static const struct {
    const char *name;
    size_t slot;
} colour_names[] = {
    {"text",      SLOT_text_colour},
    {"secondary", SLOT_secondary  },
    {"tertiary",  SLOT_tertiary   },
    {"rule",      SLOT_rule       },
    {"hair",      SLOT_hair       },
    {"accent",    SLOT_accent     },
    {"tint",      SLOT_tint       },
    {"line",      SLOT_line       },
    {"deep",      SLOT_deep       },
};

/* A value `k` of `n` steps from `from` to `to`; what cannot be divided flips with the last step. */
static struct slot_value between(const struct knob *knob, int k, int n)
{
    struct slot_value v = k == n ? knob->to : knob->from;
    enum slot_type type = slot_row(knob->slot)->type;
    if (type == SLOT_LENGTH || type == SLOT_RATIO || type == SLOT_INTEGER)
        v.amount = knob->from.amount + mpt_scale(knob->to.amount - knob->from.amount, k, n);
    return v;
}

void style_move_knobs(const struct style *style, int step, struct slot_value *values)
{
    for (size_t s = style->stages.n;
         s-- > 0;) /* the first stage of a key says its airy end */
        for (size_t k = 0; k < style->stages.at[s].knobs.n; k++) {
            const struct knob *knob = &style->stages.at[s].knobs.at[k];
            if (knob->slot != SIZE_MAX)
                values[knob->slot] = knob->from;
        }
    for (size_t s = 0; s < style->stages.n && step > 0; s++) {
        const struct stage *stage = &style->stages.at[s];
        int k = step < stage->steps ? step : stage->steps;
        for (size_t i = 0; i < stage->knobs.n; i++)
            if (stage->knobs.at[i].slot != SIZE_MAX)
                values[stage->knobs.at[i].slot] =
                    between(&stage->knobs.at[i], k, stage->steps);
        step -= k;
    }
}

static mpt resolve(const struct slot_value *v, mpt em, mpt leading)
{
    switch (v->unit) {
    case UNIT_EM:
        return mpt_scale(v->amount, em, 1000);
    case UNIT_LEADING:
        return mpt_scale(v->amount, leading, 1000);
    case UNIT_PT:
    case UNIT_NONE:
        break;
    }
    return (mpt)v->amount;
}

/* ITU-R BT.709 luma, in 16.16 parts. */
static uint32_t grey_of(uint32_t rgb)
{
    uint32_t y = (13933 * (rgb >> 16 & 255) + 46871 * (rgb >> 8 & 255) +
                  4732 * (rgb & 255) + 32768) >>
                 16;
    return y << 16 | y << 8 | y;
}

static uint32_t ink(const struct style *style, int64_t rgb)
{
    return style->gray ? grey_of((uint32_t)rgb) : (uint32_t)rgb;
}

static uint32_t named_colour(const struct scaling *s, struct str name)
{
    for (size_t i = 0; i < countof(colour_names); i++)
        if (str_eq(name, str_from(colour_names[i].name)))
            return ink(s->style, s->values[colour_names[i].slot].amount);
    struct slot_value v = {.set = false};
    static const struct slot_row row = {"", SLOT_COLOUR, "", "", "", ""};
    if (slot_parse(NULL, &row, name, &v))
        v.amount = s->values[SLOT_text_colour].amount;
    return ink(s->style, v.amount);
}

static uint32_t feature_bits(struct str names)
{
    uint32_t bits = 0;
    while (names.p) {
        struct str name = str_cut(&names, ' ');
        name.n -= str_ends(name, S(","));
        for (size_t i = 0; i < countof(feature_names); i++)
            if (str_eq(name, str_from(feature_names[i])))
                bits |= 1u << i;
    }
    return bits;
}

static struct str family_name(const struct style *style, struct str alias)
{
    for (size_t i = style->families.n; i-- > 0;) /* the youngest layout wins */
        if (str_eq(style->families.at[i].alias, alias))
            return style->families.at[i].family;
    return alias;
}

static const struct slot_value *field(const struct scaling *s, size_t role,
                                      enum slot_field f)
{
    const struct slot_value *v = &s->values[SLOT_OF(role, f)];
    return v->set ? v : &s->values[SLOT_OF(ROLE_TEXT, f)];
}

static mpt role_size(const struct scaling *s, size_t role)
{
    const struct slot_value *v = field(s, role, FIELD_SIZE);
    mpt size = resolve(v, s->em, s->leading);
    bool follows = field(s, role, FIELD_SCALE)->amount != 0;
    if (role != ROLE_TEXT && v->unit == UNIT_PT && follows)
        size = mpt_scale(size, s->em, s->nominal);
    return mpt_max(size, resolve(field(s, role, FIELD_FLOOR), s->em, s->leading));
}

static struct role_look role_look(const struct scaling *s, size_t role)
{
    struct role_look r = {.size = role_size(s, role)};
    const struct slot_value *leading = field(s, role, FIELD_LEADING);
    const struct slot_value *size = field(s, role, FIELD_SIZE);
    r.leading = resolve(leading, r.size, s->leading);
    if (leading->unit == UNIT_PT && size->unit == UNIT_PT && role != ROLE_TEXT &&
        size->amount)
        r.leading = mpt_scale(leading->amount, r.size, size->amount);
    r.family = family_name(s->style, field(s, role, FIELD_FAMILY)->text);
    r.weight = (int)field(s, role, FIELD_WEIGHT)->amount;
    r.italic = field(s, role, FIELD_ITALIC)->amount != 0;
    r.tracking = (int)field(s, role, FIELD_TRACKING)->amount;
    r.features = feature_bits(field(s, role, FIELD_FEATURES)->text);
    r.colour = named_colour(s, field(s, role, FIELD_COLOR)->text);
    r.align = (enum align_kind)field(s, role, FIELD_ALIGN)->amount;
    r.hyphenate = field(s, role, FIELD_HYPHENATE)->amount != 0;
    return r;
}

#define TOKEN_LENGTH(v) resolve((v), s->em, s->leading)
#define TOKEN_INTEGER(v) (int)(v)->amount
#define TOKEN_RATIO(v) (int)(v)->amount
#define TOKEN_SWITCH(v) (v)->amount != 0
#define TOKEN_COLOUR(v) ink(s->style, (v)->amount)
#define TOKEN_CHOICE(v) (int)(v)->amount
#define TOKEN_WORDS(v) (v)->text

static void put_tokens(const struct scaling *s, struct look *look)
{
#define X(key, type, field, low, high, preset, help) \
    look->field = TOKEN_##type(&s->values[SLOT_##field]);
#include "style/schema.def"
#undef X
}

/* A tint as ink on toned paper: each takes its share of the light away. */
static uint32_t laid_over(uint32_t tint, uint32_t paper)
{
    uint32_t out = 0;
    for (int shift = 0; shift <= 16; shift += 8)
        out |= ((tint >> shift & 255) * (paper >> shift & 255) + 127) / 255 << shift;
    return out;
}

/* From the title column to the margin column. */
static mpt wide_of(const struct look *look)
{
    mpt margin = look->margin_column ? look->gutter + look->margin_column : 0;
    mpt text = look->text_column * look->columns + look->column_gap * (look->columns - 1);
    return look->title_column + text + margin;
}

static struct look *make_look(struct arena *a, const struct style *style, int step)
{
    struct look *look = arena_make(a, struct look);
    struct slot_value *values = arena_copy(a, style->values, sizeof style->values);
    struct scaling s = {style, values, 0, 0, (mpt)style->values[TEXT_SIZE].amount};
    style_move_knobs(style, step, values);
    s.em = (mpt)values[TEXT_SIZE].amount;
    s.leading = resolve(&values[TEXT_LEADING], s.em, 0);
    put_tokens(&s, look);
    look->tint = laid_over(look->tint, look->paper_tone);
    for (size_t role = 0; role < ROLES; role++)
        look->roles[role] = role_look(&s, role);
    look->name = style->name;
    look->step = step;
    look->steps = style->steps;
    look->leading = s.leading;
    look->measure = look->text_column;
    look->wide = wide_of(look);
    look->top += look->head_room;
    return look;
}

/* A step that nobody has asked for yet. */
struct wanted {
    const struct style *style;
    int step;
};

static void *make(struct arena *a, void *user)
{
    const struct wanted *w = user;
    return make_look(a, w->style, w->step);
}

const struct look *style_at(struct arena *a, const struct style *style, int step)
{
    struct wanted w = {style, step};
    if (!style->looks)
        return make_look(a, style, step);
    struct str key = {(const char *)&w.step, sizeof w.step};
    return shelf_at(a, style->looks, key, make, &w);
}

void style_let_go(struct arena *a, const struct style *style)
{
    if (style && style->looks)
        shelf_let_go(a, style->looks);
    if (style && style->single)
        style_let_go(a, style->single);
}
