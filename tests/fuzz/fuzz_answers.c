/* Fuzz, answer files: one that is refused says where; of one that is accepted every line gets a
 * verdict, the same when it is marked again, and a row in the reports. */
#include "fuzz.h"

#include "mark/answer_file.h"
#include "mark/report.h"
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
    require(tally.right + tally.carried + tally.wrong == answers);
    report_tsv_head(&table);
    report_tsv(&table, checks, count, "sheet.txt");
    require_of(count_rows(&table) == answers + 1, table.bytes);
    text_free(&table);
    for (int zh = 0; zh < 2; zh++) {
        struct text report = {0};
        report_text(&report, checks, count, "sheet.txt", zh ? CHINESE : ENGLISH, zh);
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

static void mark(struct check *const checks[], size_t count) {
    size_t answers = 0;
    if (count == 2)
        check_lend(checks[0], checks[1]);
    for (size_t c = 0; c < count; c++) {
        check_mark(checks[c]);
        for (size_t q = 0; q < checks[c]->ways.trace->quantity_count; q++) {
            const struct own_value *own = &checks[c]->own[q];
            const struct mark *mark = &checks[c]->marks[q];
            require((own->answer.typed != NULL) == (mark->verdict != MARK_NONE));
            require(own->answer.typed == NULL || own->answer.half < (double)INFINITY);
            require(mark->verdict != MARK_CARRIED || mark->from != NO_QUANTITY);
            answers += own->answer.typed != NULL && !own->is_hidden;
        }
        mark_again(checks[c]);
    }
    check_reports(checks, count, answers);
}

/* The two walks of the article, made at the first run. */
static void start(struct check *of_article, struct check *of_deep) {
    static struct example example;
    static struct trace article, deep;
    struct error error;
    example_article(&example);
    require(walk_article(&article, &example, SLIPS_NONE, &error));
    require(walk_deep(&deep, &example, &error));
    check_start(of_article, &article);
    check_start(of_deep, &deep);
}

static void run(const uint8_t *bytes, size_t size) {
    static struct check of_article, of_deep;
    struct check *const checks[] = {&of_article, &of_deep};
    struct error error;
    const size_t alone = size % 4 == 3; /* of the companion alone */
    const char *path = fuzz_file(bytes, size);
    if (of_article.own == NULL)
        start(&of_article, &of_deep);
    if (answer_file_read(checks + alone, 2 - alone, path, &error))
        mark(checks + alone, 2 - alone);
    else
        require_place(&error, path, bytes, size);
    check_withdraw_all(&of_article); /* as the command does before the next file */
    check_withdraw_all(&of_deep);
}

const struct fuzz_target fuzz_answers = {.name = "answers", .run = run};
