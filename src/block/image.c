/* SPDX-License-Identifier: MIT */
/* block/image.c — pictures: below the root only, sized by their resolution and the column. */
#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "block/aside.h"
#include "block/caption.h"
#include "block/image_file.h"
#include "block/kinds.h"
#include "block/opening.h"
#include "block/rich.h"

#define TALLEST 550 /* of the height of the text [thousandths] */
#define ROW_MAX 4   /* pictures side by side */
#define ROW_GAP PT(12)
#define CAPTION_GAP PT(4)
#define MAX_DEPTH 8

/* A picture as it was found; `wrong` is NULL where it can be set. */
struct picture {
    struct image image;
    enum diag_code code;
    const char *wrong;
};

/* A picture on its way to the page. */
struct plate {
    const struct inline_node *node;
    const struct picture *picture;
    mpt w, h;
};

struct plates {
    VEC(struct plate) list;
    const struct inline_node *caption; /* of all, NULL: none */
};

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

struct str image_file(struct arena *a, struct str url)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < url.n; i++) {
        int high = i + 2 < url.n && url.p[i] == '%' ? hex(url.p[i + 1]) : -1;
        int low = high >= 0 ? hex(url.p[i + 2]) : -1;
        if (low >= 0 && high * 16 + low >= ' ') {
            strbuf_putc(&b, (char)(high * 16 + low));
            i += 2;
        } else {
            strbuf_putc(&b, url.p[i]);
        }
    }
    return strbuf_str(&b);
}

static void read_picture(const struct block_request *r, struct picture *p, struct str url)
{
    p->image.name = url;
    bool scheme = str_find(url, S("://"), 0) < url.n || str_starts(url, S("data:"));
    if (scheme || str_starts(url, S("//"))) {
        p->code = D_B0102;
        p->wrong = "is not a file, and recto fetches nothing";
        return;
    }
    enum file_status status =
        file_read_below(r->image_arena, r->image_root, image_file(r->image_arena, url),
                        IMAGE_MAX_BYTES, &p->image.bytes);
    if (status != FILE_OK) {
        p->code = status == FILE_OUTSIDE ? D_B0103 : D_B0101;
        p->wrong = file_status_text(status);
        return;
    }
    p->code = D_B0104;
    p->wrong = image_measure(&p->image);
}

static const struct picture *load(struct setter *s, const struct inline_node *node)
{
    const struct block_request *r = s->request;
    struct picture *p = map_find(r->images, node->url);
    if (!p) {
        p = arena_make(r->image_arena, struct picture);
        read_picture(r, p, node->url);
        map_put(r->image_arena, r->images, node->url, p);
    }
    if (p->wrong)
        diag_push(s->d, p->code, node->span, "picture “%.*s”: %s", STR(node->url),
                  p->wrong);
    else if (!node->first && str_empty(node->title))
        diag_push(s->d, D_B0105, node->span, "picture “%.*s” has no alternative text",
                  STR(node->url));
    return p;
}

static bool is_break(const struct inline_node *n)
{
    return n->kind == INLINE_SOFT_BREAK || n->kind == INLINE_HARD_BREAK;
}

static bool is_blank(const struct inline_node *n)
{
    return is_break(n) || (n->kind == INLINE_TEXT && str_trim(n->text).n == 0);
}

/* What follows the pictures that `first` begins with: NULL nothing; `first` itself where there are no
 * pictures. */
static const struct inline_node *behind_images(const struct inline_node *first)
{
    bool found = false;
    const struct inline_node *n = first;
    for (; n && (is_blank(n) || n->kind == INLINE_IMAGE); n = n->next)
        found = found || n->kind == INLINE_IMAGE;
    return found ? n : first;
}

/* What stands in a last line that is emphasised as a whole, below the pictures; else NULL. */
static const struct inline_node *caption_line(const struct inline_node *first)
{
    const struct inline_node *line = behind_images(first), *before = first;
    if (!line || line == first || line->kind != INLINE_EMPH)
        return NULL;
    while (before->next != line)
        before = before->next;
    for (const struct inline_node *n = line->next; n; n = n->next)
        if (!is_blank(n))
            return NULL;
    return is_break(before) ? line->first : NULL;
}

bool only_images(const struct inline_node *first)
{
    return first && (!behind_images(first) || caption_line(first));
}

