#!/usr/bin/env bats
# printf: sequences, directives, numbers, positions, rounds.  env keeps the shell's own printf out of it.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
}

same() { # EXPECTED-AS-FOR-ECHO-E ARGUMENT...
    want=$1
    shift
    cmp <(env printf "$@" 2>/dev/null) <(builtin echo -ne "$want")
}

says() { # STATUS DIAGNOSTIC ARGUMENT...
    want=$1 text=$2
    shift 2
    run --separate-stderr env printf "$@"
    [ "$status" -eq "$want" ]
    [ "${stderr##*printf: }" = "$text" ]
}

@test "text and simple sequences" {
    same 'abc' abc
    same '' ''
    same '"\\\a\b\x1b\f\n\r\t\v' '\"\\\a\b\e\f\n\r\t\v'
    same "\\\\q\\\\'\\\\8\\\\" "\\q\\'\\8\\"
    same 'a' 'a\cb%d' x
    same '--help' -- --help
    same '-5' -5
}

@test "numbers of bytes and characters" {
    same '\x01\x0a\x0a3\x004' '\1\12\0123\4004'
    same '\x04\x41\x414\xff' '\x4\x41\x414\xfF'
    same 'A\\u00E9\\U0001F600' '\u0041\u00e9\U0001f600'
    LC_ALL=C.UTF-8 same '\xc3\xa9\xf0\x9f\x98\x80\\U00110000' '\u00e9\U0001f600\U00110000'
    LC_ALL=en_US.ISO-8859-1 same '\xe9\\u20AC' '\u00e9\u20ac'
    says 1 'missing hexadecimal number in escape' 'a\x'
    says 1 'missing hexadecimal number in escape' 'a\u12'
    says 1 'missing hexadecimal number in escape' '\U1234567g'
    says 1 'invalid universal character name \ud800' '\uD800'
}

@test "%b" {
    same 'a\tb|\\|A|A|\x01' '%b|%b|%b|%b|%b' 'a\tb' '\\' '\0101' '\101' '\01'
    same 'x' '%b%s' 'x\cy' z
    says 1 'missing hexadecimal number in escape' %b '\xg'
    says 1 '%5b: invalid conversion specification' %5b a
}

@test "%q" {
    same "a|'a b'|\"it's\"|''|'a'\$'\\\\n''b'|" '%q|' a 'a b' "it's" '' $'a\nb'
    LC_ALL=C.UTF-8 same "é|''\$'\\\\377'|" '%q|' é $'\xff'
    says 1 '%-q: invalid conversion specification' %-q a
}

@test "%s and %c" {
    same 'abc|  abc|abc  |ab|   a||' '%s|%5s|%-5s|%.2s|%4.1s|%.s|' abc abc abc abc abc abc
    same 'a|  a|\0|' '%c|%3c|%c|' abc abc ''
    for directive in '%#s' '%0s' "%'s" '%.c' '%0c' '%Is'; do
        says 1 "$directive: invalid conversion specification" "$directive" a
    done
}

@test "whole numbers" {
    same '5|-5|18446744073709551611|ffffffffffffffff|17|FF' '%d|%i|%u|%x|%o|%X' 5 -5 -5 -1 15 255
    same '   7|7   |0007|+7| 7|007|  07||' '%4d|%-4d|%04d|%+d|% d|%.3d|%4.2d|%.0d|' 7 7 7 7 7 7 7 0
    same '0xff|0XFF|010|0|0x00ff|' '%#x|%#X|%#o|%#o|%#06x|' 255 255 8 0 255
    same '31 15 -16 7 8' '%d %d %d %d %d' 0x1F 017 -0x10 +7 ' 8'
    same '1 2 3 4 5 6 7' '%hd %ld %lld %jd %td %zd %Ld' 1 2 3 4 5 6 7
    LC_ALL=en_US.UTF-8 same "1,234,567|  -1,234|00001,234|000,012|12" "%'d|%'8d|%'09d|%'.6d|%'u" 1234567 -1234 1234 12 12
    LC_ALL=fa_IR.UTF-8 same '۱۲۳|  ۴' '%Id|%I4d' 123 4
}

@test "what is no number, or too large" {
    says 1 "'x': expected a numeric value" %d x
    says 1 "'': expected a numeric value" %d ''
    says 1 "'3x': value not completely converted" %d 3x
    says 1 "'08': value not completely converted" %u 08
    says 1 "'1e5000': Numerical result out of range" %f 1e5000
    says 1 "'9223372036854775808': Numerical result out of range" %d 9223372036854775808
    same '9223372036854775807 -9223372036854775808 18446744073709551615 0 3' '%d %d %u %d %d' \
        9223372036854775808 -9223372036854775809 -99999999999999999999 x 3x
}

