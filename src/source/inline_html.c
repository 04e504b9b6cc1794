/* SPDX-License-Identifier: MIT */
/* source/inline_html.c — tags inside lines as the markup they stand for. */
#include "base/arena.h"
#include "source/html.h"
#include "source/inline.h"
#include "source/markdown.h"

#define OPEN_MAX 32 /* tags open at once in one row; more are not closed by anybody */

/* An opening tag that waits for its partner. */
struct open_tag {
    struct inline_node **at; /* the link that leads to it */
    struct html_tag tag;
    size_t from, to;
};

struct pass {
    const struct inlines_context *c;
    struct open_tag open[OPEN_MAX];
    size_t depth;
};

/* What an element becomes; INLINE_KINDS where only its content counts. */
static enum inline_kind kind_of(const struct html_tag *tag)
{
    static const struct {
        enum html_role role;
        enum inline_kind kind;
    } kinds[] = {
        {HTML_BOLD,      INLINE_STRONG   },
        {HTML_ITALIC,    INLINE_EMPH     },
        {HTML_UNDERLINE, INLINE_UNDERLINE},
        {HTML_STRIKE,    INLINE_STRIKE   },
        {HTML_SUB,       INLINE_SUB      },
        {HTML_SUP,       INLINE_SUP      },
        {HTML_KBD,       INLINE_KBD      },
        {HTML_CODE,      INLINE_CODE     },
        {HTML_LINK,      INLINE_LINK     },
    };
    for (size_t i = 0; i < countof(kinds); i++)
        if (kinds[i].role == tag->role)
            return kinds[i].kind;
    return str_eq_nocase(tag->name, S("mark")) ? INLINE_SPAN : INLINE_KINDS;
}

static void tell(const struct pass *p, enum diag_code code, const struct open_tag *open)
{
    struct span span = cook_span(p->c->k, p->c->text, open->from, open->to);
    if (code == D_S0312)
        diag_push(p->c->k->d, code, span, "<%.*s> is not read", STR(open->tag.name));
    else
        diag_push(p->c->k->d, code, span, "<%s%.*s> has no partner",
                  open->tag.close ? "/" : "", STR(open->tag.name));
}

/* Give `node` the inlines [first, end) as children, and what else its element needs. */
static void fill(struct pass *p, struct inline_node *node, const struct html_tag *tag,
                 struct inline_node *first)
{
    struct arena *a = p->c->k->a;
    struct str value;
    node->first = first;
    if (node->kind == INLINE_CODE) {
        node->text = inlines_text(a, first);
        node->first = NULL;
    } else if (node->kind == INLINE_LINK && html_attribute(tag, S("href"), &value)) {
        node->url = markdown_unescape(a, value);
    } else if (node->kind == INLINE_SPAN) {
        attrs_read(a, S(".mark"), &node->attrs);
    }
    if (html_attribute(tag, S("title"), &value))
        node->title = markdown_unescape(a, value);
}

/* Wrap what stands between a tag and its partner; gives the link behind it. */
static struct inline_node **wrap(struct pass *p, struct open_tag *open,
                                 struct inline_node **close)
{
    struct inline_node *first = (*open->at)->next, *tag = *close;
    enum inline_kind kind = kind_of(&open->tag);
    struct str value;
    bool anchor = kind == INLINE_LINK && !html_attribute(&open->tag, S("href"), &value);
    *close =
        NULL; /* ends the children, or the opening tag's own row where there are none */
    if (first == tag)
        first = NULL;
    if (open->tag.role == HTML_HIDDEN)
        tell(p, D_S0312, open);
    if (open->tag.role == HTML_HIDDEN || (!first && kind != INLINE_KINDS)) {
        *open->at = tag->next;
        return open->at;
    }
    if (kind == INLINE_KINDS || anchor) {
        struct inline_node **end = open->at;
        *open->at = first;
        while (*end)
            end = &(*end)->next;
        *end = tag->next;
        return end;
    }
    struct raw *raw = inline_new(p->c->k->a, kind, open->from, raw_of(tag)->to);
    fill(p, &raw->node, &open->tag, first);
    raw->node.next = tag->next;
    *open->at = &raw->node;
    return &raw->node.next;
}

