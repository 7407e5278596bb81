#!/bin/sh
# Surroundings: locale, time zone, the width of the terminal and closed streams change nothing but
# what they should.
. "${SOURCES:-.}/tests/tap.sh"

# What is compared: text, table, a sheet with a date, training, a figure.
print_all() { # print_all VARIABLE...: with these set, by env, for a shell has its own opinion of some
    env "$@" "$BPWALK" && env "$@" "$BPWALK" --format tsv &&
        env "$@" "$BPWALK" handout --key --seed 3 --date 2026-11-24 &&
        env "$@" "$BPWALK" train --data example && env "$@" "$BPWALK" plot sigmoid &&
        env "$@" "$BPWALK" check --format tsv - <"$SOURCES/tests/data/answers-right.txt"
}

same() { # same COMMAND...: it prints what print_all does
    "$@" >"$scratch/now" 2>"$scratch/err"
    cmp "$scratch/all" "$scratch/now" && [ ! -s "$scratch/err" ]
}

print_all >"$scratch/all" 2>/dev/null
verdict $? "all is printed"

# Locales made here, for most machines have none. Theirs are other decimal points and digits; the
# order of letters, which takes longest to make, is plain.
made() { # made LOCALE
    {
        for category in CTYPE NUMERIC TIME MONETARY MESSAGES PAPER NAME ADDRESS TELEPHONE MEASUREMENT IDENTIFICATION; do
            printf 'LC_%s\ncopy "%s"\nEND LC_%s\n' $category "$1" $category
        done
        printf 'LC_COLLATE\ncopy "POSIX"\nEND LC_COLLATE\n'
    } >"$scratch/locale"
    localedef -i "$scratch/locale" -f UTF-8 "$scratch/locales/$1.UTF-8" >/dev/null 2>&1
}
mkdir "$scratch/locales"
print_all LC_ALL=zh_CN.UTF-8 LOCPATH=/nonexistent >"$scratch/all-zh_CN" 2>/dev/null
for locale in de_DE ar_EG zh_CN; do
    what="the locale $locale.UTF-8 changes nothing but the language"
    if made $locale; then
        [ ! -f "$scratch/all-$locale" ] || mv "$scratch/all-$locale" "$scratch/all"
        check "$what" same print_all LOCPATH="$scratch/locales" LC_ALL=$locale.UTF-8
    else
        skip "$what" "localedef cannot make it"
    fi
done
print_all >"$scratch/all" 2>/dev/null
for variable in LC_ALL=C LANG=C LC_NUMERIC=de_DE.UTF-8 LANGUAGE=de:zh TZ=Pacific/Kiritimati TZ=:/none COLUMNS=20 TERM=dumb \
    POSIXLY_CORRECT=1 HOME=/nonexistent; do
    check "$variable changes nothing" same print_all "$variable"
done
check "an empty environment changes nothing" same print_all -i

# On a terminal: in colour, whatever its width, and without the colours the same.
esc=$(printf '\033')
on_terminal() { # on_terminal VARIABLE...: one of $columns
    env TERM=xterm "$@" script -qec "stty -opost cols $columns && '$BPWALK'" /dev/null </dev/null
}
if has_terminal && command -v stty >/dev/null; then
    "$BPWALK" >"$scratch/plain"
    for columns in 20 80 300; do
        on_terminal >"$scratch/coloured"
        sed "s/$esc\\[[0-9;]*m//g" "$scratch/coloured" >"$scratch/now"
        check "a terminal of $columns columns: the same in colour" cmp "$scratch/plain" "$scratch/now"
        check "a terminal of $columns columns: there is colour" grep -q "$esc\\[" "$scratch/coloured"
    done
    on_terminal NO_COLOR=1 >"$scratch/now"
    check "NO_COLOR: no colour" cmp "$scratch/plain" "$scratch/now"
    on_terminal TERM=dumb >"$scratch/now"
    check "a terminal without colours: no colour" cmp "$scratch/plain" "$scratch/now"
else
    skip "on a terminal" "script(1) makes no terminal here, or there is no stty"
fi

# Closed streams. A file that is opened must not be taken for one of them.
with_stdin_closed() { print_all <&-; }
check "standard input closed changes nothing" same with_stdin_closed
fails() { # fails COMMAND...: status 2, a line on stderr
    "$@" 2>"$scratch/err"
    [ $? -eq 2 ] && one_line "bpwalk: standard "
}
without_input() { "$BPWALK" "$@" <&- >/dev/null; }
without_output() { "$BPWALK" "$@" </dev/null >&-; }
check "an answer file from closed standard input" fails without_input check -
check "an example from closed standard input" fails without_input --example -
check "a quiz with closed standard input" fails without_input quiz
for arguments in "" "--format tsv" --help --version "walk --help" errata "handout --blank" "train --data example" "plot --list" \
    "plot sigmoid" "check $SOURCES/tests/data/answers-right.txt" quiz; do
    # shellcheck disable=SC2086
    check "closed standard output: bpwalk $arguments" fails without_output $arguments
done
printf 'x,y\n0.5,1\n' >"$scratch/samples"
for stream in 0 1 2 01 12 012; do
    (
        case $stream in *0*) exec <&- ;; esac
        case $stream in *1*) exec >&- ;; esac
        case $stream in *2*) exec 2>&- ;; esac
        "$BPWALK" --format tsv -o "$scratch/closed" && "$BPWALK" train --layers 2,2 --iterations 3 --save "$scratch/model" -o /dev/null
    )
    check "closed $stream: written to a file all the same" cmp "$SOURCES/traces/walk.tsv" "$scratch/closed"
    check "closed $stream: a model is whole" "$BPWALK" predict "$scratch/model" "$scratch/samples" -o /dev/null
    rm -f "$scratch/closed" "$scratch/model"
    (exec 2>&-; "$BPWALK" --nonsense -o "$scratch/closed")
    check "closed $stream: no message in a file" test ! -e "$scratch/closed"
done
finish
