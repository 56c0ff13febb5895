using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1100–POD1199: fields, their types, options and defaults.</summary>
internal static class FieldDiagnostics
{
    private static readonly DiagnosticDescriptor TypeMissingRule = new("POD1101", Error, "A field has a type");
    private static readonly DiagnosticDescriptor UnknownTypeRule = new("POD1102", Error, "Unknown type");
    private static readonly DiagnosticDescriptor ArgumentCountRule = new("POD1103", Error, "A collection names the types it holds");
    private static readonly DiagnosticDescriptor NoArgumentsRule = new("POD1104", Error, "A type takes no type arguments");
    private static readonly DiagnosticDescriptor MalformedTypeRule = new("POD1105", Error, "A type is malformed");
    private static readonly DiagnosticDescriptor DimensionRule = new("POD1106", Error, "A vector has a whole dimension");
    private static readonly DiagnosticDescriptor ServerOnlyTypeRule = new("POD1109", Error, "A visible field has a type that clients know");
    private static readonly DiagnosticDescriptor StoredExceptionRule = new("POD1110", Error, "Exceptions are not stored");
    private static readonly DiagnosticDescriptor NullableDynamicRule = new("POD1107", Error, "A dynamic value takes no '?'");
    private static readonly DiagnosticDescriptor UnknownModuleRule = new("POD1108", Error, "Unknown module");
    private static readonly DiagnosticDescriptor CustomTypeMissingRule = new("POD1112", Error, "A type of another package is a custom type");
    private static readonly DiagnosticDescriptor NullableMapKeyRule = new("POD1111", Error, "A map key is not nullable");
    private static readonly DiagnosticDescriptor SameMemberRule = new("POD1113", Error, "Two fields end in one C# member");
    private static readonly DiagnosticDescriptor FieldNameRule = new("POD1115", Error, "A field name is an identifier");
    private static readonly DiagnosticDescriptor FieldNameCaseRule = new("POD1116", Info, "A field name is camelCase");
    private static readonly DiagnosticDescriptor ReservedFieldNameRule = new("POD1117", Error, "A field name is reserved");
    private static readonly DiagnosticDescriptor FieldNameTooLongRule = new("POD1118", Error, "A field name has at most 61 characters");
    private static readonly DiagnosticDescriptor MemberRenamedRule = new("POD1119", Hint, "A C# member got another name than its field");
    private static readonly DiagnosticDescriptor UnknownOptionRule = new("POD1120", Error, "Unknown field option");
    private static readonly DiagnosticDescriptor DuplicateOptionRule = new("POD1121", Error, "An option is given twice");
    private static readonly DiagnosticDescriptor NegatedOptionRule = new("POD1122", Error, "A negated option has no value");
    private static readonly DiagnosticDescriptor ExcludingOptionsRule = new("POD1123", Error, "Two options exclude each other");
    private static readonly DiagnosticDescriptor OldParentRule = new("POD1124", Error, "'parent' stands inside 'relation(…)'");
    private static readonly DiagnosticDescriptor OldDatabaseRule = new("POD1125", Warning, "The old flag 'database'");
    private static readonly DiagnosticDescriptor OldApiRule = new("POD1126", Warning, "The old flag 'api'");
    private static readonly DiagnosticDescriptor PersistSaysNothingRule = new("POD1129", Hint, "Fields of a table are stored anyway");
    private static readonly DiagnosticDescriptor ScopeAllRule = new("POD1131", Error, "A server-only class has no visible fields");
    private static readonly DiagnosticDescriptor ScopeSaysNothingRule = new("POD1159", Info, "A scope says nothing new");
    private static readonly DiagnosticDescriptor ScopeNeedsNullRule = new("POD1130", Error, "A hidden field is nullable");
    private static readonly DiagnosticDescriptor RequiredNotNullableRule = new("POD1132", Error, "'required' belongs on nullable fields");
    private static readonly DiagnosticDescriptor PersistWithoutTableRule = new("POD1133", Error, "'persist' needs a table");
    private static readonly DiagnosticDescriptor NotJsonRule = new("POD1134", Error, "'serializationDataType' belongs on fields stored as JSON");
    private static readonly DiagnosticDescriptor SameColumnRule = new("POD1135", Error, "Two fields have one column");
    private static readonly DiagnosticDescriptor ColumnNotAllowedRule = new("POD1136", Error, "A field without column has no column name");
    private static readonly DiagnosticDescriptor ColumnNameTooLongRule = new("POD1137", Error, "A column name has at most 61 characters");
    private static readonly DiagnosticDescriptor JsonKeyRule = new("POD1138", Error, "A JSON key is a text");
    private static readonly DiagnosticDescriptor SameJsonKeyRule = new("POD1139", Error, "Two fields have one JSON key");
    private static readonly DiagnosticDescriptor UniquePerRule = new("POD1140", Error, "'unique(per=…)' names other stored fields");
    private static readonly DiagnosticDescriptor RenamedFromRule = new("POD1141", Error, "'renamedFrom' names a field that is gone");
    private static readonly DiagnosticDescriptor ConcurrencyTokenRule = new("POD1142", Error, "A concurrency token is one int or long of a table");
    private static readonly DiagnosticDescriptor IdTypeRule = new("POD1150", Error, "An id is int, long or Guid");
    private static readonly DiagnosticDescriptor GuidIdDefaultRule = new("POD1151", Error, "A Guid id has a default");
    private static readonly DiagnosticDescriptor SerialRule = new("POD1152", Error, "'serial' is a column default of whole numbers");
    private static readonly DiagnosticDescriptor IdDefaultKeywordRule = new("POD1153", Error, "An id takes 'defaultModel' or 'defaultPersist'");
    private static readonly DiagnosticDescriptor IdDefaultValueRule = new("POD1154", Error, "An id's default is generated");
    private static readonly DiagnosticDescriptor IdOptionRule = new("POD1155", Error, "An option that ids do not take");
    private static readonly DiagnosticDescriptor NullableIdRule = new("POD1156", Hint, "'?' on an id says nothing");
    private static readonly DiagnosticDescriptor NoDefaultsRule = new("POD1160", Error, "A type has no defaults");
    private static readonly DiagnosticDescriptor DefaultPersistNeedsNullRule = new("POD1161", Error, "'defaultPersist' alone needs a nullable field");

