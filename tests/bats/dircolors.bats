#!/usr/bin/env bats
# dircolors: databases, terminals, shells, what does not go together.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C TERM=xterm SHELL=/bin/sh
    unset COLORTERM
    cd "$BATS_TEST_TMPDIR"
}

@test "the built-in database, through text and directly" {
    cmp <(dircolors -b) <(dircolors --print-database | dircolors --sh -)
    [[ $(dircolors -b) == "LS_COLORS='rs=0:di=01;34:"*"export LS_COLORS" ]]
}

@test "shells: -b, -c, by the name of SHELL" {
    run dircolors -c <(echo 'DIR 1')
    [ "$output" = "setenv LS_COLORS 'di=1:'" ]
    cmp <(SHELL=/usr/bin/tcsh dircolors) <(dircolors --c-shell)
    cmp <(SHELL=/bin/dash dircolors) <(dircolors --bourne-shell)
    run env -u SHELL dircolors
    [ "$status" -eq 1 ]
    [ "$output" = 'dircolors: no SHELL environment variable, and no shell type option given' ]
}

@test "keywords, suffixes, remarks, quoting" {
    printf "# x\n\n dir  01 # y\nOWT 2\n.a=b 3:4\n*~ '5\n" >db
    run dircolors -b db
    [ "${lines[0]}" = "LS_COLORS='di=01:tw=2:*.a\\=b=3\\:4:*~='\\''5:';" ]
}

@test "TERM and COLORTERM lines choose" {
    printf 'TERM vt*\nDIR 1\nTERM x?erm\nFILE 2\n' >db
    [[ $(dircolors -b db) == "LS_COLORS='fi=2:';"* ]]
    [[ $(TERM=vt9 dircolors -b db) == "LS_COLORS='di=1:';"* ]]
    printf 'COLORTERM ?*\nDIR 1\n' >db
    [[ $(COLORTERM=y dircolors -b db) == "LS_COLORS='di=1:';"* ]]
    [[ $(dircolors -b db) == "LS_COLORS='';"* ]]
}

@test "--print-ls-colors shows entries in their colours" {
    run dircolors --print-ls-colors <(echo 'OWT 40;33')
    [ "$output" = $'\e[40;33mtw\t40;33\e[0m' ]
}

@test "mistakes in a database" {
    run dircolors -b <(printf 'TERM xterm\nBOGUS 1\nDIR\n')
    [ "$status" -eq 1 ]
    [[ ${lines[0]} == *':2: unrecognized keyword BOGUS' ]]
    [[ ${lines[1]} == *':3: invalid line;  missing second token' ]]
    run dircolors -b missing
    [ "$status" -eq 1 ]
    [ "$output" = 'dircolors: missing: No such file or directory' ]
}

@test "what does not go together" {
    run dircolors -p -b
    [ "$status" -eq 1 ]
    run dircolors -p --print-ls-colors
    [[ ${lines[0]} == *'are mutually exclusive' ]]
    run dircolors -p x
    [ "${lines[1]}" = 'file operands cannot be combined with --print-database (-p)' ]
    run dircolors x y
    [ "${lines[0]}" = "dircolors: extra operand 'y'" ]
}

@test "write errors" {
    run bash -c 'dircolors >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'dircolors: write error: No space left on device' ]
}
