/* Handout: see handout.h. A sheet is built whole and written before the next is begun, so that
 * thousands take no more memory than one. */
#include "sheet/handout.h"

#include "host/directory.h"
#include "host/file.h"
#include "sheet/exams.h"
#include "sheet/moodle.h"
#include "sheet/printing.h"
#include "sheet/qti.h"

#include <stdio.h>

enum { FILE_NAME_ROOM = 64 };

static const char *suffix_of(const struct handout *handout) {
    return handout->pdf != NULL ? "pdf" : handout->format->suffix;
}

/* The document in the page becomes its PDF, where that is made. */
static bool convert(struct printing *printing, struct error *error) {
    if (printing->handout->pdf == NULL)
        return true;
    struct text pdf = {0};
    const bool done = pdf_make(&pdf, printing->handout->pdf, &printing->page, error);
    text_free(&printing->page);
    printing->page = pdf;
    return done;
}

/* The page is a part of a document: what is written of it now. Of PDF that is nothing before the
 * last. */
static void finish_part(struct printing *printing) {
    if (printing->handout->pdf == NULL)
        return;
    text_add(&printing->whole, printing->page.bytes, printing->page.length);
    text_cut(&printing->page, 0);
}

static bool finish_last(struct printing *printing, struct error *error) {
    printing->handout->format->finish(&printing->page);
    if (printing->handout->pdf == NULL)
        return true;
    finish_part(printing);
    text_add(&printing->page, printing->whole.bytes, printing->whole.length);
    return convert(printing, error);
}

/* With as many digits as the last one has, so that names sort as numbers do. */
static void name_sheet(char name[FILE_NAME_ROOM], const struct handout *handout, size_t sheet,
                       const char *suffix) {
    char last[FILE_NAME_ROOM / 2], number[FILE_NAME_ROOM / 2];
    const int width = snprintf(last, sizeof last, "%zu", handout->sheets);
    const int digits = snprintf(number, sizeof number, "%zu", sheet + 1);
    snprintf(name, FILE_NAME_ROOM, "sheet-%.*s%.20s.%s", width - digits, "00000000000000000000",
             number, suffix);
}

/* The page as the file of a sheet. */
static bool add(const struct printing *printing, struct directory *directory, size_t sheet,
                const char *suffix, struct error *error) {
    char name[FILE_NAME_ROOM];
    name_sheet(name, printing->handout, sheet, suffix);
    return directory_add(directory, name, &printing->page, error);
}

/* Of a variant that is met for the first time. */
static bool add_to_key(struct printing *printing, struct directory *directory, size_t sheet,
                       const char *key, struct error *error) {
    if (sheet >= printing->handout->variants)
        return true;
    printing_key(printing, sheet);
    finish_part(printing);
    return directory_add(directory, key, &printing->page, error);
}

/* The sheet as it stands on the page, and what goes with it. */
static bool add_sheet(struct printing *printing, struct directory *directory, size_t sheet,
                      const char *key, struct error *error) {
    const struct handout *handout = printing->handout;
    handout->format->finish(&printing->page);
    if (!convert(printing, error) || !add(printing, directory, sheet, suffix_of(handout), error))
        return false;
    printing_answers(printing, sheet);
    if (!directory_add(directory, "answers.tsv", &printing->page, error) ||
        !add_to_key(printing, directory, sheet, key, error))
        return false;
    if (handout->has_forms) {
        printing_form(printing, sheet);
        if (!add(printing, directory, sheet, "form.txt", error))
            return false;
    }
    if (!handout->has_numbers)
        return true;
    printing_numbers(printing, sheet);
    return add(printing, directory, sheet, "txt", error);
}

static bool fill(struct printing *printing, struct directory *directory, struct error *error) {
    const struct handout *handout = printing->handout;
    char key[FILE_NAME_ROOM];
    snprintf(key, sizeof key, "key.%s", suffix_of(handout));
    printing_key_start(printing);
    finish_part(printing);
    if (!directory_add(directory, key, &printing->page, error))
        return false;
    for (size_t sheet = 0; sheet < handout->sheets; sheet++)
        if (!printing_sheet(printing, sheet, 0, error) ||
            !add_sheet(printing, directory, sheet, key, error))
            return false;
    text_cut(&printing->page, 0);
    return finish_last(printing, error) && directory_add(directory, key, &printing->page, error);
}

static bool make_many(struct printing *printing, struct error *error) {
    struct directory directory;
    struct error ignored;
    if (!directory_open(&directory, printing->handout->output, error))
        return false;
    if (fill(printing, &directory, error))
        return directory_close(&directory, true, error);
    directory_close(&directory, false, &ignored);
    return false;
}

/* One sheet after the other, and nothing where one fails. */
static bool make_file(struct printing *printing, struct error *error) {
    const struct handout *handout = printing->handout;
    struct file_stream stream;
    struct error ignored;
    if (!file_stream_open(&stream, handout->output, error))
        return false;
    bool done = true;
    for (size_t sheet = 0; done && sheet < handout->sheets; sheet++) {
        const bool is_last = sheet + 1 == handout->sheets;
        done = printing_sheet(printing, sheet, sheet, error);
        if (!is_last)
            finish_part(printing);
        done = done && (!is_last || finish_last(printing, error)) &&
               file_stream_add(&stream, &printing->page, error);
    }
    if (done)
        return file_stream_close(&stream, true, error);
    file_stream_close(&stream, false, &ignored);
    return false;
}

bool handout_make(const struct handout *handout, struct error *error) {
    static bool (*const make_bank[])(const struct handout *handout, struct error *error) = {
        [BANK_MOODLE] = moodle_make, [BANK_QTI] = qti_make, [BANK_EXAMS] = exams_make};
    if (handout->format == NULL)
        return make_bank[handout->bank](handout, error);
    struct printing printing = {.handout = handout};
    const bool is_directory = handout->is_many && !handout->is_one_file;
    const bool done = is_directory ? make_many(&printing, error) : make_file(&printing, error);
    printing_free(&printing);
    return done;
}
