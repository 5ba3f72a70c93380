# Manual pages and completions, made from the option rows of the built programs.
#
# rows/NAME.rows is the one thing that needs a program to be run.  A tarball holds these files, so it can be
# cross-compiled; in a checkout a cross build gets pages that point to --help instead of an options section.

man1_MANS = @installed_pages@
EXTRA_DIST += $(row_files) $(man_pages)
CLEANFILES += $(row_files) $(man_pages)

$(row_files): rows/%.rows:
	@$(MKDIR_P) rows
if CROSS_COMPILING
	@echo "$@: the programs cannot be run here; the manual page will not list options" >&2
	$(AM_V_GEN): > '$@'
else
	$(AM_V_GEN)$(SHELL) $(top_srcdir)/tools/option-rows 'bin/$*$(EXEEXT)' > '$@-t' && mv '$@-t' '$@'
endif

$(man_pages): man/%.1: man/%.1.in rows/%.rows tools/man-page
	@$(MKDIR_P) man
	$(AM_V_GEN)rows='rows/$*.rows'; test -f "$$rows" || rows="$(srcdir)/$$rows"; \
	$(SHELL) $(top_srcdir)/tools/man-page --version=$(PACKAGE_VERSION) --rows="$$rows" \
	  '$(srcdir)/man/$*.1.in' > '$@-t' && mv '$@-t' '$@'

# Completions are made under the names that the programs are installed by (--program-prefix and the like).
bashcompdir = $(datadir)/bash-completion/completions
zshcompdir = $(datadir)/zsh/site-functions
fishcompdir = $(datadir)/fish/vendor_completions.d

all_extra += completions/stamp
completions/stamp: $(row_files) tools/completion Makefile
	@$(MKDIR_P) completions
	$(AM_V_GEN)rm -rf completions/bash completions/zsh completions/fish && \
	$(MKDIR_P) completions/bash completions/zsh completions/fish && \
	for name in $(installed_names); do \
	  rows="rows/$$name.rows"; test -f "$$rows" || rows="$(srcdir)/$$rows"; \
	  command=`echo "$$name" | sed '$(transform)'`; \
	  $(SHELL) $(top_srcdir)/tools/completion --into=completions "$$command" "$$rows" || exit 1; \
	done && echo done > $@

install-data-local: completions/stamp
	$(MKDIR_P) '$(DESTDIR)$(bashcompdir)' '$(DESTDIR)$(zshcompdir)' '$(DESTDIR)$(fishcompdir)'
	cd completions && for file in bash/*; do \
	  test ! -f "$$file" || $(install_sh_DATA) "$$file" '$(DESTDIR)$(bashcompdir)' || exit 1; done
	cd completions && for file in zsh/*; do \
	  test ! -f "$$file" || $(install_sh_DATA) "$$file" '$(DESTDIR)$(zshcompdir)' || exit 1; done
	cd completions && for file in fish/*; do \
	  test ! -f "$$file" || $(install_sh_DATA) "$$file" '$(DESTDIR)$(fishcompdir)' || exit 1; done

uninstall-local:
	for name in $(installed_names); do \
	  command=`echo "$$name" | sed '$(transform)'`; \
	  rm -f "$(DESTDIR)$(bashcompdir)/$$command" "$(DESTDIR)$(zshcompdir)/_$$command" \
	    "$(DESTDIR)$(fishcompdir)/$$command.fish"; \
	done

clean-local:
	rm -rf completions rows
