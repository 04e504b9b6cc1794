/* SPDX-License-Identifier: MIT */
/* unit/base/file.c — files in, files out, folders, names. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkdtemp, symlink */
#endif
#include "test.h"

#include "base/file.h"
#include "base/store.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LIMIT 100000

/* A new folder, removed with all that is in it when the arena ends. */
static void remove_folder(void *object)
{
    struct arena *a = arena_new(1 << 20);
    struct str folder = str_from(object), *names;
    size_t n;
    if (file_list(a, folder, &names, &n)) {
        for (size_t i = 0; i < n; i++) {
            char *path = str_cstr(a, path_join(a, folder, names[i]));
            if (unlink(path) != 0)
                rmdir(path);
        }
    }
    rmdir(object);
    arena_free(a);
}

static struct str folder_new(struct arena *a)
{
    char *name = str_cstr(a, S("recto-test-XXXXXX"));
    CHECK_NOT_NULL(mkdtemp(name));
    char *absolute = realpath(name, NULL);
    struct str folder = str_dup(a, str_from(absolute));
    free(absolute);
    arena_defer(a, remove_folder, str_cstr(a, folder));
    return folder;
}

TEST(file_replace_writes_what_file_read_gives)
{
    struct arena *a = test_arena();
    struct str path = path_join(a, folder_new(a), S("x.bin")), got;
    struct str bytes = {arena_alloc(a, 70000), 70000};
    CHECK_INT(file_replace(a, path, S("old")), FILE_OK);
    CHECK_INT(file_replace(a, path, bytes), FILE_OK);
    CHECK_INT(file_read(a, path, LIMIT, &got), FILE_OK);
    CHECK_SAME(got, bytes);
    CHECK_INT(got.p[got.n], 0);
    CHECK_INT(file_read(a, path, 70000, &got), FILE_OK);
    CHECK_INT(file_read(a, path, 69999, &got), FILE_TOO_LARGE);
    CHECK_INT(file_map(a, path, LIMIT, &got), FILE_OK);
    CHECK_SAME(got, bytes);
}

TEST(file_replace_leaves_nothing_beside)
{
    struct arena *a = test_arena();
    struct str folder = folder_new(a), *names;
    size_t n;
    CHECK_INT(file_replace(a, path_join(a, folder, S("x")), S("1")), FILE_OK);
    CHECK_INT(file_replace(a, path_join(a, folder, S("none/x")), S("1")), FILE_MISSING);
    CHECK_INT(file_replace(a, folder, S("1")), FILE_IS_FOLDER);
    CHECK_TRUE(file_list(a, folder, &names, &n));
    CHECK_INT(n, 1);
    CHECK_STR(names[0], "x");
}

TEST(file_replace_all_replaces_none_where_one_cannot_be_written)
{
    struct arena *a = test_arena();
    struct str folder = folder_new(a), *names, got;
    const struct str bytes[] = {S("new"), S("other")};
    const struct str bad[] = {path_join(a, folder, S("x")),
                              path_join(a, folder, S("none/y"))};
    const struct str good[] = {bad[0], path_join(a, folder, S("y"))};
    size_t n, at;
    CHECK_INT(file_replace(a, bad[0], S("old")), FILE_OK);
    CHECK_INT(file_replace_all(a, bad, bytes, 2, &at), FILE_MISSING);
    CHECK_INT(at, 1);
    CHECK_INT(file_read(a, bad[0], LIMIT, &got), FILE_OK);
    CHECK_STR(got, "old");
    CHECK_INT(file_replace_all(a, good, bytes, 2, &at), FILE_OK);
    CHECK_TRUE(file_list(a, folder, &names, &n));
    CHECK_INT(n, 2);
    CHECK_INT(file_read(a, good[0], LIMIT, &got), FILE_OK);
    CHECK_STR(got, "new");
    CHECK_INT(file_read(a, good[1], LIMIT, &got), FILE_OK);
    CHECK_STR(got, "other");
}

TEST(file_replace_keeps_mode_and_link)
{
    struct arena *a = test_arena();
    struct str folder = folder_new(a), got;
    char *path = str_cstr(a, path_join(a, folder, S("x")));
    char *link = str_cstr(a, path_join(a, folder, S("link")));
    CHECK_INT(file_replace(a, str_from(path), S("1")), FILE_OK);
    CHECK_INT(chmod(path, 0640), 0);
    CHECK_INT(symlink("x", link), 0);
    CHECK_INT(file_replace(a, str_from(link), S("2")), FILE_OK);
    struct stat st;
    CHECK_INT(lstat(link, &st), 0);
    CHECK_TRUE(S_ISLNK(st.st_mode));
    CHECK_INT(stat(path, &st), 0);
    CHECK_INT(st.st_mode & 0777, 0640);
    CHECK_INT(file_read(a, str_from(path), LIMIT, &got), FILE_OK);
    CHECK_STR(got, "2");
}

