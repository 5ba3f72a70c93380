/* signals.c - how the command is to find its signals. */

#include "env/env.h"

#include "signals/signals.h"
#include "sys/signals.h"

/* What is asked for the signal NUMBER; the last option counts. */
static void ask(env_signals *all, size_t number, struct env_signal wish)
{
    struct env_signal now = env_signals_at(all, number);
    if (wish.action != ENV_ACTION_KEEP) {
        now.action = wish.action;
        now.lenient = wish.lenient;
    }
    if (wish.mask != ENV_MASK_KEEP)
        now.mask = wish.mask;
    env_signals_set(all, number, now);
}

bool env_ask_signals(struct cli *cli, env_signals *all, zstr list, struct env_signal wish)
{
    span rest = zstr_span(list), name = {};
    size_t last = magnitude(signals_last());
    if (env_signals_len(all) == 0)
        env_signals_extend(all, last + 1);
    wish.lenient = zstr_is_none(list);
    for (size_t i = 1; wish.lenient && i <= last; i++)
        ask(all, i, wish);
    while (!span_empty(rest)) {
        int number = 0;
        name = span_first(rest, span_find(rest, ','));
        rest = span_drop(rest, size_min(span_len(name) + 1, span_len(rest)));
        if (span_empty(name))
            continue;
        bool unused = false;
        if (!signals_parse(name, &number) || number <= 0)
            return cli_usage(cli, "%s: invalid signal", fmt_q(name));
        oserr err = wish.mask == ENV_MASK_BLOCK ? signal_blocked(number, &unused) : 0;
        if (err)
            return cli_bad(cli, err, "failed to block signal %d", fmt_i(number));
        ask(all, magnitude(number), wish);
    }
    return true;
}

/* The name of a signal; SIG and its number when it has none. */
static span signal_name(buf *name, int number)
{
    buf_clear(name);
    if (!signals_append_name(name, number)) {
        buf_append(name, S("SIG"));
        buf_append_imax(name, number);
    }
    return buf_span(name);
}

/* Make the action of one signal as ASKED. */
static bool set_action(struct cli *cli, int number, struct env_signal asked, bool debug)
{
    bool ignored = false, ignore = asked.action == ENV_ACTION_IGNORE;
    oserr err = signal_ignored(number, &ignored);
    if (err && !asked.lenient)
        return cli_bad(cli, err, "failed to get signal action for signal %d", fmt_i(number));
    if (!err)
        err = signal_ignore(number, ignore);
    if (err && !asked.lenient)
        return cli_bad(cli, err, "failed to set signal action for signal %d", fmt_i(number));
    if (debug) {
        buf name = {};
        env_say(cli, Z("Reset signal %s (%d) to %s%s\n"),
                FMT_ARGS(fmt_s(signal_name(&name, number)), fmt_i(number),
                         fmt_s(ignore ? S("IGNORE") : S("DEFAULT")),
                         fmt_s(err ? S(" (failure ignored)") : S(""))));
        buf_recycle(&name);
    }
    return true;
}

/* Block one signal or no longer do so, as ASKED; those that nobody may block stay as they are. */
static void set_mask(struct cli *cli, int number, struct env_signal asked, bool debug)
{
    bool block = asked.mask == ENV_MASK_BLOCK;
    if (signal_block(number, block) == 0 && debug) {
        buf name = {};
        env_say(cli, Z("signal %s (%d) mask set to %s\n"),
                FMT_ARGS(fmt_s(signal_name(&name, number)), fmt_i(number),
                         fmt_s(block ? S("BLOCK") : S("UNBLOCK"))));
        buf_recycle(&name);
    }
}

bool env_set_signals(struct cli *cli, env_signals const *all, bool debug)
{
    int last = signals_last();
    if (env_signals_len(all) == 0)
        return true;
    for (int i = 1; i <= last; i++) {
        struct env_signal asked = env_signals_at(all, magnitude(i));
        if (asked.action != ENV_ACTION_KEEP && !set_action(cli, i, asked, debug))
            return false;
    }
    for (int i = 1; i <= last; i++) {
        struct env_signal asked = env_signals_at(all, magnitude(i));
        if (asked.mask != ENV_MASK_KEEP)
            set_mask(cli, i, asked, debug);
    }
    return true;
}

void env_list_signals(struct cli *cli)
{
    buf line = {}, name = {};
    int last = signals_last();
    for (int i = 1; i <= last; i++) {
        bool blocked = false, ignored = false;
        if (signal_ignored(i, &ignored) || signal_blocked(i, &blocked) || !(blocked || ignored))
            continue;
        buf_clear(&line);
        buf_append(&line, signal_name(&name, i));
        while (buf_len(&line) < 10)
            buf_push(&line, ' ');
        env_say(cli, Z("%s (%s%d): %s%s%s\n"),
                FMT_ARGS(fmt_s(buf_span(&line)), fmt_s(i < 10 ? S(" ") : S("")), fmt_i(i),
                         fmt_s(blocked ? S("BLOCK") : S("")), fmt_s(blocked && ignored ? S(",") : S("")),
                         fmt_s(ignored ? S("IGNORE") : S(""))));
    }
    buf_recycle(&line);
    buf_recycle(&name);
}
