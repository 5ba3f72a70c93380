#!/usr/bin/env bats
# sort: orders, keys, merging, checking, temporary data, and what goes wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    seq 1000 -1 1 >nums
}

# The lines of the input "$1" in the order that the options after it give, on one line.
order() {
    printf "$1" | sort "${@:2}" | tr '\n' ' '
}

@test "lines by their bytes, reversed, and once only" {
    [ "$(order 'b\na\nB\n')" = 'B a b ' ]
    [ "$(order 'b\na\nB\n' -r)" = 'b a B ' ]
    [ "$(order 'b\na\nb\n' -u)" = 'a b ' ]
    [ "$(order 'b\na\nb\n' --unique --reverse)" = 'b a ' ]
    [ "$(order 'b\na')" = 'a b ' ]
    cmp <(printf 'b\0a' | sort -z) <(printf 'a\0b\0')
    cmp <(printf 'b\0a' | sort --zero-terminated) <(printf 'a\0b\0')
}

@test "numbers of any length, with signs and fractions" {
    [ "$(order '10\n9\n-1\n-10\n.5\n0\n' -n)" = '-10 -1 0 .5 9 10 ' ]
    [ "$(order '1.10\n1.9\n1.1\n' --numeric-sort -s)" = '1.10 1.1 1.9 ' ]
    big=1$(printf '%0200d' 0)
    [ "$(order "$big\n${big}0\n2\n-$big\n" -n)" = "-$big 2 $big ${big}0 " ]
    cmp <(sort --sort=numeric nums) <(seq 1000)
}

@test "other kinds of keys" {
    [ "$(order '1e3\n2\nx\nnan\n-inf\n' -g)" = 'x nan -inf 2 1e3 ' ]
    [ "$(order '1K\n2\n1M\n-1G\n1k\n' -h -s)" = '-1G 2 1K 1k 1M ' ]
    [ "$(order '1M\n2\n1k\n1m\n' -fhs)" = '2 1k 1M 1m ' ]
    [ "$(order 'mar\nJan\nfoo\nDec\n' -M)" = 'foo Jan mar Dec ' ]
    [ "$(order 'a10\na9\na1.tar\n' -V)" = 'a1.tar a9 a10 ' ]
    [ "$(order '1e3\n2\n' --general-numeric-sort)" = '2 1e3 ' ]
    [ "$(order '1K\n2\n' --human-numeric-sort)" = '2 1K ' ]
    [ "$(order 'feb\njan\n' --month-sort)" = 'jan feb ' ]
    [ "$(order 'a10\na9\n' --version-sort)" = 'a9 a10 ' ]
    [ "$(order 'a10\na9\n' --sort=version)" = 'a9 a10 ' ]
}

@test "what a key leaves out: blanks, case, punctuation, unprintable characters" {
    [ "$(order 'b\n a\n' -b)" = ' a b ' ]
    [ "$(order 'B\na\n' -f)" = 'a B ' ]
    [ "$(order 'b\n.c\n-a\n' -d)" = '-a b .c ' ]
    cmp <(printf 'b\n\001a\n' | sort -i) <(printf '\001a\nb\n')
    [ "$(order 'B\na\n' --ignore-case --dictionary-order --ignore-leading-blanks --ignore-nonprinting)" = 'a B ' ]
}

@test "keys: fields, characters, letters, separators" {
    printf 'x 2 b\ny 1 a\nz 10 a\n' >f
    cmp <(sort -k2,2n f | cut -c1) <(printf 'y\nx\nz\n')
    cmp <(sort -k3,3 -k2,2nr f | cut -c1) <(printf 'z\ny\nx\n')
    cmp <(sort --key=3 --stable f | cut -c1) <(printf 'y\nz\nx\n')
    cmp <(sort -t ' ' -k2.1,2.1 -s f | cut -c1) <(printf 'y\nz\nx\n')
    cmp <(sort -k '+3, 3' -s f | cut -c1) <(printf 'y\nz\nx\n')
    cmp <(sort --field-separator=' ' -rk1 f | cut -c1) <(printf 'z\ny\nx\n')
    cmp <(printf 'a\0b\nb\0a\n' | sort -t '\0' -k2 | tr '\0' ' ') <(printf 'b a\na b\n')
    cmp <(_POSIX2_VERSION=199209 sort +1n -2 f) <(sort -k2,2n f)
    cmp <(sort ++1n -2 f) <(sort -k2,2n f)
    cmp <(sort '+1.+1' f) <(sort -k2.2 f)
    cmp <(sort -k1,18446744073709551616 f) f
}

