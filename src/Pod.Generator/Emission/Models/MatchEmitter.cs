using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes <c>Match</c> and <c>Switch</c> of a sealed hierarchy: a new subtype breaks the build where it is not handled.</summary>
internal static class MatchEmitter
{
    public static void Emit(CSharpWriter writer, ObjectDefinition model, ModelHierarchy hierarchy)
    {
        var descendants = hierarchy.ConcreteDescendants(model);
        if (!model.IsSealed || descendants.Count == 0)
        {
            return;
        }

        writer.Lines(XmlDocumentation.Summary(null, "Gives the result of the function for the object's own type."))
            .Line($"public TResult Match<TResult>({Parameters(descendants, "Func<{0}, TResult>")}) => this switch")
            .Braces(() => writer
                .Lines(hierarchy.MostDerivedFirst(model).Select(static child => $"{child.Name} value => {ModelHierarchy.ParameterOf(child)}(value),"))
                .Line($"_ => throw new InvalidOperationException($\"'{{GetType()}}' is no known kind of {model.Name}.\"),"), "};")
            .Separate();
        writer.Lines(XmlDocumentation.Summary(null, "Runs the action for the object's own type."))
            .Line($"public void Switch({Parameters(descendants, "Action<{0}>")})")
            .Braces(() => writer.Block("switch (this)", () =>
            {
                foreach (var child in hierarchy.MostDerivedFirst(model))
                {
                    writer.Line($"case {child.Name} value:")
                        .Indented(() => writer.Line($"{ModelHierarchy.ParameterOf(child)}(value);").Line("break;"));
                }
            }))
            .Separate();
    }

    private static string Parameters(IEnumerable<ObjectDefinition> descendants, string type) => string.Join(
        ", ",
        descendants.Select(child => $"{type.Replace("{0}", child.Name, StringComparison.Ordinal)} {ModelHierarchy.ParameterOf(child)}"));
}
