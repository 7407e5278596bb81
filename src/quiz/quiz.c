/* Quiz: see quiz.h. */
#include "quiz/quiz.h"

#include "base/number.h"
#include "explain/explain.h"
#include "host/file.h"
#include "mark/expression.h"
#include "mark/report.h"
#include "mark/typed.h"
#include "quiz/question.h"
#include "render/given.h"
#include "render/render.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDENT = 7, GIVEN_INDENT = 4, LONGEST_LINE = 4096, MOST_TRIES = 3 };

/* How far a question has come. */
struct progress {
    int tries, hints; /* wrong values; hints told */
};

/* A quiz that is being held. */
struct session {
    const struct quiz *quiz;
    struct questions questions;
    size_t at;                 /* the question that is being asked */
    struct progress *progress; /* by question */
    struct text out, line;
    struct lines lines; /* into OUT */
    bool is_begun;      /* something was asked */
    bool failed;        /* to send; then ERROR is set */
    struct error *error;
};

static void say(struct session *session, enum colour colour, const char *key) {
    lines_puts(&session->lines, colour, prose(session->quiz->language, key));
}

static void say_line(struct session *session, const char *key) {
    lines_pad(&session->lines, INDENT);
    say(session, COLOUR_NONE, key);
    lines_end(&session->lines);
}

/* Sends what was said. */
static bool send(struct session *session) {
    session->failed = !file_write(&session->out, NULL, session->error);
    text_cut(&session->out, 0);
    return !session->failed;
}

static const struct question *question_of(const struct session *session) {
    return &session->questions.each[session->at];
}

/* ---- What is asked ---- */

static void put_heading(struct session *session, enum colour colour, const struct trace *trace,
                        const struct heading *heading) {
    struct text words = {0};
    render_heading(&words, trace, session->quiz->language, heading);
    lines_puts(&session->lines, colour, words.bytes);
    lines_end(&session->lines);
    text_free(&words);
}

static struct walk *walk_of(const struct session *session, const struct check *check) {
    size_t which = 0;
    while (session->quiz->checks[which] != check)
        which++;
    return session->quiz->walks[which];
}

static void put_title(struct session *session, const struct check *check) {
    put_heading(session, COLOUR_HEADING, check->ways.trace, &walk_of(session, check)->title);
    say(session, COLOUR_HEADING, "given");
    lines_end(&session->lines);
    given_numbers(&session->lines, check->ways.trace, GIVEN_INDENT);
    lines_end(&session->lines);
}

/* As the question calls it. */
static const char *name_of(const struct session *session) {
    return session->quiz->hides_names ? "?" : question_of(session)->step->shown;
}

static void put_question(struct session *session) {
    struct lines *lines = &session->lines;
    const struct question *question = question_of(session);
    lines_end(lines);
    if (!session->is_begun || session->at == 0 || question[-1].check != question->check)
        put_title(session, question->check);
    session->is_begun = true;
    if (session->quiz->hides_formulas)
        question_put_name(lines, question, name_of(session));
    else
        question_put_formula(lines, question, name_of(session), NULL);
}

static void put_prompt(struct session *session) {
    lines_pad(&session->lines, INDENT);
    lines_puts(&session->lines, COLOUR_NONE, name_of(session));
    lines_puts(&session->lines, COLOUR_NONE, " = ");
    session->lines.column = 0; /* the line is ended by what is typed */
}

/* ---- What is typed ---- */

enum typed { TYPED_LINE, TYPED_NUL, TYPED_TOO_MUCH, TYPED_END };

static enum typed read_line(struct session *session) {
    FILE *input = session->quiz->input;
    enum typed typed = TYPED_LINE;
    int c;
    text_cut(&session->line, 0);
    text_puts(&session->line, "");
    while ((c = getc(input)) != EOF && c != '\n') {
        if (c == '\0')
            typed = TYPED_NUL;
        else if (session->line.length == LONGEST_LINE)
            typed = typed == TYPED_NUL ? TYPED_NUL : TYPED_TOO_MUCH;
        else
            text_putc(&session->line, (char)c);
    }
    if (session->line.length > 0 && session->line.bytes[session->line.length - 1] == '\r')
        text_cut(&session->line, session->line.length - 1);
    if (c == EOF && session->line.length == 0 && typed == TYPED_LINE)
        typed = TYPED_END;
    return typed;
}

/* Full-width letters and the like become what they stand for. */
static void make_plain(struct text *line) {
    struct text plain = {0};
    if (typed_plain(&plain, line->bytes, line->length)) {
        text_cut(line, 0);
        text_add(line, plain.bytes, plain.length);
    }
    text_free(&plain);
}

static void echo(struct session *session, enum typed typed) {
    if (!session->quiz->echo && typed != TYPED_END)
        return;
    if (typed == TYPED_LINE)
        for (size_t i = 0; i < session->line.length; i++) {
            const char c = session->line.bytes[i];
            text_putc(&session->out, (unsigned char)c < ' ' || c == 0x7F ? ' ' : c);
        }
    text_putc(&session->out, '\n');
}

