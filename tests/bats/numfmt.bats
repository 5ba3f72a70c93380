#!/usr/bin/env bats
# numfmt: units, rounding, fields, padding, formats, texts that are no number.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

@test "numbers without units" {
    [ "$(numfmt -- 1234 1.50 .5 -3 0007 -0)" = $'1234\n1.50\n0.5\n-3\n7\n0' ]
    [ "$(printf '1\n2' | numfmt)" = $'1\n2' ]
    cmp <(printf '1\n2' | numfmt) <(printf '1\n2')
    [ "$(numfmt 9999999999999999999)" = 9999999999999999999 ]
}

@test "--from: letters of input" {
    [ "$(numfmt --from=si 1K 1k 1.5M)" = $'1000\n1000\n1500000' ]
    [ "$(numfmt --from=iec 1K 3M)" = $'1024\n3145728' ]
    [ "$(numfmt --from=iec-i 1Ki 5)" = $'1024\n5' ]
    [ "$(numfmt --from=auto 1K 1Ki)" = $'1000\n1024' ]
    [ "$(numfmt -d '' --from=auto '2 K')" = 2000 ]
    [ "$(LC_ALL=C.UTF-8 numfmt --from=si $'2\xc2\xa0K')" = 2000 ]
}

@test "--to: one decimal below ten, rounded away from zero" {
    [ "$(numfmt --to=si 999 1000 1001 9999 99999 999999 0 -- -1500)" = $'999\n1.0k\n1.1k\n10k\n100k\n1.0M\n0\n-1.5k' ]
    [ "$(numfmt --to=iec 1023 1024 1025 1048575)" = $'1023\n1.0K\n1.1K\n1.0M' ]
    [ "$(numfmt --to=iec-i 1023 4096)" = $'1023\n4.0Ki' ]
    [ "$(numfmt --to=si 999000000000000000000000000000000)" = 999Q ]
}

@test "--round" {
    for how in up:1.3k:-1.2k down:1.2k:-1.3k from-zero:1.3k:-1.3k towards-zero:1.2k:-1.2k nearest:1.2k:-1.2k; do
        IFS=: read -r name plus minus <<< "$how"
        [ "$(numfmt --to=si --round="$name" -- 1230 -1230)" = "$plus"$'\n'"$minus" ]
    done
    [ "$(numfmt --round=nearest --format=%.0f -- 0.5 1.5 -2.5)" = $'1\n2\n-3' ]
    [ "$(numfmt --round=up --format=%.0f -- -0.4)" = 0 ]
}

@test "--from-unit, --to-unit" {
    [ "$(numfmt --from-unit=512 4)" = 2048 ]
    [ "$(numfmt --from-unit=Ki 2)" = 2048 ]
    [ "$(numfmt --to-unit=1K 1500)" = 2 ]
    [ "$(numfmt --to-unit=1024 6000.00)" = 5.86 ]
    for bad in 0 KB 1i -1 x 18446744073709551616; do
        run numfmt --to-unit=$bad 1
        [ "$status" -eq 1 ]
        [ "$output" = "numfmt: invalid unit size: '$bad'" ]
    done
}

@test "--field, -d, -z, --header" {
    [ "$(echo 'a 1000 b 2000' | numfmt --field=2,4 --to=si)" = 'a 1.0k b 2.0k' ]
    [ "$(echo '1000 2000 3000' | numfmt --field=- --to=si)" = '1.0k 2.0k 3.0k' ]
    [ "$(echo '1000:2000:' | numfmt -d: --field=2 --to=si)" = '1000:2.0k:' ]
    [ "$(echo '1é2000' | LC_ALL=C.UTF-8 numfmt -dé --field=2 --to=si)" = 1é2.0k ]
    cmp <(printf '1000\nx\0002000\0' | numfmt -z --to=si) <(printf '1.0k x\0002.0k\0')
    [ "$(printf 'size\n2000\n' | numfmt --header --to=si)" = $'size\n2.0k' ]
    [ "$(echo 'a	1000	b' | numfmt --field=2 --to=si)" = 'a 1.0k b' ]
    run numfmt -d ab 1
    [ "$output" = 'numfmt: the delimiter must be a single character' ]
    run numfmt --field=1 --field=2 1
    [ "$output" = 'numfmt: multiple field specifications' ]
}

