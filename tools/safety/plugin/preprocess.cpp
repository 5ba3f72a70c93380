/* preprocess.cpp - includes and macros. */

#include "safety.h"

#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

namespace safety {

class Watcher : public PPCallbacks {
public:
    explicit Watcher(Session &s) : s_(s)
    {
        s.at_end = [this] { check_uses(); };
    }

    void InclusionDirective(SourceLocation hash, const Token &directive, StringRef name, bool angled,
                            CharSourceRange range, OptionalFileEntryRef file, StringRef, StringRef,
                            const Module *, bool, SrcMgr::CharacteristicKind) override
    {
        if (file)
            includes_[s_.path_of(hash)].insert(path_of(*file));
        if (!in_checked_file(hash))
            return;
        bool plain = directive.getIdentifierInfo()->getName() == "include" && range.getBegin().isFileID();
        if (!plain || !is_allowed_header(name, angled, file, hash))
            s_.report(Rule::Include, hash);
    }

    void MacroDefined(const Token &name, const MacroDirective *directive) override
    {
        const MacroInfo *info = directive->getMacroInfo();
        SourceLocation loc = name.getLocation();
        if (!in_checked_file(loc))
            return;
        StringRef text = name.getIdentifierInfo()->getName();
        bool again = directive->getPrevious() != nullptr;
        if (text.starts_with("_") || text.starts_with("SAFE_") || name.getIdentifierInfo()->isKeyword(lang()) || again)
            s_.report(Rule::ReservedMacro, loc);
        if (!has_plain_form(info, StringRef(s_.path_of(loc))))
            s_.report(Rule::MacroForm, loc);
    }

    void MacroUndefined(const Token &name, const MacroDefinition &, const MacroDirective *) override
    {
        if (in_checked_file(name.getLocation()))
            s_.report(Rule::ReservedMacro, name.getLocation());
    }

    /* A macro of a program must not change what a library text means, and the
       private macros of the library are not for programs. */
    void MacroExpands(const Token &name, const MacroDefinition &definition, SourceRange, const MacroArgs *) override
    {
        const MacroInfo *info = definition.getMacroInfo();
        if (!info)
            return;
        SourceLocation made = info->getDefinitionLoc(), use = name.getLocation();
        if (in_checked_file(made))
            note_use(use, made);
        if (is_private_name(name.getIdentifierInfo()->getName()) && s_.zone(made) == Zone::Trusted && s_.checked(use)
            && s_.path_of(made) != s_.path_of(use))
            s_.report(Rule::PrivateMember, use);
    }

    /* A macro may be used in a file only where that file itself brought the macro in: else the text of
       a header would mean different things to those who include it. */
    void check_uses()
    {
        for (const Use &use : uses_)
            if (!reaches(use.user, use.maker))
                s_.report(Rule::ReservedMacro, use.made);
    }

    /* An include guard that is already defined by someone else hides a header. */
    void Ifndef(SourceLocation loc, const Token &, const MacroDefinition &definition) override
    {
        const MacroInfo *info = definition.getMacroInfo();
        if (!info || info->isBuiltinMacro() || !in_checked_file(info->getDefinitionLoc()))
            return;
        if (s_.sm.getFileID(info->getDefinitionLoc()) != s_.sm.getFileID(loc)
            && s_.path_of(info->getDefinitionLoc()) != s_.path_of(loc))
            s_.report(Rule::ReservedMacro, info->getDefinitionLoc());
    }

private:
    Session &s_;

    struct Use {
        std::string user, maker;
        SourceLocation made;
    };
    std::vector<Use> uses_;
    std::map<std::string, std::set<std::string>> includes_;

    std::string path_of(FileEntryRef file) const
    {
        StringRef real = file.getFileEntry().tryGetRealPathName();
        return real.consume_front(s_.options.root) && real.consume_front("/") ? real.str() : "";
    }

    void note_use(SourceLocation use, SourceLocation made)
    {
        while (use.isMacroID())
            use = s_.toward_spelling(use);
        FileID user = s_.sm.getFileID(use), maker = s_.sm.getFileID(s_.sm.getFileLoc(made));
        if (user != maker && user != s_.sm.getMainFileID())
            uses_.push_back({s_.file_path(user), s_.file_path(maker), made});
    }

    bool reaches(const std::string &from, const std::string &to)
    {
        std::set<std::string> seen = {from};
        std::vector<std::string> todo = {from};
        while (!todo.empty()) {
            std::string file = todo.back();
            todo.pop_back();
            if (file == to)
                return true;
            for (const std::string &next : includes_[file])
                if (seen.insert(next).second)
                    todo.push_back(next);
        }
        return false;
    }

    /* A macro of a program stands for whole expressions: brackets close where they open, and no comma
       is left to split an argument of another macro.  Headers of lib may pass arguments on. */
    static bool has_plain_form(const MacroInfo *info, StringRef path)
    {
        bool passes_on = path.starts_with("lib/") && path.ends_with(".h");
        if (info->isVariadic() && !passes_on)
            return false;
        std::string open;
        for (const Token &token : info->tokens()) {
            if (token.is(tok::hash) || (token.is(tok::hashhash) && !info->isVariadic()))
                return false;
            if (token.is(tok::comma) && open.empty())
                return false;
            if (token.isOneOf(tok::l_paren, tok::l_square, tok::l_brace))
                open.push_back(token.is(tok::l_paren) ? '(' : token.is(tok::l_square) ? '[' : '{');
            if (!token.isOneOf(tok::r_paren, tok::r_square, tok::r_brace))
                continue;
            char want = token.is(tok::r_paren) ? '(' : token.is(tok::r_square) ? '[' : '{';
            if (open.empty() || open.back() != want)
                return false;
            open.pop_back();
        }
        return open.empty();
    }

    const LangOptions &lang() const { return s_.ci.getLangOpts(); }

    bool in_checked_file(SourceLocation loc)
    {
        return loc.isValid() && s_.file_zone(s_.sm.getFileID(s_.sm.getFileLoc(loc))) == Zone::Checked;
    }

    bool is_allowed_header(StringRef name, bool angled, OptionalFileEntryRef file, SourceLocation from)
    {
        if (angled)
            return s_.options.allowed_includes.count(name.str()) != 0;
        if (!file || !name.ends_with(".h") || name.contains(".."))
            return false;
        StringRef real = file->getFileEntry().tryGetRealPathName();
        if (!real.consume_front(s_.options.root) || !real.consume_front("/"))
            return false;
        if (real.starts_with("lib/gnulib/"))
            return false;
        if (real.starts_with("lib/"))
            return true;
        StringRef user = StringRef(s_.path_of(from));
        return real.starts_with("src/") && !user.starts_with("lib/");
    }
};

void install_preprocessor_checks(Session &s)
{
    s.ci.getPreprocessor().addPPCallbacks(std::make_unique<Watcher>(s));
}

} // namespace safety
