using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>The project that code is written for.</summary>
/// <param name="Kind">Server or client.</param>
/// <param name="Namespace">The namespace of its generated code.</param>
/// <param name="IsModule">Whether other projects' generated code uses this one's.</param>
internal sealed record EmissionTarget(GenerationTarget Kind, string Namespace, bool IsModule)
{
    public bool IsServer => Kind == GenerationTarget.Server;

    /// <summary>Gives the fields that are members of the record here.</summary>
    public IReadOnlyList<FieldDefinition> MembersOf(ObjectDefinition model) =>
        [.. model.Fields.Where(field => IsServer ? field.IsMember : field.IsVisible)];

    /// <summary>Gives the namespace of a module's code here.</summary>
    public string NamespaceOf(ModuleDefinition module) => IsServer ? module.ServerNamespace : module.ClientNamespace;

    /// <summary>Gives the path of a model's file, mirroring the folder of its source.</summary>
    public GeneratedFile File(ModelDefinition model, string text)
    {
        var folders = model.SourcePath.Split('/')[..^1].SkipWhile(static folder => folder.ToUpperInvariant() is "MODELS" or "PROTOCOL");
        return File(string.Join('/', ["Generated", "Models", .. folders, model.Name + ".cs"]), text);
    }

    public GeneratedFile File(string path, string text) => new(Kind, path, text);
}
