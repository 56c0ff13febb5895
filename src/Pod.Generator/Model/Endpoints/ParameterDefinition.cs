namespace Pod.Generator.Model.Endpoints;

/// <summary>A parameter that travels.</summary>
/// <param name="WireName">The name of the argument on the wire.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Type">The type, or the item type of a stream.</param>
/// <param name="IsStream">Whether the caller sends a stream of items.</param>
/// <param name="Default">The default, or null when callers have to give a value.</param>
/// <param name="Documentation">The text of its XML documentation.</param>
public sealed record ParameterDefinition(
    string WireName, string Name, TypeReference Type, bool IsStream, ParameterDefault? Default, string? Documentation);
