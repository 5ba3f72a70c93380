"""
What un-skips a test.  A test that skips says why; each condition below knows the reasons that it answers.
A test is run again with the conditions that its reason asks for, until it runs or nothing more can be done.
"""

import contextlib
import os
import re
import subprocess
import tempfile

# condition: the reasons for a skip that it answers
ANSWERS = (
    ("very-expensive", re.compile(r"^very expensive")),
    ("expensive", re.compile(r"^expensive")),
    ("pty", re.compile(r"^requires controlling input terminal")),
    ("disk", re.compile(r"^failed to determine (size of |tail offset)")),
)
DISK_BYTES = 1 << 30


def applied(row):
    """The conditions that a row was got under."""
    return set(row.conditions.split(",")) - {""}


def wanted(row):
    """The conditions for a next run of the test of ROW: a further one if it skipped for want of that."""
    given = applied(row)
    if row.result == "SKIP":
        name = next((name for name, pattern in ANSWERS if pattern.search(row.reason)), None)
        given |= {name} - {None}
    return given


def allowed(quick, very_expensive, root):
    names = {"pty"}
    if root:
        names.add("disk")
    if not quick:
        names.add("expensive")
    if very_expensive:
        names |= {"expensive", "very-expensive"}
    return names


@contextlib.contextmanager
def loop_disk(work):
    """A small ext4 on a loop device: its device, unlike the machine's disk, can be opened and read."""
    with tempfile.TemporaryDirectory(prefix="compliance-disk.", dir=work) as top:
        image, place = os.path.join(top, "image"), os.path.join(top, "mount")
        with open(image, "wb") as f:
            f.truncate(DISK_BYTES)
        os.mkdir(place)
        os.chmod(top, 0o755)
        subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
        subprocess.run(["mount", "-o", "loop", image, place], check=True)
        try:
            os.chmod(place, 0o777)
            yield place
        finally:
            subprocess.run(["umount", "-l", place], check=True)
