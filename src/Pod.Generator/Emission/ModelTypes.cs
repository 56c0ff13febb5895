using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>The entries of a model registry.</summary>
internal static class ModelTypes
{
    public static IEnumerable<string> Of(IEnumerable<ModelDefinition> models) =>
        models.OfType<ObjectDefinition>().Select(static model => $"ModelType.Of<{model.Name}>(),");
}
