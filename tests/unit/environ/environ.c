/* environ.c - environments in the making, and how they are printed. */

#include "environ/environ.h"
#include "sys/env.h"
#include "sys/exec.h"
#include "unit.h"

/* The entries of E, each with a semicolon behind. */
static span listed(struct environment const *e)
{
    static buf out;
    buf_clear(&out);
    for (size_t i = 0; i < zstr_vec_len(&e->entries); i++) {
        buf_append(&out, zstr_span(zstr_vec_at(&e->entries, i)));
        buf_push(&out, ';');
    }
    return buf_span(&out);
}

START_TEST(putting_and_removing)
{
    struct environment e = {0};
    char *const given[] = {(char[]){"A=1"}, (char[]){"odd"}, (char[]){"A=2"}, (char[]){"AB=3"}, NULL};
    environment_add(&e, (args){given, 4});
    environment_put(&e, Z("A=new"));
    environment_put(&e, Z("odd=x"));
    environment_put(&e, Z("=nameless"));
    check_text(listed(&e), "A=new;odd;A=2;AB=3;odd=x;=nameless;");
    environment_put(&e, Z("=other"));
    environment_remove(&e, S("A"));
    environment_remove(&e, S("none"));
    check_text(listed(&e), "odd;AB=3;odd=x;=other;");
    environment_remove(&e, S("odd"));
    check_text(listed(&e), "odd;AB=3;=other;");
}
END_TEST

static span printed(char const *style, bool null)
{
    static struct diag d;
    struct environment_form form = {0};
    d = (struct diag){.program = Z("prog"), .name = Z("prog"), .failure = 1};
    setenv("LC_ALL", "C", 1);
    if (style)
        setenv("QUOTING_STYLE", style, 1);
    else
        unsetenv("QUOTING_STYLE");
    environment_form_init(&form, &d, null);
    environment_print(&d.out, S("A=x y"), &form);
    environment_print(&d.out, S("B="), &form);
    environment_print(&d.out, S("odd one"), &form);
    return buf_span(&d.out.data);
}

START_TEST(printing)
{
    check_text(printed(NULL, false), "A='x y'\nB=\n'odd one'\n");
    check_text(printed("literal", false), "A=x y\nB=\nodd one\n");
    check_span(printed("literal", true), S("A=x y\0B=\0odd one\0"));
    EXITS(0, "prog: ignoring invalid value of environment variable QUOTING_STYLE: 'no'\n", printed("no", false));
}
END_TEST

START_TEST(becoming_a_program)
{
    arglist words = {0}, variables = {0};
    zstr_vec w = {0}, v = {0};
    zstr_vec_push(&w, Z("name"));
    zstr_vec_push(&w, Z("-c"));
    zstr_vec_push(&w, Z("exit $A"));
    zstr_vec_push(&v, Z("PATH=/nonexistent:/bin"));
    zstr_vec_push(&v, Z("A=7"));
    args argv = arglist_before(&words, zstr_vec_span(&w), (args){0});
    args environment = arglist_before(&variables, zstr_vec_span(&v), (args){0});
    EXITS(7, "", exec_program(Z("sh"), argv, environment));
    size_t before = args_len(env_all());
    ck_assert_int_eq(exec_program(Z("no such program"), argv, environment), ENOENT);
    ck_assert_int_eq(exec_program(Z("/"), argv, environment), EACCES);
    ck_assert_uint_eq(args_len(env_all()), before);
    FAULTS("argument list without end (1, 0)", exec_program(Z("sh"), args_chop(argv, 2), environment));
}
END_TEST

UNIT_MAIN("environment", putting_and_removing, printing, becoming_a_program)
