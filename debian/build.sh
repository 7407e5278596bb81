#!/bin/sh
# Debian package: of a release, by debhelper: debian/build.sh RELEASE.tar.gz. It is left where one is.
set -eu
release=$(realpath "$1")
version=${release##*/bpwalk-}
version=${version%.tar.gz}
scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-deb.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
unset MAKEFLAGS MFLAGS MAKELEVEL

mkdir "$scratch/bpwalk"
tar -xzf "$release" -C "$scratch/bpwalk" --strip-components=1
cat >"$scratch/bpwalk/debian/changelog" <<C
bpwalk ($version) unstable; urgency=medium

  * As CHANGELOG.md says.

 -- $(sed -n 's/^Maintainer: //p' "$scratch/bpwalk/debian/control")  $(LC_ALL=C date -R -r "$scratch/bpwalk/CHANGELOG.md")
C
(cd "$scratch/bpwalk" && dpkg-buildpackage --build=binary --unsigned-changes --unsigned-source) >"$scratch/log" 2>&1 ||
    { tail -n 30 "$scratch/log" >&2; exit 1; }
cp "$scratch"/bpwalk_*.deb .
echo "$PWD/$(cd "$scratch" && ls bpwalk_*.deb)"
