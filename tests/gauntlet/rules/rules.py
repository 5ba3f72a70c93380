"""The rules: each yields (title, reasons) for one command; no reasons mean that it holds."""

import os
import re
import resource
import signal
import subprocess

import engine
import place
from engine import show

READ_INPUTS = ('text', 'empty', 'nul', 'bytes', 'utf8', 'broken', 'crlf')
NAMES = ('', '-', '--', '-dash', 'new\nline', ' blank ', 'a' * 255, 'a' * 256, '/'.join(['d'] * 2047), 'x/' * 2500,
         'esc\x1b', 'c1\x80', 'text/', 'text//', '.', '..', '//x', 'missing')
TYPES = ('tree', 'dangling', 'loop', '/dev/null', '/proc/self/status', '/proc/version', '/sys/kernel/mm/hugepages')
VARIABLES = ('LC_ALL LANGUAGE TZ COLUMNS TABSIZE LS_COLORS QUOTING_STYLE TIME_STYLE BLOCK_SIZE BLOCKSIZE LS_BLOCK_SIZE '
             'TMPDIR POSIXLY_CORRECT _POSIX2_VERSION OMP_NUM_THREADS OMP_THREAD_LIMIT SIMPLE_BACKUP_SUFFIX '
             'VERSION_CONTROL SHELL HOME PWD TERM COLORTERM').split()
VALUES = ('', 'x' * 100000, '%s%n%d', '/../..//', '-1', '99999999999999999999')
NAMELESS = {'echo', 'true', 'false', 'test', 'printf', 'expr'}          # --help of these is an operand, or silent


def differs(ours, ref, stderr=False, own_text=False):
    reasons = []
    if ours.died():
        reasons.append(f'status {ours.status}')
    if ours.status != ref.status:
        reasons.append(f'status {ours.status}, reference {ref.status}')
    if bool(ours.out) != bool(ref.out) if own_text else ours.normal_out() != ref.normal_out():
        reasons.append(f'output {ours.out[:60]!r}, reference {ref.out[:60]!r}')
    if stderr and ours.normal_err() != ref.normal_err():
        reasons.append(f'stderr {ours.normal_err()[:150]!r}, reference {ref.normal_err()[:150]!r}')
    return reasons


def both(room, words, **how):
    """Run on both sides, each in a fresh folder."""
    results = []
    for ours in (True, False):
        room.reset()
        results.append(room.run(words, ours=ours, **how))
    return results


# ---- G01: write errors ----

def g01_write_errors(room, command, options):
    if 'prints' not in command.traits:
        return
    words, stdin = command.words()
    variants = [words]
    if command.program not in NAMELESS:
        variants += [[command.program, '--help'], [command.program, '--version']]
    for line in variants:
        with open('/dev/full', 'wb') as full:
            yield f'{show(line)} >/dev/full', full_reasons(both(room, line, stdin=stdin, stdout=full),
                                                           b'No space left on device')
        yield f'{show(line)} >&-', full_reasons(both(room, line, stdin=stdin, closed=(1,)), b'Bad file descriptor')
        for ignored in (False, True):
            yield f'{show(line)} | : {"with SIGPIPE ignored" * ignored}', pipe_reasons(room, line, stdin, ignored)


def full_reasons(sides, text):
    """One diagnostic with the reason; or what the reference says, word for word."""
    got, ref = sides
    reasons = []
    if got.died() or got.status == 0 != ref.status:
        reasons.append(f'status {got.status}')
    if (len(got.lines()) != 1 or text not in got.err) and got.normal_err() != ref.normal_err():
        reasons.append(f'stderr {got.err[:120]!r}')
    return reasons


def pipe_reasons(room, words, stdin, ignored):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        got, ref = both(room, words, stdin=stdin, stdout=writer, sigpipe=not ignored)
    finally:
        os.close(writer)
    if not ignored:
        return [] if got.status == -signal.SIGPIPE else [f'status {got.status}, not SIGPIPE']
    return full_reasons((got, ref), b'Broken pipe')


# ---- G02: standard error cannot be written ----

