using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>An enum.</summary>
/// <param name="Name">The name in C# and on the wire.</param>
/// <param name="SourcePath">The model file.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
/// <param name="IsServerOnly">Whether clients never see the type.</param>
/// <param name="Values">The values in file order.</param>
/// <param name="IsByIndex">Whether the wire and columns hold the position instead of the name.</param>
/// <param name="Default">The value that unknown ones decode to, or null.</param>
public sealed record EnumDefinition(
    string Name, string SourcePath, string? Documentation, bool IsServerOnly, ValueList<EnumValueDefinition> Values, bool IsByIndex, string? Default)
    : ModelDefinition(Name, SourcePath, Documentation, IsServerOnly)
{
    /// <summary>Gets the constants that every value has.</summary>
    public ValueList<EnumPropertyDefinition> Properties { get; init; } = [];
}
