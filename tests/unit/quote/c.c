/* c.c - the quoting styles in the C locale. */

#include "quote/table.h"

static struct quoted const table[] = {
    {S("plain"), {"plain", "'plain'", "plain", "'plain'", "\"plain\"", "plain", "plain", "'plain'",
        "\"plain\""}},
    {S("a b"), {"'a b'", "'a b'", "'a b'", "'a b'", "\"a b\"", "a b", "a\\ b", "'a b'", "\"a b\""}},
    {S(" "), {"' '", "' '", "' '", "' '", "\" \"", " ", "\\ ", "' '", "\" \""}},
    {S("it's"), {"\"it's\"", "\"it's\"", "\"it's\"", "\"it's\"", "\"it's\"", "it's", "it's", "'it\\'s'",
        "\"it's\""}},
    {S("'"), {"\"'\"", "\"'\"", "\"'\"", "\"'\"", "\"'\"", "'", "'", "'\\''", "\"'\""}},
    {S("\""), {"'\"'", "'\"'", "'\"'", "'\"'", "\"\\\"\"", "\"\\\"\"", "\"", "'\"'", "\"\\\"\""}},
    {S("say \"hi\""), {"'say \"hi\"'", "'say \"hi\"'", "'say \"hi\"'", "'say \"hi\"'",
        "\"say \\\"hi\\\"\"", "\"say \\\"hi\\\"\"", "say\\ \"hi\"", "'say \"hi\"'", "\"say \\\"hi\\\"\""}},
    {S("it's \"both\""), {"'it'\\''s \"both\"'", "'it'\\''s \"both\"'", "'it'\\''s \"both\"'",
        "'it'\\''s \"both\"'", "\"it's \\\"both\\\"\"", "\"it's \\\"both\\\"\"", "it's\\ \"both\"",
        "'it\\'s \"both\"'", "\"it's \\\"both\\\"\""}},
    {S("it's $x"), {"'it'\\''s $x'", "'it'\\''s $x'", "'it'\\''s $x'", "'it'\\''s $x'", "\"it's $x\"",
        "it's $x", "it's\\ $x", "'it\\'s $x'", "\"it's $x\""}},
    {S("a'b\nc"), {"'a'\\''b\nc'", "'a'\\''b\nc'", "'a'\\''b'$'\\n''c'", "'a'\\''b'$'\\n''c'",
        "\"a'b\\nc\"", "\"a'b\\nc\"", "a'b\\nc", "'a\\'b\\nc'", "\"a'b\\nc\""}},
    {S("back\\slash"), {"'back\\slash'", "'back\\slash'", "'back\\slash'", "'back\\slash'",
        "\"back\\\\slash\"", "back\\slash", "back\\\\slash", "'back\\\\slash'", "\"back\\\\slash\""}},
    {S("tab\there"), {"'tab\there'", "'tab\there'", "'tab'$'\\t''here'", "'tab'$'\\t''here'",
        "\"tab\\there\"", "\"tab\\there\"", "tab\\there", "'tab\\there'", "\"tab\\there\""}},
    {S("new\nline"), {"'new\nline'", "'new\nline'", "'new'$'\\n''line'", "'new'$'\\n''line'",
        "\"new\\nline\"", "\"new\\nline\"", "new\\nline", "'new\\nline'", "\"new\\nline\""}},
    {S("\n"), {"'\n'", "'\n'", "''$'\\n'", "''$'\\n'", "\"\\n\"", "\"\\n\"", "\\n", "'\\n'", "\"\\n\""}},
    {S("\007\010\014\n\015\t\013\033\177"), {"'\007\010\014\n\015\t\013\033\177'",
        "'\007\010\014\n\015\t\013\033\177'", "''$'\\a\\b\\f\\n\\r\\t\\v\\033\\177'",
        "''$'\\a\\b\\f\\n\\r\\t\\v\\033\\177'", "\"\\a\\b\\f\\n\\r\\t\\v\\033\\177\"",
        "\"\\a\\b\\f\\n\\r\\t\\v\\033\\177\"", "\\a\\b\\f\\n\\r\\t\\v\\033\\177",
        "'\\a\\b\\f\\n\\r\\t\\v\\033\\177'", "\"\\a\\b\\f\\n\\r\\t\\v\\033\\177\""}},
    {S("\001"), {"\001", "'\001'", "''$'\\001'", "''$'\\001'", "\"\\001\"", "\"\\001\"", "\\001",
        "'\\001'", "\"\\001\""}},
    {S("\0012"), {"\0012", "'\0012'", "''$'\\001''2'", "''$'\\001''2'", "\"\\0012\"", "\"\\0012\"",
        "\\0012", "'\\0012'", "\"\\0012\""}},
    {S("#first"), {"'#first'", "'#first'", "'#first'", "'#first'", "\"#first\"", "#first", "#first",
        "'#first'", "\"#first\""}},
    {S("not#first"), {"not#first", "'not#first'", "not#first", "'not#first'", "\"not#first\"", "not#first",
        "not#first", "'not#first'", "\"not#first\""}},
    {S("~"), {"'~'", "'~'", "'~'", "'~'", "\"~\"", "~", "~", "'~'", "\"~\""}},
    {S("a~"), {"a~", "'a~'", "a~", "'a~'", "\"a~\"", "a~", "a~", "'a~'", "\"a~\""}},
    {S("{"), {"'{'", "'{'", "'{'", "'{'", "\"{\"", "{", "{", "'{'", "\"{\""}},
    {S("}"), {"'}'", "'}'", "'}'", "'}'", "\"}\"", "}", "}", "'}'", "\"}\""}},
    {S("{}"), {"{}", "'{}'", "{}", "'{}'", "\"{}\"", "{}", "{}", "'{}'", "\"{}\""}},
    {S("a{b"), {"a{b", "'a{b'", "a{b", "'a{b'", "\"a{b\"", "a{b", "a{b", "'a{b'", "\"a{b\""}},
    {S("="), {"'='", "'='", "'='", "'='", "\"=\"", "=", "=", "'='", "\"=\""}},
    {S("a=b"), {"'a=b'", "'a=b'", "'a=b'", "'a=b'", "\"a=b\"", "a=b", "a=b", "'a=b'", "\"a=b\""}},
    {S("!"), {"'!'", "'!'", "'!'", "'!'", "\"!\"", "!", "!", "'!'", "\"!\""}},
    {S("a?b*[c]"), {"'a?b*[c]'", "'a?b*[c]'", "'a?b*[c]'", "'a?b*[c]'", "\"a?b*[c]\"", "a?b*[c]",
        "a?b*[c]", "'a?b*[c]'", "\"a?b*[c]\""}},
    {S("a:b"), {"a:b", "'a:b'", "a:b", "'a:b'", "\"a:b\"", "a:b", "a:b", "'a:b'", "\"a:b\""}},
    {S("(x)"), {"'(x)'", "'(x)'", "'(x)'", "'(x)'", "\"(x)\"", "(x)", "(x)", "'(x)'", "\"(x)\""}},
    {S("a^b"), {"'a^b'", "'a^b'", "'a^b'", "'a^b'", "\"a^b\"", "a^b", "a^b", "'a^b'", "\"a^b\""}},
    {S("a|b;c&d"), {"'a|b;c&d'", "'a|b;c&d'", "'a|b;c&d'", "'a|b;c&d'", "\"a|b;c&d\"", "a|b;c&d",
        "a|b;c&d", "'a|b;c&d'", "\"a|b;c&d\""}},
    {S("<>"), {"'<>'", "'<>'", "'<>'", "'<>'", "\"<>\"", "<>", "<>", "'<>'", "\"<>\""}},
    {S("`cmd`"), {"'`cmd`'", "'`cmd`'", "'`cmd`'", "'`cmd`'", "\"`cmd`\"", "`cmd`", "`cmd`", "'`cmd`'",
        "\"`cmd`\""}},
    {S("$'x'"), {"'$'\\''x'\\'''", "'$'\\''x'\\'''", "'$'\\''x'\\'''", "'$'\\''x'\\'''", "\"$'x'\"",
        "$'x'", "$'x'", "'$\\'x\\''", "\"$'x'\""}},
    {S("-rf"), {"-rf", "'-rf'", "-rf", "'-rf'", "\"-rf\"", "-rf", "-rf", "'-rf'", "\"-rf\""}},
    {S("a,b%c+d@e_f]g"), {"a,b%c+d@e_f]g", "'a,b%c+d@e_f]g'", "a,b%c+d@e_f]g", "'a,b%c+d@e_f]g'",
        "\"a,b%c+d@e_f]g\"", "a,b%c+d@e_f]g", "a,b%c+d@e_f]g", "'a,b%c+d@e_f]g'", "\"a,b%c+d@e_f]g\""}},
    {S("a\tb'c"), {"'a\tb'\\''c'", "'a\tb'\\''c'", "'a'$'\\t''b'\\''c'", "'a'$'\\t''b'\\''c'",
        "\"a\\tb'c\"", "\"a\\tb'c\"", "a\\tb'c", "'a\\tb\\'c'", "\"a\\tb'c\""}},
    {S("''"), {"\"''\"", "\"''\"", "\"''\"", "\"''\"", "\"''\"", "''", "''", "'\\'\\''", "\"''\""}},
    {S("a'\tb"), {"'a'\\''\tb'", "'a'\\''\tb'", "'a'\\'''$'\\t''b'", "'a'\\'''$'\\t''b'", "\"a'\\tb\"",
        "\"a'\\tb\"", "a'\\tb", "'a\\'\\tb'", "\"a'\\tb\""}},
    {S("trailing\\"), {"'trailing\\'", "'trailing\\'", "'trailing\\'", "'trailing\\'", "\"trailing\\\\\"",
        "trailing\\", "trailing\\\\", "'trailing\\\\'", "\"trailing\\\\\""}},
    {S("\001'\002"), {"'\001'\\''\002'", "'\001'\\''\002'", "''$'\\001'\\'''$'\\002'",
        "''$'\\001'\\'''$'\\002'", "\"\\001'\\002\"", "\"\\001'\\002\"", "\\001'\\002", "'\\001\\'\\002'",
        "\"\\001'\\002\""}},
    {S("?\?="), {"'?\?='", "'?\?='", "'?\?='", "'?\?='", "\"?\?=\"", "?\?=", "?\?=", "'?\?='", "\"?\?=\""}},
    {S("\303\244"), {"\303\244", "'\303\244'", "''$'\\303\\244'", "''$'\\303\\244'", "\"\\303\\244\"",
        "\"\\303\\244\"", "\\303\\244", "'\\303\\244'", "\"\\303\\244\""}},
    {S("na\303\257ve"), {"na\303\257ve", "'na\303\257ve'", "'na'$'\\303\\257''ve'",
        "'na'$'\\303\\257''ve'", "\"na\\303\\257ve\"", "\"na\\303\\257ve\"", "na\\303\\257ve",
        "'na\\303\\257ve'", "\"na\\303\\257ve\""}},
    {S("\377"), {"\377", "'\377'", "''$'\\377'", "''$'\\377'", "\"\\377\"", "\"\\377\"", "\\377",
        "'\\377'", "\"\\377\""}},
    {S("a\377b\376c"), {"a\377b\376c", "'a\377b\376c'", "'a'$'\\377''b'$'\\376''c'",
        "'a'$'\\377''b'$'\\376''c'", "\"a\\377b\\376c\"", "\"a\\377b\\376c\"", "a\\377b\\376c",
        "'a\\377b\\376c'", "\"a\\377b\\376c\""}},
    {S("\303"), {"\303", "'\303'", "''$'\\303'", "''$'\\303'", "\"\\303\"", "\"\\303\"", "\\303",
        "'\\303'", "\"\\303\""}},
};

