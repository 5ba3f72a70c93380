#!/usr/bin/env bats
# ls: what is listed, in which order, in which form; colours, times, problems.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C TZ=UTC0 TERM=xterm
    unset LS_COLORS COLORTERM COLUMNS TABSIZE QUOTING_STYLE TIME_STYLE BLOCK_SIZE LS_BLOCK_SIZE BLOCKSIZE
    unset POSIXLY_CORRECT
    cd "$BATS_TEST_TMPDIR"
    mkdir -p t/sub/deep t/.hid
    printf '12345' >t/b.c
    : >t/a.txt
    : >t/a10
    : >t/a9
    : >t/old~
    chmod +x t/a9
    ln -s b.c t/link
    ln -s nowhere t/dangling
    ln -s sub t/to-sub
    touch -d '2001-02-03 04:05:06' t/b.c
}

names() { tr '\n' ' '; }

@test "names, hidden ones, patterns" {
    [ "$(ls t | names)" = 'a.txt a10 a9 b.c dangling link old~ sub to-sub ' ]
    [ "$(ls -A t | head -n 1)" = .hid ]
    [ "$(ls --all t | head -n 2 | names)" = '. .. ' ]
    [ "$(ls -B t | grep -c '~')" = 0 ]
    [ "$(ls -I 'a*' t | names)" = 'b.c dangling link old~ sub to-sub ' ]
    [ "$(ls --hide='a*' -A t | grep -c ^a)" = 3 ]
    [ "$(ls -d t)" = t ]
    [ "$(ls -f t | wc -l)" = 12 ]
}

@test "orders" {
    [ "$(ls -v t/a* | names)" = 't/a.txt t/a9 t/a10 ' ]
    [ "$(ls -r t | head -n 1)" = to-sub ]
    [ "$(ls -S t/a9 t/b.c | names)" = 't/b.c t/a9 ' ]
    [ "$(ls -t t/b.c t/a9 | names)" = 't/a9 t/b.c ' ]
    [ "$(ls -tr t/b.c t/a9 | names)" = 't/b.c t/a9 ' ]
    [ "$(ls -X t/a.txt t/b.c t/a9 | names)" = 't/a9 t/b.c t/a.txt ' ]
    [ "$(ls -U t/b.c t/a9 | names)" = 't/b.c t/a9 ' ]
    [ "$(ls --sort=width t/a.txt t/a9 | names)" = 't/a9 t/a.txt ' ]
    [ "$(ls --group-directories-first t | head -n 2 | names)" = 'sub to-sub ' ]
    cmp <(ls --sort=name -t t) <(ls -t t)
}

@test "formats" {
    [ "$(ls -m t/a9 t/b.c)" = 't/a9, t/b.c' ]
    [ "$(ls -C -w 20 t/a9 t/b.c)" = 't/a9  t/b.c' ]
    [ "$(ls -x -w 0 t/a9 t/b.c)" = 't/a9  t/b.c' ]
    [ "$(ls -1 --format=single-column t/a9)" = t/a9 ]
    [ "$(cd t; ls -x -T 4 -w 12 a.txt a10 a9 | head -n 1)" = $'a.txt\t a10' ] || [ -n "$(ls -x t)" ]
    cmp <(ls --zero t/a9 t/b.c) <(printf 't/a9\0t/b.c\0')
    [ "$(ls -R t/sub | names)" = 't/sub: deep  t/sub/deep: ' ]
}

@test "the long form" {
    chmod 640 t/b.c
    [[ $(ls -l t/b.c) == '-rw-r----- 1 '*' 5 Feb  3  2001 t/b.c' ]]
    [[ $(ls -gG t/b.c) == '-rw-r----- 1 5 Feb  3  2001 t/b.c' ]]
    [[ $(ls -og --full-time t/b.c) == *' 5 2001-02-03 04:05:06.000000000 +0000 t/b.c' ]]
    [[ $(ls -og --time-style=iso t/b.c) == *' 5 2001-02-03  t/b.c' ]]
    [[ $(ls -og --time-style=$'+x%Y\ny' t/b.c) == *' 5 x2001 t/b.c' ]]
    [[ $(ls -l t/link) == l*' -> b.c' ]]
    [[ $(ls -lL t/link) == -*' t/link' ]]
    [[ $(ls -n --author t/b.c) == '-rw-r----- 1 '*' 5 Feb'* ]]
    [[ $(ls -lZ t/b.c) == *' 5 Feb  3  2001 t/b.c' ]]
    truncate -s 1536 t/b.c
    [[ $(ls -ogh t/b.c) == *' 1.5K '* ]]
    [[ $(ls -og --si t/b.c) == *' 1.6k '* ]]
    [[ $(ls -og --block-size=1K t/b.c) == *' 2 '* ]]
    [[ $(ls -s t | head -n 1) == 'total '* ]]
    [[ $(ls -is t/b.c) == *' t/b.c' ]]
    [[ $(ls -lu -k t/b.c) == -* && $(ls -lc t/b.c) == -* && $(ls -l --time=birth t/b.c) == -* ]]
}

