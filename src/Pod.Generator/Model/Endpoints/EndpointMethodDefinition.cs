using Pod.Schema;

namespace Pod.Generator.Model.Endpoints;

/// <summary>A callable method.</summary>
/// <param name="WireName">The name in URLs.</param>
/// <param name="MethodName">The C# method.</param>
/// <param name="Kind">How it is called.</param>
/// <param name="Parameters">The parameters that travel, in order.</param>
/// <param name="Result">What it answers: the result or the stream's item; null for nothing.</param>
/// <param name="SessionType">The class of session that it takes, when that is not <c>Session</c> itself.</param>
/// <param name="TakesCancellationToken">Whether a cancellation token follows the parameters.</param>
/// <param name="ReturnsValueTask">Whether it returns a <c>ValueTask</c>.</param>
/// <param name="Documentation">The summary of its XML documentation.</param>
/// <param name="Obsolete">The text of its <c>[Obsolete]</c> attribute, or null.</param>
/// <param name="Access">What it demands of callers on top of its class.</param>
/// <param name="IsUnauthenticated">Whether clients send no credentials.</param>
/// <param name="IsIdempotent">Whether it is marked <c>[IdempotentCall]</c>.</param>
/// <param name="IsReadOnly">Whether it is marked <c>[ReadOnlyCall]</c>.</param>
/// <param name="Attributes">C# expressions that make its attributes, for the running server.</param>
public sealed record EndpointMethodDefinition(
    string WireName,
    string MethodName,
    EndpointMethodKind Kind,
    ValueList<ParameterDefinition> Parameters,
    TypeReference? Result,
    string? SessionType,
    bool TakesCancellationToken,
    bool ReturnsValueTask,
    string? Documentation,
    string? Obsolete,
    AccessDefinition Access,
    bool IsUnauthenticated,
    bool IsIdempotent,
    bool IsReadOnly,
    ValueList<string> Attributes)
{
    /// <summary>Gets the C# type of a result that is no model and is sent as it is; null for all others. Generated clients leave such a method out.</summary>
    public string? RawResult { get; init; }

    /// <summary>Gets whether the result is sent as it is, and not as JSON.</summary>
    public bool IsSentAsRaw { get; init; }

    /// <summary>Tells whether callers call both in the same way, whatever the documentation says.</summary>
    /// <param name="other">The other method.</param>
    public bool IsSameCallAs(EndpointMethodDefinition other) =>
        WireName == other.WireName && Kind == other.Kind && Result == other.Result && RawResult == other.RawResult && IsUnauthenticated == other.IsUnauthenticated
        && Parameters.Select(static parameter => parameter with { Documentation = null })
            .SequenceEqual(other.Parameters.Select(static parameter => parameter with { Documentation = null }));
}
