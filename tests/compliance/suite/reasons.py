"""Why a test did not pass, in one line, from what it said on descriptor 9 and from its shell trace."""

import re

# Lines of the trace that belong to the framework and not to what went wrong.
NOISE = re.compile(
    r"^\++ (compare_|compare_dev_null_|test 2 = 2|test x|return |case |LC_ALL=C$|diff -|local |set |shift|"
    r"is_tracing|\{|ret_=|test \$|emit_diff|sed 's/\^/|test -s |test -n |printf '%s|Exit|exit |fail=)"
)
VERDICT = r"skipped test|set-up failure|hard error|failed test"
LONGEST = 300


def read(path, limit=-1):
    with open(path, errors="replace") as f:
        return f.read(limit)


def clean(text, places):
    """TEXT on one line, with each (directory, short name) of PLACES shortened."""
    for long, short in places:
        text = text.replace(long, short)
    text = "".join(c if c.isprintable() else "?" for c in re.sub(r"\s", " ", text))
    return " ".join(text.split())[:LONGEST]


def from_statement(lines):
    """What the test itself said about its end."""
    line = next((x for x in lines if re.search(VERDICT, x)), lines[0])
    m = re.match(r"^[^ :]*: (?:%s): (.*)$" % VERDICT, line)
    return m.group(1) if m else re.sub(r"^\S+\.pl: ", "", line)


def from_perl(lines):
    """The names of the sub-tests that failed, or None."""
    kinds = {}
    for line in lines:
        m = re.search(r": test ([^ :]+)(?: failed)?: (.*)$", line)
        if not m:
            continue
        said = m.group(2)
        kind = (
            "exit" if "exit status" in said else said.split(" mismatch")[0] if "mismatch" in said else "other"
        )
        kinds.setdefault(m.group(1), kind)
    if not kinds:
        return None
    shown = ", ".join("%s(%s)" % item for item in list(kinds.items())[:8])
    return "%d sub-tests: %s%s" % (len(kinds), shown, ", ..." if len(kinds) > 8 else "")


def end_of_story(lines):
    """The index of the line where a shell test gave up."""
    for pattern in (r"^\++ (fail=1|Exit 1|fail_ |framework_failure_)", r"^\++ remove_tmp_"):
        for i, line in enumerate(lines):
            if re.match(pattern, line):
                return i
    return len(lines)


def from_trace(lines, status):
    """The last command before the failure, and what it printed or how a comparison differed."""
    commands, differences, output = [], [], []
    end = end_of_story(lines)
    for line in reversed(lines[max(0, end - 400) : end]):
        if re.match(r"^(\+\+\+|---) \S+\s+\d{4}-\d\d-\d\d ", line):
            continue
        if re.match(r"^\++ ", line):
            if NOISE.match(line):
                continue
            commands.append(re.sub(r"^\++ ", "", line))
            if len(commands) >= (2 if commands[0].startswith("compare ") else 1):
                break
        elif re.match(r"^[-+](?![-+]{2} )", line):
            differences.append(line)
        elif line and not line.startswith(("@@", "---", "+++", " ")) and not commands:
            output.append(line)
    message = " <- ".join(commands) if commands else "exit %d" % status
    if differences:
        return message + " | " + " / ".join(differences[::-1][:4])
    if output:
        return message + " | " + " / ".join(output[::-1][:2])
    return message


def explain(test, result, status, log, why):
    said = [x for x in read(why).split("\n") if x.strip()]
    if said and (result != "FAIL" or "failed test" in said[-1]):
        stated = from_statement(said)
        if stated.strip():
            return stated
    lines = read(log, 4 << 20).split("\n")
    if result == "TIMEOUT":
        commands = [x for x in lines if x.startswith("+ ")]
        return "too long; last: %s" % (commands[-1][2:] if commands else "?")
    if test.endswith(".pl"):
        return from_perl(lines) or from_trace(lines, status)
    return from_trace(lines, status)
