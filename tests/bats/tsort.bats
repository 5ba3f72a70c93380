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

@test "names of any length, with any blanks between them" {
    long=$(printf '%0300000d' 7)
    [ "$(printf '%s\tb\n\n b  %s1' "$long" "$long" | tsort)" = "$long"$'\nb\n'"${long}1" ]
    cmp <(seq -f 'name-number-%05g' 9000 | tr '\n' '\t' | tsort | sort) <(seq -f 'name-number-%05g' 9000)
}

@test "items that nothing is before come first, in the order of their names' bytes" {
    printf '%s x ' b ab abcdefgh abcdefghi abcdefg a abcdefghij 0123456789b 0123456789a >pairs
    cmp <(tsort pairs) <(printf '%s\n' 0123456789a 0123456789b a ab abcdefg abcdefgh abcdefghi abcdefghij b x)
    cmp <(sed 's|[^ ][^ ]*|/the/same/start/&|g' pairs | tsort) <(tsort pairs | sed 's|^|/the/same/start/|')
}

@test "a long loop, and many loops" {
    awk 'BEGIN { for (i = 0; i < 60000; i++) print (i + 1) % 60000, i }' >ring
    run timeout 20 bash -c 'tsort ring 2>told | sort -n | cmp - <(seq 0 59999)'
    [ "$status" -eq 0 ]
    [ "$(wc -l <told)" -eq 60001 ]
    awk 'BEGIN { for (i = 0; i < 3000; i++) print "a" i, "b" i, "b" i, "a" i }' >loops
    run timeout 20 bash -c 'tsort loops 2>told | wc -l'
    [ "$output" -eq 6000 ]
    [ "$(grep -c loop: told)" -eq 3000 ]
}
