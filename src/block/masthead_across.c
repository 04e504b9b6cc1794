/* SPDX-License-Identifier: MIT */
/* block/masthead_across.c — title at the start side, author and address at the end, a rule below. */
#include "base/arena.h"
#include "block/masthead.h"
#include "block/rich.h"

#define GUTTER PT(20)
#define WIDEST 350 /* of the sheet's text: what stands at the end [thousandths] */
#define LINES 4    /* name, role, date, address */
#define LINKED (LINES - 1)
#define NAME_SIZE 1132 /* of the other lines [thousandths] */
#define RULE_GAP PT(5)

/* Who wrote it, from above. */
struct author {
    struct setting set[LINES];
    mpt width, height;
};

const struct link *masthead_link(const struct setter *s)
{
    const struct study *study = s->study;
    const struct look *look = s->look;
    bool stack = look->masthead == MASTHEAD_STACK && look->side == 0;
    bool runs = look->links == LINKS_LINE || look->links == LINKS_QR;
    if (!(look->masthead == MASTHEAD_ACROSS || (stack && runs)))
        return NULL;
    for (size_t i = 0; i < study->sections.n; i++) {
        const struct section *section = &study->sections.at[i];
        if (section->kind != SECTION_CONTACT || !str_empty(section->title) ||
            section->parts.n == 0 || section->parts.at[0].kind != PART_CONTACT)
            continue;
        const struct part *part = &section->parts.at[0];
        for (size_t k = part->first; k < part->first + part->count; k++)
            if (str_starts(study->contact.at[k].url, S("mailto:")))
                return &study->contact.at[k];
    }
    return NULL;
}

static struct rich name_text(struct setter *s)
{
    struct rich rich = rich_text(s, s->study->author, ROLE_BYLINE);
    for (size_t i = 0; i < rich.list.n; i++) {
        struct stretch *st = &rich.list.at[i];
        st->face.weight = 600;
        st->colour = s->look->text_colour;
        st->size = mpt_scale(st->size, NAME_SIZE, 1000);
    }
    return rich;
}

struct stretch masthead_link_text(struct setter *s)
{
    const struct link *link = masthead_link(s);
    size_t scheme = S("mailto:").n;
    struct str address = link ? str_sub(link->url, scheme, link->url.n) : S("");
    struct stretch st = rich_stretch(s, address, ROLE_BYLINE);
    if (!link)
        return st;
    st.link = link->url;
    st.span = link->span;
    st.flags |= STRETCH_URL | STRETCH_AS_IS | STRETCH_NO_HYPHEN;
    return st;
}

static struct rich link_text(struct setter *s)
{
    struct rich rich = {{0}};
    rich_put(s, &rich, masthead_link_text(s));
    return rich;
}

static struct author set_author(struct setter *s)
{
    const struct study *study = s->study;
    struct author by = {.width = 0};
    mpt widest = mpt_scale(s->measure, WIDEST, 1000);
    struct rich rich[LINES] = {name_text(s), rich_text(s, study->author_role, ROLE_BYLINE),
                               rich_text(s, study->date, ROLE_BYLINE), link_text(s)};
    by.width = masthead_column(s, rich, LINES, widest, by.set);
    for (size_t i = 0; i < LINES; i++)
        by.height += by.set[i].height;
    return by;
}

static void mark_author(struct masthead *h, const struct author *by, mpt y)
{
    struct setter *s = h->s;
    for (size_t i = 0; i < LINES; i++) {
        if (by->set[i].lines.count == 0)
            continue;
        struct point at = {set_x(s, s->measure - by->width, by->width), y};
        struct tag *tag = tag_new(s->a, s->tag, TAG_P);
        if (i == LINKED) {
            tag = tag_new(s->a, tag, TAG_LINK);
            tag->url = masthead_link(s)->url;
        }
        marks_setting(s, &h->m, &by->set[i], at, tag);
        y += by->set[i].height;
    }
}

/* Both sides end above the rule. */
void masthead_across(struct masthead *h)
{
    struct setter *s = h->s;
    const struct look *look = s->look;
    struct author by = set_author(s);
    h->room = s->measure - (by.width > 0 ? by.width + GUTTER : 0);
    mpt kicker = masthead_kicker(h, h->room, 0);
    h->y = kicker > 0 ? kicker + look->masthead_gap : 0;
    masthead_title(h);
    masthead_subtitle(h, h->room);
    mpt drop = mpt_max(by.height - h->y, 0);
    marks_shift(&h->m, 0, 0, drop);
    h->y += drop;
    mark_author(h, &by, h->y - by.height);
    if (look->masthead_rule == 0 || h->m.list.n == 0)
        return;
    h->y += RULE_GAP;
    marks_rule(s, &h->m, (struct rect){s->x, h->y, s->measure, 0}, look->masthead_rule,
               look->text_colour);
}
