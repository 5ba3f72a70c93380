#!/usr/bin/env bats
# readlink: texts of links, canonical names with more or less that must exist, circles and long names.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    here=$(pwd -P)
    mkdir -p d/e
    touch f
    ln -s d/e to_e
    ln -s nowhere dangling
    ln -s ring2 ring
    ln -s ring ring2
}

@test "the text of a link; no link is a silent failure" {
    [ "$(readlink to_e)" = d/e ]
    run readlink f missing to_e
    [ "$status" -eq 1 ]
    [ "$output" = d/e ]
    run readlink -v f
    [ "$output" = 'readlink: f: Invalid argument' ]
    run readlink --verbose --quiet f
    [ "$output" = '' ]
    run readlink -v -s f
    [ "$output" = '' ]
    run readlink --silent f
    [ "$output" = '' ]
    run env POSIXLY_CORRECT=1 readlink f
    [ "$output" = 'readlink: f: Invalid argument' ]
}

@test "-n and -z" {
    cmp <(readlink -n to_e) <(printf d/e)
    cmp <(readlink --no-newline --zero to_e) <(printf d/e)
    cmp <(readlink -z to_e dangling) <(printf 'd/e\0nowhere\0')
    run readlink -n to_e to_e
    [ "${lines[0]}" = 'readlink: ignoring --no-newline with multiple arguments' ]
    [ "$status" -eq 0 ]
    [ "${lines[2]}" = d/e ]
}

@test "-f: the last component may be missing" {
    [ "$(readlink -f to_e/..)" = "$here/d" ]
    [ "$(readlink --canonicalize dangling)" = "$here/nowhere" ]
    [ "$(readlink -f new/)" = "$here/new" ]
    run readlink -vf new/. f/ f/.. ring ''
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'readlink: new/.: No such file or directory' ]
    [ "${lines[1]}" = 'readlink: f/: Not a directory' ]
    [ "${lines[2]}" = 'readlink: f/..: Not a directory' ]
    [ "${lines[3]}" = 'readlink: ring: Too many levels of symbolic links' ]
    [ "${lines[4]}" = "readlink: '': No such file or directory" ]
}

@test "-e: everything must exist; -m: nothing" {
    [ "$(readlink -e ./d//../to_e/)" = "$here/d/e" ]
    run readlink --canonicalize-existing -v dangling
    [ "$status" -eq 1 ]
    [ "$output" = 'readlink: dangling: No such file or directory' ]
    [ "$(readlink -m x/y/../../f/z)" = "$here/f/z" ]
    [ "$(readlink --canonicalize-missing ring/a)" = "$here/ring/a" ]
    [ "$(readlink -e -m x/y)" = "$here/x/y" ]
}

@test "many links that are no circle, and one that grows" {
    touch c0
    for i in {1..200}; do ln -s c$((i - 1)) c$i; done
    [ "$(readlink -e c200)" = "$here/c0" ]
    ln -s grow/x grow
    run timeout 10 readlink -vf grow
    [ "$status" -eq 1 ]
    [ "$output" = 'readlink: grow: Too many levels of symbolic links' ]
}

@test "names of any length, of what exists and what does not" {
    long=$(printf 'a/%.0s' {1..60000})
    [ "$(readlink -m "$long" | wc -c)" = $((${#here} + 120001)) ]
    python3 -c 'if 1:
        import os
        for i in range(60):
            os.mkdir("n" * 200)
            os.chdir("n" * 200)
        open("end", "w").close()'
    long=$(printf "$(printf 'n%.0s' {1..200})/%.0s" {1..60})
    [ "$(readlink -e "${long}end")" = "$here/${long}end" ]
    [ "$(readlink -e "$long../$(printf 'n%.0s' {1..200})/end")" = "$here/${long}end" ]
}

@test "missing operands, write errors, closed descriptors" {
    run readlink
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'readlink: missing operand' ]
    run bash -c 'readlink to_e >/dev/full'
    [ "$output" = 'readlink: write error: No space left on device' ]
    run bash -c 'readlink to_e >&-'
    [ "$status" -eq 1 ]
}
