/* fsop.c - operations on names, in a directory that is not the working directory. */

#include "sys/fsop.h"
#include "unit.h"

static fdh dir;

/* A new directory NAME, open as `dir`. */
static void begin(char const *name)
{
    ck_assert_int_eq(mkdir(name, 0755), 0);
    ck_assert_int_eq(fd_open(&dir, FDH_CWD, zstr_of_c_(name), O_RDONLY | O_DIRECTORY, 0), 0);
}

static mode_t mode_of(zstr name)
{
    struct stat st = {0};
    ck_assert_int_eq(fs_lstat(dir, name, &st), 0);
    return st.st_mode;
}

START_TEST(status)
{
    struct stat st = {.st_size = 77}, other = {0};
    begin("status");
    unit_write("status/file", S("abc"));
    ck_assert_int_eq(fs_symlink(Z("file"), dir, Z("link")), 0);
    ck_assert_int_eq(fs_symlink(Z("nowhere"), dir, Z("dangling")), 0);
    ck_assert_int_eq(fs_stat(dir, Z("link"), &st), 0);
    ck_assert(S_ISREG(st.st_mode) && st.st_size == 3);
    ck_assert_int_eq(fs_lstat(dir, Z("link"), &other), 0);
    ck_assert(S_ISLNK(other.st_mode));
    ck_assert(!fs_same_file(&st, &other) && fs_same_file(&st, &st));
    ck_assert_int_eq(fs_stat(dir, Z("dangling"), &st), ENOENT);
    ck_assert_int_eq(fs_lstat(dir, Z(""), &st), ENOENT);
    ck_assert_int_eq(fs_stat(dir, Z("file/x"), &st), ENOTDIR);
    ck_assert_int_eq(fs_access(dir, Z("file"), FS_EXISTS), 0);
    ck_assert_int_eq(fs_access(dir, Z("file"), FS_READ | FS_WRITE), 0);
    ck_assert_int_eq(fs_access(dir, Z("file"), FS_EXECUTE), EACCES);
    ck_assert_int_eq(fs_access(dir, Z("no"), FS_EXISTS), ENOENT);
}
END_TEST

START_TEST(making_and_removing)
{
    begin("making");
    ck_assert_int_eq(fs_mkdir(dir, Z("sub"), 0751), 0);
    ck_assert_uint_eq(mode_of(Z("sub")), S_IFDIR | 0751);
    ck_assert_int_eq(fs_mkdir(dir, Z("sub"), 0700), EEXIST);
    unit_write("making/sub/file", S(""));
    ck_assert_int_eq(fs_rmdir(dir, Z("sub")), ENOTEMPTY);
    ck_assert_int_eq(fs_rmdir(dir, Z("sub/file")), ENOTDIR);
    ck_assert_int_eq(fs_unlink(dir, Z("sub")), EISDIR);
    ck_assert_int_eq(fs_unlink(dir, Z("sub/file")), 0);
    ck_assert_int_eq(fs_unlink(dir, Z("sub/file")), ENOENT);
    ck_assert_int_eq(fs_rmdir(dir, Z("sub")), 0);
    ck_assert(!unit_exists("making/sub"));
}
END_TEST

START_TEST(links)
{
    arena a = {0};
    zstr target = Z("kept");
    struct stat st = {0};
    begin("links");
    unit_write("links/file", S(""));
    ck_assert_int_eq(fs_symlink(Z("file"), dir, Z("soft")), 0);
    ck_assert_int_eq(fs_symlink(Z("file"), dir, Z("soft")), EEXIST);
    ck_assert_int_eq(fs_link(dir, Z("file"), dir, Z("hard"), false), 0);
    ck_assert_int_eq(fs_link(dir, Z("file"), dir, Z("hard"), false), EEXIST);
    ck_assert_int_eq(fs_link(dir, Z("soft"), dir, Z("a link"), false), 0);
    ck_assert_int_eq(fs_link(dir, Z("soft"), dir, Z("a file"), true), 0);
    ck_assert(S_ISLNK(mode_of(Z("a link"))) && S_ISREG(mode_of(Z("a file"))));
    ck_assert_int_eq(fs_stat(dir, Z("file"), &st), 0);
    ck_assert_uint_eq(st.st_nlink, 3);
    ck_assert_int_eq(fs_readlink(&a, dir, Z("soft"), &target), 0);
    ck_assert_str_eq(zstr_c(target), "file");
    target = Z("kept");
    ck_assert_int_eq(fs_readlink(&a, dir, Z("file"), &target), EINVAL);
    ck_assert_int_eq(fs_readlink(&a, dir, Z("no"), &target), ENOENT);
    ck_assert_str_eq(zstr_c(target), "kept");
}
END_TEST

START_TEST(long_targets)
{
    arena a = {0};
    zstr target = Z_NONE;
    char long_text[4096];
    size_t const lengths[] = {1, 255, 256, 257, 1000, 4095};
    begin("long");
    for (size_t i = 0; i < 6; i++) {
        memset(long_text, 'x', lengths[i]);
        long_text[lengths[i]] = 0;
        ck_assert_int_eq(fs_symlink(zstr_of_c_(long_text), dir, Z("link")), 0);
        ck_assert_int_eq(fs_readlink(&a, dir, Z("link"), &target), 0);
        ck_assert_str_eq(zstr_c(target), long_text);
        ck_assert_uint_eq(zstr_len(target), lengths[i]);
        ck_assert_int_eq(fs_unlink(dir, Z("link")), 0);
    }
}
END_TEST

