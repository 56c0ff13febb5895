namespace Pod.Generator.Model;

/// <summary>The default of a field.</summary>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="Text">
/// For literals the value in invariant text: <c>true</c>, <c>10</c>, a text without its quotes, ISO-8601 for times, whole milliseconds for durations,
/// an enum value's name. Otherwise the keyword.
/// </param>
public sealed record DefaultValue(DefaultKind Kind, string Text);
