#!/bin/sh
# autogen.sh - from a fresh checkout to something that can be built.
#
# Finds (or installs) what the build needs, imports gnulib, lists the sources and runs autoreconf.  Each step
# is skipped when what it made is still good, so running it again costs a second or two.

set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")"

usage() {
    cat << 'END'
usage: ./autogen.sh [--install-deps[=build|all|proof]] [--build] [--force]

  --install-deps        install Debian's packages that building and testing need
                        (with apt-get, as root or through sudo)
  --install-deps=build  only those that building needs
  --install-deps=proof  those that building, make proof and make fuzz need
  --build               afterwards configure and compile in build/, and run a program
  --force               do every step again, also when nothing has changed

GNULIB_SRCDIR=DIR takes gnulib from a checkout of it instead of Debian's package.
Arguments for configure go into CONFIGURE_ARGS, as in CONFIGURE_ARGS='CC=clang-19'.
END
}

# What lib/sys and lib/text stand on.  All of it stays behind them: nothing else sees a gnulib header.
gnulib_modules='crypto/md5-buffer crypto/sha1-buffer crypto/sha256-buffer crypto/sha512-buffer crypto/sm3-buffer extensions fnmatch-gnu gettext-h largefile regex wcwidth year2038'

say() {
    printf '%s\n' "autogen.sh: $*"
}

die() {
    printf '%s\n' "autogen.sh: $*" >&2
    exit 1
}

install_deps=no build=no force=no
for arg; do
    case $arg in
    --install-deps | --install-deps=all) install_deps=all ;;
    --install-deps=build) install_deps=build ;;
    --install-deps=proof) install_deps=proof ;;
    --build) build=yes ;;
    --force) force=yes ;;
    --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 1
        ;;
    esac
done

# The packages of GROUP (build, test or proof) that tools/packages names.
packages_of() { # GROUP
    sed -n "s/^$1:[[:space:]]*//p" tools/packages
}

not_installed() { # PACKAGE...
    for package; do
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2> /dev/null | grep -q '^ii' || echo "$package"
    done
}

install_packages() {
    command -v apt-get > /dev/null || die "--install-deps knows Debian's apt-get only; see tools/packages"
    # shellcheck disable=SC2046 # a list of words is wanted
    case $install_deps in
    all) missing=$(not_installed $(packages_of build) $(packages_of test)) ;;
    proof) missing=$(not_installed $(packages_of build) $(packages_of proof)) ;;
    *) missing=$(not_installed $(packages_of build)) ;;
    esac
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || die "must be root, or have sudo, to install: ${missing:-locales}"
        as_root=sudo
    fi
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # on one line
        say installing $missing
        apt_get update
        # shellcheck disable=SC2086 # a list of words is wanted
        apt_get install -y --no-install-recommends $missing
    fi
    # What GNU's own tests need is known where they are run.
    if [ "$install_deps" = all ]; then
        $as_root tests/reference/packages
        $as_root tests/reference/locales
    fi
    say 'all packages are installed'
}

apt_get() { # ARGUMENT...
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 "$@"
}

check_tools() {
    missing=
    for tool in autoconf automake aclocal autoreconf make m4 perl; do
        command -v $tool > /dev/null || missing="$missing $tool"
    done
    command -v cc > /dev/null || command -v gcc > /dev/null || command -v clang > /dev/null \
        || missing="$missing a-C-compiler"
    if [ -n "${GNULIB_SRCDIR-}" ]; then
        gnulib_tool=$GNULIB_SRCDIR/gnulib-tool
    else
        gnulib_tool=gnulib-tool
    fi
    command -v "$gnulib_tool" > /dev/null || missing="$missing $gnulib_tool"
    [ -z "$missing" ] || die "missing:$missing (on Debian, ./autogen.sh --install-deps installs them)"
}

# Something that changes whenever the import would come out differently.
gnulib_state() {
    echo "$gnulib_modules"
    "$gnulib_tool" --version 2> /dev/null | head -n 1
    sed -n "/^import_gnulib/,/^}/p" autogen.sh | cksum
}

