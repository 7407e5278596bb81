/* Page: requests and answers. What is clicked is for tests/page/. */
#include "suites.h"

#include "base/number.h"
#include "page/page.h"
#include "walk/walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct page *page;
static struct text answer;

static const char *ask(const char *request) {
    text_cut(&answer, 0);
    page_answer(page, request, strlen(request), &answer);
    ck_assert_uint_gt(answer.length, 0);
    ck_assert_int_eq(answer.bytes[answer.length - 1], '\n');
    return answer.bytes;
}

static void open_page(void) {
    page = page_open();
    answer = (struct text){0};
}

static void close_page(void) {
    page_close(page);
    text_free(&answer);
}

#define has(wanted)    ck_assert_msg(strstr(answer.bytes, wanted) != NULL, "no %s", wanted)
#define has_not(wrong) ck_assert_msg(strstr(answer.bytes, wrong) == NULL, "%s", wrong)

/* A step's row, and what follows it in the order of the values. */
START_TEST(forward_pass_is_in_view) {
    static const char *const forward[] = {"in_h1", "out_h1", "in_h2", "out_h2", "in_O1",  "out_O1",
                                          "in_O2", "out_O2", "E_O1",  "E_O2",   "E_total"};
    struct example example;
    struct walk walk;
    struct error error;
    char value[2 * NUMBER_ROOM], exact[NUMBER_ROOM];
    ask("\n");
    example_article(&example);
    ck_assert(walk_make(&walk, &example, SLIPS_NONE, &error));
    for (size_t i = 0; i < sizeof forward / sizeof *forward; i++) {
        number_exact(exact, trace_value(&walk.trace, forward[i]));
        snprintf(value, sizeof value, "[\"%s\", \"", exact);
        has(value);
        snprintf(value, sizeof value, "\"name\": \"%s\"", forward[i]);
        has(value);
    }
    has_not("\"name\": \"dE_total_dout_O1\"");
    snprintf(value, sizeof value, "\"steps\": %zu", walk.trace.step_count);
    has(value);
    walk_free(&walk);
    example_free(&example);
}
END_TEST

