/* Prose: every key has a text in every language, once; and what the walk asks for is there. */
#include "suites.h"

#include "command/command.h"
#include "prose/message.h"
#include "prose/prose.h"
#include "walk/walk.h"

#include <string.h>

START_TEST(every_key_has_every_language) {
    for (size_t i = 0; prose_key(i) != NULL; i++) {
        const char *key = prose_key(i);
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            const char *text = prose((enum language)language, key);
            ck_assert_msg(text != NULL && text[0] != '\0', "%s lacks a text", key);
            ck_assert_msg(strpbrk(text, "\t\n") == NULL, "%s would break a table", key);
        }
        ck_assert_msg(i == 0 || strcmp(prose_key(i - 1), key) < 0,
                      "%s stands twice, or out of order", key);
    }
}
END_TEST

/* What a sheet shows is in Chinese where the sheet is. */
START_TEST(sheets_speak_both_languages) {
    static const char *const rooms[] = {"handout.", "sheet.", "moodle."};
    size_t found = 0;
    for (size_t i = 0; prose_key(i) != NULL; i++) {
        if (strncmp(prose_key(i), rooms[_i], strlen(rooms[_i])) != 0)
            continue;
        found++;
        ck_assert_msg((unsigned char)prose(CHINESE, prose_key(i))[0] >= 0xE3, "%s", prose_key(i));
        ck_assert_msg((unsigned char)prose(ENGLISH, prose_key(i))[0] < 0x80, "%s", prose_key(i));
    }
    ck_assert_uint_gt(found, 0);
}
END_TEST

/* What is missing shows. */
START_TEST(an_unknown_key_is_its_own_text) {
    static const char key[] = "nobody.wrote-this";
    ck_assert_ptr_eq(prose(ENGLISH, key), key);
    ck_assert_ptr_eq(prose(CHINESE, key), key);
}
END_TEST

START_TEST(every_heading_of_the_walks_is_there) {
    struct example example, companion = {0};
    struct walk walk;
    struct error error;
    example_article(&example);
    ck_assert(_i == 0   ? walk_make(&walk, &example, SLIPS_NONE, &error)
              : _i == 1 ? walk_neuron(&walk, &example, &error)
              : _i == 2 ? walk_sigmoid(&walk, &example, &error)
              : _i == 3 ? walk_companion(&walk, &companion, &example, &error)
                        : walk_any(&walk, &example, TELL_ALL, &error));
    for (size_t i = 0; i < walk.trace.step_count; i++) {
        const struct heading *heading = walk.trace.steps[i].heading;
        ck_assert_msg(heading == NULL || prose(ENGLISH, heading->key) != heading->key, "no %s",
                      heading->key);
    }
    ck_assert_msg(prose(ENGLISH, walk.title.key) != walk.title.key, "no %s", walk.title.key);
    walk_free(&walk);
    example_free(&companion);
    example_free(&example);
}
END_TEST

/* The conversions of a format, in their order: "%s %zu". */
static void conversions_of(struct text *out, const char *format) {
    text_puts(out, "");
    for (const char *c = strchr(format, '%'); c != NULL; c = strchr(c, '%')) {
        const size_t length = 1 + strcspn(c + 1, "%sducgX");
        const bool is_left_out = strncmp(c, "%.0s", 4) == 0; /* a plural's s */
        text_add(out, is_left_out ? "%s" : c, is_left_out ? 2 : length + 1);
        c += length + 1;
    }
}

START_TEST(every_message_takes_what_the_english_takes) {
    for (size_t i = 0; message_at(i) != NULL; i++) {
        const char *english = message_at(i), *chinese = message_in(CHINESE, english);
        struct text one = {0}, other = {0};
        ck_assert_msg(i == 0 || strcmp(message_at(i - 1), english) < 0, "out of order: %s",
                      english);
        ck_assert_ptr_eq(message_in(ENGLISH, english), english);
        conversions_of(&one, english);
        conversions_of(&other, chinese);
        ck_assert_msg(strcmp(one.bytes, other.bytes) == 0, "%s: %s, not %s", english, other.bytes,
                      one.bytes);
        text_free(&one);
        text_free(&other);
    }
}
END_TEST

/* Of the commands that show the article all of it; of the others what each does. */
START_TEST(help_speaks_both_languages) {
    for (const struct command *const *command = commands; *command != NULL; command++) {
        const char *summary = (*command)->summary, *details = (*command)->details;
        const char *synopsis = (*command)->synopsis;
        ck_assert_msg(message_in(CHINESE, synopsis) != synopsis, "%s", synopsis);
        ck_assert_msg(message_in(CHINESE, summary) != summary, "%s", summary);
        ck_assert_msg(details == NULL || message_in(CHINESE, details) != details, "%s", details);
        for (const struct option_line *line = (*command)->options; line->name != NULL; line++)
            ck_assert_msg(message_in(CHINESE, line->help) != line->help, "%s --%s: %s",
                          (*command)->name, line->name, line->help);
    }
}
END_TEST

Suite *prose_suite(void) {
    Suite *suite = suite_create("prose");
    add_rows(suite, "every key has every language", every_key_has_every_language, 1);
    add_rows(suite, "sheets speak both languages", sheets_speak_both_languages, 3);
    add_rows(suite, "an unknown key", an_unknown_key_is_its_own_text, 1);
    add_rows(suite, "every heading of the walks is there", every_heading_of_the_walks_is_there, 5);
    add_rows(suite, "messages take the same", every_message_takes_what_the_english_takes, 1);
    add_rows(suite, "help speaks both languages", help_speaks_both_languages, 1);
    return suite;
}
