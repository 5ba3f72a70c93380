/* launch - run a command N times and print its own processor time and the time that passed.
 *
 * usage: launch -n N [-i FILE] [-p] [-o null|pipe|pipe:BYTES|FILE] COMMAND [ARGUMENT]...
 *
 * Prints "user system wall rss status", times in microseconds, for all N runs together, and the greatest memory in
 * kilobytes.  A runner in a scripting language would cost more than the start-up that is to be measured.
 * -i FILE  standard input; with -p it arrives through a pipe.   -o pipe  a child reads and drops the output;
 * with a number of bytes it goes away after so many, and the death by SIGPIPE that follows is a success.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

struct plan {
    long runs;
    const char *input;
    int input_by_pipe;
    const char *output;
    char **command;
};

struct sum {
    long user, system, wall, rss;
    int status;
};

static void die(const char *what)
{
    perror(what);
    exit(125);
}

static long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int open_or_die(const char *name, int flags)
{
    int fd = open(name, flags | O_CLOEXEC, 0666);
    if (fd < 0)
        die(name);
    return fd;
}

/* A child that copies between two descriptors; it is not part of what is measured. */
static pid_t pump(int from, int to, int close_in_child, long limit)
{
    static char block[1 << 16];
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    close(close_in_child);
    for (ssize_t got; limit > 0 && (got = read(from, block, sizeof block)) > 0; limit -= got)
        if (to >= 0 && write(to, block, (size_t)got) < 0)
            break;
    _exit(0);
}

static int make_input(const struct plan *plan, pid_t *helper)
{
    int fd = open_or_die(plan->input ? plan->input : "/dev/null", O_RDONLY);
    if (!plan->input_by_pipe)
        return fd;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        die("pipe");
    *helper = pump(fd, ends[1], ends[0], LONG_MAX);
    close(fd);
    close(ends[1]);
    return ends[0];
}

static int make_output(const struct plan *plan, pid_t *helper)
{
    if (strcmp(plan->output, "null") == 0)
        return open_or_die("/dev/null", O_WRONLY);
    if (strncmp(plan->output, "pipe", 4) != 0)
        return open_or_die(plan->output, O_WRONLY | O_CREAT | O_TRUNC);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        die("pipe");
    *helper = pump(ends[0], -1, ends[1], plan->output[4] ? atol(plan->output + 5) : LONG_MAX);
    close(ends[0]);
    return ends[1];
}

static void run_once(const struct plan *plan, struct sum *sum)
{
    pid_t feeder = 0, drain = 0, pid;
    int in = make_input(plan, &feeder), out = make_output(plan, &drain), status;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    long start = now();
    if (posix_spawnp(&pid, plan->command[0], &actions, NULL, plan->command, environ) != 0)
        die(plan->command[0]);
    close(in);
    close(out);
    struct rusage used;
    if (wait4(pid, &status, 0, &used) < 0)
        die("wait4");
    if (drain)
        waitpid(drain, NULL, 0);
    sum->wall += now() - start;
    if (feeder)
        waitpid(feeder, NULL, 0);
    posix_spawn_file_actions_destroy(&actions);
    sum->user += used.ru_utime.tv_sec * 1000000 + used.ru_utime.tv_usec;
    sum->system += used.ru_stime.tv_sec * 1000000 + used.ru_stime.tv_usec;
    sum->rss = used.ru_maxrss > sum->rss ? used.ru_maxrss : sum->rss;
    bool broken_pipe = WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE && strncmp(plan->output, "pipe:", 5) == 0;
    if (status != 0 && !broken_pipe)
        sum->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv)
{
    struct plan plan = {.runs = 1, .output = "null"};
    for (int c; (c = getopt(argc, argv, "+n:i:po:")) != -1;) {
        switch (c) {
        case 'n': plan.runs = atol(optarg); break;
        case 'i': plan.input = optarg; break;
        case 'p': plan.input_by_pipe = 1; break;
        case 'o': plan.output = optarg; break;
        default: return 125;
        }
    }
    plan.command = argv + optind;
    if (!*plan.command || plan.runs < 1)
        return 125;
    struct sum sum = {0};
    for (long i = 0; i < plan.runs; i++)
        run_once(&plan, &sum);
    printf("%ld %ld %ld %ld %d\n", sum.user, sum.system, sum.wall, sum.rss, sum.status);
    return 0;
}
