#!/usr/bin/env bats
# tac: separators of all kinds, files and pipes, blocks and long records, what is wrong.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'a\nb\nc\n' > text
}

@test "lines; the last one may lack its end" {
    cmp <(tac text) <(printf 'c\nb\na\n')
    cmp <(tac < text) <(printf 'c\nb\na\n')
    cmp <(cat text | tac) <(printf 'c\nb\na\n')
    cmp <(printf 'a\nb' | tac) <(printf 'ba\n')
    cmp <(printf '\n\nx' | tac) <(printf 'x\n\n')
    cmp <(printf 'x\0y\nz\0\n' | tac) <(printf 'z\0\nx\0y\n')
    cmp <(tac text - text < text) <(printf 'c\nb\na\nc\nb\na\nc\nb\na\n')
    run tac /dev/null
    [ "$status" -eq 0 ] && [ -z "$output" ]
}

@test "-b, -s: where separators belong, and what they are" {
    cmp <(printf '\na\nb\nc' | tac -b) <(printf '\nc\nb\na')
    cmp <(printf 'a:b:c:' | tac -s:) <(printf 'c:b:a:')
    cmp <(printf ':a:b:c' | tac --before --separator=:) <(printf ':c:b:a')
    cmp <(printf 'a\0b\0' | tac -s '') <(printf 'b\0a\0')
    cmp <(printf 'aaxxbxxx' | tac -s xx) <(printf 'bxxxaaxx')
    cmp <(printf 'xaaay' | tac -s aa) <(printf 'yxaaa')
    cmp <(printf '1é2é3' | LC_ALL=C.UTF-8 tac -s é) <(printf '32é1é')
}

@test "-r: expressions, matched from the end" {
    cmp <(printf '1._2.__3.___4._' | tac -r -s '\._+') <(printf '4._3.___2.__1._')
    cmp <(printf '._1._2.__3.___4' | tac -brs '\._+') <(printf '.___4.__3._2._1')
    cmp <(printf 'a\nb\nc\n' | tac --regex -s '^') <(printf 'c\nb\na\n')
    cmp <(printf 'a\nb\nc\n' | tac -rs '$') <(printf '\n\nc\nba')
    cmp <(printf 'a1\nb2' | tac -rs 'b*') <(printf '2\nb1a')
    cmp <(printf '1aab2ab3' | tac -rs 'a\|ab') <(printf '32abab1a')
    cmp <(printf 'éxäx' | LC_ALL=C.UTF-8 tac -rs '[éä]') <(printf 'xxäé')
}

@test "separators that lie across the blocks of a file" {
    seq 300000 > numbers
    cmp <(tac numbers) <(seq 300000 -1 1)
    cmp <(cat numbers | tac) <(seq 300000 -1 1)
    cmp <(tac -r -s '^' numbers) <(seq 300000 -1 1)
    cmp <(tac -rs $'[0-9]\n' numbers | tac -rs $'[0-9]\n') numbers
    for separator in 11 111 $'9\n'; do
        cmp <(tac -s "$separator" numbers) <(SEP=$separator perl -0777 -ne '
            for ($end = $limit = length; ($at = rindex(substr($_, 0, $limit), $ENV{SEP})) >= 0; $limit = $at) {
                print substr($_, $at + length $ENV{SEP}, $end - $at - length $ENV{SEP});
                $end = $at + length $ENV{SEP};
                $_ = substr $_, 0, $end;
            }
            print' numbers)
    done
    run bash -c 'printf a%.0s {1..200000} | tac -brs "^a" | wc -c'
    [ "$output" -eq 200000 ]
}

@test "records longer than a block" {
    { head -c 3000000 /dev/zero | tr '\0' x; printf '\ny\n'; } > long
    cmp <(tac long) <(printf 'y\n'; head -n 1 long)
    cmp <(cat long | tac) <(printf 'y\n'; head -n 1 long)
    cmp <(tac -s $'x\ny' long) <(printf '\n'; head -c -1 long)
    cmp <(tac -rs y long) <(printf '\n'; head -c -1 long)
}

@test "files that cannot seek, or do not know their size" {
    cmp <(tac /proc/version) /proc/version
    mkfifo fifo
    cat text > fifo &
    cmp <(tac fifo) <(printf 'c\nb\na\n')
    cmp <(read -r _ < text; tac - < text) <(printf 'c\nb\na\n')
}

@test "temporary files: without a name, for much input only" {
    TMPDIR=/nonexistent run bash -c 'printf "1\n2\n" | tac'
    [ "$output" = $'2\n1' ]
    if ! bash -c 'ulimit -v 60000 && tac text' > /dev/null; then skip "no limits here"; fi
    mkdir tmp
    cmp <(ulimit -v 60000; seq 6000000 | TMPDIR=$PWD/tmp tac) <(seq 6000000 -1 1)
    [ -z "$(ls tmp)" ]
    run bash -c "ulimit -v 60000; seq 6000000 | TMPDIR=/nonexistent tac - text"
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "tac: failed to create temporary file in '/nonexistent': No such file or directory" ]
    [ "${lines[1]}" = c ]
}

@test "what is wrong, and the next file" {
    run --separate-stderr tac nofile text
    [ "$status" -eq 1 ]
    [ "$output" = $'c\nb\na' ]
    [ "$stderr" = "tac: failed to open 'nofile' for reading: No such file or directory" ]
    run tac -rs '\(' text
    [ "$status" -eq 1 ] && [ "$output" = 'tac: Unmatched ( or \(' ]
    run tac -r -s '' text
    [ "$status" -eq 1 ] && [ "$output" = 'tac: separator cannot be empty' ]
    run bash -c 'tac - <&-'
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "tac: 'standard input': read error: Bad file descriptor" ]
    [ "${lines[1]}" = "tac: -: Bad file descriptor" ]
    run bash -c 'tac text > /dev/full'
    [ "$status" -eq 1 ] && [ "$output" = 'tac: write error: No space left on device' ]
    run bash -c 'tac text >&-'
    [ "$status" -eq 1 ] && [ "$output" = 'tac: write error: Bad file descriptor' ]
    run tac .
    [ "$status" -eq 1 ]
}

@test "a file that becomes shorter while it is read" {
    seq 300000 > shrinks
    mkfifo out
    tac shrinks > out 2> err & pid=$!
    exec 7< out
    head -c 10 <&7 > start
    : > shrinks
    cat <&7 > rest
    exec 7<&-
    status=0
    wait "$pid" || status=$?
    [ "$(cat err)" = 'tac: shrinks: file truncated' ]
    [ "$(head -n 1 start)" = 300000 ]
}
