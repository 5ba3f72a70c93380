/* input.c - the texts, and the files that tell which words count. */

#include "ptx/ptx.h"

bool ptx_read_file(struct cli *cli, zstr name, buf *text)
{
    struct cli_input in = {};
    oserr err = cli_open_input(cli, zstr_len(name) > 0 ? name : Z("-"), &in);      /* as GNU takes it */
    if (err) {
        cli_error(cli, err, "%s", fmt_namec(name));
        return false;
    }
    span part = {};
    while ((err = reader_chunk(&in.reader, &part)) == 0 && !span_empty(part))
        buf_append(text, part);
    cli_close_input(cli, &in, err);
    return err == 0;
}

static bool read_text(struct cli *cli, struct ptx_run *r, zstr name)
{
    size_t start = buf_len(&r->text);
    if (!ptx_read_file(cli, name, &r->text))
        return false;
    struct ptx_file file = {zstr_eq(name, Z("-")) ? Z("") : name, start, buf_len(&r->text), 1};
    file_vec_push(&r->files, file);
    return true;
}

static bool read_list(struct cli *cli, zstr name, struct word_list *list)
{
    return zstr_is_none(name) || ptx_read_file(cli, name, &list->text);
}

static bool read_texts(struct cli *cli, struct ptx_run *r)
{
    zstr name = Z("-");
    if (cli_operand_count(cli) == 0)
        return read_text(cli, r, name);
    while (cli_next_operand(cli, &name))
        if (!read_text(cli, r, name))
            return false;
    return true;
}

/* Whether any character of what is handled may have several bytes. */
static bool needs_decoding(struct ptx_run const *r)
{
    byteset high = {};
    byteclass class = {};
    for (unsigned c = 0x80; c <= UCHAR_MAX; c++)
        byteset_add(&high, low_byte(c));
    byteclass_make(&class, &high);
    bool found = span_find_class(r->opt.flag, &class) < span_len(r->opt.flag);
    for (size_t i = 0; i < file_vec_len(&r->files) && !found; i++) {
        span name = zstr_span(file_vec_at(&r->files, i).name);
        found = span_find_class(name, &class) < span_len(name);
    }
    span text = buf_span(&r->text), ignore = buf_span(&r->ignore.text), only = buf_span(&r->only.text);
    return found || span_find_class(text, &class) < span_len(text)
           || span_find_class(ignore, &class) < span_len(ignore)
           || span_find_class(only, &class) < span_len(only);
}

bool ptx_read_inputs(struct cli *cli, struct ptx_run *r)
{
    buf breaks = {};
    if (!zstr_is_none(r->opt.break_file) && !ptx_read_file(cli, r->opt.break_file, &breaks))
        return false;
    ptx_prepare_chars(r, buf_span(&breaks));
    if (!read_list(cli, r->opt.ignore_file, &r->ignore) || !read_list(cli, r->opt.only_file, &r->only)
        || !read_texts(cli, r))
        return false;
    r->decode = r->decode && needs_decoding(r);
    return true;
}
