#!/usr/bin/env bats
# nl: styles, pages, formats, joined empty lines, the end of numbers, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'a\n\nb\n' > text
    printf 'x\n\\:\\:\\:\nh\n\\:\\:\nb\n\\:\nf\n' > pages
}

@test "lines that are not empty; files go on" {
    cmp <(nl text) <(printf '     1\ta\n       \n     2\tb\n')
    cmp <(nl text - text < text | tail -n 1) <(printf '     6\tb\n')
    cmp <(printf 'a\nb' | nl) <(printf '     1\ta\n     2\tb\n')
    cmp <(printf 'a\0b\n' | nl) <(printf '     1\ta\0b\n')
}

@test "-b, -h, -f: styles" {
    cmp <(nl -ba text) <(printf '     1\ta\n     2\t\n     3\tb\n')
    cmp <(nl --body-numbering=n text) <(printf '       a\n       \n       b\n')
    cmp <(nl -b p^b text) <(printf '       a\n       \n     1\tb\n')
    cmp <(nl -ha --footer-numbering=a -s: pages) \
        <(printf '     1:x\n\n     1:h\n\n     1:b\n\n     1:f\n')
    cmp <(nl --header-numbering=ph -s: pages) <(printf '     1:x\n\n     1:h\n\n     1:b\n\n       f\n')
}

@test "-p: numbers go on over pages" {
    cmp <(nl -p -s: pages) <(printf '     1:x\n\n       h\n\n     2:b\n\n       f\n')
    cmp <(nl --no-renumber -ha -fa -s: pages) <(printf '     1:x\n\n     2:h\n\n     3:b\n\n     4:f\n')
}

@test "-d: delimiters of one, two and more characters, and none" {
    cmp <(printf 'xyxy\na\nxy\nb\n' | nl -d xy) <(printf '\n     1\ta\n\n       b\n')
    cmp <(printf 'x:\na\n' | nl -d x) <(printf '\n       a\n')
    cmp <(printf 'abcabc\na\n' | nl --section-delimiter=abc) <(printf '\n     1\ta\n')
    cmp <(printf '\\:\na\n' | nl -d '') <(printf '     1\t\\:\n     2\ta\n')
    cmp <(printf 'é:\na\n' | LC_ALL=C.UTF-8 nl -d é) <(printf '\n       a\n')
    cmp <(printf '\\:x\n' | nl) <(printf '     1\t\\:x\n')
}

@test "-n, -w, -s: how numbers look" {
    cmp <(nl -n ln -w 3 -s '|' text) <(printf '1  |a\n    \n2  |b\n')
    cmp <(nl --number-format=rz --number-width=3 --number-separator='<>' text) \
        <(printf '001<>a\n     \n002<>b\n')
    cmp <(nl -n rn -w 1 -s '' -v 99 text) <(printf '99a\n \n100b\n')
    cmp <(nl -n rz -w 30 text | head -n 1) <(printf '%030d\ta\n' 1)
    [ "$(nl -w 100000 text | head -n 1 | wc -c)" = 100003 ]
}

@test "-v, -i: numbers that start and step elsewhere" {
    cmp <(nl -v 10 -i 5 text) <(printf '    10\ta\n       \n    15\tb\n')
    cmp <(nl --starting-line-number=1 --line-increment=-3 -nrz -w4 text) <(printf '0001\ta\n     \n-002\tb\n')
    cmp <(nl -v -5 -n ln text | head -n 1) <(printf -- '-5    \ta\n')
    cmp <(nl -i 0 text | tail -n 1) <(printf '     1\tb\n')
}

@test "-l: empty lines count together" {
    cmp <(printf '\n\n\n\n\na\n' | nl -ba -l2) <(printf '       \n     1\t\n       \n     2\t\n       \n     3\ta\n')
    cmp <(printf '\n\n' | nl -ba --join-blank-lines=99999999999999999999) <(printf '       \n       \n')
}

@test "numbers end" {
    run nl -v 9223372036854775807 text
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = $'9223372036854775807\ta' ]
    [ "${lines[2]}" = 'nl: line number overflow' ]
    run nl -v -9223372036854775808 -i -1 text
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = $'-9223372036854775808\ta' ]
    run nl -v 9223372036854775807 -bpa text
    [ "$status" -eq 0 ]
}

@test "what is wrong with options" {
    run nl -b x text
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "nl: invalid body numbering style: 'x'" ]
    run nl -n r text
    [ "${lines[0]}" = "nl: invalid line numbering format: 'r'" ]
    run nl -bp'\(' text
    [ "$status" -eq 1 ]
    [ "$output" = 'nl: Unmatched ( or \(' ]
    run nl -w 0 text
    [ "$output" = "nl: invalid line number field width: '0': Numerical result out of range" ]
    run nl -i 99999999999999999999 text
    [ "$output" = "nl: invalid line number increment: '99999999999999999999': Value too large for defined data type" ]
    run nl -l x text
    [ "$output" = "nl: invalid line number of blank lines: 'x'" ]
    run nl -l -99999999999999999999 text
    [ "$output" = "nl: invalid line number of blank lines: '-99999999999999999999': Numerical result out of range" ]
}

@test "all mistakes are told, and none of them spoils --help" {
    run nl -Y -b x --nosuch text
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "nl: invalid option -- 'Y'" ]
    [ "${lines[1]}" = "nl: invalid body numbering style: 'x'" ]
    [ "${lines[2]}" = "nl: unrecognized option '--nosuch'" ]
    [ "${lines[3]}" = "Try 'nl --help' for more information." ]
    [ "${#lines[@]}" -eq 4 ]
    run nl -Y -w x text
    [ "$status" -eq 1 ]
    [ "${lines[1]}" = "nl: invalid line number field width: 'x'" ]
    [ "${#lines[@]}" -eq 2 ]
    run nl -Y --version
    [ "$status" -eq 0 ]
    [ "${#lines[@]}" -gt 1 ]
}

@test "lines longer than any buffer; what cannot be read or written" {
    { head -c 3000000 /dev/zero | tr '\0' x; echo; echo y; } > long
    [ "$(nl long | wc -c)" = 3000017 ]
    run nl missing text .
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'nl: missing: No such file or directory' ]
    [ "${lines[4]}" = 'nl: .: Is a directory' ]
    run bash -c 'nl text >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'nl: write error: No space left on device' ]
    run bash -c 'nl <&-'
    [ "$status" -eq 1 ]
}

@test "a zero in one column" {
    run nl -nln -w1 -v0 <<<a
    [ "$output" = $'0\ta' ]
    run nl -nln -w2 -v0 -i9 -s. < <(printf 'a\nb\nc\n')
    [ "$output" = $'0 .a\n9 .b\n18.c' ]
}
