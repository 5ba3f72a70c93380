#!/usr/bin/env bats
# vdir: how it differs from ls; the rest is in ls.bats.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C TZ=UTC0
    unset COLUMNS QUOTING_STYLE TIME_STYLE
    cd "$BATS_TEST_TMPDIR"
    : >'a b'
    : >c
    touch -d '2001-02-03' 'a b' c
}

@test "format and escapes" {
    [[ $(vdir -gG | tail -n 1) == '-rw'*' 1 0 Feb  3  2001 c' ]]
    cmp <(vdir -C) <(ls -C -b)
}

@test "problems" {
    run vdir missing
    [ "$status" -eq 2 ]
    run bash -c 'vdir >/dev/full'
    [ "$status" -eq 2 ]
}
