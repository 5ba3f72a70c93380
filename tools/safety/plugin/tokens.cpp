/* tokens.cpp - the tokens of checked files, read raw, so that text which the
   preprocessor would skip or a macro that nobody expands is looked at too. */

#include "safety.h"

#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

namespace safety {

static const int no_rule = -1;

static int keyword_rule(StringRef word)
{
    auto of = [](Rule rule) { return static_cast<int>(rule); };
    int rule = llvm::StringSwitch<int>(word)
                   .Case("goto", of(Rule::Goto))
                   .Cases("asm", "__asm", "__asm__", of(Rule::Asm))
                   .Case("union", of(Rule::Union))
                   .Cases("volatile", "__volatile", "__volatile__", "_Atomic", of(Rule::Volatile))
                   .Cases("restrict", "__restrict", "__restrict__", of(Rule::Restrict))
                   .Case("_Generic", of(Rule::Generic))
                   .Cases("typeof", "__typeof", "__typeof__", "typeof_unqual", "__typeof_unqual__", of(Rule::Typeof))
                   .Cases("__typeof_unqual", "__auto_type", "auto", of(Rule::Typeof))
                   .Cases("__attribute__", "__attribute", "__declspec", "_Noreturn", "noreturn", of(Rule::Attribute))
                   .Cases("alignas", "_Alignas", "__alignas", of(Rule::Attribute))
                   .Cases("_Thread_local", "thread_local", "__thread", of(Rule::MutableGlobal))
                   .Case("_Pragma", of(Rule::Directive))
                   .Cases("_Static_assert", "_Bool", no_rule)
                   .Default(-2);
    if (rule != -2)
        return rule;
    bool reserved = word.size() > 1 && word[0] == '_' && (word[1] == '_' || (word[1] >= 'A' && word[1] <= 'Z'));
    return reserved ? of(Rule::ReservedName) : no_rule;
}

class TokenReader {
public:
    TokenReader(Session &s, FileID file)
        : s_(s), file_(file), header_(StringRef(s.file_path(file)).ends_with(".h")),
          library_(StringRef(s.file_path(file)).starts_with("lib/"))
    {
        Lexer lexer(file, s.sm.getBufferOrFake(file), s.sm, s.ci.getLangOpts());
        Token token;
        while (!lexer.LexFromRawLexer(token))
            tokens_.push_back(token);
    }

    void check()
    {
        find_guard();
        for (size_t i = 0; i < tokens_.size(); i++) {
            check_digraph(tokens_[i]);
            if (tokens_[i].is(tok::raw_identifier))
                check_word(tokens_[i]);
            if (tokens_[i].is(tok::hash) && tokens_[i].isAtStartOfLine())
                check_directive(i);
            if (tokens_[i].is(tok::l_square) && is(i + 1, tok::l_square))
                check_attribute(i);
        }
        check_trigraphs();
    }

private:
    Session &s_;
    FileID file_;
    bool header_;
    bool library_;
    std::vector<Token> tokens_;
    std::set<size_t> guard_; /* indices of the '#' of the include guard */

    bool is(size_t i, tok::TokenKind kind) const { return i < tokens_.size() && tokens_[i].is(kind); }

    std::string text(size_t i) const
    {
        return i < tokens_.size() ? Lexer::getSpelling(tokens_[i], s_.sm, s_.ci.getLangOpts()) : "";
    }

    bool directive(size_t i, const char *name) const
    {
        return is(i, tok::hash) && tokens_[i].isAtStartOfLine() && text(i + 1) == name;
    }

    /* #ifndef NAME, #define NAME first, and the #endif as the last directive and last tokens. */
    void find_guard()
    {
        size_t n = tokens_.size();
        if (!header_ || n < 8 || !directive(0, "ifndef") || !directive(3, "define") || text(2) != text(5))
            return;
        if (!directive(n - 2, "endif") || !(is(6, tok::hash) || tokens_[6].isAtStartOfLine()))
            return;
        guard_ = {0, n - 2};
    }

    void check_directive(size_t i)
    {
        std::string name = text(i + 1);
        if (i + 1 >= tokens_.size() || tokens_[i + 1].isAtStartOfLine() || name == "include" || name == "define")
            return;
        SourceLocation loc = tokens_[i].getLocation();
        bool conditional = name == "if" || name == "ifdef" || name == "ifndef" || name == "elif" || name == "else"
                           || name == "endif" || name == "elifdef" || name == "elifndef";
        if (conditional) {
            if (!guard_.count(i))
                s_.report(Rule::Conditional, loc);
        } else if (name == "include_next" || name == "import" || name == "embed") {
            s_.report(Rule::Include, loc);
        } else if (name != "undef") {
            s_.report(Rule::Directive, loc);
        }
    }

    void check_word(const Token &token)
    {
        std::string word = Lexer::getSpelling(token, s_.sm, s_.ci.getLangOpts());
        int rule = keyword_rule(word);
        bool known = (library_ && header_ && word == "__VA_ARGS__") || s_.options.allowed_functions.count(word);
        if (rule != no_rule && !known)
            s_.report(static_cast<Rule>(rule), token.getLocation());
    }

    void check_attribute(size_t i)
    {
        std::string name = text(i + 2);
        bool known = name == "fallthrough" || name == "maybe_unused" || name == "nodiscard";
        if (!known || !is(i + 3, tok::r_square))
            s_.report(Rule::Attribute, tokens_[i].getLocation());
    }

    void check_digraph(const Token &token)
    {
        if (!token.isOneOf(tok::l_square, tok::r_square, tok::l_brace, tok::r_brace, tok::hash, tok::hashhash))
            return;
        std::string spelled = Lexer::getSpelling(token, s_.sm, s_.ci.getLangOpts());
        if (spelled[0] == '<' || spelled[0] == ':' || spelled[0] == '%')
            s_.report(Rule::Digraph, token.getLocation());
    }

    void check_trigraphs()
    {
        StringRef text = s_.sm.getBufferData(file_);
        for (size_t at = text.find("?\?"); at != StringRef::npos; at = text.find("?\?", at + 1))
            if (at + 2 < text.size() && StringRef("=/'()!<>-").contains(text[at + 2]))
                s_.report(Rule::Digraph, s_.sm.getLocForStartOfFile(file_).getLocWithOffset(static_cast<int>(at)));
    }
};

void check_tokens(Session &s)
{
    std::vector<FileID> files;
    files.push_back(s.sm.getMainFileID());
    for (unsigned i = 0; i < s.sm.local_sloc_entry_size(); i++) {
        const SrcMgr::SLocEntry &entry = s.sm.getLocalSLocEntry(i);
        if (entry.isFile())
            files.push_back(s.sm.getFileID(SourceLocation::getFromRawEncoding(entry.getOffset())));
    }
    std::set<FileID> done;
    for (FileID file : files)
        if (done.insert(file).second && s.sm.getFileEntryRefForID(file) && s.file_zone(file) == Zone::Checked)
            TokenReader(s, file).check();
}

} // namespace safety
