/* selinux.c - see selinux.h. */

#include "sys/selinux.h"

#include <config.h>
#include <unistd.h>

#ifdef HAVE_SELINUX

# include <dlfcn.h>

enum { CTX_FILE = 0 };          /* SELABEL_CTX_FILE */

bool selinux_is_on(void)
{
    return access("/sys/fs/selinux/enforce", F_OK) == 0;
}

oserr selinux_create_as(span context)
{
    fdh f = FDH_NONE;
    oserr err = fd_open(&f, FDH_CWD, Z("/proc/thread-self/attr/fscreate"), O_WRONLY, 0);
    if (err)
        return err;
    size_t put = 0;
    err = fd_write(f, context, &put);
    oserr close_err = fd_close(&f);
    return err ? err : close_err;
}

/* What is used of libselinux. */
struct library {
    void *(*open)(unsigned, void const *, unsigned);
    int (*lookup)(void *, char **, char const *, int);
    void (*freecon)(char *);
    void *handle;
};

/* A C function from the library: object and function pointers have one size wherever dlsym is. */
static void *find(void *library, char const *name)
{
    return dlsym(library, name);
}

static struct library const *load(void)
{
    static struct library l;
    static bool tried;
    if (!tried) {
        tried = true;
        void *so = dlopen("libselinux.so.1", RTLD_LAZY | RTLD_LOCAL);
        if (!so)
            return NULL;
        l.open = (void *(*)(unsigned, void const *, unsigned))find(so, "selabel_open");
        l.lookup = (int (*)(void *, char **, char const *, int))find(so, "selabel_lookup");
        l.freecon = (void (*)(char *))find(so, "freecon");
        if (l.open && l.lookup && l.freecon)
            l.handle = l.open(CTX_FILE, NULL, 0);
    }
    return l.handle ? &l : NULL;
}

oserr selinux_wanted(zstr path, mode_t mode, buf *context)
{
    struct library const *l = load();
    char *text = NULL;
    if (!l)
        return ENOTSUP;
    if (l->lookup(l->handle, &text, zstr_c(path), (int)mode) != 0)
        return errno ? errno : ENOENT;
    buf_clear(context);
    buf_append(context, zstr_span(zstr_of_c_(text)));
    l->freecon(text);
    return 0;
}

#else

bool selinux_is_on(void)
{
    return false;
}

oserr selinux_create_as(span context)
{
    (void)context;
    return ENOTSUP;
}

oserr selinux_wanted(zstr path, mode_t mode, buf *context)
{
    (void)path, (void)mode, (void)context;
    return ENOTSUP;
}

#endif
