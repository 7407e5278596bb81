/* Example: what a file of the example language may hold, and every fault with its place. */
#include "suites.h"

#include "example/example.h"
#include "example/reading.h"
#include "formula/function.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool make(struct example *example, const char *text, const char *sets, struct error *error) {
    static char copy[4096]; /* SETS with ; between */
    const char *list[16];
    size_t count = 0;
    strcpy(copy, sets);
    for (char *rest = copy, *set; (set = strsep(&rest, ";")) != NULL && sets[0] != '\0';)
        list[count++] = set;
    return example_parse(example, text, strlen(text), "file", list, count, error);
}

/* Numbers for networks: a row of them is enough for what a test needs. */
#define NUMBERS_OF_1_1 "i1 = 1\nO1 = 0\nw1 = 2\nb1 = 3\n"
#define NUMBERS_OF_2_1 "i1 = 1\ni2 = 2\nO1 = 0\nW1 = [[3, 4]]\nb1 = 5\n"

static const struct {
    const char *text, *sets, *name;
    double value;
} rows[] = {
    {"w1 = 0.15\n", "", "w1", 0.15},
    {"w1=0.15", "", "w1", 0.15},
    {"  w1\t=  0.15  \n", "", "w1", 0.15},
    {"w1 = 0.15 # as tried on Monday\n", "", "w1", 0.15},
    {"# all of it\n\n\n w1 = 1e-1\r\nb4 = -2\r\n", "", "b4", -2},
    {"\xEF\xBB\xBFw1 = 3\n", "", "w1", 3},
    {"w1 = 3\n", "", "w2", 0.2},
    {"", "", "alpha", 0.5},
    {"#", "", "alpha", 0.5},
    {"w1 = +3\n", "", "w1", 3},

    /* other networks */
    {"network = 1-1\n" NUMBERS_OF_1_1, "", "b1", 3},
    {"network = 1-1\n" NUMBERS_OF_1_1, "", "alpha", 0.5},
    {NUMBERS_OF_1_1 "network = 1-1\n", "", "w1", 2},
    {"network = 2-1\n" NUMBERS_OF_2_1, "", "w2", 4},
    {NUMBERS_OF_2_1, "network=2-1", "w2", 4},
    {"network = 2-1\nbiases = none\ni1 = 1\ni2 = 2\nO1 = 0\nw1 = 3\nw2 = 4", "", "w2", 4},
    {"hidden = relu\noutput = identity\nloss = mean-squared-error", "", "w8", 0.8},

    /* matrices */
    {"W1 = [[1, 2], [3, 4]]", "", "w3", 3},
    {"W1 = [[1,2],[3,4]]", "", "w2", 2},
    {"W2=[ [ 1 , -2.5e-1 ] , [ 3 , +4 ] ] # of O", "", "w6", -0.25},
    {"B1 = [7, 8]", "", "b2", 8},
    {"B2 = [7, 8]", "", "b4", 8},
    {"network = 2-1\n" NUMBERS_OF_2_1, "W1=[[6, 7]]", "w1", 6},

    /* --set wins, in whichever spelling */
    {"w1 = 3\n", "w1=4", "w1", 4},
    {"w1 = 3\n", " w1 = 4 ", "w1", 4},
    {"W1 = [[1, 2], [3, 4]]", "w3=9", "w3", 9},
    {"W1 = [[1, 2], [3, 4]]", "w3=9", "w4", 4},
    {"w3 = 9", "W1=[[1, 2], [3, 4]]", "w3", 3},
    {"network = 1-1\n" NUMBERS_OF_1_1, "network=1-2;O2=1;w2=8;b2=9", "w2", 8},

    /* samples */
    {"i1 = 0, 0, 1, 1\ni2 = 0, 1, 0, 1\n", "", "i1_s3", 1},
    {"i1 = 0, 0, 1, 1\ni2 = 0, 1, 0, 1\n", "", "O2_s4", 0.99},
    {"i1 = 0 , 0.5", "", "i1_s2", 0.5},
    {"i1 = 5", "i1=0, 7", "i1_s2", 7},
    {"i1 = 5\ni2 = 1, 2, 3", "", "i1_s3", 5},

    /* the most that is accepted, and the least */
    {"decimals = 15", "", "alpha", 0.5},
    {"decimals = 1", "", "alpha", 0.5},
    {"network = 1-1-1-1-1-1-1-1-1\nbiases = none\nhidden = tanh, tanh, tanh, tanh, relu, relu, relu\n"
     "i1 = 1\nO1 = 0\nw1 = 1\nw2 = 2\nw3 = 3\nw4 = 4\nw5 = 5\nw6 = 6\nw7 = 7\nw8 = 8\n",
     "", "w8", 8},
    {"asked = din_h1_dw1, dout_h1_din_h1, din_O1_dw1, dE_O1_dout_h1, dE_total_di1, dE_total_dout_O1",
     "", "alpha", 0.5},
    {"i1 = 0, 1\nasked = E_total, alpha, w1, b1_new, din_h1_dw1_s2, i1_s1, dW2", "", "i1_s2", 1},
    {"loss = cross-entropy\nO1 = 0\nO2 = 1", "", "O2", 1},
};

START_TEST(reads) {
    struct example example;
    struct error error;
    ck_assert_msg(make(&example, rows[_i].text, rows[_i].sets, &error), "%s", error.line);
    ck_assert_msg(example_value(&example, rows[_i].name) == rows[_i].value, "%s is %g",
                  rows[_i].name, example_value(&example, rows[_i].name));
    example_free(&example);
}
END_TEST

START_TEST(numbers_by_name) {
    struct example example;
    example_article(&example);
    ck_assert(example_is_article(&example));
    ck_assert(example_value(&example, "b4") == 0.67);
    ck_assert_str_eq(example_find(&example, "w1")->typed, "0.1");
    ck_assert(example_value(&example, "w9") == 0);
    ck_assert_ptr_null(example_find(&example, "w9"));
    example_free(&example);
}
END_TEST

