#!/usr/bin/env python3
"""Print COUNT date strings made at random from SEED, one a line: sensible ones, odd ones, and sensible ones
with a mistake in them."""

import random
import string
import sys

MONTHS = 'Jan feb MAR April may Jun june july Aug Sep sept September oct November dec Dec. sept.'.split()
DAYS = 'Sun mon TUE tues wednes Wed thu thur thurs friday Sat sunday Fri. mon.'.split()
UNITS = 'year years month months fortnight fortnights week weeks day days hour hours minute minutes min mins ' \
        'second seconds sec secs'.split()
ORDINALS = 'last this next first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split()
ZONES = 'UTC GMT UT Z EST EDT PST CET CEST BST IST NST NDT JST MSK NZST NZDT HST a b Y J T t j met dst m'.split()
HALVES = 'am pm AM PM a.m. p.m. A.M. P.M.'.split()
NAMES = 'now today tomorrow yesterday'.split()
NUMBERS = '0 1 2 3 7 9 10 11 12 13 23 24 25 29 30 31 32 59 60 61 99 100 365 999 1000 1234 1259 1970 2000 2004 ' \
          '2024 2038 9999 10000 20240229 20230229 19700101 991231 123456789 99999999999'.split()
PIECES = ['+', '-', ':', '/', ',', '.', '@', 'T', 'ago', 'hence', 'dst', 'am', '(x)', '(', ')', '((a)b)', '?', '_',
          '+1', '-1', '1.5', '-1.5', '1.', '.5', '1,25', 'foo', 'sec', 'TZ="UTC"', "'", '"', '%', '\\', '=', '\xe9']
WIDE = '18446744073709551615 9223372036854775807 9223372036854775808 -9223372036854775808 2147483647 2147483648 ' \
       '4294967296 67767976233532799 1e9 0x10 000000000000000000001 99999999999999999999999'.split()
TZ = ['UTC0UTC-1,M3.5.0,M10.5.0', 'EST5EDT,0/0,J365/25', 'A5', '<a>3', ':UTC', 'right/UTC', 'XXX24:59:59',
      'EST5EDT4,M3.2.0/-1,M11.1.0/+3', 'XXX-25', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Pacific/Apia', 'a"',
      '\\a', '/etc/localtime', 'UTC', 'Europe/London', 'America/New_York', 'XYZ-3', 'EST5EDT', 'Nowhere/Land', '',
      'UTC0', 'a\\"b', '\\\\',
      'Australia/Lord_Howe', '<+0330>-3:30']


