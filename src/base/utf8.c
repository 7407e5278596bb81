/* UTF-8: see utf8.h. */
#include "base/utf8.h"

/* The length of the character at BYTES (Unicode, table 3-7), or 0 where there is none. */
static size_t character(const unsigned char *bytes, size_t length) {
    const unsigned char first = bytes[0];
    if (first < 0x80)
        return first >= 0x20 && first != 0x7F;
    const size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0xC2 || first > 0xF4 || length < size)
        return 0;
    const unsigned char second_least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char second_most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (bytes[1] < second_least || bytes[1] > second_most)
        return 0;
    if (first == 0xC2 && bytes[1] < 0xA0) /* U+0080 to U+009F */
        return 0;
    for (size_t i = 2; i < size; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    if (first == 0xEF && bytes[1] == 0xBF && bytes[2] >= 0xBE) /* U+FFFE, U+FFFF: not in XML */
        return 0;
    return size;
}

size_t utf8_fault(const char *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        const size_t size = character((const unsigned char *)bytes + at, length - at);
        if (size == 0)
            return at;
        at += size;
    }
    return length;
}
