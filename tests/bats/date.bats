#!/usr/bin/env bats
# date: strings, formats, zones, calendars, files, options that exclude each other, what is wrong.
# Nothing here sets the clock, whoever runs it.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C TZ=UTC0
    cd "$BATS_TEST_TMPDIR"
}

says() { # WANT STRING [FORMAT]
    local got
    got=$(date -d "$2" "${3-+%F %T}")
    [ "$got" = "$1" ] || { echo "$2: $got instead of $1"; return 1; }
}

fails() { # MESSAGE ARGUMENT...
    local message=$1
    shift
    run -1 date "$@"
    [ "${lines[0]}" = "date: $message" ]
}

@test "dates" {
    says '2004-02-29 00:00:00' 2004-02-29
    says '2004-02-29 00:00:00' 20040229
    says '2004-02-29 00:00:00' 2/29/2004
    says '2004-02-29 00:00:00' 2004/2/29
    says '2004-02-29 00:00:00' 29.2.2004
    says '2004-02-29 00:00:00' 29.02.04
    says '1969-02-28 00:00:00' 28.02.69
    says '2004-02-29 00:00:00' '29 feb 2004'
    says '2004-02-29 00:00:00' 29-FEB-2004
    says '2004-02-29 00:00:00' 'February 29, 2004'
    says '2068-01-01 00:00:00' '1 jan 68'
    says '1969-01-01 00:00:00' '1 jan 69'
    says '0069-01-01 00:00:00' '1 jan 0069'
    says "$(date +%Y)-05-01 00:00:00" 1.5.
    says "$(date +%Y)-05-01 00:00:00" 'may 1'
    says "$(date +%F) 00:00:00" ''
}

@test "times and zones" {
    says '2004-02-29 16:21:42.125' '2004-02-29 16:21:42,125' '+%F %T.%3N'
    says '2004-02-29 16:00:00' '2004-02-29 4pm'
    says '2004-02-29 00:30:00' '2004-02-29 12:30 a.m.'
    says '2004-02-29 14:21:42' '2004-02-29T16:21:42+02'
    says '2004-02-29 10:51:00' '2004-02-29 16:21 IST'
    says '2004-07-01 20:00:00' '2004-07-01 16:00 EST DST'
    says '2004-07-01 20:00:00' 'TZ="America/New_York" 2004-07-01 16:00'
    says '2004-07-01 15:00:00' 'TZ="a\"b" 2004-07-01 15:00'
    TZ=Europe/Berlin says '2004-07-01 18:00:00 CEST' '2004-07-01 16:00Z' '+%F %T %Z'
    [ "$(TZ=Europe/Berlin date -u -d '2004-07-01 16:00' +%T%Z)" = 16:00:00UTC ]
    says 1970-01-01T00:00:00,000000000+00:00 @0 -Ins
}

@test "days of the week, displacements, numbers" {
    says '2004-03-01 00:00:00' '2004-02-29 tomorrow'
    says '2003-02-28 00:00:00' '2004-02-28 1 year ago'
    says '2004-03-02 00:00:00' '2004-01-31 next month'
    says '2004-02-29 12:00:30' '2004-02-29 13:00 1 hour ago 30 sec'
    says '2004-02-29 00:00:00.5' '2004-02-29 0.5 sec' '+%F %T.%1N'
    says '2004-02-28 23:59:58.5' '2004-02-29 -1.5 sec' '+%F %T.%1N'
    [ "$(date -d 'monday' +%a)" = Mon ]
    [ "$(( $(date -d 'third friday 12:00' +%s) - $(date -d 'friday 12:00' +%s) ))" -ge 1209600 ]
    says '1998-06-05 12:34:00' 'jun 5 12:34 1998'
    says '1969-12-31 23:59:58' @-1.5
}

@test "an end in no date: no recursion, no end of memory" {
    fails "invalid date '2004-02-30'" -d 2004-02-30
    fails "invalid date 'foo bar'" -d 'foo bar'
    fails "invalid date '1 2 3'" -d '1 2 3'
    fails "invalid date 'TZ=\"a'" -d 'TZ="a'
    fails "invalid date 'foo\\n'" -d $'foo\n'
    run -1 date -d "1 2 3$(head -c 100000 /dev/zero | tr '\0' '(')"
    run -0 date -d "$(head -c 100000 /dev/zero | tr '\0' '(')"
    run -0 date -d "@0$(printf '(%.0s' {1..50000})$(printf ')%.0s' {1..50000})"
    run -1 date -d "$(yes '1 day' | head -n 20000 | tr '\n' ' ')1000000000000 years"
    run -0 date -d "$(yes '+ 1 sec' | head -n 10000 | tr '\n' ' ')"
    TZ=Europe/Berlin fails "invalid date '2024-03-31 02:30'" -d '2024-03-31 02:30'
    fails "time '9223372036854775807' is out of range" -d @9223372036854775807
}

