#!/usr/bin/env bats
# seq: exact and floating sequences, formats, widths, mistakes.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

@test "one, two and three operands" {
    [ "$(seq 3 | tr '\n' ' ')" = '1 2 3 ' ]
    [ "$(seq 2 4 | tr '\n' ' ')" = '2 3 4 ' ]
    [ "$(seq 1 2 6 | tr '\n' ' ')" = '1 3 5 ' ]
    [ "$(seq 3 -1 1 | tr '\n' ' ')" = '3 2 1 ' ]
    [ "$(seq 3 1)" = '' ]
    [ "$(seq -1 1 | tr '\n' ' ')" = '-1 0 1 ' ]
}

@test "decimals are exact, the last one is there" {
    [ "$(seq 0 .1 1 | tail -n 1)" = 1.0 ]
    [ "$(seq 0 .1 1 | wc -l)" = 11 ]
    [ "$(seq 0.000001 0.000001 0.000003 | tail -n 1)" = 0.000003 ]
    [ "$(seq 9.9 .1 10.1 | tr '\n' ' ')" = '9.9 10.0 10.1 ' ]
}

@test "numbers of any length" {
    [ "$(seq 99999999999999999999 100000000000000000001 | tail -n 1)" = 100000000000000000001 ]
    [ "$(seq 18446744073709551615 18446744073709551616 | head -n 1)" = 18446744073709551615 ]
    [ "$(seq inf | head -n 3 | tail -n 1)" = 3 ]
}

@test "-s and --separator; the end is always a newline" {
    [ "$(seq -s , 3)" = 1,2,3 ]
    [ "$(seq --separator=' - ' 2)" = '1 - 2' ]
    [ "$(seq -s '' 12)" = 123456789101112 ]
    [ "$(seq -s , 1 | wc -l)" = 1 ]
}

@test "-w gives all the same width" {
    [ "$(seq -w 9 10 | tr '\n' ' ')" = '09 10 ' ]
    [ "$(seq --equal-width -5 5 5 | tr '\n' ' ')" = '-5 00 05 ' ]
    [ "$(seq -w .9 .1 1.1 | tr '\n' ' ')" = '0.9 1.0 1.1 ' ]
    [ "$(seq -w 001 2 | tr '\n' ' ')" = '001 002 ' ]
    [ "$(seq -w 9 0x10 | head -n1)$(seq -w -s "" 9 0x10)" = 9910111213141516 ]     # a limit in hex has no width
}

@test "-f formats like printf" {
    [ "$(seq -f '%.2f' 1)" = 1.00 ]
    [ "$(seq -f 'a%03gb%%' 2 | tail -n 1)" = 'a002b%' ]
    [ "$(seq --format=%e 1)" = 1.000000e+00 ]
    [ "$(seq -f %g 1000000 1000000)" = 1e+06 ]
    [ "$(seq -f %5.1f 1)" = '  1.0' ]
}

@test "the decimal point is the locale's" {
    locale -a | grep -qix de_DE.iso88591 || skip 'no de_DE'
    export LC_ALL=de_DE.ISO-8859-1
    [ "$(seq -w 9.5 10.5 | tr '\n' ' ')" = '09,5 10,5 ' ]
    [ "$(seq 1 .25 1.5 | tr '\n' ' ')" = '1,00 1,25 1,50 ' ]
    [ "$(seq -f %.1f 2 3 | tr '\n' ' ')" = '2,0 3,0 ' ]
    [ "$(seq 1 3 | tr '\n' ' ')" = '1 2 3 ' ]
}

@test "hexadecimal and exponents" {
    [ "$(seq 0xF 0x10 | tr '\n' ' ')" = '15 16 ' ]
    [ "$(seq 1e1 11 | tr '\n' ' ')" = '10 11 ' ]
    [ "$(seq 1e20 1e20)" = 100000000000000000000 ]
    [ "$(seq 18446744073709551618 17e0 18446744073709551635 | tail -n 1)" = 18446744073709551635 ]
}

@test "mistakes" {
    run seq
    [ "$status" -eq 1 ] && [ "${lines[0]}" = 'seq: missing operand' ]
    run seq 1 2 3 4
    [ "${lines[0]}" = "seq: extra operand '4'" ]
    run seq x
    [ "${lines[0]}" = "seq: invalid floating point argument: 'x'" ]
    run seq nan
    [ "${lines[0]}" = "seq: invalid 'not-a-number' argument: 'nan'" ]
    run seq 1 0 2
    [ "${lines[0]}" = "seq: invalid Zero increment value: '0'" ]
    run seq -f x 1
    [ "$output" = "seq: format 'x' has no % directive" ]
    run seq -f %g%g 1
    [ "$output" = "seq: format '%g%g' has too many % directives" ]
    run seq -f %d 1
    [ "$output" = "seq: format '%d' has unknown %d directive" ]
    run seq -f % 1
    [ "$output" = "seq: format '%' ends in %" ]
    run seq -w -f %g 1
    [ "$status" -eq 1 ]
}

@test "write errors end an endless sequence" {
    run bash -c 'seq inf >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'seq: write error: No space left on device' ]
    run bash -c 'seq 1 .3 1e9 >/dev/full'
    [ "$status" -eq 1 ]
}

@test "a width or precision beyond all bounds is an error at once" {
    for f in %.99999999999f %99999999999g %.2147483647e; do
        run timeout 5 seq -f "$f" 1
        [ "$status" -eq 1 ]
        [ "$output" = 'seq: write error: Value too large for defined data type' ]
    done
}
