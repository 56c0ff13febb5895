using Pod.Schema;

namespace Pod.Generator.Model.Endpoints;

/// <summary>A callable method.</summary>
/// <param name="WireName">The name in URLs.</param>
/// <param name="MethodName">The C# method.</param>
/// <param name="Kind">How it is called.</param>
/// <param name="Parameters">The parameters that travel, in order.</param>
/// <param name="Result">What it answers: the result or the stream's item; null for nothing.</param>
/// <param name="TakesCancellationToken">Whether a cancellation token follows the parameters.</param>
/// <param name="ReturnsValueTask">Whether it returns a <c>ValueTask</c>.</param>
/// <param name="Documentation">The summary of its XML documentation.</param>
/// <param name="Obsolete">The text of its <c>[Obsolete]</c> attribute, or null.</param>
public sealed record EndpointMethodDefinition(
    string WireName,
    string MethodName,
    EndpointMethodKind Kind,
    ValueList<ParameterDefinition> Parameters,
    TypeReference? Result,
    bool TakesCancellationToken,
    bool ReturnsValueTask,
    string? Documentation,
    string? Obsolete);
