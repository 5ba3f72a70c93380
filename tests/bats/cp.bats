#!/usr/bin/env bats
# cp: every option, what is in the way, what cannot be written.

bats_require_minimum_version 1.5.0

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    echo one >f
    echo two >g
    mkdir d
}

@test "a file to a name, several into a directory" {
    cp f new
    cmp f new
    cp f g d
    cmp f d/f && cmp g d/g
    cp -t d/ f
    cp --target-directory d g
    run cp f g missing
    [ "$status" -eq 1 ] && [ "$output" = "cp: target 'missing': No such file or directory" ]
    run cp f g f
    [ "$output" = "cp: target 'f': Not a directory" ]
    run cp -t missing f
    [ "$output" = "cp: target directory 'missing': No such file or directory" ]
}

@test "bad command lines" {
    run cp
    [ "$status" -eq 1 ] && [ "${lines[0]}" = 'cp: missing file operand' ]
    run cp f
    [ "${lines[0]}" = "cp: missing destination file operand after 'f'" ]
    run cp -T f g d
    [ "${lines[0]}" = "cp: extra operand 'd'" ]
    run cp -T -t d f
    [ "$output" = 'cp: cannot combine --target-directory (-t) and --no-target-directory (-T)' ]
    run cp -t d -t d f
    [ "$output" = 'cp: multiple target directories specified' ]
    run cp -ls f new
    [ "${lines[0]}" = 'cp: cannot make both hard and symbolic links' ]
    run cp -bn f new
    [ "${lines[0]}" = 'cp: --backup is mutually exclusive with -n or --update=none-fail' ]
    run cp --reflink --sparse=always f new
    [ "${lines[0]}" = 'cp: --reflink can be used only with --sparse=auto' ]
    run cp --preserve=mode,nonsense f new
    [ "${lines[0]}" = "cp: invalid argument 'nonsense' for '--preserve'" ]
    run cp --sparse=maybe f new
    [ "${lines[0]}" = "cp: invalid argument 'maybe' for '--sparse'" ]
}

@test "directories need -r; a copy does not go into itself" {
    run cp d new
    [ "$status" -eq 1 ] && [ "$output" = "cp: -r not specified; omitting directory 'd'" ]
    mkdir -p d/e/f
    echo x >d/e/f/x
    cp -r d new
    cmp d/e/f/x new/e/f/x
    cp -R d new
    cmp d/e/f/x new/d/e/f/x
    cp --recursive -T d new2
    cmp d/e/f/x new2/e/f/x
    run cp -r d d
    [ "$status" -eq 1 ] && [ "$output" = "cp: cannot copy a directory, 'd', into itself, 'd/d'" ]
    run cp -r d f
    [ "$output" = "cp: cannot overwrite non-directory 'f' with directory 'd'" ]
    run cp --no-target-directory f d
    [ "$output" = "cp: cannot overwrite directory 'd' with non-directory 'f'" ]
}

@test "a file is not copied onto itself, nor over what was just made" {
    ln -s f l
    for to in f ./f l; do
        run cp f $to
        [ "$status" -eq 1 ] && [ "$output" = "cp: 'f' and '$to' are the same file" ]
    done
    cp -fb f f
    cmp f f~
    mkdir a b
    echo a >a/x
    echo b >b/x
    run cp a/x b/x d
    [ "$status" -eq 1 ] && [ "$output" = "cp: will not overwrite just-created 'd/x' with 'b/x'" ]
    run cp f f d
    [ "$status" -eq 0 ] && [ "$output" = "cp: warning: source file 'f' specified more than once" ]
}

@test "symbolic links: -P, -d, -L, -H, and -a" {
    ln -s f l
    ln -s e d/l
    cp l copy && [ ! -L copy ]
    cp -P l copy2 && [ "$(readlink copy2)" = f ]
    cp -d l copy3 && [ -L copy3 ]
    cp --no-dereference l copy4 && [ -L copy4 ]
    cp -aL l copy5 && [ ! -L copy5 ]
    ln -s d ld
    cp -rH ld copy6 && [ ! -L copy6 ] && [ -L copy6/l ]
    cp -a ld copy7 && [ -L copy7 ]
    run cp -r --dereference d copy8
    [ "$status" -eq 1 ] && [ "$output" = "cp: cannot stat 'd/l': No such file or directory" ]
}