import_gnulib() {
    state=$(gnulib_state)
    stamp=lib/gnulib/.import
    if [ $force = no ] && [ -f $stamp ] && [ "$(cat $stamp)" = "$state" ]; then
        return
    fi
    say 'importing gnulib (a minute or so)'
    rm -rf lib/gnulib m4/gnulib
    mkdir -p lib m4 build-aux
    # shellcheck disable=SC2086 # a list of modules is wanted
    "$gnulib_tool" --quiet --import --source-base=lib/gnulib --m4-base=m4/gnulib --aux-dir=build-aux \
        --lib=libgnu --makefile-name=gnulib.mk --automake-subdir --no-vc-files \
        --conditional-dependencies $gnulib_modules > m4/gnulib-import.log \
        || { cat m4/gnulib-import.log >&2; die 'gnulib-tool failed'; }
    # shellcheck disable=SC2016 # for make to expand
    # Our warnings and traps are for our own code: gnulib has flags of its own.
    sed -i 's/^lib_gnulib_libgnu_a_CFLAGS = .*/lib_gnulib_libgnu_a_CFLAGS = $(GNULIB_CFLAGS)/' \
        lib/gnulib/gnulib.mk
    echo "$state" > $stamp
}

# Whether one of the files that PRODUCT is made from is newer.
outdated() { # PRODUCT SOURCE...
    product=$1
    shift
    [ -f "$product" ] || return 0
    [ -z "$(find "$@" -newer "$product" -print 2> /dev/null | head -n 1)" ] && return 1
    return 0
}

run_autoreconf() {
    tools/list-sources
    if [ $force = yes ] || outdated configure configure.ac m4/gnulib/gnulib-comp.m4 \
        || [ ! -f build-aux/missing ]; then
        say 'running autoreconf'
        autoreconf --install --force
    elif outdated Makefile.in Makefile.am mk build-aux/sources.mk lib/gnulib/gnulib.mk configure; then
        say 'running automake'
        automake --add-missing
        touch Makefile.in
    fi
    rm -rf autom4te.cache
}

generate() {
    check_tools
    import_gnulib
    run_autoreconf
    say 'ready: mkdir build && cd build && ../configure && make'
}

compile() {
    mkdir -p build
    cd build
    # shellcheck disable=SC3013 # dash and bash know -nt
    if [ $force = yes ] || [ ! -f Makefile ] || [ ../configure -nt config.status ]; then
        say 'configuring in build/'
        # shellcheck disable=SC2086 # a list of arguments is wanted
        ../configure -C ${CONFIGURE_ARGS-} > configure.log 2>&1 \
            || { tail -n 20 configure.log >&2; die 'configure failed; see build/configure.log'; }
    fi
    say 'compiling in build/'
    total=$(make -n 2> /dev/null | grep -c 'echo "  CC  ' || :)
    make -j"$(getconf _NPROCESSORS_ONLN)" 2>&1 | show_progress "$total"
    # The pipe hides make's status; a second run has nothing left to do unless the first one failed.
    make -s > make.log 2>&1 || { tail -n 40 make.log >&2; die 'compiling failed; see build/make.log'; }
    cd ..
    show_result
}

# One line that counts on a terminal, one line in each hundred elsewhere; warnings and errors always.
show_progress() { # TOTAL
    tty=no
    [ ! -t 1 ] || tty=yes
    awk -v total="$1" -v tty=$tty '
        /^  CC  / { done++
            if (tty == "yes") printf "\r%d of %d files  ", done, total
            else if (done % 100 == 0) printf "%d of %d files\n", done, total
            fflush(); next }
        /^  [A-Z]+  / || /^make/ { next }
        { print }
        END { if (tty == "yes") printf "\r"
            printf "compiled %d files          \n", done }'
}

show_result() {
    say 'the programs are in build/bin/'
    say 'for instance, build/bin/head -n 1 README.md says:'
    build/bin/head -n 1 README.md || die 'build/bin/head does not work'
    say "next: 'make -C build check' tests them, 'make -C build install' installs them"
}

[ $install_deps = no ] || install_packages
# Builds of the same tree may run side by side; making its generated files is one at a time.
if command -v flock > /dev/null; then
    mkdir -p build-aux
    exec 9> build-aux/autogen.lock
    flock 9
fi
generate
[ ! -e build-aux/autogen.lock ] || exec 9>&-
[ $build = no ] || compile
