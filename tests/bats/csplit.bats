#!/usr/bin/env bats
# csplit: lines, expressions, repetitions, names, and what is left behind when something fails.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    seq 20 > in
}

nothing_left() {
    [ -z "$(find . -name 'xx*')" ]
}

@test "line numbers, and what is left" {
    [ "$(csplit in 5 10 | tr '\n' ' ')" = "8 10 33 " ]
    cmp xx00 <(seq 4) && cmp xx01 <(seq 5 9) && cmp xx02 <(seq 10 20)
    csplit -s in 5 '{2}'
    cmp xx03 <(seq 15 20)
    run -0 --separate-stderr csplit -s in 5 5
    [ "$stderr" = "csplit: warning: line number '5' is the same as preceding line number" ] && [ ! -s xx01 ]
    printf 'a\nb' | csplit -s - 2 && cmp xx01 <(printf b)
}

@test "expressions, offsets and skipping" {
    csplit -s in '/5/' '{*}' && cmp xx01 <(seq 5 14) && cmp xx02 <(seq 15 20)
    csplit -s in '/5/+2' && cmp xx00 <(seq 6)
    csplit -s in '/5/-2' '/5/' && cmp xx00 <(seq 2) && cmp xx01 <(seq 3 14)
    csplit -s -f y in '%5%1' '/9/-1' && cmp y00 <(seq 6 7) && cmp y01 <(seq 8 20)
    printf 'a/b\nc\n' | csplit -s - '/a/b/' && [ ! -s xx00 ]
    printf 'a\0b\nc\0d\n' | csplit -s - /d/ && cmp xx01 <(printf 'c\0d\n')
    printf 'x\n\n' | csplit -s - '/^$/' && cmp xx00 <(echo x)
    printf 'é\n\377\nb\n' | LC_ALL=C.UTF-8 csplit -s - '/^.$/' '/^.$/' && cmp xx01 <(printf 'é\n\377\n')
}

@test "long inputs: what is before the next piece does not wait in memory" {
    seq 300000 > long
    csplit -s long '/^1.*99$/' '/299999/-5' && cat xx0? | cmp - long && cmp xx02 <(seq 299994 300000)
    csplit -s long '/200000/-199999' && [ ! -s xx00 ]
    { printf '%70000s\n' a; printf '%70000s\n' b; } | csplit -s - '/b$/' && [ "$(wc -c < xx01)" = 70001 ]
}

@test "a long way to a match takes no memory" {
    yes | head -n 2500000 | cat - in > long
    "$BATS_TEST_DIRNAME/limited" 60000 csplit -s long '%^1$%' '/3/'
    cmp xx00 <(seq 2)
}

@test "--suppress-matched, -z" {
    csplit -s --suppress-matched in 5 10 && cmp xx01 <(seq 6 9) && cmp xx02 <(seq 11 20)
    csplit -s --suppress-matched in /5/ '{*}' && cmp xx01 <(seq 6 14)
    rm xx*
    csplit -z -s --suppress-matched in 1 2 3 && cmp xx00 <(seq 4 20) && [ ! -e xx01 ]
    csplit -z -s in '/1$/' '{*}' && cmp xx00 <(seq 10) && [ ! -e xx02 ]
}

@test "-f, -n, -b: names" {
    csplit -s -f p. -n 3 in 5 && [ -e p.000 ] && [ -e p.001 ]
    csplit -s -b '%02X-%%.t' in 5 && [ -e xx00-%.t ]
    csplit -s -b '%-4dx' in 5 && [ -e 'xx1   x' ]
    csplit -s -b '%0#6.3x' in 5 && [ -e 'xx 0x001' ]
    csplit -s -b '%#o' in 5 && [ -e xx01 ]
    seq 1000 | csplit -s - '/./' '{*}' && [ -e xx1000 ] && [ ! -e xx1001 ]
    while IFS='|' read -r format why; do
        run -1 csplit -b "$format" in 5
        [ "$output" = "csplit: $why" ]
    done << 'END'
x|missing % conversion specification in suffix
%d%u|too many % conversion specifications in suffix
%5|missing conversion specifier in suffix
%s|invalid conversion specifier in suffix: s
%ld|invalid conversion specifier in suffix: l
%é|invalid conversion specifier in suffix: \303
%#d|invalid flags in conversion specification: %#d
%'x|invalid flags in conversion specification: %'x
%99999999999d|memory exhausted
END
}

