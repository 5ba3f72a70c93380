"""Builds the plugin, runs it on one file, and remembers the outcome.

A file counts as checked only when the compiler ran, the plugin said that it reached the end, and
nothing was printed that could not be understood: everything else is a finding of its own."""

import fcntl
import glob
import hashlib
import json
import os
import re
import subprocess

import project

HERE = os.path.dirname(os.path.abspath(__file__))
CLANG = os.environ.get("SAFETY_CLANG", "clang-19")
LLVM_INCLUDE = os.environ.get("SAFETY_LLVM_INCLUDE", "/usr/lib/llvm-19/include")

# These take part in the subset: values keep their size and sign, types mean what they say.
ERRORS = """conversion sign-conversion sign-compare shorten-64-to-32 float-conversion
    implicit-int-conversion implicit-int-float-conversion enum-conversion string-conversion
    bool-conversion int-conversion pointer-sign incompatible-pointer-types
    incompatible-pointer-types-discards-qualifiers incompatible-function-pointer-types
    incompatible-function-pointer-types-strict vla strict-prototypes deprecated-non-prototype
    missing-prototypes missing-variable-declarations implicit-function-declaration implicit-int
    return-type uninitialized sometimes-uninitialized conditional-uninitialized
    unsequenced array-bounds shift-overflow shift-count-overflow shift-count-negative
    division-by-zero unknown-attributes ignored-attributes undefined-internal
    return-stack-address dangling format invalid-noreturn infinite-recursion
    tautological-compare visibility switch-bool comma parentheses""".split()
CONVERSIONS = set("""conversion sign-conversion sign-compare shorten-64-to-32 float-conversion
    implicit-int-conversion implicit-int-float-conversion implicit-float-conversion enum-conversion
    constant-conversion literal-conversion bitfield-constant-conversion implicit-const-int-float-conversion
    implicit-int-conversion-on-negation float-overflow-conversion float-zero-conversion
    bool-conversion int-conversion""".split())

DIAGNOSTIC = re.compile(r"^(?P<file>[^\s:][^:]*):(?P<line>\d+):(?P<col>\d+): (?P<kind>error|fatal error|warning|note): (?P<text>.*)$")
RULE = re.compile(r"^\[safe-([a-z-]+)\] (.*)$")
FLAG = re.compile(r"^(.*) \[-Werror,-W([a-z0-9=-]+)\]$")
NAME = re.compile(r"^safe-c: name (\S+) (\S+)$", re.M)
DONE = re.compile(r"^safe-c: done, \d+ functions$", re.M)


def rules():
    """The names of all rules of the plugin."""
    with open(os.path.join(HERE, "plugin", "rules.def")) as file:
        return re.findall(r'^RULE\(\w+, "([a-z-]+)"', file.read(), re.M)


def digest(path):
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return "absent"


