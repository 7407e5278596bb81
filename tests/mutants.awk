# Mutants: the small faults that can be made in C sources, one a line, for tests/mutate.sh:
#
#     awk -f tests/mutants.awk FILE...
#
# prints FILE, LINE, FUNCTION, KIND, OFFSET, LENGTH, NEW and SHOWN with tabs between: at byte OFFSET
# of FILE, LENGTH bytes become NEW; SHOWN is the line of the source with {old => new} in it. FUNCTION
# is - outside of all. With -v functions=1 it prints FILE, FUNCTION, FIRST and LAST line instead.
#
# It reads tokens, not grammar, and leans on the layout of these sources: a `*` with a space before it
# and none behind declares a pointer. What it gets wrong doesn't compile, and counts for nothing. Two
# faults that are one (a single comparison turned, and its condition turned) are made once.
# Run it with LC_ALL=C: offsets are bytes.

BEGIN {
    split("+ - - + * / / * % / << >> >> << ^ | | & & | += -= -= += *= /= /= *= |= &= &= |= ^= |= ++ -- -- ++ " \
          "== != != == && || || && < <= <= < > >= >= >", pairs, " ")
    for (i = 1; i in pairs; i += 2)
        turned[pairs[i]] = pairs[i + 1]
    split("< >= <= > > <= >= <", pairs, " ")
    for (i = 1; i <= 8; i += 2)
        negated[pairs[i]] = pairs[i + 1]
}
FNR == 1 && NR > 1 { end_of_file() }
FNR == 1 { start_of_file() }
{
    source = source $0 "\n"
    read_line($0)
    at += length($0) + 1
}
END { end_of_file() }

function start_of_file() {
    file = FILENAME
    source = ""
    at = n = macro = macros = current = in_comment = in_directive = 0
}

# ---- Tokens: T text, K kind (id, number, char, string, op), O offset, L line, S space before it,
# M the macro in whose body it stands, or 0 ----