TEST(file_replace_writes_into_a_device)
{
    struct arena *a = test_arena();
    struct stat st;
    CHECK_INT(file_replace(a, S("/dev/null"), S("x")), FILE_OK);
    CHECK_INT(stat("/dev/null", &st), 0);
    CHECK_TRUE(S_ISCHR(st.st_mode));
    CHECK_INT(file_replace(a, S("/dev/full"), S("x")), FILE_FULL);
}

TEST(file_read_names_the_failure)
{
    struct arena *a = test_arena();
    struct str folder = folder_new(a), got = S("x");
    char *pipe = str_cstr(a, path_join(a, folder, S("pipe")));
    CHECK_INT(mkfifo(pipe, 0600), 0);
    CHECK_INT(file_read(a, path_join(a, folder, S("none")), LIMIT, &got), FILE_MISSING);
    CHECK_INT(file_read(a, folder, LIMIT, &got), FILE_IS_FOLDER);
    CHECK_INT(file_read(a, str_from(pipe), LIMIT, &got), FILE_NOT_REGULAR);
    CHECK_INT(file_read(a, S("/dev/zero"), LIMIT, &got), FILE_NOT_REGULAR);
    CHECK_INT(file_read(a, S("x\0y"), LIMIT, &got), FILE_MISSING);
    CHECK_INT(got.n, 0);
}

TEST(file_read_reads_standard_input)
{
    struct arena *a = test_arena();
    struct str got;
    int ends[2], kept = dup(0);
    CHECK_INT(pipe(ends), 0);
    CHECK_INT(write(ends[1], "hello", 5), 5);
    close(ends[1]);
    CHECK_INT(dup2(ends[0], 0), 0);
    close(ends[0]);
    CHECK_INT(file_read(a, S("-"), LIMIT, &got), FILE_OK);
    CHECK_STR(got, "hello");
    CHECK_INT(dup2(kept, 0), 0);
    close(kept);
}

TEST(file_read_below_stays_below)
{
    struct arena *a = test_arena();
    struct str outer = folder_new(a), root = path_join(a, outer, S("in")), got;
    CHECK_INT(mkdir(str_cstr(a, root), 0700), 0);
    CHECK_INT(file_replace(a, path_join(a, outer, S("secret")), S("s")), FILE_OK);
    CHECK_INT(file_replace(a, path_join(a, root, S("x")), S("ok")), FILE_OK);
    char *link = str_cstr(a, path_join(a, root, S("link")));
    CHECK_INT(symlink("../secret", link), 0);
    CHECK_INT(file_read_below(a, root, S("x"), LIMIT, &got), FILE_OK);
    CHECK_STR(got, "ok");
    CHECK_INT(file_read_below(a, root, S("../in/x"), LIMIT, &got), FILE_OK);
    CHECK_INT(file_read_below(a, root, S("../secret"), LIMIT, &got), FILE_OUTSIDE);
    CHECK_INT(file_read_below(a, root, S("link"), LIMIT, &got), FILE_OUTSIDE);
    char *circle = str_cstr(a, path_join(a, root, S("circle")));
    CHECK_INT(symlink("circle", circle), 0);
    CHECK_INT(file_read_below(a, root, S("circle"), LIMIT, &got), FILE_NO_NAME);
    unlink(circle);
    char long_name[300];
    memset(long_name, 'a', sizeof long_name);
    struct str name = {long_name, sizeof long_name};
    CHECK_INT(file_read_below(a, root, name, LIMIT, &got), FILE_NO_NAME);
    CHECK_INT(file_read_below(a, root, S("/etc/passwd"), LIMIT, &got), FILE_OUTSIDE);
    CHECK_INT(file_read_below(a, root, S("none"), LIMIT, &got), FILE_MISSING);
    CHECK_INT(file_read_below(a, root, S("."), LIMIT, &got), FILE_OUTSIDE);
    unlink(link);
    unlink(str_cstr(a, path_join(a, root, S("x"))));
}

