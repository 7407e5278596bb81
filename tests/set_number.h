/* Set number: an example's number replaced, for tests that walk many; read as a file's would be. */
#ifndef BPWALK_SET_NUMBER_H
#define BPWALK_SET_NUMBER_H

#include "base/number.h"
#include "example/example.h"

#include <stdlib.h>
#include <string.h>

/* "w1=0.5" */
static inline void set_number(struct example *example, const char *set) {
    const char *typed = strchr(set, '=') + 1;
    char name[32] = {0};
    memcpy(name, set, (size_t)(typed - set) - 1);
    struct given *given = (struct given *)example_find(example, name);
    if (given == NULL || number_read(typed, strlen(typed), &given->value) != NULL)
        abort();
    given->typed = arena_copy(&example->arena, typed, strlen(typed));
}

#endif
