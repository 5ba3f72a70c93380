"""A scratch directory laid out like a built GNU tree, whose src/ holds the programs under test."""

import os
import re
import shutil
import stat
import subprocess
import tempfile

# Parts of the tree that no test reads, or that are filled in one by one.
NOT_COPIED = (
    "src",
    "tests",
    "lib",
    "po",
    "gnulib-tests",
    "debian",
    ".git",
    ".pc",
    ".programs",
    "autom4te.cache",
)


def quiet(argv):
    """The exit status of a command, run without a sound."""
    return subprocess.run(
        argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ).returncode


def programs_in(directory, known):
    """The names of KNOWN programs in a directory; GNU's tests know install as ginstall."""
    names = [n for n in sorted(os.listdir(directory)) if n in known or n in ("install", "coreutils")]
    return [
        n
        for n in names
        if os.path.isfile(os.path.join(directory, n)) and os.access(os.path.join(directory, n), os.X_OK)
    ]


class Farm:
    """
    Everything is a copy: each test puts ./src first in PATH, Perl tests write beside themselves, and the user
    who runs the tests can often not look into the directories that the originals are in.
    """

    def __init__(self, tree, bindir, work, owner):
        self.tree = tree
        self.bin = os.path.abspath(bindir)
        self.top = os.path.realpath(tempfile.mkdtemp(prefix="compliance.", dir=work))
        os.chmod(self.top, 0o755)
        self.own = programs_in(self.bin, tree.programs)
        self.copy_tree()
        self.place_programs()
        self.place_helpers()
        self.write_config()
        self.write_multicall_mark()
        if os.getuid() == 0:
            self.give_to(*owner)

    def path(self, *parts):
        return os.path.join(self.top, *parts)

    def remove(self):
        subprocess.run(["chmod", "-R", "u+rwx", self.top], stderr=subprocess.DEVNULL)
        shutil.rmtree(self.top, ignore_errors=True)

    def copy_tree(self):
        for name in sorted(os.listdir(self.tree.source)):
            source = self.tree.path(name)
            if name in NOT_COPIED or name.startswith(("gt-", "config.log")):
                continue
            if os.path.isdir(source):
                shutil.copytree(source, self.path(name), symlinks=True)
            elif os.path.isfile(source):
                shutil.copy2(source, self.path(name))
        shutil.copytree(
            self.tree.path("tests"),
            self.path("tests"),
            symlinks=True,
            ignore=shutil.ignore_patterns("*.log", "*.trs", "*.tmp-*"),
        )
        self.copy_matching("lib", r"\.[ch]$")
        self.copy_matching("src", r"\.(c|h|y|mk|in|hin)$")
        self.make_factor_tests()

    def copy_matching(self, room, pattern):
        os.mkdir(self.path(room))
        for name in sorted(os.listdir(self.tree.path(room))):
            if re.search(pattern, name) and os.path.isfile(self.tree.path(room, name)):
                shutil.copy2(self.tree.path(room, name), self.path(room, name))

    def make_factor_tests(self):
        """GNU's makefile generates these from one script."""
        maker = self.tree.path("tests", "factor", "create-test.sh")
        for test in self.tree.factor_tests:
            text = subprocess.run(
                [self.tree.vars["SHELL"], maker, test, self.tree.path("tests/factor/run.sh")],
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
            with open(self.path(test), "wb") as f:
                f.write(text)
            os.chmod(self.path(test), 0o755)

    def place_programs(self):
        copied = {}
        extra = [n for n in sorted(os.listdir(self.bin)) if n.endswith(".so")]
        for name in self.own + extra:
            self.place(name, copied)
        if "install" in self.own and "ginstall" not in self.own:
            self.own.append("ginstall")
            self.name_ginstall()

    def place(self, name, copied):
        """Links stay links and files files: tests take a link in src/ for a sign of a multi-call program."""
        source, target = os.path.join(self.bin, name), self.path("src", name)
        st = os.stat(source)
        key = (st.st_dev, st.st_ino)
        if key not in copied:
            first = os.path.basename(os.path.realpath(source)) if os.path.islink(source) else name
            copied[key] = first
            shutil.copy2(os.path.realpath(source), self.path("src", first))
        if copied[key] == name:
            return
        if stat.S_ISLNK(os.lstat(source).st_mode):
            os.symlink(copied[key], target)
        else:
            os.link(self.path("src", copied[key]), target)

    def name_ginstall(self):
        os.symlink("install", self.path("src", "ginstall"))
        if quiet([self.path("src", "ginstall"), "--version"]) != 0:
            # A multi-call program that knows only the name install.
            os.unlink(self.path("src", "ginstall"))
            with open(self.path("src", "ginstall"), "w") as f:
                f.write('#!/bin/sh\nexec "%s" "$@"\n' % self.path("src", "install"))
            os.chmod(self.path("src", "ginstall"), 0o755)

    def place_helpers(self):
        """The reference's programs stand in where a test needs a tool that is not among those under test."""
        self.borrowed = [p for p in self.tree.programs if p not in self.own]
        borrowed = self.borrowed + (["libstdbuf.so"] if "stdbuf" in self.borrowed else [])
        for name in borrowed + ["getlimits"]:
            target = self.path("src", name)
            if os.path.lexists(target):
                os.unlink(target)
            shutil.copy2(self.tree.path("src", name), target)

    def write_config(self):
        with open(self.tree.path(self.tree.vars["CONFIG_INCLUDE"])) as f:
            text = f.read()
        # Two of od's formats depend on the compiler: ask the od that the tests will run.
        for macro, option in (("FLOAT16_SUPPORTED", "-tfH"), ("BF16_SUPPORTED", "-tfB")):
            text = re.sub(r"^#define %s\b.*\n" % macro, "", text, flags=re.M)
            if quiet([self.path("src", "od"), option, os.devnull]) == 0:
                text += "#define %s 1\n" % macro
        self.replace(self.path("lib", "config.h"), text)

    def write_multicall_mark(self):
        """The multi-call test goes by a coreutils.h that is not empty."""
        multicall = (
            "coreutils" in self.own and quiet([self.path("src", "coreutils"), "--coreutils-prog=true"]) == 0
        )
        self.replace(self.path("src", "coreutils.h"), "/* multi-call */\n" if multicall else "")

    @staticmethod
    def replace(path, text):
        """A copied file may be read-only, as the original is."""
        if os.path.lexists(path):
            os.unlink(path)
        with open(path, "w") as f:
            f.write(text)

    def give_to(self, uid, gid):
        src = self.path("src")
        for directory, _, files in os.walk(self.top):
            os.chown(directory, uid, gid)
            if directory != src:
                for name in files:
                    os.lchown(os.path.join(directory, name), uid, gid)
