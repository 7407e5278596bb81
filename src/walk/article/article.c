/* Article: see article.h. */
#include "walk/article/article.h"

#include <stddef.h>

const struct printed_value article_printed[PRINTED_COUNT] = {
    {"5.1", "in_h1", "0.6"},
    {"5.2", "out_h1", "0.6456563062"},
    {"5.2", "out_h2", "0.6592603884"},
    {"5.3", "in_O1", "1.3783843861"},
    {"5.4", "out_O1", "0.7987314002"},
    {"5.4", "out_O2", "0.8374488853"},
    {"5.5", "E_total", "0.3226845322"},
    {"5.5", "E_O1", "0.0116359213"},
    {"5.5", "E_O2", "0.3110486109"},
    {"5.8", "dE_total_dout_O1", "0.7887314002"},
    {"5.9", "dout_O1_din_O1", "0.1607595505"},
    {"5.11", "din_O1_dw5", "0.6456563062"},
    {"5.12", "dE_total_dw5", "0.0818667051"},
    {"5.14", "din_O1_db3", "1"},
    {"5.16", "w5_new", "0.45906664745"},
    {"5.24", "dE_O1_din_O1", "0.1284037009"},
    {"5.25", "din_O1_dout_h1", "0.5"},
    {"5.26", "dE_O1_dout_h1", "0.06420185045"},
    {"5.27", "dE_O2_dout_h1", "-0.0145365614"},
    {"5.22", "dE_total_dout_h1", "0.04966528905"},
    {"", "dout_h1_din_h1", "0.2287842405"},
    {"", "din_h1_dw1", "0.1"},
    {"", "dE_total_dw1", "0.0011362635"},
    {"5.29", "w1_new", "0.0998863737"},
};

const char *const article_number_slips[NUMBER_SLIP_COUNT] = {"E1", "E2", "E3", "E4", "E5"};

const char *const article_text_slips[] = {"P2",  "T13", "P1",  "T3",  "T4",  "T10", "T11", "P3",
                                          "P4",  "T16", "T2",  "T17", "T19", "T12", "T22", "T21",
                                          "T20", "T23", "T7",  "T9",  "T18", "T6",  "P6",  "T5",
                                          "T8",  "T1",  "T14", "T24", "T25", NULL};

const char *const article_repairs[] = {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", NULL};

const char *const article_differences[] = {"D1", "D2", "D3", "D4", NULL};

const struct pointer article_pointers[] = {
    {"5.31", "T10"}, {"5.32", "T11"}, {"5.33", "T11"}, {NULL, NULL}};

const struct inset article_insets[INSET_COUNT] = {
    {"5.5", "E_O2", INSET_CROSS_ENTROPY, NULL},
    {"5.30", "w1_new", INSET_COMPANION, "5.31"},
    {"5.33", "b2_new", INSET_COMPANION, NULL},
};