static const struct {
    const char *request, *wanted[3];
} rows[] = {
    {"\nw1 = 0.3\n",
     {"\"address\": [\"w1 = 0.3\"]", "\"typed\": {\"i1\": \"0.1\"", "\"w1\": \"0.3\""}},
    {"set w1=0.3\n\nw1 = 0.2\n",
     {"\"address\": [\"w1 = 0.3\"]", "{\"iteration\": 1", "\"w1\": \"0.3\""}},
    {"\nnetwork = 1-1\ni1 = 1\nO1 = 0\nw1 = 1\nb1 = 0\n",
     {"\"address\": [\"network = 1-1\", \"i1 = 1\"", "\"article\": false", "<svg"}},
    {"lang zh\n\nw1 = x\n", {"\"refused\": ", "\xe9\x9c\x80\xe8\xa6\x81", ""}},
    {"lang zh\n\n",
     {"\"predict\": \"\xe5\x85\x88", "\"kind\": \"\xe8\xbe\x93", "\"article\": true"}},
    {"step 3\n\n",
     {"\"step\": 3", "the article prints 0.6592603884 (E1)",
      "<dd>1/(exp(-0.66) + 1) is 0.6592603885, the printed output"}},
    {"reading printed\nstep 3\n\n", {"0.6592603884", "printed", "\"step\": 3"}},
    {"reading printed\nstep 75\n\n",
     {"<details class=\\\"erratum\\\"><summary><b>E4</b>", "here this is 0.0011178739 (E4)",
      "(5.28)"}},
    {"reading printed\nstep 62\n\n",
     {"<details class=\\\"erratum\\\" open><summary><b>E4</b>", "but the article computes (E4)",
      "(5.24)"}},
    {"reading printed\nstep 2\n\n",
     {"<details class=\\\"erratum\\\" open><summary><b>E1", "\"name\": \"in_h2\"", "(5.1)"}},
    {"reading printed\nstep 2\n\nb2 = 0.55\n",
     {"<details class=\\\"erratum\\\" open><summary><b>E1", "\"name\": \"in_h2\"", "(5.1)"}},
    {"reading printed\nstep 11\n\n",
     {"<details class=\\\"erratum\\\" open><summary><b>E3", "\"name\": \"E_O2\"", "(5.5)"}},
    {"reading stated\nstep 62\n\n", {"\"name\": \"dE_O1_din_O1\"", "(5.24)", ""}},
    {"chapter 3\nstep 3\n\n", {"\"name\": \"k1\"", "[\"b1\", 0], [\"h1\", 0]", "\"parts\": []"}},
    {"chapter 4\nexplain x\niteration 3\n\n",
     {"\"name\": \"dy_dx\"", "{\"iteration\": 1", "\"sources\": [\"i1\", \"i2\", \"w1\""}},
    {"chapter cross-entropy\n\n",
     {"\"name\": \"m\"", "[\"4\", \"The neuron's activation", "\"all\"]"}},
    {"chapter companion\nstep 52\n\n", {"\"step\": 52", "T10", ""}},
    {"chapter companion\n\n", {"data-part=\\\"hh1\\\"", "[\"5.31\", ", "[\"3.4\", 5, \"3\"]"}},
    {"chapter 6\n\n", {"\"chapter\": \"5\"", "[\"5.1\", 0, \"5\"]", "\"parts\": [[0, "}},
    {"chapter 3\n\nnetwork = 1-1\ni1 = 1\nO1 = 0\nw1 = 1\nb1 = 0\n",
     {"{\"refused\": \"--chapter 3: chapters 3 and 4 are of the article's network", "", ""}},
    {"\nw5 = 0\nw7 = 0\nb3 = 1e3\n", {"\"name\": \"in_h1\"", "\"chapters\": [[\"3\"", ""}},
    {"chapter cross-entropy\n\nw5 = 0\nw7 = 0\nb3 = 1e3\n", {"{\"refused\": ", "", ""}},
    {"step 999999\n\n", {"\"iteration\": 1", "\"parts\": [[0, ", "\"name\": \"E_total_new\""}},
    {"explain dE_total_dw1\n\n", {"[\"w7\", 2]", "[\"w5\", 1]", "[\"O2\", 2]"}},
    {"step 0\n\n", {"\"lights\": [[\"h1\", 0], [\"w1\", 0], [\"i1\", 0]", "[\"b1\", 0]]", "curve"}},
    {"explain out_h1\n\n",
     {"\"sources\": [\"i1\", \"i2\", \"w1\", \"w2\", \"b1\", \"in_h1\"]", "\"uses\": [\"in_O1\"",
      "\"explained\": \"out_h1\""}},
    {"\n",
     {"data-part=\\\"O2\\\"", "target <tspan class=\\\"shown\\\" data-shown=\\\"O2\\\"",
      "\"O2\": \"0.99\""}},
    {"chapter 4\nexplain dv_dx\n\n",
     {"How fast v changes when x does", "by moving x a little, numerically: -0.5488116361", ""}},
    {"chapter 4\nexplain ddifference_dx\n\n",
     {"ddifference_dx = 1.5488116361\\u000a\\u000aIts formulas", "Goes into\\u000a    nothing more",
      ""}},
    {"chapter 4\nexplain u1\n\n", {"u1 = 1\\u000a\\u000aIts formulas", "\"lights\": []", ""}},
    {"iteration 0\n\n", {"{\"iteration\": 1, \"wanted\": 0", "", ""}},
    {"\nnetwork = 1-1\noutput = identity\ni1 = 1\nO1 = 1\nw1 = 1\nb1 = 0\n",
     {"<polyline points=\\\"60.00,136.00 \\\"/>", "y=\\\"21\\\" text-anchor=\\\"end\\\">1</text>",
      ""}},
    {"explain alpha\n\n", {"\"explained\": \"alpha\"", "\"lights\": []", ""}},
    {"explain dE_total_dw1\n\nnetwork = 1-1\noutput = identity\ni1 = 1, 2\nO1 = 1, 2\nw1 = 1\nb1 = 1\n",
     {"\"explained\": \"dE_total_dw1\"", "[\"O1\", 1]", ""}},
    {"explain nothing\n\n", {"nothing is no name of the walk", "\"uses\": []", "\"sources\": []"}},
    {"explain sigma_h1\n\n", {"[\"w7\", 2]", "[\"w5\", 1]", "\"explained\": \"sigma_h1\""}},
    {"explain w1_new\n\n", {"[\"w7\", 2]", "[\"w1\", 1]", "\"explained\": \"w1_new\""}},
    {"explain E_total\n\n", {"[\"O1\", 0], [\"O2\", 0]", "\"sources\"", "\"uses\""}},
    {"hide yes\n\n", {"class=\\\"room answer\\\"", "\"shown\": {\"i1\"", "\"values\": "}},
    {"hide yes\nhint 1\n\n", {"0.1", "class=\\\"room answer\\\"", "stage"}},
    {"hide yes\nhint 9\n\n", {"0.1", "class=\\\"room answer\\\"", "stage"}},
    {"make-up 2\n\nnetwork = 1-2\n",
     {"{\"example\": \"network = 1-2\\u000a", "i1 = 0.3, 0.7", "O2 = 0, 1"}},
    {"\nw1 = abc\n", {"{\"refused\": \"example:1:6: w1 = abc is not a number", "0.55", "needed"}},
    {"set w1=abc\n\n", {"{\"refused\": \"--set w1=abc is not a number", "0.55", "needed"}},
    {"make-up 1.5\n\nnetwork = 1-2\n",
     {"{\"refused\": \"samples 1.5: a whole number from 1 to 1000 is needed", "", ""}},
    {"make-up \n\nnetwork = 1-2\n", {"{\"refused\": \"samples ", "1000", ""}},
    {"make-up 1001\n\nnetwork = 1-2\n", {"{\"refused\": \"samples 1001", "1000", ""}},
    {"make-up 1\n\nnetwork = 0-1\n",
     {"{\"refused\": \"example:1:11: a layer of 0 neurons", "64", ""}},
    {"reading printed\n\nnetwork = 1-1\ni1 = 1\nO1 = 0\nw1 = 1\nb1 = 0\n",
     {"{\"refused\": \"--reading printed: only the article's network was printed", "", ""}},
    {"reading printed\niteration 2\n\n",
     {"{\"refused\": \"--reading printed: the article printed one iteration", "", ""}},
    {"\nw1 = 1e200\nw5 = 1e200\nO1 = 1e200\n", {"{\"refused\": \"", "", ""}},
    {"\ni1 = 1\nw3 = -1.7e308\nb1 = -1.7e308\n", /* by E1, which takes b1 */
     {"{\"refused\": \"(5.1) in_h2: leaves the range", "", ""}},
};

