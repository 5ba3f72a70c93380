#!/usr/bin/env bats
# test and [: counted words, expressions, texts, numbers, files.  env keeps the shell's own test out of it.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

yes() { # WORD...
    run env test "$@"
    [ "$status" -eq 0 ] && [ -z "$output" ]
}

no() { # WORD...
    run env test "$@"
    [ "$status" -eq 1 ] && [ -z "$output" ]
}

says() { # DIAGNOSTIC WORD...
    want=$1
    shift
    run env test "$@"
    [ "$status" -eq 2 ]
    [ "${output#*test: }" = "$want" ]
}

@test "up to two words" {
    no
    no ''
    for word in x -n -a ! '(' ')' -f --help --version; do
        yes "$word"
    done
    yes ! ''
    no ! x
    no ! -n
    yes -n x
    yes -z ''
    says "missing argument after 'y'" x y
    says "missing argument after ')'" '(' ')'
    says "'-q': unary operator expected" -q x
    says "'-o': unary operator expected" -o x
}

@test "three and four words" {
    yes ! = !
    yes '(' = '('
    no '(' = ')'
    yes '(' x ')'
    no '(' '' ')'
    no ! -n x
    yes -a -a -a
    yes -o -o -o
    yes x -a -n
    no '' -a ')'
    yes '' -o ')'
    says "'y': binary operator expected" x y z
    no ! '(' x ')'
    no '(' ! x ')'
    no ! a = a
    yes '(' -n x ')'
    says "extra argument 'c'" a = b c
}

@test "longer expressions" {
    yes a -a b -o ''
    yes '' -a '' -o x
    yes x -o x -a ''
    no '(' x -o x ')' -a ''
    yes ! '' -a ! ''
    no ! '(' a = a -a b = b ')'
    yes '(' '(' a = a ')' -o b = c ')' -a x
    says "')' expected" '(' x = x
    says "')' expected, found '('" '(' = '(' -a x
    run -2 "$(type -P [)" '(' x = x ]
    [ "$output" = "[: ')' expected, found ']'" ]
    says "missing argument after '-a'" a = a -a
    says "missing argument after '!'" x = x -a !
    says "extra argument '='" a = b = c
    says "invalid integer 'x'" '' = x -a 1 -eq x
}

@test "100000 parentheses and negations" {
    mapfile -t open < <(builtin printf '(\n%.0s' {1..100000})
    mapfile -t close < <(builtin printf ')\n%.0s' {1..100000})
    mapfile -t not < <(builtin printf '!\n%.0s' {1..100000})
    yes "${open[@]}" a = a "${close[@]}"
    no "${not[@]}" ! a = a
    says "')' expected" "${open[@]}" a = a
}

@test "texts" {
    yes x = x
    yes x == x
    no x = y
    yes x != y
    yes a '<' b
    no a '<' a
    yes b '>' a
    no a '<' B
    LC_ALL=en_US.UTF-8 yes a '<' B
    LC_ALL=C.UTF-8 yes é '>' z
    LC_ALL=en_US.UTF-8 yes é '<' z
}

@test "numbers of any length" {
    yes 1 -eq ' +01 '
    yes -0 -eq 0
    yes 2 -ne 3
    yes -5 -lt -4
    yes -5 -le -5
    yes 5 -gt -5
    yes 5 -ge 5
    yes 99999999999999999999999999 -gt 99999999999999999999999998
    yes -99999999999999999999999999 -lt -9999999999999999999999999
    yes -l abc -eq 3
    yes 3 -eq -l abc
    yes -l abc -eq -l xyz
    for word in '' x 1x 0x1 '+ 1' -- 1.0; do
        says "invalid integer '$word'" "$word" -eq 1
        says "invalid integer '$word'" 1 -eq "$word"
    done
    says '-ef does not accept -l' -l x -ef y
}

@test "types of files" {
    : >file; mkdir dir; ln -s file soft; ln -s nowhere dangling; mkfifo pipe
    for word in -e -f; do yes $word file; no $word nothing; no $word dangling; yes $word soft; done
    yes -d dir
    no -d file
    yes -h soft
    yes -L dangling
    no -L file
    yes -p pipe
    no -p file
    yes -c /dev/null
    no -b /dev/null
    no -S file
    no -e ''
    python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("socket")'
    yes -S socket
}

@test "sizes, modes, owners" {
    : >file
    no -s file
    echo >file
    yes -s file
    no -u file
    chmod 7755 file
    yes -u file
    yes -g file
    yes -k file
    yes -x file
    yes -r file
    yes -w file
    chmod 644 file
    no -x file
    yes -O file
    yes -G file
    no -r nothing
    [ "$(id -u)" -ne 0 ] || no -O /proc/1/../../"$BATS_TEST_TMPDIR"/nothing
}

@test "times and identity" {
    : >old; : >new; ln new same
    touch -d 2001-01-01 old
    touch -d '2001-01-01 00:00:00.5' new
    yes new -nt old
    no old -nt new
    yes old -ot new
    yes old -nt nothing
    yes nothing -ot old
    no nothing -nt old
    no nothing -ot nothing
    yes new -ef same
    no new -ef old
    no nothing -ef nothing
    touch -a -d 2000-01-01 new
    yes -N new
    touch -a -d 2002-01-01 new
    no -N new
}

@test "terminals" {
    no -t 0 </dev/null
    no -t 99999999999999999999
    no -t -1
    says "invalid integer 'x'" -t x
    script -qec 'env test -t 0' /dev/null
}

@test "[" {
    run env [
    [ "$status" -eq 2 ]
    [[ $output == *": missing ']'" ]]
    env [ x ]
    ! env [ ]
    run env [ x
    [ "$status" -eq 2 ]
    run env [ x ] ]
    [ "$status" -eq 2 ]
    [[ $(env [ --help) == Usage:* ]]
    [[ $(env [ --version) == '['* ]]
    env [ --help ]
    run bash -c 'env [ --help >/dev/full'
    [ "$status" -eq 2 ]
    run bash -c 'env test x >&- <&-'
    [ "$status" -eq 0 ]
}
