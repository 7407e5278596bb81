# Completion of bpwalk for bash. Commands and options are asked of the program itself; only the words
# that an option takes stand here.

_bpwalk_values() { # _bpwalk_values COMMAND OPTION: the words that it takes, or nothing
    case $2 in
    --reading) echo stated printed ;;
    --chapter) echo 3 4 5 all ;;
    --equations) echo 3.{1..6} 4.{1..5} 5.{1..34} ;;
    --format) bpwalk "$1" --help | sed -n '/--format/p' | grep -ow 'text\|markdown\|latex\|html\|moodle\|qti\|exams\|tsv\|json' ;;
    --lang) echo en zh ;;
    --notation) echo in/out net/out z/a ;;
    --color) echo auto always never ;;
    --hints) echo formula substituted none ;;
    --layout) echo lines grid ;;
    --paper) echo a4 letter ;;
    --questions) echo sections variants single ;;
    --activation) echo tanh sigmoid relu leaky-relu identity ;;
    --output-activation) echo sigmoid softmax tanh relu leaky-relu identity ;;
    --data) echo moons circles linear xor iris example ;;
    --loss) echo cross-entropy mse mean-squared-error ;;
    --path) echo w{1..8} ;;
    --example) bpwalk example 2>/dev/null | cut -d ' ' -f 1 ;;
    --set) echo {i1,i2,O1,O2,w{1..8},b{1..4},alpha}= ;;
    esac
}

_bpwalk() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=walk words
    # bash takes the = of --option=VALUE for a word of its own
    [[ $before == = && COMP_CWORD -gt 2 ]] && before=${COMP_WORDS[COMP_CWORD - 2]}
    [[ $word == = ]] && word=
    [[ COMP_CWORD -gt 1 && ${COMP_WORDS[1]} != -* ]] && command=${COMP_WORDS[1]}

    words=$(_bpwalk_values "$command" "$before")
    if [[ -z $words && COMP_CWORD -eq 1 && $word != -* ]]; then
        words=$(bpwalk --help 2>/dev/null | sed -n 's/^  bpwalk \([a-z]*\) .*/\1/p')
    elif [[ -z $words && $word == -* ]]; then
        words=$(bpwalk "$command" --help 2>/dev/null | sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p')
    elif [[ -z $words && $command == plot && $before != --* ]]; then
        words=$(bpwalk plot --list 2>/dev/null | cut -d ' ' -f 1)
        for before in "${COMP_WORDS[@]:2:COMP_CWORD-2}"; do # behind the figure stand files
            [[ " ${words//$'\n'/ } " == *" $before "* ]] && words=
        done
    elif [[ -z $words && $command == example && $before != --* ]]; then
        words=$(_bpwalk_values example --example)
    elif [[ -z $words && $command == explain && $before != --* ]]; then
        words=$(bpwalk --format tsv 2>/dev/null | awk 'NR == 2 { first = $3 } $3 == first { print $5 }' FS='\t' | sort -u)
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -o default -F _bpwalk bpwalk
