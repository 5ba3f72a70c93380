#!/usr/bin/env bats
# shuf: lines, operands, ranges, choices, repeats, sources, where the result goes, what is wrong.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    seq 100 > list
    # 4096 bytes that are always the same.
    seq 1 2000 | sha512sum > seed
    for _ in 1 2 3; do sha512sum seed >> seed; done
    cat seed seed seed seed > source
}

@test "lines: all of them, once each, in another order" {
    shuf list > out
    ! cmp -s list out
    cmp <(sort -n out) list
    cmp <(shuf < list | sort -n) list
    cmp <(shuf - < list | sort -n) list
    [ "$(printf 'a\nb' | shuf | sort | tr -d '\n')" = ab ]
    cmp <(printf 'a\0b\nc\0' | shuf -z | sort -z) <(printf 'a\0b\nc\0')
    cmp <(printf 'x\0y\n' | shuf) <(printf 'x\0y\n')
    [ -z "$(shuf /dev/null)" ]
}

@test "each order of three is as likely" {
    for _ in {1..60}; do shuf -e a b c | tr -d '\n'; echo; done | sort -u > orders
    [ "$(wc -l < orders)" -eq 6 ]
}

@test "-e, -i: operands and ranges" {
    [ "$(shuf -e b a -- -c | sort | tr -d '\n')" = -cab ]
    cmp <(shuf -i 1-100 | sort -n) list
    [ "$(shuf -i 7-7)" = 7 ]
    [ -z "$(shuf -i 7-6)" ]
    [ "$(shuf -i 18446744073709551614-18446744073709551615 | sort | tail -c 2)" = 5 ]
    [ "$(shuf -i 1-18446744073709551615 -n 1000 | sort -u | wc -l)" -eq 1000 ]
    [ "$(shuf -e $'a\nb')" = $'a\nb' ]
}

@test "-n: the smallest count; a huge one is all" {
    [ "$(shuf -n 3 list | wc -l)" -eq 3 ]
    [ "$(shuf -n 30 -n 5 -n 20 list | wc -l)" -eq 5 ]
    [ "$(shuf -n 99999999999999999999 list | wc -l)" -eq 100 ]
    shuf -n 0 missing
    [ "$(seq 100000 | shuf -n 1000 | sort -nu | wc -l)" -eq 1000 ]
    [ "$(seq 10 | shuf -n 1000 | sort -nu | wc -l)" -eq 10 ]
    # Long lines take the place of others, again and again.
    [ "$(yes "$(printf '%05000d' 7)" | head -n 3000 | shuf -n 20 | sort -u | wc -l)" -eq 1 ]
}

@test "-r: repeats" {
    [ "$(shuf -r -n 500 -i 3-4 | sort -u | tr -d '\n')" = 34 ]
    [ "$(shuf -r -e a b | head -n 1000 | sort -u | tr -d '\n')" = ab ]
    [ "$(shuf -r list | head -n 5000 | sort -nu | wc -l)" -gt 90 ]
    run -1 shuf -re
    [ "$output" = 'shuf: no lines to repeat' ]
    run -1 shuf -r -i 4-3
    run -0 shuf -r -n 0 -e
}

@test "--random-source: the bytes decide" {
    printf '\1\2\3' > three
    [ "$(shuf --random-source=three -e a b c | tr -d '\n')" = bac ]
    cmp <(shuf --random-source=source list) <(shuf --random-source=source < list)
    cmp <(shuf --random-source=source -i 1-100) <(shuf --random-source=source list)
    [ "$(shuf --random-source=/dev/zero -i 1-5 | tr -d '\n')" = 12345 ]
    run -1 shuf --random-source=three -i 1-100
    [ "$output" = "shuf: 'three': end of file" ]
    run -1 shuf --random-source=missing list
    [ "$output" = 'shuf: missing: No such file or directory' ]
    run -1 shuf --random-source=. list
    [ "$output" = "shuf: '.': read error: Is a directory" ]
    [ "$(shuf --random-source=/dev/null -e a)" = a ]
}

@test "-o: in place; whole when something fails" {
    cp list file
    shuf -o file file
    ! cmp -s list file
    cmp <(sort -n file) list
    for arguments in missing . '-n 3 .' '--random-source=/dev/null -i 1-9' '--random-source=missing list' '-re'; do
        echo kept > file
        # shellcheck disable=SC2086 # several words
        run -1 shuf -o file $arguments
        [ "$(cat file)" = kept ]
    done
    run -1 shuf -o missing/x list
    [ "$output" = 'shuf: missing/x: No such file or directory' ]
    shuf -n 0 -o file missing
    [ ! -s file ]
}

@test "what is wrong" {
    for range in 18446744073709551616 18446744073709551616x-1 1-18446744073709551616; do
        run -1 shuf -i "$range"
        [ "$output" = "shuf: invalid input range: '$range': Value too large for defined data type" ]
    done
    for range in 1 a 1- -1 1-a 5-3 0-18446744073709551615 ''; do
        run -1 shuf -i "$range"
        [ "${lines[0]}" = "shuf: invalid input range: '$range'" ]
    done
    run -1 shuf -i 1-99999999999999999999
    [[ $output == *': Value too large for defined data type' ]]
    run -1 shuf -n x
    [ "${lines[0]}" = "shuf: invalid line count: 'x'" ]
    run -1 shuf -i 1-2 -i 1-2
    [ "${lines[0]}" = 'shuf: multiple -i options specified' ]
    run -1 shuf -o a -o b
    [ "${lines[0]}" = 'shuf: multiple output files specified' ]
    run -1 shuf -e -i 1-2
    [ "${lines[0]}" = 'shuf: cannot combine -e and -i options' ]
    run -1 shuf list list
    [ "${lines[0]}" = "shuf: extra operand 'list'" ]
    run -1 shuf -i 1-2 x
    [ "${lines[0]}" = "shuf: extra operand 'x'" ]
    run -1 shuf .
    [ "$output" = 'shuf: read error: Is a directory' ]
    run -1 bash -c 'shuf list > /dev/full'
    [ "$output" = 'shuf: write error: No space left on device' ]
    run -1 bash -c 'shuf -o /dev/full list'
    [ "$output" = 'shuf: write error: No space left on device' ]
    run -1 bash -c 'shuf <&-'
}
