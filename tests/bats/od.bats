#!/usr/bin/env bats
# od: types, layout, repeated lines, offsets, limits, strings, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'abc\0\n\377' > six
    seq 100 > numbers
}

@test "without types: octal numbers of two bytes, and the address behind the last" {
    cmp <(printf 'ab' | od) <(printf '0000000 061141\n0000002\n')
    cmp <(printf 'abc' | od) <(printf '0000000 061141 000143\n0000003\n')
    cmp <(od < /dev/null) <(printf '0000000\n')
    cmp <(od six - six < six -tx1 | tail -n 2) <(printf '0000020 0a ff\n0000022\n')
}

@test "characters and their names" {
    cmp <(od -An -c six) <(printf '   a   b   c  \\0  \\n 377\n')
    cmp <(od -An -ta six) <(printf '   a   b   c nul  nl del\n')
    cmp <(printf '\a\b\t\v\f\r\\ \177\200' | od -An -c) <(printf '  \\a  \\b  \\t  \\v  \\f  \\r   \\     177 200\n')
    cmp <(printf 'a\351' | LC_ALL=en_US.ISO-8859-1 od -An -c) <(printf '   a   \351\n')
    cmp <(printf 'é' | LC_ALL=C.UTF-8 od -An -c) <(printf ' 303 251\n')
}

@test "whole numbers of all sizes" {
    cmp <(od -An -to1 -tx1 -tu1 -td1 six) \
        <(printf '  %s\n' '141  142  143  000  012  377' ' 61   62   63   00   0a   ff' \
          ' 97   98   99    0   10  255' ' 97   98   99    0   10   -1')
    cmp <(printf '\0\0\0\200' | od -An -td4) <(printf ' -2147483648\n')
    cmp <(printf '\377\377\377\377' | od -An -tu4 -tdI) <(printf '  4294967295\n          -1\n')
    cmp <(printf '\0\0\0\0\0\0\0\200' | od -An -tdL) <(printf ' -9223372036854775808\n')
    cmp <(printf '\377\377\377\377\377\377\377\377' | od -An -tu8 -to8 -tx8) \
        <(printf '   18446744073709551615\n 1777777777777777777777\n       ffffffffffffffff\n')
    cmp <(printf '\0\200' | od -An -tdS) <(printf -- ' -32768\n')
}

@test "floating-point numbers have as many digits as they need" {
    cmp <(printf '\315\314\314\075' | od -An -tfF) <(printf '             0.1\n')
    cmp <(printf '\232\231\231\231\231\231\271\077' | od -An -tfD) <(printf '                      0.1\n')
    cmp <(printf '\0\074\0\300' | od -An -tfH) <(printf '               1              -2\n')
    cmp <(printf '\200\077\0\300' | od -An -tfB) <(printf '               1              -2\n')
    cmp <(printf '\0\0\200\177\0\0\300\377' | od -An -f) <(printf '             inf            -nan\n')
}

@test "--endian" {
    cmp <(printf '\1\2\3\4' | od -An -tx2 --endian=big) <(printf ' 0102 0304\n')
    cmp <(printf '\1\2\3\4' | od -An -tx4 --endian=little) <(printf ' 04030201\n')
    cmp <(printf '\1\2\3' | od -An -tx4 --endian=big) <(printf ' 01020300\n')
    cmp <(printf '\077\200\0\0' | od -An -tfF --endian=b) <(printf '               1\n')
}

@test "several types stand aligned, z shows characters" {
    printf '0000000 61 62 63 64 0a %32s  >abcd.<\n           64636261    0000000a\n0000005\n' '' > wanted
    cmp <(printf 'abcd\n' | od -tx1z -tx4) wanted
    [ "$(printf 'abcd' | od -An -w4 -tx1z)" = ' 61 62 63 64  >abcd<' ]
    [ "$(printf 'ab' | od -An -w4 -tx1z)" = ' 61 62        >ab<' ]
    cmp <(printf 'a' | od -Ax -tx1 -c) <(printf '000000  61\n         a\n000001\n')
}

