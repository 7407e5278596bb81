#!/bin/sh
# Install: `make install` puts every part where it belongs, what is installed works and leads nowhere
# else, and `make uninstall` takes it all away.
. "${SOURCES:-.}/tests/tap.sh"

root=$scratch/root
top=$(dirname "$BPWALK")
make_in() { # make_in TARGET: in the build directory, as by a user
    (cd "$top" && env -u MAKEFLAGS -u MFLAGS "${MAKE:-make}" -s "$1" DESTDIR="$root" prefix=/usr >"$scratch/log" 2>&1) && return
    sed 's/^/# /' "$scratch/log"
    return 1
}
leads_somewhere() { # leads_somewhere DIRECTORY: every link in its Markdown files
    grep -o '](\([^)]*\))' /dev/null "$1"/*.md | grep -v '(https\{0,1\}:' | sed 's/^\(.*\):](\(.*\))/\1 \2/' | while read -r file target; do
        target=${target%%#*}
        [ -e "${file%/*}/$target" ] || echo "# $file: $target"
    done | grep . && return 1
    return 0
}
found() { # found FILE...
    for file in "$@"; do [ -f "$root/usr/$file" ] || { echo "# no $file"; return 1; }; done
}

check "make install" make_in install
check "the program" test "$("$root/usr/bin/bpwalk" --version)" = "$("$BPWALK" --version)"
check "the manual" found share/man/man1/bpwalk.1
check "the completions" found share/bash-completion/completions/bpwalk share/zsh/site-functions/_bpwalk
check "the README and the license" found share/doc/bpwalk/README.md share/doc/bpwalk/README.zh.md share/doc/bpwalk/LICENSE
for chapter in "$SOURCES"/tutorial/*.md "$SOURCES"/tutorial/zh/*.md; do
    check "${chapter#"$SOURCES/"}" found "share/doc/bpwalk/${chapter#"$SOURCES/"}"
done
check "the programs in other languages" found share/doc/bpwalk/examples/network.c share/doc/bpwalk/examples/network_torch.py
check "the links of the tutorial" leads_somewhere "$root/usr/share/doc/bpwalk/tutorial"
check "in Chinese, too" leads_somewhere "$root/usr/share/doc/bpwalk/tutorial/zh"
check "the links of the README" leads_somewhere "$root/usr/share/doc/bpwalk"

if command -v groff >/dev/null 2>&1; then
    check "the manual formats without a warning" test -z "$(groff -ww -man -Tutf8 "$root/usr/share/man/man1/bpwalk.1" 2>&1 >/dev/null)"
else
    skip "the manual formats" "groff is not here"
fi
all_in_manual() {
    sed 's/\\-/-/g' "$root/usr/share/man/man1/bpwalk.1" >"$scratch/manual"
    for command in $("$BPWALK" --help | sed -n 's/^  bpwalk \([a-z]*\) .*/\1/p'); do
        grep -q "^.SS \"bpwalk $command" "$scratch/manual" || { echo "# no $command"; return 1; }
        in_manual=$(sed -n "/^.SS \"bpwalk $command/,/^.S[SH]/p" "$scratch/manual" | grep '^.fB')
        for option in $("$BPWALK" "$command" --help | sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p'); do
            case $in_manual in *"$option"*) ;; *) echo "# no $command $option"; return 1 ;; esac
        done
    done
}
check "the manual has every command and option" all_in_manual

check "make uninstall" make_in uninstall
check "nothing is left" test -z "$(find "$root" -type f)"
finish