/* With no SETS the fault is the text's. What ends in $ is all that is said. */
static const struct {
    const char *text, *sets, *says;
} faults[] = {
    {"w1 = 0.1\nw99 = 1\n", "", "file:2:1: w99 is no number of 2-2-2; one of i1 i2 O1 O2 w1..w8"},
    {"w9 = 1\n", "",
     "file:1:1: w9 is no number of 2-2-2; one of i1 i2 O1 O2 w1..w8 b1..b4 alpha "
     "is needed, or --example companion"},
    {"w12 = 1\n", "",
     "file:1:1: w12 is no number of 2-2-2; one of i1 i2 O1 O2 w1..w8 b1..b4 alpha is needed, or "
     "--example companion$"},
    {"w13 = 1\n", "",
     "file:1:1: w13 is no number of 2-2-2; one of i1 i2 O1 O2 w1..w8 b1..b4 alpha is needed$"},
    {"hidden = tanh\nw9 = 1\n", "",
     "file:2:1: w9 is no number of 2-2-2; one of i1 i2 O1 O2 w1..w8 b1..b4 alpha is needed$"},
    {"network = 3-1\nb2 = 1\n", "",
     "file:2:1: b2 is no number of 3-1; one of i1..i3 O1 w1..w3 b1 alpha is needed$"},
    {"network = 1-2\nbiases = none\nb1 = 1\n", "",
     "file:3:1: b1 is no number of 1-2; one of i1 O1 O2 w1 w2 alpha is needed$"},
    {"w1 = 0.1\n\n w1 = 0.2\n", "", "file:3:2: w1 has its value from line 1 already"},
    {"w1 0.1\n", "", "file:1:4: there is no ="},
    {"w1\n", "", "file:1:3: there is no ="},
    {"w1 = 0,55\n", "", "file:1:6: w1 = 0,55 has a comma"},
    {"w1 = 0x\n", "", "file:1:6: w1 = 0x is not a number"},
    {"w1 = 1e999\n", "", "file:1:6: w1 = 1e999 is too large"},
    {"w1 = nan\n", "", "file:1:6: w1 = nan is not a number"},
    {"w1 = inf\n", "", "file:1:6: w1 = inf is not a number"},
    {"w1 =\n", "", "file:1:5: w1 =  has no value"},
    {"W1_new = [[1, 2], [3, 4]]\n", "",
     "file:1:1: W1_new is computed, so it is no number of the example"},
    {"dW1 = [[1, 2], [3, 4]]\n", "",
     "file:1:1: dW1 is computed, so it is no number of the example"},
    {"frozen = noth\n", "", "file:1:10: frozen = noth is no weight or bias of 2-2-2"},
    {"frozen = nothinx\n", "", "file:1:10: frozen = nothinx is no weight or bias of 2-2-2"},
    {"asked = w5_new, w6_new, w5_new\n", "", "file:1:25: asked = w5_new stands twice"},
    {"asked = w5_new, w6_new, w6_new\n", "", "file:1:25: asked = w6_new stands twice"},
    {"asked = dw5_dw6\n", "", "file:1:9: asked = dw5_dw6 is no name in a walk of 2-2-2"},
    {"asked = dE_total_new_dw5\n", "", "file:1:9: asked = dE_total_new_dw5 is no name in a walk"},
    {"asked = dE_total_dw5_new\n", "", "file:1:9: asked = dE_total_dw5_new is no name in a walk"},
    {"asked = dE_total_dalpha\n", "", "file:1:9: asked = dE_total_dalpha is no name in a walk"},
    {"asked = dE_total_dO1\n", "", "file:1:9: asked = dE_total_dO1 is no name in a walk"},
    {"i1 = 1, 2\nasked = dE_total_dout_h1\n", "",
     "file:2:9: asked = dE_total_dout_h1 is no name in a walk"},
    {"hidden = tanh, tanh, tanh, tanh, tanh, tanh, tanh, tanh, tanh, tanh, tanh\n", "",
     "file:1:10: hidden has 11 functions for 1 hidden layer"},
    {"w1\n = 0.1", "", "file:1:3: there is no = here"},
    {"w-1 = 0.1\n", "", "file:1:2: this cannot stand in a name"},
    {"i1 = 0.1, 0.2\ni1 = 0.3, 0.4\n", "", "file:2:1: i1 has its value from line 1 already"},
    {"w1 = # nothing\n", "", "file:1:6: w1 =  has no value"},
    {" = 5\n", "", "file:1:2: there is no name"},
    {"w1 = 0.1 0.2\n", "", "file:1:6: w1 = 0.1 0.2 is not a number"},
    {"w1 == 0.1\n", "", "file:1:5: w1 = = 0.1 is not a number"},
    {"in_h1 = 0.6\n", "", "file:1:1: in_h1 is computed, so it is no number of the example"},
    {"dE_total_dw5 = 0.6\n", "", "file:1:1: dE_total_dw5 is computed"},
    {"w5_new = 0.6\n", "", "file:1:1: w5_new is computed"},
    {"dW1 = [[1, 2], [3, 4]]\n", "", "file:1:1: dW1 is computed"},
    {"\x7F"
     "ELF\x02\x01\n",
     "", "file:1:1: there is no ="},

    /* the network */
    {"network = 0-2\n", "", "file:1:11: a layer of 0 neurons; 1 to 64 in a layer are accepted"},
    {"network = 2-65-2\n", "", "file:1:13: a layer of 65 neurons; 1 to 64"},
    {"network = 640-2\n", "", "file:1:11: a layer of 640 neurons; 1 to 64 in a layer"},
    {"network = 2-18446744073709551618\n", "",
     "file:1:13: a layer of 18446744073709551618 neurons"},
    {"network = 2\n", "", "file:1:12: a network of one layer; inputs and outputs are needed"},
    {"network = 3--2\n", "", "file:1:13: 3--2 is no network; widths from 1 to 64"},
    {"network = 2-2-2x\n", "", "file:1:16: 2-2-2x is no network"},
    {"network = 2-\n", "", "file:1:13: 2- is no network"},
    {"network = 02-2\n", "", "file:1:11: 02-2 is no network"},
    {"network = 2,2\n", "", "file:1:12: 2,2 is no network"},
    {"network =\n", "", "file:1:10: network =  has no value; widths with a - between"},
    {"network = 1-1-1-1-1-1-1-1-1-1\n", "", "file:1:29: a network of more than 8 layers"},
    {"network = 2-1\nnetwork = 2-2\n", "", "file:2:1: network has its value from line 1 already"},
    {"netwrok = 2-2-2\n", "",
     "file:1:1: netwrok is no number of 2-2-2 and no setting; network is the nearest"},
    {"decimls = 2\n", "",
     "file:1:1: decimls is no number of 2-2-2 and no setting; decimals is the nearest$"},
    {"askd = w1\n", "",
     "file:1:1: askd is no number of 2-2-2 and no setting; asked is the nearest$"},
    {"aplha = 2\n", "",
     "file:1:1: aplha is no number of 2-2-2 and no setting; alpha is the nearest"},

    /* words */
    {"hidden = sigmod\n", "",
     "file:1:10: hidden = sigmod is unknown; sigmoid is the nearest of "
     "sigmoid, tanh, relu, identity"},
    {"hidden = softmax\n", "", "file:1:10: hidden = softmax is unknown"},
    {"hidden = exp\n", "", "file:1:10: hidden = exp is unknown"},
    {"hidden = tanh, relu\n", "",
     "file:1:10: hidden has 2 functions for 1 hidden layer; one for "
     "all, or one a layer, is needed"},
    {"network = 1-1\nhidden = tanh, relu\n", "",
     "file:2:10: hidden has 2 functions for 0 hidden layers; one for"},
    {"network = 1-1-1-1\nhidden = tanh, tanh, tanh\n", "",
     "file:2:10: hidden has 3 functions for 2 hidden layers; one for"},
    {"network = 1-1-1-1-1\nhidden = tanh, tanh\n", "",
     "file:2:10: hidden has 2 functions for 3 hidden layers; one for"},
    {"hidden = tanh, \n", "", "file:1:15: hidden =  has no value; one of sigmoid, tanh"},
    {"hidden =\n", "", "file:1:9: hidden =  has no value"},
    {"output = softmx\n", "", "file:1:10: output = softmx is unknown; softmax is the nearest"},
    {"loss = crossentropy\n", "",
     "file:1:8: loss = crossentropy is unknown; cross-entropy is the "
     "nearest of squared-error, mean-squared-error, cross-entropy"},
    {"biases = all\n", "", "file:1:10: biases = all is unknown"},
    {"update = atonce\n", "", "file:1:10: update = atonce is unknown; at-once is the nearest"},
    {"reduction = average\n", "", "file:1:13: reduction = average is unknown"},
    {"decimals = 0\n", "", "file:1:12: decimals = 0 is no number of decimals; a whole number"},
    {"decimals = 16\n", "", "file:1:12: decimals = 16 is no"},
    {"decimals = 150\n", "", "file:1:12: decimals = 150 is no"},
    {"decimals = 4.\n", "", "file:1:12: decimals = 4. is no"},
    {"decimals = 4:\n", "", "file:1:12: decimals = 4: is no"},
    {"decimals = -4\n", "", "file:1:12: decimals = -4 is no"},
    {"decimals = 4.5\n", "", "file:1:12: decimals = 4.5 is no"},
    {"decimals = 4294967297\n", "", "file:1:12: decimals = 4294967297 is no"},
    {"decimals =\n", "", "file:1:11: decimals =  is no"},

    /* what does not go together */
    {"network = 2-1\noutput = softmax\n" NUMBERS_OF_2_1, "",
     "file:2:10: output = softmax of one output is always 1"},
    {"loss = cross-entropy\noutput = identity\n", "",
     "file:1:8: loss = cross-entropy takes logarithms of the outputs, and those of identity may"},
    {"loss = cross-entropy\noutput = tanh\n", "", "file:1:8: loss = cross-entropy takes"},
    {"output = relu\nloss = cross-entropy\n", "", "file:2:8: loss = cross-entropy takes"},
    {"loss = cross-entropy\nO2 = 1.01\n", "",
     "file:2:6: O2 = 1.01 is no target of cross-entropy; a number from 0 to 1 is needed"},
    {"loss = cross-entropy\nO1 = 0, 1, -0.5\n", "", "file:2:12: O1 = -0.5 is no target"},
    {"loss = cross-entropy\noutput = softmax\nO1 = 0.02\n", "",
     "file:3:6: O1 to O2 do not add up to 1; the targets of softmax with cross-entropy need to"},
    {"loss = cross-entropy\noutput = softmax\nO2 = 0.9900000000000000000000000001\n", "",
     "file:3:6: O1 to O2 do not add up to 1"},
    {"loss = cross-entropy\noutput = softmax\nO1 = 0, 1, 0.5\nO2 = 1, 0, 0.51\n", "",
     "file:3:6: O1_s3 to O2_s3 do not add up to 1"},
    {"loss = cross-entropy\noutput = softmax\nO1 = 1\nO2 = 1\n", "",
     "file:3:6: O1 to O2 do not add up to 1"},

    /* samples */
    {"i1 = 0,05\n", "",
     "file:1:6: i1 = 0,05 has a comma without a blank behind it; 0.05 is a "
     "number, and 0, 0.05 are two"},
    {"i1 = 0, 1,5\n", "", "file:1:9: i1 = 1,5 has a comma without a blank"},
    {"i1 = 0,,1\n", "", "file:1:6: i1 = 0, has a comma without a blank"},
    {"i1 = 0, \n", "", "file:1:8: i1 =  has no value"},
    {"", "i1=0,", "--set i1= has no value"},
    {"i1 = 1, 2\nO2 = 1,2\n", "", "file:2:6: O2 = 1,2 has a comma without a blank"},
    {"i2 = 0, 1, 2\nO1 = 1\nO2 = 1, 2\n", "",
     "file:3:6: O2 has 2 values, and i2 has 3; as many, or one for all, are needed$"},
    {"i1 = , 1\n", "", "file:1:6: i1 =  has no value"},
    {"i1 = 0, one\n", "", "file:1:9: i1 = one is not a number"},
    {"i1 = 0, 1\nO1 = 1, 2, 3\n", "",
     "file:2:6: O1 has 3 values, and i1 has 2; as many, or one for all, are needed"},
    {"i1_s1 = 2\n", "", "file:1:1: i1_s1 is no number of 2-2-2"},

    /* matrices */
    {"W1 = [[1, 2], [3]]\n", "",
     "file:1:15: W1 has 1 of the 2 numbers needed in this row; a number for each neuron of the layer before is needed"},
    {"W1 = [[1, 2, 3], [4, 5]]\n", "",
     "file:1:7: W1 has more numbers in this row than the 2 needed; a number for each neuron of"},
    {"W1 = [[1, 2]]\n", "",
     "file:1:13: W1 has 1 of the 2 rows needed; a row for each neuron is needed"},
    {"W1 = [[1, 2], [3, 4], [5, 6]]\n", "",
     "file:1:23: W1 has more rows than the 2 needed; a row for each neuron is needed"},
    {"W1 = [1, 2]\n", "", "file:1:7: W1: a [ is needed here; a matrix is such as [[0.1, 0.2], "},
    {"W1 = 1\n", "", "file:1:6: W1: a [ is needed here"},
    {"W1 = [[1, 2], [3, 4]\n", "", "file:1:21: W1: a ] is needed here"},
    {"W1 = [[1, 2], [3, 4\n", "", "file:1:20: W1: a ] is needed here"},
    {"W1 = [[1, 2], [3, 4]]]\n", "", "file:1:22: W1 goes on behind its last bracket"},
    {"W1 = [[1, x], [3, 4]]\n", "", "file:1:11: W1 = x is not a number"},
    {"W1 = [[1, 2],\n", "", "file:1:14: W1: a [ is needed here"},
    {"W1 =\n", "", "file:1:5: W1: a [ is needed here"},
    {"B1 = [1]\n", "",
     "file:1:6: B1 has 1 of the 2 numbers needed in this row; a number for each bias is needed"},
    {"B1 = [[1, 2]]\n", "", "file:1:7: B1 = [1 is not a number"},
    {"W3 = [[1]]\n", "", "file:1:1: W3 is no number of 2-2-2"},
    {"W0 = [[1]]\n", "", "file:1:1: W0 is no number of 2-2-2"},
    {"w3 = 1\nW1 = [[1, 2], [3, 4]]\n", "", "file:2:1: w3 has its value from line 1 already"},
    {"W1 = [[1, 2], [3, 4]]\nw3 = 1\n", "", "file:2:1: w3 has its value from line 1 already"},
    {"network = 2-1\nbiases = none\nB1 = [1]\n", "", "file:3:1: B1 is no number of 2-1"},

    {"W1 = [[1, 2], [3, 4],]\n", "", "file:1:22: W1 has more rows than the 2 needed"},
    {"W1 = [[1, 2], [3,]]\n", "", "file:1:18: W1 =  has no value"},
    {"W1 = [[1, 2], [3, 4]] 5\n", "", "file:1:23: W1 goes on behind its last bracket"},
    {"B1 = [1, 2, 3]\n", "",
     "file:1:6: B1 has more numbers in this row than the 2 needed; a number for each bias is"},
    {"B1 = 1, 2\n", "", "file:1:6: B1: a [ is needed here; a row is such as [0.55, 0.56], a"},
    {"biases = shared\nB2 = [1, 2]\n", "", "file:2:6: B2 has more numbers in this row than the 1"},

    /* names of numbers */
    {"frozen = w9\n", "", "file:1:10: frozen = w9 is no weight or bias of 2-2-2"},
    {"frozen = w1, alpha\n", "", "file:1:14: frozen = alpha is no weight or bias of 2-2-2"},
    {"frozen = w1_new\n", "", "file:1:10: frozen = w1_new is no weight or bias"},
    {"frozen = i1\n", "", "file:1:10: frozen = i1 is no weight or bias"},
    {"frozen = b1, b1\n", "", "file:1:14: frozen = b1 stands twice"},
    {"frozen =\n", "", "file:1:9: frozen =  is no weight or bias of 2-2-2; a name is needed"},
    {"asked = in_h3\n", "", "file:1:9: asked = in_h3 is no name in a walk of 2-2-2"},
    {"asked = in_h1, sigma_O1_new\n", "", "file:1:16: asked = sigma_O1_new is no name in a walk"},
    {"asked = dw5_dE_total\n", "", "file:1:9: asked = dw5_dE_total is no name"},
    {"asked = W3\n", "", "file:1:9: asked = W3 is no name"},
    {"asked = dW1_new\n", "", "file:1:9: asked = dW1_new is no name"},
    {"asked = in_h1, in_h1\n", "", "file:1:16: asked = in_h1 stands twice"},
    {"i1 = 0, 1\nasked = in_h1\n", "", "file:2:9: asked = in_h1 is no name in a walk"},
    {"i1 = 0, 1\nasked = dout_O1_din_O1\n", "", "file:2:9: asked = dout_O1_din_O1 is no name"},

    /* what is missing */
    {"network = 3-2-3\ni1 = 1\ni2 = 1\ni3 = 1\nO1 = 1\nO2 = 1\nO3 = 1\nW1 = [[1, 2, 3], [4, 5, 6]]\n"
     "B1 = [1, 2]\nB2 = [1, 2, 3]\n",
     "", "file:1:11: w7 to w12 are needed for 3-2-3"},
    {"network = 1-1\ni1 = 1\nO1 = 0\nw1 = 3\n", "", "file:1:11: b1 is needed for 1-1$"},
    {"network = 3-1\nO1 = 0\nb1 = 1\nw2 = 1\n", "",
     "file:1:11: i1 to i3, w1, w3 are needed for 3-1$"},
    {"network = 3-1\ni1 = 0\nW1 = [[1, 2, 3]]\n", "",
     "file:1:11: i2, i3, O1, b1 are needed for 3-1"},
    {"i1 = 1\nbiases = shared\n", "",
     "file:2:10: i2, O1, O2, w1 to w8, b1, b2 are needed for 2-2-2 with biases = shared"},
    {"network = 2-2-2\nbiases = none\nW1 = [[1, 2], [3, 4]]\ni1 = 1\ni2 = 1\nO1 = 1\nO2 = 1\n", "",
     "file:2:10: w5 to w8 are needed for 2-2-2 with biases = none"},
    {"", "network=1-2", "--set network=1-2: i1, O1, O2, w1, w2, b1, b2 are needed for 1-2"},

    /* --set */
    {"", "w1", "--set w1: NAME=VALUE is needed"},
    {"", "w99=1", "--set w99=1: w99 is no number of 2-2-2"},
    {"", "w1=x", "--set w1=x is not a number"},
    {"", "w1=1;w1=2", "--set w1=2: the name stands twice; one --set a name is needed"},
    {"", "W1=[[1, 2], [3, 4]];w1=2", "--set w1=2: the name stands twice"},
    {"", "loss=mse", "--set loss=mse is unknown"},
    {"", "loss=cross-entropy;loss=cross-entropy", "--set loss=cross-entropy: the name stands"},
    {"w5 = 1\n", "network=1-1", "file:1:1: w5 is no number of 1-1"},
    {"w1 = x\n", "w1=1", "file:1:6: w1 = x is not a number"},
};

