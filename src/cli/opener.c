/* SPDX-License-Identifier: MIT */
/* cli/opener.c — shows what was written in another program: --open.
 *
 * A process of its own does so, forked before recto gives up the right to start programs. It gets a
 * name at a time and no shell sees it. */
#include "cli/opener.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define NAMES_MAX ((size_t)8) /* a window each: more of them help nobody */
#define WORDS_MAX 16          /* of a command in $BROWSER */

void opening_add(struct opening *opening, const char *name)
{
    for (size_t i = 0; i < opening->names.n; i++)
        if (strcmp(opening->names.at[i], name) == 0)
            return;
    if (opening->names.n < NAMES_MAX)
        word_list_add(&opening->pool, &opening->names,
                      pool_copy(&opening->pool, name, strlen(name)));
    else
        opening->more++;
}

/* --- in the process that starts programs -------------------------------------------------------- */

/* As programs expect it, not as recto needs it. */
static void give_back_signals(void)
{
    static const int signals[] = {SIGPIPE, SIGXFSZ, SIGCHLD};
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigemptyset(&usual.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &usual, NULL);
}

/* It is not ended with recto, and does not hold the streams that somebody waits on. */
static void detach(void)
{
    setsid();
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO && null >= 0; fd++)
        dup2(null, fd);
}

/* A command of $BROWSER: words between spaces, among them %s for the name, which else comes last. */
static void start_command(struct pool *pool, const char *command, const char *name)
{
    char *words[WORDS_MAX + 2] = {NULL};
    size_t n = 0, length;
    bool put = false;
    for (const char *p = command; *p && n < WORDS_MAX; p += length) {
        p += strspn(p, " ");
        length = strcspn(p, " ");
        bool here = length == 2 && memcmp(p, "%s", 2) == 0;
        if (length)
            words[n++] =
                here ? pool_copy(pool, name, strlen(name)) : pool_copy(pool, p, length);
        put = put || here;
    }
    if (!put)
        words[n++] = pool_copy(pool, name, strlen(name));
    if (n > 1)
        execvp(words[0], words);
}

/* Comes back, with errno, only where there is no program that can be started. */
static void start(const char *viewer, const char *name)
{
    struct pool pool = {NULL};
    const char *browsers = getenv("BROWSER");
    size_t length;
    if (viewer) {
        execlp(viewer, viewer, name, (char *)NULL);
        return;
    }
    execlp("xdg-open", "xdg-open", name, (char *)NULL);
    for (const char *p = browsers ? browsers : ""; *p; p += length + (p[length] == ':')) {
        length = strcspn(p, ":");
        start_command(&pool, pool_copy(&pool, p, length), name);
    }
    pool_free(&pool);
}

/* 0, or the error that there was. */
static int start_apart(const char *viewer, const char *name)
{
    int told[2], error = 0;
    if (pipe(told) != 0)
        return errno;
    fcntl(told[1], F_SETFD, FD_CLOEXEC);
    pid_t pid = fork();
    if (pid < 0)
        error = errno;
    if (pid == 0) {
        close(told[0]);
        give_back_signals();
        detach();
        start(viewer, name);
        error = errno;
        _exit(write(told[1], &error, sizeof error) != sizeof error);
    }
    close(told[1]);
    if (pid > 0 && read(told[0], &error, sizeof error) != sizeof error)
        error = 0; /* it was closed by the program that began */
    close(told[0]);
    return error;
}

static _Noreturn void answer(int line, const char *viewer)
{
    char name[PATH_MAX + 1];
    struct sigaction ignore = {.sa_handler =
                                   SIG_IGN}; /* nobody waits for what is started */
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGCHLD, &ignore, NULL);
    for (;;) {
        ssize_t n = recv(line, name, sizeof name - 1, 0);
        if (n <= 0)
            _exit(0);
        name[n] = 0;
        int error = start_apart(viewer, name);
        if (send(line, &error, sizeof error, MSG_NOSIGNAL) != sizeof error)
            _exit(0);
    }
}

