"""Case files: one command in each line.

    # a comment
    inputs: text mb empty        what %I stands for in the lines below
    locales: C C.UTF-8           the locales that each line below is run in
    mode: read                   read: in a common directory that nothing may change; tree: in a fresh copy of a
                                 tree, which is compared afterwards
    cat -n %I                    a case for each input
    tr a b <%I                   the same, through standard input
    cut -c1 mb ## since=9.11 -c counts characters ## locales=C.UTF-8 ## out="..."

After ` ## ` come remarks: `since=RELEASE why` says that the answer of an older reference differs by design, and then
rc=, out="..." and err~=REGEX state what is right; `stderr=any why` leaves the diagnostic's text alone
and `tree=any why` the tree; `locales=...` overrides; `sort` compares the lines of output and diagnostics in any order.
"""

import pathlib
import re

DIRECTIVES = ('inputs', 'locales', 'mode', 'fixture')


class CaseError(Exception):
    """A case file that cannot be understood."""


class Case:
    """One command in one locale."""

    def __init__(self, program, name, command, locale, mode):
        self.program, self.name, self.command = program, name, command
        self.locale, self.mode = locale, mode
        self.since = self.any_stderr = self.any_tree = None
        self.wanted = {}
        self.sort = False

    def remark(self, text):
        key, equals, value = text.partition('=')
        if key == 'since':
            self.since = value
        elif key == 'stderr' and value.startswith('any '):
            self.any_stderr = value
        elif key == 'tree' and value.startswith('any '):
            self.any_tree = value
        elif key in ('rc', 'out', 'err~') and equals:
            self.wanted[key] = value
        elif text == 'sort':
            self.sort = True
        elif key != 'locales':
            raise CaseError(f'{self.name}: unknown remark {text!r}')

    def verify(self):
        if bool(self.since) != bool(self.wanted):
            raise CaseError(f'{self.name}: since= and what is right belong together')


def expanded(program, number, line, state):
    """Yield the cases of one line."""
    command, *remarks = [part.strip() for part in line.split(' ## ')]
    locales = state['locales'].split()
    for remark in remarks:
        if remark.startswith('locales='):
            locales = remark.removeprefix('locales=').split()
    inputs = state['inputs'].split() if '%I' in command else [None]
    for word in inputs:
        for locale in locales:
            name = f'{program}:{number}' + (f':{word}' if word else '') + f':{locale}'
            text = command.replace('%I', word) if word else command
            case = Case(program, name, text, locale, state['mode'])
            for remark in remarks:
                case.remark(remark)
            case.verify()
            yield case


def parse(path):
    state = {'inputs': 'text', 'locales': 'C', 'mode': 'read'}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'(\w+): (.*)$', line)
        if not line.strip() or line.startswith('#'):
            continue
        if match and match.group(1) in DIRECTIVES:
            state[match.group(1)] = match.group(2)
        else:
            yield from expanded(path.stem, number, line, state)


def load(folder, programs):
    for path in sorted(pathlib.Path(folder).glob('*.cases')):
        if not programs or path.stem in programs:
            yield from parse(path)
