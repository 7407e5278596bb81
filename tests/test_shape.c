/* Shape: every role has a name of its own that is read back as the role; no other name is one. */
#include "suites.h"

#include "example/shape.h"
#include "formula/function.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "3-2-4", or with the biases or samples that stand behind a blank. */
static struct shape shape_of(const char *widths) {
    struct shape shape = shape_of_article();
    char *c = (char *)widths;
    size_t layer = 0;
    for (;; c++, layer++) {
        shape.width[layer] = strtoul(c, &c, 10);
        shape.activation[layer] = shape.activation[layer == 0 ? 0 : 1];
        if (*c != '-')
            break;
    }
    shape.depth = layer;
    shape.biases = strstr(c, "shared") != NULL ? BIASES_SHARED
                   : strstr(c, "none") != NULL ? BIASES_NONE
                                               : BIASES_EACH;
    const char *samples = strstr(c, "samples");
    if (samples != NULL)
        shape.samples = strtoul(samples + strlen("samples"), NULL, 10);
    return shape;
}

static const char *const shapes[] = {"2-2-2",
                                     "1-1",
                                     "3-1",
                                     "1-3-1",
                                     "2-2-2-2",
                                     "2-3-2-1 shared",
                                     "4-3-2 none",
                                     "9-60-3",
                                     "64-64-64",
                                     "2-2-1 samples 4",
                                     "2-2 shared samples 1000",
                                     "1-2-1-2-1-2-1-2-1",
                                     "2-1-1-1-1-1-1-1-64 shared samples 12"};

/* ---- Round trip ---- */

static size_t names; /* that were read back */

static void check_role(const struct shape *shape, struct role role) {
    struct text name = {0};
    shape_put_name(&name, shape, &role);
    const struct role read = shape_role(shape, name.bytes, name.length);
    ck_assert_msg(read.kind == role.kind && read.layer == role.layer &&
                      read.neuron == role.neuron && read.from == role.from &&
                      read.is_new == role.is_new && read.sample == role.sample,
                  "%s", name.bytes);
    names++;
    text_free(&name);
}

/* Updated or not, of each of some samples or of none, as its kind can be. */
static void check_forms(const struct shape *shape, struct role role) {
    const bool is_parameter = role.kind == ROLE_WEIGHT || role.kind == ROLE_BIAS;
    const bool has_new = is_parameter || (role.kind >= ROLE_SUM && role.kind <= ROLE_TOTAL);
    const size_t samples =
        is_parameter || role.kind == ROLE_RATE || shape->samples == 1 ? 0 : shape->samples;
    for (int is_new = 0; is_new <= has_new; is_new++)
        for (size_t sample = 0; sample <= samples; sample += sample < 12 ? 1 : samples - 12) {
            role.is_new = is_new;
            role.sample = sample;
            check_role(shape, role);
            if (sample == samples)
                break;
        }
}

static void check_neurons(const struct shape *shape, enum role_kind kind, size_t first,
                          size_t last) {
    for (size_t layer = first; layer <= last; layer++)
        for (size_t neuron = 1; neuron <= shape->width[layer]; neuron++)
            check_forms(shape, (struct role){.kind = kind, .layer = layer, .neuron = neuron});
}

static void check_weights(const struct shape *shape) {
    size_t number = 0;
    for (size_t layer = 1; layer <= shape->depth; layer++)
        for (size_t to = 1; to <= shape->width[layer]; to++)
            for (size_t from = 1; from <= shape->width[layer - 1]; from++) {
                ck_assert_uint_eq(shape_weight(shape, layer, to, from), ++number);
                check_forms(
                    shape,
                    (struct role){.kind = ROLE_WEIGHT, .layer = layer, .neuron = to, .from = from});
            }
    ck_assert_uint_eq(shape_weights(shape), number);
}

static void check_biases(const struct shape *shape) {
    size_t number = 0;
    for (size_t layer = 1; layer <= shape->depth; layer++)
        for (size_t to = 1; to <= shape->width[layer]; to++) {
            if (shape->biases == BIASES_NONE) {
                ck_assert_uint_eq(shape_bias(shape, layer, to), 0);
                continue;
            }
            number += shape->biases == BIASES_EACH || to == 1;
            ck_assert_uint_eq(shape_bias(shape, layer, to), number);
            if (shape->biases == BIASES_EACH || to == 1)
                check_forms(shape, (struct role){.kind = ROLE_BIAS, .layer = layer, .neuron = to});
        }
    ck_assert_uint_eq(shape_biases(shape), number);
}

