/* pointers.cpp - expressions that make, use or convert pointers.

   What is left to a program: '&object' and a pointer parameter as arguments of
   a call, '*p' and 'p->member' on a parameter.  Everything else that has the
   type of a pointer is refused here. */

#include "safety.h"

namespace safety {

static bool is_call_argument(const Node &user, const Expr *expr)
{
    auto *call = dyn_cast_or_null<CallExpr>(user.stmt);
    return call && call->getCallee()->IgnoreParenImpCasts() != expr->IgnoreParenImpCasts();
}

/* A trusted macro may hand a pointer on or look through it, but not keep it. */
static bool is_used_by_macro(Session &s, const Node &user)
{
    if (!user.stmt || s.node_zone(user) != Zone::Trusted)
        return false;
    if (auto *unary = dyn_cast<UnaryOperator>(user.stmt))
        return unary->getOpcode() == UO_Deref;
    auto *member = dyn_cast<MemberExpr>(user.stmt);
    return member && member->isArrow();
}

static void check_address_of(Session &s, const UnaryOperator *expr)
{
    QualType type = expr->getSubExpr()->getType();
    if (type->isArrayType())
        s.report(Rule::ArrayDecay, expr->getOperatorLoc());
    else if (type->isPointerType())
        s.report(Rule::PointerToPointer, expr->getOperatorLoc());
    else if (type->isSpecificBuiltinType(BuiltinType::Char_S) || type->isSpecificBuiltinType(BuiltinType::SChar)
             || type->isSpecificBuiltinType(BuiltinType::Char_U))
        s.report(Rule::CharPointer, expr->getOperatorLoc());
    Node user = s.user();
    if (type->isFunctionType() || !(is_call_argument(user, expr) || is_used_by_macro(s, user)))
        s.report(Rule::AddressOf, expr->getOperatorLoc());
}

static void check_dereference(Session &s, const Expr *base, SourceLocation loc)
{
    if (!s.checked(loc) || !is_data_pointer(base->getType()))
        return;
    if (!as_parameter(base))
        s.report(Rule::Deref, loc);
}

static void check_unary(Session &s, const UnaryOperator *expr)
{
    SourceLocation loc = expr->getOperatorLoc();
    if (!s.checked(loc))
        return;
    QualType type = expr->getSubExpr()->getType();
    if (expr->getOpcode() == UO_AddrOf)
        check_address_of(s, expr);
    else if (expr->getOpcode() == UO_Deref)
        check_dereference(s, expr->getSubExpr(), loc);
    else if (expr->isIncrementDecrementOp() && type->isPointerType())
        s.report(Rule::PointerArith, loc);
    else if (expr->getOpcode() == UO_LNot && is_data_pointer(type))
        s.report(Rule::PointerExpr, loc);
}

static void check_binary(Session &s, const BinaryOperator *expr)
{
    SourceLocation loc = expr->getOperatorLoc();
    QualType left = expr->getLHS()->getType(), right = expr->getRHS()->getType();
    if (!s.checked(loc))
        return;
    if (expr->getOpcode() == BO_Assign) {
        if (is_data_pointer(left) || (is_function_pointer(left) && as_parameter(expr->getLHS())))
            s.report(Rule::PointerAssign, loc);
    } else if (expr->isLogicalOp() || expr->isCommaOp()) {
        if (is_data_pointer(right) || (expr->isLogicalOp() && is_data_pointer(left)))
            s.report(Rule::PointerExpr, loc);
    } else if (left->isAnyPointerType() || right->isAnyPointerType() || left->isNullPtrType()
               || right->isNullPtrType()) {
        s.report(Rule::PointerArith, loc);
    }
}

/* The value of a pointer parameter, where it ends up. */
static void check_parameter_value(Session &s, const ImplicitCastExpr *expr)
{
    Node user = s.user();
    if (is_call_argument(user, expr) || is_used_by_macro(s, user))
        return;
    if (user.stmt && s.node_zone(user) != Zone::Trusted) {
        /* These report themselves, with a better name. */
        if (isa<BinaryOperator>(user.stmt) || isa<UnaryOperator>(user.stmt) || isa<CStyleCastExpr>(user.stmt)
            || isa<ArraySubscriptExpr>(user.stmt))
            return;
        auto *member = dyn_cast<MemberExpr>(user.stmt);
        if (member && member->isArrow())
            return;
    }
    s.report(Rule::PointerExpr, anchor(expr));
}

static bool is_plain_pointer_form(const Expr *expr)
{
    if (auto *ref = dyn_cast<DeclRefExpr>(expr))
        return isa<ParmVarDecl>(ref->getDecl());
    /* Casts, decay, arithmetic and '&' are judged by their own checks. */
    return isa<ParenExpr>(expr) || isa<ImplicitValueInitExpr>(expr) || isa<CastExpr>(expr) || isa<UnaryOperator>(expr) || isa<BinaryOperator>(expr);
}

void check_pointer_use(Session &s, const Expr *expr)
{
    if (auto *e = dyn_cast<UnaryOperator>(expr))
        check_unary(s, e);
    else if (auto *e = dyn_cast<BinaryOperator>(expr))
        check_binary(s, e);
    else if (auto *e = dyn_cast<MemberExpr>(expr); e && e->isArrow())
        check_dereference(s, e->getBase(), e->getOperatorLoc());
    else if (auto *e = dyn_cast<ImplicitCastExpr>(expr);
             e && e->getCastKind() == CK_LValueToRValue && is_data_pointer(e->getType())
             && as_parameter(e->getSubExpr()) && s.checked(anchor(e)))
        check_parameter_value(s, e);
    if (is_data_pointer(expr->getType()) && !is_plain_pointer_form(expr) && !isa<CXXNullPtrLiteralExpr>(expr)
        && s.checked(anchor(expr)))
        s.report(Rule::PointerExpr, anchor(expr));
}

/* Tables and string literals are used only as the argument of a trusted macro
   whose body, not the program's text around it, takes the address. */
static bool is_macro_table(Session &s, const Expr *array)
{
    SourceLocation loc = anchor(array);
    if (!s.in_trusted_argument(loc) || s.node_zone(s.user()) != Zone::Trusted)
        return false;
    if (isa<StringLiteral>(array))
        return true;
    auto *ref = dyn_cast<DeclRefExpr>(array);
    auto *var = ref ? dyn_cast<VarDecl>(ref->getDecl()) : nullptr;
    return var && var->hasGlobalStorage() && var->getType().isConstQualified();
}

void check_array_use(Session &s, const Expr *expr)
{
    if (auto *e = dyn_cast<ArraySubscriptExpr>(expr); e && s.checked(e->getRBracketLoc()))
        s.report(Rule::Subscript, e->getRBracketLoc());
    auto *cast = dyn_cast<ImplicitCastExpr>(expr);
    if (!cast || cast->getCastKind() != CK_ArrayToPointerDecay)
        return;
    const Expr *array = cast->getSubExpr()->IgnoreParens();
    Node user = s.user();
    if (!s.checked(anchor(array)) || is_macro_table(s, array))
        return;
    if (user.stmt && isa<ArraySubscriptExpr>(user.stmt) && s.node_zone(user) != Zone::Trusted)
        return; /* reported as a subscript */
    bool text = isa<StringLiteral>(array) || isa<PredefinedExpr>(array);
    s.report(text ? Rule::CharPointer : Rule::ArrayDecay, anchor(array));
}

static bool drops_qualifiers(QualType from, QualType to)
{
    if (!from->isPointerType() || !to->isPointerType())
        return false;
    return !to->getPointeeType().isAtLeastAsQualifiedAs(from->getPointeeType());
}

static void check_implicit_cast(Session &s, const ImplicitCastExpr *expr)
{
    QualType from = expr->getSubExpr()->getType(), to = expr->getType();
    SourceLocation loc = anchor(expr);
    if (!s.checked(loc) || s.node_zone(s.user()) == Zone::Trusted)
        return;
    switch (expr->getCastKind()) {
    case CK_NullToPointer:
        s.report(Rule::NullPointer, loc);
        break;
    case CK_BitCast:
    case CK_IntegralToPointer:
    case CK_PointerToIntegral:
    case CK_AddressSpaceConversion:
        if (is_function_pointer(from) || is_function_pointer(to))
            s.report(Rule::FunctionPointerCast, loc);
        else if (from->isAnyPointerType() || to->isAnyPointerType())
            s.report(Rule::PointerCast, loc);
        break;
    case CK_PointerToBoolean:
        if (is_data_pointer(from))
            s.report(Rule::PointerExpr, loc);
        break;
    case CK_NoOp:
        if (drops_qualifiers(from, to))
            s.report(Rule::PointerCast, loc);
        break;
    default:
        break;
    }
}

/* A cast of the library makes a pointer of library text or of a literal, never of what a program says. */
static void check_library_cast(Session &s, const CastExpr *expr)
{
    const Expr *from = expr->getSubExpr()->IgnoreParenImpCasts();
    if (is_data_pointer(expr->getType()) && s.checked(anchor(from)) && !isa<StringLiteral>(from))
        s.report(Rule::PointerCast, anchor(from));
}

void check_cast(Session &s, const CastExpr *expr)
{
    if (auto *e = dyn_cast<ImplicitCastExpr>(expr)) {
        check_implicit_cast(s, e);
        return;
    }
    auto *e = dyn_cast<CStyleCastExpr>(expr);
    SourceLocation loc = e ? e->getLParenLoc() : expr->getBeginLoc();
    if (!s.checked(loc)) {
        check_library_cast(s, expr);
        return;
    }
    QualType from = expr->getSubExpr()->getType(), to = expr->getType();
    bool null = to->isPointerType()
                && expr->getSubExpr()->isNullPointerConstant(s.ci.getASTContext(), Expr::NPC_ValueDependentIsNull);
    if (null)
        s.report(Rule::NullPointer, loc);
    else if (to->isVoidType())
        return;
    else if (is_function_pointer(from) || is_function_pointer(to))
        s.report(Rule::FunctionPointerCast, loc);
    else if (is_data_pointer(from) || is_data_pointer(to) || from->isArrayType())
        s.report(Rule::PointerCast, loc);
    else if (e)
        check_value_cast(s, e);
}

} // namespace safety
