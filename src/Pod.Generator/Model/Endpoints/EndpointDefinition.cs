using Pod.Schema;

namespace Pod.Generator.Model.Endpoints;

/// <summary>An endpoint class.</summary>
/// <param name="WireName">The name in URLs.</param>
/// <param name="ClassName">The fully qualified C# class.</param>
/// <param name="Documentation">The summary of its XML documentation.</param>
/// <param name="Obsolete">The text of its <c>[Obsolete]</c> attribute, or null.</param>
/// <param name="IsAbstract">Whether it cannot be called and only gives clients a base.</param>
/// <param name="IsUnauthenticated">Whether clients send no credentials.</param>
/// <param name="Access">Who may call.</param>
/// <param name="Attributes">C# expressions that make its attributes, for the running server.</param>
/// <param name="Methods">The callable methods in declaration order, inherited ones first.</param>
public sealed record EndpointDefinition(
    string WireName,
    string ClassName,
    string? Documentation,
    string? Obsolete,
    bool IsAbstract,
    bool IsUnauthenticated,
    AccessDefinition Access,
    ValueList<string> Attributes,
    ValueList<EndpointMethodDefinition> Methods)
{
    /// <summary>Gets the name without that of the module.</summary>
    public string Name => NameOf(WireName);

    /// <summary>Takes the module's name from the front of an endpoint's.</summary>
    public static string NameOf(string wireName)
    {
        ArgumentNullException.ThrowIfNull(wireName);
        return wireName[(wireName.LastIndexOf('.') + 1)..];
    }

    /// <summary>Gets the endpoint that its client class derives from, or null.</summary>
    public EndpointBaseDefinition? Base { get; init; }

    /// <summary>Gets whether client classes of other endpoints derive from its own.</summary>
    public bool IsBase { get; init; }

    /// <summary>Gets the methods that its client class does not inherit.</summary>
    public IEnumerable<EndpointMethodDefinition> OwnMethods => Methods.Where(method => Base?.Methods.Contains(method.WireName) != true);

    /// <summary>Gets the types of all parameters and results.</summary>
    public IEnumerable<TypeReference> Types =>
        Methods.SelectMany(static method => method.Parameters.Select(static parameter => parameter.Type).Append(method.Result)).OfType<TypeReference>();
}
