#!/usr/bin/env bats
# realpath: what must exist, links followed or not, names relative to a directory.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    here=$(pwd -P)
    mkdir -p d/e
    touch f
    ln -s d/e to_e
    ln -s nowhere dangling
}

@test "what must exist" {
    [ "$(realpath dangling)" = "$here/nowhere" ]
    [ "$(realpath -e -E new)" = "$here/new" ]
    [ "$(realpath --canonicalize new)" = "$here/new" ]
    run realpath --canonicalize-existing new f
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'realpath: new: No such file or directory' ]
    [ "${lines[1]}" = "$here/f" ]
    [ "$(realpath --canonicalize-missing f/x/..)" = "$here/f" ]
    run realpath -q new/x
    [ "$status" -eq 1 ]
    [ "$output" = '' ]
    run realpath --quiet ''
    [ "$output" = '' ]
}

@test "links" {
    [ "$(realpath to_e/..)" = "$here/d" ]
    [ "$(realpath -L -P to_e/..)" = "$here/d" ]
    [ "$(realpath --physical to_e)" = "$here/d/e" ]
    [ "$(realpath -L to_e/..)" = "$here" ]
    [ "$(realpath --logical to_e/../to_e)" = "$here/d/e" ]
    [ "$(realpath -s to_e)" = "$here/to_e" ]
    [ "$(realpath --strip to_e/../f)" = "$here/f" ]
    [ "$(realpath --no-symlinks d/./e)" = "$here/d/e" ]
    run realpath -s f/
    [ "$output" = 'realpath: f/: Not a directory' ]
}

@test "relative names" {
    [ "$(realpath --relative-to=d/e f)" = ../../f ]
    [ "$(realpath --relative-to=. .)" = . ]
    [ "$(realpath --relative-to=/ /usr)" = usr ]
    [ "$(realpath --relative-to=/usr /)" = .. ]
    [ "$(realpath -m --relative-to=/a/bc /a/b)" = ../b ]
    [ "$(realpath --relative-base=d d/e f | tr '\n' :)" = "e:$here/f:" ]
    [ "$(realpath --relative-base=. --relative-to=d f)" = ../f ]
    [ "$(realpath --relative-base=d --relative-to=. d/e)" = "$here/d/e" ]
    run realpath -e --relative-to=f d
    [ "$status" -eq 1 ]
    [ "$output" = 'realpath: f: Not a directory' ]
}

@test "-z" {
    cmp <(realpath --zero / /usr) <(printf '/\0/usr\0')
}

@test "missing operands, write errors, closed descriptors" {
    run realpath
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'realpath: missing operand' ]
    run bash -c 'realpath . >/dev/full'
    [ "$output" = 'realpath: write error: No space left on device' ]
    run bash -c 'realpath . >&-'
    [ "$status" -eq 1 ]
}
