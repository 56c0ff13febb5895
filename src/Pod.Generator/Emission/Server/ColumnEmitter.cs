using Pod.Generator.Emission.Models;
using Pod.Generator.Model;

namespace Pod.Generator.Emission.Server;

/// <summary>Spells the column of a stored field: its class, its construction and how its value is read from a row.</summary>
internal sealed class ColumnEmitter(ClassDefinition model)
{
    /// <summary>Gives <c>NumberColumn&lt;long, long?&gt;</c>: the type of the values, and that of a selected one.</summary>
    public static string ClassName(TypeReference type) => type.Kind switch
    {
        TypeKind.Boolean => $"BooleanColumn<{CSharpTypeName.Of(type)}>",
        TypeKind.String => $"TextColumn<{CSharpTypeName.Of(type)}>",
        TypeKind.DateTime or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.TimeOnly or TypeKind.TimeSpan
            or TypeKind.Guid or TypeKind.Bytes or TypeKind.Uri => $"{type.Kind}Column<{CSharpTypeName.Of(type)}>",
        TypeKind.Enum => $"EnumColumn<{type.Name}, {CSharpTypeName.Of(type)}>",
        _ when type.IsVector => $"{type.Kind}Column<{CSharpTypeName.Of(type)}>",
        _ when type.IsStructured => $"JsonColumn<{CSharpTypeName.WithoutNull(type)}, {CSharpTypeName.Of(type)}>",
        _ => $"NumberColumn<{CSharpTypeName.WithoutNull(type)}, {CSharpTypeName.Of(type)}>",
    };

    /// <summary>Gives <c>new TextColumn&lt;string?&gt;(this, "name", nullable: true)</c>.</summary>
    public string Construction(FieldDefinition field)
    {
        var codec = NeedsCodec(field.Type) ? ", " + Codec(field) : "";
        var dimension = field.Type.IsVector ? $", {field.Type.Size}" : "";
        var nullable = field.Type.IsNullable ? ", nullable: true" : "";
        var hasDefault = field.ColumnDefault?.Kind switch
        {
            null => "",
            DefaultKind.Now => ", defaultsToNow: true",
            _ => ", hasDefault: true",
        };
        var plain = field.IsPlainJson ? ", plain: true" : "";
        return $"new {ClassName(field.Type)}(this, {CSharpIdentifier.Literal(field.Column)}{codec}{dimension}{nullable}{hasDefault}{plain})";
    }

    /// <summary>Gives <c>row.StringOrNull(3)</c>.</summary>
    public string Read(FieldDefinition field, int ordinal)
    {
        var orNull = field.Type.IsNullable ? "OrNull" : "";
        var method = field.Type switch
        {
            { Kind: TypeKind.Enum } => "Enum",
            { IsStructured: true } => "Json",
            _ => field.Type.Kind.ToString(),
        };
        var codec = NeedsCodec(field.Type) ? ", " + Codec(field) : "";
        return $"row.{method}{orNull}({ordinal}{codec})";
    }

    /// <summary>Gives the declaration of a codec that a column shares with <c>ReadRow</c>, or null when it needs none.</summary>
    public string? CodecDeclaration(FieldDefinition field) => field.Type.IsStructured
        ? $"private static readonly JsonCodec<{CSharpTypeName.WithoutNull(field.Type)}> {Codec(field)} = {CodecExpression.WithoutNull(field.Type)};"
        : null;

    private static bool NeedsCodec(TypeReference type) => type.IsStructured || type.Kind == TypeKind.Enum;

    private string Codec(FieldDefinition field) =>
        field.Type.IsStructured ? PrivateName.Of(field, "Codec", model.Fields) : CodecExpression.WithoutNull(field.Type);
}
