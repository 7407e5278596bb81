/* Selection: see selection.h. */
#include "walk/selection.h"

#include <stdlib.h>
#include <string.h>

static const int last_of_chapter[CHAPTER_LAST + 1] = {[3] = 6, [4] = 5, [5] = 34};

/* The place of the first equation of CHAPTER. */
static int first_place(int chapter) {
    int place = 1;
    for (int before = CHAPTER_FIRST; before < chapter; before++)
        place += last_of_chapter[before];
    return place;
}

/* number = chapter "." digits; its place, or 0 if the article has no such equation; with *END
 * behind what was read */
static int read_equation(const char *text, const char **end) {
    *end = text;
    if (text[0] < '0' + CHAPTER_FIRST || text[0] > '0' + CHAPTER_LAST || text[1] != '.')
        return 0;
    const int chapter = text[0] - '0';
    const char *digits = text + 2;
    const size_t count = strspn(digits, "0123456789");
    *end = digits + count;
    if (count == 0 || count > 2 || digits[0] == '0')
        return 0;
    const int number = atoi(digits);
    return number <= last_of_chapter[chapter] ? first_place(chapter) + number - 1 : 0;
}

bool selection_parse(struct selection *selection, const char *list, struct error *error) {
    static const char accepted[] = "numbers from 3.1 to 3.6, 4.1 to 4.5, 5.1 to 5.34 and ranges, "
                                   "such as 5.6-5.13,5.28,";
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

bool selection_has_any(const struct selection *selection, const struct trace *trace) {
    for (size_t i = 0; i < trace->step_count; i++)
        if (selection_has(selection, trace->steps[i].equation))
            return true;
    return false;
}

bool selection_has_chapter(const struct selection *selection, int chapter) {
    const int first = first_place(chapter);
    for (int place = first; place < first + last_of_chapter[chapter]; place++)
        if (!selection->is_partial || selection->wanted[place])
            return true;
    return false;
}
