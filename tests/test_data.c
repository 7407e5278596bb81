/* Data from a file: what is read of it, and the line that each fault gets. */
#include "suites.h"

#include "base/memory.h"
#include "network/table.h"

#include <stdlib.h>
#include <string.h>

static struct text text_of(const char *string) {
    struct text text = {0};
    text_puts(&text, string);
    return text;
}

/* What is in the table, as "x,x:class ..." */
static const struct {
    const char *file;
    const char *read;
} tables[] = {
    {"1,2,0\n3,4,1\n", "1,2:0 3,4:1 "},
    {"1\t2\t0\n3\t4\t1\n", "1,2:0 3,4:1 "},
    {"1,2,0", "1,2:0 "},
    {"x,y,class\n1,2,0\n", "1,2:0 "},
    {"# a comment\n\nx,y,class\n\n1,2,0\n  # another\n", "1,2:0 "},
    {"1,2,0\r\n3,4,1\r\n", "1,2:0 3,4:1 "},
    {"\xEF\xBB\xBFx,y,class\n1,2,0\n", "1,2:0 "},
    {"\xEF\xBB\xBF"
     "1,2,0\n",
     "1,2:0 "},
    {" 1 , -2.5e-3 , 7 \n", "1,-0.0025:7 "},
    {"1\t 2\t0\n", "1,2:0 "},
    {"1,2,0\n3,\t4\t, 1\n", "1,2:0 3,4:1 "},
    {"\t \n \t# tabs\n1,2,0\n", "1,2:0 "},
    {"1,2,1.0\n", "1,2:1.0 "},
    {"5,0\n", "5:0 "},
    {"1,2,3,4,999\n", "1,2,3,4:999 "},
    {"1 2 0\n   \n3 4 1\n", "1,2:0 3,4:1 "},
    {"1,2,01\n3,4,1\n5,6,0\n", "1,2:1 3,4:1 5,6:0 "},
    {"1,2,b\n3,4,ab\n5,6,a\n7,8,5\n9,9,a\n", "1,2:b 3,4:ab 5,6:a 7,8:5 9,9:a "},
    {"1,2,b\n3,4,5\n", "1,2:b 3,4:5 "},
    {"1,2,a\"\n3,4,b\n", "1,2:a\" 3,4:b "},
    {"1,2,0\n3,4,5000\n", "1,2:0 3,4:5000 "},
    {"1,2,a\001\x7F\n", "1,2:a?? "},
    {"1,2,a\"b\n3,4,\"c\"\"\"\n", "1,2:a\"b 3,4:c\" "},
    {"2 1 2\n5\n0 1\n6\n0 0\n", "5>0>1 6>0>0 "},
    {"2 1 2\n5\n0 1\n6\n1 1\n", "5>0>1 6>1>1 "},
    {"1 2 0\n", "1,2:0 "},
    {"  1   2    0  \n3 4 1\n", "1,2:0 3,4:1 "},
    {"x\t\ty one\tc\n1\t2\t\t 0\n\t10\t\t20\t1\t\n", "1,2:0 10,20:1 "},
    {"1;2;0\n", "1,2:0 "},
    {"x;y, in m;c\n1;2;0\n", "1,2:0 "},
    {"1,2,2\n3,4,1\n5,6,3\n", "1,2:2 3,4:1 5,6:3 "},
    {"1,2,1\n3,4,-1\n", "1,2:1 3,4:-1 "},
    {"5.1,3.5,Iris-setosa\n6,3,Iris-virginica\n5,3,Iris-setosa\n",
     "5.1,3.5:Iris-setosa 6,3:Iris-virginica 5,3:Iris-setosa "},
    {"\"x, in m\",\"y\",c\n1,\"2\",\"a \"\"b\"\", c\"\n", "1,2:a \"b\", c "},
    {"4 2 1\n0 0\n0\n0 1\n1\n1 0\n1\n1 1\n0\n", "0,0:0>0 0,1:1>1 1,0:1>1 1,1:0>0 "},
    {"2 1 2\n5\n0 1\n6\n1 0\n", "5:1>0>1 6:0>1>0 "},
    {"2 1 1\n5\n0.5\n6\n-1\n", "5>0.5 6>-1 "},
};

