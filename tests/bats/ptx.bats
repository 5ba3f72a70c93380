#!/usr/bin/env bats
# ptx: keywords, contexts, references, formats, widths, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'one two.\nsix\n' > text
}

complaint() {
    local status=0
    timeout 20 "$@" 2>&1 > /dev/null || status=$?
    [ "$status" -eq 1 ]
}

@test "keywords in their contexts, sorted" {
    cmp <(ptx text) <(printf '%39sone two.\n%39ssix\n%33sone   two.\n' '' '' '')
    cmp <(ptx < text) <(ptx text)
    cmp <(ptx - < text) <(ptx text)
    cmp <(ptx '' < text) <(ptx text)
    [ -z "$(ptx /dev/null)" ]
    cmp <(printf 'a' | ptx -w10) <(printf '        a\n')
}

@test "files are contexts of their own, in the order given" {
    printf 'a' > p
    printf 'a' > q
    cmp <(ptx -A p q) <(ptx -A p; ptx -A q)
    printf 'This is a ptx whitespace Trimming test\n' > w
    [ -z "$(ptx w w | sort | uniq -u)" ]
}

@test "equal keywords keep their order; long ones are told apart" {
    printf 'governmentb z\ngovernmenta y\ngovernmentb x\n' > long
    cmp <(ptx -G long | cut -d'"' -f6) \
        <(printf 'governmenta y\ngovernmentb z\ngovernmentb x\nx\ny\nz\n')
}

@test "-f, -i, -o, -b" {
    printf 'b A a B\n' > case
    cmp <(ptx -S '' -w 80 case | sed 's/.*   //') <(printf 'A a B\nB\na B\nb A a B\n')
    cmp <(ptx -f -S '' -w 80 case | sed 's/.*   //') <(printf 'A a B\na B\nb A a B\nB\n')
    echo two > list
    cmp <(ptx -i list text) <(ptx text | head -n 2)
    cmp <(ptx -o list text) <(ptx text | tail -n 1)
    cmp <(ptx -o /dev/null text) <(ptx text)
    cmp <(echo two | ptx -i '' text) <(ptx -i list text)
    [ "$(ptx -f -o <(echo TWO) text | wc -l)" -eq 1 ]
    [ -z "$(ptx -o list -i list text)" ]
    cmp <(printf 'a-b c' | ptx -b <(printf '-') | sed 's/^ *//') <(printf 'a-b c\na-   b c\n')
}

@test "-A, -r, -R: references" {
    cmp <(ptx -A -w 20 text) <(printf 'text:1:       one/\ntext:2:       six\ntext:1:    /   two/\n')
    cmp <(ptx -O -A < text | cut -d'"' -f10) <(printf ':1\n:2\n:1\n')
    printf 'x1 foo\nx2 bar\n' > refs
    cmp <(ptx -r -w 20 refs) <(printf 'x2          bar\nx1          foo\n')
    cmp <(ptx -r -R -w 20 refs) <(printf '          bar          x2\n          foo          x1\n')
    cmp <(ptx -rA -O refs) <(printf '.xx "" "" "bar" "" "refs:2"\n.xx "" "" "foo" "" "refs:1"\n')
}

@test "-O, -T, -M, --format" {
    cmp <(echo 'foo' | ptx -O) <(printf '.xx "" "" "foo" ""\n')
    cmp <(echo 'foo' | ptx --format=roff -M ix) <(printf '.ix "" "" "foo" ""\n')
    cmp <(echo 'foo bar' | ptx -T) <(printf '\\xx {}{foo}{bar}{}{}\n\\xx {}{}{foo}{ bar}{}\n')
    cmp <(printf '"q" {$%%&#_\\}\n' | ptx -O -W q) <(printf '.xx "" """" "q"" {$%%&#_\\}" ""\n')
    cmp <(printf '"q" {$%%&#_\\}\n' | ptx -T -W q) \
        <(printf '\\xx {}{"}{q}{" $\\{$\\$\\%%\\&\\#\\_\\backslash{}$\\}$}{}\n')
    cmp <(ptx --format=t text) <(ptx -T text)
}

@test "-F, -w, -t, -g" {
    line='aaaa bbbb cccc dddd eeee ffff gggg'
    cmp <(echo "$line" | ptx -w 30 | head -n 1) <(printf '   cccc/          aaaa bbbb\n')
    cmp <(echo "$line" | ptx -w 30 -F '\x41\c.' | head -n 1) <(printf '   ccccA          aaaa bbbb\n')
    cmp <(echo "$line" | ptx -w 30 -F '' | head -n 1) <(printf '   dddd           aaaa bbbb cccc\n')
    cmp <(echo bar | ptx -t) <(printf '%53sbar\n' '')
    cmp <(echo bar | ptx -t -w10) <(printf '%8sbar\n' '')
    cmp <(echo ta | ptx -g1 -w2) <(printf '  ta\n')
}

