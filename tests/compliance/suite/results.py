"""The results of tests, and the TSV files that they are kept in."""

import collections
import os

RESULTS = ("PASS", "SKIP", "FAIL", "ERROR", "TIMEOUT")

# conditions: what un-skipping the last run of the test was given, joined by commas.
Row = collections.namedtuple("Row", "result seconds attempts conditions reason")
HEAD = ("test",) + Row._fields


def read(path):
    """The rows of a TSV file by test; none if there is no such file."""
    rows = {}
    try:
        f = open(path, errors="replace")
    except FileNotFoundError:
        return rows
    with f:
        for line in f:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or cells[0] == "test":
                continue
            rows[cells[0]] = Row(cells[1], float(cells[2]), int(cells[3]), cells[4], cells[5])
    return rows


def write(path, rows):
    """Replaces the file in one step, so that a reader never sees half of one."""
    text = "\t".join(HEAD) + "\n"
    for test, row in rows.items():
        text += "%s\t%s\t%.1f\t%d\t%s\t%s\n" % ((test,) + row)
    fresh = "%s.%d" % (path, os.getpid())
    with open(fresh, "w") as f:
        f.write(text)
    os.replace(fresh, path)


def log_name(test):
    return test.replace("/", "-") + ".log"
