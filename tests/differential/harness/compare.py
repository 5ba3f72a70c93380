"""Compare what the two sides did in one case."""

import os
import pathlib
import re
import shutil
import subprocess

import execute

SHOWN = 300


def unescape(text):
    if not (len(text) >= 2 and text[0] == text[-1] == '"'):
        raise ValueError(f'out= needs double quotes: {text}')
    return text[1:-1].encode('utf-8').decode('unicode_escape').encode('latin-1')


def one_side(case, bin_dir, place, side):
    if case.mode == 'read':
        return execute.run(case.command, bin_dir, case.locale, place)
    work = pathlib.Path(place).parent / f'work-{os.getpid()}' / side
    if work.exists():
        subprocess.run(['chmod', '-R', 'u+rwx', str(work)], stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(work)
    work.parent.mkdir(exist_ok=True)
    subprocess.run(['/bin/cp', '-a', os.path.join(place, 't'), str(work)], check=True)
    outcome = execute.run(case.command, bin_dir, case.locale, work)
    outcome.tree = execute.snapshot(work)
    return outcome


def differences(case, bin_dir, ref_dir, place):
    """Return why ours is not what it should be; an empty list when it is."""
    ours = one_side(case, bin_dir, place, 'w')
    if case.since:
        return against_statement(case, ours)
    return against_reference(case, one_side(case, ref_dir, place, 'w'), ours)


def against_statement(case, ours):
    reasons = []
    if 'rc' in case.wanted and ours.status != int(case.wanted['rc']):
        reasons.append(f'status {ours.status}, not {case.wanted["rc"]}')
    if 'out' in case.wanted and ours.out != unescape(case.wanted['out']):
        reasons.append(f'output {ours.out[:SHOWN]!r}, not {unescape(case.wanted["out"])[:SHOWN]!r}')
    if 'err~' in case.wanted and not re.search(case.wanted['err~'], execute.normal_stderr(ours.err)):
        reasons.append(f'stderr {ours.err[:SHOWN]!r} does not match {case.wanted["err~"]}')
    return reasons


def against_reference(case, ref, ours):
    reasons = []
    if ours.status != ref.status:
        reasons.append(f'status {ours.status}, reference {ref.status}')
    out = [sorted(side.out.splitlines()) if case.sort else side.out for side in (ours, ref)]
    if out[0] != out[1]:
        reasons.append(different('stdout', ours.out, ref.out))
    err = [execute.normal_stderr(side.err) for side in (ours, ref)]
    if case.any_stderr:
        err = [bool(text) for text in err]
    elif case.sort:
        err = [sorted(text.splitlines()) for text in err]
    if err[0] != err[1]:
        reasons.append(different('stderr', ours.err, ref.err))
    # What of a directory is copied into itself before that is noticed depends on the order of its entries.
    if case.any_tree or b'into itself' in ref.err:
        return reasons
    return reasons + tree_differences(ours.tree or {}, ref.tree or {})


def different(what, ours, ref):
    """Show both from a little before the first byte that differs."""
    at = next((i for i, (a, b) in enumerate(zip(ours, ref)) if a != b), min(len(ours), len(ref)))
    start = max(0, at - 40)
    return (f'{what} differs at byte {at} of {len(ours)} / {len(ref)}\n'
            f'ours {ours[start:start + SHOWN]!r}\nref  {ref[start:start + SHOWN]!r}')


def tree_differences(ours, ref):
    reasons = []
    for name in sorted(ours.keys() | ref.keys()):
        if ours.get(name) != ref.get(name):
            reasons.append(f'{name!r}: ours {ours.get(name, "absent")}, reference {ref.get(name, "absent")}')
    return reasons[:6]
