/* Step: the words in which the pages of the walk are written.
 *
 *     STEP("5.3", in_O1, w5*out_h1 + w6*out_h2 + 1*b3);
 *
 * computes the expression, names the result, and hands its own text to the trace: the line of C is
 * the formula that is printed. Several forms, with commas between, are the lines that the article
 * joins by equals signs; the last is the value, and the trace holds all of them to it.
 *
 * The text is taken in the outermost macro, or the names in it would be expanded first. A formula
 * is written as in the article, with plain names; 1./2 is one half (1/2 is 0 in C).
 *
 * Each page has a `struct trace *const trace` in scope. */
#ifndef BPWALK_STEP_H
#define BPWALK_STEP_H

#include "trace/trace.h"
#include "walk/article/real_or_complex.h"
#include "walk/slip.h"

/* PARTIAL shadows the name that it differentiates by: that is how it works. */
#pragma GCC diagnostic ignored "-Wshadow"

/* The names that a page uses, with the values they have by now. */
#define GIVEN(...) GIVEN_EACH(__VA_ARGS__, 8, 7, 6, 5, 4, 3, 2, 1, )(__VA_ARGS__)

/* A new name gets its value. */
#define STEP(equation, name, ...) STEP_OR_SLIP(equation, 0, name, #name, #__VA_ARGS__, __VA_ARGS__)

/* As STEP, but the last form is what the article computes by a slip; the one before it is what
 * it states. The reading picks. */
#define SLIP(equation, erratum, name, ...)                                                         \
    STEP_OR_SLIP(equation, slip_bit(erratum), name, #name, #__VA_ARGS__, __VA_ARGS__)

#define STEP_OR_SLIP(equation, alternative, name, name_text, text, ...)                            \
    const double name##_forms[] = {__VA_ARGS__};                                                   \
    const double name __attribute__((unused)) =                                                    \
        trace_step(trace, STEP_GIVES, equation, alternative, name_text, text, name##_forms,        \
                   sizeof name##_forms / sizeof *name##_forms)

/* A name that has its value already is stated again. */
#define AGAIN(equation, name, ...)                                                                 \
    do {                                                                                           \
        const double forms[] = {__VA_ARGS__};                                                      \
        trace_step(trace, STEP_STATES, equation, 0, #name, #__VA_ARGS__, forms,                    \
                   sizeof forms / sizeof *forms);                                                  \
    } while (0)

/* A name is spoken of before it gets its value. LATER(f) is a form of names that do not have
 * theirs yet: the trace evaluates it from its text when they do. */
#define PLAN     AGAIN
#define LATER(f) NAN

/* The sum sign, SUM(k, 1, 2, sigma_O[k]*w[2*k + 3]): its text alone says what it is worth. */
#define SUM(index, first, last, f) NAN

/* The partial derivative of f by x, to machine precision (Squire and Trapp 1998, "Using complex
 * variables to estimate derivatives of real functions"): x is shadowed by x + ih, and f's imaginary
 * part divided by h. */
#define PARTIAL(f, x)                                                                              \
    __extension__({                                                                                \
        const double partial_at = (x);                                                             \
        __extension__({                                                                            \
            const double complex x __attribute__((unused)) = CMPLX(partial_at, 0x1p-100);          \
            cimag(f) / 0x1p-100;                                                                   \
        });                                                                                        \
    })

/* A row times a column, DOT((w1, w2), (x1, x2)): entry by entry, and the products added. */
#define DOT(row, column)                                                                           \
    dot((const double[]){ENTRIES row}, (const double[]){ENTRIES column},                           \
        sizeof((const double[]){ENTRIES row}) / sizeof(double))
#define ENTRIES(...) __VA_ARGS__

static inline double dot(const double row[], const double column[], size_t count) {
    double sum = row[0] * column[0];
    for (size_t i = 1; i < count; i++)
        sum += row[i] * column[i];
    return sum;
}

/* What is printed above the next step: a key of src/prose. */
#define HEADING(key_of_prose)                                                                      \
    do {                                                                                           \
        static const struct heading heading = {.key = key_of_prose};                               \
        trace_heading(trace, &heading);                                                            \
    } while (0)

#define GIVEN_EACH(a, b, c, d, e, f, g, h, count, ...) GIVEN_##count
#define GIVEN_1(name)                                  const double name = trace_value(trace, #name)
#define GIVEN_2(name, ...)                                                                         \
    GIVEN_1(name);                                                                                 \
    GIVEN_1(__VA_ARGS__)
#define GIVEN_3(name, ...)                                                                         \
    GIVEN_1(name);                                                                                 \
    GIVEN_2(__VA_ARGS__)
#define GIVEN_4(name, ...)                                                                         \
    GIVEN_1(name);                                                                                 \
    GIVEN_3(__VA_ARGS__)
#define GIVEN_5(name, ...)                                                                         \
    GIVEN_1(name);                                                                                 \
    GIVEN_4(__VA_ARGS__)
#define GIVEN_6(name, ...)                                                                         \
    GIVEN_1(name);                                                                                 \
    GIVEN_5(__VA_ARGS__)
#define GIVEN_7(name, ...)                                                                         \
    GIVEN_1(name);                                                                                 \
    GIVEN_6(__VA_ARGS__)
#define GIVEN_8(name, ...)                                                                         \
    GIVEN_1(name);                                                                                 \
    GIVEN_7(__VA_ARGS__)

#endif