START_TEST(names)
{
    setenv("LC_ALL", "C", 1);
    check_table(table, sizeof table / sizeof *table);
}
END_TEST

/* In single-byte locales the bytes above ASCII are as good as the locale says; in C they are not. */
static bool is_escaped(int b)
{
    return b < ' ' || b > '~';
}

/* B in a C string: a letter, or three octal digits. */
static char const *c_escape(int b)
{
    static char form[8];
    char const *const letters = "\aa\bb\ff\nn\rr\tt\vv", *p = letters;
    while (*p && *p != b)
        p += 2;
    if (*p)
        sprintf(form, "\\%c", p[1]);
    else
        sprintf(form, "\\%03o", (unsigned)b);
    return form;
}

/* What becomes of "aBz" for a byte B in a style for the shell. */
static char const *shell_form(int b, bool always, bool escape)
{
    static char form[40];
    bool special = strchr(" !\"$&'()*;<=>[\\^`|?\n\r\t", b) != NULL;
    if (!always && !special && !(escape && is_escaped(b)))
        sprintf(form, "a%cz", b);
    else if (b == '\'')
        strcpy(form, "\"a'z\"");
    else if (escape && is_escaped(b))
        sprintf(form, "'a'$'%s''z'", c_escape(b));
    else
        sprintf(form, "'a%cz'", b);
    return form;
}

