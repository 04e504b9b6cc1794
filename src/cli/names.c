/* SPDX-License-Identifier: MIT */
/* cli/names.c — where outputs go: beside the input, into a folder, by a pattern. */
#include "cli/names.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

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
    if (naming->kind == NAMING_STDOUT && naming->format_count > 1)
        return usage_wrong(program, "name a folder or a file",
                           "several formats cannot go to standard output");
    return make_fixed(program, naming);
}

/* The name with the ending of the format: put on where it has none, changed where several formats
 * are written. */
static const char *with_ending(struct pool *pool, const struct naming *naming,
                               const char *name, recto_format format)
{
    bool said = ending_of(naming->out) != NULL;
    if (naming->format_count == 1 && (said || naming->kind == NAMING_FILE))
        return name;
    bool ours = said && format_of_ending(name).name;
    size_t length = ours ? path_without_ending(name) : strlen(name);
    return pool_fmt(pool, "%.*s%s", (int)length, name, format.extension);
}

static recto_status in_folder(struct program *program, const struct input *input,
                              recto_format format, const char *folder, const char **name)
{
    struct pool *pool = &program->pool;
    size_t n = strlen(folder);
    const char *slash = n && folder[n - 1] == '/' ? "" : "/";
    *name = pool_fmt(pool, "%s%s%s%s%s", folder, slash, input->below,
                     input_stem(pool, input->path), format.extension);
    return *input->below ? make_folders(program, *name, n + strlen(slash)) : RECTO_DONE;
}

static const char *beside(struct pool *pool, const char *path, recto_format format)
{
    if (is_stdin(path))
        return "-";
    return pool_fmt(pool, "%.*s%s", (int)path_without_ending(path), path, format.extension);
}

static recto_status by_pattern(struct program *program, const struct naming *naming,
                               recto_job *job, const struct input *input,
                               recto_format format, const char **name)
{
    recto_status status = pattern_expand(program, naming->out, job, input, name);
    if (status != RECTO_DONE)
        return status;
    if (is_folder(*name))
        return in_folder(program, input, format, *name, name);
    *name = with_ending(&program->pool, naming, *name, format);
    return make_folders(program, *name, fixed_folders(naming->out));
}

recto_status naming_take(struct program *program, struct naming *naming, const char *name)
{
    if (is_device(name))
        return RECTO_DONE;
    if (name_set_has_file(&naming->inputs, name)) {
        report_say(&program->report,
                   &(struct saying){RECTO_ERROR, "J0106", "", "name another file with -o"},
                   "the output “%s” is an input", name);
        return RECTO_WRONG_USAGE;
    }
    if (name_set_add(&naming->taken, name))
        return RECTO_DONE;
    report_say(&program->report,
               &(struct saying){RECTO_ERROR, "J0202", "",
                                "write {stem} or {title} into the name of -o"},
               "two outputs are called “%s”", name);
    return RECTO_WRONG_USAGE;
}

static recto_status name_at(struct program *program, const struct naming *naming,
                            recto_job *job, const struct input *input, recto_format format,
                            const char **name)
{
    struct pool *pool = &program->pool;
    recto_status status = RECTO_DONE;
    switch (naming->kind) {
    case NAMING_BESIDE:
        *name = beside(pool, input->path, format);
        break;
    case NAMING_STDOUT:
        *name = "-";
        break;
    case NAMING_FOLDER:
        status = in_folder(program, input, format, naming->out, name);
        break;
    case NAMING_PATTERN:
        status = by_pattern(program, naming, job, input, format, name);
        break;
    case NAMING_FILE:
        *name = with_ending(pool, naming, naming->out, format);
        break;
    }
    return status;
}

recto_status naming_all(struct program *program, struct naming *naming, recto_job *job,
                        const struct input *input, const char *names[FORMATS_MAX])
{
    recto_status status = RECTO_DONE;
    for (size_t i = 0; i < naming->format_count && status == RECTO_DONE; i++)
        status = name_at(program, naming, job, input, naming->formats[i], &names[i]);
    document_await_turn(program);
    for (size_t i = 0; i < naming->format_count && status == RECTO_DONE; i++)
        status = naming_take(program, naming, names[i]);
    document_leave_turn(program);
    return status;
}

void naming_end(struct naming *naming)
{
    name_set_free(&naming->taken);
    name_set_free(&naming->inputs);
}
