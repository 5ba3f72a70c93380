#!/usr/bin/env bats
# tail -f, -F: what is added, renamed, cut, taken away and put back, by notices and by polling.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
}

teardown() {
    [ -z "${pid:-}" ] || kill "$pid" 2> /dev/null || true
}

# Run tail in the background with quick polling; its output and messages go to the file "out".
follow() {
    : > out
    timeout 60 tail -s.05 --max-unchanged-stats=1 "$@" >> out 2>&1 3>&- & pid=$!
}

# Wait until "out" is TEXT, or fail.
expect() { # TEXT
    for _ in {1..100}; do
        [ "$(cat out)" != "$1" ] || return 0
        sleep .05
    done
    diff <(printf '%s\n' "$1") out
    return 1
}

stop() {
    kill "$pid"
    wait "$pid" || true
    pid=
}

# Run the commands on standard input with and without notices, $MODE saying which.
in_both_modes() {
    local commands
    commands=$(cat)
    for MODE in -f ---disable-inotify; do
        rm -rf -- *
        eval "$commands"
    done
}

@test "-f goes on with the file, whatever its name" {
    in_both_modes << 'END'
    echo 1 > a
    follow $MODE -f a
    expect 1
    echo 2 >> a
    expect $'1\n2'
    mv a b
    echo 3 >> b
    echo new > a
    expect $'1\n2\n3'
    : > b
    expect $'1\n2\n3\ntail: a: file truncated'
    echo 4 >> b
    expect $'1\n2\n3\ntail: a: file truncated\n4'
    stop
END
}

@test "-F: rotation" {
    in_both_modes << 'END'
    echo 1 > log
    follow $MODE -F log
    expect 1
    mv log log.1
    expect $'1\ntail: \'log\' has become inaccessible: No such file or directory'
    echo 2 > log
    appeared="tail: 'log' has appeared;  following new file"
    text=$'1\ntail: \'log\' has become inaccessible: No such file or directory\n'$appeared$'\n2'
    expect "$text"
    echo 3 > new
    mv new log
    text=$text$'\ntail: \'log\' has been replaced;  following new file\n3'
    expect "$text"
    echo old >> log.1
    echo 4 >> log
    expect "$text"$'\n4'
    stop
END
}

@test "--follow=name ends when nothing is left; -F waits" {
    in_both_modes << 'END'
    echo 1 > a
    echo 2 > b
    follow $MODE -q --follow=name a b
    expect $'1\n2'
    rm a
    text=$'1\n2\ntail: \'a\' has become inaccessible: No such file or directory'
    expect "$text"
    rm b
    wait "$pid" || true
    expect "$text"$'\ntail: \'b\' has become inaccessible: No such file or directory\ntail: no files remaining'
    run timeout 5 tail $MODE -f nofile
    [ "$status" -eq 1 ]
    [ "${lines[1]}" = 'tail: no files remaining' ]
    run timeout 5 tail $MODE -f -
    run timeout .3 tail $MODE -F nofile
    [ "$status" -eq 124 ]
END
}

@test "several files and their banners" {
    in_both_modes << 'END'
    echo 1 > a
    follow $MODE -F a b
    text=$'==> a <==\n1\ntail: cannot open \'b\' for reading: No such file or directory'
    expect "$text"
    echo 2 >> a
    text=$text$'\n\n==> a <==\n2'
    expect "$text"
    echo 3 >> a
    text=$text$'\n3'
    expect "$text"
    echo 4 > b
    expect "$text"$'\ntail: \'b\' has appeared;  following new file\n\n==> b <==\n4'
    stop
END
}

