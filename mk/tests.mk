# The tests, layer by layer.  Each layer ends with a line "N passed, N failed"; make check adds these up.
#
#   PROG='cat tac'   only what is about these programs (bats, gauntlet, compliance, differential)
#   QUICK=yes        leave out what is slow; make check does that unless told THOROUGH=yes
#   SECONDS=n        how long make fuzz may take for each target

SECONDS = 60
PROG =
QUICK =
THOROUGH =
LAYERS = unit bats safety compliance gauntlet rules differential install asan poison
quick_flag = $(if $(QUICK),--quick)
prog_flags = $(addprefix --prog=,$(PROG))
bin_dir = $(abs_builddir)/bin
# A sanitizer needs its address space, so limits on it say nothing there; nor can it share a process with libraries
# that are loaded before it.
if SANITIZE
gauntlet_flags = --no-vlimit
compliance_flags = --sanitizer
endif

EXTRA_PROGRAMS += $(unit_programs)
CLEANFILES += $(unit_programs)
UNIT_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
UNIT_CFLAGS = $(LANGUAGE_CFLAGS) $(PIE_CFLAGS) $(HARDENING_CFLAGS) -Wall -Wextra
UNIT_LIBS = $(LDADD) $(UNIT_CHECK_LIBS)

if SANITIZE
# Nothing is freed by design, so leaks are no news; a program run with an empty environment must know, too.
sanitize_object = tests/support/sanitize-options.$(OBJEXT)
endif
EXTRA_LIBRARIES = tests/support/libsanitize.a
tests_support_libsanitize_a_SOURCES = tests/support/sanitize-options.c

.PHONY: check-rules check-unit check-bats check-install check-asan check-poison safety compliance gauntlet differential proof fuzz bench
.PHONY: check-proof check-fuzz
.PHONY: check-safety check-compliance check-gauntlet check-differential

# The layers run one after the other, each with its own parallelism; a failing one does not stop the rest.
check-local:
	@MAKE='$(MAKE) QUICK=$(if $(THOROUGH),,yes)' $(srcdir)/tests/layers --logs=check-logs $(LAYERS)

check-unit:
	@$(MAKE) --no-print-directory $(AM_MAKEFLAGS) $(unit_programs)
	@$(srcdir)/tests/unit/run $(unit_programs)

check-bats: all
	@$(srcdir)/tests/bats/run --bin='$(bin_dir)' $(prog_flags)

safety check-safety: all
	@$(top_srcdir)/tools/safety/run --srcdir='$(abs_srcdir)' --builddir='$(abs_builddir)'

compliance check-compliance: all
	@$(srcdir)/tests/compliance/run --bin='$(bin_dir)' --out=compliance-out $(compliance_flags) $(quick_flag) $(prog_flags)

gauntlet check-gauntlet: all
	@$(srcdir)/tests/gauntlet/run --bin='$(bin_dir)' --out=gauntlet-out $(gauntlet_flags) $(quick_flag) $(prog_flags)

check-rules: all
	@$(srcdir)/tests/gauntlet/rules/run --bin='$(bin_dir)' --out=rules-out $(gauntlet_flags) $(quick_flag) $(prog_flags)

differential check-differential: all
	@$(srcdir)/tests/differential/run --bin='$(bin_dir)' --out=differential-out $(quick_flag) $(prog_flags)

check-install: all
	@$(srcdir)/tests/install/run --srcdir='$(abs_srcdir)' --builddir='$(abs_builddir)' --make='$(MAKE)' $(quick_flag)

proof:
	@$(srcdir)/tests/proof/run --srcdir='$(abs_srcdir)' --builddir='$(abs_builddir)' $(quick_flag)

fuzz: all
	@$(srcdir)/tests/fuzz/run --srcdir='$(abs_srcdir)' --builddir='$(abs_builddir)' --seconds='$(if $(QUICK),5,$(SECONDS))'

bench: all
	@$(srcdir)/tests/bench/run --bin='$(bin_dir)' $(quick_flag) $(prog_flags)

# Layers of make check when their tools are there (--install-deps=proof): make check LAYERS="... proof fuzz".
check-proof: proof
check-fuzz: fuzz

# Builds of another kind, in a folder of this one, on which the same layers run.
check-asan:
	@$(srcdir)/tests/other-build asan '$(MAKE)' --enable-sanitize CC='$(CC)'
check-poison:
	@$(srcdir)/tests/other-build poison '$(MAKE)' --enable-poison CC='$(CC)'

distclean-local:
	rm -rf asan poison single-symlinks single-hardlinks check-logs proof fuzz compliance-out gauntlet-out rules-out differential-out
