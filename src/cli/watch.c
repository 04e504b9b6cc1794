/* SPDX-License-Identifier: MIT */
/* cli/watch.c — renders again when something changes that the pages depend on.
 *
 * The process that watches parses nothing. Each render is a process of its own: it is locked up with
 * what it may read and write according to settings that may be new, whatever it leaks is gone with
 * it, and should it crash, the next save is its next chance. */
#define _GNU_SOURCE /* memfd_create */
#include "cli/watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/due.h"
#include "cli/lookout.h"
#include "cli/opener.h"
#include "cli/render.h"
#include "cli/sandbox.h"
#include "cli/server.h"
#include "cli/show.h"
#include "cli/watch_tell.h"

/* Editors and compilers of pictures write in bursts: a render begins when nothing has happened for a
 * while [ms], or at the latest after a longer one, should something never end. */
#define QUIET 50
#define PATIENCE 500

/* Network file systems do not tell what other machines do: every so often [ms] files are looked at
 * unasked. */
#define LOOK_ANEW 2000

/* How long [s] a render may work on one document where --timeout does not say: more than any takes. */
#define USUAL_TIMEOUT 60
#define TIMEOUT_MAX 86400
#define GRACE 2000 /* [ms] from a request to end until it is made to */

struct watch {
    struct program *program;
    struct pool pool;     /* of one turn */
    struct report report; /* which speaks in it */
    struct lookout lookout;
    struct ledger ledger;
    struct server *server; /* NULL: there is none */
    int signals;           /* a descriptor */
    int timeout;           /* of a render [ms] */
    bool late;             /* the last one was ended for it */
    sigset_t before;
    const char *blind; /* the folder that was reported last */
    struct pool told;  /* its name */
};

/* What ended a wait. */
enum event {
    EVENT_FILES,
    EVENT_CHILD,
    EVENT_TIME,
    EVENT_END /* a signal that ends the program */
};

static bool is_ignored(int signal)
{
    struct sigaction now;
    return sigaction(signal, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

/* Wait at most `ms` (-1: for ever), for `fds` of which the first are the signals. */
static enum event await(const struct watch *w, bool files, int ms, int *signal)
{
    struct pollfd fds[2] = {
        {w->signals,    POLLIN, 0},
        {w->lookout.fd, POLLIN, 0}
    };
    for (;;) {
        int n = poll(fds, files ? 2 : 1, ms);
        struct signalfd_siginfo came;
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            return EVENT_TIME;
        if (!(fds[0].revents & POLLIN))
            return EVENT_FILES;
        if (read(w->signals, &came, sizeof came) != (ssize_t)sizeof came)
            continue;
        *signal = (int)came.ssi_signo;
        if (*signal == SIGCHLD)
            return EVENT_CHILD;
        if (!is_ignored(*signal)) /* as under nohup */
            return EVENT_END;
    }
}

static bool begin_signals(struct watch *w)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, &w->before);
    w->signals = signalfd(-1, &set, SFD_CLOEXEC);
    return w->signals >= 0;
}

static void end(struct watch *w)
{
    if (w->server)
        server_leave(w->server);
    if (w->signals >= 0)
        close(w->signals);
    sigprocmask(SIG_SETMASK, &w->before, NULL);
    lookout_end(&w->lookout);
    ledger_free(&w->ledger);
    pool_free(&w->pool);
    pool_free(&w->told);
}

static recto_status cannot_watch(struct watch *w, int error)
{
    static const char hint[] =
        "raise fs.inotify.max_user_watches and max_user_instances with sysctl";
    bool full = error == ENOSPC || error == EMFILE;
    report_say(&w->program->report,
               &(struct saying){RECTO_ERROR, "J0110", "", full ? hint : ""},
               "files cannot be watched: %s",
               full ? "the system has no watches left" : strerror(error));
    return RECTO_WORLD_FAILED;
}

/* --- the render -------------------------------------------------------------------------------- */