function read_line(line,    rest, spaced, here) {
    rest = line
    spaced = 1
    if (!in_comment && !in_directive && rest ~ /^#/) {
        in_directive = 1
        if (match(rest, /^#define [A-Za-z_0-9]+(\([^)]*\))?/)) {
            macro = ++macros
            rest = substr(rest, RLENGTH + 1)
        } else {
            macro = -1
        }
    }
    while (rest != "") {
        here = at + length(line) - length(rest)
        if (in_comment) {
            if (!match(rest, /\*\//))
                break
            in_comment = 0
            rest = substr(rest, RSTART + 2)
            spaced = 1
        } else if (match(rest, /^[ \t\\]+/)) {
            spaced = 1
            rest = substr(rest, RLENGTH + 1)
        } else if (rest ~ /^\/\*/) {
            in_comment = 1
            rest = substr(rest, 3)
        } else {
            if (match(rest, /^[A-Za-z_][A-Za-z_0-9]*/))
                token("id", here, spaced, substr(rest, 1, RLENGTH))
            else if (match(rest, /^0[xX][0-9a-fA-F.]+([pP][-+]?[0-9]+)?[uUlL]*/) ||
                     match(rest, /^[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?[uUlL]*/) && rest !~ /^[0-9]+\./ ||
                     match(rest, /^[0-9]+\.[0-9]*([eE][-+]?[0-9]+)?/))
                token("number", here, spaced, substr(rest, 1, RLENGTH))
            else if (match(rest, /^"([^"\\]|\\.)*"/))
                token("string", here, spaced, substr(rest, 1, RLENGTH))
            else if (match(rest, /^'([^'\\]|\\.[0-9a-f]*)*'/))
                token("char", here, spaced, substr(rest, 1, RLENGTH))
            else if (match(rest, /^(<<=|>>=|\.\.\.|##|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||\+=|-=|\*=|\/=|%=|&=|\|=|\^=)/))
                token("op", here, spaced, substr(rest, 1, RLENGTH))
            else {
                RLENGTH = 1
                token("op", here, spaced, substr(rest, 1, 1))
            }
            rest = substr(rest, RLENGTH + 1)
            spaced = 0
        }
    }
    if (in_directive && line !~ /\\$/)
        in_directive = macro = 0
}

function token(kind, here, spaced, text) {
    if (macro < 0)
        return
    n++
    T[n] = text; K[n] = kind; O[n] = here; L[n] = FNR; S[n] = spaced; M[n] = macro
}

# ---- Structure: P the partner of a bracket, D how many parentheses are open, F the function, R what
# it returns ----

function end_of_file(    i) {
    T[n + 1] = ""; S[n + 1] = 1; M[n + 1] = -1; K[n + 1] = "op"; T[0] = ";"; K[0] = "op"
    find_structure()
    if (functions)
        return
    for (i = 1; i <= n; i++) {
        if (K[i] == "op")
            operator(i)
        else if (K[i] == "number" && !declared[i])
            number(i)
        else if (K[i] == "char")
            emit("constant", O[i], length(T[i]), "(" T[i] " + 1)")
        else if (T[i] == "true" || T[i] == "false")
            emit("constant", O[i], length(T[i]), T[i] == "true" ? "false" : "true")
        else if ((T[i] == "if" || T[i] == "while") && T[i + 1] == "(")
            condition(i + 1)
        else if (T[i] == "return" && !M[i])
            returned(i)
        if (starts_statement(i))
            statement(i)
    }
}

function find_structure(    i, top, depth, name, type, first, open, j, decl) {
    top = depth = open = 0
    type = name = ""
    first = 1
    for (i = 1; i <= n; i++) {
        declared[i] = 0
        F[i] = M[i] || !depth || name == "" ? "-" : name
        R[i] = type
        if (M[i] != M[i - 1])
            top = M[i] ? 1000 * M[i] : 0
        if (T[i] == "(" || T[i] == "[" || T[i] == "{") {
            stack[++top] = i
            if (T[i] == "(")
                open++
        } else if (T[i] == ")" || T[i] == "]" || T[i] == "}") {
            P[i] = stack[top]
            P[stack[top]] = i
            top--
            if (T[i] == ")")
                open--
        }
        D[i] = open
        if (M[i])
            continue
        if (T[i] == "{" && ++depth == 1 && T[i - 1] == ")") {
            name = T[P[i - 1] - 1]
            type = ""
            for (j = first; j < P[i - 1] - 1; j++)
                type = type " " T[j]
            begins = L[P[i - 1] - 1]
        } else if (T[i] == "}" && --depth == 0 && name != "") {
            if (functions)
                print file "\t" name "\t" begins "\t" L[i]
            name = type = ""
        }
        if (depth == 0 && (T[i] == ";" || T[i] == "}"))
            first = i + 1
    }
    for (i = 1; i <= n; i++)
        if (T[i] == "[" && declares_array(i))
            for (j = i; j <= P[i]; j++)
                declared[j] = 1
}

function declares_array(i) {
    if (K[i - 1] != "id")
        return T[i - 1] == "]" && declared[P[i - 1]]
    if (K[i - 2] == "id")
        return T[i - 2] !~ /^(return|case|else|sizeof)$/
    if (T[i - 2] == "*" && !S[i - 1])
        return S[i - 2] && (K[i - 3] == "id" && T[i - 3] != "return")
    return T[i - 2] == "," && T[i - 3] == "]" && declares_array(P[i - 3])
}

function is_type(word) {
    return word ~ /^(double|float|int|char|size_t|bool|void|unsigned|long|complex|u?int[0-9]+_t|uintptr_t)$/
}

function ends_operand(i) {
    if (K[i] == "id")
        return T[i] !~ /^(return|case|sizeof|else)$/
    if (T[i] == ")")
        return !(is_type(T[i - 1]) || T[i - 1] == "*")
    return K[i] != "op" || T[i] == "]"
}

function is_binary(i) {
    if (!ends_operand(i - 1) || M[i] != M[i + 1])
        return 0
    if (T[i] == "*")
        return S[i] == S[i + 1]
    if (T[i] == "&")
        return S[i] && S[i + 1]
    return 1
}

# The last token of the operand that begins at i, for an operator that ends at those of `enders`
function operand_end(i, enders,    j) {
    for (j = i; M[j] == M[i]; j++) {
        if (T[j] == "(" || T[j] == "[" || T[j] == "{") {
            j = P[j]
            continue
        }
        if (T[j] == ")" || T[j] == "]" || T[j] == "}" || T[j] ~ /^(,|;|\?|:|=|\+=|-=|\*=|\/=|\|\||&&)$/)
            break
        if (j > i && index(enders, " " T[j] " ") && is_binary(j))
            break
    }
    return j - 1
}

# ---- Faults ----

function replace(i, new, kind) {
    emit(kind, O[i], length(T[i]), new)
}

function drop_from(i, enders, kind,    last, start) {
    last = operand_end(i + 1, enders)
    start = O[i] - (S[i] && L[i] == L[i - 1])
    emit(kind, start, O[last] + length(T[last]) - start, "")
}

function operator(i,    t) {
    t = T[i]
    if (t ~ /^(\+|-|\*|\/|%|<<|>>|\^|\||&)$/) {
        if (is_binary(i)) {
            replace(i, turned[t], "operator")
            if (t == "+" || t == "-")
                drop_from(i, " + - < > <= >= == != << >> & | ^ ", "term")
        } else if (t == "-") {
            replace(i, "", "sign")
        }
    } else if (t in negated && is_binary(i)) {
        replace(i, turned[t], "comparison")
        replace(i, negated[t], "comparison")
    } else if (t == "&&" || t == "||") {
        replace(i, turned[t], "logic")
        drop_from(i, " ", "logic")
    } else if (t == "!") {
        replace(i, "", "logic")
    } else if (t in turned) {
        replace(i, turned[t], t == "==" || t == "!=" ? "comparison" : "operator")
    } else if (t == "[" && !declared[i] && P[i] > i + 1) {
        emit("index", O[P[i]], 0, " + 1")
    } else if (t == "?" && !is_compared(i)) {
        emit("condition", O[i], 1, "== 0 ?")
    }
}

function number(i,    t) {
    t = T[i]
    if (t ~ /^[0-9]+$/)
        replace(i, t + 1, "constant")
    else if (t ~ /^[0-9]+\.$/)
        replace(i, t + 1 ".", "constant")
    else if (t ~ /^0*\.0*$/)
        replace(i, "1.", "constant")
    else if (t ~ /^0[xX][0-9a-fA-F]+[uUlL]*$/ || t ~ /^[0-9]+[uUlL]+$/)
        replace(i, "(" t " + 1)", "constant")
    else
        replace(i, "(2 * " t ")", "constant")
}

# Whether what is asked before the ? at i is a comparison, or turned, so that its operator is a fault
function is_compared(i,    j) {
    for (j = i - 1; j > 0 && M[j] == M[i]; j--) {
        if (T[j] == ")" || T[j] == "]")
            j = P[j]
        else if (T[j] ~ /^(<|>|<=|>=|==|!=|!)$/)
            return 1
        else if (T[j] ~ /^(\(|\[|\{|,|;|=|return|&&|\|\||\?|:)$/)
            return 0
    }
    return 0
}

# Whether a single comparison or ! decides what stands there, so that its operator is a fault already
function is_turned(first, last,    j, compared, joined) {
    for (j = first; j <= last; j++) {
        if (T[j] == "(" || T[j] == "[")
            j = P[j]
        else if (T[j] ~ /^(<|>|<=|>=|==|!=)$/)
            compared++
        else if (T[j] == "&&" || T[j] == "||")
            joined++
    }
    return !joined && (compared || T[first] == "!")
}

function condition(open) {
    if (!is_turned(open + 1, P[open] - 1))
        enclose("condition", open + 1, P[open] - 1, "!(", ")")
}

function enclose(kind, first, last, before, after,    start, old) {
    start = O[first]
    old = substr(source, start + 1, O[last] + length(T[last]) - start)
    emit(kind, start, length(old), before old after)
}

function returned(i,    last) {
    last = operand_end_of_statement(i)
    if (last <= i + 1 && (K[last] == "number" || T[last] ~ /^(true|false|NULL|return)$/))
        return
    if (R[i] ~ /\*/)
        emit("return", O[i + 1], O[last] + length(T[last]) - O[i + 1], "NULL")
    else if (R[i] ~ / bool$/ && !is_turned(i + 1, last))
        enclose("return", i + 1, last, "!(", ")")
    else if (R[i] ~ / (double|int|size_t|unsigned|u?int[0-9]+_t)$/)
        enclose("return", i + 1, last, "(", ") + 1")
}

function operand_end_of_statement(i,    j) {
    for (j = i + 1; T[j] != ";"; j++)
        if (T[j] == "(" || T[j] == "[" || T[j] == "{")
            j = P[j]
    return j - 1
}

function starts_statement(i,    before) {
    if (M[i] || F[i] == "-" || D[i] > (T[i] == "(") || (K[i] != "id" && T[i] != "*"))
        return 0
    before = T[i - 1]
    if (before == ":")
        return is_label(i - 1)
    if (before == ")")
        return T[P[i - 1] - 1] ~ /^(if|for|while)$/
    return before == ";" || before == "{" || before == "}" || before == "else"
}

function is_label(i,    j) {
    for (j = i; j > 1 && L[j - 1] == L[i]; j--)
        ;
    return T[j] == "case" || T[j] == "default"
}

function statement(i,    j, last) {
    if (K[i] == "id") {
        if (T[i] ~ /^(return|if|else|for|while|do|switch|case|default|const|static|struct|enum|goto|sizeof|typedef|union)$/ || is_type(T[i]))
            return
        if (T[i] !~ /^(break|continue)$/ && (K[i + 1] == "id" || (T[i + 1] == "*" && S[i + 1] && !S[i + 2])))
            return
    }
    for (j = i; T[j] != ";"; j++) {
        if (T[j] == "(" || T[j] == "[" || T[j] == "{")
            j = P[j]
        else if (T[j] == ")" || T[j] == "}" || T[j] == "]" || j > n)
            return
    }
    last = j
    emit("statement", O[i], O[last] - O[i], "")
}

# ---- Output ----

function squeeze(text) {
    gsub(/\\\n/, "\n", text)
    gsub(/[ \t\n]+/, " ", text)
    return text
}

function emit(kind, start, long, new,    i, from, to, line, before, after, old, where) {
    for (from = start; from > 0 && substr(source, from, 1) != "\n"; from--)
        ;
    to = start + long + index(substr(source, start + long + 1), "\n")
    before = substr(source, from + 1, start - from)
    old = substr(source, start + 1, long)
    after = substr(source, start + long + 1, to - start - long)
    for (i = current; i > 1 && O[i] > start; i--)
        ;
    for (i = (i < 1 ? 1 : i); i < n && O[i + 1] <= start; i++)
        ;
    where = F[i]
    line = L[i]
    current = i
    new = squeeze(new)
    sub(/^[ \t]+/, "", before)
    sub(/[ \t\n]+(\\\n)?$/, "", after)
    print file "\t" line "\t" where "\t" kind "\t" start "\t" long "\t" new "\t" \
        squeeze(before) "{" squeeze(old) " => " new "}" squeeze(after)
}
