/* PDF: a document made by the typesetter or the browser that is here. What stands in it is left to
 * the formats of sheets, running a program to host/tool. */
#ifndef BPWALK_PDF_H
#define BPWALK_PDF_H

#include "render/sheet.h"

/* A program that makes PDF of documents in a format. */
struct pdf_maker {
    const char *program;
    const struct sheet_format *format;
    bool is_english_only; /* no Chinese documents */
};

/* The first maker that is here, for documents in LANGUAGE and in FORMAT, or where that is NULL in
 * any. NULL with ERROR, which names what to install, where there is none, or the format is none
 * that PDF is made of. */
const struct pdf_maker *pdf_maker_find(const struct sheet_format *format, enum language language,
                                       struct error *error);

/* Appends to PDF what MAKER makes of DOCUMENT. What it writes on the way is in a directory of its
 * own below $TMPDIR, or /tmp, which is removed again. False with ERROR, in the maker's own words
 * where it fails; with an empty line where a signal waits to end the program. */
bool pdf_make(struct text *pdf, const struct pdf_maker *maker, const struct text *document,
              struct error *error);

#endif
