/* SPDX-License-Identifier: MIT */
/* block/table_width.c — how wide the columns of a table become. */
#include "block/table_width.h"

static int64_t sum_min(const struct column *c, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += c[i].min;
    return sum;
}

static int64_t sum_max(const struct column *c, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += c[i].max;
    return sum;
}

static void place(struct column *c, size_t n, mpt gap)
{
    mpt x = 0;
    for (size_t i = 0; i < n; i++) {
        c[i].x = x;
        x += c[i].width + gap;
    }
}

/* Give `extra` to all columns in the ratio of their widths; the last one takes what rounding
 * leaves. */
static void share(struct column *c, size_t n, int64_t extra)
{
    int64_t weight = 0, given = 0;
    for (size_t i = 0; i < n; i++)
        weight += c[i].width + 1;
    for (size_t i = 0; i < n; i++) {
        int64_t part = mpt_scale(extra, c[i].width + 1, weight);
        if (i + 1 == n)
            part = extra - given;
        c[i].width += (mpt)part;
        given += part;
    }
}

/* All columns of numbers as wide as the widest of them, where that leaves room. */
static int64_t even_numbers(struct column *c, size_t n, int64_t extra)
{
    mpt widest = 0;
    int64_t need = 0;
    for (size_t i = 0; i < n; i++)
        if (c[i].numeric)
            widest = mpt_max(widest, c[i].max);
    for (size_t i = 0; i < n; i++)
        need += c[i].numeric ? widest - c[i].max : 0;
    if (need > extra)
        return extra;
    for (size_t i = 0; i < n; i++)
        if (c[i].numeric)
            c[i].width = widest;
    return extra - need;
}

static void widen(struct column *c, size_t n, int64_t extra)
{
    for (size_t i = 0; i < n; i++)
        c[i].width = c[i].max;
    share(c, n, even_numbers(c, n, extra));
}

static void narrow(struct column *c, size_t n, int64_t room)
{
    int64_t min = sum_min(c, n), spread = sum_max(c, n) - min;
    for (size_t i = 0; i < n; i++)
        c[i].width = c[i].min + (mpt)((c[i].max - c[i].min) * (room - min) / spread);
}

bool table_could_fit(const struct column *columns, size_t n, mpt measure, mpt gap)
{
    return sum_min(columns, n) <= (int64_t)measure - (int64_t)gap * (int64_t)(n - 1);
}

bool table_widths(struct column *columns, size_t n, mpt measure, mpt gap)
{
    int64_t room = (int64_t)measure - (int64_t)gap * (int64_t)(n - 1);
    bool fits = sum_min(columns, n) <= room;
    if (sum_max(columns, n) <= room) {
        widen(columns, n, room - sum_max(columns, n));
    } else if (fits) {
        narrow(columns, n, room);
    } else {
        for (size_t i = 0; i < n; i++)
            columns[i].width = columns[i].min;
    }
    place(columns, n, gap);
    return fits;
}

mpt table_natural(const struct column *columns, size_t n, mpt gap)
{
    int64_t sum = sum_max(columns, n) + (int64_t)gap * (int64_t)(n - 1);
    return sum > MPT_MAX ? MPT_MAX : (mpt)sum;
}
