#!/usr/bin/env bats
# mv: every option, what is in the way, moves between file systems.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    echo one >f
    echo two >g
    mkdir d
}

# A directory on another file system.
elsewhere() {
    other=$(mktemp -d /dev/shm/mv.XXXXXX)
    if [ "$(stat -c %d "$other")" = "$(stat -c %d .)" ]; then
        rmdir "$other"
        skip "no second file system"
    fi
}

teardown() {
    [ -z "${other-}" ] || rm -rf "$other"
}

@test "a new name, a directory, -t and -T" {
    mv f new
    [ "$(cat new)" = one ] && [ ! -e f ]
    mv new g d
    [ -e d/new ] && [ -e d/g ]
    mv -t . d/new
    mv --target-directory=. d/g
    mv -T d e
    [ -d e ]
    mkdir d
    mv --no-target-directory e d
    [ -d d ] && [ ! -e e ]
    run mv -T g d
    [ "$status" -eq 1 ] && [ "$output" = "mv: cannot overwrite directory 'd' with non-directory 'g'" ]
    run mv d g
    [ "$output" = "mv: cannot overwrite non-directory 'g' with directory 'd'" ]
}

@test "bad command lines" {
    run mv
    [ "$status" -eq 1 ] && [ "${lines[0]}" = 'mv: missing file operand' ]
    run mv f
    [ "${lines[0]}" = "mv: missing destination file operand after 'f'" ]
    run mv f d missing
    [ "$output" = "mv: target 'missing': No such file or directory" ]
    run mv -n -b f new
    [ "${lines[0]}" = 'mv: cannot combine --backup with --exchange, -n, or --update=none-fail' ]
    [ -e f ]
    run mv missing new
    [ "$output" = "mv: cannot stat 'missing': No such file or directory" ]
    run mv --update=nonsense f g
    [ "${lines[0]}" = "mv: invalid argument 'nonsense' for '--update'" ]
}

@test "a directory does not go below itself, a file not onto itself" {
    run mv d d/e
    [ "$status" -eq 1 ] && [ "$output" = "mv: cannot move 'd' to a subdirectory of itself, 'd/e'" ]
    run mv f f
    [ "$status" -eq 1 ] && [ "$output" = "mv: 'f' and 'f' are the same file" ]
    ln f h
    run mv f h
    [ "$status" -eq 1 ] && [ -e f ] && [ -e h ]
}

@test "-f, -i, -n: the last one counts" {
    run mv -i f g <<<n
    [ "$status" -eq 1 ] && [ "$output" = "mv: overwrite 'g'? " ] && [ "$(cat g)" = two ]
    run mv -in f g
    [ "$status" -eq 0 ] && [ -z "$output" ] && [ -e f ]
    mv --interactive --no-clobber f g
    mv -n -f f g
    [ "$(cat g)" = one ]
    echo two >f
    mv --force f g
    [ "$(cat g)" = two ]
}

@test "-u and --update choose" {
    touch -d 2001-01-01 f
    mv -u f g
    mv --update f g
    mv --update=older f g
    mv --update=none f g
    run mv --update=none-fail f g
    [ "$status" -eq 1 ] && [ "$output" = "mv: not replacing 'g'" ] && [ -e f ]
    mv --update=all f g
    [ "$(cat g)" = one ]
}

@test "-b, --backup, -S and -v" {
    mv -bv f g >out
    [ "$(cat out)" = "renamed 'f' -> 'g' (backup: 'g~')" ] && [ "$(cat g~)" = two ]
    touch x y z
    mv --backup=t x g
    [ -e g.~1~ ]
    mv -S .old --backup=simple y g
    [ -e g.old ]
    mv --suffix=.older --verbose z z2 | grep -q "renamed 'z' -> 'z2'"
}

@test "--exchange swaps two names" {
    mv --exchange f g
    [ "$(cat f)" = two ] && [ "$(cat g)" = one ]
    mv -T --exchange -v f d | grep -qx "exchanged 'f' <-> 'd'"
    [ -d f ] && [ -f d ]
    run mv --exchange f missing
    [ "$status" -eq 1 ]
    [ "$output" = "mv: cannot exchange 'f' and 'missing': No such file or directory" ]
}

@test "--strip-trailing-slashes and -Z" {
    ln -s d l
    mv --strip-trailing-slashes l/ l2
    [ -L l2 ]
    mv -Z f new
    mv --context new f
}

@test "what was just moved is not replaced" {
    mkdir a b
    touch a/x b/x
    run mv a/x b/x d
    [ "$status" -eq 1 ] && [ "$output" = "mv: will not overwrite just-created 'd/x' with 'b/x'" ] && [ -e b/x ]
}

@test "between file systems: everything is kept" {
    elsewhere
    mkdir -p t/u
    echo x >t/u/x
    ln t/u/x t/u/y
    ln -s nowhere t/l
    mkfifo t/p
    truncate -s 1M t/hole
    chmod 2750 t/u
    touch -d 2001-02-03 t/u/x t/u t
    find t -printf '%P %y %m %n %l %U:%G\n' | sort >before
    mv -v t "$other/t" >out
    (cd "$other" && find t -printf '%P %y %m %n %l %U:%G\n' | sort) >after
    cmp before after
    [ ! -e t ] && [ "$(stat -c %Y "$other/t/u/x" "$other/t/u" "$other/t" | sort -u | wc -l)" = 1 ]
    grep -qxF "copied 't/u/x' -> '$other/t/u/x'" out
    grep -qxF "removed directory 't'" out
    mv --debug "$other/t" t | grep -q '^copy offload: '
}

