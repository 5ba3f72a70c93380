/* source.c - the input, line by line where it has to be.

   Lines wait in the reader's buffer from the first one that is not written.  A search for the next match
   writes those that are before the next piece whatever it finds, so memory depends on a negative offset and
   on the longest line only. */

#include "csplit/csplit.h"

/* The lines before number FIRST are gone. */
static void pass_to(struct csplit_source *s, uint64_t first)
{
    s->first = first;
    if (s->current < first - 1)
        s->current = first - 1;
}

/* What is next in the input; empty at its end. */
static bool peek(struct csplit_source *s, size_t least, span *part)
{
    oserr err = reader_peek_least(&s->in, least, part);
    s->err = err ? err : span_len(*part) < least ? s->in.err : 0;
    return s->err == 0;
}

enum csplit_outcome csplit_write_until(struct cli *cli, struct csplit_source *s, struct csplit_files *f,
                                       uint64_t line)
{
    while (s->first < line) {
        span part = {};
        if (!peek(s, 1, &part))
            return CSPLIT_FAILED;
        if (span_empty(part) && !s->in_line)
            return CSPLIT_END;
        uint64_t left = line - s->first;
        part = span_first(part, span_after_nth(part, '\n', &left));
        left -= span_empty(part);               /* the last line is over without its end */
        if (!csplit_put(cli, f, part))
            return CSPLIT_FAILED;
        s->in_line = !span_empty(part) && span_last(part) != '\n';
        reader_consume(&s->in, span_len(part));
        pass_to(s, line - left);
    }
    return CSPLIT_DONE;
}

bool csplit_write_rest(struct cli *cli, struct csplit_source *s, struct csplit_files *f)
{
    span part = {};
    while (peek(s, 1, &part) && !span_empty(part)) {
        if (!csplit_put(cli, f, part))
            return false;
        reader_consume(&s->in, span_len(part));
    }
    return s->err == 0;
}

void csplit_drop_line(struct csplit_source *s)
{
    span part = {};
    bool whole = false, any = false;
    while (!whole && peek(s, 1, &part) && !span_empty(part)) {
        uint64_t left = 1;
        any = true;
        reader_consume(&s->in, span_after_nth(part, '\n', &left));
        whole = left == 0;
    }
    if (any)
        pass_to(s, s->first + 1);
}

bool csplit_has_line(struct csplit_source *s, uint64_t line)
{
    uint64_t before = line - s->first;
    size_t at = 0;
    span part = {};
    while (peek(s, at + 1, &part) && span_len(part) > at) {
        if (before == 0)
            return true;
        at += span_after_nth(span_drop(part, at), '\n', &before);
    }
    return false;
}

/* A place in what is buffered. */
struct place {
    size_t at;                  /* where a line begins */
    uint64_t line;              /* its number */
    size_t seen;                /* bytes in which the line does not end */
};

/* Whether P's expression matches in TEXT; false after a failure, too. */
static bool matches(struct csplit_source *s, struct csplit_pattern const *p, span text)
{
    oserr err = regexp_occurs(p->regexp, text);
    s->match_failed = err != 0 && err != ENOENT;
    s->err = s->match_failed ? err : 0;
    return err == 0;
}

/* Pass whole lines of PART that cannot match, as they do not hold P's literal text. */
static void pass_lines_without(struct csplit_pattern const *p, span part, struct place *at)
{
    span rest = span_drop(part, at->at);
    size_t hit = span_search(rest, p->literal);
    span before = span_first(rest, hit);
    size_t last = span_rfind(before, '\n');
    if (last == span_len(before))
        return;
    at->line += span_count(span_first(before, last + 1), '\n');
    at->at += last + 1;
    at->seen = at->at;
}

/* Look at the lines of PART from AT on, at the last one if ENDED, too; true when one matches, which is
   `current` then. */
static bool look(struct csplit_source *s, struct csplit_pattern const *p, span part, bool ended,
                 struct place *at)
{
    while (at->at < span_len(part)) {
        if (!span_empty(p->literal) && at->line > s->current)
            pass_lines_without(p, part, at);
        size_t end = at->seen + span_find(span_drop(part, at->seen), '\n');
        at->seen = end;
        if (end == span_len(part) && !ended)
            return false;
        if (at->line > s->current) {
            s->current = at->line;
            if (matches(s, p, span_sub(part, at->at, end - at->at)) || s->match_failed)
                return !s->match_failed;
        }
        at->at = size_min(end + 1, span_len(part));
        at->seen = at->at;
        at->line++;
    }
    return false;
}

enum csplit_outcome csplit_search(struct cli *cli, struct csplit_source *s, struct csplit_files *f,
                                  struct csplit_pattern const *p)
{
    uint64_t held = p->offset < 0 ? magnitude(p->offset) : 0;
    struct place at = {.line = s->first};
    for (;;) {
        span part = {};
        if (!peek(s, at.seen + 1, &part))
            return CSPLIT_FAILED;
        bool ended = span_len(part) == at.seen;
        if (ended && at.seen == at.at)
            return CSPLIT_END;
        if (look(s, p, part, ended, &at))
            return CSPLIT_DONE;
        if (s->match_failed)
            return CSPLIT_FAILED;
        if (at.line - s->first <= held)
            continue;
        if (csplit_write_until(cli, s, f, at.line - held) != CSPLIT_DONE)
            return CSPLIT_FAILED;
        span rest = {};
        reader_peek_least(&s->in, 0, &rest);
        at.at -= span_len(part) - span_len(rest);
        at.seen -= span_len(part) - span_len(rest);
    }
}
