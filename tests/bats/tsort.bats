#!/usr/bin/env bats
# tsort: orders that agree with the pairs, loops, bad input.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

@test "pairs, from a file and from standard input" {
    printf 'a b\nb c a\td  d d' >pairs
    [ "$(tsort pairs | tr -d '\n')" = adbc ] || [ "$(tsort pairs | tr -d '\n')" = abdc ]
    cmp <(tsort pairs) <(tsort - <pairs)
    cmp <(tsort <pairs) <(tsort -w pairs)
    [ -z "$(tsort /dev/null)" ]
}

@test "each first item comes before its second" {
    seq 1 2000 | awk '{print $1 * 7919 % 2003, ($1 + 1) * 7919 % 2003}' >chain
    tsort chain >out
    [ "$(wc -l <out)" -eq 2001 ]
    awk 'NR == FNR {at[$1] = NR; next} at[$1] >= at[$2] {bad = 1} END {exit bad}' out chain
}

@test "loops are told and broken" {
    run bash -c "printf 'a b b a' | tsort"
    [ "$status" -eq 1 ]
    [ "$output" = "$(printf 'tsort: -: input contains a loop:\ntsort: a\ntsort: b\na\nb')" ]
    run bash -c "printf 'a b b c c a c d d c x y' | tsort 2>/dev/null"
    [ "$status" -eq 1 ]
    [ "$(printf '%s' "$output" | tr -d '\n')" = xydabc ]
}

@test "bad input" {
    run bash -c 'echo a | tsort'
    [ "$status" -eq 1 ]
    [ "$output" = 'tsort: -: input contains an odd number of tokens' ]
    run tsort missing
    [ "$output" = 'tsort: missing: No such file or directory' ]
    run tsort a b
    [ "${lines[0]}" = "tsort: extra operand 'b'" ]
    run bash -c 'tsort <.'
    [ "$status" -eq 1 ]
    [ "$output" = 'tsort: -: read error: Is a directory' ]
}

@test "write errors and closed descriptors" {
    run bash -c 'echo a b | tsort >/dev/full'
    [ "$output" = 'tsort: write error: No space left on device' ]
    run bash -c 'echo a b | tsort >&-'
    [ "$status" -eq 1 ]
    run bash -c 'tsort <&-'
    [ "$status" -eq 1 ]
}
