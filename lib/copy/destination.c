/* destination.c - see destination.h. */

#include "copy/destination.h"

#include "path/path.h"

bool copy_place_directory(struct cli *cli, struct copy_place *place, zstr directory)
{
    if (!zstr_is_none(place->directory))
        return cli_bad(cli, 0, "multiple target directories specified");
    place->directory = directory;
    return true;
}

bool copy_count_sources(struct cli *cli, struct copy_place place, size_t *sources)
{
    size_t n = cli_operand_count(cli);
    bool named = !zstr_is_none(place.directory);
    if (n == 0)
        return cli_usage(cli, "missing file operand");
    if (n == 1 && !named)
        return cli_usage(cli, "missing destination file operand after %s", fmt_name(cli_operand(cli, 0)));
    if (place.exact && named)
        return cli_bad(cli, 0, "cannot combine --target-directory (-t) and --no-target-directory (-T)");
    if (place.exact && n > 2)
        return cli_extra_file(cli, cli_operand(cli, 2));
    *sources = named ? n : n - 1;
    return true;
}

bool copy_open_destination(struct cli *cli, struct copy_place place, size_t sources,
                           struct copy_destination *to)
{
    bool named = !zstr_is_none(place.directory);
    to->name = named ? place.directory : cli_operand(cli, sources);
    if (place.exact)
        return true;
    oserr err = attr_open_place(&to->dir, FDH_CWD, to->name);
    if (err && named)
        return cli_bad(cli, err, "target directory %s", fmt_name(to->name));
    if (err && sources > 1)
        return cli_bad(cli, err, "target %s", fmt_name(to->name));
    return true;
}

zstr copy_strip_slashes(arena *a, zstr name)
{
    span s = zstr_span(name);
    while (span_len(s) > 1 && span_last(s) == '/')
        s = span_chop(s, 1);
    zstr stripped = name;
    if (span_len(s) < zstr_len(name))
        zstr_from(a, s, &stripped);
    return stripped;
}

/* The last component of NAME; with CONTENTS_OF_UP "." for "..". */
static zstr last_component(arena *a, zstr name, bool contents_of_up)
{
    zstr plain = copy_strip_slashes(a, name);
    size_t slash = span_rfind(zstr_span(plain), '/');
    zstr last = slash < zstr_len(plain) ? zstr_drop(plain, slash + 1) : plain;
    if (zstr_len(last) == 0 || (contents_of_up && span_eq(zstr_span(last), S(".."))))
        return Z(".");
    return last;
}

struct copy_operand copy_route(arena *a, zstr from, struct copy_destination const *to)
{
    if (fd_is_none(to->dir))
        return (struct copy_operand){
            .from = from, .to_dir = FDH_CWD, .to = to->name, .to_shown = to->name, .base_dir = FDH_CWD,
            .base = to->name,
        };
    zstr last = last_component(a, from, to->contents_of_up);
    return (struct copy_operand){
        .from = from, .to_dir = to->dir, .to = last, .to_shown = path_below(a, to->name, last),
        .base_dir = to->dir, .base = last,
    };
}
