/* sanitize-options.c - what the sanitizer build assumes of every program, whatever its environment.

   Memory is handed out for the whole run, so what is still held at the end is no leak.  Tests that run out of memory
   want to see the program's own answer. */

const char *__asan_default_options(void);
const char *__ubsan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0:allocator_may_return_null=1:abort_on_error=1:detect_stack_use_after_return=0";
}

const char *__ubsan_default_options(void)
{
    return "print_stacktrace=1:abort_on_error=1";
}
