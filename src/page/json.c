/* JSON: see json.h. */
#include "page/json.h"

void json_string(struct text *out, const char *words) {
    text_putc(out, '"');
    for (const char *c = words != NULL ? words : ""; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ') {
            text_printf(out, "\\u%04x", *c);
            continue;
        }
        if (*c == '"' || *c == '\\')
            text_putc(out, '\\');
        text_putc(out, *c);
    }
    text_putc(out, '"');
}

void json_member(struct text *out, const char *key, const char *words) {
    text_printf(out, ", \"%s\": ", key);
    json_string(out, words);
}