START_TEST(renaming)
{
    begin("renaming");
    unit_write("renaming/a", S("A"));
    unit_write("renaming/b", S("B"));
    oserr err = fs_rename(dir, Z("a"), dir, Z("b"), FS_NOREPLACE);
    ck_assert(err == EEXIST || err == EINVAL || err == ENOSYS);
    if (err == EEXIST) {
        ck_assert_int_eq(fs_rename(dir, Z("a"), dir, Z("b"), FS_EXCHANGE), 0);
        check_text(unit_read("renaming/a"), "B");
        ck_assert_int_eq(fs_rename(dir, Z("a"), dir, Z("c"), FS_EXCHANGE), ENOENT);
        ck_assert_int_eq(fs_rename(dir, Z("a"), dir, Z("c"), FS_NOREPLACE), 0);
        ck_assert_int_eq(fs_rename(dir, Z("c"), dir, Z("a"), FS_REPLACE), 0);
    }
    ck_assert_int_eq(fs_rename(dir, Z("a"), dir, Z("b"), FS_REPLACE), 0);
    ck_assert(!unit_exists("renaming/a") && unit_exists("renaming/b"));
    ck_assert_int_eq(fs_rename(dir, Z("a"), dir, Z("b"), FS_REPLACE), ENOENT);
}
END_TEST

START_TEST(modes)
{
    begin("modes");
    unit_write("modes/file", S(""));
    ck_assert_int_eq(fs_chmod(dir, Z("file"), 0640), 0);
    ck_assert_uint_eq(mode_of(Z("file")), S_IFREG | 0640);
    fdh f = FDH_NONE;
    ck_assert_int_eq(fd_open(&f, dir, Z("file"), O_RDONLY, 0), 0);
    ck_assert_int_eq(fs_chmod_fd(f, 0604), 0);
    ck_assert_uint_eq(mode_of(Z("file")), S_IFREG | 0604);
    ck_assert_int_eq(fs_chmod(dir, Z("no"), 0640), ENOENT);
    ck_assert_int_eq(fs_chmod_fd((fdh){501}, 0640), EBADF);
    ck_assert_uint_eq(fs_umask(077), 022);
    ck_assert_uint_eq(fs_umask(022), 077);
}
END_TEST

START_TEST(the_working_directory)
{
    arena a = {0};
    zstr name = Z("kept");
    char want[4096];
    unit_enter("here");
    ck_assert_int_eq(fs_getcwd(&a, &name), 0);
    ck_assert_str_eq(zstr_c(name), getcwd(want, sizeof want));
    ck_assert_int_eq(fs_chdir(Z("no such directory")), ENOENT);
    ck_assert_int_eq(fs_chdir(Z("..")), 0);
    ck_assert_int_eq(access("here", F_OK) | fs_chdir(Z("here")), 0);
    ck_assert_int_eq(rmdir("../here"), 0);
    name = Z("kept");
    ck_assert_int_eq(fs_getcwd(&a, &name), ENOENT);
    ck_assert_str_eq(zstr_c(name), "kept");
}
END_TEST

START_TEST(outputs_that_may_be_inputs)
{
    fdh f = FDH_NONE;
    struct stat input = {0}, st = {0};
    bool is_input = true;
    ck_assert_int_eq(fs_open_output(&f, Z("made"), &input, &is_input), 0);
    ck_assert(!is_input && !fd_is_none(f));
    ck_assert_int_eq(fd_write_all(f, S("text")), 0);
    ck_assert_int_eq(fd_stat(f, &input), 0);
    fd_close(&f);
    ck_assert_int_eq(fs_open_output(&f, Z("made"), &input, &is_input), 0);
    ck_assert(is_input && fd_is_none(f));
    ck_assert_int_eq(fs_stat(FDH_CWD, Z("made"), &st), 0);
    ck_assert_int_eq(st.st_size, 4);
    input.st_ino++;
    ck_assert_int_eq(fs_open_output(&f, Z("made"), &input, &is_input), 0);
    ck_assert(!is_input && !fd_is_none(f));
    ck_assert_int_eq(fd_stat(f, &st), 0);
    ck_assert_int_eq(st.st_size, 0);
    fd_close(&f);
    ck_assert_int_eq(fs_open_output(&f, Z("."), &input, &is_input), EISDIR);
    ck_assert(!is_input);
}
END_TEST

START_TEST(lengths_of_names)
{
    uint64_t longest = 7;
    ck_assert_int_eq(fs_longest_name(Z("no such directory"), &longest), ENOENT);
    ck_assert_uint_eq(longest, 7);
    ck_assert_int_eq(fs_longest_name(Z("."), &longest), 0);
    ck_assert_int_eq((long)longest, pathconf(".", _PC_NAME_MAX));
}
END_TEST

UNIT_MAIN("names", status, making_and_removing, links, long_targets, renaming, modes, the_working_directory,
          outputs_that_may_be_inputs, lengths_of_names)
