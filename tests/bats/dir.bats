#!/usr/bin/env bats
# dir: how it differs from ls; the rest is in ls.bats.

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
    [ "$(dir)" = 'a\ b  c' ]
    cmp <(dir -l) <(ls -l -b)
}

@test "problems" {
    run dir missing
    [ "$status" -eq 2 ]
    run bash -c 'dir >/dev/full'
    [ "$status" -eq 2 ]
}
