using Pod.Database.SqlWriting;

namespace Pod.Database.Selecting.Elements;

/// <summary>One expression of a SELECT list.</summary>
internal abstract class Selected(ISqlFragment body, bool acceptsNull, string cast)
{
    public ISqlFragment Body => body;

    public bool AcceptsNull => acceptsNull;

    public string Cast => cast;

    public void Write(SqlWriter writer)
    {
        if (body.IsNullable && !acceptsNull)
        {
            throw new ArgumentException(
                $"{Name} can be null because a relation on the way to it is optional, but its C# type has no null. Write OrNull() behind it.");
        }

        writer.Write(body).Write(cast);
    }

    protected string Name => (body as SqlExpression)?.Column is { } column ? $"Column '{column}'" : "An expression of the selection";
}
