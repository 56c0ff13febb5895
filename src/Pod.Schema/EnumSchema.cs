namespace Pod.Schema;

/// <summary>An enum whose values stand in columns.</summary>
/// <param name="Name">The enum's name.</param>
/// <param name="ByIndex">Whether columns hold the position (<c>integer</c>) rather than the name (<c>text</c>).</param>
/// <param name="Values">The values in file order.</param>
public sealed record EnumSchema(string Name, bool ByIndex, ValueList<string> Values);
