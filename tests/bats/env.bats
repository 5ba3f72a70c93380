#!/usr/bin/env bats
# env: variables, the words of -S, signals, files of variables, and the command.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    unset QUOTING_STYLE POSIXLY_CORRECT
    cd "$BATS_TEST_TMPDIR"
}

gives() { # OUTPUT ARGUMENT...
    local want=$1
    shift
    run env "$@"
    [ "$status" -eq 0 ]
    [ "$output" = "$want" ] || { echo "got [$output]"; false; }
}

fails() { # STATUS MESSAGE ARGUMENT...
    local wanted=$1 message=$2
    shift 2
    run env "$@"
    [ "$status" -eq "$wanted" ]
    [ "${lines[0]}" = "env: $message" ] || { echo "got [$output]"; false; }
}

@test "variables" {
    gives $'A=3\nB=2' -i A=1 B=2 A=3
    gives 'A=1' - A=1
    gives '' -u a -i -u a --
    gives 'x y' A='x y' printenv A
    A=1 gives 'B=2' -i -u A B=2
    run -1 env -u HOME printenv HOME
    gives '=x' -i =x
    gives "A='b=c'" -i A=b=c
    cmp <(env -i -0 A='x y' B=) <(printf 'A=x y\0B=\0')
    gives $'A=\'x y\'\nB="it\'s"' -i A='x y' B="it's"
    QUOTING_STYLE=literal run env -u QUOTING_STYLE A='x y'
    [[ $output == *"A=x y"* ]]
}

@test "the first entry of a name is replaced, all are removed" {
    printf 'A=1\0odd\0A=2\0' >twice
    cmp <(env -i --env0-from=twice "$SAFECU_BIN/env" -0 A=3) <(printf 'A=3\0odd\0A=2\0')
    cmp <(env -i --env0-from=twice "$SAFECU_BIN/env" -0 -u A) <(printf 'odd\0')
}

@test "the command" {
    gives 'a b' printf '%s %s' a b
    run -7 env sh -c 'exit 7'
    gives name -a name sh -c 'echo $0'
    gives '' --argv0= sh -c 'echo $0'
    gives / -C / pwd
    fails 127 "'nosuch': No such file or directory" nosuch
    fails 126 "'./': Permission denied" ./
    fails 126 "'/dev/null/x': Not a directory" /dev/null/x
    fails 127 "'': No such file or directory" ''
    fails 127 "'--': No such file or directory" A=1 -- true
    fails 125 "cannot change directory to 'no': No such file or directory" -C no true
    fails 127 "'sh': No such file or directory" PATH=/nonexistent sh
    mkdir d
    printf '#!/bin/sh\necho found $1' >d/only-here
    chmod +x d/only-here
    gives 'found x' PATH="$PWD/d:$PATH" only-here x
    LC_ALL=C.UTF-8 run env -i nosuch
    [ "$output" = 'env: ‘nosuch’: No such file or directory' ]
}

@test "descriptors and signals of the command are those of env" {
    run bash -c 'env ls /proc/self/fd <&- 2>/dev/null | head -1'
    [ "$output" = 1 ]
    run bash -c 'trap "" INT; env sh -c "kill -INT \$\$; echo alive"'
    [ "$output" = alive ]
}

@test "-S: words" {
    gives 'a|b|c d|e f|' -S $'printf %s| a\tb "c d" \'e f\' '
    gives 'ab|c||' -S 'printf %s| a""b c ""'
    gives '-|' -S $'printf %s| \v - \f\r\n'
    gives "a'b|c\"d|" -S "printf %s| \"a'b\" 'c\"d'"
    gives 'a#b|#|' -S 'printf %s| a#b \# #comment'
    gives 'a|x|' -S 'printf %s| a\c b' x
    gives 'a|b|c d|' -S 'printf %s| \_a\_\_b\_ "c\_d"'
    gives $'\t\f\v\r\n|"#$\'\\|' -S 'printf %s| \t"\f\v\r\n" "\"\#\$\'"'"'\\"'
    gives 'a\tb|\q|it'"'"'s|\\|' -S 'printf %s| '"'a\tb' '\q' 'it\'s' '\\\\\\\\'"
    gives 'A=1' -S "-S '-i A=1'"
    gives 'A=1' -iS '' A=1
    gives x -S '-u' X printf x
}

@test "-S: variables are those that env was given" {
    A='x y' B= gives 'x y|1x y2||${A}|' -S 'printf %s| ${A} "1${A}2" ${B} ${NONE} '"'"'${A}'"'"
    A=1 gives '1-' -u A -S 'sh -c "echo ${A}-\$A"'
}

@test "-S: mistakes" {
    fails 125 'no terminating quote in -S string' -S 'a"b'
    fails 125 'no terminating quote in -S string' -S "a'b\\"
    fails 125 'invalid backslash at end of string in -S' -S 'a\'
    fails 125 "invalid sequence '\\q' in -S" -S 'a\q'
    fails 125 "'\\c' must not appear in double-quoted -S string" -S '"\c"'
    local name
    for name in '$' '$A' '${}' '${1}' '${A' '${A-b}' '${A"'; do
        fails 125 "only \${VARNAME} expansion is supported, error at: $name" -S "x$name"
    done
}