/* All documents, or those that are due and those that are new. */
static recto_status choose(struct program *program, struct inputs *inputs,
                           struct rendering *rendering)
{
    const struct watch *w = rendering->user;
    size_t n = 0;
    ledger_put_inputs(program, inputs);
    for (size_t i = 0; i < inputs->n; i++) {
        const struct entry *entry = ledger_find(&w->ledger, inputs->at[i].path);
        if (!entry || entry->due)
            inputs->at[n++] = inputs->at[i];
    }
    inputs->n = n;
    return RECTO_DONE;
}

/* The ledger has it, and whoever shows the pages. */
static void put(struct program *program, recto_job *job, const struct input *input,
                const struct made *made, size_t n, int64_t ms)
{
    ledger_put(program, job, input, made, n, ms);
    if (program->show && made[0].status == RECTO_DONE)
        show_put(program, job, ms);
}

/* Nameless files into which a render writes its report. */
struct files {
    int record; /* for the ledger */
    int show;   /* for the server; -1: there is none */
};

static FILE *stream_to(int fd)
{
    int copy = dup(fd);
    FILE *to = copy < 0 ? NULL : fdopen(copy, "w");
    if (!to && copy >= 0)
        close(copy);
    return to;
}

/* Render with the settings in effect now, and report everything. */
static recto_status render_anew(struct watch *w)
{
    struct program *program = w->program;
    struct rendering rendering = {.choose = choose, .put = put, .user = w};
    program->args = args_read(&program->pool, program->argc, program->argv);
    recto_status status = program_begin(program);
    if (status == RECTO_DONE)
        status = render_all(program, &rendering);
    ledger_put_common(program);
    return status;
}

/* Go on as a program that was just started: settings may be other ones than before. */
static recto_status be_render(struct watch *w, const struct files *files)
{
    struct program *program = w->program;
    struct show show;
    opener_leave(program);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    sigprocmask(SIG_SETMASK, &w->before, NULL);
    *program = (struct program){.pool = program->pool,
                                .record = stream_to(files->record),
                                .keeps_reads = true,
                                .argc = program->argc,
                                .argv = program->argv};
    FILE *to = files->show < 0 ? NULL : stream_to(files->show);
    if (!program->record || (to && !show_begin(&show, program, to)))
        return RECTO_WORLD_FAILED;
    recto_status status = render_anew(w);
    fclose(program->record);
    program->record = NULL;
    if (to)
        show_end(program, status);
    end(w);
    return status;
}

static off_t size_of(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 ? st.st_size : 0;
}

/* Wait for the render to end, and read its report. Gives its status; a signal that is to
 * end this process is handed on to it first. A render that reports no document for too long
 * is ended. */
static int await_render(struct watch *w, pid_t render, const struct files *files,
                        int *signal)
{
    int status = 0, came, ms = w->timeout;
    off_t told = 0;
    w->late = false;
    while (waitpid(render, &status, WNOHANG) == 0) {
        enum event event = await(w, false, ms, &came);
        off_t tells = size_of(files->record);
        if (event == EVENT_END) {
            *signal = came;
            kill(render, came);
        } else if (event == EVENT_TIME && tells == told) {
            kill(render, w->late ? SIGKILL : SIGTERM);
            w->late = true;
            ms = GRACE;
        }
        told = tells;
    }
    return status;
}

/* Each output once, when it is there for the first time. */
static void open_outputs(struct watch *w)
{
    struct program *program = w->program;
    if (!program->opening || w->server)
        return;
    for (size_t i = 0; i < w->ledger.n; i++) {
        const struct entry *entry = &w->ledger.entries[i];
        for (size_t k = 0; k < entry->outputs.n; k++)
            if (entry->told && entry->status == RECTO_DONE)
                opening_add(program->opening, entry->outputs.at[k]);
    }
    (void)opener_open(program); /* it has been reported; the watch goes on */
}

