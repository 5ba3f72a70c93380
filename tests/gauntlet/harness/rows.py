"""Rows of the gauntlet: a small block format, one block for each row.

    == M001 sort
    what: read before the buffer: a key offset wraps the pointer
    kind: auto
    run: printf "aa\\nbb\\n" >in; sort +0.18446744073709551615R in
    rc: 0
    check: cmp in $out
    left: in

A line that begins with a blank continues the field above it, on a new line.  Fields:

    what    the bug in one line
    kind    auto heavy slow strace valgrind locale pty root nonroot container multicall
            selinux macos fs manual; several may be given
    each    words; the row is run once for each, with $T set to the word
    run     the command, for `bash -c`
    battery instead of run: commands, one in each line; each must end below status 126, in time, and print
            a diagnostic if it fails
    rc      0, !0, *, a list such as 0|1, or <126
    out     the exact standard output in double quotes, with C escapes
    out~    a regular expression that standard output must contain; err~ the same for standard error
    check   commands, run with trusted tools and `set -e` beside the left files; $rc, $out and $err are set
    left    names that may (not must) remain in the directory, as shell patterns
    limit   seconds; rss: megabytes that no process may exceed
    skip    why the row cannot be run here
    note    what a reader should know, such as releases of the reference that fail it
"""

import fnmatch
import pathlib
import re

FIELDS = {'what', 'kind', 'each', 'run', 'battery', 'rc', 'out', 'out~', 'err~', 'check', 'left', 'limit', 'rss',
          'skip', 'note'}
KINDS = {'auto', 'new', 'heavy', 'slow', 'strace', 'valgrind', 'locale', 'pty', 'strip', 'root', 'nonroot',
         'container', 'race', 'selinux', 'macos', 'fs', 'multicall', 'manual'}


class RowError(Exception):
    """A row file that cannot be understood."""


class Row:
    """One row; fields are read as attributes of the dictionary `fields`."""

    def __init__(self, name, tools, where):
        self.name = name
        self.tools = tools
        self.where = where
        self.fields = {}

    def get(self, key, default=''):
        return self.fields.get(key, default)

    @property
    def kinds(self):
        return set(self.get('kind', 'auto').split())

    def words(self):
        text = self.get('each')
        return [word for word in (text.split('\n') if '\n' in text else text.split()) if word]

    def command(self):
        return self.get('run') or '. "$GAUNTLET/harness/battery.sh"'

    def variants(self):
        """Yield (name, tools, word) for every run of the row."""
        words = self.words()
        if not words:
            yield self.name, self.tools, None
        for word in words:
            tool = word.split()[0]
            label = re.sub(r'[^A-Za-z0-9_.+-]+', '_', word)
            yield f'{self.name}/{label}', sorted(set(self.tools) | {tool}), word

    def verify(self):
        missing = {'what', 'kind'} - set(self.fields)
        if missing or sum(bool(self.get(key)) for key in ('run', 'battery', 'skip')) != 1:
            raise RowError(f'{self.where}: {self.name}: needs what, kind and one of run, battery, skip')
        if not self.get('skip') and 'rc' not in self.fields:
            raise RowError(f'{self.where}: {self.name}: no rc')
        if 'out' in self.fields and not re.fullmatch(r'".*"', self.get('out'), re.S):
            raise RowError(f'{self.where}: {self.name}: out must stand in double quotes')
        if re.search(r'(^|[;\n] *)! ', self.get('check')):
            raise RowError(f'{self.where}: {self.name}: set -e does not see !, put it in parentheses')
        if self.kinds - KINDS:
            raise RowError(f'{self.where}: {self.name}: unknown kind {self.kinds - KINDS}')
        if self.get('rc') == '*' and not {'out', 'out~', 'err~', 'check', 'rss'} & set(self.fields):
            raise RowError(f'{self.where}: {self.name}: nothing is checked')


def parse_file(path):
    rows, key = [], None
    for number, line in enumerate(path.read_text().splitlines(), 1):
        where = f'{path.name}:{number}'
        if line.startswith('== '):
            name, *tools = line[3:].split()
            rows.append(Row(name, tools, where))
            key = None
        elif line.startswith(' ') and key:
            rows[-1].fields[key] += '\n' + line.strip(' ')
        elif line.startswith('#') or not line.strip():
            key = None
        else:
            key, colon, text = line.partition(':')
            if not rows or not colon or key not in FIELDS or key in rows[-1].fields:
                raise RowError(f'{where}: cannot read {line!r}')
            rows[-1].fields[key] = text.strip()
    return rows


def load(folder):
    rows = []
    for path in sorted(pathlib.Path(folder).glob('*.rows')):
        rows += parse_file(path)
    names = [row.name for row in rows]
    if len(set(names)) != len(names):
        raise RowError('a row name is used twice')
    for row in rows:
        row.verify()
    return rows


def rc_matches(wanted, rc):
    if wanted == '*':
        return True
    if wanted.startswith('!'):
        return rc != int(wanted[1:])
    if wanted.startswith('<'):
        return rc < int(wanted[1:])
    return rc in [int(word) for word in wanted.split('|')]


def unexpected(names, patterns):
    return [name for name in names if not any(fnmatch.fnmatchcase(name, p) for p in patterns)]


def unescape(text):
    return text.encode('utf-8').decode('unicode_escape').encode('latin-1')
