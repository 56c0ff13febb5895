using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1000–POD1099: model files as a whole, type names, tables, enums.</summary>
internal static class ModelDiagnostics
{
    private static readonly DiagnosticDescriptor NoKindRule = new("POD1001", Error, "A model file declares a class, an exception or an enum");
    private static readonly DiagnosticDescriptor SeveralKindsRule = new("POD1002", Error, "A model file declares one type");
    private static readonly DiagnosticDescriptor NotAMapRule = new("POD1003", Error, "A map is expected");
    private static readonly DiagnosticDescriptor UnknownKeyRule = new("POD1004", Error, "Unknown key");
    private static readonly DiagnosticDescriptor KeyIsEmptyRule = new("POD1005", Error, "A key is missing or empty");
    private static readonly DiagnosticDescriptor InvalidYamlRule = new("POD1006", Error, "The file is no valid YAML");
    private static readonly DiagnosticDescriptor DuplicateKeyRule = new("POD1007", Error, "A key stands twice in one map");
    private static readonly DiagnosticDescriptor ExcludingKeysRule = new("POD1008", Error, "Two keys exclude each other");
    private static readonly DiagnosticDescriptor NotInSetRule = new("POD1009", Error, "A value is outside its closed set");
    private static readonly DiagnosticDescriptor BooleanExpectedRule = new("POD1010", Error, "A boolean is expected");
    private static readonly DiagnosticDescriptor TextExpectedRule = new("POD1011", Error, "A text is expected");
    private static readonly DiagnosticDescriptor SameFileRule = new("POD1013", Error, "Two types end in one generated file");
    private static readonly DiagnosticDescriptor TypeNameRule = new("POD1014", Error, "A type name is PascalCase");
    private static readonly DiagnosticDescriptor ReservedTypeNameRule = new("POD1015", Error, "A type name is reserved");
    private static readonly DiagnosticDescriptor TypeNameTakenRule = new("POD1016", Error, "A type name is taken");
    private static readonly DiagnosticDescriptor TableNameRule = new("POD1017", Error, "A table name is lower snake case");
    private static readonly DiagnosticDescriptor TableNameTakenRule = new("POD1018", Error, "A table name is taken");
    private static readonly DiagnosticDescriptor TableNameTooLongRule = new("POD1019", Error, "A table name has at most 56 characters");
    private static readonly DiagnosticDescriptor FrameworkTableNameRule = new("POD1020", Error, "Table names starting with 'pod_' belong to the framework");
    private static readonly DiagnosticDescriptor NoDatabaseRule = new("POD1022", Warning, "A table needs the project's database");
    private static readonly DiagnosticDescriptor DatabaseRule = new("POD1025", Error, "'database' needs a table");
    private static readonly DiagnosticDescriptor RenamedTableRule = new("POD1038", Error, "'renamedFrom' names a table that is gone");
    private static readonly DiagnosticDescriptor NotOnExceptionsRule = new("POD1040", Error, "An option that exceptions do not have");
    private static readonly DiagnosticDescriptor EnumValuesRule = new("POD1050", Error, "'values' is a list of names");
    private static readonly DiagnosticDescriptor EnumValueNameRule = new("POD1051", Error, "An enum value is an identifier");
    private static readonly DiagnosticDescriptor EnumValueTwiceRule = new("POD1052", Error, "An enum value occurs twice");
    private static readonly DiagnosticDescriptor EnumDefaultRule = new("POD1054", Error, "An enum's default is one of its values");

    public static Diagnostic NoKind(SourceSpan span, IEnumerable<string> found) => new(NoKindRule, span,
        $"the file declares no type. Found the keys {Quote(found)}. Start it with 'class: Name', 'exception: Name' or 'enum: Name'.");

    public static Diagnostic SeveralKinds(SourceSpan span, IEnumerable<string> found) => new(SeveralKindsRule, span,
        $"the file declares several types: {Quote(found)}. Give each type a file of its own.");

    public static Diagnostic NotAMap(SourceSpan span, string found) => new(NotAMapRule, span,
        $"expected 'key: value' lines, but {found}. Start a model with 'class: Name' and put 'fields:' below it.");

    public static Diagnostic EmptyFile(SourceSpan span) => new(NotAMapRule, span,
        "the model file is empty. Start it with 'class: Name', 'exception: Name' or 'enum: Name', or delete it.");

    public static Diagnostic UnknownKey(SourceSpan span, string key, string owner, IReadOnlyCollection<string> known) => new(UnknownKeyRule, span,
        $"'{key}' is no key of '{owner}'.{NearestName.Suggestion(key, known)} Known keys: {string.Join(", ", known)}.");

    public static Diagnostic KeyIsEmpty(SourceSpan span, string key) => new(KeyIsEmptyRule, span,
        $"'{key}' has no value. Give it one, or remove the key.");

    public static Diagnostic KeyIsMissing(SourceSpan span, string key, string owner) => new(KeyIsEmptyRule, span,
        $"'{owner}' needs the key '{key}'.");