@test "hints where #! lines give all in one argument" {
    run -125 env '-v -S x'
    [ "$output" = "env: invalid option -- ' '
env: use -[v]S to pass options in shebang lines
Try 'env --help' for more information." ]
    run -127 env 'printf x' ./script
    [ "${lines[1]}" = 'env: use -[v]S to pass options in shebang lines' ]
    run -125 env -x
    [ "${#lines[@]}" = 2 ]
    printf '#!%s -S printf %%s| a "b c"\n' "$SAFECU_BIN/env" >script
    chmod +x script
    run ./script d
    [ "$output" = 'a|b c|./script|d|' ]
}

@test "-v tells each step" {
    run --separate-stderr env -v -u A -S'-C / B=${HOME} ${NONE}printf x' y
    [ "${output%%p*}" = x ]
    [[ $stderr == "expanding \${HOME} into '$HOME'
replacing \${NONE} with null string
split -S:  '-C / B=\${HOME} \${NONE}printf x'
 into:    '-C'
     &    '/'
     &    'B=$HOME'
     &    'printf'
     &    'x'
unset:    A
setenv:   B=$HOME
chdir:    '/'
executing: printf
   arg[0]= 'printf'
   arg[1]= 'x'
   arg[2]= 'y'"* ]]
}

@test "signals" {
    run env --ignore-signal=INT,sigpipe --block-signal=RTMIN+1 --list-signal-handling true
    [ "$output" = 'INT        ( 2): IGNORE
PIPE       (13): IGNORE
RTMIN+1    (35): BLOCK' ]
    run env --block-signal=2 --ignore-signal=130 --list-signal-handling true
    [ "$output" = 'INT        ( 2): BLOCK,IGNORE' ]
    gives '' --ignore-signal --block-signal --default-signal --list-signal-handling true
    run env --block-signal --list-signal-handling true
    [ "${#lines[@]}" -gt 50 ]
    [[ $output != *KILL* ]]
    fails 125 "'bogus': invalid signal" --block-signal=bogus true
    fails 125 "'0': invalid signal" --ignore-signal=0 true
    fails 125 "'99999999999999999999': invalid signal" --default-signal=99999999999999999999 true
    fails 125 'failed to set signal action for signal 9: Invalid argument' --ignore-signal=KILL true
    fails 125 'failed to get signal action for signal 32: Invalid argument' --default-signal=32 true
    fails 125 'failed to block signal 32: Invalid argument' --block-signal=32 true
    gives '' --ignore-signal=,, true
    run bash -c 'trap "" PIPE; env --default-signal=PIPE sh -c "kill -PIPE \$\$"'
    [ "$status" -eq 141 ]
}

@test "--env0-from" {
    printf 'A=first\0odd\0A=last\0\0=value\0B=\0' >raw
    cmp <(env -i --env0-from=raw -0) raw
    cmp <(env -0 --env0-from=raw -) raw
    cmp <(env -i --env0-from=- -0 <raw) raw
    cmp <(env -i --env0-from=raw -u A -0 B=new C=) <(printf 'odd\0\0=value\0B=new\0C=\0')
    cmp <(env -i A=0 B=1 "$SAFECU_BIN/env" --env0-from=raw -0) <(printf 'A=last\0B=\0odd\0\0=value\0')
    cmp <(env -i --env0-from=/dev/null -0) /dev/null
    printf 'A=open' >bad
    fails 125 'bad: last entry does not end in NUL' --env0-from=bad
    fails 125 "cannot open 'none' for reading: No such file or directory" --env0-from=none
    fails 125 '.: Is a directory' --env0-from=.
    fails 125 "cannot unset '': Invalid argument" -i --env0-from=/dev/null -u '' true
}

@test "what is wrong with the command line" {
    fails 125 "cannot unset 'a=b': Invalid argument" -u a=b true
    fails 125 "cannot unset '': Invalid argument" -u '' true
    fails 125 'cannot specify --null (-0) with command' -0 true
    fails 125 'must specify command with --chdir (-C)' -C / -a x
    fails 125 'must specify command with --argv0 (-a)' -a x
    fails 125 "unrecognized option '--foo'" --foo
    fails 125 "option requires an argument -- 'u'" -u
    [ "${lines[1]}" = "Try 'env --help' for more information." ]
}

@test "write errors" {
    run -125 bash -c 'env -i A=1 >/dev/full'
    [ "$output" = 'env: write error: No space left on device' ]
    run -125 bash -c 'env -i A=1 >&-'
    run -0 bash -c 'env true >&-'
    run -127 bash -c 'env no-such-command 2>/dev/full'
    run -0 bash -c 'env -v true 2>/dev/full'
}
