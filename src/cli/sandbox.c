/* SPDX-License-Identifier: MIT */
/* cli/sandbox.c — what a render may not do, whatever its input does to it.
 *
 * Landlock (Linux 5.13 and later) keeps it to its files, seccomp from starting programs and opening
 * connections. Both are a second wall: recto itself does none of these things, but the libraries
 * that parse fonts and pictures are large. */
#define _GNU_SOURCE
#include "cli/sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cli/config.h"

#define READ_RIGHTS (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITE_RIGHTS                                                  \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | \
     LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR)
#define FILE_RIGHTS (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE)
/* All that the first version knows, and moving between folders, which the second added: a file
 * without a name is given one in that way. */
#define FIRST_RIGHTS ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)
#define REFER LANDLOCK_ACCESS_FS_REFER

struct rules {
    int ruleset;
    struct pool *pool;
    __u64 handled;
};

static void allow(const struct rules *rules, const char *path, __u64 rights)
{
    struct stat st;
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0) {
        struct landlock_path_beneath_attr rule = {.parent_fd = fd};
        rule.allowed_access = rights & rules->handled;
        if (!S_ISDIR(st.st_mode))
            rule.allowed_access &= FILE_RIGHTS;
        (void)syscall(SYS_landlock_add_rule, rules->ruleset, LANDLOCK_RULE_PATH_BENEATH,
                      &rule, 0);
    }
    close(fd);
}

/* Everything in `folder` but the entry called `but`; "." stands for all that is hidden. */
static void allow_all_but(const struct rules *rules, const char *folder, const char *but)
{
    DIR *dir = opendir(*folder ? folder : "/");
    bool hidden = strcmp(but, ".") != 0;
    if (!dir)
        return;
    for (struct dirent *e = readdir(dir); e; e = readdir(dir))
        if (strcmp(e->d_name, but) != 0 && strcmp(e->d_name, ".") != 0 &&
            strcmp(e->d_name, "..") != 0 && (hidden || e->d_name[0] != '.'))
            allow(rules, pool_fmt(rules->pool, "%s/%s", folder, e->d_name), READ_RIGHTS);
    closedir(dir);
}

/* All that lies outside of `home`: on each level between, all but the way to it. */
static void allow_outside(const struct rules *rules, const char *home)
{
    for (const char *at = home; *at == '/';) {
        const char *end = strchr(at + 1, '/');
        size_t n = end ? (size_t)(end - at - 1) : strlen(at + 1);
        allow_all_but(rules, pool_copy(rules->pool, home, (size_t)(at - home)),
                      pool_copy(rules->pool, at + 1, n));
        if (!end)
            return;
        at = end;
    }
}

