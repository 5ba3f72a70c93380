#!/usr/bin/env bats
# join: keys, separators, formats, unpairable lines, groups, order, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'a 1\nb 2\nd 4\n' > one
    printf 'a x\nc y\nd z w\n' > two
}

# Standard error of a command that has to fail with status 1.
complaint() {
    local status=0
    "$@" 2>&1 > /dev/null || status=$?
    [ "$status" -eq 1 ]
}

@test "pairs, in the order of the first file" {
    cmp <(join one two) <(printf 'a 1 x\nd 4 z w\n')
    cmp <(join - two < one) <(join one two)
    cmp <(join one - < two) <(join one two)
    cmp <(printf 'd 4' | join - two) <(printf 'd 4 z w\n')
    [ -z "$(join /dev/null two)" ]
}

@test "a group pairs with a group" {
    printf 'k 1\nk 2\n' > p
    printf 'k a\nk b\nk c\n' > q
    cmp <(join p q) <(printf 'k 1 a\nk 1 b\nk 1 c\nk 2 a\nk 2 b\nk 2 c\n')
    awk 'BEGIN { for (i = 0; i < 60000; i++) print "k", i }' > big
    cmp <(join big p | awk '{ print $2 }') <(awk '{ print $2; print $2 }' big)
    cmp <(join p big | sed -n '60001,$s/k 2/k/p') big
}

@test "-a, -v: lines without partners" {
    cmp <(join -a1 one two) <(printf 'a 1 x\nb 2\nd 4 z w\n')
    cmp <(join -a 2 one two) <(printf 'a 1 x\nc y\nd 4 z w\n')
    cmp <(join -a1 -a2 one two) <(printf 'a 1 x\nb 2\nc y\nd 4 z w\n')
    cmp <(join -v1 one two) <(printf 'b 2\n')
    cmp <(join -v1 -v2 one two) <(printf 'b 2\nc y\n')
    cmp <(join -v2 -2 2 /dev/null two) <(printf 'x a\ny c\nz d w\n')
}

@test "-1, -2, -j: other keys; one that no line has" {
    printf '1 a p\n2 d q\n' > three
    cmp <(join -1 2 three two) <(printf 'a 1 p x\nd 2 q z w\n')
    cmp <(join -2 2 one three) <(printf 'a 1 1 p\nd 4 2 q\n')
    cmp <(join -j 2 three three) <(printf 'a 1 p 1 p\nd 2 q 2 q\n')
    cmp <(join -j 99999999999999999999 <(printf 'a\n') <(printf 'b\n')) <(printf ' a b\n')
    cmp <(join -j1 2 -j2 1 three two) <(join -1 2 three two)
    cmp <(join -j1 one two) <(join one two)
}

@test "blanks: runs are one, those at the ends none, print as spaces" {
    cmp <(join <(printf '  a \t 1  \n') <(printf 'a\t2 3\n')) <(printf 'a 1 2 3\n')
    cmp <(join -z <(printf 'a\n\n1\0') <(printf ' a 2\0')) <(printf 'a 1 2\0')
    cmp <(LC_ALL=C.UTF-8 join <(printf 'a\343\200\2001\n') <(printf 'a 2\n')) <(printf 'a 1 2\n')
    cmp <(LC_ALL=C.UTF-8 join <(printf 'a\302\240 1\n') <(printf 'a\302\240 2\n')) <(printf 'a\302\240 1 2\n')
}

@test "one line with odd blanks among many without" {
    awk 'BEGIN { for (i = 100000; i < 130000; i++) print i, "x", i % 7 }' > many
    sed '15000s/ /  /; 15001s/$/ /; 15002s/^/ /; 15003s/ /\t/' many > odd
    cmp <(join many many) <(join odd odd)
    cmp <(join many odd) <(awk '{ print $0, $2, $3 }' many)
    cmp <(head -c -1 odd | join - many) <(join many many)
    cmp <(printf 'a b ' | join - <(echo a c)) <(echo a b c)
}

@test "-t: a character, NUL, none, one of several bytes, one that is no character" {
    cmp <(join -t: <(printf 'a::1\n') <(printf 'a:2:\n')) <(printf 'a::1:2:\n')
    cmp <(join -t '\0' <(printf 'a\0001\n') <(printf 'a\0002\n')) <(printf 'a\0001\0002\n')
    cmp <(join -t '' <(printf 'a 1\nb\n') <(printf 'a 1\n')) <(printf 'a 1\n')
    cmp <(LC_ALL=C.UTF-8 join -t é <(printf 'aéb\303c\n') <(printf 'aé2\n')) <(printf 'aéb\303cé2\n')
    cmp <(LC_ALL=C.UTF-8 join -t $'\303' <(printf 'a\303é\303x\n') <(printf 'a\303y\n')) \
        <(printf 'a\303é\303x\303y\n')
}

