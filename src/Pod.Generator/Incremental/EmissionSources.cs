using Pod.Generator.Emission;
using Pod.Generator.Model;

namespace Pod.Generator.Incremental;

/// <summary>
/// Says which definitions the files of a model are made from: its own, those of its ancestors and descendants, and those that its fields name.
/// Emitters read no others; an emitter that needs more has to add it here.
/// </summary>
internal sealed class EmissionSources(ProjectDefinition project, ModelHierarchy hierarchy)
{
    public List<object> Of(ModelDefinition model, EmissionTarget target)
    {
        var sources = new List<object> { target, model };
        if (model is ObjectDefinition definition)
        {
            sources.AddRange(Ancestors(definition));
            sources.AddRange(hierarchy.Descendants(definition));
            sources.AddRange(definition.Fields.SelectMany(Names).Distinct().Select(project.Find).OfType<ModelDefinition>());
        }

        return sources;
    }

    private IEnumerable<ModelDefinition> Ancestors(ObjectDefinition model)
    {
        for (var parent = Parent(model); parent is not null; parent = Parent(parent))
        {
            yield return parent;
        }
    }

    private ObjectDefinition? Parent(ObjectDefinition model) => model.Extends is { } name ? project.Find(name) as ObjectDefinition : null;

    private static IEnumerable<string> Names(FieldDefinition field) => field.Type.SelfAndArguments().Select(static type => type.Name);
}