def g02_stderr_errors(room, command, options):
    if command.program == 'yes':
        return                  # it would write for ever
    for line in ([command.program, '--no-such-option'], [command.program, 'missing/file', 'missing/too']):
        expected, _ = both(room, line, env={'POSIXLY_CORRECT': ''})
        with open('/dev/full', 'wb') as full:
            room.reset()
            got = [room.run(line, stderr=full, env={'POSIXLY_CORRECT': ''})]
        room.reset()
        got.append(room.run(line, closed=(2,), env={'POSIXLY_CORRECT': ''}))
        for title, one in zip(('2>/dev/full', '2>&-'), got):
            same = one.status == expected.status or (expected.status == 0 and one.status in (0, 1))
            yield f'{show(line[:2])} {title}', [] if same and not one.died() else [f'status {one.status}, not {expected.status}']


# ---- G03: no file takes the place of a closed descriptor and is written to by mistake ----

OPENED = re.compile(r'^(?:\d+ +)?open(?:at)?\(.*?"(.*?)".*\) = ([012])$')
CLOSED = re.compile(r'^(?:\d+ +)?close\((\d+)\)')
WRITTEN = re.compile(r'^(?:\d+ +)?write\(([012]),')


def g03_closed_descriptors(room, command, options):
    words, stdin = command.words()
    if command.program == 'yes':
        return
    for closed in ((0,), (1,), (2,), (0, 1), (1, 2), (0, 2), (0, 1, 2)):
        room.reset()
        trace = room.folder.parent / 'trace'
        got = room.run(words, stdin=stdin, closed=closed,
                       wrapper=('strace', '-f', '-o', str(trace), '-e', 'trace=open,openat,close,write'))
        yield f'{show(words)} without {closed}', misplaced(trace, got)


def misplaced(trace, got):
    reasons, files = [f'status {got.status}'] if got.died() else [], {}
    for line in trace.read_text(errors='replace').splitlines() if trace.exists() else ():
        if found := OPENED.match(line):
            files[found[2]] = found[1]
        elif found := CLOSED.match(line):
            files.pop(found[1], None)
        elif (found := WRITTEN.match(line)) and files.get(found[1], '/dev/') not in ('/dev/null', '/dev/full', '/dev/'):
            reasons.append(f'wrote into {files[found[1]]} as descriptor {found[1]}')
    return reasons[:1]


# ---- G04: read errors ----

def g04_read_errors(room, command, options):
    if 'reads' not in command.traits:
        return
    words, _ = command.words('tree')
    yield f'{show(words)}', differs(*both(room, words))
    words, _ = command.words('text')
    room.reset()
    target = str(room.folder / 'text')
    got = room.run(words, wrapper=('strace', '-f', '-o', '/dev/null', '-P', target,
                                   '-e', 'inject=read,pread64,splice,copy_file_range,sendfile,mmap:error=EIO'))
    reasons = [] if got.status > 0 and b'Input/output error' in got.err else [f'status {got.status}, {got.err[:100]!r}']
    yield f'{show(words)} with EIO', reasons + [f'status {got.status}'] * got.died()


# ---- G05: short and interrupted input and output ----

def g05_short_io(room, command, options):
    library = short_io(room.folder.parent)
    if options.no_vlimit or command.program == 'yes' or 'prints' not in command.traits or not library:
        return
    words, stdin = command.words()
    expected, _ = both(room, words, stdin=stdin)
    for fault in ('1', '7', 'EINTR'):
        room.reset()
        got = room.run(words, stdin=stdin, env={'LD_PRELOAD': library, 'SHORT_IO': fault})
        yield f'{show(words)} in steps of {fault}', [] if got.out == expected.out and got.status == expected.status else [
            f'status {got.status}, output {got.out[:60]!r}, not {expected.out[:60]!r}, {got.err[:80]!r}']


def short_io(folder):
    library = folder / 'short-io.so'
    if not library.exists():
        source = os.path.join(os.path.dirname(__file__), 'short-io.c')
        subprocess.run(['cc', '-O1', '-shared', '-fPIC', '-o', str(library), source, '-ldl'], check=True)
    return str(library)


# ---- G06: no memory ----

def g06_no_memory(room, command, options):
    if options.no_vlimit or command.program == 'yes':
        return
    words, stdin = command.words()
    expected, _ = both(room, words, stdin=stdin)
    for size in (3, 4, 5, 6, 8, 12, 16) if options.quick else range(2, 24):
        room.reset()
        got = room.run(words, stdin=stdin, limits=((resource.RLIMIT_AS, size << 20),))
        # Below some size the loader itself cannot start the program.
        loader = got.status == 127 or b'error while loading' in got.err or got.status in (-9, -11)
        if loader and size < 8:
            continue
        same = got.out == expected.out or 'random' in command.traits
        good = not got.died() and (got.status != 0 or same)
        good = good and (got.status == expected.status or got.err)
        yield f'{show(words)} in {size} MiB', [] if good else [f'status {got.status}, {got.err[:100]!r}']


