namespace Pod.Generator.Model;

/// <summary>One value of an enum.</summary>
/// <param name="Name">The name in the file, on the wire and in columns.</param>
/// <param name="MemberName">The name in C#.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
public sealed record EnumValueDefinition(string Name, string MemberName, string? Documentation);
