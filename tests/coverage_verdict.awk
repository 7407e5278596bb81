# Coverage verdict: awk -v report=FILE -f coverage_verdict.awk tests/unreached.txt coverage.info, in the top
# of the sources. Holds what no test reached to the list of what none needs to, says where they differ,
# and writes all figures to the report. Status 1 where they differ.
#
# The list has a line for each line of src/ that is not reached or not in all branches:
#
#     FILE: line: the line, without its indent          no test executes it
#     FILE: 1 branch: the line                          it is executed, one branch of it is never taken; 2 branches: two
#     FILE: maybe: the line                             either, and on another machine neither
#
# and below one or some of them, indented, the reason.

function fail(what) {
    print what
    failed = 1
}

function close_group() {
    if (group > 0 && reason == "")
        fail("tests/unreached.txt:" entry_line[entries] ": no reason stands below this")
    group = 0
    reason = ""
}

# ---- The list ----

FILENAME ~ /unreached/ && /^(#|$)/ { next }

FILENAME ~ /unreached/ && /^ / {
    sub(/^ +/, "")
    reason = reason (reason == "" ? "" : " ") $0
    next
}

FILENAME ~ /unreached/ {
    if (reason != "")
        close_group()
    if (!match($0, /: (line|maybe|[0-9]+ branch(es)?): /)) {
        fail("tests/unreached.txt:" FNR ": not FILE: line|maybe|N branches: TEXT")
        next
    }
    kind = substr($0, RSTART + 2, RLENGTH - 4)
    entries++
    group++
    entry_line[entries] = FNR
    entry[entries] = substr($0, 1, RSTART - 1) ": " kind ": " substr($0, RSTART + RLENGTH)
    waiting[entry[entries]]++
    next
}

# ---- What ran ----

/^SF:/ {
    close_group()
    file = substr($0, 4)
    files[++file_count] = file
    number = 0
    while ((getline line <file) > 0) {
        sub(/^[ \t]+/, "", line)
        source[++number] = line
    }
    close(file)
    next
}

/^BRDA:/ {
    split(substr($0, 6), part, ",")
    branches[file]++
    if (part[4] == "-" || part[4] == 0)
        untaken++
    else
        branches_taken[file]++
    next
}

/^DA:/ {
    split(substr($0, 4), part, ",")
    lines[file]++
    if (part[2] > 0)
        lines_run[file]++
    if (part[2] == 0)
        unreached("line", 1)
    else if (untaken > 0)
        unreached(untaken == 1 ? "1 branch" : untaken " branches", untaken)
    untaken = 0
}

# Line part[1] of the file is not reached, or not in all its branches: is it on the list?
function unreached(kind, count, name, found) {
    name = file ": " kind ": " source[part[1]]
    found = "[not listed] "
    if (waiting[name] > 0) {
        waiting[name]--
        found = ""
    } else if (waiting[file ": maybe: " source[part[1]]] > 0) {
        waiting[file ": maybe: " source[part[1]]]--
        found = ""
    }
    if (found != "")
        fail(file ":" part[1] ": " kind ": " source[part[1]])
    else if (kind == "line")
        lines_listed++
    else
        branches_listed += count
    if (found == "" && kind == "line")
        branches_listed += untaken
    said[++says] = found file ":" part[1] ": " kind ": " source[part[1]]
}

# ---- The report ----

function figures(name, run, all, taken, of) {
    return sprintf("%-36s %6d of %6d lines  %6d of %6d branches", name, run, all, taken, of)
}

END {
    if (file_count == 0)
        fail("nothing was counted")
    for (e = 1; e <= entries; e++)
        if (entry[e] !~ /: maybe: / && waiting[entry[e]] > 0) {
            fail("tests/unreached.txt:" entry_line[e] ": is reached, or is no such line; take it off the list: " entry[e])
            waiting[entry[e]]--
        }
    for (f = 1; f <= file_count; f++) {
        file = files[f]
        print figures(file, lines_run[file], lines[file], branches_taken[file], branches[file]) >report
        all_lines += lines[file]
        all_run += lines_run[file]
        all_branches += branches[file]
        all_taken += branches_taken[file]
    }
    total = figures("src/", all_run, all_lines, all_taken, all_branches)
    total = total sprintf("; %d lines and %d branches are in tests/unreached.txt", lines_listed, branches_listed)
    print total >report
    print "" >report
    print "Not reached:" >report
    for (s = 1; s <= says; s++)
        print said[s] >report
    print total
    if (!failed)
        print "every other line and branch is executed"
    exit failed
}
