#!/usr/bin/env bats
# cat: options, inputs that cannot be read, outputs that cannot be written.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'a\tb\n\n\n\nc\r\nd' >text
}

@test "files and standard input are copied in order" {
    printf one >1
    printf two >2
    run bash -c 'printf in | cat 1 - 2'
    [ "$status" -eq 0 ]
    [ "$output" = oneintwo ]
}

@test "-n numbers every line, on through all files" {
    printf 'x\ny\n' >1
    run cat -n 1 1
    [ "$output" = "$(printf '     1\tx\n     2\ty\n     3\tx\n     4\ty')" ]
}

@test "-n keeps counting where the width overflows" {
    yes | head -n 1000001 | cat -n | tail -n 2 >out
    [ "$(head -n 1 out)" = "$(printf '1000000\ty')" ]
}

@test "-b numbers lines that hold something, and wins over -n" {
    run cat -nb text
    [ "${lines[0]}" = "$(printf '     1\ta\tb')" ]
    [ "${lines[1]}" = "$(printf '     2\tc\r')" ]
    [ "${lines[2]}" = "$(printf '     3\td')" ]
}

@test "-s keeps one empty line of several, also across files" {
    printf '\n\n' >1
    cat -s 1 1 text >out
    printf '\na\tb\n\nc\r\nd' | cmp - out
}

@test "-E marks line ends and shows a carriage return before them" {
    cat -E text >out
    printf 'a\tb$\n$\n$\n$\nc^M$\nd' | cmp - out
}

@test "-E leaves other carriage returns alone, at the end of input too" {
    printf 'a\rb\r' | cat -E >out
    printf 'a\rb\r' | cmp - out
}

@test "-T shows tabs; -v shows controls and high bytes" {
    printf '\t\001\177\200\211\377' | cat -T >out
    printf '^I\001\177\200\211\377' | cmp - out
    printf '\t\001\177\200\211\377\n' | cat -v >out
    printf '\t^A^?M-^@M-^IM-^?\n' | cmp - out
}

@test "-A is -vET, -e is -vE, -t is -vT, -u changes nothing" {
    cmp <(cat -A text) <(cat -vET text)
    cmp <(cat -e text) <(cat -vE text)
    cmp <(cat -t text) <(cat -vT text)
    cmp <(cat -u text) text
    cmp <(cat --show-all text) <(cat --show-nonprinting --show-ends --show-tabs text)
    cmp <(cat --number-nonblank --squeeze-blank text) <(cat -bs text)
    cmp <(cat --number text) <(cat -n text)
}

@test "every byte goes through every path unchanged in meaning" {
    head -c 300000 /dev/urandom >noise
    cmp noise <(cat noise)
    cmp noise <(cat <noise | cat)
    [ "$(cat -n noise | cut -f 2- | cmp - noise; echo $?)" = 0 ] || [ "$(tail -c 1 noise | wc -l)" = 0 ]
}

@test "an operand that cannot be read does not stop the others" {
    run bash -c 'cat missing . text 2>err'
    [ "$status" -eq 1 ]
    [ "$output" = "$(cat text)" ]
    grep -q '^cat: missing: No such file or directory$' err
    grep -q '^cat: \.: Is a directory$' err
}

@test "a file that is its own output is refused" {
    run bash -c 'cat text >>text'
    [ "$status" -eq 1 ]
    [ "$output" = 'cat: text: input file is output file' ]
    run bash -c 'printf 12 >1; cat 1 text 1<>text'
    [ "$status" -eq 1 ]
    printf 'x\n' >same
    cat <same 1<>same
    printf 'x\n' | cmp - same
}

@test "write errors and closed descriptors are diagnosed" {
    run bash -c 'cat text >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'cat: write error: No space left on device' ]
    run bash -c 'cat text >&-'
    [ "$status" -eq 1 ]
    [ "$output" = 'cat: standard output: Bad file descriptor' ]
    run bash -c 'cat <&-'
    [ "$status" -eq 1 ]
    [ "$output" = $'cat: -: Bad file descriptor\ncat: closing standard input: Bad file descriptor' ]
    run bash -c 'cat -n /dev/null >&-'
    [ "$status" -eq 1 ]
}

@test "mistakes on the command line point at --help" {
    run cat --bad
    [ "$status" -eq 1 ]
    [[ ${lines[0]} == *"unrecognized option '--bad'" ]]
    [[ ${lines[1]} == "Try '"*"cat --help' for more information." ]]
    run cat --show
    [[ ${lines[0]} == *"option '--show' is ambiguous; possibilities: '--show-nonprinting' '--show-ends' '--show-tabs' '--show-all'" ]]
    run cat --number=3
    [[ ${lines[0]} == *"option '--number' doesn't allow an argument" ]]
}
