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

@test "options come before names" {
    complains "leading '-' in a component of file name '-p'" -P a -p
    complains "leading '-' in a component of file name '--'" -P a --
    complains "leading '-' in a component of file name '--'" -P -- a --
    run pathchk a -x --nope --
    [ "$status" -eq 0 ]
    complains "non-portable character ' ' in file name 'a b'" -pPp 'a b'
    complains "leading '-' in a component of file name '--'" --port a --
}

@test "-p: every byte" {
    local code char name
    for code in {1..255}; do
        printf -v char "\\x$(printf %02x "$code")"
        run pathchk -p "x$char"
        case $char in
        [A-Za-z0-9._/-]) [ "$status" -eq 0 ] ;;
        *)
            [ "$status" -eq 1 ]
            [[ $output == "pathchk: non-portable character "*" in file name "* ]]
            ;;
        esac
    done
}

@test "-p: characters of several bytes, and bytes that are none" {
    LC_ALL=C.UTF-8 run pathchk -p $'x\xe2\x82\xac*' $'x\xe2\x82' $'\xff'
    [ "${lines[0]}" = "pathchk: non-portable character ‘€’ in file name 'x€*'" ]
    [ "${lines[1]}" = "pathchk: non-portable character ‘\342’ in file name 'x'$'\\342\\202'" ]
    [ "${lines[2]}" = "pathchk: non-portable character ‘\377’ in file name ''$'\\377'" ]
    # Lengths are those of bytes.
    LC_ALL=C.UTF-8 run pathchk "no/$(printf 'é%.0s' {1..128})"
    [[ $output == "pathchk: limit 255 exceeded by length 256 of file name component "* ]]
    LC_ALL=C.UTF-8 run pathchk "no/$(printf 'é%.0s' {1..127})"
    [ "$status" -eq 0 ]
}

@test "names longer than the system takes" {
    printf -v deep 'a/%.0s' {1..2050}
    complains "$deep: File name too long" "$deep"
    printf -v slashes '/%.0s' {1..5000}
    complains "$slashes: File name too long" "$slashes"
    run pathchk "${deep:0:4094}"
    [ "$status" -eq 0 ]
    complains "limit 255 exceeded by length 4100 of file name '$deep'" -p "$deep"
    run pathchk -p "${slashes:0:255}"
    [ "$status" -eq 0 ]
    complains "limit 255 exceeded by length 256 of file name '${slashes:0:256}'" -p "${slashes:0:256}"
}

@test "links and directories that cannot be searched" {
    ln -s self self
    ln -s nowhere dangling
    run pathchk self dangling dangling/x
    [ "$status" -eq 0 ]
    complains 'self/x: Too many levels of symbolic links' self/x
    [ "$(id -u)" != 0 ] || skip 'root may search all directories'
    mkdir closed
    chmod 0 closed
    complains 'closed/x: Permission denied' closed/x
    chmod 700 closed
}

@test "messages cannot be written" {
    run bash -c 'pathchk "" 2>/dev/full'
    [ "$status" -eq 1 ]
    run bash -c 'pathchk "" 2>&-'
    [ "$status" -eq 1 ]
    run bash -c 'pathchk a >&-'
    [ "$status" -eq 0 ]
}

@test "what is wrong with the command" {
    run pathchk
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = 'pathchk: missing operand' ]
    run pathchk -x a
    [ "$status" -eq 1 ]
}
