/* Handout: sheets for a class: the worked example, an exercise with room for the values, a key; one
 * sheet or many, each with numbers of its own, somebody's name on it. What stands on them is left
 * to sheet/printing, question banks to sheet/moodle, sheet/qti and sheet/exams. */
#ifndef BPWALK_HANDOUT_H
#define BPWALK_HANDOUT_H

#include "example/example.h"
#include "render/sheet.h"
#include "sheet/pdf.h"
#include "sheet/roster.h"

enum handout_kind { HANDOUT_WORKED, HANDOUT_BLANK, HANDOUT_KEY };

/* How much help an exercise gives: the formulas; also the given numbers in place (what is to be
 * computed stays a name, or the sheet would give itself away); only the names asked for. */
enum handout_hints { HINTS_FORMULA, HINTS_SUBSTITUTED, HINTS_NONE };

/* The questions of a bank: a cloze question a section, in a category of its own; one a variant; a
 * numerical one a quantity, in a category of its own. */
enum handout_questions { QUESTIONS_SECTIONS, QUESTIONS_VARIANTS, QUESTIONS_SINGLE };

/* Who reads a bank: Moodle's XML, a package of QTI, a directory of R/exams' exercises. */
enum handout_bank { BANK_MOODLE, BANK_QTI, BANK_EXAMS };

enum { CARRY_NOTHING = 0 };

/* Where nothing is carried, students are told to keep so many decimals at least. */
enum { KEEP_DECIMALS = 5 };

struct handout {
    const struct sheet_format *format; /* NULL: a question bank */
    enum handout_bank bank;            /* and whose it is */
    const struct pdf_maker *pdf;       /* of FORMAT; or NULL: the documents as they are */
    const char *paper;                 /* of struct sheet_head */
    enum handout_kind kind;
    enum handout_hints hints;
    bool is_grid; /* matrices (sheet/layers) instead of lines */
    bool is_full; /* every step; else each quantity once (sheet/exercise) */
    struct selection selection;
    enum handout_questions questions;
    enum language language;
    const struct notation *notation; /* of names on sheets and forms; NULL: the article's */
    int digits;                      /* decimals of a shown value, where none is carried */
    int carries;                     /* decimals that each value is rounded to, or CARRY_NOTHING */

    const char *title, *course, *date; /* NULL: the usual title; none */
    const struct roster *roster;       /* NULL: no names */

    /* The numbers: EXAMPLE's, or, but for those of --set, drawn for each variant. */
    const struct example *example;
    bool draws;
    bool draws_whole; /* small whole numbers */
    unsigned seed;

    size_t sheets;      /* how many: of a roster, a sheet a name */
    size_t variants;    /* how many different ones; dealt out in turn */
    bool is_many;       /* OUTPUT is a directory, and gets a key too */
    bool is_one_file;   /* all sheets in the one file OUTPUT, without a key */
    bool has_numbers;   /* and beside each sheet its numbers, as a file for --example */
    bool has_forms;     /* and a form to type the answers into */
    const char *output; /* NULL: standard output */
};

/* Makes them. False with ERROR, and nothing is left behind. */
bool handout_make(const struct handout *handout, struct error *error);

#endif
