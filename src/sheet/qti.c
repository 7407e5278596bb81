/* QTI: see qti.h. What an importer reads: Canvas's gems/plugins/qti_exporter (numeric_interaction,
 * assessment_test_converter), which takes every condition that sets a score for a right answer. So
 * known slips have none here. The network is not drawn, for Canvas takes drawings out of a
 * question.
 */
#include "sheet/qti.h"

#include "host/file.h"
#include "host/zip.h"
#include "render/escape.h"
#include "sheet/bank.h"

#include <stdio.h>
#include <stdlib.h>

struct package {
    struct text *groups; /* by step of the walk: its questions */
    size_t count;
};

static const char questions_path[] = "questions/assessment.xml";

/* ---- A question ---- */

static void put_field(struct text *out, const char *label, const char *entry) {
    text_printf(out,
                "<qtimetadatafield><fieldlabel>%s</fieldlabel><fieldentry>%s</fieldentry>"
                "</qtimetadatafield>\n",
                label, entry);
}

/* HTML within XML is escaped. */
static void put_html(struct text *out, const struct text *html) {
    text_puts(out, "<material><mattext texttype=\"text/html\">");
    escape_xml(out, html->bytes);
    text_puts(out, "</mattext></material>\n");
}

/* The answer, and the ends of what is taken for it: a tolerance has a decimal more than is carried.
 */
static void put_condition(struct text *out, struct bank *bank, size_t index) {
    const struct answers answers = bank_answers(bank, index);
    char value[NUMBER_ROOM], low[NUMBER_ROOM], high[NUMBER_ROOM];
    bank_show(bank, value, answers.value[0]);
    number_shown(low, answers.value[0] - answers.tolerance, bank->decimals + 1);
    number_shown(high, answers.value[0] + answers.tolerance, bank->decimals + 1);
    text_printf(out,
                "<respcondition continue=\"No\">\n<conditionvar><or>\n"
                "<varequal respident=\"response1\">%s</varequal>\n"
                "<and><vargte respident=\"response1\">%s</vargte>"
                "<varlte respident=\"response1\">%s</varlte></and>\n"
                "</or></conditionvar>\n"
                "<setvar action=\"Set\" varname=\"SCORE\">100</setvar>\n</respcondition>\n",
                value, low, high);
}

static void put_processing(struct text *out, struct bank *bank, size_t index) {
    text_puts(out, "<resprocessing>\n<outcomes><decvar maxvalue=\"100\" minvalue=\"0\" "
                   "varname=\"SCORE\" vartype=\"Decimal\"/></outcomes>\n"
                   "<respcondition continue=\"Yes\"><conditionvar><other/></conditionvar>"
                   "<displayfeedback feedbacktype=\"Response\" linkrefid=\"general_fb\"/>"
                   "</respcondition>\n");
    put_condition(out, bank, index);
    text_puts(out, "</resprocessing>\n<itemfeedback ident=\"general_fb\"><flow_mat>\n");
    put_html(out, &bank->feedback);
    text_puts(out, "</flow_mat></itemfeedback>\n");
}

/* Its name is of what stands in it: a package that is imported again changes no other questions. */
static void put_item(struct text *out, struct bank *bank, size_t index) {
    const struct step *step = &bank->variant.walk.trace.steps[index];
    struct text words = {0};
    char ident[64];
    bank_start_question(bank);
    bank_put_needed(bank, step);
    bank_put_step(bank, index);
    text_puts(&bank->question, "?</p>\n");
    snprintf(ident, sizeof ident, "bpwalk_%08x_%zu_%zu", (unsigned)zip_crc(&bank->question), index,
             bank->number + 1);
    text_printf(&words, "%s%s", step->shown, bank_say(bank, "punctuation.comma"));
    bank_name_variant(bank, &words);
    text_printf(out, "<item ident=\"%s\" title=\"", ident);
    escape_xml(out, words.bytes);
    text_puts(out, "\">\n<itemmetadata><qtimetadata>\n");
    put_field(out, "question_type", "numerical_question");
    put_field(out, "points_possible", "1");
    put_field(out, "assessment_question_identifierref", ident);
    text_puts(out, "</qtimetadata></itemmetadata>\n<presentation>\n");
    put_html(out, &bank->question);
    text_puts(out, "<response_str ident=\"response1\" rcardinality=\"Single\">"
                   "<render_fib fibtype=\"Decimal\"><response_label ident=\"answer1\"/>"
                   "</render_fib></response_str>\n</presentation>\n");
    put_processing(out, bank, index);
    text_puts(out, "</item>\n");
    text_free(&words);
}

