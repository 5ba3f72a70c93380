/* types.cpp - what may be declared: the types of parameters, variables,
   members, results and type names. */

#include "safety.h"

namespace safety {

static void check_pointer_parameter(Session &s, QualType pointee, SourceLocation loc)
{
    if (pointee->isFunctionType())
        return;
    if (pointee->isPointerType())
        s.report(Rule::PointerToPointer, loc);
    else if (pointee->isVoidType())
        s.report(Rule::VoidPointer, loc);
    else if (pointee->isSpecificBuiltinType(BuiltinType::Char_S)
             || pointee->isSpecificBuiltinType(BuiltinType::Char_U)
             || pointee->isSpecificBuiltinType(BuiltinType::SChar))
        s.report(Rule::CharPointer, loc);
    else if (pointee->isArrayType())
        s.report(Rule::ArrayParameter, loc);
}

/* In a header the structure behind a pointer must be complete: else two source
   files could complete it differently and hand each other the wrong type. */
static void check_complete(Session &s, QualType pointee, const ParmVarDecl *parm)
{
    const RecordDecl *record = pointee->getAsRecordDecl();
    if (!record || !s.in_header(parm->getLocation()))
        return;
    for (const auto *decl : record->redecls())
        if (s.file_zone(s.sm.getFileID(s.sm.getFileLoc(decl->getLocation()))) == Zone::Trusted)
            return;
    const RecordDecl *definition = record->getDefinition();
    if (!definition || !s.sm.isBeforeInTranslationUnit(definition->getLocation(), parm->getLocation()))
        s.report(Rule::IncompleteType, parm->getLocation());
}

static void check_parameter(Session &s, const ParmVarDecl *parm)
{
    SourceLocation loc = parm->getLocation();
    QualType type = parm->getType(), written = parm->getOriginalType();
    if (written->isVariablyModifiedType())
        s.report(Rule::Vla, loc);
    if (written->isArrayType())
        s.report(Rule::ArrayParameter, loc);
    else if (type->isPointerType())
        check_pointer_parameter(s, type->getPointeeType(), loc);
    if (type->isPointerType() && !written->isArrayType())
        check_complete(s, type->getPointeeType(), parm);
    if (s.is_owner(type))
        s.report(Rule::OwnerCopy, loc);
}

static void check_variable(Session &s, const VarDecl *var)
{
    SourceLocation loc = var->getLocation();
    QualType type = var->getType(), element = type->getBaseElementTypeUnsafe()->getCanonicalTypeInternal();
    bool table = var->hasGlobalStorage() && s.ci.getASTContext().getBaseElementType(type).isConstQualified();
    if (type->isVariablyModifiedType())
        s.report(Rule::Vla, loc);
    else if (type->isIncompleteArrayType() || (type->isArrayType() && var->hasExternalStorage()))
        s.report(Rule::LocalArray, loc);
    else if (type->isArrayType() && !var->hasGlobalStorage())
        s.report(Rule::LocalArray, loc);
    if (is_data_pointer(element) || (is_function_pointer(element) && !table))
        s.report(Rule::PointerVariable, loc);
    if (s.is_borrow(type))
        s.report(Rule::Borrow, loc);
}

static void check_field(Session &s, const FieldDecl *field)
{
    SourceLocation loc = field->getLocation();
    QualType type = field->getType();
    const auto *sized = s.ci.getASTContext().getAsConstantArrayType(type);
    if (type->isIncompleteArrayType() || (sized && sized->isZeroSize()))
        s.report(Rule::FlexibleArray, loc);
    else if (type->isArrayType())
        s.report(Rule::ArrayMember, loc);
    if (is_data_pointer(type->getBaseElementTypeUnsafe()->getCanonicalTypeInternal()))
        s.report(Rule::PointerMember, loc);
    if (s.is_borrow(type))
        s.report(Rule::Borrow, loc);
}

static void check_function(Session &s, const FunctionDecl *function)
{
    SourceLocation loc = function->getLocation();
    QualType result = function->getReturnType();
    if (result->isPointerType())
        s.report(Rule::PointerReturn, loc);
    if (function->getType()->getAs<FunctionNoProtoType>() || !function->hasWrittenPrototype())
        s.report(Rule::Prototype, loc);
    if (function->isVariadic() && function->getType()->getAs<FunctionProtoType>())
        s.report(Rule::VarargsDefinition, loc);
    if (s.is_owner(result))
        s.report(Rule::OwnerCopy, loc);
    if (s.is_borrow(result))
        s.report(Rule::Borrow, loc);
}

/* The type of a called function behind a pointer: results and variable
   arguments are not declarations, so they are looked at here. */
static void check_called_type(Session &s, QualType type, SourceLocation loc)
{
    QualType inner = type->getBaseElementTypeUnsafe()->getCanonicalTypeInternal();
    if (inner->isPointerType())
        inner = inner->getPointeeType();
    const auto *function = inner->getAs<FunctionType>();
    if (!function)
        return;
    if (function->getReturnType()->isPointerType())
        s.report(Rule::PointerReturn, loc);
    auto *prototype = dyn_cast<FunctionProtoType>(function);
    if (!prototype)
        s.report(Rule::Prototype, loc);
    else if (prototype->isVariadic())
        s.report(Rule::VarargsDefinition, loc);
}

static void check_type_name(Session &s, const TypedefNameDecl *name)
{
    SourceLocation loc = name->getLocation();
    QualType type = name->getUnderlyingType();
    if (type->isVariablyModifiedType())
        s.report(Rule::Vla, loc);
    else if (type->isArrayType())
        s.report(Rule::ArrayTypedef, loc);
    if (is_data_pointer(type->getBaseElementTypeUnsafe()->getCanonicalTypeInternal()))
        s.report(Rule::PointerTypedef, loc);
}

static void check_record(Session &s, const RecordDecl *record)
{
    SourceLocation loc = record->getLocation();
    if (record->isUnion())
        s.report(Rule::Union, loc);
    if (!record->isThisDeclarationADefinition())
        return;
    FileID home = s.sm.getFileID(s.sm.getFileLoc(loc));
    for (const auto *other : record->redecls())
        if (s.sm.getFileID(s.sm.getFileLoc(other->getLocation())) != home)
            s.report(Rule::IncompleteType, loc);
}

void check_declared_type(Session &s, const Decl *decl)
{
    if (!s.checked(decl->getLocation()))
        return;
    if (auto *d = dyn_cast<ParmVarDecl>(decl))
        check_parameter(s, d);
    else if (auto *d = dyn_cast<VarDecl>(decl))
        check_variable(s, d);
    else if (auto *d = dyn_cast<FieldDecl>(decl))
        check_field(s, d);
    else if (auto *d = dyn_cast<FunctionDecl>(decl))
        check_function(s, d);
    else if (auto *d = dyn_cast<TypedefNameDecl>(decl))
        check_type_name(s, d);
    else if (auto *d = dyn_cast<RecordDecl>(decl))
        check_record(s, d);
    if (auto *d = dyn_cast<DeclaratorDecl>(decl); d && !isa<FunctionDecl>(d))
        check_called_type(s, d->getType(), d->getLocation());
    else if (auto *d = dyn_cast<TypedefNameDecl>(decl))
        check_called_type(s, d->getUnderlyingType(), d->getLocation());
}

/* A '*' that no declaration of the program accounts for: in a cast, a compound
   literal, a sizeof, or in a type given to a library macro. */
static void check_stray_star(Session &s, PointerTypeLoc loc)
{
    SourceLocation star = loc.getStarLoc();
    if (!s.checked(star) || loc.getType()->isFunctionPointerType())
        return;
    const Node &top = s.path.back();
    if (top.decl && (isa<DeclaratorDecl>(top.decl) || isa<TypedefNameDecl>(top.decl))
        && s.node_zone(top) != Zone::Trusted)
        return;
    if (top.stmt && isa<CStyleCastExpr>(top.stmt))
        return;
    s.report(Rule::PointerExpr, star);
}

/* A type named by a library macro must not be one that a function of the program declares. */
static void check_macro_type(Session &s, TypeLoc loc)
{
    const NamedDecl *decl = nullptr;
    if (auto named = loc.getAs<TypedefTypeLoc>())
        decl = named.getTypedefNameDecl();
    else if (auto tag = loc.getAs<TagTypeLoc>())
        decl = tag.getDecl();
    if (decl && decl->getDeclContext()->isFunctionOrMethod() && s.zone(decl->getLocation()) == Zone::Checked
        && !s.checked(loc.getBeginLoc()))
        s.report(Rule::Shadow, loc.getBeginLoc());
}

void check_type_loc(Session &s, TypeLoc loc)
{
    check_macro_type(s, loc);
    if (auto pointer = loc.getAs<PointerTypeLoc>())
        check_stray_star(s, pointer);
    SourceLocation begin = loc.getBeginLoc();
    if (begin.isInvalid() || !s.checked(begin))
        return;
    const Type *type = loc.getTypePtr();
    if (isa<TypeOfExprType>(type) || isa<TypeOfType>(type) || isa<AutoType>(type))
        s.report(Rule::Typeof, begin);
    if (isa<AtomicType>(type))
        s.report(Rule::Volatile, begin);
    if (isa<VectorType>(type) || isa<ComplexType>(type) || isa<BitIntType>(type))
        s.report(Rule::Extension, begin);
    const Node &top = s.path.back();
    bool parameter = top.decl && isa<ParmVarDecl>(top.decl) && s.node_zone(top) != Zone::Trusted;
    bool literal = top.stmt && isa<CompoundLiteralExpr>(top.stmt);
    auto named = loc.getAs<TypedefTypeLoc>();
    if (!named || !s.is_borrow(loc.getType()) || parameter || literal)
        return;
    SourceLocation made = named.getTypedefNameDecl()->getLocation();
    if (s.sm.getExpansionLoc(made) != s.sm.getExpansionLoc(begin)) /* not the macro that defines the type */
        s.report(Rule::Borrow, begin);
}

} // namespace safety
