/* Points: see points.h. */
#include "mark/points.h"

#include "base/number.h"
#include "mark/report.h"

#include <string.h>

static const char *const section_names[POINTS_SECTIONS] = {
    [POINTS_FORWARD] = "forward", [POINTS_ERROR] = "error", [POINTS_BACKWARD] = "backward",
    [POINTS_UPDATE] = "update",   [POINTS_AGAIN] = "again",
};

struct points points_default(void) {
    struct points points;
    for (size_t i = 0; i < POINTS_SECTIONS; i++)
        points.of[i] = 1;
    return points;
}

static bool parse_one(struct points *points, const char *at, size_t length) {
    const char *equals = memchr(at, '=', length);
    if (equals == NULL)
        return false;
    const size_t name = (size_t)(equals - at);
    for (size_t i = 0; i < POINTS_SECTIONS; i++)
        if (strlen(section_names[i]) == name && memcmp(section_names[i], at, name) == 0)
            return number_read(equals + 1, length - name - 1, &points->of[i]) == NULL &&
                   points->of[i] >= 0;
    return false;
}

bool points_parse(struct points *points, const char *list, struct error *error) {
    for (const char *at = list; *at != '\0';) {
        const size_t length = strcspn(at, ",");
        if (!parse_one(points, at, length))
            return error_set(error,
                             "--points %s is none; a list such as "
                             "forward=1,error=1,backward=2,update=1,again=0.5 is needed",
                             quote(at, length).text);
        at += length + (at[length] == ',');
    }
    return true;
}

/* All that is neither of a forward pass, an error nor an update is of the way back. */
static enum points_section section_of(const struct answer_file *file,
                                      const struct quantity *named) {
    const struct role role = shape_role(file->shape, named->name, named->length);
    if (role.kind == ROLE_WEIGHT || role.kind == ROLE_BIAS)
        return POINTS_UPDATE;
    if (role.is_new)
        return POINTS_AGAIN;
    if (role.kind == ROLE_SUM || role.kind == ROLE_OUTPUT)
        return POINTS_FORWARD;
    return role.kind == ROLE_ERROR || role.kind == ROLE_TOTAL ? POINTS_ERROR : POINTS_BACKWARD;
}

static bool is_asked(const struct answer_file *file, const struct check *check, size_t quantity) {
    return file->asked == NULL
               ? check->own[quantity].answer.typed != NULL
               : answer_file_asks(file, check->ways.trace->quantities[quantity].name);
}

static void add_score(struct score *score, const struct points *points,
                      const struct answer_file *file, const struct check *check) {
    const struct trace *trace = check->ways.trace;
    for (size_t q = 0; q < trace->quantity_count; q++) {
        const struct quantity *named = &trace->quantities[q];
        const enum mark_verdict verdict = check->marks[q].verdict;
        if (named->typed != NULL || !is_asked(file, check, q) || verdict == MARK_COARSE)
            continue;
        const double worth = points->of[section_of(file, named)];
        score->of += worth;
        score->points += verdict == MARK_RIGHT || verdict == MARK_CARRIED ? worth : 0;
    }
}

struct score points_score(const struct points *points, const struct answer_file *file) {
    struct score score = {0};
    for (size_t i = 0; i < file->check_count; i++)
        add_score(&score, points, file, file->checks[i]);
    return score;
}

/* ---- The gradebook ---- */

void gradebook_head(struct text *out) {
    text_puts(out, "file,points,of,right,carried,coarse,wrong,unread\n");
}

/* A cell in quotes where it has a comma, a quote or what would break the line. */
static void put_cell(struct text *out, const char *cell) {
    const bool is_quoted = strpbrk(cell, ",\"\r\n") != NULL;
    text_puts(out, is_quoted ? "\"" : "");
    for (; *cell != '\0'; cell++) {
        if (*cell == '"')
            text_putc(out, '"');
        text_putc(out, (unsigned char)*cell < ' ' ? ' ' : *cell);
    }
    text_puts(out, is_quoted ? "\"" : "");
}

void gradebook_row(struct text *out, const char *path, const struct points *points,
                   const struct answer_file *file) {
    const struct score score = points_score(points, file);
    const struct tally tally = report_tally(file->checks, file->check_count);
    char had[NUMBER_ROOM], of[NUMBER_ROOM];
    number_shown(had, score.points, DIGITS_DEFAULT);
    number_shown(of, score.of, DIGITS_DEFAULT);
    put_cell(out, path);
    text_printf(out, ",%s,%s,%zu,%zu,%zu,%zu,%zu\n", had, of, tally.right, tally.carried,
                tally.coarse, tally.wrong, file->unread_count);
}
