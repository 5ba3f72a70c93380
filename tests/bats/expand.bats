#!/usr/bin/env bats
# expand: stops of each form, what counts as a column, bad lists, what cannot be read.

load ../support/read-error

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf '\ta\tb\n' >tabs
}

@test "stops every 8 columns, or every N" {
    cmp <(expand tabs) <(printf '        a       b\n')
    cmp <(expand -t 4 tabs) <(printf '    a   b\n')
    cmp <(expand --tabs=1 tabs) <(printf ' a b\n')
    cmp <(expand -3 tabs) <(printf '   a  b\n')
    cmp <(expand -t, tabs) <(expand tabs)
}

@test "a list of stops, and what comes behind it" {
    printf '\ta\tb\tc\td\n' >more
    cmp <(expand -t 2,5,9 more) <(printf '  a  b   c d\n')
    cmp <(expand -t 2 -t '5 9' more) <(printf '  a  b   c d\n')
    cmp <(expand -2,5,9 more) <(printf '  a  b   c d\n')
    cmp <(expand -t 1,/5 more) <(printf ' a   b    c    d\n')
    cmp <(expand -t 1,+5 more) <(printf ' a    b    c    d\n')
    cmp <(expand -t /4 more) <(expand -t 4 more)
}

@test "-i: only tabs before the first character that is no blank" {
    printf ' \ta\tb\n\t\n\tc\td' >lines
    cmp <(expand -i lines) <(printf '        a\tb\n        \n        c\td')
    cmp <(expand -i4 lines) <(printf '    a\tb\n    \n    c\td')
}

@test "backspaces go back a column" {
    cmp <(printf 'aaa\b\b\bc\td\n' | expand) <(printf 'aaa\b\b\bc       d\n')
    cmp <(printf '\b\tx\n' | expand) <(printf '\b        x\n')
}

@test "characters take the columns of a terminal" {
    export LC_ALL=C.UTF-8
    cmp <(printf 'é\tx\n世\tx\ne\314\201\tx\n\377\tx\n' | expand -t 4) \
        <(printf 'é   x\n世  x\ne\314\201   x\n\377   x\n')
    cmp <(printf '\343\200\200\tx\ty\n' | expand -i -t 4) <(printf '\343\200\200  x\ty\n')
    cmp <(printf 'é\tx\n' | LC_ALL=C expand -t 4) <(printf 'é  x\n')
}

@test "a character across the end of a buffer is one" {
    export LC_ALL=C.UTF-8
    for n in 131071 131070 131072; do
        { head -c $n /dev/zero | tr '\0' a; printf '世\tx\n'; } | expand -t 7 >out
        [ "$(tr -d a <out | wc -m)" = $((7 - (n + 2) % 7 + 3)) ]
    done
}

@test "columns go on in the next file" {
    printf 'ab' >part
    cmp <(expand part tabs) <(printf 'ab      a       b\n')
}

@test "bad lists" {
    bad() { run expand -t "$1" tabs; [ "$status" -eq 1 ] && [ "$output" = "expand: $2" ]; }
    bad 0 'tab size cannot be 0'
    bad 4,2 'tab sizes must be ascending'
    bad 4,4 'tab sizes must be ascending'
    bad 3x "tab size contains invalid character(s): 'x'"
    bad 3/4 "'/' specifier not at start of number: '/4'"
    bad /3,6 "'/' specifier only allowed with the last value"
    bad +3,/6 "'/' specifier is mutually exclusive with '+'"
    bad 99999999999999999999 "tab stop is too large '99999999999999999999'"
}

@test "a distant stop takes no memory, and ends with its reader" {
    printf '\ta\n' | "$BATS_TEST_DIRNAME/limited" 50000 expand -t 9223372036854775807 | head -c 1000 >out
    [ "$(wc -c <out)" = 1000 ]
}

@test "missing files, directories, write errors" {
    run expand missing . tabs
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'expand: missing: No such file or directory' ]
    [[ $output == *'expand: .: Is a directory'* ]]
    [[ $output == *'a       b' ]]
    run bash -c 'expand tabs >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'expand: write error: No space left on device' ]
}

@test "a read error behind an unfinished character is the end, and told" {
    ends_at_read_error expand
}
