/* backup.c - see backup.h. */

#include "backup/backup.h"

#include "safe/buf.h"
#include "safe/checked.h"
#include "sys/dir.h"
#include "sys/env.h"
#include "sys/fsop.h"

enum { LONGEST_NAME = 255 };    /* of one component, on the file systems of today */

zstr backup_suffix(zstr given)
{
    zstr suffix = zstr_is_none(given) ? env_get(Z("SIMPLE_BACKUP_SUFFIX")) : given;
    bool usable = zstr_len(suffix) > 0 && !span_has(zstr_span(suffix), '/');
    return usable ? suffix : Z("~");
}

/* Where the last component of NAME begins; slashes at its end belong to that. */
static size_t last_component(span name)
{
    size_t end = span_len(name);
    while (end > 1 && span_at(name, end - 1) == '/')
        end--;
    size_t slash = span_rfind(span_first(name, end), '/');
    return slash < end ? slash + 1 : 0;
}

static span without_slashes(span name)
{
    while (span_len(name) > 1 && span_last(name) == '/')
        name = span_chop(name, 1);
    return name;
}

/* NAME with SUFFIX behind it; a component that gets too long is cut, and ends in "~". */
static zstr with_suffix(arena *a, zstr name, span suffix)
{
    span plain = without_slashes(zstr_span(name));
    size_t base = last_component(plain), room = LONGEST_NAME;
    buf text = {};
    buf_append(&text, plain);
    buf_append(&text, suffix);
    if (buf_len(&text) - base > room) {
        buf_truncate(&text, base + room - 1);
        buf_push(&text, '~');
    }
    zstr made = Z_NONE;
    zstr_from(a, buf_span(&text), &made);
    buf_recycle(&text);
    return made;
}

zstr backup_simple_name(arena *a, zstr name, zstr suffix)
{
    return with_suffix(a, name, zstr_span(suffix));
}

/* N when ENTRY is BASE.~N~, else 0.  Numbers with too many digits count as none: one more could not be told
   from them. */
static uint64_t number_of(span entry, span base)
{
    if (!span_starts(entry, base))
        return 0;
    span rest = span_drop(entry, span_len(base));
    if (!span_starts(rest, S(".~")) || !span_ends(rest, S("~")) || span_len(rest) < 4 || span_len(rest) > 20)
        return 0;
    span digits = span_chop(span_drop(rest, 2), 1);
    uint64_t n = 0;
    SPAN_FOREACH(c, digits) {
        if (c < '0' || c > '9' || (n == 0 && c == '0'))
            return 0;
        n = n * 10 + c - '0';
    }
    return n;
}

/* The highest number of a backup of NAME that there is, or 0. */
static oserr highest_number(arena *a, fdh at, zstr name, uint64_t *highest)
{
    span plain = without_slashes(zstr_span(name));
    size_t base = last_component(plain);
    zstr parent = Z(".");
    *highest = 0;
    if (base > 0)
        zstr_from(a, span_first(plain, base), &parent);
    dirh d = {};
    oserr err = dir_open(&d, at, parent, true);
    if (err)
        return err;
    arena_mark mark = arena_save(a);
    struct dir_entry entry = {};
    while ((err = dir_next(&d, a, &entry)) == 0 && !zstr_is_none(entry.name)) {
        uint64_t n = number_of(zstr_span(entry.name), span_drop(plain, base));
        *highest = n > *highest ? n : *highest;
        arena_release(a, mark);
    }
    dir_close(&d);
    return err;
}

/* Rename without replacing, also where the system cannot promise that. */
static oserr rename_to_new(fdh dir, zstr name, zstr new)
{
    oserr err = fs_rename(dir, name, dir, new, FS_NOREPLACE);
    if (err != EINVAL && err != ENOSYS && err != EOPNOTSUPP)
        return err;
    struct stat st = {};
    if (fs_lstat(dir, new, &st) == 0)
        return EEXIST;
    return fs_rename(dir, name, dir, new, FS_REPLACE);
}

static zstr numbered_name(arena *a, zstr name, uint64_t number)
{
    buf suffix = {};
    buf_append(&suffix, S(".~"));
    buf_append_umax(&suffix, number);
    buf_push(&suffix, '~');
    zstr made = with_suffix(a, name, buf_span(&suffix));
    buf_recycle(&suffix);
    return made;
}

/* The number of the next backup; 0: it is to be a simple one. */
static oserr next_number(arena *a, fdh dir, zstr name, struct backup how, uint64_t *number)
{
    *number = 0;
    if (how.type == BACKUP_SIMPLE)
        return 0;
    oserr err = highest_number(a, dir, name, number);
    if (*number > 0 || how.type == BACKUP_NUMBERED)
        *number += 1;
    return err;
}

oserr backup_name(arena *a, fdh dir, zstr name, struct backup how, zstr *made)
{
    uint64_t number = 0;
    oserr err = next_number(a, dir, name, how, &number);
    if (err == 0)
        *made = number == 0 ? backup_simple_name(a, name, how.suffix) : numbered_name(a, name, number);
    return err;
}

oserr backup_make(arena *a, fdh dir, zstr name, struct backup how, zstr *made)
{
    uint64_t number = 0;
    oserr err = next_number(a, dir, name, how, &number);
    if (err)
        return err;
    if (number == 0) {
        zstr simple = backup_simple_name(a, name, how.suffix);
        err = fs_rename(dir, name, dir, simple, FS_REPLACE);
        *made = err ? *made : simple;
        return err;
    }
    do {
        zstr numbered = numbered_name(a, name, number++);
        err = rename_to_new(dir, name, numbered);
        *made = err ? *made : numbered;
    } while (err == EEXIST);
    return err;
}
