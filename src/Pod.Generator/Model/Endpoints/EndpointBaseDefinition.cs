using Pod.Schema;

namespace Pod.Generator.Model.Endpoints;

/// <summary>The endpoint that another one's client class derives from.</summary>
/// <param name="WireName">Its name.</param>
/// <param name="Methods">The wire names of its methods, which the other one inherits.</param>
public sealed record EndpointBaseDefinition(string WireName, ValueList<string> Methods);
