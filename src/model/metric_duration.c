/* SPDX-License-Identifier: MIT */
/* model/metric_duration.c — times written in more than one unit: "1 h 20 min", "3:40 min". */
#include "model/metric_duration.h"

#include "model/metric_number.h"

#define ONE INT64_C(1000000) /* a millisecond, or any one, in millionths */
#define MINUTE (INT64_C(60) * 1000 * ONE)
#define HOUR (INT64_C(60) * MINUTE)
#define PART_MAX (1000 * ONE) /* "1 h 2000 min" is no time in two units */

/* Two digits below sixty at `at`; -1 where there are none. */
static int sixtieth(struct str text, size_t at)
{
    int tens = digit_of(text_peek(text, at));
    size_t behind = text_step(text, at);
    int ones = digit_of(text_peek(text, behind));
    bool more = digit_of(text_peek(text, text_step(text, behind))) >= 0;
    return tens < 0 || tens > 5 || ones < 0 || more ? -1 : tens * 10 + ones;
}

/* A unit at `at`, or behind a space there. */
static bool unit_behind(struct str text, size_t at, size_t *from, struct unit_match *unit)
{
    *from = text_skip_space(text, at);
    bool known = *from == at ? unit_glued_at(text, at, QUANTITY_COUNT, unit)
                             : unit_at(text, *from, unit);
    return known && unit->dim == QUANTITY_TIME && !unit->suffix;
}

size_t duration_clock(struct str text, size_t at, struct quantity *q)
{
    size_t end = at, from;
    int64_t part = 0, over = 60;
    for (; over <= 3600 && text_peek(text, end) == ':'; over *= 60) {
        size_t digits = text_step(text, end);
        int value = sixtieth(text, digits);
        if (value < 0)
            return at;
        part += value * ONE / over;
        end = text_step(text, text_step(text, digits));
    }
    struct unit_match unit;
    bool counts = q->dim == QUANTITY_COUNT && !q->decimals && end > at;
    if (!counts || !unit_behind(text, end, &from, &unit) ||
        !(unit.scale == HOUR || (unit.scale == MINUTE && over == 3600)))
        return at;
    q->micro = q->number_micro += part;
    q->num_to = q->unit_from = end;
    return end;
}

/* "20 min" of "1 h 20 min". */
struct part {
    size_t num_to, unit_from, to;
    int64_t micro, scale; /* all of it, one of its unit [millionths of a millisecond] */
};

/* A whole number of a unit smaller than `scale`. */
static bool part_at(struct str text, size_t at, struct str lang, int64_t scale,
                    struct part *out)
{
    struct number n;
    struct unit_match unit;
    size_t from;
    if (!number_at(text, text_skip_space(text, at), lang, &n) || n.decimals ||
        n.micro >= PART_MAX || !unit_behind(text, n.to, &from, &unit) ||
        unit.scale >= scale || unit.scale < ONE)
        return false;
    *out = (struct part){n.to, from, unit.to, n.micro / ONE * unit.scale, unit.scale};
    return true;
}

size_t duration_join(struct str text, size_t at, struct str lang, struct quantity *q)
{
    struct part part;
    int64_t whole = q->number_micro / ONE;
    if (q->dim != QUANTITY_TIME || q->decimals || q->range || q->plus || whole <= 0)
        return at;
    for (int64_t scale = q->micro / whole;
         q->micro < INT64_MAX / 4 && part_at(text, at, lang, scale, &part);
         scale = part.scale) {
        q->micro += part.micro;
        q->number_micro = q->micro / (part.scale / ONE);
        q->num_to = part.num_to;
        q->unit_from = part.unit_from;
        at = part.to;
    }
    return at;
}
