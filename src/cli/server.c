/* SPDX-License-Identifier: MIT */
/* cli/server.c — the process that answers browsers for `recto serve`.
 *
 * It is a process of its own, so that what speaks with the network reads no file, and what reads
 * files does not speak with the network. What it shows comes as a nameless file over a socket. */
#include "cli/server.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/answer.h"
#include "cli/listen.h"
#include "cli/sandbox.h"

#define USUAL_PORT 4400
#define CONNECTIONS_MAX 96u                 /* at each address */
#define CONNECTION_BYTES ((size_t)16 << 10) /* a request that is larger is refused */
#define IDLE 60u                            /* [s] */
#define NEWS_MOST 25000 /* [ms] a request waits no longer: its browser may be gone */

/* What the two processes say to each other first. */
enum word { WORD_READY, WORD_NO_LIBRARY, WORD_FAILED };

/* Room for the descriptor that goes over the line beside a byte. */
union control {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int))];
};

static struct msghdr message_of(struct iovec *byte, union control *control)
{
    *control = (union control){.bytes = {0}};
    return (struct msghdr){.msg_iov = byte,
                           .msg_iovlen = 1,
                           .msg_control = control->bytes,
                           .msg_controllen = sizeof control->bytes};
}

/* --- the server --------------------------------------------------------------------------------- */

static void let_go(const char **bytes, size_t *size)
{
    union {
        const char *given;
        void *taken;
    } map = {.given = *bytes};
    if (*bytes)
        munmap(map.taken, *size);
    *bytes = NULL;
    *size = 0;
}

/* Take over what a render put into `fd`. Where it wrote nothing the pages stay. */
static void take(struct stage *stage, int fd)
{
    struct stat st;
    size_t size = fstat(fd, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size : 0;
    char *bytes = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    close(fd);
    if (bytes == MAP_FAILED)
        return;
    if (stage->news != stage->bytes)
        let_go(&stage->news, &stage->news_size);
    stage->news = bytes;
    stage->news_size = size;
    stage->last = show_read(bytes, size);
    stage->version++;
    if (!stage->last.pdf.n)
        return;
    let_go(&stage->bytes, &stage->bytes_size);
    stage->bytes = bytes;
    stage->bytes_size = size;
    stage->shown = stage->last;
    stage->good++;
}

/* The descriptor that comes over the line; -1 where its other end is closed. */
static int received(int line)
{
    char byte = 0;
    union control control;
    struct iovec iov = {&byte, 1};
    struct msghdr message = message_of(&iov, &control);
    int fd = -1;
    if (recvmsg(line, &message, MSG_CMSG_CLOEXEC) <= 0)
        return -1;
    const struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (head && head->cmsg_type == SCM_RIGHTS)
        memcpy(&fd, CMSG_DATA(head), sizeof fd);
    return fd;
}

struct daemons {
    struct MHD_Daemon *at[LISTEN_SOCKETS];
    struct pollfd fds[LISTEN_SOCKETS + 1]; /* theirs, behind the line */
    nfds_t n;
};

static bool start(struct stage *stage, const struct listening *listening, struct daemons *d)
{
    for (size_t i = 0; i < LISTEN_SOCKETS; i++) {
        if (listening->sockets[i] < 0)
            continue;
        struct MHD_Daemon *daemon = stage->http.MHD_start_daemon(
            MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, answer, stage,
            MHD_OPTION_LISTEN_SOCKET, listening->sockets[i], MHD_OPTION_CONNECTION_LIMIT,
            CONNECTIONS_MAX, MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_BYTES,
            MHD_OPTION_CONNECTION_TIMEOUT, IDLE, MHD_OPTION_NOTIFY_COMPLETED, answer_over,
            stage, MHD_OPTION_END);
        const union MHD_DaemonInfo *info =
            daemon ? stage->http.MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD)
                   : NULL;
        if (!info)
            return false;
        d->at[d->n - 1] = daemon;
        d->fds[d->n++] = (struct pollfd){info->epoll_fd, POLLIN, 0};
    }
    return d->n > 1;
}

/* How long nothing can happen [ms]. */
static int time_left(const struct stage *stage, const struct daemons *d)
{
    MHD_UNSIGNED_LONG_LONG least = 1000,
                           ms; /* who waits for news is looked after each second */
    for (nfds_t i = 0; i + 1 < d->n; i++)
        if (stage->http.MHD_get_timeout(d->at[i], &ms) == MHD_YES && ms < least)
            least = ms;
    return (int)least;
}

