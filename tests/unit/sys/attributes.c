/* attributes.c - owner, times, modes, extended attributes; data moved by the kernel. */

#include "sys/attributes.h"
#include "sys/filedata.h"
#include "sys/pathattrs.h"
#include "sys/selinux.h"
#include "sys/xattrs.h"
#include "sys/zerocopy.h"
#include "unit.h"

#include <sys/sysmacros.h>

static fdh opened(char const *name, int flags)
{
    fdh f = FDH_NONE;
    ck_assert_int_eq(fd_open(&f, FDH_CWD, zstr_of_c_(name), flags, 0644), 0);
    return f;
}

static struct stat status(char const *name)
{
    struct stat st = {0};
    ck_assert_int_eq(lstat(name, &st), 0);
    return st;
}

START_TEST(modes)
{
    fdh path = FDH_NONE;
    unit_write("mode", S(""));
    ck_assert_int_eq(symlink("mode", "mode link"), 0);
    fdh f = opened("mode", O_RDONLY);
    ck_assert_int_eq(attr_mode_fd(f, 0600), 0);
    ck_assert_uint_eq(status("mode").st_mode, S_IFREG | 0600);
    ck_assert_int_eq(attr_open(&path, FDH_CWD, Z("mode")), 0);
    ck_assert_int_eq(attr_mode_fd(path, 0640), 0);
    ck_assert_uint_eq(status("mode").st_mode, S_IFREG | 0640);
    ck_assert_int_eq(attr_mode_at(FDH_CWD, Z("mode"), 0604), 0);
    ck_assert_uint_eq(status("mode").st_mode, S_IFREG | 0604);
    ck_assert_int_ne(attr_mode_at(FDH_CWD, Z("mode link"), 0777), 0);
    ck_assert_uint_eq(status("mode").st_mode, S_IFREG | 0604);
    ck_assert_int_eq(attr_mode_at(FDH_CWD, Z("no"), 0777), ENOENT);
    ck_assert_int_eq(attr_mode_fd((fdh){501}, 0777), attr_mode_fd((fdh){501}, 0));
    ck_assert_uint_eq(attr_umask(), 022);
    ck_assert_uint_eq(attr_umask(), 022);
}
END_TEST

START_TEST(times)
{
    fdh path = FDH_NONE;
    struct timespec a = {1000, 5}, m = {2000, 7};
    unit_write("time", S(""));
    ck_assert_int_eq(symlink("time", "time link"), 0);
    ck_assert_int_eq(attr_times_fd(opened("time", O_RDONLY), a, m), 0);
    ck_assert(status("time").st_atim.tv_sec == 1000 && status("time").st_mtim.tv_sec == 2000);
    ck_assert_int_eq(attr_open(&path, FDH_CWD, Z("time")), 0);
    ck_assert_int_eq(attr_times_fd(path, m, a), 0);
    ck_assert(status("time").st_atim.tv_sec == 2000 && status("time").st_mtim.tv_nsec == 5);
    ck_assert_int_eq(attr_times_at(FDH_CWD, Z("time link"), a, a), 0);
    ck_assert(status("time link").st_mtim.tv_sec == 1000 && status("time").st_atim.tv_sec == 2000);
    ck_assert_int_eq(attr_times_at(FDH_CWD, Z("no"), a, a), ENOENT);
}
END_TEST

