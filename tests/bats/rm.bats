#!/usr/bin/env bats
# rm: every option, the guards, questions, what cannot be removed.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    mkdir -p d/e/f
    touch a b d/x d/e/y
}

@test "files go, directories only with -r or, when empty, -d" {
    rm a b
    [ ! -e a ] && [ ! -e b ]
    run rm d
    [ "$status" -eq 1 ]
    [ "$output" = "rm: cannot remove 'd': Is a directory" ]
    rm -d d/e/f
    [ ! -e d/e/f ]
    run rm --dir d
    [ "$status" -eq 1 ]
    [ "$output" = "rm: cannot remove 'd': Directory not empty" ]
    rm -r d
    [ ! -e d ]
}

@test "-f says nothing of what is missing; without it, it is an error" {
    run rm missing
    [ "$status" -eq 1 ]
    [ "$output" = "rm: cannot remove 'missing': No such file or directory" ]
    run rm -f missing
    [ "$status" -eq 0 ] && [ -z "$output" ]
    run rm -f
    [ "$status" -eq 0 ]
    run rm
    [ "$status" -eq 1 ] && [ "${lines[0]}" = 'rm: missing operand' ]
}

@test "-i asks at each step, and only yes removes" {
    run bash -c 'yes n | rm -i a'
    [ -e a ]
    echo y | rm --interactive=always a 2>question
    [ ! -e a ]
    [ "$(cat question)" = "rm: remove regular empty file 'a'? " ]
    run bash -c 'yes | rm -ri d 2>&1'
    [ ! -e d ]
    [[ $output == *"rm: descend into directory 'd'? "* ]]
}

@test "an answer that cannot be read is no, and an error" {
    touch a
    run -1 bash -c 'rm -i a <&-'
    [[ $output == *'rm: error closing file: Bad file descriptor' ]]
    run -1 bash -c 'rm -i a <.'
    [[ $output == *'rm: error closing file: Is a directory' ]]
    [ -e a ]
}

@test "-I and --interactive=once ask once, for many files or a tree" {
    touch 1 2 3 4
    run bash -c 'echo n | rm -I 1 2 3 4'
    [ "$output" = 'rm: remove 4 arguments? ' ] && [ -e 1 ]
    run bash -c 'echo n | rm -Ir d'
    [ "$output" = 'rm: remove 1 argument recursively? ' ] && [ -e d ]
    rm -I 1 2 3 4 <<<y
    [ ! -e 1 ]
}

@test "the last of -f, -i, -I and --interactive wins" {
    rm -if a
    [ ! -e a ]
    run bash -c 'echo n | rm -fi b'
    [ -e b ]
    rm --interactive=never b
    [ ! -e b ]
}

@test "-v says what was removed" {
    run rm -rv d/e
    [ "$status" -eq 0 ]
    [[ $output == *"removed 'd/e/y'"* ]]
    [[ $output == *"removed directory 'd/e'"* ]]
}

@test "symbolic links go, not what they point to" {
    ln -s d link
    rm -r link
    [ ! -L link ] && [ -e d/x ]
}

@test "the root directory is guarded, by any name" {
    run rm -r --interactive=never --one-file-system /
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "rm: it is dangerous to operate recursively on '/'" ]
    [ "${lines[1]}" = 'rm: use --no-preserve-root to override this failsafe' ]
    ln -s / root
    run rm -r --one-file-system root/
    [ "$status" -eq 1 ]
    [[ ${lines[0]} == *"dangerous to operate recursively on 'root/' (same as '/')" ]]
    run rm --no-preserve-roo /nonexistent
    [ "$status" -eq 1 ]
}

@test ". and .. are refused" {
    run rm -r . d/..
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "rm: refusing to remove '.' or '..' directory: skipping '.'" ]
    [ -e a ]
}

@test "a name that looks like an option gets a hint" {
    touch -- -x
    run rm -x
    [ "$status" -eq 1 ]
    [[ $output == *"Try 'rm ./-x' to remove the file '-x'."* ]]
    rm -- -x
    [ ! -e -x ]
}

