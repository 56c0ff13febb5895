using Pod.Database.Migrations.Live;
using Pod.Schema;

namespace Pod.Database.Migrations.Integrity;

/// <summary>Whether expected expressions mean what live ones say.</summary>
/// <param name="spelled">The expected table as PostgreSQL spells it; null before it was asked.</param>
internal sealed class Spelling(LiveTable? spelled)
{
    /// <summary>Whether something differs in its text, and PostgreSQL was not asked yet whether it differs in fact.</summary>
    public bool IsInDoubt { get; private set; }

    public bool IsSame(ColumnSchema expected, LiveColumn live)
    {
        if (live.Default == expected.Default)
        {
            return true;
        }

        return expected.Default is not null && live.DefaultSql is { } sql && Ask(spelled?.FindColumn(expected.Name)?.DefaultSql, sql);
    }

    public bool IsSame(IndexSchema expected, LiveIndex live)
        => live.Does(expected) && (ExpressionText.IsSame(expected.Where, live.Schema.Where)
            || Ask(spelled?.Indexes.Find(index => index.Schema.Name == expected.Name)?.Schema.Where, live.Schema.Where));

    public bool IsSame(CheckSchema expected, CheckSchema live)
        => ExpressionText.IsSame(expected.Expression, live.Expression)
            || Ask(spelled?.Checks.Find(check => check.Name == expected.Name)?.Expression, live.Expression);

    private bool Ask(string? answer, string? live)
    {
        IsInDoubt |= spelled is null;
        return answer is not null && answer == live;
    }
}
