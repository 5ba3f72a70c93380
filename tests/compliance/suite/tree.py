"""What a configured and built GNU source tree says about its tests and programs."""

import os
import re


class TreeError(Exception):
    """The tree is not one that we can run tests from."""


def makefile_variables(path, names):
    """The values of NAME = value assignments of a generated Makefile."""
    pattern = re.compile(r"^(%s)\s*=\s*(.*)$" % "|".join(names))
    with open(path, errors="replace") as f:
        lines = f.read().replace("\\\n", " ").split("\n")
    found = {}
    for line in lines:
        m = pattern.match(line)
        if m:
            found.setdefault(m.group(1), " ".join(m.group(2).split()))
    return found


def list_words(text, name, seen=()):
    """The words of a list of a makefile fragment, with its $(references) to other lists put in."""
    m = re.search(r"^%s\s*=(.*)$" % re.escape(name), text, re.M)
    if not m or name in seen:
        return []
    words = []
    for word in m.group(1).split():
        ref = re.match(r"^\$\((\w+)\)(.*)$", word)
        if not ref:
            words.append(word)
            continue
        inner = list_words(text, ref.group(1), seen + (name,))
        # $(tf)/t00.sh: a reference to one word, with something behind it.
        words += [(inner[0] if inner else "") + ref.group(2)] if ref.group(2) else inner
    return words


class Tree:
    """The tests of a tree, who runs them, its programs, and what its makefile tells the tests."""

    NAMES = [
        "VERSION",
        "LOCALE_FR",
        "LOCALE_FR_UTF8",
        "built_programs",
        "single_binary_progs",
        "host_os",
        "host_triplet",
        "CC",
        "AWK",
        "EGREP",
        "EXEEXT",
        "PERL",
        "SHELL",
        "PREFERABLY_POSIX_SHELL",
        "CONFIG_INCLUDE",
    ]

    def __init__(self, source):
        self.source = os.path.abspath(source)
        try:
            self.vars = makefile_variables(os.path.join(self.source, "Makefile"), self.NAMES)
            with open(os.path.join(self.source, "tests", "local.mk")) as f:
                text = f.read()
        except OSError as e:
            raise TreeError("not a configured coreutils tree: %s" % e)
        text = re.sub(r"^#.*$", "", text, flags=re.M).replace("\\\n", " ")
        self.version = self.vars["VERSION"]
        self.root_tests = set(list_words(text, "all_root_tests"))
        self.factor_tests = list_words(text, "factor_tests")
        self.tests = list(dict.fromkeys(list_words(text, "all_tests") + self.factor_tests))
        self.programs = [p for p in self.vars["built_programs"].split() if p != "libstdbuf.so"]

    def path(self, *parts):
        return os.path.join(self.source, *parts)

    def text(self, test):
        """The test itself; factor's are made when they are wanted, and say nothing before."""
        try:
            with open(self.path(test), errors="replace") as f:
                return f.read()
        except FileNotFoundError:
            return ""

    def loops(self, test):
        """Does the test loop over everything that was built?"""
        return "built_programs" in self.text(test)

    def required(self, test):
        """The programs without which the test skips."""
        return {
            p for words in re.findall(r"^\s*print_ver_ (.*)$", self.text(test), re.M) for p in words.split()
        }

    def needs_plain_process(self, test):
        """Does the test limit the address space, or put something into or beside the process?"""
        pattern = r"ulimit -v|get_min_ulimit_v_|LD_PRELOAD|valgrind|\bgdb\b"
        return re.search(pattern, self.text(test)) is not None