@test "a dangling link is not written through" {
    ln -s nowhere l
    run cp f l
    [ "$status" -eq 1 ] && [ "$output" = "cp: not writing through dangling symlink 'l'" ] && [ ! -e nowhere ]
    POSIXLY_CORRECT=1 cp f l
    cmp f nowhere
}

@test "-l and -s make links" {
    cp -l f hard
    [ f -ef hard ]
    cp --link -r d dd
    cp -s f soft
    [ "$(readlink soft)" = f ]
    run cp --symbolic-link f d
    [ "$status" -eq 1 ]
    [ "$output" = 'cp: d/f: can make relative symbolic links only in current directory' ]
    run cp -s g soft
    [ "$status" -eq 1 ] && [ "$output" = "cp: cannot create symbolic link 'soft' to 'g': File exists" ]
    cp -sf g soft
    [ "$(readlink soft)" = g ]
}

@test "-p and --preserve keep mode and times, and links stay one file" {
    chmod 640 f
    touch -d 2001-02-03 f
    cp -p f new
    [ "$(stat -c '%a %Y' new)" = "$(stat -c '%a %Y' f)" ]
    cp --preserve f new2
    [ "$(stat -c '%a %Y' new2)" = "$(stat -c '%a %Y' f)" ]
    cp --preserve=mode f new3
    [ "$(stat -c %a new3)" = 640 ] && [ new3 -nt f ]
    cp --preserve=timestamps --no-preserve=mode f new4
    [ ! new4 -nt f ]
    ln f d/h1
    ln f d/h2
    cp -r --preserve=links d copy
    [ copy/h1 -ef copy/h2 ]
    cp -a --no-preserve=links d copy2
    [ ! copy2/h1 -ef copy2/h2 ]
    cp --attributes-only --preserve=timestamps f g
    [ "$(cat g)" = two ] && [ ! g -nt f ]
}

@test "-i asks, -n and --update choose" {
    run cp -i f g <<<n
    [ "$status" -eq 1 ] && [ "$output" = "cp: overwrite 'g'? " ] && [ "$(cat g)" = two ]
    run cp -n f g
    [ "$status" -eq 0 ] && [ -z "$output" ] && [ "$(cat g)" = two ]
    cp --no-clobber --debug f g | grep -q "skipped 'g'"
    run cp --update=none-fail f g
    [ "$status" -eq 1 ] && [ "$output" = "cp: not replacing 'g'" ]
    cp --update=none f g
    touch -d 2001-01-01 f
    cp -u f g
    cp --update=older f g
    [ "$(cat g)" = two ]
    cp --update=all f g
    [ "$(cat g)" = one ]
    echo three >f
    touch -d 2100-01-01 f
    cp --update f g
    [ "$(cat g)" = three ]
    cp --interactive f g <<<y
}

@test "-f and --remove-destination remove what is in the way" {
    ln g h
    cp --remove-destination f g
    [ "$(cat h)" = two ] && [ "$(cat g)" = one ]
    ln -s g l
    cp -v --remove-destination f l >out
    [ "$(cat out)" = "$(printf "removed 'l'\n'f' -> 'l'")" ] && [ ! -L l ]
    ln -s loop loop
    cp --force f loop
    [ ! -L loop ]
}

@test "-b, --backup and -S keep what is replaced" {
    cp -bv f g >out
    [ "$(cat out)" = "'f' -> 'g' (backup: 'g~')" ] && [ "$(cat g~)" = two ]
    cp --backup=numbered f g
    [ -e g.~1~ ]
    cp -S .old f g
    [ -e g.~2~ ]
    cp --suffix=.old --backup=simple f g
    [ -e g.old ]
}

