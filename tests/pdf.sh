#!/bin/sh
# PDF: which program `handout --pdf` takes, what it says where there is none or it fails, that nothing is
# left then; and the PDF of those that are here.
. "${SOURCES:-.}/tests/tap.sh"

cat=$(command -v cat) ls=$(command -v ls) rm=$(command -v rm)
mkdir "$scratch/fake" "$scratch/tmp" "$scratch/none"
case $BPWALK in */*) program=$(cd "$(dirname "$BPWALK")" && pwd)/$(basename "$BPWALK") ;; *) program=$(command -v "$BPWALK") ;; esac
alone() { # alone ARGUMENT...: `handout --pdf` where the programs of fake/ alone are
    (PATH=$scratch/fake TMPDIR=$scratch/tmp; export PATH TMPDIR; exec "$program" handout --pdf "$@") >"$scratch/out" 2>"$scratch/err" </dev/null
}
fake() { # fake NAME COMMANDS: a program that does this; $directory is that of its document, $file the document
    cat >"$scratch/fake/$1" <<SCRIPT
#!/bin/sh
for word; do
    case \$word in -output-directory=*) directory=\${word#*=} ;; --print-to-pdf=*) directory=\${word#*=}; directory=\${directory%/*} ;; esac
    file=\${word#file://}
done
$2
SCRIPT
    chmod +x "$scratch/fake/$1"
}
refused_pdf() { # refused_pdf WHAT-THE-LINE-SAYS ARGUMENT...: status 2, that one line; what was there is kept, and alone
    says=$1
    shift
    mkdir -p "$scratch/place"
    echo before >"$scratch/place/kept.pdf"
    alone "$@"
    [ $? -eq 2 ] && [ ! -s "$scratch/out" ] && one_line "$says" && [ "$(cat "$scratch/place/kept.pdf")" = before ] &&
        [ "$(ls -A "$scratch/place" "$scratch/tmp" | tr '\n' ' ')" = "$scratch/place: kept.pdf  $scratch/tmp: " ] && return
    echo "# not '$says' but: $(head -c 400 "$scratch/err") $(ls -A "$scratch/place" "$scratch/tmp")"
    return 1
}
out=$scratch/place/kept.pdf

# ---- None, or none for this ----

check "neither: what to install" refused_pdf "neither xelatex nor a browser; install the Debian packages texlive-xetex" -o "$out"
check "no TeX" refused_pdf "no xelatex; install" --format latex -o "$out"
check "no browser" refused_pdf "no browser for it; install the Debian package chromium" --format html -o "$out"
check "a directory: not made" refused_pdf "neither xelatex" --count 2 -o "$scratch/place/sheets"
check "Markdown" refused_pdf "made of latex or html" --format markdown -o "$out"
check "a question bank" refused_pdf "--pdf is for sheets" --format moodle -o "$out"
check "to nowhere" refused_pdf "-o FILE or -o DIR is needed"

# ---- Which one, and what is written ----

fake chromium "{ echo browser; $cat \"\$file\"; } >\"\$directory/sheet.pdf\"; echo noise >&2"
made_by() { # made_by WORD TEXT ARGUMENT...: it is, of a document with this text, without a word
    word=$1 text=$2
    shift 2
    alone "$@" -o "$scratch/made.pdf" && [ ! -s "$scratch/err" ] && [ "$(head -n 1 "$scratch/made.pdf")" = "$word" ] &&
        grep -qF "$text" "$scratch/made.pdf" && [ -z "$(ls -A "$scratch/tmp")" ]
}
check "a browser, of HTML, which talks" made_by browser '<!DOCTYPE html>'
fake pdflatex "{ echo pdflatex; $cat \"\$file\"; } >\"\$directory/sheet.pdf\""
check "pdflatex before it" made_by pdflatex '\documentclass'
(PATH=:$scratch/fake; export PATH; exec "$program" handout --pdf -o "$scratch/made.pdf")
check "also behind an empty word of PATH" test "$? $(head -n 1 "$scratch/made.pdf")" = "0 pdflatex"
(unset PATH; exec "$program" handout --pdf -o "$out") 2>"$scratch/err"
check "without a PATH there is none: status 2" test $? -eq 2
check "and it is told" one_line "--pdf: there is neither xelatex nor a browser"
check "but not in Chinese" made_by browser '<!DOCTYPE html>' --lang zh
fake xelatex "{ echo xelatex; $cat \"\$file\"; } >\"\$directory/sheet.pdf\"; echo noise"
check "xelatex first" made_by xelatex '\documentclass' --lang zh
check "--format html: a browser" made_by browser '<!DOCTYPE html>' --format html
alone --blank --count 3 -o "$scratch/sheets"
check "--count: a PDF a sheet, and the key" test "$? $(ls "$scratch/sheets" | tr '\n' ' ')" = "0 answers.tsv key.pdf sheet-1.pdf sheet-2.pdf sheet-3.pdf "
"$BPWALK" handout --blank --count 3 --format latex -o "$scratch/latex"
for file in key sheet-1 sheet-3; do
    check "$file: of the document that --format latex writes" sh -c "tail -n +2 '$scratch/sheets/$file.pdf' | cmp -s - '$scratch/latex/$file.tex'"
done
alone --blank --count 3 --one-file -o "$scratch/made.pdf"
"$BPWALK" handout --blank --count 3 --one-file --format latex -o "$scratch/one.tex"
check "--one-file: one" sh -c "tail -n +2 '$scratch/made.pdf' | cmp -s - '$scratch/one.tex'"
alone --blank -o - && cp "$scratch/out" "$scratch/piped"
check "-o -: standard output" test "$(head -n 1 "$scratch/piped")" = xelatex
fake xelatex "{ echo \"\$directory\"; $ls -ld \"\$directory\" \"\$file\"; } >\"\$directory/sheet.pdf\""
modes() { sed -n 's/^\([drwx-]*\).*/\1/p' "$1" | tr '\n' ' '; }
alone -o "$scratch/made.pdf"
check "nobody else reads what is on the way" test "$(modes "$scratch/made.pdf")" = " drwx------ -rw------- "
in_tmp() { # in_tmp COMMAND...: the directory on the way is one of /tmp's
    env PATH="$scratch/fake" "$@" "$program" handout --pdf -o "$scratch/made.pdf" 2>"$scratch/err" && grep -q '^/tmp/bpwalk[.]' "$scratch/made.pdf"
}
env=$(command -v env)
check "an empty TMPDIR is none" in_tmp TMPDIR=
check "nor is there one" in_tmp "$env" -u TMPDIR