/* The same as a C string between OPEN and CLOSE. */
static char const *c_form(int b, char const *open, char const *close, char const *also)
{
    static char form[40];
    if (is_escaped(b))
        sprintf(form, "%sa%sz%s", open, c_escape(b), close);
    else if (b == '\\' || strchr(also, b))
        sprintf(form, "%sa\\%cz%s", open, b, close);
    else
        sprintf(form, "%sa%cz%s", open, b, close);
    return form;
}

START_TEST(every_byte)
{
    setenv("LC_ALL", "C", 1);
    for (int b = 1; b < 256; b++) {
        char name[4] = {'a', (char)b, 'z', 0};
        span n = text(name);
        bool quiet = !is_escaped(b) && b != '"';
        check_quoted(n, QUOTE_SHELL, text(shell_form(b, false, false)));
        check_quoted(n, QUOTE_SHELL_ALWAYS, text(shell_form(b, true, false)));
        check_quoted(n, QUOTE_SHELL_ESCAPE, text(shell_form(b, false, true)));
        check_quoted(n, QUOTE_SHELL_ESCAPE_ALWAYS, text(shell_form(b, true, true)));
        check_quoted(n, QUOTE_C, text(c_form(b, "\"", "\"", "\"")));
        check_quoted(n, QUOTE_C_MAYBE, quiet ? n : text(c_form(b, "\"", "\"", "\"")));
        check_quoted(n, QUOTE_ESCAPE, text(c_form(b, "", "", " ")));
        check_quoted(n, QUOTE_LOCALE, text(c_form(b, "'", "'", "'")));
        check_quoted(n, QUOTE_CLOCALE, text(c_form(b, "\"", "\"", "\"")));
    }
}
END_TEST

