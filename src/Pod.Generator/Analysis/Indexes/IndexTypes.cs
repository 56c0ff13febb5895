using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Which index types cover which fields.</summary>
internal static class IndexTypes
{
    public const string FullText = "fulltext";

    private static readonly string[] Plain = ["btree", "hash", "gin", "gist", "spgist", "brin"];

    public static string DefaultFor(IReadOnlyCollection<FieldDraft> fields, bool isUnique) =>
        !isUnique && fields.All(static field => field.Type.IsStructured && !field.IsPlainJson) ? "gin" : "btree";

    public static bool IsVector(string type) => type is "hnsw" or "ivfflat";

    public static bool CoversOneField(string type) => type is "hash" or "spgist";

    public static bool Accepts(string type, FieldDraft field) => type switch
    {
        "gin" => field.Type.IsStructured && !field.IsPlainJson,
        "spgist" => field.Type.Kind is TypeKind.String or TypeKind.Uri or TypeKind.Enum,
        "brin" => !field.Type.IsStructured && field.Type.Kind != TypeKind.Boolean,

        // A gist index over plain values takes PostgreSQL's extension btree_gist.
        "btree" or "hash" or "gist" => !field.Type.IsStructured,
        FullText => field.Type.Kind == TypeKind.String,
        _ => false,
    };

    public static Diagnostic Refuse(SourceSpan span, string type, FieldDraft field) => (type, field) switch
    {
        ("gin", _) => IndexDiagnostics.GinFields(span, field.Name, field.IsPlainJson),
        (_, { IsPlainJson: true }) => IndexDiagnostics.PlainJson(span, type, field.Name),
        _ => IndexDiagnostics.Type(span, type, field.Name, field.Type.ToString(), Plain.Where(candidate => Accepts(candidate, field))),
    };
}
