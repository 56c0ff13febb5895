namespace Pod.Database;

/// <summary>A column of text.</summary>
/// <typeparam name="TSelected">What a selected value is: <see cref="string"/>, or that or null.</typeparam>
public sealed class TextColumn<TSelected> : TextExpression<TSelected>
{
    /// <summary>Describes a column.</summary>
    public TextColumn(Table table, string name, bool nullable = false, bool hasDefault = false)
        : base(new Column(table, name, nullable, hasDefault), nullable)
    {
    }
}
