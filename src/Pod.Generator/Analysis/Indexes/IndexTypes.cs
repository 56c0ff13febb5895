using Pod.Generator.Analysis.Indexes.Vectors;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Indexes;

/// <summary>Which index types cover which fields.</summary>
internal static class IndexTypes
{
    public const string FullText = "fulltext";

    private static readonly string[] All = ["btree", "hash", "gin", "gist", "spgist", "brin", VectorIndex.Hnsw, VectorIndex.Ivfflat];

    public static string DefaultFor(IReadOnlyCollection<FieldDraft> fields, bool isUnique) => isUnique ? "btree"
        : fields.Any(static field => field.Type.IsVector) ? VectorIndex.Hnsw
        : fields.All(static field => field.Type.IsStructured && !field.IsPlainJson) ? "gin"
        : "btree";

    public static bool CoversOneField(string type) => type is "hash" or "spgist";

    public static bool Accepts(string type, FieldDraft field) => type switch
    {
        "gin" => field.Type.IsStructured && !field.IsPlainJson,
        "spgist" => field.Type.Kind is TypeKind.String or TypeKind.Uri or TypeKind.Enum,
        "brin" or "gist" => IsPlain(field) && field.Type.Kind != TypeKind.Boolean,
        "hash" => IsPlain(field),

        // Bits are PostgreSQL's own and have an order; only their distances are pgvector's.
        "btree" => IsPlain(field) || field.Type.Kind == TypeKind.Bit,
        VectorIndex.Hnsw => field.Type.IsVector && VectorIndex.CoversDimension(field.Type),
        VectorIndex.Ivfflat => field.Type.IsVector && field.Type.Kind != TypeKind.SparseVector && VectorIndex.CoversDimension(field.Type),
        FullText => field.Type.Kind == TypeKind.String,
        _ => false,
    };

    public static Diagnostic Refuse(SourceSpan span, string type, FieldDraft field) => (type, field) switch
    {
        ("gin", _) => IndexDiagnostics.GinFields(span, field.Name, field.IsPlainJson),
        (VectorIndex.Hnsw or VectorIndex.Ivfflat, { Type.IsVector: true }) when !VectorIndex.CoversDimension(field.Type) =>
            IndexDiagnostics.Dimension(span, type, field.Name, field.Type.ToString(), VectorIndex.MaxDimension(field.Type)),
        (_, { Type.Kind: TypeKind.SparseVector }) => IndexDiagnostics.SparseVector(span, type, field.Name),
        (_, { IsPlainJson: true }) => IndexDiagnostics.PlainJson(span, type, field.Name),
        _ => IndexDiagnostics.Type(span, type, field.Name, field.Type.ToString(), All.Where(candidate => Accepts(candidate, field))),
    };

    private static bool IsPlain(FieldDraft field) => field.Type is { IsStructured: false, IsVector: false };
}
