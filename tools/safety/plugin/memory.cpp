/* memory.cpp - initialised objects, owners, private members, static storage
   and linkage. */

#include "safety.h"

namespace safety {

static void check_initialised(Session &s, const VarDecl *var)
{
    if (var->isLocalVarDecl() && !var->hasGlobalStorage() && !var->hasInit())
        s.report(Rule::Uninitialized, var->getLocation());
}

static void check_static_storage(Session &s, const VarDecl *var)
{
    if (!var->hasGlobalStorage())
        return;
    QualType element = s.ci.getASTContext().getBaseElementType(var->getType());
    if (!element.isConstQualified() || var->getTLSKind() != VarDecl::TLS_None)
        s.report(Rule::MutableGlobal, var->getLocation());
}

void check_memory_decl(Session &s, const Decl *decl)
{
    auto *var = dyn_cast<VarDecl>(decl);
    if (!var || isa<ParmVarDecl>(var) || !s.checked(var->getLocation()))
        return;
    check_initialised(s, var);
    check_static_storage(s, var);
}

static bool is_entry_name(const NamedDecl *decl)
{
    return decl->getIdentifier() && decl->getName().starts_with("prog_");
}

/* A foreign name is declared once, in a header of the room that defines it; so
   every user and the definition see the same type. */
static void check_home(Session &s, const NamedDecl *decl, bool definition)
{
    SourceLocation loc = decl->getLocation();
    if (!definition && !s.in_header(loc))
        s.report(Rule::ExternDecl, loc);
    if (is_entry_name(decl) && !llvm::StringRef(s.path_of(decl->getCanonicalDecl()->getLocation())).starts_with("lib/"))
        s.report(Rule::ExternDecl, loc);
    for (const Decl *other = decl->getPreviousDecl(); other && !is_entry_name(decl); other = other->getPreviousDecl())
        if (!other->isImplicit() && other->getLocation().isValid() && s.room(other->getLocation()) != s.room(loc))
            s.report(Rule::ExternDecl, loc);
}

void check_linkage(Session &s, const Decl *decl)
{
    if (!s.checked(decl->getLocation()))
        return;
    if (auto *function = dyn_cast<FunctionDecl>(decl)) {
        if (function->getStorageClass() == SC_Static)
            return;
        if (function->isInlineSpecified() || function->getBuiltinID() != 0 || function->isMain())
            s.report(Rule::ExternDecl, function->getLocation());
        check_home(s, function, function->isThisDeclarationADefinition());
    } else if (auto *var = dyn_cast<VarDecl>(decl)) {
        if (var->hasExternalFormalLinkage())
            check_home(s, var, var->isThisDeclarationADefinition() != VarDecl::DeclarationOnly);
    }
}

/* Private names belong to the room of the structure that holds them. */
static bool is_foreign_private(Session &s, const FieldDecl *field, SourceLocation use)
{
    if (!is_private_name(field->getName()))
        return false;
    SourceLocation home = field->getLocation();
    return s.zone(home) == Zone::Trusted || s.room(home) != s.spelled_room(use);
}

static void check_member(Session &s, const MemberExpr *expr)
{
    auto *field = dyn_cast<FieldDecl>(expr->getMemberDecl());
    if (!field || expr->getMemberLoc().isInvalid())
        return;
    SourceLocation loc = expr->getMemberLoc();
    if (s.checked(loc) && is_foreign_private(s, field, loc))
        s.report(Rule::PrivateMember, loc);
    /* A library macro may look into private members of library types only. */
    if (!s.checked(loc) && is_private_name(field->getName()) && s.zone(field->getLocation()) != Zone::Trusted)
        s.report(Rule::Shadow, loc);
}

static void check_private_init(Session &s, const InitListExpr *list)
{
    const RecordDecl *record = list->getType()->getAsRecordDecl();
    if (!record || !s.checked(list->getLBraceLoc()))
        return;
    unsigned i = 0;
    for (const FieldDecl *field : record->fields()) {
        if (field->isUnnamedBitField())
            continue;
        if (i >= list->getNumInits())
            break;
        const Expr *init = list->getInit(i++);
        if (init && !isa<ImplicitValueInitExpr>(init) && is_foreign_private(s, field, list->getLBraceLoc()))
            s.report(Rule::PrivateInit, init->getBeginLoc());
    }
}

static void check_owner(Session &s, const Expr *expr)
{
    SourceLocation loc = anchor(expr);
    if (auto *assign = dyn_cast<BinaryOperator>(expr)) {
        if (assign->isAssignmentOp() && s.is_owner(assign->getLHS()->getType()) && s.checked(loc))
            s.report(Rule::OwnerCopy, loc);
        return;
    }
    auto *discard = dyn_cast_or_null<CStyleCastExpr>(s.user().stmt);
    if (discard && discard->getCastKind() == CK_ToVoid)
        return;
    auto *cast = dyn_cast<ImplicitCastExpr>(expr);
    bool value = isa<CallExpr>(expr) || (cast && cast->getCastKind() == CK_LValueToRValue);
    if (value && s.is_owner(expr->getType()) && (s.checked(loc) || s.node_zone(s.user()) != Zone::Trusted))
        s.report(Rule::OwnerCopy, loc);
}

/* A borrowed value points at temporaries of the statement that makes it. */
static void check_borrow(Session &s, const Expr *expr)
{
    if (auto *assign = dyn_cast<BinaryOperator>(expr);
        assign && assign->isAssignmentOp() && s.is_borrow(assign->getLHS()->getType()) && s.checked(anchor(expr)))
        s.report(Rule::Borrow, anchor(expr));
    if (!s.is_borrow(expr->getType()) || !(isa<ImplicitCastExpr>(expr) || isa<CallExpr>(expr)))
        return;
    Node user = s.user();
    bool argument = user.stmt && isa<CallExpr>(user.stmt);
    if (!argument && s.node_zone(user) != Zone::Trusted)
        s.report(Rule::Borrow, anchor(expr));
}

static void check_own_initializer(Session &s, const DeclRefExpr *ref)
{
    auto *var = dyn_cast<VarDecl>(ref->getDecl());
    if (!var || var->hasGlobalStorage() || !s.checked(ref->getLocation()))
        return;
    for (size_t i = s.path.size(); i-- > 0;) {
        const Node &node = s.path[i];
        if (node.stmt && isa<UnaryExprOrTypeTraitExpr>(node.stmt))
            return;
        if (node.decl)  {
            if (node.decl == var)
                s.report(Rule::Uninitialized, ref->getLocation());
            return;
        }
    }
}

void check_memory_expr(Session &s, const Expr *expr)
{
    if (auto *member = dyn_cast<MemberExpr>(expr))
        check_member(s, member);
    else if (auto *list = dyn_cast<InitListExpr>(expr))
        check_private_init(s, list);
    else if (auto *ref = dyn_cast<DeclRefExpr>(expr))
        check_own_initializer(s, ref);
    check_owner(s, expr);
    check_borrow(s, expr);
}

} // namespace safety
