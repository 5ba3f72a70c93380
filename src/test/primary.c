/* primary.c - the single tests. */

#include "test/test.h"

#include "safe/ascii.h"
#include "safe/checked.h"
#include "sys/attributes.h"
#include "sys/collate.h"
#include "sys/fsop.h"

static enum test_answer answer_of(bool b)
{
    return b ? TEST_TRUE : TEST_FALSE;
}

/* ---- whole numbers of any length ---- */

struct whole {
    bool negative;
    span digits;                /* without leading zeros: none for zero */
};

static bool parse_whole(span text, struct whole *w)
{
    text = ascii_drop_space(text);
    while (ascii_is_space(span_last(text)))
        text = span_chop(text, 1);
    int sign = span_peek(text, 0);
    text = span_drop(text, sign == '-' || sign == '+');
    if (span_empty(text))
        return false;
    SPAN_FOREACH(c, text)
        if (c < '0' || c > '9')
            return false;
    while (span_peek(text, 0) == '0')
        text = span_drop(text, 1);
    *w = (struct whole){.negative = sign == '-' && !span_empty(text), .digits = text};
    return true;
}

/* Negative, zero or positive, as A is less than B, the same, or more. */
static int compare_wholes(struct whole a, struct whole b)
{
    if (a.negative != b.negative)
        return a.negative ? -1 : 1;
    size_t a_len = span_len(a.digits), b_len = span_len(b.digits);
    int order = a_len != b_len ? (a_len > b_len) - (a_len < b_len) : span_cmp(a.digits, b.digits);
    return a.negative ? -order : order;
}

/* An operand as a number, kept in DIGITS: WORD itself or, where IS_LENGTH, how long TEXT is. */
static bool number_of(struct cli *cli, zstr word, bool is_length, zstr text, buf *digits)
{
    struct whole w = {};
    if (is_length) {
        buf_append_umax(digits, zstr_len(text));
        return true;
    }
    if (!parse_whole(zstr_span(word), &w)) {
        cli_error(cli, 0, "invalid integer %s", fmt_q(zstr_span(word)));
        return false;
    }
    buf_append(digits, zstr_span(word));
    return true;
}

static enum test_answer compare_numbers(struct cli *cli, enum test_operator how, struct test_operands o)
{
    buf left = {}, right = {};
    struct whole a = {}, b = {};
    if (!number_of(cli, o.left, o.left_is_length, o.left_text, &left)
        || !number_of(cli, o.right, o.right_is_length, o.right_text, &right))
        return TEST_MISTAKE;
    parse_whole(buf_span(&left), &a);
    parse_whole(buf_span(&right), &b);
    int order = compare_wholes(a, b);
    switch (how) {
    case TEST_EQ: return answer_of(order == 0);
    case TEST_NE: return answer_of(order != 0);
    case TEST_LT: return answer_of(order < 0);
    case TEST_LE: return answer_of(order <= 0);
    case TEST_GT: return answer_of(order > 0);
    default: return answer_of(order >= 0);
    }
}

/* ---- texts and files ---- */

static int compare_texts(zstr a, zstr b)
{
    buf work = {};
    return collate_compare(zstr_span(a), zstr_span(b), &work);
}

static int compare_times(struct timespec a, struct timespec b)
{
    return a.tv_sec != b.tv_sec ? (a.tv_sec > b.tv_sec) - (a.tv_sec < b.tv_sec)
                                : (a.tv_nsec > b.tv_nsec) - (a.tv_nsec < b.tv_nsec);
}

static bool compare_files(enum test_operator how, zstr left, zstr right)
{
    struct stat a = {}, b = {};
    bool has_a = fs_stat(FDH_CWD, left, &a) == 0, has_b = fs_stat(FDH_CWD, right, &b) == 0;
    if (how == TEST_SAME_FILE)
        return has_a && has_b && fs_same_file(&a, &b);
    if (!has_a || !has_b)
        return how == TEST_NEWER ? has_a : has_b;
    int order = compare_times(a.st_mtim, b.st_mtim);
    return how == TEST_NEWER ? order > 0 : order < 0;
}

