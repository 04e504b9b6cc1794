/* SPDX-License-Identifier: MIT */
/* bench/stopwatch.c — runs a command once and prints its time, its peak memory and its status.
 *   stopwatch COMMAND...      prints "MICROSECONDS KILOBYTES STATUS"
 * A program of its own because the peak memory of a child counts that of the one that started
 * it, and this one is smaller than any interpreter. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long microseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static _Noreturn void become(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) {
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
    }
    execvp(command[0], command);
    _exit(127);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    long long start = microseconds();
    pid_t child = fork();
    if (child < 0)
        return 1;
    if (child == 0)
        become(argv + 1);
    int status = 0;
    if (waitpid(child, &status, 0) != child)
        return 1;
    long long time = microseconds() - start;
    struct rusage use;
    getrusage(RUSAGE_CHILDREN, &use);
    printf("%lld %ld %d\n", time, use.ru_maxrss,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