/* What `record` holds, as a ledger that goes on from the one before. */
static void read_record(struct watch *w, int record)
{
    struct ledger next = {.n = 0};
    struct stat st;
    size_t size = fstat(record, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size : 0;
    char *bytes = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, record, 0) : MAP_FAILED;
    if (bytes != MAP_FAILED) {
        ledger_read(&next, bytes, size);
        munmap(bytes, size);
    }
    due_take_over(&next, &w->ledger, &w->program->args.operands);
    watch_tell(&w->report, &next, &w->ledger);
    ledger_free(&w->ledger);
    w->ledger = next;
    open_outputs(w);
}

/* What became of the render: a crash is reported, its pages are shown, its record is
 * read. */
static void take_over(struct watch *w, const struct files *files, int status)
{
    if (WIFSIGNALED(status)) {
        const char *why =
            w->late
                ? pool_fmt(&w->pool, "the render was ended: it took more than %d s",
                           w->timeout / 1000)
                : pool_fmt(&w->pool, "the render was ended by signal %d", WTERMSIG(status));
        const char *hint = w->late ? "--timeout gives it more" : "";
        report_say(&w->report, &(struct saying){RECTO_ERROR, "J0111", "", hint}, "%s", why);
        FILE *to =
            w->server && ftruncate(files->show, 0) == 0 ? stream_to(files->show) : NULL;
        if (to)
            show_failure(to, w->program->args.operands.at[0], why);
    }
    if (w->server)
        server_show(w->server, files->show);
    read_record(w, files->record);
}

static bool open_files(const struct watch *w, struct files *files)
{
    files->record = memfd_create("recto", MFD_CLOEXEC);
    files->show = w->server ? memfd_create("recto", MFD_CLOEXEC) : -1;
    return files->record >= 0 && (!w->server || files->show >= 0);
}

static void close_files(const struct files *files)
{
    if (files->record >= 0)
        close(files->record);
    if (files->show >= 0)
        close(files->show);
}

/* One render. `*is_render` is true in the process that is it, and then the status is the one that it
 * ends with; else it is another than RECTO_DONE where there is no watching on. */
static recto_status render(struct watch *w, bool *is_render, int *signal)
{
    struct files files;
    bool first = !w->ledger.n;
    fflush(NULL);
    pid_t pid = open_files(w, &files) ? fork() : -1;
    int error = errno;
    *is_render = pid == 0;
    if (pid == 0)
        return be_render(w, &files);
    int status = pid > 0 ? await_render(w, pid, &files, signal) : 0;
    if (pid > 0 && !*signal)
        take_over(w, &files, status);
    close_files(&files);
    if (pid < 0)
        return world_failed(w->program, "a process", error);
    bool usage = WIFEXITED(status) && WEXITSTATUS(status) == RECTO_WRONG_USAGE;
    return first && usage ? RECTO_WRONG_USAGE : RECTO_DONE;
}

/* --- the watch --------------------------------------------------------------------------------- */

static void tell_blind(struct watch *w)
{
    const char *blind = w->lookout.blind;
    if (!blind || (w->blind && strcmp(w->blind, blind) == 0))
        return;
    pool_free(&w->told);
    w->blind = pool_copy(&w->told, blind, strlen(blind));
    report_say(&w->report, &(struct saying){RECTO_WARNING, "J0207", "", ""},
               "what changes in “%s” is not noticed: the folder may not be read", blind);
}

/* Look whether there is something to do, after the folders to watch have been chosen anew: what
 * happens between the two is seen by one of them. */
static recto_status look(struct watch *w, bool *due)
{
    struct glance now = glance_of(&w->ledger);
    bool room = lookout_for(&w->lookout, now.paths, now.n);
    int error = errno;
    glance_look(&now);
    *due = room && due_find(&w->ledger, &now);
    if (*due)
        due_settle(&w->ledger, &now);
    glance_free(&now);
    if (!room)
        return cannot_watch(w, error);
    tell_blind(w);
    return RECTO_DONE;
}

