/* SPDX-License-Identifier: MIT */
/* model/diagram/brackets.c — which brackets belong together, and what a pair of them means. */
#include "model/diagram/brackets.h"

#include "base/arena.h"
#include "base/utf8.h"

#define DEEPEST 32 /* brackets nested deeper are taken as characters */

struct pair {
    uint32_t open, close;
};

static const struct pair pairs[] = {
    {'(',    ')'   },
    {'[',    ']'   },
    {'{',    '}'   },
    {0xFF08, 0xFF09},
    {0x3010, 0x3011},
    {0x300C, 0x300D},
    {0xFF3B, 0xFF3D},
};

static const struct pair *pair_of(uint32_t c)
{
    for (size_t i = 0; i < countof(pairs); i++) {
        if (pairs[i].open == c || pairs[i].close == c)
            return &pairs[i];
    }
    return NULL;
}

struct open {
    size_t at;
    const struct pair *pair;
};

/* Close the nearest bracket of the kind of `pair`; what stands open inside it stays alone. */
static void close_at(const struct open *stack, size_t *depth, const struct pair *pair,
                     size_t *close, size_t at)
{
    for (size_t k = *depth; k > 0; k--) {
        if (stack[k - 1].pair == pair) {
            close[stack[k - 1].at] = at;
            *depth = k - 1;
            return;
        }
    }
}

struct brackets brackets_of(struct arena *a, struct str text, struct stretch in)
{
    size_t *close = arena_many(a, in.to - in.from + 1, size_t);
    struct open stack[DEEPEST];
    size_t depth = 0;
    for (size_t i = in.from; i < in.to;) {
        size_t at = i;
        uint32_t c = utf8_next(text, &i);
        const struct pair *pair = pair_of(c);
        if (!pair)
            continue;
        if (c == pair->close)
            close_at(stack, &depth, pair, close, at - in.from);
        else if (depth < DEEPEST)
            stack[depth++] = (struct open){at - in.from, pair};
    }
    for (size_t i = 0; i < in.to - in.from; i++)
        close[i] = close[i] ? close[i] + in.from : 0;
    return (struct brackets){close, in};
}

size_t brackets_close(const struct brackets *b, size_t i)
{
    return i < b->in.from || i >= b->in.to ? 0 : b->close[i - b->in.from];
}

/* What stands round a label; longer frames first. */
static const struct frame {
    const char *open, *close;
    enum node_shape shape;
} frames[] = {
    {"[(",           ")]",           NODE_STORE   },
    {"[[",           "]]",           NODE_BOX     },
    {"([",           "])",           NODE_ROUND   },
    {"((",           "))",           NODE_ROUND   },
    {"{{",           "}}",           NODE_BOX     },
    {"[",            "]",            NODE_BOX     },
    {"(",            ")",            NODE_ROUND   },
    {"{",            "}",            NODE_DECISION},
    {"\xEF\xBC\x88", "\xEF\xBC\x89", NODE_ROUND   }, /* （） */
    {"\xE3\x80\x90", "\xE3\x80\x91", NODE_BOX     }, /* 【】 */
    {"\xE3\x80\x8C", "\xE3\x80\x8D", NODE_BOX     }, /* 「」 */
    {"\xEF\xBC\xBB", "\xEF\xBC\xBD", NODE_BOX     }, /* ［］ */
    {"“",          "”",          NODE_BOX     },
    {"„",          "“",          NODE_BOX     },
    {"«",           "»",           NODE_BOX     },
    {"│",          "│",          NODE_BOX     },
    {"**",           "**",           NODE_BOX     },
    {"\"",           "\"",           NODE_BOX     },
    {"'",            "'",            NODE_BOX     },
    {"`",            "`",            NODE_BOX     },
};

/* Does what opens the frame close nowhere before its end? "(a) (b)" has no frame. */
static bool holds_all(struct str inside, const struct frame *f)
{
    struct str open = str_from(f->open), close = str_from(f->close);
    int depth = 0;
    for (size_t i = 0; i < inside.n; i++) {
        struct str here = str_sub(inside, i, inside.n);
        if (str_starts(here, close) && --depth < 0)
            return false;
        if (str_starts(here, open) && !str_eq(open, close))
            depth++;
    }
    return depth == 0;
}

bool frame_strip(const struct marked *m, struct stretch *s, enum node_shape *shape)
{
    struct stretch t = marked_trim(m, *s);
    struct str text = marked_text(m, t);
    for (size_t i = 0; i < countof(frames); i++) {
        size_t open = str_from(frames[i].open).n, close = str_from(frames[i].close).n;
        if (text.n <= open + close || !str_starts(text, str_from(frames[i].open)) ||
            !str_ends(text, str_from(frames[i].close)))
            continue;
        struct stretch inside =
            marked_trim(m, (struct stretch){t.from + open, t.to - close});
        if (inside.from >= inside.to || !holds_all(marked_text(m, inside), &frames[i]))
            continue;
        *s = inside;
        *shape = frames[i].shape;
        return true;
    }
    return false;
}
