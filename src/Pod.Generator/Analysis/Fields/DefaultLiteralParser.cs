using System.Globalization;
using System.Numerics;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Reads the value behind <c>default=</c> according to the field's type.</summary>
internal static class DefaultLiteralParser
{
    // As many as PostgreSQL's numeric holds; parsing a million takes half a minute.
    private const int MaxDigits = 131_072;

    /// <summary>Reads a default.</summary>
    /// <param name="value">The written value.</param>
    /// <param name="type">The field's type.</param>
    /// <param name="enumValues">The values of the enum when the type is one.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The default, or null after a diagnostic.</returns>
    public static DefaultValue? Parse(TextSlice value, TypeReference type, IReadOnlyCollection<string> enumValues, DiagnosticBag diagnostics)
    {
        var text = value.Text;
        if (type.Kind == TypeKind.Enum)
        {
            if (enumValues.Contains(text))
            {
                return new DefaultValue(DefaultKind.Literal, text);
            }

            diagnostics.Add(DefaultDiagnostics.NotAnEnumValue(value.Span, text, type.Name, enumValues));
            return null;
        }

        if (Keyword(text, type.Kind) is { } keyword)
        {
            return keyword;
        }

        if (Literal(text, type.Kind) is { } literal)
        {
            return new DefaultValue(DefaultKind.Literal, literal);
        }

        var offset = type.Kind == TypeKind.String ? QuotedLiteral.Parse(text).ErrorOffset : 0;
        diagnostics.Add(DefaultDiagnostics.Invalid(value.Scalar.At(value.Start + offset), type.WithNullable(false), text));
        return null;
    }

    private static DefaultValue? Keyword(string text, TypeKind kind) => (text, kind) switch
    {
        ("now", TypeKind.DateTime or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.TimeOnly) => new DefaultValue(DefaultKind.Now, text),
        ("random", TypeKind.Guid) => new DefaultValue(DefaultKind.Random, text),
        ("random_v7", TypeKind.Guid) => new DefaultValue(DefaultKind.RandomV7, text),
        ("serial", TypeKind.Int32 or TypeKind.Int64) => new DefaultValue(DefaultKind.Serial, text),
        _ => null,
    };

    private static string? Literal(string text, TypeKind kind) => kind switch
    {
        TypeKind.Boolean => bool.TryParse(text, out var value) ? (value ? "true" : "false") : null,
        TypeKind.Int16 => Number<short>(text, NumberStyles.AllowLeadingSign),
        TypeKind.Int32 => Number<int>(text, NumberStyles.AllowLeadingSign),
        TypeKind.Int64 => Number<long>(text, NumberStyles.AllowLeadingSign),
        TypeKind.Single => Finite(Number<float>(text, NumberStyles.Float)),
        TypeKind.Double => Finite(Number<double>(text, NumberStyles.Float)),
        TypeKind.Decimal => Number<decimal>(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint),
        TypeKind.BigInteger when text.Length <= MaxDigits => Number<BigInteger>(QuotedLiteral.Parse(text).Text ?? text, NumberStyles.AllowLeadingSign),
        TypeKind.String => QuotedLiteral.Parse(text).Text,
        TypeKind.DateTime or TypeKind.DateTimeOffset => Time(text),
        TypeKind.DateOnly => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        TypeKind.TimeOnly => TimeOnly.TryParseExact(text, ["HH:mm:ss", "HH:mm:ss.fff"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        TypeKind.TimeSpan => DurationLiteral.Parse(text) is { } duration ? ((long)duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) : null,
        TypeKind.Guid => Guid.TryParse(QuotedLiteral.Parse(text).Text, out var id) ? id.ToString() : null,
        TypeKind.Uri => QuotedLiteral.Parse(text).Text is { } uri && Uri.TryCreate(uri, UriKind.RelativeOrAbsolute, out _) ? uri : null,
        _ => null,
    };

    private static string? Number<T>(string text, NumberStyles style)
        where T : INumber<T> =>
        T.TryParse(text, style, CultureInfo.InvariantCulture, out var value) ? value.ToString(null, CultureInfo.InvariantCulture) : null;

    private static string? Finite(string? number) => number is "NaN" or "Infinity" or "-Infinity" or "∞" or "-∞" ? null : number;

    private static string? Time(string text)
    {
        // ISO-8601 ending in Z with 0 to 6 fraction digits.
        var isUtc = text.EndsWith('Z')
            && DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"], CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out _);
        return isUtc ? text : null;
    }
}