START_TEST(refuses) {
    struct example example;
    struct error error;
    const char *says = faults[_i].says;
    const size_t length = strcspn(says, "$");
    ck_assert(!make(&example, faults[_i].text, faults[_i].sets, &error));
    ck_assert_msg(strncmp(error.line, says, length) == 0 &&
                      (says[length] == '\0' || error.line[length] == '\0'),
                  "%s", error.line);
    ck_assert(strpbrk(error.line, "\n\r\t") == NULL);
    ck_assert_uint_eq(example.count, 0);
    example_free(&example);
}
END_TEST

START_TEST(refuses_bytes_that_are_no_text) {
    static char line[1 << 20];
    struct example example;
    struct error error;
    ck_assert(!example_parse(&example, "w1 = 0.1\nw2\0= 3\n", 16, "file", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, ":2:3: a NUL byte"));
    memset(line, 'x', sizeof line);
    ck_assert(!example_parse(&example, line, sizeof line, "file", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, ":1:1048577: there is no ="));
    ck_assert(!example_make(&example, "/nowhere/at/all", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "/nowhere/at/all: cannot be opened"));
    ck_assert(!example_make(&example, "/", NULL, 0, &error));
    ck_assert_ptr_nonnull(strstr(error.line, "/: cannot be read"));
    example_free(&example);
}
END_TEST

