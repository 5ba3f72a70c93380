#!/usr/bin/env bats
# head: counts from the start and from the end, of files and of pipes; banners; the form of old.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    seq 20000 >nums
    printf 'a\nb\nc' >open
}

@test "ten lines unless told otherwise" {
    [ "$(head nums | tail -n 1)" = 10 ]
    [ "$(head nums | wc -l)" = 10 ]
}

@test "-n and -c count from the start; units multiply" {
    cmp <(head -n 3 nums) <(printf '1\n2\n3\n')
    cmp <(head --lines=3 nums) <(head -n3 nums)
    cmp <(head -c 5 nums) <(printf '1\n2\n3')
    [ "$(head -c 1K nums | wc -c)" = 1024 ]
    [ "$(head --bytes=1kB nums | wc -c)" = 1000 ]
    [ "$(head -c 1KiB nums | wc -c)" = 1024 ]
    [ "$(head -c 2b nums | wc -c)" = 1024 ]
    [ "$(head -n 0 nums | wc -c)" = 0 ]
}

@test "a minus leaves out the last part, of files and of pipes alike" {
    seq 20000 >many
    for n in 1 19999 20001; do
        cmp <(head -n -$n many) <(head -n -$n ---presume-input-pipe many)
        cmp <(head -c -$n many) <(head -c -$n ---presume-input-pipe many)
    done
    for n in 0 1 2 1000 19999 20000 20001 99999999999999999999; do
        for unit in -n -c; do
            head $unit -$n nums >file
            cat nums | head $unit -$n >pipe
            cmp file pipe
        done
    done
    [ "$(head -n -19998 nums)" = "$(printf '1\n2')" ]
    [ "$(head -c -108892 nums)" = 1 ]
}

@test "a last line without its end counts as a line" {
    [ "$(head -n -1 open)" = "$(printf 'a\nb')" ]
    [ "$(cat open | head -n -1)" = "$(printf 'a\nb')" ]
    cmp <(cat open | head -n -0) open
}

@test "too large a number means everything" {
    cmp <(head -n 99999999999999999999999 nums) nums
    cmp <(head -c 1Q nums) nums
}

@test "banners: several files, -v, -q, quoted names, standard input" {
    cp open 'a b'
    run head -n1 'a b' open
    [ "$output" = "$(printf "==> 'a b' <==\na\n\n==> open <==\na")" ]
    run head -v -n1 open
    [ "${lines[0]}" = '==> open <==' ]
    run head -q -n1 open open
    [ "$output" = "$(printf 'a\na')" ]
    run head --silent --quiet -n1 open open
    [ "$output" = "$(printf 'a\na')" ]
    run bash -c 'head --verbose -n1 <open'
    [ "${lines[0]}" = '==> standard input <==' ]
}

@test "-z: lines end with NUL" {
    printf 'a\0b\0c' >z
    cmp <(head -z -n 2 z) <(printf 'a\0b\0')
    cmp <(head --zero-terminated -n -1 z) <(printf 'a\0b\0')
}

@test "the form of old" {
    cmp <(head -2 nums) <(printf '1\n2\n')
    cmp <(head -3c nums) <(printf '1\n2')
    [ "$(head -1k nums | wc -c)" = 1024 ]
    [ "$(head -1b nums | wc -c)" = 512 ]
    [ "$(head -1vl open | head -n 1)" = '==> open <==' ]
    run head -1x open
    [ "$status" -eq 1 ]
    [[ ${lines[0]} == 'head: invalid trailing option -- x' ]]
}

@test "what is not printed is given back" {
    run bash -c '{ head -n 2 >/dev/null; cat; } <open'
    [ "$output" = c ]
    run bash -c '{ head -n -1 >/dev/null; cat; } <open'
    [ "$output" = c ]
    # A pipe cannot take back what was read: -c reads no more than it prints.
    [ "$(printf 'abcdef' | (head -c 2 && printf '|' && head -c 3 && printf '|' && cat))" = 'ab|cde|f' ]
    [ "$( (printf 'ab'; sleep .1; printf 'cdef') | (head -c 3 && printf '|' && cat))" = 'abc|def' ]
}

@test "bad counts, missing files, directories" {
    run head -n x open
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "head: invalid number of lines: 'x'" ]
    run head -c 1x open
    [ "${lines[0]}" = "head: invalid number of bytes: '1x'" ]
    run head -c +k /dev/null
    [ "${lines[0]}" = "head: invalid number of bytes: '+k'" ]
    [ "$(yes | head -c k | wc -c)" = 1024 ]
    run head -n1 missing open .
    [ "$status" -eq 1 ]
    [[ $output == *"head: cannot open 'missing' for reading: No such file or directory"* ]]
    [[ $output == *"head: error reading '.': Is a directory"* ]]
    [[ $output == *"==> open <=="* ]]
}

@test "write errors and closed descriptors" {
    run bash -c 'head nums >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'head: write error: No space left on device' ]
    run bash -c 'head <&-'
    [ "$status" -eq 1 ]
    [ "$output" = $'head: error reading \'standard input\': Bad file descriptor\nhead: -: Bad file descriptor' ]
    run -1 bash -c 'head -n0 <&-'
    [ "$output" = 'head: -: Bad file descriptor' ]
    run bash -c 'head nums >&-'
    [ "$status" -eq 1 ]
}
