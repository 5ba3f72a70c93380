/* caps.cpp - size of functions: lines, depth of nesting, parameters.  These
   hold for lib/safe and lib/sys too. */

#include "safety.h"

namespace safety {

static const unsigned max_lines = 60, max_entry_lines = 40, max_nesting = 3, max_parameters = 5;

class Nesting {
public:
    explicit Nesting(Session &s) : s_(s) {}

    void visit(const Stmt *stmt, unsigned depth, SourceLocation macro)
    {
        if (!stmt)
            return;
        if (auto *branch = dyn_cast<IfStmt>(stmt)) {
            enter(stmt, branch->getIfLoc(), branch->getThen(), depth, macro);
            visit_else(branch->getElse(), stmt, depth, macro);
        } else if (auto *loop = dyn_cast<ForStmt>(stmt)) {
            enter(stmt, loop->getForLoc(), loop->getBody(), depth, macro);
        } else if (auto *loop = dyn_cast<WhileStmt>(stmt)) {
            enter(stmt, loop->getWhileLoc(), loop->getBody(), depth, macro);
        } else if (auto *loop = dyn_cast<DoStmt>(stmt)) {
            enter(stmt, loop->getDoLoc(), loop->getBody(), depth, macro);
        } else if (auto *sw = dyn_cast<SwitchStmt>(stmt)) {
            enter(stmt, sw->getSwitchLoc(), sw->getBody(), depth, macro);
        } else {
            for (const Stmt *child : stmt->children())
                visit(child, depth, macro);
        }
    }

private:
    Session &s_;

    /* A macro that works like a statement counts once when it wraps a body of
       the program, however many loops it is made of, and else not at all. */
    bool counts(SourceLocation keyword, const Stmt *body, SourceLocation macro)
    {
        if (!keyword.isMacroID())
            return true;
        SourceLocation place = s_.sm.getExpansionLoc(keyword);
        if (place == macro)
            return false;
        return body && !innermost(body)->getBeginLoc().isMacroID();
    }

    static const Stmt *innermost(const Stmt *body)
    {
        if (auto *loop = dyn_cast<ForStmt>(body); loop && loop->getForLoc().isMacroID() && loop->getBody())
            return innermost(loop->getBody());
        return body;
    }

    void enter(const Stmt *stmt, SourceLocation keyword, const Stmt *body, unsigned depth, SourceLocation macro)
    {
        bool counted = counts(keyword, body, macro);
        if (counted)
            depth++;
        if (depth > max_nesting && counted)
            s_.report(Rule::CapNesting, keyword);
        visit(body, depth, keyword.isMacroID() ? s_.sm.getExpansionLoc(keyword) : SourceLocation());
    }

    void visit_else(const Stmt *other, const Stmt *branch, unsigned depth, SourceLocation macro)
    {
        if (!other)
            return;
        if (isa<IfStmt>(other))
            visit(other, depth, macro); /* a chain of else-if stays at its level */
        else
            visit(other, depth + 1, macro);
    }
};

void check_caps(Session &s, const FunctionDecl *function)
{
    if (function->getNumParams() > max_parameters && !function->getLocation().isMacroID())
        s.report(Rule::CapParameters, function->getLocation());
    auto *body = dyn_cast_or_null<CompoundStmt>(function->getBody());
    if (!body || !function->isThisDeclarationADefinition() || body->getLBracLoc().isMacroID())
        return;
    unsigned first = s.sm.getExpansionLineNumber(function->getLocation());
    unsigned last = s.sm.getExpansionLineNumber(body->getRBracLoc());
    bool entry = function->getIdentifier() && function->getName() == "prog_main";
    if (last - first + 1 > (entry ? max_entry_lines : max_lines))
        s.report(Rule::CapLines, function->getLocation());
    Nesting(s).visit(body, 0, SourceLocation());
}

} // namespace safety
