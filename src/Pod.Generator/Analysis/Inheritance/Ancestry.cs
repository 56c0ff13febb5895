namespace Pod.Generator.Analysis.Inheritance;

/// <summary>Walks from a model to its ancestors.</summary>
internal static class Ancestry
{
    /// <summary>Gives the model itself, then its parent, and so on.</summary>
    public static IEnumerable<ObjectDraft> Of(ObjectDraft model, IReadOnlyDictionary<string, ObjectDraft> models)
    {
        for (var current = model; current is not null; current = current.Extends is { } name ? models.GetValueOrDefault(name) : null)
        {
            yield return current;
        }
    }
}
