/* Render, a training: see training.h. */
#include "render/training.h"

#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { ITERATION_WIDTH = 10, COST_WIDTH = 15 };

static void right_aligned(struct text *out, const char *word, size_t width) {
    const size_t columns = text_columns(word, strlen(word));
    text_repeat(out, ' ', columns < width ? width - columns : 1);
    text_puts(out, word);
}

/* The longest curve: all have the same iterations as far as they go. */
static const struct curve *longest(const struct trained trained[], size_t count) {
    const struct curve *most = &trained[0].curve;
    for (size_t n = 1; n < count; n++)
        if (trained[n].curve.count > most->count)
            most = &trained[n].curve;
    return most;
}

static bool has_classes(const struct trained trained[], size_t count) {
    for (size_t n = 0; n < count; n++)
        if (trained[n].confusion.classes == 0)
            return false;
    return true;
}

static void put_percent(char *room, size_t size, const struct confusion *confusion) {
    snprintf(room, size, "%.1f%%", 100 * (double)confusion->right / (double)confusion->samples);
}

/* One with more than 15 digits before the point has an exponent. */
static void put_cost(struct text *out, double cost) {
    char shown[NUMBER_ROOM];
    snprintf(shown, sizeof shown, cost < 1e15 ? "%.10f" : "%.10e", cost);
    right_aligned(out, shown, COST_WIDTH);
}

static void put_curves(struct text *out, const struct trained trained[], size_t count,
                       enum language language) {
    const struct curve *longest_curve = longest(trained, count);
    right_aligned(out, prose(language, "train.iteration"), ITERATION_WIDTH);
    for (size_t n = 0; n < count; n++)
        right_aligned(out, count == 1 ? prose(language, "train.cost") : trained[n].shape,
                      COST_WIDTH);
    const bool shows_test = count == 1 && trained[0].curve.test != NULL;
    if (shows_test)
        right_aligned(out, prose(language, "train.test"), COST_WIDTH);
    text_putc(out, '\n');
    for (size_t i = 0; i < longest_curve->count; i++) {
        text_printf(out, "%*zu", ITERATION_WIDTH, longest_curve->iteration[i]);
        for (size_t n = 0; n < count; n++) {
            if (i < trained[n].curve.count)
                put_cost(out, trained[n].curve.cost[i]);
            else
                right_aligned(out, "", COST_WIDTH);
        }
        if (shows_test)
            put_cost(out, trained[0].curve.test[i]);
        text_putc(out, '\n');
    }
}

static void put_accuracies(struct text *out, const struct trained trained[], size_t count,
                           enum language language) {
    char percent[32];
    right_aligned(out, prose(language, "train.accuracy"), ITERATION_WIDTH);
    for (size_t n = 0; n < count; n++) {
        put_percent(percent, sizeof percent, &trained[n].confusion);
        right_aligned(out, percent, COST_WIDTH);
    }
    text_putc(out, '\n');
    if (!trained[0].has_fresh)
        return;
    right_aligned(out, prose(language, "train.test"), ITERATION_WIDTH);
    for (size_t n = 0; n < count; n++) {
        put_percent(percent, sizeof percent, &trained[n].fresh);
        right_aligned(out, percent, COST_WIDTH);
    }
    text_putc(out, '\n');
}

/* What a class is called, cut where it is long. */
struct word {
    char text[32];
};

static struct word class_word(const struct confusion *confusion, size_t class) {
    struct word word;
    if (class < confusion->names)
        snprintf(word.text, sizeof word.text, "%s", confusion->class_name[class]);
    else
        snprintf(word.text, sizeof word.text, "%zu", class);
    return word;
}

/* WIDTH, or what WORD needs with a blank before it */
static size_t wider(size_t width, const char *word) {
    const size_t columns = text_columns(word, strlen(word)) + 1;
    return columns > width ? columns : width;
}

void training_confusion(struct text *out, const struct confusion *confusion,
                        enum language language) {
    char percent[32], right[24], samples[24];
    struct text word = {0};
    put_percent(percent, sizeof percent, confusion);
    snprintf(right, sizeof right, "%zu", confusion->right);
    snprintf(samples, sizeof samples, "%zu", confusion->samples);
    text_putc(out, '\n');
    prose_fill(out, language, "train.accuracy-of", (const char *const[]){percent, right, samples},
               3);
    text_puts(out, "\n\n");
    size_t first = ITERATION_WIDTH;
    for (size_t class = 0; class < confusion->classes; class ++)
        first = wider(first, class_word(confusion, class).text);
    right_aligned(out, prose(language, "train.class"), first);
    for (size_t said = 0; said < confusion->classes; said++) {
        text_cut(&word, 0);
        text_printf(&word, "%s %s", prose(language, "train.said"),
                    class_word(confusion, said).text);
        right_aligned(out, word.bytes, wider(COST_WIDTH, word.bytes));
    }
    text_putc(out, '\n');
    for (size_t class = 0; class < confusion->classes; class ++) {
        right_aligned(out, class_word(confusion, class).text, first);
        for (size_t said = 0; said < confusion->classes; said++) {
            text_cut(&word, 0);
            text_printf(&word, "%s %s", prose(language, "train.said"),
                        class_word(confusion, said).text);
            text_printf(out, "%*zu", (int)wider(COST_WIDTH, word.bytes),
                        confusion->count[class * confusion->classes + said]);
        }
        text_putc(out, '\n');
    }
    text_free(&word);
}