@test "-o and -e" {
    cmp <(join -o 0,2.2,1.2 one two) <(printf 'a x 1\nd z 4\n')
    cmp <(join -o '1.2 2.3' -e- one two) <(printf '1 -\n4 w\n')
    cmp <(join -o 1.2 2.3 0 one two) <(printf '1  a\n4 w d\n')
    cmp <(join -a1 -a2 -e- -o auto one two) <(printf 'a 1 x\nb 2 -\nc - y\nd 4 z\n')
    cmp <(join -a1 -a2 -e- -o auto -o 0 one two) <(printf 'a\nb\nc\nd\n')
    cmp <(join -t: -e. <(printf 'a::\n') <(printf 'a:\n')) <(printf 'a:.:.:.\n')
}

@test "-i; --header; -z" {
    cmp <(join -i <(printf 'a 1\nB 2\n') <(printf 'A x\nb y\n')) <(printf 'a 1 x\nB 2 y\n')
    cmp <(join --header <(printf 'Z n\na 1\n') <(printf 'Y m\na 2\n')) <(printf 'Z n m\na 1 2\n')
    cmp <(join --header /dev/null <(printf 'Y m\n')) <(printf 'Y m\n')
    cmp <(join -z <(printf 'a 1\0b 2') <(printf 'b 3\0')) <(printf 'b 2 3\0')
}

@test "order: told once a line had no partner, at once, or never" {
    printf 'c\nb\na\n' > back
    cmp <(join back back) back
    [ "$(complaint join back one)" = $'join: back:2: is not sorted: b\njoin: input is not in sorted order' ]
    [ "$(complaint join --check-order back back)" = 'join: back:2: is not sorted: b' ]
    [ -z "$(join --check-order back back 2>/dev/null)" ]
    join --nocheck-order back one
    join back /dev/null
    [ "$(complaint join --header --check-order <(printf 'z\nb\na\n') one | sed 's,/dev.*:3,X:3,')" \
        = 'join: X:3: is not sorted: a' ]
    LC_ALL=en_US.UTF-8 join --check-order <(printf 'ab\na-c\n') one
}

@test "long lines and NULs" {
    head -c 3000000 /dev/zero | tr '\0' x > long
    cmp <(printf 'k ' | cat - long | join - <(echo k 1)) <(printf 'k ' | cat - long <(echo ' 1'))
    cmp <(join <(printf 'a\0b 1\n') <(printf 'a\0b 2\n')) <(printf 'a\0b 1 2\n')
}

@test "both files are read to their ends" {
    [ "$(seq 100000 | { join /dev/null -; wc -c; })" = 0 ]
    [ "$(seq 100000 | { join - /dev/null; wc -c; })" = 0 ]
    [ "$(seq 10000 99999 | { join - <(echo 10000) > paired; wc -c; })" = 0 ]
    echo 10000 | cmp - paired
}

@test "what is wrong with the command line" {
    hint="Try 'join --help' for more information."
    [ "$(complaint join)" = $'join: missing operand\n'"$hint" ]
    [ "$(complaint join one)" = "join: missing operand after 'one'"$'\n'"$hint" ]
    [ "$(complaint join one -a1)" = "join: missing operand after '-a1'"$'\n'"$hint" ]
    [ "$(complaint join one two six)" = "join: extra operand 'six'"$'\n'"$hint" ]
    [ "$(complaint join - -)" = "join: both files cannot be standard input" ]
    [ "$(complaint join -t ab one two)" = "join: multi-character tab 'ab'" ]
    [ "$(complaint join -ta -tb one two)" = "join: incompatible tabs" ]
    [ "$(complaint join -1 0 one two)" = "join: invalid field number: '0'" ]
    [ "$(complaint join -1 -1 one two)" = "join: invalid field number: '-1'" ]
    cmp <(join -1 -99999999999999999999 one two) <(join -1 99999999999999999999 one two)
    [ "$(complaint join -j 1.5 one two)" = "join: invalid field number: '1.5'" ]
    [ "$(complaint join -j -j1 one two)" = "join: invalid field number: '-j1'" ]
    [ "$(complaint join -1 1 -j 2 one two)" = "join: incompatible join fields 0, 1" ]
    [ "$(complaint join -o 3.1 one two)" = "join: invalid file number in field spec: '3.1'" ]
    [ "$(complaint join -o '' one two)" = "join: invalid file number in field spec: ''" ]
    [ "$(complaint join -o 0.1 one two)" = "join: invalid field specifier: '0.1'" ]
    [ "$(complaint join -a 3 one two)" = "join: invalid file number: '3'" ]
    [ "$(complaint join -e a -e b one two)" = "join: conflicting empty-field replacement strings" ]
}

@test "what cannot be read or written" {
    [ "$(complaint join nosuch two)" = "join: nosuch: No such file or directory" ]
    [ "$(complaint join one .)" = "join: read error: Is a directory" ]
    [[ "$(join one two 2>&1 > /dev/full)" == *"No space left on device" ]]
    run timeout 20 bash -c 'join -a 1 -z /dev/zero /dev/null >/dev/full'
    [ "$status" -eq 1 ]
}