@test "characters as numbers" {
    same '97 34 39 97' '%d %d %d %d' "'a" "'\"" "''" '"ab'
    LC_ALL=C.UTF-8 same '233 8364 255' '%d %d %d' "'é" '"€' $'"\xff'
    if locale -a | grep -qx ru_RU.koi8r; then
        LC_ALL=ru_RU.KOI8-R same '195 255' '%d %d' $'"\xc3' $'"\xff'
    fi
    says 0 'warning: b: character(s) following character constant have been ignored' %d "'ab"
    says 1 "'\\'': expected a numeric value" %d "'"
    POSIXLY_CORRECT=1 says 0 '' %d "'ab"
}

@test "floating point" {
    same '1.500000|1.5e+00|1.5|0xcp-3|1.50|  2|' '%f|%.1e|%g|%a|%.2f|%3.0f|' 1.5 1.5 1.5 1.5 1.5 2.5
    same '00001.5|-1.5   |+1.5|       inf|1.|INF' '%07.1f|%-7.1f|%+.1f|%010f|%#.0f|%F' 1.5 -1.5 1.5 inf 1 inf
    LC_ALL=fr_FR.UTF-8 same '1,5 1,5' '%.1f %.1f' 1,5 1.5
    LC_ALL=en_US.UTF-8 same '1,234.5|   1,234.5' "%'.1f|%'10.1f" 1234.5 1234.5
    [ "$(env printf %.70000f 1 | wc -c)" -eq 70002 ]
    [ "$(env printf %070000f -1 | head -c 3)" = -00 ]
}

@test "widths and precisions from arguments" {
    same '    1|1    |1    |001|    3.14' '%*d|%-*d|%*d|%.*d|%*.*f' 5 1 5 1 -5 1 3 1 8 2 3.14159
    same '5|abc' '%.*d|%.*s' -3 5 -1 abc
    says 1 "invalid field width: '2147483648'" '%*d' 2147483648 1
    says 1 "invalid precision: '2147483648'" '%.*d' 2147483648 1
    says 1 "'x': expected a numeric value" '%*d' x 3
    says 1 'write error' '%99999999999d' 1
    says 1 'write error' '%*d' -2147483648 1
}

@test "positions" {
    same 'b a|d c|' '%2$s %s|' a b c d
    same 'a a b|c c |' '%1$s %s %s|' a b c
    same 'cab|fde|g|' '%3$s%s%s|' a b c d e f g
    same '    3| 3.00' '%1$*2$d|%1$*2$.*3$f' 3 5 2
    same '' '%99999999999999999999$s' a
    says 1 '%0$: invalid conversion specification' '%0$s' a
    says 1 '%-1$: invalid conversion specification' '%-1$s' a
    says 1 '%*0: invalid conversion specification' '%*0$d' a
}

@test "rounds, missing and further arguments" {
    same 'a b|c |' '%s %s|' a b c
    same '|0|\0|0.000000||' '%s|%d|%c|%f|%b|'
    says 0 "warning: ignoring excess arguments, starting with 'x'" abc x y
    [ "$(env printf '%s\n' $(seq 20000) | cksum)" = "$(seq 20000 | cksum)" ]
}

@test "mistakes in directives" {
    for directive in '%' '%5' '%.' '%l' '%y' '%-%' '%5%' '%5-' '%..' '%**' '%n' "%'x" '%#d' '%Ie'; do
        says 1 "$directive: invalid conversion specification" "$directive"
    done
    run --separate-stderr env printf 'ab%s%y' c
    [ "$output" = abc ]
}

@test "usage" {
    run env printf
    [ "$status" -eq 1 ]
    [[ $output == *'missing operand'* ]]
    [[ $(env printf --help) == Usage:* ]]
    [[ $(env printf --version) == printf* ]]
    same '--help' --help x
}

@test "write errors and closed descriptors" {
    run bash -c 'env printf a >/dev/full'
    [ "$status" -eq 1 ]
    [[ $output == *'write error: No space left on device' ]]
    run bash -c 'env printf a >&-'
    [ "$status" -eq 1 ]
    run bash -c "env printf '' >&-"
    [ "$status" -eq 0 ]
}
