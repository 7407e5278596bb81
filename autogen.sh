#!/bin/sh
# Prepares a checkout: installs what is missing, makes the configure script, configures, builds.
#
#     ./autogen.sh [-y] [MAKE-TARGET...]
#
# With -y, missing packages are installed through apt-get (with sudo where that is needed); without, or
# where there is no apt-get, they are named with the command that installs them, and the status is 2.
# Then the targets are made; without a target the tree is only prepared. A tree that was configured with
# other libraries or another CC, CFLAGS, CPPFLAGS, LDFLAGS than there are now is configured again.
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

fuzzes() {
    printf 'int LLVMFuzzerTestOneInput(void);\nint LLVMFuzzerTestOneInput(void) { return 0; }\n' |
        clang -fsanitize=fuzzer,address,undefined -x c -o /dev/null -
}

links_for_a_page() {
    printf 'int main(void) { return 0; }\n' | clang --target=wasm32-wasi --sysroot=/usr -x c -o /dev/null -
}

runtime() { # the package with the sanitizers and the fuzzer of Debian's clang
    version=$(apt-cache depends clang 2>/dev/null | sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p' | head -n 1)
    echo "libclang-rt-${version:-14}-dev"
}

need "gcc libc6-dev" compiles
need make command -v make
need autoconf command -v autoconf
need automake command -v automake
for target in "$@"; do
    case "$target" in
    check | check-all | digits | distcheck | bless | bench | coverage | mutate | release-check)
        need pkg-config command -v pkg-config
        need check pkg-config --exists check
        need libmpfr-dev pkg-config --exists mpfr
        need gnuplot-nox command -v gnuplot
        break ;;
    esac
done
for target in "$@"; do
    case "$target" in
    everywhere | release-check)
        need clang command -v clang
        need musl-tools command -v musl-gcc
        need "gcc-i686-linux-gnu libc6-dev-i386-cross" command -v i686-linux-gnu-gcc
        need "gcc-aarch64-linux-gnu libc6-dev-arm64-cross" command -v aarch64-linux-gnu-gcc
        need "gcc-s390x-linux-gnu libc6-dev-s390x-cross" command -v s390x-linux-gnu-gcc
        need qemu-user command -v qemu-s390x ;;
    esac
    case "$target" in
    page | release | deb | release-check)
        need clang command -v clang
        need lld command -v wasm-ld
        need zopfli command -v zopfli
        need wasi-libc test -f /usr/lib/wasm32-wasi/libc.a
        need "$(runtime)-wasm32" links_for_a_page ;;
    esac
    case "$target" in
    mutate | release-check) need python3 command -v python3 ;;
    esac
    case "$target" in
    deb | release-check) need "dpkg-dev debhelper" command -v dh ;;
    esac
    case "$target" in
    fuzz | release-check) need "clang $(runtime)" fuzzes ;;
    esac
    case "$target" in
    coverage | release-check) need gcc command -v gcov; need gcovr command -v gcovr ;;
    esac
done

manager=
for one in brew apk pacman zypper dnf apt-get; do
    ! command -v $one >/dev/null || manager=$one
done
sudo=
[ "$(id -u)" = 0 ] || [ "$manager" = brew ] || sudo="sudo "

apt() { # apt-get, again and again for ten minutes while something else holds one of its locks
    tries=120
    until said=$(${sudo}env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q "$@" 2>&1 >&3); do
        case $said in
        *"Could not get lock"* | *"locked by another process"*) ;;
        *) tries=0 ;;
        esac
        [ $tries -gt 0 ] || { echo "$said" >&2; exit 2; }
        [ $tries -lt 120 ] || echo "autogen.sh: something else is installing packages; waiting for it, ten minutes at the most" >&2
        tries=$((tries - 1))
        sleep 5
    done 3>&2
}

named() { # named SED-SCRIPT: Debian's names to those of others; what `everywhere` alone needs keeps its
    missing=" $(printf '%s\n' $missing |
        sed "$1; s/^libmpfr-dev/mpfr/; s/^pkg-config/pkgconf/; s/^gnuplot-nox/gnuplot/; s/^libclang-rt.*/compiler-rt/" |
        paste -s -d ' ' -)"
}

# shellcheck disable=SC2086 # names of packages
if [ -n "$missing" ]; then
    how="$sudo$manager install"
    case $yes$manager in
    yesapt-get) apt update; apt install -y --no-install-recommends $missing; how= ;;
    noapt-get) how="./autogen.sh -y installs them, or: $how" ;;
    *dnf | *zypper) named 's/^libc6-dev/glibc-devel/; s/^pkg-config/pkgconf-&/; s/^check/&-devel/; s/^libmpfr-dev/mpfr-devel/' ;;
    *pacman) named 's/^libc6-dev/glibc/'; how="${sudo}pacman -S" ;;
    *apk) named 's/^libc6-dev/musl-dev/; s/^check/&-dev/; s/^libmpfr-dev/mpfr-dev/'; how="${sudo}apk add" ;;
    *brew) named '/^libc6-dev/d; s/^clang/llvm/; /^libclang-rt/d' ;;
    *) how="please install them, here by Debian's names:" ;;
    esac
    [ -z "$how" ] || { echo "autogen.sh: missing:$missing; $how$missing" >&2; exit 2; }
fi

configured() { # as the environment says, where it says something
    for setting in CC CFLAGS CPPFLAGS LDFLAGS; do
        eval "value=\${$setting-}"
        [ -z "$value" ] || grep -qFx "$setting = $value" Makefile || return 1
    done
}

libraries_found() { # those that are here, and no others
    absent=
    for library in check mpfr; do
        pkg-config --exists $library 2>/dev/null || absent="$absent $library"
    done
    grep -qx "ABSENT =  *${absent# }" Makefile
}

[ -f configure ] && [ configure -nt configure.ac ] && [ Makefile.in -nt Makefile.am ] || autoreconf --install >&2
if ! [ -f Makefile ]; then
    ./configure --quiet >&2
elif ! configured; then # what is built is of no use
    { ./configure --quiet; make -s clean; } >&2
elif [ configure -nt Makefile ] || ! libraries_found; then
    { ./config.status --quiet --recheck; ./config.status --quiet; } >&2
fi
if [ $# -gt 0 ]; then
    exec make -s V=1 -j"$(nproc 2>/dev/null || echo 1)" "$@"
fi
