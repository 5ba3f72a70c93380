# shellcheck shell=bash
# Shared by the scripts of this directory: the cache, its locks, and a private apt.

cache=${SAFECU_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/safe-coreutils}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# One builder at a time for each thing; the lock goes with the process.
lock() {
    mkdir -p "$cache"
    exec 8>"$cache/$1.lock"
    flock 8
}

# private_apt SUITE: sets $apt_conf, under which apt knows nothing but SUITE (programs and sources).
private_apt() {
    local dir=$cache/apt-$1
    mkdir -p "$dir"/{lists/partial,archives/partial,parts}
    # An empty status file: what is fetched must not depend on what is installed here.
    : >"$dir/status"
    printf '%s [signed-by=%s] %s %s main\n' deb "$keyring" "$mirror" "$1" deb-src "$keyring" "$mirror" "$1" \
        >"$dir/sources.list"
    cat >"$dir/apt.conf" <<CONF
Dir::Etc::sourcelist "$dir/sources.list";
Dir::Etc::sourceparts "$dir/parts";
Dir::Etc::parts "$dir/parts";
Dir::Etc::preferencesparts "$dir/parts";
Dir::State::lists "$dir/lists";
Dir::State::status "$dir/status";
Dir::Cache "$dir";
Dir::Cache::archives "$dir/archives";
APT::Sandbox::User "";
APT::Architecture "$(dpkg --print-architecture)";
Acquire::Languages "none";
# A snapshot mirror serves old lists by design; the signature is checked all the same.
Acquire::Check-Valid-Until "false";
Debug::NoLocking "true";
CONF
    apt_conf=$dir/apt.conf
    say "looking at Debian $1"
    APT_CONFIG=$apt_conf apt-get -q update >"$dir/update.log" 2>&1
}
