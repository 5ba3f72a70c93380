#!/usr/bin/env bats
# factor: numbers of all sizes, how they may be written, standard input, whole lines, mistakes.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

# NUMBER FACTOR...: what factor says.
has() {
    number=$1
    shift
    run -0 factor "$number"
    [ "$output" = "$number: $*" ] || { printf '%s should have %s\n' "$output" "$*"; false; }
}

@test "small numbers" {
    [ "$(factor 0 1)" = "$(printf '0:\n1:')" ]
    has 2 2
    has 3 3
    has 360 2 2 2 3 3 5
    has 1021 1021
    has 1040399 1019 1021
    has 1042441 1021 1021
    has 1048576 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2
    has 1065023 1031 1033
    has 1062961 1031 1031
}

@test "how many primes there are" {
    [ "$(seq 100000 | factor | grep -c '^[0-9]*: [0-9]*$')" = 9592 ]
    [ "$(seq 18446744073709551000 18446744073709552000 | factor | grep -c '^[0-9]*: [0-9]*$')" = 21 ]
}

@test "one word and a little more" {
    has 465658903 15259 30517
    has 4294967291 4294967291
    has 18446743979220271189 4294967279 4294967291
    has 18446744030759878681 4294967291 4294967291
    has 18446744073709551557 18446744073709551557
    has 18446744073709551615 3 5 17 257 641 65537 6700417
    has 18446744073709551616 $(printf '2 %.0s' {1..64})
    has 18446744073709551629 18446744073709551629
    has 22486472939460651857 4993 4503599627370449
    has 158909489063877810457 3401347 3861211 12099721
    has 222087527029934481871 15601 26449 111427 4830277
}

@test "numbers that weak tests take for primes" {
    has 2047 23 89
    has 3215031751 151 751 28351
    has 3825123056546413051 149491 747451 34233211
    has 3317044064679887385961981 1287836182261 2575672364521
    has 5459 53 103
    has 5777 53 109
    has 75077 193 389
    has 1194649 1093 1093
    has 12327121 3511 3511
}

@test "two words" {
    has 12847291069740315094892340035 5 4073 18899 522591721 63874247821
    has 170141183460469231731687303715884105727 170141183460469231731687303715884105727
    has 170141183460469225450570946617781744489 9223372036854775421 18446744073709551709
    has 340282366920938461286658806734041124249 18446744073709551557 18446744073709551557
    has 340282366920938463463374607431768211297 340282366920938463463374607431768211297
    has 340282366920938463463374607431768211355 5 31 2195370109167344925570158757624311041
}

@test "any size" {
    has 340282366920938463463374607431768211456 $(printf '2 %.0s' {1..128})
    has 340282366920938463463374607431768211457 59649589127497217 5704689200685129054721
    has 1701071552237771378853409662551409288273703 4999 340282366920938463463374607431768211297
    has 94441166490049640643114101303190314499640643114101 94441166490049640643114101303190314499640643114101
    has 31661432550356397563227100721088311677001179434048703444638193196130802562386045359946364429315261946156129 1009 1009 1009 1009 1009 1009 1009 1009 1009 1009 170141183460469231731687303715884105727 170141183460469231731687303715884105727
    has 15458253279155776967950022791971156789570030784446324481341736801598024233020777680588284920252501932773069424530130158070531120182955939586313303776665823297736251978809351 1048583 2147483647 6864797660130609714981900799081393217269435300143305409394463459185543183397656052122559640661454554977296311391480858037121987999716643812574028291115057151
}

@test "-h, --exponents" {
    [ "$(factor -h 3000 97 1)" = "$(printf '3000: 2^3 3 5^3\n97: 97\n1:')" ]
    [ "$(factor --exponents 1024)" = '1024: 2^10' ]
    [ "$(factor --ex 36893488147419103232)" = '36893488147419103232: 2^65' ]
}

@test "how numbers may be written" {
    run -0 factor ' +12' 0012 +0 ' 7' 000000000000000000000000000000000000000000000000000013
    [ "$output" = "$(printf '12: 2 2 3\n12: 2 2 3\n0:\n7: 7\n13: 13')" ]
    for bad in a '' + '+ 5' ++1 '12 ' 1.5 0x10 1e3 -- '	12' 99999999999999999999999999999999999999999999x; do
        run -1 factor -- "$bad"
        [ "$output" = "factor: '$(printf %s "$bad" | sed 's/\t/\\t/')' is not a valid positive integer" ] \
            || [ "$bad" = -- ] || { echo "$bad: $output"; false; }
    done
    run -1 factor -1
    [ "${lines[0]}" = "factor: invalid option -- '1'" ]
    run -1 factor -- -1
    [ "$output" = "factor: '-1' is not a valid positive integer" ]
}

@test "standard input" {
    [ "$(printf '12 13\t14\n\n  +15\n16' | factor | cut -d: -f1 | tr '\n' ' ')" = '12 13 14 15 16 ' ]
    [ "$(factor </dev/null)" = '' ]
    run -1 sh -c 'printf "12 x 13\n-4\n" | factor 2>&1'
    [ "$output" = "$(printf '%s\n' '12: 2 2 3' "factor: 'x' is not a valid positive integer" '13: 13' \
        "factor: '-4' is not a valid positive integer")" ]
    [ "$(printf '15\0abc 8' | factor)" = "$(printf '15: 3 5\n8: 2 2 2')" ]
    run -1 factor < .
    [ "$output" = 'factor: error reading input: Is a directory' ]
    run -1 sh -c 'factor <&-'
    [ "$output" = 'factor: error reading input: Bad file descriptor' ]
}

@test "output in whole lines" {
    seq 30000 > numbers
    for i in 0 1 2; do
        awk -v i=$i 'NR % 3 == i' numbers | factor &
    done | cat > together
    sort -n together | cmp - <(factor < numbers)
}

@test "output that cannot be written" {
    run -1 sh -c 'factor 12 >/dev/full'
    [ "$output" = 'factor: write error: No space left on device' ]
    run -1 sh -c 'factor 12 >&-'
    [ "$output" = 'factor: write error: Bad file descriptor' ]
}
