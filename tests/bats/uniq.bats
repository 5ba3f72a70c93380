#!/usr/bin/env bats
# uniq: groups of equal lines, what of a line counts, empty lines between groups, the forms of old.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'a\na\nb\nc\nc\nc\n' >runs
    printf '1 x\n2 x\n2 y\n' >fields
}

@test "equal neighbours become one" {
    cmp <(uniq runs) <(printf 'a\nb\nc\n')
    cmp <(uniq <runs) <(printf 'a\nb\nc\n')
    cmp <(uniq - <runs) <(printf 'a\nb\nc\n')
    cmp <(printf 'a\nb\na' | uniq) <(printf 'a\nb\na\n')
    [ "$(printf '' | uniq | wc -c)" = 0 ]
}

@test "-c, -d, -u" {
    cmp <(uniq -c runs) <(printf '      2 a\n      1 b\n      3 c\n')
    cmp <(uniq --count -d runs) <(printf '      2 a\n      3 c\n')
    cmp <(uniq --repeated runs) <(printf 'a\nc\n')
    cmp <(uniq --unique runs) <(printf 'b\n')
    [ "$(uniq -du runs | wc -c)" = 0 ]
    [ "$(yes | head -n 12345678 | uniq -c)" = '12345678 y' ]
    [ "$(yes | head -n 10 | uniq -c)" = '     10 y' ]
}

@test "-D and --all-repeated" {
    cmp <(uniq -D runs) <(printf 'a\na\nc\nc\nc\n')
    cmp <(uniq --all-repeated runs) <(uniq --all-repeated=none runs)
    cmp <(uniq --all-repeated=separate runs) <(printf 'a\na\n\nc\nc\nc\n')
    cmp <(uniq --all-repeated=prepend runs) <(printf '\na\na\n\nc\nc\nc\n')
    cmp <(uniq -D -u runs) <(printf 'a\nc\nc\n')
}

@test "--group" {
    cmp <(uniq --group runs) <(printf 'a\na\n\nb\n\nc\nc\nc\n')
    cmp <(uniq --group=separate runs) <(uniq --group runs)
    cmp <(uniq --group=prepend runs) <(printf '\na\na\n\nb\n\nc\nc\nc\n')
    cmp <(uniq --group=append runs) <(printf 'a\na\n\nb\n\nc\nc\nc\n\n')
    cmp <(uniq --group=both runs) <(printf '\na\na\n\nb\n\nc\nc\nc\n\n')
    [ "$(uniq --group=both /dev/null | wc -c)" = 0 ]
}

@test "-f, -s, -w, -i" {
    cmp <(uniq -f 1 fields) <(printf '1 x\n2 y\n')
    cmp <(uniq --skip-fields=1 fields) <(uniq -f1 fields)
    cmp <(uniq -s 1 fields) <(printf '1 x\n2 y\n')
    cmp <(uniq --skip-chars=3 fields) <(printf '1 x\n')
    cmp <(uniq -w 1 fields) <(printf '1 x\n2 x\n')
    cmp <(uniq --check-chars=0 fields) <(printf '1 x\n')
    cmp <(uniq -f 99999999999999999999999 fields) <(printf '1 x\n')
    cmp <(printf 'A\na\nB\n' | uniq -i) <(printf 'A\nB\n')
    cmp <(printf 'A\na\nB\n' | uniq --ignore-case -w 1) <(printf 'A\nB\n')
}

@test "characters of several bytes" {
    export LC_ALL=C.UTF-8
    cmp <(printf '\303\240\n\303\241\n' | uniq -w 1) <(printf '\303\240\n\303\241\n')
    cmp <(printf '\303\251a\nea\n' | uniq -s 1) <(printf '\303\251a\n')
    cmp <(printf 'a\343\200\200b\nc\343\200\200b\n' | uniq -f 1) <(printf 'a\343\200\200b\n')
    cmp <(printf '\377a\n\376a\n' | uniq -s 1) <(printf '\377a\n')
}

@test "-z: lines end with NUL, and a newline parts fields" {
    cmp <(printf 'a\0a\0b' | uniq -z) <(printf 'a\0b\0')
    cmp <(printf 'a\nb\0c\nb\0' | uniq --zero-terminated -f 1) <(printf 'a\nb\0')
}

@test "the forms of old" {
    cmp <(uniq -1 fields) <(uniq -f 1 fields)
    cmp <(uniq +1 fields) <(uniq -s 1 fields)
    [ "$(printf 'a\nb\n' | uniq +99999999999999999999)" = a ]
    cmp <(uniq -f 2 -1 fields) <(uniq -f 1 fields)
    run env _POSIX2_VERSION=200112 uniq +1
    [ "$status" -eq 1 ]
    [ "$output" = 'uniq: +1: No such file or directory' ]
}

@test "OUTPUT is written, and only when the input is there" {
    uniq runs out
    cmp out <(printf 'a\nb\nc\n')
    run uniq missing new
    [ "$status" -eq 1 ]
    [ ! -e new ]
    run uniq runs missing/out
    [ "$status" -eq 1 ]
    [ "$output" = 'uniq: missing/out: No such file or directory' ]
}

@test "lines that cross the buffer's end, and long ones" {
    seq 100000 | sed p >twice
    cmp <(uniq twice) <(seq 100000)
    cmp <(uniq -w 99 twice) <(seq 100000)
    cmp <(uniq -D twice) twice
    head -c 5000000 /dev/zero | tr '\0' x >long
    cmp <(cat long <(echo) long | uniq) <(cat long <(echo))
}

@test "a zero may have a minus" {
    cmp <(printf 'a\nb\n' | uniq -f -0 -s -00) <(printf 'a\nb\n')
    cmp <(printf 'a\nb\n' | uniq -w-0) <(printf 'a\n')
    run uniq -f -01
    [ "$output" = 'uniq: -01: invalid number of fields to skip' ]
}

@test "bad options" {
    run uniq -f x
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'uniq: x: invalid number of fields to skip' ]
    run uniq -s x
    [ "${lines[0]}" = 'uniq: x: invalid number of bytes to skip' ]
    run uniq -w x
    [ "${lines[0]}" = 'uniq: x: invalid number of bytes to compare' ]
    [ "$(printf 'a\nb\n' | uniq -f -0 -s -0 -w -0)" = a ]
    run uniq --group -c
    [ "${lines[0]}" = 'uniq: --group is mutually exclusive with -c/-d/-D/-u' ]
    run uniq -cD
    [ "${lines[0]}" = 'uniq: printing all duplicated lines and repeat counts is meaningless' ]
    run uniq --group=bogus
    [ "${lines[0]}" = "uniq: invalid argument 'bogus' for '--group'" ]
    run uniq a b c
    [ "${lines[0]}" = "uniq: extra operand 'c'" ]
}

@test "read and write errors, closed descriptors" {
    run uniq .
    [ "$status" -eq 1 ]
    [ "$output" = "uniq: error reading '.': Is a directory" ]
    run bash -c 'uniq <&-'
    [ "$status" -eq 1 ]
    [ "$output" = "uniq: error reading '-': Bad file descriptor" ]
    run bash -c 'uniq runs >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'uniq: write error: No space left on device' ]
    run uniq runs /dev/full
    [ "$status" -eq 1 ]
    run bash -c 'uniq runs >&-'
    [ "$status" -eq 1 ]
    timeout 20 bash -c 'yes | uniq -D | head -n 1 >/dev/null'
}