@test "-S, -W" {
    cmp <(printf 'a;b' | ptx -S ';' -O) <(printf '.xx "" "" "a;" ""\n.xx "" "" "b" ""\n')
    cmp <(ptx -S '' -O text | head -n 1) <(printf '.xx "" "" "one two. six" ""\n')
    cmp <(ptx -W '[a-z]wo\|x' -O text) <(printf '.xx "" "one" "two." ""\n.xx "" "si" "x" ""\n')
    cmp <(ptx -W 'T' -f -O text) <(printf '.xx "" "one" "two." ""\n')
    cmp <(ptx -W '' text) <(ptx text)
    cmp <(ptx -F '\' -S 'foo\' -W 'bar\\\' text) /dev/null
}

@test "-G: traditional; the output may be the input" {
    cmp <(ptx -G text) <(printf '.xx "" "" "one two." ""\n.xx "" "" "six" ""\n.xx "" "one" "two." ""\n')
    ptx -G text text
    [ "$(head -n 1 text)" = '.xx "" "" "one two." ""' ]
    [ "$(complaint ptx -G a b c)" = $'ptx: extra operand \'c\'\nTry \'ptx --help\' for more information.' ]
    [ "$(complaint ptx -G text no/where)" = 'ptx: no/where: No such file or directory' ]
}

@test "expressions that match nothing, and tiny widths, end" {
    [ "$(complaint ptx -S '^' text)" = "ptx: error: regular expression has a match of length zero: '^'" ]
    [ "$(echo 'aa bb cc' | timeout 20 ptx -W '[a-z]*' | wc -l)" -eq 3 ]
    echo qux | timeout 20 ptx -G -w2
    echo bar | timeout 20 ptx -w1 -g50
    printf 'a b c\n' | timeout 20 ptx -G -w1 -g9 -F long
    cmp <(printf 'a b\nalpha' | timeout 20 ptx -G -w1 -g30 -W '[a-z]+') \
        <(printf '.xx "" "/" "a/" ""\n.xx "" "/" "alpha" ""\n.xx "" "/" "b" ""\n')
}

@test "UTF-8: letters, case and columns" {
    export LC_ALL=C.UTF-8
    cmp <(printf 'été\n' | ptx -w20) <(printf '             été\n')
    cmp <(printf '東京 x\n' | ptx -w20) <(printf '      東京   x\n             東京 x\n')
    cmp <(printf 'é É e\n' | ptx -f -O | cut -d'"' -f6) <(printf 'e\né É e\nÉ e\n')
    printf '012345678901234567890123456789\360\237' | ptx
    printf '\377\376a b' | ptx -f -O
    cmp <(printf 'aéb' | ptx -O -b <(printf 'é')) <(printf '.xx "" "" "aéb" ""\n.xx "" "aé" "b" ""\n')
}

@test "NULs are data; large texts" {
    [ "$(printf 'a\0b' | ptx -O | wc -l)" -eq 2 ]
    yes 'the cat sat on the mat' | head -n 40000 > large
    [ "$(ptx large | wc -l)" -eq 240000 ]
    [ "$(LC_ALL=C.UTF-8 ptx -A large | tail -n 1 | cut -d: -f2)" -eq 40000 ]
}

@test "widths may be written as in C" {
    echo 'one two three' > c
    cmp <(ptx -w 0x14 -g 010 c) <(ptx -w 20 -g 8 c)
    [ "$(ptx -g 9223372036854775807 -r c | head -c 100 | tr -d ' ')" = one ]
    [ "$(ptx -A -g 9223372036854775807 -w 9223372036854775807 c | head -c 100 | tr -d ' ')" = c:1: ]
    [ "$(complaint ptx -w 08 c)" = "ptx: invalid line width: '08'" ]
}

@test "what is wrong" {
    [ "$(complaint ptx nosuch)" = 'ptx: nosuch: No such file or directory' ]
    [ "$(complaint ptx .)" = 'ptx: .: Is a directory' ]
    [ "$(complaint ptx -i nosuch text)" = 'ptx: nosuch: No such file or directory' ]
    cmp <(ptx -w 050 -g 0x4 text) <(ptx -w 40 -g 4 text)
    [ "$(complaint ptx -w 08 text)" = "ptx: invalid line width: '08'" ]
    [ "$(complaint ptx -w 0 text)" = "ptx: invalid line width: '0'" ]
    [ "$(complaint ptx -g x text)" = "ptx: invalid gap width: 'x'" ]
    [ "$(complaint ptx -S '\(' text)" = "ptx: Unmatched ( or \\( (for regexp '\\\\(')" ]
    [[ "$(complaint ptx --format=x text)" == "ptx: invalid argument 'x' for '--format'"* ]]
    [[ "$(ptx text 2>&1 > /dev/full)" == *"No space left on device" ]]
}
