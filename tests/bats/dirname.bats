#!/usr/bin/env bats
# dirname: what stands before the last component.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
}

@test "names of all shapes" {
    [ "$(dirname a/b// /a //a // '' a /a/b/ ///a///b x//y/z | tr '\n' :)" = 'a:/:/:/:.:.:/a:///a:x//y:' ]
}

@test "-z" {
    cmp <(dirname -z a/b c) <(printf 'a\0.\0')
    cmp <(dirname --zero a/b) <(printf 'a\0')
}

@test "a terminal gets quoted names" {
    run script -qec "dirname 'x y/a'" /dev/null
    [[ $output == "'x y'"* ]]
}

@test "usage, write errors, closed descriptors" {
    run dirname
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'dirname: missing operand' ]
    run bash -c 'dirname a >/dev/full'
    [ "$output" = 'dirname: write error: No space left on device' ]
    run bash -c 'dirname a >&-'
    [ "$status" -eq 1 ]
}
