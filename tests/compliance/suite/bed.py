"""The environment that GNU's makefile gives a test: who runs it, its variables, its command."""

import grp
import os
import pwd
import subprocess

STANDARD_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

# What GNU's test driver takes out of the environment.
UNSET = frozenset(
    """_POSIX2_VERSION _STDBUF_E _STDBUF_I _STDBUF_O BASH_ENV BLOCKSIZE BLOCK_SIZE CDPATH COLUMNS
DF_BLOCK_SIZE DU_BLOCK_SIZE ENV LANGUAGE LS_BLOCK_SIZE LS_COLORS OMP_NUM_THREADS POSIXLY_CORRECT QUOTING_STYLE
SIMPLE_BACKUP_SUFFIX TABSIZE TERM COLORTERM TIME_STYLE TMPDIR VERSION_CONTROL NLSPATH LANG LC_COLLATE LC_CTYPE
LC_MESSAGES LC_MONETARY LC_NUMERIC LC_TIME LC_ALL RUN_EXPENSIVE_TESTS RUN_VERY_EXPENSIVE_TESTS KEEP DEBUG
VERBOSE MAKEFLAGS MFLAGS MAKELEVEL""".split()
)


class People:
    """As root, tests of all_root_tests run as root and the others as USER; else all run as ourselves."""

    def __init__(self, name):
        self.root = os.getuid() == 0
        if not self.root:
            self.user = pwd.getpwuid(os.getuid())
            return
        self.user = pwd.getpwnam(name)
        if self.user.pw_uid == 0:
            raise ValueError("the ordinary tests need a user other than root")
        groups = {g.gr_gid for g in grp.getgrall() if name in g.gr_mem} | {self.user.pw_gid}
        # Tests of ownership want two groups to give files to, and nogroup does not count.  Membership for the
        # process is enough, so the machine's list of users stays as it is.
        for spare in ("users", "games"):
            if len(groups - {grp.getgrnam("nogroup").gr_gid}) < 2:
                groups.add(grp.getgrnam(spare).gr_gid)
        self.user_groups = sorted(groups)
        self.root_groups = sorted({g.gr_gid for g in grp.getgrall() if "root" in g.gr_mem} | {0})

    def owner(self):
        return self.user.pw_uid, self.user.pw_gid

    def identity(self, as_root):
        if not self.root:
            return None
        if as_root:
            return 0, 0, self.root_groups
        return self.user.pw_uid, self.user.pw_gid, self.user_groups

    def variables(self, as_root):
        if not self.root:
            return {}
        who = pwd.getpwuid(0) if as_root else self.user
        result = {"HOME": who.pw_dir, "USER": who.pw_name, "LOGNAME": who.pw_name}
        if as_root:
            result["NON_ROOT_USERNAME"] = self.user.pw_name
        return result


class Bed:
    """
    Where the tests of one farm run, and with what.  skip_unless_all: the tests that skip if any program of
    GNU's is not built, after they have looked at all those that are.
    """

    def __init__(self, tree, farm, people, tmpdir, skip_unless_all):
        self.skip_unless_all = skip_unless_all
        self.tree, self.farm, self.people, self.tmpdir = tree, farm, people, tmpdir
        # Tests compare the last word of the first line of --version with these.  GNU's makefile sets both to
        # its own version; here they are what the tested programs say, and what rm (maybe borrowed) says, so
        # the comparisons still find programs that disagree with one another.
        self.version = self.version_of(next((p for p in farm.own if p not in ("true", "false", "[")), "rm"))
        self.package_version = self.version_of("rm")

    def version_of(self, program):
        said = subprocess.run(
            [self.farm.path("src", program), "--version"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ).stdout
        words = said.decode(errors="replace").split("\n")[0].split()
        return words[-1] if words else "unknown"

    def as_root(self, test):
        return self.people.root and test in self.tree.root_tests

    def programs_for(self, test):
        """
        What the test is told of as built.  One that loops over everything built hears of the programs under
        test, and of borrowed ones only where it would skip without; any other test hears of all.
        """
        borrowed = self.farm.borrowed
        if self.tree.loops(test) and test not in self.skip_unless_all:
            borrowed = self.tree.required(test).intersection(borrowed)
        listed = {*self.farm.own, *borrowed}
        return [p for p in self.tree.programs if p in listed]

    def environment(self, test, conditions):
        v, top = self.tree.vars, self.farm.top
        env = {
            k: x
            for k, x in os.environ.items()
            if k not in UNSET and not k.startswith(("SUDO_", "BASH_FUNC_", "PYENV"))
        }
        env.update(self.people.variables(self.as_root(test)))
        for name in (
            "LOCALE_FR",
            "LOCALE_FR_UTF8",
            "host_os",
            "host_triplet",
            "CC",
            "AWK",
            "EGREP",
            "EXEEXT",
            "PERL",
        ):
            env[name] = v.get(name, "")
        env.update(
            LC_ALL="C",
            TMPDIR=self.tmpdir,
            VERSION=self.version,
            PACKAGE_VERSION=self.package_version,
            abs_top_builddir=top,
            abs_top_srcdir=top,
            abs_srcdir=top,
            srcdir=".",
            top_srcdir=".",
            fail="0",
            built_programs=" ".join(self.programs_for(test)) + " ",
            CONFIG_HEADER=self.farm.path("lib", "config.h"),
            CU_TEST_NAME=self.mark(test),
            MAKE="make",
            SHELL=v["PREFERABLY_POSIX_SHELL"],
            TAR_OPTIONS="--owner=0 --group=0 --numeric-owner --sort=name",
            VERBOSE="yes",
            PATH=self.farm.path("src") + ":" + STANDARD_PATH,
        )
        if "expensive" in conditions or "very-expensive" in conditions:
            env["RUN_EXPENSIVE_TESTS"] = "yes"
        if "very-expensive" in conditions:
            env["RUN_VERY_EXPENSIVE_TESTS"] = "yes"
        return env

    def mark(self, test):
        """The test's name for itself, by which whatever it leaves running is known."""
        return os.path.basename(self.farm.top) + "," + test.replace("/", "-")

    def command(self, test):
        v = self.tree.vars
        if test.endswith((".pl", ".xpl")):
            taint = ["-T"] if test.endswith(".xpl") else []
            argv = [
                v["PERL"],
                *taint,
                "-w",
                "-I./tests",
                "-MCuSkip",
                "-MCoreutils",
                "-MCuTmpdir qw(%s)" % test,
                "./" + test,
            ]
        else:
            argv = [v["SHELL"], "./" + test]
        # Root's tests mount things: let each do so in a world of its own.
        return ["unshare", "--mount", "--"] + argv if self.as_root(test) else argv