    public static Diagnostic TypeMissing(SourceSpan span, string field) => new(TypeMissingRule, span,
        $"the field '{field}' has no type. Write '{field}: string' or another type.");

    public static Diagnostic TypeMissing(SourceSpan span) => new(TypeMissingRule, span, "a type is missing here. Write 'string' or another type.");

    public static Diagnostic UnknownType(SourceSpan span, string field, string type, IEnumerable<string> known) => new(UnknownTypeRule, span,
        $"the type '{type}' of '{field}' is unknown.{NearestName.Suggestion(type, known)} Use a built-in type, or declare the model in a file of its own.");

    public static Diagnostic UnknownModule(SourceSpan span, string field, string module, IReadOnlyList<string> known) => new(UnknownModuleRule, span,
        $"the type of '{field}' is from the module '{module}', which is unknown: "
        + (known.Count == 0
            ? "this project uses no modules. Reference the module's server package, or use a model of this project."
            : $"this project uses {string.Join(", ", known.Select(static name => $"'{name}'"))}.{NearestName.Suggestion(module, known)} Reference the module's server package, or correct the name."));

    public static Diagnostic UnknownFrameworkType(SourceSpan span, string field, string type) => new(UnknownTypeRule, span,
        $"the type of '{field}' is unknown: Pod itself has no model '{type}'. Use a built-in type, or declare the model in a file of its own.");

    public static Diagnostic CustomTypeMissing(SourceSpan span, string field, string type) => new(CustomTypeMissingRule, span,
        $"the type '{type}' of '{field}' has no C# type. Write 'customTypes: {{ \"{type}\": \"Namespace.Type\" }}' into pod.json; the type implements IPodJsonValue.");

    public static Diagnostic ArgumentCount(SourceSpan span, string type, string form) => new(ArgumentCountRule, span,
        $"'{type}' does not say what it holds. Write '{form}'.");

    public static Diagnostic NoArguments(SourceSpan span, string type) => new(NoArgumentsRule, span,
        $"'{type}' takes no type arguments. Remove the '<…>'.");

    public static Diagnostic MalformedType(SourceSpan span, string type, string reason) => new(MalformedTypeRule, span,
        $"'{type}' is no type: {reason}.");

    public static Diagnostic Dimension(SourceSpan span, string type, string text, int limit) => new(DimensionRule, span,
        $"'{text}' is no dimension of '{type}'. Write a whole number from 1 to {limit}: '{type}(3)'.");

    public static Diagnostic ServerOnlyType(SourceSpan span, string field, string type) => new(ServerOnlyTypeRule, span,
        $"'{field}' is visible to clients, but its type '{type}' is 'serverOnly'. Add 'scope=serverOnly' to the field, or make the type visible.");

