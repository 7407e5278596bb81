#!/bin/sh
# Language: that of LC_ALL, LC_MESSAGES or LANG, unless --lang says another; help and refusals too. And every
# sentence of the code has its second language.
. "${SOURCES:-.}/tests/tap.sh"

in_language() { # in_language "NAME=VALUE..." ARGUMENT...: what is printed, and on stderr
    settings=$1
    shift
    # shellcheck disable=SC2086
    env -u LC_ALL -u LC_MESSAGES -u LANG $settings "$BPWALK" "$@" 2>&1
}
is_chinese() { in_language "$@" | head -n 1 | grep -q '文章'; }
is_english() { in_language "$@" | head -n 1 | grep -q 'article'; }
check "no setting: English" is_english ""
check "LANG" is_chinese LANG=zh_CN.UTF-8
check "LC_MESSAGES before LANG" is_english "LANG=zh_CN.UTF-8 LC_MESSAGES=C"
check "LC_ALL before both" is_chinese "LANG=C LC_MESSAGES=C LC_ALL=zh_TW.UTF-8"
check "an empty one is none" is_chinese "LC_ALL= LANG=zh"
check "another language: English" is_english LANG=de_DE.UTF-8
check "--lang en wins" is_english LC_ALL=zh_CN.UTF-8 --lang en
check "--lang zh wins" is_chinese LC_ALL=C --lang zh

says() { # says WORDS "NAME=VALUE..." ARGUMENT...
    words=$1
    shift
    in_language "$@" | grep -q -e "$words"
}
for command in walk errata example explain plot handout check quiz train predict; do
    check "help of $command in Chinese" says '用法：bpwalk' LANG=zh_CN.UTF-8 $command --help
done
check "help in Chinese" says '逐式推演' LANG=zh_CN.UTF-8 --help
check "a refusal in Chinese" says '没有命令“nonsense”' LANG=zh_CN.UTF-8 nonsense
check "a refusal with its place" says '^bpwalk: --set w1=abc 不是数' LANG=zh_CN.UTF-8 --set w1=abc
check "a refusal behind --lang zh" says '--digits x：需要 0 到 17 的整数' LC_ALL=C --lang zh --digits x
check "a refusal behind --lang en" says '--digits x: a whole number' LC_ALL=zh --lang en --digits x
for command in walk errata example explain plot handout check quiz train predict; do
    check "help of $command, and --lang zh behind it" says '^用法：bpwalk' LC_ALL=C $command --help --lang zh
    check "help of $command, --lang en wins behind it" says '^Usage: bpwalk' LC_ALL=zh $command -h --lang=en
done
check "what an option takes is said in Chinese" test "$(for command in walk errata example explain plot handout check quiz train predict; do
    in_language LC_ALL=zh $command --help
done | grep -c '^  -[^=]*=[A-Z|]*[A-Z][A-Z]')" -eq 0
check "and the columns stand below each other" says '^  -o, --output=文件          写入' LC_ALL=zh walk --help
check "all help, and --lang zh behind it" says '逐式推演' LC_ALL=C --help --lang zh
check "a refusal before --lang zh" says '--digits x：需要 0 到 17 的整数' LC_ALL=C --digits x --lang zh
check "an unknown option before --lang zh" says '不是 `bpwalk walk` 的选项' LC_ALL=C --nonsense --lang zh
check "an unknown command before --lang zh" says '没有命令“nonsense”' LC_ALL=C nonsense --lang zh
check "behind -- it is a word" says 'needs\|is one word too many' LC_ALL=C quiz -- --lang zh
check "the value of an option is no option" says 'lang zh' LC_ALL=C handout --title '--lang zh'
check "a letter of another option is no language" says 'zh is unknown' LC_ALL=C train -l zh
check "a wrong --lang is refused" says '--lang cn is unknown' LC_ALL=C --lang cn
for format in tsv json; do
    in_language LC_ALL=C --format $format >"$scratch/en"
    in_language LC_ALL=zh_CN.UTF-8 --format $format >"$scratch/zh"
    check "$format never changes" cmp "$scratch/en" "$scratch/zh"
done

# Tables that are text for a reader have his words at their heads; those for programs have not.
"$BPWALK" train --layers 2,1,2 --iterations 1 --save "$scratch/model" >"$scratch/said"
echo 1,2 >"$scratch/points"
check "the head of predictions in Chinese" says '^样本.out_O1.out_O2.类别$' LC_ALL=zh predict "$scratch/model" "$scratch/points"
sed 's/^activation.*/activation tan/' "$scratch/model" >"$scratch/model-wrong"
check "what a model's line should be" says '需要例如 .activation tanh. 的一行' LC_ALL=zh predict "$scratch/model-wrong" "$scratch/points"
check "but not for tsv" says '^sample.out_O1.out_O2.class$' LC_ALL=zh predict "$scratch/model" "$scratch/points" -f tsv
check "the head of gradients in Chinese" says '^参数.反向传播.数值方法.相差.判定$' LC_ALL=zh train --layers 2,1,2 --check-gradients
check "and their verdict" says '相同$' LC_ALL=zh train --layers 2,1,2 --check-gradients
check "but not for tsv" says '^parameter.analytic.numeric' LC_ALL=zh train --layers 2,1,2 --check-gradients -f tsv
check "a function that is none, in a quiz" test "$(echo 'foo(3)' | in_language LC_ALL=zh quiz | grep -c '需要函数 tanh、relu.*、pow 之一')" -eq 1
check "which package has gnuplot" says '请安装 Debian 软件包 gnuplot-nox' "LC_ALL=zh PATH=$scratch" plot step --render "$scratch/a.svg"
check "a list has its Chinese comma" says 'together、at-once' LC_ALL=zh --set update=later
check "numbers of a sheet have theirs" says '0.1`[$]，' LC_ALL=zh handout --blank