/* A section a quantity, of which one question is drawn; it ends when all variants are in it. */
static void start_group(struct text *out, const struct step *step, size_t index) {
    text_printf(out,
                "<section ident=\"group_%zu\" title=\"%s\">\n<selection_ordering><selection>"
                "<selection_number>1</selection_number><selection_extension>"
                "<points_per_item>1</points_per_item></selection_extension></selection>"
                "</selection_ordering>\n",
                index, step->shown);
}

static bool put_variant(struct bank *bank, void *context, struct error *error) {
    struct package *package = context;
    const struct trace *trace = &bank->variant.walk.trace;
    (void)error;
    if (package->groups == NULL) {
        package->count = trace->step_count;
        package->groups = memory_zeroed(package->count, sizeof *package->groups);
    }
    for (size_t i = 0; i < trace->step_count; i++) {
        struct text *group = &package->groups[i];
        if (bank->exercise.sections[i] == SECTION_COUNT)
            continue;
        if (bank->number == 0)
            start_group(group, &trace->steps[i], i);
        put_item(group, bank, i);
    }
    return true;
}

/* ---- The package ---- */

static void put_assessment(struct text *out, const struct package *package, const char *title) {
    text_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<questestinterop "
                   "xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\">\n"
                   "<assessment ident=\"");
    struct text all = {0};
    for (size_t i = 0; i < package->count; i++)
        if (package->groups[i].length > 0) {
            text_add(&all, package->groups[i].bytes, package->groups[i].length);
            text_puts(&all, "</section>\n");
        }
    text_printf(out, "bpwalk_%08x\" title=\"", (unsigned)zip_crc(&all));
    escape_xml(out, title);
    text_puts(out, "\">\n<section ident=\"root_section\">\n");
    text_add(out, all.bytes, all.length);
    text_puts(out, "</section>\n</assessment>\n</questestinterop>\n");
    text_free(&all);
}

static void put_manifest(struct text *out, const struct text *assessment) {
    text_printf(out,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest identifier=\"bpwalk\" "
                "xmlns=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\">\n<metadata>"
                "<schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>\n"
                "<organizations/>\n<resources>\n<resource identifier=\"bpwalk_%08x\" "
                "type=\"imsqti_xmlv1p2\"><file href=\"%s\"/></resource>\n</resources>\n"
                "</manifest>\n",
                (unsigned)zip_crc(assessment), questions_path);
}

static bool write_package(const struct package *package, const struct handout *handout,
                          const char *title, struct error *error) {
    struct text assessment = {0}, manifest = {0}, whole = {0};
    struct zip zip = {0};
    put_assessment(&assessment, package, title);
    put_manifest(&manifest, &assessment);
    bool done =
        zip_add(&zip, "imsmanifest.xml", &manifest, error) && /* GCOVR_EXCL_BR_LINE: 4 GiB */
        zip_add(&zip, questions_path, &assessment, error);    /* GCOVR_EXCL_BR_LINE: 4 GiB */
    if (done) {
        zip_finish(&zip, &whole);
        done = file_write(&whole, handout->output, error);
    }
    zip_free(&zip);
    text_free(&assessment);
    text_free(&manifest);
    text_free(&whole);
    return done;
}

bool qti_make(const struct handout *handout, struct error *error) {
    struct bank bank = bank_of(handout);
    struct package package = {0};
    const char *title =
        handout->title != NULL ? handout->title : bank_say(&bank, "handout.title-blank");
    const bool done = bank_each(&bank, &package, put_variant, error) &&
                      write_package(&package, handout, title, error);
    for (size_t i = 0; i < package.count; i++)
        text_free(&package.groups[i]);
    free(package.groups);
    bank_free(&bank);
    return done;
}