/* --- in recto itself ---------------------------------------------------------------------------- */

/* True where something goes to standard output. */
static bool prints(const struct args *args)
{
    const char *out = args->value[OPTION_OUTPUT];
    bool reads = false;
    for (size_t i = 0; i < args->operands.n; i++)
        reads = reads || strcmp(args->operands.at[i], "-") == 0;
    return out ? strcmp(out, "-") == 0 : reads;
}

recto_status opener_begin(struct program *program, struct opener *opener)
{
    const char *viewer = program->args.value[OPTION_OPEN];
    int line[2];
    *opener = (struct opener){.line = -1};
    if (!viewer)
        return RECTO_DONE;
    if (prints(&program->args))
        return usage_wrong(program, "name a file with -o",
                           "--open: what goes to standard output cannot be opened");
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, line) != 0)
        return world_failed(program, "a line to a process", errno);
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        close(line[0]);
        fcntl(line[1], F_SETFD, FD_CLOEXEC);
        answer(line[1], *viewer ? viewer : NULL);
    }
    int error = errno;
    close(line[1]);
    fcntl(line[0], F_SETFD, FD_CLOEXEC);
    opener->line = line[0];
    opener->process = pid;
    if (pid < 0) {
        close(line[0]);
        return world_failed(program, "a process", error);
    }
    program->opener = opener;
    program->opening = &opener->opening;
    return RECTO_DONE;
}

static recto_status failed(struct program *program, const char *name, int error)
{
    const char *viewer = program->args.value[OPTION_OPEN];
    bool missing = error == ENOENT;
    const char *what = *viewer ? viewer : "xdg-open or $BROWSER";
    report_say(&program->report,
               &(struct saying){RECTO_ERROR, "J0112", "",
                                *viewer ? "" : "name one: --open=VIEWER"},
               "“%s” cannot be opened: %s: %s", name, what,
               missing ? "there is no such program" : strerror(error));
    return RECTO_WORLD_FAILED;
}

static bool is_address(const char *name)
{
    return strncmp(name, "http://", 7) == 0;
}

/* The whole name, so that none begins like an option and the folder does not matter. */
static recto_status open_one(struct program *program, const char *name)
{
    char real[PATH_MAX];
    int error = 0;
    const char *whole = is_address(name) ? name : realpath(name, real);
    if (!whole)
        return failed(program, name, errno);
    int line = program->opener->line;
    errno = 0;
    if (send(line, whole, strlen(whole), MSG_NOSIGNAL) < 0 ||
        recv(line, &error, sizeof error, 0) != sizeof error)
        error = errno ? errno : EIO;
    return error ? failed(program, name, error) : RECTO_DONE;
}

static bool is_in(const struct word_list *words, const char *word)
{
    for (size_t i = 0; i < words->n; i++)
        if (strcmp(words->at[i], word) == 0)
            return true;
    return false;
}

recto_status opener_open(struct program *program)
{
    struct opener *opener = program->opener;
    recto_status status = RECTO_DONE;
    for (size_t i = 0; opener && i < opener->opening.names.n; i++) {
        const char *name = opener->opening.names.at[i];
        if (is_in(&opener->opened.names, name) || status != RECTO_DONE)
            continue;
        opening_add(&opener->opened, name);
        status = open_one(program, name);
    }
    if (opener && opener->opening.more && !opener->opened.more++)
        report_say(&program->report, &(struct saying){RECTO_WARNING, "J0208", "", ""},
                   "%zu files are opened, the others are not", NAMES_MAX);
    return status;
}

void opener_leave(struct program *program)
{
    struct opener *opener = program->opener;
    if (!opener)
        return;
    close(opener->line);
    pool_free(&opener->opening.pool);
    pool_free(&opener->opened.pool);
    program->opener = NULL;
    program->opening = NULL;
}

recto_status opener_end(struct program *program, recto_status status)
{
    pid_t process = program->opener ? program->opener->process : 0;
    opener_leave(program);
    if (process)
        waitpid(process, NULL, 0); /* it sees that the line is closed */
    return status;
}
