using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.FullText;

namespace Pod.Database;

/// <summary>A full-text index of a table: <c>where: t => t.TicketSearch.Matches("printer -ink")</c>.</summary>
/// <remarks>
/// Questions are written as for a search engine: words, <c>"phrases"</c>, <c>or</c>, and <c>-</c> before what must not be there. Any text is a
/// question, so it may come from a user as it is; its first 4000 characters count. Words are compared in the index's language.
/// </remarks>
public sealed class FullTextIndex
{
    private readonly SearchedTextFragment _text;
    private readonly string _language;

    /// <summary>Describes an index. Used by generated code.</summary>
    /// <param name="language">The text search configuration.</param>
    /// <param name="weights">One of A to D per column, or nothing.</param>
    /// <param name="columns">The columns, in the order of the index.</param>
    public FullTextIndex(string language, string weights, params ReadOnlySpan<TextExpression> columns)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(weights);
        _language = $"'{language.Replace("'", "''", StringComparison.Ordinal)}'::regconfig";
        _text = new SearchedTextFragment(_language, weights, columns.ToArray());
    }

    /// <summary>Rows that answer the question. A question without words matches nothing.</summary>
    /// <param name="text">The question.</param>
    /// <param name="prefix">Whether words also match longer ones that begin with them, as in a search while typing.</param>
    public Filter Matches(string text, bool prefix = false) => new FullTextFilter(_text, new QuestionFragment(_language, text, prefix));

    /// <summary>How well the row answers the question, larger is better: <c>orderBy: t => t.TicketSearch.Rank(text).Desc()</c>.</summary>
    /// <param name="text">The question.</param>
    /// <param name="prefix">Whether words also match longer ones that begin with them.</param>
    public NumberExpression<float, float> Rank(string text, bool prefix = false)
        => new(new CallFragment("ts_rank", _text, new QuestionFragment(_language, text, prefix)), ScalarStorage<float>.Instance);
}
