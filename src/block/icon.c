/* SPDX-License-Identifier: MIT */
/* block/icon.c — small drawings before addresses: what kind of address it is. */
#include "block/icon.h"

#include "base/arena.h"
#include "base/vec.h"

#define ROOM 1400 /* of the type: the drawing and the white behind it [thousandths] */
#define WIDTH 900 /* of that the drawing [thousandths] */
#define STROKE 75 /* [thousandths of the type] */

/* A step of a drawing; thousandths of the type, y upwards from the baseline. */
struct nib {
    enum path_verb verb;
    int p[6];
};

/* A quarter of a circle is a curve whose controls lie this far from its ends: 4/3 (√2 − 1) of the
 * radius. Circles here: 380 → 210, 170 → 94, 80 → 44. */
static const struct nib mail[] = {
    {PATH_MOVE,  {10, 60}  },
    {PATH_LINE,  {10, 660} },
    {PATH_LINE,  {870, 660}},
    {PATH_LINE,  {870, 60} },
    {PATH_CLOSE, {0}       },
    {PATH_MOVE,  {10, 640} },
    {PATH_LINE,  {440, 310}},
    {PATH_LINE,  {870, 640}},
};

static const struct nib telephone[] = {
    {PATH_MOVE,  {220, -30}},
    {PATH_LINE,  {220, 750}},
    {PATH_LINE,  {660, 750}},
    {PATH_LINE,  {660, -30}},
    {PATH_CLOSE, {0}       },
    {PATH_MOVE,  {380, 90} },
    {PATH_LINE,  {500, 90} },
};

static const struct nib page[] = {
    {PATH_MOVE,  {820, 360}                    },
    {PATH_CURVE, {820, 570, 650, 740, 440, 740}},
    {PATH_CURVE, {230, 740, 60, 570, 60, 360}  },
    {PATH_CURVE, {60, 150, 230, -20, 440, -20} },
    {PATH_CURVE, {650, -20, 820, 150, 820, 360}},
    {PATH_CLOSE, {0}                           },
    {PATH_MOVE,  {440, 740}                    },
    {PATH_CURVE, {220, 560, 220, 160, 440, -20}},
    {PATH_CURVE, {660, 160, 660, 560, 440, 740}},
    {PATH_MOVE,  {60, 360}                     },
    {PATH_LINE,  {820, 360}                    },
};

static const struct nib code[] = {
    {PATH_MOVE, {240, 620}},
    {PATH_LINE, {20, 360} },
    {PATH_LINE, {240, 100}},
    {PATH_MOVE, {640, 620}},
    {PATH_LINE, {860, 360}},
    {PATH_LINE, {640, 100}},
    {PATH_MOVE, {520, 720}},
    {PATH_LINE, {360, 0}  },
};

static const struct nib profile[] = {
    {PATH_MOVE,  {610, 560}                    },
    {PATH_CURVE, {610, 654, 534, 730, 440, 730}},
    {PATH_CURVE, {346, 730, 270, 654, 270, 560}},
    {PATH_CURVE, {270, 466, 346, 390, 440, 390}},
    {PATH_CURVE, {534, 390, 610, 466, 610, 560}},
    {PATH_CLOSE, {0}                           },
    {PATH_MOVE,  {100, -10}                    },
    {PATH_CURVE, {100, 190, 250, 270, 440, 270}},
    {PATH_CURVE, {630, 270, 780, 190, 780, -10}},
};

static const struct nib place[] = {
    {PATH_MOVE,  {440, -60}                    },
    {PATH_CURVE, {290, 130, 190, 300, 190, 480}},
    {PATH_CURVE, {190, 620, 300, 740, 440, 740}},
    {PATH_CURVE, {580, 740, 690, 620, 690, 480}},
    {PATH_CURVE, {690, 300, 590, 130, 440, -60}},
    {PATH_CLOSE, {0}                           },
    {PATH_MOVE,  {520, 490}                    },
    {PATH_CURVE, {520, 534, 484, 570, 440, 570}},
    {PATH_CURVE, {396, 570, 360, 534, 360, 490}},
    {PATH_CURVE, {360, 446, 396, 410, 440, 410}},
    {PATH_CURVE, {484, 410, 520, 446, 520, 490}},
    {PATH_CLOSE, {0}                           },
};

