using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.Emission;

/// <summary>The using directives that the types of an endpoint's signatures need.</summary>
internal static class TypeUsings
{
    public static IEnumerable<string> Of(EndpointDefinition endpoint, EmissionTarget target)
    {
        yield return "System";
        foreach (var alias in TypeAliases.Of([.. endpoint.Types.SelectMany(static type => type.SelfAndArguments())], target))
        {
            yield return alias;
        }
    }
}