@test "a deep tree goes, with few descriptors" {
    perl -e 'for (1 .. 3000) { mkdir "deep"; chdir "deep" }'
    (ulimit -n 20 && rm -r deep)
    [ ! -e deep ]
}

@test "trees are walked by descriptor, never through a link" {
    command -v strace >/dev/null || skip 'no strace'
    strace -f -e trace=%file -o trace rm -r d
    ! grep -E '(unlink|rmdir)\(' trace
    ! grep -E 'unlinkat\(AT_FDCWD, "d/' trace
    grep 'openat.*O_DIRECTORY' trace | grep -v '"/' | grep -vq O_NOFOLLOW && false
    true
}

@test "after a declined file its directory is asked about; after a declined directory it is not" {
    mkdir t && touch t/f
    run bash -c "printf 'y\nn\ny\n' | rm -ri t"
    [ "$status" -eq 1 ]
    [[ $output == *"remove directory 't'? rm: cannot remove 't': Directory not empty" ]]
    rm t/f && mkdir t/sub && touch t/sub/f
    run bash -c "printf 'y\nn\ny\n' | rm -ri t"
    [ "$status" -eq 0 ]
    [[ $output != *"remove directory"* ]]
    [ -e t/sub/f ]
}

@test "-d without -r takes what rmdir takes" {
    mkdir e
    rm -d e
    [ ! -e e ]
    run rm -d .
    [ "$output" = "rm: cannot remove '.': Invalid argument" ]
    run rm -df .
    [ "$status" -eq 0 ]
    run bash -c 'rm -di d <<<y'
    [ "$status" -eq 1 ]
    [ "$output" = "rm: cannot remove 'd': Is a directory" ]
    run rm -d d
    [ "$output" = "rm: cannot remove 'd': Directory not empty" ]
}

@test "who ends the input of a terminal is not asked again" {
    command -v script >/dev/null || skip "no script"
    touch a b c
    run timeout 4 script -qec 'rm -i a b c' /dev/null < <(printf 'y\n\004'; exec sleep 6 3>&-)
    [ "$status" -eq 0 ]
    [ ! -e a ] && [ -e b ] && [ -e c ]
    [[ $output == *"remove regular empty file 'b'? "*"remove regular empty file 'c'? "* ]]
}

@test "a slash behind what is no directory" {
    ln -s nowhere dangling
    ln -s round round
    ln -s d to-d
    for name in dangling/ round// to-d/ a/; do
        run rm -r $name
        [ "$status" -eq 1 ]
        [ "$output" = "rm: cannot remove '${name/\/\///}': Not a directory" ]
        run rm -f $name
        [[ $status$output == 0 || $name == to-d/ ]]
    done
    run rm -i dangling/ </dev/null
    [ "$output" = "rm: cannot remove 'dangling/': No such file or directory" ]
    run rm missing/
    [ "$output" = "rm: cannot remove 'missing/': No such file or directory" ]
    [ -L dangling ] && [ -L round ] && [ -L to-d ] && [ -e a ]
    run rm -r --one-file-system //
    [[ ${lines[0]} == *"dangerous to operate recursively on '//' (same as '/')" ]]
}

@test "a directory that cannot be read, where questions are asked" {
    as_user=
    [ "$(id -u)" -ne 0 ] || as_user='setpriv --reuid 65534 --clear-groups'
    chmod 777 .
    mkdir empty full
    touch full/x
    [ -z "$as_user" ] || chown 65534 empty full
    chmod 0 empty full
    $as_user rm --version >/dev/null && ! $as_user ls empty 2>/dev/null || skip 'no ordinary user'
    run $as_user rm -ri empty <<<y
    [ "$status" -eq 1 ] && [ "$output" = "rm: cannot remove 'empty': Permission denied" ]
    run $as_user rm -rdi full <<<y
    [[ $output == *"remove write-protected directory 'full'? "*"cannot remove 'full': Permission denied" ]]
    run $as_user rm -di empty <<<n
    [[ $output == *"attempt removal of inaccessible directory 'empty'? " ]]
    run $as_user rm -rdi empty <<<y
    [ "$status" -eq 0 ] && [ ! -e empty ]
    [[ $output == *"remove write-protected directory 'empty'? " ]]
}
