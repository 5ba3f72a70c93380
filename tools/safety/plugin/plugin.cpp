/* plugin.cpp - options of the plugin, the walk over the program, and the line
   that tells the runner that the whole file was really looked at. */

#include "safety.h"

#include <fstream>

#include "clang/AST/ASTConsumer.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace safety {

class Walker : public RecursiveASTVisitor<Walker> {
    using Base = RecursiveASTVisitor<Walker>;

public:
    explicit Walker(Session &s) : s_(s) {}

    bool TraverseStmt(Stmt *stmt)
    {
        if (!stmt)
            return true;
        s_.path.push_back({stmt, nullptr});
        inspect(stmt);
        bool more = Base::TraverseStmt(stmt);
        s_.path.pop_back();
        return more;
    }

    bool TraverseDecl(Decl *decl)
    {
        if (!decl || decl->isImplicit())
            return true;
        s_.path.push_back({nullptr, decl});
        inspect(decl);
        bool more = Base::TraverseDecl(decl);
        if (auto *function = dyn_cast<FunctionDecl>(decl))
            traverse_inner_types(function);
        s_.path.pop_back();
        return more;
    }

    /* Only the form with the conversions in it tells what really happens. */
    bool TraverseInitListExpr(InitListExpr *list)
    {
        InitListExpr *semantic = list->isSemanticForm() ? list : list->getSemanticForm();
        for (Stmt *child : (semantic ? semantic : list)->children())
            if (!TraverseStmt(child))
                return false;
        return true;
    }

    bool VisitTypeLoc(TypeLoc loc)
    {
        if (!s_.path.empty())
            check_type_loc(s_, loc);
        return true;
    }

private:
    Session &s_;

    /* Structures that are defined inside a cast, a literal or a parameter list stand in no statement. */
    void traverse_inner_types(FunctionDecl *function)
    {
        for (Decl *inner : function->decls())
            if (isa<TagDecl>(inner))
                TraverseDecl(inner);
    }

    void inspect(const Stmt *stmt)
    {
        check_flow(s_, stmt);
        auto *expr = dyn_cast<Expr>(stmt);
        if (!expr)
            return;
        if (expr->getType().isNull()) { /* the text of an assertion has no type */
            if (!isa<StringLiteral>(expr))
                s_.report(Rule::Extension, expr->getBeginLoc());
            return;
        }
        check_pointer_use(s_, expr);
        check_array_use(s_, expr);
        if (auto *cast = dyn_cast<CastExpr>(expr))
            check_cast(s_, cast);
        else if (isa<CXXNullPtrLiteralExpr>(expr) && s_.checked(expr->getBeginLoc()))
            s_.report(Rule::NullPointer, expr->getBeginLoc());
        check_call(s_, expr);
        check_memory_expr(s_, expr);
        check_macro_effects(s_, expr);
        check_macro_argument(s_, expr);
        if (auto *call = dyn_cast<CallExpr>(expr))
            check_alias(s_, call);
    }

    void inspect(const Decl *decl)
    {
        check_declared_type(s_, decl);
        check_memory_decl(s_, decl);
        check_linkage(s_, decl);
        check_attributes(decl);
        if (auto *function = dyn_cast<FunctionDecl>(decl); function && function->isThisDeclarationADefinition()) {
            s_.functions++;
            check_function_end(s_, function);
        }
        if (isa<FileScopeAsmDecl>(decl) && s_.checked(decl->getLocation()))
            s_.report(Rule::Asm, decl->getLocation());
    }

    /* Attributes that came in by a macro of the system; those written out are found as tokens. */
    void check_attributes(const Decl *decl)
    {
        for (const Attr *attr : decl->attrs()) {
            if (attr->isImplicit() || attr->isInherited() || isa<AnnotateAttr>(attr) || !s_.checked(attr->getLocation()))
                continue;
            if (isa<AsmLabelAttr>(attr))
                s_.report(Rule::Asm, attr->getLocation());
            else if (!isa<UnusedAttr>(attr) && !isa<WarnUnusedResultAttr>(attr))
                s_.report(Rule::Attribute, attr->getLocation());
        }
    }
};

