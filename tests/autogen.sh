#!/bin/sh
# Autogen: what it names where packages are missing, that it waits for a lock, and when it configures
# again. Nothing is installed, configured or built: what it calls are stand-ins that note their calls.
. "${SOURCES:-.}/tests/tap.sh"
unset CC CFLAGS CPPFLAGS LDFLAGS

tree=$scratch/tree bin=$scratch/bin packages=$scratch/packages calls=$scratch/calls

stand_in() { # stand_in FILE...
    for file in "$@"; do printf '#!/bin/sh\necho "${0##*/} $*" >>"%s"\n' "$calls" >"$file"; done
    chmod +x "$@"
}

fresh() { # fresh MANAGER...: a configured tree, and nothing installed but these package managers
    rm -rf "$tree" "$bin" "$packages"
    mkdir "$tree" "$bin" "$packages"
    : >"$calls"
    for command in sh dirname sed paste grep env cp; do ln -s "$(command -v $command)" "$bin"; done
    for command in "$@" sleep; do stand_in "$bin/$command"; done
    for command in cc other-cc make autoconf automake autoreconf pkg-config gnuplot; do stand_in "$packages/$command"; done
    printf '#!/bin/sh\nexec "$@"\n' >"$bin/sudo"
    printf '#!/bin/sh\necho 1000\n' >"$bin/id"
    chmod +x "$bin/sudo" "$bin/id"
    cp "$SOURCES/autogen.sh" "$tree"
    stand_in "$tree/configure" "$tree/config.status"
    touch -t 200001010000 "$tree/configure.ac" "$tree/Makefile.am"
    touch -t 200101010000 "$tree/configure" "$tree/Makefile.in"
}

autogen() { # autogen ARGUMENT...
    PATH=$bin sh "$tree/autogen.sh" "$@" >"$scratch/out" 2>"$scratch/err"
}

fails() { # fails LINE ARGUMENT...: status 2 and that line
    line=$1
    shift
    autogen "$@"
    [ $? -eq 2 ] && [ "$(cat "$scratch/err")" = "$line" ] && return
    sed 's/^/# /' "$scratch/err"
    return 1
}

names() { # names MANAGER HOW PACKAGES
    fresh ${1:+"$1"}
    fails "autogen.sh: missing: $3; $2 $3" -y check
}
tools="make autoconf automake"
check "dnf" names dnf "sudo dnf install" "gcc glibc-devel $tools pkgconf-pkg-config check-devel mpfr-devel gnuplot"
check "zypper" names zypper "sudo zypper install" "gcc glibc-devel $tools pkgconf-pkg-config check-devel mpfr-devel gnuplot"
check "pacman" names pacman "sudo pacman -S" "gcc glibc $tools pkgconf check mpfr gnuplot"
check "apk" names apk "sudo apk add" "gcc musl-dev $tools pkgconf check-dev mpfr-dev gnuplot"
check "brew" names brew "brew install" "gcc $tools pkgconf check mpfr gnuplot"
check "none that is known" names "" "please install them, here by Debian's names:" "gcc libc6-dev $tools pkg-config check libmpfr-dev gnuplot-nox"
fresh dnf apt-get
check "apt-get, without -y" fails \
    "autogen.sh: missing: gcc libc6-dev $tools; ./autogen.sh -y installs them, or: sudo apt-get install gcc libc6-dev $tools" walk

apt_says() { # apt_says LINE: and fails, the first two times
    fresh apt-get
    cat >>"$bin/apt-get" <<END
[ "\$(grep -c apt-get "$calls")" -gt 2 ] || { echo "$1" >&2; exit 100; }
case " \$* " in *" install "*) cp "$packages"/* "$bin" ;; esac
END
}
waits() {
    apt_says "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)"
    autogen -y check && [ "$(grep -c sleep "$calls")" -eq 2 ] && grep -q '^make .*check$' "$calls" &&
        [ "$(wc -l <"$scratch/err")" -eq 1 ] && grep -q 'waiting for it, ten minutes' "$scratch/err"
}
check "waits while another holds a lock" waits
does_not_wait() {
    apt_says "E: Unable to fetch some archives"
    fails "E: Unable to fetch some archives" -y check && ! grep -q -e sleep -e make "$calls"
}
check "does not wait for another fault, and does not go on" does_not_wait

# The Makefile was made without the libraries ABSENT, with CC=cc and CFLAGS=-g -O3.
configures() { # configures CALL ABSENT STATUS-OF-PKG-CONFIG [SETTING]: the call is made, or nothing
    fresh
    cp "$packages"/* "$bin"
    echo "exit $3" >>"$bin/pkg-config"
    printf 'ABSENT = %s\nCC = cc\nCFLAGS = -g -O3\n' "$2" >"$tree/Makefile"
    (${4+export "$4"}; autogen walk) || return
    grep -q -e "^config" -e clean "$calls" || echo nothing >>"$calls"
    grep -qx -e "$1" "$calls" && return
    sed 's/^/# /' "$calls"
    return 1
}
again="config.status --quiet --recheck"
check "the libraries have come: configured again" configures "$again" "check mpfr" 0
check "the libraries have gone: configured again" configures "$again" "" 1
check "the libraries are here still: not" configures nothing "" 0
check "the libraries are not here still: not" configures nothing "check mpfr" 1
check "another CFLAGS: configured afresh" configures "configure --quiet" "" 0 CFLAGS=-O1
check "another CC: what was built goes" configures "make -s clean" "" 0 CC=other-cc
check "the same CFLAGS: not" configures nothing "" 0 "CFLAGS=-g -O3"
finish
