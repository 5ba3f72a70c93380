#!/usr/bin/env bats
# mktemp: templates, suffixes, directories, what is left behind.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    unset TMPDIR
    mkdir d e
}

@test "files and directories, for the owner only" {
    umask 0
    f=$(mktemp aXXXX)
    [[ $f =~ ^a[0-9A-Za-z]{4}$ ]]
    [ "$(stat -c '%a %F' "$f")" = '600 regular empty file' ]
    f=$(mktemp -d aXXXX)
    [ "$(stat -c '%a %F' "$f")" = '700 directory' ]
    f=$(mktemp --directory d/XXX)
    [ -d "$f" ]
    [ "$(for i in {1..20}; do mktemp XXXXXXXX; done | sort -u | wc -l)" -eq 20 ]
}

@test "where it goes" {
    export TMPDIR=d
    [[ $(mktemp) =~ ^d/tmp\.[0-9A-Za-z]{10}$ ]]
    [[ $(mktemp -p e) =~ ^e/tmp\.[0-9A-Za-z]{10}$ ]]
    [[ $(mktemp --tmpdir aXXX) == d/a??? ]]
    [[ $(mktemp --tmpdir=e aXXX) == e/a??? ]]
    [[ $(mktemp -p '' aXXX) == d/a??? ]]
    [[ $(mktemp -t aXXX) == d/a??? ]]
    [[ $(mktemp -t -p e aXXX) == d/a??? ]]
    export TMPDIR=
    f=$(mktemp -t aXXX)
    [[ $f == /tmp/a??? ]]
    rm "$f"
    [[ $(mktemp -t -p e aXXX) == e/a??? ]]
}

@test "suffixes" {
    [[ $(mktemp aXXX.b) == a???.b ]]
    [[ $(mktemp XXXaXXX) == XXXa??? ]]
    [[ $(mktemp --suffix=.b aXXX) == a???.b ]]
    run mktemp --suffix=.b aXXXc
    [ "$output" = "mktemp: with --suffix, template 'aXXXc' must end in X" ]
    run mktemp --suffix=b/c aXXX
    [ "$output" = "mktemp: invalid suffix 'b/c', contains directory separator" ]
    run mktemp aXXX/c
    [ "$output" = "mktemp: invalid suffix '/c', contains directory separator" ]
}

@test "-u makes nothing, -q says nothing" {
    f=$(mktemp -u aXXX)
    [[ $f == a??? ]] && [ ! -e "$f" ]
    [[ $(mktemp --dry-run missing/XXX) == missing/??? ]]
    run mktemp -q missing/XXX
    [ "$status" -eq 1 ]
    [ "$output" = '' ]
    run mktemp --quiet -d missing/XXX
    [ "$output" = '' ]
}

@test "bad templates" {
    run mktemp aXX
    [ "$status" -eq 1 ]
    [ "$output" = "mktemp: too few X's in template 'aXX'" ]
    run mktemp a b
    [ "${lines[0]}" = 'mktemp: too many templates' ]
    run mktemp -p d /aXXX
    [ "$output" = "mktemp: invalid template, '/aXXX'; with --tmpdir, it may not be absolute" ]
    run mktemp -t d/aXXX
    [ "$output" = "mktemp: invalid template, 'd/aXXX', contains directory separator" ]
    run mktemp missing/XXX
    [ "$output" = "mktemp: failed to create file via template 'missing/XXX': No such file or directory" ]
    run mktemp -d -p missing XXX
    [ "$output" = "mktemp: failed to create directory via template 'missing/XXX': No such file or directory" ]
}

@test "nothing is left behind when the name cannot be printed" {
    run bash -c 'mktemp -p d >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'mktemp: write error: No space left on device' ]
    run bash -c 'mktemp -d -p d >&-'
    [ "$status" -eq 1 ]
    [ -z "$(ls -A d)" ]
}

@test "-V means --version" {
    [ "$(mktemp -V)" = "$(mktemp --version)" ]
    [ "$(mktemp -dV)" = "$(mktemp --version)" ]
    [ "$(mktemp --help | grep -c -e ' -V')" -eq 0 ]
}
