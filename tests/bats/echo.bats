#!/usr/bin/env bats
# echo: options, escapes, POSIXLY_CORRECT.  env keeps the shell's own echo out of it.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
}

same() { # PRINTF-FORMAT ARGUMENT...
    want=$1
    shift
    cmp <(env echo "$@") <(printf "$want")
}

@test "strings with blanks between them and a newline" {
    same '\n'
    same 'a b  c\n' a 'b ' c
    same ' \n' '' ''
}

@test "-n, -e and -E, also in groups" {
    same 'a b' -n a b
    same 'a\tb\n' -e 'a\tb'
    same 'a\\tb\n' -E 'a\tb'
    same 'a\\tb' -neE 'a\tb'
    same 'a\tb' -Ee -n 'a\tb'
}

@test "what is no group of options is a string" {
    cmp <(env echo -nq x) <(printf -- '-nq x\n')
    cmp <(env echo -) <(printf -- '-\n')
    cmp <(env echo -- a) <(printf -- '-- a\n')
    cmp <(env echo --help x) <(printf -- '--help x\n')
    cmp <(env echo a -n) <(printf -- 'a -n\n')
}

@test "escapes" {
    same '\a\b\033\f\n\r\t\v\\\n' -e '\a\b\e\f\n\r\t\v\\'
    same 'A\001\377\000xA\004g\n' -e '\0101\01\0377\0400x\x41\x4g'
    same 'A1\n' -e '\1011'
    same '\\q\\\n' -e '\q\'
    same '\\xg\n' -e '\xg'
    same 'a' -e 'a\cb' c
    same 'a\000b\n' -e 'a\0b'
}

@test "POSIXLY_CORRECT: escapes always, options after -n only" {
    export POSIXLY_CORRECT=1
    same 'a\tb\n' 'a\tb'
    same 'a\tb' -n 'a\tb'
    same 'a\tb' -n -e 'a\tb'
    cmp <(env echo -e 'a\tb') <(printf -- '-e a\tb\n')
    cmp <(env echo --help) <(printf -- '--help\n')
}

@test "--help and --version" {
    [[ $(env echo --help) == 'Usage: '* ]]
    [[ $(env echo --version) == 'echo (safe-coreutils)'* ]]
}

@test "write errors and closed descriptors" {
    run bash -c 'env echo a >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'echo: write error: No space left on device' ]
    run bash -c 'env echo a >&-'
    [ "$status" -eq 1 ]
    run bash -c 'env echo -n >&-'
    [ "$status" -eq 0 ]
}
