using Pod.Schema;

namespace Pod.Generator.Model.Endpoints;

/// <summary>An endpoint class.</summary>
/// <param name="WireName">The name in URLs.</param>
/// <param name="ClassName">The fully qualified C# class.</param>
/// <param name="Documentation">The summary of its XML documentation.</param>
/// <param name="Methods">The callable methods in declaration order, inherited ones first.</param>
public sealed record EndpointDefinition(string WireName, string ClassName, string? Documentation, ValueList<EndpointMethodDefinition> Methods)
{
    /// <summary>Gets the name without that of the module.</summary>
    public string Name => WireName[(WireName.LastIndexOf('.') + 1)..];

    /// <summary>Gets the types of all parameters and results.</summary>
    public IEnumerable<TypeReference> Types =>
        Methods.SelectMany(static method => method.Parameters.Select(static parameter => parameter.Type).Append(method.Result)).OfType<TypeReference>();
}
