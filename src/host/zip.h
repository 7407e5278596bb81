/* ZIP: files in one, as they are: nothing is compressed. The same files give the same bytes. */
#ifndef BPWALK_ZIP_H
#define BPWALK_ZIP_H

#include "base/error.h"
#include "base/text.h"

#include <stdint.h>

/* {0} is an empty one. */
struct zip {
    struct text files, directory;
    size_t count;
};

/* The CRC-32 of ZIP (ISO 3309). */
uint32_t zip_crc(const struct text *text);

/* Adds a file; NAME is of ASCII, its folders end in /. False with ERROR where there is no room: all
 * of them may have 4 GiB. */
bool zip_add(struct zip *zip, const char *name, const struct text *text, struct error *error);

/* Appends the whole to OUT, and frees it. */
void zip_finish(struct zip *zip, struct text *out);
void zip_free(struct zip *zip);

#endif
