/* Trace: the steps of a walk, in order, each with its equation number, its name, the text of its
 * forms and their values. A name gets its value once. What the steps are is left to the walk, how
 * they look to the renderers. */
#ifndef BPWALK_TRACE_H
#define BPWALK_TRACE_H

#include "base/error.h"
#include "base/memory.h"
#include "formula/formula.h"

#include <stdint.h>
#include <string.h>

/* One side of an equals sign. */
struct form {
    double value; /* NaN before trace_check where names of it come later (LATER) */

    /* Set by trace_check, or when it is recorded as text: */
    const char *text; /* as in C, not NUL-terminated */
    size_t length;
    const struct formula *formula; /* the text as a tree: NULL until form_formula is asked for it */
    bool differs;                  /* from the step's value, beyond rounding */
};

enum step_kind {
    STEP_GIVES,  /* its name gets the value */
    STEP_STATES, /* a name has its value already, or gets it later; the forms are held to it */
};

/* What stands above a step: a key of prose, and the words that go into it, or NULL. */
struct heading {
    const char *key, *words[2];
};

struct notation;
struct remark;

struct step {
    enum step_kind kind;
    unsigned alternative;   /* a bit: its last form is one that may be taken instead; or 0 */
    bool takes_alternative; /* that last form is the value */
    const char *equation;   /* "5.1", or "" */
    const char *name;
    const char *shown;             /* how the name is written (trace_notate) */
    const struct heading *heading; /* or NULL */
    const char *text;              /* of all its forms, as in C */
    struct form *forms; /* split from it by trace_check; before, only their values are set */
    size_t form_count;  /* without an alternative that is not taken */
    double value;       /* of the last form */
    const struct remark *remark; /* of whoever compares the walk with something else, or NULL */
};

/* The number of a step's equation as it stands before its name in a line: "(5.1) ", or nothing
 * where it has none. */
struct equation_place {
    char text[32];
};
struct equation_place equation_place(const char *equation);

/* A name and its number: of a step, or given. */
struct quantity {
    const char *name;
    const char *shown;     /* how it is written */
    unsigned length, hash; /* of the name */
    const char *typed;     /* a given one's text as typed; NULL for a computed one */
    struct trace *source; /* a given one that another trace has computed: its exact value is that */
    size_t source_index;  /* of the quantity there */
    size_t step;          /* of a computed one: the index of the step that gave it */
    double value;
    double rounding; /* bound of rounding, from the given doubles on; negative until asked for */
    double error;    /* the same from what was typed on */
};

/* A value whose digits a double does not settle is computed again, in ever more bits. */
enum { PRECISIONS = 3 };

struct trace {
    struct arena arena, scratch;     /* for all of it; for one step at a time */
    const char *network;             /* "2-2-2" */
    const struct notation *notation; /* that names are shown in; NULL: as they are */
    unsigned alternatives;           /* to take, a bit each */
    unsigned alternatives_met;       /* those that the walk has come past */
    struct step *steps;
    size_t step_count, step_room;
    const struct heading *heading; /* of the next step */
    struct quantity *quantities;
    size_t quantity_count;
    unsigned *slots; /* hash table: 1 + an index of quantities, or 0; twice as many or more */
    size_t slot_count;
    double error_ceiling;            /* no value is further from the exact one; INFINITY: unknown */
    struct big *in_bits[PRECISIONS]; /* by quantity: see trace_shown */
    bool failed;
    struct error error;
};

/* Where a name is looked for: from its first, middle and last eight characters, in which most names
 * of a walk differ. Inline, for a walk looks up hundreds of literals, and of those it is a
 * constant.
 */
static inline unsigned name_hash(const char *name, size_t length) {
    const size_t some = length < 8 ? length : 8;
    uint64_t head = 0, middle = 0, tail = 0;
    memcpy(&head, name, some);
    memcpy(&middle, name + (length - some) / 2, some);
    memcpy(&tail, name + length - some, some);
    head = head * 0x9E3779B97F4A7C15u + middle;
    return (unsigned)((head * 0x9E3779B97F4A7C15u + tail) * 0xD6E8FEB86659FD93u >> 32);
}

/* NETWORK outlives the trace. Of each step whose ALTERNATIVE is in the set, that is the value. */
void trace_start(struct trace *trace, const char *network, unsigned alternatives);
void trace_free(struct trace *trace);

