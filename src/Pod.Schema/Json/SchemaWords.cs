namespace Pod.Schema.Json;

/// <summary>The words that schema files use for closed sets of values.</summary>
internal static class SchemaWords
{
    public const string ByIndex = "byIndex";
    public const string ByName = "byName";

    private static readonly string[] Actions = ["noAction", "restrict", "cascade", "setNull", "setDefault"];
    private static readonly string[] Timings = ["no", "immediate", "deferred"];

    public static string Of(ReferentialAction action) => Actions[(int)action];

    public static string Of(ConstraintTiming timing) => Timings[(int)timing];

    public static ReferentialAction Action(string word) => (ReferentialAction)PositionOf(Actions, word, "referential action");

    public static ConstraintTiming Timing(string word) => (ConstraintTiming)PositionOf(Timings, word, "constraint timing");

    private static int PositionOf(string[] words, string word, string what)
    {
        var position = Array.IndexOf(words, word);
        return position >= 0
            ? position
            : throw new FormatException($"'{word}' is no {what}. Expected one of: {string.Join(", ", words)}.");
    }
}