@test "patterns that are wrong" {
    while IFS='|' read -r first second why; do
        run -1 csplit in "$first" $second
        [ "$output" = "csplit: $why" ]
    done << 'END'
x||'x': invalid pattern
0||0: line number must be greater than zero
99999999999999999999||'99999999999999999999': invalid pattern
5|3|line number '3' is smaller than preceding line number, 5
{3}||'{3}': invalid pattern
5|{x}|'{x'}: integer required between '{' and '}'
5|{}|'{'}: integer required between '{' and '}'
5|{3|'{3': '}' is required in repeat count
/x||/x: closing delimiter '/' missing
%x||%x: closing delimiter '%' missing
/x/y||'/x/y': integer expected after delimiter
/[/||'/[/': invalid regular expression: Invalid regular expression
END
    run -1 csplit in
    [ "${lines[0]}" = "csplit: missing operand after 'in'" ]
    run -1 csplit -n x in 3
    [ "$output" = "csplit: invalid number: 'x'" ]
    nothing_left
}

@test "nothing is left behind by a failure, except with -k" {
    for patterns in 25 21 '/zz/' '5 /5/ /zz/' '5 {*}' '/5/-9' '/5/+99' '/5/9223372036854775807'; do
        run -1 csplit in $patterns
        nothing_left
    done
    run -1 --separate-stderr csplit -k in 5 '{9}'
    [ "$stderr" = "csplit: '5': line number out of range on repetition 4" ]
    cat xx0? | cmp - in
    run --separate-stderr -1 csplit -s - +010 <<<a
    [ "$stderr" = "csplit: '10': line number out of range" ]
    run -1 --separate-stderr csplit -ks in /2/ /zz/
    [ "$stderr" = "csplit: '/zz/': match not found" ] && [ "$(cat xx00 xx01)" = "$(cat in)" ]
}

@test "signals remove the files, unless they are ignored" {
    for signal in HUP INT QUIT TERM USR1 XCPU; do
        mkfifo pipe
        env --default-signal csplit -s - 3 10000 < pipe 3>&- &
        pid=$!
        exec 4> pipe
        seq 5 >&4
        until [ -e xx01 ]; do sleep 0.01; done
        kill -s $signal $pid
        status=0
        wait $pid || status=$?          # not by run: only the shell that started it can wait for it
        [ "$status" -eq $((128 + $(kill -l $signal))) ]
        exec 4>&-
        nothing_left
        rm pipe
    done
    (trap '' XFSZ; ulimit -f 1; seq 3000 | run -1 csplit -s - 2000)
    nothing_left
}

@test "files that cannot be made or written, and inputs that cannot be read" {
    mkdir xx01
    run -1 --separate-stderr csplit in 5
    [ "$stderr" = "csplit: xx01: Is a directory" ] && [ ! -e xx00 ] && [ -d xx01 ]
    rmdir xx01
    ln -s /dev/full xx01
    run -1 --separate-stderr csplit in 5
    [ "$stderr" = "csplit: xx01: No space left on device" ]
    nothing_left
    run -1 csplit -s .  3
    [ "$output" = "csplit: read error: Is a directory" ]
    nothing_left
    run -1 csplit nosuch 3
    [ "$output" = "csplit: cannot open 'nosuch' for reading: No such file or directory" ]
    run -1 csplit /dev/null 1
    nothing_left
    run -1 bash -c 'csplit in 5 > /dev/full'
    [ "$output" = "csplit: write error: No space left on device" ]
}

@test "the input is never written over, nor removed; other files are" {
    cp in xx01
    for name in xx01 ./xx01; do
        run -1 --separate-stderr csplit "$name" 5 10
        [ "$stderr" = "csplit: 'xx01' would overwrite input; aborting" ] && [ ! -e xx00 ]
        cmp xx01 in
    done
    run -1 csplit - 5 < xx01
    cmp xx01 in
    csplit -s in 5 18
    cmp xx01 <(seq 5 17)
}
