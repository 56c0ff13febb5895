namespace Pod.Database;

/// <summary>A column of text.</summary>
public sealed class TextColumn : TextExpression
{
    /// <summary>Describes a column.</summary>
    public TextColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault))
    {
    }
}
