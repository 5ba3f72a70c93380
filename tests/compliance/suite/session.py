"""Results of one side, the reference's or ours: its farms, and its runs under what each test asks for."""

import contextlib
import fcntl
import hashlib
import os
import sys

from . import conditions, results
from .bed import Bed
from .farm import Farm
from .runner import Runner

# Part of the name of cached results: raise it when a change of the runner changes what tests see.
FORMAT = 1
REFERENCE_SECONDS = 900


class Side:
    """Runs tests with the programs of one directory; a context, since it has scratch trees to remove."""

    def __init__(self, tree, bindir, people, options, logs):
        self.tree, self.bindir, self.people, self.options, self.logs = tree, bindir, people, options, logs
        self.stack = contextlib.ExitStack()
        self.runners = {}

    def __enter__(self):
        return self

    def __exit__(self, *what):
        return self.stack.__exit__(*what)

    def runner(self, on_disk, limits):
        if on_disk not in self.runners:
            work = (
                self.stack.enter_context(conditions.loop_disk(self.options.work))
                if on_disk
                else self.options.work
            )
            farm = Farm(self.tree, self.bindir, work, self.people.owner())
            if self.options.keep:
                print("scratch tree kept: %s" % farm.top, file=sys.stderr)
            else:
                self.stack.callback(farm.remove)
            bed = Bed(self.tree, farm, self.people, self.options.tmpdir, self.options.skip_unless_all)
            self.runners[on_disk] = Runner(bed, self.logs, limits, self.options.say)
        return self.runners[on_disk]

    def run(self, wanted, limits, keep=lambda test, row: None):
        """wanted: pairs of a test and its conditions; one run per set of these.  KEEP hears of each row."""
        groups = {}
        for test, given in wanted:
            groups.setdefault(frozenset(given), []).append(test)
        rows = {}
        for given, tests in groups.items():
            self.options.say(
                "%d test%s%s"
                % (len(tests), "s" * (len(tests) != 1), " with " + ", ".join(sorted(given)) if given else "")
            )
            runner = self.runner("disk" in given, limits)
            rows.update(runner.run(tests, given, self.options.jobs, self.options.attempts, keep))
        return rows


class Reference:
    """The reference's results, kept per version and machine, and completed as tests are asked for."""

    def __init__(self, tree, cache, people, options):
        self.tree, self.people, self.options = tree, people, options
        u = os.uname()
        key = "\n".join(
            (
                u.nodename,
                u.release,
                u.machine,
                people.user.pw_name,
                str(people.root),
                tree.source,
                str(os.path.getmtime(tree.path("src", "ls"))),
                str(FORMAT),
            )
        )
        self.home = os.path.join(
            cache, "compliance", "%s-%s" % (tree.version, hashlib.sha256(key.encode()).hexdigest()[:12])
        )
        self.logs = os.path.join(self.home, "logs")
        self.file = os.path.join(self.home, "results.tsv")
        os.makedirs(self.logs, exist_ok=True)

    def lacking(self, rows, tests, allowed):
        """The tests still to be run, each with the conditions to run it under."""
        todo = [(t, conditions.wanted(rows[t]) if t in rows else set()) for t in tests]
        return [
            (t, given) for t, given in todo if t not in rows or conditions.applied(rows[t]) < given <= allowed
        ]

    def rows(self, tests, allowed, fresh):
        todo = [(t, set()) for t in tests] if fresh else self.lacking(results.read(self.file), tests, allowed)
        if todo:
            self.complete(todo, allowed)
        known = results.read(self.file)
        return {t: known[t] for t in tests}

    def complete(self, todo, allowed):
        self.options.say("the reference: %s" % self.tree.version)
        with Side(self.tree, self.tree.path(".programs"), self.people, self.options, self.logs) as side:
            while todo:
                fresh = side.run(todo, lambda test: REFERENCE_SECONDS, self.save)
                todo = self.lacking(fresh, list(fresh), allowed)

    def save(self, test, row):
        """Kept at once, so that runs side by side and interrupted ones share what they have."""
        with open(os.path.join(self.home, "lock"), "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            results.write(self.file, {**results.read(self.file), test: row})
