using System.Globalization;

namespace Pod.Generator.Migrations.Comparing;

/// <summary>Tells what a change of a column's type does to its values.</summary>
internal static class ColumnTypeChanges
{
    private const string Numeric = "numeric";

    // Decimal digits that the values of a whole type need.
    private static readonly Dictionary<string, int> Digits = new(StringComparer.Ordinal) { ["smallint"] = 5, ["integer"] = 10, ["bigint"] = 19 };

    private static readonly HashSet<(string From, string To)> Lossless =
    [
        ("smallint", "integer"), ("smallint", "bigint"), ("integer", "bigint"),
        ("smallint", "real"), ("smallint", "double precision"), ("integer", "double precision"), ("real", "double precision"),
        ("uuid", "text"), ("json", "jsonb"), ("jsonb", "json"),
    ];

    private static readonly HashSet<string> Parsed =
        ["smallint", "integer", "bigint", "real", "double precision", "uuid", "date", "time", "interval", "boolean"];

    public static ColumnTypeChange Of(string from, string to)
    {
        if (from == to)
        {
            return ColumnTypeChange.None;
        }

        if (Lossless.Contains((from, to)))
        {
            return ColumnTypeChange.Widening;
        }

        if (IsNumber(from) && IsNumber(to))
        {
            return OfNumbers(from, to);
        }

        return from == "text" && (Parsed.Contains(to) || IsNumeric(to)) ? ColumnTypeChange.Narrowing : ColumnTypeChange.Impossible;
    }

    private static ColumnTypeChange OfNumbers(string from, string to)
    {
        if (!IsNumeric(to))
        {
            return ColumnTypeChange.Narrowing;
        }

        var (precision, scale) = Size(to);
        if (Digits.TryGetValue(from, out var digits))
        {
            return precision is null || precision - scale >= digits ? ColumnTypeChange.Widening : ColumnTypeChange.Narrowing;
        }

        var (formerPrecision, formerScale) = Size(from);
        return !IsNumeric(from) || (formerPrecision is null && precision is not null) ? ColumnTypeChange.Narrowing
            : precision is null || (scale == formerScale && precision >= formerPrecision) ? ColumnTypeChange.Relabelled
            : scale >= formerScale && precision - scale >= formerPrecision - formerScale ? ColumnTypeChange.Widening
            : ColumnTypeChange.Narrowing;
    }

    private static bool IsNumber(string type) => Digits.ContainsKey(type) || type is "real" or "double precision" || IsNumeric(type);

    private static bool IsNumeric(string type) => type == Numeric || type.StartsWith(Numeric + "(", StringComparison.Ordinal);

    // numeric(10,2): ten digits, two of them behind the point.
    private static (int? Precision, int Scale) Size(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return (null, 0);
        }

        var parts = type[(open + 1)..^1].Split(',');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }
}
