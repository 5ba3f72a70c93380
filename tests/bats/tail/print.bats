#!/usr/bin/env bats
# tail: the last lines and bytes of files, pipes and devices, banners, forms of old, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    seq 12 > text
}

@test "the last ten lines, and other numbers of them" {
    cmp <(tail text) <(seq 3 12)
    cmp <(tail < text) <(seq 3 12)
    cmp <(cat text | tail) <(seq 3 12)
    cmp <(tail -n 2 text) <(seq 11 12)
    cmp <(tail --lines=-2 text) <(seq 11 12)
    cmp <(tail -n +11 text) <(seq 11 12)
    cmp <(tail -n +0 text) text
    cmp <(tail -n 99999999999999999999999 text) text
    cmp <(printf 'a\nb' | tail -n1) <(printf b)
    cmp <(printf 'a\n\n' | tail -n1) <(printf '\n')
    cmp <(printf 'a\0b\0' | tail -zn1) <(printf 'b\0')
    run tail -n0 text
    [ "$status" -eq 0 ] && [ -z "$output" ]
    run tail -n +13 text
    [ "$status" -eq 0 ] && [ -z "$output" ]
}

@test "bytes" {
    cmp <(tail -c 3 text) <(printf '12\n')
    cmp <(cat text | tail -c 3) <(printf '12\n')
    cmp <(tail -c +26 text) <(printf '2\n')
    cmp <(cat text | tail --bytes=+26) <(printf '2\n')
    cmp <(tail -c +99999999999999999999 text) /dev/null
    cmp <(tail -c 1kB text) text
    [ "$(seq 10000 | tail -c 1K | wc -c)" -eq 1024 ]
    [ "$(seq 10000 | tail -c 1b | wc -c)" -eq 512 ]
}

@test "large inputs, forwards and backwards" {
    seq 400000 > large
    for n in 1 1000 18725 200000 399999 400000 500000; do
        seq $((n < 400000 ? 400001 - n : 1)) 400000 > want
        cmp <(tail -n $n large) want
        cmp <(cat large | tail -n $n) want
        cmp <(tail -n "$n" ---presume-input-pipe < large) want
        tail -n $n large | cmp - want
    done
    cmp <(tail -n +200000 large) <(seq 200000 400000)
    cmp <(cat large | tail -n +200000) <(seq 200000 400000)
    cmp <(cat large | tail -c 1000000) <(tail -c 1000000 large)
    cmp <(tail -c 1000000 large | tail -c +999990) <(printf '9\n399999\n400000\n' | tail -c 11)
    { head -c 3000000 /dev/zero | tr '\0' x; echo; echo y; } > long
    cmp <(tail -n 2 long) long
    cmp <(cat long | tail -n 1) <(echo y)
}

@test "standard input from where it stands, which ends behind what was printed" {
    cmp <(read -r _ < text; { read -r _; tail -n 20; } < text) <(seq 2 12)
    cmp <({ read -r _; tail -n +2; } < text) <(seq 3 12)
    cmp <({ read -r _; tail -c +3; } < text) <(seq 3 12)
    seq 20000 > more
    cmp <({ read -r _; tail -n 30000; } < more) <(seq 2 20000)
    cmp <({ tail -n 1; cat; } < more) <(echo 20000)
}

@test "files that have no true size, and devices" {
    cmp <(tail -n1 /proc/version) /proc/version
    cmp <(tail -c 3 /proc/version) <(tail -c 3 < <(cat /proc/version))
    [ "$(timeout 10 tail -c 4096 /dev/zero | wc -c)" -eq 4096 ]
    if [ -r /sys/kernel/profiling ]; then
        cmp <(tail -n1 /sys/kernel/profiling) <(cat /sys/kernel/profiling)
    fi
    truncate -s 10000000 sparse
    [ "$(tail -n1 sparse | wc -c)" -eq 10000000 ]
}

@test "banners" {
    cmp <(tail -n1 text text) <(printf '==> text <==\n12\n\n==> text <==\n12\n')
    cmp <(tail -qn1 text text) <(printf '12\n12\n')
    cmp <(tail -vn1 - < text) <(printf '==> standard input <==\n12\n')
    cp text 'a b'
    cmp <(tail -v -n1 'a b') <(printf "==> 'a b' <==\n12\n")
}

