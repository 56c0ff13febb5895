namespace Pod.Generator.Model;

/// <summary>A type that a model file declares.</summary>
/// <param name="Name">The name in C# and on the wire.</param>
/// <param name="SourcePath">The model file, for headers and the place of the generated file.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
/// <param name="IsServerOnly">Whether clients never see the type.</param>
public abstract record ModelDefinition(string Name, string SourcePath, string? Documentation, bool IsServerOnly);