@test "the locale's order" {
    locale -a | grep -qix en_US.utf8 || skip
    [ "$(printf 'b\nA\nB\na\n' | LC_ALL=en_US.UTF-8 sort | tr '\n' ' ')" = 'a A b B ' ]
    [ "$(printf '1,000\n999\n' | LC_ALL=en_US.UTF-8 sort -n | tr '\n' ' ')" = '999 1,000 ' ]
    [ "$(printf 'b c\nb a\na\n' | LC_ALL=en_US.UTF-8 sort -k1,1 | tr '\n' ,)" = 'a,b a,b c,' ]
    # It is that of strcoll(3), which keys of strxfrm(3) do not give where only punctuation differs.
    [ "$(printf '.1b\n1.b\n.1b\n' | LC_ALL=en_US.UTF-8 sort | tr '\n' ' ')" = '1.b .1b .1b ' ]
    [ "$(printf '.1b\n1.b\n.1b\n' | LC_ALL=en_US.UTF-8 sort -ur | tr '\n' ' ')" = '.1b 1.b ' ]
    [ "$(printf '.1b 1\n1.b 3\n1.b 2\n' | LC_ALL=en_US.UTF-8 sort -k1,1 -k2n | tr '\n' ,)" = '1.b 2,1.b 3,.1b 1,' ]
    [ "$(printf '.1b\n1.b\n' | LC_ALL=en_US.UTF-8 sort -m - - | tr '\n' ' ')" = '.1b 1.b ' ]
    LC_ALL=en_US.UTF-8 run -1 sort -c <(printf '.1b\n1.b\n')
}

@test "random order keeps equal keys together and follows its source" {
    head -c 64 nums >seed
    printf '%s\n' a b c a b c >f
    [ "$(sort -R f | uniq | wc -l)" -eq 3 ]
    cmp <(sort -R --random-source=seed nums) <(sort --random-sort --random-source=seed nums)
    cmp <(sort -R nums | sort -n) <(seq 1000)
    head -c 16 /dev/zero > zeros
    [ "$(seq 9 | LC_ALL=C.UTF-8 sort -R --random-source=zeros | tr -d '\n')" = 219483657 ]
    run sort -R --random-source=/dev/null nums
    [ "$status" -eq 2 ]
    [ "$output" = "sort: '/dev/null': end of file" ]
}

@test "checking" {
    sort -n nums >s
    sort -n -c s
    sort -n -C s
    run sort -c nums
    [ "$status" -eq 1 ]
    [ "$output" = 'sort: nums:3: disorder: 998' ]
    run sort --check=quiet nums
    [ "$status" -eq 1 ] && [ -z "$output" ]
    run sort --check=silent nums
    [ "$status" -eq 1 ] && [ -z "$output" ]
    run sort --check=diagnose-first -u <(printf 'a\na\n')
    [ "$status" -eq 1 ]
    run sort -cC nums
    [ "$status" -eq 2 ]
    [ "$output" = "sort: options '-cC' are incompatible" ]
}

@test "merging, in batches, and onto an input" {
    for i in 1 2 3 4 5; do seq $i 5 100 >m$i; done
    cmp <(sort -n -m m?) <(seq 100)
    cmp <(sort -n --merge --batch-size=2 m?) <(seq 100)
    sort -n -m -o m3 m1 m2 m3 m4 m5
    cmp m3 <(seq 100)
    (ulimit -n 7; sort -n -m m1 m2 m4 m5 m1 m2 3<&- 4<&- 5<&- 6<&- >out)
    [ "$(wc -l <out)" -eq 120 ]
    sort -n -c out
}

@test "more than memory holds" {
    seq 20000 | sort -R >r
    seq 20000 >exp
    cmp <(sort -n -S 20k r) exp
    cmp <(sort -n --buffer-size=20k --batch-size=3 -T . r) exp
    cmp <(TMPDIR=. sort -n -S 20k r) exp
    cmp <(sort -n -S 20k --temporary-directory=. --compress-program=gzip r) exp
    cmp <(sort -n -u -S 20k r r) exp
    cmp <(sort -n --parallel=1 r) exp
    cmp <("$BATS_TEST_DIRNAME/limited" 40000 sort -n r) exp
    cmp <(ulimit -n 20; sort -S 2k -n r) exp
    [ -z "$(find . -name 'sort*')" ]
    run sort -S 20k -T missing r
    [ "$status" -eq 2 ]
    [ "$output" = "sort: cannot create temporary file in 'missing': No such file or directory" ]
}

@test "a compression program that cannot be run or that loses data" {
    seq 20000 >r
    run bash -c 'sort -S 20k --compress-program=./missing r | cmp - <(sort r)'
    [ "$status" -eq 0 ]
    [[ $output == "sort: could not run compress program './missing': No such file or directory" ]]
    printf '#!/bin/sh\ncat >/dev/null\n' >eats
    chmod +x eats
    run sort -S 20k --compress-program=./eats r
    [ "$status" -eq 2 ]
    printf '#!/bin/sh\nexit 1\n' >eats
    run sort -S 20k --compress-program=./eats r
    [ "$status" -eq 2 ]
}

@test "ties in the locale's order are told apart by the whole line" {
    locale -a | grep -qix en_US.utf8 || skip
    for i in $(seq 2000); do printf '%s\n' "k$((i % 9)) B" "k$((i % 9)) a"; done >t
    for i in 0 1 2 3 4 5 6 7 8; do
        n=$(grep -c "k$i a" t)
        yes "k$i a" | head -n "$n"
        yes "k$i B" | head -n "$n"
    done >exp
    cmp <(LC_ALL=en_US.UTF-8 sort -k1,1 t) exp
}

