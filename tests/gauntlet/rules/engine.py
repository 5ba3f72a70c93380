"""Run one command under the conditions of a rule, and say what happened."""

import os
import pathlib
import re
import resource
import shlex
import signal
import subprocess

import place

SYSTEM = '/usr/local/bin:/usr/bin:/bin'
TIME = 20
MOST = 1 << 20                  # so much output is looked at


class Command:
    """A line of commands.tsv."""

    def __init__(self, program, traits, text):
        self.program, self.traits, self.text = program, set(traits.split()), text

    def words(self, source='text'):
        """The arguments, and the file for standard input or None."""
        text, _, stdin = self.text.partition(' <')
        words = [source if word == '@' else word for word in text.split()]
        return words, stdin or None


def load(path):
    with open(path, encoding='utf-8') as file:
        for line in file:
            if not line.startswith('#'):
                yield Command(*line.rstrip('\n').split('\t'))


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def died(self):
        """A signal that no rule allows, or no end."""
        return self.status in ('time-out',) or (self.status < 0 and self.status not in
                                               (-signal.SIGPIPE, -signal.SIGXFSZ))

    def lines(self):
        return self.err.decode('latin-1').splitlines()

    def normal_out(self):
        """Some lines of progress begin with the program's path."""
        return re.sub(rb'^(?:/\S*/)(\w+): ', rb'\1: ', self.out, flags=re.M)

    def normal_err(self):
        """Quotes and the program's own path are the two sides' own affair."""
        text = self.err.decode('latin-1').replace('\xe2\x80\x98', "'").replace('\xe2\x80\x99', "'")
        text = re.sub(r"^(Try )'(?:/\S*/)?(\S+ --help')", r"\1'\2", text, flags=re.M)
        return re.sub(r'^(?:/\S*/)(\w+): ', r'\1: ', text, flags=re.M)


class Room:
    """Where commands run: a fresh folder for each when they change files."""

    def __init__(self, scratch, bin_dir, ref_dir):
        self.bin, self.ref = bin_dir, ref_dir
        self.folder = pathlib.Path(scratch) / 'place'
        place.make(self.folder)

    def reset(self):
        place.make(self.folder)

    def run(self, words, *, ours=True, stdin=None, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=None,
            limits=(), closed=(), wrapper=(), sigpipe=True, ignore=()):
        """Run WORDS.  LIMITS: pairs for setrlimit; CLOSED: descriptors that are not open; WRAPPER: words in front;
        IGNORE: signals."""
        folder = self.bin if ours else self.ref
        argv = [*wrapper, os.path.join(folder, words[0]), *words[1:]]
        environment = {'PATH': f'{folder}:{SYSTEM}', 'LC_ALL': 'C', 'TZ': 'UTC0', 'HOME': '/', 'TERM': 'dumb', **(env or {})}

        def prepare():
            signal.signal(signal.SIGPIPE, signal.SIG_DFL if sigpipe else signal.SIG_IGN)
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            for number in ignore:
                signal.signal(number, signal.SIG_IGN)
            for what, much in limits:
                resource.setrlimit(what, (much, much))
            for descriptor in closed:
                os.close(descriptor)

        source = open(self.folder / stdin, 'rb') if stdin else subprocess.DEVNULL
        try:
            done = subprocess.run(argv, stdin=source, stdout=stdout, stderr=stderr, env=environment, cwd=self.folder,
                                  timeout=TIME, preexec_fn=prepare, restore_signals=False, check=False)
        except subprocess.TimeoutExpired as late:
            return Result('time-out', late.stdout or b'', late.stderr or b'')
        finally:
            if stdin:
                source.close()
        return Result(done.returncode, (done.stdout or b'')[:MOST], (done.stderr or b'')[:MOST])


def show(words):
    return ' '.join(shlex.quote(w) for w in words)
