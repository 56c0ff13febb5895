namespace Pod.Generator.Parsing.Syntax;

/// <summary>A type as written: <c>Map&lt;string, List&lt;Todo?&gt;&gt;?</c>.</summary>
/// <param name="Name">The name without arguments.</param>
/// <param name="Span">Where the name stands.</param>
/// <param name="Arguments">The types between <c>&lt;</c> and <c>&gt;</c>.</param>
/// <param name="IsNullable">Whether it ends in <c>?</c>.</param>
/// <param name="Size">What stands in parentheses behind the name, or null.</param>
/// <param name="ElementNames">For records the names of the elements, empty for those known by position; null for other types.</param>
internal sealed record TypeSyntax(string Name, SourceSpan Span, IReadOnlyList<TypeSyntax> Arguments, bool IsNullable, TextSlice? Size = null, IReadOnlyList<string>? ElementNames = null)
{
    public override string ToString() =>
        Name + (Arguments.Count > 0 ? $"<{string.Join(", ", Arguments)}>" : "") + (IsNullable ? "?" : "");
}
