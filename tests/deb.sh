#!/bin/sh
# Debian package: it installs, what it brings works, and when it is purged nothing is left:
# tests/deb.sh PACKAGE.deb, by dpkg into a root of its own. TAP.
package=$(realpath "$1")
SOURCES=$(dirname "$0")/.. # for tap.sh
. "$SOURCES/tests/tap.sh"

root=$scratch/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
: >"$root/var/lib/dpkg/status"
as_root=
[ "$(id -u)" = 0 ] || as_root="unshare --map-root-user"

dpkg_there() { # what it depends on is this system's, not this root's
    PATH=$PATH:/usr/sbin:/sbin $as_root dpkg --root="$root" --force-depends --force-script-chrootless \
        --log="$scratch/dpkg.log" "$@" >"$scratch/log" 2>&1 && return
    sed 's/^/# /' "$scratch/log"
    return 1
}
brings() { # brings FILE...
    for file in "$@"; do [ -s "$root/usr/share/$file" ] || { echo "# no $file"; return 1; }; done
}
files() { # all that is not dpkg's own
    (cd "$root" && find . ! -path './var/lib/dpkg*' ! -path . ! -path ./var ! -path ./var/lib)
}

check "it says what it depends on" test -n "$(dpkg-deb -f "$package" Depends | grep libc6)"
check "all of it belongs to root" test -z "$(dpkg-deb -c "$package" | awk '$2 != "root/root"')"
check "dpkg -i" dpkg_there -i "$package"
check "its version" test "$("$root/usr/bin/bpwalk" --version)" = "bpwalk $(dpkg-deb -f "$package" Version)"
check "the walk" test "$("$root/usr/bin/bpwalk" | cksum)" = "$(cksum <"$SOURCES/traces/walk.txt")"
if command -v man >/dev/null 2>&1; then
    check "man -w bpwalk" test "$(man -M "$root/usr/share/man" -w bpwalk)" = "$root/usr/share/man/man1/bpwalk.1.gz"
else
    skip "man -w bpwalk" "man is not here"
fi
check "the page, the tutorial, the completions" brings doc/bpwalk/bpwalk.html doc/bpwalk/copyright \
    doc/bpwalk/tutorial/README.md bash-completion/completions/bpwalk zsh/site-functions/_bpwalk
check "dpkg --remove" dpkg_there --remove bpwalk
check "dpkg --purge" dpkg_there --purge bpwalk
files >"$scratch/left"
check "nothing is left" test ! -s "$scratch/left"
sed 's/^/# /' "$scratch/left"
finish
