"""GNU coreutils' own tests, run on any directory of programs and compared with the reference's results."""
