#!/bin/sh
# Completion: every command and every option is completed, in bash and in zsh, and every word that is
# offered for an option is one that the program takes.
. "${SOURCES:-.}/tests/tap.sh"

mkdir "$scratch/bin"
ln -s "$BPWALK" "$scratch/bin/bpwalk"
PATH=$scratch/bin:$PATH
export PATH

commands=$(bpwalk --help | sed -n 's/^  bpwalk \([a-z]*\) .*/\1/p')
options_of() { # options_of COMMAND
    bpwalk "$1" --help | sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p'
}

# The option tables of the sources are what --help lists.
in_tables=$(sed -n 's/^ *{ *"\([a-z-]*\)", \('\''.'\''\|0\|letter\),.*/--\1/p; s/^ *"\([a-z-]*\)", '\''.'\''.*/--\1/p' "$SOURCES"/src/command/*.[ch] | sort -u)
in_help=$(for command in $commands; do options_of "$command"; done | sort -u)
check "--help lists the options of all tables" test "$(printf '%s\n' --help --version $in_tables | sort -u)" = "$in_help"

bash_offers() { # bash_offers WORD...: what bash offers for the last of the words
    bash -c '. "$SOURCES/completion/bpwalk.bash"
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _bpwalk && printf "%s\n" "${COMPREPLY[@]}"' bash bpwalk "$@"
}

zsh_offers() { # zsh_offers WORD...: the specifications and descriptions that zsh is handed
    # shellcheck disable=SC2016
    zsh -f -c '_arguments() { print -rl -- "$@"; }; _describe() { print -rl -- "${(@P)2}"; }
        words=(bpwalk "$@") CURRENT=$(($# + 1))
        . "$SOURCES/completion/_bpwalk"' zsh "$@" | sed 's/^[*]*\(-*[a-z-]*\).*/\1/'
}

each_offered() { # each_offered SHELL
    [ "$("${1}_offers" '' | sort)" = "$(printf '%s\n' $commands | sort)" ] || { echo "# commands"; return 1; }
    for command in $commands; do
        "${1}_offers" "$command" -- | grep '^--' | sort >"$scratch/offered"
        options_of "$command" | sort | cmp -s - "$scratch/offered" || { echo "# $command: $(tr '\n' ' ' <"$scratch/offered")"; return 1; }
    done
}

each_explained() {
    bash_offers explain '' >"$scratch/names"
    grep -q '^dE_total_dw1$' "$scratch/names" && xargs -n 1 bpwalk explain <"$scratch/names" >"$scratch/explained"
}

words_taken() { # words_taken OPTION ARGUMENT...: each word offered for OPTION of the command
    option=$1
    shift
    offered=$(bash_offers "$1" "$option" '')
    [ -n "$offered" ] || { echo "# nothing is offered"; return 1; }
    for word in $offered; do
        case $word in *=) word=${word}1 ;; esac
        bpwalk "$@" "$option" "$word" >/dev/null 2>"$scratch/err" || { echo "# $word: $(cat "$scratch/err")"; return 1; }
    done
}

if command -v bash >/dev/null 2>&1; then
    check "bash: every command and option" each_offered bash
    for option in --reading --chapter --equations --format --lang --notation --color --set; do
        check "bash: the words of walk $option" words_taken $option walk
    done
    check "bash: the words of errata --format" words_taken --format errata
    for option in --activation --loss --format; do
        check "bash: the words of train $option" words_taken $option train --layers 2,2 --iterations 1
    done
    for option in --path --lang; do
        check "bash: the words of plot $option" words_taken $option plot network
    done
    for option in --hints --layout; do
        check "bash: the words of handout $option" words_taken $option handout --blank
    done
    check "bash: the words of handout --paper" words_taken --paper handout --format latex
    check "bash: the words of handout --questions" words_taken --questions handout --format moodle --count 2 -o "$scratch/bank.xml"
    echo 'in_h1 = 0.6' >"$scratch/answers"
    check "bash: the words of check --format" words_taken --format check "$scratch/answers"
    check "bash: the plots" test "$(bash_offers plot '')" = "$(bpwalk plot --list | cut -d ' ' -f 1)"
    check "bash: files behind the plot's name" test -z "$(bash_offers plot --lang zh boundary '')"
    check "bash: the names that explain takes" each_explained
    check "bash: a name begun" test "$(bash_offers explain dE_O1_do | tr '\n' ' ')" = "dE_O1_dout_O1 dE_O1_dout_h1 dE_O1_dout_h2 "
    check "bash: the examples" test "$(bash_offers example '')" = "$(bpwalk example | cut -d ' ' -f 1)"
    check "bash: the words of --example" test "$(bash_offers walk --example '')" = "$(bpwalk example | cut -d ' ' -f 1)"
    check "bash: a word begun" test "$(bash_offers walk --lang z)" = zh
    check "bash: --option=WORD" test "$(bash_offers walk --lang = z)" = zh
    check "bash: an option of walk without the word walk" test "$(bash_offers --equ)" = --equations
else
    skip "bash" "bash is not here"
fi
if command -v zsh >/dev/null 2>&1; then
    check "zsh: every command and option" each_offered zsh
else
    skip "zsh" "zsh is not here"
fi
finish
