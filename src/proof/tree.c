/* SPDX-License-Identifier: MIT */
/* proof/tree.c — the structure tree: its grammar, and that it is the order of the content. */
#include "base/arena.h"
#include "proof/reader.h"

#define DEPTH_MAX 200 /* elements in one another; recto's own are not half as deep */

/* Types that may stand in a type, joined by blanks; NULL: any that a text may hold. */
static const struct {
    const char *type, *holds;
} grammar[] = {
    {"Document",   NULL                            },
    {"Sect",       NULL                            },
    {"Div",        NULL                            },
    {"BlockQuote", NULL                            },
    {"Quote",      NULL                            },
    {"Note",       NULL                            },
    {"Caption",    NULL                            },
    {"Figure",     NULL                            },
    {"LBody",      NULL                            },
    {"TH",         NULL                            },
    {"TD",         NULL                            },
    {"P",          NULL                            },
    {"Code",       NULL                            },
    {"Span",       NULL                            },
    {"Link",       NULL                            },
    {"Reference",  NULL                            },
    {"Lbl",        NULL                            },
    {"H1",         NULL                            },
    {"H2",         NULL                            },
    {"H3",         NULL                            },
    {"H4",         NULL                            },
    {"H5",         NULL                            },
    {"H6",         NULL                            },
    {"L",          " LI L Caption "                },
    {"LI",         " Lbl LBody "                   },
    {"Table",      " TR THead TBody TFoot Caption "},
    {"THead",      " TR "                          },
    {"TBody",      " TR "                          },
    {"TFoot",      " TR "                          },
    {"TR",         " TH TD "                       },
    {"TOC",        " TOCI TOC Caption "            },
    {"TOCI",       " Lbl Reference P TOC "         },
};

/* What stands in no text by itself. */
#define PARTS_ONLY " LI Lbl LBody THead TBody TFoot TR TH TD TOCI "

static bool among(struct arena *a, const char *list, struct str type)
{
    struct str word = str_fmt(a, " %.*s ", STR(type));
    struct str all = str_from(list);
    return str_find(all, word, 0) < all.n;
}

static void check_holding(struct reader *r, struct str outer, struct str inner)
{
    for (size_t i = 0; i < countof(grammar); i++) {
        if (!str_eq(outer, str_from(grammar[i].type)))
            continue;
        bool good = grammar[i].holds
                        ? among(r->a, grammar[i].holds, inner)
                        : !among(r->a, PARTS_ONLY, inner) || str_eq(inner, S("Lbl"));
        if (!good)
            found(r, "structure: %.*s holds %.*s", STR(outer), STR(inner));
        return;
    }
}

static bool is_standard(struct str type)
{
    for (size_t i = 0; i < countof(grammar); i++)
        if (str_eq(type, str_from(grammar[i].type)))
            return true;
    return false;
}

static struct node attribute(struct node element, const char *key)
{
    struct node all = node_at(element, "/A");
    for (int i = 0; i < node_count(all); i++) {
        struct node value = node_at(node_item(all, i), key);
        if (node_kind(value) != NODE_NONE)
            return value;
    }
    return (struct node){element.doc, 0};
}

static void check_heading(struct reader *r, struct str type)
{
    int level = type.p[1] - '0';
    if (r->ua && level > r->heading + 1)
        found(r, "structure: H%d follows H%d", level, r->heading);
    r->heading = level;
}

static void check_element(struct reader *r, struct node element, struct str type)
{
    if (!is_standard(type))
        found(r, "structure: “%.*s” is no standard type", STR(type));
    if (type.n == 2 && type.p[0] == 'H' && type.p[1] >= '1' && type.p[1] <= '6')
        check_heading(r, type);
    bool told = node_text(r->a, node_at(element, "/Alt")).n > 0 ||
                node_text(r->a, node_at(element, "/ActualText")).n > 0;
    if (str_eq(type, S("Figure")) && !told)
        found(r, "structure: a Figure without a description");
    if (str_eq(type, S("Figure")) && node_count(attribute(element, "/BBox")) != 4)
        found(r, "structure: a Figure without a BBox");
    if (str_eq(type, S("TH")) && node_kind(attribute(element, "/Scope")) == NODE_NONE)
        found(r, "structure: a TH without a Scope");
    if (str_eq(type, S("L")) &&
        node_kind(attribute(element, "/ListNumbering")) == NODE_NONE)
        found(r, "structure: an L without a ListNumbering");
    if (str_eq(type, S("Note")) && node_text(r->a, node_at(element, "/ID")).n == 0)
        found(r, "structure: a Note without an ID");
}