@test "nothing is left behind by a signal" {
    seq 300000 | sort -R >r
    mkdir tmp
    timeout -s TERM 0.2 sort -S 50k -T tmp r >/dev/null || true
    timeout -s KILL 0.2 sort -S 50k -T tmp r >/dev/null || true
    [ -z "$(ls tmp)" ]
}

@test "threads agree" {
    seq 300000 | sort -R >r
    cmp <(sort --parallel=1 -s -k1.3,1.4 r) <(sort --parallel=4 -s -k1.3,1.4 r)
    cmp <(sort --parallel=4 r) <(sort --parallel=1 r)
}

@test "output: a file, which may be an input" {
    sort -n -o nums nums
    cmp nums <(seq 1000)
    sort -r --output=new nums
    [ "$(head -n 1 new)" = 999 ]
    run sort -o missing/new nums
    [ "$status" -eq 2 ]
    [ "$output" = 'sort: open failed: missing/new: No such file or directory' ]
    run sort -o never missing
    [ "$status" -eq 2 ] && [ ! -e never ]
}

@test "names from a list" {
    printf 'nums\0nums' >list
    [ "$(sort --files0-from=list | wc -l)" -eq 2000 ]
    run sort --files0-from=/dev/null
    [ "$output" = "sort: no input from '/dev/null'" ]
    run sort --files0-from=list nums
    [ "$status" -eq 2 ]
}

@test "marks and warnings" {
    run bash -c "printf '  12x\n' | sort --debug -k1,1n 2>/dev/null"
    [ "$output" = "$(printf '  12x\n  __\n_____')" ]
    run bash -c "sort --debug -rn -k1,1 -k2r /dev/null 2>&1 | tail -n 1"
    [ "$output" = "sort: numbers use '.' as a decimal point in this locale" ]
    run bash -c "sort --debug -s -d -k1,1n /dev/null 2>&1 | tail -n 1"
    [ "$output" = "sort: option '-d' is ignored" ]
}

@test "-y and its number are left out" {
    [ "$(printf 'b\na\n' | sort -y 10 -r | tr '\n' ' ')" = 'b a ' ]
    [ "$(printf 'b\na\n' | sort -y5 | tr '\n' ' ')" = 'a b ' ]
    [ "$(printf 'b\na\n' | sort -y -r | tr '\n' ' ')" = 'b a ' ]
    run -2 sort -y
    [ "${lines[0]}" = "sort: option requires an argument -- 'y'" ]
}

@test "mistakes in options" {
    LC_ALL=C.UTF-8 run -2 sort -c -o out a b
    [ "$output" = "sort: extra operand 'b' not allowed with -c" ]
    LC_ALL=C.UTF-8 run -2 sort --files0-from=list 'a b'
    [ "${lines[0]}" = "sort: extra operand 'a b'" ]
    run -2 sort --debug -C -o out a
    [ "$output" = "sort: options '-C --debug' are incompatible" ]
    run sort -k 0 nums
    [ "$status" -eq 2 ]
    [ "$output" = "sort: field number is zero: invalid field specification '0'" ]
    run sort -k 1x nums
    [ "$output" = "sort: stray character in field spec: invalid field specification '1x'" ]
    run sort -nM nums
    [ "$output" = "sort: options '-Mn' are incompatible" ]
    run sort -t ab nums
    [ "$output" = "sort: multi-character tab 'ab'" ]
    run sort -S x nums
    [ "$output" = "sort: invalid -S argument 'x'" ]
    run sort -S +k nums
    [ "$output" = "sort: invalid -S argument '+k'" ]
    run sort -S KiB nums
    [ "$output" = "sort: invalid suffix in -S argument 'KiB'" ]
    run -2 --separate-stderr sort -S $'1\n' words
    [ "$stderr" = "sort: invalid suffix in -S argument '1\\n'" ]
    run -2 --separate-stderr sort --parallel=$'2\e' words
    [ "$stderr" = "sort: invalid suffix in --parallel argument '2\\033'" ]
    run sort -o a -o b nums
    [ "$output" = 'sort: multiple output files specified' ]
    run sort --sort=x nums
    [ "$status" -eq 1 ]
    run sort --parallel=0 nums
    [ "$status" -eq 2 ]
    run sort --batch-size=1 nums
    [ "$status" -eq 2 ]
}

@test "missing inputs, directories, write errors, closed descriptors" {
    run sort missing
    [ "$status" -eq 2 ]
    [ "$output" = 'sort: cannot read: missing: No such file or directory' ]
    run sort .
    [ "$status" -eq 2 ]
    [ "$output" = 'sort: read failed: .: Is a directory' ]
    run bash -c 'sort nums >/dev/full'
    [ "$status" -eq 2 ]
    [[ $output == *'No space left on device'* ]]
    run bash -c 'sort <&-'
    [ "$status" -eq 2 ]
    run bash -c 'sort nums >&-'
    [ "$status" -eq 2 ]
}
