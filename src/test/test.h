/* test.h - what the files of test share. */

#ifndef TEST_TEST_H
#define TEST_TEST_H

#include "cli/cli.h"

/* What --help of [ says. */
#define TEST_SUMMARY \
    "Exit with status 0 when EXPRESSION is true, 1 when it is false, 2 after a mistake.\n" \
    "Without EXPRESSION it is false."
#define TEST_NOTES \
    "An EXPRESSION is one of these:\n\n" \
    "  ( EXPRESSION )             the same\n" \
    "  ! EXPRESSION               not so\n" \
    "  EXPRESSION -a EXPRESSION   both are true\n" \
    "  EXPRESSION -o EXPRESSION   one of them is true, or both are\n\n" \
    "  [-n] STRING           STRING is not empty\n" \
    "  -z STRING             STRING is empty\n" \
    "  STRING = STRING       both are the same; == likewise\n" \
    "  STRING != STRING      they are not the same\n" \
    "  STRING < STRING       the first one comes before the other in the locale's order\n" \
    "  STRING > STRING       it comes behind it\n\n" \
    "  NUMBER -eq NUMBER     both are equal; likewise -ne not equal, -lt less than,\n" \
    "                        -le less or equal, -gt greater than, -ge greater or equal\n" \
    "                        (-l STRING stands for the length of STRING)\n\n" \
    "  FILE -ef FILE         both are the same file\n" \
    "  FILE -nt FILE         the first one was changed later, or is the only one\n" \
    "  FILE -ot FILE         the same the other way round\n\n" \
    "  -e FILE   FILE is there            -f FILE   it is an ordinary file\n" \
    "  -d FILE   it is a directory        -h FILE   it is a symbolic link; -L likewise\n" \
    "  -b FILE   it is a block device     -c FILE   it is a character device\n" \
    "  -p FILE   it is a named pipe       -S FILE   it is a socket\n" \
    "  -s FILE   it is not empty          -N FILE   it was changed since it was last read\n" \
    "  -r FILE   it may be read           -w FILE   it may be written\n" \
    "  -x FILE   it may be executed, or searched\n" \
    "  -O FILE   the effective user owns it\n" \
    "  -G FILE   the effective group owns it\n" \
    "  -g FILE   it has the set-group-ID bit; -u the set-user-ID bit; -k the sticky bit\n" \
    "  -t FD     the descriptor FD is open on a terminal\n\n" \
    "All but -h and -L look at what a symbolic link leads to.  A shell reads ( ) ! < > itself:\n" \
    "quote them.  -a and -o can be misread: use the shell's && and || between commands.\n\n" \
    "A shell may have these commands itself; then its own ones run.  test has no options:\n" \
    "there --help is a STRING."

/* The whole run with WORDS for an expression: the exit status. */
int test_main(struct cli *cli, args words);

/* ---- parse.c ---- */

enum test_answer { TEST_TRUE, TEST_FALSE, TEST_MISTAKE };

/* Whether the expression in WORDS is true; mistakes are reported. */
enum test_answer test_evaluate(struct cli *cli, args words);

/* ---- primary.c: what compares and looks at files ---- */

/* Operators with one operand, called by the letter behind their "-". */
bool test_is_unary(unsigned char letter);
enum test_answer test_unary(struct cli *cli, unsigned char letter, zstr operand);

/* Operators with two operands. */
enum test_operator {
    TEST_NONE, TEST_SAME, TEST_DIFFERENT, TEST_BEFORE, TEST_BEHIND,
    TEST_EQ, TEST_NE, TEST_LT, TEST_LE, TEST_GT, TEST_GE,
    TEST_NEWER, TEST_OLDER, TEST_SAME_FILE
};
enum test_operator test_operator_of(zstr word);
/* Operands; one of a number may be given as a text whose length it is. */
struct test_operands {
    zstr left, right;           /* as they stand beside the operator */
    bool left_is_length, right_is_length;
    zstr left_text, right_text; /* those texts */
};
enum test_answer test_binary(struct cli *cli, zstr word, struct test_operands o);

#endif
