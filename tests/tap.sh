# TAP for the shell tests: sourced, not run. Each fact is a line `ok N - what` or `not ok ...`.
# BPWALK is the program, SOURCES the top of the sources; THOROUGH=yes is all that is slow, too.
set -u
LC_ALL=C # the language of what is printed
export LC_ALL
: "${BPWALK:=./bpwalk}" "${SOURCES:=.}" "${THOROUGH:=}"
tap_count=0
tap_failed=0
scratch=$(mktemp -d "${TMPDIR:-/tmp}/bpwalk-test.XXXXXX") || exit 99
trap 'rm -rf "$scratch"' EXIT

verdict() { # verdict STATUS WHAT: 0 is ok
    tap_count=$((tap_count + 1))
    if [ "$1" -eq 0 ]; then
        printf 'ok %s - %s\n' "$tap_count" "$2"
    else
        tap_failed=$((tap_failed + 1))
        printf 'not ok %s - %s\n' "$tap_count" "$2"
    fi
}

check() { # check WHAT COMMAND...: ok if the command succeeds
    check_what=$1
    shift
    "$@"
    verdict $? "$check_what"
}

one_line() { # one_line TEXT: on stderr there was one line, the program's, with TEXT in it
    { IFS= read -r tap_line && ! IFS= read -r tap_more && [ -z "$tap_more" ]; } <"$scratch/err" || return
    case $tap_line in "bpwalk: "*) ;; *) return 1 ;; esac
    case $tap_line in *"$1"*) ;; *) return 1 ;; esac
}

refused() { # refused WHAT-THE-LINE-SAYS ARGUMENT...: status 2, no output, that one line on stderr
    says=$1
    shift
    "$BPWALK" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    status=$?
    [ "$status" -eq 2 ] && [ ! -s "$scratch/out" ] && one_line "$says" && return
    echo "# status $status; not '$says' but: $(head -c 300 "$scratch/err")"
    return 1
}

refuses() { # refuses WHAT-THE-LINE-SAYS ARGUMENT...: the arguments name the fact
    refuses_says=$1
    shift
    check "bpwalk $*" refused "$refuses_says" "$@"
}

# To a file and then looked at: a pipe whose reader has seen enough ends the program before its time.
prints() { # prints TEXT ARGUMENT...: status 0, nothing on stderr, and the output has TEXT in it
    wanted=$1
    shift
    "$BPWALK" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null && [ ! -s "$scratch/err" ] &&
        grep -qF -- "$wanted" "$scratch/out" && return
    echo "# no '$wanted' in: $(head -n 5 "$scratch/out" "$scratch/err")"
    return 1
}

thorough() { # thorough WHAT: whether it is to be done, as by `make check-all`; else that is told
    [ "$THOROUGH" = yes ] || { skip "$1" "thorough and slow: make check-all" && false; }
}

has_terminal() { # whether script(1) is here, and gives a program a terminal: /dev/pts may be missing
    script -qec 'test -t 1 && echo yes' /dev/null 2>/dev/null </dev/null | grep -q yes
}

skip() { # skip WHAT WHY
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

finish() {
    echo "1..$tap_count"
    [ "$tap_failed" -eq 0 ]
    exit
}
