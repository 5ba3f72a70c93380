#!/usr/bin/env bats
# mkdir: modes and umasks, directories above, what exists already.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    umask 022
    touch file
}

mode() {
    stat -c %a "$1"
}

@test "plain, and what exists" {
    mkdir a b/
    [ -d a ] && [ -d b ]
    run mkdir a file missing/x '' c
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "mkdir: cannot create directory 'a': File exists" ]
    [ "${lines[1]}" = "mkdir: cannot create directory 'file': File exists" ]
    [ "${lines[2]}" = "mkdir: cannot create directory 'missing/x': No such file or directory" ]
    [ "${lines[3]}" = "mkdir: cannot create directory '': No such file or directory" ]
    [ -d c ]
}

@test "-m" {
    mkdir -m 700 a
    [ "$(mode a)" = 700 ]
    mkdir --mode=u=rwx,go=rx,+t b
    [ "$(mode b)" = 1755 ]
    mkdir -m 2777 c
    [ "$(mode c)" = 2777 ]
    mkdir c/inherits
    mkdir -m 755 c/keeps
    [ "$(mode c/keeps)" = 2755 ]
    mkdir -m g-s,o= c/drops
    [ "$(mode c/drops)" = 770 ]
    run mkdir -m 99 x
    [ "$status" -eq 1 ]
    [ "$output" = "mkdir: invalid mode '99'" ]
    [ ! -e x ]
}

@test "the mode is never wider than it will be" {
    command -v strace >/dev/null || skip
    run strace -e trace=mkdir,mkdirat mkdir -m 4700 s
    [[ $output == *', 0700)'* ]]
    run strace -e trace=mkdir,mkdirat mkdir -m 2770 t
    [[ $output == *', 0700)'* ]]
}

@test "-p: directories above, by the umask but open to the owner" {
    (umask 777 && mkdir -p a/b/c)
    [ "$(mode a)" = 300 ]
    [ "$(mode a/b)" = 300 ]
    [ "$(stat -c %a a/b/c)" = 0 ]
    mkdir -p -m 711 d/e
    [ "$(mode d)" = 755 ]
    [ "$(mode d/e)" = 711 ]
    mkdir -p -m 700 d/e
    [ "$(mode d/e)" = 711 ]
}

@test "-p: what exists, links, dots and slashes" {
    mkdir -p here/real
    ln -s here/real link
    mkdir -p link/x/y ./here//real/./z/ link/../up link
    [ -d here/real/x/y ] && [ -d here/real/z ] && [ -d here/up ]
    run mkdir --parents file file/x ''
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "mkdir: cannot create directory 'file': File exists" ]
    [ "${lines[1]}" = "mkdir: cannot create directory 'file': Not a directory" ]
    [ "${lines[2]}" = "mkdir: cannot create directory '': No such file or directory" ]
}

@test "-p: many at the same time" {
    for i in {1..20}; do mkdir -p r/a/b/c/d/e/f/g/h & pids+=($!); done
    for pid in "${pids[@]}"; do wait "$pid"; done
    [ -d r/a/b/c/d/e/f/g/h ]
}

@test "-p: deeper than a name may be long" {
    long=$(printf 'n%.0s' {1..100})
    mkdir -p "$(printf "$long/%.0s" {1..90})"
    [ "$(find "$long" -type d 2>/dev/null | wc -l)" -eq 90 ]
    rm -rf "$long"
    # Nor does memory grow with the square of the depth.
    deep=$(printf 'd/%.0s' {1..30000})
    "$BATS_TEST_DIRNAME/limited" 100000 mkdir -p "$deep"
    rm -r d
}

@test "-v" {
    run mkdir -pv a/b
    [ "$output" = "$(printf "mkdir: created directory 'a'\nmkdir: created directory 'a/b'")" ]
    run mkdir --verbose 'x y'
    [ "$output" = "mkdir: created directory 'x y'" ]
}

@test "-Z and --context without SELinux" {
    [ ! -e /sys/fs/selinux/enforce ] || skip
    run mkdir -Z a
    [ "$status" -eq 0 ]
    [ "$output" = '' ]
    run mkdir --context=x b
    [ "$status" -eq 0 ]
    [ "$output" = 'mkdir: warning: ignoring --context; it requires an SELinux/SMACK-enabled kernel' ]
    [ -d b ]
}

@test "usage and write errors" {
    run mkdir
    [ "${lines[0]}" = 'mkdir: missing operand' ]
    run bash -c 'mkdir -v a >/dev/full'
    [ "$status" -eq 1 ]
    [ "$output" = 'mkdir: write error: No space left on device' ]
}

@test "names are quoted as the locale does it; a loop of links is no directory" {
    ln -s loop loop
    run mkdir -p loop file/
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "mkdir: cannot stat 'loop': Too many levels of symbolic links" ]
    [ "${lines[1]}" = "mkdir: cannot create directory 'file/': File exists" ]
    run mkdir 'new
line' 'new
line'
    [ "$output" = "mkdir: cannot create directory 'new\\nline': File exists" ]
    locale -a | grep -q '^C.utf8$' || skip 'no UTF-8 locale'
    LC_ALL=C.UTF-8 run mkdir file
    [ "$output" = 'mkdir: cannot create directory ‘file’: File exists' ]
}

@test "-p blames the directory that cannot be searched" {
    as_user=
    [ "$(id -u)" -ne 0 ] || as_user='setpriv --reuid 65534 --clear-groups'
    chmod 777 .
    mkdir -m 400 closed
    $as_user mkdir --version >/dev/null && ! $as_user ls closed/. 2>/dev/null || skip 'no ordinary user'
    for name in closed/a closed/a/b/ closed/. closed/../c; do
        run $as_user mkdir -p $name
        [ "$status" -eq 1 ]
        [ "$output" = "mkdir: cannot create directory 'closed': Permission denied" ]
    done
    mkdir -m 755 locked
    [ -n "$as_user" ] || chmod 555 locked
    run $as_user mkdir -p locked/a/b
    [ "$output" = "mkdir: cannot create directory 'locked/a': Permission denied" ]
}
