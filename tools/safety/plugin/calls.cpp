/* calls.cpp - which functions may be named and called, and what a name of the
   program may not do to a macro of the library. */

#include "safety.h"

namespace safety {

static bool in_library_header(Session &s, const FunctionDecl *function)
{
    for (const FunctionDecl *decl : function->redecls()) {
        llvm::StringRef path(decl->getLocation().isValid() ? s.path_of(decl->getLocation()) : "");
        std::string text = s.path_of(decl->getLocation());
        llvm::StringRef where(text);
        if (where.starts_with("lib/") && !where.starts_with("lib/gnulib/") && where.ends_with(".h"))
            return true;
    }
    return false;
}

static bool in_program(Session &s, const FunctionDecl *function)
{
    for (const FunctionDecl *decl : function->redecls()) {
        if (decl->isImplicit() || decl->getLocation().isInvalid())
            continue;
        FileID file = s.sm.getFileID(s.sm.getFileLoc(decl->getLocation()));
        if (s.file_zone(file) == Zone::Checked)
            return true;
    }
    return false;
}

static bool is_jump(llvm::StringRef name)
{
    return name == "setjmp" || name == "_setjmp" || name == "sigsetjmp" || name == "__sigsetjmp"
           || name == "longjmp" || name == "_longjmp" || name == "siglongjmp";
}

static bool is_builtin_name(const FunctionDecl *function)
{
    return function->getBuiltinID() != 0 && !function->isStatic();
}

/* Functions whose names end in '_' are for lib/safe and lib/sys, or for the rooms of lib, depending on
   where they are declared; those of a private header are for lib/safe and lib/sys whatever their name. */
static bool is_foreign_private(Session &s, const FunctionDecl *function, SourceLocation use)
{
    SourceLocation home = function->getCanonicalDecl()->getLocation();
    if (s.options.private_headers.count(s.path_of(home)))
        return true;
    if (!is_private_name(function->getName()) || s.room(home) == s.spelled_room(use))
        return false;
    bool between_rooms = s.zone(home) == Zone::Checked && llvm::StringRef(s.spelled_room(use)).starts_with("lib/");
    return !between_rooms;
}

static void check_named_function(Session &s, const DeclRefExpr *ref, const FunctionDecl *function)
{
    if (!function->getIdentifier())
        return;
    llvm::StringRef name = function->getName();
    if (is_jump(name)) {
        s.report(Rule::Setjmp, ref->getLocation());
        return;
    }
    if (s.options.allowed_functions.count(name.str()))
        return;
    if (is_builtin_name(function) || !(in_library_header(s, function) || in_program(s, function)))
        s.report(Rule::AllowList, ref->getLocation());
    else if (is_foreign_private(s, function, ref->getLocation()))
        s.report(Rule::PrivateMember, ref->getLocation());
}

static bool is_local(const ValueDecl *decl)
{
    return decl->getDeclContext()->isFunctionOrMethod();
}

/* A name in the body of a library macro must mean what it means in the library. */
static void check_macro_body_name(Session &s, const DeclRefExpr *ref)
{
    const ValueDecl *decl = ref->getDecl();
    if (decl->isImplicit() || decl->getLocation().isInvalid() || s.zone(decl->getLocation()) != Zone::Checked)
        return;
    if (is_local(decl) || !s.in_header(decl->getCanonicalDecl()->getLocation()))
        s.report(Rule::Shadow, ref->getLocation());
}

static void check_named_value(Session &s, const DeclRefExpr *ref)
{
    const ValueDecl *decl = ref->getDecl();
    if (!s.checked(ref->getLocation())) {
        check_macro_body_name(s, ref);
        return;
    }
    if (auto *function = dyn_cast<FunctionDecl>(decl)) {
        check_named_function(s, ref, function);
        return;
    }
    if (s.zone(decl->getLocation()) != Zone::Trusted)
        return;
    if (is_private_name(decl->getName()) || (is_local(decl) && isa<VarDecl>(decl)))
        s.report(Rule::PrivateMember, ref->getLocation());
}

static void check_variable_arguments(Session &s, const CallExpr *call)
{
    if (!s.checked(call->getRParenLoc()))
        return;
    const FunctionDecl *function = call->getDirectCallee();
    if (function && function->hasAttr<FormatAttr>())
        s.report(Rule::Format, call->getRParenLoc());
    QualType type = call->getCallee()->getType();
    if (type->isPointerType())
        type = type->getPointeeType();
    auto *prototype = type->getAs<FunctionProtoType>();
    if (prototype && prototype->isVariadic())
        s.report(Rule::Variadic, call->getRParenLoc());
}

void check_call(Session &s, const Expr *expr)
{
    if (auto *ref = dyn_cast<DeclRefExpr>(expr))
        check_named_value(s, ref);
    else if (auto *call = dyn_cast<CallExpr>(expr))
        check_variable_arguments(s, call);
    else if (isa<VAArgExpr>(expr) && s.checked(expr->getBeginLoc()))
        s.report(Rule::Variadic, expr->getBeginLoc());
}

/* What a program gives to a library macro must not reach out of the parameter that it was given for, as
   a '?' would whose condition is part of the macro's own text. */
void check_macro_argument(Session &s, const Expr *expr)
{
    if (isa<ImplicitCastExpr>(expr) || isa<ParenExpr>(expr) || isa<StringLiteral>(expr))
        return;
    SourceLocation loc = anchor(expr);
    if (!loc.isMacroID() || !s.checked(loc))
        return;
    std::set<unsigned> given = s.trusted_arguments(loc);
    if (given.empty())
        return;
    std::set<unsigned> first = s.trusted_arguments(expr->getBeginLoc()), last = s.trusted_arguments(expr->getEndLoc());
    for (unsigned place : given)
        if (!first.count(place) || !last.count(place))
            s.report(Rule::MacroArgument, loc);
}

/* An argument with an effect that a library macro evaluates twice could make
   the value that was checked differ from the value that is used. */
void check_macro_effects(Session &s, const Expr *expr)
{
    static std::map<unsigned, const Expr *> first_seen;
    bool effect = isa<CallExpr>(expr);
    if (auto *e = dyn_cast<UnaryOperator>(expr))
        effect = e->isIncrementDecrementOp();
    if (auto *e = dyn_cast<BinaryOperator>(expr))
        effect = e->isAssignmentOp();
    SourceLocation loc = anchor(expr);
    if (!effect || !loc.isMacroID() || !s.checked(loc) || !s.in_trusted_argument(loc))
        return;
    for (const Node &node : s.path)
        if (node.stmt && isa<UnaryExprOrTypeTraitExpr>(node.stmt))
            return;
    SourceLocation spelled = s.sm.getSpellingLoc(loc);
    auto [entry, fresh] = first_seen.insert({spelled.getRawEncoding(), expr});
    if (!fresh && entry->second != expr)
        s.report(Rule::MacroSideEffect, loc);
}

} // namespace safety