# ---- One that fails ----

fake xelatex 'echo half >"$directory/sheet.pdf"; printf "talk\n! LaTeX Error: File ctex.sty not found.\nmore\n"; exit 1'
check "TeX stops: where, and what to install" refused_pdf "xelatex: LaTeX Error: File ctex.sty not found.; the Debian packages texlive-xetex" -o "$out"
check "nor is a directory made" refused_pdf "xelatex: LaTeX Error" --count 2 -o "$scratch/place/sheets"
fake xelatex 'printf "one\n two\n" >&2; exit 3'
check "its words are one line" refused_pdf "xelatex: one two" -o "$out"
fake xelatex 'exit 0'
check "it makes nothing" refused_pdf "xelatex: made no PDF; and does not say why" -o "$out"
fake xelatex 'echo "no ink" >&2'
check "and says why" refused_pdf "xelatex: made no PDF; no ink" -o "$out"
fake xelatex 'echo talk; exit 1'
check "it talks of something else" refused_pdf "xelatex: failed, and does not say why" -o "$out"
fake xelatex "$rm -r \"\$directory\""
check "it takes the directory away" refused_pdf "xelatex: made no PDF; and does not say why" -o "$out"
printf '#!%s/none/sh\n' "$scratch" >"$scratch/fake/xelatex"
check "its own interpreter is not here" refused_pdf "xelatex: not found; it was there a moment ago; try again" -o "$out"
fake xelatex 'kill -9 $$'
check "it is killed" refused_pdf "xelatex: was ended by signal 9; it said nothing" -o "$out"
fake xelatex "case \$($cat \"\$file\") in *'Sheet 2'*) exit 1 ;; esac; echo one >\"\$directory/sheet.pdf\""
check "at the second sheet: none" refused_pdf "xelatex: failed, and does not say why" --blank --count 3 -o "$scratch/place/sheets"
fake xelatex "case \$($cat \"\$file\") in *'Sheet 1'*'Sheet 2'*) exit 1 ;; esac; echo one >\"\$directory/sheet.pdf\""
check "at the key, which has all sheets: none" refused_pdf "xelatex: failed, and does not say why" --blank --count 3 -o "$scratch/place/sheets"
check "at the last sheet of one file" refused_pdf "xelatex: failed, and does not say why" --blank --count 3 --one-file -o "$out"
fake xelatex 'kill -TERM $PPID; echo late >"$directory/sheet.pdf"'
alone -o "$out"
check "the program is to end: it does, without a word" test "$? $(cat "$scratch/err" "$out")" = "143 before"
check "and nothing is left" test "$(ls -A "$scratch/place" "$scratch/tmp" | tr '\n' ' ')" = "$scratch/place: kept.pdf  $scratch/tmp: "
chmod -x "$scratch/fake/xelatex"
check "one that cannot be run is none" made_by pdflatex '\documentclass'
(PATH=$scratch/fake TMPDIR=$scratch/nowhere; export PATH TMPDIR; exec "$program" handout --pdf -o "$out") 2>"$scratch/err"
check "no room on the way: status 2" test $? -eq 2
check "and it is told" one_line "$scratch/nowhere/bpwalk."
check "the place of a name too long" sh -c "! TMPDIR=$(printf '/%0600d' 0) PATH='$scratch/fake' '$program' handout --pdf -o '$out' 2>'$scratch/err'"
check "is told" one_line "TMPDIR: cannot be written: File name too long"
(trap '' XFSZ; ulimit -f 80; PATH=$scratch/fake TMPDIR=$scratch/tmp; export PATH TMPDIR; exec "$program" handout --pdf --full --count 40 --one-file -o "$out") 2>"$scratch/err"
check "no room for the document" test "$? $(cat "$out")" = "2 before"
check "is told, too" one_line "/sheet.latex: cannot be written: File too large; room in TMPDIR or /tmp is needed"
check "and nothing of it is left" test -z "$(ls -A "$scratch/tmp")"

