"""The tables beside the runner: which programs a test is about, known flaky tests, deliberate differences."""

import re


class TableError(Exception):
    """A table says something that cannot be."""


def rows(path, width):
    """The rows of a TSV file with WIDTH columns, without comments and empty lines."""
    result = []
    with open(path) as f:
        for number, line in enumerate(f, 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = [c.strip() for c in line.rstrip("\n").split("\t")]
            if len(cells) != width or not all(cells):
                raise TableError("%s:%d: wants %d columns" % (path, number, width))
            result.append(cells)
    return result


class Subjects:
    """
    The programs that a test is about: those of the first matching row, else the name of its directory.
    Judging a test needs all of them among the programs under test; `*' stands for whichever there are, `**'
    for these in a test that must be told of all programs.
    """

    def __init__(self, path):
        self.table = [(re.compile(pattern + r"\Z"), programs.split()) for pattern, programs in rows(path, 2)]

    def of(self, test):
        for pattern, programs in self.table:
            if pattern.match(test):
                return programs
        return [test.split("/")[1]]

    def missing(self, test, have):
        return [p for p in self.of(test) if p.strip("*") and p not in have]

    def skip_unless_all(self, tests):
        return {t for t in tests if "**" in self.of(t)}

    def unknown(self, tests, programs):
        """Subjects that are no program at all, each a hole in the table."""
        known = set(programs) | {"*", "**", "install", "coreutils"}
        return sorted({"%s: %s" % (t, p) for t in tests for p in self.of(t) if p not in known})


def flaky(path):
    """test: why, for the tests that the reference itself was seen to fail and pass by turns."""
    return dict(rows(path, 2))


def differences(path):
    """
    test: reason, from doc/differences.md: the rows of tables whose first cell is a test's name in code type.
    """
    found = {}
    with open(path) as f:
        for line in f:
            m = re.match(r"^\|\s*`(tests/[^`]+)`\s*\|\s*(\S.*?)\s*\|\s*$", line)
            if not m and re.match(r"^\|.*tests/", line):
                raise TableError("%s: cannot read the row: %s" % (path, line.strip()))
            if m and m.group(1) in found:
                raise TableError("%s: twice: %s" % (path, m.group(1)))
            if m:
                found[m.group(1)] = m.group(2)
    return found