START_TEST(empty_names_and_nul)
{
    check_quoted(S(""), QUOTE_LITERAL, S(""));
    check_quoted(S(""), QUOTE_SHELL, S("''"));
    check_quoted(S(""), QUOTE_SHELL_ESCAPE, S("''"));
    check_quoted(S(""), QUOTE_C, S("\"\""));
    check_quoted(S(""), QUOTE_C_MAYBE, S(""));
    check_quoted(S(""), QUOTE_ESCAPE, S(""));
    check_quoted(S(""), QUOTE_LOCALE, S("''"));
    check_quoted(S("a\0b"), QUOTE_C, S("\"a\\0b\""));
    check_quoted(S("a\0" "1"), QUOTE_C, S("\"a\\0001\""));
    check_quoted(S("a\0b"), QUOTE_LITERAL, S("a\0b"));
    check_quoted(S("a/b"), QUOTE_SHELL_ESCAPE, S("a/b"));
}
END_TEST

START_TEST(further_characters)
{
    struct quote_options opt = {.style = QUOTE_SHELL_ESCAPE};
    byteset_add(&opt.also, ':');
    ck_assert(quote_changes(S("a:b"), &opt) && !quote_changes(S("ab"), &opt));
    buf out = {0};
    quote_append(&out, S("a:b"), &opt);
    check_text(buf_span(&out), "'a:b'");
    opt.style = QUOTE_C_MAYBE;
    buf_clear(&out);
    quote_append(&out, S("a:b"), &opt);
    check_text(buf_span(&out), "\"a:b\"");
}
END_TEST

START_TEST(hidden_characters)
{
    setenv("LC_ALL", "C", 1);
    struct quote_options opt = {.hide_unprintable = true};
    fdh f = FDH_NONE;
    writer w = {0};
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("out"), O_WRONLY | O_CREAT, 0644), 0);
    writer_open(&w, f);
    quote_put(&w, S("a\tb\377c d"), &opt);
    ck_assert_int_eq(writer_finish(&w), 0);
    check_text(unit_read("out"), "a?b?c d");
}
END_TEST

START_TEST(names_of_styles)
{
    char const *const all[] = {"literal", "shell", "shell-always", "shell-escape", "shell-escape-always", "c",
                               "c-maybe", "escape", "locale", "clocale"};
    enum quote_style style = QUOTE_LITERAL;
    for (int i = 0; i < 10; i++) {
        ck_assert(quote_style_from_name(text(all[i]), &style));
        ck_assert_int_eq(style, i);
    }
    ck_assert(quote_style_from_name(S("lit"), &style) && style == QUOTE_LITERAL);
    ck_assert(quote_style_from_name(S("e"), &style) && style == QUOTE_ESCAPE);
    ck_assert(quote_style_from_name(S("cl"), &style) && style == QUOTE_CLOCALE);
    ck_assert(!quote_style_from_name(S("l"), &style) && !quote_style_from_name(S("she"), &style));
    style = QUOTE_C;
    ck_assert(!quote_style_from_name((span){0}, &style) && !quote_style_from_name(S("x"), &style));
    ck_assert_int_eq(style, QUOTE_C);
    ck_assert(!quote_style_from_name(S(""), &style) && !quote_style_from_name(S("cc"), &style));
    ck_assert(!quote_style_from_name(S("shell-always-"), &style));
}
END_TEST

UNIT_MAIN("quote in C", names, every_byte, empty_names_and_nul, further_characters, hidden_characters,
          names_of_styles)