static void run(struct stage *stage, struct daemons *d)
{
    for (;;) {
        if (poll(d->fds, d->n, time_left(stage, d)) < 0 && errno != EINTR)
            return;
        bool news = d->fds[0].revents != 0;
        int fd = news ? received(d->fds[0].fd) : -1;
        if (news && fd < 0)
            return;
        if (news)
            take(stage, fd);
        answer_waiters(stage, clock_ms(), news ? 0 : NEWS_MOST);
        for (nfds_t i = 0; i + 1 < d->n; i++)
            (void)stage->http.MHD_run(d->at[i]);
    }
}

static void tell(int line, enum word word)
{
    char byte = (char)word;
    (void)!send(line, &byte, 1, MSG_NOSIGNAL);
}

static _Noreturn void be_server(const struct args *args, int line,
                                const struct listening *listening)
{
    struct stage stage = {.port = listening->port};
    struct daemons daemons = {.fds = {{line, POLLIN, 0}}, .n = 1};
    bool loaded = http_load(&stage.http);
    if (loaded && start(&stage, listening, &daemons)) {
        sandbox_enter_server(args);
        tell(line, WORD_READY);
        run(&stage, &daemons);
        _exit(RECTO_DONE); /* its other end is gone */
    }
    tell(line, loaded ? WORD_FAILED : WORD_NO_LIBRARY);
    _exit(RECTO_WORLD_FAILED);
}

/* --- the process that watches ------------------------------------------------------------------- */

static recto_status cannot_serve(struct program *program, const char *why, const char *hint)
{
    report_say(&program->report, &(struct saying){RECTO_ERROR, "J0113", "", hint},
               "the page cannot be served: %s", why);
    return RECTO_WORLD_FAILED;
}

/* RECTO_WRONG_USAGE, and a finding, where --port is none. */
static recto_status read_port(struct program *program, uint16_t *port)
{
    const char *text = program->args.value[OPTION_PORT];
    char *end = NULL;
    *port = USUAL_PORT;
    if (!text)
        return RECTO_DONE;
    unsigned long n = *text >= '0' && *text <= '9' ? strtoul(text, &end, 10) : 65536;
    if (n > 65535 || *end)
        return usage_wrong(program, "0 is any that is free",
                           "--port: “%s” is no number from 0 to 65535", text);
    *port = (uint16_t)n;
    return RECTO_DONE;
}

/* The usual port is a wish only. */
static recto_status begin_listening(struct program *program, struct listening *listening)
{
    uint16_t port;
    recto_status status = read_port(program, &port);
    if (status != RECTO_DONE || listen_on_loopback(listening, port) ||
        (!program->args.value[OPTION_PORT] && listen_on_loopback(listening, 0)))
        return status;
    bool taken = errno == EADDRINUSE;
    return cannot_serve(program,
                        pool_fmt(&program->pool, "port %u: %s", (unsigned)port,
                                 taken ? "it is taken" : strerror(errno)),
                        taken ? "--port 0 takes any that is free" : "");
}

static recto_status begin_process(struct program *program, struct server *server,
                                  const struct listening *listening)
{
    int line[2];
    char word = WORD_FAILED;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, line) != 0)
        return cannot_serve(program, strerror(errno), "");
    fflush(NULL);
    server->process = fork();
    if (server->process == 0) {
        close(line[0]);
        be_server(&program->args, line[1], listening);
    }
    close(line[1]);
    server->line = line[0];
    bool told = server->process > 0 && recv(line[0], &word, 1, 0) == 1;
    if (told && word == WORD_READY)
        return RECTO_DONE;
    server_leave(server);
    if (word == WORD_NO_LIBRARY)
        return cannot_serve(program, RECTO_HTTP " cannot be loaded",
                            "install libmicrohttpd");
    return cannot_serve(program, "its process does not begin", "");
}

recto_status server_begin(struct program *program, struct server *server)
{
    struct listening listening = {.port = 0};
    *server = (struct server){.line = -1};
    recto_status status = begin_listening(program, &listening);
    if (status != RECTO_DONE)
        return status;
    status = begin_process(program, server, &listening);
    server->address =
        pool_fmt(&program->pool, "http://127.0.0.1:%u/", (unsigned)listening.port);
    listen_close(&listening);
    return status;
}

void server_show(const struct server *server, int fd)
{
    char byte = 0;
    union control control;
    struct iovec iov = {&byte, 1};
    struct msghdr message = message_of(&iov, &control);
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(head), &fd, sizeof fd);
    (void)!sendmsg(server->line, &message, MSG_NOSIGNAL); /* whether it runs is asked for */
}

bool server_runs(const struct server *server)
{
    return waitpid(server->process, NULL, WNOHANG) == 0;
}

void server_leave(struct server *server)
{
    if (server->line >= 0)
        close(server->line);
    server->line = -1;
}
