using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>A model with fields.</summary>
/// <param name="Name">The name in C# and on the wire.</param>
/// <param name="SourcePath">The model file.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
/// <param name="IsServerOnly">Whether clients never see the type.</param>
/// <param name="Fields">The fields in declaration order, an id first, then inherited ones.</param>
public abstract record ObjectDefinition(
    string Name, string SourcePath, string? Documentation, bool IsServerOnly, ValueList<FieldDefinition> Fields)
    : ModelDefinition(Name, SourcePath, Documentation, IsServerOnly)
{
    /// <summary>Gets the model that this one extends, or null.</summary>
    public string? Extends { get; init; }

    /// <summary>Gets whether the model is abstract and all its descendants are known.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Gets whether members cannot change and equality is by value.</summary>
    public bool IsImmutable { get; init; }
}
