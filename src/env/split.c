/* split.c - the words in the argument of -S.

   Blanks separate words, outside quotes.

       in              no quotes       "..."           '...'
       \_              a blank         a space         itself
       \c              end of text     a mistake       itself
       \f \n \r \t \v  control characters              themselves
       \" \# \$        the character                   themselves
       \\ \'           the character                   the character
       ${NAME}         its value, in one word          itself
       #               a comment, where a word could begin, else itself  */

#include "env/env.h"

#include "safe/ascii.h"
#include "safe/bytes.h"
#include "sys/env.h"

struct splitter {
    span rest;                  /* what was not looked at yet */
    int quote;                  /* the quotation mark that is open, or 0 */
    bool in_word, done, debug;
    buf word;
    byteset special;            /* all that may be something else than a part of a word */
};

static bool is_letter(int c)
{
    return ascii_is_letter(c) || c == '_';
}

static void end_word(struct cli *cli, struct splitter *s, zstr_vec *words)
{
    zstr word = Z_NONE;
    if (s->in_word && zstr_from(&cli->strings, buf_span(&s->word), &word))
        zstr_vec_push(words, word);
    buf_clear(&s->word);
    s->in_word = false;
}

static void add_byte(struct splitter *s, int c)
{
    buf_push(&s->word, low_byte(magnitude(c)));
    s->in_word = true;
}

/* What the backslash before C stands for: a byte, or -1 when that is none. */
static int escaped(int c)
{
    switch (c) {
    case '"': case '#': case '$': case '\'': case '\\': return c;
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return -1;
    }
}

/* The rest begins with a backslash, not in single quotes. */
static bool take_escape(struct cli *cli, struct splitter *s, zstr_vec *words)
{
    span two = span_first(s->rest, span_len(s->rest) > 1 ? 2 : 1);
    int c = span_peek(s->rest, 1);
    s->rest = span_drop(s->rest, span_len(two));
    if (c < 0)
        return cli_bad(cli, 0, "invalid backslash at end of string in -S");
    if (c == 'c' && s->quote)
        return cli_bad(cli, 0, "'\\c' must not appear in double-quoted -S string");
    if (c == 'c')
        s->done = true;
    else if (c == '_' && s->quote)
        add_byte(s, ' ');
    else if (c == '_')
        end_word(cli, s, words);
    else if (escaped(c) < 0)
        return cli_bad(cli, 0, "invalid sequence '%s' in -S", fmt_s(two));
    else
        add_byte(s, escaped(c));
    return true;
}

/* In single quotes, a backslash before another one or before such a quote goes. */
static void take_quoted_backslash(struct splitter *s)
{
    int c = span_peek(s->rest, 1);
    bool goes = c == '\\' || c == '\'';
    add_byte(s, goes ? c : '\\');
    s->rest = span_drop(s->rest, goes ? 2 : 1);
}

/* The rest begins with a dollar sign. */
static bool take_variable(struct cli *cli, struct splitter *s)
{
    size_t n = 2;
    while (is_letter(span_peek(s->rest, n)) || (n > 2 && ascii_is_digit(span_peek(s->rest, n))))
        n++;
    if (span_peek(s->rest, 1) != '{' || n == 2 || span_peek(s->rest, n) != '}')
        return cli_bad(cli, 0, "only ${VARNAME} expansion is supported, error at: %s", fmt_s(s->rest));
    zstr name = Z_NONE;
    zstr_from(&cli->strings, span_drop(span_first(s->rest, n), 2), &name);
    s->rest = span_drop(s->rest, n + 1);
    zstr value = env_get(name);
    if (zstr_is_none(value)) {
        if (s->debug)
            env_say(cli, Z("replacing ${%s} with null string\n"), FMT_ARGS(fmt_z(name)));
        return true;
    }
    if (s->debug)
        env_say(cli, Z("expanding ${%s} into %s\n"), FMT_ARGS(fmt_z(name), fmt_q(zstr_span(value))));
    buf_append(&s->word, zstr_span(value));
    s->in_word = true;
    return true;
}

/* Take what the rest begins with, which is special; false after a message. */
static bool take_special(struct cli *cli, struct splitter *s, zstr_vec *words)
{
    int c = span_at(s->rest, 0);
    if (c == '\\' && s->quote != '\'')
        return take_escape(cli, s, words);
    if (c == '$' && s->quote != '\'')
        return take_variable(cli, s);
    if (c == '\\') {
        take_quoted_backslash(s);
        return true;
    }
    s->rest = span_drop(s->rest, 1);
    if ((c == '"' || c == '\'') && (s->quote == 0 || s->quote == c)) {
        s->quote = s->quote ? 0 : c;
        s->in_word = true;
    } else if (s->quote == 0 && ascii_is_space(c)) {
        end_word(cli, s, words);
    } else if (c == '#' && !s->in_word) {
        s->done = true;
    } else {
        add_byte(s, c);
    }
    return true;
}

bool env_split(struct cli *cli, zstr text, bool debug, zstr_vec *words)
{
    struct splitter s = {.rest = zstr_span(text), .debug = debug};
    span special = S("\"#$'\\ \t\n\v\f\r");
    SPAN_FOREACH(c, special)
        byteset_add(&s.special, c);
    while (!s.done && !span_empty(s.rest)) {
        span plain = span_take(&s.rest, span_find_in(s.rest, &s.special));
        buf_append(&s.word, plain);
        s.in_word |= !span_empty(plain);
        if (!span_empty(s.rest) && !take_special(cli, &s, words))
            return false;
    }
    if (s.quote)
        return cli_bad(cli, 0, "no terminating quote in -S string");
    end_word(cli, &s, words);
    buf_recycle(&s.word);
    return true;
}
