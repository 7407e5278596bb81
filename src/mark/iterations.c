/* Iterations: the marking of one after the other: what the weights and biases of each are in the
 * next. How one is marked is left to the check. */
#include "mark/answer_file.h"

/* The quantity that QUANTITY, a weight or bias, is updated to, or NO_QUANTITY. */
static size_t updated(const struct answer_file *file, const struct ways *ways, size_t quantity) {
    const struct quantity *named = &ways->trace->quantities[quantity];
    struct role role = shape_role(file->shape, named->name, named->length);
    if (named->typed == NULL || (role.kind != ROLE_WEIGHT && role.kind != ROLE_BIAS))
        return NO_QUANTITY;
    struct text name = {0};
    role.is_new = true;
    shape_put_name(&name, file->shape, &role);
    const size_t found = ways_quantity(ways, name.bytes, name.length);
    text_free(&name);
    return found;
}

static void lend(const struct answer_file *file, struct check *before, struct check *check) {
    for (size_t q = 0; q < check->ways.trace->quantity_count; q++) {
        const size_t quantity = updated(file, &before->ways, q);
        if (quantity != NO_QUANTITY)
            check_lend(check, q, before, quantity);
    }
}

/* Gradients to which those of the iteration before were added. */
static void find_accumulated(const struct answer_file *file, struct check *before,
                             struct check *check) {
    struct role by;
    for (size_t q = 0; q < check->ways.trace->quantity_count; q++) {
        const struct quantity *named = &check->ways.trace->quantities[q];
        if (shape_is_gradient(file->shape, named->name, named->length, &by))
            check_accumulated(check, q, before,
                              ways_quantity(&before->ways, named->name, named->length));
    }
}

void answer_file_mark(struct answer_file *file) {
    for (size_t i = 0; i < file->check_count; i++) {
        if (i > 0)
            lend(file, file->checks[i - 1], file->checks[i]);
        check_mark(file->checks[i]);
        if (i > 0)
            find_accumulated(file, file->checks[i - 1], file->checks[i]);
    }
}
