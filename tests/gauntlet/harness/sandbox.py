"""One command in a fresh directory under the gauntlet's conditions."""

import os
import pathlib
import re
import shutil
import signal
import stat
import subprocess
import threading
import time

DEADLY = 'ABRT,SEGV,BUS,ILL,FPE,SYS,TRAP'
TRUSTED_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
NOBODY = 65534


class Setup:
    """What is the same for all rows of a run."""

    def __init__(self, options):
        self.bin = os.path.abspath(options.bin)
        self.ref = os.path.abspath(options.ref) if options.ref else None
        self.out = pathlib.Path(options.out).absolute()
        self.vlimit = not options.no_vlimit
        self.lc_all = options.lc_all
        self.has_guard = have('strace') and not options.no_guard
        self.is_root = os.geteuid() == 0

    def path(self):
        return ':'.join(filter(None, [self.bin, self.ref, TRUSTED_PATH]))

    def has_tool(self, tool):
        return os.access(os.path.join(self.bin, tool), os.X_OK) and \
            os.path.isfile(os.path.join(self.bin, tool))


class Result:
    """What a command did."""

    def __init__(self):
        self.rc = None
        self.timed_out = False
        self.seconds = 0.0
        self.rss = 0
        self.out = self.err = None
        self.deaths = ''
        self.sanitizer = ''


def have(program):
    return shutil.which(program, path=TRUSTED_PATH) is not None


def environment(setup, place):
    env = {'PATH': setup.path(), 'LANG': 'C', 'TERM': 'dumb', 'HOME': '/', 'SHELL': '/bin/sh',
           'TMPDIR': str(place / 'tmp'), 'BIN': setup.bin, 'REF': setup.ref or '/usr/bin',
           'GAUNTLET': str(pathlib.Path(__file__).resolve().parent.parent)}
    reports = f'log_path={place}/san/report'
    env['ASAN_OPTIONS'] = f'{reports}:detect_leaks=0:allocator_may_return_null=1:abort_on_error=0'
    env['UBSAN_OPTIONS'] = f'{reports}:print_stacktrace=1'
    if setup.lc_all:
        env['LC_ALL'] = setup.lc_all
    return env


def remove_tree(path):
    """Remove a directory however deep it is or unreadable it was left."""
    if not os.path.lexists(path):
        return
    subprocess.run(['chmod', '-R', 'u+rwx', str(path)], stderr=subprocess.DEVNULL, check=False)
    subprocess.run(['rm', '-rf', '--', str(path)], env={'PATH': TRUSTED_PATH}, check=False)


def prepare(place, owner=None):
    remove_tree(place)
    for name in ('w', 'tmp', 'san'):
        (place / name).mkdir(parents=True)
        if owner is not None:
            os.chown(place / name, owner, owner)


CONTAIN = r'''
mount --make-rprivate / &&
while read -r _ _ _ _ point _; do mount -o remount,bind,ro "$(printf %b "$point")" 2>/dev/null; done \
    </proc/self/mountinfo
mount --bind . . && mount -o remount,bind,rw . && cd "$PWD" && ! (: >/etc/gauntlet-probe) 2>/dev/null || exit 90
exec "$@"
'''


def wrap(setup, place, command, kinds):
    """Return the argument vector: limits, privileges, the watch for deadly signals, then bash."""
    words = ['prlimit', '--core=0']
    if setup.vlimit:
        words.append('--as=6144000000')
    words.append('--')
    if 'container' in kinds:
        words += ['unshare', '-m', '-p', '-f', '--kill-child', 'bash', '-c', CONTAIN, 'contain']
    if 'nonroot' in kinds and setup.is_root:
        words += ['setpriv', f'--reuid={NOBODY}', f'--regid={NOBODY}', '--clear-groups']
    if setup.has_guard and guardable(command, kinds):
        words += ['strace', '-f', '-qq', '--seccomp-bpf', '-e', 'trace=none', '-e', f'signal={DEADLY}',
                  '-o', str(place / 'san' / 'deaths')]
    return words + ['bash', '-c', command]


def guardable(command, kinds):
    """strace cannot watch a process that another tracer holds."""
    return not re.search(r'\b(strace|valgrind|gdb|unshare)\b', command) and 'container' not in kinds


def wait_for(process, limit, result):
    """Wait with a limit and keep the resource use; the process group never outlives the row."""
    timer = threading.Timer(limit, lambda: kill_group(process.pid, result))
    timer.start()
    started = time.monotonic()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    result.seconds = time.monotonic() - started
    result.rss = usage.ru_maxrss // 1024
    process.returncode = os.waitstatus_to_exitcode(status)
    result.rc = process.returncode if process.returncode >= 0 else 128 - process.returncode
    kill_group(process.pid, None)


def kill_group(group, result):
    if result is not None:
        result.timed_out = True
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run(setup, place, command, kinds=frozenset(), limit=60, extra=None):
    owner = NOBODY if 'nonroot' in kinds and setup.is_root else None
    prepare(place, owner)
    env = environment(setup, place) | (extra or {})
    result = Result()
    result.out, result.err = place / 'stdout', place / 'stderr'
    with open(result.out, 'wb') as out, open(result.err, 'wb') as err:
        process = subprocess.Popen(wrap(setup, place, command, kinds), cwd=place / 'w', env=env,
                                   stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True,
                                   restore_signals=True)
        wait_for(process, limit, result)
    collect(place, result)
    return result


def collect(place, result):
    """Read the reports that were written beside the command."""
    for path in sorted((place / 'san').iterdir()):
        text = path.read_text(errors='replace')
        if path.name == 'deaths':
            result.deaths = '\n'.join(line for line in text.splitlines() if 'killed by' in line)
        elif text.strip():
            result.sanitizer += text
    err = result.err.read_text(errors='replace')
    shell = re.findall(r'^.*line \d+: +\d+ (?:Aborted|Segmentation fault|Bus error|Illegal instruction|'
                       r'Floating point exception|Trace/breakpoint trap|Bad system call).*$', err, re.M)
    result.deaths = '\n'.join(filter(None, [result.deaths] + shell))
    if re.search(r'(Address|Leak|Memory|UndefinedBehavior)Sanitizer|runtime error: ', err):
        result.sanitizer += err


def left_behind(place):
    names = sorted(os.listdir(place / 'w'))
    return names, sorted(os.listdir(place / 'tmp'))


def is_empty(path):
    return stat.S_ISREG(os.stat(path).st_mode) and os.path.getsize(path) == 0