/* ---- What is answered to it ---- */

/* What it is about, and what it is that is asked for. */
static void put_rule(struct session *session) {
    const struct question *question = question_of(session);
    struct text what = {0};
    lines_pad(&session->lines, INDENT);
    put_heading(session, COLOUR_NONE, question->check->ways.trace, question_heading(question));
    explain_what(&what, walk_of(session, question->check), question->step->name,
                 session->quiz->language);
    lines_pad(&session->lines, INDENT);
    lines_puts(&session->lines, COLOUR_NONE, what.bytes);
    lines_end(&session->lines);
    text_free(&what);
}

static void put_formula(struct session *session) {
    question_put_formula(&session->lines, question_of(session), name_of(session), NULL);
}

static void put_values(struct session *session) {
    question_put_names(&session->lines, question_of(session), INDENT);
}

static void put_substituted(struct session *session) {
    const struct formula_numbers numbers = question_numbers(question_of(session));
    question_put_formula(&session->lines, question_of(session), name_of(session), &numbers);
}

/* Which rule; the formula, if it is not there already, and what it needs; that in place. */
static void put_hint(struct session *session) {
    struct progress *progress = &session->progress[session->at];
    const bool hides = session->quiz->hides_formulas;
    progress->hints++;
    if (progress->hints == 1)
        put_rule(session);
    if (progress->hints == 2 && hides)
        put_formula(session);
    if (progress->hints == (hides ? 2 : 1))
        put_values(session);
    if (progress->hints > (hides ? 2 : 1))
        put_substituted(session);
}

/* The right value is his from here on, but not his answer. */
static void show_answer(struct session *session) {
    const struct question *question = question_of(session);
    struct check *check = question->check;
    struct trace *trace = check->ways.trace;
    const struct quantity *named = &trace->quantities[question->quantity];
    char shown[NUMBER_ROOM];
    const size_t length = trace_shown(trace, named, DIGITS_DEFAULT, shown);
    check_answer(check, question->quantity, shown, length, named->value);
    check->own[question->quantity].is_hidden = true;
    lines_pad(&session->lines, INDENT);
    lines_puts(&session->lines, COLOUR_NONE, question->step->shown);
    lines_puts(&session->lines, COLOUR_NONE, " = ");
    lines_puts(&session->lines, COLOUR_VALUE, shown);
    lines_end(&session->lines);
}

/* Whether to go on: not where it is wrong, for three times, nor where it has too few digits. */
static bool is_done(struct session *session, enum mark_verdict verdict) {
    struct progress *progress = &session->progress[session->at];
    if (verdict != MARK_WRONG)
        return verdict != MARK_COARSE;
    if (++progress->tries >= MOST_TRIES) {
        say_line(session, "quiz.on");
        return true;
    }
    say_line(session, "quiz.again");
    put_hint(session);
    return false;
}

static bool take_answer(struct session *session, const char *typed, size_t length) {
    const struct question *question = question_of(session);
    struct check *check = question->check;
    struct said said;
    struct error error;
    said_start(&said, check->ways.trace, check->ways.shape);
    const bool is_taken =
        expression_answer(check, &said, question->quantity, typed, length, &error);
    said_free(&said);
    if (!is_taken) {
        lines_pad(&session->lines, INDENT);
        lines_puts(&session->lines, COLOUR_SLIP, error.line);
        lines_end(&session->lines);
        return false;
    }
    check_mark(check);
    lines_pad(&session->lines, INDENT);
    report_verdict(&session->lines, check, question->quantity, INDENT, session->quiz->language);
    return is_done(session, check->marks[question->quantity].verdict);
}

static bool is(const char *typed, size_t length, const char *command) {
    return length == strlen(command) && memcmp(typed, command, length) == 0;
}

/* Does what the line says, and moves on or back where it says so. False where it says to stop. */
static bool obey(struct session *session, const char *typed, size_t length) {
    if (is(typed, length, "q"))
        return false;
    if (is(typed, length, "b")) {
        session->at -= session->at > 0;
        session->progress[session->at] = (struct progress){0};
    } else if (is(typed, length, "?"))
        put_hint(session);
    else if (is(typed, length, "??"))
        put_substituted(session);
    else if (length == 0)
        session->at++;
    else if (is(typed, length, "!")) {
        show_answer(session);
        session->at++;
    } else
        session->at += take_answer(session, typed, length);
    return true;
}

/* Asks the present question once. False at the end, or with ERROR where something failed. */
static bool ask(struct session *session, size_t *asked) {
    if (*asked != session->at)
        put_question(session);
    *asked = session->at;
    put_prompt(session);
    if (!send(session))
        return false;
    const enum typed kind = read_line(session);
    echo(session, kind);
    if (kind == TYPED_END)
        return false;
    if (kind != TYPED_LINE) {
        say_line(session, kind == TYPED_NUL ? "quiz.nul" : "quiz.too-long");
        return true;
    }
    make_plain(&session->line);
    const struct span typed = typed_trim(session->line.bytes, session->line.length);
    const bool goes_on = obey(session, typed.text, typed.length);
    if (is(typed.text, typed.length, "b"))
        *asked = SIZE_MAX; /* the question is put again, even the first */
    return goes_on;
}

