using System.Text;
using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.FullText;

/// <summary>A user's question: <c>websearch_to_tsquery('english'::regconfig, $1)</c>, which takes any text.</summary>
internal sealed class QuestionFragment(string language, string text, bool prefix) : ISqlFragment
{
    // A query prints itself with each word in quotation marks; behind them goes the mark of a prefix.
    private const string MarkPrefixes = @"::text, '(''(?:[^'']|'''')+'')', '\1:*', 'g')::tsquery";

    // PostgreSQL takes a query of many words apart recursively, and refuses it when its stack is used up.
    private const int LongestQuestion = 4000;

    private readonly ParameterSource _text = TextStorage.Instance.Parameter(Storable(text));

    public bool IsNullable => false;

    public void Write(SqlWriter writer)
        => writer.Write(prefix ? "regexp_replace(" : "")
            .Write("websearch_to_tsquery(").Write(language).Write(", ").WriteParameter(_text).Write(")")
            .Write(prefix ? MarkPrefixes : "");

    // The zero character and halves of surrogate pairs, which text in PostgreSQL cannot have, separate words.
    private static string Storable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, LongestQuestion)).EnumerateRunes())
        {
            result.Append(rune.Value == 0 || rune == Rune.ReplacementChar ? " " : rune.ToString());
        }

        return result.ToString();
    }
}