@test "--parents makes the directories of the name" {
    mkdir -p a/b
    chmod 750 a
    echo x >a/b/x
    cp --parents -v a/b/x d >out
    cmp a/b/x d/a/b/x
    [ "$(stat -c %a d/a)" = 750 ]
    [ "$(head -1 out)" = 'a -> d/a' ]
    run cp --parents f new
    [ "$status" -eq 1 ] && [ "${lines[0]}" = 'cp: with --parents, the destination must be a directory' ]
    echo >d/f
    mkdir f2
    cp -a --parents ./a/../a/b d
    run cp --parents missing/x d
    [ "$status" -eq 1 ]
    [ "$output" = "cp: failed to get attributes of 'missing': No such file or directory" ]
    # Memory does not grow with the square of the depth; the name as a whole is too long for the system.
    deep=$(printf 'd/%.0s' {1..15000})
    mkdir -p e "deep/$deep"
    cd deep
    run -1 "$BATS_TEST_DIRNAME/limited" 200000 cp -r --parents "$deep" ../e
    [[ $output == "cp: cannot stat 'd/d/"*': File name too long' ]]
    cd .. && rm -r deep e
}

@test "holes: --sparse and what --debug says" {
    truncate -s 1M s
    echo end >>s
    cp s new
    cmp s new && [ "$(stat -c %b new)" -lt 100 ]
    cp --sparse=never s full
    cmp s full && [ "$(stat -c %b full)" -ge 2048 ]
    cp --sparse=always full holes
    cmp s holes && [ "$(stat -c %b holes)" -lt 100 ]
    cp --debug --reflink=never --sparse=always full x | grep -q 'offload: avoided, reflink: no, .*: zeros$'
    cp --reflink=auto s y
    cmp s y
}

@test "special files, and their contents with --copy-contents" {
    mkfifo p
    cp -r p q
    [ -p q ]
    (echo data >p) &
    cp -r --copy-contents p r
    wait
    [ "$(cat r)" = data ]
}

@test "a link in the way of a directory; --keep-directory-symlink" {
    mkdir -p s/x v t
    echo e >s/x/e
    ln -s ../v t/x
    run cp -R s/. t
    [ "$status" -eq 1 ] && [ -z "$(ls v)" ]
    cp -R --keep-directory-symlink s/. t
    cmp s/x/e v/e
}

@test "-x, --strip-trailing-slashes, -Z and --context" {
    cp -rx d new
    cp --one-file-system -r d new2
    ln -s d l
    cp -r --strip-trailing-slashes l/ new
    [ -L new/l ]
    cp -Z f z
    run cp --context=none f z
    [ "$status" -eq 0 ]
    [ -e /sys/fs/selinux/enforce ] || [[ $output == *'ignoring --context'* ]]
}

@test "what cannot be read or written is an error, and the rest is copied" {
    run cp missing f d
    [ "$status" -eq 1 ] && [ "$output" = "cp: cannot stat 'missing': No such file or directory" ] && cmp f d/f
    run cp f missing/new
    [ "$output" = "cp: cannot create regular file 'missing/new': No such file or directory" ]
    run cp f /dev/full
    [ "$status" -eq 1 ] && [ "$output" = "cp: error writing '/dev/full': No space left on device" ]
    run bash -c 'cp -v f new >/dev/full'
    [ "$status" -eq 1 ] && cmp f new
    cp f new <&- >&- 
    run bash -c 'ulimit -f 1; trap "" XFSZ; head -c 100000 /dev/zero | cp --sparse=never /dev/stdin big'
    [ "$status" -eq 1 ] && [ "$output" = "cp: error writing 'big': File too large" ]
}

@test "deep trees and few descriptors" {
    (for i in {1..300}; do mkdir x; cd x || exit; done; echo x >x)
    (ulimit -n 20; cp -a x y)
    diff -r x y
}

@test "a file that is shorter than it claims is copied as it reads" {
    for f in /sys/kernel/profiling /proc/version /sys/kernel/mm/transparent_hugepage/enabled; do
        [ -r $f ] || continue
        for sparse in auto always never; do
            rm -f copy
            cp --sparse=$sparse $f copy
            cmp $f copy
        done
    done
}

