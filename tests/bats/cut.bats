#!/usr/bin/env bats
# cut: lists, bytes, characters, fields, delimiters, lines longer than any buffer.

load ../support/read-error

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'abcdefgh\n12345\n' >text
    printf 'a:b:c\nplain\n:x\n' >fields
}

@test "-b: lists of ranges" {
    cmp <(cut -b 1 text) <(printf 'a\n1\n')
    cmp <(cut -b 3- text) <(printf 'cdefgh\n345\n')
    cmp <(cut -b -2 text) <(printf 'ab\n12\n')
    cmp <(cut --bytes=5,1-2,2-3 text) <(printf 'abce\n1235\n')
    cmp <(cut -b '1 3' text) <(printf 'ac\n13\n')
    cmp <(cut -b 9 text) <(printf '\n\n')
    cmp <(cut --complement -b 2-3 text) <(printf 'adefgh\n145\n')
    cmp <(cut -b 18446744073709551614 text) <(printf '\n\n')
    cmp <(printf abc | cut -b 2) <(printf 'b\n')
    [ "$(printf '' | cut -b 1 | wc -c)" = 0 ]
}

@test "-O goes between ranges" {
    cmp <(cut -b 1-2,3-4 -O : text) <(printf 'ab:cd\n12:34\n')
    cmp <(cut -b 1-3,2-4 --output-delimiter=: text) <(printf 'abcd\n1234\n')
    cmp <(cut -b 1,8 -O ab text) <(printf 'aabh\n1\n')
    cmp <(cut -b 1,3 -O '' text) <(printf 'a\0c\n1\0003\n')
}

@test "-f, -d, -s" {
    cmp <(cut -d : -f 2 fields) <(printf 'b\nplain\nx\n')
    cmp <(cut -d : -f 1,3- fields) <(printf 'a:c\nplain\n\n')
    cmp <(cut -s -d : -f 4 fields) <(printf '\n\n')
    cmp <(cut --only-delimited --delimiter=: --fields=1 fields) <(printf 'a\n\n')
    cmp <(cut -d : -f 1-2,3 -O xyz fields) <(printf 'axyzbxyzc\nplain\nxyzx\n')
    cmp <(cut --complement -d : -f 2 fields) <(printf 'a:c\nplain\n\n')
    cmp <(printf 'a\tb\n' | cut -f 2) <(printf 'b\n')
    cmp <(printf 'a\0b\n' | cut -d '' -f 2) <(printf 'b\n')
    cmp <(printf 'a,b:c\n' | cut -d , -d : -f 2) <(printf 'c\n')
}

@test "-w and -F: fields between blanks" {
    printf ' a  b\tc \n' >blanks
    cmp <(cut -w -f 2 blanks) <(printf 'a\n')
    cmp <(cut -w -f 1,2 blanks) <(printf '\ta\n')
    cmp <(cut -wf 4- blanks) <(printf 'c\t\n')
    cmp <(cut --whitespace-delimited -f 2,3 -O : blanks) <(printf 'a:b\n')
    cmp <(cut --whitespace-delimited=trimmed -f 1,3- blanks) <(printf 'a\tc\n')
    cmp <(cut -F 2,3 blanks) <(printf 'a b\n')
    cmp <(cut -F 2,3 -O , blanks) <(printf 'a,b\n')
    cmp <(printf ' solo \n' | cut --whitespace-delimited=trimmed -f 2) <(printf 'solo\n')
    [ "$(printf ' solo \n' | cut --whitespace-delimited=trimmed -s -f 1 | wc -c)" = 0 ]
}

@test "lines as fields" {
    cmp <(printf 'a\nb\n' | cut -d $'\n' -f 2) <(printf 'b\n')
    cmp <(printf 'a\nb\nc' | cut -d $'\n' -f 1,3 -O :) <(printf 'a:c\n')
    [ "$(printf 'abc' | cut -s -d $'\n' -f 1 | wc -c)" = 0 ]
}

@test "-z: lines end with NUL" {
    cmp <(printf 'ab\0cd' | cut -z -b 1) <(printf 'a\0c\0')
    cmp <(printf 'a:1\0b:2' | cut --zero-terminated -d : -f 1) <(printf 'a\0b\0')
}