/* A tag that stands for itself: a break or picture. */
static struct inline_node **replace(struct pass *p, struct inline_node **at,
                                    const struct html_tag *tag)
{
    struct arena *a = p->c->k->a;
    struct raw *old = raw_of(*at), *raw;
    struct str value;
    if (tag->role == HTML_BREAK) {
        raw = inline_new(a, INLINE_HARD_BREAK, old->from, old->to);
    } else {
        raw = inline_new(a, INLINE_IMAGE, old->from, old->to);
        if (html_attribute(tag, S("src"), &value))
            raw->node.url = markdown_unescape(a, value);
        if (html_attribute(tag, S("title"), &value))
            raw->node.title = markdown_unescape(a, value);
        if (html_attribute(tag, S("width"), &value))
            attrs_read(a, str_fmt(a, "width=\"%.*s\"", STR(value)), &raw->node.attrs);
        if (html_attribute(tag, S("alt"), &value) && value.n > 0) {
            struct raw *alt = inline_new(a, INLINE_TEXT, old->from, old->to);
            alt->node.text = markdown_unescape(a, value);
            raw->node.first = &alt->node;
        }
    }
    raw->node.next = (*at)->next;
    *at = &raw->node;
    return &raw->node.next;
}

/* Tags whose partner is often left out, or far away in another block. */
static bool may_be_alone(const struct html_tag *tag)
{
    switch (tag->role) {
    case HTML_WRAPPER:
    case HTML_DETAILS:
    case HTML_SUMMARY:
    case HTML_LIST:
    case HTML_ITEM:
    case HTML_TABLE:
    case HTML_PART:
    case HTML_ROW:
    case HTML_CELL:
    case HTML_QUOTE:
    case HTML_NOTHING:
    case HTML_RULE:
    case HTML_HEADING:
        return true;
    case HTML_UNKNOWN:
    case HTML_BOLD:
    case HTML_ITALIC:
    case HTML_UNDERLINE:
    case HTML_STRIKE:
    case HTML_SUB:
    case HTML_SUP:
    case HTML_KBD:
    case HTML_CODE:
    case HTML_LINK:
    case HTML_IMAGE:
    case HTML_BREAK:
    case HTML_SPAN:
    case HTML_PRE:
    case HTML_HIDDEN:
    case HTML_ODD:
    case HTML_ROLES:
        break;
    }
    return false;
}

static void tell_single(struct pass *p, const struct open_tag *open)
{
    bool odd = open->tag.role == HTML_ODD || open->tag.role == HTML_UNKNOWN ||
               open->tag.role == HTML_HIDDEN;
    if (odd && !open->tag.close)
        tell(p, D_S0312, open);
    else if (!odd && !may_be_alone(&open->tag))
        tell(p, D_S0313, open);
}

/* Leave out the tags that were never closed from `depth` on. */
static void drop_open(struct pass *p, size_t depth)
{
    while (p->depth > depth) {
        struct open_tag *open = &p->open[--p->depth];
        tell_single(p, open);
        (*open->at)->text = S(""); /* its row is walked still: it goes as an empty text */
    }
}

static struct inline_node **close_tag(struct pass *p, struct inline_node **at,
                                      const struct html_tag *tag)
{
    size_t depth = p->depth;
    while (depth > 0 && !str_eq_nocase(p->open[depth - 1].tag.name, tag->name))
        depth--;
    if (depth == 0) {
        struct open_tag lone = {at, *tag, raw_of(*at)->from, raw_of(*at)->to};
        tell_single(p, &lone);
        *at = (*at)->next;
        return at;
    }
    drop_open(p, depth);
    p->depth = depth - 1;
    return wrap(p, &p->open[depth - 1], at);
}

/* Deal with the tag at `*at`; gives the link to go on from. */
static struct inline_node **take_tag(struct pass *p, struct inline_node **at)
{
    struct html_tag tag;
    struct raw *raw = raw_of(*at);
    raw->html = false;
    if (str_starts((*at)->text, S("<!--")) || !html_tag_at((*at)->text, &tag)) {
        *at = (*at)->next;
        return at;
    }
    if (tag.role == HTML_BREAK || tag.role == HTML_IMAGE)
        return replace(p, at, &tag);
    if (tag.close)
        return close_tag(p, at, &tag);
    struct open_tag open = {at, tag, raw->from, raw->to};
    if (tag.alone || tag.role == HTML_NOTHING || tag.role == HTML_RULE ||
        p->depth == OPEN_MAX) {
        *at = (*at)->next;
        return at;
    }
    p->open[p->depth++] = open;
    return &(*at)->next;
}

void inlines_html(const struct inlines_context *c, struct inline_node **first)
{
    struct pass p = {.c = c};
    for (struct inline_node **at = first; *at;)
        at = raw_of(*at)->html ? take_tag(&p, at) : &(*at)->next;
    drop_open(&p, 0);
}
