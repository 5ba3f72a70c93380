#!/usr/bin/env bats
# pathchk: what this system takes, what POSIX promises, names that look like options.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    long=$(printf 'a%.0s' {1..255})
}

complains() { # STATUS-1 MESSAGE ARGUMENT...
    local message=$1
    shift
    run pathchk "$@"
    [ "$status" -eq 1 ]
    [ "$output" = "pathchk: $message" ]
}

@test "names of files that are there or could be" {
    touch here
    run pathchk here not-here no/such/directory/x / // "$long" -- -x
    [ "$status" -eq 0 ]
    [ "$output" = '' ]
}

@test "what this system does not take" {
    touch file
    complains "'': No such file or directory" ''
    complains 'file/x: Not a directory' file/x
    complains "${long}a: File name too long" "${long}a"
    complains "limit 255 exceeded by length 256 of file name component '${long}a'" "not-here/${long}a"
    mkdir -p "d/$long"
    complains "d/$long/${long}a: File name too long" "d/$long/${long}a"
}

@test "-p: characters and lengths of POSIX" {
    run pathchk -p a/b//c /// aaaaaaaaaaaaaa -- -x
    [ "$status" -eq 0 ]
    complains "limit 14 exceeded by length 15 of file name component 'aaaaaaaaaaaaaaa'" -p x/aaaaaaaaaaaaaaa
    name=$(printf 'a/%.0s' {1..128})
    complains "limit 255 exceeded by length 256 of file name '$name'" -p "$name"
    run pathchk -p "${name%/}"
    [ "$status" -eq 0 ]
    complains "non-portable character ' ' in file name 'a b'" -p 'a b'
    LC_ALL=C.UTF-8 run pathchk -p 'aé*'
    [ "$output" = "pathchk: non-portable character ‘é’ in file name 'aé*'" ]
    complains 'empty file name' -p ''
}

@test "-P: hyphens and empty names" {
    complains "leading '-' in a component of file name 'a/-b'" -P a/-b
    complains "leading '-' in a component of file name '-'" -P -
    complains 'empty file name' -P ''
    run pathchk -P a-/b 'a b' "$long"
    [ "$status" -eq 0 ]
}

@test "--portability: both; all names are looked at" {
    run pathchk --portability 'a b' x/-y ok ''
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "pathchk: non-portable character ' ' in file name 'a b'" ]
    [ "${lines[1]}" = "pathchk: leading '-' in a component of file name 'x/-y'" ]
    [ "${lines[2]}" = 'pathchk: empty file name' ]
    [ "${#lines[@]}" = 3 ]
}

@test "what is wrong with the command" {
    run pathchk
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'pathchk: missing operand' ]
    run pathchk -x a
    [ "$status" -eq 1 ]
}
