/* engine.c - copying and moving operands: files, trees, links, what is kept and what is refused. */

#include "copy/copy.h"
#include "unit.h"

#include <fcntl.h>

/* Copy or move FROM to TO as OPT says; what was said, with "= " and the result behind it. */
static span copied(struct copy_options opt, char const *from, char const *to)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        int out = open("/proc/self/cwd/said", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0644);
        dup2(out, STDOUT_FILENO);
        dup2(out, STDERR_FILENO);
        struct diag d = {.program = Z("cp"), .name = Z("cp"), .failure = 1};
        static struct copier c;
        zstr name = zstr_of_c_(to);
        struct copy_operand op = {.from = zstr_of_c_(from), .to_dir = FDH_CWD, .to = name, .to_shown = name,
                                  .base_dir = FDH_CWD, .base = name};
        writer_open(&d.out, FDH_STDOUT);
        copy_begin(&c, opt);
        bool ok = copy_operand(&c, &d, &op);
        writer_finish(&d.out);
        _exit(ok == (d.status == 0) ? !ok : 99);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    FILE *said = fopen("said", "a");
    fprintf(said, "= %d", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    fclose(said);
    return unit_read("said");
}

static struct stat status(char const *name)
{
    struct stat st = {0};
    ck_assert_msg(lstat(name, &st) == 0, "%s", name);
    return st;
}

static void begin(char const *name)
{
    setenv("LC_ALL", "C", 1);
    unit_enter(name);
    unit_write("f", S("contents"));
    chmod("f", 0640);
}

static struct copy_options const plain = {0}, tree = {.recursive = true, .follow = COPY_FOLLOW_NONE};

START_TEST(a_file)
{
    begin("file");
    check_text(copied(plain, "f", "g"), "= 0");
    check_text(unit_read("g"), "contents");
    ck_assert_uint_eq(status("g").st_mode, S_IFREG | 0640);
    unit_write("f", S("shorter"));
    check_text(copied(plain, "f", "g"), "= 0");
    check_text(unit_read("g"), "shorter");
    check_text(copied(plain, "no", "h"), "cp: cannot stat 'no': No such file or directory\n= 1");
    check_text(copied(plain, "f", "no/h"),
        "cp: cannot create regular file 'no/h': No such file or directory\n= 1");
    ck_assert(!unit_exists("h"));
}
END_TEST

START_TEST(the_same_file)
{
    begin("same");
    ck_assert_int_eq(link("f", "hard") | symlink("f", "soft"), 0);
    check_text(copied(plain, "f", "f"), "cp: 'f' and 'f' are the same file\n= 1");
    check_text(copied(plain, "f", "hard"), "cp: 'f' and 'hard' are the same file\n= 1");
    check_text(copied(plain, "soft", "f"), "cp: 'soft' and 'f' are the same file\n= 1");
    check_text(unit_read("f"), "contents");
}
END_TEST

START_TEST(sizes_and_holes)
{
    static unsigned char bytes[900000];
    uint64_t seed = 21;
    begin("sizes");
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = i / 100000 % 2 ? 0 : (unsigned char)unit_random(&seed);
    size_t const sizes[] = {0, 1, 4095, 4096, 131072, sizeof bytes};
    for (int sparse = COPY_SPARSE_AUTO; sparse <= COPY_SPARSE_NEVER; sparse++)
        for (size_t i = 0; i < 6; i++) {
            struct copy_options opt = {.sparse = (enum copy_sparse)sparse};
            unit_write("from", view(bytes, sizes[i]));
            check_text(copied(opt, "from", "to"), "= 0");
            check_span(unit_read("to"), view(bytes, sizes[i]));
        }
}
END_TEST

START_TEST(directories)
{
    begin("directories");
    mkdir("d", 0750);
    mkdir("d/e", 0555);
    ck_assert_int_eq(symlink("../f", "d/link") | mkfifo("d/fifo", 0600), 0);
    unit_write("d/x", S("X"));
    check_text(copied(plain, "d", "t"), "cp: -r not specified; omitting directory 'd'\n= 1");
    ck_assert(!unit_exists("t"));
    check_text(copied(tree, "d", "t"), "= 0");
    check_text(unit_read("t/x"), "X");
    ck_assert(S_ISLNK(status("t/link").st_mode) && S_ISFIFO(status("t/fifo").st_mode));
    ck_assert_uint_eq(status("t/e").st_mode, S_IFDIR | 0555);
    ck_assert_uint_eq(status("t").st_mode, S_IFDIR | 0750);
    check_text(copied(tree, "d", "f"), "cp: cannot overwrite non-directory 'f' with directory 'd'\n= 1");
    check_text(copied(tree, "f", "d"), "cp: cannot overwrite directory 'd' with non-directory 'f'\n= 1");
}
END_TEST

