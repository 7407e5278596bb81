/* ZIP: see zip.h. Of PKWARE's APPNOTE: 4.3.7 (a file), 4.3.12 (its line in the directory), 4.3.16
 * (the end). */
#include "host/zip.h"

#include <stdlib.h>

enum {
    NEEDS_VERSION = 10, /* 1.0: stored files */
    DAY = 1 << 5 | 1,   /* 1980-01-01, the first that there is */
    LINE_ROOM = 46
};

uint32_t zip_crc(const struct text *text) {
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < text->length; i++) {
        crc ^= (unsigned char)text->bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (0xEDB88320 & -(crc & 1));
    }
    return ~crc;
}

/* The lowest byte first. */
static void put(struct text *out, size_t number, int bytes) {
    for (int i = 0; i < bytes; i++)
        text_putc(out, (char)(number >> 8 * i & 0xFF));
}

/* What a file and its line have in common. */
static void put_facts(struct text *out, const char *name, const struct text *text) {
    put(out, NEEDS_VERSION, 2);
    put(out, 0, 2); /* flags */
    put(out, 0, 2); /* stored */
    put(out, 0, 2); /* midnight */
    put(out, DAY, 2);
    put(out, zip_crc(text), 4);
    put(out, text->length, 4);
    put(out, text->length, 4);
    put(out, strlen(name), 2);
    put(out, 0, 2); /* more */
}

bool zip_add(struct zip *zip, const char *name, const struct text *text, struct error *error) {
    const size_t start = zip->files.length, most = UINT32_MAX;
    const size_t taken = start + zip->directory.length + 3 * (LINE_ROOM + strlen(name));
    if (taken > most || text->length > most - taken)
        /* GCOVR_EXCL_START: 4 GiB of questions */
        return error_set(error, "the package is larger than 4 GiB; fewer variants are needed");
    /* GCOVR_EXCL_STOP */
    text_add(&zip->files, "PK\3\4", 4);
    put_facts(&zip->files, name, text);
    text_puts(&zip->files, name);
    text_add(&zip->files, text->bytes, text->length);
    text_add(&zip->directory, "PK\1\2", 4);
    put(&zip->directory, NEEDS_VERSION, 2);
    put_facts(&zip->directory, name, text);
    text_repeat(&zip->directory, '\0', 10); /* remark, disk, kind */
    put(&zip->directory, start, 4);
    text_puts(&zip->directory, name);
    zip->count++;
    return true;
}

void zip_finish(struct zip *zip, struct text *out) {
    const size_t before = zip->files.length, size = zip->directory.length;
    text_add(out, zip->files.bytes, before);
    text_add(out, zip->directory.bytes, size);
    text_add(out, "PK\5\6", 4);
    put(out, 0, 4); /* disks */
    put(out, zip->count, 2);
    put(out, zip->count, 2);
    put(out, size, 4);
    put(out, before, 4);
    put(out, 0, 2); /* remark */
    zip_free(zip);
}

void zip_free(struct zip *zip) {
    text_free(&zip->files);
    text_free(&zip->directory);
}
