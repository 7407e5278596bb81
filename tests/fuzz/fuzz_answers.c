/* Fuzz, answer files: whatever it is is read; every value gets a verdict, the same when it is
 * marked again, and a row in the reports, and so does what is unread. */
#include "fuzz.h"

#include "mark/answer_file.h"
#include "mark/report.h"
#include "mark/report_page.h"
#include "walk/walk.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static size_t count_rows(const struct text *table) {
    size_t rows = 0, tabs = 0;
    for (size_t i = 0; i < table->length; i++) {
        tabs += table->bytes[i] == '\t';
        if (table->bytes[i] == '\n') {
            require_of(tabs == 7, table->bytes);
            tabs = 0;
            rows++;
        }
    }
    return rows;
}

static void check_reports(struct check *const checks[], size_t count, size_t answers) {
    struct text table = {0};
    const struct tally tally = report_tally(checks, count);
    require(tally.right + tally.carried + tally.coarse + tally.wrong == answers);
    report_tsv_head(&table, false);
    report_tsv(&table, checks, count, "sheet.txt");
    require_of(count_rows(&table) == answers + 1, table.bytes);
    text_free(&table);
    for (int zh = 0; zh < 2; zh++) {
        struct text report = {0};
        report_text(&report, checks, count, NULL, "sheet.txt", zh ? CHINESE : ENGLISH, zh);
        require(report.length > 0 && memchr(report.bytes, '\0', report.length) == NULL);
        text_free(&report);
    }
}

static void mark_again(struct check *check) {
    const size_t count = check->ways.trace->quantity_count;
    struct mark *before = malloc(count * sizeof *before);
    require(before != NULL);
    memcpy(before, check->marks, count * sizeof *before);
    check_mark(check);
    for (size_t q = 0; q < count; q++) {
        require_of(before[q].verdict == check->marks[q].verdict,
                   check->ways.trace->quantities[q].name);
        require_of(before[q].slip.slip == check->marks[q].slip.slip,
                   check->ways.trace->quantities[q].name);
    }
    free(before);
}

static void mark(struct check *check) {
    size_t answers = 0;
    check_mark(check);
    for (size_t q = 0; q < check->ways.trace->quantity_count; q++) {
        const struct own_value *own = &check->own[q];
        const struct mark *made = &check->marks[q];
        require((own->answer.typed != NULL) == (made->verdict != MARK_NONE));
        require(own->answer.typed == NULL || own->answer.half < (double)INFINITY);
        require(made->verdict != MARK_CARRIED || made->from != NO_QUANTITY);
        answers += own->answer.typed != NULL && !own->is_hidden;
    }
    mark_again(check);
    check_reports((struct check *const[]){check}, 1, answers);
}

/* The files that are read into walks of the article and of the companion, made at the first run. */
static void start(struct answer_file files[2]) {
    static struct example examples[2];
    static struct walk walks[2];
    static struct check checks[2];
    static struct check *const each[] = {&checks[0], &checks[1]};
    struct error error;
    example_article(&examples[0]);
    example_companion(&examples[1], &examples[0]);
    for (size_t i = 0; i < 2; i++) {
        require(walk_make(&walks[i], &examples[i], SLIPS_NONE, &error));
        check_start(&checks[i], &walks[i].trace, walks[i].shape);
        answer_file_start(&files[i], &each[i], 1, &examples[i].shape);
    }
}

/* Each row of what is unread has its cells. */
static void check_unread(const struct answer_file *file) {
    struct text table = {0};
    report_tsv_head(&table, false);
    report_unread_tsv(&table, file, "sheet.txt");
    require_of(count_rows(&table) == file->unread_count + 1, table.bytes);
    text_free(&table);
    struct text report = {0};
    report_text(&report, (struct check *const[]){file->check}, 1, file, NULL, ENGLISH, false);
    text_free(&report);
    for (int is_html = 0; is_html < 2; is_html++) {
        struct text page = {0};
        report_page_put(&page, report_page_find(is_html ? "html" : "markdown"), file, "sheet.txt",
                        NULL, is_html ? CHINESE : ENGLISH);
        require(page.length > 0 && memchr(page.bytes, '\0', page.length) == NULL);
        text_free(&page);
    }
}

static void run(const uint8_t *bytes, size_t size) {
    static struct answer_file files[2];
    if (files[0].check == NULL)
        start(files);
    struct answer_file *file = &files[size % 4 == 3];
    answer_file_parse(file, (const char *)bytes, size);
    mark(file->check);
    check_unread(file);
}

const struct fuzz_target fuzz_answers = {.name = "answers", .run = run};
