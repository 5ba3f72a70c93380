#!/usr/bin/env bats
# cksum: algorithms and their lengths, forms of lines, lists that are checked, and what does not go together.

setup() {
    PATH=$SAFECU_BIN:$PATH
    export LC_ALL=C
    cd "$BATS_TEST_TMPDIR"
    printf 'hello\n' >f
    printf x >g
    md5=b1946ac92492d2347c6235b4d2611184
}

@test "the CRC of POSIX, the size and the name" {
    [ "$(cksum f)" = '3015617425 6 f' ]
    [ "$(cksum <f)" = '3015617425 6' ]
    [ "$(cksum - <f)" = '3015617425 6 -' ]
    [ "$(cksum </dev/null)" = '4294967295 0' ]
}

@test "each algorithm" {
    [ "$(cksum -a bsd f)" = '36979     1 f' ]
    [ "$(cksum -a sysv f)" = '542 1 f' ]
    [ "$(cksum -a crc32b f)" = '909783072 6 f' ]
    [ "$(cksum -a md5 f)" = "MD5 (f) = $md5" ]
    [ "$(cksum -a sha1 f)" = 'SHA1 (f) = f572d396fae9206628714fb2ce00f72e94f2258f' ]
    [ "$(cksum --algorithm=sha2 --length=256 f)" \
        = 'SHA256 (f) = 5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03' ]
    [ "$(cksum -a sha224 f)" = "$(cksum -a sha2 -l 224 f)" ]
    [ "$(cksum -a sha384 f)" = "$(cksum -a sha2 -l 384 f)" ]
    [ "$(cksum -a sha512 f)" = "$(cksum -a sha2 -l 512 f)" ]
    [ "$(cksum -a sha3 -l 256 </dev/null)" \
        = 'SHA3-256 (-) = a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a' ]
    [ "$(cksum -a sm3 </dev/null)" \
        = 'SM3 (-) = 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b' ]
    [ "$(cksum -a blake2b -l 128 f)" = 'BLAKE2b-128 (f) = ea41b4de6c03f13a95758b28dd75693e' ]
    [ "$(cksum -a blake2b -l 0 f)" = "$(cksum -a blake2b f)" ]
}

@test "large inputs give the same by every implementation" {
    head -c 3000001 /dev/zero | tr '\0' 'q' >big
    for a in crc crc32b sysv bsd md5 sha256 'sha3 -l 512' blake2b; do
        one=$(cksum -a $a <big)
        [ "$(GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX,-PCLMULQDQ cksum -a $a <big)" = "$one" ]
        [ "$(GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2 cksum -a $a <big)" = "$one" ]
        [ "$(GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F cksum -a $a <big)" = "$one" ]
        [ "$(cat big | cksum -a $a)" = "$one" ]
    done
}

@test "forms: untagged, binary, text, base64, raw, zero" {
    [ "$(cksum -a md5 --untagged f)" = "$md5  f" ]
    [ "$(cksum -a md5 --untagged -b f)" = "$md5 *f" ]
    [ "$(cksum -a md5 --untagged --binary --text f)" = "$md5  f" ]
    [ "$(cksum -a md5 --tag --untagged f)" = "$md5  f" ]
    [ "$(cksum -a md5 -b f)" = "MD5 (f) = $md5" ]
    [ "$(cksum -a md5 --base64 f)" = 'MD5 (f) = sZRqySSS0jR8YjW00mERhA==' ]
    [ "$(cksum -a md5 --raw f | od -An -tx1 | tr -d ' \n')" = "$md5" ]
    [ "$(cksum -a bsd --raw f | od -An -tx1)" = ' 90 73' ]
    cmp <(cksum -a md5 -z f) <(printf 'MD5 (f) = %s\0' $md5)
    cmp <(cksum -z f) <(printf '3015617425 6 f\0')
}

@test "names with newlines and backslashes" {
    n=$'a\nb\\c\rd'
    cp f "$n"
    [ "$(cksum -a md5 "$n")" = "\\MD5 (a\\nb\\\\c\\rd) = $md5" ]
    cksum -a md5 "$n" | cksum -c
    cksum -a md5 --untagged "$n" | cksum -a md5 -c
    cmp <(cksum -a md5 -z "$n") <(printf 'MD5 (%s) = %s\0' "$n" $md5)
}

@test "lists: every form that is printed is read" {
    for a in md5 sha1 sha224 sha256 sha384 sha512 'sha2 -l 224' 'sha3 -l 384' blake2b 'blake2b -l 8' sm3; do
        for form in '' --base64; do
            [ "$(cksum -a $a $form f | cksum -c --strict)" = 'f: OK' ]
            [ "$(cksum -a $a $form --untagged f | cksum -a ${a%% *} --check --strict)" = 'f: OK' ]
        done
    done
    [ "$(echo "MD5(f)= $md5" | cksum -c)" = 'f: OK' ]
    [ "$(printf 'MD5 (f) = %s\r\n' $md5 | cksum -c)" = 'f: OK' ]
    [ "$(printf '\n# note\n  MD5 (f) = %s' $md5 | cksum -c --strict)" = 'f: OK' ]
}

