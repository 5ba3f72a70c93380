#!/usr/bin/env bats
# tee: copies, appending, errors of outputs in each mode, broken pipes.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

@test "copies to all outputs" {
    seq 200000 >in
    tee a b <in | cmp - in
    cmp a in
    cmp b in
    echo x | tee a >/dev/null
    [ "$(cat a)" = x ]
    echo x | tee - >/dev/null
    [ -f - ]
}

@test "-a appends" {
    echo 1 >a
    echo 2 | tee -a a >/dev/null
    echo 3 | tee --append a >/dev/null
    [ "$(cat a | tr -d '\n')" = 123 ]
}

@test "-i: interrupts are ignored" {
    (trap - INT; (sleep .5; echo late) | (echo $BASHPID >pid; exec tee -i out >/dev/null)) &
    sleep .2
    kill -INT "$(cat pid)"
    wait $!
    [ "$(cat out)" = late ]
    echo x | tee --ignore-interrupts out2
    [ "$(cat out2)" = x ]
}

@test "an output that cannot be opened" {
    run bash -c 'echo x | tee missing/a b .'
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'tee: missing/a: No such file or directory' ]
    [ "${lines[1]}" = 'tee: .: Is a directory' ]
    [ "${lines[2]}" = x ]
    [ "$(cat b)" = x ]
}

@test "full devices, in the modes" {
    for mode in '' -p --output-error --output-error=warn --output-error=warn-nopipe; do
        run bash -c "seq 100000 | tee $mode /dev/full a >/dev/null"
        [ "$status" -eq 1 ]
        [ "$output" = 'tee: /dev/full: No space left on device' ]
        cmp a <(seq 100000)
    done
    for mode in exit exit-nopipe; do
        run bash -c "seq 100000 | tee --output-error=$mode /dev/full a >/dev/null"
        [ "$status" -eq 1 ]
        [ ! -s a ]
    done
    run bash -c 'echo x | tee >/dev/full'
    [ "$output" = "tee: 'standard output': No space left on device" ]
    run bash -c 'echo x | tee --output-error=bad'
    [[ ${lines[0]} == "tee: invalid argument 'bad' for '--output-error'" ]]
}

@test "broken pipes, in the modes" {
    for mode in -p --output-error=exit-nopipe; do
        run bash -c "set -o pipefail; seq 100000 | tee $mode a | true"
        [ "$status" -eq 0 ]
        [ "$output" = '' ]
        cmp a <(seq 100000)
    done
    run bash -c "set -o pipefail; (sleep .2; seq 100000) | tee --output-error=warn a | true"
    [ "$status" -eq 1 ]
    [ "$output" = "tee: 'standard output': Broken pipe" ]
    run bash -c "set -o pipefail; (sleep .2; seq 100000) | tee a | true"
    [ "$status" -eq 141 ]
}


@test "read errors and closed descriptors" {
    run bash -c 'tee <.'
    [ "$status" -eq 1 ]
    [ "$output" = 'tee: read error: Is a directory' ]
    run bash -c 'tee <&-'
    [ "$status" -eq 1 ]
    [ "${lines[1]}" = 'tee: standard input: Bad file descriptor' ]
    run bash -c 'echo a | tee b >&-'
    [ "$status" -eq 1 ]
    [ "$output" = "tee: 'standard output': Bad file descriptor" ]
    [ "$(cat b)" = a ]
}

@test "nopipe modes end when nobody listens, without waiting for input" {
    mkfifo quiet
    exec 7<>quiet
    run timeout 10 bash -c 'set -o pipefail; tee -p <quiet | true'
    exec 7>&-
    [ "$status" -eq 0 ]
}
