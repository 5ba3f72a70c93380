"""The folder in which the rules run commands: small, the same each time."""

import os
import pathlib
import shutil

FILES = {
    'text': b'one 1\ntwo 2\nthree\t3\n\nfour 4 4\nfive\n' * 3,
    'words': b'five\nfour\none\nthree\ntwo',
    'pairs': b'a b\nb c\nc d\n',
    'empty': b'',
    'nul': b'\0a\0\n\0',
    'bytes': bytes(range(256)),
    'utf8': 'h\u00e9llo w\u00f6rld \u4e2d\u6587\n'.encode() * 3,
    'broken': b'\xc3\n\xe4\xb8\n\xff\xfe \xed\xa0\x80 \xf4\x90\x80\x80\nend\xc3',
    'crlf': b'a\r\nb\rc\r\n',
    '-dash': b'dash\n',
    'new\nline': b'x\n',
    ' blank ': b'x\n',
}


def make(folder):
    """Make FOLDER anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    os.chmod(folder, 0o755)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (folder / 'tree/a/b').mkdir(parents=True)
    for name in ('tree/f', 'tree/a/g', 'tree/a/b/h'):
        (folder / name).write_bytes(b'leaf\n')
    (folder / 'tree/l').symlink_to('f')
    (folder / 'dangling').symlink_to('nowhere')
    (folder / 'loop').symlink_to('loop')
    return folder
