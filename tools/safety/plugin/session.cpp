/* session.cpp - zones of the tree, spelling locations, reports. */

#include "safety.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/Support/Path.h"

namespace safety {

static const char *const rule_names[] = {
#define RULE(id, name, text) name,
#include "rules.def"
#undef RULE
};

static const char *const rule_texts[] = {
#define RULE(id, name, text) text,
#include "rules.def"
#undef RULE
};

std::string Session::file_path(FileID file)
{
    auto entry = sm.getFileEntryRefForID(file);
    if (!entry)
        return "";
    llvm::StringRef real = entry->getFileEntry().tryGetRealPathName();
    llvm::SmallString<256> path(real.empty() ? entry->getName() : real);
    llvm::sys::path::remove_dots(path, true);
    llvm::StringRef below(path);
    if (!below.consume_front(options.root) || !below.consume_front("/"))
        return "";
    return below.str();
}

Zone Session::file_zone(FileID file)
{
    auto known = zones_.find(file);
    if (known != zones_.end())
        return known->second;
    std::string text = file_path(file);
    llvm::StringRef path(text);
    Zone zone = Zone::System;
    if (path.starts_with("lib/safe/") || path.starts_with("lib/sys/"))
        zone = Zone::Trusted;
    else if (path.starts_with("lib/gnulib/"))
        zone = Zone::System;
    else if (path.starts_with("lib/") || path.starts_with("src/"))
        zone = Zone::Checked;
    else if (file == sm.getMainFileID())
        zone = Zone::Checked;
    for (const std::string &prefix : options.checked)
        if (path.starts_with(prefix + "/"))
            zone = Zone::Checked;
    zones_[file] = zone;
    return zone;
}

/* One step from LOC toward the characters it was made of.  A token that was
   pasted or stringified has no characters of its own: it belongs to the body
   of the macro that made it. */
SourceLocation Session::toward_spelling(SourceLocation loc)
{
    SourceLocation spelled = sm.getImmediateSpellingLoc(loc);
    if (spelled.isFileID() && sm.isWrittenInScratchSpace(spelled))
        return sm.getImmediateExpansionRange(loc).getBegin();
    return spelled;
}

Zone Session::zone(SourceLocation loc)
{
    if (loc.isInvalid())
        return Zone::Checked;
    SourceLocation body; /* the last step, when it led into the body of a macro */
    while (loc.isMacroID()) {
        body = sm.isMacroArgExpansion(loc) ? SourceLocation() : loc;
        loc = toward_spelling(loc);
    }
    FileID file = sm.getFileID(loc);
    if (body.isValid() && file_zone(file) == Zone::Checked && !options.trusted_macros.empty()) {
        llvm::StringRef name = Lexer::getImmediateMacroName(body, sm, ci.getLangOpts());
        if (options.trusted_macros.count(file_path(file) + " " + name.str()))
            return Zone::Trusted;
    }
    return file_zone(file);
}

/* The parameters of trusted macros for which the token at LOC was put in. */
std::set<unsigned> Session::trusted_arguments(SourceLocation loc)
{
    std::set<unsigned> found;
    while (loc.isMacroID()) {
        SourceLocation place = sm.getImmediateExpansionRange(loc).getBegin();
        if (sm.isMacroArgExpansion(loc) && zone(place) == Zone::Trusted)
            found.insert(place.getRawEncoding());
        loc = toward_spelling(loc);
    }
    return found;
}

std::string Session::path_of(SourceLocation loc)
{
    return loc.isInvalid() ? "" : file_path(sm.getFileID(sm.getFileLoc(loc)));
}

/* The room a declaration belongs to: lib/NAME or src; "" outside both. */
std::string Session::room(SourceLocation loc)
{
    return room_of_path(path_of(loc));
}

std::string Session::spelled_room(SourceLocation loc)
{
    while (loc.isMacroID())
        loc = toward_spelling(loc);
    return room_of_path(loc.isInvalid() ? "" : file_path(sm.getFileID(loc)));
}

std::string Session::room_of_path(llvm::StringRef path)
{
    if (path.starts_with("src/"))
        return "src";
    if (!path.starts_with("lib/"))
        return path.split('/').first.str();
    size_t end = path.find('/', 4);
    return path.substr(0, end).str();
}

bool Session::in_header(SourceLocation loc)
{
    return llvm::StringRef(path_of(loc)).ends_with(".h");
}

void Session::report(Rule rule, SourceLocation loc)
{
    int number = static_cast<int>(rule);
    SourceLocation at = loc.isInvalid() ? sm.getLocForStartOfFile(sm.getMainFileID()) : sm.getFileLoc(loc);
    if (!seen_.insert({at.getRawEncoding(), number}).second)
        return;
    DiagnosticsEngine &diag = ci.getDiagnostics();
    unsigned id = diag.getCustomDiagID(DiagnosticsEngine::Error, "[safe-%0] %1");
    diag.Report(at, id) << rule_names[number] << rule_texts[number];
}

Node Session::user(size_t *index) const
{
    size_t i = path.size() - 1;
    while (i > 0) {
        i--;
        const Stmt *stmt = path[i].stmt;
        if (!stmt || !(isa<ParenExpr>(stmt) || isa<ImplicitCastExpr>(stmt)))
            break;
    }
    if (index)
        *index = i;
    return path[i];
}

Zone Session::node_zone(const Node &node)
{
    if (node.stmt)
        return zone(anchor(node.stmt));
    return node.decl ? zone(node.decl->getLocation()) : Zone::Checked;
}

bool Session::is_owner(QualType type)
{
    const RecordDecl *record = type->getBaseElementTypeUnsafe()->getAsRecordDecl();
    if (!record)
        return false;
    if (const RecordDecl *definition = record->getDefinition())
        record = definition;
    auto known = owners_.find(record);
    if (known != owners_.end())
        return known->second;
    owners_[record] = false;
    bool owner = has_annotation(record, "safe_owner");
    for (const FieldDecl *field : record->fields())
        owner = owner || is_owner(field->getType());
    owners_[record] = owner;
    return owner;
}

bool Session::is_borrow(QualType type)
{
    const RecordDecl *record = type->getAsRecordDecl();
    if (record && record->getDefinition())
        record = record->getDefinition();
    if (!record)
        return false;
    const TypedefNameDecl *name = record->getTypedefNameForAnonDecl();
    return has_annotation(record, "safe_borrow") || (name && options.borrowed_types.count(name->getName().str()));
}

SourceLocation anchor(const Stmt *stmt)
{
    if (auto *e = dyn_cast<ImplicitCastExpr>(stmt))
        return anchor(e->getSubExpr());
    if (auto *e = dyn_cast<ParenExpr>(stmt)) /* the parentheses around an argument are the macro's */
        return anchor(e->getSubExpr());
    if (auto *e = dyn_cast<BinaryOperator>(stmt))
        return e->getOperatorLoc();
    if (auto *e = dyn_cast<UnaryOperator>(stmt))
        return e->getOperatorLoc();
    if (auto *e = dyn_cast<ArraySubscriptExpr>(stmt))
        return e->getRBracketLoc();
    if (auto *e = dyn_cast<CallExpr>(stmt))
        return e->getRParenLoc();
    if (auto *e = dyn_cast<MemberExpr>(stmt))
        return e->getOperatorLoc().isValid() ? e->getOperatorLoc() : e->getMemberLoc();
    if (auto *e = dyn_cast<ConditionalOperator>(stmt))
        return e->getQuestionLoc();
    if (auto *e = dyn_cast<BinaryConditionalOperator>(stmt))
        return e->getQuestionLoc();
    if (auto *e = dyn_cast<InitListExpr>(stmt))
        return e->getLBraceLoc();
    return stmt->getBeginLoc();
}

bool is_private_name(llvm::StringRef name)
{
    return name.ends_with("_");
}

bool is_data_pointer(QualType type)
{
    if (type->isNullPtrType() || type->isBlockPointerType())
        return true;
    return type->isPointerType() && !type->getPointeeType()->isFunctionType();
}

bool is_function_pointer(QualType type)
{
    return type->isFunctionPointerType();
}

bool has_annotation(const Decl *decl, llvm::StringRef text)
{
    for (const auto *attr : decl->specific_attrs<AnnotateAttr>())
        if (attr->getAnnotation() == text)
            return true;
    return false;
}

const ParmVarDecl *as_parameter(const Expr *expr)
{
    auto *ref = dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
    return ref ? dyn_cast<ParmVarDecl>(ref->getDecl()) : nullptr;
}

} // namespace safety