START_TEST(names_are_read_back) {
    const struct shape shape = shape_of(shapes[_i]);
    names = 0;
    check_neurons(&shape, ROLE_INPUT, 0, 0);
    check_neurons(&shape, ROLE_TARGET, shape.depth, shape.depth);
    check_weights(&shape);
    check_biases(&shape);
    check_forms(&shape, (struct role){.kind = ROLE_RATE});
    check_neurons(&shape, ROLE_SUM, 1, shape.depth);
    check_neurons(&shape, ROLE_OUTPUT, 1, shape.depth);
    check_neurons(&shape, ROLE_ERROR, shape.depth, shape.depth);
    check_forms(&shape, (struct role){.kind = ROLE_TOTAL});
    check_neurons(&shape, ROLE_ERROR_TERM, 1, shape.depth);
    /* 2-2-2: 4 of a sample, 12 parameters twice, alpha, 4 sums and 4 outputs twice, 2 errors and
     * their total twice, 4 error terms */
    ck_assert(_i != 0 || names == 4 + 24 + 1 + 16 + 6 + 4);
}
END_TEST

/* ---- Names, one by one ---- */

static const struct {
    const char *shape, *name;
    struct role role;
} roles[] = {
    {"2-2-2", "w5", {ROLE_WEIGHT, 2, 1, 1, false, 0}},
    {"2-2-2", "w4_new", {ROLE_WEIGHT, 1, 2, 2, true, 0}},
    {"2-2-2", "b3", {ROLE_BIAS, 2, 1, 0, false, 0}},
    {"3-4-4-2", "w12", {ROLE_WEIGHT, 1, 4, 3, false, 0}},
    {"3-4-4-2", "w13", {ROLE_WEIGHT, 2, 1, 1, false, 0}},
    {"3-4-4-2", "in_hh2", {ROLE_SUM, 2, 2, 0, false, 0}},
    {"3-4-4-2", "sigma_O2", {ROLE_ERROR_TERM, 3, 2, 0, false, 0}},
    {"2-2-2 shared", "b2", {ROLE_BIAS, 2, 1, 0, false, 0}},
    {"2-2-1 samples 4", "out_O1_new_s2", {ROLE_OUTPUT, 2, 1, 0, true, 2}},
    {"2-2-1 samples 4", "E_total_s4", {ROLE_TOTAL, 0, 0, 0, false, 4}},
    {"2-2-1 samples 4", "i2_s3", {ROLE_INPUT, 0, 2, 0, false, 3}},
    {"2-2-1 samples 4", "in_h1", {ROLE_SUM, 1, 1, 0, false, 0}},
    {"64-64-64", "w8192", {ROLE_WEIGHT, 2, 64, 64, false, 0}},
    /* names of other shapes, and none */
    {"2-2-2-2", "w13", {0}},
    {"2-2-2-2", "b7", {0}},
    {"2-2-2-2", "in_hhh1", {0}},
    {"2-2-2", "in_h3", {0}},
    {"2-2-2", "in_hh1", {0}},
    {"2-2-2", "w0", {0}},
    {"2-2-2", "w01", {0}},
    {"2-2-2", "w", {0}},
    {"2-2-1 samples 4", "12", {0}},
    {"2-2-1 samples 4", "_s2", {0}},
    {"2-2-1 samples 4", "s2", {0}},
    {"2-2-1 samples 4", "2", {0}},
    {"2-2-1 samples 4", "i1_s", {0}},
    {"2-2-1 samples 4", "i1s2", {0}},
    {"2-2-1 samples 4", "i1_t2", {0}},
    {"2-2-2", "w5x", {0}},
    {"2-2-2", "w18446744073709551617", {0}},
    {"2-2-2", "i3", {0}},
    {"2-2-2", "i1_new", {0}},
    {"2-2-2", "O1_new", {0}},
    {"2-2-2", "alpha_new", {0}},
    {"2-2-2", "alpha1", {0}},
    {"2-2-2", "out_i1", {0}},
    {"2-2-2", "in_i1", {0}},
    {"2-2-2", "sigma_i1", {0}},
    {"2-2-2", "sigma_O1_new", {0}},
    {"2-2-2", "E_h1", {0}},
    {"2-2-2", "E_i1", {0}},
    {"2-2-2", "E_total1", {0}},
    {"2-2-2", "h1", {0}},
    {"2-2-2", "_new", {0}},
    {"2-2-2", "", {0}},
    {"2-2-2", "in_", {0}},
    {"2-2-2", "in_h1_s1", {0}},
    {"2-2-2", "dE_total_dw5", {0}},
    {"2-2", "in_h1", {0}},
    {"2-2 none", "b1", {0}},
    {"2-2-2 shared", "b3", {0}},
    {"2-2-1 samples 4", "in_h1_s5", {0}},
    {"2-2-1 samples 4", "in_h1_s0", {0}},
    {"2-2-1 samples 4", "in_h1_s01", {0}},
    {"2-2-1 samples 4", "in_h1_s", {0}},
    {"2-2-1 samples 4", "in_h1_s2_new", {0}},
    {"2-2-1 samples 4", "w1_s2", {0}},
    {"2-2-1 samples 4", "alpha_s2", {0}},
    {"2-2-1 samples 4", "_s2", {0}},
};