START_TEST(sets) {
    struct example example;
    struct error error;
    ck_assert(make(&example, "w1 = 0.30", "alpha=0.10", &error));
    ck_assert_str_eq(example_find(&example, "alpha")->typed, "0.10");
    ck_assert(example_rate(&example) == 0.1);
    ck_assert(example_find(&example, "alpha")->is_set && !example_find(&example, "w1")->is_set);
    ck_assert(!example_is_article(&example) && example_has_article_shape(&example));
    example_free(&example);
    ck_assert(make(&example, /* all but the first */
                   "i2 = 1\nO1 = 1\nO2 = 1\nW1 = [[1, 1], [1, 1]]\nW2 = [[1, 1], [1, 1]]\n"
                   "B1 = [1, 1]\nB2 = [1, 1]\nalpha = 1",
                   "", &error));
    ck_assert_str_eq(example_find(&example, "i1")->typed, "0.1");
    example_free(&example);
    ck_assert(make(&example, "w1 = +0.30\nw2 = 0.5", "w3=+4", &error));
    ck_assert_str_eq(example_find(&example, "w1")->typed, "0.30");
    ck_assert_str_eq(example_find(&example, "w3")->typed, "4");
    example_free(&example);
}
END_TEST

/* Each number has a part in it, and so has each setting. */
START_TEST(the_article_is_no_other) {
    struct example article, example;
    struct error error;
    example_article(&article);
    for (size_t i = 0; i < article.count; i++) {
        char set[32];
        snprintf(set, sizeof set, "%s=0.4375", article.given[i].name);
        ck_assert(make(&example, "", set, &error));
        ck_assert_msg(!example_is_article(&example) && example_has_article_shape(&example), "%s",
                      set);
        example_free(&example);
    }
    ck_assert(example_needs_article_shape(&article, &error));
    example_free(&article);
    ck_assert(make(&example, "network = 2-1\n" NUMBERS_OF_2_1, "", &error));
    ck_assert(!example_needs_article_shape(&example, &error));
    ck_assert_msg(strncmp(error.line, "2-1 as the example has it is not walked here; the", 49) == 0,
                  "%s", error.line);
    example_free(&example);
}
END_TEST

