"""The files that cases read and change; the same bytes at every run."""

import os
import pathlib
import random
import shutil

OLD = 1_000_000_000          # September 2001: a time stamp that a copy keeps or loses visibly
WORDS = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar'.split()
MULTI = ('é', 'ß', 'Å', 'ñ', 'ж', 'λ', '中', '文', '한', 'あ', '😀', 'e\u0301', '\u3000', '\u00a0', '\u200b', 'İ', 'ſ',
         '\u2028', 'ﬀ', '１')


def text_inputs(rng):
    lines = [' '.join(rng.choices(WORDS, k=rng.randrange(1, 8))) for _ in range(30)]
    return {
        'text': ('\n'.join(lines) + '\n').encode(),
        'nonl': ('\n'.join(lines[:5])).encode(),
        'crlf': ('\r\n'.join(lines[:6]) + '\r\n').encode(),
        'blank': b'\n\n\na\tb  c\n   \n\t\n\n x\t \n\n\n\nend\n\n',
        'dups': ''.join((line + '\n') * n for line, n in zip(lines[:12], (1, 2, 1, 3, 1, 1, 4, 2, 1, 1, 2, 5))).encode(),
        'case': b'Alpha one\nalpha one\nALPHA two\nbeta\nBeta\n beta\n  beta x\nbeta  x\n',
        'long': b'x' * 70000 + b' y\n' + b'short\n' + b'ab\tc ' * 30000 + b'\nlast\n',
    }


def odd_inputs(rng):
    mixed = [''.join(rng.choices(list(MULTI) + ['a', 'b', ' ', '\t', ':'], k=rng.randrange(0, 14))) for _ in range(25)]
    bad = b'ok\n\xff\xfe\nab\xc3\nc\xe2\x82\n\xf0\x9f\x98 z\n\xc3\xa9\xff\xc3\xa9\n\xed\xa0\x80\n\xc0\x80\n\x80\n'
    return {
        'mb': ('\n'.join(mixed) + '\n').encode(),
        'bad': bad,
        'nul': b'a\0b\0\n\0\nc\0c\0c\n\0\0\0\nend\0',
        'empty': b'',
        'bytes': bytes(range(256)) * 2 + b'\n',
        'latin': 'åäö Åse\nÄrlig Öl\nzebra\néclair\nEclair\nande\n\xa0nbsp\n'.encode('latin-1'),
        'ctrl': b'\x01\x02\x1b[31mred\x1b[0m\x7f\n\x08\x0c\x0b\r\n',
        'newline': b'\n',
        'rand': rng.randbytes(3000),
    }


def data_inputs(rng):
    rows = [(rng.choice(WORDS), rng.randrange(-50, 50), rng.choice('XYZ'), f'{rng.uniform(-9, 9):.3f}')
            for _ in range(25)]
    return {
        'tabs': ''.join('\t'.join(map(str, row)) + '\n' for row in rows).encode() + b'nodelim\n\t\t\t\n',
        'colon': ''.join(':'.join(map(str, row)) + '\n' for row in rows).encode() + b'no delimiter\n::::\n:a\nb:\n',
        'spaces': ''.join(' ' * rng.randrange(3) + '  '.join(map(str, row)) + '\n' for row in rows).encode(),
        'nums': ''.join(f'{rng.randrange(-1000, 1000)}\n' for _ in range(20)).encode()
        + b'007\n-0\n0\n1e3\n0x1f\n+5\n 12\n1,000\n.5\n-.5\n\nNaN\ninf\nabc\n12abc\n' + b'9' * 40 + b'\n',
        'human': b'1K\n2M\n512\n1G\n3k\n1.5M\n-2K\n0\n1Ki\n900K\n1R\n\nx\n',
        'month': b'feb\nJAN\nmar 3\n Dec\nfoo\nApr\nmay\nsep\njune\nOct.\n\n',
        'versions': b'a-1.10\na-1.9\na-1.9.tar.gz\na-1.09\na-1.9~rc1\na\n.a\n..\n.\na-1.a\nb-2\na-1.10.1\n',
        'pairs': b'b 2 x\na 1 y\nb 1 z\na 10 w\na 2 v\nb 2 u\n',
        'zlines': b'b\0a\0c c\0a\0\0B',
        'b64': b'aGVsbG8gd29ybGQKbW9yZSBieXRlcw==\n', 'b64bad': b'aGVs bG8*\n', 'b64nopad': b'aGVsbG8\n',
        'b32': b'NBSWY3DPEB3W64TMMQFA====\n', 'b16': b'68656c6C6F0a\n', 'b2m': b'0110100001101001\n',
    }


