using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Modules;

/// <summary>
/// Lets models of modules stand beside the application's: each gets the name by which the application's code calls it, in its own file and in the
/// files of its module that name it. Everything after that treats all models alike.
/// </summary>
internal sealed class ModuleModels
{
    private readonly Dictionary<string, ModuleDefinition> _owners = new(StringComparer.Ordinal);

    private ModuleModels(IReadOnlyList<ModuleSource> modules, IReadOnlyList<ModelSyntax> models)
    {
        Modules = [.. modules.Select(static module => module.Definition)];
        var foreign = modules.SelectMany(static module => module.ModelFiles.Select(file => (file.Path, module.Definition)))
            .ToDictionary(static pair => pair.Path, static pair => pair.Definition, StringComparer.Ordinal);
        var names = models.Where(model => foreign.ContainsKey(model.Source.Path))
            .ToLookup(model => foreign[model.Source.Path], static model => model.Name.Value);

        // The modules' first: what clashes with them is the application's to change.
        All =
        [
            .. models.Where(model => foreign.ContainsKey(model.Source.Path)).Select(model => Adopt(model, foreign[model.Source.Path], [.. names[foreign[model.Source.Path]]])),
            .. models.Where(model => !foreign.ContainsKey(model.Source.Path)),
        ];
    }

    /// <summary>Gets the modules that the application uses.</summary>
    public IReadOnlyList<ModuleDefinition> Modules { get; }

    /// <summary>Gets the modules' models under their new names, and the application's as they are.</summary>
    public IReadOnlyList<ModelSyntax> All { get; }

    public static ModuleModels Of(IReadOnlyList<ModuleSource> modules, IReadOnlyList<ModelSyntax> models) => new(modules, models);

    /// <summary>Gives the module that a model is from; null for the application's own.</summary>
    public ModuleDefinition? OwnerOf(string model) => _owners.GetValueOrDefault(model);

    private ModelSyntax Adopt(ModelSyntax model, ModuleDefinition owner, HashSet<string> names)
    {
        var alias = owner.AliasOf(model.Name.Value);
        _owners.TryAdd(alias, owner);
        string NewName(string name) => names.Contains(name) ? owner.AliasOf(name) : name;
        return model with
        {
            Name = model.Name with { Value = alias },
            Keys = model.Keys with { Entries = [.. model.Keys.Entries.Select(entry => Rename(entry, NewName))] },
            Fields = [.. model.Fields.Select(field => field with { Type = field.Type is null ? null : Rename(field.Type, NewName) })],
        };
    }

    private static YamlEntry Rename(YamlEntry entry, Func<string, string> rename) =>
        entry is { Key.Value: Keywords.Extends, Value: YamlScalar parent } ? entry with { Value = parent with { Value = rename(parent.Value) } } : entry;

    private static TypeSyntax Rename(TypeSyntax type, Func<string, string> rename) =>
        type with { Name = rename(type.Name), Arguments = [.. type.Arguments.Select(argument => Rename(argument, rename))] };
}
