#!/usr/bin/env bats
# comm: three columns, order, totals, what cannot be read.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'a\nb\nd\n' >one
    printf 'b\nc\nd' >two
    printf 'a\nc\nb\n' >mixed
    : >none
}

@test "of lines that the locale takes for equal the second file's is printed" {
    locale -a | grep -qix zh_CN.gb18030 || skip 'there is no such locale'
    cmp <(LC_ALL=zh_CN.GB18030 comm <(printf '\200\n') <(printf '\351\n')) <(printf '\t\t\351\n')
}

@test "three columns, any of which can be left out" {
    cmp <(comm one two) <(printf 'a\n\t\tb\n\tc\n\t\td\n')
    cmp <(comm -1 one two) <(printf '\tb\nc\n\td\n')
    cmp <(comm -2 one two) <(printf 'a\n\tb\n\td\n')
    cmp <(comm -3 one two) <(printf 'a\n\tc\n')
    cmp <(comm -12 one two) <(printf 'b\nd\n')
    cmp <(comm -23 one two) <(printf 'a\n')
    cmp <(comm -13 one two) <(printf 'c\n')
    [ -z "$(comm -123 one two)" ]
    cmp <(comm none two) <(printf '\tb\n\tc\n\td\n')
    [ "$(comm none none | wc -c)" = 0 ]
}

@test "--total counts hidden columns too; --output-delimiter; -z" {
    [ "$(comm -123 --total one two)" = $'1\t1\t2\ttotal' ]
    cmp <(comm --tot --output-delimiter=', ' one two) <(printf 'a\n, , b\n, c\n, , d\n1, 1, 2, total\n')
    cmp <(comm --output-delimiter= one two) <(printf 'a\n\0\0b\n\0c\n\0\0d\n')
    cmp <(comm -z --total <(printf 'a\0b\nc\0') <(printf 'b\nc')) <(printf 'a\0\t\tb\nc\0001\t0\t1\ttotal\0')
    comm --output-delimiter=x --output-delimiter=x one two
    run comm --output-delimiter=x --output-delimiter=y one two
    [ "$status" -eq 1 ]
    [ "$output" = 'comm: multiple output delimiters specified' ]
}

@test "files that are not sorted are reported, once lines differ or always" {
    run comm mixed one
    [ "$status" -eq 1 ]
    [ "$output" = $'\t\ta\n\tb\nc\ncomm: file 1 is not in sorted order\nb\n\td\ncomm: input is not in sorted order' ]
    run comm one mixed
    [ "$status" -eq 1 ]
    [[ $output = *'comm: file 2 is not in sorted order'* ]]
    run comm mixed mixed
    [ "$status" -eq 0 ]
    run comm --check-order mixed mixed
    [ "$status" -eq 1 ]
    [ "$output" = $'\t\ta\n\t\tc\ncomm: file 1 is not in sorted order' ]
    run comm --nocheck-order mixed one
    [ "$status" -eq 0 ]
}

@test "standard input, once or in turn" {
    cmp <(comm - two <one) <(comm one two)
    cmp <(comm one - <two) <(comm one two)
    run comm - - < <(printf '1\n1\n2\n2\n3\n')
    [ "$status" -eq 0 ]
    [ "$output" = $'\t\t1\n\t\t2\n3' ]
}

@test "the order of the locale" {
    printf 'a\nB\nc\n' >mixed-case
    cmp <(LC_ALL=en_US.UTF-8 comm mixed-case <(printf 'B\nd\n')) <(printf 'a\n\t\tB\nc\n\td\n')
    run comm mixed-case none
    [ "$status" -eq 1 ]
}

@test "long lines and many lines cross the buffers" {
    seq -w 200000 >all
    awk 'NR % 3' all >some
    cmp <(comm -12 all some) some
    cmp <(comm -23 all some) <(awk 'NR % 3 == 0' all)
    { head -c 3000000 /dev/zero | tr '\0' a; echo; head -c 400000 /dev/zero | tr '\0' b; } >long
    [ "$(comm --total -123 long long)" = $'0\t0\t2\ttotal' ]
    cmp <(comm long none) <(cat long; echo)
}

@test "operands and files that cannot be had" {
    run comm
    [ "$status" -eq 1 ]
    [[ $output = 'comm: missing operand'* ]]
    run comm one
    [[ $output = "comm: missing operand after 'one'"* ]]
    run comm one two none
    [[ $output = "comm: extra operand 'none'"* ]]
    run comm one nosuch
    [ "$status" -eq 1 ]
    [ "$output" = 'comm: nosuch: No such file or directory' ]
    run comm one .
    [ "$output" = 'comm: .: Is a directory' ]
    run bash -c 'comm - one <&-'
    [ "$status" -eq 1 ]
    [ "$output" = 'comm: -: Bad file descriptor' ]
}

@test "output that cannot be written" {
    run bash -c 'comm one two >/dev/full'
    [ "$status" -eq 1 ]
    [[ $output = 'comm: write error: No space left on device' ]]
    run bash -c 'comm one two >&-'
    [ "$status" -eq 1 ]
    run timeout 20 bash -c 'comm <(yes) none | head -n 1'
    [ "$status" -eq 0 ]
}

@test "last lines are looked at again when lines without a partner came up after them" {
    printf '3\n1\n' >a
    printf '3\n2\n' >b
    run comm a b
    [ "$status" -eq 1 ]
    [ "$output" = $'\t\t3\n1\ncomm: file 1 is not in sorted order\n\t2\ncomm: file 2 is not in sorted order
comm: input is not in sorted order' ]
}

@test "of lines that are equal in the locale, that of FILE2 is printed" {
    locale -a | grep -qix th_TH.utf8 || skip 'no th_TH'
    printf '\377\n' >one
    printf '\376\n' >two
    [ "$(LC_ALL=th_TH.UTF-8 comm one two)" = $'\t\t\376' ]
}

@test "the order is that of the C library, also where only punctuation differs" {
    locale -a | grep -qix en_US.utf8 || skip 'no en_US'
    printf '1.b\n.1b\n' >one
    LC_ALL=en_US.UTF-8 run -0 comm --check-order one one
    printf '.1b\n1.b\n' >one
    LC_ALL=en_US.UTF-8 run -1 comm --check-order one one
}