# ---- G08: few descriptors ----

def g08_few_descriptors(room, command, options):
    if 'big' not in command.traits:
        return
    words, stdin = command.words()
    for number in (8, 20):
        room.reset()
        got = room.run(words, stdin=stdin, limits=((resource.RLIMIT_NOFILE, number),))
        good = not got.died() and (got.status == 0 or got.err)
        yield f'{show(words)} with {number} descriptors', [] if good else [f'status {got.status}, {got.err[:100]!r}']


# ---- G10: limited file size ----

def g10_file_size(room, command, options):
    if 'big' not in command.traits or command.program == 'rm':
        return
    words, stdin = command.words()
    for ignored in (False, True):
        room.reset()
        got = room.run(words, stdin=stdin, limits=((resource.RLIMIT_FSIZE, 2),), ignore=(signal.SIGXFSZ,) * ignored)
        good = got.status == -signal.SIGXFSZ if not ignored else got.status > 0 and b'File too large' in got.err
        yield f'{show(words)} within 2 bytes, {"SIGXFSZ ignored" * ignored}', [] if good else [
            f'status {got.status}, {got.err[:100]!r}']


# ---- G11: names ----

def g11_names(room, command, options):
    if 'reads' not in command.traits:
        return
    for name in NAMES:
        words, _ = command.words(name)
        yield f'{show(words)[:60]}', differs(*both(room, words), stderr=True)


# ---- G12: types of files ----

def g12_types(room, command, options):
    if 'reads' not in command.traits:
        return
    for name in TYPES:
        words, _ = command.words(name)
        volatile = name in ('/proc/self/status',)
        ours, ref = both(room, words)
        if volatile:
            ours.out = ref.out = ours.err = ref.err = b''
        yield f'{show(words)}', differs(ours, ref, stderr=True)


# ---- G13, G14: sizes and bytes ----

def g13_sizes(room, command, options):
    if 'reads' not in command.traits:
        return
    sizes = (1, 4096, 65537, 262145) if options.quick else (0, 1, 4095, 4096, 4097, 65535, 65536, 65537, 131071, 131072,
                                                            131073, 262143, 262144, 262145)
    for size in sizes:
        for end in (b'', b'\n'):
            content = (b'some words and 123 \t more\n' * (size // 26 + 1))[:max(0, size - len(end))] + end
            results = []
            for ours in (True, False):
                room.reset()
                (room.folder / 'sized').write_bytes(content)
                results.append(room.run(command.words('sized')[0], ours=ours))
            yield f'{command.text} of {size} bytes{" with a last newline" * bool(end)}', differs(*results)


def g14_bytes(room, command, options):
    if 'reads' not in command.traits:
        return
    for name in READ_INPUTS:
        if b'\xff' in place.FILES[name] and 'lossy' in command.traits:
            continue
        for locale in ('C', 'C.UTF-8', 'en_US.ISO-8859-1'):
            if locale == 'C.UTF-8' and 'bytewise' in command.traits:
                continue
            words, _ = command.words(name)
            yield f'{show(words)} in {locale}', differs(*both(room, words, env={'LC_ALL': locale}))


# ---- G18: the environment ----

def g18_environment(room, command, options):
    if command.program == 'yes' or 'random' in command.traits:
        return
    words, stdin = command.words()
    for variable in VARIABLES:
        for value in VALUES[:3] if options.quick else VALUES:
            if variable == 'TMPDIR' and command.program == 'mktemp':
                continue
            ours, ref = both(room, words, stdin=stdin, env={variable: value})
            yield f'{variable}={value[:20]} {show(words)}', differs(ours, ref, own_text='own' in command.traits)


ALL = (g01_write_errors, g02_stderr_errors, g03_closed_descriptors, g04_read_errors, g05_short_io, g06_no_memory,
       g08_few_descriptors, g10_file_size, g11_names, g12_types, g13_sizes, g14_bytes, g18_environment)
