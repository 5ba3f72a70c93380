#!/usr/bin/env bats
# split: pieces by lines, bytes and number, names, filters, what is in the way.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    seq 20 > in
}

sizes() {
    stat -c %s "$@" | tr '\n' ' '
}

@test "-l: lines; the last piece is shorter; the pieces make up the input" {
    split -l 6 in
    [ "$(wc -l < xaa)-$(wc -l < xad)" = 6-2 ] && [ ! -e xae ]
    cat x?? | cmp - in
    seq 2500 | split
    [ "$(wc -l < xaa)-$(wc -l < xac)" = 1000-500 ]
    printf 'a\nb' | split -1 - y
    cmp yab <(printf b)
    : | split - none
    [ ! -e noneaa ]
}

@test "-b and -C: bytes, and whole lines as far as they fit" {
    split -b 10 in
    [ "$(sizes x??)" = "10 10 10 10 10 1 " ]
    head -c 3000000 /dev/urandom > big
    split -b 1M big b. && cat b.* | cmp - big
    printf '1\n2222\n3\n4' > lines
    split -C 5 lines l. && [ "$(sizes l.*)" = "2 5 3 " ]
    split -C 3 lines m. && [ "$(sizes m.*)" = "2 3 2 2 1 " ]
    for n in 65536 131072 262144; do
        { printf '%*s\n' $((n - 2)) ''; echo x; printf '%*s\n' $((n - 1)) ''; } > long
        split -C $n long q. && cat q.* | cmp - long && [ "$(sizes q.*)" = "$((n - 1)) 2 $n " ]
    done
    head -c 50000000 /dev/zero | split -C 49M - z && [ "$(sizes z??)" = 50000000\  ]
}

@test "-C does not make room for what never comes" {
    "$BATS_TEST_DIRNAME/limited" 200000 split -C 100G in && cmp xaa in
}

@test "-n: chunks of bytes and of lines, from files and pipes" {
    for input in in -; do
        split -n 3 "$input" < in && [ "$(sizes x??)" = "17 17 17 " ] && cat x?? | cmp - in
        split -n l/4 "$input" < in && cat x?? | cmp - in
    done
    cat in | split -n 4 && [ "$(sizes x??)" = "13 13 13 12 " ]
    head -c 3000001 /dev/urandom > big
    cat big | split -n 3 - p. && [ "$(sizes p.*)" = "1000001 1000000 1000000 " ] && cat p.* | cmp - big
    split -n 3 big q. && cat q.* | cmp - big
    for k in 1 2 3; do split -n $k/3 big; done | cmp - big
    for k in 1 2 3 4 5 6 7; do split -n l/$k/7 in; done | cmp - in
    printf '12\n34\n5' | split -n l/7/7 | cmp - <(printf 5)
    { read -r a; split -n 1 - r; } < in
    tail -n +2 in | cmp - raa
}

@test "-n r/: lines take turns" {
    split -n r/3 in
    cmp xab <(seq 2 3 20)
    cmp <(split -n r/2/3 in) xab
    cmp <(split -u -n r/2/3 < in) xab
    cmp <(seq 300000 | split -n r/5/1000) <(seq 5 1000 300000)
    cmp <(seq 300000 | split -n r/1/1) <(seq 300000)
    printf 'a\nb' | split -n r/2/2 | cmp - <(printf b)
    seq 100000 | split -n r/7 - y && paste -d '\n' y?? | sed '/^$/d' | cmp - <(seq 100000)
}

@test "-n r/ with more files than descriptors" {
    (ulimit -n 12; seq 60000 | split -n r/30)
    cmp xbd <(seq 30 30 60000)
    cmp xaa <(seq 1 30 60000)
}

@test "-e: no empty files" {
    split -n 30 in && [ "$(ls x?? | wc -l)" = 30 ]
    rm x??
    printf ab | split -en 5 && [ "$(echo x??)" = 'xaa xab' ]
    seq 3 | split -n r/5 - y && [ "$(echo y??)" = 'yaa yab yac yad yae' ]
    seq 3 | split -en r/5 - z && [ "$(echo z??)" = 'zaa zab zac' ]
}