@test "directories: what cannot be followed, and what takes its place" {
    in_both_modes << 'END'
    follow $MODE --retry --follow=descriptor a
    for _ in {1..40}; do ! grep -q 'cannot open' out || break; sleep .05; done
    mkdir a
    wait "$pid" || true
    [ "$(tail -n 2 out)" = "tail: 'a' has been replaced with an untailable file; giving up on this name
tail: no files remaining" ]
    follow $MODE -F a
    text=$'tail: error reading \'a\': Is a directory\ntail: a: cannot follow end of this type of file'
    expect "$text"
    rmdir a
    echo x > new
    sleep .3
    mv new a
    expect "$text"$'\ntail: \'a\' has appeared;  following new file\nx'
    stop
END
}

@test "the directory of the file is removed and made again" {
    mkdir d
    echo 1 > d/a
    follow -F d/a
    expect 1
    rm -r d
    text="1
tail: 'd/a' has become inaccessible: No such file or directory
tail: directory containing watched file was removed
tail: inotify cannot be used, reverting to polling"
    [ "$(stat -f -c %T .)" != overlayfs ] || skip "no notices on this file system"
    expect "$text"
    mkdir d
    echo 2 > d/a
    expect "$text
tail: 'd/a' has appeared;  following new file
2"
    stop
}

@test "what will be followed by no means is told without --retry only" {
    run tail -f .
    [ "${lines[1]}" = 'tail: .: cannot follow end of this type of file; giving up on this name' ]
    run tail -f --retry .
    [ "$status" -eq 1 ]
    [ "${lines[2]}" = 'tail: .: cannot follow end of this type of file' ]
    [ "${lines[3]}" = 'tail: no files remaining' ]
}

@test "links: followed where they were links, refused where they were not" {
    echo 1 > one
    ln -s one link
    follow -F link
    expect 1
    echo 2 > two
    ln -sfn two link
    expect $'1\ntail: \'link\' has been replaced;  following new file\n2'
    stop
    rm -f one two link
    [ "$(stat -f -c %T .)" != overlayfs ] || skip "no notices on this file system"
    echo 1 > file
    echo secret > other
    ln -s other link
    follow -F file
    expect 1
    mv -T link file
    text=$'1\ntail: \'file\' has been replaced with an untailable symbolic link'
    expect "$text"
    echo 2 > new
    mv new file
    expect "$text"$'\ntail: \'file\' has become accessible\n2'
    stop
}

@test "links that come later are followed when nothing else is" {
    text=$'tail: cannot open \'link\' for reading: No such file or directory'
    echo 1 > one
    follow -F link
    expect "$text"
    ln -s one link
    text+=$'\ntail: \'link\' has appeared;  following new file'
    expect "$text"$'\n1'
    echo 2 >> one
    expect "$text"$'\n1\n2'
    stop
}

@test "what changes before the notices begin is not missed" {
    strace -o trace true 2> /dev/null || skip "strace cannot be used here"
    slow="strace -f -o trace -e trace=inotify_init1 -e inject=inotify_init1:delay_exit=700000"
    echo 1 > a
    : > out
    timeout 20 $slow tail -f a > out 2>&1 3>&- & pid=$!
    expect 1
    echo 2 >> a
    expect $'1\n2'
    stop
    : > out
    timeout 20 $slow tail -F a > out 2>&1 3>&- & pid=$!
    expect $'1\n2'
    echo 3 > new
    mv new a
    expect $'1\n2\ntail: \'a\' has been replaced;  following new file\n3'
    stop
}

@test "--pid: ends after the processes, with all that they wrote" {
    in_both_modes << 'END'
    : > a
    (sleep .4; echo last >> a) 3>&- & writer=$!
    sleep .1 3>&- & short=$!
    timeout 10 tail $MODE -s.1 -f --pid=$writer --pid=$short a > out
    [ "$(cat out)" = last ]
    timeout 5 tail $MODE -s10 -f --pid=999999999 a
    mkfifo p
    timeout 5 tail $MODE -s.1 -f --pid=999999999 p
END
}

@test "ends when the reader of its output goes away" {
    in_both_modes << 'END'
    echo 1 > a
    for disposition in '' -; do
        (trap "$disposition" PIPE; s=0; timeout 10 tail $MODE -s.1 -f a || s=$?; echo $s > status) | head -n1 > seen
        [ "$(cat seen)" = 1 ]
        [ "$(cat status)" = $([ "$disposition" ] && echo 141 || echo 1) ]
    done
END
}

@test "pipes and FIFOs" {
    run bash -c 'echo x | timeout 5 tail -f'
    [ "$status" -eq 0 ] && [ "$output" = x ]
    run bash -c 'echo x | timeout 5 tail -f - nofile'
    [ "$status" -eq 1 ] && [ "${lines[-1]}" = 'tail: no files remaining' ]
    mkfifo fifo
    echo 1 > fifo & follow -f fifo
    expect 1
    echo 2 > fifo
    expect $'1\n2'
    stop
    run tail -F - < /dev/null
    [ "$status" -eq 1 ] && [ "$output" = "tail: cannot follow '-' by name" ]
    run bash -c 'timeout 5 tail -f - <&-'
    [ "$status" -eq 1 ]
    [ "$output" = $'tail: cannot fstat \'standard input\': Bad file descriptor\ntail: no files remaining' ]
    run bash -c 'timeout 5 tail -f /dev/null >&-'
    [ "$status" -eq 1 ] && [ "$output" = 'tail: standard output: Bad file descriptor' ]
}

@test "--debug tells how" {
    run timeout .3 tail --debug -f /dev/null
    [ "$output" = 'tail: using blocking mode' ]
    run timeout .3 tail --debug -F /dev/null
    [ "$output" = 'tail: using polling mode' ]
    : > a
    run timeout .3 tail --debug -f ---disable-inotify a
    [ "$output" = 'tail: using polling mode' ]
    [ "$(stat -f -c %T .)" != overlayfs ] || skip "no notices on this file system"
    run timeout .3 tail --debug -f a
    [ "$output" = 'tail: using notification mode' ]
}

@test "many files, few descriptors" {
    : > f
    names=$(printf 'f%s ' {1..60})
    touch $names
    run bash -c "ulimit -n 20; timeout .5 tail -q -f $names"
    [ "$status" -eq 124 ]
    [[ $output == *'Too many open files'* ]]
}
