/* prompt.c - questions and answers. */

#include "prompt/prompt.h"
#include "sys/answer.h"
#include "unit.h"

static void give(span answers)
{
    unit_write("answers", answers);
    int in = open("answers", O_RDONLY);
    dup2(in, STDIN_FILENO);
    close(in);
}

static bool ask(void)
{
    struct diag d = {.program = Z("prog"), .name = Z("prog")};
    writer_open(&d.out, FDH_STDOUT);
    return prompt_yes(&d, Z("remove %s? "), FMT_ARGS(fmt_name(Z("x"))));
}

START_TEST(the_question)
{
    setenv("LC_ALL", "C", 1);
    give(S("y\nn\n"));
    EXITS(1, "prog: remove 'x'? ", _exit(ask()));
}
END_TEST

START_TEST(answers_line_by_line)
{
    setenv("LC_ALL", "C", 1);
    close(STDERR_FILENO);
    ck_assert_int_eq(open("/dev/null", O_WRONLY), STDERR_FILENO);
    give(S("y\nno\nYes, please\n\n y\nmaybe\ny"));
    bool const wanted[] = {true, false, true, false, false, false, true, false, false};
    for (size_t i = 0; i < sizeof wanted; i++)
        ck_assert_int_eq(ask(), wanted[i]);
}
END_TEST

START_TEST(the_rest_stays_there)
{
    close(STDERR_FILENO);
    ck_assert_int_eq(open("/dev/null", O_WRONLY), STDERR_FILENO);
    give(S("y\nrest"));
    ck_assert(ask());
    char rest[8] = "";
    ck_assert_int_eq(read(STDIN_FILENO, rest, 7), 4);
    ck_assert_str_eq(rest, "rest");
}
END_TEST

START_TEST(nobody_to_ask)
{
    close(STDERR_FILENO);
    ck_assert_int_eq(open("/dev/null", O_WRONLY), STDERR_FILENO);
    close(STDIN_FILENO);
    ck_assert(!ask());
    int dir = open("/", O_RDONLY);
    ck_assert_int_eq(dir, STDIN_FILENO);
    ck_assert(!ask());
}
END_TEST

START_TEST(what_yes_is)
{
    setenv("LC_ALL", "C", 1);
    ck_assert(answer_is_yes(S("y")) && answer_is_yes(S("Yes")) && answer_is_yes(S("yuck")));
    ck_assert(!answer_is_yes(S("")) && !answer_is_yes((span){0}) && !answer_is_yes(S("no")));
    ck_assert(!answer_is_yes(S("j")) && !answer_is_yes(S("1")));
}
END_TEST

START_TEST(what_yes_is_in_german)
{
    if (!unit_locale("de_DE.iso88591"))
        return;
    ck_assert(answer_is_yes(S("ja")) && answer_is_yes(S("J")));
    ck_assert(!answer_is_yes(S("nein")) && !answer_is_yes((span){0}) && !answer_is_yes(S("\0j")));
}
END_TEST

UNIT_MAIN("prompt", the_question, answers_line_by_line, the_rest_stays_there, nobody_to_ask, what_yes_is,
          what_yes_is_in_german)