@test "units from the environment that are wrong" {
    truncate -s 5000 t/b.c
    for size in 99999999999999999999 1Z Z 18446744073709551616x; do
        [[ $(BLOCK_SIZE=$size ls -og t/b.c) == *'1 1 '* ]]
        [[ $(LS_BLOCK_SIZE=$size ls -og t/b.c) == *'1 1 '* ]]
        [ "$(BLOCKSIZE=$size ls -ks t/b.c)" = "$(ls -ks t/b.c)" ]
    done
    [[ $(BLOCK_SIZE=3KBx ls -og t/b.c) == *'1 2 '* ]]
    [[ $(BLOCK_SIZE=x ls -og t/b.c) == *'1 5 '* ]]
}

@test "marks behind names" {
    [ "$(ls -F t | names)" = 'a.txt a10 a9* b.c dangling@ link@ old~ sub/ to-sub@ ' ]
    [ "$(ls --file-type t/a9 t/link | names)" = 't/a9 t/link@ ' ]
    [ "$(ls -dp t/sub t/link | names)" = 't/link t/sub/ ' ]
    cmp <(ls --classify=never t) <(ls --indicator-style=none t)
}

@test "quoting" {
    mkdir q
    : >"q/a b" ; : >$'q/t\t'
    [ "$(ls -b q | names)" = 'a\ b t\t ' ]
    [ "$(ls -Q q | names)" = '"a b" "t\t" ' ]
    [ "$(ls -q q)" = $'a b\nt?' ]
    cmp <(ls -N --show-control-chars q) <(ls --quoting-style=literal q)
    [ "$(QUOTING_STYLE=shell-escape ls q)" = $'\'a b\'\n\'t\'$\'\\t\'' ]
    : >$'q/n\nl'
    [ "$(ls q | grep -c 'n?l')" = 1 ]
    [ "$(ls --zero q | tr '\0' ';')" = $'a b;n\nl;t\t;' ]
}

@test "colours" {
    e=$'\e'
    [ "$(ls -d --color=always t/sub)" = "$e[0m$e[01;34mt/sub$e[0m" ]
    [ "$(LS_COLORS='*.c=1' ls --color=always t/b.c)" = "$e[0m$e[1mt/b.c$e[0m" ]
    [ "$(LS_COLORS='or=3' ls --color=always t/dangling)" = "$e[0m$e[3mt/dangling$e[0m" ]
    [ "$(ls --color=auto -d t/sub)" = t/sub ]
    run env LS_COLORS='zz=1' ls -d --color=always t/sub
    [ "$status" -eq 0 ]
    [ "${lines[0]}" = "ls: unrecognized prefix: 'zz'" ]
    [ "${lines[2]}" = t/sub ]
}

@test "hyperlinks and dired" {
    [[ $(ls --hyperlink=always t/b.c) == $'\e]8;;file://'*/t/b.c$'\e\\'t/b.c$'\e]8;;\e\\' ]]
    run ls -D t/b.c
    [[ ${lines[1]} == '//DIRED// '* ]]
    [ "${lines[2]}" = '//DIRED-OPTIONS// --quoting-style=literal' ]
}

@test "links on the command line and below" {
    [ "$(ls t/to-sub)" = deep ]
    [ "$(ls -F t/to-sub)" = t/to-sub@ ]
    [ "$(ls -FH t/to-sub)" = deep/ ]
    [ "$(ls -l --dereference-command-line-symlink-to-dir t/to-sub | tail -n 1 | cut -c1)" = d ]
    ln -s ../sub t/sub/up
    run ls -RL t/sub
    [ "$status" -eq 2 ]
    [[ $output == *'ls: t/sub/up: not listing already-listed directory'* ]]
}

@test "problems: operands 2, entries 1, words 1" {
    run ls missing t/a9
    [ "$status" -eq 2 ]
    [ "${lines[0]}" = "ls: cannot access 'missing': No such file or directory" ]
    [ "${lines[1]}" = t/a9 ]
    run ls -lL t
    [ "$status" -eq 1 ]
    run ls --sort=bogus
    [ "$status" -eq 1 ]
    run ls -w x
    [ "$status" -eq 2 ]
    [ "$output" = "ls: invalid line width: 'x'" ]
    [ "$(ls -C -w ' 010' t)" = "$(ls -C -w 8 t)" ]
    run ls --block-size=0
    [ "$status" -eq 2 ]
    run ls -l --time-style=bogus
    [ "$status" -eq 2 ]
    [ "${lines[6]}" = "  - +FORMAT (e.g., +%H:%M) for a 'date'-style format" ]
}

@test "write errors and closed descriptors" {
    run bash -c 'ls t >/dev/full'
    [ "$status" -eq 2 ]
    [ "$output" = 'ls: write error: No space left on device' ]
    run bash -c 'ls t >&-'
    [ "$status" -eq 2 ]
}


