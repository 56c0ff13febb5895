using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1200–POD1299: relations between tables.</summary>
internal static class RelationDiagnostics
{
    private static readonly DiagnosticDescriptor NoTableRule = new("POD1201", Error, "A relation needs a table");
    private static readonly DiagnosticDescriptor NotNullableRule = new("POD1202", Error, "An object or list relation is nullable");
    private static readonly DiagnosticDescriptor TargetRule = new("POD1203", Error, "A relation points at a class with a table");
    private static readonly DiagnosticDescriptor ParentMissingRule = new("POD1204", Error, "An id field's relation names its parent table");
    private static readonly DiagnosticDescriptor ParentNotAllowedRule = new("POD1205", Error, "'parent' belongs on id fields");
    private static readonly DiagnosticDescriptor ParentUnknownRule = new("POD1206", Error, "'parent' names a table");
    private static readonly DiagnosticDescriptor KeyOptionRule = new("POD1208", Error, "Key options belong on the side that holds the key");
    private static readonly DiagnosticDescriptor OptionalOnIdRule = new("POD1209", Error, "'optional' belongs on object relations");
    private static readonly DiagnosticDescriptor OptionalKeyRule = new("POD1210", Error, "An optional relation has a nullable key");
    private static readonly DiagnosticDescriptor FieldNotAllowedRule = new("POD1211", Error, "'field' belongs on object relations");
    private static readonly DiagnosticDescriptor BothKeysRule = new("POD1212", Error, "One side of a relation holds the key");
    private static readonly DiagnosticDescriptor KeyFieldRule = new("POD1213", Error, "The key field is stored and serves one relation");
    private static readonly DiagnosticDescriptor KeyTypeRule = new("POD1214", Error, "A key has the type of the id it points at");
    private static readonly DiagnosticDescriptor UniqueKeyRule = new("POD1215", Error, "A one-to-one key is unique");
    private static readonly DiagnosticDescriptor PartnerRule = new("POD1216", Error, "A named relation has one partner");
    private static readonly DiagnosticDescriptor TwoListsRule = new("POD1217", Error, "A relation has one list side at most");
    private static readonly DiagnosticDescriptor NoKeySideRule = new("POD1218", Error, "One side of a relation holds the key");
    private static readonly DiagnosticDescriptor ListOfModuleRule = new("POD1219", Error, "A list relation points at a table of the same project");
    private static readonly DiagnosticDescriptor HiddenRule = new("POD1220", Error, "A hidden relation is optional");
    private static readonly DiagnosticDescriptor ActionRule = new("POD1221", Warning, "An action needs something to set");
    private static readonly DiagnosticDescriptor UnknownOptionRule = new("POD1223", Error, "Unknown relation option");

    public static Diagnostic NoTable(SourceSpan span, string className) => new(NoTableRule, span,
        $"'{className}' has no table, so it has no relations. Add 'table: …' to it, or remove 'relation'.");

    public static Diagnostic NotNullable(SourceSpan span, string field) => new(NotNullableRule, span,
        $"'{field}' is empty until a query includes it. Make its type nullable with '?'.");

    public static Diagnostic TargetHasNoTable(SourceSpan span, string field, string target) => new(TargetRule, span,
        $"the relation '{field}' points at '{target}', which has no table. Add 'table: …' to '{target}', or remove 'relation' to store the value itself.");

    public static Diagnostic ParentMissing(SourceSpan span, string field) => new(ParentMissingRule, span,
        $"the relation of '{field}' does not say which table it points at. Write 'relation(parent=table_name)'.");

    public static Diagnostic ParentNotAllowed(SourceSpan span, string field) => new(ParentNotAllowedRule, span,
        $"the type of '{field}' already says what it points at. Remove 'parent'.");

    public static Diagnostic ParentUnknown(SourceSpan span, string table, IEnumerable<string> known) => new(ParentUnknownRule, span,
        $"no model has the table '{table}'.{NearestName.Suggestion(table, known)}");

    public static Diagnostic KeyOption(SourceSpan span, string option, string other) => new(KeyOptionRule, span,
        $"'{option}' belongs on the side that holds the key. Move it to {other}.");

    public static Diagnostic OptionalOnId(SourceSpan span, string field) => new(OptionalOnIdRule, span,
        $"'optional' does not apply to the id field '{field}'. Make its type nullable with '?' instead.");

    public static Diagnostic OptionalKey(SourceSpan span, string keyField) => new(OptionalKeyRule, span,
        $"the relation is optional, but its key '{keyField}' is not nullable. Add '?' to the type of '{keyField}', or remove 'optional'.");

    public static Diagnostic FieldNotAllowed(SourceSpan span, string field) => new(FieldNotAllowedRule, span,
        $"'field=' names the key of an object relation; '{field}' is none. Remove it.");

    public static Diagnostic BothKeys(SourceSpan span, string field, string other) => new(BothKeysRule, span,
        $"both '{field}' and '{other}' hold a key of the same relation. Remove 'field=' or 'parent=' on one side.");

    public static Diagnostic KeyField(SourceSpan span, string keyField, string reason) => new(KeyFieldRule, span,
        $"'{keyField}' cannot hold the key of this relation: {reason}.");

    public static Diagnostic KeyType(SourceSpan span, string keyField, string keyType, string target, string idType) => new(KeyTypeRule, span,
        $"'{keyField}' is '{keyType}', but the id of '{target}' is '{idType}'. Give '{keyField}' the type '{idType}'.");

    public static Diagnostic UniqueKey(SourceSpan span, string field, string keyField, string table) => new(UniqueKeyRule, span,
        $"a one-to-one relation needs a unique key. Add 'unique' to '{field}', or 'indexes:' with '{table}_{keyField.ToLowerInvariant()}_unique_idx: {{ fields: {keyField}, unique: true }}'.");

    public static Diagnostic Partner(SourceSpan span, string name, string target, IReadOnlyCollection<string> candidates) => new(PartnerRule, span,
        candidates.Count == 0
            ? $"no field of '{target}' carries 'relation(name={name})'. Add one there, or remove the name."
            : $"several fields of '{target}' carry 'relation(name={name})': {string.Join(", ", candidates)}. Give each relation a name of its own.");

    public static Diagnostic TwoLists(SourceSpan span, string field, string other) => new(TwoListsRule, span,
        $"both '{field}' and '{other}' are lists. Many-to-many takes a class between them with an object relation to each.");

    public static Diagnostic ListOfModule(SourceSpan span, string field, string module) => new(ListOfModuleRule, span,
        $"the rows of '{field}' are in a table of the module '{module}', which cannot get a key column for them. "
        + "Make a class of this project that has an object relation to each side, or drop 'relation' and query the module's table.");

    public static Diagnostic NoKeySide(SourceSpan span, string field, string other) => new(NoKeySideRule, span,
        $"nothing says whether '{field}' or '{other}' holds the key. Add 'field=' with the key field's name on one side.");

    public static Diagnostic Hidden(SourceSpan span, string field) => new(HiddenRule, span,
        $"clients create the object without '{field}', because it is hidden from them, but its key must be set. Write 'relation(optional)'.");

    public static Diagnostic Action(SourceSpan span, string key, string action, string lack) => new(ActionRule, span,
        $"'{action}' will fail when it is needed: the key '{key}' {lack}. Change the key, or choose another action.");

    public static Diagnostic UnknownOption(SourceSpan span, string option, IReadOnlyCollection<string> known) => new(UnknownOptionRule, span,
        $"'{option}' is no relation option.{NearestName.Suggestion(option, known)} Known options: {string.Join(", ", known)}.");
}
