#!/usr/bin/env bats
# pr: pages, headers, columns down and across, merging, tabs, numbers, characters, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C TZ=UTC0
    cd "$BATS_TEST_TMPDIR"
    seq 3 > three
    touch -d '2020-07-09 23:59:01' three
}

@test "a page: header, text, trailer" {
    {
        printf '\n\n2020-07-09 23:59                      three                       Page 1\n\n\n1\n2\n3\n'
        printf '%058d' 0 | tr 0 '\n'
    } > want
    cmp want <(pr three)
    [ "$(seq 57 | pr | wc -l)" -eq 132 ]
    [ "$(seq 56 | pr | wc -l)" -eq 66 ]
    cmp <(pr /dev/null) /dev/null
}

@test "-D, -h, POSIXLY_CORRECT: what stands in headers" {
    [ "$(pr -D %d -h title three | sed -n 3p)" = "09                             title                              Page 1" ]
    [ "$(POSIXLY_CORRECT=1 pr three | sed -n 3p | cut -c 1-18)" = 'Jul  9 23:59 2020 ' ]
    [ "$(pr -h '' -W 20 three | sed -n 3p)" = '2020-07-09 23:59  Page 1' ]
    [ "$(pr -m -D d three three | sed -n 3p)" = "d                                                                 Page 1" ]
    [ "$(pr -D d < three | sed -n 3p)" = "d                                                                 Page 1" ]
}

@test "-l: the length of pages; 10 and less leave no room for headers" {
    [ "$(pr -l 12 three | wc -l)" -eq 24 ]
    cmp <(pr -l 10 three) three
    cmp <(pr -l 1 three) three
}

@test "-t, -T: no headers; form feeds of the input stay or go" {
    cmp <(pr -t three) three
    cmp <(printf 'a\fb\n' | pr -t) <(printf 'a\n\fb\n')
    cmp <(printf 'a\fb\n' | pr -T) <(printf 'a\nb\n')
    cmp <(printf '\f\fa\n' | pr -t) <(printf '\f\fa\n')
}

@test "form feeds end pages, and add none to a full one" {
    [ "$(printf 'a\fb\n' | pr | wc -l)" -eq 132 ]
    [ "$(printf '\fb\n' | pr | wc -l)" -eq 132 ]
    [ "$({ seq 56; printf '\fb\n'; } | pr | wc -l)" -eq 132 ]
    [ "$({ seq 55; printf '\fb\n'; } | pr | wc -l)" -eq 132 ]
    [ "$(printf '\b\fb\n' | pr -3 | wc -l)" -eq 132 ]
    [ "$(pr -F three | tail -c 1 | od -An -c | tr -d ' ')" = '\f' ]
}

@test "+FIRST:LAST" {
    [ "$(seq 100 | pr -l 20 +3 | sed -n 6p)" = 21 ]
    [ "$(seq 100 | pr -l 20 +3:4 | wc -l)" -eq 40 ]
    [ "$(seq 100 | pr -l 20 --pages=3:3 -n | sed -n 6p)" = "   21	21" ]
    [ "$(seq 100 | pr -l 20 +3 -n -N 7 | sed -n 6p)" = "    7	21" ]
    run pr +5 three
    [ "$status" -eq 0 ]
    [ "$output" = 'pr: starting page number 5 exceeds page count 1' ]
}

@test "columns: down and evenly, or across" {
    cmp <(pr -t -2 -s: three) <(printf '1:3\n2\n')
    cmp <(pr -t -2 -a -s: three) <(printf '1:2\n3\n')
    cmp <(seq 7 | pr -t -3 -S, -J) <(printf '1,4,6\n2,5,7\n3\n')
    cmp <(pr -t -2 -w 20 three | expand) <(printf '1         3\n2\n')
    cmp <(echo abcdefghij | pr -t -2 -w 9) <(echo abcd)
    cmp <(echo abcdefghij | pr -t -2 -J) <(echo abcdefghij)
    cmp <(printf '\t\b  x\n' | pr -t -2 -J) <(printf '\t\b  x\n')
}

@test "-m: files side by side, as long as the longest" {
    cmp <(pr -m -t -s: three <(echo a) three) <(printf '1:a:1\n2::2\n3::3\n')
    cmp <(pr -m -t -n. -S: -J three three) <(printf '    1.1:1\n    2.2:2\n    3.3:3\n')
    [ "$(pr -m -t three three | expand | head -n 1)" = '1                                   1' ]
}

@test "-n, -N, -o: numbers and margins" {
    cmp <(pr -t -n three | head -n 1) <(printf '    1\t1\n')
    cmp <(pr -t -n:2 -N 99 three) <(printf '99:1\n00:2\n01:3\n')
    cmp <(pr -t -N -1 -n three | head -n 1) <(printf '   -1\t1\n')
    cmp <(pr -t -o 3 three) <(printf '   1\n   2\n   3\n')
}

