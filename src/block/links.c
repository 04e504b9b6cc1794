/* SPDX-License-Identifier: MIT */
/* block/links.c — links and contact: in a row, as a list, as a stack, or as prose. */
#include "block/links.h"

#include "base/arena.h"
#include "block/icon.h"
#include "block/kinds.h"
#include "block/rich.h"

#define LABEL_GAP PT(8) /* labels to addresses beside them */
#define ENTRY_GAP PT(4) /* between the entries of a stack */
#define RULE_WIDTH PT(0.5)
#define COLUMNS_MAX 6 /* of a row: as many as a layout may ask for */

/* What is shown of an address: without scheme and "www." */
static struct str shown(struct str url)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:"};
    for (size_t i = 0; i < countof(schemes); i++)
        if (str_starts(url, str_from(schemes[i]))) {
            url = str_sub(url, str_from(schemes[i]).n, url.n);
            break;
        }
    if (str_starts(url, S("www.")))
        url = str_sub(url, 4, url.n);
    return str_ends(url, S("/")) ? str_sub(url, 0, url.n - 1) : url;
}

/* A telephone number is shown as its author groups it. */
static bool is_number(const struct link *link)
{
    bool only = str_starts(link->url, S("tel:")) && !str_empty(link->text);
    for (size_t i = 0; only && i < link->text.n; i++)
        only = (unsigned char)link->text.p[i] < 'A';
    return only;
}

/* True where the words of a link are its address, or the host that begins it; "GitHub" is a name. */
static bool says_address(const struct link *link)
{
    struct str address = shown(link->url);
    bool host =
        str_find_byte(link->text, '.', 0) < link->text.n || link->text.n == address.n;
    return str_empty(link->text) || is_number(link) ||
           str_eq_nocase(link->text, link->url) ||
           (host && str_eq_nocase(link->text, str_sub(address, 0, link->text.n)));
}

static bool is_named(const struct link *link)
{
    return !says_address(link) && !str_empty(link->url);
}

bool links_labelled(const struct link *link)
{
    return is_named(link) || !str_empty(link->label);
}

struct str links_label(struct setter *s, const struct link *link)
{
    if (str_empty(link->label))
        return link->text;
    char *label = str_cstr(s->a, link->label);
    if (label[0] >= 'a' && label[0] <= 'z')
        label[0] = (char)(label[0] - 'a' + 'A');
    return is_named(link) ? str_fmt(s->a, "%s: %.*s", label, STR(link->text))
                          : (struct str){label, link->label.n};
}

struct rich links_address(struct setter *s, const struct link *link, struct tag *parent)
{
    struct rich rich = {{0}};
    struct str words = is_number(link) ? link->text : shown(link->url);
    struct stretch st = rich_stretch(s, words, ROLE_LINK_URL);
    struct tag *tag = tag_new(s->a, parent, TAG_LINK);
    tag->url = link->url;
    if (str_empty(link->url)) { /* "Berlin": a contact that leads nowhere */
        st.text = link->text;
        rich_put(s, &rich, st);
        return rich;
    }
    st.tag = tag;
    st.link = link->url;
    st.span = link->span;
    st.flags |= STRETCH_URL | STRETCH_AS_IS | STRETCH_NO_HYPHEN;
    rich_put(s, &rich, st);
    return rich;
}

/* --- a row ----------------------------------------------------------------------------------- */

/* One entry of the row, broken into lines. */
struct entry {
    struct setting label, url;
    struct tag *tag;
};

/* `label_width`, `width`: what label and address may take [mpt]. */
static struct entry set_entry(struct setter *s, const struct link *link, struct tag *body,
                              mpt label_width, mpt width)
{
    struct entry e = {.tag = body};
    if (links_labelled(link)) {
        struct rich label = rich_text(s, links_label(s, link), ROLE_LINK_LABEL);
        e.label = set_role(s, &label, ROLE_LINK_LABEL, label_width);
    }
    struct rich url = links_address(s, link, body);
    e.url = set_role(s, &url, ROLE_LINK_URL, width - icon_room(s));
    return e;
}

static struct tag *item(struct setter *s, struct tag *list)
{
    return tag_new(s->a, tag_new(s->a, list, TAG_LI), TAG_LBODY);
}

mpt links_text(struct setter *s, struct marks *m, const struct link *link, struct tag *body,
               struct point at, mpt width)
{
    struct entry e = set_entry(s, link, body, width, width);
    marks_setting(s, m, &e.label, at, e.tag);
    at.y += e.label.height;
    icon_address(s, m, link, &e.url, (struct rect){at.x, at.y, width, 0}, e.tag);
    return e.label.height + e.url.height;
}

/* Entries beside each other, and where. */
struct row {
    const struct link *links;
    size_t count, columns;
    struct column {
        mpt x, width;
    } at[COLUMNS_MAX];
};

mpt links_column(const struct setter *s, size_t columns)
{
    mpt n = (mpt)columns;
    return (s->measure - (n - 1) * s->look->links_gutter) / n;
}