static char *shown(const struct data *data) {
    struct text text = {0};
    for (size_t s = 0; s < data->samples; s++) {
        for (size_t i = 0; i < data->inputs; i++)
            text_printf(&text, "%s%g", i > 0 ? "," : "", *data_x(data, i, s));
        if (data->class != NULL)
            text_printf(&text, ":%s", name_of_class(data, data->class[s]).text);
        for (size_t j = 0; data->O != NULL && j < data->outputs; j++)
            text_printf(&text, ">%g", *data_O(data, j, s));
        text_puts(&text, " ");
    }
    return text.bytes;
}

START_TEST(reads) {
    struct text text = text_of(tables[_i].file);
    struct error error;
    struct data *data = table_read(&text, "f", &(struct table_form){0}, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    char *read = shown(data);
    ck_assert_str_eq(read, tables[_i].read);
    free(read);
    data_free(data);
    text_free(&text);
}
END_TEST

static const struct {
    const char *file;
    const char *line;
} faults[] = {
    {"",
     "f:1:1: the file ends without a sample; lines of numbers are needed, parted by tabs, semicolons, commas or blanks"},
    {"x,y,class\n",
     "f:2:1: the file ends without a sample; lines of numbers are needed, parted by tabs, semicolons, commas or blanks"},
    {"x,y,class",
     "f:1:1: the file ends without a sample; lines of numbers are needed, parted by tabs, semicolons, commas or blanks"},
    {"# nothing\n",
     "f:2:1: the file ends without a sample; lines of numbers are needed, parted by tabs, semicolons, commas or blanks"},
    {"1\n2\n",
     "f:1:1: there is one column; columns parted by tabs, semicolons, commas or blanks are needed, "
     "the last one the class"},
    {"1,2,0\n3,4\n", "f:2:4: the line ends after 2 columns; 3 are needed, as in line 1"},
    {"x,y,class\n1,2,0\n3\n", "f:3:2: the line ends after 1 column; 3 are needed, as in line 1"},
    {"1,2,0\n3,4,1,5\n", "f:2:7: a column too many; 3 are needed, as in line 1"},
    {"0.1,0.2,a\n0.3,b\n", "f:2:6: the line ends after 2 columns; 3 are needed, as in line 1"},
    {"0.1,0.2,a\nx,0.3,b,\n", "f:2:9: a column too many; 3 are needed, as in line 1"},
    {"1,2,0\n3,four,1\n", "f:2:3: four is not a number; a decimal number such as 0.55 is needed"},
    {"1,two,0\n", "f:1:3: two is not a number; a decimal number such as 0.55 is needed"},
    {"1,2,0\n3, ,1\n", "f:2:4: a column has no value; a decimal number such as 0.55 is needed"},
    {"1\t\t2\t0\n3\t\t1\n", "f:2:5: the line ends after 2 columns; 3 are needed, as in line 1"},
    {"1\t2\t0\n3\t\t1\n", "f:2:3: a column has no value; a decimal number such as 0.55 is needed"},
    {"1,2,0\nnan,4,1\n", "f:2:1: nan is not a number; a decimal number such as 0.55 is needed"},
    {"1,2,0\n1e999,4,1\n",
     "f:2:1: 1e999 is too large; a number within 1.7e308 on either side of 0 is needed"},
    {"1,2,0\n3,4,1.5\n",
     "f:2:5: 1.5 is no class; a word or a whole number is needed, or the option --target for "
     "numbers to learn"},
    {"1,2,?\n", "f:1:5: ? is no class: it is missing; leave the line out"},
    {"1,2,0\n1,NA,1\n", "f:2:3: NA is not a number; a decimal number such as 0.55 is needed"},
    {"1;2;a\n3;4;\n", "f:2:5: a column is no class: it is missing; leave the line out"},
    {"2 1 1\n5\none\n6\n1\n",
     "f:3:1: one is not a number; a decimal number such as 0.55 is needed"},
    {"2 1 1\n5\n1\n6\n", "f:2:2: the line ends after 1 column; 3 are needed, as in line 1"},
    {"2 1 1.5\n5 1 0\n",
     "f:1:5: 1.5 is no class; a word or a whole number is needed, or the option --target for "
     "numbers to learn"},
    {"2 1 2\n5\n0 1\n6\n1 0 1\n",
     "f:2:2: the line ends after 1 column; 3 are needed, as in line 1"},
    {"2 1 2\n5\n0 1\n6 1\n1 0\n",
     "f:2:2: the line ends after 1 column; 3 are needed, as in line 1"},
    {"1;2,5;a\n", "f:1:3: 2,5 has a comma; a decimal number has a point, such as 0.55"},
    {"3 2 1\n0 0\n0\n", "f:2:4: the line ends after 2 columns; 3 are needed, as in line 1"},
};

START_TEST(refuses) {
    struct text text = text_of(faults[_i].file);
    struct error error;
    ck_assert_ptr_null(table_read(&text, "f", &(struct table_form){0}, &error));
    ck_assert_str_eq(error.line, faults[_i].line);
    text_free(&text);
}
END_TEST

/* Numbers by their size, before words by their bytes, have the numbers of classes in this order;
 * whole numbers from 0 to 999 with a 0 among them are their own. */
static const struct {
    const char *file, *names; /* of all classes */
    size_t class[9];          /* of each line */
} numbered[] = {
    {"1,b\n1,ab\n1,a\n1,10\n1,9\n1,-1\n1,B\n1,abc\n1,ab\n",
     "-1 9 10 B a ab abc b ",
     {7, 5, 4, 2, 1, 0, 3, 6, 5}},
    {"1,2\n1,1\n1,2\n1,3\n", "1 2 3 ", {1, 0, 1, 2}},
    {"1,2\n1,0\n1,5\n1,2.0\n1,00\n", "0 1 2 3 4 5 ", {2, 0, 5, 2, 0}},
    {"1,0\n1,0\n", "0 ", {0, 0}},
    {"1,1\n1,1\n", "1 ", {0, 0}},
    {"1,0\n1,1000\n", "0 1000 ", {0, 1}},
    {"1,0\n1,-1\n", "-1 0 ", {1, 0}},
    {"1,0\n1,x\n1,1\n", "0 1 x ", {0, 2, 1}},
    {"1,1e1\n1,9\n1,10\n", "9 1e1 ", {1, 0, 1}},
};

START_TEST(numbers_classes_in_order) {
    struct text text = text_of(numbered[_i].file), names = {0};
    struct error error;
    struct data *data = table_read(&text, "f", &(struct table_form){0}, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    for (size_t c = 0; c < data->classes; c++)
        text_printf(&names, "%s ", name_of_class(data, c).text);
    ck_assert_str_eq(names.bytes, numbered[_i].names);
    for (size_t s = 0; s < data->samples; s++)
        ck_assert_msg(data->class[s] == numbered[_i].class[s], "line %zu: class %zu", s + 1,
                      data->class[s]);
    data_free(data);
    text_free(&names);
    text_free(&text);
}
END_TEST

/* The largest class that numbers itself. */
START_TEST(a_class_999_numbers_itself) {
    struct text text = text_of("1,999\n2,0\n");
    struct error error;
    struct data *data = table_read(&text, "f", &(struct table_form){0}, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    ck_assert(data->classes == 1000 && data->class[0] == 999 && data->class_name == NULL);
    data_free(data);
    text_free(&text);
}
END_TEST

static const char *const missing[] = {"?", "NA", "N/A", "NaN", "nan", "null", "", "\"\""};

START_TEST(a_missing_class_is_told) {
    struct text text = {0};
    struct error error;
    text_printf(&text, "1,2,a\n3,4,%s\n", missing[_i]);
    ck_assert_ptr_null(table_read(&text, "f", &(struct table_form){0}, &error));
    ck_assert_msg(strncmp(error.line, "f:2:", 4) == 0 &&
                      strstr(error.line, "is no class: it is missing") != NULL,
                  "%s", error.line);
    text_free(&text);
}
END_TEST

/* For a network of two inputs the column of classes may be left out. */
static const struct {
    const char *file;
    const char *read; /* or the error */
} asked[] = {
    {"1,2\n3,4\n", "1,2 3,4 "},
    {"x,y\n1,2\n", "1,2 "},
    {"1,2,0\n3,4,1\n", "1,2:0 3,4:1 "},
    {"1\n",
     "f:1:1: columns: 1; the network has 2 inputs, so that many columns are needed, parted by "
     "tabs, semicolons, commas or blanks, and one more where the last is the class"},
    {"1,2,3,0\n",
     "f:1:1: columns: 4; the network has 2 inputs, so that many columns are needed, "
     "parted by tabs, semicolons, commas or blanks, and one more where the last is the class"},
};

START_TEST(reads_for_a_network) {
    struct text text = text_of(asked[_i].file);
    struct error error;
    struct data *data = table_read(&text, "f", &(struct table_form){.inputs = 2}, &error);
    char *read = data != NULL ? shown(data) : NULL;
    ck_assert_str_eq(read != NULL ? read : error.line, asked[_i].read);
    free(read);
    data_free(data);
    text_free(&text);
}
END_TEST

/* Columns that are asked for; of a network of two inputs that has classes. */
static char blue[] = "blue", red[] = "red";
static char *const colours[] = {blue, red};

static const struct {
    const char *file;
    struct table_form form;
    const char *read; /* or the error */
} forms[] = {
    {"1,2,3\n2,4,6\n", {.class_column = "1"}, "2,3:1 4,6:2 "},
    {"kind,x,y\na,1,2\n", {.class_column = "kind"}, "1,2:a "},
    {"x,kind,y\n1,a,2\n", {.class_column = "kind"}, "1,2:a "},
    {"x,y\n1,2\n",
     {.class_column = "z"},
     "f:1:1: --class z is no column; a name of this line or a number from 1 to 2 is needed"},
    {"1,2\n",
     {.class_column = "x"},
     "f:1:1: --class x is no column; a number from 1 to 2 is needed"},
    {"1,2\n",
     {.class_column = "3"},
     "f:1:1: --class 3 is no column; a number from 1 to 2 is needed"},
    {"1,2\n",
     {.class_column = "0"},
     "f:1:1: --class 0 is no column; a number from 1 to 2 is needed"},
    {"1,2\n",
     {.class_column = "1.5"},
     "f:1:1: --class 1.5 is no column; a number from 1 to 2 is needed"},
    {"x,y,z\n1,2,3\n",
     {.targets = "w,x"},
     "f:1:1: --target w is no column; a name of this line or a number from 1 to 3 is needed"},
    {"1,2,3,4\n",
     {.inputs = 2, .last_targets = 1},
     "f:1:1: columns: 4; the network has 2 inputs, so that many columns are needed, parted by "
     "tabs, semicolons, commas or blanks, and those of its outputs where they are known"},
    {"1\n",
     {.inputs = 3, .last_targets = 2},
     "f:1:1: columns: 1; the network has 3 inputs, so that many columns are needed, parted by "
     "tabs, semicolons, commas or blanks, and those of its outputs where they are known"},
    {"1,2,-1\n", {.inputs = 2}, "f:1:5: -1 is no class; a whole number from 0 to 999 is needed"},
    {"1,2,1000\n",
     {.inputs = 2},
     "f:1:5: 1000 is no class; a whole number from 0 to 999 is needed"},
    {"1,2,1.5\n", {.inputs = 2}, "f:1:5: 1.5 is no class; a whole number from 0 to 999 is needed"},
    {"2 1 1\n5\n0\n6\n1\n", {.inputs = 1}, "5:0>0 6:1>1 "},
    {"2 1 1\n5\n0\n6\n1\n",
     {.inputs = 2},
     "f:2:2: the line ends after 1 column; 3 are needed, as in line 1"},
    {"1,2,2\n",
     {.inputs = 2, .class_name = colours, .classes = 2},
     "f:1:5: 2 is no class of the network; such as blue is needed"},
    {"x,y,z\n1,2,3\n", {.targets = "z,x"}, "2>3>1 "},
    {"x,y,z\n1,2,3\n", {.targets = "z,3"}, "f:1:1: column 3 is asked for twice; once is needed"},
    {"x,y\n1,2\n",
     {.targets = "x,y"},
     "f:1:1: no column is left for the inputs; at least one is needed"},
    {"1,2,3\n", {.last_targets = 2}, "1>2>3 "},
    {"1,2\n",
     {.last_targets = 2},
     "f:1:1: there are too few columns; columns parted by tabs, semicolons, commas or blanks are "
     "needed, the last one the target"},
    {"1,2,3\n", {.inputs = 2, .last_targets = 1}, "1,2>3 "},
    {"1,2\n", {.inputs = 2, .last_targets = 1}, "1,2 "},
    {"1,2,red\n3,4,blue\n", {.inputs = 2, .class_name = colours, .classes = 2}, "1,2:1 3,4:0 "},
    {"1,2,green\n",
     {.inputs = 2, .class_name = colours, .classes = 2},
     "f:1:5: green is no class of the network; such as blue is needed"},
    {"1,2,red\n", {.inputs = 2}, "f:1:5: red is no class; a whole number from 0 to 999 is needed"},
};

START_TEST(reads_as_asked) {
    struct text text = text_of(forms[_i].file);
    struct error error;
    struct data *data = table_read(&text, "f", &forms[_i].form, &error);
    if (data != NULL && forms[_i].form.class_name != NULL) /* its numbers are looked at */
        ck_assert_ptr_null(data->class_name);
    char *read = data != NULL ? shown(data) : NULL;
    ck_assert_str_eq(read != NULL ? read : error.line, forms[_i].read);
    free(read);
    data_free(data);
    text_free(&text);
}
END_TEST

/* How many classes there are, and which one each sample has: numbers by their size and before
 * words, words by their bytes; whole numbers from 0 on are themselves. */
static const struct {
    const char *file;
    struct table_form form;
    size_t classes, class[4];
} classes[] = {
    {"1,2,b\n3,4,10\n5,6,9\n7,8,ab\n", {0}, 4, {3, 1, 0, 2}},
    {"1,2,ab\n3,4,a\n5,6,-1\n7,8,abc\n", {0}, 4, {2, 1, 0, 3}},
    {"1,2,2\n3,4,1\n5,6,3\n7,8,1\n", {0}, 3, {1, 0, 2, 0}},
    {"1,2,0\n3,4,4\n", {0}, 5, {0, 4}},
    {"1,2,0\n3,4,4\n5,6,1\n", {.inputs = 2}, 5, {0, 4, 1}},
    {"1,2,0\n", {.inputs = 2}, 1, {0}},
    {"1,2,red\n3,4,blue\n", {.inputs = 2, .class_name = colours, .classes = 2}, 2, {1, 0}},
    {"2 1 1\n5\n0\n6\n1\n", {0}, 2, {0, 1}},
    {"2 1 3\n5\n0 1 0\n6\n0 0 1\n", {0}, 3, {1, 2}},
};

START_TEST(counts_classes) {
    struct text text = text_of(classes[_i].file);
    struct error error;
    struct data *data = table_read(&text, "f", &classes[_i].form, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    ck_assert_uint_eq(data->classes, classes[_i].classes);
    for (size_t s = 0; s < data->samples; s++)
        ck_assert_uint_eq(data->class[s], classes[_i].class[s]);
    data_free(data);
    text_free(&text);
}
END_TEST

/* By its beginning a file may be FANN's: as long as no line is too many or of another width. */
static const struct {
    const char *file;
    bool may_be;
} beginnings[] = {
    {"3 2 1\n0 0\n0\n0 1\n", true}, {"3 2 1\n", true},
    {"1 2 1\n0 0\n0\n", true},      {"1 2 1\n0 0\n0\n0 1\n", false},
    {"3 2 1\n0 0\n0 0\n", false},   {"3 2\n0 0\n0\n", false},
    {"3 2 x\n0 0\n0\n", false},     {"", false},
};

START_TEST(may_be_fann) {
    struct text text = text_of(beginnings[_i].file);
    ck_assert(table_may_be_fann(&text) == beginnings[_i].may_be);
    text_free(&text);
}
END_TEST

/* Parts of a file for a network that is there, one after the other; the first has no sample yet. */
START_TEST(reads_in_parts) {
    static const char *const parts[] = {"# nothing\n", "x,y,c\n1,2,a\n", "3,4,b\n5,6,a\n"};
    static const char *const read[] = {"", "1,2:0 ", "3,4:1 5,6:0 "};
    char a[] = "a", b[] = "b";
    char *const names[] = {a, b};
    struct table *table =
        table_new("f", &(struct table_form){.inputs = 2, .class_name = names, .classes = 2});
    struct error error;
    for (size_t part = 0; part < 3; part++) {
        struct text text = text_of(parts[part]);
        struct data *data = table_part(table, &text, part == 2, &error);
        ck_assert_msg(data != NULL, "%s", error.line);
        char *got = shown(data);
        ck_assert_str_eq(got != NULL ? got : "", read[part]);
        free(got);
        data_free(data);
        text_free(&text);
    }
    table_free(table);
}
END_TEST

START_TEST(expected_outputs) {
    struct error error;
    struct text text = text_of("1,2,1\n3,4,0\n5,6,2\n");
    struct data *data = table_read(&text, "f", &(struct table_form){0}, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    ck_assert_uint_eq(data->classes, 3);
    ck_assert(!data_expect(data, 2, "f", &error));
    ck_assert_str_eq(error.line,
                     "f: the data have 3 classes, the network has 2 outputs; a last layer "
                     "of at least 3 is needed");
    ck_assert(data_expect(data, 4, "f", &error));
    for (size_t s = 0; s < 3; s++)
        for (size_t j = 0; j < 4; j++)
            ck_assert(*data_O(data, j, s) == (j == data->class[s] ? 1 : 0));
    data_free(data);
    text_free(&text);
}
END_TEST

/* More samples than a block has: each stands where data_x says, beside no other. */
START_TEST(many_samples) {
    struct data *data = data_new(1000, 3);
    for (size_t s = 0; s < 1000; s++)
        for (size_t i = 0; i < 3; i++)
            *data_x(data, i, s) = (double)(10 * s + i);
    for (size_t s = 0; s < 1000; s++)
        for (size_t i = 0; i < 3; i++)
            ck_assert(*data_x(data, i, s) == (double)(10 * s + i));
    data_free(data);
}
END_TEST

/* A class has a name where there is one, else its number. */
START_TEST(names_of_classes) {
    struct data *data = data_new(1, 1);
    ck_assert_str_eq(name_of_class(data, 1).text, "1");
    data->class_name = memory_zeroed(2, sizeof *data->class_name);
    data->class_name[0] = memory_copy("blue");
    data->class_name[1] = memory_copy("red");
    data->classes = 2;
    ck_assert_str_eq(name_of_class(data, 1).text, "red");
    ck_assert_str_eq(name_of_class(data, 2).text, "2");
    data_free(data);
}
END_TEST

/* Of three samples at least one is kept for either part, whatever is asked. */
/* Each sample goes with its class and its outputs, once; what there is not stays away. */
START_TEST(splits_samples_with_all_they_have) {
    enum { SAMPLES = 10, TESTED = 3 };
    const bool has_outputs = _i % 2 == 1, has_classes = _i / 2 == 1;
    struct data *data = data_new(SAMPLES, 2);
    struct error error;
    bool is_seen[SAMPLES] = {false};
    if (has_outputs)
        data_make_outputs(data, 2);
    if (has_classes)
        data->class = memory_zeroed(SAMPLES, sizeof *data->class);
    for (size_t s = 0; s < SAMPLES; s++)
        for (size_t i = 0; i < 2; i++) {
            *data_x(data, i, s) = (double)(10 * s + i);
            if (has_outputs)
                *data_O(data, i, s) = (double)(100 * s + i);
            if (has_classes)
                data->class[s] = 7 * s;
        }
    struct data *test = data_split(data, 0.25, 5, &error); /* 2.5 of 10 */
    ck_assert(test->samples == TESTED && data->samples == SAMPLES - TESTED);
    const struct data *const parts[] = {test, data};
    for (size_t part = 0; part < 2; part++)
        for (size_t at = 0; at < parts[part]->samples; at++) {
            const size_t s = (size_t)*data_x(parts[part], 0, at) / 10;
            ck_assert(!is_seen[s] && *data_x(parts[part], 1, at) == (double)(10 * s + 1));
            is_seen[s] = true;
            ck_assert(!has_classes || parts[part]->class[at] == 7 * s);
            for (size_t j = 0; j < 2 && has_outputs; j++)
                ck_assert(*data_O(parts[part], j, at) == (double)(100 * s + j));
        }
    for (size_t part = 0; part < 2; part++)
        ck_assert((parts[part]->class != NULL) == has_classes &&
                  (parts[part]->O != NULL) == has_outputs && parts[part]->inputs == 2);
    data_free(test);
    data_free(data);
}
END_TEST

START_TEST(splits_off_one_at_least) {
    static const struct {
        double fraction;
        size_t test;
    } parts[] = {{0.01, 1}, {0.3, 1}, {0.6, 2}, {0.99, 2}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct error error;
        struct data *data = data_new(3, 1);
        struct data *test = data_split(data, parts[i].fraction, 1, &error);
        ck_assert_msg(test != NULL, "%s", error.line);
        ck_assert_uint_eq(test->samples, parts[i].test);
        ck_assert_uint_eq(data->samples, 3 - parts[i].test);
        data_free(test);
        data_free(data);
    }
}
END_TEST

/* An input that is the same in all samples is moved to 0, and not divided by its spread of 0. */
START_TEST(scales_what_does_not_vary) {
    double centre[2], spread[2];
    struct data *data = data_new(2, 2);
    *data_x(data, 0, 0) = 1, *data_x(data, 0, 1) = 5;
    *data_x(data, 1, 0) = *data_x(data, 1, 1) = 7;
    data_measure(data, centre, spread);
    ck_assert(centre[0] == 3 && spread[0] == 2 && centre[1] == 7 && spread[1] == 1);
    data_scale(data, centre, spread);
    ck_assert(*data_x(data, 0, 0) == -1 && *data_x(data, 0, 1) == 1);
    ck_assert(*data_x(data, 1, 0) == 0 && *data_x(data, 1, 1) == 0);
    data_free(data);
}
END_TEST

/* One output tells two classes apart. */
START_TEST(too_many_classes_for_one_output) {
    struct error error;
    struct text text = text_of("1,2,1\n3,4,0\n5,6,2\n");
    struct data *data = table_read(&text, "f", &(struct table_form){0}, &error);
    ck_assert_msg(data != NULL, "%s", error.line);
    ck_assert(!data_expect(data, 1, "f", &error));
    ck_assert_str_eq(error.line,
                     "f: the data have 3 classes, the network has 1 output; a last layer "
                     "of at least 3 is needed");
    data_free(data);
    text_free(&text);
}
END_TEST

Suite *data_suite(void) {
    Suite *suite = suite_create("data");
    add_rows(suite, "tables", reads, sizeof tables / sizeof *tables);
    add_rows(suite, "faults", refuses, sizeof faults / sizeof *faults);
    add_rows(suite, "numbers classes in order", numbers_classes_in_order,
             sizeof numbered / sizeof *numbered);
    add_rows(suite, "a class 999", a_class_999_numbers_itself, 1);
    add_rows(suite, "a missing class", a_missing_class_is_told, sizeof missing / sizeof *missing);
    add_rows(suite, "for a network", reads_for_a_network, sizeof asked / sizeof *asked);
    add_rows(suite, "as asked", reads_as_asked, sizeof forms / sizeof *forms);
    add_rows(suite, "expected outputs", expected_outputs, 1);
    add_rows(suite, "many samples", many_samples, 1);
    add_rows(suite, "names of classes", names_of_classes, 1);
    add_rows(suite, "splits samples with all", splits_samples_with_all_they_have, 4);
    add_rows(suite, "splits", splits_off_one_at_least, 1);
    add_rows(suite, "scales", scales_what_does_not_vary, 1);
    add_rows(suite, "too many classes", too_many_classes_for_one_output, 1);
    add_rows(suite, "classes", counts_classes, sizeof classes / sizeof *classes);
    add_rows(suite, "beginnings", may_be_fann, sizeof beginnings / sizeof *beginnings);
    add_rows(suite, "parts", reads_in_parts, 1);
    return suite;
}