static bool same_role(const struct role *a, const struct role *b) {
    return a->kind == b->kind && a->layer == b->layer && a->neuron == b->neuron &&
           a->from == b->from && a->is_new == b->is_new && a->sample == b->sample;
}

START_TEST(a_name_is_what_it_is) {
    const struct shape shape = shape_of(roles[_i].shape);
    const char *name = roles[_i].name;
    const struct role role = shape_role(&shape, name, strlen(name));
    ck_assert_msg(same_role(&role, &roles[_i].role), "%s of %s", name, roles[_i].shape);
}
END_TEST

static const struct {
    const char *shape, *name;
    struct role of, by; /* both 0: it is none */
} derivatives[] = {
    {"2-2-2", "dE_total_dw5", {ROLE_TOTAL, 0, 0, 0, false, 0}, {ROLE_WEIGHT, 2, 1, 1, false, 0}},
    {"2-2-2", "din_O1_dw5", {ROLE_SUM, 2, 1, 0, false, 0}, {ROLE_WEIGHT, 2, 1, 1, false, 0}},
    {"2-2-2",
     "dE_total_dout_h2",
     {ROLE_TOTAL, 0, 0, 0, false, 0},
     {ROLE_OUTPUT, 1, 2, 0, false, 0}},
    {"2-2-2", "dout_O1_din_O2", {ROLE_OUTPUT, 2, 1, 0, false, 0}, {ROLE_SUM, 2, 2, 0, false, 0}},
    {"2-2-2", "dE_O1_dout_h1", {ROLE_ERROR, 2, 1, 0, false, 0}, {ROLE_OUTPUT, 1, 1, 0, false, 0}},
    {"2-2-1 samples 4",
     "dE_total_dw5_s2",
     {ROLE_TOTAL, 0, 0, 0, false, 2},
     {ROLE_WEIGHT, 2, 1, 1, false, 2}},
    {"2-2-1 samples 4",
     "dout_O1_din_O1_s4",
     {ROLE_OUTPUT, 2, 1, 0, false, 4},
     {ROLE_SUM, 2, 1, 0, false, 4}},
    {"2-2-2", "dE_total", {0}, {0}},
    {"2-2-2", "dE_total_d", {0}, {0}},
    {"2-2-2", "d_dw5", {0}, {0}},
    {"2-2-2", "d", {0}, {0}},
    {"2-2-2", "", {0}, {0}},
    {"2-2-2", "E_total_dw5", {0}, {0}},
    {"2-2-2", "dE_total_dw9", {0}, {0}},
    {"2-2-2", "dE_total_dw5x", {0}, {0}},
    {"2-2-2", "dE_total_dw5_s1", {0}, {0}},
    {"2-2-1 samples 4", "dE_total_s2_dw5", {0}, {0}},
    {"2-2-1 samples 4", "dE_total_dw5_s5", {0}, {0}},
    {"2-2-1 samples 4", "dE_total_dout_h1_s2_s2", {0}, {0}},
};

START_TEST(a_derivative_is_of_two) {
    const struct shape shape = shape_of(derivatives[_i].shape);
    const char *name = derivatives[_i].name;
    struct role of, by;
    const bool is_one = shape_derivative(&shape, name, strlen(name), &of, &by);
    ck_assert_msg(is_one == (derivatives[_i].of.kind != ROLE_NONE), "%s", name);
    ck_assert_msg(!is_one ||
                      (same_role(&of, &derivatives[_i].of) && same_role(&by, &derivatives[_i].by)),
                  "%s", name);
}
END_TEST

