/* SPDX-License-Identifier: MIT */
/* block/foot_row.c — the foot of the study as a row of columns: names above addresses. */
#include "block/foot_row.h"

#include "base/arena.h"
#include "block/icon.h"
#include "block/links.h"
#include "block/rich.h"

/* One column of a row. */
struct cell {
    struct setting name, address;
    const struct link *link; /* NULL: a title alone */
    struct tag *name_tag, *address_tag;
};

/* The row under construction. */
struct row {
    struct setter *s;
    struct marks *m;
    struct cell cells[LINKS_ROW_MAX];
    size_t n, columns;
    mpt width; /* of a column [mpt] */
    mpt y;     /* top of this row [mpt] */
    mpt foot;  /* of what has been put [mpt] */
};

static size_t columns_of(const struct look *look)
{
    size_t n = look->links_columns > 0 ? (size_t)look->links_columns : 1;
    return n < LINKS_ROW_MAX ? n : LINKS_ROW_MAX;
}

/* Columns that a section takes: a title without entries has one, too. */
static size_t cells_of(const struct study *study, size_t index)
{
    size_t count = 0;
    foot_links(study, &study->sections.at[index], &count);
    return count > 0 ? count : 1;
}

/* A section whose entries would be parted begins a row, where one holds them all. */
static bool begins_row(size_t used, size_t cells, size_t columns)
{
    return used > 0 && used + cells > columns && cells <= columns;
}

/* The most columns that any row will have. */
static size_t widest(const struct study *study, struct foot_sections sections, size_t limit)
{
    size_t most = 1, used = 0;
    for (size_t i = 0; i < sections.n; i++) {
        size_t cells = cells_of(study, sections.at[i]);
        used = begins_row(used, cells, limit) ? cells : used + cells;
        if (used >= limit)
            return limit;
        most = used > most ? used : most;
    }
    return most;
}

/* What of an address cannot be parted, the most of any entry [mpt]. */
static mpt least_width(struct setter *s, struct foot_sections sections)
{
    mpt least = 0;
    for (size_t i = 0; i < sections.n; i++) {
        size_t count = 0;
        const struct link *links =
            foot_links(s->study, &s->study->sections.at[sections.at[i]], &count);
        for (size_t k = 0; k < count; k++) {
            struct rich url = links_address(s, &links[k], tag_new(s->a, NULL, TAG_SPAN));
            least = mpt_max(least, set_widths(s, &url).min + 1);
        }
    }
    return least + icon_room(s);
}

/* As many as the layout asks for, and the longest addresses find room in. */
static size_t fitting(struct setter *s, struct foot_sections sections)
{
    mpt least = least_width(s, sections);
    size_t columns = columns_of(s->look);
    while (columns > 1 && links_column(s, columns) < least)
        columns--;
    return widest(s->study, sections, columns);
}

/* Put the cells of a row: all addresses stand on one line, the names right above them. */
static void put_row(struct row *r)
{
    mpt names = 0;
    for (size_t i = 0; i < r->n; i++)
        names = mpt_max(names, r->cells[i].name.height);
    for (size_t i = 0; i < r->n; i++) {
        const struct cell *c = &r->cells[i];
        mpt x = (mpt)i * (r->width + r->s->look->links_gutter);
        struct point at = {set_x(r->s, x, r->width), r->y + names - c->name.height};
        marks_setting(r->s, r->m, &c->name, at, c->name_tag);
        at.y = r->y + names;
        if (c->link)
            icon_address(r->s, r->m, c->link, &c->address,
                         (struct rect){at.x, at.y, r->width, 0}, c->address_tag);
        r->foot = mpt_max(r->foot, at.y + c->address.height);
    }
    r->y = r->foot + r->s->look->leading / 4;
    r->n = 0;
}

static struct cell *next_cell(struct row *r)
{
    if (r->n == r->columns)
        put_row(r);
    struct cell *cell = &r->cells[r->n++];
    *cell = (struct cell){0};
    return cell;
}

/* The title in the weight of one, an element of its own. */
static struct rich title_of(struct setter *s, const struct section *section,
                            struct tag *sect)
{
    struct rich rich = {{0}};
    if (str_empty(section->title))
        return rich;
    struct tag *tag = tag_new(s->a, sect, TAG_H2);
    s->span = section->span;
    rich = section->title_inlines
               ? rich_inlines(s, section->title_inlines, ROLE_LINK_LABEL, tag)
               : rich_text(s, section->title, ROLE_LINK_LABEL);
    for (size_t i = 0; i < rich.list.n; i++) {
        rich.list.at[i].face.weight = 600;
        rich.list.at[i].colour = s->look->text_colour;
        if (!rich.list.at[i].tag)
            rich.list.at[i].tag = tag;
    }
    return rich;
}

/* An entry; `title` begins its name. */
static void put_entry(struct row *r, const struct link *link, struct tag *list,
                      struct rich *title)
{
    struct setter *s = r->s;
    struct cell *cell = next_cell(r);
    struct tag *body = tag_new(s->a, tag_new(s->a, list, TAG_LI), TAG_LBODY);
    if (links_labelled(link)) {
        struct rich name = rich_text(s, links_label(s, link), ROLE_LINK_LABEL);
        if (title->list.n > 0) {
            struct stretch space = rich_stretch(s, S("\u2002"), ROLE_LINK_LABEL);
            space.tag = vec_last(&title->list)->tag;
            rich_put(s, title, space);
        }
        rich_join(s, title, &name);
    }
    cell->name = set_role(s, title, ROLE_LINK_LABEL, r->width);
    struct rich address = links_address(s, link, body);
    cell->address = set_role(s, &address, ROLE_LINK_URL, r->width - icon_room(s));
    cell->link = link;
    cell->name_tag = cell->address_tag = body;
}

static void put_section(struct row *r, size_t index)
{
    struct setter *s = r->s;
    const struct section *section = &s->study->sections.at[index];
    size_t count = 0;
    const struct link *links = foot_links(s->study, section, &count);
    struct tag *sect = tag_new(s->a, s->tag, TAG_SECT);
    sect->title = section->title;
    s->section = index;
    if (begins_row(r->n, cells_of(s->study, index), r->columns))
        put_row(r);
    struct rich title = title_of(s, section, sect);
    if (count == 0) {
        struct cell *cell = next_cell(r);
        cell->name = set_role(s, &title, ROLE_LINK_LABEL, r->width);
        cell->name_tag = sect;
        return;
    }
    struct tag *list = tag_new(s->a, sect, TAG_L);
    for (size_t i = 0; i < count; i++) {
        put_entry(r, &links[i], list, &title);
        title = (struct rich){{0}};
    }
}

mpt foot_row(struct setter *s, struct marks *m, struct foot_sections sections, mpt y)
{
    struct row r = {.s = s, .m = m, .y = y, .foot = y};
    r.columns = fitting(s, sections);
    r.width = links_column(s, r.columns);
    for (size_t i = 0; i < sections.n; i++)
        put_section(&r, sections.at[i]);
    put_row(&r);
    return r.foot;
}