    public static Diagnostic InvalidYaml(SourceSpan span, string reason) => new(InvalidYamlRule, span, $"the YAML cannot be read: {reason}");

    public static Diagnostic DuplicateKey(SourceSpan span, string key, int firstLine) => new(DuplicateKeyRule, span,
        $"'{key}' stands here again; the first one is in line {firstLine}. Remove or rename one of them.");

    public static Diagnostic ExcludingKeys(SourceSpan span, string first, string second) => new(ExcludingKeysRule, span,
        $"'{first}' and '{second}' exclude each other. Remove one of them.");

    public static Diagnostic NotInSet(SourceSpan span, string key, string value, IEnumerable<string> allowed) => new(NotInSetRule, span,
        $"'{value}' is no value of '{key}'.{NearestName.Suggestion(value, allowed)} Write one of: {string.Join(", ", allowed)}.");

    public static Diagnostic BooleanExpected(SourceSpan span, string key, string value) => new(BooleanExpectedRule, span,
        $"'{key}' takes true or false, not '{value}'.");

    public static Diagnostic TextExpected(SourceSpan span, string key) => new(TextExpectedRule, span,
        $"'{key}' takes a text, not a list or map.");

    public static Diagnostic SameFile(SourceSpan span, string name, string other, string otherPath) => new(SameFileRule, span,
        $"'{name}' and '{other}' ({otherPath}) would be generated into one file. Rename one of the model files.");

    public static Diagnostic TypeName(SourceSpan span, string name, string suggestion) => new(TypeNameRule, span,
        $"'{name}' is no type name: start with a capital letter, then letters and digits. Write '{suggestion}'.");

    public static Diagnostic ReservedTypeName(SourceSpan span, string name, string owner) => new(ReservedTypeNameRule, span,
        $"the name '{name}' is taken by {owner}. Choose another name.");

    public static Diagnostic TypeNameTaken(SourceSpan span, string name, string otherPath) => new(TypeNameTakenRule, span,
        $"'{name}' is declared in {otherPath} already. Rename one of the two.");

    public static Diagnostic TableName(SourceSpan span, string name, string suggestion) => new(TableNameRule, span,
        $"'{name}' is no table name: lower case letters, digits and '_' only, starting with a letter. Write '{suggestion}'.");

    public static Diagnostic TableNameTaken(SourceSpan span, string name, string otherClass) => new(TableNameTakenRule, span,
        $"the table '{name}' belongs to '{otherClass}' already. Choose another table name.");

    public static Diagnostic TableNameTooLong(SourceSpan span, string name) => new(TableNameTooLongRule, span,
        $"the table name '{name}' has {name.Length} characters; at most 56 are allowed, so that names of its indexes and keys fit.");

    public static Diagnostic FrameworkTableName(SourceSpan span, string name) => new(FrameworkTableNameRule, span,
        $"the table name '{name}' starts with 'pod_', which belongs to Pod's own tables. Choose another prefix.");

    public static Diagnostic NoDatabase(SourceSpan span, string className) => new(NoDatabaseRule, span,
        $"'{className}' has a table, but pod.json turns the database off, so nothing makes or opens it. Remove 'table', or '\"database\": false' from pod.json.");

    public static Diagnostic DatabaseWithoutTable(SourceSpan span, string className) => new(DatabaseRule, span,
        $"'database' says where the table of '{className}' exists, but it has none. Remove the key, or add 'table: …'.");

    public static Diagnostic RenamedTable(SourceSpan span, string className, string reason) => new(RenamedTableRule, span,
        $"'renamedFrom' of '{className}' has no use: {reason}. Write the name that its table had in the last migration, or remove the key.");

    public static Diagnostic NotOnExceptions(SourceSpan span, string option, IReadOnlyCollection<string> known) => new(NotOnExceptionsRule, span,
        $"fields of exceptions do not have the option '{option}': they are never stored and always visible. Remove it. Their options: {string.Join(", ", known)}.");

    public static Diagnostic EnumValues(SourceSpan span, string found) => new(EnumValuesRule, span,
        $"'values' takes a list of names such as '[open, closed]', not {found}.");

    public static Diagnostic EnumValueName(SourceSpan span, string value) => new(EnumValueNameRule, span,
        $"'{value}' is no enum value: start with a letter, then letters, digits and '_'.");

    public static Diagnostic EnumValueTwice(SourceSpan span, string value, string other) => new(EnumValueTwiceRule, span,
        $"'{value}' and '{other}' are one value in C#. Remove or rename one of them.");

    public static Diagnostic EnumDefault(SourceSpan span, string value, IEnumerable<string> values) => new(EnumDefaultRule, span,
        $"the default '{value}' is no value of this enum.{NearestName.Suggestion(value, values)} Write one of: {string.Join(", ", values)}.");

    private static string Quote(IEnumerable<string> words)
    {
        var text = string.Join(", ", words.Select(static word => $"'{word}'"));
        return text.Length == 0 ? "none" : text;
    }
}
