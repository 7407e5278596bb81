/* Escape and UTF-8: somebody's words are text and no markup; bytes that are no text are found. */
#include "suites.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "render/escape.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *words, *markdown, *xml, *latex;
} rows[] = {
    {"Ann", "Ann", "Ann", "Ann"},
    {"A & B", "A \\& B", "A &amp; B", "A \\& B"},
    {"a_b{c}", "a\\_b\\{c\\}", "a_b{c}", "a\\_b\\{c\\}"},
    {"<x> \"y\"", "\\<x\\> \"y\"", "&lt;x&gt; &quot;y&quot;",
     "\\textless{}x\\textgreater{} \\textquotedbl{}y\\textquotedbl{}"},
    {"100% #1 $5", "100% \\#1 \\$5", "100% #1 $5", "100\\% \\#1 \\$5"},
    {"\\~^`|", "\\\\\\~\\^\\`\\|", "\\~^`|",
     "\\textbackslash{}\\textasciitilde{}\\textasciicircum{}\\textasciigrave{}\\textbar{}"},
    {"a--b,,c''d-e", "a--b,,c''d-e", "a--b,,c''d-e", "a-{}-b,{},c'{}'d-e"},
    {"*[x](y)!", "\\*\\[x\\](y)\\!", "*[x](y)!", "*[x](y)!"},
    {"Łukasz Żółć", "Łukasz Żółć", "Łukasz Żółć", "Łukasz Żółć"},
    {"李雷", "李雷", "李雷", "\\wide{C70}{李}{674E}\\wide{C70}{雷}{96F7}"},
    {"Иa😀", "Иa😀", "Иa😀", "\\wide{T2A}{И}{0418}a\\wide{T1}{😀}{1F600}"},
    {"−1", "−1", "−1", "$-$1"},
    {"Ħ", "Ħ", "Ħ", "\\wide{T1}{Ħ}{0126}"},
    {"\xC2\x85", "\xC2\x85", "\xC2\x85", "\\wide{T1}{\xC2\x85}{0085}"},
    {"ễơῳω", "ễơῳω", "ễơῳω",
     "\\wide{T5}{ễ}{1EC5}\\wide{T5}{ơ}{01A1}\\wide{LGR}{ῳ}{1FF3}\\wide{LGR}{ω}{03C9}"},
    {"\xEF\xB9\xB0", "\xEF\xB9\xB0", "\xEF\xB9\xB0", "\\rightleft{\\wide{T1}{\xEF\xB9\xB0}{FE70}}"},
    {"\xEF\xAC\xAA", "\xEF\xAC\xAA", "\xEF\xAC\xAA", "\\rightleft{\\wide{T1}{\xEF\xAC\xAA}{FB2A}}"},
    {"\xEF\xBB\xBF", "\xEF\xBB\xBF", "\xEF\xBB\xBF", "\\wide{T1}{\xEF\xBB\xBF}{FEFF}"},
    {"a ד, ו (b", "a ד, ו (b", "a ד, ו (b",
     "a \\rightleft{\\wide{T1}{ד}{05D3}, \\wide{T1}{ו}{05D5}} (b"},
    {"", "", "", ""},
};

START_TEST(escapes) {
    struct text out = {0};
    text_puts(&out, "");
    escape_markdown(&out, rows[_i].words);
    ck_assert_str_eq(out.bytes, rows[_i].markdown);
    text_cut(&out, 0);
    escape_xml(&out, rows[_i].words);
    ck_assert_str_eq(out.bytes, rows[_i].xml);
    text_cut(&out, 0);
    escape_latex(&out, rows[_i].words, LATEX_LATIN);
    ck_assert_str_eq(out.bytes, rows[_i].latex);
    ck_assert_int_eq(escape_needs_wide(rows[_i].words), strstr(rows[_i].latex, "wide") != NULL);
    text_free(&out);
}
END_TEST

