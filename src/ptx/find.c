/* find.c - contexts, and the keywords in them. */

#include "ptx/ptx.h"

/* Where lines begin, as far as they were looked at. */
struct line_state {
    size_t seen;                /* up to here */
    struct place place;         /* the line there */
};

static size_t skip_in(byteset const *set, span text, size_t at)
{
    return at + span_find_not_in(span_drop(text, at), set);
}
static size_t skip_not_in(byteset const *set, span text, size_t at)
{
    return at + span_find_in(span_drop(text, at), set);
}

static void fail(struct cli *cli, struct ptx_run *r, oserr err)
{
    cli_error(cli, err, "error in regular expression matcher");
    r->failed = true;
}

/* ---- ends of contexts ---- */

/* Length of the sentence at the start of TEXT with what ends it: a full stop or the like, maybe brackets and
   quotes, and then a line end, a tab, two spaces or the end of TEXT. */
static size_t sentence_length(struct ptx_run const *r, span text)
{
    for (size_t at = 0, len = span_len(text);;) {
        at += span_find_class(span_drop(text, at), &r->stop);
        if (at == len)
            return len;
        size_t end = skip_in(&r->close, text, at + 1);
        int next = span_peek(text, end);
        if (next == -1 || next == '\n' || next == '\t' || (next == ' ' && span_peek(text, end + 1) == ' '))
            return skip_in(&r->blank, text, end);
        at++;
    }
}

/* Length of the context at the start of TEXT, which is all that follows in a file. */
static size_t context_length(struct cli *cli, struct ptx_run *r, span text)
{
    if (r->opt.ending == END_FILE)
        return span_len(text);
    if (r->opt.ending == END_LINE)
        return size_min(span_find(text, '\n') + 1, span_len(text));
    if (r->opt.ending == END_SENTENCE)
        return sentence_length(r, text);
    struct regexp_found found = {};
    oserr err = regexp_find(r->opt.sentence, text, 0, &found);
    if (err == ENOENT)
        return span_len(text);
    if (err == 0 && found.end > 0)
        return found.end;
    if (err)
        fail(cli, r, err);
    else
        cli_error(cli, 0, "error: regular expression has a match of length zero: %s",
                  fmt_q(r->opt.sentence_text));
    r->failed = true;
    return span_len(text);
}

/* ---- keywords ---- */

/* The next word of CONTEXT at or after *AT; false when there is none. */
static bool next_word(struct cli *cli, struct ptx_run *r, struct range context, size_t *at,
                      struct range *word)
{
    span rest = ptx_text(r, (struct range){*at, context.end});
    if (regexp_is_none(r->opt.word)) {
        size_t start = ptx_find_word(r, rest);
        if (start == span_len(rest))
            return false;
        word->start = *at + start;
        word->end = word->start + ptx_word_length(r, span_drop(rest, start));
        *at = word->end;
        return true;
    }
    struct regexp_found found = {};
    while (!span_empty(rest)) {
        oserr err = regexp_find(r->opt.word, rest, 0, &found);
        if (err) {
            if (err != ENOENT)
                fail(cli, r, err);
            return false;
        }
        word->start = *at + found.start;
        word->end = *at + found.end;
        *at = found.end > found.start ? word->end : word->start + 1;
        if (found.end > found.start)
            return true;
        rest = ptx_text(r, (struct range){*at, context.end});
    }
    return false;
}

/* Go on to the line that AT is in, in FILE. */
static void find_line(struct ptx_run const *r, struct line_state *l, struct ptx_file file, size_t at)
{
    span text = span_first(buf_span(&r->text), file.end);
    while (l->seen < at) {
        size_t end = l->seen + span_find(span_sub(text, l->seen, at - l->seen), '\n');
        if (end == at) {
            l->seen = at;
            return;
        }
        l->place.number++;
        l->seen = end + 1;
        l->place.reference.start = l->seen;
        if (r->opt.input_reference)
            l->place.reference.end = l->seen = skip_not_in(&r->space, text, l->seen);
    }
}

/* Whether WORD is to be a keyword; its sort key is put into KEYS. */
static bool is_wanted(struct ptx_run const *r, span word, buf *keys)
{
    if (!r->opt.fold)
        return (!r->ignore.given || !ptx_list_has(&r->ignore, word))
               && (!r->only.given || ptx_list_has(&r->only, word));
    size_t start = buf_len(keys);
    ptx_fold(r, word, keys);
    span folded = span_drop(buf_span(keys), start);
    bool wanted = (!r->ignore.given || !ptx_list_has(&r->ignore, folded))
                  && (!r->only.given || ptx_list_has(&r->only, folded));
    if (!wanted)
        buf_truncate(keys, start);
    return wanted;
}