/* Each number is found by its name, and nothing by what is the name of none: of several samples an
 * input or a target says of which. */
START_TEST(names_find_their_numbers) {
    static const char *const none[] = {"i1",      "O1",    "w1_s1", "b1_s2",   "w1_new",
                                       "E_total", "in_h1", "i1_s0", "i1_s5",   "i1_new_s1",
                                       "i3_s1",   "O2_s1", "w7",    "alpha_s1"};
    struct example example;
    struct error error;
    ck_assert(example_make(&example, "xor", NULL, 0, &error));
    for (size_t i = 0; i < example.count; i++)
        ck_assert_ptr_eq(example_find(&example, example.given[i].name), &example.given[i]);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        ck_assert_msg(example_find(&example, none[i]) == NULL, "%s", none[i]);
        ck_assert(example_value(&example, none[i]) == 0);
    }
    example_free(&example);
}
END_TEST

/* Samples differ, targets take turns, each fourth weight is below 0; as many as the shape wants. */
START_TEST(numbers_are_made_up) {
    static const char settings[] = "network = 2-3-2\nbiases = shared\n";
    static const char wanted[] =
        "i1 = 0.3, 0.7, 0.2\ni2 = 0.5, 0.9, 0.4\nO1 = 1, 0, 1\nO2 = 0, 1, 0\n"
        "w1 = 0.6\nw2 = 0.2\nw3 = 0.7\nw4 = -0.3\nw5 = 0.8\nw6 = 0.4\nw7 = 0.9\nw8 = -0.5\n"
        "w9 = 0.1\nw10 = 0.6\nw11 = 0.2\nw12 = -0.7\nb1 = 0.3\nb2 = 0.4\n";
    struct text out = {0};
    struct example example;
    struct error error;
    ck_assert(example_make_up(&out, settings, sizeof settings - 1, "x", 3, &error));
    ck_assert_str_eq(out.bytes + sizeof settings - 1, wanted);
    ck_assert_msg(make(&example, out.bytes, "", &error), "%s", error.line);
    ck_assert_uint_eq(example.shape.samples, 3);
    example_free(&example);
    text_cut(&out, 0);
    ck_assert(example_make_up(&out, "network = 1-1", 13, "x", 1, &error));
    ck_assert_str_eq(out.bytes + 13, "i1 = 0.3\nO1 = 1\nw1 = 0.6\nb1 = 0.3\n");
    text_cut(&out, 0);
    ck_assert(!example_make_up(&out, "network", 7, "x", 1, &error) && out.length == 0);
    ck_assert_msg(strstr(error.line, "x:1:8: there is no = here") != NULL, "%s", error.line);
    ck_assert(example_make_up(&out, "network = 1-5-1", 15, "x", 1, &error));
    ck_assert_ptr_nonnull(strstr(out.bytes, "\nw9 = 0.1\nw10 = 0.6\nb1 = 0.3\nb2 = 0.4\n"
                                            "b3 = 0.5\nb4 = 0.1\nb5 = 0.2\nb6 = 0.4\n"));
    text_free(&out);
}
END_TEST

