"""Run tests of one farm: start, watch, clean up, and say how each ended."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from . import reasons
from .results import Row, log_name

LAUNCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "launch.py")
LOG_LIMIT = 256 << 20  # a log beyond this means an endless loop; a kept log is cut to KEPT_LOG
KEPT_LOG = 1 << 20
DISK_LIMIT = 10 << 30  # what one test may write
DISK_SPARE = 2 << 30  # what must stay free


class Terminal:
    """A controlling terminal for a test, whose output nobody reads."""

    def __init__(self, owner):
        self.master, self.slave = os.openpty()
        self.name = os.ttyname(self.slave)
        if owner is not None:
            os.chown(self.name, owner, -1)
        threading.Thread(target=self.drain, daemon=True).start()

    def drain(self):
        try:
            while os.read(self.master, 4096):
                pass
        except OSError:
            pass

    def close(self):
        os.close(self.slave)
        os.close(self.master)


class Runner:
    """limits: a function from a test's name to the seconds it may take; logs: where its log is kept."""

    def __init__(self, bed, logs, limits, say):
        self.bed, self.farm, self.logs, self.limits, self.say = bed, bed.farm, logs, limits, say
        self.lock = threading.Lock()
        self.stop = False
        os.makedirs(logs, exist_ok=True)
        self.scratch = tempfile.mkdtemp(prefix="log.", dir=self.farm.top)
        os.chmod(self.scratch, 0o755)

    # -- one test

    def run_one(self, test, conditions):
        log, why = (os.path.join(self.scratch, test.replace("/", "-") + end) for end in (".log", ".why"))
        for path in (log, why):
            open(path, "wb").close()
            os.chmod(path, 0o666)
        as_root = self.bed.as_root(test)
        identity = self.bed.people.identity(as_root)
        terminal = None
        if "pty" in conditions:
            terminal = Terminal(identity[0] if identity else None)
        spec = dict(
            argv=self.bed.command(test),
            env=self.bed.environment(test, conditions),
            cwd=self.farm.top,
            log=log,
            why=why,
            identity=identity,
            pty=terminal and terminal.name,
        )
        began = time.monotonic()
        process = self.start(spec)
        killed = self.watch(process, test, log, began)
        seconds = time.monotonic() - began
        self.sweep(self.bed.mark(test))
        if terminal:
            terminal.close()
        if killed:
            self.remove_directories(test)
        result, reason = self.judge(test, process.returncode, killed, log, why)
        self.keep_log(test, log)
        for path in (log, why):
            os.unlink(path)
        return Row(result, seconds, 1, ",".join(sorted(conditions)), reason)

    def start(self, spec):
        reading, writing = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-I", LAUNCH, str(reading)], pass_fds=[reading], stdin=subprocess.DEVNULL
        )
        os.close(reading)
        with os.fdopen(writing, "w") as f:
            json.dump(spec, f)
        return process

    def judge(self, test, status, killed, log, why):
        if killed and killed != "timeout":
            return "FAIL", "killed: " + killed
        result = "TIMEOUT" if killed else {0: "PASS", 77: "SKIP", 99: "ERROR"}.get(status, "FAIL")
        if result == "PASS":
            return result, ""
        places = ((self.farm.top + "/./", ""), (self.farm.top, "TOP"))
        return result, reasons.clean(reasons.explain(test, result, status, log, why), places)

    def keep_log(self, test, log):
        if os.path.getsize(log) > KEPT_LOG:
            with open(log, "r+b") as f:
                f.seek(-KEPT_LOG // 2, os.SEEK_END)
                tail = f.read()
                f.truncate(KEPT_LOG // 2)
                f.seek(0, os.SEEK_END)
                f.write(b"\n[...]\n" + tail)
        shutil.copy(log, os.path.join(self.logs, log_name(test)))

    # -- watching it

    def watch(self, process, test, log, began):
        """Wait for a test; stop one that takes too long or fills the disk.  None, or why it was stopped."""
        limit, looked, why = self.limits(test), began, None
        while why is None:
            try:
                process.wait(0.5)
                return None
            except subprocess.TimeoutExpired:
                pass
            now = time.monotonic()
            if self.stop:
                why = "interrupted"
            elif now - began > limit:
                why = "timeout"
            elif os.path.getsize(log) > LOG_LIMIT:
                why = "its log grows without end"
            elif now - looked > 2:
                looked = now
                why = self.disk_trouble(test)
        self.end(process, 5 if why == "timeout" else 0.5)
        return why

    def end(self, process, grace):
        for sig, wait in ((signal.SIGTERM, grace), (signal.SIGKILL, 5)):
            try:
                os.killpg(process.pid, sig)
            except ProcessLookupError:
                pass
            try:
                process.wait(wait)
                return
            except subprocess.TimeoutExpired:
                pass

    def disk_trouble(self, test):
        fs = os.statvfs(self.farm.top)
        if fs.f_bavail * fs.f_frsize < min(DISK_SPARE, fs.f_blocks * fs.f_frsize / 10):
            return "the scratch file system is nearly full"
        used = sum(
            self.blocks(os.path.join(place, name))
            for top in self.directories(test)
            for place, _, names in os.walk(top)
            for name in names
        )
        return "wrote more than %d GiB" % (DISK_LIMIT >> 30) if used * 512 > DISK_LIMIT else None

    @staticmethod
    def blocks(path):
        try:
            return os.lstat(path).st_blocks
        except OSError:
            return 0  # gone since it was listed

    def directories(self, test):
        """The scratch directories that a test made."""
        base, beside = os.path.basename(test), self.farm.path(os.path.dirname(test))
        return [
            os.path.join(place, name)
            for place, start in ((self.farm.top, "gt-" + base + "."), (beside, base + ".tmp-"))
            for name in os.listdir(place)
            if name.startswith(start)
        ]

    def remove_directories(self, test):
        for path in self.directories(test):
            subprocess.run(["chmod", "-R", "u+rwx", path], stderr=subprocess.DEVNULL)
            shutil.rmtree(path, ignore_errors=True)

    def sweep(self, mark):
        """Kill what a test left running, known by its variable CU_TEST_NAME."""
        entry = ("CU_TEST_NAME=" + mark).encode() + b"\0"
        for _ in range(2):
            left = [
                pid
                for pid in os.listdir("/proc")
                if pid.isdigit() and int(pid) != os.getpid() and self.has_variable(pid, entry)
            ]
            for pid in left:
                try:
                    os.kill(int(pid), signal.SIGKILL)
                except ProcessLookupError:
                    pass
            if not left:
                return
            time.sleep(0.05)

    @staticmethod
    def has_variable(pid, entry):
        try:
            with open("/proc/%s/environ" % pid, "rb") as f:
                return entry in f.read() + b"\0"
        except OSError:
            return False  # gone, or not ours

    # -- many

    def with_retries(self, test, conditions, attempts):
        for attempt in range(1, attempts + 1):
            row = self.run_one(test, conditions)._replace(attempts=attempt)
            if row.result in ("PASS", "SKIP") or self.stop:
                break
        return row

    def run(self, tests, conditions, jobs, attempts, keep):
        """
        The rows of the tests by name.  attempts: a function from a test's name to how often it may be run;
        keep: called with each test and its row as they come.
        """
        queue, rows, total = list(tests), {}, len(tests)

        def work():
            while True:
                with self.lock:
                    if not queue or self.stop:
                        return
                    test = queue.pop(0)
                row = self.with_retries(test, conditions, attempts(test))
                with self.lock:
                    rows[test] = row
                    keep(test, row)
                    self.say(
                        "[%d/%d] %-7s %6.1f s  %s%s"
                        % (
                            len(rows),
                            total,
                            row.result,
                            row.seconds,
                            test,
                            "  (%s)" % row.reason[:100] if row.reason else "",
                        )
                    )

        threads = [threading.Thread(target=work, daemon=True) for _ in range(jobs)]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                while thread.is_alive():
                    thread.join(1)
        except KeyboardInterrupt:
            self.stop = True
            for thread in threads:
                thread.join(10)
            raise
        return rows