@test "between file systems: --no-copy, replaced directories, hard links of operands" {
    elsewhere
    run mv --no-copy f "$other"
    [ "$status" -eq 1 ] && [ -e f ]
    [ "$output" = "mv: cannot move 'f' to '$other/f': Invalid cross-device link" ]
    mkdir "$other/d"
    mv d "$other"
    mkdir d
    touch "$other/d/x"
    run mv d "$other"
    [ "$status" -eq 1 ] && [ -d d ] && [ -e "$other/d/x" ]
    ln f h
    mv f h "$other"
    [ "$other/f" -ef "$other/h" ]
    run mv f h "$other/f" g
    [ "$status" -eq 1 ]
}

@test "standard output that takes nothing, closed descriptors" {
    run bash -c 'mv -v f new >/dev/full'
    [ "$status" -eq 1 ] && [ -e new ]
    mv new f <&- >&- 2>&-
}

@test "'..' is called by its name, and what could not be moved may be named again" {
    mkdir d/s e
    run mv d/s/.. e
    [ "$status" -eq 1 ] && [ "$output" = "mv: cannot move 'd/s/..' to 'e/..': Device or resource busy" ]
    run mv . . d
    [ "$status" -eq 1 ] && [ "${lines[1]}" = "mv: cannot move '.' to 'd/.': Device or resource busy" ]
    elsewhere
    mkdir -p a/b
    echo x >a/b/x
    (umask 0777; mv a "$other")
    [ ! -e a ] && [ "$(stat -c %a "$other/a/b")" = 755 ] && [ -e "$other/a/b/x" ]
}

@test "--progress shows what is copied to another file system, and no renaming" {
    elsewhere
    run mv -g --progress=always f g d
    [ "$status" -eq 0 ] && [ -z "$output" ]
    head -c 3000000 /dev/zero | tr '\0' x >big
    mkdir tree
    cp big tree/a
    mv --progress=always big "$other" 2>err
    [[ $(<err) == *'mv: 3.0 MB, '* ]] && [ "$(wc -l <err)" -eq 1 ]
    mv -g tree "$other/" 2>err
    [ ! -s err ] && [ -f "$other/tree/a" ] && [ ! -e tree ]
    mv --progress=always "$other/tree" . 2>err
    [[ $(<err) == *'mv: 3.0 MB, '* ]]
    run script -qec "mv -gv tree $other" /dev/null
    [[ $output == *"removed 'tree/a'"*'mv: 3.0 MB, '* ]]
    run mv --progress=x d e
    [ "$status" -eq 1 ] && [ "${lines[0]}" = "mv: invalid argument 'x' for '--progress'" ]
}

@test "-n asks nothing of a source when the destination is there" {
    ln -s f link
    run mv -n link/ g
    [ "$status" -eq 0 ] && [ -z "$output" ]
    run mv --update=none-fail link/ g
    [ "$status" -eq 1 ] && [ "$output" = "mv: not replacing 'g'" ]
    [ "$(cat g)" = two ]
}

@test "-u takes a destination for coarsely kept only when all its times are" {
    touch -d '2020-01-01 00:00:00.5' f
    touch -d '2020-01-01 00:00:00' g
    mv -u f g
    [ "$(cat g)" = one ] && [ ! -e f ]
}

@test "a source that is named twice fails twice" {
    run mv f f .
    [ "$status" -eq 1 ]
    [ "$output" = "mv: 'f' and './f' are the same file
mv: 'f' and './f' are the same file" ]
}

@test "messages have one slash between a directory and a name" {
    run mv -v f d//
    [ "$output" = "renamed 'f' -> 'd/f'" ]
    mkdir d/g d/h
    run mv -b d/g/./ d/h
    [ "$status" -eq 1 ]
    [ "$output" = "mv: cannot move 'd/g/./' to 'd/h/.': Device or resource busy" ]
}

@test "between file systems: a seek that fails loses nothing" {
    command -v strace >/dev/null || skip 'needs strace'
    elsewhere
    truncate -s 400K plain
    echo data | dd of=plain bs=1 seek=100000 conv=notrunc status=none
    cp plain kept
    strace -o t mv plain "$other" || skip 'strace does not work here'
    [ "$(grep -c ^lseek t)" -ge 4 ]
    for i in $(seq "$(grep -c ^lseek t)"); do
        cp kept plain
        rm -f "$other/plain"
        if strace -o t -e inject=lseek:error=EIO:when=$i mv plain "$other" 2>err; then
            cmp kept "$other/plain"
        else
            cmp kept plain
            [ -s err ]
        fi
    done
}

@test "a backup is called without the slash of what it was" {
    mkdir e
    run mv -Tvb d e/
    [ "$output" = "renamed 'd' -> 'e/' (backup: 'e~')" ]
}
