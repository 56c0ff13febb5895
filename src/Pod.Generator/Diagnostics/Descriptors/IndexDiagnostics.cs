using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1300–POD1399: indexes and checks.</summary>
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
    private static readonly DiagnosticDescriptor OneVectorRule = new("POD1310", Error, "A vector has an index of its own");
    private static readonly DiagnosticDescriptor SparseVectorRule = new("POD1311", Error, "A sparse vector takes hnsw indexes only");
    private static readonly DiagnosticDescriptor GinFieldsRule = new("POD1312", Error, "A gin index covers jsonb columns");
    private static readonly DiagnosticDescriptor UniqueTypeRule = new("POD1313", Error, "A unique index is a btree");
    private static readonly DiagnosticDescriptor NullsDistinctRule = new("POD1314", Error, "'nulls_distinct' belongs on unique indexes");
    private static readonly DiagnosticDescriptor OperatorClassRule = new("POD1315", Error, "'operatorClass' belongs on gin indexes and fits their columns");
    private static readonly DiagnosticDescriptor VectorOptionRule = new("POD1316", Error, "'distanceFunction' and 'parameters' belong on vector indexes");
    private static readonly DiagnosticDescriptor DistanceFunctionRule = new("POD1317", Error, "A distance function is one that index type and vector type have");
    private static readonly DiagnosticDescriptor ParameterRule = new("POD1318", Error, "Parameters of a vector index are whole numbers within pgvector's bounds");
    private static readonly DiagnosticDescriptor WhereRule = new("POD1319", Error, "The condition of a partial index is one condition over stored fields");
    private static readonly DiagnosticDescriptor CheckRule = new("POD1320", Error, "A check has a name of its own and one condition over stored fields");
    private static readonly DiagnosticDescriptor FullTextRule = new("POD1321", Error, "A full text index covers strings, with one weight per field");
    private static readonly DiagnosticDescriptor KeyWithoutIndexRule = new("POD1330", Hint, "A foreign key starts an index");
    private static readonly DiagnosticDescriptor SuperfluousRule = new("POD1331", Hint, "An index does what no other index does");

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

    public static Diagnostic NoTable(SourceSpan span, string className, string key) => new(NoTableRule, span,
        $"neither '{className}' nor a class below it has a table for these {key}. Add 'table: …', or remove '{key}'.");

    public static Diagnostic Type(SourceSpan span, string type, string field, string fieldType, IEnumerable<string> allowed) => new(TypeRule, span,
        $"a {type} index cannot cover '{field}' of type '{fieldType}'. Possible types: {string.Join(", ", allowed)}.");

    public static Diagnostic PlainJson(SourceSpan span, string type, string field) => new(TypeRule, span,
        $"a {type} index cannot cover '{field}': PostgreSQL indexes no 'json' columns. Add 'serializationDataType=jsonb' to '{field}', or remove it from the index.");

    public static Diagnostic OneField(SourceSpan span, string type, IReadOnlyCollection<string> fields) => new(TypeRule, span,
        $"a {type} index covers one field, not {fields.Count} ({string.Join(", ", fields)}). Use btree, or give each field an index of its own.");

    public static Diagnostic Dimension(SourceSpan span, string type, string field, string fieldType, int limit) => new(TypeRule, span,
        $"a {type} index cannot cover '{field}' of type '{fieldType}': pgvector indexes at most {limit} dimensions of it. "
        + "Use HalfVector (up to 4000) or fewer dimensions, or remove the index.");

    public static Diagnostic OneVector(SourceSpan span, string name, IReadOnlyCollection<string> fields) => new(OneVectorRule, span,
        $"the index '{name}' covers {string.Join(", ", fields.Select(static field => $"'{field}'"))}, and a vector has an index of its own. Give each vector one.");

    public static Diagnostic SparseVector(SourceSpan span, string type, string field) => new(SparseVectorRule, span,
        $"a {type} index cannot cover '{field}': a SparseVector takes hnsw indexes only. Write 'type: hnsw', or remove the index.");

    public static Diagnostic GinFields(SourceSpan span, string field, bool isPlainJson) => new(GinFieldsRule, span,
        $"a gin index covers columns stored as jsonb; '{field}' is none. "
        + (isPlainJson ? $"Write 'serializationDataType=jsonb' on '{field}'." : "Use btree."));

    public static Diagnostic UniqueType(SourceSpan span, string name, string type) => new(UniqueTypeRule, span,
        $"the index '{name}' is unique and therefore a btree, not '{type}'. Remove 'type' or 'unique'.");

    public static Diagnostic NullsDistinct(SourceSpan span, string name) => new(NullsDistinctRule, span,
        $"the index '{name}' is not unique, so nulls never clash in it. Add 'unique: true', or remove 'nulls_distinct'.");

    public static Diagnostic OperatorClassOutsideGin(SourceSpan span, string name, string type) => new(OperatorClassRule, span,
        $"the index '{name}' is a {type} index; operator classes are chosen for gin indexes only. Remove 'operatorClass'.");

    public static Diagnostic OperatorClassOfOtherColumns(SourceSpan span, string operatorClass, string field) => new(OperatorClassRule, span,
        $"'{operatorClass}' does not cover '{field}', which is a jsonb column. Write jsonbOps or jsonbPathOps.");

    public static Diagnostic VectorOption(SourceSpan span, string name, string type, string option) => new(VectorOptionRule, span,
        $"the index '{name}' is a {type} index, and '{option}' belongs on vector indexes (hnsw, ivfflat). Remove it.");

    public static Diagnostic DistanceFunction(SourceSpan span, string type, string fieldType, string value, IEnumerable<string> known) => new(DistanceFunctionRule, span,
        $"'{value}' is no distance function of {type} indexes over '{fieldType}'. Possible: {string.Join(", ", known)}.");

    public static Diagnostic Parameter(SourceSpan span, string reason) => new(ParameterRule, span,
        $"'parameters' of the vector index cannot be used: {reason}");

    public static Diagnostic Where(SourceSpan span, string name, string reason) => new(WhereRule, span,
        $"the condition of the index '{name}' cannot be used: {reason}");

    public static Diagnostic Check(SourceSpan span, string name, string reason) => new(CheckRule, span,
        $"the check '{name}' cannot be used: {reason}");

    public static Diagnostic FullText(SourceSpan span, string name, string reason) => new(FullTextRule, span,
        $"the full text index '{name}' cannot be made: {reason}");

    public static Diagnostic FullTextOption(SourceSpan span, string name, string type, string option) => new(FullTextRule, span,
        $"the index '{name}' is a {type} index, and '{option}' belongs on full text indexes. Write 'type: fulltext', or remove '{option}'.");

    public static Diagnostic KeyWithoutIndex(SourceSpan span, string key, string target, string field) => new(KeyWithoutIndexRule, span,
        $"no index starts with '{key}', so joins over it and deletes in '{target}' read the whole table. Add 'indexed' to '{field}'.");

    public static Diagnostic Superfluous(SourceSpan span, string name, string other) => new(SuperfluousRule, span,
        $"the index '{name}' does nothing that '{other}' does not do as well, and every write pays for it. Remove '{name}'.");
}
