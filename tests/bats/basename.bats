#!/usr/bin/env bats
# basename: last components, suffixes, quoting on a terminal only.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
}

@test "last components" {
    [ "$(basename a/b)" = b ]
    [ "$(basename a/b//)" = b ]
    [ "$(basename b)" = b ]
    [ "$(basename //)" = / ]
    [ "$(basename '')" = '' ]
    [ "$(basename -- -x)" = -x ]
}

@test "suffixes" {
    [ "$(basename a/x.c .c)" = x ]
    [ "$(basename .c .c)" = .c ]
    [ "$(basename / /)" = / ]
    [ "$(basename -s .c a/x.c y.c z | tr '\n' :)" = x:y:z: ]
    [ "$(basename --suffix=.c y.c)" = y ]
    [ "$(basename x -a)" = x ]
}

@test "-a and -z" {
    [ "$(basename -a a/x b/y | tr '\n' :)" = x:y: ]
    cmp <(basename --multiple --zero a/x b/y) <(printf 'x\0y\0')
}

@test "a terminal gets quoted names" {
    run script -qec "basename 'a/x y'" /dev/null
    [[ $output == "'x y'"* ]]
    run script -qec "QUOTING_STYLE=literal basename 'a/x y'" /dev/null
    [[ $output == 'x y'* ]]
    run script -qec "QUOTING_STYLE=bad basename a" /dev/null
    [[ $output == 'basename: ignoring invalid value of environment variable QUOTING_STYLE'* ]]
    run env QUOTING_STYLE=bad basename 'a b'
    [ "$output" = 'a b' ]
}

@test "usage, write errors, closed descriptors" {
    run basename
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'basename: missing operand' ]
    run basename a b c
    [ "${lines[0]}" = "basename: extra operand 'c'" ]
    run bash -c 'basename a >/dev/full'
    [ "$output" = 'basename: write error: No space left on device' ]
    run bash -c 'basename a >&-'
    [ "$status" -eq 1 ]
}
