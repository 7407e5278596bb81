/* Slip: see slip.h. */
#include "walk/slip.h"

void slips_put(struct text *out, unsigned slips) {
    const char *between = "";
    for (unsigned number = 1; slips != 0; number++, slips >>= 1)
        if (slips & 1) {
            text_puts(out, between);
            text_putc(out, 'E');
            text_whole(out, number);
            between = " ";
        }
}