@test "lists: what is wrong is said and counted" {
    printf 'MD5 (f) = %s\nMD5 (g) = %s\nMD5 (no) = %s\nnonsense\n' $md5 $md5 $md5 >list
    run -1 cksum -c list
    [ "$(printf '%s\n' "${lines[@]}" | sort)" = "$(printf '%s\n' 'f: OK' 'g: FAILED' \
        'cksum: no: No such file or directory' 'no: FAILED open or read' \
        'cksum: WARNING: 1 line is improperly formatted' 'cksum: WARNING: 1 listed file could not be read' \
        'cksum: WARNING: 1 computed checksum did NOT match' | sort)" ]
    run -1 cksum -c --status list
    [ "$output" = 'cksum: no: No such file or directory' ]
    [ "$(cksum -c --quiet list 2>/dev/null)" = "$(printf 'g: FAILED\nno: FAILED open or read')" ]
    run -1 cksum -c -w list
    [[ $output == *'cksum: list: 4: improperly formatted MD5 checksum line'* ]]
    run -1 cksum -c --ignore-missing list
    [[ $output != *no:* ]]
    head -n 1 list >good
    echo nonsense >>good
    cksum -c good
    run -1 cksum -c --strict good
    run -1 cksum -c nosuch
    [ "$output" = 'cksum: nosuch: No such file or directory' ]
    run -1 cksum -c f
    [ "$output" = 'cksum: f: no properly formatted checksum lines found' ]
    run -1 cksum -c .
    [ "$output" = 'cksum: .: read error' ]
    echo "MD5 (no) = $md5" >missing
    run -1 cksum -c --ignore-missing missing
    [ "$output" = 'cksum: missing: no file was verified' ]
}

@test "lists: a list on standard input cannot name itself, and a name with an escape holds no NUL" {
    run -1 cksum -a md5 -c <<<"$md5  -"
    [ "$output" = "cksum: 'standard input': no properly formatted checksum lines found" ]
    run -1 bash -c "printf '\\\\%s  f\\0\\n' $md5 | cksum -a md5 -c"
    [ "$output" = "cksum: 'standard input': no properly formatted checksum lines found" ]
}

@test "lists: tags without a length mean the greatest" {
    for a in sha2 sha3; do
        cksum -a $a -l 512 f | sed 's/^SHA[-0-9]* /'${a^^}' /' >list
        [ "$(cksum -c list)" = 'f: OK' ]
        cksum -a $a -l 256 f | sed 's/^SHA[-0-9]* /'${a^^}' /' >list
        run -1 cksum -c list
    done
}

@test "lists: quoted names" {
    cp f "it's"
    [ "$(cksum -a md5 "it's" | cksum -c)" = "\"it's\": OK" ]
}

@test "lengths" {
    for a in '-a sha2' '-a sha3' '-a sha2 -l 128' '-a sha3 -l 0' '-a blake2b -l 7' '-a blake2b -l 513' '-l 8' \
        '-a md5 -l 128' '-a blake2b -l x' '-a blake2b -l -8'; do
        run -1 cksum $a f
        [[ $output == cksum:* ]]
    done
    run -1 cksum -a blake2b -l 99999999999999999999 f
    [ "$output" = "$(printf '%s\n' "cksum: invalid length: '99999999999999999999'" \
        "cksum: maximum digest length for 'BLAKE2b' is 512 bits")" ]
    cksum -a blake2b -l 7 -l 8 f
}

@test "options that exclude each other" {
    for o in '-c -b' '-c -t' '-c -z' '-c --tag' --quiet --status --strict -w --ignore-missing --text \
        '-a md5 --text' '--base64 --raw' '-a crc -c' '-a nosuch' '--raw f'; do
        run -1 cksum $o f
        [[ $output == cksum:* ]]
    done
    run -1 cksum -a md f
    [[ ${lines[0]} == "cksum: invalid argument 'md' for '--algorithm'" ]]
}

@test "--debug says what is used" {
    run -0 env GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2,-AVX,-PCLMULQDQ cksum --debug f
    [[ $output != *using* ]]
    run -0 cksum --debug -a crc32b f
    [[ $output == *pclmul* ]]
}

@test "trouble: missing files, directories, full and closed descriptors" {
    run -1 cksum nosuch f .
    [ "$(printf '%s\n' "${lines[@]}" | sort)" = "$(printf '%s\n' '3015617425 6 f' 'cksum: .: Is a directory' \
        'cksum: nosuch: No such file or directory' | sort)" ]
    run -1 bash -c 'cksum f >/dev/full'
    [ "$output" = 'cksum: write error: No space left on device' ]
    run -1 bash -c 'cksum f >&-'
    run -1 bash -c 'cksum <&-'
    run -1 cksum --nosuch
}