START_TEST(into_itself)
{
    begin("itself");
    mkdir("d", 0755);
    unit_write("d/x", S("X"));
    span said = copied(tree, "d", "d/copy");
    ck_assert_msg(span_starts(said, S("cp: cannot copy a directory, 'd', into itself, 'd/copy'\n")), "%s",
        shown(said));
    ck_assert(span_ends(said, S("= 1")) && unit_exists("d/x") && !unit_exists("d/copy/copy"));
}
END_TEST

START_TEST(what_is_kept)
{
    begin("kept");
    struct timespec const then[2] = {{1000000000, 5}, {1100000000, 7}};
    ck_assert_int_eq(chmod("f", 0604) | utimensat(AT_FDCWD, "f", then, 0) | link("f", "f2"), 0);
    struct copy_options opt = tree;
    opt.keep_mode = opt.keep_times = opt.keep_links = opt.keep_owner = true;
    ck_assert_int_eq(mkdir("d", 0700) | rename("f", "d/f") | rename("f2", "d/f2"), 0);
    check_text(copied(opt, "d", "t"), "= 0");
    ck_assert_uint_eq(status("t/f").st_mode, S_IFREG | 0604);
    ck_assert(status("t/f").st_mtim.tv_sec == 1100000000 && status("t/f").st_mtim.tv_nsec == 7);
    ck_assert_uint_eq(status("t/f").st_ino, status("t/f2").st_ino);
    ck_assert_uint_eq(status("t").st_mode, S_IFDIR | 0700);
}
END_TEST

START_TEST(links_in_place_of_copies)
{
    begin("links");
    struct copy_options hard = {.hard_link = true}, soft = {.symbolic_link = true};
    check_text(copied(hard, "f", "h"), "= 0");
    ck_assert_uint_eq(status("h").st_ino, status("f").st_ino);
    check_text(copied(soft, "f", "s"), "= 0");
    ck_assert(S_ISLNK(status("s").st_mode));
    ck_assert_int_eq(symlink("nowhere", "dangling"), 0);
    check_text(copied(plain, "f", "dangling"), "cp: not writing through dangling symlink 'dangling'\n= 1");
    ck_assert(!unit_exists("nowhere"));
}
END_TEST

START_TEST(what_is_replaced)
{
    begin("replaced");
    unit_write("g", S("old"));
    struct copy_options opt = {.replace = COPY_REPLACE_SKIP};
    check_text(copied(opt, "f", "g"), "= 0");
    check_text(unit_read("g"), "old");
    opt.replace = COPY_REPLACE_FAIL;
    check_text(copied(opt, "f", "g"), "cp: not replacing 'g'\n= 1");
    check_text(unit_read("g"), "old");
    opt = (struct copy_options){.backup = {BACKUP_SIMPLE, Z("~")}, .verbose = true};
    check_text(copied(opt, "f", "g"), "'f' -> 'g' (backup: 'g~')\n= 0");
    check_text(unit_read("g~"), "old");
    check_text(unit_read("g"), "contents");
    opt = (struct copy_options){.update = true};
    unit_write("g", S("newer"));
    struct timespec const then[2] = {{1000, 0}, {1000, 0}};
    utimensat(AT_FDCWD, "f", then, 0);
    check_text(copied(opt, "f", "g"), "= 0");
    check_text(unit_read("g"), "newer");
}
END_TEST

START_TEST(moving)
{
    begin("moving");
    struct copy_options opt = tree;
    opt.move = true;
    ino_t inode = status("f").st_ino;
    check_text(copied(opt, "f", "g"), "= 0");
    ck_assert(!unit_exists("f") && status("g").st_ino == inode);
    mkdir("d", 0755);
    mkdir("e", 0755);
    unit_write("e/x", S(""));
    span said = copied(opt, "d", "e");
    ck_assert(span_ends(said, S("= 1")) && unit_exists("d"));
    check_text(copied(opt, "e", "d"), "= 0");
    ck_assert(unit_exists("d/x") && !unit_exists("e"));
}
END_TEST

