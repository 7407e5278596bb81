/* JSON: the names and values of one that a program has written. A reader of its own: what it needs
 * is a page of code, and a library would be the program's first. */
#ifndef BPWALK_JSON_H
#define BPWALK_JSON_H

#include "mark/answer_file.h"

/* Hands in what stands in the object, or array of objects, at TEXT, which ends in a line end:
 * "name": value; an array of numbers, or of arrays, as a layer or a matrix; an object with "name"
 * and "value" (as bpwalk --format json has them); of objects in objects all. Those that are named
 * by an iteration ("2", "iteration 2", or an "iteration" before what else is in them) are of that,
 * and those in an array "iterations" of one after the other. From where it is no JSON it is unread;
 * what came before was handed in.
 */
void json_read(struct answer_file *file, const char *text);

#endif
