namespace Pod.Database.Migrations.Integrity;

/// <summary>Whether a column's type serves where another one is expected.</summary>
internal static class TypeAgreement
{
    /// <summary>Weighs a difference: accepted as equal, working with a smaller range, or not working.</summary>
    public static DifferenceWeight Weigh(string expected, string live) => (expected, live) switch
    {
        _ when expected == live => DifferenceWeight.Ignored,
        ("text", "varchar") => DifferenceWeight.Ignored,
        ("text", _) when live.StartsWith("varchar(", StringComparison.Ordinal) => DifferenceWeight.Ignored,
        ("numeric", _) when live.StartsWith("numeric(", StringComparison.Ordinal) => DifferenceWeight.Ignored,
        ("bigint", "integer") => DifferenceWeight.Notable,
        _ => DifferenceWeight.Fatal,
    };

    public static bool IsSame(string expected, string live) => Weigh(expected, live) == DifferenceWeight.Ignored;
}
