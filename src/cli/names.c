/* SPDX-License-Identifier: MIT */
/* cli/names.c — where outputs go: beside the input, into a folder, by a pattern. */
#include "cli/names.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/documents.h"

static bool is_stdin(const char *path)
{
    return strcmp(path, "-") == 0;
}

static bool is_folder(const char *path)
{
    struct stat st;
    size_t n = strlen(path);
    return (n && path[n - 1] == '/') || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

static bool is_device(const char *name)
{
    struct stat st;
    return is_stdin(name) || (stat(name, &st) == 0 && !S_ISREG(st.st_mode));
}

static enum naming_kind kind_of(const char *out)
{
    if (!out)
        return NAMING_BESIDE;
    if (strcmp(out, "-") == 0)
        return NAMING_STDOUT;
    if (strchr(out, '{'))
        return NAMING_PATTERN;
    return is_folder(out) ? NAMING_FOLDER : NAMING_FILE;
}

/* The format of a name; its `name` is NULL where the ending is of none. */
static recto_format format_of_ending(const char *path)
{
    const char *ending = path + path_without_ending(path);
    for (size_t i = 0;; i++) {
        recto_format format = recto_format_at(i);
        if (!format.name || strcmp(format.extension, ending) == 0)
            return format;
    }
}

static recto_format format_of_name(const char *name, size_t length)
{
    for (size_t i = 0;; i++) {
        recto_format format = recto_format_at(i);
        if (!format.name ||
            (strncmp(format.name, name, length) == 0 && !format.name[length]))
            return format;
    }
}

static recto_status unknown_format(struct program *program, const char *name)
{
    const char *names[FORMATS_MAX] = {NULL};
    const char *all = "";
    size_t n = 0;
    for (; n < FORMATS_MAX && recto_format_at(n).name; n++) {
        names[n] = recto_format_at(n).name;
        all = pool_fmt(&program->pool, "%s%s%s", all, n ? ", " : "there are ", names[n]);
    }
    return usage_wrong(program, did_you_mean(program, nearest_word(name, names, n), all),
                       "no output format is called “%s”", name);
}

static recto_status read_formats(struct program *program, const char *list,
                                 struct naming *naming)
{
    size_t length;
    for (const char *p = list; *p; p += length + (p[length] == ',')) {
        length = strcspn(p, ",");
        recto_format format = format_of_name(p, length);
        if (!format.name)
            return unknown_format(program, pool_copy(&program->pool, p, length));
        bool twice = false;
        for (size_t i = 0; i < naming->format_count; i++)
            twice = twice || strcmp(naming->formats[i].name, format.name) == 0;
        if (!twice && naming->format_count < FORMATS_MAX)
            naming->formats[naming->format_count++] = format;
    }
    if (naming->format_count)
        return RECTO_DONE;
    return unknown_format(program, "");
}

/* The ending of what was said, behind any words in braces; NULL where it has none. */
static const char *ending_of(const char *out)
{
    const char *brace = strrchr(out, '}'), *slash = strrchr(out, '/');
    const char *tail = brace && (!slash || brace > slash) ? brace : slash;
    return strrchr(tail ? tail : out, '.');
}

/* What -t says, else the ending of the output: a PDF under another format's name is opened by
 * nothing. */
static recto_status formats_of(struct program *program, struct naming *naming)
{
    const char *to = program->args.value[OPTION_TO];
    bool named = naming->kind == NAMING_FILE || naming->kind == NAMING_PATTERN;
    const char *ending = named && !to ? ending_of(naming->out) : NULL;
    recto_format by_ending = ending ? format_of_ending(naming->out) : (recto_format){0};
    if (to)
        return read_formats(program, to, naming);
    if (ending && !by_ending.name)
        return usage_wrong(program, "-t says what to write, whatever the name is",
                           "no output format has the ending “%s”", ending);
    return read_formats(program, ending ? by_ending.name : "pdf", naming);
}

/* Make the folders of `path` behind its first `from` bytes. */
static recto_status make_folders(struct program *program, const char *path, size_t from)
{
    for (const char *p = strchr(path + from, '/'); p; p = strchr(p + 1, '/')) {
        const char *folder = pool_copy(&program->pool, path, (size_t)(p - path));
        int wrong = !*folder || mkdir(folder, 0777) == 0 ? 0 : errno;
        if (wrong == EEXIST)
            wrong = is_folder(folder) ? 0 : ENOTDIR;
        if (wrong)
            return world_failed(program, pool_fmt(&program->pool, "“%s”", folder), wrong);
    }
    return RECTO_DONE;
}

recto_status folder_make(struct program *program, const char *folder)
{
    if (is_folder(folder) && folder[strlen(folder) - 1] != '/')
        return RECTO_DONE;
    return make_folders(program, pool_fmt(&program->pool, "%s/", folder), 0);
}

/* What stands before the first word in braces, and of that the folders. */
static size_t fixed_folders(const char *pattern)
{
    size_t n = strcspn(pattern, "{");
    while (n > 0 && pattern[n - 1] != '/')
        n--;
    return n;
}

static recto_status make_fixed(struct program *program, const struct naming *naming)
{
    size_t n = naming->kind == NAMING_PATTERN ? fixed_folders(naming->out) : 0;
    if (naming->kind == NAMING_FOLDER)
        return folder_make(program, naming->out);
    return n ? make_folders(program, pool_copy(&program->pool, naming->out, n), 0)
             : RECTO_DONE;
}

static bool is_paged(const struct naming *naming)
{
    bool paged = false;
    for (size_t i = 0; i < naming->format_count; i++)
        paged = paged || naming->formats[i].paged;
    return paged;
}

recto_status naming_read(struct program *program, const struct inputs *inputs,
                         struct naming *naming)
{
    const char *out = program->args.value[OPTION_OUTPUT];
    bool several = inputs->n > 1;
    *naming = (struct naming){.kind = kind_of(out), .out = out};
    if (out && !*out)
        return usage_wrong(program, "", "--output needs a name");
    for (size_t i = 0; i < inputs->n; i++) {
        several = several || inputs->at[i].from_folder;
        name_set_add_file(&naming->inputs, inputs->at[i].path);
    }
    if (several && naming->kind == NAMING_FILE && !ending_of(out) && !is_device(out))
        naming->kind = NAMING_FOLDER;
    if (several && (naming->kind == NAMING_STDOUT || naming->kind == NAMING_FILE))
        return usage_wrong(program, "name a folder, or write {stem} into the name",
                           "several inputs cannot go to one file, “%s”", out);
    recto_status status = formats_of(program, naming);
    if (status != RECTO_DONE)
        return status;
    if (out && pattern_counts_pages(out) && !is_paged(naming))
        return usage_wrong(program,
                           "leave {p} out, or write single pages with -t svg or png",
                           "{p} is the number of a page, and all pages go to one file");
    if (naming->kind == NAMING_STDOUT && naming->format_count > 1)
        return usage_wrong(program, "name a folder or a file",
                           "several formats cannot go to standard output");
    return make_fixed(program, naming);
}

static recto_status too_many(struct program *program, const struct leaf *leaf,
                             const char *place, const char *hint)
{
    report_say(&program->report, &(struct saying){RECTO_ERROR, "J0120", "", hint},
               "%s cannot hold %zu pages of %s, which is one page a file", place,
               leaf->pages, leaf->format.name);
    return RECTO_WRONG_USAGE;
}

/* "-2" where the pages have no numbers of their own: as many digits as the last one. */
static const char *page_suffix(struct pool *pool, const struct leaf *leaf)
{
    int digits = snprintf(NULL, 0, "%zu", leaf->pages);
    return leaf->pages < 2 ? "" : pool_fmt(pool, "-%0*zu", digits, leaf->page);
}

/* The name is what was said, letter by letter: no ending is put on. */
static bool is_as_said(const struct naming *naming)
{
    bool said = ending_of(naming->out) != NULL;
    return naming->format_count == 1 && (said || naming->kind == NAMING_FILE);
}

bool naming_counts_pages(const struct naming *naming)
{
    bool named = naming->kind == NAMING_FILE || naming->kind == NAMING_PATTERN;
    if (named && is_as_said(naming))
        return pattern_counts_pages(naming->out);
    return naming->kind != NAMING_STDOUT;
}

/* `name` with the ending of the format: put on where it has none, changed where several formats
 * are written; where recto puts it, pages get numbers, too. */
static recto_status with_ending(struct program *program, const struct naming *naming,
                                const struct leaf *leaf, const char **name)
{
    struct pool *pool = &program->pool;
    bool said = ending_of(naming->out) != NULL, counted = pattern_counts_pages(naming->out);
    bool as_said = is_as_said(naming);
    bool ours = said && format_of_ending(*name).name;
    int length = (int)(ours ? path_without_ending(*name) : strlen(*name));
    if (as_said && leaf->pages > 1 && !counted) {
        int stem = (int)path_without_ending(naming->out);
        return too_many(program, leaf, pool_fmt(pool, "“%s”", *name),
                        pool_fmt(pool, "write {p} for the number of the page: %.*s-{p}%s",
                                 stem, naming->out, naming->out + stem));
    }
    if (!as_said)
        *name = pool_fmt(pool, "%.*s%s%s", length, *name,
                         counted ? "" : page_suffix(pool, leaf), leaf->format.extension);
    return RECTO_DONE;
}

static recto_status in_folder(struct program *program, const struct input *input,
                              const struct leaf *leaf, const char *folder,
                              const char **name)
{
    struct pool *pool = &program->pool;
    size_t n = strlen(folder);
    const char *slash = n && folder[n - 1] == '/' ? "" : "/";
    *name = pool_fmt(pool, "%s%s%s%s%s%s", folder, slash, input->below,
                     input_stem(pool, input->path), page_suffix(pool, leaf),
                     leaf->format.extension);
    return *input->below ? make_folders(program, *name, n + strlen(slash)) : RECTO_DONE;
}

static const char *beside(struct pool *pool, const char *path, const struct leaf *leaf)
{
    return pool_fmt(pool, "%.*s%s%s", (int)path_without_ending(path), path,
                    page_suffix(pool, leaf), leaf->format.extension);
}

static recto_status by_pattern(struct program *program, const struct naming *naming,
                               recto_job *job, const struct input *input,
                               const struct leaf *leaf, const char **name)
{
    recto_status status = pattern_expand(program, naming->out, job, input, leaf, name);
    if (status != RECTO_DONE)
        return status;
    if (is_folder(*name) && !pattern_counts_pages(naming->out))
        return in_folder(program, input, leaf, *name, name);
    status = with_ending(program, naming, leaf, name);
    return status == RECTO_DONE ? make_folders(program, *name, fixed_folders(naming->out))
                                : status;
}

/* Two inputs of one name are told apart by what the naming has left open. */
static const char *apart_hint(const struct naming *naming)
{
    switch (naming->kind) {
    case NAMING_BESIDE:
        return "name each input once, or rename one of them";
    case NAMING_FOLDER:
        return "name the folder that holds both, or write {title} into the name of -o";
    case NAMING_PATTERN:
        return "write {stem} or {title} into the name of -o";
    case NAMING_STDOUT:
    case NAMING_FILE:
        break;
    }
    return "rename one of the inputs";
}

static bool is_pdf(const char *name)
{
    return strcmp(name + path_without_ending(name), ".pdf") == 0;
}

recto_status naming_take(struct program *program, struct naming *naming, const char *input,
                         const char *name)
{
    if (is_device(name))
        return RECTO_DONE;
    if (name_set_has_file(&naming->inputs, name)) {
        const char *hint = naming->kind == NAMING_BESIDE && is_pdf(name)
                               ? "recto typesets Markdown; `recto check` reads PDFs"
                               : "name another file with -o";
        report_say(&program->report, &(struct saying){RECTO_ERROR, "J0106", input, hint},
                   "the output “%s” is an input", name);
        return RECTO_WRONG_USAGE;
    }
    if (name_set_add(&naming->taken, name))
        return RECTO_DONE;
    report_say(&program->report,
               &(struct saying){RECTO_ERROR, "J0202", input, apart_hint(naming)},
               "two outputs are called “%s”", name);
    return RECTO_WRONG_USAGE;
}

/* Dots and compressed text would switch a terminal's character set at best. */
static bool is_nothing_to_see(const struct leaf *leaf)
{
    return isatty(STDOUT_FILENO) &&
           (strcmp(leaf->format.name, "pdf") == 0 || strcmp(leaf->format.name, "png") == 0);
}

static recto_status to_stdout(struct program *program, const struct leaf *leaf,
                              const char **name)
{
    *name = "-";
    if (leaf->pages > 1)
        return too_many(program, leaf, "standard output",
                        "write files with -o 'NAME-{p}', or ask for --pages 1");
    if (!is_nothing_to_see(leaf))
        return RECTO_DONE;
    return usage_wrong(program, "name a file with -o, or send it on with > or |",
                       "%s is not written to a terminal", leaf->format.name);
}

recto_status naming_name(struct program *program, const struct naming *naming,
                         recto_job *job, const struct input *input, const struct leaf *leaf,
                         const char **name)
{
    switch (naming->kind) {
    case NAMING_BESIDE:
        if (is_stdin(input->path))
            return to_stdout(program, leaf, name);
        *name = beside(&program->pool, input->path, leaf);
        break;
    case NAMING_STDOUT:
        return to_stdout(program, leaf, name);
    case NAMING_FOLDER:
        return in_folder(program, input, leaf, naming->out, name);
    case NAMING_PATTERN:
        return by_pattern(program, naming, job, input, leaf, name);
    case NAMING_FILE:
        *name = naming->out;
        return with_ending(program, naming, leaf, name);
    }
    return RECTO_DONE;
}

void naming_end(struct naming *naming)
{
    name_set_free(&naming->taken);
    name_set_free(&naming->inputs);
}