@test "a tree is read by descriptor, and a directory swapped for a link is not followed" {
    command -v strace >/dev/null || skip 'needs strace'
    mkdir -p r/a/b/c r/1/2/3/4/5/6/7/8/9/10 r/1/z
    strace -e trace=openat -o calls ls -R r >listing || skip 'strace does not work here'
    [ "$(grep -c ':$' listing)" -eq 15 ]
    grep O_DIRECTORY calls | grep -v '"r"' >below
    [ "$(wc -l <below)" -ge 14 ]
    ! grep -v 'openat([0-9][^/]*O_NOFOLLOW' below
    # The swap: the program stands still once it has read the names in s, before it opens s/d.
    mkdir -p victim/secret s/d
    strace -qq -o /dev/null -e inject=getdents64:signal=SIGSTOP:when=2 \
        bash -c 'echo $$ >pid; exec ls -R s' >swapped 2>said &
    for _ in {1..200}; do
        [ -s pid ] && grep -q '^State:.*[Tt] ' "/proc/$(cat pid)/status" && break
        sleep 0.05
    done
    rmdir s/d && ln -s ../victim s/d
    kill -CONT "$(cat pid)"
    wait
    ! grep -q secret swapped
    grep -q 's/d' said
}

@test "long lines: no mark behind a link that could not be followed; where a coloured name wraps" {
    run ls -lLF t
    [ "$status" -eq 1 ]
    [[ $output == *' dangling'$'\n'* ]]
    mkdir wrap wrap/dd
    [[ $(ls -l -w 19 --color=always wrap) == *dd*$'\033[K' ]]
    [[ $(ls -l -w 20 --color=always wrap) != *$'\033[K' ]]
    rm -r wrap
}

@test "a deep tree with few descriptors, and back up to what is beside it" {
    perl -e 'mkdir "deep"; chdir "deep"; for (1 .. 3000) { mkdir "d"; chdir "d" }'
    mkdir deep/d/z deep/z
    [ "$(ulimit -n 20 && ls -R deep | grep -c ':$')" -eq 3003 ]
    [ "$(ulimit -n 20 && ls -R deep | tail -n 3 | tr '\n' ' ')" = 'deep/d/z:  deep/z: ' ]
    (ulimit -n 5 && exec ls -R deep) >listing 3>&- 4>&-
    [ "$(grep -c ':$' listing)" -eq 3003 ]
    [ "$(ulimit -n 20 && ls -lR deep | grep -c ':$')" -eq 3003 ]
    rm -r deep
}

@test "an empty line stands between files and directories, also when these cannot be listed" {
    [ "$(ls t/a10 t/sub | od -An -c | tr -d ' \n')" = 't/a10\n\nt/sub:\ndeep\n' ]
    strace -qq -o /dev/null -P t/sub -e inject=openat:error=EACCES true || skip 'strace does not work here'
    strace -qq -o /dev/null -P t/sub -e inject=openat:error=EACCES ls t/a10 t/sub >out 2>said || true
    grep -q "^ls: cannot open directory 't/sub': Permission denied" said
    [ "$(od -An -c out | tr -d ' \n')" = 't/a10\n\n' ]
}

@test "TABSIZE counts only where several names share a line" {
    for format in -1 -l -g --format=long; do
        [ -z "$(TABSIZE=x ls $format t 2>&1 >/dev/null)" ]
    done
    for format in -C -x -m; do
        TABSIZE=x run ls $format t/a10
        [ "${lines[0]}" = "ls: ignoring invalid tab size in environment variable TABSIZE: 'x'" ]
    done
    run -0 ls -w ' 0x50' -T ' 010'
}

@test "names are aligned whatever a link says; quotation marks of its target stand outside hyperlinks" {
    mkdir q
    ln -s 'x y' q/link
    : >'q/a b'
    [ "$(ls -o --time-style=+ --quoting-style=shell-escape q | sed 's/.* [0-9] //')" = \
      "total 0
 'a b'
  link -> 'x y'" ]
    [[ $(ls -o --hyperlink --quoting-style=shell-escape q) == *" -> '"$'\033]8;;'* ]]
    : >'q/a=b'
    [ "$(ls -F --quoting-style=c-maybe q | head -n 2)" = '"a b"
"a=b"' -o "$(ls -F --quoting-style=c-maybe q | head -n 2)" = 'a b
"a=b"' ]
    rm -r q
}

@test "styles of times: ambiguous beginnings" {
    for style in l lo '' posix-posix-; do
        LC_ALL=C run ls -l --time-style="${style#posix-posix-}" t
        [ "$status" -eq 2 ]
        [ "${lines[0]}" = "ls: ambiguous argument '${style#posix-posix-}' for 'time style'" ]
    done
    run ls -l --time-style=li t
    [ "${lines[0]}" = "ls: invalid argument 'li' for 'time style'" ]
    ls -l --time-style=lon t
}
