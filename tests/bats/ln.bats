#!/usr/bin/env bats
# ln: hard and symbolic links, directories, replacing, backups, relative texts.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    echo one >a
    echo two >b
    mkdir -p d e/f
    ln -s d to_d
    ln -s a to_a
}

same() { # FILE FILE
    [ "$1" -ef "$2" ]
}

@test "the four forms" {
    ln a new
    same a new
    ln a b d
    same b d/b
    (cd e && ln ../b && same b ../b)
    ln -t e/f a b
    same a e/f/a
    ln --target-directory=e a
    same e/a a
    ln -s x y
    [ "$(readlink y)" = x ]
}

@test "-T and -n: a directory is a name" {
    run ln -T a d
    [ "$status" -eq 1 ]
    [ "$output" = "ln: failed to create hard link 'd': File exists" ]
    ln -sfn e to_d
    [ "$(readlink to_d)" = e ]
    ln -s --no-dereference --force a to_d
    [ "$(readlink to_d)" = a ]
    run ln --no-target-directory -sf a d
    [ "$output" = 'ln: d: cannot overwrite directory' ]
}

@test "-f replaces in one step" {
    run ln a b
    [ "$status" -eq 1 ]
    [ "$output" = "ln: failed to create hard link 'b': File exists" ]
    ln -f a b
    same a b
    ln -sf nowhere b
    [ "$(readlink b)" = nowhere ]
    [ -z "$(ls | grep ^Cu)" ]
    run ln -f a a
    [ "$output" = "ln: 'a' and 'a' are the same file" ]
    run ln -sf to_a to_a
    [ -n "$(readlink to_a)" ]
}

@test "just made names are not replaced" {
    cp a e/a
    run ln -f a e/a d
    [ "$status" -eq 1 ]
    [ "$output" = "ln: will not overwrite just-created 'd/a' with 'e/a'" ]
    same a d/a
}

@test "-i asks" {
    run bash -c 'echo n | ln -i a b'
    [ "$status" -eq 1 ]
    [ "$output" = "ln: replace 'b'? " ]
    ! same a b
    echo y | ln --interactive a b
    same a b
}

@test "-L and -P" {
    ln to_a l
    [ -L l ]
    ln -P -L to_a m
    same m a
    [ ! -L m ]
    ln --logical --physical to_a n
    [ -L n ]
}

@test "-d: what the system says about directories" {
    run ln d x
    [ "$output" = 'ln: d: hard link not allowed for directory' ]
    run ln -d d x
    [ "$status" -eq 1 ]
    [[ $output == "ln: failed to create hard link 'x' => 'd': "* ]]
    run ln -F --directory d x
    [ "$status" -eq 1 ]
}

@test "-r" {
    ln -sr a e/f/rel
    [ "$(readlink e/f/rel)" = ../../a ]
    ln -s --relative e/f -t d
    [ "$(readlink d/f)" = ../e/f ]
    ln -sr a to_d/x
    [ "$(readlink d/x)" = ../a ]
    run ln -r a x
    [ "$output" = 'ln: cannot do --relative without --symbolic' ]
}

@test "backups" {
    run ln -bv a b
    [ "$output" = "'b~' ~ 'b' => 'a'" ]
    [ "$(cat b~)" = two ]
    run ln --verbose -sf --backup=numbered a b
    [ "$output" = "'b.~1~' ~ 'b' -> 'a'" ]
    ln -S .old --backup=simple a b
    [ -L b.old ]
    run ln --backup=x a b
    [ "$status" -eq 1 ]
    [[ ${lines[0]} == "ln: invalid argument 'x' for 'backup type'" ]]
}

@test "bad operands" {
    run ln
    [ "${lines[0]}" = 'ln: missing file operand' ]
    run ln -T a
    [ "${lines[0]}" = "ln: missing destination file operand after 'a'" ]
    run ln -T a b c
    [ "${lines[0]}" = "ln: extra operand 'c'" ]
    run ln -t d -T a
    [ "$output" = 'ln: cannot combine --target-directory and --no-target-directory' ]
    run ln -t missing a
    [ "$output" = "ln: failed to access 'missing': No such file or directory" ]
    run ln -t a b
    [ "$output" = "ln: target 'a' is not a directory" ]
    run ln a b missing
    [ "$output" = "ln: target 'missing': No such file or directory" ]
    run ln missing x
    [ "$output" = "ln: failed to access 'missing': No such file or directory" ]
    run ln -s '' x
    [ "$status" -eq 1 ]
}

@test "write errors" {
    run bash -c 'ln -sv a new >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'ln: write error: No space left on device' ]
    [ -L new ]
}

@test "the directory of -t is looked at when it is named" {
    touch plain
    run ln -t plain
    [ "$status" -eq 1 ] && [ "$output" = "ln: target 'plain' is not a directory" ]
    run ln -t plain/ -T x
    [ "$output" = "ln: failed to access 'plain/': Not a directory" ]
    run ln --backup=bad -t missing plain
    [ "$output" = "ln: failed to access 'missing': No such file or directory" ]
    ln -s . here
    run ln -nt here plain
    [ "$output" = "ln: target 'here': Not a directory" ]
}
