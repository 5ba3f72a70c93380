#!/usr/bin/env bats
# install: every option, modes and owners, directories, what cannot be done.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    echo one >f
    echo two >g
    mkdir d
}

@test "a file to a name, several into a directory, -t and -T" {
    install f new
    cmp f new && [ "$(stat -c %a new)" = 755 ]
    install -c f g d
    cmp g d/g
    install -t d f
    install --target-directory=d f
    run install -t missing f
    [ "$status" -eq 1 ] && [ "$output" = "install: failed to access 'missing': No such file or directory" ]
    run install f g missing
    [ "$output" = "install: target 'missing': No such file or directory" ]
    run install -T f d
    [ "$output" = "install: cannot overwrite directory 'd' with non-directory 'f'" ]
    install --no-target-directory f d/f
}

@test "bad command lines" {
    run install
    [ "$status" -eq 1 ] && [ "${lines[0]}" = 'install: missing file operand' ]
    run install -d
    [ "${lines[0]}" = 'install: missing file operand' ]
    run install f
    [ "${lines[0]}" = "install: missing destination file operand after 'f'" ]
    run install -m 9 f new
    [ "$output" = "install: invalid mode '9'" ]
    run install -o nosuchuser f new
    [ "$output" = "install: invalid user 'nosuchuser'" ]
    run install -g nosuchgroup f new
    [ "$output" = "install: invalid group 'nosuchgroup'" ]
    run install -d -s x
    [ "$output" = 'install: the strip option may not be used when installing a directory' ]
    run install -d -t d x
    [ "$output" = 'install: target directory not allowed when installing a directory' ]
    run install -Cs f new
    [ "${lines[0]}" = 'install: options --compare (-C) and --strip are mutually exclusive' ]
    [ ! -e new ]
}

@test "-m in numbers and words, whatever the umask is" {
    umask 077
    install -m 644 f a
    install --mode=u=rw,g+r f b
    install -m 4711 f c
    [ "$(stat -c %a a b c | paste -sd,)" = 644,640,4711 ]
}

@test "-o and -g, by root" {
    [ "$(id -u)" = 0 ] || skip 'needs root'
    install -o 1 -g 2 f new
    [ "$(stat -c %u:%g new)" = 1:2 ]
    install --owner=1 --group=2 -m 4755 f new
    [ "$(stat -c %u:%g:%a new)" = 1:2:4755 ]
    install -d -o 3 -m 700 x/y
    [ "$(stat -c %u:%a x x/y | paste -sd,)" = 0:755,3:700 ]
}

@test "a file that nobody else can read before it is complete" {
    command -v strace >/dev/null || skip 'needs strace'
    strace -e trace=openat -o t install -m 644 f new || skip 'strace does not work here'
    grep -E '"new".*O_CREAT.*O_EXCL.*0600' t
}

@test "-d makes directories, -D those that lead somewhere" {
    install -dv a/b/c >out
    [ "$(head -1 out)" = "install: creating directory 'a'" ] && [ -d a/b/c ]
    install --directory -m 2700 a/b
    [ "$(stat -c %a a/b)" = 2700 ]
    run install -d f/x
    [ "$status" -eq 1 ] && [ "$output" = "install: cannot create directory 'f': Not a directory" ]
    run install -d f x
    [ "$status" -eq 1 ] && [ "$output" = "install: cannot create directory 'f': File exists" ] && [ -d x ]
    install -D f p/q/r
    cmp f p/q/r
    install -D -t s/t f g
    cmp g s/t/g
    ln -s d l
    install -D f l/u/v
    [ -L l ] && cmp f d/u/v
}

@test "-b, --backup, -S, -v and --debug" {
    install f new
    install -bv g new >out
    [ "$(cat out)" = "'g' -> 'new' (backup: 'new~')" ] && cmp f new~
    install --backup=numbered f new
    [ -e new.~1~ ]
    install -S .old --backup=simple f new
    [ -e new.old ]
    install --suffix=.older --backup=simple f new
    install --verbose f new >out
    [ "$(cat out)" = "$(printf "removed 'new'\n'f' -> 'new'")" ]
    install --debug f new | grep -q '^copy offload: '
}

