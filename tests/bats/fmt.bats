#!/usr/bin/env bats
# fmt: paragraphs, indentation, prefixes, widths, columns of characters, input of any length, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

@test "lines are joined and broken, paragraphs stay apart" {
    cmp <(printf 'a\nb\n\nc d\ne\n' | fmt) <(printf 'a b\n\nc d e\n')
    cmp <(printf 'a\nb\n  c\n  d\n' | fmt) <(printf 'a b\n  c d\n')
    cmp <(printf 'one two three four five\n' | fmt -w 10) <(printf 'one two\nthree\nfour five\n')
    cmp <(printf '\n\n\n' | fmt) <(printf '\n\n\n')
    cmp <(printf 'a' | fmt) <(printf 'a\n')
    cmp <(printf '' | fmt) /dev/null
}

@test "-w: a line may be exactly so long; -WIDTH first" {
    cmp <(echo 'aaa bbb ccc' | fmt -w 11) <(printf 'aaa bbb ccc\n')
    cmp <(echo 'aaa bbb ccc' | fmt -11) <(printf 'aaa bbb ccc\n')
    cmp <(echo 'aaa bbb ccc' | fmt -w 10) <(printf 'aaa\nbbb ccc\n')
    cmp <(echo 'aaa bbb ccc' | fmt --width=6) <(printf 'aaa\nbbb\nccc\n')
    cmp <(echo 'aaa bbb' | fmt -w 0) <(printf 'aaa\nbbb\n')
}

@test "-g: lines come near the goal" {
    run fmt -w 38 -g 19 <<< 'aaaa bbbb cccc dddd eeee ffff gggg hhhh'
    [ "${lines[0]}" = 'aaaa bbbb cccc dddd' ]
    cmp <(fmt -g 5 <<< 'aaaa bbbb cccc dddd') <(printf 'aaaa\nbbbb cccc dddd\n')
}

@test "sentences: two blanks where lines are joined, breaks behind them" {
    cmp <(printf 'A b.\nC d?)\nE\n' | fmt) <(printf 'A b.  C d?)  E\n')
    cmp <(printf 'a.  b. c   d\n' | fmt) <(printf 'a.  b. c   d\n')
    cmp <(printf 'a.  b. c   d\n' | fmt --uniform-spacing) <(printf 'a.  b. c d\n')
    cmp <(printf 'Go on then now.  Stop it at the wall\n' | fmt -w 20) <(printf 'Go on then now.\nStop it at the wall\n')
}

@test "-s: nothing is joined" {
    cmp <(printf 'aa\nbb cc dd\nee\n' | fmt -s -w 5) <(printf 'aa\nbb\ncc dd\nee\n')
}

@test "-c and -t: two margins" {
    cmp <(printf '  aa bb\ncc dd\nee\n' | fmt -c -w 8) <(printf '  aa bb\ncc dd ee\n')
    cmp <(printf 'aa bb\n  cc dd\n  ee\n' | fmt --tagged-paragraph -w 9) <(printf 'aa bb cc\n  dd ee\n')
    cmp <(printf 'aa\nbb\n' | fmt -t) <(printf 'aa\nbb\n')
    cmp <(printf 'aa\nbb\n' | fmt -c) <(printf 'aa bb\n')
}

@test "-p: other lines stay, the prefix begins each line" {
    cmp <(printf '> a\n> b\nc\nd\n>e\n' | fmt -p '>') <(printf '> a b\nc\nd\n>e\n')
    cmp <(printf '  # a b\n  # c d\n' | fmt -p '# ' -w 9) <(printf '  # a b\n  # c d\n')
    cmp <(printf '>\nfo\n' | fmt -p '>') <(printf '>\nfo\n')
    cmp <(printf ' 1\n  2\n\t3\n' | fmt -p '>') <(printf ' 1\n  2\n\t3\n')
}

@test "tabs come out where tabs came in" {
    cmp <(printf '\ta\n\tb\n' | fmt) <(printf '\ta b\n')
    cmp <(printf '        a\n        b\n' | fmt) <(printf '        a b\n')
    cmp <(printf 'a\tb\n' | fmt) <(printf 'a\tb\n')
}

@test "columns: of a terminal in UTF-8, bytes in C" {
    cmp <(echo '世界 世界' | LC_ALL=C.UTF-8 fmt -w 9) <(printf '世界 世界\n')
    cmp <(echo '世界 世界' | LC_ALL=C.UTF-8 fmt -w 8) <(printf '世界\n世界\n')
    cmp <(echo 'éé éé' | LC_ALL=C.UTF-8 fmt -w 5) <(printf 'éé éé\n')
    cmp <(echo 'éé éé' | fmt -w 5) <(printf 'éé\néé\n')
    cmp <(printf 'ça\nçb\n' | fmt -p ç) <(printf 'ça b\n')
    cmp <(printf '\303 \251\377 b\n' | LC_ALL=C.UTF-8 fmt -w 5) <(printf '\303\n\251\377 b\n')
}

@test "other white space ends words, NULs are text" {
    cmp <(printf 'a\vb c\n' | fmt) <(printf 'a\vb c\n')
    cmp <(printf 'a\0b\nc\n' | fmt) <(printf 'a\0b c\n')
    cmp <(printf 'a\fb\n' | fmt) <(printf 'a\fb\n')
}

@test "paragraphs and words of any length" {
    head -c 3000000 /dev/zero | tr '\0' x > word
    cmp <(fmt word) <(cat word; echo)
    seq 200000 > numbers
    cmp <(fmt numbers | tr ' ' '\n') numbers
    [ "$(fmt numbers | wc -L)" -le 75 ]
    cmp <(tr '\n' ' ' < numbers | fmt -w 2500 | tr ' ' '\n') numbers
    { printf a; head -c 3000000 /dev/zero | tr '\0' ' '; echo b; } > blanks
    cmp <(fmt blanks) <(printf 'a\nb\n')
    { head -c 3000000 /dev/zero | tr '\0' ' '; echo a b; } > indented
    [ "$(fmt indented | wc -l)" -eq 2 ]
}

@test "widths that are none" {
    for width in x 5x -3 ''; do
        run fmt -w "$width"
        [ "$status" -eq 1 ]
        [ "$output" = "fmt: invalid width: '$width'" ]
    done
    run fmt -w 2501
    [ "$output" = "fmt: invalid width: '2501': Numerical result out of range" ]
    run fmt -w 10 -g 11
    [ "$status" -eq 1 ]
    [ "${output:0:24}" = "fmt: invalid width: '11'" ]
    run fmt -c -72
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'fmt: invalid option -- 7; -WIDTH is recognized only when it is the first' ]
}

@test "what cannot be read or written" {
    echo abc > file
    run fmt missing file .
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "fmt: cannot open 'missing' for reading: No such file or directory" ]
    [ "${lines[1]}" = abc ]
    [ "${lines[2]}" = "fmt: error reading '.': Is a directory" ]
    run bash -c 'fmt <.'
    [ "$status" -eq 1 ]
    [ "$output" = 'fmt: read error: Is a directory' ]
    run bash -c 'fmt file >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'fmt: write error: No space left on device' ]
}
