using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>Who extends whom, as far as the target knows the models.</summary>
internal sealed class ModelHierarchy(IEnumerable<ModelDefinition> models)
{
    private readonly ILookup<string?, ObjectDefinition> _children = models.OfType<ObjectDefinition>().ToLookup(static model => model.Extends);

    /// <summary>Gives all descendants, parents before their children.</summary>
    public IEnumerable<ObjectDefinition> Descendants(ObjectDefinition model) => DescendantsWithDepth(model).Select(static item => item.Model);

    /// <summary>Gives all descendants that objects can be made of, in ordinal order.</summary>
    public IReadOnlyList<ObjectDefinition> ConcreteDescendants(ObjectDefinition model) => [.. Concrete(model).Select(static item => item.Model)];

    /// <summary>Gives the same with children before their parents, the order in which types have to be tested.</summary>
    public IEnumerable<ObjectDefinition> MostDerivedFirst(ObjectDefinition model) =>
        Concrete(model).OrderByDescending(static item => item.Depth).Select(static item => item.Model);

    /// <summary>Gives the name of a descendant as a parameter.</summary>
    public static string ParameterOf(ObjectDefinition descendant) => CSharpIdentifier.Escape(Naming.Camel(descendant.Name));

    private IEnumerable<(ObjectDefinition Model, int Depth)> Concrete(ObjectDefinition model) =>
        DescendantsWithDepth(model).Where(static item => !item.Model.IsSealed).OrderBy(static item => item.Model.Name, StringComparer.Ordinal);

    private List<(ObjectDefinition Model, int Depth)> DescendantsWithDepth(ObjectDefinition model)
    {
        var found = new List<(ObjectDefinition Model, int Depth)> { (model, 0) };
        for (var next = 0; next < found.Count; next++)
        {
            var (parent, depth) = found[next];
            found.AddRange(_children[parent.Name].Select(child => (child, depth + 1)));
        }

        found.RemoveAt(0);
        return found;
    }
}
