using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>The entries of a model registry.</summary>
internal static class ModelTypes
{
    public static IEnumerable<string> Of(IEnumerable<ModelDefinition> models) =>
        models.OfType<ObjectDefinition>().Where(static model => !model.IsSealed).Select(static model => $"ModelType.{(model.IsServerOnly ? "ServerOnly" : "Of")}<{model.Name}>(),");
}
