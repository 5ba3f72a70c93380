"""The command line, and the course of a comparison."""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from . import conditions, report, results, tables, verdict
from .bed import People
from .farm import programs_in
from .session import Reference, Side
from .tree import Tree, TreeError

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DIFFERENCES = os.path.join(os.path.dirname(os.path.dirname(HERE)), "doc", "differences.md")
RETRIED = 3  # times that a test of flaky.tsv is run at most
SLOWER = 10  # how much longer than GNU's run ours may take before it is stopped
LEAST_SECONDS = 120


ABOUT = """Run GNU coreutils' tests on the programs of a directory and compare the results with GNU's own.
Exit status: 0 if we pass all that GNU passes, 1 if not, 2 for trouble."""

FLAGS = (
    ("--quick", "without the tests that GNU calls expensive"),
    ("--very-expensive", "also those that it calls very expensive (20 minutes a side)"),
    ("--sanitizer", "for a sanitizer build: without tests that limit its address space or preload libraries"),
    ("--fresh", "run the reference again, whatever the cache has"),
    ("--keep", "keep the scratch trees"),
    ("--verbose", "a line per test"),
)


def parser():
    p = argparse.ArgumentParser(prog="run", description=ABOUT)

    def value(name, metavar, help_text, **more):
        p.add_argument(name, metavar=metavar, help=help_text, **more)

    value("--bin", "DIR", "the programs to test", required=True)
    value(
        "--prog", "NAME", "only the tests about this program (may be repeated)", action="append", default=[]
    )
    value("--only", "REGEX", "only tests whose name matches")
    value("--jobs", "N", "tests at a time (default 2)", type=int, default=2)
    value("--out", "DIR", "where results, report and logs go (default: a fresh directory)")
    value("--retries", "N", "run any failed test again, up to N times", type=int, default=0)
    value("--user", "NAME", "as root: who runs the ordinary tests (default nobody)", default="nobody")
    value("--work", "DIR", "where scratch trees go: a local file system with ACLs and xattrs")
    value("--differences", "FILE", "another table of deliberate differences", default=DIFFERENCES)
    for name, help_text in FLAGS:
        p.add_argument(*(["-v"] if name == "--verbose" else []), name, action="store_true", help=help_text)
    return p


def locate_reference():
    """The tree that the reference was built in."""
    said = subprocess.run([os.path.join(os.path.dirname(HERE), "reference", "get")], stdout=subprocess.PIPE)
    if said.returncode != 0:
        raise TreeError("no reference to compare with")
    return said.stdout.decode().split("\n")[0]


def cache_directory():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.environ.get("SAFECU_CACHE") or os.path.join(base, "safe-coreutils")


def be_ordinary():
    """Tests want nice level 0 (their signals are the launcher's business); a terminated run cleans up too."""

    def interrupt(*_):
        raise KeyboardInterrupt

    for sig in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sig, interrupt)
    if os.nice(0) > 0 and os.getuid() == 0:
        os.setpriority(os.PRIO_PROCESS, 0, 0)


def complete(options):
    options.out = os.path.abspath(options.out or tempfile.mkdtemp(prefix="compliance-results."))
    options.logs = os.path.join(options.out, "logs")
    os.makedirs(options.logs, exist_ok=True)
    options.work = os.path.abspath(options.work or tempfile.gettempdir())
    options.tmpdir = "/tmp"
    options.say = (
        (lambda text: print(text, file=sys.stderr, flush=True)) if options.verbose else (lambda text: None)
    )
    options.flaky = tables.flaky(os.path.join(HERE, "flaky.tsv"))
    options.attempts = lambda test: max(RETRIED if test in options.flaky else 1, 1 + options.retries)


def choose(tree, subjects, options):
    tests = [t for t in tree.tests if not options.only or re.search(options.only, t)]
    if options.prog:
        wanted = set(options.prog)
        tests = [t for t in tests if wanted & set(subjects.of(t))]
    return tests


def check_tables(tree, subjects, differences, flaky):
    """A table that names what does not exist would silently stop saying anything."""
    holes = subjects.unknown(tree.tests, tree.programs)
    if holes:
        raise tables.TableError("subjects.tsv: no such program: " + "; ".join(holes))
    strange = [t for t in list(differences) + list(flaky) if t not in tree.tests]
    if strange:
        raise tables.TableError("no such test in GNU %s: %s" % (tree.version, " ".join(strange)))


def excuse(test, tree, missing, lacks, options):
    """Why a test is not run on our programs: the verdict and a note, or None."""
    if missing:
        return verdict.NOT_YET, "no " + " ".join(missing)
    if lacks:
        return verdict.NOT_RUN, "needs: " + ", ".join(sorted(lacks))
    if options.sanitizer and tree.needs_plain_process(test):
        return verdict.NOT_RUN, "says nothing about a sanitizer build"
    return None


def compare(tree, subjects, differences, options):
    have = set(programs_in(options.bin, tree.programs))
    if not have:
        raise TreeError("no program of coreutils in " + options.bin)
    people = People(options.user)
    allowed = conditions.allowed(options.quick, options.very_expensive, people.root)
    tests = choose(tree, subjects, options)
    reference = Reference(tree, cache_directory(), people, options).rows(tests, allowed, options.fresh)
    excuses = {
        t: excuse(t, tree, subjects.missing(t, have), conditions.wanted(reference[t]) - allowed, options)
        for t in tests
    }
    runnable = [(t, conditions.applied(reference[t])) for t in tests if not excuses[t]]
    options.say("ours: %d programs" % len(have))
    with Side(tree, options.bin, people, options, options.logs) as side:
        ours = side.run(runnable, lambda t: max(LEAST_SECONDS, SLOWER * reference[t].seconds))
    results.write(os.path.join(options.out, "ours.tsv"), ours)
    lines = [
        verdict.line_for(t, subjects.of(t), excuses[t], (reference[t], ours.get(t)), differences.get(t))
        for t in tests
    ]
    return lines, have


def write_reports(lines, have, tree, seconds, options):
    facts = {
        "reference": "GNU coreutils " + tree.version,
        "programs under test": " ".join(sorted(have)),
        "date": time.strftime("%Y-%m-%d"),
        "machine": "%s %s" % (os.uname().sysname, os.uname().release),
        "wall time": "%.0f s, %d at a time" % (seconds, options.jobs),
    }
    if options.retries:
        facts["retries"] = options.retries
    for name, text in (
        ("results.tsv", report.tsv(lines)),
        ("report.md", report.markdown(lines, facts, options.flaky)),
    ):
        with open(os.path.join(options.out, name), "w") as f:
            f.write(text)
    if verdict.failing(lines):
        print(report.terminal(lines, options.logs))
    print("report: %s" % os.path.join(options.out, "report.md"))
    print(report.last_line(lines))


def main(argv):
    options = parser().parse_args(argv)
    began = time.monotonic()
    try:
        complete(options)
        be_ordinary()
        tree = Tree(locate_reference())
        subjects = tables.Subjects(os.path.join(HERE, "subjects.tsv"))
        differences = tables.differences(options.differences)
        options.skip_unless_all = subjects.skip_unless_all(tree.tests)
        check_tables(tree, subjects, differences, options.flaky)
        lines, have = compare(tree, subjects, differences, options)
        if not lines:
            raise TreeError("no test matches")
    except (TreeError, tables.TableError, ValueError, KeyError, OSError) as e:
        print("run: %s" % e, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("run: interrupted", file=sys.stderr)
        return 2
    write_reports(lines, have, tree, time.monotonic() - began, options)
    return 1 if verdict.failing(lines) else 0