@test "a tree copied into a directory of its own comes to an end" {
    for order in 'a b c' 'c b a'; do
        mkdir t
        for x in $order; do mkdir t/$x; touch t/$x/f; done
        run timeout 20 bash -c 'cd t && cp -R . b/.'
        [ "$status" -eq 1 ]
        [ "$output" = "cp: cannot copy a directory, '.', into itself, 'b/./.'" ]
        [ -e t/b/a/f ] && [ -e t/b/b/f ] && [ -e t/b/c/f ] && [ ! -e t/b/b/b ]
        rm -r t
    done
    # The same by a link to what is being made.
    mkdir -p src/sub
    ln -s ../../dst/sub src/sub/link
    run timeout 20 cp -RL src dst
    [ "$status" -eq 1 ] && [ "$output" = "cp: cannot copy a directory, 'src', into itself, 'dst'" ]
    [ ! -e dst/sub/link ]
}

@test "directories are filled whatever the umask" {
    mkdir -p a/b
    echo x >a/b/x
    (umask 0777; cp -R a new; cp -R --parents a/b d)
    [ "$(stat -c %a new new/b new/b/x d/a d/a/b d/a/b/x | tr '\n' ' ')" = '0 0 0 0 0 0 ' ]
    chmod -R u+rwX new d
    cmp a/b/x new/b/x && cmp a/b/x d/a/b/x
    (umask 0277; cp -a a kept)
    [ "$(stat -c %a kept kept/b | tr '\n' ' ')" = '755 755 ' ]
    perl -MSocket -e 'socket(S, AF_UNIX, SOCK_STREAM, 0); bind(S, sockaddr_un("sock"))'
    (umask 022; cp -R --no-preserve=mode sock copy)
    [ "$(stat -c %a copy)" = 755 ]
}

