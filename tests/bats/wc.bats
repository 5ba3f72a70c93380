#!/usr/bin/env bats
# wc: each count in several locales, names from lists, totals, what cannot be read.

load ../support/read-error

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'one two\n\tthree\n' >a
    printf 'x' >b
}

@test "lines, words and bytes unless told otherwise, with totals for several files" {
    run wc a b
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = ' 2  3 15 a' ]
    [ "${lines[1]}" = ' 0  1  1 b' ]
    [ "${lines[2]}" = ' 2  4 16 total' ]
}

@test "each count alone, by letter and by name" {
    [ "$(wc -l a)" = '2 a' ] && [ "$(wc --lines <a)" = 2 ]
    [ "$(wc -w a)" = '3 a' ] && [ "$(wc --words <a)" = 3 ]
    [ "$(wc -c a)" = '15 a' ] && [ "$(wc --bytes <a)" = 15 ]
    [ "$(wc -m a)" = '15 a' ] && [ "$(wc --chars <a)" = 15 ]
    [ "$(wc -L a)" = '13 a' ] && [ "$(wc --max-line-length <a)" = 13 ]
}

@test "characters, words and columns of UTF-8; invalid bytes are no characters but belong to words" {
    export LC_ALL=C.UTF-8
    printf 'a\343\200\200b\303\251\377\344\270\255\n' >u
    [ "$(wc -m <u)" = 6 ]
    [ "$(wc -w <u)" = 2 ]
    [ "$(wc -L <u)" = 7 ]
    [ "$(wc -c <u)" = 12 ]
}

@test "no-break spaces end words, but not with POSIXLY_CORRECT" {
    export LC_ALL=C.UTF-8
    printf 'a\302\240b' >u
    [ "$(wc -w <u)" = 2 ]
    [ "$(POSIXLY_CORRECT=1 wc -w <u)" = 1 ]
}

@test "kernels and plain forms agree on noise of every length around their blocks" {
    head -c 20000 /dev/urandom >noise
    for n in 0 1 31 32 33 63 64 65 127 128 129 4095 4096 4097 20000; do
        head -c $n noise >part
        for l in C C.UTF-8; do
            LC_ALL=$l wc -lwmcL part >fast
            LC_ALL=$l GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX512F,-AVX512BW wc -lwmcL part >plain
            cmp fast plain
        done
    done
}

@test "bytes of a file are not read to be counted, from where it stands" {
    head -c 10000 /dev/zero >z
    [ "$( { head -c 10 >/dev/null; wc -c; } <z)" = 9990 ]
    [ "$(wc -c <z)" = 10000 ]
}

@test "--total: when to print it" {
    [ "$(wc -l --total=never a b | wc -l)" = 2 ]
    [ "$(wc -l --total=always a | tail -n 1)" = '2 total' ]
    [ "$(wc -l --total=only a b)" = 2 ]
    [ "$(wc -l --total=auto a | wc -l)" = 1 ]
    run wc --total=maybe a
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "wc: invalid argument 'maybe' for '--total'" ]
}

@test "--files0-from: names from a file or from standard input" {
    printf 'a\0b\0' >list
    [ "$(wc -l --files0-from=list | tail -n 1)" = ' 2 total' ]
    [ "$(wc -l --files0-from=- <list | tail -n 1)" = ' 2 total' ]
    [ "$(wc --files0-from=/dev/null)" = '' ]
    LC_ALL=C.UTF-8 run wc --files0-from=list a
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "wc: extra operand 'a'" ]
    [ "${lines[1]}" = 'file operands cannot be combined with --files0-from' ]
    run bash -c "printf 'a\0\0' | wc -l --files0-from=-"
    [ "$status" -eq 1 ]
    [ "${lines[1]}" = 'wc: -:2: invalid zero-length file name' ]
    run bash -c "printf -- '-\0' | wc --files0-from=-"
    [ "$status" -eq 1 ]
}

@test "--debug names the instructions" {
    run bash -c 'wc --debug -l a 2>&1 >/dev/null'
    [[ $output == wc:*avx2* ]]
}

@test "missing files and directories do not stop the others" {
    run wc -l missing . a
    [ "$status" -eq 1 ]
    [[ $output == *"wc: missing: No such file or directory"* ]]
    [[ $output == *"wc: .: Is a directory"* ]]
    [[ $output == *"2 a"* ]]
}

@test "an empty name is no file" {
    run wc '' b
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'wc: invalid zero-length file name' ]
    [[ ${lines[1]} == *' b' ]]
}

@test "write errors and closed descriptors" {
    run bash -c 'wc a >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'wc: write error: No space left on device' ]
    run bash -c 'wc <&-'
    [ "$status" -eq 1 ]
    [[ $output == *"wc: 'standard input': Bad file descriptor"* ]]
}

@test "a file that is cut short while lines are counted ends the count, not the program" {
    command -v strace >/dev/null || skip 'needs strace'
    yes '' | head -c 8M >file
    # wc sleeps between asking for the size and mapping the file, when it asks where the file stands.
    strace -o trace -e trace=lseek -e inject=lseek:delay_enter=2000000 wc -l file >out &
    sleep 1
    printf 'a\nb\nc' >file
    wait $!
    [ "$(cat out)" = '2 file' ]
}

@test "large files are counted through the end, and standard input is left there" {
    yes '' | head -c 5000001 >file
    printf 'a\nb' >>file
    run -0 wc -l file
    [ "$output" = '5000002 file' ]
    run -0 wc -lc file
    [ "$output" = '5000002 5000004 file' ]
    run -0 sh -c '{ wc -l; cat; } <file'
    [ "$output" = 5000002 ]
    run -0 sh -c '{ head -c 4096 >/dev/null; wc -l; } <file'
    [ "$output" = 4995906 ]
    yes '€uro' | head -c 7000000 >euros
    LC_ALL=C.UTF-8 run -0 wc -m euros
    [ "$output" = '5000000 euros' ]
    LC_ALL=C.UTF-8 run -0 sh -c '{ head -c 1 >/dev/null; wc -m; head -c 1 | wc -c; } <euros'
    [ "$output" = "4999999"$'\n'0 ]
    truncate -s 40M hole
    run -0 wc -l hole
    [ "$output" = '0 hole' ]
}

@test "a read error behind an unfinished character is the end, and told" {
    ends_at_read_error wc -m
}