START_TEST(requests_and_answers) {
    ask(rows[_i].request);
    for (size_t i = 0; i < 3; i++)
        has(rows[_i].wanted[i]);
}
END_TEST

START_TEST(what_is_hidden_is_not_told) {
    ask("hide yes\nstep 1\n\n");
    const char *stage = strstr(answer.bytes, "\"stage\"");
    ck_assert_ptr_nonnull(stage);
    ck_assert_ptr_null(strstr(stage, "0.6456"));
    has_not("\"out_h1\": ");
}
END_TEST

/* The layout is told once. */
START_TEST(a_known_layout_is_left_out) {
    char known[256], request[512];
    ask("\n");
    const char *layout = strstr(answer.bytes, "\"layout\": \"");
    ck_assert_int_eq(sscanf(layout, "\"layout\": \"%255[^\"]\"", known), 1);
    snprintf(request, sizeof request, "known %s\n\nw1 = 0.7\n", known);
    ask(request);
    has_not("\"rows\"");
    has("\"values\"");
    snprintf(request, sizeof request, "known %s\nlang zh\n\nw1 = 0.7\n", known);
    ask(request);
    has("\"rows\"");
}
END_TEST

/* What is refused leaves what was there; iterations go on from it, some at a time. */
START_TEST(iterations_go_on) {
    ask("iteration 3\n\n");
    has("{\"iteration\": 3, \"wanted\": 3");
    ask("iteration 3\n\nw1 = \n");
    has("refused");
    ask("iteration 1000\n\n");
    has("{\"iteration\": 11, \"wanted\": 1000");
    ask("iteration 5000\n\n");
    has("{\"iteration\": 19, \"wanted\": 1000");
    ask("iteration 1\n\n");
    has("{\"iteration\": 1, \"wanted\": 1");
    ask("iteration 2\n\nw1 = 0.2\n");
    has("{\"iteration\": 2, \"wanted\": 2");
    ask("iteration 9\n\nnetwork = 1-1\noutput = identity\ni1 = 1e30\nO1 = 0\nw1 = 1\nb1 = 0\n");
    has("{\"refused\": \"iteration ");
}
END_TEST

/* Every way to choose a network makes one that is walked, or says why not. */
START_TEST(made_up_networks_are_walked) {
    static const char *const networks[] = {"1-1", "2-3-1", "3-2-2-3", "11-2"};
    static const char *const settings[] = {"output", "loss", "biases", "update", "reduction"};
    size_t walked = 0;
    for (size_t n = 0; n < 4; n++)
        for (size_t s = 0; s < 5; s++)
            for (size_t c = 0; example_choice(settings[s], c) != NULL; c++) {
                struct text request = {0}, made = {0};
                struct error error;
                text_printf(&request, "network = %s\n%s = %s\n", networks[n], settings[s],
                            example_choice(settings[s], c));
                text_puts(&made, "\n");
                if (example_make_up(&made, request.bytes, request.length, "x", 3, &error))
                    walked += strstr(ask(made.bytes), "\"refused\"") == NULL;
                text_free(&request);
                text_free(&made);
            }
    ck_assert_uint_gt(walked, 40);
}
END_TEST