START_TEST(owners)
{
    unit_write("owner", S(""));
    ck_assert_int_eq(symlink("owner", "owner link"), 0);
    fdh f = opened("owner", O_RDONLY);
    ck_assert_int_eq(attr_owner_fd(f, ATTR_KEEP_USER, ATTR_KEEP_GROUP), 0);
    ck_assert_int_eq(attr_owner_at(FDH_CWD, Z("no"), ATTR_KEEP_USER, ATTR_KEEP_GROUP), ENOENT);
    ck_assert_int_eq(attr_may_give_away(), geteuid() == 0);
    ck_assert(attr_new_user() == status("owner").st_uid && attr_new_group() == getegid());
    if (!attr_may_give_away()) {
        ck_assert_int_eq(attr_owner_fd(f, 0, ATTR_KEEP_GROUP), EPERM);
        return;
    }
    ck_assert_int_eq(attr_owner_fd(f, 1234, ATTR_KEEP_GROUP), 0);
    ck_assert_int_eq(attr_owner_at(FDH_CWD, Z("owner link"), 77, 78), 0);
    ck_assert(status("owner").st_uid == 1234 && status("owner").st_gid == getegid());
    ck_assert(status("owner link").st_uid == 77 && status("owner link").st_gid == 78);
}
END_TEST

START_TEST(special_files)
{
    fdh place = FDH_NONE;
    ck_assert_int_eq(attr_make_node(FDH_CWD, Z("fifo"), S_IFIFO | 0640, 0), 0);
    ck_assert_uint_eq(status("fifo").st_mode, S_IFIFO | 0640);
    ck_assert_int_eq(attr_make_node(FDH_CWD, Z("fifo"), S_IFIFO | 0640, 0), EEXIST);
    if (geteuid() == 0 && attr_make_node(FDH_CWD, Z("null"), S_IFCHR | 0600, makedev(1, 3)) == 0)
        ck_assert_uint_eq(status("null").st_rdev, makedev(1, 3));
    ck_assert_int_eq(mkdir("place", 0300), 0);
    ck_assert_int_eq(symlink("place", "place link"), 0);
    ck_assert_int_eq(attr_open_place(&place, FDH_CWD, Z("place link")), 0);
    ck_assert_int_eq(attr_make_node(place, Z("x"), S_IFREG | 0600, 0), 0);
    ck_assert(unit_exists("place/x"));
    ck_assert_int_eq(attr_open_place(&place, FDH_CWD, Z("fifo")), ENOTDIR);
}
END_TEST

START_TEST(extended_attributes)
{
    buf text = {0};
    unit_write("attrs", S(""));
    ck_assert_int_eq(symlink("attrs", "attrs link"), 0);
    fdh f = opened("attrs", O_RDWR);
    oserr err = xattr_set(f, Z("user.unit"), S("a\0b"));
    ck_assert(err == 0 || err == EOPNOTSUPP || err == ENOSYS || err == EPERM);
    if (err)
        return;                 /* this file system has none */
    ck_assert_int_eq(xattr_get(f, Z("user.unit"), &text), 0);
    check_span(buf_span(&text), S("a\0b"));
    ck_assert_int_eq(pathattr_get(Z("attrs link"), true, Z("user.unit"), &text), 0);
    check_span(buf_span(&text), S("a\0b"));
    ck_assert_int_ne(pathattr_get(Z("attrs link"), false, Z("user.unit"), &text), 0);
    ck_assert_int_eq(xattr_list(f, &text), 0);
    ck_assert_uint_lt(span_search(buf_span(&text), S("user.unit\0")), buf_len(&text));
    ck_assert_int_eq(pathattr_list(Z("attrs"), false, &text), 0);
    ck_assert_uint_lt(span_search(buf_span(&text), S("user.unit\0")), buf_len(&text));
    static char large[3000];
    memset(large, 'x', sizeof large);
    if (xattr_set(f, Z("user.unit"), view(large, sizeof large)) == 0) {
        ck_assert_int_eq(xattr_get(f, Z("user.unit"), &text), 0);
        ck_assert_uint_eq(buf_len(&text), sizeof large);
        ck_assert_int_eq(pathattr_get(Z("attrs"), true, Z("user.unit"), &text), 0);
        ck_assert_uint_eq(buf_len(&text), sizeof large);
    }
    ck_assert_int_eq(xattr_set(f, Z("user.unit"), (span){0}), 0);
    ck_assert_int_eq(xattr_get(f, Z("user.unit"), &text), 0);
    ck_assert_uint_eq(buf_len(&text), 0);
    ck_assert_int_eq(xattr_remove(f, Z("user.unit")), 0);
    ck_assert_int_eq(xattr_get(f, Z("user.unit"), &text), ENODATA);
    ck_assert_int_eq(xattr_remove(f, Z("user.unit")), ENODATA);
}
END_TEST