@test "lines that repeat the one before" {
    cmp <(head -c 64 /dev/zero | od -tx1 -w8) <(printf '0000000 00 00 00 00 00 00 00 00\n*\n0000100\n')
    [ "$(head -c 64 /dev/zero | od -v -tx1 -w8 | wc -l)" = 9 ]
    cmp <(printf 'aaaabbbbbbbbaa' | od -Ad -c -w4) \
        <(printf '0000000   a   a   a   a\n0000004   b   b   b   b\n*\n0000012   a   a\n0000014\n')
    head -c 9999999 /dev/zero | od > zeros
    cmp zeros <(printf '0000000%s\n*\n46113160%s\n46113177\n' "$(printf ' 000000%.0s' 1 2 3 4 5 6 7 8)" \
                "$(printf ' 000000%.0s' 1 2 3 4 5 6 7 8)")
}

@test "-A, -j, -N" {
    cmp <(od -Ad -j 290 -tc numbers) <(printf '0000290   0  \\n\n0000292\n')
    cmp <(od -Ax -N3 -j 0x10 -c numbers) <(printf '000010   9  \\n   1\n000013\n')
    cmp <(printf 'abcdefg' | { od -An -N3 -c; od -An -c; }) <(printf '   a   b   c\n   d   e   f   g\n')
    cmp <({ od -An -j1 -N3 -c; cat; } < six) <(printf '   b   c  \\0\n\n\377')
    cmp <(od -j3 -An -c six six | head -n 1) <(printf '  \\0  \\n 377   a   b   c  \\0  \\n 377\n')
    [ "$(od -N0 six missing)" = 0000000 ]
    [ "$(od -j9 -N1 six six -An -to1)" = ' 000' ]
    run od -j 7 six
    [ "$status" -eq 1 ]
    [ "$output" = 'od: cannot skip past end of combined input' ]
}

@test "offsets as operands" {
    [ "$(od -c six +3)" = $'0000003  \\0  \\n 377\n0000006' ]
    [ "$(od -c six 4)" = $'0000004  \\n 377\n0000006' ]
    [ "$(od -c six 0x4)" = $'0000004  \\n 377\n0000006' ]
    [ "$(seq 1000 | od -c +1b | head -c 15)" = '0001000   1   5' ]
    [ "$(od -c numbers 10.)" = "$(od -c -j 10 numbers)" ]
    [ "$(od --traditional -c six 1 0x10)" = $'0000001 (0000020)   b   c  \\0  \\n 377\n0000006 (0000025)' ]
    [ "$(od --traditional -An -c six 1 2)" = $'(0000001)   b   c  \\0  \\n 377\n(0000006)' ]
    run od ++0
    [ "$output" = 'od: ++0: No such file or directory' ]
    run od -j1 six 4
    [ "$status" -eq 1 ]
    [[ $output = *'od: 4: No such file or directory'* ]]
    run od six 7777777777777777777777
    [ "$output" = 'od: 7777777777777777777777: Numerical result out of range' ]
    run od --traditional six 0 0x7fffffffffffffff
    [ "$status" -eq 1 ]
    [ "${lines[1]}" = '0000006 od: pseudo address too large for input' ]
    run od --traditional a b c
    [ "${lines[0]}" = "od: extra operand 'b'" ]
    [ "${lines[1]}" = 'od: compatibility mode supports at most one file' ]
}

@test "-w" {
    cmp <(od -An -tx1 -w4 six) <(printf ' 61 62 63 00\n 0a ff\n')
    [ "$(od -tx1 -w numbers | sed -n 2p | cut -c 1-7)" = 0000040 ]
    [ "$(printf x | od -w100000 -An -tx1z | wc -c)" = 300006 ]
    run od -w3 -tx2 six
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'od: warning: invalid width 3; using 2 instead' ]
    run od -w0 six
    [ "$output" = "od: invalid -w argument '0'" ]
    [ "$(echo a | od -j-0 -N-0)" = 0000000 ]
}

