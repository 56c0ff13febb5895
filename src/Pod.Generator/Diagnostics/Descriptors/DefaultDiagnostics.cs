using Pod.Generator.Model;
using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1162–POD1171: default values that do not fit their type.</summary>
internal static class DefaultDiagnostics
{
    private static readonly DiagnosticDescriptor BooleanRule = new("POD1162", Error, "A boolean default is true or false");
    private static readonly DiagnosticDescriptor WholeNumberRule = new("POD1163", Error, "A whole number default is digits, in range");
    private static readonly DiagnosticDescriptor NumberRule = new("POD1164", Error, "A number default is a number");
    private static readonly DiagnosticDescriptor TextRule = new("POD1165", Error, "A text default stands in quotes");
    private static readonly DiagnosticDescriptor TimeRule = new("POD1166", Error, "A date or time default is 'now' or ISO-8601");
    private static readonly DiagnosticDescriptor DurationRule = new("POD1167", Error, "A duration default is made of d, h, min, s, ms");
    private static readonly DiagnosticDescriptor GuidRule = new("POD1168", Error, "A Guid default is random, random_v7 or a quoted Guid");
    private static readonly DiagnosticDescriptor UriRule = new("POD1169", Error, "A URI default is a quoted URI");
    private static readonly DiagnosticDescriptor BigIntegerRule = new("POD1170", Error, "A BigInteger default is digits");
    private static readonly DiagnosticDescriptor EnumRule = new("POD1171", Error, "An enum default is one of its values");

    public static Diagnostic Invalid(SourceSpan span, TypeReference type, string value)
    {
        var (rule, form) = type.Kind switch
        {
            TypeKind.Boolean => (BooleanRule, "true or false"),
            TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 => (WholeNumberRule, $"a whole number that fits into '{type}'"),
            TypeKind.Single or TypeKind.Double or TypeKind.Decimal => (NumberRule, "a number such as 1.5"),
            TypeKind.String => (TextRule, "a text in quotes such as 'text', with inner quotes written as \\'"),
            TypeKind.DateTime or TypeKind.DateTimeOffset => (TimeRule, "'now' or a time such as 2026-01-31T08:00:00.000Z"),
            TypeKind.DateOnly => (TimeRule, "'now' or a date such as 2026-01-31"),
            TypeKind.TimeOnly => (TimeRule, "'now' or a time such as 08:00:00"),
            TypeKind.TimeSpan => (DurationRule, "parts in this order: 1d 2h 30min 5s 10ms"),
            TypeKind.Guid => (GuidRule, "random, random_v7 or a Guid in quotes"),
            TypeKind.Uri => (UriRule, "a URI in quotes"),
            _ => (BigIntegerRule, "digits"),
        };
        return new Diagnostic(rule, span, $"'{value}' is no default of the type '{type}'. Write {form}.");
    }

    public static Diagnostic NotAnEnumValue(SourceSpan span, string value, string enumName, IReadOnlyCollection<string> values) => new(EnumRule, span,
        $"'{value}' is no value of '{enumName}'.{NearestName.Suggestion(value, values)} Write one of: {string.Join(", ", values)}.");
}