START_TEST(attributes_of_nothing)
{
    buf text = {0};
    fdh none = {501};
    ck_assert_int_ne(xattr_list(none, &text), 0);
    ck_assert_int_ne(xattr_get(none, Z("user.x"), &text), 0);
    ck_assert_int_ne(xattr_set(none, Z("user.x"), S("")), 0);
    ck_assert_int_ne(xattr_remove(none, Z("user.x")), 0);
    ck_assert_int_ne(pathattr_list(Z("no"), true, &text), 0);
    ck_assert_int_ne(pathattr_get(Z("no"), true, Z("user.x"), &text), 0);
    ck_assert_uint_eq(buf_len(&text), 0);
}
END_TEST

START_TEST(security_contexts)
{
    buf context = {0};
    buf_append(&context, S("kept"));
    if (selinux_is_on())
        return;                 /* the policy decides what would happen then */
    ck_assert_int_ne(selinux_create_as(S("system_u:object_r:tmp_t:s0")), 0);
    ck_assert(selinux_wanted(Z("/tmp/x"), S_IFREG, &context) != 0 || buf_len(&context) > 4);
}
END_TEST

START_TEST(data_moved_by_the_kernel)
{
    size_t n = 7;
    unit_write("from", S("abcdef"));
    fdh in = opened("from", O_RDONLY), out = opened("to", O_RDWR | O_CREAT), none = {501};
    oserr err = filedata_copy(in, out, 4, &n);
    if (err == 0) {
        ck_assert_uint_eq(n, 4);
        ck_assert_int_eq(filedata_copy(in, out, SIZE_MAX, &n), 0);
        ck_assert_uint_eq(n, 2);
        ck_assert_int_eq(filedata_copy(in, out, 1, &n), 0);
        ck_assert_uint_eq(n, 0);
        check_text(unit_read("to"), "abcdef");
    }
    ck_assert_int_eq(filedata_copy(none, out, 1, &n), EBADF);
    ck_assert_uint_eq(n, 0);
    err = filedata_clone(in, out);
    ck_assert(err != 0 || span_eq(unit_read("to"), S("abcdef")));
    ck_assert_int_ne(filedata_clone(none, out), 0);
}
END_TEST

START_TEST(holes)
{
    int64_t at = 7;
    fdh f = opened("sparse", O_RDWR | O_CREAT);
    ck_assert_int_eq(fd_write_all(f, S("data")), 0);
    ck_assert_int_eq(fd_truncate(f, 1 << 20), 0);
    oserr err = filedata_next_data(f, 0, &at);
    if (err)
        return;                 /* this file system does not tell */
    ck_assert_int_eq(at, 0);
    ck_assert_int_eq(filedata_next_hole(f, 0, &at), 0);
    ck_assert(at >= 4 && at <= 1 << 20);
    at = 7;
    ck_assert_int_eq(filedata_next_data(f, 1 << 20, &at), ENXIO);
    ck_assert_int_eq(filedata_next_hole(f, 1 << 20, &at), ENXIO);
    ck_assert_int_eq(at, 7);
}
END_TEST

