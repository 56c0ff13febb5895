using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>The entries of a model registry.</summary>
internal static class ModelTypes
{
    /// <summary>Gives the further arguments of a registry: those of the modules.</summary>
    public static string OfModules(GenerationInput input) =>
        string.Concat(input.Modules.Select(static module => $", {module.Definition.AliasOf("Protocol")}.Registry"));

    /// <summary>Gives the aliases that <see cref="OfModules"/> needs.</summary>
    public static IEnumerable<string> UsingsOfModules(GenerationInput input, EmissionTarget target) =>
        input.Modules.Select(module => $"{module.Definition.AliasOf("Protocol")} = {target.NamespaceOf(module.Definition)}.Protocol");

    public static IEnumerable<string> Of(IEnumerable<ModelDefinition> models) =>
        models.Where(static model => model is not ObjectDefinition { IsSealed: true }).Select(static model => model is EnumDefinition
            ? $"ModelType.{(model.IsServerOnly ? "ServerOnlyEnum" : "OfEnum")}({model.Name}Json.Codec),"
            : $"ModelType.{(model.IsServerOnly ? "ServerOnly" : "Of")}<{model.Name}>(),");
}