/* NAME is given VALUE, typed as TYPED (both outlive the trace). */
void trace_given(struct trace *trace, const char *name, double value, const char *typed);

/* NAME is given the exact value that quantity INDEX of SOURCE (which outlives the trace) has; TYPED
 * is how it is shown. */
void trace_inherits(struct trace *trace, const char *name, struct trace *source, size_t index,
                    const char *typed);

/* The heading of the next step; it outlives the trace. */
void trace_heading(struct trace *trace, const struct heading *heading);

/* Records a step: VALUES are those of its COUNT forms, whose text is FORMS, with commas between.
 * Returns the step's value. The first fault (a name twice, a value that is no finite number) is
 * kept in the trace's error, and every later step is passed over. */
double trace_step_hashed(struct trace *trace, enum step_kind kind, const char *equation,
                         unsigned alternative, const char *name, size_t length, unsigned hash,
                         const char *forms, const double values[], size_t count);
static inline double trace_step(struct trace *trace, enum step_kind kind, const char *equation,
                                unsigned alternative, const char *name, const char *forms,
                                const double values[], size_t count) {
    return trace_step_hashed(trace, kind, equation, alternative, name, strlen(name),
                             name_hash(name, strlen(name)), forms, values, count);
}

/* The same of text alone: the forms are read, and evaluated where they have no name that comes
 * later; a step that gives a name has none. All strings outlive the trace. */
void trace_text(struct trace *trace, enum step_kind kind, const char *equation, const char *name,
                const char *forms);

/* The value of a name; where it has none the trace fails, and NaN is returned. */
double trace_value_hashed(struct trace *trace, const char *name, size_t length, unsigned hash);
static inline double trace_value(struct trace *trace, const char *name) {
    return trace_value_hashed(trace, name, strlen(name), name_hash(name, strlen(name)));
}

/* NULL if there is no such name. */
const struct quantity *trace_find(const struct trace *trace, const char *name, size_t length);

/* Splits the forms, evaluates what only now has its names, and holds every form to its step: two
 * that differ by more than their rounding can explain mark the step's form as differing, and fail
 * the trace unless an alternative was taken. False if the trace failed, with its error in ERROR. */
bool trace_check(struct trace *trace, struct error *error);

/* A form as a tree, read once and kept as long as the trace. NULL with ERROR where its text is none
 * that formula_parse reads; of a walk all are (a test parses them all). */
const struct formula *form_formula(struct trace *trace, struct form *form, struct error *error);

/* The value of a form that was checked, to the last bit, on every machine: of a derivative that of
 * its text, as it is of a step's value; what the compiler made of it may be another in that bit. */
double form_value(struct trace *trace, struct form *form);

/* The formula that gave a computed quantity its value: its step's last form. As form_formula. */
const struct formula *trace_formula(struct trace *trace, const struct quantity *quantity,
                                    struct error *error);

/* The value of a quantity, a form or a step, with DIGITS decimals: those of the exact value, which
 * the formulas give for the numbers as typed, rounded once, a tie to even. Mostly the double
 * settles them. Where the ceiling of its error does not, its own error is bounded; where that does
 * not, the value is computed in more bits. One that 2048 bits cannot tell from a tie is a tie; from
 * zero, or that is below all doubles, zero. One that they cannot bound, as it is divided by what
 * may be zero, or to no more than 2^-256 of a unit, is shown as "?". Returns the length. */
size_t trace_shown(struct trace *trace, const struct quantity *quantity, int digits,
                   char room[NUMBER_ROOM]);
size_t trace_form_shown(struct trace *trace, struct form *form, int digits, char room[NUMBER_ROOM]);
size_t trace_step_shown(struct trace *trace, const struct step *step, int digits,
                        char room[NUMBER_ROOM]);

/* Shows the names of a checked trace, and those in its formulas, in NOTATION from here on (NULL: as
 * they are). What they are, and are found by, stays. */
void trace_notate(struct trace *trace, const struct notation *notation);

/* How a name is shown, of the trace or not. */
const char *trace_written(struct trace *trace, const char *name, size_t length);

/* Whether a step's value is its name's, but for rounding: without alternatives it always is, and it
 * is where the name gets it. */
bool trace_is_named(const struct trace *trace, const struct step *step,
                    const struct quantity *named);

/* The names of a trace for formula_evaluate, each with its bound of rounding. */
struct formula_names trace_names(struct trace *trace);

#endif