static enum file_status to_stdout_at(int fd)
{
    int kept = dup(1);
    CHECK_INT(dup2(fd, 1), 1);
    enum file_status status = file_to_stdout(S("text"));
    CHECK_INT(dup2(kept, 1), 1);
    close(kept);
    close(fd);
    return status;
}

TEST(file_to_stdout_tells_its_failures)
{
    int ends[2];
    CHECK_INT(pipe(ends), 0);
    close(ends[0]);
    CHECK_INT(to_stdout_at(ends[1]), FILE_CLOSED);
    CHECK_INT(to_stdout_at(open("/dev/full", O_WRONLY)), FILE_FULL);
    CHECK_INT(to_stdout_at(open("/dev/null", O_WRONLY)), FILE_OK);
}

TEST(file_list_is_sorted)
{
    struct arena *a = test_arena();
    struct str folder = folder_new(a), *names;
    size_t n;
    static const char *const made[] = {"b", "a", "B", "ab"};
    for (size_t i = 0; i < 4; i++)
        CHECK_INT(file_replace(a, path_join(a, folder, str_from(made[i])), S("")), FILE_OK);
    CHECK_TRUE(file_list(a, folder, &names, &n));
    CHECK_INT(n, 4);
    CHECK_STR(names[0], "B");
    CHECK_STR(names[1], "a");
    CHECK_STR(names[2], "ab");
    CHECK_STR(names[3], "b");
    CHECK_FALSE(file_list(a, path_join(a, folder, S("none")), &names, &n));
    CHECK_TRUE(file_is_folder(a, folder));
    CHECK_FALSE(file_is_folder(a, path_join(a, folder, S("a"))));
    CHECK_TRUE(file_exists(a, path_join(a, folder, S("a"))));
    CHECK_TRUE(file_same(a, path_join(a, folder, S("a")), path_join(a, folder, S("./a"))));
    CHECK_FALSE(file_same(a, path_join(a, folder, S("a")), path_join(a, folder, S("b"))));
}

TEST(path_has_parts)
{
    static const struct {
        const char *path, *folder, *name, *stem, *extension;
    } cases[] = {
        {"x",         ".",   "x",        "x",     ""   },
        {"a/b.md",    "a",   "b.md",     "b",     ".md"},
        {"/x.tar.gz", "/",   "x.tar.gz", "x.tar", ".gz"},
        {"a//b/",     "a",   "b",        "b",     ""   },
        {"a/.rc",     "a",   ".rc",      ".rc",   ""   },
        {"x.",        ".",   "x.",       "x.",    ""   },
        {"a.d/x",     "a.d", "x",        "x",     ""   },
        {"-",         ".",   "-",        "-",     ""   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str path = str_from(cases[i].path);
        CHECK_STR(path_folder(path), cases[i].folder);
        CHECK_STR(path_name(path), cases[i].name);
        CHECK_STR(path_stem(path), cases[i].stem);
        CHECK_STR(path_extension(path), cases[i].extension);
    }
    struct arena *a = test_arena();
    CHECK_STR(path_join(a, S("a"), S("b")), "a/b");
    CHECK_STR(path_join(a, S("a/"), S("b")), "a/b");
    CHECK_STR(path_join(a, S("."), S("b")), "b");
    CHECK_STR(path_join(a, S("a"), S("/b")), "/b");
}

TEST(store_takes_the_folder_that_the_environment_names)
{
    struct arena *a = test_arena();
    struct str folder = folder_new(a);
    CHECK_INT(setenv("RECTO_DATA", str_cstr(a, folder), 1), 0);
    struct store s = store_open(a);
    CHECK_SAME(s.root, folder);
    CHECK_CSTR(s.origin, "RECTO_DATA");
    CHECK_SAME(store_path(a, &s, S("layouts"), S("x.yaml")),
               str_fmt(a, "%.*s/layouts/x.yaml", STR(folder)));
    CHECK_INT(setenv("RECTO_DATA", "no such folder", 1), 0);
    CHECK_INT(store_open(a).root.n, 0);
    CHECK_INT(unsetenv("RECTO_DATA"), 0);
}

TESTS(file_replace_writes_what_file_read_gives, file_replace_leaves_nothing_beside,
      file_replace_all_replaces_none_where_one_cannot_be_written,
      file_replace_keeps_mode_and_link, file_replace_writes_into_a_device,
      file_read_names_the_failure, file_read_reads_standard_input,
      file_read_below_stays_below, file_to_stdout_tells_its_failures, file_list_is_sorted,
      path_has_parts, store_takes_the_folder_that_the_environment_names)