@test "-S: strings" {
    printf 'abc\0de\0fghij\0\1klm\0nop\nqr\0xyz' > strings
    cmp <(od -S3 strings) <(printf '0000000 abc\n0000007 fghij\n0000016 klm\n')
    cmp <(od --strings -An strings) <(printf 'abc\nfghij\nklm\n')
    cmp <(od -Ad -S2 -j1 -N5 strings) <(printf '0000001 bc\n0000004 de\n')
    cmp <(printf %100s | od -N10 -S10) <(printf '0000000 %10s\n' '')
    [ -z "$(printf %10s | od -S10)" ]
    [ "$(od -S3 strings strings | sed -n 4p)" = '0000031 xyzabc' ]
    { head -c 1000000 /dev/zero | tr '\0' x; printf '\0'; } > long
    [ "$(od -S4 long | wc -c)" = 1000009 ]
    [ "$(printf 'a\0\0' | timeout 10 od -An -S0 | wc -l)" = 2 ]
    run od -S3 -x strings
    [ "$output" = 'od: no type may be specified when dumping strings' ]
}

@test "a zero may have a minus" {
    cmp <(printf abc | od -An -c -j -0 -N-0x0) /dev/null
    cmp <(printf abc | od -An -c -j -0k) <(printf abc | od -An -c)
    run od -j-0x1 /dev/null
    [ "$output" = "od: invalid -j argument '-0x1'" ]
    run od -w-0k /dev/null
    [ "$output" = "od: invalid suffix in -w argument '-0k'" ]
}

@test "what is wrong with options" {
    run od -t xq -t d3 -t x99999999999999999999 six
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "od: invalid character 'q' in type string 'xq'" ]
    [ "${lines[1]}" = "od: invalid type string 'd3';" ]
    [ "${lines[2]}" = "this system doesn't provide a 3-byte integral type" ]
    [ "${lines[3]}" = "od: invalid type string 'x99999999999999999999'" ]
    run od -t d2147483648 /dev/null
    [ "$output" = "od: invalid type string 'd2147483648'" ]
    run od -A q six
    [ "$output" = "od: invalid output address radix 'q'; it must be one character from [doxn]" ]
    run od -j x six
    [ "$output" = "od: invalid -j argument 'x'" ]
    run od -j mx data
    [ "$output" = "od: invalid suffix in -j argument 'mx'" ]
    run od -j ' m' data
    [ "$output" = "od: invalid -j argument ' m'" ]
    run od -S3 -w3 /dev/null
    [ "$status" -eq 0 ] && [ "$output" = 'od: warning: invalid width 3; using 2 instead' ]
    run od --read-bytes=1bb six
    [ "$output" = "od: invalid suffix in --read-bytes argument '1bb'" ]
    run od -N 1Q six
    [ "$output" = "od: -N argument '1Q' too large" ]
    run od -j 1 -N 0x7fffffffffffffff six
    [ "$output" = 'od: skip-bytes + read-bytes is too large' ]
    run od --endian=x six
    [ "${lines[0]}" = "od: invalid argument 'x' for '--endian'" ]
}

@test "what cannot be read or written" {
    run od missing
    [ "$status" -eq 1 ]
    [ "$output" = 'od: missing: No such file or directory' ]
    run od -An -c missing six . six
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'od: missing: No such file or directory' ]
    [ "${lines[1]}" = 'od: .: Is a directory' ]
    [ "${lines[2]}" = '   a   b   c  \0  \n 377   a   b   c  \0  \n 377' ]
    run bash -c 'od six >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'od: write error: No space left on device' ]
    run bash -c 'od <&-'
    [ "$status" -eq 1 ]
    [ "${lines[2]}" = 'od: standard input: Bad file descriptor' ]
    run -1 bash -c 'od -N0 <&-'
}
