using Pod.Generator.Model;

namespace Pod.Generator.Migrations;

/// <summary>The PostgreSQL type of each type of the model language, in PostgreSQL's short spelling.</summary>
internal static class ColumnTypes
{
    public static string Of(TypeReference type, ProjectDefinition project) => type.Kind switch
    {
        TypeKind.Boolean => "boolean",
        TypeKind.Int16 => "smallint",
        TypeKind.Int32 => "integer",
        TypeKind.Int64 => "bigint",
        TypeKind.Single => "real",
        TypeKind.Double => "double precision",
        TypeKind.Decimal => type.Size is { } size ? $"numeric({size})" : "numeric",
        TypeKind.BigInteger => "numeric",
        TypeKind.Vector => $"vector({type.Size})",
        TypeKind.HalfVector => $"halfvec({type.Size})",
        TypeKind.SparseVector => $"sparsevec({type.Size})",
        TypeKind.Bit => $"bit({type.Size})",
        TypeKind.String or TypeKind.Uri => "text",
        TypeKind.DateTime or TypeKind.DateTimeOffset => "timestamptz",
        TypeKind.DateOnly => "date",
        TypeKind.TimeOnly => "time",
        TypeKind.TimeSpan => "interval",
        TypeKind.Guid => "uuid",
        TypeKind.Bytes => "bytea",
        TypeKind.Enum => project.Enum(type.Name).IsByIndex ? "integer" : "text",
        _ => "jsonb",
    };
}
