# For Bats: a read error behind an unfinished character, the last byte of which never comes.  PROGRAM has
# to end with status 1, and to tell of it.
ends_at_read_error() { # PROGRAM [ARG]...
    command -v strace >/dev/null || skip 'needs strace'
    locale -a | grep -q '^C.utf8$' || skip 'no UTF-8 locale'
    printf 'ab\303' >unfinished
    LC_ALL=C.UTF-8 run -1 timeout 20 strace -o trace -P "$PWD/unfinished" -e trace=read \
        -e inject=read:error=EIO:when=2+ "$@" <unfinished
    [[ $output == *'Input/output error'* ]]
}
