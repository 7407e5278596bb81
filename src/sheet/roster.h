/* Roster: the names of a class in UTF-8: one a line, or the table of a course as Moodle, Canvas and
 * spreadsheets write it, with commas, semicolons or tabs, whose first line names its columns. */
#ifndef BPWALK_ROSTER_H
#define BPWALK_ROSTER_H

#include "base/error.h"
#include "base/text.h"

/* {0} is an empty one. Names are NUL-terminated, without blanks around them. */
struct roster {
    struct text text;
    const char **names;
    size_t count;
    bool is_wide; /* some name has letters beyond the Latin ones */
};

/* Reads a file; lines without a name are passed over. A first line of several columns, one of them
 * "name", "full name", "student" or "surname" or "last name" (with "first name", if that is there),
 * 姓名 or 姓 and 名, is no name, but says where the names stand. False with "PATH:LINE:COLUMN: ..."
 * in ERROR where one is not UTF-8, has a control character or is too long, or where there is no
 * name. Freed by roster_free either way. */
bool roster_read(struct roster *roster, const char *path, struct error *error);
void roster_free(struct roster *roster);

#endif