@test "--debug speaks of options in their order" {
    run numfmt --debug --format=%5f% --padding=3 --unit-separator=x 1
    [ "${lines[0]}" = 'numfmt: field delimiters have higher precedence than unit separators' ]
    [ "${lines[1]}" = 'numfmt: --format padding overriding --padding' ]
    [ "${lines[2]}" = "numfmt: format '%5f%' has too many % directives" ]
    run numfmt --debug --grouping --unit-separator=x --header 1
    [ "${lines[0]}" = 'numfmt: field delimiters have higher precedence than unit separators' ]
    [ "${lines[1]}" = 'numfmt: grouping has no effect in this locale' ]
    [ "${lines[2]}" = 'numfmt: --header ignored with command-line input' ]
}

@test "columns: --padding, and blanks before a number" {
    [ "$(numfmt --padding=8 --to=si 1000)" = '    1.0k' ]
    [ "$(numfmt --padding=-8 --to=si 1000)" = '1.0k    ' ]
    [ "$(echo 'a   1000 b' | numfmt --field=2 --to=si)" = 'a   1.0k b' ]
    [ "$(echo '  1000' | numfmt --to=si)" = '  1.0k' ]
    [ "$(echo 'a 1000000 b' | numfmt --field=2 --to=si)" = 'a    1.0M b' ]
    [ "$(printf '12\t1000000\n' | numfmt --field=- --to=si)" = '12    1.0M' ]
    [ "$(echo 'a:1000000' | numfmt -d: --field=2 --to=si)" = 'a:1.0M' ]
    [ "$(LC_ALL=C.UTF-8 numfmt --padding=6 --suffix=漢 1)" = '   1漢' ]
    [ "$(numfmt --padding=99999999999999999999 1 | head -c 5)" = '     ' ]
    run numfmt --padding=0 1
    [ "$output" = "numfmt: invalid padding value '0'" ]
}