    public static Diagnostic StoredException(SourceSpan span, string field, string type) => new(StoredExceptionRule, span,
        $"'{field}' cannot be stored, because '{type}' is an exception. Add '!persist' to the field.");

    public static Diagnostic NullableDynamic(SourceSpan span, string field) => new(NullableDynamicRule, span,
        $"'{field}' contains 'dynamic?', and a dynamic value can be null anyway. Remove the '?'.");

    public static Diagnostic NullableMapKey(SourceSpan span, string field, string type) => new(NullableMapKeyRule, span,
        $"the key type '{type}' of '{field}' can be null, and a map has no null key. {(type.EndsWith('?') ? "Remove the '?'." : "Name the type of the keys.")}");

    public static Diagnostic SameMember(SourceSpan span, string field, string other, string member) => new(SameMemberRule, span,
        $"'{field}' and '{other}' would both be the C# member '{member}'. Rename one of them.");

    public static Diagnostic FieldName(SourceSpan span, string name) => new(FieldNameRule, span,
        $"'{name}' is no field name: start with a letter, then letters, digits and '_'.");

    public static Diagnostic FieldNameCase(SourceSpan span, string name, string suggestion) => new(FieldNameCaseRule, span,
        $"the field name '{name}' is not camelCase. '{suggestion}' would be usual.");

    public static Diagnostic ReservedFieldName(SourceSpan span, string name) => new(ReservedFieldNameRule, span,
        $"the field name '{name}' is reserved for a generated member. Choose another name.");

    public static Diagnostic FieldNameTooLong(SourceSpan span, string name) => new(FieldNameTooLongRule, span,
        $"the field name '{name}' has {name.Length} characters; at most 61 are allowed.");

    public static Diagnostic MemberRenamed(SourceSpan span, string field, string member) => new(MemberRenamedRule, span,
        $"'{field}' is the C# member '{member}', because C# reserves the plain name here. JSON and column keep '{field}'.");

    public static Diagnostic UnknownOption(SourceSpan span, string option, IReadOnlyCollection<string> known) => new(UnknownOptionRule, span,
        option.Length == 0
            ? "an option is missing between two commas. Remove one comma."
            : $"'{option}' is no field option.{NearestName.Suggestion(option, known)} Known options: {string.Join(", ", known)}.");

    public static Diagnostic DuplicateOption(SourceSpan span, string option) => new(DuplicateOptionRule, span,
        $"the option '{option}' is given twice. Remove one.");

    public static Diagnostic NegatedOptionWithValue(SourceSpan span, string option) => new(NegatedOptionRule, span,
        $"'!{option}' already means false and takes no value. Write '{option}=…' or '!{option}'.");

    public static Diagnostic ExcludingOptions(SourceSpan span, string first, string second) => new(ExcludingOptionsRule, span,
        $"'{first}' and '{second}' exclude each other. Remove one of them.");

    public static Diagnostic OldParent(SourceSpan span) => new(OldParentRule, span,
        "'parent=' outside 'relation(…)' is the old form, which also deleted children with their parent. Write 'relation(parent=table)', with 'onDelete=cascade' if that is meant.");

    public static Diagnostic OldDatabaseFlag(SourceSpan span) => new(OldDatabaseRule, span,
        "the flag 'database' is an old form. Write 'scope=serverOnly'.");

    public static Diagnostic OldApiFlag(SourceSpan span) => new(OldApiRule, span,
        "the flag 'api' is an old form. Write '!persist'.");

    public static Diagnostic ScopeAllOnServerOnly(SourceSpan span, string field) => new(ScopeAllRule, span,
        $"'{field}' cannot be visible to clients, because its class is 'serverOnly'. Remove 'scope=all'.");

    public static Diagnostic ScopeSaysNothing(SourceSpan span, string field) => new(ScopeSaysNothingRule, span,
        $"'scope=serverOnly' on '{field}' says nothing new: the whole class is 'serverOnly'.");

    public static Diagnostic ScopeNeedsNull(SourceSpan span, string field, string scope) => new(ScopeNeedsNullRule, span,
        $"'{field}' has 'scope={scope}', so clients create the object without it. Make its type nullable with '?'.");

    public static Diagnostic RequiredNotNullable(SourceSpan span, string field) => new(RequiredNotNullableRule, span,
        $"'{field}' is not nullable and therefore required anyway. Remove 'required', or add '?' to its type.");

