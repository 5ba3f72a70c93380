"""Input files of the benchmarks, the same bytes on every machine."""

import base64
import os
import pathlib
import random

WORDS = ('the of and to in a is that for it as was with be by on not he his but at are this have from or had an '
         'they which one you were all her she there would their we him been has when who will no more if out so '
         'up said what its about than into them can only other time new some could these two may first then do '
         'any like my now over such our man me even most made after also did many off before must well back '
         'through years much where your way down should because long each just state those people too mister how '
         'little good world make very year still see own work men day get here between both being under never '
         'know same last another while us might great go come since against right came take used himself few '
         'house american use place during high without again home around small however found school part').split()
FOREIGN = ('être', 'naïve', 'größe', 'über', 'señor', 'años', 'ёлка', 'мир', 'слово', 'λόγος', 'ψυχή', '東京',
           '漢字', '日本語', '한국어', '😀', 'żółw', 'İstanbul', 'Đông', 'ﬁn')
MIB = 1 << 20


def grown(block, size):
    """Repeat a block to a size that is cut at a line's end."""
    return block * max(1, size // len(block))


def text_block(rng, words, lines):
    pick = rng.choice
    return ''.join(' '.join(pick(words) for _ in range(rng.randrange(2, 14))) + '\n' for _ in range(lines))


def fields_block(rng, lines):
    return ''.join('\t'.join((rng.choice(WORDS), str(rng.randrange(10**6)), rng.choice(WORDS),
                              f'{rng.random():.5f}', rng.choice(WORDS) * 2, str(rng.randrange(99)))) + '\n'
                   for _ in range(lines))


def runs_block(rng, lines):
    out = []
    for _ in range(lines):
        out.append((' '.join(rng.choice(WORDS) for _ in range(rng.randrange(1, 6))) + '\n') * rng.randrange(1, 5))
    return ''.join(out)


def sort_lines(rng, lines):
    letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ   -_.'
    return ''.join(''.join(rng.choices(letters, k=rng.randrange(5, 40))) + '\n' for _ in range(lines))


def key_lines(rng, lines):
    return ''.join(f'{rng.choice(WORDS)} {rng.choice(WORDS)}{rng.randrange(10**5)} {rng.randrange(10**7)}\n'
                   for _ in range(lines))


def keyed_lines(rng, lines):
    """Two files whose lines have a key, in order, which most lines of the other have, too; words, and commas."""
    keys = [f'k{key:08d}' for key in sorted(rng.sample(range(10**8), lines))]
    files = {}
    for number in (1, 2):
        text = ''.join(' '.join([key] + rng.choices(WORDS, k=rng.randrange(1, 6))) + '\n'
                       for key in keys if rng.random() < 0.8 for _ in range(1 + (rng.random() < 0.05)))
        files |= {f'join{number}.txt': text, f'join{number}.csv': text.replace(' ', ',')}
    return files


def special_lines(rng, lines):
    months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
    return {
        'human.txt': ''.join(f'{rng.randrange(1, 999)}{rng.choice("KMGT")}\n' for _ in range(lines)),
        'month.txt': ''.join(f'{rng.choice(months)} {rng.randrange(30)}\n' for _ in range(lines)),
        'version.txt': ''.join(f'p-{rng.randrange(9)}.{rng.randrange(30)}.{rng.randrange(400)}.tar.gz\n'
                               for _ in range(lines)),
        'general.txt': ''.join(f'{rng.gauss(0, 10**rng.randrange(8)):.6g}\n' for _ in range(lines)),
        'number.txt': ''.join(f'{rng.randrange(-10**9, 10**9)}\n' for _ in range(lines)),
    }


def date_lines(rng, lines):
    """Dates as programs write them, and as people do."""
    def stamp():
        return f'{rng.randint(1971, 2037)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} ' \
               f'{rng.randint(4, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}'
    said = ['{} Mar 2004 10:11 +0200', '@{}', '2020-01-02 {} days ago', 'next friday {}:30', '2024-06-{}',
            '{}/3/2020', 'tomorrow {}:00 UTC', '12:00 {} weeks']
    return (''.join(stamp() + '\n' for _ in range(lines)),
            ''.join(rng.choice(said).format(rng.randint(1, 12)) + '\n' for _ in range(lines)))


def numbers_to_factor():
    """Numbers below a million, of 64 bits, and of 64 to 128 bits."""
    rng = random.Random(20260825)
    sizes = {'small': (500000, 1, 20), 'word': (3000, 64, 64), 'pair': (60, 65, 128)}
    return {f'factor-{name}.txt': ''.join(f'{rng.getrandbits(rng.randrange(least, most + 1))}\n' for _ in range(n))
            for name, (n, least, most) in sizes.items()}


def pair_lines(rng, nodes, lines):
    """Pairs without loops: the second of two is always the later one."""
    pairs = (sorted(rng.sample(range(nodes), 2)) for _ in range(lines))
    return ''.join(f'node{a:x} node{b:x}\n' for a, b in pairs)


def make_tree(top, rng, folders, files):
    for i in range(folders):
        folder = top / f'd{i % 20}' / f'e{i}'
        folder.mkdir(parents=True)
        for j in range(files):
            (folder / f'{rng.choice(WORDS)}-{j}.txt').write_bytes(b'x' * rng.randrange(0, 3000))
    (top / 'link').symlink_to('d0')


def make_files(place):
    rng = random.Random(20260824)
    files = {
        'text.txt': grown(text_block(rng, WORDS, 40000).encode(), 128 * MIB),
        'utf8.txt': grown(text_block(rng, WORDS + list(FOREIGN) * 6, 40000).encode(), 32 * MIB),
        'fields.tsv': grown(fields_block(rng, 40000).encode(), 64 * MIB),
        'runs.txt': grown(runs_block(rng, 40000).encode(), 64 * MIB),
        'blank.txt': grown(''.join('a' + ' ' * rng.randrange(1, 9) + 'b\n' * rng.randrange(1, 4)
                                   for _ in range(40000)).encode(), 32 * MIB),
        'sort.txt': sort_lines(rng, 400000).encode(),
        'keys.txt': key_lines(rng, 300000).encode(),
        'rand.bin': rng.randbytes(64 * MIB),
    }
    files |= {name: text.encode() for name, text in special_lines(rng, 200000).items()}
    files |= {name: text.encode() for name, text in keyed_lines(random.Random(8), 300000).items()}
    files |= {name: text.encode() for name, text in numbers_to_factor().items()}
    files['sort-small.txt'] = files['sort.txt'][:2 * MIB].rpartition(b'\n')[0] + b'\n'
    sorted_lines = sorted(files['sort.txt'].splitlines(keepends=True))
    files['sorted1.txt'], files['sorted2.txt'] = b''.join(sorted_lines[::2]), b''.join(sorted_lines[1::2])
    files['rand.b64'] = base64.encodebytes(files['rand.bin'])
    files['rand.b32'] = base64.b32encode(files['rand.bin'][:16 * MIB]) + b'\n'
    files['rand.b16'] = base64.b16encode(files['rand.bin'][:16 * MIB]) + b'\n'
    files['small.bin'] = files['rand.bin'][:16 * MIB]
    stamps, said = date_lines(rng, 200000)
    files['pairs.txt'] = pair_lines(random.Random(9), 50000, 200000).encode()
    files |= {'dates.txt': stamps.encode(), 'said-dates.txt': said.encode()}
    for name, data in files.items():
        (place / name).write_bytes(data)
    with open(place / 'sparse.img', 'wb') as image:
        for i in range(400):
            image.seek(i * 4 * MIB)
            image.write(b'data' * 1024)


def make(place):
    """Make the inputs in a directory unless they are there."""
    place = pathlib.Path(place)
    if (place / 'complete').exists():
        return
    place.mkdir(parents=True, exist_ok=True)
    make_files(place)
    make_tree(place / 'tree', random.Random(7), 400, 40)
    wide = place / 'wide'
    wide.mkdir()
    for i in range(50000):
        os.close(os.open(wide / f'file-{i * 7919 % 50000}', os.O_CREAT | os.O_WRONLY, 0o644))
    (place / 'complete').touch()