/* What an address takes in one line [mpt]. */
static mpt address_width(struct setter *s, const struct link *link)
{
    struct rich url = links_address(s, link, NULL);
    return set_widths(s, &url).max + icon_room(s);
}

static mpt entry_width(struct setter *s, const struct link *link)
{
    struct rich label = rich_text(s, links_label(s, link), ROLE_LINK_LABEL);
    mpt width = links_labelled(link) ? set_widths(s, &label).max : 0;
    return mpt_max(width, address_width(s, link));
}

/* As many columns as the look has, or fewer, so that all addresses stay whole in them. */
static size_t columns_for(struct setter *s, const struct link *links, size_t count)
{
    size_t columns = (size_t)s->look->links_columns;
    mpt widest = 0;
    for (size_t i = 0; i < count; i++)
        widest = mpt_max(widest, address_width(s, &links[i]));
    while (columns > 1 && widest > links_column(s, columns))
        columns--;
    return columns;
}

/* Columns of one width. */
static void place_evenly(struct setter *s, struct row *row)
{
    mpt width = links_column(s, row->columns);
    for (size_t i = 0; i < row->columns; i++)
        row->at[i] = (struct column){(mpt)i * (width + s->look->links_gutter), width};
}

/* One row of columns as wide as their entries, which share the room that is left. False where there
 * is none. */
static bool place_by_width(struct setter *s, struct row *row)
{
    size_t n = row->count;
    if (n < 2 || n > (size_t)s->look->links_columns)
        return false;
    mpt room = s->measure - (mpt)(n - 1) * s->look->links_gutter, x = 0;
    for (size_t i = 0; i < n; i++) {
        row->at[i].width = entry_width(s, &row->links[i]);
        room -= mpt_min(row->at[i].width, s->measure);
    }
    if (room < 0)
        return false;
    for (size_t i = 0; i < n; i++) {
        row->at[i] = (struct column){x, row->at[i].width + room / (mpt)n};
        x += row->at[i].width + s->look->links_gutter;
    }
    row->columns = n;
    return true;
}

/* What the entries of a row say, one behind the other: readers that go by position would tell all
 * labels first, and entries of further columns behind the next section. */
static struct str row_says(struct setter *s, const struct row *row)
{
    struct strbuf b = strbuf_at(s->a);
    const struct link *links = row->links;
    for (size_t i = 0; i < row->count; i++) {
        if (i > 0)
            strbuf_putc(&b, i % row->columns ? ' ' : '\n');
        if (links_labelled(&links[i]))
            strbuf_fmt(&b, "%.*s ", STR(links_label(s, &links[i])));
        strbuf_put(&b, str_empty(links[i].url) || is_number(&links[i])
                           ? links[i].text
                           : shown(links[i].url));
    }
    return strbuf_str(&b);
}

/* Labels above addresses; an address without a label stands level with the others. */
static void put_entries(struct setter *s, const struct row *row, struct tag *list)
{
    struct marks m = {{0}};
    struct entry *entries = arena_many(s->a, row->count, struct entry);
    mpt label = 0, height = 0;
    for (size_t i = 0; i < row->count; i++) {
        mpt width = row->at[i].width;
        entries[i] = set_entry(s, &row->links[i], item(s, list), width, width);
        label = mpt_max(label, entries[i].label.height);
    }
    for (size_t i = 0; i < row->count; i++) {
        const struct entry *e = &entries[i];
        mpt width = row->at[i].width, x = set_x(s, row->at[i].x, width);
        marks_setting(s, &m, &e->label, (struct point){x, label - e->label.height}, e->tag);
        icon_address(s, &m, &row->links[i], &e->url, (struct rect){x, label, width, 0},
                     e->tag);
        height = mpt_max(height, label + e->url.height);
    }
    icons_first(s, &m);
    set_penalty(s, BREAK_NEVER);
    set_box(s, &m, height, 1);
}

/* Names above addresses, as in a narrow column. */
static void put_stack(struct setter *s, const struct link *links, size_t count)
{
    struct tag *list = tag_new(s->a, s->tag, TAG_L);
    for (size_t i = 0; i < count; i++) {
        struct marks m = {{0}};
        struct point at = {s->x, 0};
        bool gap =
            i + 1 < count && (links_labelled(&links[i]) || links_labelled(&links[i + 1]));
        struct tag *body = item(s, list);
        mpt height = links_text(s, &m, &links[i], body, at, s->measure);
        at.y = height;
        mpt code = s->place == PLACE_SIDE ? links_qr_below(s, &m, &links[i], body, at) : 0;
        if (i > 0)
            set_penalty(s, BREAK_NEVER);
        set_box(s, &m, height + code + (gap && code == 0 ? ENTRY_GAP : 0), 1);
    }
}

/* --- list and prose ---------------------------------------------------------------------------- */

/* The column of the labels: as wide as that of the facts, wider for longer ones, but a third at
 * most; 0 where there are none [mpt]. */