/* What is drawn anyway needs no numbers: those that are missing are made up, those given stay. */
START_TEST(only_what_is_missing_is_made_up) {
    static const char *const said[] = {"network=2-1", "w1=7", "O1=0.25"};
    static const struct {
        const char *name, *typed;
    } wanted[] = {{"i1", "0.3"}, {"i2", "0.5"}, {"O1", "0.25"},  {"w1", "7"},
                  {"w2", "0.2"}, {"b1", "0.3"}, {"alpha", "0.5"}};
    struct example example;
    struct error error;
    ck_assert_msg(example_make_to_draw(&example, NULL, said, 3, &error), "%s", error.line);
    ck_assert_uint_eq(example.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < example.count; i++) {
        const bool is_set = strcmp(wanted[i].name, "w1") == 0 || strcmp(wanted[i].name, "O1") == 0;
        ck_assert_str_eq(example.given[i].name, wanted[i].name);
        ck_assert_str_eq(example.given[i].typed, wanted[i].typed);
        ck_assert(example.given[i].value == atof(wanted[i].typed));
        ck_assert(example.given[i].is_set == is_set);
    }
    example_free(&example);
    ck_assert(!example_make(&example, NULL, said, 3, &error));
    ck_assert_msg(strncmp(error.line, "--set network=2-1: i1, i2, w2, b1 are needed", 44) == 0,
                  "%s", error.line);
}
END_TEST

/* A path is no name that is nearly right. */
START_TEST(a_path_has_no_nearest) {
    static const char *const paths[] = {"./greenhuose", "greenhuose.txt", "green-huose"};
    struct example example;
    struct error error;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        ck_assert(!example_make(&example, paths[i], NULL, 0, &error));
        ck_assert_msg(strstr(error.line, "cannot be opened") != NULL &&
                          strstr(error.line, "nearest") == NULL,
                      "%s", error.line);
    }
}
END_TEST

/* ---- Settings ---- */

START_TEST(settings_make_the_shape) {
    struct example example;
    struct error error;
    ck_assert_msg(
        make(&example,
             "network = 1-2-2-3 # widths\nhidden = tanh,relu\noutput = softmax\n"
             "loss = cross-entropy\nbiases = shared\nupdate = at-once\nreduction = sum\n"
             "decimals = 4\nfrozen = b1, w3\nasked = w1_new, dE_total_dw5, dW1, in_h1_s2\n"
             "i1 = 1, 2\nO1 = 0.1\nO2 = 0.2\nO3 = 0.7\nW1 = [[1], [2]]\n"
             "W2 = [[1, 2], [3, 4]]\nW3 = [[1, 2], [3, 4], [5, 6]]\nb1 = 1\nb2 = 2\nb3 = 3",
             "", &error),
        "%s", error.line);
    const struct shape *shape = &example.shape;
    ck_assert(shape->depth == 3 && shape->width[0] == 1 && shape->width[3] == 3);
    ck_assert(shape->activation[1] == function_find("tanh", 4) &&
              shape->activation[2] == function_find("relu", 4) && shape->activation[3] == NULL);
    ck_assert(shape->loss == LOSS_CROSS_ENTROPY && shape->biases == BIASES_SHARED &&
              shape->update == UPDATE_AT_ONCE && shape->reduction == REDUCTION_SUM &&
              shape->samples == 2 && example.decimals == 4);
    ck_assert(example_find(&example, "b1")->frozen && example_find(&example, "w3")->frozen &&
              !example_find(&example, "w1")->frozen);
    ck_assert_str_eq(example.asked[0], "w1_new");
    ck_assert_str_eq(example.asked[3], "in_h1_s2");
    ck_assert_ptr_null(example.asked[4]);
    ck_assert_uint_eq(example.count, 2 * 4 + 12 + 3 + 1);
    ck_assert_str_eq(example.given[4].name, "i1_s2");
    ck_assert_str_eq(example.given[7].name, "O3_s2");
    ck_assert_str_eq(example.given[8].name, "w1");
    ck_assert_str_eq(example.given[23].name, "alpha");
    example_free(&example);
}
END_TEST

/* Of what is said of the outputs softmax alone is not said of hidden layers. */
START_TEST(settings_have_their_words) {
    static const struct {
        const char *setting, *words[7];
    } lists[] = {
        {"hidden", {"sigmoid", "tanh", "relu", "identity", "leaky-relu"}},
        {"output", {"sigmoid", "tanh", "relu", "identity", "leaky-relu", "softmax"}},
        {"loss", {"squared-error", "mean-squared-error", "cross-entropy"}},
        {"biases", {"each", "shared", "none"}},
        {"update", {"together", "at-once"}},
        {"reduction", {"mean", "sum"}},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t word = 0; word == 0 || lists[i].words[word - 1] != NULL; word++)
            ck_assert_pstr_eq(example_choice(lists[i].setting, word), lists[i].words[word]);
}
END_TEST

START_TEST(defaults_can_be_said) {
    struct example example;
    struct error error;
    ck_assert_msg(make(&example,
                       "network = 2-2-2\nhidden = sigmoid\noutput = sigmoid\nloss = squared-error\n"
                       "biases = each\nfrozen = nothing\nupdate = together\nreduction = mean\n"
                       "decimals = 10\nasked = all\n",
                       "", &error),
                  "%s", error.line);
    ck_assert(example_is_article(&example) && example.decimals == EXAMPLE_DECIMALS &&
              example.asked == NULL);
    example_free(&example);
    ck_assert(make(&example, "frozen = w1\n", "frozen=nothing", &error));
    ck_assert(!example_find(&example, "w1")->frozen);
    example_free(&example);
    ck_assert(make(&example, "network = 1-1\nhidden = relu\n" NUMBERS_OF_1_1, "", &error));
    example_free(&example);
    ck_assert(make(&example, "frozen = w1\n", "", &error));
    ck_assert(!example_has_article_shape(&example));
    example_free(&example);
}
END_TEST

