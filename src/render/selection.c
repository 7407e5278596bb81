/* Selection: see selection.h. */
#include "render/selection.h"

#include <stdlib.h>
#include <string.h>

/* number = "5." digits; 0 if it is none of (5.1) to (5.34), with *END behind what was read */
static int read_equation(const char *text, const char **end) {
    *end = text;
    if (strncmp(text, "5.", 2) != 0)
        return 0;
    const char *digits = text + 2;
    const size_t count = strspn(digits, "0123456789");
    *end = digits + count;
    if (count == 0 || count > 2 || digits[0] == '0')
        return 0;
    const int number = atoi(digits);
    return number <= EQUATION_LAST ? number : 0;
}

bool selection_parse(struct selection *selection, const char *list, struct error *error) {
    static const char accepted[] = "numbers from 5.1 to 5.34 and ranges, such as 5.6-5.13,5.28,";
    *selection = (struct selection){.is_partial = true};
    for (const char *item = list;; item++) {
        const size_t length = strcspn(item, ",");
        const struct quote quoted = quote(item, length);
        const char *end;
        const int first = read_equation(item, &end);
        const int last = *end == '-' ? read_equation(end + 1, &end) : first;
        if (first == 0 || last == 0 || end != item + length)
            return error_set(error,
                             "--equations: '%s' is no equation of the article; %s are accepted",
                             quoted.text, accepted);
        if (last < first)
            return error_set(error,
                             "--equations: '%s' runs backwards; the smaller number goes first",
                             quoted.text);
        for (int i = first; i <= last; i++)
            selection->wanted[i] = true;
        item += length;
        if (*item == '\0')
            return true;
    }
}

bool selection_has(const struct selection *selection, const char *equation) {
    const char *end;
    return !selection->is_partial || selection->wanted[read_equation(equation, &end)];
}