static void put_summary(struct session *session) {
    const struct quiz *quiz = session->quiz;
    size_t answered = 0, shown = 0;
    for (size_t i = 0; i < session->questions.count; i++) {
        const struct question *question = &session->questions.each[i];
        const struct own_value *own = &question->check->own[question->quantity];
        answered += own->answer.typed != NULL && !own->is_hidden;
        shown += own->answer.typed != NULL && own->is_hidden;
    }
    lines_end(&session->lines);
    report_text(&session->out, quiz->checks, quiz->count, NULL,
                prose(quiz->language, "quiz.summary"), quiz->language, quiz->colour);
    const size_t counts[] = {session->questions.count, answered, shown};
    char numbers[3][24];
    for (size_t i = 0; i < 3; i++)
        snprintf(numbers[i], sizeof numbers[i], "%zu", counts[i]);
    prose_fill(&session->out, quiz->language, "quiz.tally",
               (const char *const[]){numbers[0], numbers[1], numbers[2]}, 3);
    text_putc(&session->out, '\n');
}

/* ---- Going on where it was left ---- */

static const char SAVED[] = "bpwalk quiz 1\n";

/* A line an answer: which question, what was typed, its value, its uncertainty, and whether it was
 * shown. */
static bool save(struct session *session) {
    struct text text = {0};
    text_puts(&text, SAVED);
    for (size_t i = 0; i < session->questions.count; i++) {
        const struct question *question = &session->questions.each[i];
        const struct own_value *own = &question->check->own[question->quantity];
        if (own->answer.typed != NULL)
            text_printf(&text, "%zu\t%s\t%s\t%.17g\t%.17g\t%d\n", i, question->step->name,
                        own->answer.typed, own->answer.value, own->answer.half, own->is_hidden);
    }
    const bool done = file_write(&text, session->quiz->save, session->error);
    text_free(&text);
    return done;
}

/* Takes one line of it. False where it is none, or of another quiz. */
static bool take_saved(struct session *session, const char *line) {
    size_t index;
    char name[64], typed[64];
    double value, half;
    int is_hidden;
    if (sscanf(line, "%zu\t%63[^\t]\t%63[^\t]\t%lf\t%lf\t%d", &index, name, typed, &value, &half,
               &is_hidden) != 6 ||
        index >= session->questions.count)
        return false;
    const struct question *question = &session->questions.each[index];
    if (strcmp(question->step->name, name) != 0)
        return false;
    check_answer_within(question->check, question->quantity, typed, value, half);
    question->check->own[question->quantity].is_hidden = is_hidden != 0;
    session->at = index + 1;
    return true;
}

/* From the first question behind those that were answered, if there is such a file. */
static bool go_on(struct session *session) {
    const char *path = session->quiz->save;
    struct text text = {0};
    struct error ignored;
    bool done = true;
    if (!file_read(&text, path, &ignored))
        return true;
    if (text.length < strlen(SAVED) || memcmp(text.bytes, SAVED, strlen(SAVED)) != 0) {
        text_free(&text);
        return error_set(
            session->error,
            "%s: this is no quiz that was saved; such a file, or one that is not there, "
            "is needed",
            path);
    }
    for (char *line = text.bytes + strlen(SAVED); done && *line != '\0';) {
        const size_t length = strcspn(line, "\n");
        const bool has_end = line[length] != '\0';
        line[length] = '\0';
        done =
            take_saved(session, line) ||
            error_set(session->error,
                      "%s: this was saved of another quiz; the options that it was begun with are "
                      "needed",
                      path);
        line += length + has_end;
    }
    for (size_t i = 0; i < session->quiz->count && done; i++)
        check_mark(session->quiz->checks[i]);
    text_free(&text);
    return done;
}

bool quiz_run(const struct quiz *quiz, struct error *error) {
    struct session session = {.quiz = quiz, .error = error};
    size_t asked = SIZE_MAX;
    session.lines = (struct lines){.out = &session.out, .colour = quiz->colour};
    session.questions = questions_of(quiz->checks, quiz->count, quiz->selection);
    session.progress = memory_zeroed(session.questions.count + 1, sizeof *session.progress);
    bool done = quiz->save == NULL || (go_on(&session) && save(&session)); /* before it is begun */
    say(&session, COLOUR_NONE, "quiz.how");
    lines_end(&session.lines);
    while (done && session.at < session.questions.count && ask(&session, &asked))
        done = quiz->save == NULL || save(&session);
    done = done && !session.failed;
    if (done && ferror(quiz->input))
        done = error_set(error, "standard input: cannot be read: %s; lines of text are needed",
                         message(strerror(errno)));
    if (done) {
        put_summary(&session);
        done = send(&session);
    }
    free(session.progress);
    questions_free(&session.questions);
    text_free(&session.out);
    text_free(&session.line);
    return done;
}
