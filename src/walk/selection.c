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
    const long number = strtol(digits, NULL, 10);
    return digits[0] != '0' && number > 0 && number <= last_of_chapter[chapter]
               ? first_place(chapter) + (int)number - 1
               : 0;
}

static bool no_equation(const char *item, size_t length, int first_chapter, struct error *error) {
    return error_set(error,
                     first_chapter == CHAPTER_FIRST
                         ? "--equations: '%s' is no equation of the article; numbers from 3.1 to "
                           "3.6, 4.1 to 4.5, 5.1 to 5.34 and ranges, such as 5.6-5.13,5.28, are "
                           "accepted"
                         : "--equations: '%s' is no equation of chapter 5; numbers from 5.1 to "
                           "5.34 and ranges, such as 5.6-5.13,5.28, are accepted",
                     quote(item, length).text);
}

bool selection_parse(struct selection *selection, const char *list, int first_chapter,
                     struct error *error) {
    const int least = first_place(first_chapter);
    *selection = (struct selection){.is_partial = true, .names = selection->names};
    for (const char *item = list;; item++) {
        item += strspn(item, " ");
        const size_t length = strcspn(item, ",");
        const char *end;
        const int first = read_equation(item, &end);
        const int last = *end == '-' ? read_equation(end + 1, &end) : first;
        if (first < least || last < 1 || end != item + length)
            return no_equation(item, length, first_chapter, error);
        if (last < first)
            return error_set(error,
                             "--equations: '%s' runs backwards; the smaller number goes first",
                             quote(item, length).text);
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

static size_t item_length(const char *item) {
    return strcspn(item, ",");
}

/* NULL behind the last item of a list with commas between, and blanks behind them. */
static const char *next_item(const char *item) {
    item += item_length(item);
    return *item == ',' ? item + 1 + strspn(item + 1, " ") : NULL;
}

static bool is_item(const char *item, const char *name) {
    return item_length(item) == strlen(name) && memcmp(item, name, item_length(item)) == 0;
}

bool selection_shows(const struct selection *selection, const struct step *step) {
    const char *item = selection->names;
    while (item != NULL && !is_item(item, step->name))
        item = next_item(item);
    return selection_has(selection, step->equation) && (selection->names == NULL || item != NULL);
}

bool selection_is_whole(const struct selection *selection) {
    return !selection->is_partial && selection->names == NULL;
}

static bool has_step(const struct selection *selection, const struct trace *trace,
                     const char *item) {
    for (size_t s = 0; s < trace->step_count; s++)
        if (selection_has(selection, trace->steps[s].equation) &&
            is_item(item, trace->steps[s].name))
            return true;
    return false;
}

/* The first walk that has a step of this name to show; NULL: none has. */
static const struct walk *first_with(const struct selection *selection, struct walk *const walks[],
                                     size_t count, const char *item) {
    for (size_t w = 0; w < count; w++)
        if (has_step(selection, &walks[w]->trace, item))
            return walks[w];
    return NULL;
}

static bool is_of_network(const struct selection *selection, struct walk *const walks[],
                          size_t count, const struct walk *walk) {
    for (const char *item = selection->names; item != NULL; item = next_item(item)) {
        const struct walk *first = first_with(selection, walks, count, item);
        if (strcmp(first->trace.network, walk->trace.network) == 0)
            return true;
    }
    return selection->names == NULL;
}

bool selection_walks(const struct selection *selection, struct walk *const walks[], size_t count,
                     struct walk *shown[], size_t *shown_count, struct error *error) {
    for (const char *item = selection->names; item != NULL; item = next_item(item))
        if (first_with(selection, walks, count, item) == NULL)
            return error_set(error,
                             "--names: '%s' is the name of no step here; such names with commas "
                             "between, as in_h1,E_total, are needed",
                             quote(item, item_length(item)).text);
    *shown_count = 0;
    for (size_t w = 0; w < count; w++)
        if (is_of_network(selection, walks, count, walks[w]))
            shown[(*shown_count)++] = walks[w];
    return true;
}

bool selection_has_any(const struct selection *selection, const struct trace *trace) {
    for (size_t i = 0; i < trace->step_count; i++)
        if (selection_shows(selection, &trace->steps[i]))
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
