#!/usr/bin/env bats
# fold: widths, units, blanks, characters that move, input of any length, what is wrong.

load ../support/read-error

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

@test "80 columns, -w and the form of old" {
    [ "$(printf '%0200d\n' 0 | fold | head -n 1 | wc -c)" = 81 ]
    cmp <(echo abcdefg | fold -w 3) <(printf 'abc\ndef\ng\n')
    cmp <(echo abcdefg | fold -3) <(printf 'abc\ndef\ng\n')
    cmp <(printf 'abc\n\nabcd' | fold --width=3) <(printf 'abc\n\nabc\nd')
}

@test "-s: behind the last blank that fits" {
    cmp <(echo 'aaaa bbbbb cc' | fold -s -w 4) <(printf 'aaaa\n \nbbbb\nb cc\n')
    cmp <(echo 'a b c d' | fold --spaces --width=4) <(printf 'a b \nc d\n')
}

@test "tabs, backspaces and carriage returns move; with -b they are bytes" {
    cmp <(printf 'a\tbc\n' | fold -w 9) <(printf 'a\tb\nc\n')
    cmp <(printf 'ab\b\bcd\n' | fold -w 2) <(printf 'ab\b\bcd\n')
    cmp <(printf 'ab\rcd\n' | fold -w 2) <(printf 'ab\rcd\n')
    cmp <(printf 'a\tb\b\n' | fold -b -w 2) <(printf 'a\t\nb\b\n')
}

@test "columns, characters and bytes of UTF-8" {
    export LC_ALL=C.UTF-8
    cmp <(echo '世界abc' | fold -w 3) <(printf '世\n界a\nbc\n')
    cmp <(echo '世界abc' | fold -c -w 3) <(printf '世界a\nbc\n')
    cmp <(echo 'éa世' | fold --bytes -w 2) <(printf 'é\na\n世\n')
    cmp <(printf 'a\314\201b\n' | fold --characters -w 2) <(printf 'a\314\201\nb\n')
    cmp <(printf '世\bab\n' | fold -w 2) <(printf '世\bab\n')
    cmp <(printf 'a\343\200\200b\n' | fold -s -w 3) <(printf 'a\343\200\200\nb\n')
}

@test "bytes that are no characters pass unchanged, the byte 255 too" {
    for locale in C C.UTF-8; do
        cmp <(printf 'a\377\tb\303' | LC_ALL=$locale fold -w 9) <(printf 'a\377\tb\n\303')
    done
    cmp <(printf 'a\0bc\n' | fold -w 2) <(printf 'a\0b\nc\n')
}

@test "a character may arrive in pieces, and a line in parts" {
    export LC_ALL=C.UTF-8
    cmp <({ printf '\344'; sleep 0.1; printf '\270\226b\n'; } | fold -w 2) <(printf '世\nb\n')
    cmp <({ printf 'a b'; sleep 0.1; printf 'cd\n'; } | fold -s -w 4) <(printf 'a \nbcd\n')
    { head -c 3000000 /dev/zero | tr '\0' x; echo; } > long
    [ "$(fold -w 1000000 long | wc -l)" = 3 ]
    [ "$(fold -s -w 10 long | wc -l)" = 300000 ]
    cmp <(fold -w 4000000 long) long
}

@test "standard input named twice ends once" {
    printf 'a b\nc d' > f
    cmp <(fold - - < f) f
    cmp <(fold -s - - < f) f
    printf 'c d\303' > g
    cmp <(LC_ALL=C.UTF-8 fold - - < g) g
}

@test "what was read is written without waiting for more" {
    { printf 'abc\n'; sleep 2; } | { fold -w 2 & sleep 1; kill $!; wait; } > got || :
    cmp got <(printf 'ab\nc\n')
}

@test "widths that are none" {
    for width in 0 99999999999999999999999; do
        run fold -w $width
        [ "$status" -eq 1 ]
        [ "$output" = "fold: invalid number of columns: '$width': Numerical result out of range" ]
    done
    for width in x 5x -3; do
        run fold -w $width
        [ "$status" -eq 1 ]
        [ "$output" = "fold: invalid number of columns: '$width'" ]
    done
}

@test "what cannot be read or written" {
    echo abc > file
    run fold missing -w 2 file .
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'fold: missing: No such file or directory' ]
    [ "${lines[1]}" = ab ]
    [ "${lines[2]}" = c ]
    [ "${lines[3]}" = 'fold: .: Is a directory' ]
    run bash -c 'fold file >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'fold: write error: No space left on device' ]
    run bash -c 'fold <&-'
    [ "$status" -eq 1 ]
}

@test "a read error behind an unfinished character is the end, and told" {
    ends_at_read_error fold
}
