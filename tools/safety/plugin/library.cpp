/* library.cpp - two promises that the headers of lib/safe and lib/sys must
   keep, because no check of the programs can see when they are broken. */

#include "safety.h"

namespace safety {

static bool holds(const RecordDecl *record, bool (*wanted)(QualType), unsigned depth)
{
    if (!record || !record->getDefinition() || depth > 8)
        return false;
    for (const FieldDecl *field : record->getDefinition()->fields()) {
        QualType type = field->getType();
        if (wanted(type) || holds(type->getAsRecordDecl(), wanted, depth + 1))
            return true;
    }
    return false;
}

/* A view is a structure, passed by value, that holds a pointer to data. */
static bool is_view(Session &s, QualType type)
{
    const RecordDecl *record = type->getAsRecordDecl();
    return record && !s.is_owner(type) && !s.is_borrow(type) && holds(record, is_data_pointer, 0);
}

static bool has_inline_storage(QualType type)
{
    return holds(type->getAsRecordDecl(), [](QualType t) { return t->isArrayType(); }, 0);
}

/* A view that only reads is filled in as a result; a writable one is usually a cursor of the caller. */
static bool is_read_view(Session &s, QualType type)
{
    auto is_read = [](QualType t) { return is_data_pointer(t) && t->getPointeeType().isConstQualified(); };
    return is_view(s, type) && holds(type->getAsRecordDecl(), is_read, 0);
}

static bool gives_view(Session &s, const FunctionDecl *function)
{
    if (is_view(s, function->getReturnType()))
        return true;
    for (const ParmVarDecl *parm : function->parameters()) {
        QualType type = parm->getType();
        if (type->isPointerType() && !type->getPointeeType().isConstQualified() && is_read_view(s, type->getPointeeType()))
            return true;
    }
    return false;
}

/* A function that gives out a view may look at views, owners and records
   without storage of their own; a view of anything else could outlive it. */
static void check_view_source(Session &s, const FunctionDecl *function)
{
    if (!gives_view(s, function))
        return;
    for (const ParmVarDecl *parm : function->parameters()) {
        QualType type = parm->getType();
        if (!type->isPointerType())
            continue;
        QualType pointee = type->getPointeeType();
        if (!pointee->isRecordType() || s.is_owner(pointee) || has_annotation(pointee->getAsRecordDecl(), "safe_static"))
            continue;
        if (has_inline_storage(pointee))
            s.report(Rule::LibSpanResult, parm->getLocation());
    }
}

static bool is_count(const ParmVarDecl *parm)
{
    llvm::StringRef name = parm->getName();
    auto *sugar = parm->getType()->getAs<TypedefType>();
    return sugar && sugar->getDecl()->getName() == "size_t"
           && (name == "n" || name == "len" || name == "size" || name == "count" || name.starts_with("n_")
               || name.starts_with("num"));
}

/* A program can write '&c' for one number or structure, and the callee must not take it for more
   than that; text and tables come as spans.  (It cannot make a 'char *' or a 'void *' at all.) */
static void check_raw_parameters(Session &s, const FunctionDecl *function)
{
    for (unsigned i = 0; i < function->getNumParams(); i++) {
        const ParmVarDecl *parm = function->getParamDecl(i);
        QualType type = parm->getType();
        if (!type->isPointerType() || type->getPointeeType()->isFunctionType())
            continue;
        QualType pointee = type->getPointeeType();
        bool text = pointee->isSpecificBuiltinType(BuiltinType::Char_S);
        bool plain = !s.is_owner(pointee) && !is_view(s, pointee) && !text;
        bool counted = i + 1 < function->getNumParams() && is_count(function->getParamDecl(i + 1));
        bool raw = parm->getOriginalType()->isArrayType() || (plain && counted && !pointee->isIncompleteType())
                   || (plain && pointee->isArithmeticType() && pointee.isConstQualified());
        if (raw)
            s.report(Rule::LibRawParameter, parm->getLocation());
    }
}

static bool is_foreign(Session &s, const RecordDecl *record)
{
    return record && s.zone(record->getLocation()) == Zone::System;
}

/* Whether a copy of TYPE would be a second handle of the same resource: a pointer to something of the
   system's, or a structure of the system's that holds pointers. */
static bool holds_resource(Session &s, QualType type)
{
    if (type->isPointerType()) {
        QualType pointee = type->getPointeeType();
        const RecordDecl *record = pointee->getAsRecordDecl();
        return pointee->isVoidType() || (record && (is_foreign(s, record) || !record->getDefinition()));
    }
    const RecordDecl *record = type->getAsRecordDecl();
    return is_foreign(s, record) && holds(record, is_data_pointer, 0);
}

void check_library_record(Session &s, const RecordDecl *record)
{
    if (!record->isThisDeclarationADefinition() || !s.in_header(record->getLocation())
        || s.is_owner(s.ci.getASTContext().getRecordType(record)))
        return;
    for (const FieldDecl *field : record->fields())
        if (holds_resource(s, field->getType()))
            s.report(Rule::LibOwner, field->getLocation());
}

void check_library_header(Session &s, const FunctionDecl *function)
{
    if (!function->getIdentifier() || is_private_name(function->getName()) || !s.in_header(function->getLocation())
        || s.options.private_headers.count(s.path_of(function->getLocation())))
        return;
    check_view_source(s, function);
    check_raw_parameters(s, function);
}

} // namespace safety
