#!/usr/bin/env bats
# base64 and base32: both ways, lines, padding, garbage, trouble.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    head -c 100000 /dev/urandom >random
}

@test "known texts" {
    [ "$(printf foobar | base64)" = Zm9vYmFy ]
    [ "$(printf fooba | base64)" = Zm9vYmE= ]
    [ "$(printf foob | base64)" = Zm9vYg== ]
    [ "$(printf foobar | base32)" = MZXW6YTBOI====== ]
    [ "$(printf fooba | base32)" = MZXW6YTB ]
    [ "$(printf '' | base64 | wc -c)" = 0 ]
    [ "$(printf Zm9vYmE= | base64 --decode)" = fooba ]
    [ "$(printf MZXW6YTBOI====== | base32 -d)" = foobar ]
}

@test "there and back, in lines of any length" {
    for p in base64 base32; do
        for w in 0 1 2 3 5 76 77 1000 99999999999999999999; do
            $p -w $w random | $p -d | cmp - random
        done
        [ "$(GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2 $p random | cksum)" = "$($p <random | cksum)" ]
        $p random | GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2 $p -d | cmp - random
    done
}

@test "--wrap" {
    [ "$(printf foobar | base64 -w 3)" = "$(printf 'Zm9\nvYm\nFy')" ]
    cmp <(printf foobar | base64 --wrap=4) <(printf 'Zm9v\nYmFy\n')
    for w in 0 -0 99999999999999999999; do
        cmp <(printf foobar | base64 -w $w) <(printf Zm9vYmFy)
    done
    [ "$(head -c 600 random | base64 | head -n 1 | wc -c)" = 77 ]
    for w in -1 -99999999999999999999 0x1 1k ''; do
        run -1 base64 -w "$w" random
        [[ $output == "base64: invalid wrap size: '$w'" ]]
    done
}

@test "padding may be missing, but not a part of it" {
    [ "$(printf Zm9vYg | base64 -d)" = foob ]
    [ "$(printf 'Zm9vYg==\nZm9vYg' | base64 -d)" = foobfoob ]
    run -1 base64 -d <<<'Zm9vYg='
    [[ $output == *'base64: invalid input' ]]
    run -1 base64 -d <<<'Zm9vYh=='
    run -1 base64 -d <<<'Z'
    run -1 base64 -d <<<'Z==='
    [ "$(printf MZXW6 | base32 -d)" = foo ]
    run -1 base32 -d <<<'MZXW6=='
    [ "$output" = 'base32: invalid input' ]
}

@test "garbage" {
    run -1 base64 -d <<<'Zm9v Zm9v'
    [ "$output" = "foobase64: invalid input" ]
    [ "$(base64 -d -i <<<'!Zm9-v_Zm 9v')" = foofoo ]
    run -1 base32 -d <<<mzxw6ytb
    [ "$output" = 'base32: invalid input' ]
}

@test "trouble" {
    run -1 base64 nosuch
    [ "$output" = 'base64: nosuch: No such file or directory' ]
    run -1 base64 .
    [ "$output" = 'base64: read error: Is a directory' ]
    run -1 base64 a b
    [[ ${lines[0]} == "base64: extra operand 'b'" ]]
    run -1 bash -c 'base64 random >/dev/full'
    [ "$output" = 'base64: write error: No space left on device' ]
    run -1 bash -c 'base64 random | base64 -d >/dev/full'
    [ "$output" = 'base64: write error: No space left on device' ]
    run -1 bash -c 'base64 random >&-'
    run -1 bash -c 'base64 <&-'
    run -1 base64 --nosuch
}

@test "a zero may have a minus" {
    [ "$(head -c 90 /dev/zero | base64 -w -0 | wc -l)" = 0 ]
}

@test "a read error behind bytes that are no whole block is told" {
    command -v strace >/dev/null || skip 'needs strace'
    printf ab >short
    run -1 timeout 20 strace -o trace -P "$PWD/short" -e trace=read -e inject=read:error=EIO:when=2+ base64 <short
    [[ $output == *'Input/output error'* ]]
}
