using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Model;

/// <summary>Everything the emitters may know: resolved, immutable, free of YAML and C# text.</summary>
/// <param name="Models">The project's own models, sorted by name.</param>
/// <param name="Endpoints">All endpoints, abstract ones among them, sorted by wire name.</param>
public sealed record ProjectDefinition(ValueList<ModelDefinition> Models, ValueList<EndpointDefinition> Endpoints)
{
    private Dictionary<string, ModelDefinition>? _byName;

    /// <summary>Gets the models of the modules that the project uses; nothing is generated for them.</summary>
    public ValueList<ModelDefinition> ModuleModels { get; init; } = [];

    /// <summary>Gets the endpoints that can be called: all but abstract ones.</summary>
    public IEnumerable<EndpointDefinition> CallableEndpoints => Endpoints.Where(static endpoint => !endpoint.IsAbstract);

    /// <summary>Gets the classes.</summary>
    public IEnumerable<ClassDefinition> Classes => Models.OfType<ClassDefinition>();

    /// <summary>Gets the classes that have a table.</summary>
    public IEnumerable<ClassDefinition> Tables => Classes.Where(static model => model.Table is not null);

    /// <summary>Gets the classes that have a table, the project's own and those of its modules.</summary>
    public IEnumerable<ClassDefinition> AllTables => Tables.Concat(ModuleModels.OfType<ClassDefinition>().Where(static model => model.Table is not null));

    /// <summary>Gets the enums.</summary>
    public IEnumerable<EnumDefinition> Enums => Models.OfType<EnumDefinition>();

    /// <summary>Finds a model, the project's own or a module's.</summary>
    /// <param name="name">The model's name.</param>
    /// <returns>The model, or null.</returns>
    public ModelDefinition? Find(string name) => (_byName ??= Models.Concat(ModuleModels).ToDictionary(static model => model.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    /// <summary>Finds a class by its name.</summary>
    /// <param name="name">The class's name.</param>
    /// <exception cref="InvalidOperationException">There is none; the analysis makes sure that this does not happen.</exception>
    public ClassDefinition Class(string name) => Find(name) as ClassDefinition ?? throw new InvalidOperationException($"There is no class '{name}'.");

    /// <summary>Finds an enum by its name.</summary>
    /// <param name="name">The enum's name.</param>
    /// <exception cref="InvalidOperationException">There is none; the analysis makes sure that this does not happen.</exception>
    public EnumDefinition Enum(string name) => Find(name) as EnumDefinition ?? throw new InvalidOperationException($"There is no enum '{name}'.");

    /// <summary>Tells whether another project has equal models and endpoints.</summary>
    /// <param name="other">The other project.</param>
    public bool Equals(ProjectDefinition? other) => other is not null && Models.Equals(other.Models) && ModuleModels.Equals(other.ModuleModels) && Endpoints.Equals(other.Endpoints);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Models, Endpoints);
}