/* Fonts and settings are read where the standards of desktops put them. */
static void allow_in_home(const struct rules *rules, const char *home)
{
    allow_all_but(rules, home, ".");
    static const char *const places[] = {".fonts", ".local/share/fonts",
                                         ".config/fontconfig", ".cache/fontconfig",
                                         ".config/recto"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        allow(rules, pool_fmt(rules->pool, "%s/%s", home, places[i]), READ_RIGHTS);
    static const char *const named[] = {"XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                        "XDG_CACHE_HOME",  "FONTCONFIG_PATH",
                                        "FONTCONFIG_FILE", "RECTO_DATA"};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (getenv(named[i]))
            allow(rules, getenv(named[i]), READ_RIGHTS);
}

static void allow_home(const struct rules *rules)
{
    char real[PATH_MAX];
    const char *home = getenv("HOME");
    if (!home || !realpath(home, real) || strcmp(real, "/") == 0) {
        allow(rules, "/", READ_RIGHTS); /* there is no home to be kept from */
        return;
    }
    allow_outside(rules, real);
    allow_in_home(rules, real);
}

/* recto's own files, where they lie beside the program. */
static void allow_program(const struct rules *rules)
{
    char name[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", name, sizeof name - 1);
    if (n <= 0)
        return;
    name[n] = 0;
    const char *folder = config_folder(rules->pool, name);
    allow(rules, pool_fmt(rules->pool, "%s/../share/recto", folder), READ_RIGHTS);
    allow(rules, pool_fmt(rules->pool, "%s/share/recto", folder), READ_RIGHTS);
}

static void allow_options(const struct rules *rules, const struct args *args)
{
    for (size_t i = 0; i < args->given_count; i++) {
        enum option_id id = args->given[i].id;
        const char *value = args->given[i].value;
        if (id == OPTION_ROOT || id == OPTION_FONT_PATH)
            allow(rules, value, READ_RIGHTS);
        if (id == OPTION_LAYOUT && strchr(value, '/'))
            allow(rules, config_folder(rules->pool, value), READ_RIGHTS);
        const char *eq = id == OPTION_SET ? strchr(value, '=') : NULL;
        if (eq && strchr(eq, '/')) /* a font file */
            allow(rules, eq + 1, READ_RIGHTS);
    }
}

/* The folder of each input once, and the configurations above it. */
static void allow_inputs(const struct rules *rules, const struct sandbox *box)
{
    const char *last = "";
    for (size_t i = 0; i < box->inputs->n; i++) {
        const char *path = box->inputs->at[i].path;
        const char *folder = config_folder(rules->pool, path);
        char real[PATH_MAX];
        if (realpath(path, real)) /* it may be a link */
            allow(rules, real, READ_RIGHTS);
        if (strcmp(folder, last) == 0)
            continue;
        last = folder;
        allow(rules, folder, READ_RIGHTS | (box->beside ? WRITE_RIGHTS | REFER : 0));
        const char *config = config_above(box->program, folder);
        if (config) /* the paths in it begin where it lies */
            allow(rules, config_folder(rules->pool, config), READ_RIGHTS);
    }
}

static void allow_outputs(const struct rules *rules, const struct sandbox *box)
{
    for (size_t i = 0; i < box->folder_count; i++) {
        char real[PATH_MAX];
        const char *path = *box->folders[i] ? box->folders[i] : ".";
        const char *folder = config_folder(rules->pool, path);
        allow(rules, folder, READ_RIGHTS | WRITE_RIGHTS | REFER);
        if (realpath(path, real)) /* where a link leads */
            allow(rules, config_folder(rules->pool, real),
                  READ_RIGHTS | WRITE_RIGHTS | REFER);
    }
    allow(rules, "/dev/null", FILE_RIGHTS);
}

/* What `box` allows; NULL: no file at all. */
static void keep_to_files(const struct sandbox *box)
{
    struct rules rules = {.pool = box ? &box->program->pool : NULL};
    long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return;
    rules.handled = FIRST_RIGHTS | (version >= 2 ? REFER : 0);
    struct landlock_ruleset_attr attr = {.handled_access_fs = rules.handled};
    rules.ruleset = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
    if (rules.ruleset < 0)
        return;
    if (box) {
        allow_home(&rules);
        allow_program(&rules);
        allow_options(&rules, &box->program->args);
        allow_inputs(&rules, box);
        allow_outputs(&rules, box);
    }
    (void)syscall(SYS_landlock_restrict_self, rules.ruleset, 0);
    close(rules.ruleset);
}

enum answering {
    ANSWERS_NOBODY,
    ANSWERS_BROWSERS /* at sockets that it has */
};

static void keep_from_calls(enum answering answering)
{
    static const int calls[] = {
        SCMP_SYS(execve),
        SCMP_SYS(execveat),
        SCMP_SYS(socket),
        SCMP_SYS(connect),
        SCMP_SYS(bind),
        SCMP_SYS(listen),
        SCMP_SYS(process_vm_readv),
        SCMP_SYS(process_vm_writev),
        SCMP_SYS(mount),
        SCMP_SYS(umount2),
        SCMP_SYS(pivot_root),
        SCMP_SYS(chroot),
        SCMP_SYS(init_module),
        SCMP_SYS(finit_module),
        SCMP_SYS(bpf),
        SCMP_SYS(perf_event_open),
        SCMP_SYS(userfaultfd),
        SCMP_SYS(add_key),
        SCMP_SYS(keyctl),
        SCMP_SYS(request_key),
        SCMP_SYS(open_by_handle_at),
        SCMP_SYS(setns),
        SCMP_SYS(unshare),
        SCMP_SYS(io_uring_setup),
#ifndef __SANITIZE_ADDRESS__ /* which looks for leaks through it */
        SCMP_SYS(ptrace),
#endif
    };
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return;
    static const int answers[] = {SCMP_SYS(accept), SCMP_SYS(accept4)};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (answering == ANSWERS_NOBODY)
            (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), answers[i], 0);
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 0);
    (void)seccomp_load(filter);
    seccomp_release(filter);
}

static bool is_wanted(const struct args *args)
{
    return !args->value[OPTION_NO_SANDBOX] && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

void sandbox_enter(const struct sandbox *box)
{
    if (!is_wanted(&box->program->args))
        return;
    keep_to_files(box);
    keep_from_calls(ANSWERS_NOBODY);
}

void sandbox_enter_for_good(const struct args *args)
{
    if (is_wanted(args))
        keep_from_calls(ANSWERS_NOBODY);
}

void sandbox_enter_server(const struct args *args)
{
    if (!is_wanted(args))
        return;
    keep_to_files(NULL);
    keep_from_calls(ANSWERS_BROWSERS);
}
