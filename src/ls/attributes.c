/* attributes.c - access control lists, capabilities and security contexts. */

#include "ls/ls.h"

#include "sys/capability.h"
#include "sys/pathattrs.h"
#include "sys/selinux.h"

/* Errors that say "there is nothing of that kind". */
static bool means_none(oserr err)
{
    return err == EOPNOTSUPP || err == ENODATA || err == ENOSYS || err == EINVAL || err == ENOTSUP;
}

/* The mark that LIST, the names of a file's attributes, asks for. */
static unsigned char mark_of(span list)
{
    span name = {};
    unsigned char mark = ' ';
    while (span_cut(&list, '\0', &name)) {
        if (span_eq(name, S("system.posix_acl_access")) || span_eq(name, S("system.posix_acl_default"))
            || span_eq(name, S("system.nfs4_acl")))
            return '+';
        if (span_eq(name, S("security.selinux")))
            mark = '.';
    }
    return mark;
}

static void look_at_list(struct ls_run *run, zstr path, bool follow, struct ls_entry *e, uint64_t device)
{
    if (run->bare_known && run->bare_device == device)
        return;
    oserr err = pathattr_list(path, follow, &run->scratch);
    if (err == 0) {
        e->mark = mark_of(buf_span(&run->scratch));
    } else if (means_none(err)) {
        run->bare_known = true;
        run->bare_device = device;
    } else {
        e->mark = '?';
    }
    run->columns.marks |= e->mark != ' ';
}

static void look_at_context(struct ls_run *run, zstr path, bool follow, struct ls_entry *e)
{
    e->context = Z("?");
    if (pathattr_get(path, follow, Z("security.selinux"), &run->scratch) != 0)
        return;
    span text = buf_span(&run->scratch);
    zstr_from(&run->names, span_first(text, span_find(text, '\0')), &e->context);
}

void ls_look_at_attributes(struct ls_run *run, struct ls_entry *e, struct status const *st)
{
    bool capable = run->opt.colour && S_ISREG(st->mode) && colour_is_set(&run->colours, COLOUR_CAPABILITY)
                   && capability_known();
    bool is_long = run->opt.format == FORMAT_LONG;
    bool link = S_ISLNK(st->mode);
    if (run->opt.context)
        e->context = Z("?");
    if (!capable && !run->opt.context && (!is_long || (link && !selinux_is_on())))
        return;
    arena_mark before = arena_save(&run->names);
    zstr path = ls_full_name(run, &run->names, e->name);
    if (is_long)
        look_at_list(run, path, !link, e, st->device);
    if (capable && !(run->bare_known && run->bare_device == st->device))
        e->capable = pathattr_get(path, true, Z("security.capability"), &run->scratch) == 0;
    if (run->opt.context)
        look_at_context(run, path, !link, e);
    else
        arena_release(&run->names, before);
}
