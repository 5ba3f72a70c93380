"""What each test's pair of results amounts to."""

import collections

Line = collections.namedtuple("Line", "test subjects reference ours verdict note")

SAME, GAP, DIFFERENT, STALE = "same", "GAP", "different", "STALE"
AHEAD, NEITHER, NOT_YET, NOT_RUN = "ahead", "neither", "not yet", "not run"
ORDER = (SAME, GAP, DIFFERENT, STALE, AHEAD, NEITHER, NOT_YET, NOT_RUN)
MEANING = {
    SAME: "both pass",
    GAP: "GNU passes and we do not",
    DIFFERENT: "GNU passes, we do not, and doc/differences.md says why",
    STALE: "doc/differences.md has a line that nothing needs any more",
    AHEAD: "we pass and GNU does not",
    NEITHER: "neither passes (skipped by both, for the most part)",
    NOT_YET: "we do not have the program that the test is about",
    NOT_RUN: "left out of this run",
}
PASSING = (SAME, AHEAD)
FAILING = (GAP, STALE)


def judge(reference, ours, difference):
    """The verdict on a test that was run on both sides."""
    if reference.result != "PASS":
        if difference:
            return STALE
        return AHEAD if ours.result == "PASS" else NEITHER
    if ours.result == "PASS":
        return STALE if difference else SAME
    return DIFFERENT if difference else GAP


def line_for(test, subjects, excuse, pair, difference):
    """The line of a test; EXCUSE is None, or the verdict and note of a test that ours was not run on."""
    reference, ours = pair
    if excuse:
        return Line(test, subjects, reference, None, *excuse)
    verdict = judge(reference, ours, difference)
    note = ours.reason or reference.reason
    if verdict in (DIFFERENT, STALE):
        note = "differences.md: " + difference
    return Line(test, subjects, reference, ours, verdict, note)


def count(lines):
    found = collections.Counter(line.verdict for line in lines)
    return [(v, found[v]) for v in ORDER if found[v]]


def failing(lines):
    return [line for line in lines if line.verdict in FAILING]