@test "a zero may have a minus" {
    cmp <(printf 'a\nb\n' | tail -n --0) /dev/null
    cmp <(printf 'a\nb\n' | tail --max-unchanged-stats=-0 -n 1) <(echo b)
    run tail -n +-0 /dev/null
    [ "$output" = "tail: invalid number of lines: '+-0'" ]
}

@test "forms of old" {
    cmp <(tail -2 text) <(seq 11 12)
    cmp <(tail +11 text) <(seq 11 12)
    cmp <(tail -3c text) <(printf '12\n')
    cmp <(tail +26c text) <(printf '2\n')
    cmp <(tail -l text) <(seq 3 12)
    cmp <(tail -2 -- text) <(seq 11 12)
    [ "$(seq 10000 | tail -1b | wc -c)" -eq 512 ]
    cmp <(_POSIX2_VERSION=199209 tail - < text) <(seq 3 12)
    cmp <(_POSIX2_VERSION=199209 tail -c text) <(tail -c 10 text)
    run env _POSIX2_VERSION=200112 tail +2 text
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "tail: cannot open '+2' for reading: No such file or directory" ]
    run tail -2 text text
    [ "$status" -eq 1 ] && [ "$output" = 'tail: option used in invalid context -- 2' ]
    run tail -2cX text
    [ "$status" -eq 1 ] && [ "$output" = 'tail: option used in invalid context -- 2' ]
}

@test "what is wrong, and the next file" {
    run --separate-stderr tail -n1 nofile text
    [ "$status" -eq 1 ]
    [ "$output" = $'==> text <==\n12' ]
    [ "$stderr" = "tail: cannot open 'nofile' for reading: No such file or directory" ]
    run tail .
    [ "$status" -eq 1 ] && [ "$output" = "tail: error reading '.': Is a directory" ]
    run tail -n x text
    [ "$status" -eq 1 ] && [ "$output" = "tail: invalid number of lines: 'x'" ]
    run tail -c 5x text
    [ "$status" -eq 1 ] && [ "$output" = "tail: invalid number of bytes: '5x'" ]
    run tail -n ++1 text
    [ "$status" -eq 1 ] && [ "$output" = "tail: invalid number of lines: '++1'" ]
    run tail -n --1 text
    [ "$status" -eq 1 ]
    [ "$output" = "tail: invalid number of lines: '-1': Value too large for defined data type" ]
    run tail -c '+ 1' text
    [ "$status" -eq 1 ] && [ "$output" = "tail: invalid number of bytes: '+ 1'" ]
    run -0 tail -n 0 nofile             # what cannot have anything to print is not opened
    run -0 tail -c +99999999999999999999 nofile text
    [ -z "$output" ]
    run tail -n +9223372036854775806 nofile
    [ "$status" -eq 1 ]
    run tail -c +k /dev/null
    [ "$status" -eq 1 ] && [ "$output" = "tail: invalid number of bytes: '+k'" ]
    [ "$(yes | head -n 1000 | tail -c k | wc -c)" = 1024 ]
    run tail -s -1 text
    [ "$status" -eq 1 ] && [ "$output" = "tail: invalid number of seconds: '-1'" ]
    run tail --pid=x text
    [ "$status" -eq 1 ] && [ "$output" = "tail: invalid PID: 'x'" ]
    run bash -c 'tail text > /dev/full'
    [ "$status" -eq 1 ] && [ "$output" = 'tail: write error: No space left on device' ]
    run -1 bash -c 'tail --retry text 2>/dev/full'         # a warning that reaches nobody
    run bash -c 'tail text >&-'
    [ "$status" -eq 1 ] && [ "$output" = 'tail: write error: Bad file descriptor' ]
    run bash -c 'tail <&-'
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "tail: cannot fstat 'standard input': Bad file descriptor" ]
    run tail --retry -n1 text
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'tail: warning: --retry ignored; --retry is useful only when following' ]
    run tail -n0 nofile
    [ "$status" -eq 0 ] && [ -z "$output" ]
}