@test "characters of several bytes" {
    export LC_ALL=C.UTF-8
    printf 'a\303\251b\343\200\200c\n' >utf8
    cmp <(cut -c 2 utf8) <(printf '\303\251\n')
    cmp <(cut --characters=2- utf8) <(printf '\303\251b\343\200\200c\n')
    cmp <(cut -b 2 utf8) <(printf '\303\n')
    cmp <(cut -n -b 1-2 utf8) <(printf 'a\n')
    cmp <(cut --no-partial -b 3-4 utf8) <(printf '\303\251b\n')
    cmp <(cut -n -b 1,3 -O : utf8) <(printf 'a:\303\251\n')
    cmp <(cut -d "$(printf '\303\251')" -f 2 utf8) <(printf 'b\343\200\200c\n')
    cmp <(cut -w -f 2 utf8) <(printf 'c\n')
    cmp <(printf 'a\377b\n' | cut -d "$(printf '\377')" -f 2) <(printf 'b\n')
    cmp <(printf 'a\303\251\303b\n' | cut -d "$(printf '\303')" -f 2) <(printf 'b\n')
    cmp <(printf '\377a\n' | cut -c 1) <(printf '\377\n')
}

@test "lines longer than the buffer" {
    head -c 300000 /dev/zero | tr '\0' x >long
    printf ':y\n' >>long
    [ "$(cut -b 299999- long)" = xx:y ]
    [ "$(cut -c 1-3,300001 -O , long)" = xxx,: ]
    [ "$(cut -d : -f 2 long)" = y ]
    [ "$(cut -s -d : -f 1 long | wc -c)" = 300001 ]
    [ "$(cut -d , -f 2 long | wc -c)" = 300003 ]
    for list in '-b 1' '-f 1' '-s -f 2'; do
        status=0
        timeout 0.5 "$BATS_TEST_DIRNAME/limited" 20000 cut $list </dev/zero >/dev/null || status=$?
        [ "$status" -eq 124 ]
    done
}

@test "bad lists" {
    for list in 0 '' 1, ,1 0-2 0-; do
        run cut -b "$list" text
        [ "$status" -eq 1 ]
        [ "${lines[0]}" = 'cut: byte/character positions are numbered from 1' ]
        run cut -f "$list" text
        [ "${lines[0]}" = 'cut: fields are numbered from 1' ]
    done
    run cut -b 2-1 text
    [ "${lines[0]}" = 'cut: invalid decreasing range' ]
    run cut -f 4,- text
    [ "${lines[0]}" = 'cut: invalid range with no endpoint: -' ]
    run cut -f -x text
    [ "${lines[0]}" = "cut: invalid field value 'x'" ]
    run cut -b 1-2-3 text
    [ "${lines[0]}" = 'cut: invalid byte or character range' ]
    run cut -f -- text
    [ "${lines[0]}" = 'cut: invalid field range' ]
    run cut -b 1,ax text
    [ "${lines[0]}" = "cut: invalid byte/character position 'ax'" ]
    run cut -f 1x text
    [ "${lines[0]}" = "cut: invalid field value 'x'" ]
    run cut -f 99999999999999999999 text
    [ "${lines[0]}" = "cut: field number '99999999999999999999' is too large" ]
    run cut -b 1-18446744073709551615 text
    [ "${lines[0]}" = "cut: byte/character offset '18446744073709551615' is too large" ]
}

@test "options that do not go together" {
    run cut text
    [ "${lines[0]}" = 'cut: you must specify a list of bytes, characters, or fields' ]
    run cut -b 1 -f 1 text
    [ "${lines[0]}" = 'cut: only one list may be specified' ]
    run cut -d ab -f 1 text
    [ "${lines[0]}" = 'cut: the delimiter must be a single character' ]
    run cut -d : -b 1 text
    [ "${lines[0]}" = 'cut: an input delimiter may be specified only when operating on fields' ]
    run cut -s -b 1 text
    [ "${lines[0]}" = 'cut: suppressing non-delimited lines makes sense' ]
    run cut -w -d : -f 1 text
    [ "$status" -eq 1 ]
}

@test "missing files, write errors, closed descriptors" {
    run cut -b 1 missing . text
    [ "$status" -eq 1 ]
    [ "$output" = $'cut: missing: No such file or directory\ncut: .: Is a directory\na\n1' ]
    run bash -c 'cut -b 1 text >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'cut: write error: No space left on device' ]
    run bash -c 'cut -f 1 <&-'
    [ "$status" -eq 1 ]
    [ "$output" = $'cut: -: Bad file descriptor\ncut: -: Bad file descriptor' ]
    run bash -c 'cut -b 1 text >&-'
    [ "$status" -eq 1 ]
}

@test "a read error behind an unfinished character is the end, and told" {
    ends_at_read_error cut -c1
}
