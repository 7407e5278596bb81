# Weave: fills the blocks of the chapters from the sources and the program. A block is
#
#     <!-- KIND: KEY -->
#     ...what was woven...
#     <!-- end -->
#
# code: 5.11              the C of a step, with its file and line; or of a function, macro, struct
# output: 5.11            what the program prints for a step; given: of the numbers that a network starts from
# plot: sigmoid           the picture, and the command that makes it
# run: bpwalk errata      what a command prints
# fails: COMMAND          the same of one that ends with status 2
# markdown: COMMAND       the same, where what it prints is Markdown
# table: equations        where each equation stands
# links:                  to the chapters before and after
#
# The key of a step is its equation number, its name, or both ("5.11 din_O1_dw6"), and behind them
# its network where that is another than the first that has it ("5.28 sigma_h1 2-2-2-2"), or which of
# several it is ("4.5 dy_dx 2"). The key of a definition is its name, with its file before it where
# several have it ("forward.c page"). Keys with commas between them make one block. The sources carry
# no marks: the line of C is its own.
#
# Variables: sources (the top of the sources), lang (en or zh), walk and steps (the program's walk of
# all chapters, as text in this language and as table), plots (the list of its plots), scratch (a
# directory to run commands in), out (a directory), only (the one chapter to weave, or "").
# Run by weave.sh.

BEGIN {
    FS = "\t"
    failed = 0
    up = say("../", "../../") # from a chapter to the top of the sources
    companion = "2-2-2-2"
    split("neuron sigmoid forward error output_layer hidden_layer forward_again cross_entropy", pages, " ")
    read_steps()
    read_outputs()
    read_codes()
    read_plots()
    for (a = 1; a < ARGC; a++)
        read_keys(ARGV[a])
    for (a = 1; a < ARGC; a++)
        if (only == "" || ARGV[a] ~ ("/" only "$"))
            weave(ARGV[a], a)
    for (s = 1; s <= step_count; s++)
        if (equation[s] != "" && !(equation[s] in place_of))
            fault("tutorial", 0, "equation (" equation[s] ") stands in no chapter")
    exit failed
}

function say(english, chinese) {
    return lang == "zh" ? chinese : english
}

function fault(file, line, says) {
    print file (line > 0 ? ":" line : "") ": " says | "cat >&2"
    failed = 1
}

# ---- What the program says: a row a step, and a paragraph a step, in the same order ----

function read_steps(    line, part) {
    getline line < steps
    while ((getline line < steps) > 0) {
        split(line, part, FS)
        step_count++
        equation[step_count] = part[2] "" # a string: 5.10 is not 5.1
        network[step_count] = part[3]
        name[step_count] = part[5]
    }
}