static const struct {
    const char *shape, *name;
    struct matrix matrix;
} matrices[] = {
    {"2-2-2", "W1", {ROLE_WEIGHT, 1, false, false}},
    {"2-2-2", "dW2", {ROLE_WEIGHT, 2, true, false}},
    {"2-2-2", "B2_new", {ROLE_BIAS, 2, false, true}},
    {"2-2-2 shared", "dB1", {ROLE_BIAS, 1, true, false}},
    {"1-2-1-2-1-2-1-2-1", "W8_new", {ROLE_WEIGHT, 8, false, true}},
    {"2-2-2", "W3", {0}},
    {"2-2-2", "W0", {0}},
    {"2-2-2", "W01", {0}},
    {"2-2-2", "W", {0}},
    {"2-2-2", "", {0}},
    {"2-2-2", "d", {0}},
    {"2-2-2", "_new", {0}},
    {"2-2-2", "dW1_new", {0}},
    {"2-2-2", "1", {0}},
    {"2-2-2", "V1", {0}},
    {"2-2-2", "w1", {0}},
    {"2-2-2 none", "B1", {0}},
    {"2-2 samples 4", "W1_s2", {0}},
};

START_TEST(a_matrix_is_of_a_layer) {
    const struct shape shape = shape_of(matrices[_i].shape);
    const struct matrix *wanted = &matrices[_i].matrix;
    const struct matrix matrix = shape_matrix(&shape, matrices[_i].name, strlen(matrices[_i].name));
    ck_assert_msg(matrix.kind == wanted->kind && matrix.layer == wanted->layer &&
                      matrix.is_slope == wanted->is_slope && matrix.is_new == wanted->is_new,
                  "%s", matrices[_i].name);
    if (matrix.kind == ROLE_NONE)
        return;
    struct text name = {0};
    shape_put_matrix(&name, &matrix);
    ck_assert_str_eq(name.bytes, matrices[_i].name);
    text_free(&name);
}
END_TEST

START_TEST(an_article_is_one) {
    struct shape shape = shape_of_article();
    ck_assert(shape_is_article(&shape));
    for (size_t layer = 0; layer <= 2; layer++) {
        shape.width[layer] = 1;
        ck_assert(!shape_is_article(&shape));
        shape = shape_of_article();
    }
    for (size_t layer = 1; layer <= 2; layer++) {
        shape.activation[layer] = function_find("tanh", 4);
        ck_assert(!shape_is_article(&shape));
        shape = shape_of_article();
    }
    shape.depth = 3;
    ck_assert(!shape_is_article(&shape));
    shape = shape_of_article();
    shape.loss = LOSS_MEAN_SQUARED_ERROR;
    ck_assert(!shape_is_article(&shape));
    shape = shape_of_article();
    shape.biases = BIASES_SHARED;
    ck_assert(!shape_is_article(&shape));
    shape = shape_of_article();
    shape.reduction = REDUCTION_SUM;
    ck_assert(!shape_is_article(&shape));
    shape = shape_of_article();
    shape.samples = 2;
    ck_assert(!shape_is_article(&shape));
    shape = shape_of_article();
    shape.update = UPDATE_AT_ONCE;
    ck_assert(!shape_is_article(&shape));
    shape = shape_of_article();
    shape.activation[2] = NULL;
    ck_assert(!shape_is_article(&shape));
}
END_TEST

START_TEST(a_network_is_its_widths) {
    static const char *const widths[] = {"2-2-2", "1-1", "64-1-64", "1-2-1-2-1-2-1-2-1"};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        const struct shape shape = shape_of(widths[i]);
        struct text out = {0};
        shape_put_network(&out, &shape);
        ck_assert_str_eq(out.bytes, widths[i]);
        text_free(&out);
    }
}
END_TEST

Suite *shape_suite(void) {
    Suite *suite = suite_create("shape");
    add_rows(suite, "names are read back", names_are_read_back, sizeof shapes / sizeof *shapes);
    add_rows(suite, "a name is what it is", a_name_is_what_it_is, sizeof roles / sizeof *roles);
    add_rows(suite, "a derivative is of two", a_derivative_is_of_two,
             sizeof derivatives / sizeof *derivatives);
    add_rows(suite, "a matrix is of a layer", a_matrix_is_of_a_layer,
             sizeof matrices / sizeof *matrices);
    add_rows(suite, "an article is one", an_article_is_one, 1);
    add_rows(suite, "a network is its widths", a_network_is_its_widths, 1);
    return suite;
}