@test "-p keeps times, -C touches nothing needlessly" {
    touch -d 2001-02-03 f
    install -p f new
    [ ! new -nt f ]
    install --preserve-timestamps -m 644 f new
    run install -Cv -m 644 f new
    [ "$status" -eq 0 ] && [ -z "$output" ] && [ ! new -nt f ]
    install --compare -m 600 f new
    [ "$(stat -c %a new)" = 600 ] && [ new -nt f ]
    install -Cp -m 600 f new
    run install -C -m 4755 f new
    [ "$status" -eq 0 ] && [[ $output == *'is ignored when you specify a mode with non-permission bits' ]]
}

@test "-s runs a program on the copy" {
    printf '#!/bin/sh\necho stripped >"$1"\n' >strip-it
    chmod +x strip-it
    install -s --strip-program=./strip-it f new
    [ "$(cat new)" = stripped ]
    run install --strip --strip-program=false f new2
    [ "$status" -eq 1 ] && [ "$output" = 'install: strip process terminated abnormally' ] && [ ! -e new2 ]
    run install -s --strip-program=./missing f new2
    [ "$status" -eq 1 ] && [ "$output" = "install: cannot run strip program './missing': No such file or directory" ]
    run install --strip-program=true f new2
    [ "$output" = 'install: WARNING: ignoring --strip-program option as -s option was not specified' ]
}

@test "--preserve-context, -Z and --context" {
    install -Z f new
    run install --preserve-context f new
    [ "$status" -eq 0 ]
    run install --context=nonsense f new
    [ -e /sys/fs/selinux/enforce ] || [[ $output == *'ignoring --context'* ]]
}

@test "what cannot be installed is an error, and the rest is installed" {
    run install missing f d
    [ "$status" -eq 1 ] && [ "$output" = "install: cannot stat 'missing': No such file or directory" ] && [ -e d/f ]
    run install d new
    [ "$output" = "install: omitting directory 'd'" ]
    run install f f
    [ "$output" = "install: 'f' and 'f' are the same file" ]
    mkdir a b
    cp f a/x
    cp g b/x
    run install a/x b/x d
    [ "$status" -eq 1 ] && [ "$output" = "install: will not overwrite just-created 'd/x' with 'b/x'" ]
    run bash -c 'install -v f new >/dev/full'
    [ "$status" -eq 1 ]
    install f new <&- >&-
}

@test "directories that cannot be made, and the order of complaints" {
    ln -s loop loop
    run install -d f// loop f/x
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "install: cannot create directory 'f//': File exists" ]
    [ "${lines[1]}" = "install: cannot create directory 'loop': File exists" ]
    [ "${lines[2]}" = "install: cannot create directory 'f': Not a directory" ]
    run install -dv new//x//
    [ "$output" = "install: creating directory 'new'
install: creating directory 'new//x//'" ]
    run install --strip-program=true f
    [ "${lines[0]}" = "install: missing destination file operand after 'f'" ]
    run install --strip-program=true -m x f new
    [ "$output" = "install: invalid mode 'x'" ]
    run install -C -s
    [ "${lines[0]}" = 'install: missing file operand' ]
    run install -C -s f new
    [ "${lines[0]}" = 'install: options --compare (-C) and --strip are mutually exclusive' ]
}

@test "-d blames the directory that cannot be searched" {
    as_user=
    [ "$(id -u)" -ne 0 ] || as_user='setpriv --reuid 65534 --clear-groups'
    chmod 777 .
    mkdir -m 400 closed
    $as_user install --version >/dev/null && ! $as_user ls closed/. 2>/dev/null || skip 'no ordinary user'
    run $as_user install -d closed/a/b
    [ "$status" -eq 1 ]
    [ "$output" = "install: cannot create directory 'closed': Permission denied" ]
}

@test "-d leaves the owner of a directory alone that is the right one already" {
    command -v strace >/dev/null || skip 'needs strace'
    mkdir here
    strace -e trace=fchown,fchownat -o t install -d -g "$(stat -c %g here)" here || skip 'strace does not work here'
    ! grep -q chown t
}
