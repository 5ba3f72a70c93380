#!/usr/bin/env bats
# paste: columns and lines, delimiters, files that end early, what cannot be read.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'a\nb\n' >two
    printf '1' >one
    : >none
}

@test "corresponding lines side by side; ended files give empty parts" {
    cmp <(paste two one) <(printf 'a\t1\nb\t\n')
    cmp <(paste one two) <(printf '1\ta\n\tb\n')
    cmp <(paste none two none) <(printf '\ta\t\n\tb\t\n')
    [ "$(paste none none | wc -c)" = 0 ]
}

@test "-s: a line for each file, empty ones too" {
    cmp <(paste -s two none one) <(printf 'a\tb\n\n1\n')
    cmp <(seq 100000 | paste --serial) <(seq 100000 | tr '\n' '\t' | sed 's/\t$/\n/')
}

@test "-d: characters in turn, escapes, nothing" {
    cmp <(paste -d 'xy' two two two two) <(printf 'axayaxa\nbxbybxb\n')
    cmp <(paste -s -d '\0,' two two) <(printf 'ab\nab\n')
    cmp <(paste -d '\n\t\\\q' two two two two two) <(printf 'a\na\ta\\aqa\nb\nb\tb\\bqb\n')
    cmp <(paste -d '' two two) <(printf 'aa\nbb\n')
    cmp <(seq 5 | paste -s -d ab) <(printf '1a2b3a4b5\n')
    run paste --delimiters='x\' two
    [ "$status" -eq 1 ]
    [ "$output" = 'paste: delimiter list ends with an unescaped backslash: x\' ]
}

@test "delimiters of several bytes; in the C locale each byte is one" {
    cmp <(LC_ALL=C.UTF-8 paste -d 'é世' two two two) <(printf 'aéa世a\nbéb世b\n')
    cmp <(LC_ALL=C.UTF-8 paste -s -d 'é' two) <(printf 'aéb\n')
    cmp <(paste -s -d 'é' two) <(printf 'a\303b\n')
    cmp <(LC_ALL=C.UTF-8 paste -d $'\377' two two) <(printf 'a\377a\nb\377b\n')
}

@test "-z: lines end with NUL" {
    cmp <(printf '1\0002\000' | paste -z - two) <(printf '1\ta\nb\n\0002\t\000')
    cmp <(printf '1\0002\000' | paste -sz) <(printf '1\t2\000')
}

@test "standard input serves several columns" {
    cmp <(seq 5 | paste - -) <(printf '1\t2\n3\t4\n5\t\n')
    cmp <(seq 3 | paste - two -) <(printf '1\ta\t2\n3\tb\t\n')
    cmp <(seq 3 | paste -s - two -) <(printf '1\t2\t3\na\tb\n\n')
}

@test "lines longer than any buffer" {
    { head -c 3000000 /dev/zero | tr '\0' x; echo; echo y; } >long
    [ "$(paste long long | wc -c)" = 6000006 ]
    [ "$(paste long long | tail -n 1)" = $'y\ty' ]
}

@test "what cannot be opened stops columns, not lines; a directory counts as empty" {
    run paste two missing
    [ "$status" -eq 1 ]
    [ "$output" = 'paste: missing: No such file or directory' ]
    run paste -s two missing one
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = $'a\tb' ]
    [ "${lines[1]}" = 'paste: missing: No such file or directory' ]
    [ "${lines[2]}" = 1 ]
    run paste . two
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'paste: .: Is a directory' ]
    [ "${lines[2]}" = $'\tb' ]
}

@test "standard input that is closed cannot be one of several columns" {
    echo a > f
    run bash -c 'paste f - <&-'
    [ "$status" -eq 1 ]
    [ "$output" = 'paste: standard input is closed' ]
    run bash -c 'paste f f <&-'
    [ "$output" = $'a\ta' ]
}

@test "write errors and closed descriptors" {
    run bash -c 'paste two >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'paste: write error: No space left on device' ]
    run bash -c 'paste <&-'
    [ "$status" -eq 1 ]
    [[ ${lines[0]} == *'Bad file descriptor' ]]
    run timeout 10 bash -c 'yes | paste - two | head -n 1'
    [ "$output" = $'y\ta' ]
}
