#!/bin/sh
# Prepares a checkout: installs what is missing, makes the configure script, configures, builds.
#
#     ./autogen.sh [-y] [MAKE-TARGET...]
#
# With -y, missing packages are installed through apt-get (with sudo where that is needed); without,
# they are named with the command that installs them, and the status is 2. Then the targets are
# made; without a target the tree is only prepared.
set -eu
cd "$(dirname "$0")"

yes=no
case "${1-}" in
-y) yes=yes; shift ;;
-*) echo "autogen.sh: $1 is unknown; usage: ./autogen.sh [-y] [MAKE-TARGET...]" >&2; exit 2 ;;
esac

missing=
need() { # need PACKAGES COMMAND...: the packages, unless the command succeeds
    packages=$1; shift
    "$@" >/dev/null 2>&1 || missing="$missing $packages"
}

compiles() {
    printf '#include <stdio.h>\nint main(void) { return puts("") < 0; }\n' |
        ${CC:-cc} -x c -o /dev/null - 
}

need "gcc libc6-dev" compiles
need make command -v make
need autoconf command -v autoconf
need automake command -v automake
for target in "$@"; do
    case "$target" in
    check | distcheck | bless | bench | coverage | mutate | release-check)
        need pkg-config command -v pkg-config
        need check pkg-config --exists check
        need libmpfr-dev pkg-config --exists mpfr
        need gnuplot-nox command -v gnuplot
        break ;;
    esac
done
for target in "$@"; do
    case "$target" in
    coverage) need gcc command -v gcov; need lcov command -v genhtml ;;
    esac
done

if [ -n "$missing" ]; then
    sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    if ! command -v apt-get >/dev/null; then
        echo "autogen.sh: missing (by their Debian names):$missing; please install them" >&2
        exit 2
    fi
    if [ $yes = no ]; then
        echo "autogen.sh: missing:$missing; ./autogen.sh -y installs them, or: ${sudo:+$sudo }apt-get install$missing" >&2
        exit 2
    fi
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    # shellcheck disable=SC2086
    { $sudo apt-get -q update && $sudo apt-get -q install -y --no-install-recommends $missing; } >&2
fi

[ -f configure ] && [ configure -nt configure.ac ] && [ Makefile.in -nt Makefile.am ] || autoreconf --install >&2
[ -f Makefile ] && [ Makefile -nt configure ] || ./configure --quiet >&2
if [ $# -gt 0 ]; then
    exec make -s V=1 -j"$(nproc 2>/dev/null || echo 1)" "$@"
fi
