/* SPDX-License-Identifier: MIT */
/* page/watermark.c — DRAFT, large and pale, under the text of a sheet.
 *
 * The letters are strokes of one width, drawn as one path: no font is needed, nothing can be
 * extracted as a word of the study, and overlapping strokes do not darken. */
#include "page/watermark.h"

#include "base/arena.h"

#define CAP PT(86) /* height of the letters: 120 pt of a sans */
#define STROKE 175 /* [thousandths of the height] */
#define INK 55     /* of the text's colour on the paper [thousandths] */
#define COS_32 848 /* it climbs at 32 degrees [thousandths] */
#define SIN_32 530
#define WIDTH 4330 /* of the word [thousandths of the height] */

/* A step of a letter; thousandths of the height, y upwards from the baseline. */
struct nib {
    enum path_verb verb;
    int p[6];
};

static const struct nib letters[] = {
  /* D */
    {PATH_MOVE,  {88, 88}                         },
    {PATH_LINE,  {88, 912}                        },
    {PATH_LINE,  {360, 912}                       },
    {PATH_CURVE, {660, 912, 830, 750, 830, 500}   },
    {PATH_CURVE, {830, 250, 660, 88, 360, 88}     },
    {PATH_CLOSE, {0}                              },
 /* R */
    {PATH_MOVE,  {1108, 0}                        },
    {PATH_LINE,  {1108, 912}                      },
    {PATH_LINE,  {1420, 912}                      },
    {PATH_CURVE, {1610, 912, 1700, 820, 1700, 670}},
    {PATH_CURVE, {1700, 520, 1610, 430, 1420, 430}},
    {PATH_LINE,  {1108, 430}                      },
    {PATH_MOVE,  {1430, 430}                      },
    {PATH_LINE,  {1720, 0}                        },
 /* A */
    {PATH_MOVE,  {1960, 0}                        },
    {PATH_LINE,  {2270, 912}                      },
    {PATH_LINE,  {2390, 912}                      },
    {PATH_LINE,  {2700, 0}                        },
    {PATH_MOVE,  {2070, 280}                      },
    {PATH_LINE,  {2590, 280}                      },
 /* F */
    {PATH_MOVE,  {2968, 0}                        },
    {PATH_LINE,  {2968, 912}                      },
    {PATH_LINE,  {3490, 912}                      },
    {PATH_MOVE,  {2968, 470}                      },
    {PATH_LINE,  {3430, 470}                      },
 /* T */
    {PATH_MOVE,  {3630, 912}                      },
    {PATH_LINE,  {4330, 912}                      },
    {PATH_MOVE,  {3980, 912}                      },
    {PATH_LINE,  {3980, 0}                        },
};

/* From the letters' plane to the sheet, the word's middle at the origin. */
static struct point turned(int x, int y)
{
    int64_t dx = x - WIDTH / 2, dy = y - 500;
    int64_t right = dx * COS_32 - dy * SIN_32, up = dx * SIN_32 + dy * COS_32;
    return (struct point){mpt_scale(right, CAP, 1000000), -mpt_scale(up, CAP, 1000000)};
}

static uint32_t pale(uint32_t colour, uint32_t paper)
{
    uint32_t out = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t c = colour >> shift & 255, p = paper >> shift & 255;
        out |= (c * INK + p * (1000 - INK) + 500) / 1000 << shift;
    }
    return out;
}

static struct path *letter_path(struct arena *a, const struct look *look)
{
    struct path *path = arena_make(a, struct path);
    path->count = countof(letters);
    path->steps = arena_many(a, path->count, struct path_step);
    path->fill = NO_COLOUR;
    path->stroke = pale(look->text_colour, look->paper_tone);
    path->width = mpt_scale(CAP, STROKE, 1000);
    for (size_t i = 0; i < path->count; i++) {
        path->steps[i].verb = letters[i].verb;
        for (size_t k = 0; k < 3; k++)
            path->steps[i].p[k] = turned(letters[i].p[2 * k], letters[i].p[2 * k + 1]);
    }
    return path;
}

const struct box *watermark_box(struct arena *a, const struct look *look)
{
    struct mark *mark = arena_make(a, struct mark);
    mark->kind = MARK_PATH;
    mark->x = look->page_width / 2;
    mark->y = look->page_height / 2;
    mark->path = letter_path(a, look);
    struct box *box = arena_make(a, struct box);
    box->height = look->page_height;
    box->marks = mark;
    box->mark_count = 1;
    box->section = SIZE_MAX;
    return box;
}
