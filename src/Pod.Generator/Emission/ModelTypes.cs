using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>The entries of a model registry.</summary>
internal static class ModelTypes
{
    public static IEnumerable<string> Of(IEnumerable<ModelDefinition> models) =>
        models.Where(static model => model is not ObjectDefinition { IsSealed: true }).Select(static model => model is EnumDefinition
            ? $"ModelType.{(model.IsServerOnly ? "ServerOnlyEnum" : "OfEnum")}({model.Name}Json.Codec),"
            : $"ModelType.{(model.IsServerOnly ? "ServerOnly" : "Of")}<{model.Name}>(),");
}
