using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>One value of an enum.</summary>
/// <param name="Name">The name in the file, on the wire and in columns.</param>
/// <param name="MemberName">The name in C#.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
public sealed record EnumValueDefinition(string Name, string MemberName, string? Documentation)
{
    /// <summary>Gets a literal per property of the enum, in the order of their declaration; null for null.</summary>
    public ValueList<string?> Properties { get; init; } = [];
}
