/* output.c - output files, one after the other. */

#include "split/split.h"

bool split_next_name(struct cli *cli, struct split_names *names, buf *text, arena *strings, zstr *name)
{
    if (!split_names_next(names, text)) {
        cli_error(cli, 0, "output file suffixes exhausted");
        return false;
    }
    zstr_from(strings, buf_span(text), name);
    return true;
}

bool split_output_next(struct cli *cli, struct split_output *o)
{
    oserr err = 0;
    if (!split_output_close(cli, o))
        return false;
    arena_release(&o->strings, (arena_mark){});
    if (!split_next_name(cli, &o->names, &o->text, &o->strings, &o->name))
        return false;
    bool ok = split_sink_open(cli, &o->target, &o->sink, o->name, &err);
    if (err)
        split_sink_complain(cli, &o->target, o->name, err);
    return ok;
}

bool split_output_put(struct cli *cli, struct split_output *o, span part)
{
    return split_sink_put(cli, &o->sink, o->name, part);
}

bool split_output_close(struct cli *cli, struct split_output *o)
{
    return split_sink_close(cli, &o->target, &o->sink, o->name);
}