@test "--format" {
    [ "$(numfmt --format='<%10.2f>' --to=si 12345)" = '<    12.35k>' ]
    [ "$(numfmt --format='%-8f|' 5)" = '5       |' ]
    [ "$(numfmt --format=%06f -- -12)" = -00012 ]
    [ "$(numfmt --format=%06f --padding=8 12)" = '  000012' ]
    [ "$(LC_ALL=en_US.UTF-8 numfmt --format="%'f" 1234567)" = 1,234,567 ]
    [ "$(numfmt --format=%.99999f --to=si 1500 | wc -c)" = 100003 ]
    while IFS='|' read -r format message; do
        run numfmt --format="$format" 1
        [ "$status" -eq 1 ]
        [ "$output" = "numfmt: $message" ]
    done << 'END'
x|format 'x' has no % directive
x%|format 'x%' ends in %
%d|invalid format '%d', directive must be %[0]['][-][N][.][N]f
%f%f|format '%f%f' has too many % directives
%.-1f|invalid precision in format '%.-1f'
END
    run numfmt --format=%f --grouping 1
    [ "$output" = 'numfmt: --grouping cannot be combined with --format' ]
    run numfmt --to=si --grouping 1
    [ "$output" = 'numfmt: grouping cannot be combined with --to' ]
}

@test "--suffix, --unit-separator" {
    [ "$(numfmt --suffix=B --to=si 2000 3000B)" = $'2.0kB\n3.0kB' ]
    [ "$(numfmt --unit-separator=' ' --to=si 2000 20)" = $'2.0 k\n20' ]
    [ "$(numfmt --unit-separator=:: --from=si 2::K)" = 2000 ]
}

@test "separators of groups in input" {
    [ "$(LC_ALL=en_US.UTF-8 numfmt 1,234,567 --to=si)" = 1.3M ]
    run numfmt 1,234
    [ "$output" = "numfmt: invalid suffix in input: '1,234'" ]
}

@test "--invalid" {
    run numfmt --to=si 1000 x 2000
    [ "$status" -eq 2 ]
    [ "$output" = $'1.0k\nnumfmt: invalid number: \'x\'' ]
    run numfmt --to=si --invalid=fail 1000 x 2000
    [ "$status" -eq 2 ]
    [ "$output" = $'1.0k\nnumfmt: invalid number: \'x\'\nx\n2.0k' ]
    run numfmt --to=si --invalid=warn x 2000
    [ "$status" -eq 0 ]
    [ "$output" = $'numfmt: invalid number: \'x\'\nx\n2.0k' ]
    run numfmt --to=si --invalid=ignore x 2000
    [ "$status" -eq 0 ]
    [ "$output" = $'x\n2.0k' ]
    while IFS='|' read -r arguments message; do
        run numfmt $arguments
        [ "$status" -eq 2 ]
        [ "$output" = "numfmt: $message" ]
    done << 'END'
1.|invalid number: '1.'
5K|rejecting suffix in input: '5K' (consider using --from)
--from=iec-i 5K|missing 'i' suffix in input: '5K' (e.g Ki/Mi/Gi)
--from=si 5Kx|invalid suffix in input '5Kx': 'x'
--from=si 5J|invalid suffix in input: '5J'
1234567890123456789012345678901234|value too large to be converted: '1234567890123456789012345678901234'
10000000000000000000|value too large to be printed: '1e+19' (consider using --to)
1000000000000000000.0|value/precision too large to be printed: '1e+18/1' (consider using --to)
--from=si --to=si 1000Q|value too large to be printed: '1e+33' (cannot handle values > 999Q)
END
}

@test "NULs, long lines, what cannot be read or written" {
    cmp <(printf 'a\0b 1000\n' | numfmt --field=2 --to=si) <(printf 'a\0b 1.0k\n')
    { head -c 3000000 /dev/zero | tr '\0' x; echo ' 1000'; } > long
    [ "$(numfmt --field=2 --to=si < long | wc -c)" = 3000006 ]
    run bash -c 'numfmt < .'
    [ "$status" -eq 1 ]
    [ "$output" = 'numfmt: error reading input: Is a directory' ]
    run bash -c 'numfmt 1 > /dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'numfmt: write error: No space left on device' ]
}

@test "--debug" {
    run numfmt --debug 1
    [ "$output" = $'numfmt: no conversion option specified\n1' ]
    run numfmt --debug --to=si 12345678901234567890
    [ "${lines[0]}" = "numfmt: large input value '12345678901234567890': possible precision loss" ]
    run numfmt --debug --to=si --invalid=ignore x
    [ "${lines[1]}" = 'numfmt: failed to convert some of the input numbers' ]
}

@test "whole numbers in lines, computed as integers, come out as operands do" {
    for n in 1 9 10 11 99 101 995 999 1000 1023; do
        for unit in 1 10 100 1000 1024 100000 1000000 1048576 1000000000 1073741824 100000000000; do
            printf '%s\n' "$((n * unit - 1))" "$((n * unit))" "-$((n * unit + 1))" "00$((n * unit))"
        done
    done > numbers
    grep -E '^.{1,8}$' numbers | sed 's/$/M/' > letters
    [ "$(numfmt < numbers | sha1sum)" = "$(xargs numfmt -- < numbers | sha1sum)" ]
    for to in si iec iec-i; do
        cmp <(numfmt --to=$to --padding=9 < numbers) <(xargs numfmt --to=$to --padding=9 -- < numbers)
        cmp <(numfmt --to=$to --padding=-9 < numbers) <(xargs numfmt --to=$to --padding=-9 -- < numbers)
        cmp <(numfmt --from=auto --to=$to --invalid=ignore < letters) \
            <(xargs numfmt --from=auto --to=$to --invalid=ignore -- < letters)
    done
}
