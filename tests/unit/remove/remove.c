/* remove.c - removing files and trees. */

#include "remove/remove.h"
#include "unit.h"

/* Remove NAME as OPT says, with standard input from the text ANSWERS; what was said on standard output and
   error, with "= " and the result and status behind it. */
static span removed(char const *name, struct remove_options opt, char const *answers)
{
    unit_write("answers", text(answers));
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        int out = open("said", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0644);
        dup2(out, STDOUT_FILENO);
        dup2(out, STDERR_FILENO);
        dup2(open("answers", O_RDONLY), STDIN_FILENO);
        struct diag d = {.program = Z("rm"), .name = Z("rm"), .failure = 1};
        writer_open(&d.out, FDH_STDOUT);
        remover r = {.opt = opt};
        bool ok = remove_name(&r, &d, FDH_CWD, zstr_of_c_(name));
        writer_finish(&d.out);
        _exit(ok | d.status << 1);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    FILE *said = fopen("said", "a");
    fprintf(said, "= %s %d", WEXITSTATUS(status) & 1 ? "ok" : "failed", WEXITSTATUS(status) >> 1);
    fclose(said);
    return unit_read("said");
}

static struct remove_options const plain = {0}, recursive = {.recursive = true, .keep_root = true};

static void begin(char const *name)
{
    setenv("LC_ALL", "C", 1);
    unit_enter(name);
    mkdir("d", 0755);
    mkdir("d/e", 0755);
    unit_write("d/e/f", S("x"));
    unit_write("g", S(""));
}

START_TEST(files)
{
    begin("files");
    check_text(removed("g", plain, ""), "= ok 0");
    ck_assert(!unit_exists("g"));
    check_text(removed("g", plain, ""), "rm: cannot remove 'g': No such file or directory\n= failed 1");
    struct remove_options force = {.ignore_missing = true};
    check_text(removed("g", force, ""), "= ok 0");
    check_text(removed("answers/x", force, ""), "= ok 0");
    check_text(removed("d", plain, ""), "rm: cannot remove 'd': Is a directory\n= failed 1");
    ck_assert(unit_exists("d/e/f"));
}
END_TEST

START_TEST(trees)
{
    begin("trees");
    struct remove_options opt = recursive;
    opt.verbose = true;
    ck_assert_int_eq(symlink("../g", "d/link"), 0);
    span said = removed("d", opt, "");
    ck_assert_uint_lt(span_search(said, S("removed 'd/e/f'\nremoved directory 'd/e'\n")), span_len(said));
    ck_assert_uint_lt(span_search(said, S("removed 'd/link'\n")), span_len(said));
    ck_assert(span_ends(said, S("removed directory 'd'\n= ok 0")));
    ck_assert(!unit_exists("d") && unit_exists("g"));
}
END_TEST

START_TEST(empty_directories)
{
    begin("empty");
    struct remove_options opt = {.empty_dirs = true};
    check_text(removed("d", opt, ""), "rm: cannot remove 'd': Directory not empty\n= failed 1");
    mkdir("h", 0755);
    check_text(removed("h", opt, ""), "= ok 0");
    ck_assert(!unit_exists("h"));
}
END_TEST

START_TEST(refusals)
{
    begin("refusals");
    check_text(removed(".", recursive, ""),
        "rm: refusing to remove '.' or '..' directory: skipping '.'\n= failed 1");
    check_text(removed("d/..", recursive, ""),
               "rm: refusing to remove '.' or '..' directory: skipping 'd/..'\n= failed 1");
    check_text(removed("/", recursive, ""), "rm: it is dangerous to operate recursively on '/'\n"
               "rm: use --no-preserve-root to override this failsafe\n= failed 1");
    ck_assert(unit_exists("d/e/f") && unit_exists("/"));
}
END_TEST

START_TEST(asking)
{
    begin("asking");
    struct remove_options opt = recursive;
    opt.ask = REMOVE_ASK_ALWAYS;
    check_text(removed("g", opt, "n\n"), "rm: remove regular empty file 'g'? = ok 0");
    ck_assert(unit_exists("g"));
    check_text(removed("g", opt, "y\n"), "rm: remove regular empty file 'g'? = ok 0");
    ck_assert(!unit_exists("g"));
    check_text(removed("d", opt, "n\n"), "rm: descend into directory 'd'? = ok 0");
    check_text(removed("d", opt, "y\ny\nn\nn\n"),
               "rm: descend into directory 'd'? rm: descend into directory 'd/e'? "
               "rm: remove regular file 'd/e/f'? rm: remove directory 'd/e'? "
               "rm: remove directory 'd'? = ok 0");
    ck_assert(unit_exists("d/e/f"));
    check_text(removed("d", opt, "y\ny\ny\ny\ny\n"),
               "rm: descend into directory 'd'? rm: descend into directory 'd/e'? "
               "rm: remove regular file 'd/e/f'? rm: remove directory 'd/e'? "
               "rm: remove directory 'd'? = ok 0");
    ck_assert(!unit_exists("d"));
}
END_TEST

START_TEST(the_end_of_answers_means_no)
{
    begin("answers");
    struct remove_options opt = recursive;
    opt.ask = REMOVE_ASK_ALWAYS;
    check_text(removed("g", opt, ""), "rm: remove regular empty file 'g'? = ok 0");
    ck_assert(unit_exists("g"));
}
END_TEST

START_TEST(several_operands_with_one_engine)
{
    begin("several");
    struct diag d = {.program = Z("rm"), .name = Z("rm"), .failure = 1};
    writer_open(&d.out, FDH_STDOUT);
    remover r = {.opt = recursive};
    ck_assert(remove_name(&r, &d, FDH_CWD, Z("g")));
    fdh dir = FDH_NONE;
    ck_assert_int_eq(fd_open(&dir, FDH_CWD, Z("d"), O_RDONLY | O_DIRECTORY, 0), 0);
    ck_assert(remove_name(&r, &d, dir, Z("e")));
    ck_assert(unit_exists("d") && !unit_exists("d/e") && !unit_exists("g"));
    ck_assert_int_eq(d.status, 0);
}
END_TEST

UNIT_MAIN("remove", files, trees, empty_directories, refusals, asking, the_end_of_answers_means_no,
          several_operands_with_one_engine)
