#!/usr/bin/env bats
# yes: lines without end, into pipes and files, with strings of any length.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

@test "y, or the strings" {
    [ "$(yes | head -n 3)" = "$(printf 'y\ny\ny')" ]
    [ "$(yes a 'b c' | head -n 2)" = "$(printf 'a b c\na b c')" ]
    [ "$(yes -- -x | head -n 1)" = -x ]
    [ "$(yes '' | head -c 3 | od -An -c | tr -d ' ')" = '\n\n\n' ]
}

@test "every byte arrives, from a slow pipe too, whatever the length of the line" {
    for n in 1 4095 4096 5000 65535 65536 70000 120000; do
        line=$(head -c $n /dev/zero | tr '\0' x)
        yes "$line" | (sleep .1; head -c 2000003) >pipe
        timeout 10 bash -c 'ulimit -f 4000; trap "" XFSZ; yes "$1" >file' _ "$line" 2>/dev/null || :
        head -c 2000003 file | cmp - pipe
        [ "$(head -n 12 pipe | sort -u)" = "$line" ]
    done
}

@test "a pipe that does not wait" {
    run timeout 20 python3 -c 'if 1:
        import os, subprocess, sys, time
        r, w = os.pipe()
        os.set_blocking(w, False)
        p = subprocess.Popen(["yes", "abc"], stdout=w, stderr=subprocess.DEVNULL)
        os.close(w)
        time.sleep(.3)
        got = b""
        while len(got) < 3000000:
            got += os.read(r, 65536)
        p.kill()
        sys.exit(got.replace(b"abc\n", b"") not in (b"", b"a", b"ab", b"abc"))'
    [ "$status" -eq 0 ]
}

@test "bad options" {
    run yes -x
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "yes: invalid option -- 'x'" ]
    run yes a --foo=1
    [ "${lines[0]}" = "yes: unrecognized option '--foo=1'" ]
}

@test "write errors and closed descriptors" {
    run bash -c 'yes >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'yes: standard output: No space left on device' ]
    run bash -c 'yes >&-'
    [ "$status" -eq 1 ]
    [ "$output" = 'yes: standard output: Bad file descriptor' ]
    run bash -c '(trap "" PIPE; timeout 10 yes) | head -n 1'
    [[ $output == *'yes: standard output: Broken pipe'* ]]
}