    public static Diagnostic PersistWithoutTable(SourceSpan span, string field) => new(PersistWithoutTableRule, span,
        $"'persist' on '{field}' says where it is stored, but the class has no table. Remove it, or add 'table: …'.");

    public static Diagnostic PersistSaysNothing(SourceSpan span, string field) => new(PersistSaysNothingRule, span,
        $"'persist' on '{field}' says nothing new: fields of a table are stored anyway.");

    public static Diagnostic RenamedFrom(SourceSpan span, string field, string reason) => new(RenamedFromRule, span,
        $"'renamedFrom' of '{field}' has no use: {reason}. Write the name that the stored field had in the last migration, or remove the option.");

    public static Diagnostic ConcurrencyToken(SourceSpan span, string field, string reason) => new(ConcurrencyTokenRule, span,
        $"'{field}' cannot be the concurrency token: {reason}. Put 'concurrencyToken' on one stored field of the type int or long, without '?'.");

    public static Diagnostic NotJson(SourceSpan span, string field, string type) => new(NotJsonRule, span,
        $"'{field}' of type '{type}' is not stored as JSON. Remove 'serializationDataType'; it belongs on collections and classes.");

    public static Diagnostic SameColumn(SourceSpan span, string field, string other, string column) => new(SameColumnRule, span,
        $"'{field}' and '{other}' would both be stored in the column '{column}'. Give one of them 'column=…'.");

    public static Diagnostic ColumnNotAllowed(SourceSpan span, string field) => new(ColumnNotAllowedRule, span,
        $"'{field}' has no column of its own that could be renamed. Remove 'column=…'.");

    public static Diagnostic ColumnNameTooLong(SourceSpan span, string column) => new(ColumnNameTooLongRule, span,
        $"the column name '{column}' has {column.Length} characters; 1 to 61 are allowed.");

    public static Diagnostic JsonKey(SourceSpan span, string field) => new(JsonKeyRule, span,
        $"'jsonKey' of '{field}' is empty. Write 'jsonKey=name'.");

    public static Diagnostic SameJsonKey(SourceSpan span, string field, string other, string key) => new(SameJsonKeyRule, span,
        $"'{field}' and '{other}' would both be the JSON property '{key}'. Give one of them another 'jsonKey'.");

    public static Diagnostic UniquePer(SourceSpan span, string part, IEnumerable<string> known) => new(UniquePerRule, span,
        $"'{part}' is no other stored field of this class.{NearestName.Suggestion(part, known)} Write 'unique' or 'unique(per=field)'.");

    public static Diagnostic IdType(SourceSpan span, string type) => new(IdTypeRule, span,
        $"an id cannot be '{type}'. Write int, long or Guid.");

    public static Diagnostic GuidIdDefault(SourceSpan span) => new(GuidIdDefaultRule, span,
        "a Guid id needs a default. Add 'defaultModel=random_v7' (set when the object is created) or 'defaultPersist=random_v7' (set by the database).");

    public static Diagnostic Serial(SourceSpan span, string field) => new(SerialRule, span,
        $"'serial' on '{field}' is possible only as 'defaultPersist=serial' on a nullable int or long.");

    public static Diagnostic IdDefaultKeyword(SourceSpan span) => new(IdDefaultKeywordRule, span,
        "an id takes no 'default'. Write 'defaultModel=…' or 'defaultPersist=…'.");

    public static Diagnostic IdDefaultValue(SourceSpan span, string value, IEnumerable<string> allowed) => new(IdDefaultValueRule, span,
        $"'{value}' is no default of this id's type. Write one of: {string.Join(", ", allowed)}.");

    public static Diagnostic IdOption(SourceSpan span, string option) => new(IdOptionRule, span,
        $"an id does not take '{option}'. Remove it.");

    public static Diagnostic NullableId(SourceSpan span) => new(NullableIdRule, span,
        "the '?' on an id says nothing in Pod: an id of 0 or Guid.Empty means not stored yet.");

    public static Diagnostic NoDefaults(SourceSpan span, string keyword, string type) => new(NoDefaultsRule, span,
        $"'{keyword}' is not possible on the type '{type}'. Remove it and set the value in code.");

    public static Diagnostic DefaultPersistNeedsNull(SourceSpan span, string field) => new(DefaultPersistNeedsNullRule, span,
        $"'{field}' gets its value from the database only, so objects exist without it. Make its type nullable with '?', or write 'default=…'.");
}