START_TEST(attributes_of_a_directory)
{
    begin("attributes");
    static struct copier c;
    struct copy_options opt = {.keep_mode = true, .keep_times = true};
    struct diag d = {.program = Z("cp"), .name = Z("cp"), .failure = 1};
    struct copy_directory dir = {.from_shown = Z("a"), .to_shown = Z("b"), .made = true};
    struct timespec const then[2] = {{1000, 0}, {2000, 0}};
    writer_open(&d.out, FDH_STDOUT);
    copy_begin(&c, opt);
    mkdir("a", 0751);
    ck_assert_int_eq(utimensat(AT_FDCWD, "a", then, 0) | lstat("a", &dir.from), 0);
    mode_t before = umask(0777);
    ck_assert_int_eq(copy_make_directory_like(&c, &dir.from, FDH_CWD, Z("b")), 0);
    ck_assert_int_eq(umask(before), 0777);
    ck_assert_int_eq(status("b").st_mode & 07722, 0700);
    ck_assert_int_eq(fd_open(&dir.in, FDH_CWD, Z("a"), O_RDONLY, 0), 0);
    ck_assert_int_eq(fd_open(&dir.out, FDH_CWD, Z("b"), O_RDONLY, 0), 0);
    ck_assert(copy_directory_attributes(&c, &d, &dir));
    ck_assert_uint_eq(status("b").st_mode, S_IFDIR | 0751);
    ck_assert_int_eq(status("b").st_mtim.tv_sec, 2000);
    ck_assert_int_eq(d.status, 0);
}
END_TEST

START_TEST(settling)
{
    begin("settling");
    static struct copier c;
    struct copy_options opt = {
        .set_mode = true, .mode = 0600, .settle = true, .user = ATTR_KEEP_USER, .group = ATTR_KEEP_GROUP,
        .final_mode = 02751, .contents = true,
    };
    check_text(copied(opt, "f", "g"), "= 0");
    check_text(unit_read("g"), "contents");
    ck_assert_uint_eq(status("g").st_mode, S_IFREG | 02751);
    struct diag d = {.program = Z("cp"), .name = Z("cp"), .failure = 1};
    fdh out = FDH_NONE;
    ck_assert_int_eq(fd_open(&out, FDH_CWD, Z("g"), O_RDONLY, 0), 0);
    opt.final_mode = 0604;
    copy_begin(&c, opt);
    ck_assert(copy_settle(&c, &d, out));
    ck_assert_uint_eq(status("g").st_mode, S_IFREG | 0604);
    ck_assert_int_eq(d.status, 0);
}
END_TEST

START_TEST(how_much_is_to_come)
{
    static struct copier c;
    struct copy_options opt = {.progress = COPY_PROGRESS_ALWAYS, .replace = COPY_REPLACE_SKIP};
    struct diag d = {.program = Z("cp"), .name = Z("cp"), .failure = 1};
    zstr_vec names = {0};
    begin("progress");
    unit_write("g", S("ten bytes."));
    ck_assert_int_eq(symlink("f", "link"), 0);
    zstr_vec_push(&names, Z("f"));
    zstr_vec_push(&names, Z("g"));
    copy_begin(&c, opt);
    copy_show_progress(&c, zstr_vec_span(&names));
    ck_assert_uint_eq(c.progress.total, 18);
    struct copy_operand op = {.from = Z("f"), .to_dir = FDH_CWD, .to = Z("g"), .to_shown = Z("g"),
                              .base_dir = FDH_CWD, .base = Z("g")};
    ck_assert(copy_operand(&c, &d, &op));
    ck_assert_uint_eq(c.progress.done, 0);      /* it stayed, so its bytes will not come */
    ck_assert_uint_eq(c.progress.total, 10);
    op.to = op.to_shown = op.base = Z("new");
    ck_assert(copy_operand(&c, &d, &op));
    ck_assert_uint_eq(c.progress.done, 8);
    zstr_vec_push(&names, Z("link"));
    copy_show_progress(&c, zstr_vec_span(&names));
    ck_assert_uint_eq(c.progress.total, 26);
    c.opt.follow = COPY_FOLLOW_NONE;
    copy_show_progress(&c, zstr_vec_span(&names));
    ck_assert_uint_eq(c.progress.total, 0);
    c.opt.follow = COPY_FOLLOW_ALL;
    c.opt.hard_link = true;
    copy_show_progress(&c, zstr_vec_span(&names));
    ck_assert_uint_eq(c.progress.total, 0);
}
END_TEST

UNIT_MAIN("copy", a_file, the_same_file, sizes_and_holes, directories, into_itself, what_is_kept,
          links_in_place_of_copies, what_is_replaced, moving, attributes_of_a_directory,
          settling, how_much_is_to_come)
