/* Exams: see exams.h. The format: an exercise of type num has the sections Question, Solution and
 * Meta-information, with exname, extype, exsolution and extol (Grün and Zeileis 2009, and
 * www.R-exams.org). It is Markdown with mathematics between dollars, which pandoc reads, so that
 * the network is not drawn: its formulas are told.
 */
#include "sheet/exams.h"

#include "host/directory.h"
#include "sheet/bank.h"

#include <stdio.h>
#include <string.h>

/* The bank's HTML as Markdown. What stands in it is paragraphs, mathematics and escaped words. */
static void put_markdown(struct text *out, const struct text *html) {
    static const struct {
        const char *html, *markdown;
    } marks[] = {{"<p>", ""},      {"</p>", "\n"},  {"\\(", "$"},    {"\\)", "$"},
                 {"&amp;", "\\&"}, {"&lt;", "\\<"}, {"&gt;", "\\>"}, {"&quot;", "\\\""}};
    enum { MARKS = sizeof marks / sizeof *marks };
    for (const char *c = html->bytes; *c != '\0';) {
        size_t m = 0;
        while (m < MARKS && strncmp(c, marks[m].html, strlen(marks[m].html)) != 0)
            m++;
        if (m == MARKS) {
            text_putc(out, *c++);
            continue;
        }
        text_puts(out, marks[m].markdown);
        c += strlen(marks[m].html);
    }
}

static void put_section(struct text *out, const char *title, const struct text *html) {
    text_printf(out, "%s\n", title);
    text_repeat(out, '=', strlen(title));
    text_putc(out, '\n');
    if (html != NULL)
        put_markdown(out, html);
}

static void put_exercise(struct bank *bank, size_t index) {
    const struct step *step = &bank->variant.walk.trace.steps[index];
    const struct answers answers = bank_answers(bank, index);
    char value[NUMBER_ROOM], tolerance[NUMBER_ROOM];
    bank_show(bank, value, answers.value[0]);
    number_shown(tolerance, answers.tolerance, bank->decimals + 1);
    bank_start_question(bank);
    bank_put_needed(bank, step);
    bank_put_step(bank, index);
    text_puts(&bank->question, "?</p>\n");
    text_cut(&bank->page, 0);
    put_section(&bank->page, "Question", &bank->question);
    put_section(&bank->page, "Solution", &bank->feedback);
    put_section(&bank->page, "Meta-information", NULL);
    text_printf(&bank->page, "exname: %s%s", step->shown, bank_say(bank, "punctuation.comma"));
    bank_name_variant(bank, &bank->page);
    text_printf(&bank->page, "\nextype: num\nexsolution: %s\nextol: %s\n", value, tolerance);
}

static bool put_variant(struct bank *bank, void *context, struct error *error) {
    struct directory *directory = context;
    const struct trace *trace = &bank->variant.walk.trace;
    struct text name = {0};
    size_t place = 0;
    bool done = true;
    for (size_t i = 0; done && i < trace->step_count; i++) {
        if (bank->exercise.sections[i] == SECTION_COUNT)
            continue;
        put_exercise(bank, i);
        text_cut(&name, 0);
        text_printf(&name, "%03zu-%s-%zu.Rmd", ++place, trace->steps[i].shown, bank->number + 1);
        done = directory_add(directory, name.bytes, &bank->page, error);
    }
    text_free(&name);
    return done;
}

bool exams_make(const struct handout *handout, struct error *error) {
    struct bank bank = bank_of(handout);
    struct directory directory;
    struct error ignored;
    if (!directory_open(&directory, handout->output, error))
        return false;
    bool done = bank_each(&bank, &directory, put_variant, error);
    if (done)
        done = directory_close(&directory, true, error);
    else
        directory_close(&directory, false, &ignored);
    bank_free(&bank);
    return done;
}