class Consumer : public ASTConsumer {
public:
    Consumer(CompilerInstance &ci, const Options &options) : session_(ci, options)
    {
        install_preprocessor_checks(session_);
    }

    void HandleTranslationUnit(ASTContext &ast) override
    {
        check_tokens(session_);
        session_.at_end();
        Walker walker(session_);
        for (Decl *decl : ast.getTranslationUnitDecl()->decls()) {
            SourceLocation loc = decl->getLocation();
            if (decl->isImplicit() || loc.isInvalid())
                continue;
            FileID file = session_.sm.getFileID(session_.sm.getFileLoc(loc));
            Zone zone = session_.file_zone(file);
            if (zone == Zone::System)
                continue;
            auto *function = dyn_cast<FunctionDecl>(decl);
            if (function)
                check_caps(session_, function);
            if (function && zone == Zone::Trusted)
                check_library_header(session_, function);
            if (auto *record = dyn_cast<RecordDecl>(decl); record && zone == Zone::Trusted)
                check_library_record(session_, record);
            tell_name(decl);
            if (zone == Zone::Checked)
                walker.TraverseDecl(decl);
        }
        llvm::errs() << "safe-c: done, " << session_.functions << " functions\n";
    }

private:
    Session session_;

    /* The runner compares these over all files: a name may be declared in one header only. */
    void tell_name(const Decl *decl)
    {
        auto *named = dyn_cast<NamedDecl>(decl);
        bool counts = named && (isa<FunctionDecl>(decl) || isa<VarDecl>(decl)) && named->hasExternalFormalLinkage();
        if (counts && session_.in_header(decl->getLocation()))
            llvm::errs() << "safe-c: name " << named->getNameAsString() << " "
                         << session_.path_of(decl->getLocation()) << "\n";
    }
};

class Action : public PluginASTAction {
protected:
    std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &ci, llvm::StringRef) override
    {
        return std::make_unique<Consumer>(ci, options_);
    }

    bool ParseArgs(const CompilerInstance &ci, const std::vector<std::string> &args) override
    {
        bool ok = true, lists = false;
        for (llvm::StringRef arg : args) {
            if (arg.consume_front("root="))
                ok = ok && set_root(arg);
            else if (arg.consume_front("checked="))
                options_.checked.push_back(arg.str());
            else if (arg.consume_front("lists="))
                lists = read_lists(arg.str());
            else
                ok = false;
        }
        if (!ok || !lists || options_.root.empty()) {
            llvm::errs() << "safe-c: error: bad options or unreadable lists\n";
            unsigned id = const_cast<CompilerInstance &>(ci).getDiagnostics().getCustomDiagID(
                DiagnosticsEngine::Fatal, "safe-c: bad options or unreadable lists");
            const_cast<CompilerInstance &>(ci).getDiagnostics().Report(id);
            return false;
        }
        return true;
    }

    ActionType getActionType() override { return AddBeforeMainAction; }

private:
    Options options_;

    bool set_root(llvm::StringRef path)
    {
        llvm::SmallString<256> real;
        if (llvm::sys::fs::real_path(path, real))
            return false;
        options_.root = real.str().str();
        return true;
    }

    static bool read_list(const std::string &path, std::set<std::string> &set)
    {
        std::ifstream in(path);
        if (!in)
            return false;
        for (std::string line; std::getline(in, line);) {
            llvm::StringRef word = llvm::StringRef(line).split('#').first.trim();
            if (!word.empty())
                set.insert(word.str());
        }
        return in.eof() && !in.bad();
    }

    bool read_lists(const std::string &dir)
    {
        return read_list(dir + "/allowed-functions.txt", options_.allowed_functions)
               && read_list(dir + "/allowed-includes.txt", options_.allowed_includes)
               && read_list(dir + "/trusted-macros.txt", options_.trusted_macros)
               && read_list(dir + "/borrowed-types.txt", options_.borrowed_types)
               && read_list(dir + "/private-headers.txt", options_.private_headers);
    }
};

static FrontendPluginRegistry::Add<Action> registration("safecu", "the safe subset of safe-coreutils");

} // namespace safety
