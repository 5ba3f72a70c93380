#!/usr/bin/env bats
# true: the status, whatever the arguments; two options that stand alone.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
}

@test "no argument matters" {
    for arguments in '' 'a b' '-x' '--bad' '-- --help' 'a --version' '--help a' '--hel'; do
        run env true $arguments
        [ "$status" -eq 0 ]
        [ "$output" = '' ]
    done
}

@test "a lone --help or --version is answered" {
    run env true --help
    [ "$status" -eq 0 ]
    [[ $output == 'Usage: '*'true [ARGUMENT]...'* ]]
    run env true --version
    [ "$status" -eq 0 ]
    [[ $output == 'true (safe-coreutils)'* ]]
}

@test "write errors and closed descriptors" {
    run bash -c 'env true --help >/dev/full'
    [ "$status" -eq 1 ]
    [[ $output == *'true: write error: No space left on device' ]]
    run bash -c 'env true --version >&-'
    [ "$status" -eq 1 ]
    [[ $output == *'write error: Bad file descriptor' ]]
    run bash -c 'env true <&- >&- 2>&-'
    [ "$status" -eq 0 ]
}