static void tell_below(struct setter *s, const struct inline_node *first, int depth)
{
    for (const struct inline_node *n = first; n && depth < MAX_DEPTH; n = n->next) {
        if (n->kind == INLINE_IMAGE)
            diag_push(s->d, D_B0108, n->span, "picture “%.*s” stands where only words can",
                      STR(n->url));
        else
            tell_below(s, n->first, depth + 1);
    }
}

void tell_images(struct setter *s, const struct inline_node *first)
{
    tell_below(s, first, 0);
}

static void collect(struct setter *s, struct plates *plates,
                    const struct inline_node *first, int depth)
{
    for (const struct inline_node *n = first; n && depth < MAX_DEPTH; n = n->next) {
        if (n->kind == INLINE_IMAGE) {
            struct plate plate = {.node = n, .picture = load(s, n)};
            vec_push(s->a, &plates->list, plate);
        } else {
            collect(s, plates, n->first, depth + 1);
        }
    }
}

/* "60%" of the measure; 0 where the author asks for no width. */
static mpt asked_width(const struct setter *s, const struct inline_node *node)
{
    struct str width = attrs_value(&node->attrs, S("width"));
    int64_t percent = 0;
    if (!str_ends(width, S("%")) || !str_to_int(str_sub(width, 0, width.n - 1), &percent) ||
        percent < 1 || percent > 100)
        return 0;
    return mpt_scale(s->measure, percent, 100);
}

static mpt tallest(const struct setter *s)
{
    const struct look *look = s->look;
    return mpt_max(PT(36),
                   mpt_scale(look->page_height - look->top - look->bottom, TALLEST, 1000));
}

static void scale_to(struct plate *plate, mpt w, mpt max_height)
{
    const struct image *image = &plate->picture->image;
    plate->w = w;
    plate->h = mpt_max(1, mpt_scale(w, image->height, image->width));
    if (plate->h <= max_height)
        return;
    plate->w = mpt_max(1, mpt_scale(max_height, image->width, image->height));
    plate->h = max_height;
}

static void size_alone(const struct setter *s, struct plate *plate)
{
    const struct image *image = &plate->picture->image;
    int dots = image->dpi > 0 ? image->dpi : s->look->image_dpi;
    mpt w = asked_width(s, plate->node);
    if (w == 0)
        w = mpt_min(s->measure, mpt_scale(mpt_min(image->width, 100000), 72000, dots));
    scale_to(plate, mpt_max(w, 1), tallest(s));
}

/* Side by side: one height for all, the row as wide as the measure. */
static void size_row(const struct setter *s, struct plate *plates, size_t n)
{
    int64_t widths = 1; /* at a height of 1000 */
    for (size_t i = 0; i < n; i++) {
        const struct image *image = &plates[i].picture->image;
        widths += mpt_scale(1000, image->width, image->height) + 1;
    }
    mpt room = s->measure - (mpt)(n - 1) * ROW_GAP;
    mpt height = mpt_min(mpt_scale(room, 1000, widths), tallest(s));
    for (size_t i = 0; i < n; i++) {
        const struct image *image = &plates[i].picture->image;
        plates[i].h = mpt_max(1, height);
        plates[i].w = mpt_max(1, mpt_scale(height, image->width, image->height));
    }
}

/* The picture at x with its caption below; gives the height of both. */
static mpt mark_plate(struct setter *s, struct marks *m, const struct plate *plate, mpt x)
{
    struct tag *figure = tag_new(s->a, s->tag, TAG_FIGURE);
    figure->alt = inlines_text(s->a, plate->node->first);
    figure->span = plate->node->span;
    struct mark *mark = vec_add(s->a, &m->list);
    *mark = (struct mark){.kind = MARK_IMAGE, .x = set_x(s, x, plate->w), .tag = figure};
    mark->w = plate->w;
    mark->h = plate->h;
    mark->image = &plate->picture->image;
    if (str_empty(plate->node->title))
        return plate->h;
    if (str_empty(figure->alt))
        figure->alt = plate->node->title;
    struct tag *caption = tag_new(s->a, figure, TAG_CAPTION);
    struct rich rich = rich_text(s, plate->node->title, ROLE_CAPTION);
    mpt w = mpt_min(s->measure, mpt_max(plate->w, PT(120)));
    struct setting t = set_role(s, &rich, ROLE_CAPTION, w);
    struct point at = {set_x(s, x, w), plate->h + CAPTION_GAP};
    marks_setting(s, m, &t, at, caption);
    return at.y + t.height;
}

