#!/usr/bin/env bats
# false: the status, whatever the arguments; two options that stand alone.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
}

@test "no argument matters" {
    for arguments in '' 'a b' '-x' '--bad' '-- --help' 'a --version' '--help a' '--hel'; do
        run env false $arguments
        [ "$status" -eq 1 ]
        [ "$output" = '' ]
    done
}

@test "a lone --help or --version is answered" {
    run env false --help
    [ "$status" -eq 1 ]
    [[ $output == 'Usage: '*'false [ARGUMENT]...'* ]]
    run env false --version
    [ "$status" -eq 1 ]
    [[ $output == 'false (safe-coreutils)'* ]]
}

@test "write errors and closed descriptors" {
    run bash -c 'env false --help >/dev/full'
    [ "$status" -eq 1 ]
    [[ $output == *'false: write error: No space left on device' ]]
    run bash -c 'env false --version >&-'
    [ "$status" -eq 1 ]
    [[ $output == *'write error: Bad file descriptor' ]]
    run bash -c 'env false <&- >&- 2>&-'
    [ "$status" -eq 1 ]
}