START_TEST(chinese_stands_as_it_is_where_it_can) {
    struct text out = {0};
    escape_latex(&out, "李И김😀。𠀀", LATEX_CHINESE);
    ck_assert_str_eq(out.bytes,
                     "李\\wide{T2A}{И}{0418}\\wide{T1}{김}{AE40}\\wide{T1}{😀}{1F600}。𠀀");
    text_cut(&out, 0); /* compatible, vertical and full-width ones; no variation selector */
    escape_latex(&out, "\xEF\xA4\x80︽！ｰ\xEF\xB8\x80", LATEX_CHINESE);
    ck_assert_str_eq(out.bytes, "\xEF\xA4\x80︽！ｰ\\wide{T1}{\xEF\xB8\x80}{FE00}");
    text_cut(&out, 0);
    escape_latex(&out, "李И_", LATEX_ALL);
    ck_assert_str_eq(out.bytes, "李И\\_");
    text_free(&out);
}
END_TEST

/* bytes, how many, and the first that is no text */
static const struct {
    const char *bytes;
    size_t length, fault;
} faults[] = {
    {"plain", 5, 5},
    {"李雷", 6, 6},
    {"\xF0\x9F\x98\x80", 4, 4},
    {"", 0, 0},
    {"a\tb", 3, 1},
    {"a\x7F", 2, 1},
    {"a\0b", 3, 1},
    {"\xFF", 1, 0},
    {"a\x80", 2, 1},
    {"\xC0\xAF", 2, 0},         /* too long for what it says */
    {"\xE0\x80\xAF", 3, 0},     /* the same */
    {"\xED\xA0\x80", 3, 0},     /* half of a surrogate pair */
    {"\xF4\x90\x80\x80", 4, 0}, /* beyond U+10FFFF */
    {"\xE6\x9D", 2, 0},         /* cut off */
    {"ab\xE6\x9D", 4, 2},
    {"\xC2\x85", 2, 0}, /* a control character */
    {"\xEF\xBF\xBF", 3, 0},
    {"\xEF\xBF\xBE", 3, 0},
    {"\xEF\xBF\xBD", 3, 3},
    {"\xEF\xBC\x91", 3, 3},
    {"\xC2\xA0", 2, 2},
    {"\xE6\x9D\x41", 3, 0}, /* the last byte is of another */
};

/* What has no bytes has a place in memory too: NULL is that there is none left. */
START_TEST(nothing_is_memory) {
    void *const taken[] = {memory_take(0), memory_zeroed(0, 8), memory_zeroed(8, 0),
                           memory_zeroed_aligned(64, 0), memory_resize(memory_take(1), 0)};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        ck_assert_ptr_nonnull(taken[i]);
        free(taken[i]);
    }
}
END_TEST

/* A fault's line has no control characters; a long word in it is cut, but no character is. */
START_TEST(quotes_what_can_be_shown) {
    static const char wide[] = "abc李李李李李李李李李李李李李李李";
    struct error error;
    ck_assert(!error_set(&error, "%s", "a\x7F\x01\tb"));
    ck_assert_str_eq(error.line, "a???b");
    ck_assert_str_eq(quote("short", 5).text, "short");
    ck_assert_str_eq(quote(wide + 1, strlen(wide + 1)).text, "bc李李李李李李李李李李李李...");
    char tails[50]; /* no character at all: cut where one could begin at the latest */
    memset(tails, 0x80, sizeof tails);
    const struct quote cut = quote(tails, sizeof tails);
    ck_assert_uint_eq(strlen(cut.text), 37 + 3);
    ck_assert_mem_eq(cut.text, tails, 37);
    ck_assert_str_eq(cut.text + 37, "...");
    ck_assert_str_eq(quote(wide, strlen(wide)).text, "abc李李李李李李李李李李李李...");
}
END_TEST

START_TEST(finds_faults) {
    ck_assert_uint_eq(utf8_fault(faults[_i].bytes, faults[_i].length), faults[_i].fault);
}
END_TEST

Suite *escape_suite(void) {
    Suite *suite = suite_create("escape");
    add_rows(suite, "escapes", escapes, sizeof rows / sizeof *rows);
    add_rows(suite, "Chinese stands as it is where it can", chinese_stands_as_it_is_where_it_can,
             1);
    add_rows(suite, "memory of nothing", nothing_is_memory, 1);
    add_rows(suite, "quotes", quotes_what_can_be_shown, 1);
    add_rows(suite, "finds faults", finds_faults, sizeof faults / sizeof *faults);
    return suite;
}
