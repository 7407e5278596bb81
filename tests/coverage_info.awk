# Coverage info: reads what `gcov --json-format` wrote of any number of objects, writes for each file of src/ what
# lcov and genhtml read (geninfo(1)): how often each line ran and each of its branches was taken.
#
# A line may be there many times: a header's in each object, one that was inlined in each function. Its counts
# are added up; those of its branches, where it has as many of them.
#
# JSON is read an object a record; the keys may come in any order.
BEGIN { RS = "{" }

function text_of(record, key) {
    if (!match(record, "\"" key "\": \"[^\"]*\""))
        return ""
    return substr(record, RSTART + length(key) + 5, RLENGTH - length(key) - 6)
}

function number_of(record, key) {
    if (!match(record, "\"" key "\": [0-9]+"))
        return 0
    return substr(record, RSTART + length(key) + 4, RLENGTH - length(key) - 4) + 0
}

# A line's object is complete: kept until the name of its file is known
function keep_line(object, b) {
    held++
    held_line[held] = number_of(object, "line_number")
    held_count[held] = number_of(object, "count")
    held_branches[held] = branches
    for (b = 1; b <= branches; b++)
        held_taken[held, b] = taken[b]
    branches = 0
    opened = ""
}

function give_to(file, i, b, line, n) {
    if (file ~ /^src\//) {
        if (!(file in last)) {
            last[file] = 0
            order[++files] = file
        }
        for (i = 1; i <= held; i++) {
            line = held_line[i]
            n = held_branches[i]
            if (line > last[file])
                last[file] = line
            count[file, line] += held_count[i]
            if (n > most[file, line])
                most[file, line] = n
            for (b = 1; b <= n; b++)
                branch[file, line, n, b] += held_taken[i, b]
        }
    }
    held = 0
}

{
    at = index($0, "}")
    own = at == 0 ? $0 : substr($0, 1, at - 1)
    outer = at == 0 ? "" : substr($0, at + 1)

    if (own ~ /"lines": \[/ && held > 0)
        give_to(file)
    if (at == 0 && own ~ /"branches": \[/)
        opened = own
    else if (own ~ /"fallthrough"/)
        taken[++branches] = number_of(own, "count")
    else if (own ~ /"line_number"/)
        keep_line(own)
    if (outer ~ /"line_number"/ || (branches > 0 && opened ~ /"line_number"/ && outer ~ /^\]/))
        keep_line(opened outer)

    if (text_of($0, "file") != "") {
        file = text_of($0, "file")
        if (held > 0)
            give_to(file)
    }
}

END {
    for (f = 1; f <= files; f++) {
        file = order[f]
        print "SF:" file
        for (line = 1; line <= last[file]; line++) {
            if (!((file, line) in count))
                continue
            for (n = 1; n <= most[file, line]; n++)
                for (b = 1; b <= n && ((file, line, n, b) in branch); b++)
                    print "BRDA:" line "," n "," b - 1 "," \
                        (count[file, line] == 0 ? "-" : branch[file, line, n, b])
            print "DA:" line "," count[file, line]
        }
        print "end_of_record"
    }
}