def build_plugin(builddir):
    """The path of the plugin, built when its sources changed."""
    out = os.path.join(builddir, "safety")
    os.makedirs(out, exist_ok=True)
    parts = sorted(glob.glob(os.path.join(HERE, "plugin", "*")))
    stamp = hashlib.sha256("".join(p + digest(p) for p in parts).encode()).hexdigest()
    plugin = os.path.join(out, "safe-c.so")
    with open(os.path.join(out, "lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            if open(plugin + ".stamp").read() == stamp and os.path.exists(plugin):
                return plugin
        except OSError:
            pass
        print("safety: building the plugin", flush=True)
        compile_plugin(out, plugin, [p for p in parts if p.endswith(".cpp")])
        with open(plugin + ".stamp", "w") as file:
            file.write(stamp)
    return plugin


def compile_plugin(out, plugin, sources):
    flags = ["-std=c++17", "-fPIC", "-fno-rtti", "-O1", "-isystem", LLVM_INCLUDE, "-D_GNU_SOURCE",
             "-D__STDC_CONSTANT_MACROS", "-D__STDC_FORMAT_MACROS", "-D__STDC_LIMIT_MACROS"]
    cxx = os.environ.get("SAFETY_CXX", "g++").split()
    objects, waiting = [], list(sources)
    running = []
    while waiting or running:
        while waiting and len(running) < 2:
            source = waiting.pop()
            objects.append(os.path.join(out, os.path.basename(source)[:-4] + ".o"))
            running.append(subprocess.Popen([*cxx, *flags, "-c", source, "-o", objects[-1]]))
        if running.pop(0).wait() != 0:
            raise SystemExit("safety: the plugin does not compile (packages: clang-19 libclang-19-dev llvm-19-dev)")
    subprocess.run([*cxx, "-shared", "-o", plugin, *objects], check=True)


class Checker:
    def __init__(self, root, builddir, plugin, lists=HERE, extra=(), checked=()):
        self.root = os.path.realpath(root)
        self.builddir = os.path.abspath(builddir)
        self.plugin = plugin
        self.lists = lists
        self.extra = list(extra)
        self.checked = list(checked)
        self.names = set()      # (name, header) of what the headers declare, from all files checked so far
        self.cache = os.path.join(self.builddir, "safety", "cache")
        os.makedirs(self.cache, exist_ok=True)
        names = "\n".join(project.sources(self.root, (".h",)))
        parts = [plugin, *[os.path.join(lists, n) for n in
                           ("allowed-functions.txt", "allowed-includes.txt", "trusted-macros.txt", "private-headers.txt", "borrowed-types.txt")]]
        self.salt = names + "".join(digest(p) for p in parts) + digest(os.path.abspath(__file__))

    def command(self, path, deps):
        args = [CLANG, "-fsyntax-only", "-std=gnu17", "-ferror-limit=0", "-fno-caret-diagnostics",
                "-fno-color-diagnostics", "-fdiagnostics-absolute-paths", *(["-w"] if project.is_trusted(path) else []),
                "-iquote", f"{self.root}/lib", "-iquote", f"{self.root}/src", *self.extra,
                '-DSAFE_OWNER=__attribute__((annotate("safe_owner")))', "-MD", "-MF", deps, "-MT", "x",
                f"-fplugin={self.plugin}", f"-fplugin-arg-safecu-root={self.root}",
                f"-fplugin-arg-safecu-lists={self.lists}"]
        args += [f"-fplugin-arg-safecu-checked={name}" for name in self.checked]
        if not project.is_trusted(path):
            args += ["-Werror"] + [f"-W{name}" for name in ERRORS]
        return args

    def source_of(self, path):
        """Headers are compiled through a file that includes nothing else."""
        full = os.path.join(self.root, path)
        if not path.endswith(".h"):
            return full
        name = os.path.join(self.builddir, "safety", "include-" + path.replace("/", "-") + ".c")
        text = '#include "%s"\n' % path.split("/", 1)[1]
        if not os.path.exists(name) or open(name).read() != text:
            with open(name, "w") as file:
                file.write(text)
        return name

    def check(self, path):
        """Findings of one file: a list of [file, line, column, rule, text]; see also names."""
        key = hashlib.sha256((path + self.salt + repr(self.extra)).encode()).hexdigest()
        entry = os.path.join(self.cache, key)
        known = self.recall(entry)
        if known is not None:
            self.names.update(tuple(n) for n in known["names"])
            return known["findings"]
        deps = f"{entry}.{os.getpid()}.d"
        command = self.command(path, deps)
        done = subprocess.run(command + [self.source_of(path)], capture_output=True, text=True, errors="replace")
        findings, sure = self.understand(path, done)
        names = sorted(set(NAME.findall(done.stderr)))
        self.names.update(names)
        if sure:
            self.remember(entry, deps, findings, names)
        if os.path.exists(deps):
            os.unlink(deps)
        return findings

    def understand(self, path, done):
        findings, sure = [], True
        for line in done.stderr.splitlines():
            match = DIAGNOSTIC.match(line)
            if match and match["kind"] not in ("note", "warning"):
                findings.append(self.finding(match))
        if not DONE.search(done.stderr):
            reason = (done.stderr.strip() or "nothing was printed").splitlines()[0]
            findings.append([path, 1, 1, "plugin", f"the file was not checked: {reason}"])
            sure = False
        if (done.returncode != 0) != bool(findings):
            findings.append([path, 1, 1, "plugin", f"compiler status {done.returncode} with {len(findings)} findings"])
            sure = False
        unique = []
        for finding in findings:
            if finding not in unique:
                unique.append(finding)
        return unique, sure

    def finding(self, match):
        file = os.path.relpath(os.path.realpath(match["file"]), self.root)
        text = match["text"]
        rule = RULE.match(text)
        if rule:
            return [file, int(match["line"]), int(match["col"]), rule[1], rule[2]]
        flag = FLAG.match(text)
        if flag:
            name = "conversion" if flag[2].split(",")[0] in CONVERSIONS else "warning"
            return [file, int(match["line"]), int(match["col"]), name, text]
        return [file, int(match["line"]), int(match["col"]), "compile", text]

    def recall(self, entry):
        try:
            with open(entry) as file:
                saved = json.load(file)
        except (OSError, ValueError):
            return None
        if any(digest(path) != want for path, want in saved["deps"].items()):
            return None
        return saved

    def remember(self, entry, deps, findings, names):
        try:
            text = open(deps).read()
        except OSError:
            return
        paths = text.split(":", 1)[1].replace("\\\n", " ").split()
        saved = {"deps": {path: digest(path) for path in paths}, "findings": findings, "names": names}
        temporary = f"{entry}.{os.getpid()}"
        with open(temporary, "w") as file:
            json.dump(saved, file)
        os.replace(temporary, entry)

def twice_declared(names):
    """Findings for names that more than one header declares: their users could see different types."""
    homes = {}
    for name, header in sorted(names):
        homes.setdefault(name, []).append(header)
    for name, headers in homes.items():
        for header in headers[1:]:
            yield [header, 1, 1, "extern-decl", f"{name} is declared in {headers[0]} too"]