@test "-t: other line ends" {
    printf 'a:b:c' | split -t: -l 2 && cmp xaa <(printf 'a:b:')
    printf 'a\0b\0' | split -t '\0' -l 1 - y && cmp yab <(printf 'b\0')
    run -1 split -t ab in
    [ "$output" = "split: multi-character separator 'ab'" ]
    run -1 split -t '' in
    run -1 split -ta -tb in
    [ "$output" = "split: multiple separator characters specified" ]
}

@test "suffixes: their letters, their length, and how they grow" {
    seq 1000 | split -l 1
    [ -e xyz ] && [ -e xzaaa ] && [ ! -e xza ] && cat $(echo x* | sort) | cmp - <(seq 1000)
    seq 30 | split -l 10 -a 4 -d - p && [ "$(echo p*)" = 'p0000 p0001 p0002' ]
    seq 30 | split -l 10 --numeric-suffixes=9 - q && [ "$(echo q*)" = 'q09 q10 q11' ]
    run -1 split --hex-suffixes=a -d /dev/null
    [ "${lines[0]}" = "split: 'a': invalid start value for numerical suffix" ]
    seq 30 | split -l 10 --hex-suffixes=e - h && [ "$(echo h*)" = 'h0e h0f h10' ]
    seq 30 | split -l 10 --additional-suffix=.x - r && [ "$(echo r*)" = 'raa.x rab.x rac.x' ]
    split --numeric-suffixes=1 -n 100 in n && [ -e n100 ] && [ -e n001 ]
    run -1 split -a 1 -l 1 -d in s
    [ "$output" = "split: output file suffixes exhausted" ] && [ -e s9 ]
    run -1 split -a 1 -n 27 in
    [ "$output" = "split: the suffix length needs to be at least 2" ]
    run split -a -
    [ "$output" = "split: invalid suffix length: '-'" ]
    split -a -0 /dev/null
}

@test "--filter: commands instead of files" {
    split -l 5 --filter='cat > "$FILE.out"' in 'a b'
    cat 'a b'*.out | cmp - in && [ -e 'a bad.out' ]
    split -n r/3 --filter='cat > $FILE.r' in && cmp xab.r <(seq 2 3 20)
    yes | head -n 200000 | split -b 1G --filter='head -c1 > one' && [ "$(cat one)" = y ]
    run -3 split -l 5 --filter='exit 3' in
    [ "$output" = "split: with FILE=xaa, exit 3 from command: exit 3" ]
    run -137 split -l 5 --filter='kill -9 $$' in
    [ "$output" = 'split: with FILE=xaa, signal KILL from command: kill -9 $$' ]
    split -l 5 --filter='kill -s PIPE $$' in
    cmp <(unset SHELL; split -l 10 --filter='echo $0 $FILE' in) <(printf 'sh xaa\nsh xab\n')
    SHELL=/nonexistent run -1 split --filter='a b' in
    [ "$output" = 'split: failed to run command: "/nonexistent -c a b": No such file or directory' ]
}

@test "filters that end early: -n goes on, r/ ends, -b waits for more" {
    timeout 20 sh -c "yes | split -n r/2 --filter='head -c1 > \$FILE.n'"
    [ "$(sizes x??.n)" = "1 1 " ]
    truncate -s 8T sparse 2> /dev/null || skip "no large files"
    timeout 20 split -n 2 --filter='head -c1 > $FILE.m' sparse
    [ "$(sizes x??.m)" = "1 1 " ]
    run -124 timeout 1 sh -c "yes | split -b 1000000 --filter='head -c1 >/dev/null'"
}

@test "children get no descriptors of ours, and the environment that we have" {
    count='ls /proc/self/fd | wc -l'
    sh -c "$count" > want < in
    A=1 FILE=old split -l 10 --filter="$count; echo \$A \$FILE" in > said
    cmp said <(cat want - want <(echo 1 xab) <<< '1 xaa')
    A=1 FILE=old split -n r/2 --filter="$count; echo \$A \$FILE" in > said
    [ "$(sort -u said)" = "$(sort -u want - <<< $'1 xaa\n1 xab')" ]
}

