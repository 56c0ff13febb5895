namespace Pod.Generator.Parsing.Syntax;

/// <summary>One option: <c>name</c>, <c>!name</c>, <c>name=value</c> or <c>name(argument, key=value)</c>.</summary>
/// <param name="Name">The option's name.</param>
/// <param name="Span">Where the name stands.</param>
/// <param name="Value">The text behind <c>=</c>, or null.</param>
/// <param name="IsNegated">Whether it is written with <c>!</c>.</param>
/// <param name="Arguments">What stands in its parentheses; empty without.</param>
internal sealed record OptionSyntax(string Name, SourceSpan Span, TextSlice? Value, bool IsNegated, IReadOnlyList<OptionSyntax> Arguments)
{
    public OptionSyntax? Find(string argument) => Arguments.FirstOrDefault(candidate => candidate.Name == argument);
}
