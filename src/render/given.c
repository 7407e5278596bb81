/* Given: see given.h. */
#include "render/given.h"

#include <string.h>

void given_numbers(struct lines *lines, const struct trace *trace, size_t indent) {
    for (size_t i = 0; trace->quantities[i].typed != NULL; i++) {
        const struct quantity *given = &trace->quantities[i];
        const size_t length = strlen(given->shown) + strlen(given->typed) + 3;
        if (lines->column > 0 && lines->column + 3 + length > LINE_WIDTH)
            lines_end(lines);
        lines_pad(lines, lines->column == 0 ? indent : lines->column + 3);
        lines_ascii(lines, COLOUR_NONE, given->shown);
        lines_ascii(lines, COLOUR_NONE, " = ");
        lines_ascii(lines, COLOUR_NONE, given->typed);
    }
    lines_end(lines);
}
