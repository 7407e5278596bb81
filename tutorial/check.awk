# Check: what there is to check in a chapter, which is given twice: first its blocks are read, then
# its prose. Prints "link LINE TARGET", "file LINE PATH" and "fault LINE WHAT". Run by check.sh.

FNR == 1 {
    pass++
    in_block = 0
}
/^<!-- [a-z]+: .*-->$/ { in_block = 1 }
pass == 1 && in_block { read_numbers($0) }
pass == 2 { check_links($0) }
pass == 2 && !in_block { check_prose($0) }
$0 == "<!-- end -->" { in_block = 0 }

END {
    if (name ~ /README/)
        exit
    if (!opens)
        print "fault 3 the chapter does not begin with what the reader will be able to do"
    if (questions != 3 || answers < 3)
        print "fault", FNR, "the chapter has", questions + 0, "questions with", answers + 0, "answers, not three"
    if (!see_more)
        print "fault", FNR, "the chapter does not say how to see more"
}

function read_numbers(line) {
    while (match(line, /[0-9]+\.[0-9]+/)) {
        known[substr(line, RSTART, RLENGTH)] = 1
        line = substr(line, RSTART + RLENGTH)
    }
}

function check_links(line,    target) {
    while (match(line, /\]\([^)]*\)/)) {
        target = substr(line, RSTART + 2, RLENGTH - 3)
        if (target !~ /^https?:/)
            print "link", FNR, target
        line = substr(line, RSTART + RLENGTH)
    }
}

function is_equation(number) {
    return number ~ /^(3\.[1-6]|4\.[1-5]|5\.([1-9]|[12][0-9]|3[0-4]))$/
}

function check_prose(line,    rest, number, path) {
    if (line ~ /^\*(After this|读完)/)
        opens = 1
    if (line ~ /^\*\*[1-9]\.\*\*/)
        questions++
    if (line ~ /^<details><summary>(Answer|答案)/)
        answers++
    if (line ~ /^(To see more: |想看更多：)/)
        see_more = 1
    rest = line
    while (match(rest, /[0-9]+\.[0-9]+/)) {
        number = substr(rest, RSTART, RLENGTH)
        if (!is_equation(number) && !((number "") in known))
            print "fault", FNR, "no block of this chapter shows " number
        rest = substr(rest, RSTART + RLENGTH)
    }
    rest = line
    while (match(rest, /`(src|tests|traces|tutorial|examples)\/[A-Za-z0-9_.\/-]*`/)) {
        path = substr(rest, RSTART + 1, RLENGTH - 2)
        print "file", FNR, path
        rest = substr(rest, RSTART + RLENGTH)
    }
}
