using System.Globalization;
using Pod.Generator.Migrations.Sql;
using Pod.Generator.Model;

namespace Pod.Generator.Migrations;

/// <summary>Column defaults as neutral words or literals, the form of <c>definition.json</c>.</summary>
internal static class ColumnDefaults
{
    public static string Of(DefaultValue value, TypeReference type, ProjectDefinition project) => value.Kind switch
    {
        DefaultKind.Now => "now",
        DefaultKind.Random => "random",
        DefaultKind.RandomV7 => "random_v7",
        DefaultKind.Serial => "serial",
        _ => Literal(value.Text, type, project),
    };

    private static string Literal(string text, TypeReference type, ProjectDefinition project) => type.Kind switch
    {
        TypeKind.Enum when project.Enum(type.Name).IsByIndex => IndexOf(project.Enum(type.Name), text),
        TypeKind.TimeSpan => $"'{text} milliseconds'",
        TypeKind.String or TypeKind.Uri or TypeKind.Guid or TypeKind.Enum or TypeKind.DateTime or TypeKind.DateTimeOffset
            or TypeKind.DateOnly or TypeKind.TimeOnly => PostgresLiteral.Quote(text),
        _ => text,
    };

    private static string IndexOf(EnumDefinition definition, string name) =>
        definition.Values.Select(static value => value.Name).ToList().IndexOf(name).ToString(CultureInfo.InvariantCulture);
}
