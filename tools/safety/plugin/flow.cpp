/* flow.cpp - jumps, constructs outside the subset, casts between numbers, and
   functions whose end can be reached without a value. */

#include "safety.h"

#include "llvm/ADT/APSInt.h"

namespace safety {

static const CompoundStmt *switch_body(const SwitchStmt *stmt)
{
    return dyn_cast<CompoundStmt>(stmt->getBody());
}

/* Where the path stands: the label's chain of cases, then the body, then the switch. */
static void check_label_place(Session &s, const SwitchCase *label)
{
    size_t i = s.path.size() - 1;
    while (i > 0 && s.path[i - 1].stmt && isa<SwitchCase>(s.path[i - 1].stmt))
        i--;
    bool direct = i >= 2 && s.path[i - 1].stmt && isa<CompoundStmt>(s.path[i - 1].stmt) && s.path[i - 2].stmt
                  && isa<SwitchStmt>(s.path[i - 2].stmt);
    if (!direct && s.checked(label->getKeywordLoc()))
        s.report(Rule::SwitchLabel, label->getKeywordLoc());
}

/* A declaration between the labels of a switch would be jumped past. */
static void check_switch_declarations(Session &s, const SwitchStmt *stmt)
{
    const CompoundStmt *body = switch_body(stmt);
    if (!body) {
        if (s.checked(stmt->getSwitchLoc()))
            s.report(Rule::SwitchLabel, stmt->getSwitchLoc());
        return;
    }
    for (const Stmt *child : body->body()) {
        while (auto *label = dyn_cast<SwitchCase>(child))
            child = label->getSubStmt();
        auto *declaration = dyn_cast<DeclStmt>(child);
        if (declaration && s.checked(declaration->getBeginLoc()))
            s.report(Rule::Uninitialized, declaration->getBeginLoc());
    }
}

void check_flow(Session &s, const Stmt *stmt)
{
    if (auto *label = dyn_cast<SwitchCase>(stmt)) {
        check_label_place(s, label);
        return;
    }
    if (auto *sw = dyn_cast<SwitchStmt>(stmt)) {
        check_switch_declarations(s, sw);
        return;
    }
    SourceLocation loc = stmt->getBeginLoc();
    if (!s.checked(loc))
        return;
    if (isa<GotoStmt>(stmt) || isa<IndirectGotoStmt>(stmt) || isa<LabelStmt>(stmt) || isa<AddrLabelExpr>(stmt))
        s.report(Rule::Goto, loc);
    else if (isa<AsmStmt>(stmt))
        s.report(Rule::Asm, loc);
    else if (isa<StmtExpr>(stmt))
        s.report(Rule::StatementExpr, loc);
    else if (isa<GenericSelectionExpr>(stmt))
        s.report(Rule::Generic, loc);
    else if (isa<ChooseExpr>(stmt) || isa<ShuffleVectorExpr>(stmt) || isa<ConvertVectorExpr>(stmt)
             || isa<OffsetOfExpr>(stmt) || isa<AtomicExpr>(stmt) || isa<BlockExpr>(stmt)
             || isa<ImaginaryLiteral>(stmt) || isa<SourceLocExpr>(stmt) || isa<DesignatedInitUpdateExpr>(stmt)
             || isa<RecoveryExpr>(stmt))
        s.report(Rule::Extension, loc);
}

/* ---- casts between numbers ---- */

struct Range {
    unsigned bits; /* value bits, without the sign */
    bool negative;
};

static Range type_range(ASTContext &ast, QualType type)
{
    if (type->isBooleanType())
        return {1, false};
    unsigned bits = static_cast<unsigned>(ast.getIntWidth(type));
    return type->isSignedIntegerOrEnumerationType() ? Range{bits - 1, true} : Range{bits, false};
}

static Range value_range(ASTContext &ast, const Expr *expr)
{
    expr = expr->IgnoreParens();
    Expr::EvalResult known;
    if (expr->EvaluateAsInt(known, ast)) {
        llvm::APSInt value = known.Val.getInt();
        if (value.isNegative())
            return {value.getSignificantBits() - 1, true};
        return {value.getActiveBits(), false};
    }
    Range whole = type_range(ast, expr->getType());
    if (auto *cast = dyn_cast<CastExpr>(expr); cast && cast->getSubExpr()->getType()->isIntegralOrEnumerationType()) {
        Range inner = value_range(ast, cast->getSubExpr());
        return inner.bits <= whole.bits && (!inner.negative || whole.negative) ? inner : whole;
    }
    auto *op = dyn_cast<BinaryOperator>(expr);
    if (!op || !op->getLHS()->getType()->isIntegralOrEnumerationType())
        return whole;
    if (op->isComparisonOp() || op->isLogicalOp())
        return {1, false};
    Range left = value_range(ast, op->getLHS()), right = value_range(ast, op->getRHS());
    if (op->getOpcode() == BO_And && (!left.negative || !right.negative)) {
        unsigned a = left.negative ? right.bits : left.bits, b = right.negative ? left.bits : right.bits;
        return {std::min(a, b), false};
    }
    if ((op->getOpcode() == BO_Or || op->getOpcode() == BO_Xor) && !left.negative && !right.negative)
        return {std::max(left.bits, right.bits), false};
    if (op->getOpcode() == BO_Rem && !left.negative && !right.negative)
        return {std::min(left.bits, right.bits), false};
    return whole;
}

static bool preserves(ASTContext &ast, const Expr *from, QualType to)
{
    QualType type = from->getType();
    if (to->isRealFloatingType())
        return type->isIntegralOrEnumerationType()
               || (type->isRealFloatingType() && ast.getFloatingTypeOrder(to, type) >= 0);
    if (to->isBooleanType())
        return type->isArithmeticType() || type->isEnumeralType();
    if (!to->isIntegralOrEnumerationType() || !type->isIntegralOrEnumerationType())
        return false;
    Range value = value_range(ast, from), room = type_range(ast, to);
    return value.bits <= room.bits && (!value.negative || room.negative);
}

void check_value_cast(Session &s, const CStyleCastExpr *expr)
{
    if (!preserves(s.ci.getASTContext(), expr->getSubExpr(), expr->getType()))
        s.report(Rule::Cast, expr->getLParenLoc());
}

/* ---- the end of a function ---- */

static bool always_true(ASTContext &ast, const Expr *condition)
{
    if (!condition)
        return true;
    Expr::EvalResult value;
    return condition->EvaluateAsInt(value, ast) && value.Val.getInt().getBoolValue();
}

/* Whether a 'break' in STMT leaves the statement that STMT is the body of. */
static bool has_break(const Stmt *stmt)
{
    if (!stmt)
        return false;
    if (isa<BreakStmt>(stmt))
        return true;
    if (isa<ForStmt>(stmt) || isa<WhileStmt>(stmt) || isa<DoStmt>(stmt) || isa<SwitchStmt>(stmt) || isa<Expr>(stmt))
        return false;
    for (const Stmt *child : stmt->children())
        if (has_break(child))
            return true;
    return false;
}

static bool never_falls_out(ASTContext &ast, const Stmt *stmt);

static bool switch_never_falls_out(ASTContext &ast, const SwitchStmt *stmt)
{
    bool has_default = false;
    for (const SwitchCase *label = stmt->getSwitchCaseList(); label; label = label->getNextSwitchCase())
        has_default = has_default || isa<DefaultStmt>(label);
    return has_default && !has_break(stmt->getBody()) && never_falls_out(ast, stmt->getBody());
}

static bool never_falls_out(ASTContext &ast, const Stmt *stmt)
{
    if (!stmt)
        return false;
    if (isa<ReturnStmt>(stmt) || isa<GotoStmt>(stmt))
        return true;
    if (auto *compound = dyn_cast<CompoundStmt>(stmt))
        return !compound->body_empty() && never_falls_out(ast, compound->body_back());
    if (auto *label = dyn_cast<SwitchCase>(stmt))
        return never_falls_out(ast, label->getSubStmt());
    if (auto *attributed = dyn_cast<AttributedStmt>(stmt))
        return never_falls_out(ast, attributed->getSubStmt());
    if (auto *branch = dyn_cast<IfStmt>(stmt))
        return branch->getElse() && never_falls_out(ast, branch->getThen()) && never_falls_out(ast, branch->getElse());
    if (auto *loop = dyn_cast<ForStmt>(stmt))
        return always_true(ast, loop->getCond()) && !has_break(loop->getBody());
    if (auto *loop = dyn_cast<WhileStmt>(stmt))
        return always_true(ast, loop->getCond()) && !has_break(loop->getBody());
    if (auto *loop = dyn_cast<DoStmt>(stmt))
        return !has_break(loop->getBody())
               && (always_true(ast, loop->getCond()) || never_falls_out(ast, loop->getBody()));
    if (auto *sw = dyn_cast<SwitchStmt>(stmt))
        return switch_never_falls_out(ast, sw);
    auto *call = dyn_cast<CallExpr>(stmt);
    const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
    return callee && callee->isNoReturn();
}

/* The compilers' own warning believes that a switch over all enumerators is
   complete; a value that is no enumerator then returns garbage as a span. */
void check_function_end(Session &s, const FunctionDecl *function)
{
    auto *body = dyn_cast_or_null<CompoundStmt>(function->getBody());
    if (!body || function->getReturnType()->isVoidType() || !s.checked(body->getRBracLoc()))
        return;
    if (!never_falls_out(s.ci.getASTContext(), body))
        s.report(Rule::MissingReturn, body->getRBracLoc());
}

} // namespace safety