struct operator_row {
    zstr word;
    enum test_operator operator;
};
RSPAN_DEFINE(operator_rows, struct operator_row);
static const struct operator_row rows[] = {
    {Z("="), TEST_SAME}, {Z("=="), TEST_SAME}, {Z("!="), TEST_DIFFERENT}, {Z("<"), TEST_BEFORE},
    {Z(">"), TEST_BEHIND}, {Z("-eq"), TEST_EQ}, {Z("-ne"), TEST_NE}, {Z("-lt"), TEST_LT},
    {Z("-le"), TEST_LE}, {Z("-gt"), TEST_GT}, {Z("-ge"), TEST_GE}, {Z("-nt"), TEST_NEWER},
    {Z("-ot"), TEST_OLDER}, {Z("-ef"), TEST_SAME_FILE},
};

enum test_operator test_operator_of(zstr word)
{
    operator_rows all = SPAN_OF(operator_rows, rows);
    for (struct operator_row row = {}; zstr_len(word) <= 3 && operator_rows_next(&all, &row);)
        if (zstr_eq(row.word, word))
            return row.operator;
    return TEST_NONE;
}

enum test_answer test_binary(struct cli *cli, zstr word, struct test_operands o)
{
    enum test_operator operator = test_operator_of(word);
    switch (operator) {
    case TEST_SAME: return answer_of(zstr_eq(o.left, o.right));
    case TEST_DIFFERENT: return answer_of(!zstr_eq(o.left, o.right));
    case TEST_BEFORE: return answer_of(compare_texts(o.left, o.right) < 0);
    case TEST_BEHIND: return answer_of(compare_texts(o.left, o.right) > 0);
    case TEST_NEWER: case TEST_OLDER: case TEST_SAME_FILE:
        if (!o.left_is_length && !o.right_is_length)
            return answer_of(compare_files(operator, o.left, o.right));
        cli_error(cli, 0, "%s does not accept -l", fmt_z(word));
        return TEST_MISTAKE;
    default: return compare_numbers(cli, operator, o);
    }
}

/* ---- tests of one operand ---- */

bool test_is_unary(unsigned char letter)
{
    return span_has(S("GLNOSbcdefghknprstuwxz"), letter);
}

static enum test_answer is_terminal(struct cli *cli, zstr operand)
{
    struct whole w = {};
    uint64_t number = 0;
    fdh f = {};
    if (!parse_whole(zstr_span(operand), &w)) {
        cli_error(cli, 0, "invalid integer %s", fmt_q(zstr_span(operand)));
        return TEST_MISTAKE;
    }
    if (w.negative || span_len(w.digits) > 10)
        return TEST_FALSE;
    SPAN_FOREACH(c, w.digits)
        number = number * 10 + c - '0';
    return answer_of(fd_inherited(number, &f) && fd_is_terminal(f));
}

/* Whether the status ST of a file answers the test LETTER. */
static bool has_status(struct stat const *st, unsigned char letter)
{
    switch (letter) {
    case 'b': return S_ISBLK(st->st_mode);
    case 'c': return S_ISCHR(st->st_mode);
    case 'd': return S_ISDIR(st->st_mode);
    case 'f': return S_ISREG(st->st_mode);
    case 'p': return S_ISFIFO(st->st_mode);
    case 'S': return S_ISSOCK(st->st_mode);
    case 'h': case 'L': return S_ISLNK(st->st_mode);
    case 'g': return (st->st_mode & S_ISGID) != 0;
    case 'u': return (st->st_mode & S_ISUID) != 0;
    case 'k': return (st->st_mode & S_ISVTX) != 0;
    case 's': return st->st_size > 0;
    case 'N': return compare_times(st->st_mtim, st->st_atim) > 0;
    case 'O': return st->st_uid == attr_new_user();
    case 'G': return st->st_gid == attr_new_group();
    default: return true;
    }
}

enum test_answer test_unary(struct cli *cli, unsigned char letter, zstr operand)
{
    struct stat st = {};
    switch (letter) {
    case 'n': return answer_of(zstr_len(operand) > 0);
    case 'z': return answer_of(zstr_len(operand) == 0);
    case 't': return is_terminal(cli, operand);
    case 'r': return answer_of(fs_access(FDH_CWD, operand, FS_READ) == 0);
    case 'w': return answer_of(fs_access(FDH_CWD, operand, FS_WRITE) == 0);
    case 'x': return answer_of(fs_access(FDH_CWD, operand, FS_EXECUTE) == 0);
    case 'h': case 'L':
        return answer_of(fs_lstat(FDH_CWD, operand, &st) == 0 && has_status(&st, letter));
    default: return answer_of(fs_stat(FDH_CWD, operand, &st) == 0 && has_status(&st, letter));
    }
}
