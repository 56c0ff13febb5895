namespace Pod.Generator.Model;

/// <summary>A type that a model file declares.</summary>
/// <param name="Name">The name in C#.</param>
/// <param name="SourcePath">The model file, for headers and the place of the generated file.</param>
/// <param name="Documentation">The documentation, one line per comment line.</param>
/// <param name="IsServerOnly">Whether clients never see the type.</param>
public abstract record ModelDefinition(string Name, string SourcePath, string? Documentation, bool IsServerOnly)
{
    /// <summary>Gets the name on the wire: that in C#, behind the name of the module that the model is from.</summary>
    public string WireName { get => field ?? Name; init; }

    /// <summary>Gets the module that the model is from, or null for models of the project itself.</summary>
    public ModuleDefinition? Module { get; init; }
}
