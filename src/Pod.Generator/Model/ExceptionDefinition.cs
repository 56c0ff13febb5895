using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>An exception that crosses the wire.</summary>
/// <param name="Name">The name in C# and on the wire.</param>
/// <param name="SourcePath">The model file.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
/// <param name="IsServerOnly">Whether clients never see the type.</param>
/// <param name="Fields">The fields in declaration order.</param>
public sealed record ExceptionDefinition(
    string Name, string SourcePath, string? Documentation, bool IsServerOnly, ValueList<FieldDefinition> Fields)
    : ObjectDefinition(Name, SourcePath, Documentation, IsServerOnly, Fields);
