namespace Pod.Generator.Model;

/// <summary>A constant that every value of an enum has.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="MemberName">The name in C#.</param>
/// <param name="Type">The type: int, long, double, bool or string.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
public sealed record EnumPropertyDefinition(string Name, string MemberName, TypeReference Type, string? Documentation);
