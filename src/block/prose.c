/* SPDX-License-Identifier: MIT */
/* block/prose.c — paragraphs and the headings between them. */
#include "base/arena.h"
#include "block/caption.h"
#include "block/kinds.h"
#include "block/rich.h"

#define LEVEL_MAX 4 /* deeper headings look like these */

/* Lists and quotes are ragged even where the text is justified: their lines are short. */
static void loosen(const struct setter *s, struct par_params *p)
{
    if (!s->item || p->align != PAR_JUSTIFY || s->look->plain)
        return;
    p->align = PAR_RAGGED;
    p->protrude = false;
    p->expansion = 0;
}

static bool leads_in(struct setter *s, const struct rich *rich)
{
    return str_ends(str_trim_end(rich_said(s->a, rich)), S(":"));
}

void build_prose(struct setter *s, const struct rich *rich, enum role role, struct tag *tag)
{
    struct par_params p = set_params(s, role, s->measure);
    loosen(s, &p);
    if (s->again) {
        p.indent = role == ROLE_TEXT && !s->item ? s->look->paragraph_indent : 0;
        set_gap(s, s->look->paragraph_gap);
    }
    struct setting t = set_text(s, rich, role, &p);
    s->beside = s->out->list.n;
    if (t.lines.count == 0 && s->hang) { /* an item without text still shows its mark */
        struct marks none = {{0}};
        set_box(s, &none, t.leading, 1);
    }
    set_lines(s, &t, s->x, tag);
    s->again = true;
    if (leads_in(s, rich))
        s->keep = 1;
}

/* The element that the next paragraph's text belongs to: an item's body holds its first one. */
static struct tag *paragraph_tag(struct setter *s)
{
    if (s->item && s->hang)
        return s->item;
    return tag_new(s->a, s->tag, TAG_P);
}

struct rich prose_behind_title(struct setter *s, const struct rich *rich)
{
    if (!s->run_in)
        return *rich;
    struct rich whole = *s->run_in;
    rich_join(s, &whole, rich);
    s->run_in = NULL;
    return whole;
}

void build_paragraph(struct setter *s, const struct block *block)
{
    if (only_images(block->inlines)) {
        build_pictures(s, block);
        return;
    }
    if (caption_wait(s, block))
        return;
    struct tag *tag = paragraph_tag(s);
    struct rich rich = rich_inlines(s, block->inlines, s->role, tag);
    rich = prose_behind_title(s, &rich);
    build_prose(s, &rich, s->role, tag);
    build_images(s, block->inlines);
}

void build_heading(struct setter *s, const struct block *block)
{
    int level = block->level;
    if (level > s->level + 1) /* readers take a skipped level for a lost one */
        level = s->level + 1;
    if (level > LEVEL_MAX)
        level = LEVEL_MAX;
    if (level < 3)
        level = 3;
    s->level = level;
    struct tag *tag = tag_new(s->a, s->tag, level == 3 ? TAG_H3 : TAG_H4);
    tell_images(s, block->inlines);
    struct rich rich = rich_inlines(s, block->inlines, ROLE_SUBHEAD, tag);
    struct setting t = set_role(s, &rich, ROLE_SUBHEAD, s->measure);
    set_gap(s, s->look->leading / 2);
    set_lines(s, &t, s->x, tag);
    set_gap(s, s->look->heading_gap);
    s->keep = KEEP_LINES;
    s->again = false;
}