/* Where the context from LEFT on begins for a keyword: behind a reference, where one is at its start. */
static size_t skip_reference(struct ptx_run const *r, struct range context, size_t left,
                             struct line_state const *l)
{
    if (!r->opt.input_reference || l->place.reference.start != left)
        return left;
    span text = span_first(buf_span(&r->text), context.end);
    return skip_in(&r->space, text, skip_not_in(&r->space, text, left));
}

static void find_in_context(struct cli *cli, struct ptx_run *r, size_t number, struct line_state *l)
{
    struct context context = context_vec_at(&r->contexts, number);
    struct ptx_file file = file_vec_at(&r->files, context.file);
    struct range word = {};
    size_t at = context.range.start, left = at;
    buf keys = {};
    buf_swap(&keys, &r->sort_keys);
    while (next_word(cli, r, context.range, &at, &word)) {
        r->longest_word = size_max(r->longest_word, ptx_columns(r, ptx_text(r, word)));
        if (r->opt.input_reference) {
            find_line(r, l, file, word.start);
            if (l->seen > word.start)
                continue;       /* it is part of a reference */
        }
        size_t start = buf_len(&keys);
        if (!is_wanted(r, ptx_text(r, word), &keys))
            continue;
        if (r->opt.auto_reference)
            find_line(r, l, file, word.start);
        left = skip_reference(r, context.range, left, l);
        struct occurrence o = {
            .key = word, .context = number, .left = left,
            .sort_key = r->opt.fold ? (struct range){start, buf_len(&keys)} : word,
        };
        occurrence_vec_push(&r->occurrences, o);
        if (r->opt.auto_reference || r->opt.input_reference)
            place_vec_push(&r->places, l->place);
    }
    buf_swap(&keys, &r->sort_keys);
}

static void find_in_file(struct cli *cli, struct ptx_run *r, size_t number)
{
    struct ptx_file file = file_vec_at(&r->files, number);
    span text = span_first(buf_span(&r->text), file.end);
    struct line_state l = {.seen = file.start, .place = {1, {file.start, file.start}}};
    if (r->opt.input_reference) {
        l.place.reference.end = skip_not_in(&r->space, text, file.start);
        /* As in GNU's, a first line that is a reference only goes on in the next one. */
        l.seen = skip_in(&r->space, text, l.place.reference.end);
    }
    for (size_t at = file.start; at < file.end && !r->failed;) {
        size_t next = at + context_length(cli, r, span_drop(text, at)), end = next;
        /* White space at the end is no part of the context. */
        while (end > at && byteset_has(&r->space, span_at(text, end - 1)))
            end--;
        context_vec_push(&r->contexts, (struct context){{at, end}, number});
        if (!r->failed)
            find_in_context(cli, r, context_vec_len(&r->contexts) - 1, &l);
        at = next;
    }
    AT(file_vec, &r->files, number).last_line = l.place.number;
}

/* The sets of characters that sentence_length needs. */
static void prepare_sentences(struct ptx_run *r)
{
    byteset stop = {};
    SPAN_FOREACH(c, S(".?!"))
        byteset_add(&stop, c);
    SPAN_FOREACH(c, S("]\"')}"))
        byteset_add(&r->close, c);
    SPAN_FOREACH(c, S(" \t\n"))
        byteset_add(&r->blank, c);
    byteclass_make(&r->stop, &stop);
}

static uint64_t digits(uint64_t n)
{
    uint64_t count = 1;
    for (; n >= 10; n /= 10)
        count++;
    return count;
}

void ptx_find_all(struct cli *cli, struct ptx_run *r)
{
    prepare_sentences(r);
    size_t files = file_vec_len(&r->files);
    for (size_t i = 0; i < files && !r->failed; i++) {
        find_in_file(cli, r, i);
        struct ptx_file file = file_vec_at(&r->files, i);
        /* Like GNU's, leave room for the number of one more line. */
        uint64_t width = ptx_columns(r, zstr_span(file.name)) + 1 + digits(file.last_line + 1);
        if (r->opt.auto_reference && width > r->reference_width)
            r->reference_width = width;
    }
    size_t n = r->opt.input_reference && !r->opt.auto_reference ? place_vec_len(&r->places) : 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t width = ptx_columns(r, ptx_text(r, AT(place_vec, &r->places, i).reference));
        if (width > r->reference_width)
            r->reference_width = width;
    }
}
