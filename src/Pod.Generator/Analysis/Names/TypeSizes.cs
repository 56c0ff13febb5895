using System.Globalization;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Analysis.Names;

/// <summary>Checks what stands in parentheses behind a type: <c>Vector(3)</c>, <c>decimal(10,2)</c>.</summary>
internal static class TypeSizes
{
    private const int MaxDimension = 16_000;
    private const int MaxBits = 64_000;
    private const int MaxPrecision = 1000;

    /// <summary>Checks the size of a built-in type.</summary>
    /// <returns>Whether the type can be used.</returns>
    public static bool Check(TypeSyntax syntax, TypeReference type, DiagnosticBag diagnostics)
    {
        var text = syntax.Size?.Text;
        if (type.IsVector)
        {
            var limit = type.Kind == TypeKind.Bit ? MaxBits : MaxDimension;
            if (IsNumber(text, 1, limit))
            {
                return true;
            }

            diagnostics.Add(FieldDiagnostics.Dimension(syntax.Size?.Span ?? syntax.Span, syntax.Name, text ?? "", limit));
            return false;
        }

        if (text is null || (type.Kind == TypeKind.Decimal && IsPrecision(text)))
        {
            return true;
        }

        diagnostics.Add(FieldDiagnostics.MalformedType(syntax.Span, $"{syntax.Name}({text})", type.Kind == TypeKind.Decimal
            ? "write precision and scale as in 'decimal(10,2)'"
            : $"'{syntax.Name}' takes nothing in parentheses"));
        return false;
    }

    private static bool IsPrecision(string text) => text.Split(',') switch
    {
        [var precision] => IsNumber(precision, 1, MaxPrecision),
        [var precision, var scale] => IsNumber(precision, 1, MaxPrecision) && IsNumber(scale, 0, int.Parse(precision, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)),
        _ => false,
    };

    private static bool IsNumber(string? text, int least, int most) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;
}
