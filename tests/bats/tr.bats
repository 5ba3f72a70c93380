#!/usr/bin/env bats
# tr: sets and their constructs, deleting, squeezing, complements, complaints, characters of several bytes.

load ../support/read-error

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

# tr's output on TEXT with the given arguments.
of() {
    local text=$1
    shift
    printf '%b' "$text" | tr "$@"
}

@test "translating; short and long sets" {
    [ "$(of abcd abc xyz)" = xyzd ]
    [ "$(of abcde abcd xy)" = xyyye ]
    [ "$(of abcde -t abcd xy)" = xycde ]
    [ "$(of abcde --truncate-set1 abcd xy)" = xycde ]
    [ "$(of ab ab xyz)" = xy ]
    [ "$(of aa aa xy)" = yy ]
    [ "$(of abc '' '')" = abc ]
}

@test "ranges, repeats, escapes" {
    [ "$(of 'hello' a-z A-Z)" = HELLO ]
    [ "$(of 'a-z' 'a\-z' XYZ)" = XYZ ]
    [ "$(of '+,-' '+--' xyz)" = xyz ]
    [ "$(of 'a-' 'a-' xy)" = xy ]
    [ "$(of abcde a-e '[x*2]yz')" = xxyzz ]
    [ "$(of abcde a-e '[x*02]y[z*]')" = xxyzz ]
    [ "$(of abcde a-e '[x* +2]y[z*]')" = xxyzz ]
    [ "$(of abcdefghijk a-k '[x*+010]y')" = xxxxxxxxxxy ]
    [ "$(of abc '[b*512]c' 'x[y*]')" = ayy ]
    [ "$(of abcd abc '[b*\9]')" = '[b*d' ]
    [ "$(of 'ab' '\141\142' '\170y')" = xy ]
    [ "$(of 'a\n\t\\' '\n\t\\' 'ntb')" = antb ]
    [ "$(of 'abc' '[a-c]' '[x-z]')" = xyz ]
}

@test "classes and equivalents" {
    [ "$(of 'aB1 .' '[:lower:]' '[:upper:]')" = 'AB1 .' ]
    [ "$(of 'aB1 .' '[:upper:]x' '[:lower:]y')" = 'ab1 .' ]
    [ "$(of 'aB1 .' -d '[:alpha:]')" = '1 .' ]
    [ "$(of 'aB1 .' -d '[:alnum:][:blank:]')" = . ]
    [ "$(of 'aB1 .' -d '[:punct:][:digit:]')" = 'aB ' ]
    [ "$(of 'a\001\n' -d '[:cntrl:]')" = a ]
    [ "$(of 'afg' -d '[:xdigit:]')" = g ]
    [ "$(of 'a b' -d '[:graph:]')" = ' ' ]
    [ "$(of 'a b' -d '[:print:]')" = '' ]
    [ "$(of 'a \t\nb' -d '[:space:]')" = ab ]
    [ "$(of 'abc' '[=b=]' x)" = axc ]
    [ "$(of 'abc' '[=*2][=c=]' xyz)" = abz ]
    [ "$(of abcxyz '[:lower:]' '0-9')" = 012999 ]
}

@test "-d, -s, -c and all of them" {
    [ "$(of banana -d a)" = bnn ]
    [ "$(of banana --delete an)" = b ]
    [ "$(of 'aabbcc' -s ab)" = abcc ]
    [ "$(of 'aabbcc' --squeeze-repeats ab x)" = xcc ]
    [ "$(of 'aabbaa' -ds b a)" = a ]
    [ "$(of 'a1b2' -cd '[:digit:]')" = 12 ]
    [ "$(of 'a1b2' --complement 0-9 x)" = x1x2 ]
    [ "$(of 'a1b2' -C 0-9 x)" = x1x2 ]
    [ "$(of 'the fox.' -cs '[:alnum:]' '\n')" = $'the\nfox' ]
    [ "$(of 'abc' -c a '[b*256]')" = abb ]
    [ "$(of 'a\377b' -cd 'a-z')" = ab ]
}

@test "runs and sets across the buffers" {
    head -c 1000000 /dev/zero >zeros
    [ "$(tr -s '\0' <zeros | wc -c)" = 1 ]
    [ "$(tr '\0' x <zeros | tr -d y | wc -c)" = 1000000 ]
    [ "$(tr -d '\0' <zeros | wc -c)" = 0 ]
    seq 200000 >nums
    [ "$(tr -d '\n' <nums | tr -cd 1 | wc -c)" = "$(grep -o 1 nums | wc -l)" ]
    cmp <(tr 0-9 1-90 <nums | tr 1-90 0-9) nums
}