@test "the input is never written over, whatever its name; other files are" {
    cp in xaa
    ln -s xaa soft
    ln xaa hard
    for name in xaa soft hard; do
        run -1 split -l 5 "$name"
        [ "$output" = "split: 'xaa' would overwrite input; aborting" ]
        run -1 split -n r/2 "$name"
    done
    run -1 split -l 5 < xaa
    cmp xaa in
    rm xaa
    echo something that is longer than any piece > xab
    split -l 5 in && cmp xab <(seq 6 10)
}

@test "files that cannot be made or written" {
    mkdir xab
    run -1 split -l 5 in
    [ "$output" = "split: xab: Is a directory" ] && [ -e xaa ]
    ln -s /dev/full yaa
    run -1 split -l 5 in y
    [ "$output" = "split: yaa: No space left on device" ] && [ ! -e yab ]
    run -1 split in nowhere/x
    [ "$output" = "split: nowhere/xaa: No such file or directory" ]
    for way in 1/2 r/1/2 l/1/2; do
        run -1 bash -c "split -n $way in > /dev/full"
    done
    [ "$output" = "split: write error: No space left on device" ]
    run -1 bash -c 'trap "" XFSZ; ulimit -f 1; head -c 9000 /dev/zero | split -b 8000 - z'
    [ "$output" = "split: zaa: File too large" ]
    run -1 bash -c 'trap "" XFSZ; ulimit -f 1; head -c 900000 /dev/zero | split -n 3 - z'
    [ "$output" = "split: -: cannot determine file size: File too large" ]
}

@test "inputs that cannot be read" {
    run -1 split nosuch
    [ "$output" = "split: cannot open 'nosuch' for reading: No such file or directory" ]
    run -1 split .
    [ "$output" = "split: .: Is a directory" ]
    run -1 split -n 2 .
    [ "$output" = "split: .: cannot determine file size: Is a directory" ]
    run -1 bash -c "split <&-"
    [ "$output" = "split: -: Bad file descriptor" ]
}

@test "the copy of a pipe has no name and goes where TMPDIR says, if it can" {
    command -v strace > /dev/null || skip "no strace"
    mkdir temp
    head -c 1000000 /dev/zero > zeros
    cat zeros | TMPDIR=$PWD/temp strace -o trace split -n 2 || skip "strace does not work"
    grep -q 'temp.*O_TMPFILE.*0600\|temp.*O_EXCL.*0600' trace
    rmdir temp
    cat zeros | TMPDIR=/nonexistent split -n 2 - y && cat y?? | cmp - zeros
    cat zeros | TMPDIR=$PWD/in split -n 2 - y && cat y?? | cmp - zeros
}

@test "existing files are opened without cutting them off first" {
    command -v strace > /dev/null || skip "no strace"
    echo old > xaa
    strace -o trace split -l 5 in || skip "strace does not work"
    run -1 grep O_TRUNC trace
}

@test "files in /proc and with a size of 0" {
    split -n 3 /proc/version && cat x?? | cmp - /proc/version
    split -n 2/3 /proc/version | cmp - xab
}

@test "odd numbers" {
    for bad in '-n 0' '-n l/x' '-n r/' '-n 3/2' '-n 0/1' '-b 0' '-b 1c' '-C 0' '-l 0' '-l x' '-a x' '-a -1' '-0' '-n 1/2/3'; do
        run -1 split $bad in
        [ -n "$output" ] && [ ! -e xaa ]
    done
    for good in '-a -0' '-l 99999999999999999999' '-b 1Y' '-C 18446744073709551615' -99999999999999999991; do
        split $good in && cmp xaa in && rm xaa
    done
    [ -z "$(split -n r/9223372036854775807/18446744073709551615 < /dev/null)" ]
    [ "$(split -n 18446744073709551615/18446744073709551615 in)" = '' ]
    run -1 split -n r/18446744073709551616 < /dev/null
    run -1 split -b 1 -l 1 in
    [ "${lines[0]}" = "split: cannot split in more than one way" ]
    run -1 split -n 1/2 --filter=true in
    [ "${lines[0]}" = "split: --filter does not process a chunk extracted to standard output" ]
    run -1 split a b c
    [ "${lines[0]}" = "split: extra operand 'c'" ]
}
