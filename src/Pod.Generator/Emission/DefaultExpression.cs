using System.Globalization;
using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>Spells a model default in C#.</summary>
internal static class DefaultExpression
{
    public static string Of(FieldDefinition field) => Of(field.ModelDefault!, field.Type);

    private static string Of(DefaultValue value, TypeReference type) => (value.Kind, type.Kind) switch
    {
        (DefaultKind.Now, TypeKind.DateTime) => "PodClock.UtcNow",
        (DefaultKind.Now, TypeKind.DateTimeOffset) => "new DateTimeOffset(PodClock.UtcNow)",
        (DefaultKind.Now, TypeKind.DateOnly) => "DateOnly.FromDateTime(PodClock.UtcNow)",
        (DefaultKind.Now, _) => "TimeOnly.FromDateTime(PodClock.UtcNow)",
        (DefaultKind.Random, _) => "Guid.NewGuid()",
        (DefaultKind.RandomV7, _) => "Guid.CreateVersion7()",
        _ => Literal(value.Text, type),
    };

    private static string Literal(string text, TypeReference type) => type.Kind switch
    {
        TypeKind.Single => text + "f",
        TypeKind.Double => text + "d",
        TypeKind.Decimal => text + "m",
        TypeKind.Int64 => text + "L",
        TypeKind.String => CSharpIdentifier.Literal(text),
        TypeKind.Uri => $"new Uri({CSharpIdentifier.Literal(text)}, UriKind.RelativeOrAbsolute)",
        TypeKind.Guid => $"new Guid({CSharpIdentifier.Literal(text)})",
        TypeKind.BigInteger => $"BigInteger.Parse({CSharpIdentifier.Literal(text)}, System.Globalization.CultureInfo.InvariantCulture)",
        TypeKind.TimeSpan => Duration(text),
        TypeKind.DateTime => $"new DateTime({Ticks(text)}L, DateTimeKind.Utc)",
        TypeKind.DateTimeOffset => $"new DateTimeOffset({Ticks(text)}L, TimeSpan.Zero)",
        TypeKind.DateOnly => Date(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TypeKind.TimeOnly => Time(TimeOnly.Parse(text, CultureInfo.InvariantCulture)),
        TypeKind.Enum => $"{type.Name}.{Naming.Pascal(text)}",
        _ => text,
    };

    private static string Duration(string milliseconds) => $"TimeSpan.FromMilliseconds({milliseconds})";

    private static string Date(DateOnly date) => $"new DateOnly({date.Year}, {date.Month}, {date.Day})";

    private static string Time(TimeOnly time) => $"new TimeOnly({time.Hour}, {time.Minute}, {time.Second}, {time.Millisecond})";

    private static string Ticks(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).Ticks.ToString(CultureInfo.InvariantCulture);
}