class Generator:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def pick(self, words):
        return self.r.choice(words)

    def maybe(self, chance, text):
        return text if self.r.random() < chance else ''

    def number(self, low, high):
        """A number, mostly in a range, sometimes padded or at an edge."""
        roll = self.r.random()
        if roll < 0.03:
            return self.pick(NUMBERS)
        if roll < 0.08:
            return str(self.pick([low - 1, low, high, high + 1]))
        n = self.r.randint(low, high)
        return f'{n:02}' if self.r.random() < 0.6 else str(n)

    def year(self):
        return self.pick([str(self.r.randint(1900, 2100)), str(self.r.randint(1969, 2040)),
                          self.number(0, 99), str(self.r.randint(1, 9999)), f'{self.r.randint(0, 9999):04}'])

    def fraction(self):
        digits = ''.join(self.pick('0123456789') for _ in range(self.r.randint(1, 12)))
        return self.pick('.,') + digits

    def word(self, text):
        return self.pick([text, text.lower(), text.upper(), text.capitalize()])

    def offset(self):
        sign = self.pick('+-') + self.maybe(0.05, ' ')
        return sign + self.pick([self.number(0, 14), f'{self.number(0, 14)}:{self.number(0, 59)}',
                                 f'{self.r.randint(0, 1459):04}', str(self.r.randint(0, 3000))])

    def odd_offset(self):
        """Offsets with seconds, too short, too long, and blanks in them."""
        exact = f'+{self.number(0, 23)}:{self.number(0, 59)}:{self.number(0, 59)}'
        return self.pick([exact, '+24', '-24:00', '+2359', '-2400', '+123456', '+12:', '+:30', '+ 1', '-\t2', '+1.5',
                          '+12:3', '+0060', '+00:60', '+1 :30', '-00'])

    def zone(self):
        roll = self.r.random()
        if roll < 0.04:
            return self.odd_offset()
        if roll < 0.09:
            return self.pick(string.ascii_letters) + self.maybe(0.3, self.offset())
        if roll < 0.5:
            return self.word(self.pick(ZONES))
        if roll < 0.7:
            return self.word(self.pick(ZONES)) + self.maybe(0.3, ' ') + self.offset()
        if roll < 0.8:
            return self.word(self.pick(ZONES)) + ' dst'
        return self.offset()

    def clock(self):
        text = self.number(0, 23)
        if self.r.random() < 0.85:
            text += ':' + self.number(0, 59)
            if self.r.random() < 0.5:
                text += ':' + self.number(0, 60) + self.maybe(0.3, self.fraction())
        return text

    def time(self):
        tail = self.pick(['', '', '', self.pick(['', ' ']) + self.pick(HALVES),
                          self.pick(['', ' ']) + self.offset(), ' ' + self.zone()])
        return self.clock() + tail

    def iso(self):
        return f'{self.year()}-{self.number(1, 12)}-{self.number(1, 31)}'

    def date(self):
        day, month = self.number(1, 31), self.word(self.pick(MONTHS))
        return self.pick([
            self.iso, self.iso,
            lambda: f'{self.number(1, 12)}/{day}' + self.maybe(0.7, f'/{self.year()}'),
            lambda: f'{self.year()}/{self.number(1, 12)}/{day}',
            lambda: f'{day} {month}' + self.maybe(0.7, f' {self.year()}'),
            lambda: f'{day}-{month}' + self.maybe(0.7, f'-{self.year()}'),
            lambda: f'{month} {day}' + self.maybe(0.6, f', {self.year()}'),
            lambda: f'{month}-{day}-{self.year()}',
            lambda: f'{self.r.randint(1, 9999):04}{self.number(1, 12)}{self.number(1, 31)}',
        ])()

    def shift(self):
        unit = self.word(self.pick(UNITS))
        count = self.pick([str(self.r.randint(0, 40)), self.pick('+-') + str(self.r.randint(0, 400)),
                           self.pick(NUMBERS), self.pick(ORDINALS), '', str(self.r.randint(0, 9)) + self.fraction(),
                           '-' + str(self.r.randint(0, 9)) + self.fraction(), '+ 3', '- 2', '--2', '+-1'])
        return (count + self.pick([' ', ' ', '']) + unit + self.maybe(0.3, ' ' + self.pick(['ago', 'AGO', 'hence']))
                if self.r.random() < 0.85 else self.word(self.pick(NAMES)))

    def day(self):
        return self.pick([self.word(self.pick(DAYS)), self.word(self.pick(DAYS)) + ',',
                          self.pick(ORDINALS) + ' ' + self.pick(DAYS), self.pick(NUMBERS) + ' ' + self.pick(DAYS)])

    def week(self):
        """Ordinals and numbers of days, weekdays and weeks, and what looks like the weeks of ISO 8601."""
        return self.pick([
            lambda: f'{self.pick(ORDINALS)} {self.pick(DAYS)} {self.pick(ORDINALS)} {self.pick(UNITS)}',
            lambda: f'{self.r.randint(-9, 9)} {self.pick(["weekday", "weekdays", "week days"])}{self.maybe(0.5, " ago")}',
            lambda: f'{self.year()}-W{self.number(1, 53)}-{self.r.randint(0, 8)}',
            lambda: f'{self.year()}W{self.number(1, 53)}{self.r.randint(1, 7)}',
            lambda: f'{self.year()}-{self.number(1, 366)}',
            lambda: f'{self.r.randint(1, 31)}{self.pick(["st", "nd", "rd", "th"])} {self.pick(MONTHS)}',
            lambda: f'{self.r.randint(-5, 60)} {self.pick(DAYS)}',
            lambda: f'{self.pick(DAYS)} {self.pick(ORDINALS)} week'])()

    def wide(self):
        """Numbers that fit no int, or no number at all."""
        sign, number = self.pick(['', '', '+', '-']), self.pick(WIDE)
        return self.pick([
            lambda: f'{sign}{number} {self.pick(UNITS)}{self.maybe(0.3, " ago")}', lambda: f'@{sign}{number}',
            lambda: f'{number}-{self.number(1, 12)}-{self.number(1, 31)}', lambda: f'{sign}{number}',
            lambda: f'{self.number(1, 12)}/{self.number(1, 31)}/{number}',
            lambda: f'{self.number(0, 23)}:{number}',
            lambda: f'{self.clock()}.{number}{self.pick(HALVES)}'])()

    def comment(self):
        return self.pick(['(x)', '( a (b) c)', '(', ')', '()', '(2004)', '((', '(12:00)', '(\\))'])

    def seconds(self):
        return '@' + self.pick(['', '-', '+', ' ']) + self.pick(NUMBERS) + self.maybe(0.4, self.fraction())

    def iso_time(self):
        return self.iso() + self.pick('Tt') + self.clock() + self.maybe(0.5, self.pick(['Z', 'z', self.offset()]))

    def plain(self):
        parts = []
        for chance, part in ((0.2, self.day), (0.5, self.date), (0.4, self.time), (0.12, self.zone),
                             (0.3, self.shift), (0.12, self.shift), (0.06, lambda: self.pick(NUMBERS)),
                             (0.05, self.iso_time), (0.02, self.seconds), (0.05, self.week),
                             (0.03, self.wide), (0.04, self.comment)):
            if self.r.random() < chance:
                parts.append(part())
        if self.r.random() < 0.25:
            self.r.shuffle(parts)
        return self.pick([' ', ' ', ' ', '  ', '\t']).join(parts)

    def soup(self):
        """Words of the language in no order."""
        words = [self.pick([lambda: self.pick(NUMBERS), lambda: self.pick(PIECES), lambda: self.pick(UNITS),
                            lambda: self.pick(DAYS), lambda: self.pick(MONTHS), lambda: self.pick(ZONES),
                            lambda: self.pick(ORDINALS), lambda: self.pick(HALVES), lambda: self.pick(NAMES)])()
                 for _ in range(self.r.randint(1, 6))]
        return self.pick(['', ' ', ' ']).join(words)

    def broken(self):
        text = list(self.plain() or 'now')
        for _ in range(self.r.randint(1, 2)):
            at = self.r.randrange(len(text))
            what = self.r.random()
            if what < 0.4:
                text[at] = self.pick(['', ' ', '0', '9', ':', '-', '+', '.', 'x', '/'])
            elif what < 0.7:
                text.insert(at, self.pick(PIECES))
            else:
                text[at] = text[self.r.randrange(len(text))]
        return ''.join(text)

    def line(self):
        roll = self.r.random()
        if roll < 0.68:
            text = self.plain()
        elif roll < 0.78:
            text = self.shift() + self.maybe(0.6, ' ' + self.shift()) + self.maybe(0.3, ' ' + self.zone())
        elif roll < 0.88:
            text = self.broken()
        else:
            text = self.soup()
        if self.r.random() < 0.04:
            text = self.maybe(0.2, ' ') + f'TZ="{self.pick(TZ)}"' + self.maybe(0.8, ' ') + text
        return text


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    generator = Generator(seed)
    out = ''.join(generator.line() + '\n' for _ in range(count))
    sys.stdout.buffer.write(out.encode('latin-1'))


main()
