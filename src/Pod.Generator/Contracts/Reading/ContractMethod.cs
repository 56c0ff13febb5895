using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.Contracts.Reading;

/// <summary>A method of a contract.</summary>
/// <param name="Name">The name in URLs.</param>
/// <param name="Kind">How it is called.</param>
/// <param name="Parameters">The parameters in their order.</param>
/// <param name="Returns">The type of the result, of the items of a stream; null when there is none.</param>
public sealed record ContractMethod(string Name, EndpointMethodKind Kind, IReadOnlyList<ContractParameter> Parameters, string? Returns)
{
    /// <summary>Gets the documentation.</summary>
    public string? Documentation { get; init; }

    /// <summary>Gets why callers should not use it any more, or null.</summary>
    public string? Obsolete { get; init; }

    /// <summary>Gets who may call it, its class included.</summary>
    public ContractAccess Access { get; init; } = ContractAccess.Open;

    /// <summary>Gets whether clients send no credentials.</summary>
    public bool IsUnauthenticated { get; init; }

    /// <summary>Gets whether the answer is sent as it is, and not as JSON.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Gets whether it may be repeated without harm.</summary>
    public bool IsRepeatable { get; init; }
}