/* The caption of all in the title column or below, where the margin has no room; gives the height. */
static mpt mark_caption(struct setter *s, struct marks *m, const struct rich *rich,
                        struct tag *tag, mpt height)
{
    if (opening_room(s) > 0)
        return mpt_max(height, opening_caption(s, m, rich, tag));
    struct setting t = set_role(s, rich, ROLE_CAPTION, s->measure);
    struct point at = {set_x(s, 0, s->measure), height + CAPTION_GAP};
    marks_setting(s, m, &t, at, tag);
    return at.y + t.height;
}

static void put_beside(struct setter *s, const struct rich *rich, struct tag *tag)
{
    struct marks m = {{0}};
    struct setting t = set_role(s, rich, ROLE_CAPTION, s->look->margin_column);
    marks_setting(s, &m, &t, (struct point){0, 0}, tag);
    aside_caption(s, &m, t.height, s->out->list.n - 1);
}

static void put_plates(struct setter *s, const struct plate *plates, size_t n,
                       const struct inline_node *caption)
{
    struct setter outer = *s;
    struct marks m = {{0}};
    mpt x = 0, height = 0;
    set_gap(s, s->look->block_gap);
    set_begin(s);
    s->tag = caption ? tag_new(s->a, s->tag, TAG_DIV) : s->tag;
    for (size_t i = 0; i < n; i++) {
        height = mpt_max(height, mark_plate(s, &m, &plates[i], x));
        x += plates[i].w + ROW_GAP;
    }
    struct tag *tag = caption ? tag_new(s->a, s->tag, TAG_CAPTION) : NULL;
    struct rich rich = {{0}};
    if (caption)
        rich = rich_inlines(s, caption, ROLE_CAPTION, tag);
    bool beside = caption && aside_room(s) && s->place == PLACE_TEXT;
    if (caption && !beside)
        height = mark_caption(s, &m, &rich, tag, height);
    set_box(s, &m, height, 0);
    if (beside)
        put_beside(s, &rich, tag);
    s->tag = outer.tag;
    set_end(s);
    set_gap(s, s->look->block_gap);
    s->again = false;
}

static void set_words(struct setter *s, const struct inline_node *first)
{
    struct tag *p = tag_new(s->a, s->tag, TAG_P);
    struct rich rich = rich_inlines(s, first, s->role, p);
    build_prose(s, &rich, s->role, p);
}

/* The caption goes with the last picture that can be set. */
static const struct plate *bearer_of(const struct plates *plates)
{
    for (size_t i = plates->list.n; plates->caption && i > 0; i--)
        if (!plates->list.at[i - 1].picture->wrong)
            return &plates->list.at[i - 1];
    return NULL;
}

static void put_all(struct setter *s, struct plates *plates, bool alone)
{
    size_t n = plates->list.n;
    bool whole = true;
    for (size_t i = 0; i < n; i++)
        whole = whole && !plates->list.at[i].picture->wrong;
    if (alone && whole && n > 1 && n <= ROW_MAX) {
        size_row(s, plates->list.at, n);
        put_plates(s, plates->list.at, n, plates->caption);
        return;
    }
    const struct plate *bearer = bearer_of(plates);
    for (size_t i = 0; i < n; i++) {
        struct plate *plate = &plates->list.at[i];
        if (!plate->picture->wrong) {
            size_alone(s, plate);
            put_plates(s, plate, 1, plate == bearer ? plates->caption : NULL);
        } else if (alone) {
            set_words(s, plate->node->first);
        }
    }
    if (plates->caption && !bearer)
        set_words(s, plates->caption);
}

void build_images(struct setter *s, const struct inline_node *first)
{
    struct plates plates = {.list = {0}};
    collect(s, &plates, first, 0);
    put_all(s, &plates, only_images(first));
}

void build_pictures(struct setter *s, const struct block *paragraph)
{
    struct plates plates = {.caption = caption_line(paragraph->inlines)};
    collect(s, &plates, paragraph->inlines, 0);
    const struct block *below = plates.caption ? NULL : caption_below(s, paragraph);
    if (below)
        plates.caption = caption_words(below);
    put_all(s, &plates, true);
}