/* True where something is in another state, though nobody said so. */
static bool has_changed(struct watch *w)
{
    struct glance now = glance_of(&w->ledger);
    glance_look(&now);
    bool changed = due_find(&w->ledger, &now);
    glance_free(&now);
    return changed;
}

/* Wait until something happened and was over. Gives the signal that ends the program, or 0. */
static int rest(struct watch *w)
{
    int signal = 0, ms = LOOK_ANEW;
    int64_t began = 0;
    for (;;) {
        enum event event = await(w, true, ms, &signal);
        if (event == EVENT_END)
            return signal;
        bool unasked = event == EVENT_TIME && !began;
        if (unasked && !has_changed(w))
            continue;
        if ((event == EVENT_TIME && !unasked) || event == EVENT_CHILD ||
            (began && clock_ms() - began > PATIENCE))
            return 0;
        lookout_drain(&w->lookout);
        began = began ? began : clock_ms();
        ms = QUIET;
    }
}

static bool server_is_lost(struct watch *w)
{
    if (!w->server || server_runs(w->server))
        return false;
    report_say(&w->report, &(struct saying){RECTO_ERROR, "J0113", "", ""},
               "the page cannot be served: its process has ended");
    return true;
}

/* Gives the signal that ended it, or 0 and the status. */
static int run(struct watch *w, bool *is_render, recto_status *status)
{
    int signal = 0;
    bool due = true;
    while (*status == RECTO_DONE && !signal) {
        pool_free(&w->pool);
        if (due)
            *status = render(w, is_render, &signal);
        else
            signal = rest(w);
        if (*is_render)
            return 0;
        if (*status == RECTO_DONE && !signal)
            *status = server_is_lost(w) ? RECTO_WORLD_FAILED : look(w, &due);
    }
    return signal;
}

/* Standard input ends, and so does what is written to standard output. */
recto_status watch_refuse_streams(struct program *program)
{
    const struct args *args = &program->args;
    for (size_t i = 0; i < args->operands.n; i++)
        if (strcmp(args->operands.at[i], "-") == 0)
            return usage_wrong(program, "name a file", "standard input cannot be watched");
    if (strcmp(args_value(args, OPTION_OUTPUT, ""), "-") == 0)
        return usage_wrong(program, "name a file with -o",
                           "`recto %s` writes files, not standard output",
                           command_at(args->command)->name);
    return RECTO_DONE;
}

/* False, and a finding, where --timeout is no number of seconds. */
static bool read_timeout(struct program *program, int *ms)
{
    const char *text = program->args.value[OPTION_TIMEOUT];
    char *end;
    *ms = USUAL_TIMEOUT * 1000;
    if (!text)
        return true;
    unsigned long s = *text >= '0' && *text <= '9' ? strtoul(text, &end, 10) : 0;
    if (s < 1 || s > TIMEOUT_MAX || *end) {
        usage_wrong(program, "", "--timeout: “%s” is no number of seconds from 1 to %d",
                    text, TIMEOUT_MAX);
        return false;
    }
    *ms = (int)s * 1000;
    return true;
}

recto_status watch_run(struct program *program, struct server *server)
{
    struct watch w = {
        .program = program, .report = program->report, .server = server, .signals = -1};
    bool is_render = false;
    w.report.pool = &w.pool;
    sigemptyset(&w.before);
    if (!read_timeout(program, &w.timeout))
        return RECTO_WRONG_USAGE;
    if (!lookout_begin(&w.lookout))
        return cannot_watch(&w, errno);
    recto_status status = begin_signals(&w) ? RECTO_DONE : cannot_watch(&w, errno);
    sandbox_enter_for_good(&program->args);
    int signal = run(&w, &is_render, &status);
    if (is_render)
        return status;
    end(&w);
    if (signal)
        raise(signal); /* as anybody who sent it expects */
    return status;
}
