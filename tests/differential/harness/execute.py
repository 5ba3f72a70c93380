"""Run one command with one set of programs and take down all that it did."""

import hashlib
import os
import re
import selectors
import shlex
import stat
import subprocess
import time

SYSTEM = '/usr/local/bin:/usr/bin:/bin'
LIMIT = 20
MOST = 32 << 20
SHELL = re.compile(r'[|;&$`(){}<>*?"\'\\~#!\[\]]|^[^ ]*=')
STDIN = re.compile(r'^([^|;&$`(){}<>*?"\'\\~#!\[\]]+) <([\w./-]+)$')


class Outcome:
    """Status, output, diagnostics and the tree that is left."""

    def __init__(self, status, out, err, tree=None):
        self.status, self.out, self.err, self.tree = status, out, err, tree


def environment(bin_dir, locale, home):
    return {'PATH': f'{bin_dir}:{SYSTEM}', 'LC_ALL': locale, 'TZ': 'UTC0', 'HOME': str(home), 'TERM': 'xterm',
            'TMPDIR': '/tmp', 'USER': 'user', 'SHELL': '/bin/sh'}


def argv_of(command, bin_dir):
    """Return the words to run and the file for standard input; a shell only where one is needed."""
    match = STDIN.match(command)
    plain, source = (match.group(1), match.group(2)) if match else (command, os.devnull)
    if SHELL.search(plain):
        return ['bash', '--norc', '-c', command], os.devnull
    words = shlex.split(plain)
    return words, source


def run(command, bin_dir, locale, cwd):
    words, source = argv_of(command, bin_dir)
    env = environment(bin_dir, locale, cwd)
    program = os.path.join(bin_dir, words[0])
    stdin = os.open(os.path.join(cwd, source), os.O_RDONLY)      # it may be a directory
    process = subprocess.Popen(words, executable=program if os.path.exists(program) else None, cwd=cwd, env=env,
                               stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=False,
                               process_group=0)
    os.close(stdin)
    out, err, stopped = drain(process)
    return Outcome(stopped or process.wait(), out, err)


def drain(process):
    """Read both streams to their ends; a program that writes or runs without end is stopped."""
    streams = {process.stdout: [], process.stderr: []}
    end, size, stopped = time.monotonic() + LIMIT, 0, None
    with selectors.DefaultSelector() as ready:
        for stream in streams:
            ready.register(stream, selectors.EVENT_READ)
        while ready.get_map():
            for key, _ in ready.select(timeout=1):
                data = os.read(key.fd, 1 << 16)
                size += len(data)
                streams[key.fileobj].append(data)
                if not data:
                    ready.unregister(key.fileobj)
            if not stopped and (size > MOST or time.monotonic() > end):
                stopped = 'endless output' if size > MOST else 'time-out'
                os.killpg(process.pid, 9)
    process.stdout.close()
    process.stderr.close()
    if stopped:
        process.wait()
    return *(b''.join(parts)[:MOST // 2] for parts in streams.values()), stopped


def normal_stderr(err):
    """Quotes differ between locales' catalogues and the program's path between the two sides; the possible meanings
    of an ambiguous option come in some order; and what the reference says once more of a closed standard input when it
    ends, after it has failed to read it, need not be said twice.  No more."""
    text = err.decode('latin-1')
    for quote in ('\xe2\x80\x98', '\xe2\x80\x99'):
        text = text.replace(quote, "'")
    text = re.sub(r"^(?:/\S*/)?([\w\[]+): ", r'\1: ', text, flags=re.M)
    text = re.sub(r"(?<=is ambiguous; possibilities:).*", lambda found: ' '.join(sorted(found[0].split())), text)
    text = re.sub(r"(: Bad file descriptor\n)\w+: (?:-|closing standard input): Bad file descriptor\n\Z", r'\1', text)
    return re.sub(r"^(Try )'(?:/\S*/)?(\S+ --help')", r"\1'\2", text, flags=re.M)


def entry_of(path, inodes, now):
    info = os.lstat(path)
    kind = stat.S_IFMT(info.st_mode)
    fields = [f'{info.st_mode:o}', f'{info.st_uid}:{info.st_gid}', f'links={info.st_nlink}' * (not stat.S_ISDIR(kind))]
    if stat.S_ISREG(kind):
        with open(path, 'rb') as data:
            fields.append(f'{info.st_size} {hashlib.sha256(data.read()).hexdigest()[:16]}')
        fields.append('sparse' if info.st_blocks * 512 < info.st_size else 'full')
    elif stat.S_ISLNK(kind):
        fields.append('-> ' + os.readlink(path).decode('latin-1'))
    # A time is either kept from the fixture, to the nanosecond, or it is "now".
    fields.append('mtime=now' if info.st_mtime > now - 3600 else f'mtime={info.st_mtime_ns}')
    fields.append(f'first={inodes.setdefault((info.st_dev, info.st_ino), len(inodes))}' if info.st_nlink > 1 else '')
    return ' '.join(filter(None, fields))


def snapshot(top):
    """Name each file below TOP with all that a copy may keep or lose."""
    inodes, now, entries = {}, time.time(), {}
    for folder, folders, names in os.walk(os.fsencode(top)):
        folders.sort()
        for name in sorted(folders + names):
            path = os.path.join(folder, name)
            entries[os.path.relpath(path, os.fsencode(top)).decode('latin-1')] = entry_of(path, inodes, now)
    return entries