static mpt label_column(struct setter *s, const struct link *links, size_t count)
{
    mpt widest = 0;
    for (size_t i = 0; i < count; i++)
        if (links_labelled(&links[i])) {
            struct rich label = rich_text(s, links_label(s, &links[i]), ROLE_LINK_LABEL);
            widest = mpt_max(widest, set_widths(s, &label).max + LABEL_GAP);
        }
    return widest == 0 ? 0 : mpt_min(mpt_max(s->look->facts_label, widest), s->measure / 3);
}

static void put_list(struct setter *s, const struct link *links, size_t count)
{
    struct tag *list = tag_new(s->a, s->tag, TAG_L);
    mpt column = label_column(s, links, count), width = s->measure - column;
    for (size_t i = 0; i < count; i++) {
        struct tag *body = item(s, list);
        struct entry e = set_entry(s, &links[i], body, column - LABEL_GAP, width);
        struct marks m = {{0}};
        marks_setting(s, &m, &e.label, (struct point){set_x(s, 0, column - LABEL_GAP), 0},
                      body);
        struct rect room = {set_x(s, column, width), 0, width, 0};
        icon_address(s, &m, &links[i], &e.url, room, body);
        if (i > 0)
            set_penalty(s, BREAK_NEVER);
        set_box(s, &m, mpt_max(e.label.height, e.url.height), 1);
    }
}

/* One row, in columns of one width or else of their own; else rows of fewer columns; a list where even
 * half of the measure would break an address. */
static void put_row(struct setter *s, const struct link *links, size_t count)
{
    struct row row = {.links = links, .count = count};
    row.columns = columns_for(s, links, count);
    if (row.columns == 1) {
        put_list(s, links, count);
        return;
    }
    if (row.columns >= count || !place_by_width(s, &row))
        place_evenly(s, &row);
    size_t columns = row.columns;
    struct tag *list = tag_new(s->a, s->tag, TAG_L);
    list->actual = row_says(s, &row);
    for (size_t i = 0; i < count; i += columns) {
        row.links = links + i;
        row.count = count - i < columns ? count - i : columns;
        set_gap(s, i > 0 ? s->look->leading / 2 : 0);
        put_entries(s, &row, list);
    }
}

struct rich links_inline(struct setter *s, const struct link *link, struct tag *parent)
{
    struct rich rich = {{0}};
    if (links_labelled(link)) {
        rich = rich_text(s, links_label(s, link), ROLE_TEXT);
        rich_put(s, &rich, rich_stretch(s, S(" "), ROLE_TEXT));
    }
    struct rich url = links_address(s, link, parent);
    rich_join(s, &rich, &url);
    return rich;
}

static void put_prose(struct setter *s, const struct link *links, size_t count)
{
    struct tag *p = tag_new(s->a, s->tag, TAG_P);
    struct rich rich = {{0}};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            rich_put(s, &rich, rich_stretch(s, S(" · "), ROLE_TEXT));
        struct rich link = links_inline(s, &links[i], p);
        rich_join(s, &rich, &link);
    }
    struct par_params params = set_params(s, ROLE_TEXT, s->measure);
    params.align = params.align == PAR_JUSTIFY ? PAR_RAGGED : params.align;
    struct setting t = set_text(s, &rich, ROLE_TEXT, &params);
    set_lines(s, &t, s->x, p);
}

/* Rows of codes; what is no web address between them keeps its place. Above and below codes it stays
 * white. */
static void put_codes(struct setter *s, const struct link *links, size_t count)
{
    struct tag *list = tag_new(s->a, s->tag, TAG_L);
    const struct link **all = arena_many(s->a, count, const struct link *);
    mpt quiet = 0;
    for (size_t i = 0; i < count; i++) {
        all[i] = &links[i];
        quiet = links_scannable(&links[i]) ? links_qr_quiet(s->look) : quiet;
    }
    struct links_row row = {.plan = links_qr_plan(s, all, count)};
    set_gap(s, quiet);
    for (size_t i = 0; i < count; i += row.n) {
        row.at = all + i;
        row.n = count - i < row.plan.columns ? count - i : row.plan.columns;
        struct marks m = {{0}};
        mpt height = links_qr_row(s, &m, &row, list, 0);
        set_gap(s, i > 0 ? s->look->leading : 0);
        set_box(s, &m, height, 1);
    }
    set_gap(s, quiet);
}

void build_links(struct setter *s, const struct link *links, size_t count)
{
    if (count == 0)
        return;
    s->span = links[0].span;
    set_begin(s);
    enum links_style style = (enum links_style)s->look->links;
    switch (s->place == PLACE_SIDE ? LINKS_STACK : style) {
    case LINKS_STACK:
        put_stack(s, links, count);
        break;
    case LINKS_FOOT:
    case LINKS_ROW:
        put_row(s, links, count);
        break;
    case LINKS_LIST:
        put_list(s, links, count);
        break;
    case LINKS_QR:
        put_codes(s, links, count);
        break;
    case LINKS_LINE:
    case LINKS_PROSE:
        put_prose(s, links, count);
        break;
    }
    set_end(s);
    s->again = false;
}
