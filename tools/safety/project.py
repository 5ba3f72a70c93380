"""What belongs to the tree: the files of each zone, as the plugin sees them."""

import os

TRUSTED_ROOMS = ("safe", "sys")
FOREIGN_ROOMS = ("gnulib",)


def find(root, top, endings):
    """Paths below ROOT of the files of TOP that end in one of ENDINGS."""
    found = []
    for folder, folders, files in os.walk(os.path.join(root, top)):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        if os.path.relpath(folder, root) == "lib":
            folders[:] = [f for f in folders if f not in FOREIGN_ROOMS]
        for name in sorted(files):
            if name.endswith(endings) and not name.startswith("."):
                found.append(os.path.relpath(os.path.join(folder, name), root))
    return found


def sources(root, endings=(".c", ".h")):
    return find(root, "lib", endings) + find(root, "src", endings)


def is_trusted(path):
    return any(path.startswith(f"lib/{room}/") for room in TRUSTED_ROOMS)


def is_project(path):
    if any(path.startswith(f"lib/{room}/") for room in FOREIGN_ROOMS):
        return False
    return path.startswith(("lib/", "src/"))