START_TEST(no_copies)
{
    fdh r = FDH_NONE, w = FDH_NONE, two = FDH_NONE, three = FDH_NONE;
    oserr err = 0;
    uint64_t left = 4;
    char got[20];
    size_t n = 0;
    unit_write("bytes", S("abcdefghij"));
    fdh in = opened("bytes", O_RDONLY), file = opened("copied", O_RDWR | O_CREAT);
    /* From file to file in the kernel, where it can; that all was moved is for a read to tell. */
    ck_assert(zerocopy_bytes(in, file, &left, &err) || left == 4);
    ck_assert(!zerocopy_all(in, file, &err));
    int64_t at = 0;
    ck_assert_int_eq(fd_seek(in, 0, SEEK_SET, &at), 0);
    left = 4;
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    ck_assert(zerocopy_bytes(in, w, &left, &err));
    ck_assert(err == 0 && left == 0);
    ck_assert(zerocopy_all(in, w, &err) && err == 0);
    fd_close(&w);
    ck_assert_int_eq(fd_pipe(&two, &three), 0);
    ck_assert(zerocopy_all(r, three, &err) && err == 0);
    ck_assert_int_eq(fd_read(two, room(got, 20), &n), 0);
    check_text(view(got, n), "abcdefghij");
    fdh empty = opened("none", O_RDWR | O_CREAT), append = opened("copied", O_WRONLY | O_APPEND);
    ck_assert(!zerocopy_all(empty, three, &err) && !zerocopy_all(two, append, &err));
    ck_assert(!zerocopy_all((fdh){501}, three, &err));
    ck_assert_int_eq(fd_write_all(three, S("abcde")), 0);
    fd_close(&three);
    ck_assert_uint_eq(zerocopy_discard(two), 5);
    ck_assert_uint_eq(zerocopy_discard(in), 0);
}
END_TEST

/* A device that takes no spliced bytes leaves all of them to be read. */
START_TEST(no_copies_to_devices)
{
    unit_write("bytes", S("abcdefghij"));
    fdh in = opened("bytes", O_RDONLY), nothing = opened("/dev/null", O_WRONLY);
    fdh full = opened("/dev/full", O_WRONLY);
    oserr err = 0;
    uint64_t left = 4;
    int64_t at = 0;
    ck_assert(zerocopy_bytes(in, nothing, &left, &err));
    ck_assert(err == 0 && left == 0);
    left = 100;
    ck_assert(!zerocopy_bytes(in, full, &left, &err));
    ck_assert(err == 0 && left == 100);
    ck_assert_int_eq(fd_seek(in, 0, SEEK_CUR, &at), 0);
    ck_assert_int_eq(at, 4);
    ck_assert(zerocopy_all(in, nothing, &err) && err == 0);
}
END_TEST

/* Read COUNT bytes, a few at a time, of what is written by repeating TEXT, lines of LINE bytes. */
static void check_repeated(span text, size_t line, size_t count)
{
    fdh r = FDH_NONE, w = FDH_NONE;
    static unsigned char got[9000];
    bool right = true;
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    pid_t child = fork();
    if (child == 0) {
        fd_close(&r);
        signal(SIGPIPE, SIG_IGN);
        _exit(zerocopy_repeat(text, line, w) != EPIPE);
    }
    fd_close(&w);
    for (size_t done = 0, n = 0; done < count; done += n) {
        ck_assert_int_eq(fd_read(r, room(got, 1 + done * 7919 % sizeof got), &n), 0);
        for (size_t i = 0; i < n; i++)
            right &= got[i] == span_at(text, (done + i) % span_len(text));
    }
    ck_assert(right);
    fd_close(&r);
    int status = 1;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
}

START_TEST(over_and_over)
{
    static unsigned char text[30000];
    ck_assert_int_eq(zerocopy_repeat(S("y\n"), 2, opened("/dev/null", O_WRONLY)), 0);
    ck_assert_int_eq(zerocopy_repeat((span){0}, 1, (fdh){501}), 0);
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (unsigned char)(i % 5000 % 251);
    check_repeated(S("abc"), 3, 3000000);
    check_repeated(S("abcabc"), 3, 3000000);
    check_repeated(view(text, 5000), 5000, 3000000);
    check_repeated(view(text, 30000), 5000, 3000000);
}
END_TEST

UNIT_MAIN("attributes", modes, times, owners, special_files, extended_attributes, attributes_of_nothing,
          security_contexts, data_moved_by_the_kernel, holes, no_copies,
          no_copies_to_devices, over_and_over)
