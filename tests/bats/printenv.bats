#!/usr/bin/env bats
# printenv: values, the whole environment, quoting.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    unset QUOTING_STYLE
}

@test "values" {
    run env A='x y' B= printenv A B
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = 'x y' ]
    run env -u NOPE A=1 printenv NOPE A A=1
    [ "$status" -eq 1 ]
    [ "$output" = 1 ]
    cmp <(env A=1 printenv -0 A) <(printf '1\0')
    cmp <(env A=1 printenv --null A A) <(printf '1\0001\0')
    run env -- -a=b printenv -- -a
    [ "$output" = b ]
}

@test "all of it, quoted for the shell" {
    run env -i A='x y' B="it's" C=plain D= "$SAFECU_BIN/printenv"
    [ "${lines[0]}" = "A='x y'" ]
    [ "${lines[1]}" = "B=\"it's\"" ]
    [ "${lines[2]}" = 'C=plain' ]
    [ "${lines[3]}" = 'D=' ]
    run env -i A='x y' QUOTING_STYLE=literal "$SAFECU_BIN/printenv"
    [ "${lines[0]}" = 'A=x y' ]
    cmp <(env -i A='x y' "$SAFECU_BIN/printenv" -0) <(printf 'A=x y\0')
}

@test "usage, write errors, closed descriptors" {
    run printenv -x
    [ "$status" -eq 2 ]
    run bash -c 'A=1 printenv A >/dev/full'
    [ "$status" -eq 2 ]
    [ "$output" = 'printenv: write error: No space left on device' ]
    run bash -c 'printenv PATH >&-'
    [ "$status" -eq 2 ]
}
