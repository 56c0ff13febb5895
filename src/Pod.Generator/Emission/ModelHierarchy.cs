using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>Who extends whom, as far as the target knows the models.</summary>
internal sealed class ModelHierarchy(IEnumerable<ModelDefinition> models)
{
    private readonly ILookup<string?, ObjectDefinition> _children = models.OfType<ObjectDefinition>().ToLookup(static model => model.Extends);

    /// <summary>Gives all descendants that objects can be made of, in ordinal order.</summary>
    public IReadOnlyList<ObjectDefinition> ConcreteDescendants(ObjectDefinition model) =>
        [.. Descendants(model).Where(static child => !child.IsSealed).OrderBy(static child => child.Name, StringComparer.Ordinal)];

    /// <summary>Gives the same with children before their parents, the order in which types have to be tested.</summary>
    public IEnumerable<ObjectDefinition> MostDerivedFirst(ObjectDefinition model) =>
        ConcreteDescendants(model).OrderByDescending(child => Descendants(model).Count(ancestor => Descendants(ancestor).Contains(child)));

    /// <summary>Gives the name of a descendant as a parameter.</summary>
    public static string ParameterOf(ObjectDefinition descendant) => CSharpIdentifier.Escape(Naming.Camel(descendant.Name));

    private IEnumerable<ObjectDefinition> Descendants(ObjectDefinition model) =>
        _children[model.Name].SelectMany(child => Descendants(child).Prepend(child));
}
