/* Fuzz: what the targets share. A target takes any bytes, gives them to one room of the program as
 * its users would, and holds what comes back to what the room's header promises. It ends the
 * process (require) where a promise is broken; the sanitizers, or the machine, end it elsewhere.
 * Who chooses the bytes is left to libfuzzer.c and replay.c. */
#ifndef BPWALK_FUZZ_H
#define BPWALK_FUZZ_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fuzz_target {
    const char *name;
    void (*run)(const uint8_t *bytes, size_t size);
};

extern const struct fuzz_target fuzz_answers, fuzz_command, fuzz_data, fuzz_example, fuzz_formula,
    fuzz_json, fuzz_model, fuzz_page, fuzz_roster, fuzz_typed;

/* Before the first run: where to complain, and a directory of the targets' own, in which they may
 * write; it is removed at exit. */
void fuzz_start(void);
const char *fuzz_directory(void);

/* Ends the process with a line that says where and what. */
_Noreturn void fuzz_fault(const char *file, int line, const char *what, const char *instead);

#define require(fact)           require_of(fact, "")
#define require_of(fact, shown) ((fact) ? (void)0 : fuzz_fault(__FILE__, __LINE__, #fact, shown))

/* Writes the bytes to a file of the targets' own; its path. */
const char *fuzz_file(const uint8_t *bytes, size_t size);

/* Whether all of it is UTF-8; lines and tabs may stand in it. */
bool is_text(const void *bytes, size_t size);

/* An error's line: it says something, in one line, and is text where what it speaks of is. */
void require_line(const struct error *error, const uint8_t *bytes, size_t size);

/* And begins with PATH:LINE:COLUMN, a place that is in the bytes, or just behind a line of them. */
void require_place(const struct error *error, const char *path, const uint8_t *bytes, size_t size);

/* Whether the elements of a piece of XML open and close in pairs, and no other < or & stands in it.
 */
bool is_xml(const char *bytes, size_t length);

/* Whether the braces, and the \left and \right, of a piece of LaTeX come in pairs. */
bool is_latex(const char *bytes, size_t length);

/* Whether it is one JSON value (RFC 8259) with blanks around it, at most DEEPEST arrays and objects
 * in each other. */
bool is_json(const char *bytes, size_t length, int deepest);

/* The same bits, or no number both. */
bool same_number(double a, double b);

#endif
