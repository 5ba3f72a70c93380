"""Start one test in a fresh process: identity, descriptors, signals, exec.  Run as: launch.py DESCRIPTOR."""

import fcntl
import json
import os
import signal
import sys
import termios


def reset_signals():
    for number in range(1, signal.NSIG):
        if number in (signal.SIGKILL, signal.SIGSTOP):
            continue
        try:
            signal.signal(number, signal.SIG_DFL)
        except (OSError, ValueError):
            continue  # numbers that the C library keeps for itself
    signal.pthread_sigmask(signal.SIG_SETMASK, [])


def standard_input(pty):
    if not pty:
        return os.open(os.devnull, os.O_RDONLY)
    fd = os.open(pty, os.O_RDWR)
    fcntl.ioctl(fd, termios.TIOCSCTTY, 0)
    return fd


def main(descriptor):
    with os.fdopen(descriptor) as f:
        spec = json.load(f)
    reset_signals()
    os.setsid()
    os.dup2(standard_input(spec["pty"]), 0)
    log = os.open(spec["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    why = os.open(spec["why"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    for target, source in ((1, log), (2, log), (9, why)):
        os.dup2(source, target)
    os.closerange(3, 9)
    os.closerange(10, 1024)
    os.umask(0o022)
    os.chdir(spec["cwd"])
    if spec["identity"]:
        uid, gid, groups = spec["identity"]
        os.setgroups(groups)
        os.setgid(gid)
        os.setuid(uid)
    try:
        os.execvpe(spec["argv"][0], spec["argv"], spec["env"])
    except OSError as e:
        os.write(2, ("cannot start: %s\n" % e).encode())
        os._exit(99)


if __name__ == "__main__":
    main(int(sys.argv[1]))