# A paragraph begins with "    (5.1)" or, without a number, with a name in the column behind it.
function read_outputs(    line, count, net, is_given) {
    while ((getline line < walk) > 0) {
        if (match(line, /^[^ 0-9][^0-9]* [0-9]+(-[0-9]+)+/)) {
            net = substr(line, 1, RLENGTH)
            sub(/.* /, "", net)
        }
        is_given = line == say("Given", "已知") || (is_given && line != "")
        if (is_given)
            given[net] = given[net] (given[net] == "" ? "" : "\n") line
        else if (line ~ /^    \([0-9]/ || line ~ /^           [A-Za-z]/)
            output[++count] = substr(line, 5)
        else if (line ~ /^            / && count > 0)
            output[count] = output[count] "\n" substr(line, 5)
    }
    if (count != step_count)
        fault(walk, 0, count " paragraphs for " step_count " steps")
}

function read_plots(    line, part) {
    while ((getline line < plots) > 0) {
        split(line, part, /[ \t]/)
        sub(/^[^ \t]*[ \t]*/, "", line)
        if (part[1] != "") {
            plot_shows[part[1]] = line
            read_script(part[1])
        }
    }
}

# A picture is of the equations that its script, which traces/ keeps, names.
function read_script(plot,    file, line, one, seen) {
    file = sources "/traces/plot/" plot ".gp"
    while ((getline line < file) > 0)
        while (match(line, /\([345]\.[0-9]+\)/)) {
            one = substr(line, RSTART + 1, RLENGTH - 2)
            line = substr(line, RSTART + RLENGTH)
            if (!(one in seen))
                pictures_of[one] = pictures_of[one] (pictures_of[one] == "" ? "" : " ") \
                                   "[" plot "](pictures/" plot ".svg)"
            seen[one] = 1
        }
    close(file)
}

# ---- What the sources say ----

# The steps of the companion come last; they are written from its layers, and no line of C is theirs.
function read_codes(    p, file, line, number, count, part) {
    for (p = 1; p in pages; p++) {
        file = "src/walk/article/" pages[p] ".c"
        number = 0
        while ((getline line < (sources "/" file)) > 0) {
            number++
            if (line !~ /^ *(STEP|SLIP|PLAN|AGAIN)\("/)
                continue
            count++
            code_file[count] = file
            code_line[count] = number
            code[count] = substr(line, 5)
            while (line !~ /;$/ && (getline line < (sources "/" file)) > 0) {
                number++
                code[count] = code[count] "\n" substr(line, 5)
            }
            code_end[count] = number
            split(code[count], part, /"/)
            if (part[2] != equation[count] || index(code[count], " " name[count] ",") == 0)
                fault(file, code_line[count], "the program's step " count " is (" \
                      equation[count] ") " name[count] ": build it, and weave again")
        }
        close(sources "/" file)
    }
    if (count == step_count || network[count] != "2-2-2" || network[count + 1] != companion)
        fault("src/walk/article", 0, count " lines, and of the " step_count " steps of the program " \
              "those before the companion's are needed")
}

# Definitions: functions, macros and structs, by name, each with the comment above it.
function read_definitions(    command, file, line, number, comment, inside) {
    definitions_read = 1
    command = "ls " sources "/src/walk/*.[ch] " sources "/src/walk/article/*.[ch] " \
              sources "/src/trace/*.[ch] " sources "/src/formula/*.[ch] " \
              sources "/src/network/*.[ch] " sources "/src/base/*.[ch]"
    while ((command | getline file) > 0) {
        number = 0
        comment = ""
        while ((getline line < file) > 0) {
            number++
            if (line ~ /^\/\*/) {
                comment = line
                inside = line !~ /\*\//
            } else if (inside) {
                comment = comment "\n" line
                inside = line !~ /\*\//
            } else {
                number = read_definition(file, line, number, comment)
                comment = ""
            }
        }
        close(file)
    }
    close(command)
}

# Returns the number of the last line that it read.
function read_definition(file, line, number, comment,    base, part, key, text, first, ends) {
    first = number
    base = file
    if (line ~ /^#define [A-Za-z_]+\(/) {
        key = line
        sub(/^#define /, "", key)
        sub(/\(.*/, "", key)
        ends = "[^\\\\]$"
    } else if (line ~ /^struct [a-z_]+ \{/) {
        split(line, part, " ")
        key = "struct " part[2]
        ends = "^};"
    } else if (line ~ /^[A-Za-z].*[ *][A-Za-z_]+\(.*[^;]$/) {
        key = line
        sub(/\(.*/, "", key)
        sub(/.*[ *]/, "", key)
        ends = "^}|;$"
    } else
        return number
    text = line
    while (line !~ ends && (getline line < file) > 0) {
        number++
        text = text "\n" line
        if (ends == "^}|;$" && text ~ /\{/)
            ends = "^}"
    }
    if (key ~ /^struct / || line !~ /;$/ || text ~ /^#define/) {
        gsub(/ +\\\n/, " \\\n", text)
        sub(/^.*\/src\//, "src/", file)
        text = (comment == "" ? "" : comment "\n") text
        keep_definition(key, file, first, text)
        sub(/^.*\//, "", base)
        keep_definition(base " " key, file, first, text)
    }
    return number
}

# Of two with one key none is kept.
function keep_definition(key, file, line, text) {
    if (key in definition_file)
        delete definition[key]
    else
        definition[key] = text
    definition_file[key] = file
    definition_line[key] = line
}

# ---- Keys ----

function trimmed(text) {
    gsub(/^ +| +$/, "", text)
    return text
}

# The step of a key; 0 if there is none.
function step_of(key,    part, count, which, s, number, named, net) {
    count = split(key, part, / +/)
    which = part[count] ~ /^[0-9]$/ ? part[count--] : 1
    number = part[1] ~ /^[0-9]/ ? part[1] "" : ""
    named = part[1] ~ /^[0-9]/ ? part[2] : part[1]
    net = part[count] ~ /-/ ? part[count] : ""
    if (named == net)
        named = ""
    for (s = 1; s <= step_count; s++)
        if ((number == "" || equation[s] == number) && (named == "" || name[s] == named) &&
            (net == "" || network[s] == net) && --which == 0)
            return s
    return 0
}

# <!-- KIND: KEY -->; sets kind and key.
function is_block(line) {
    if (line !~ /^<!-- [a-z]+:.* -->$/)
        return 0
    kind = line
    sub(/^<!-- /, "", kind)
    sub(/:.*/, "", kind)
    key = line
    sub(/^<!-- [a-z]+: */, "", key)
    sub(/ *-->$/, "", key)
    return 1
}

# In which chapters an equation is shown.
function read_keys(file,    line, part, count, i, s) {
    while ((getline line < file) > 0) {
        if (line ~ /^# / && !(file in title))
            title[file] = substr(line, 3)
        if (!is_block(line) || (kind != "code" && kind != "output"))
            continue
        count = split(key, part, /,/)
        for (i = 1; i <= count; i++) {
            s = step_of(trimmed(part[i]))
            if (s > 0 && equation[s] != "" && place_of[equation[s], "last"] != file) {
                place_of[equation[s]] = place_of[equation[s]] (place_of[equation[s]] == "" ? "" : " ") \
                                        short_link(file)
                place_of[equation[s], "last"] = file
            }
        }
    }
    close(file)
}

# ---- Weaving ----

function weave(file, a,    line, number, block_line, to, text) {
    to = file
    sub(/^.*\//, out "/", to)
    printf "" > to
    while ((getline line < file) > 0) {
        number++
        print line > to
        if (!is_block(line))
            continue
        block_line = number
        text = woven(file, number, a)
        if (text != "")
            print text > to
        while ((getline line < file) > 0 && line != "<!-- end -->") {
            number++
            if (is_block(line))
                break
        }
        number++
        if (line != "<!-- end -->")
            fault(file, block_line, "the block has no <!-- end -->")
        print "<!-- end -->" > to
    }
    close(file)
    close(to)
}

function woven(file, line, a) {
    if (kind == "code")
        return codes(file, line)
    if (kind == "output")
        return outputs(file, line)
    if (kind == "plot")
        return plot(file, line)
    if (kind == "run")
        return "```text\n$ " key "\n" printed(file, line, "[01]") "```"
    if (kind == "fails")
        return "```text\n$ " key "\n" printed(file, line, "2") "```"
    if (kind == "markdown")
        return "\n" printed(file, line, "[01]")
    if (kind == "table" && key == "equations")
        return equations()
    if (kind == "links")
        return links(a)
    fault(file, line, "<!-- " kind ": " key " -->: no such block")
    return ""
}

function outputs(file, line,    part, count, i, s, text) {
    count = split(key, part, /,/)
    for (i = 1; i <= count; i++) {
        if (part[i] ~ /^ *given/) {
            text = text given_of(file, line, trimmed(part[i])) "\n"
            continue
        }
        s = step_of(trimmed(part[i]))
        if (s == 0)
            fault(file, line, "unknown key: " trimmed(part[i]))
        text = text output[s] "\n"
    }
    return "```text\n" text "```"
}

function given_of(file, line, key,    net) {
    net = key == "given" ? "2-2-2" : substr(key, 7)
    if (!(net in given))
        fault(file, line, "unknown key: " key)
    return given[net]
}

# Steps that stand line after line make one excerpt.
function codes(file, line,    part, count, i, s, before, text) {
    count = split(key, part, /,/)
    for (i = 1; i <= count; i++) {
        s = step_of(trimmed(part[i]))
        if (s > 0 && s == before + 1 && code_line[s] == code_end[before] + 1) {
            sub(/\n```$/, "\n" code[s] "\n```", text)
        } else
            text = text (text == "" ? "" : "\n\n") excerpt(file, line, s, trimmed(part[i]))
        before = s
    }
    return text
}

# Of step S, or where that is 0 of the definition of KEY.
function excerpt(file, line, s, key) {
    if (s > 0 && network[s] == companion) {
        fault(file, line, key ": a step of the companion has no line of C")
        return ""
    }
    if (s > 0)
        return place(code_file[s], code_line[s]) "\n\n```c\n" code[s] "\n```"
    if (!definitions_read)
        read_definitions()
    if (key in definition)
        return place(definition_file[key], definition_line[key]) "\n\n```c\n" definition[key] "\n```"
    fault(file, line, "unknown key: " key)
    return ""
}

function where(s) {
    return network[s] == companion ? say("none: [written from the layers](", "无：[由各层写出](") up "src/walk/any/pages.c)" \
                                   : place(code_file[s], code_line[s])
}

function place(file, line) {
    return "[" file ":" line "](" up file "#L" line ")"
}

# The key is the name of a plot, and options of it if need be.
function plot(file, line,    words, picture) {
    split(key, words, " ")
    if (!(words[1] in plot_shows))
        fault(file, line, "unknown plot: " words[1])
    picture = key
    gsub(/ -[a-z] /, " ", picture) # a name is no longer than what old tar archives hold
    gsub(/[^A-Za-z0-9]+/, "-", picture)
    return "![" plot_shows[words[1]] "](pictures/" picture ".svg)" \
           "\n\n`bpwalk plot " key say("", " --lang zh") " --render " picture ".svg`"
}

# What a command prints, standard error too; a fault unless its status is one of STATUSES.
function printed(file, line, statuses,    command, text, row, rows, status) {
    command = key
    gsub(/'/, "'\\''", command)
    command = "cd '" scratch "' && { sh -c '" command "'; echo \"status $?\"; } 2>&1"
    while ((command | getline row) > 0) {
        text = text (rows++ > 0 ? status "\n" : "") # the row before this one
        status = row
    }
    close(command)
    if (status !~ ("^status " statuses "$"))
        fault(file, line, key ": " text status)
    return text
}

# In the article's order: of each equation the first step.
function equations(    chapter, number, one, s, text, first) {
    for (s = step_count; s > 0; s--)
        first[equation[s]] = s
    text = say("| equation | first step | in C | explained in | pictures |", \
               "| 公式 | 第一步 | C 代码 | 讲解 | 图 |") "\n|---|---|---|---|---|"
    for (chapter = 3; chapter <= 5; chapter++)
        for (number = 1; (chapter "." number) in first; number++) {
            one = chapter "." number
            s = first[one]
            text = text "\n| (" one ") | `" name[s] "` | " where(s) " | " \
                   place_of[one] " | " pictures_of[one] " |"
        }
    return text
}

function link(file,    base) {
    base = file
    sub(/^.*\//, "", base)
    return "[" title[file] "](" base ")"
}

# Only the number of the chapter.
function short_link(file,    text) {
    text = link(file)
    sub(/^\[(Appendix |附录 )?/, "[", text)
    sub(/\. .*\]/, "]", text)
    return text
}

function links(a,    other) {
    other = ARGV[a]
    sub(/^.*\//, "../", other)
    return (a > 1 ? say("Before: ", "上一课：") link(ARGV[a - 1]) say(". ", "。") : "") \
           say("[All chapters](README.md).", "[目录](README.md)。") \
           (a + 1 < ARGC ? say(" Next: ", "下一课：") link(ARGV[a + 1]) say(".", "。") : "") \
           say("", "[English](" other ")")
}