void training_fit(struct text *out, const struct fit *fit, enum language language) {
    char R2[NUMBER_ROOM], largest[NUMBER_ROOM];
    number_shown(R2, fit->R2, 6);
    number_shown(largest, fit->largest, 6);
    text_printf(out, "\nR2 %s%s%s %s\n", R2, prose(language, "punctuation.comma"),
                prose(language, "train.largest-error"), largest);
}

static void render_as_text(struct text *out, const struct trained trained[], size_t count,
                           const char *subject, enum language language) {
    text_printf(out, "%s\n\n", subject);
    put_curves(out, trained, count, language);
    if (!has_classes(trained, count)) {
        if (count == 1 && trained[0].has_fit)
            training_fit(out, &trained[0].fit, language);
        if (count == 1 && trained[0].has_fit && trained[0].has_fresh) {
            text_printf(out, "\n%s%s", prose(language, "train.test"),
                        prose(language, "punctuation.colon-at-end"));
            training_fit(out, &trained[0].fresh_fit, language);
        }
        return;
    }
    if (count == 1)
        training_confusion(out, &trained[0].confusion, language);
    if (count == 1 && trained[0].fresh.classes > 0) {
        text_printf(out, "\n%s%s\n", prose(language, "train.test"),
                    prose(language, "punctuation.colon-at-end"));
        training_confusion(out, &trained[0].fresh, language);
    }
    if (count > 1)
        put_accuracies(out, trained, count, language);
}

static void put_exact(struct text *out, const double *number, size_t i, size_t count) {
    char exact[NUMBER_ROOM] = "";
    if (i < count)
        number_exact(exact, number[i]);
    text_printf(out, "\t%s", exact);
}

static void render_as_tsv(struct text *out, const struct trained trained[], size_t count,
                          const char *subject, enum language language) {
    (void)subject;
    (void)language;
    const struct curve *longest_curve = longest(trained, count);
    text_puts(out, "iteration");
    for (size_t n = 0; n < count; n++) {
        text_printf(out, "\t%s", count == 1 ? "cost" : trained[n].shape);
        if (trained[n].curve.test != NULL)
            text_printf(out, "\t%s%s", count == 1 ? "" : trained[n].shape,
                        count == 1 ? "test" : " test");
    }
    text_putc(out, '\n');
    for (size_t i = 0; i < longest_curve->count; i++) {
        text_printf(out, "%zu", longest_curve->iteration[i]);
        for (size_t n = 0; n < count; n++) {
            put_exact(out, trained[n].curve.cost, i, trained[n].curve.count);
            if (trained[n].curve.test != NULL)
                put_exact(out, trained[n].curve.test, i, trained[n].curve.count);
        }
        text_putc(out, '\n');
    }
}

void training_json_number(struct text *out, double number) {
    if (isfinite(number))
        text_printf(out, "%.17g", number);
    else
        text_puts(out, "null");
}

void training_json_result(struct text *out, const char *of, const struct confusion *confusion,
                          const struct fit *fit) {
    if (confusion->classes > 0) {
        text_printf(out, ", \"%sright\": %zu, \"%ssamples\": %zu", of, confusion->right, of,
                    confusion->samples);
    } else if (fit != NULL) {
        text_printf(out, ", \"%sR2\": ", of);
        training_json_number(out, fit->R2);
        text_printf(out, ", \"%slargest_error\": ", of);
        training_json_number(out, fit->largest);
    }
}

static void render_as_json(struct text *out, const struct trained trained[], size_t count,
                           const char *subject, enum language language) {
    (void)subject;
    (void)language;
    text_puts(out, "{\"networks\": [");
    for (size_t n = 0; n < count; n++) {
        const struct curve *curve = &trained[n].curve;
        text_printf(out, "%s\n {\"layers\": \"%s\"", n > 0 ? "," : "", trained[n].shape);
        training_json_result(out, "", &trained[n].confusion,
                             trained[n].has_fit ? &trained[n].fit : NULL);
        if (trained[n].has_fresh)
            training_json_result(out, "test_", &trained[n].fresh,
                                 trained[n].has_fit ? &trained[n].fresh_fit : NULL);
        text_puts(out, ", \"curve\": [");
        for (size_t i = 0; i < curve->count; i++) {
            text_printf(out, "%s\n  {\"iteration\": %zu, \"cost\": %.17g", i > 0 ? "," : "",
                        curve->iteration[i], curve->cost[i]);
            if (curve->test != NULL)
                text_printf(out, ", \"test\": %.17g", curve->test[i]);
            text_putc(out, '}');
        }
        text_puts(out, "]}");
    }
    text_puts(out, "]}\n");
}

void training_costs(struct text *out, const struct trained trained[], size_t count,
                    const char *subject, enum language language) {
    (void)subject;
    (void)language;
    for (size_t n = 0; n < count; n++)
        for (size_t i = 0; i + 1 < trained[n].curve.count; i++) {
            const double cost = trained[n].curve.cost[i];
            text_printf(out, "Cost after iteration %zu: %f\n", trained[n].curve.iteration[i],
                        isnan(cost) ? fabs(cost) : cost);
        }
}

training_renderer *training_format(const char *name) {
    if (strcmp(name, "text") == 0)
        return render_as_text;
    if (strcmp(name, "json") == 0)
        return render_as_json;
    return strcmp(name, "tsv") == 0 ? render_as_tsv : NULL;
}