@test "characters of several bytes" {
    export LC_ALL=C.UTF-8
    [ "$(of 'né\n' é e)" = ne ]
    [ "$(of 'abc' a-c α-γ)" = αβγ ]
    [ "$(of 'αβγ' α-γ '[x*2]z')" = xxz ]
    [ "$(of 'aéé€€' -s é€)" = aé€ ]
    [ "$(of 'aéü€' -d à-ü)" = a€ ]
    [ "$(of 'éa€' -cd é)" = é ]
    [ "$(of 'éÉ' '[:lower:]é' '[:upper:]É')" = ÉÉ ]
    cmp <(printf 'a\377\303z' | tr é x) <(printf 'a\377\303z')
    cmp <(printf 'a\377z' | tr 'é\377' xy) <(printf 'ayz')
    # Sets of one-byte characters work on bytes.
    cmp <(printf 'é' | tr -c a x) <(printf 'xx')
    cmp <(printf 'é' | tr '\303' x) <(printf 'x\251')
    # A character cut by the end of a read.
    cmp <({ printf '\303'; sleep 0.2; printf '\251'; } | tr é e) <(printf e)
}

@test "warnings" {
    run of ab 'b\' xy
    [ "$status" -eq 0 ]
    [[ $output == *'tr: warning: an unescaped backslash at end of string is not portable'* ]]
    run of ' 0' '\400' x
    [[ $output == *'tr: warning: the ambiguous octal escape \400 is being'* ]]
}

complains() {
    local message=$1
    shift
    run tr "$@" </dev/null
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "tr: $message" ]
}

@test "sets that are wrong" {
    complains "range-endpoints of 'z-a' are in reverse collating sequence order" z-a x
    complains "range-endpoints of '\\012-\\011' are in reverse collating sequence order" '\n-\t' x
    if locale -a | grep -qix de_DE.iso88591; then
        cmp <(LC_ALL=de_DE.ISO-8859-1 tr $'\351-a' x 2>&1 </dev/null) \
            <(printf "tr: range-endpoints of '\351-a' are in reverse collating sequence order\n")
    fi
    complains "range-endpoints of '\\351-a' are in reverse collating sequence order" $'\351-a' x
    complains "invalid character class 'foo'" '[:foo:]' x
    complains "missing character class name '[::]'" '[::]' x
    complains "missing equivalence class character '[==]'" '[==]' x
    complains 'ab: equivalence class operand must be a single character' '[=ab=]' x
    complains 'the [c*] repeat construct may not appear in string1' '[a*]' x
    complains "invalid repeat count '08' in [c*n] construct" a '[x*08]'
    complains "invalid repeat count '+' in [c*n] construct" a '[x*+]'
    complains "invalid repeat count '+ 1' in [c*n] construct" a '[x*+ 1]'
    complains 'only one [c*] repeat construct may appear in string2' a '[x*][y*]'
    complains '[=c=] expressions may not appear in string2 when translating' a '[=b=]'
    complains 'when translating, the only character classes that may appear in' a '[:digit:]'
    complains 'misaligned [:upper:] and/or [:lower:] construct' a '[:lower:]'
    complains 'when translating with string1 longer than string2,' '[:lower:]a' '[:upper:]'
    complains 'when not truncating set1, string2 must be non-empty' a ''
    complains 'when translating with complemented character classes,' -c '[:upper:]' 'X[Y*]'
    complains 'the [c*] construct may appear in string2 only when translating' -ds a '[x*]'
    complains 'too many characters in set' a '[x*18446744073709551614][y*18446744073709551614]'
}

@test "operands that are missing or too many" {
    complains 'missing operand'
    complains "missing operand after 'a'" a
    [ "${lines[1]}" = 'Two strings must be given when translating.' ]
    complains "missing operand after 'a'" -ds a
    [ "${lines[1]}" = 'Two strings must be given when both deleting and squeezing repeats.' ]
    complains "extra operand 'b'" -d a b
    [ "${lines[1]}" = 'Only one string may be given when deleting without squeezing repeats.' ]
    complains "extra operand 'c'" a b c
    complains "extra operand '-d'" a b -d
}

@test "read and write errors, closed descriptors" {
    run bash -c 'tr a b <.'
    [ "$status" -eq 1 ]
    [ "$output" = 'tr: read error: Is a directory' ]
    run bash -c 'tr a b <&-'
    [ "$status" -eq 1 ]
    [ "$output" = 'tr: read error: Bad file descriptor' ]
    run bash -c 'echo a | tr a b >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'tr: write error: No space left on device' ]
    run bash -c 'echo a | tr a b >&-'
    [ "$status" -eq 1 ]
}

@test "a read error behind an unfinished character is the end, and told" {
    ends_at_read_error tr a é
}