/* As doubles, the first add up to less than 1, the last to it. */
START_TEST(targets_add_up_as_decimals) {
    static const struct {
        const char *targets;
        bool is_one;
    } sums[] = {
        {"O1 = 0.1\nO2 = 0.2\nO3 = 0.7\n", true},
        {"O1 = 1e-1\nO2 = 2.0E-1\nO3 = +7000e-4\n", true},
        {"O1 = 0.33\nO2 = .33\nO3 = 0.34\n", true},
        {"O1 = 0\nO2 = 1.\nO3 = 0e999999999999999999999\n", true},
        {"O1 = -0\nO2 = 0.5\nO3 = 0.5\n", true},
        {"O1 = 1e-320\nO2 = 0.5\nO3 = 0.5\n", false},
        {"O1 = 1e-30\nO2 = 0.5\nO3 = 0.5\n", false},
        {"O1 = 0.333333333333333333\nO2 = 0.333333333333333333\nO3 = 0.333333333333333333\n",
         false},
        {"O1 = 0.0001e4\nO2 = 0\nO3 = 0\n", true},
        {"O1 = 10e-1\nO2 = 0e999\nO3 = 0e-999\n", true},
        {"O1 = 1\nO2 = 1e-999\nO3 = 0\n", true},
        {"O1 = 1\nO2 = 1\nO3 = 0\n", false},
        {"O1 = 0\nO2 = 0\nO3 = 0\n", false},
        {"O1 = 1\nO2 = 1e-799\nO3 = 0\n", false}, /* the last place that counts */
        {"O1 = 1\nO2 = 1e-800\nO3 = 0\n", true},
        {"O1 = 1\nO2 = 0.1e-798\nO3 = 0\n", false},
        {"O1 = 0.9\nO2 = 0.09\nO3 = 0.01\n", true},
        {"O1 = 0.99\nO2 = 0.009\nO3 = 0.001\n", true},
        {"O1 = 0.1, 0.3\nO2 = 0.2, 0.3\nO3 = 0.7, 0.4\n", true},
        {"O1 = 0.1, 0.3\nO2 = 0.2, 0.3\nO3 = 0.7, 0.3\n", false},
    };
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        char text[400];
        struct example example;
        struct error error;
        snprintf(text, sizeof text,
                 "network = 1-3\noutput = softmax\nloss = cross-entropy\ni1 = 1\n"
                 "W1 = [[1], [2], [3]]\nB1 = [1, 2, 3]\n%s",
                 sums[i].targets);
        ck_assert_msg(make(&example, text, "", &error) == sums[i].is_one, "%s", sums[i].targets);
        example_free(&example);
    }
}
END_TEST

/* Eleven of them, whose hundredths carry nine: 10*0.09 + 0.1. */
START_TEST(many_targets_add_up) {
    struct text text = {0};
    struct example example;
    struct error error;
    text_puts(&text, "network = 1-11\noutput = softmax\nloss = cross-entropy\ni1 = 1\nO11 = 0.1\n");
    for (int i = 1; i <= 11; i++)
        text_printf(&text, "w%d = 1\nb%d = 0\n", i, i);
    for (int i = 1; i <= 10; i++)
        text_printf(&text, "O%d = 0.09\n", i);
    ck_assert_msg(make(&example, text.bytes, "", &error), "%s", error.line);
    example_free(&example);
    text_free(&text);
}
END_TEST

START_TEST(a_thousand_samples_are_accepted) {
    struct text text = {0};
    struct example example;
    struct error error;
    text_puts(&text, "i1 = 0");
    for (int i = 1; i < SHAPE_SAMPLES; i++)
        text_printf(&text, ", %d", i);
    ck_assert_msg(make(&example, text.bytes, "", &error), "%s", error.line);
    ck_assert_uint_eq(example.shape.samples, SHAPE_SAMPLES);
    ck_assert(example_value(&example, "i1_s1000") == 999 &&
              example_value(&example, "O2_s1000") == 0.99);
    example_free(&example);
    text_puts(&text, ", 1");
    ck_assert(!make(&example, text.bytes, "", &error));
    ck_assert_msg(
        strncmp(error.line, "file:1:4896: i1 has a value for each of more than 1000", 54) == 0,
        "%s", error.line);
    text_free(&text);
}
END_TEST

/* The largest network, each number on a line of its own. */
START_TEST(the_largest_network_is_read) {
    struct text text = {0};
    struct example example;
    struct error error;
    text_puts(&text, "network = 64-64-64-64-64-64-64-64-64\n");
    for (int i = 1; i <= 64; i++)
        text_printf(&text, "i%d = 1\nO%d = 1\n", i, i);
    for (int i = 1; i <= 8 * 64 * 64; i++)
        text_printf(&text, "w%d = 0.%05d\n", i, i);
    for (int i = 1; i <= 8 * 64; i++)
        text_printf(&text, "b%d = %d\n", i, i);
    ck_assert_msg(example_parse(&example, text.bytes, text.length, "file", NULL, 0, &error), "%s",
                  error.line);
    ck_assert(example_value(&example, "w32768") == 0.32768);
    ck_assert(example_value(&example, "b512") == 512);
    example_free(&example);
    text_free(&text);
}
END_TEST

/* ---- Examples that come with the program ---- */

START_TEST(built_ins_are_read) {
    const struct built_in *built_in = example_built_in((size_t)_i);
    struct example example;
    struct error error;
    ck_assert_msg(example_make(&example, built_in->name, NULL, 0, &error), "%s", error.line);
    ck_assert_msg(strcmp(built_in->name, "article") != 0 || example_is_article(&example),
                  "article");
    example_free(&example);
}
END_TEST

static size_t count_built_ins(void) {
    size_t count = 0;
    while (example_built_in(count) != NULL)
        count++;
    return count;
}

START_TEST(a_misspelt_example_has_a_nearest) {
    struct example example;
    struct error error;
    ck_assert(!example_make(&example, "greenhuose", NULL, 0, &error));
    ck_assert_msg(strncmp(error.line, "greenhuose: cannot be opened", 28) == 0 &&
                      strstr(error.line, "; greenhouse is the nearest") != NULL,
                  "%s", error.line);
    ck_assert(!example_make(&example, "./xor", NULL, 0, &error));
    ck_assert_msg(strncmp(error.line, "./xor: cannot be opened", 23) == 0 &&
                      strstr(error.line, "nearest") == NULL,
                  "%s", error.line);
}
END_TEST