comments() { # comments LANGUAGE: all that examples say
    "$BPWALK" example | cut -d ' ' -f 1 | while read -r name; do
        in_language LC_ALL="$1" example "$name" | sed -n 's/.*# *//p'
    done
}
comments zh >"$scratch/zh"
check "examples have comments" test "$(grep -c . "$scratch/zh")" -gt 50
check "all of them in Chinese" test "$(LC_ALL=C grep -c '^[ -~][ -~]*$' "$scratch/zh")" -eq 0
in_language LC_ALL=C example greenhouse | sed 's/#.*//' >"$scratch/en"
in_language LC_ALL=zh example greenhouse | sed 's/#.*//' >"$scratch/zh"
check "and their numbers the same" cmp "$scratch/en" "$scratch/zh"

# ---- Every sentence has its second language ----

# All strings in the arguments of each call of FUNCTION, pieces joined; of tables, see below.
sentences() { # sentences FUNCTION FILE...
    function=$1
    shift
    cat "$@" | tr '\n' ' ' | ${AWK:-awk} -v name="$function" '
        function literal(    text, c) { # the string at the beginning of rest, and those that follow it
            while (match(rest, /^ *"([^"\\]|\\.)*"/)) {
                c = substr(rest, RSTART, RLENGTH)
                sub(/^ *"/, "", c)
                text = text substr(c, 1, length(c) - 1)
                rest = substr(rest, RLENGTH + 1)
            }
            return text
        }
        { rest = $0
          while ((at = index(rest, name "(")) > 0) {
              rest = substr(rest, at + length(name) + 1)
              while (match(rest, /^[^";{]*"/)) {
                  rest = substr(rest, RLENGTH)
                  print literal()
              }
          } }'
}
translated() { # the English of the table
    tr '\n' ' ' <"$SOURCES/src/prose/message.c" | ${AWK:-awk} '
        { sub(/.*messages\[\] = [{]/, "")
          while (match($0, /[{] *"([^"\\]|\\.)*"( *"([^"\\]|\\.)*")*/)) {
              text = substr($0, RSTART + 1, RLENGTH - 1)
              $0 = substr($0, RSTART + RLENGTH)
              gsub(/" +"/, "", text)
              gsub(/^ *"|"$/, "", text)
              print text
          } }'
}
# What is a sentence: two words, or what is handed to `message`; not an option, or a format of numbers alone.
# shellcheck disable=SC2046
{
    for function in error_set fault fault_at fault_of refuse unknown fail; do
        sentences $function $(find "$SOURCES/src" -name '*.[ch]') | grep ' ' | grep -v '^--[a-z]* [a-z]*$'
    done
    sentences message $(find "$SOURCES/src" -name '*.c')
} | ${AWK:-awk} '{ words = $0; gsub(/%[-.0-9a-z]*[a-zA-Z]/, "", words) } words ~ /[a-z][a-z]/' | LC_ALL=C sort -u >"$scratch/said"
translated | LC_ALL=C sort -u >"$scratch/translated"
LC_ALL=C comm -23 "$scratch/said" "$scratch/translated" >"$scratch/lacking"
check "there are sentences to look at" test "$(wc -l <"$scratch/said")" -gt 120
check "and translations" test "$(wc -l <"$scratch/translated")" -gt 120
sed 's/^/# no second language: /' "$scratch/lacking"
check "each has a second language" test ! -s "$scratch/lacking"

# And every second language its sentence: what nobody says any more goes, but the system's words, of each libc.
# shellcheck disable=SC2046
cat $(find "$SOURCES/src" -name '*.[ch]' ! -name message.c) | sed 's|\\$||' | tr '\n' ' ' | sed 's/" *"//g' >"$scratch/sources"
grep -v '^[A-Z][A-Za-z/ -]*$' "$scratch/translated" | ${AWK:-awk} 'NR == FNR { sources = sources $0; next }
    index(sources, $0) == 0 { print "# nobody says: " $0 }' "$scratch/sources" - >"$scratch/unsaid"
cat "$scratch/unsaid"
check "each second language has its sentence" test ! -s "$scratch/unsaid"
finish
