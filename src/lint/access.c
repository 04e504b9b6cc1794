/* SPDX-License-Identifier: MIT */
/* lint/access.c — what the page says to those who do not see it. */
#include "base/utf8.h"
#include "lint/rules.h"

/* Texts that say nothing out of their sentence, in lower case. */
static const char *const empty_texts[] = {
    "here",       "click here", "click",         "this",        "this link",
    "link",       "read more",  "more",          "see here",    "see more",
    "learn more", "this page",  "page",          "details",     "hier",
    "mehr",       "weiter",     "ici",           "cliquez ici", "lien",
    "aquí",       "aqui",       "haz clic aquí", "clique aqui", "qui",
    "clicca qui", "klik hier",  "tutaj",         "tu",          "здесь",
    "тут",        "ссылка",     "buraya",        "burada",      "هنا",
    "כאן",        "यहाँ",        "tại đây",       "这里",        "這裡",
    "点击这里",   "點擊這裡",   "こちら",        "여기",
};

static struct str bare_text(struct arena *a, const struct inline_node *link)
{
    struct str text = str_trim(str_lower(a, inlines_text(a, link->first)));
    while (text.n && (text.p[text.n - 1] == '.' || text.p[text.n - 1] == ':' ||
                      text.p[text.n - 1] == '!'))
        text.n--;
    return text;
}

static void judge_link(void *context, const struct inline_node *node)
{
    const struct lint *l = context;
    if (node->kind != INLINE_LINK || node->bare)
        return;
    struct str text = bare_text(l->a, node);
    for (size_t i = 0; i < countof(empty_texts); i++) {
        if (str_eq(text, str_from(empty_texts[i]))) {
            diag_push(l->d, D_L0501, node->span, "“%.*s” does not say where the link leads",
                      STR(text));
            return;
        }
    }
    if (text.n == 0)
        diag_push(l->d, D_L0501, node->span, "a link has no text");
}

void lint_link_texts(const struct lint *l)
{
    struct lint copy = *l;
    walk_study(l->study, judge_link, &copy);
}

/* "img.png", "screenshot 3": names of files and of nothing. */
static bool is_file_name(struct str text)
{
    static const char *const ends[] = {".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"};
    static const char *const nothings[] = {"image",      "img",     "picture",
                                           "photo",      "figure",  "alt",
                                           "screenshot", "diagram", "alt text"};
    for (size_t i = 0; i < countof(ends); i++) {
        if (str_ends(text, str_from(ends[i])))
            return true;
    }
    for (size_t i = 0; i < countof(nothings); i++) {
        if (str_eq(text, str_from(nothings[i])))
            return true;
    }
    return false;
}

static void judge_image(void *context, const struct inline_node *node)
{
    const struct lint *l = context;
    if (node->kind != INLINE_IMAGE)
        return;
    struct str text = bare_text(l->a, node);
    if (text_words(text) == 0)
        diag_push(l->d, D_L0502, node->span, "an image has no alternative text");
    else if (is_file_name(text))
        diag_push(l->d, D_L0502, node->span, "“%.*s” does not say what the image shows",
                  STR(text));
}

void lint_image_texts(const struct lint *l)
{
    struct lint copy = *l;
    walk_study(l->study, judge_image, &copy);
}
