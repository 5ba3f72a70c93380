#!/usr/bin/env bats
# basenc: each encoding both ways, what each refuses, and the choice among them.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    head -c 20000 /dev/urandom >random
}

check() { # ENCODING TEXT ENCODED
    [ "$(printf "$2" | basenc --$1)" = "$3" ]
    cmp <(printf '%s' "$3" | basenc --$1 -d) <(printf "$2")
}

@test "known texts" {
    check base64 '\373\377\376' +//+
    check base64url '\373\377\376' -__-
    check base32 foobar MZXW6YTBOI======
    check base32hex foobar CPNMUOJ1E8======
    check base16 '\001\253' 01AB
    check base2msbf '\301' 11000001
    check base2lsbf '\203' 11000001
    check z85 '\206\117\322\157\265\131\367\133' HelloWorld
    check base58 'Hello World!' 2NEpo7TZRRrLZSi2U
    check base58 '\0\0\050\177\264\315' 11233QC4
}

@test "there and back, in lines of any length, by every implementation" {
    for e in base64 base64url base58 base32 base32hex base16 base2msbf base2lsbf z85; do
        for w in 0 1 7 76 10000; do
            basenc --$e -w $w random | basenc --$e --decode | cmp - random
        done
        GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2 basenc --$e random >slow
        basenc --$e random | cmp - slow
        GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2 basenc --$e -d slow | cmp - random
        [ "$(basenc --$e </dev/null | wc -c)" = 0 ]
        [ "$(basenc --$e -d </dev/null | wc -c)" = 0 ]
    done
}

@test "hexadecimal digits in either case" {
    cmp <(printf abCD0f | basenc --base16 -d) <(printf '\253\315\017')
    cmp <(printf 'abCD0f%.0s' {1..50} | basenc --base16 -d) <(printf '\253\315\017%.0s' {1..50})
}

@test "what is refused" {
    for t in 'base16 A' 'base16 0G' 'base16 =' 'base2msbf 1000' 'base2lsbf 2' 'base58 0' 'base58 l' 'z85 %nSc1' \
        'z85 abcd' 'base64url +A==' 'base32hex W0======' 'base32 a'; do
        run -1 basenc --${t% *} -d <<<"${t#* }"
        [[ $output == *'basenc: invalid input' ]]
    done
    run -1 bash -c 'printf abcde | basenc --z85'
    [ "$output" = 'basenc: invalid input (length must be multiple of 4 characters)' ]
    [ "$(basenc --base2msbf -di <<<'=1100x0001=')" = $'\xc1' ]
    [ "$(basenc --z85 -d --ignore-garbage <<<' Hello~World' | basenc --z85)" = HelloWorld ]
}

@test "the choice" {
    run -1 basenc random
    [ "${lines[0]}" = 'basenc: missing encoding type' ]
    [ "$(printf a | basenc --base64 --base16)" = 61 ]
    [ "$(printf a | basenc --base2m)" = 01100001 ]
    run -1 basenc --base64 a b
    [ "${lines[0]}" = "basenc: extra operand 'b'" ]
}

@test "trouble" {
    run -1 basenc --base58 .
    [ "$output" = 'basenc: read error: Is a directory' ]
    run -1 bash -c 'basenc --base16 random >/dev/full'
    run -1 bash -c 'basenc --base58 <&-'
    run -1 basenc --base16 nosuch
}
