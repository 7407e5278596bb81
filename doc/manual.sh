#!/bin/sh
# Manual: writes the manual page to standard output: manual.sh PROGRAM. Commands and options are
# taken from the program's --help; what --help does not say stands here.
set -eu
program=$1
LC_ALL=C
export LC_ALL
version=$("$program" --version | cut -d ' ' -f 2)

escaped() { # for troff
    sed 's/\\/\\e/g; s/-/\\-/g; s/^\([.'\'']\)/\\\&\1/'
}

# A command's help: "Usage:", a summary, options in two columns, details.
section_of() { # section_of COMMAND
    "$program" "$1" --help | escaped | awk '
        NR == 1 { sub(/^Usage: /, ""); print ".SS \"" $0 "\""; next }
        !summary && /^       bpwalk/ { sub(/^ +/, ""); print ".br\n\\fB" $0 "\\fR"; next }
        !summary { summary = 1; print ".PP\n" toupper(substr($0, 1, 1)) substr($0, 2) "."; next }
        /^  \\-/ {
            option = substr($0, 3)
            text = ""
            if (match(option, /  +/) || match(option, / [a-z(]/)) {
                text = substr(option, RSTART)
                option = substr(option, 1, RSTART - 1)
            }
            sub(/^ +/, "", text)
            print ".TP\n\\fB" option "\\fR\n" text
            in_options = 1
            next
        }
        /^    / && in_options { sub(/^ +/, ""); print; next }
        /^$/ { if (in_options) print ".PP"; in_options = 0; next }
        /^Exit status:/ { print ".PP" }
        /^  / && !as_it_stands { print ".nf"; as_it_stands = 1 }
        !/^  / && as_it_stands { print ".fi"; as_it_stands = 0 }
        { print }'
}

commands=$("$program" --help | sed -n 's/^  bpwalk \([a-z]*\) .*/\1/p')

cat <<END
.\\" Made by doc/manual.sh from what the program says of itself.
.TH BPWALK 1 "" "bpwalk $version" "User Commands"
.SH NAME
bpwalk \\- walk through a worked backpropagation example, one formula at a time
.SH SYNOPSIS
.B bpwalk
.RI [ COMMAND ]
.RI [ OPTION ]...
.SH DESCRIPTION
Prints backpropagation on a small network step by step. Each formula stands with its equation number, with
its numbers in place, and with its value. The first example is that of an article, two inputs, two hidden neurons, two
outputs: beside each value stands what the article has printed, and why where the two differ. Any other
small network is walked by the same rules
.RB ( \\-\\-example ).
Further commands mark a student's values, make sheets for a class, draw figures and train networks.
.PP
Without a command it is
.BR "bpwalk walk" .
.SH COMMANDS
END
for command in $commands; do section_of "$command"; done
cat <<END
.SH FILES
.TP
.I an example
(\\fB\\-\\-example\\fR) has a \\fIname\\fR = \\fIvalue\\fR on each line;
.B #
starts a comment, and of the network 2\\-2\\-2 what is left out keeps the article's value.
.B bpwalk example
lists those that come with the program, which are taken by name; a file of such a name is
.IR ./name .
.TP
.I a table of samples
(\\fBtrain \\-\\-data\\fR, \\fBpredict\\fR) has a line a sample: its inputs and last its class, a number or a word, with
tabs, semicolons, commas or blanks between; or it is a training file of FANN.
\\fBtrain \\-\\-data iris\\fR has the numbers of Fisher's paper of 1936, as R has them; in the copy of
the UCI repository (CC BY 4.0) the rows 35 and 38 are others, which it says itself.
.TP
.I a model
(\\fBtrain \\-\\-save\\fR) is a text file that
.B bpwalk predict
reads, exact to the bit.
.PP
The tutorial is where the system keeps documentation, such as
.IR /usr/local/share/doc/bpwalk .
.PP
Where a file is written (\\fB\\-\\-output\\fR, \\fB\\-\\-save\\fR) it is written aside and renamed, so a failure leaves
what was there. A file named
.B \\-
is standard input.
.SH ENVIRONMENT
.TP
.B NO_COLOR
if set, no colour on a terminal unless
.B \\-\\-color=always
asks for it
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
the first of them that is set and not empty says the language: Chinese where it begins with
.BR zh ,
else English;
.B \\-\\-lang
wins. Nothing else depends on the locale: decimal points are points everywhere.
.SH "EXIT STATUS"
.TP
.B 0
done
.TP
.B 1
a comparison found differences
.TP
.B 2
bad usage, bad input or a failed write, with one line on standard error that says what, where, and what
would be accepted
.SH EXAMPLES
.TP
.B bpwalk
the whole calculation
.TP
.B bpwalk \\-\\-equations 5.6\\-5.13
from the chain rule to the error term
.TP
.B bpwalk \\-\\-set alpha=0.1 \\-\\-set w1=0.15
with other numbers
.TP
.B bpwalk \\-\\-reading printed
with the article's slips
.TP
.B bpwalk example xor >my.txt; bpwalk \\-\\-example my.txt
another network, to be changed
.TP
.B bpwalk check answers.txt
a student's values marked
.TP
.B bpwalk train \\-\\-layers 2,4,2
a network with four hidden neurons, trained on two moons
.SH "SEE ALSO"
.BR gnuplot (1)
END