/* What an address begins with, behind "https://" and "www." where it is that of a page; the first row
 * that fits holds. */
static const struct {
    const char *begins;
    bool host;
    const struct nib *steps;
    size_t count;
} kinds[] = {
    {"mailto:",         false, mail,      countof(mail)     },
    {"tel:",            false, telephone, countof(telephone)},
    {"geo:",            false, place,     countof(place)    },
    {"github.com",      true,  code,      countof(code)     },
    {"gitlab.",         true,  code,      countof(code)     },
    {"codeberg.org",    true,  code,      countof(code)     },
    {"bitbucket.org",   true,  code,      countof(code)     },
    {"git.",            true,  code,      countof(code)     },
    {"linkedin.com",    true,  profile,   countof(profile)  },
    {"xing.com",        true,  profile,   countof(profile)  },
    {"orcid.org",       true,  profile,   countof(profile)  },
    {"scholar.google.", true,  profile,   countof(profile)  },
    {"",                true,  page,      countof(page)     },
};

static struct str host_of(struct str url)
{
    size_t at = str_find(url, S("://"), 0);
    struct str host = at < url.n ? str_sub(url, at + 3, url.n) : url;
    return str_starts(host, S("www.")) ? str_sub(host, 4, host.n) : host;
}

static size_t kind_of(struct str url)
{
    struct str host = host_of(url);
    size_t i = 0;
    while (!str_starts(kinds[i].host ? host : url, str_from(kinds[i].begins)))
        i++;
    return i;
}

/* "Berlin" has no address: a place. */
static struct path *path_of(struct setter *s, const struct link *link, mpt size)
{
    size_t kind = kind_of(link->url);
    bool nowhere = str_empty(link->url);
    const struct nib *steps = nowhere ? place : kinds[kind].steps;
    struct path *path = arena_make(s->a, struct path);
    path->count = nowhere ? countof(place) : kinds[kind].count;
    path->steps = arena_many(s->a, path->count, struct path_step);
    path->fill = NO_COLOUR;
    path->stroke = s->look->secondary;
    path->width = mpt_scale(size, STROKE, 1000);
    for (size_t i = 0; i < path->count; i++) {
        path->steps[i].verb = steps[i].verb;
        for (size_t k = 0; k < 3; k++)
            path->steps[i].p[k] =
                (struct point){mpt_scale(size, steps[i].p[2 * k], 1000),
                               -mpt_scale(size, steps[i].p[2 * k + 1], 1000)};
    }
    return path;
}

mpt icon_room(const struct setter *s)
{
    mpt size = s->look->roles[ROLE_LINK_URL].size;
    return s->look->links_icons && !s->look->plain ? mpt_scale(size, ROOM, 1000) : 0;
}

void icon_address(struct setter *s, struct marks *m, const struct link *link,
                  const struct setting *address, struct rect at, struct tag *tag)
{
    mpt room = icon_room(s), size = s->look->roles[ROLE_LINK_URL].size;
    bool rtl = s->study->rtl;
    if (room > 0 && address->lines.count > 0) {
        mpt x = rtl ? at.x + at.w - mpt_scale(size, WIDTH, 1000) : at.x;
        marks_path(s, m, path_of(s, link, size),
                   (struct point){x, at.y + address->baseline});
    }
    marks_setting(s, m, address, (struct point){at.x + (rtl ? 0 : room), at.y}, tag);
}

void icons_first(struct setter *s, struct marks *m)
{
    struct marks sorted = {{0}};
    for (int said = 0; said < 2; said++)
        for (size_t i = 0; i < m->list.n; i++)
            if ((m->list.at[i].tag != NULL) == said)
                vec_push(s->a, &sorted.list, m->list.at[i]);
    *m = sorted;
}