START_TEST(hidden_has_its_functions) {
    ck_assert_str_eq(example_choice("hidden", 0), "sigmoid");
    for (size_t i = 0; example_choice("hidden", i) != NULL; i++)
        ck_assert_str_ne(example_choice("hidden", i), "softmax");
}
END_TEST

static void ask_of_network(const char *request, const char *network) {
    struct text made = {0};
    struct error error;
    text_printf(&made, "%s\n\n", request);
    ck_assert(example_make_up(&made, network, strlen(network), "x", 1, &error));
    ask(made.bytes);
    text_free(&made);
}

/* A part of many steps is seen around the one that is looked at. */
START_TEST(a_long_part_is_seen_in_part) {
    ask_of_network("step 600", "network = 12-12-12\n");
    has("\"step\": 600");
    has("{\"step\": 400, ");
    has("{\"step\": 799, ");
    has_not("{\"step\": 399, ");
    has_not("{\"step\": 800, ");
    has_not("<svg class=\\\"network");
}
END_TEST

/* One of 391 steps, looked at behind its middle. */
START_TEST(a_part_of_400_steps_is_seen_whole) {
    ask_of_network("step 331", "network = 6-6-6\n");
    has("[31, \"Back, and the update\"], [422, ");
    has("{\"step\": 31, ");
    has("{\"step\": 421, ");
    has_not("{\"step\": 30, ");
    has_not("{\"step\": 422, ");
}
END_TEST

/* 20 inputs, 20 targets, and what is left of 400 numbers are weights. */
START_TEST(given_numbers_are_listed_up_to_400) {
    ask_of_network("", "network = 20-20\n");
    has("\"quantity\": \"w360\"");
    has_not("\"quantity\": \"w361\"");
    ck_assert_ptr_null(strstr(strstr(answer.bytes, "\"typed\": {"), "\"w361\": "));
}
END_TEST

/* As many as the weights from eight inputs to eight outputs. */
START_TEST(sets_are_read_up_to_64) {
    struct text request = {0};
    for (int i = 1; i <= 64; i++)
        text_printf(&request, "%sset w%d=0.25", i > 1 ? "\n" : "", i);
    text_puts(&request, "\nset b1=0.75");
    ask_of_network(request.bytes, "network = 8-8\n");
    has("\"w64\": \"0.25\"");
    has_not("\"b1\": \"0.75\"");
    text_free(&request);
}
END_TEST

/* Bytes without sense, and a request cut anywhere. */
START_TEST(any_request_has_an_answer) {
    static const char whole[] =
        "lang zh\nstep 5\nset w1=0.1\nhint \nknown\n\nw1 = 0.4\n# \"\\ \x01\n";
    for (size_t length = 0; length < sizeof whole; length++) {
        text_cut(&answer, 0);
        page_answer(page, whole, length, &answer);
        ck_assert_int_eq(answer.bytes[0], '{');
    }
    ask("\x01 \"\n\n\"\\\x02\n");
    has("refused");
}
END_TEST

Suite *page_suite(void) {
    Suite *suite = suite_create("page");
    TCase *cases = tcase_create("page");
    tcase_add_checked_fixture(cases, open_page, close_page);
    tcase_set_timeout(cases, 60);
    tcase_add_test(cases, forward_pass_is_in_view);
    tcase_add_loop_test(cases, requests_and_answers, 0, sizeof rows / sizeof *rows);
    tcase_add_test(cases, what_is_hidden_is_not_told);
    tcase_add_test(cases, a_known_layout_is_left_out);
    tcase_add_test(cases, iterations_go_on);
    tcase_add_test(cases, made_up_networks_are_walked);
    tcase_add_test(cases, hidden_has_its_functions);
    tcase_add_test(cases, a_long_part_is_seen_in_part);
    tcase_add_test(cases, a_part_of_400_steps_is_seen_whole);
    tcase_add_test(cases, given_numbers_are_listed_up_to_400);
    tcase_add_test(cases, sets_are_read_up_to_64);
    tcase_add_test(cases, any_request_has_an_answer);
    suite_add_tcase(suite, cases);
    return suite;
}
