/* alias.cpp - calls that are given the same object twice.

   A function of the library that writes through one parameter while it reads through another could see a
   view half changed.  Two parameters of a checked function are different objects, because this check holds
   for its callers too; so it is enough to compare what is written at each call. */

#include "safety.h"

namespace safety {

/* Where an argument points: the variable or parameter it starts from, and the members on the way. */
struct Place {
    const ValueDecl *root = nullptr;
    std::vector<const ValueDecl *> members; /* outermost first */
    bool element = false;                   /* an element of a vector or view */
};

static void follow(const Expr *expr, Place &place)
{
    expr = expr->IgnoreParenImpCasts();
    if (auto *member = dyn_cast<MemberExpr>(expr)) {
        follow(member->getBase(), place);
        place.members.push_back(member->getMemberDecl());
    } else if (auto *unary = dyn_cast<UnaryOperator>(expr)) {
        follow(unary->getSubExpr(), place);
    } else if (auto *ref = dyn_cast<DeclRefExpr>(expr)) {
        place.root = ref->getDecl();
    } else if (isa<CallExpr>(expr)) {
        place.element = true;
    }
}

static bool overlap(const Place &a, const Place &b)
{
    if (!a.root || a.root != b.root)
        return false;
    for (size_t i = 0; i < a.members.size() && i < b.members.size(); i++)
        if (a.members[i] != b.members[i])
            return false;
    return true;
}

static bool same_pointee(QualType a, QualType b)
{
    return a->getPointeeType().getCanonicalType().getUnqualifiedType()
           == b->getPointeeType().getCanonicalType().getUnqualifiedType();
}

/* Whether TYPE holds, outside the owners of lib/safe, a view: a structure of the library with a pointer. */
static bool has_view(Session &s, QualType type, unsigned depth)
{
    const RecordDecl *record = type->getAsRecordDecl();
    if (!record || !record->getDefinition() || depth > 8)
        return false;
    bool library = s.zone(record->getDefinition()->getLocation()) == Zone::Trusted;
    if (library && s.is_owner(type))
        return false;
    for (const FieldDecl *field : record->getDefinition()->fields())
        if ((library && is_data_pointer(field->getType())) || has_view(s, field->getType(), depth + 1))
            return true;
    return false;
}

static bool is_const_pointer(QualType type)
{
    return type->getPointeeType().isConstQualified();
}

/* A checked function may get an object and a part of it, unless there are views in the part: those are
   what a function of the library, called further down, could see half changed. */
static bool matters(Session &s, const CallExpr *call, QualType left, QualType right)
{
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee || s.zone(callee->getCanonicalDecl()->getLocation()) == Zone::Trusted)
        return true;
    return same_pointee(left, right) || (has_view(s, left->getPointeeType(), 0) && has_view(s, right->getPointeeType(), 0));
}

void check_alias(Session &s, const CallExpr *call)
{
    for (unsigned i = 0; i < call->getNumArgs(); i++)
        for (unsigned j = i + 1; j < call->getNumArgs(); j++) {
            QualType left = call->getArg(i)->getType(), right = call->getArg(j)->getType();
            if (!is_data_pointer(left) || !is_data_pointer(right)
                || (is_const_pointer(left) && is_const_pointer(right)))
                continue;
            Place a, b;
            follow(call->getArg(i), a);
            follow(call->getArg(j), b);
            bool elements = a.element && b.element && same_pointee(left, right);
            if ((overlap(a, b) || elements) && matters(s, call, left, right) && (s.checked(anchor(call->getArg(i))) || s.checked(anchor(call->getArg(j)))))
                s.report(Rule::Alias, anchor(call->getArg(j)));
        }
}

} // namespace safety