START_TEST(the_companion_follows_the_article) {
    struct example of, companion;
    struct error error;
    ck_assert(make(&of, "i1 = 0.3\nw5 = 7.0\nb4 = 8\nw4 = 9\nalpha = 0.25\n", "", &error));
    example_companion(&companion, &of);
    example_free(&of);
    ck_assert(example_value(&companion, "i1") == 0.3 && example_value(&companion, "w4") == 9 &&
              example_value(&companion, "w9") == 7 && example_value(&companion, "b6") == 8 &&
              example_value(&companion, "w5") == 0.9 && example_value(&companion, "b4") == 0.78 &&
              example_value(&companion, "alpha") == 0.25);
    ck_assert_str_eq(example_find(&companion, "w9")->typed, "7.0");
    example_free(&companion);
}
END_TEST

/* ---- Written ---- */

static const struct {
    const char *text, *written; /* NULL: the text */
} written[] = {
    {"network = 2-1\n" NUMBERS_OF_2_1,
     "network = 2-1\ni1 = 1\ni2 = 2\nO1 = 0\nw1 = 3\nw2 = 4\nb1 = 5\nalpha = 0.5\n"},
    {"network = 1-1-1\nhidden = relu\noutput = tanh\nloss = mean-squared-error\nbiases = none\n"
     "update = at-once\nreduction = sum\nfrozen = w1, w2\ndecimals = 3\nasked = w1_new, E_total_s2\n"
     "i1 = 0.10, 2\nO1 = 1, 1\nw1 = 3\nw2 = 4\nalpha = 0.1\n",
     NULL},
    {"network = 1-1-1-1\nhidden = sigmoid, tanh\ni1 = 1\nO1 = 1\nw1 = 3\nw2 = 4\nw3 = 5\nb1 = 6\n"
     "b2 = 7\nb3 = 8\nalpha = 0.1\n",
     NULL},
    {"network = 1-1-1-1\nhidden = tanh, tanh\nbiases = none\ni1 = 1\nO1 = 1\nw1 = 3\nw2 = 4\n"
     "w3 = 5\n",
     "network = 1-1-1-1\nhidden = tanh\nbiases = none\ni1 = 1\nO1 = 1\nw1 = 3\nw2 = 4\nw3 = 5\n"
     "alpha = 0.5\n"},
    {"network = 1-1-1-1\nhidden = sigmoid, sigmoid\nbiases = none\ni1 = 1\nO1 = 1\nw1 = 3\n"
     "w2 = 4\nw3 = 5\ndecimals = 10\nasked = all\n",
     "network = 1-1-1-1\nbiases = none\ni1 = 1\nO1 = 1\nw1 = 3\nw2 = 4\nw3 = 5\nalpha = 0.5\n"},
    {"network = 1-1-1-1\nhidden = tanh, sigmoid\nbiases = none\ni1 = 1\nO1 = 1\nw1 = 3\nw2 = 4\n"
     "w3 = 5\nalpha = 0.5\n",
     NULL},
    {"network = 1-2\noutput = softmax\nloss = cross-entropy\nbiases = shared\ni1 = 1\nO1 = 0\nO2 = 1\n"
     "w1 = 3\nw2 = 4\nb1 = 6\nalpha = 0.1\n",
     NULL},
};

START_TEST(an_example_is_written_as_it_is_read) {
    const char *wanted = written[_i].written != NULL ? written[_i].written : written[_i].text;
    struct example example;
    struct text out = {0};
    struct error error;
    ck_assert_msg(make(&example, written[_i].text, "", &error), "%s", error.line);
    example_write(&out, &example);
    ck_assert_str_eq(out.bytes, wanted);
    text_free(&out);
    example_free(&example);
}
END_TEST

/* Where an example has several samples, an input or a target is one of one of them. */
START_TEST(numbers_have_their_sample) {
    struct example example;
    struct error error;
    size_t index;
    ck_assert_msg(example_make(&example, "xor", NULL, 0, &error), "%s", error.line);
    struct role input = {.kind = ROLE_INPUT, .neuron = 2, .sample = 3};
    struct role target = {.kind = ROLE_TARGET, .layer = 2, .neuron = 1, .sample = 3};
    ck_assert(example_place(&example.shape, &input, &index) && index == 7);
    ck_assert(example_place(&example.shape, &target, &index) && index == 8);
    input.sample = target.sample = 0;
    ck_assert(!example_place(&example.shape, &input, &index));
    ck_assert(!example_place(&example.shape, &target, &index));
    example_free(&example);
}
END_TEST

Suite *example_suite(void) {
    Suite *suite = suite_create("example");
    add_rows(suite, "of a sample", numbers_have_their_sample, 1);
    add_rows(suite, "numbers by name", numbers_by_name, 1);
    add_rows(suite, "reads", reads, sizeof rows / sizeof *rows);
    add_rows(suite, "refuses", refuses, sizeof faults / sizeof *faults);
    add_rows(suite, "refuses bytes that are no text", refuses_bytes_that_are_no_text, 1);
    add_rows(suite, "sets", sets, 1);
    add_rows(suite, "the article is no other", the_article_is_no_other, 1);
    add_rows(suite, "names find their numbers", names_find_their_numbers, 1);
    add_rows(suite, "numbers are made up", numbers_are_made_up, 1);
    add_rows(suite, "only what is missing is made up", only_what_is_missing_is_made_up, 1);
    add_rows(suite, "a path has no nearest", a_path_has_no_nearest, 1);
    add_rows(suite, "settings make the shape", settings_make_the_shape, 1);
    add_rows(suite, "settings have their words", settings_have_their_words, 1);
    add_rows(suite, "defaults can be said", defaults_can_be_said, 1);
    add_rows(suite, "targets add up as decimals", targets_add_up_as_decimals, 1);
    add_rows(suite, "many targets add up", many_targets_add_up, 1);
    add_rows(suite, "a thousand samples are accepted", a_thousand_samples_are_accepted, 1);
    add_rows(suite, "the largest network is read", the_largest_network_is_read, 1);
    add_rows(suite, "built-ins are read", built_ins_are_read, count_built_ins());
    add_rows(suite, "a misspelt example has a nearest", a_misspelt_example_has_a_nearest, 1);
    add_rows(suite, "the companion follows the article", the_companion_follows_the_article, 1);
    add_rows(suite, "an example is written as it is read", an_example_is_written_as_it_is_read,
             sizeof written / sizeof *written);
    return suite;
}