# ---- Those that are here ----

pages() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'; }
paper() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Page size: *\([0-9.]*\) x \([0-9.]*\) .*/\1 \2/p' | awk '{ printf "%.0f %.0f", $1, $2 }'; }
is_on() { # is_on POINTS ARGUMENT...: PDF made on paper of that size
    wanted=$1
    shift
    HOME=$scratch TMPDIR=$scratch/tmp "$BPWALK" handout --pdf -o "$scratch/real.pdf" "$@" 2>"$scratch/err" || { sed 's/^/# /' "$scratch/err"; return 1; }
    [ "$(paper "$scratch/real.pdf")" = "$wanted" ] || { echo "# $(paper "$scratch/real.pdf")"; return 1; }
}
makes_pdf() { # makes_pdf PAGES TEXT ARGUMENT...: of so many pages, with that text
    wanted=$1 text=$2
    shift 2
    HOME=$scratch TMPDIR=$scratch/tmp "$BPWALK" handout --pdf -o "$scratch/real.pdf" "$@" 2>"$scratch/err" || { sed 's/^/# /' "$scratch/err"; return 1; }
    [ "$(pages "$scratch/real.pdf")" = "$wanted" ] && pdftotext -layout "$scratch/real.pdf" - | grep -q "$text" && [ -z "$(ls -A "$scratch/tmp")" ]
}
if ! command -v pdfinfo >/dev/null 2>&1; then
    skip "real PDF" "pdfinfo is not here (apt-get install poppler-utils)"
else
    if command -v xelatex >/dev/null 2>&1 && [ -n "$(kpsewhich ctex.sty)" ] && [ -n "$(kpsewhich tikz.sty)" ]; then
        check "xelatex: an exercise" makes_pdf 2 'Sheet\|Given' --blank --format latex
        check "xelatex: two in Chinese, in one" makes_pdf 4 '练习单 2' --blank --format latex --lang zh --count 2 --one-file
        check "xelatex: on A4" is_on '595 842' --format latex
        check "xelatex: on Letter" is_on '612 792' --format latex --paper letter
    else
        skip "xelatex makes PDF" "xelatex with ctex and TikZ is not here"
    fi
    if command -v chromium >/dev/null 2>&1; then
        check "chromium: an exercise" makes_pdf 2 'Given' --blank --format html
        check "chromium: a long key" makes_pdf 19 'Formula' --key --full --carry 4 --example companion --format html
        check "chromium: its table begins below its heading" sh -c "pdftotext -layout '$scratch/real.pdf' - | awk 'BEGIN { RS = \"\f\" } /Answers/ && /Formula/ { found = 1 } END { exit !found }'"
        check "chromium: on A4" is_on '595 842' --format html
        check "chromium: on Letter" is_on '612 792' --format html --paper letter --count 2 --one-file
    else
        skip "a browser makes PDF" "chromium is not here"
    fi
fi
finish
