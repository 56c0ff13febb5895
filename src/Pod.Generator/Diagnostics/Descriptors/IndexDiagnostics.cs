using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1300–POD1399: indexes.</summary>
internal static class IndexDiagnostics
{
    private static readonly DiagnosticDescriptor NameRule = new("POD1301", Error, "An index name is lower snake case");
    private static readonly DiagnosticDescriptor NameIsTableRule = new("POD1302", Error, "An index is not named like its table");
    private static readonly DiagnosticDescriptor NameTakenRule = new("POD1303", Error, "An index name is unique in the database");
    private static readonly DiagnosticDescriptor NameTooLongRule = new("POD1304", Error, "An index name has at most 63 bytes");
    private static readonly DiagnosticDescriptor NoFieldsRule = new("POD1305", Error, "An index has fields");
    private static readonly DiagnosticDescriptor UnknownFieldRule = new("POD1306", Error, "An index covers stored fields");
    private static readonly DiagnosticDescriptor FieldTwiceRule = new("POD1307", Error, "An index covers a field once");
    private static readonly DiagnosticDescriptor NoTableRule = new("POD1308", Error, "An index needs a table");
    private static readonly DiagnosticDescriptor TypeRule = new("POD1309", Error, "An index type fits its fields");
    private static readonly DiagnosticDescriptor GinFieldsRule = new("POD1312", Error, "A gin index covers jsonb columns");
    private static readonly DiagnosticDescriptor UniqueTypeRule = new("POD1313", Error, "A unique index is a btree");

    public static Diagnostic Name(SourceSpan span, string name, string suggestion) => new(NameRule, span,
        $"'{name}' is no index name: lower case letters, digits and '_' only, starting with a letter. Write '{suggestion}'.");

    public static Diagnostic NameIsTable(SourceSpan span, string name) => new(NameIsTableRule, span,
        $"the index '{name}' is named like its table, and PostgreSQL keeps both in one list of names. Write '{name}_idx'.");

    public static Diagnostic NameTaken(SourceSpan span, string name, string owner) => new(NameTakenRule, span,
        $"the index name '{name}' is taken by {owner}. Index names are unique in the whole database; start it with the table's name.");

    public static Diagnostic NameTooLong(SourceSpan span, string name) => new(NameTooLongRule, span,
        $"the index name '{name}' has {name.Length} characters; PostgreSQL allows 63.");

    public static Diagnostic NoFields(SourceSpan span, string name) => new(NoFieldsRule, span,
        $"the index '{name}' covers nothing. Write 'fields: a, b'.");

    public static Diagnostic UnknownField(SourceSpan span, string name, string field, IEnumerable<string> known) => new(UnknownFieldRule, span,
        $"the index '{name}' covers '{field}', which is no stored field of this class.{NearestName.Suggestion(field, known)}");

    public static Diagnostic FieldTwice(SourceSpan span, string name, string field) => new(FieldTwiceRule, span,
        $"the index '{name}' names '{field}' twice. Remove one.");

    public static Diagnostic NoTable(SourceSpan span, string className) => new(NoTableRule, span,
        $"'{className}' has no table that could be indexed. Add 'table: …', or remove 'indexes'.");

    public static Diagnostic Type(SourceSpan span, string type, string field, string fieldType, IEnumerable<string> allowed) => new(TypeRule, span,
        $"a {type} index cannot cover '{field}' of type '{fieldType}'. Possible types: {string.Join(", ", allowed)}.");

    public static Diagnostic GinFields(SourceSpan span, string field) => new(GinFieldsRule, span,
        $"a gin index covers columns stored as jsonb; '{field}' is none. Use btree.");

    public static Diagnostic UniqueType(SourceSpan span, string name, string type) => new(UniqueTypeRule, span,
        $"the index '{name}' is unique and therefore a btree, not '{type}'. Remove 'type' or 'unique'.");
}
