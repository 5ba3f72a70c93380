"""The report of a comparison: Markdown to read, TSV to work with, and a few lines for the terminal."""

import os

from . import verdict
from .results import RESULTS, log_name


def cell(text):
    return text.replace("|", "\\|").replace("`", "'")


def shown(row, absent=""):
    """A result as the tables show it, with the attempts that it took when there was more than one."""
    if row is None:
        return absent
    return row.result + (" (attempt %d)" % row.attempts if row.attempts > 1 else "")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(c) for c in row) + " |" for row in rows]
    return lines + [""]


def side_counts(name, rows):
    return [name, len(rows)] + [sum(1 for r in rows if r.result == kind) for kind in RESULTS]


def absent_word(line):
    return "NOT YET" if line.verdict == verdict.NOT_YET else "not run"


def by_program(lines):
    counts = {}
    for line in lines:
        entry = counts.setdefault(" ".join(line.subjects), {v: 0 for v in verdict.ORDER})
        entry[line.verdict] += 1
    return [[program] + [entry[v] or "" for v in verdict.ORDER] for program, entry in sorted(counts.items())]


def markdown(lines, facts, flaky):
    out = ["# Compliance", "", "GNU coreutils' own tests, run on GNU's programs and on ours.", ""]
    out += ["- %s: %s" % item for item in facts.items()] + [""]
    out += table(
        ["verdict", "tests", "meaning"], [[v, n, verdict.MEANING[v]] for v, n in verdict.count(lines)]
    )
    out += table(
        ["", "run", *RESULTS],
        [
            side_counts("GNU", [x.reference for x in lines if x.reference]),
            side_counts("ours", [x.ours for x in lines if x.ours]),
        ],
    )
    failing = verdict.failing(lines)
    if failing:
        out += ["## To be mended", ""]
        out += table(
            ["test", "GNU", "ours", "verdict", "why"],
            [["`%s`" % x.test, shown(x.reference), shown(x.ours), x.verdict, cell(x.note)] for x in failing],
        )
    retried = [x for x in lines for r in (x.reference, x.ours) if r and r.attempts > 1]
    out += [
        "## Retries",
        "",
        "A failed test is run again, at most twice, only if flaky.tsv lists it (GNU itself was seen to "
        "fail it by chance)%s." % (", or as asked for on the command line" if facts.get("retries") else ""),
        "",
    ]
    out += [
        "- `%s`: GNU %s, ours %s; %s"
        % (x.test, shown(x.reference), shown(x.ours, absent_word(x)), flaky.get(x.test, "not listed"))
        for x in retried
    ] or ["None happened."]
    out += ["", "## By program", ""] + table(["program", *verdict.ORDER], by_program(lines))
    out += ["## Every test", ""]
    out += table(
        ["test", "program", "GNU", "ours", "verdict", "why"],
        [
            [
                "`%s`" % x.test,
                " ".join(x.subjects),
                shown(x.reference),
                shown(x.ours, absent_word(x)),
                x.verdict,
                cell(x.note),
            ]
            for x in lines
        ],
    )
    return "\n".join(out)


def tsv(lines):
    head = (
        "test",
        "program",
        "gnu",
        "ours",
        "verdict",
        "gnu_seconds",
        "our_seconds",
        "our_attempts",
        "conditions",
        "note",
    )
    out = ["\t".join(head)]
    for x in lines:
        ref, own = x.reference, x.ours
        out.append(
            "\t".join(
                (
                    x.test,
                    " ".join(x.subjects),
                    ref.result,
                    own.result if own else absent_word(x),
                    x.verdict,
                    "%.1f" % ref.seconds,
                    "%.1f" % own.seconds if own else "",
                    str(own.attempts) if own else "",
                    ref.conditions,
                    x.note,
                )
            )
        )
    return "\n".join(out) + "\n"


def terminal(lines, logs):
    """What a program's author wants to know first: what fails, why, and where its log is."""
    out = []
    for x in verdict.failing(lines):
        out.append(
            "%s: %s: GNU %s, ours %s: %s" % (x.verdict, x.test, shown(x.reference), shown(x.ours), x.note)
        )
        if x.ours and x.ours.result != "PASS":
            out.append("    " + os.path.join(logs, log_name(x.test)))
    return "\n".join(out)


def last_line(lines):
    """The counts, begun in the form that the front end of all test layers looks for."""
    counts = dict(verdict.count(lines))
    passed = sum(counts.get(v, 0) for v in verdict.PASSING)
    failed = sum(counts.get(v, 0) for v in verdict.FAILING)
    details = ", ".join("%d %s" % (n, v) for v, n in counts.items())
    return "%d passed, %d failed (%s)" % (passed, failed, details)
