/* JSON: see json.h. */
#include "page/json.h"

#include "render/escape.h"

void json_string(struct text *out, const char *words) {
    text_putc(out, '"');
    escape_json(out, words);
    text_putc(out, '"');
}

void json_member(struct text *out, const char *key, const char *words) {
    text_printf(out, ", \"%s\": ", key);
    json_string(out, words);
}
