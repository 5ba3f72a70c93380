"""Decide about a row: not yet, skipped, passed or failed, and why."""

import os
import re
import subprocess

import rows
import sandbox

LIMIT, HEAVY_LIMIT = 60, 180
NEEDS = {'strace': 'strace', 'valgrind': 'valgrind', 'pty': 'script'}


class Verdict:
    """The end of one run of one row."""

    def __init__(self, name, state, reasons=(), result=None):
        self.name, self.state, self.reasons, self.result = name, state, list(reasons), result


def why_skipped(setup, row, heavy):
    kinds = row.kinds
    if row.get('skip'):
        return row.get('skip')
    if 'heavy' in kinds and not heavy:
        return 'heavy rows were not asked for'
    if kinds & {'root', 'container'} and not setup.is_root:
        return 'needs root'
    for kind, program in NEEDS.items():
        if kind in kinds and not sandbox.have(program):
            return f'needs {program}'
    if 'multicall' in kinds and not setup.has_tool('coreutils'):
        return 'needs a single-binary build'
    if not setup.vlimit and re.search(r'ulimit -v|valgrind|stdbuf', row.command()):
        return 'address-space limits, valgrind and preloaded libraries do not go with a sanitizer build'
    if 'nonroot' in kinds and setup.is_root and not sandbox.have('setpriv'):
        return 'needs setpriv'
    return None


def judge(setup, row, variant, heavy=False):
    name, tools, word = variant
    missing = [tool for tool in tools if not setup.has_tool(tool)]
    if missing:
        return Verdict(name, 'not yet', ['no ' + ' '.join(missing)])
    reason = why_skipped(setup, row, heavy)
    if reason:
        return Verdict(name, 'skip', [reason])
    place = setup.out / 'rows' / name.replace('/', '-')
    limit = int(row.get('limit', HEAVY_LIMIT if row.kinds & {'heavy', 'race'} else LIMIT))
    extra = {'T': word or '', 'BATTERY': row.get('battery')}
    result = sandbox.run(setup, place, row.command(), row.kinds, limit, extra)
    reasons = health(setup, row, result) + promises(row, result) + left_over(row, place)
    if not reasons:
        reasons = own_check(row, place, result, word)
    if not reasons:
        sandbox.remove_tree(place)
    return Verdict(name, 'fail' if reasons else 'pass', reasons, result)


def health(setup, row, result):
    """What must hold for every row."""
    reasons = []
    if result.timed_out:
        reasons.append(f'not finished after {result.seconds:.0f} s')
    if result.deaths:
        reasons.append('a program died: ' + result.deaths.splitlines()[0])
    if result.sanitizer:
        reasons.append('sanitizer: ' + result.sanitizer.strip().splitlines()[0])
    if result.rc >= 128 and not result.timed_out and row.get('rc') == '*':
        reasons.append(f'status {result.rc}')
    if setup.vlimit and row.get('rss') and result.rss > int(row.get('rss')):
        reasons.append(f'{result.rss} MB of memory')
    return reasons


def promises(row, result):
    """What the row says about status and output."""
    reasons = []
    if not rows.rc_matches(row.get('rc'), result.rc):
        reasons.append(f'status {result.rc}, not {row.get("rc")}')
    out, err = result.out.read_bytes(), result.err.read_bytes()
    if 'out' in row.fields and out != rows.unescape(row.get('out')[1:-1]):
        reasons.append(f'output {out[:200]!r}, not {row.get("out")}')
    for key, text in (('out~', out), ('err~', err)):
        if row.get(key) and not re.search(row.get(key), text.decode('latin-1'), re.M):
            reasons.append(f'{key[:3]} {text[:300]!r} does not match {row.get(key)!r}')
    return reasons


def left_over(row, place):
    names, temporaries = sandbox.left_behind(place)
    reasons = [f'left behind: {name!r}' for name in rows.unexpected(names, row.get('left').split())]
    return (reasons + [f'temporary file left: {name}' for name in temporaries])[:5]


def own_check(row, place, result, word):
    if not row.get('check'):
        return []
    env = {'PATH': sandbox.TRUSTED_PATH, 'rc': str(result.rc), 'out': str(result.out), 'err': str(result.err),
           'T': word or '', 'GAUNTLET': os.path.dirname(os.path.dirname(os.path.abspath(__file__)))}
    done = subprocess.run(['bash', '-e', '-c', row.get('check')], cwd=place / 'w', env=env, timeout=60,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode == 0:
        return []
    text = (done.stdout + done.stderr).decode(errors='replace').strip()
    return [f'check failed: {row.get("check")}: {text[:500]}']
