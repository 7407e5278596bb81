/* Data: the samples a network is trained on or asked about: their inputs, the outputs expected of
 * the network, and their classes. Where the samples come from is left to others. */
#ifndef BPWALK_DATA_H
#define BPWALK_DATA_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As in the article's program there is a row for each input and a column for each sample; but the
 * rows are cut into blocks of BLOCK samples, and the rows of one block stand together, so that a
 * pass can take block after block. The columns behind the last sample are 0. */
enum { BLOCK = 64 };

struct data {
    size_t samples, inputs;
    double *x;     /* [blocks][inputs][BLOCK] */
    size_t *class; /* [samples]; NULL where the samples have none */
    size_t classes;
    char **class_name; /* [classes]; NULL where they are the numbers from 0 */
    double *O; /* [blocks][outputs][BLOCK], what is expected; NULL before data_make_outputs */
    size_t outputs;
};

/* Input I of sample S; expected output J of sample S */
double *data_x(const struct data *data, size_t i, size_t s);
double *data_O(const struct data *data, size_t j, size_t s);

/* Takes a FRACTION of the samples, above 0 and below 1, at random by numpy's SEED, out of DATA and
 * returns them; both keep one at least. NULL with ERROR where there are fewer than two. */
struct data *data_split(struct data *data, double fraction, uint32_t seed, struct error *error);

/* Brings each input to the mean 0 and the standard deviation 1: (x - CENTRE)/SPREAD, which have
 * room for all inputs. One that is the same in all samples has the spread 1. */
void data_measure(const struct data *data, double *centre, double *spread);
void data_scale(struct data *data, const double *centre, const double *spread);

/* What class C is called: its name, or its number. */
struct class_word {
    char text[48];
};
struct class_word name_of_class(const struct data *data, size_t c);

enum { CLASSES_MOST = 1000 };

/* SAMPLES samples of INPUTS inputs, all 0, without classes and expected outputs. Each is at least
 * 1. Freed with data_free. */
struct data *data_new(size_t samples, size_t inputs);
void data_free(struct data *data);

/* Makes room for expected outputs, all 0. */
void data_make_outputs(struct data *data, size_t outputs);

/* How many classes OUTPUTS outputs tell apart: one of them tells two. */
size_t classes_told_by(size_t outputs);

/* The expected outputs of samples with classes: a sample of class c has 1 at output c and 0
 * elsewhere; a single output is the class itself, 0 or 1. False, with a line that begins with NAME,
 * where there are fewer outputs than classes. */
bool data_expect(struct data *data, size_t outputs, const char *name, struct error *error);

#endif
