/* SPDX-License-Identifier: MIT */
/* cli/pattern.c — names made of words in braces. */
#include <stdio.h>
#include <string.h>

#include "cli/names.h"

#define WORD_MAX 120 /* bytes that a word in braces may become: names end at 255 */

/* The last part of a path. */
static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

size_t path_without_ending(const char *path)
{
    const char *base = base_of(path), *dot = strrchr(base, '.');
    return dot && dot > base && dot[1] ? (size_t)(dot - path) : strlen(path);
}

const char *input_stem(struct pool *pool, const char *path)
{
    const char *base = base_of(path);
    if (strcmp(path, "-") == 0)
        return "stdin";
    return pool_copy(pool, base, path_without_ending(base));
}

/* Bytes of a file name: letters, digits and all beyond ASCII stay; the rest becomes single
 * hyphens, so that the name needs no quotes anywhere. */
static const char *as_file_name(struct pool *pool, const char *text)
{
    struct textbuf name = textbuf_in(pool);
    bool gap = false;
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool inner_dot = c == '.' && name.n && !gap && p[1] > ' ' && p[1] != '.';
        bool stays = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                     (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80 || inner_dot;
        if (stays && name.n + 2 > WORD_MAX && (c & 0xC0) != 0x80)
            break;
        if (stays && gap && name.n)
            textbuf_put(&name, "-", 1);
        if (stays)
            textbuf_put(&name, p, 1);
        gap = !stays;
    }
    return name.p;
}

/* What stands for {word}; NULL where no such word is known. */
static const char *word_value(struct program *program, recto_job *job,
                              const struct input *input, const char *word)
{
    const char *stem = input_stem(&program->pool, input->path);
    if (strcmp(word, "stem") == 0)
        return stem;
    const char *value = recto_job_name(job, word);
    if (!value)
        return NULL;
    value = as_file_name(&program->pool, value);
    return *value ? value : stem;
}

static bool is_page(const char *word)
{
    return strcmp(word, "p") == 0 || strcmp(word, "0p") == 0;
}

bool pattern_counts_pages(const char *pattern)
{
    return strstr(pattern, "{p}") || strstr(pattern, "{0p}");
}

/* "{0p}" has as many digits as the last page. A file of all pages needs no number, and no mark that
 * led to it. */
static void put_page(struct textbuf *text, const char *word, const struct leaf *leaf)
{
    int digits = snprintf(NULL, 0, "%zu", leaf->pages);
    if (leaf->pages > 0) {
        const char *number =
            pool_fmt(text->pool, "%0*zu", *word == '0' ? digits : 1, leaf->page);
        textbuf_put(text, number, strlen(number));
        return;
    }
    while (text->n && strchr("-_. ", text->own[text->n - 1]))
        text->own[--text->n] = 0;
}

static recto_status unknown_word(struct program *program, const char *word)
{
    static const char *const words[] = {"stem",   "title", "layout",  "variant", "date",
                                        "author", "role",  "surname", "p",       "0p"};
    return usage_wrong(
        program,
        did_you_mean(program, nearest_word(word, words, sizeof words / sizeof *words),
                     "there are {stem} {title} {author} {surname} {role} {date} {layout} "
                     "{variant} {p} {0p}, and keys of the front matter"),
        "“{%s}” stands for nothing", word);
}

recto_status pattern_expand(struct program *program, const char *pattern, recto_job *job,
                            const struct input *input, const struct leaf *leaf,
                            const char **name)
{
    struct textbuf text = textbuf_in(&program->pool);
    for (const char *p = pattern; *p;) {
        size_t plain = strcspn(p, "{");
        textbuf_put(&text, p, plain);
        p += plain;
        if (!*p)
            break;
        size_t length = strcspn(p, "}");
        if (!p[length])
            return usage_wrong(program, "", "a } is missing in “%s”", pattern);
        const char *word = pool_copy(&program->pool, p + 1, length - 1);
        p += length + 1;
        if (is_page(word)) {
            put_page(&text, word, leaf);
            continue;
        }
        const char *value = word_value(program, job, input, word);
        if (!value)
            return unknown_word(program, word);
        textbuf_put(&text, value, strlen(value));
    }
    *name = text.p;
    return RECTO_DONE;
}
