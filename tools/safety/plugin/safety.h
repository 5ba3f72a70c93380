/* safety.h - what every check of the plugin shares: rules, options, the zones
   of the tree, and the path from the translation unit down to a node.

   Trust is decided for each token by where it is spelled, not by where it is
   expanded: the body of a macro of lib/safe is trusted wherever it is used,
   and the arguments that a program gives it never are. */

#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/TypeLoc.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"

namespace safety {

using namespace clang;

enum class Rule {
#define RULE(id, name, text) id,
#include "rules.def"
#undef RULE
};

enum class Zone {
    System,  /* libc, gnulib, the compiler: neither checked nor trusted */
    Trusted, /* lib/safe and lib/sys, and macro bodies of listed headers */
    Checked, /* src and every other room of lib */
};

struct Options {
    std::string root;                         /* absolute path of the source tree */
    std::vector<std::string> checked;         /* further checked directories, for the fixtures */
    std::set<std::string> allowed_functions;
    std::set<std::string> allowed_includes;
    std::set<std::string> trusted_macros;     /* "HEADER NAME": macros of rooms whose bodies are trusted */
    std::set<std::string> borrowed_types;     /* types whose values are good for one call */
    std::set<std::string> private_headers;    /* headers of lib/safe and lib/sys that programs may not use */
};

/* One step of the path to the node under inspection: a statement or a declaration. */
struct Node {
    const Stmt *stmt = nullptr;
    const Decl *decl = nullptr;
};

class Session {
public:
    Session(CompilerInstance &ci, const Options &options)
        : ci(ci), sm(ci.getSourceManager()), options(options) {}

    CompilerInstance &ci;
    SourceManager &sm;
    const Options options; /* a copy: the action that read them is gone before the walk */
    std::vector<Node> path; /* innermost node last */
    std::function<void()> at_end; /* the preprocessor checks that need the whole file */
    unsigned functions = 0; /* function bodies that were inspected */

    Zone file_zone(FileID file);
    Zone zone(SourceLocation loc);
    bool checked(SourceLocation loc) { return zone(loc) != Zone::Trusted; }
    std::set<unsigned> trusted_arguments(SourceLocation loc);
    bool in_trusted_argument(SourceLocation loc) { return !trusted_arguments(loc).empty(); }
    SourceLocation toward_spelling(SourceLocation loc);

    std::string file_path(FileID file); /* below the root; empty when outside */
    std::string path_of(SourceLocation loc); /* of the file where LOC stands, macros expanded */
    std::string room(SourceLocation loc);
    std::string spelled_room(SourceLocation loc); /* of the file where the token is spelled */
    bool in_header(SourceLocation loc);

    void report(Rule rule, SourceLocation loc);

    /* The node that uses the current one, parentheses and implicit casts skipped. */
    Node user(size_t *index = nullptr) const;
    Zone node_zone(const Node &node);

    bool is_owner(QualType type);
    bool is_borrow(QualType type);

private:
    std::string room_of_path(llvm::StringRef path);

    std::map<FileID, Zone> zones_;
    std::set<std::pair<unsigned, int>> seen_;
    std::map<const RecordDecl *, bool> owners_;
};

/* The token that decides whether STMT was written by a program or by a macro. */
SourceLocation anchor(const Stmt *stmt);

bool is_private_name(llvm::StringRef name);
bool is_data_pointer(QualType type);
bool is_function_pointer(QualType type);
bool has_annotation(const Decl *decl, llvm::StringRef text);
const ParmVarDecl *as_parameter(const Expr *expr);

/* The checks, by job.  Each is called once for every node of checked code. */
void check_declared_type(Session &s, const Decl *decl);
void check_type_loc(Session &s, TypeLoc loc);
void check_pointer_use(Session &s, const Expr *expr);
void check_array_use(Session &s, const Expr *expr);
void check_cast(Session &s, const CastExpr *expr);
void check_value_cast(Session &s, const CStyleCastExpr *expr);
void check_call(Session &s, const Expr *expr);
void check_memory_decl(Session &s, const Decl *decl);
void check_memory_expr(Session &s, const Expr *expr);
void check_linkage(Session &s, const Decl *decl);
void check_flow(Session &s, const Stmt *stmt);
void check_function_end(Session &s, const FunctionDecl *function);
void check_caps(Session &s, const FunctionDecl *function);
void check_library_header(Session &s, const FunctionDecl *function);
void check_macro_effects(Session &s, const Expr *expr);
void check_macro_argument(Session &s, const Expr *expr);
void check_alias(Session &s, const CallExpr *call);
void check_library_record(Session &s, const RecordDecl *record);

/* Token and directive checks; installed before the source is read. */
void install_preprocessor_checks(Session &s);
void check_tokens(Session &s);

} // namespace safety
