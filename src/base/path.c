/* SPDX-License-Identifier: MIT */
/* base/path.c — parts of file names. */
#include "base/file.h"

static struct str without_end_slashes(struct str path)
{
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    return path;
}

/* Where the last part of `path` begins. */
static size_t name_at(struct str path)
{
    size_t i = path.n;
    while (i > 0 && path.p[i - 1] != '/')
        i--;
    return i;
}

struct str path_folder(struct str path)
{
    path = without_end_slashes(path);
    size_t i = name_at(path);
    if (i == 0)
        return S(".");
    return without_end_slashes(str_sub(path, 0, i));
}

struct str path_name(struct str path)
{
    path = without_end_slashes(path);
    return str_sub(path, name_at(path), path.n);
}

struct str path_extension(struct str path)
{
    struct str name = path_name(path);
    size_t dot = name.n;
    while (dot > 0 && name.p[dot - 1] != '.')
        dot--;
    if (dot <= 1 || dot == name.n) /* none, a hidden file, or nothing behind the dot */
        return str_sub(name, name.n, name.n);
    return str_sub(name, dot - 1, name.n);
}

struct str path_stem(struct str path)
{
    struct str name = path_name(path);
    return str_sub(name, 0, name.n - path_extension(path).n);
}

struct str path_join(struct arena *a, struct str folder, struct str name)
{
    if (folder.n == 0 || str_eq(folder, S(".")) || str_starts(name, S("/")))
        return str_dup(a, name);
    const char *slash = str_ends(folder, S("/")) ? "" : "/";
    return str_fmt(a, "%.*s%s%.*s", STR(folder), slash, STR(name));
}
