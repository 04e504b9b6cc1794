/* SPDX-License-Identifier: MIT */
/* cli/main.c — the program: its commands, how it begins and how it ends. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/program.h"
#include "cli/settings.h"

/* All that a command prints [bytes], so that a failure to write shows where errno still says why. */
#define STDOUT_BUFFER ((size_t)256 << 10)

#define X(id, name, operands, least, most, values, about, more) \
    {COMMAND_##id, #name, operands, least, most, values, about, more, cmd_##name},
static const struct command commands[COMMANDS] = {
#include "cli/commands.def"
};
#undef X

const struct command *command_at(enum command_id id)
{
    return &commands[id];
}

const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* A descriptor that is closed would be given to the next file that is opened, and what is meant
 * for standard output would be written into that. It is held by one that can do nothing. */
static bool hold_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            return false;
    return true;
}

/* A reader that goes away and a limit on file sizes are failures to report, not to die
 * of. */
static void ignore_signals(void)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
}

/* A first word that is neither a command nor looks like a file is a slip. */
static recto_status check_first_word(struct program *program)
{
    const struct args *args = &program->args;
    const char *word = args->operands.n ? args->operands.at[0] : "-";
    const char *names[COMMANDS];
    if (args->command_named || strcmp(word, "-") == 0 || strpbrk(word, "./") ||
        access(word, F_OK) == 0)
        return RECTO_DONE;
    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = commands[i].name;
    const char *near = nearest_word(word, names, COMMANDS);
    const char *file = pool_fmt(&program->pool, "%s.md", word);
    if (*word && access(file, F_OK) == 0)
        near = file;
    return usage_wrong(program,
                       did_you_mean(program, near, "`recto help` lists the commands"),
                       "no command or file is called “%s”", word);
}

static recto_status check_operands(struct program *program)
{
    const struct command *command = command_at(program->args.command);
    size_t n = program->args.operands.n;
    if (n >= command->least && n <= command->most)
        return check_first_word(program);
    const char *hint = pool_fmt(&program->pool, "recto %s%s%s", command->name,
                                *command->operands ? " " : "", command->operands);
    if (n < command->least)
        return usage_wrong(program, hint, "`recto %s` needs %s", command->name,
                           command->operands);
    return usage_wrong(program, hint, "`recto %s` has no use for “%s”", command->name,
                       program->args.operands.at[command->most]);
}

static void begin_report(struct program *program)
{
    const struct args *args = &program->args;
    report_begin(&program->report, &program->pool, args_value(args, OPTION_DIAGNOSTICS, ""),
                 args_value(args, OPTION_COLOR, "auto"));
    program->report.quiet = args->value[OPTION_QUIET];
    program->report.notes = args->value[OPTION_VERBOSE] || args->command == COMMAND_CHECK;
}

recto_status program_begin(struct program *program)
{
    begin_report(program); /* for what is wrong with the settings */
    recto_status status = settings_begin(program);
    begin_report(program);
    return status == RECTO_DONE ? check_operands(program) : status;
}

static recto_status run(struct program *program)
{
    struct args *args = &program->args;
    if (args->value[OPTION_VERSION]) {
        printf("recto %s\n", recto_version());
        return RECTO_DONE;
    }
    if (args->value[OPTION_HELP]) {
        args->operands = (struct word_list){0};
        if (args->command_named)
            word_list_add(&program->pool, &args->operands, command_at(args->command)->name);
        return cmd_help(program);
    }
    if (args->wrong)
        return usage_wrong(program, args->hint, "%s", args->wrong);
    recto_status status = program_begin(program);
    return status == RECTO_DONE ? command_at(args->command)->run(program) : status;
}

/* What was printed must have arrived. A reader that has seen enough, as `head` has, is no failure to
 * tell of: then `gone` is set. */
static recto_status end_stdout(struct program *program, recto_status status, bool *gone)
{
    errno = 0;
    bool arrived = fflush(stdout) == 0 && !ferror(stdout);
    *gone = !arrived && errno == EPIPE;
    return arrived || *gone ? status : world_failed(program, "standard output", errno);
}

/* End as any program does whose reader went away. */
static void die_of_pipe(void)
{
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigemptyset(&usual.sa_mask);
    sigaction(SIGPIPE, &usual, NULL);
    raise(SIGPIPE);
}

int main(int argc, char **argv)
{
    char printed
        [STDOUT_BUFFER]; /* a library may take no notice of a size without a buffer */
    bool gone;
    if (!hold_descriptors())
        return RECTO_WORLD_FAILED;
    ignore_signals();
    setvbuf(stdout, printed, _IOFBF, sizeof printed);
    struct program program = {.argc = argc, .argv = argv};
    program.args = args_read(&program.pool, argc, argv);
    begin_report(&program);
    recto_status status = end_stdout(&program, run(&program), &gone);
    report_end(&program.report);
    pool_free(&program.pool);
    if (gone)
        die_of_pipe();
    exit(status); /* not out of here: the buffer is needed as long as the stream */
}