def make_inputs(place, rng):
    for maker in (text_inputs, odd_inputs, data_inputs):
        for name, data in maker(rng).items():
            (place / name).write_bytes(data)


def put(path, data, mode=0o644, age=0):
    path.write_bytes(data)
    path.chmod(mode)
    os.utime(path, (OLD + age, OLD + age))


def make_tree(top):
    """A little of every type of file.  Directories get their time last."""
    top.mkdir()
    for name, mode in (('d1', 0o755), ('d1/sub', 0o700), ('d2', 0o755), ('d3', 0o2775), ('d1/sub/deep', 0o755)):
        (top / name).mkdir()
        (top / name).chmod(mode)
    put(top / 'f1', b'one\n')
    put(top / 'f2', b'two two\n' * 300, age=100)
    put(top / 'exe', b'#!/bin/sh\n', 0o755, 200)
    put(top / 'ro', b'read only\n', 0o444, 300)
    put(top / 'priv', b'secret\n', 0o600, 400)
    put(top / 'suid', b'x\n', 0o4755, 500)
    put(top / 'empty', b'', age=600)
    put(top / 'd1/a', b'aaa\n', age=700)
    put(top / 'd1/b.txt', b'bbb\n', age=800)
    put(top / 'd1/sub/c', b'ccc\n', age=900)
    put(top / 'd1/.hidden', b'h\n', age=950)
    put(top / 'd3/f1', b'other one\n', age=1000)
    put(top / 'name with space', b's\n', age=1100)
    put(top / "quo'te", b'q\n', age=1150)
    put(top / '-dash', b'-\n', age=1200)
    put(top / 'f1~', b'older\n', age=1250)
    os.link(top / 'f2', top / 'hard')
    os.link(top / 'd1/a', top / 'd1/sub/hard-a')
    for name, target in (('ln-f', 'f1'), ('ln-d', 'd1'), ('ln-dangling', 'nowhere'), ('ln-loop', 'ln-loop'),
                         ('d1/ln-up', '../f1')):
        (top / name).symlink_to(target)
    os.mkfifo(top / 'pipe')
    with open(top / 'sparse', 'wb') as sparse:
        sparse.seek(1 << 20)
        sparse.write(b'end\n')
    for path in sorted(top.rglob('*'), reverse=True):
        os.utime(path, (OLD + 2000, OLD + 2000), follow_symlinks=False) if path.is_symlink() or path.is_dir() else None
    os.utime(top / 'sparse', (OLD + 1300, OLD + 1300))
    os.utime(top / 'pipe', (OLD + 1400, OLD + 1400))


def make(place):
    place = pathlib.Path(place)
    if place.exists():
        shutil.rmtree(place)
    place.mkdir(parents=True)
    make_inputs(place, random.Random(910))
    make_tree(place / 't')
    os.utime(place / 't', (OLD, OLD))


def random_input(rng):
    """A small input of a random kind, biased to what breaks parsers of lines."""
    kind = rng.randrange(6)
    if kind == 0:
        return rng.randbytes(rng.randrange(0, 300))
    if kind == 1:
        return bytes(rng.choices(b'ab \t\n:,0', k=rng.randrange(0, 200)))
    if kind == 2:
        return ''.join(rng.choices(list(MULTI) + list('aB \n\t:'), k=rng.randrange(0, 80))).encode()
    if kind == 3:
        return ''.join(rng.choice(WORDS)[:rng.randrange(1, 9)] + rng.choice(' :\t') + f'{rng.randrange(-99, 999)}\n'
                       for _ in range(rng.randrange(0, 30))).encode()
    if kind == 4:
        return (rng.choice([b'a\n', b'\n', b'A\n', b'a b\n', b'\0', b'\xff\n']) * rng.randrange(1, 5)
                + rng.choice([b'', b'x', b'\r\n'])) * rng.randrange(1, 9)
    return bytes(rng.choices(b'abcxyzABC .-_', k=rng.choice([1, 4095, 4096, 4097, 9000]))) + rng.choice([b'', b'\n'])
