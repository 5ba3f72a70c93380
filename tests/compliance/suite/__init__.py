"""GNU coreutils' own tests, run against any directory of programs and compared with the reference's results."""
