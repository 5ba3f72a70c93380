#!/usr/bin/env bats
# md5sum and the other programs named after one algorithm; sum.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'hello\n' >f
    md5=b1946ac92492d2347c6235b4d2611184
}

@test "digests" {
    [ "$(md5sum f)" = "$md5  f" ]
    [ "$(sha1sum <f)" = 'f572d396fae9206628714fb2ce00f72e94f2258f  -' ]
    for n in 224 256 384 512; do
        [ "$(sha${n}sum f)" = "$(cksum -a sha2 -l $n --untagged f)" ]
    done
    [ "$(b2sum f)" = "$(cksum -a blake2b --untagged f)" ]
    [ "$(b2sum -l 64 f)" = '4ad30d407a645613  f' ]
    [ "$(b2sum --length=64 --tag f)" = 'BLAKE2b-64 (f) = 4ad30d407a645613' ]
}

@test "forms" {
    [ "$(md5sum -b f)" = "$md5 *f" ]
    [ "$(md5sum --binary -t f)" = "$md5  f" ]
    [ "$(md5sum --tag f)" = "MD5 (f) = $md5" ]
    cmp <(md5sum -z f) <(printf '%s  f\0' $md5)
    run -1 md5sum --tag --text f
    run -1 md5sum -a sha1 f
    run -1 b2sum -l 12 f
}

@test "lists in all forms, for every program" {
    for p in md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum; do
        [ "$($p f | $p -c)" = 'f: OK' ]
        [ "$($p --tag f | $p --check --strict)" = 'f: OK' ]
        [ "$($p -b f | $p -c --quiet)" = '' ]
        [ "$($p f | sed 's/  / /' | $p -c)" = 'f: OK' ]
        run -1 bash -c "echo 'SHA0 (f) = 00' | $p -c -w"
        [[ ${lines[0]} == *'improperly formatted'* ]]
    done
    [ "$(b2sum -l 128 f | b2sum -c)" = 'f: OK' ]
    run -1 bash -c "md5sum f | sed 's/ .*/ g/' | md5sum -c --status"
    run -1 bash -c "md5sum f | sed 's/ .*/  g/' | md5sum -c --ignore-missing"
    [ "$output" = "md5sum: 'standard input': no file was verified" ]
}

@test "the reversed form counts when the first line has it" {
    cp f ' f'
    [ "$(printf '%s f\n%s  f\n' $md5 $md5 | md5sum -c)" = "$(printf "f: OK\n' f': OK")" ]
    run -0 bash -c "printf '%s  f\n%s f\n' $md5 $md5 | md5sum -c"
    [[ $output == *'1 line is improperly formatted'* ]]
    run -1 bash -c "printf '%s  f\n%s f\n' $md5 $md5 | md5sum -c --strict"
}

@test "sum" {
    [ "$(sum f)" = '36979     1 f' ]
    [ "$(sum <f)" = '36979     1' ]
    [ "$(sum -s f)" = '542 1 f' ]
    [ "$(sum --sysv -r f)" = '36979     1 f' ]
    run -1 sum nosuch
    run -1 sum --tag f
}

@test "trouble" {
    run -1 bash -c 'md5sum f >/dev/full'
    run -1 bash -c 'sum f >/dev/full'
    run -1 bash -c 'md5sum <&-'
    run -1 md5sum nosuch
    [ "$output" = 'md5sum: nosuch: No such file or directory' ]
}