@test "formats: padding, case, fractions, widths" {
    says '2004|4|  4|04|+2004' 2004-02-29 '+%Y|%-y|%_3y|%y|%+5Y'
    says 'Sun SUNDAY sunday' 2004-02-29 '+%a %^A sunday'
    says '5 500 500000000 5__' @0.5 '+%1N %3N %N %-3N__'
    says '%i|%E%|   %5%|%' @0 '+%i|%E%%|%5%%|%%'
    says '+00:00 +00 +0000 1' @0 '+%:z %:::z %z %q'
    says '-1' @-1 +%s
    says '52-2021-00-6' 2022-01-01 '+%V-%G-%U-%u'
    [ "$(date -d @0 +%100000d | wc -c)" -eq 100001 ]
    [ "$(date -d @0 +%2147483647N | head -c 5)" = 00000 ]
    says '' @0 +
    says "$(printf 'a\351%%')" @0 "$(printf '+a\351%%%%')"
}

@test "named formats; the last one of several is for no format at all" {
    says 'Sun, 29 Feb 2004 00:00:00 +0000' 2004-02-29 -R
    says '2004-02-29 00:00:00+00:00' 2004-02-29 --rfc-3339=seconds
    says '2004-02-29 00:00:00.000000000+00:00' 2004-02-29 --rfc-3339=ns
    says 2004-02-29T00+00:00 2004-02-29 -Ih
    says 2004-02-29 2004-02-29 -I
    [ "$(date -R -Iseconds -d @0)" = 1970-01-01T00:00:00+00:00 ]
    fails "multiple output formats specified" -R +%F
    fails "invalid argument 'x' for '--iso-8601'" -Ix
    fails "invalid argument 'x' for '--rfc-3339'" --rfc-3339=x
}

@test "other calendars" {
    locale -a | grep -qx fa_IR.utf8 || skip 'there are no such locales'
    LC_ALL=fa_IR.utf8 says '1403-01-01' 2024-03-20 +%Y-%m-%d
    LC_ALL=fa_IR.utf8 says '۱۴۰۳/۱/۱' 2024-03-20 +%x
    LC_ALL=am_ET.utf8 says '2016-01-02 መስከረም' 2023-09-13 '+%Y-%m-%d %B'
    LC_ALL=th_TH.utf8 says '2567 20/03/2567' 2024-03-20 '+%Y %x'
}

@test "-f: each line; a bad one is told of and the others still printed" {
    printf '@0\nfoo\n@86400' > list
    run -1 --separate-stderr date -f list +%F
    [ "$output" = $'1970-01-01\n1970-01-02' ]
    [ "$stderr" = "date: invalid date 'foo'" ]
    run -1 --separate-stderr date --debug -f list +%F
    [[ "$stderr" = *"date: invalid date 'foo'"* ]]
    [ "$(date -f - -I < list 2> /dev/null | wc -l)" -eq 2 ]
    [ -z "$(date -f - < /dev/null)" ]
    fails 'missing: No such file or directory' -f missing
    fails '.: read error: Is a directory' -f .
    run -1 --separate-stderr date -f - +%s < <(printf '1\0001\n@5\n2\351\n')
    [ "${lines[1]}" = 5 ]
}

@test "-r, --resolution" {
    touch -d @86399 file
    [ "$(date -r file +%FT%T)" = 1970-01-01T23:59:59 ]
    ln -s file link
    [ "$(date --reference=link +%s)" = 86399 ]
    [ "$(date --resolution +%s)" = 0 ]
    fails 'missing: No such file or directory' -r missing
}

@test "what excludes each other" {
    fails 'the options to specify dates for printing are mutually exclusive' -d @0 -f x
    fails 'the options to specify dates for printing are mutually exclusive' -r x --resolution
    fails 'the options to print and set the time may not be used together' -d @0 -s foo
    fails "extra operand 'b'" +%F b
    fails "invalid date 'foo'" -s foo
    fails "invalid date '13010000'" 13010000
    fails "invalid date '0101010'" 0101010
    fails "the argument '01010101' lacks a leading '+';" -d @0 01010101
    run -1 date --rfc
    [[ ${lines[0]} == *"option '--rfc' is ambiguous; possibilities: '--rfc-email' '--rfc-3339'" ]]
}

@test "the clock is set with what was said, and printed even when that fails" {
    command -v strace > /dev/null || skip 'strace is not there'
    # The call is never made: strace answers it.
    run -1 strace -f -o trace -e trace=clock_settime -e inject=clock_settime:error=EPERM date -s @12.5 +%s
    [ "${lines[0]}" = 'date: cannot set date: Operation not permitted' ]
    [ "${lines[1]}" = 12 ]
    grep -q 'CLOCK_REALTIME, {tv_sec=12, tv_nsec=500000000}' trace
    run -0 strace -o trace -e trace=clock_settime -e inject=clock_settime:retval=0 date 022916212004.42
    [ "$output" = 'Sun Feb 29 16:21:42 UTC 2004' ]
}

@test "--debug: the account" {
    run -0 --separate-stderr date --debug -d '2004-01-31 1 month' +%F
    [ "$output" = 2004-03-02 ]
    [[ $stderr == *'date: parsed date part: (Y-M-D) 2004-01-31'* ]]
    [[ $stderr == *'date: warning: month/year adjustment resulted in shifted dates:'* ]]
    [[ $stderr == *"date: output format: '%F'" ]]
}

@test "output that cannot be written" {
    run -1 bash -c 'date > /dev/full'
    run -1 bash -c 'date >&-'
}
