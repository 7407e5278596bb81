/* Said: which name of a walk is meant by what is nearly one, and how near it has to be. */
#include "suites.h"

#include "walk/said.h"
#include "walk/walk.h"

#include <string.h>

static struct example example;
static struct walk walk;
static struct said said;

static void start(const char *name) {
    struct error error;
    ck_assert_msg(example_make(&example, name, NULL, 0, &error), "%s", error.line);
    ck_assert_msg(walk_any(&walk, &example, TELL_ALL, &error), "%s", error.line);
    said_start(&said, &walk.trace, &example.shape);
}

static void end(void) {
    said_free(&said);
    walk_free(&walk);
    example_free(&example);
}

static const struct {
    const char *example, *said, *meant; /* "": none */
} means[] = {
    {"article", "w5", "w5"},
    {"article", "W_5", "w5"},
    {"article", "w5+", "w5_new"},
    {"article", "w5'", "w5_new"},
    {"article", "new w5", "w5_new"},
    {"article", "w5 updated", "w5_new"},
    {"article", "updated w5", "w5_new"},
    {"article", "Out_O1 (updated)", "out_O1_new"},
    {"article", "E", "E_total"},
    {"article", "E1", "E_O1"},
    {"article", "e+", "E_total_new"},
    {"article", "E1_new", "E_O1_new"},
    {"article", "dE/dw5", "dE_total_dw5"},
    {"article", "dw5", "dE_total_dw5"},
    {"article", "grad_b4", "dE_total_db4"},
    {"article", "partial E_total / partial w5", "dE_total_dw5"},
    {"article", "dE2/dout_h1", "dE_O2_dout_h1"},
    {"article", "net_h1", "in_h1"},
    {"article", "z_h1", "in_h1"},
    {"article", "a_h1", "out_h1"},
    {"article", "delta_O2", "sigma_O2"},
    {"article", "eta", "alpha"},
    {"article", "dE/dnet_O1", ""}, /* the walk has it of E_O1 alone */
    {"article", "dE1/dnet_O1", "dE_O1_din_O1"},
    {"article", "w9", ""},
    {"article", "w", ""},
    {"article", "new", ""},
    {"article", "updated", ""},
    {"article", "newnew", ""},
    {"article", "+", ""},
    {"article", "", ""},
    {"article", "_", ""},
    {"xor", "E_s2", "E_total_s2"},
    {"xor", "E1 s2", "E_O1_s2"},
    {"xor", "E", "E_total"},
    {"xor", "dw1", "dE_total_dw1"},
    {"xor", "dw1_s3", "dE_total_dw1_s3"},
};

START_TEST(means_a_name) {
    const char *name = means[_i].said;
    start(means[_i].example);
    const size_t found = said_find(&said, name, strlen(name));
    const char *meant = found == SAID_NONE ? "" : walk.trace.quantities[found].name;
    ck_assert_msg(strcmp(meant, means[_i].meant) == 0, "'%s' is '%s'", name, meant);
    end();
}
END_TEST

/* A third of its letters, rounded, may be others, or more, or fewer. */
static const struct {
    const char *said, *nearest;
} near[] = {
    {"q", ""},
    {"w", ""},
    {"w9", "w1"},
    {"x9", ""},
    {"alp", ""},
    {"alph", "alpha"},
    {"alpx", ""},
    {"alphaxx", "alpha"},
    {"alphaxxx", "alpha"},
    {"alphaxxxx", ""},
    {"in_h1xx", "in_h1"},
    {"sgma_h", "sigma_h1"},
    {"delta_h7", "sigma_h1"},
    {"net_h9", "in_h1"},
    {"", ""},
    {"sigma_h1_of_the_hidden_layer_, which is long", ""},
};

START_TEST(is_near_a_name) {
    char found[NEAREST_ROOM];
    start("article");
    said_nearest(&said, near[_i].said, strlen(near[_i].said), found);
    ck_assert_msg(strcmp(found, near[_i].nearest) == 0, "'%s' is near '%s'", near[_i].said, found);
    end();
}
END_TEST

/* dout_hhhhhhh10_dnet_hhhhhhh10_s1 has 32 letters, of which 31 are compared: no name begins so. */
START_TEST(a_long_name_is_near_none) {
    static const char network[] = "network = 1-1-1-1-1-1-1-10-1\n";
    char found[NEAREST_ROOM];
    struct text text = {0};
    struct error error;
    ck_assert_msg(example_make_up(&text, network, strlen(network), "network", 2, &error), "%s",
                  error.line);
    ck_assert(example_parse(&example, text.bytes, text.length, "network", NULL, 0, &error));
    ck_assert_msg(walk_any(&walk, &example, TELL_ALL, &error), "%s", error.line);
    said_start(&said, &walk.trace, &example.shape);
    said_nearest(&said, "dout_hhhhhhh10_dnett_hhhhhhh10_s1", 33, found);
    ck_assert_str_eq(found, "");
    said_nearest(&said, "dout_hhhhhhh10_dinn_hhhhhhh10_s1", 32, found);
    ck_assert_str_eq(found, "dout_hhhhhhh10_din_hhhhhhh10_s1");
    text_free(&text);
    end();
}
END_TEST

Suite *said_suite(void) {
    Suite *suite = suite_create("said");
    add_rows(suite, "means a name", means_a_name, sizeof means / sizeof *means);
    add_rows(suite, "is near a name", is_near_a_name, sizeof near / sizeof *near);
    add_rows(suite, "a long name", a_long_name_is_near_none, 1);
    return suite;
}
