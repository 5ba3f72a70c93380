#!/usr/bin/env bats
# unexpand: which blanks become tabs, stops of each form, what cannot be read.

load ../support/read-error

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

# same INPUT OUTPUT ARGUMENT...
same() {
    local input=$1 output=$2
    shift 2
    cmp <(printf "$input" | unexpand "$@") <(printf "$output")
}

@test "blanks that begin a line" {
    same '        x        y\n' '\tx        y\n'
    same '       x\n' '       x\n'
    same '  \tx\n' '\tx\n'
    same '         x' '\t x'
    same '        ' '\t'
    same '    x    y\n' '\tx    y\n' -4
    same '    x    y\n' '\tx    y\n' -t 4 --first-only
}

@test "-a and -t: blanks everywhere" {
    same 'x       y\n' 'x\ty\n' -a
    same 'x       y\n' 'x\ty\n' --all
    same 'ab  cd  ef\n' 'ab\tcd\tef\n' -t 4
    same 'ab  cd  ef\n' 'ab\tcd\tef\n' -a -4
    same 'a b   c' 'a b\tc' -a -2,6
}

@test "a single space before a stop stays a space, unless another blank follows" {
    same '1234567 1\n' '1234567 1\n' -a
    same '1234567  1\n' '1234567\t 1\n' -a
    same '1234567 \t1\n' '1234567\t\t1\n' -a
    same ' b  c\n' '\tb\t\tc\n' -t 1
}

@test "lists of stops, and what comes behind them" {
    same '      .' '\t\t  .' -t 2,4
    same '\t      ' '\t\t' -t 3,+6
    same '\t      ' '\t\t' -t 3,/9
    same '0   4\n' '0\t\t4\n' -t 3,4
}

@test "backspaces go back a column" {
    same 'aa\b  c\n' 'aa\b  c\n' -a -t 4
    same 'aa\b   c\n' 'aa\b\tc\n' -a -t 4
}

@test "characters take the columns of a terminal; wide blanks" {
    export LC_ALL=C.UTF-8
    same 'é   x\n' 'é\tx\n' -t 4
    same '世  x\n' '世\tx\n' -t 4
    same '\343\200\200  x\n' '\tx\n' -t 4
    same '\343\200\200x\n' '\tx\n' -t 2
    same 'é\343\200\200x\n' 'é\343\200\200x\n' -t 4
    { yes $'\343\200\200' | head -n 40000 | tr -d '\n'; echo; } >wide
    [ "$(unexpand -t 1 wide | wc -c)" = 120001 ]
}

@test "distant stops and endless blanks" {
    run bash -c 'printf "   \n" | unexpand -t 3074457345618258603'
    [ "$status" -eq 0 ]
    [ "$(head -c 3000000 /dev/zero | tr '\0' ' ' | unexpand -t 9223372036854775807 | wc -c)" = 3000000 ]
    [ "$(head -c 3000000 /dev/zero | tr '\0' ' ' | unexpand -a | wc -c)" = 375000 ]
}

@test "bad stops, missing files, write errors" {
    run unexpand -t 0
    [ "$status" -eq 1 ]
    [ "$output" = 'unexpand: tab size cannot be 0' ]
    run unexpand -9223372036854775808
    [ "$output" = 'unexpand: tab stop value is too large' ]
    printf '        x\n' >f
    run unexpand missing . f
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'unexpand: missing: No such file or directory' ]
    [[ $output == *'unexpand: .: Is a directory'* ]]
    [[ $output == *$'\tx' ]]
    run bash -c 'unexpand f >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'unexpand: write error: No space left on device' ]
}

@test "column 0 that backspaces led to is not the beginning of a line" {
    export LC_ALL=C.UTF-8
    run bash -c 'printf "xy\b\b\u3000 b\n" | unexpand -a -t 2 | od -An -c'
    [[ $output =~ x\ +y\ +.b\ +.b\ +.t\ +\ +b\ +.n ]]
}

@test "a read error behind an unfinished character is the end, and told" {
    ends_at_read_error unexpand -a
}
