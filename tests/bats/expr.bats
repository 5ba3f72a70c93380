#!/usr/bin/env bats
# expr: operators, precedence, numbers of any size, texts, mistakes and statuses.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

# STATUS OUTPUT WORD...: what expr prints and how it ends.
says() {
    wanted=$1 text=$2
    shift 2
    run -"$wanted" expr "$@"
    [ "$output" = "$text" ] || { printf 'expr %s: %s, should be %s\n' "$*" "$output" "$text"; false; }
}

bats_require_minimum_version 1.5.0

@test "arithmetic and precedence" {
    says 0 3 1 + 2
    says 0 7 1 + 2 '*' 3
    says 0 9 '(' 1 + 2 ')' '*' 3
    says 0 -4 1 - 2 - 3
    says 0 2 12 / 3 / 2
    says 0 -2 -7 / 3
    says 0 -1 -7 % 3
    says 0 1 7 % -3
    says 1 0 0 '*' 5
    says 0 1 1 + 2 = 3
    says 0 1 -- 1
    says 0 -- -- --
}

@test "integers of any size" {
    says 0 9223372036854775808 9223372036854775807 + 1
    says 0 -9223372036854775809 -9223372036854775808 - 1
    says 0 9223372036854775808 -9223372036854775808 / -1
    says 1 0 -9223372036854775808 % -1
    says 0 85070591730234615847396907784232501249 9223372036854775807 '*' 9223372036854775807
    says 0 1 99999999999999999999 '<' 100000000000000000000
    says 1 0 18446744073709551616 - 18446744073709551616
    says 0 12345678901234567 1524157875323883675019051998750190521 / 123456789012345678900 % 99999999999999999999999
    nines=$(printf '%030000d' 0 | tr 0 9)
    [ "$(expr "$nines" '*' "$nines" / "$nines")" = "$nines" ]
    run -1 expr "$nines" '*' "$nines" % "$nines"
    [ "$output" = 0 ]
}

@test "what counts as an integer" {
    says 0 1 00 = -0
    says 1 0 +1 = 1
    says 1 0 ' 1' = 1
    says 1 -0 -0
    says 1 000 000
    says 0 - -
    says 0 0x0 0x0
    says 2 'expr: non-integer argument' 1.0 + 1
    says 2 'expr: non-integer argument' '' + 1
    says 2 'expr: non-integer argument' - '*' 1
    says 2 'expr: division by zero' 1 / 0
    says 2 'expr: division by zero' 1 % -00
}

@test "| and & work out one side only when it decides" {
    says 0 1 1 '|' 1 / 0
    says 1 0 0 '&' '(' 1 / 0 ')'
    says 1 0 '' '&' '(' a : '\(' ')'
    says 0 b '' '|' b
    says 1 0 '' '|' ''
    says 1 0 0 '|' 00
    says 0 a a '&' b
    says 0 3 1 '&' 0 '|' 3
    says 2 "expr: syntax error: missing argument after '+'" 1 '|' 2 +
}

@test "comparison" {
    says 0 1 10 '>' 9
    says 1 0 a10 '>' a9
    says 0 1 abc '<' abd
    says 0 1 a '!=' b
    says 0 1 a == a
    says 0 1 B '<' a
    says 0 1 '' '<' 0
}

@test "comparison in the order of the locale" {
    locale -a | grep -qi 'en_US.utf-\?8' || skip 'no en_US.UTF-8'
    LC_ALL=en_US.UTF-8
    says 0 1 a '<' B
    says 0 1 é '<' z
}

@test "matches" {
    says 0 3 abc : 'a.c'
    says 1 0 xabc : abc
    says 0 b abc : 'a\(.\)c'
    says 1 '' abc : 'x\(.\)c'
    says 1 '' abc : 'a\(x\)*bc'
    says 0 2 match abc ab
    says 0 file /a/b/file : '.*/\(.*\)'
    says 0 4 '^abc' : '^^abc'
    says 0 2 '*a' : '*a'
    says 1 0 $'a\nb' : 'a$'
    says 0 3 $'a\nb' : 'a.b'
    says 2 'expr: Unmatched ( or \(' a : '\('
    says 2 'expr: Invalid back reference' a : '\1'
}

@test "substr, index, length" {
    says 0 bc substr abcd 2 2
    says 0 abcd substr abcd 1 99999999999999999999
    says 1 '' substr abcd 99999999999999999999 1
    says 1 '' substr abcd 0 2
    says 1 '' substr abcd -1 2
    says 1 '' substr abcd x 2
    says 0 2 index abcd cb
    says 1 0 index abcd x
    says 1 0 index abcd ''
    says 0 4 length abcd
    says 1 0 length ''
    says 0 3 length length abc + 2
}

@test "characters of several bytes" {
    LC_ALL=C.UTF-8
    says 0 3 length aéb
    says 0 é substr aéb 2 1
    says 0 3 index aéb b
    says 0 2 index aéb é
    says 0 2 éa : '..'
    says 0 3 length $'a\377b'
    LC_ALL=C
    says 0 4 length aéb
    says 0 4 index aéb b
}

@test "+ takes the next word as a text" {
    says 0 6 length + length
    says 0 + + +
    says 0 1 + match = + match
    says 0 : + : '|' x
    says 2 "expr: syntax error: missing argument after '+'" +
}

@test "mistakes in the grammar" {
    says 2 "expr: syntax error: unexpected argument '2'" 1 2
    says 2 "expr: syntax error: missing argument after '+'" 1 +
    says 2 "expr: syntax error: unexpected ')'" ')'
    says 2 "expr: syntax error: expecting ')' after '1'" '(' 1
    says 2 "expr: syntax error: expecting ')' instead of '2'" '(' 1 2
    says 2 "expr: syntax error: unexpected argument ')'" 1 ')'
    says 2 "expr: syntax error: missing argument after 'length'" length
    says 2 "expr: syntax error: unexpected argument '--help'" 1 --help
    run -2 expr
    [ "${lines[0]}" = 'expr: missing operand' ]
    run -2 expr --
    [ "${lines[0]}" = 'expr: missing operand' ]
}

@test "options, only alone" {
    run -0 expr --vers
    [[ ${lines[0]} = 'expr (safe-coreutils)'* ]]
    run -0 expr --help
    [[ ${lines[0]} = 'Usage: expr EXPRESSION' ]]
    says 0 --help -- --help
    says 0 -n -n
}

@test "nesting has no limit of its own" {
    run -0 bash -c 'ulimit -s 512; eval "words=($(printf "%.0s\\( " {1..5000}) 1 $(printf "%.0s\\) " {1..5000}))"
        expr "${words[@]}"'
    [ "$output" = 1 ]
}

@test "output that cannot be written" {
    run -3 sh -c 'expr 1 >/dev/full'
    [[ $output = 'expr: write error: No space left on device' ]]
    run -3 sh -c 'expr 1 >&-'
}