@test "what is to stay is no same file, and a directory that could not be made is none that was copied" {
    touch d/x
    cp -Rn d/. d
    run cp -Rn f d/. d
    [ "$status" -eq 0 ] && [ -z "$output" ]
    run cp -R --update=none-fail d/../d/. d
    [ "$status" -eq 1 ] && [ "$output" = "cp: not replacing 'd/./f'
cp: not replacing 'd/./x'" -o "$output" = "cp: not replacing 'd/./x'
cp: not replacing 'd/./f'" ]
    run cp --debug f missing/x
    [ "$status" -eq 1 ] && [[ $output == *$'\ncopy offload: unknown, reflink: unknown, sparse detection: unknown' ]]
    locale -a | grep -q '^C.utf8$' || skip 'no UTF-8 locale'
    LC_ALL=C.UTF-8 run cp -T f g "it's"
    [ "${lines[0]}" = "cp: extra operand \"it's\"" ]
}

@test "a directory in the place of a file that is kept" {
    run cp -rbv d g
    [ "$output" = "'d' -> 'g'" ]
    [ -d g ] && [ -f g~ ]
}

# Whether the file $2 has the line $1 or more of them, within ten seconds.
wait_for_lines() {
    for _ in {1..200}; do
        [ "$(wc -l <"$2")" -lt "$1" ] || return 0
        sleep 0.05
    done
    return 1
}

@test "--progress: a line on a terminal, or always; nothing else changes" {
    head -c 3000000 /dev/zero | tr '\0' x >big
    cp -g big new 2>err
    [ ! -s err ] && cmp big new
    cp --progress=auto big new 2>err
    cp --progress=always -g big new 2>err
    cp --progress=always --progress=never big new 2>err
    [ ! -s err ]
    cp --progress=always big new 2>err
    [[ $(tail -n 1 err) =~ ^cp:\ 3\.0\ MB,\ ([0-9.]+\ [kMGT]?B/s,\ )?0:0[0-9]$ || $(tail -n 1 err) == *$'\r'* ]]
    [ "$(wc -l <err)" -eq 1 ]
    run cp --progress=al -gl big link
    [ "$status" -eq 0 ] && [ -z "$output" ]
    run cp --progress=a big new
    [ "$status" -eq 1 ] && [ "${lines[0]}" = "cp: ambiguous argument 'a' for '--progress'" ]
    run cp --progress=maybe big new
    [ "${lines[0]}" = "cp: invalid argument 'maybe' for '--progress'" ]
    [ "${lines[2]} ${lines[3]} ${lines[4]}" = "  - 'auto'   - 'always'   - 'never'" ]
    run script -qec 'cp -g --reflink=never big new' /dev/null
    [[ $output == *'cp: 3.0 MB, '*:0[0-9]* ]]
    run script -qec 'cp --progress=never big new; cp big new' /dev/null
    [ -z "$output" ]
}

@test "-g takes no argument, and abbreviations know of --progress" {
    cp -gr d new
    [ -d new ]
    run cp --p f g
    [ "${lines[0]}" = "cp: option '--p' is ambiguous; possibilities: '--parents' '--preserve'" ]
    run -0 cp --pr f new4               # GNU's --preserve
    run cp --prog=x f g
    [ "${lines[0]}" = "cp: invalid argument 'x' for '--progress'" ]
    cp --pre f new2
    cp --pa f d
    run cp --path f nosuch              # a name of old for --parents
    [ "${lines[0]}" = "cp: with --parents, the destination must be a directory" ]
    cp --pro f new3
}

@test "--progress makes way for -v, messages and questions" {
    mkfifo p q
    (echo x; sleep 0.3; echo y; sleep 0.3) >p &
    (sleep 0.1; echo z) >q &
    # Everything but the line itself, and what takes it away, stands at the beginning of a line.
    run script -qec 'echo n | cp -vi --copy-contents --progress=always p missing f q d; echo n | cp -giT f g' /dev/null
    wait
    plain=$(tr -d '\r' <<<"$output" | awk '{n = split($0, part, "\033\\[K"); print part[n]}')
    [ "$(grep -cx "'p' -> 'd/p'" <<<"$plain")" -eq 1 ]
    [ "$(grep -cx "cp: cannot stat 'missing': No such file or directory" <<<"$plain")" -eq 1 ]
    [ "$(grep -cx "'f' -> 'd/f'" <<<"$plain")" -eq 1 ]
    [ "$(grep -cx "'q' -> 'd/q'" <<<"$plain")" -eq 1 ]
    [[ $output == *$'cp: 4 B, '*$'\r\033[Kcp: cannot stat'* ]]
    [[ $plain == *"cp: overwrite 'g'? "* ]]
}

@test "--progress knows how much is to come of regular files" {
    mkfifo p
    head -c 2000000 /dev/zero | tr '\0' x >big
    # p stands in the place of a file that takes its time.
    (echo x; sleep 0.4; echo y) >p &
    cp --progress=always --copy-contents p big d 2>err
    wait
    [ "$(grep -c ' of \| left' err)" -eq 0 ]
    truncate -s 40M sparse
    printf x | dd of=sparse bs=1 seek=20M conv=notrunc status=none
    cp --progress=always --reflink=never sparse new 2>err
    [[ $(<err) == *'cp: 41.9 MB, '* ]]
    cp --progress=always --sparse=always sparse new 2>err
    [[ $(<err) == *'cp: 41.9 MB, '* ]]
}

@test "the line of --progress goes on while the input stalls" {
    mkfifo p
    : >err
    cp --progress=always --copy-contents p out 2>err &
    pid=$!
    exec 5>p
    printf 12345 >&5
    for _ in {1..200}; do
        lines=$(tr '\r' '\n' <err | grep -c 'cp: 5 B, ' || true)
        [ "$lines" -lt 3 ] || break
        sleep 0.05
    done
    exec 5>&-
    wait $pid
    [ "$lines" -ge 3 ]
    [ "$(<out)" = 12345 ]
}

@test "SIGUSR1 is answered before anybody writes to a FIFO, and while nobody reads from one" {
    mkfifo p q
    : >err
    cp -g p out 2>err &
    pid=$!
    for _ in {1..200}; do
        [ ! -e out ] || break
        sleep 0.05
    done
    kill -s USR1 $pid
    wait_for_lines 1 err
    echo x >p
    wait $pid
    [ "$(<out)" = x ]
    head -c 300000 /dev/zero | tr '\0' x >big
    : >err
    exec 5<>q
    cp -g big q 2>err &
    pid=$!
    dd bs=1 count=1 status=none <&5 >start
    kill -s USR1 $pid
    wait_for_lines 1 err
    head -c 299999 <&5 | cat start - >got
    wait $pid
    cmp big got
}

@test "SIGUSR1 asks for the state of a copy with -g, and ends one without" {
    mkfifo p
    : >err
    cp -g --copy-contents p out 2>err &
    pid=$!
    exec 5>p
    printf 12345 >&5
    for _ in {1..200}; do
        [ "$(stat -c %s out 2>/dev/null || echo 0)" -ne 5 ] || break
        sleep 0.05
    done
    kill -s USR1 $pid
    wait_for_lines 1 err        # while it waits for more
    kill -s USR1 $pid
    wait_for_lines 2 err
    printf 678 >&5
    exec 5>&-
    wait $pid
    [ "$(<out)" = 12345678 ]
    [ "$(wc -l <err)" -eq 2 ]
    [ "$(grep -c '^cp: 5 B, .*0:[0-9][0-9]$' err)" -eq 2 ]
    for option in '' --progress=never; do
        cp $option --copy-contents p out 2>err &
        pid=$!
        exec 5>p
        kill -s USR1 $pid
        status=0
        wait $pid || status=$?
        [ "$status" -eq 138 ]
        exec 5>&-
        [ ! -s err ]
    done
}

@test "messages have one slash between a directory and a name" {
    run cp -v f d//
    [ "$output" = "'f' -> 'd/f'" ]
    mkdir e
    run cp -v --parents d/f e///
    [ "$output" = "d -> e/d
'd/f' -> 'e/d/f'" ]
    run cp f .//
    [ "$output" = "cp: 'f' and './f' are the same file" ]
}

@test "FIFOs and sockets keep all bits of their mode, unless owners are kept or they have contents" {
    mkfifo p
    chmod 7755 p
    cp -R p q
    [ "$(stat -c %a q)" = 7755 ]
    cp -R --no-preserve=mode p r
    [ "$(stat -c %a r)" = 7644 ]
}

@test "a directory that is named twice, by different names" {
    ln -s . here
    mkdir e
    run cp -R d here/./d e
    [ "$status" -eq 0 ]
    [ "$output" = "cp: warning: source directory 'here/./d' specified more than once" ]
    rm -r e/d
    run cp -R d here/. e
    [ "$status" -eq 1 ]
    [[ $output == *"source directory 'here/./d'"* || $output == *"into itself"* ]]
}

@test "-s tells where a relative link cannot be, also behind a slash" {
    run cp -s f d/new/
    [ "$status" -eq 1 ]
    [ "$output" = "cp: d/new/: can make relative symbolic links only in current directory" ]
    run cp -s f new/
    [ "$output" = "cp: cannot create symbolic link 'new/' to 'f': No such file or directory" ]
}

@test "names of one file stay one, wherever they are in the tree" {
    mkdir -p t/a/b/c t/x/y/z t/x/b
    echo 1 >t/a/b/c/f
    for name in t/h t/a/b/c/g t/x/y/z/f t/x/b/f t/a/i; do
        ln t/a/b/c/f $name
    done
    mkdir u
    cp -a t u
    cp -aT t/ v
    cp -a t/a t/x u
    cp -a --parents t/x/y t/a/b u/t/x
    for tree in u/t/h v u/a u/t/x/t; do
        first=$(find $tree -type f | head -n 1)
        [ "$(find $tree -type f | wc -l)" -eq "$(find $tree -samefile "$first" | wc -l)" ]
    done
    [ u/a/b/c/f -ef u/x/y/z/f ] && [ u/a/i -ef u/x/b/f ]
    [ "$(stat -c %h v/h)" -eq 6 ] && [ "$(stat -c %h u/t/x/t/x/y/z/f)" -eq 3 ]
    mkdir -p w/x/y/z
    : >w/x/y/z/f
    run cp -aT t w
    [ "$status" -eq 0 ] && [ w/h -ef w/x/y/z/f ]
}
