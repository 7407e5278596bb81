/* Fuzz, rosters: one that is refused says where; of one that is accepted every name is a line of
 * text without blanks around it, and no character of it is markup in any format. */
#include "fuzz.h"

#include "base/utf8.h"
#include "render/escape.h"
#include "sheet/roster.h"

#include <string.h>

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* The words again, of what escape_markdown made. */
static void check_markdown(const char *name) {
    struct text out = {0};
    size_t at = 0;
    escape_markdown(&out, name);
    for (const char *c = name; *c != '\0'; c++) {
        at += out.bytes[at] == '\\';
        require_of(out.bytes[at++] == *c, out.bytes);
    }
    require_of(at == out.length, out.bytes);
    text_free(&out);
}

static void check_latex(const char *name) {
    for (int letters = LATEX_ALL; letters <= LATEX_CHINESE; letters++) {
        struct text out = {0};
        escape_latex(&out, name, (enum latex_letters)letters);
        require_of(is_latex(out.bytes, out.length), out.bytes);
        require_of(is_text(out.bytes, out.length), out.bytes);
        if (letters == LATEX_LATIN)
            require_of((strstr(out.bytes, "\\wide{") != NULL) == escape_needs_wide(name),
                       out.bytes);
        text_free(&out);
    }
}

static void check_name(const char *name) {
    enum { LONGEST = 400 };
    struct text out = {0};
    const size_t length = strlen(name);
    require(length > 0 && length <= LONGEST && utf8_fault(name, length) == length);
    require(!is_blank(name[0]) && !is_blank(name[length - 1]));
    escape_xml(&out, name);
    require_of(is_xml(out.bytes, out.length) && strpbrk(out.bytes, "<>\"") == NULL, out.bytes);
    text_free(&out);
    check_markdown(name);
    check_latex(name);
}

/* The one error without a line: that there is no name at all. */
static bool is_about_the_file(const struct error *error) {
    return strstr(error->line, ": there is no name in it;") != NULL;
}

static void run(const uint8_t *bytes, size_t size) {
    struct roster roster;
    struct error error;
    bool is_wide = false;
    const char *path = fuzz_file(bytes, size);
    if (roster_read(&roster, path, &error)) {
        require(roster.count > 0);
        for (size_t i = 0; i < roster.count; i++) {
            check_name(roster.names[i]);
            is_wide = is_wide || escape_needs_wide(roster.names[i]);
        }
        require(roster.is_wide == is_wide);
    } else if (is_about_the_file(&error)) {
        require_line(&error, bytes, size);
    } else {
        require_place(&error, path, bytes, size);
    }
    roster_free(&roster);
}

const struct fuzz_target fuzz_roster = {.name = "roster", .run = run};
