/* Fuzz, what people type: any bytes become lines; in a line of UTF-8 what people type becomes
 * ASCII, no control character is left, and a number in it, as it is passed on, is one that
 * number_read takes, or is beyond a double. */
#include "fuzz.h"

#include "base/number.h"
#include "base/utf8.h"
#include "mark/typed.h"

#include <math.h>
#include <string.h>

static void check_number(const char *text, size_t length) {
    struct text number = {0};
    double value;
    text_puts(&number, "w1=");
    const bool is_number = typed_number(&number, text, length);
    require_of(strncmp(number.bytes, "w1=", 3) == 0, number.bytes);
    if (is_number) {
        const char *digits = number.bytes + 3,
                   *fault = number_read(digits, number.length - 3, &value);
        require_of(fault == NULL ? isfinite(value) : strpbrk(digits, "123456789") != NULL, digits);
    } else {
        require_of(number.length == 3, number.bytes);
    }
    text_free(&number);
}

static void check_line(const char *line, size_t length) {
    struct text plain = {0};
    const bool is_plain = typed_plain(&plain, line, length);
    if (memchr(line, '\0', length) == NULL && is_text(line, length))
        require_of(is_plain, line);
    for (size_t i = 0; i < plain.length; i++)
        require_of(plain.bytes[i] == '\t' || (unsigned char)plain.bytes[i] >= ' ', plain.bytes);
    if (is_plain)
        for (size_t i = 0; i < plain.length; i++) /* behind whatever stands before it */
            if (i == 0 || plain.bytes[i - 1] == '=')
                check_number(plain.bytes + i, plain.length - i);
    text_free(&plain);
}

static void run(const uint8_t *bytes, size_t size) {
    struct text lines = {0};
    typed_lines(&lines, (const char *)bytes, size);
    require(memchr(lines.bytes, '\r', lines.length) == NULL);
    require(lines.length == 0 || lines.bytes[lines.length - 1] == '\n');
    for (const char *at = lines.bytes, *end = at + lines.length; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        check_line(at, (size_t)(newline - at));
        at = newline + 1;
    }
    text_free(&lines);
}

const struct fuzz_target fuzz_typed = {.name = "typed", .run = run};
