# The single binary: every program's entry under a name of its own, a table of them, and links.

if SINGLE_BINARY
EXTRA_PROGRAMS += bin/coreutils
bin_coreutils_SOURCES = lib/safe/multicall.c
nodist_bin_coreutils_SOURCES = multicall-table.c
bin_coreutils_LDADD = $(multicall_parts) $(LDADD)
CLEANFILES += multicall-table.c $(single_links) 'bin/[$(EXEEXT)'

multicall-table.c: $(top_srcdir)/tools/multicall-table Makefile
	$(AM_V_GEN)$(SHELL) $(top_srcdir)/tools/multicall-table $(multicall_entries) > $@-t && mv $@-t $@

all_extra += $(single_links)
lbracket_program = lbracket.link
single_links = $(patsubst bin/[$(EXEEXT),lbracket.link,$(program_files))
link_to_single_binary = \
  $(AM_V_GEN)if test '@single_binary@' = hardlinks; then ln -f bin/coreutils$(EXEEXT) '$@'; \
  else ln -sf coreutils$(EXEEXT) '$@'; fi

lbracket.link: bin/coreutils$(EXEEXT)
	$(AM_V_GEN)if test '@single_binary@' = hardlinks; then ln -f bin/coreutils$(EXEEXT) 'bin/[$(EXEEXT)'; \
	  else ln -sf coreutils$(EXEEXT) 'bin/[$(EXEEXT)'; fi && echo done > $@

# The links go where the program went, under names changed as the program's own.
install-exec-hook:
	@cd '$(DESTDIR)$(bindir)' && target=`echo coreutils | sed '$(transform)'`$(EXEEXT) && \
	for name in $(installed_names); do \
	  link=`echo "$$name" | sed '$(transform)'`$(EXEEXT); \
	  if test '@single_binary@' = hardlinks; then ln -f "$$target" "$$link" || exit 1; \
	  else ln -sf "$$target" "$$link" || exit 1; fi; \
	done

uninstall-hook:
	@cd '$(DESTDIR)$(bindir)' 2>/dev/null && for name in $(installed_names); do \
	  rm -f "`echo "$$name" | sed '$(transform)'`$(EXEEXT)"; \
	done; :
else
lbracket_program = bin/[$(EXEEXT)
endif
EXTRA_DIST += lib/safe/start.c lib/safe/multicall.c lib/safe/multicall.h