@test "-e, -i: tabs in and out" {
    cmp <(printf 'a\tb\n' | pr -t -e) <(printf 'a       b\n')
    cmp <(printf 'a:b\n' | pr -t -e:4) <(printf 'a   b\n')
    cmp <(printf 'a       b c\n' | pr -t -i) <(printf 'a\tb c\n')
    cmp <(printf 'a   b\n' | pr -t -i_2) <(printf 'a__b\n')
    cmp <(printf '\b\b\bx\n' | pr -t -e) <(printf 'x\n')
}

@test "-c, -v: what cannot be printed" {
    cmp <(printf 'a\001\177\200\n' | pr -t -c) <(printf 'a^A^?\\200\n')
    cmp <(printf 'a\001\177\200\n' | pr -t -v) <(printf 'a\\001\\177\\200\n')
    cmp <(printf 'é\n' | LC_ALL=C.UTF-8 pr -t -v) <(printf 'é\n')
    cmp <(printf 'é\n' | pr -t -v) <(printf '\\303\\251\n')
}

@test "-d: an empty line behind each line" {
    cmp <(pr -t -d three) <(printf '1\n\n2\n\n3\n\n')
    [ "$(seq 57 | pr -d | wc -l)" -eq 198 ]
    timeout 10 pr -dl1 three > /dev/null
}

@test "columns of characters in UTF-8" {
    export LC_ALL=C.UTF-8
    cmp <(printf '世界世界\nb\n' | pr -t -2 -w 11 | expand) <(printf '世界  b\n')
    cmp <(echo 世界世界 | pr -t -W 5) <(echo 世界)
    cmp <(echo éééé | pr -t -W 3) <(echo ééé)
    cmp <(printf 'é\303\n\251\377\n' | pr -t -W 3) <(printf 'é\303\n\251\377\n')
    [ "$(pr -h 世界 -D d three | sed -n 3p | wc -L)" -eq 72 ]
}

@test "merged columns whose lines are too wide, or end with the file or a form feed" {
    printf 'x\n' > x; printf '\f' > feed
    printf '\tab\n' > wide; printf '\tab\f' > held; printf '\tab' > last
    cmp <(pr -t -m -w15 x held) <(printf 'x\n\f')
    cmp <(pr -t -m -w19 x held feed) <(printf 'x\t    \n\f')
    cmp <(pr -t -m -w19 x wide feed) <(printf 'x\t    \n\f')
    cmp <(pr -t -m -w19 x last feed) <(printf 'x     \t    \n\f')
    cmp <(pr -t -m -w19 -s: held held x feed) <(printf '    :\t :x   :\n\f')
    cmp <(pr -t -m -w33 /dev/null x /dev/null wide x) <(printf '      x\t    \t\tx\n')
    printf '\nb\n' > two
    cmp <(pr -t -m -n:1 -w19 wide two x) <(printf '\t      x\n1:\tb     \n')
}

@test "-m without files is like one file, whose number may take all of the width" {
    [ "$(echo abc | pr -t -m -n:3 -w4)" = '  1:a' ]
    run pr -t -m -n:3 -w4 three
    [ "$output" = 'pr: page width too narrow' ]
}

@test "backspaces go back over what has columns, however the line arrives" {
    cmp <({ printf '\1b'; sleep 0.1; printf '\b\b\b\n'; } | pr -t) <(printf '\1b\b\n')
}

@test "no page count is given of an input that was not read to its end" {
    run pr +3 .
    [ "$status" -eq 1 ]
    [ "$output" = 'pr: .: Is a directory' ]
}

@test "lines of any length pass, columns of any number end" {
    head -c 3000000 /dev/zero | tr '\0' x > long
    cmp <(pr -t long) <(cat long; echo)
    cmp <(pr -t -e long) <(cat long; echo)
    head -c 50000000 /dev/zero | "$BATS_TEST_DIRNAME/limited" 200000 pr -t -e | wc -c
    run bash -c 'head -c 1050000 /dev/zero | tr "\0" "\t" | pr -t -e2049 > /dev/null'
    [ "$status" -eq 1 ]
    [ "$output" = 'pr: integer overflow' ]
    run pr -99999 three
    [ "$status" -eq 1 ]
    [ "$output" = 'pr: page width too narrow' ]
}

@test "what is wrong on the command line" {
    run pr -l 0 three
    [ "$status" -eq 1 ]
    [ "$output" = "pr: '-l PAGE_LENGTH' invalid number of lines: '0': Numerical result out of range" ]
    run pr -l -3000000000 three
    [ "$output" = "pr: '-l PAGE_LENGTH' invalid number of lines: '-3000000000': Numerical result out of range" ]
    run pr -n:x three
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "pr: '-n' extra characters or invalid number in the argument: 'x'" ]
    run pr -m -2 three
    [ "$output" = 'pr: cannot specify number of columns when printing in parallel' ]
    run pr -m -a three
    [ "$output" = 'pr: cannot specify both printing across and printing in parallel' ]
}

@test "what cannot be read or written" {
    run pr -t missing three .
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'pr: missing: No such file or directory' ]
    [ "${lines[1]}" = 1 ]
    [ "${lines[4]}" = 'pr: .: Is a directory' ]
    run pr -r -t missing
    [ "$status" -eq 1 ]
    [ -z "$output" ]
    run bash -c 'pr three >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'pr: write error: No space left on device' ]
}