/* --- content --------------------------------------------------------------------------------- */

static int page_of(const struct reader *r, struct node page)
{
    int id = node_id(page);
    for (size_t i = 0; i < r->pages.n; i++)
        if (id && node_id(r->pages.at[i]) == id)
            return (int)i;
    return -1;
}

/* Notes stand at the foot of their page and belong to where they are called. */
static void check_order(struct reader *r, const struct shown *shown)
{
    if (r->in_note)
        return;
    bool back = shown->page < r->last_page ||
                (shown->page == r->last_page && shown->mcid <= r->last_mcid);
    if (back)
        found(r, "order: content %d of page %d stands before what it is read behind",
              shown->mcid, shown->page + 1);
    r->last_page = shown->page;
    r->last_mcid = shown->mcid;
}

static void claim(struct reader *r, struct node element, struct node page, long long mcid)
{
    int index = page_of(r, page);
    for (size_t i = 0; i < r->shown.n; i++) {
        struct shown *shown = &r->shown.at[i];
        if (shown->page != index || shown->mcid != mcid)
            continue;
        if (shown->owner)
            found(r, "structure: content %d of page %d has two owners", shown->mcid,
                  index + 1);
        shown->owner = node_id(element);
        check_order(r, shown);
        return;
    }
    found(r, "structure: content %d of page %d is not there", (int)mcid, index + 1);
}

static void walk(struct reader *r, struct node element, int parent, int depth);

static bool is_reference(struct node kid, const char *type)
{
    return node_kind(kid) == NODE_DICT && node_is(node_at(kid, "/Type"), type);
}

static void check_kid(struct reader *r, struct node element, struct node kid, int depth)
{
    struct node page = node_at(kid, "/Pg");
    if (node_kind(kid) == NODE_NUMBER)
        claim(r, element, node_at(element, "/Pg"), node_int(kid));
    else if (is_reference(kid, "MCR"))
        claim(r, element, node_kind(page) == NODE_DICT ? page : node_at(element, "/Pg"),
              node_int(node_at(kid, "/MCID")));
    else if (!is_reference(kid, "OBJR")) {
        check_holding(r, node_name(r->a, node_at(element, "/S")),
                      node_name(r->a, node_at(kid, "/S")));
        walk(r, kid, node_id(element), depth + 1);
    }
}

static void walk(struct reader *r, struct node element, int parent, int depth)
{
    struct str type = node_name(r->a, node_at(element, "/S"));
    struct node kids = node_at(element, "/K");
    bool note = str_eq(type, S("Note")), outer = r->in_note, linked = false;
    if (depth > DEPTH_MAX) {
        found(r, "structure: more than %d elements in one another", DEPTH_MAX);
        return;
    }
    if (node_id(node_at(element, "/P")) != parent)
        found(r, "structure: a %.*s names a wrong parent", STR(type));
    check_element(r, element, type);
    r->in_note |= note;
    for (int i = 0; i < node_count(kids); i++) {
        struct node kid = node_item(kids, i);
        linked |= is_reference(kid, "OBJR");
        check_kid(r, element, kid, depth);
    }
    r->in_note = outer;
    if (str_eq(type, S("Link")) && !linked)
        found(r, "structure: a Link without its annotation");
}

void check_tree(struct reader *r)
{
    struct node root = node_at(r->catalog, "/StructTreeRoot");
    struct node kids = node_at(root, "/K");
    if (node_kind(root) != NODE_DICT) {
        found(r, "structure: there is none");
        return;
    }
    if (node_count(kids) != 1 || !node_is(node_at(node_item(kids, 0), "/S"), "Document"))
        found(r, "structure: its root is no Document");
    r->last_mcid = -1;
    for (int i = 0; i < node_count(kids); i++)
        walk(r, node_item(kids, i), node_id(root), 0);
    for (size_t i = 0; i < r->shown.n; i++)
        if (r->shown.at[i].mcid >= 0 && !r->shown.at[i].owner)
            found(r, "structure: content %d of page %d belongs to no element",
                  r->shown.at[i].mcid, r->shown.at[i].page + 1);
}
