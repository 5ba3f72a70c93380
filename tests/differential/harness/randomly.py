"""Random cases from a small grammar for each program.

A grammar is a file random/PROG.opts:

    most 4                     at most so many options in one command
    locales C en_US.UTF-8
    operands 0 2               how many inputs are named
    stdin                      an input may come by standard input instead
    utf8                       no input has bytes that are no characters of UTF-8
    -n                         an option without a value
    -w 0 1 76 x                an option with one of these values, as a word of its own
    --wrap= 0 5                the same, joined
    + a-z A-Z                  a word that always comes before the inputs; one of these
    tree f1 f2 d1              operands are these names of the tree instead of inputs, and the tree is compared

Values are read like words of a shell.
"""

import pathlib
import random
import shlex

import cases
import fixture

INPUTS = 40


class Grammar:
    """What random/PROG.opts says."""

    def __init__(self, path):
        self.program = path.stem
        self.most, self.locales, self.operands, self.stdin, self.utf8 = 4, ['C'], (0, 1), False, False
        self.options, self.fixed, self.names = [], [], []
        for line in path.read_text().splitlines():
            if line.strip() and not line.startswith('#'):
                self.take(shlex.split(line))

    def take(self, words):
        key, values = words[0], words[1:]
        if key == 'most':
            self.most = int(values[0])
        elif key == 'locales':
            self.locales = values
        elif key == 'operands':
            self.operands = (int(values[0]), int(values[1]))
        elif key == 'stdin':
            self.stdin = True
        elif key == 'utf8':
            self.utf8 = True
        elif key == '+':
            self.fixed.append(values)
        elif key == 'tree':
            self.names = values
        else:
            self.options.append((key, values))

    def option(self, rng):
        name, values = rng.choice(self.options)
        if not values:
            return [name]
        value = rng.choice(values)
        return [name + value] if name.endswith('=') else [name, value]

    def command(self, rng, inputs):
        words = [word for _ in range(rng.randrange(self.most + 1)) for word in self.option(rng)]
        fixed = [rng.choice(values) for values in self.fixed]
        files = [rng.choice(self.names or inputs) for _ in range(rng.randint(*self.operands))]
        redirect = f' <{rng.choice(inputs)}' if self.stdin and not files else ''
        if rng.randrange(8) == 0 and self.options and not self.names:
            files += self.option(rng)          # options may follow operands
        return self.program + ''.join(' ' + shlex.quote(word) for word in words + fixed + files) + redirect


def is_utf8(path):
    try:
        path.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    return True


def make(folder, programs, count, seed, place):
    """Write the random inputs into PLACE and return COUNT cases for each program."""
    rng = random.Random(f'inputs {seed}')
    inputs = [f'r{number}' for number in range(INPUTS)]
    for name in inputs:
        (pathlib.Path(place) / name).write_bytes(fixture.random_input(rng))
    result = []
    for path in sorted(pathlib.Path(folder).glob('*.opts')):
        if programs and path.stem not in programs:
            continue
        grammar, rng = Grammar(path), random.Random(f'{path.stem} {seed}')
        usable = [name for name in inputs if not grammar.utf8 or is_utf8(pathlib.Path(place) / name)]
        for number in range(count):
            locale = rng.choice(grammar.locales)
            case = cases.Case(path.stem, f'{path.stem}:random {seed} {number}:{locale}',
                              grammar.command(rng, usable), locale, 'tree' if grammar.names else 'read')
            # Walks report in the order of the directory, which is nobody's promise.
            case.sort = bool(grammar.names) and path.stem not in ('ls', 'dir', 'vdir')
            result.append(case)
    return result
